"""Rows of indicator tables as statements: ``常住人口城镇化率 | % | 68.2 | 72 | — | 预期性``.

The head says what each column holds (``columns_of_tables``), its words and the text's date whether
that is an aim or was reached (``standing_of_columns``), the cells say how much (``amounts_in_cells``).
A value before the aims becomes their base; it is a finding of its own only where no aim uses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from luoshi.extraction.amounts.bounds import NO_PREFIX
from luoshi.extraction.amounts.measures import amount_measure, share_measure
from luoshi.extraction.compounds.amounts_in_cells import BARE, PERCENT, Amount, Size, amounts, size_in_column, size_of
from luoshi.extraction.compounds.columns_of_tables import (
    BINDING,
    GROWTH,
    LEVEL,
    NAME,
    SHARE,
    UNIT,
    Column,
    Head,
    head_of,
)
from luoshi.extraction.compounds.grids import MAX_COLUMNS, Cell, Grid, grids
from luoshi.extraction.compounds.standing import softness
from luoshi.extraction.compounds.standing_of_columns import Setting, looks_ahead, period_of, setting_of
from luoshi.extraction.zones import Zones
from luoshi.knowledge.indicators import concept
from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Achievement, Baseline, Context, Quantity, Target

Statements = Iterator[Finding[Target | Achievement | Context]]

_CLOSE = 80
"""A table without a head goes on from the one before it, if no more characters than this lie between."""


def tables(document: Document) -> Statements:
    """The statements that the rows of every table of indicators make, in order.

    A finding's span is its row, its quantity's span the cell; ``evidence`` holds the column's head.
    Tables without a head that names units, years or growth yield nothing.
    """
    content = document.text.content
    if "\t" not in content:
        return
    zones = Zones(document)
    last: tuple[Head, Setting, Grid] | None = None
    for grid in grids(document.text):
        head = head_of(grid)
        if head is not None:
            setting = setting_of(content, grid, zones)
            first = head.rows
        elif last is not None and last[2].width == grid.width and grid.span.start - last[2].span.end < _CLOSE:
            head, setting, first = last[0], last[1], 0
        else:
            last = None
            continue
        last = (head, setting, grid)
        yield from _statements(content, grid.rows[first:], head, setting)


@dataclass(slots=True)
class _Entry:
    """A value of a row with its column."""

    column: Column
    cell: Cell
    amount: Amount
    ahead: bool | None


@dataclass(slots=True)
class _Row:
    """What a row says besides its values."""

    span: Span
    name: str
    at: Span
    size: Size | None
    binding: str | None
    setting: Setting
    head: Head
    falls: bool = False
    """Whether what the row names a part of is said to fall."""
    entries: list[_Entry] = field(default_factory=list)


def _statements(content: str, rows: tuple[tuple[Cell, ...], ...], head: Head, setting: Setting) -> Statements:
    ahead = {column.index: looks_ahead(column, head, setting) for column in head.values}
    above, falls = "", False  # the indicator that 其中 divides, and whether it is one that falls (污染物减排)
    held: dict[int, tuple[Cell, int]] = {}  # column: a cell that stretches over more rows, and how many are left
    shared = [column.index for column in head.columns if column.role in (NAME, UNIT, BINDING) or column in head.names]
    for row_cells in rows:
        cells = row_cells[:MAX_COLUMNS]
        whole: dict[int, Cell | None] = {index: _held(cells, index, held) for index in shared}
        name, at, parted = _name(whole, head)
        if not name:
            continue
        if parted or name in _PARTS:
            name = _joined(name, _group(whole, head, at) or above)
        else:
            verb = _changes(name)
            above, falls = name, bool(verb and verb["down"] and not verb["noun"])
        size = _size(whole, head) or _size_in_name(whole, head) or setting.size
        start = next(cell.start for cell in cells if cell.words)
        end = max(cell.span.end for cell in cells if cell.words)
        row = _Row(
            Span(start, end), name, at, size, _binding((*cells, *whole.values())), setting, head, falls=parted and falls
        )
        for column in head.values:
            cell = cells[column.index] if column.index < len(cells) else None
            if cell is None or not cell.words or cell.start == at.start:
                continue
            for amount in _read(cell, column, row):
                row.entries.append(_Entry(column, cell, amount, ahead[column.index]))
        yield from _of_row(content, row)


def _held(cells: tuple[Cell, ...], index: int, held: dict[int, tuple[Cell, int]]) -> Cell | None:
    """The cell of a column, or the one from above that stretches down over its place."""
    cell = cells[index] if index < len(cells) else None
    if cell is not None and cell.words:
        if cell.tall > 1:
            held[index] = (cell, cell.tall - 1)
        else:
            held.pop(index, None)
        return cell
    above = held.get(index)
    if above is None:
        return None
    if above[1] > 1:
        held[index] = (above[0], above[1] - 1)
    else:
        del held[index]
    return above[0]


_leading = re.compile(
    r"(?:[0-9]{1,3}(?:[.．、]|(?=[^\W\dA-Za-z_]{4}))|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[*＊★▲△●○#—\-–#\s]){1,3}"
).match
_part = re.compile(r"(?:其中|#)[：:、]?\s?").match
_noted = re.compile(r"[（(](?P<inside>[^（）()]{1,14})[）)]$").search
_PARTS = ("城镇", "农村", "城镇居民", "农村居民", "城镇常住居民", "农村常住居民")


def _name(whole: dict[int, Cell | None], head: Head) -> tuple[str, Span, bool]:
    """The indicator's words, where they stand, and whether it is a part (其中) of the one above."""
    for column in reversed(head.names):
        cell = whole[column.index]
        if cell is None or not cell.words:
            continue
        words, start, parted = _bare(cell.words, cell.start)
        if len(words) > 1 and len(words) <= _LONGEST_NAME and not words.isascii():
            return words, Span(start, start + len(words)), parted
        return "", Span(0, 0), False
    return "", Span(0, 0), False


