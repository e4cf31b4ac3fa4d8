"""Rows of a table of indicators as statements: an aim with its base, or what was reached."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from luoshi.extraction.compounds.softness import soft_words
from luoshi.extraction.tables.amounts import BARE, PERCENT, Amount, Size, amounts, size_in_column, size_of
from luoshi.extraction.tables.columns import BINDING, LEVEL, NAME, UNIT, Column, Head
from luoshi.extraction.tables.grids import MAX_COLUMNS, Cell
from luoshi.extraction.tables.measures import Entry, Row, over, quantity_of, verb_of
from luoshi.extraction.tables.names import PARTS, group_of, joined, name_of, size_in_name
from luoshi.extraction.tables.standing import Setting, looks_ahead, period_of
from luoshi.knowledge.indicators import concept
from luoshi.model import Finding, Span, Words
from luoshi.model.values import Achievement, Baseline, Context, Target

Statements = Iterator[Finding[Target | Achievement | Context]]


def statements_of(content: str, rows: tuple[tuple[Cell, ...], ...], head: Head, setting: Setting) -> Statements:
    """What the rows below a head state, row by row and in each from left to right."""
    ahead = {column.index: looks_ahead(column, head, setting) for column in head.values}
    above, falls = "", False  # the indicator that 其中 divides, and whether it is one that falls (污染物减排)
    held: dict[int, tuple[Cell, int]] = {}  # column: a cell that stretches over more rows, and how many are left
    shared = [column.index for column in head.columns if column.role in (NAME, UNIT, BINDING) or column in head.names]
    for row_cells in rows:
        cells = row_cells[:MAX_COLUMNS]
        whole: dict[int, Cell | None] = {index: _held(cells, index, held) for index in shared}
        name, at, parted = name_of(whole, head)
        if not name:
            _units_below(cells, head)
            continue
        if parted or name in PARTS:
            name = joined(name, group_of(whole, head, at) or above)
        else:
            verb = verb_of.search(name)
            above, falls = name, bool(verb and verb["down"] and not verb["noun"])
        size = _size(whole, head) or size_in_name(whole, head) or setting.size
        start = next(cell.start for cell in cells if cell.words)
        end = max(cell.span.end for cell in cells if cell.words)
        row = Row(
            Span(start, end), name, at, size, _binding((*cells, *whole.values())), setting, head, falls=parted and falls
        )
        for column in head.values:
            cell = cells[column.index] if column.index < len(cells) else None
            if cell is None or not cell.words or cell.start == at.start:
                continue
            for amount in _read(cell, column, row):
                row.entries.append(Entry(column, cell, amount, ahead[column.index]))
        yield from _of_row(content, row)


def _units_below(cells: tuple[Cell, ...], head: Head) -> None:
    """Take a row that holds nothing but units for those of its columns from here on."""
    filled = {cell_at: cell.words for cell_at, cell in enumerate(cells) if cell.words}
    sizes = {index: size_of(words) for index, words in filled.items()}
    if filled and all(sizes.values()):
        for column in head.values:
            column.size = sizes.get(column.index, column.size)


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


def _size(whole: dict[int, Cell | None], head: Head) -> Size | None:
    for column in head.units:
        cell = whole[column.index]
        size = size_in_column(cell.words) if cell else None
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


def _read(cell: Cell, column: Column, row: Row) -> Iterator[Amount]:
    """The amounts of a cell, with the unit of the column, the row or the table."""
    plain = column.size or row.size or BARE
    if column.role == LEVEL:
        bracketed = plain
    else:
        bracketed = row.size or PERCENT
        plain = column.size or PERCENT
    return amounts(cell.words, plain, bracketed, round_too=column.brackets)


def _of_row(content: str, row: Row) -> Statements:
    used: list[Entry] = []
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


def _answers(entry: Entry, row: Row) -> bool:
    """Whether an aim for the same year stands beside it: a review, in which the value is no mere base."""
    period = entry.column.period
    return period is not None and any(other.ahead and other.column.period == period for other in row.entries)


def _base(entry: Entry, row: Row) -> Entry | None:
    """The value from which a later one starts: the last level before it."""
    if entry.column.role != LEVEL and not over(entry):
        return None
    if entry.ahead is None or (entry.ahead is False and not over(entry)):
        return None
    until = entry.column.period.end[:4] if entry.column.period and entry.column.role == LEVEL else "9999"
    levels = [
        other
        for other in row.entries
        if other is not entry
        and other.column.role == LEVEL
        and not other.amount.cumulative
        and other.ahead is False
        and (other.column.period.end[:4] < until if other.column.period else other.column.before)
        and (other.amount.kind == entry.amount.kind or entry.column.role != LEVEL)
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


def _finding(content: str, row: Row, entry: Entry, base: Entry | None) -> Finding[Target | Achievement | Context]:
    column, amount, cell = entry.column, entry.amount, entry.cell
    whole = over(entry)
    quantity, words = quantity_of(row, entry)
    at = Span(row.at.start, min(row.at.end, row.at.start + len(words))) if row.name.startswith(words) else row.at
    if column.noun and not words.endswith(column.noun[-1]):  # 水泥产量, but not 发电量产量
        words += column.noun
    period = period_of(column, row.head, row.setting, ahead=entry.ahead, over=whole)
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
        softness=tuple(soft_words(cell.words)),
        concept=concept(words),
        cell=cell.name,
    )
    if isinstance(value, Target):
        value = replace(value, binding=row.binding)
    basis = "stated" if why is None else "inferred"
    span, heads = row.span, column.heads
    if content.find("\n", span.start, span.end) >= 0:  # years down the side: its line, and the name in the head
        stop = content.find("\n", cell.span.end)
        line = content.rfind("\n", 0, cell.start) + 1
        span, heads = Span(line, stop if stop >= 0 else len(content)), (*heads, at)
    return Finding(kind, value, span, content[span.start : span.end], "tables", basis, why, heads)


_KINDS: dict[str, type[Target | Achievement | Context]] = {
    "target": Target,
    "achievement": Achievement,
    "context": Context,
}


_WHY = Words("所属时期由表的其他栏或文件推定", "the period is concluded from the table's other columns or the document")
