"""What a cell's number measures: a level, a growth, a change or a sum, by its column and by the row's name."""

from __future__ import annotations

from msgspec import Struct, field

from luoshi.extraction.amounts.bounds import NO_PREFIX
from luoshi.extraction.amounts.measures import amount_measure, share_measure
from luoshi.extraction.tables.amounts import Amount, Size
from luoshi.extraction.tables.columns import GROWTH, LEVEL, SHARE, Column, Head
from luoshi.extraction.tables.grids import Cell
from luoshi.extraction.tables.standing import Setting
from luoshi.model import Span
from luoshi.model.values import Quantity
from luoshi.patterns import regex


class Entry(Struct):
    """A value of a row with its column."""

    column: Column
    cell: Cell
    amount: Amount
    ahead: bool | None


class Row(Struct):
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
    entries: list[Entry] = field(default_factory=list)


verb_of = regex(
    r"(?P<how>(?:累计|年均|逐年|比上年|较上年|同比)*)(?:(?P<down>降低|下降|减少|减排|压减|削减|降幅)|(?P<up>增长|提高|提升|上升|增加))(?P<noun>率|幅度)?$"
)


def over(entry: Entry) -> bool:
    """Whether the value is a growth or a sum over several years."""
    column, amount = entry.column, entry.amount
    return column.annual or column.cumulative or amount.cumulative or amount.annual


def quantity_of(row: Row, entry: Entry) -> tuple[Quantity, str]:
    """The quantity, and the name without the verb that its measure says already: 能耗降低 → 能耗, -0.14."""
    column, amount = entry.column, entry.amount
    name, verb = row.name, verb_of.search(row.name)
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


_rate = regex(r"率|比重|比例|占比|覆盖|比$|指数")


_flow = regex(r"新增|新建|新开工|改造|累计|建成")


def _of_sum(row: Row, amount: Amount) -> tuple[str, str]:
    """Measure and unit of a sum over the period: points of a rate, a rise of a level, or what was added in all."""
    if amount.kind == "share":
        return ("change", "pp") if _rate.search(row.name) else ("growth", amount.unit)
    levels = not _flow.search(row.name) and any(
        entry.column.role == LEVEL and not entry.amount.cumulative for entry in row.entries
    )
    return "change" if levels else amount_measure(amount.kind, row.name, NO_PREFIX, ""), amount.unit