_LONGEST_NAME = 60


def _bare(words: str, start: int) -> tuple[str, int, bool]:
    """A name without its number, its unit and its notes; where it starts; whether 其中 stood before it."""
    lead, parted = _leading(words), False
    if lead and lead.end() < len(words):
        words, start = words[lead.end() :], start + lead.end()
    part = _part(words)
    if part and part.end() < len(words):
        words, start, parted = words[part.end() :], start + part.end(), True
    noted = _noted(words)
    if noted and noted.start() > 1 and (size_of(noted["inside"]) or _is_note(noted["inside"])):
        words = words[: noted.start()].rstrip()
    return words.rstrip("*＊：:①②③④⑤"), start, parted


def _is_note(inside: str) -> bool:
    return inside in ("约束性", "预期性", "当年价", "现价", "年末", "累计")


def _group(whole: dict[int, Cell | None], head: Head, at: Span) -> str:
    """The words in the name columns left of the name: a cell that several rows share."""
    for column in reversed(head.names):
        cell = whole[column.index]
        if cell is not None and cell.words and not cell.start <= at.start < cell.span.end:
            return _bare(cell.words, cell.start)[0]
    return ""


def _joined(name: str, above: str) -> str:
    """城镇 under 居民人均可支配收入: the head that the parts share put back."""
    if name not in _PARTS or not above:
        return name
    return name + (above[2:] if name.endswith("居民") and above.startswith("居民") else above)


def _size(whole: dict[int, Cell | None], head: Head) -> Size | None:
    for column in head.units:
        cell = whole[column.index]
        size = size_in_column(cell.words) if cell else None
        if size:
            return size
    return None


def _size_in_name(whole: dict[int, Cell | None], head: Head) -> Size | None:
    for column in reversed(head.names):
        cell = whole[column.index]
        noted = _noted(cell.words.rstrip("*＊")) if cell else None
        size = size_of(noted["inside"]) if noted else None
        if size:
            return size
    return None


def _binding(cells: tuple[Cell | None, ...]) -> str | None:
    for cell in cells:
        if cell is not None and len(cell.words) < _LONGEST_KIND:
            words = cell.words
            if words.startswith("约束") or words.endswith("（约束性）"):
                return "binding"
            if words.startswith("预期") and not words.startswith("预期寿命") and cell.words[-1] in "性标":
                return "anticipatory"
    return None


_LONGEST_KIND = 30


def _read(cell: Cell, column: Column, row: _Row) -> Iterator[Amount]:
    """The amounts of a cell, with the unit of the column, the row or the table."""
    plain = column.size or row.size or BARE
    if column.role == LEVEL:
        bracketed = plain
    else:
        bracketed = row.size or PERCENT
        plain = column.size or PERCENT
    return amounts(cell.words, plain, bracketed, round_too=column.brackets)


_changes = re.compile(
    r"(?P<how>(?:累计|年均|逐年|比上年|较上年|同比)*)(?:(?P<down>降低|下降|减少|减排|压减|削减|降幅)|(?P<up>增长|提高|提升|上升|增加))(?P<noun>率|幅度)?$"
).search


def _of_row(content: str, row: _Row) -> Statements:
    used: list[_Entry] = []
    made = []
    for entry in row.entries:
        if entry.ahead is False and any(other.ahead for other in row.entries):
            continue
        base = _base(entry, row)
        if base is not None:
            used.append(base)
        made.append((entry, base))
    made += [
        (entry, _base(entry, row))
        for entry in row.entries
        if entry.ahead is False
        and (not any(entry is other for other in used) or _answers(entry, row))
        and not any(entry is other for other, _ in made)
    ]
    made.sort(key=lambda each: (each[0].cell.start, each[0].amount.start))
    for entry, base in made:
        yield _finding(content, row, entry, base)


def _answers(entry: _Entry, row: _Row) -> bool:
    """Whether an aim for the same year stands beside it: a review, in which the value is no mere base."""
    period = entry.column.period
    return period is not None and any(other.ahead and other.column.period == period for other in row.entries)


