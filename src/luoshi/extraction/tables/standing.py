"""Whether a column of a table holds aims or what was reached, and for which years its values hold."""

from __future__ import annotations

from msgspec import Struct

from luoshi.extraction.tables.amounts import Size, size_of
from luoshi.extraction.tables.columns import GROWTH, LEVEL, Column, Head, period_in
from luoshi.extraction.tables.grids import Grid
from luoshi.extraction.zones import AHEAD, BACK, Zones
from luoshi.model import Period
from luoshi.patterns import regex

_unit_said = regex(r"(?:计量)?单位[：:] ?(?P<unit>[^，。；\s）)]{1,14})")
_day = regex(r"[0-9]{1,2}月[0-9]{1,2}日")
_aims = regex(r"目标|规划|预期|计划")
_ABOVE, _LONGEST_CAPTION = 3, 60


class Setting(Struct):
    """What stands around a table: the unit for all of it, its years, the plan and the year of the text."""

    size: Size | None
    caption: Period | None
    aims: bool
    plan: Period | None
    year: int | None
    mode: str
    zone: Period | None
    last_year: int | None


def setting_of(content: str, grid: Grid, zones: Zones) -> Setting:
    """Read the caption: the short lines above the table and the rows of one cell at its top."""
    filled = [[cell.words for cell in row if cell.words] for row in grid.rows[:_ABOVE]]
    lines = [words[0] for words in filled if len(words) == 1]
    at = content.rfind("\n", 0, grid.span.start)
    for _ in range(_ABOVE):
        if at <= 0:
            break
        start = content.rfind("\n", 0, at) + 1
        if at - start > _LONGEST_CAPTION or content.find("\t", start, at) >= 0 or content[at - 1] in "。；":
            break
        lines.append(content[start:at])
        at = start - 1
    said = next((found["unit"] for words in lines if (found := _unit_said.search(words))), "")
    caption = next((period for words in lines if not _day.search(words) and (period := period_in(words))), None)
    anchor, zone = zones.anchor, zones.at(grid.span.start)
    plan = anchor.plan
    if (plan is None or plan.start == plan.end) and caption is not None and caption.start != caption.end:
        plan = caption
    return Setting(
        size_of(said) if said else None,
        caption,
        any(_aims.search(words) for words in lines),
        plan,
        anchor.year,
        zone.mode,
        zone.period,
        anchor.last_whole_year,
    )


def looks_ahead(column: Column, head: Head, setting: Setting) -> bool | None:
    """Whether its values are aims; ``None`` where nothing tells."""
    if column.ahead is not None:
        return column.ahead
    period = column.period
    if column.role != LEVEL and period is None:
        return _growth_ahead(column, head, setting)
    if period is None:
        period = setting.caption
    if period is None:
        return _by_mode(setting)
    year, plan = int(period.end[:4]), setting.plan
    if plan is not None and plan.start != plan.end and year < int(plan.start[:4]):
        return False
    if setting.year is not None and year != setting.year:
        return year > setting.year
    if plan is not None:
        return year >= int(plan.start[:4])
    by_mode = _by_mode(setting)
    return by_mode if by_mode is not None or setting.year is None else setting.mode != BACK


def _growth_ahead(column: Column, head: Head, setting: Setting) -> bool | None:
    """A growth without a year: a yearly one goes with the value on its left, one over years with the aims."""
    levels = [other for other in head.values if other.role == LEVEL]
    left = [other for other in levels if other.index < column.index]
    if column.role == GROWTH and not column.annual and not column.cumulative and left:
        return looks_ahead(left[-1], head, setting)
    said = [looks_ahead(other, head, setting) for other in levels]
    if True in said:
        return True
    return False if False in said else _by_mode(setting)


def _by_mode(setting: Setting) -> bool | None:
    if setting.mode == BACK:
        return False
    return True if setting.mode == AHEAD or setting.aims else None


def period_of(column: Column, head: Head, setting: Setting, *, ahead: bool | None, over: bool) -> Period | None:
    """The years that a value holds for; ``over``: it is a growth or a sum over the whole period."""
    if over:
        if column.period is not None and column.period.start != column.period.end:
            return column.period
        return _whole(head, setting, ahead=ahead)
    if column.period is not None:
        if column.role == LEVEL and column.period.start[:4] != column.period.end[:4]:
            return Period(column.period.end, column.period.end)
        return column.period
    levels = [other for other in head.values if other.role == LEVEL and other.index < column.index and other.period]
    if column.role != LEVEL and levels:
        return levels[-1].period
    caption = setting.caption
    if caption is not None and (ahead is not False or caption.start == caption.end):
        return Period(caption.end, caption.end)
    if caption is not None and setting.mode != BACK:
        return None  # 现状值 in the table of a plan: of some year before it
    if ahead:
        period = setting.zone if setting.mode == AHEAD and setting.zone else setting.plan
        return Period(period.end, period.end) if period else None
    if setting.mode == BACK and setting.zone is not None:
        return Period(setting.zone.end, setting.zone.end)
    return Period.of(str(setting.last_year)) if setting.last_year else None


def _whole(head: Head, setting: Setting, *, ahead: bool | None) -> Period | None:
    """The years from after the base to the end: the plan's where the table goes to its end, else the columns'."""
    years = sorted({int(each.period.end[:4]) for each in head.values if each.role == LEVEL and each.period})
    plan = setting.plan
    if ahead and plan is not None and (not years or years[-1] >= int(plan.start[:4])):
        return plan
    if len(years) > 1:
        return Period(str(years[0] + 1), str(years[-1]))
    if setting.caption is not None and setting.caption.start != setting.caption.end:
        return setting.caption
    return plan if ahead else None
