"""Who answers for what: labels in notes, lines and tables, and verbs beside the names of bodies.

``（责任单位：市甲局、市乙局）``, a line ``牵头单位：…`` under an item, a column 责任单位 of a table,
``由市甲局牵头，市乙局、市丙局配合``, ``（市甲局、市乙局按职责分工负责）``, ``市甲局会同市乙局``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from luoshi.extraction.tables.grids import Grid, grids
from luoshi.model import Document, Span
from luoshi.patterns import regex

LEAD, RESPONSIBLE, SUPPORT = "lead", "responsible", "support"

_H = r"[^\W\dA-Za-z_]"
_LABEL = regex(
    rf"(?:(?P<first>(?:第一)?(?:牵头|责任|主办|负责|主责|实施|落实|承办|考核){_H}{{0,4}}?(?:单位|部门|机关|主体|处室|地区)?)"
    rf"|(?P<support>(?:配合|协办|参与|协助|协同|协作|支持|参加){_H}{{0,4}}?(?:单位|部门|机关|处室)?)"
    rf"|(?P<person>(?:责任|负责|牵头|联系|分管){_H}{{0,2}}(?:人|领导|同志)|完成时限|时限|完成时间))：[ \t]?"
)
_STOP = regex(r"[。；\n）\t]")
_HEAD_FIRST = regex(
    r"(?:牵头|责任|主办|负责|主责|实施|承办|落实)(?:考核)?(?:单位|部门|机关|主体|处室)|责任分工|职责分工"
)
_HEAD_SUPPORT = regex(r"(?:配合|协办|参与|协助|协同)(?:单位|部门|机关|处室)")
_HEAD_WORK = regex(r"任务|举措|措施|内容|事项|项目|工作|目标")
_FIRST_LEADS = regex(r"(?:第一|首)(?:位|个)?[^。\n]{0,12}(?:为|是|作为|系)牵头")
_LONG_NOTE = 400
_LONG_LABEL = 14


class Duty(NamedTuple):
    """A stretch in which every body has a part: its ``role``; ``work`` is what they answer for, where that is sure.

    ``ranked``: the first of several leads, the others support.
    """

    start: int
    end: int
    role: str
    work: Span | None
    ranked: bool = False


def duties(document: Document) -> list[Duty]:
    """The labelled stretches of a text, in order and disjoint."""
    content = document.text.content
    if "单位" not in content and "部门" not in content and "责任" not in content and "牵头" not in content:
        return []
    ranked = "牵头" in content and _FIRST_LEADS.search(content) is not None
    found = [*_labelled(content, ranked=ranked), *_columns(document)]
    found.sort()
    return found


def duty_at(found: Sequence[Duty], place: int) -> Duty | None:
    """The stretch that holds a place."""
    index = bisect_right(found, place, key=_start) - 1
    return found[index] if index >= 0 and place < found[index].end else None


def _start(duty: Duty) -> int:
    return duty.start


def _labelled(content: str, *, ranked: bool) -> Iterator[Duty]:
    """What stands behind a label, up to the next one or the end of the note or line."""
    if "：" not in content:
        return
    floor = 0  # up to here a note said who answers for the words before
    note = -1
    at, before = content.find("："), 0
    while at >= 0:
        label = _LABEL.search(content, max(before, at - _LONG_LABEL), at + 2)
        at, before = content.find("：", at + 1), at + 1
        if label is None:
            continue
        start = label.end()
        if label["person"] or (start < len(content) and content[start] == "\n"):
            continue
        end = start
        stop = _STOP.search(content, start, start + _LONG_NOTE)
        limit = stop.start() if stop else min(len(content), start + _LONG_NOTE)
        while stop and stop[0] == "；" and not _LABEL.match(content, stop.end()):
            stop = _STOP.search(content, stop.end(), start + _LONG_NOTE)
            limit = stop.start() if stop else min(len(content), start + _LONG_NOTE)
        while (
            stop
            and stop[0] == "）"
            and content.rfind("（", start, stop.start()) > content.rfind("）", start, stop.start())
        ):  # 各县（市、区）政府
            stop = _STOP.search(content, stop.end(), start + _LONG_NOTE)
            limit = stop.start() if stop else min(len(content), start + _LONG_NOTE)
        inner = _LABEL.search(content, start, limit)
        end = inner.start() if inner else limit
        opened = _opening(content, label.start())
        if opened != note:
            floor, note = (note_end(content, note) if note >= 0 else 0), opened
        yield Duty(
            start,
            end,
            _role(label["first"], ranked=ranked) if label["first"] else SUPPORT,
            work_before(content, opened, floor),
            ranked,
        )


def _role(words: str, *, ranked: bool = False) -> str:
    """What a label or a head says: 牵头单位 leads; of 责任单位 none leads, unless a note ranks them."""
    return LEAD if ranked or _LEADS.search(words) else RESPONSIBLE


_LEADS = regex(r"牵头|主办|主责|第一责任")


def _opening(content: str, at: int) -> int:
    """Where the note around a place opens: its bracket, else the start of its line."""
    line = content.rfind("\n", max(0, at - _LONG_NOTE), at) + 1
    bracket = max(content.rfind("（", line, at), content.rfind("【", line, at))
    while bracket >= 0 and "）" in content[bracket:at]:
        close = content.rfind("）", bracket, at)
        inner = content.rfind("（", line, close)
        if inner <= bracket:
            bracket = content.rfind("（", line, bracket) if inner >= 0 else -1
        else:
            break
    return bracket if bracket >= 0 else line


def note_end(content: str, opened: int) -> int:
    """Where the note that opens here closes: behind its bracket, else at the end of its line."""
    depth = 0
    for at in range(opened, min(len(content), opened + _LONG_NOTE)):
        if content[at] in "（【":
            depth += 1
        elif content[at] in "）】":
            depth -= 1
            if depth == 0:
                return at + 1
        elif content[at] == "\n":
            return at
    return opened


def work_before(content: str, opened: int, floor: int) -> Span | None:
    """The words that a note which opens here stands behind: its paragraph, back to the note before it.

    A note on a line of its own stands behind the paragraph above.
    """
    line = content.rfind("\n", max(0, opened - _PARAGRAPH), opened) + 1
    start, end = max(line, floor, opened - _PARAGRAPH), opened
    if not content[start:end].strip(" 。；，\t") and line:
        end = line - 1
        start = max(content.rfind("\n", max(0, end - _PARAGRAPH), end) + 1, end - _PARAGRAPH, min(floor, end))
    while start < end and content[start] in _EDGE:
        start += 1
    while end > start and content[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if end > start else None


_EDGE = " 。；，、\t\n）"
_PARAGRAPH = 2000


def _columns(document: Document) -> Iterator[Duty]:
    """The cells under a head such as 责任单位; the work is the cell under 任务, else the longest of the row."""
    if "\t" not in document.text.content:
        return
    for grid in grids(document.text):
        roles = _roles_of(grid)
        if roles:
            yield from _cells(grid, *roles)


def _roles_of(grid: Grid) -> tuple[dict[int, str], int | None] | None:
    head = [cell.words for cell in grid.rows[0]]
    roles = {
        column: SUPPORT if _HEAD_SUPPORT.search(words) and not _HEAD_FIRST.search(words) else _role(words)
        for column, words in enumerate(head)
        if len(words) <= _LONG_HEAD and (_HEAD_FIRST.search(words) or _HEAD_SUPPORT.search(words))
    }
    if not roles:
        return None
    tasks = [
        column
        for column, words in enumerate(head)
        if column not in roles and len(words) <= _LONG_HEAD and _HEAD_WORK.search(words)
    ]
    return roles, tasks[-1] if tasks else None


_LONG_HEAD = 14


def _cells(grid: Grid, roles: dict[int, str], task: int | None) -> Iterator[Duty]:
    for row in grid.rows[1:]:
        others = [cell for column, cell in enumerate(row) if column not in roles and cell.words]
        work = row[task] if task is not None and task < len(row) and row[task].words else None
        if work is None and others:
            work = max(others, key=lambda cell: len(cell.words))
        for column, role in roles.items():
            if column < len(row) and row[column].words:
                cell = row[column]
                yield Duty(cell.start, cell.span.end, role, work.span if work else None)
