"""Tables of tasks with a column that says until when: 完成时限, 时间节点, 进度安排."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from luoshi.extraction.tables.grids import Cell, grids
from luoshi.model import Span, Text
from luoshi.patterns import regex


class Slot(Struct, frozen=True):
    """A row of such a table: the task, and the cell in which its deadlines stand."""

    task: str
    task_span: Span
    times: Span
    cell: str
    row: Span
    heads: tuple[Span, ...]


_when = regex(
    r"(?:计划|拟|预计|目标)?(?:完成|办结|整改|推进|实施|落实|工作)?(?:时限|时间|期限|日期|节点|时间节点|时间进度|进度|时序)(?:节点|要求|安排|计划|进度)?(?:（[^（）]{1,8}）)?"
)
_what = regex(
    r"(?:主要|重点|工作|具体|改革|目标|年度|实施|建设|整改|项目)*(?:任务|事项|内容|举措|措施|项目|工作|目标|要点|问题)(?:名称|内容|清单|分解|任务|安排)?"
)
_spaces = regex(r"\s+")
_number = regex(
    r"(?:[0-9]{1,3}[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*"
)
_SAID = ("时限", "时间", "期限", "节点", "进度", "日期")
_SHORTEST, _LONGEST, _HEADS = 4, 80, 3


def schedules(text: Text) -> Iterator[Slot]:
    """Each task of a table with its deadline's cell; a cell that stretches over rows serves each of them."""
    if "\t" not in text.content or not any(word in text.content for word in _SAID):
        return
    for grid in grids(text):
        for first, cells in enumerate(grid.rows[:_HEADS]):
            names = [_spaces.sub("", cell.words) for cell in cells]
            when = next((at for at, name in enumerate(names) if _when.fullmatch(name)), None)
            whats = [at for at, name in enumerate(names) if _what.fullmatch(name)]
            if when is not None and whats:
                heads = (cells[when].span,)
                yield from _slots(grid.rows[first + 1 :], when, whats, heads)
                break


def _slots(rows: tuple[tuple[Cell, ...], ...], when: int, whats: list[int], heads: tuple[Span, ...]) -> Iterator[Slot]:
    held: dict[int, tuple[Cell, int]] = {}
    for cells in rows:
        time = _held(cells, when, held)
        tasks = [_held(cells, at, held) for at in whats]
        task = next((cell for cell in reversed(tasks) if cell is not None and len(cell.words) >= _SHORTEST), None)
        if time is None or task is None or not any(cell.words for cell in cells):
            continue
        numbered = _number.match(task.words)
        begin = numbered.end() if numbered else 0
        ends = [place for mark in "。；" if (place := task.words.find(mark, begin)) > 0]
        words = task.words[begin : min(min(ends, default=len(task.words)), begin + _LONGEST)]
        row = Span(min(cell.start for cell in cells if cell.words), max(cell.span.end for cell in cells if cell.words))
        start = task.start + begin
        yield Slot(words, Span(start, start + len(words)), time.span, time.name, row, heads)


def _held(cells: tuple[Cell, ...], index: int, held: dict[int, tuple[Cell, int]]) -> Cell | None:
    """The cell of a column, or the one from above that stretches down over its place."""
    cell = cells[index] if index < len(cells) else None
    if cell is not None and cell.words:
        held.pop(index, None)
        if cell.tall > 1:
            held[index] = (cell, cell.tall - 1)
        return cell
    above = held.pop(index, None)
    if above is None:
        return None
    if above[1] > 1:
        held[index] = (above[0], above[1] - 1)
    return above[0]