def _base(entry: _Entry, row: _Row) -> _Entry | None:
    """The value from which a later one starts: the last level before it."""
    if entry.column.role != LEVEL and not _over(entry):
        return None
    if entry.ahead is None or (entry.ahead is False and not _over(entry)):
        return None
    until = entry.column.period.end[:4] if entry.column.period and entry.column.role == LEVEL else "9999"
    levels = [
        other
        for other in row.entries
        if other is not entry
        and other.column.role == LEVEL
        and not other.amount.cumulative
        and other.ahead is False
        and (other.column.period is None or other.column.period.end[:4] < until)
    ]
    if not levels:
        return None
    plan = row.setting.plan
    if (
        entry.ahead and plan is not None and plan.start != plan.end
    ):  # of 2020年 and 2023年完成, the year before the plan
        before = str(int(plan.start[:4]) - 1)
        first = [other for other in levels if other.column.period and other.column.period.end[:4] == before]
        levels = first or levels
    key = [(other.column.period.end if other.column.period else "", other.column.index) for other in levels]
    if entry.ahead:
        return levels[key.index(max(key))]
    return levels[key.index(min(key))] if len(levels) > 1 else None


def _over(entry: _Entry) -> bool:
    """Whether the value is a growth or a sum over several years."""
    column, amount = entry.column, entry.amount
    return column.annual or column.cumulative or amount.cumulative or amount.annual


def _finding(content: str, row: _Row, entry: _Entry, base: _Entry | None) -> Finding[Target | Achievement | Context]:
    column, amount, cell = entry.column, entry.amount, entry.cell
    over = _over(entry)
    quantity, words = _quantity(row, entry)
    at = Span(row.at.start, min(row.at.end, row.at.start + len(words))) if row.name.startswith(words) else row.at
    if column.noun and not words.endswith(column.noun[-1]):  # 水泥产量, but not 发电量产量
        words += column.noun
    period = period_of(column, row.head, row.setting, ahead=entry.ahead, over=over)
    stated = period is not None and period == column.period
    start = None
    if base is not None:
        year = base.column.period.end[:4] if base.column.period else None
        start = Baseline(base.amount.value, year)
    why = None if stated or period is None else _WHY
    kind = "context" if entry.ahead is None else "target" if entry.ahead else "achievement"
    value = _KINDS[kind](
        indicator=words,
        indicator_span=at,
        quantity=quantity,
        quantity_span=Span(cell.start + amount.start, cell.start + amount.end),
        period=period,
        period_stated=stated,
        base=start,
        softness=softness(cell.words),
        concept=concept(words),
        cell=cell.name,
    )
    if isinstance(value, Target):
        value = replace(value, binding=row.binding)
    basis = "stated" if why is None else "inferred"
    return Finding(kind, value, row.span, content[row.span.start : row.span.end], "tables", basis, why, column.heads)


_KINDS: dict[str, type[Target | Achievement | Context]] = {
    "target": Target,
    "achievement": Achievement,
    "context": Context,
}


def _quantity(row: _Row, entry: _Entry) -> tuple[Quantity, str]:
    """The quantity, and the name without the verb that its measure says already: 能耗降低 → 能耗, -0.14."""
    column, amount = entry.column, entry.amount
    name, verb = row.name, _changes(row.name)
    annual = column.annual or amount.annual or bool(verb and "年均" in verb["how"])
    if amount.cumulative or column.cumulative:
        annual = False
    growth = "growth_annual" if annual else "growth"
    share = amount.kind == "share"
    unit = amount.unit
    if share and unit == "pp":
        measure = "change"
    elif column.role == SHARE:
        measure = "share"
    elif column.role == GROWTH and share and not amount.cumulative:
        measure = growth
    elif amount.change or row.falls or (verb and not verb["noun"] and len(name) > verb.end() - verb.start() + 1):
        measure = growth if share else "change"
    elif amount.cumulative or column.role == GROWTH:
        measure, unit = _of_sum(row, amount)
    elif share:
        measure = share_measure(name, NO_PREFIX)
    else:
        measure = amount_measure(amount.kind, name, NO_PREFIX, "")
    value, high = amount.value, amount.high
    if measure in ("growth", "growth_annual", "change"):
        down = amount.change < 0 or row.falls or bool(verb and verb["down"] and not verb["noun"])
        if down and value > 0:
            value, high = -value, -high if high is not None else None
        if verb and not verb["noun"] and verb.start() > 1:
            name = name[: verb.start()]
    return Quantity(value, high, unit, amount.comparator, measure), name


_rate = re.compile(r"率|比重|比例|占比|覆盖|比$|指数").search


_flow = re.compile(r"新增|新建|新开工|改造|累计|建成").search


def _of_sum(row: _Row, amount: Amount) -> tuple[str, str]:
    """Measure and unit of a sum over the period: points of a rate, a rise of a level, or what was added in all."""
    if amount.kind == "share":
        return ("change", "pp") if _rate(row.name) else ("growth", amount.unit)
    levels = not _flow(row.name) and any(
        entry.column.role == LEVEL and not entry.amount.cumulative for entry in row.entries
    )
    return "change" if levels else amount_measure(amount.kind, row.name, NO_PREFIX, ""), amount.unit


_WHY = Words("所属时期由表的其他栏或文件推定", "the period is concluded from the table's other columns or the document")
