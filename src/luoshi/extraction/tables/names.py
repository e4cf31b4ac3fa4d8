"""The name of a table's row: its words without number, unit and notes, and the head that parts share."""

from __future__ import annotations

from luoshi.extraction.tables.amounts import Size, size_of
from luoshi.extraction.tables.columns import Head
from luoshi.extraction.tables.grids import Cell
from luoshi.model import Span
from luoshi.patterns import regex

_leading = regex(
    r"(?:[0-9]{1,3}(?:[.．、]|(?=[^\W\dA-Za-z_]{4}))|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[*＊★▲△●○#—\-–#\s]){1,3}"
)
_part = regex(r"(?:其中|#)[：:、]?\s?")
_noted = regex(r"[（(](?P<inside>[^（）()]{1,14})[）)]$")
PARTS = ("城镇", "农村", "城镇居民", "农村居民", "城镇常住居民", "农村常住居民")


def name_of(whole: dict[int, Cell | None], head: Head) -> tuple[str, Span, bool]:
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
    lead, parted = _leading.match(words), False
    if lead and lead.end() < len(words):
        words, start = words[lead.end() :], start + lead.end()
    part = _part.match(words)
    if part and part.end() < len(words):
        words, start, parted = words[part.end() :], start + part.end(), True
    noted = _noted.search(words)
    if noted and noted.start() > 1 and (size_of(noted["inside"]) or _is_note(noted["inside"])):
        words = words[: noted.start()].rstrip()
    return words.rstrip("*＊：:①②③④⑤"), start, parted


def _is_note(inside: str) -> bool:
    return inside in ("约束性", "预期性", "当年价", "现价", "年末", "累计")


def group_of(whole: dict[int, Cell | None], head: Head, at: Span) -> str:
    """The words in the name columns left of the name: a cell that several rows share."""
    for column in reversed(head.names):
        cell = whole[column.index]
        if cell is not None and cell.words and not cell.start <= at.start < cell.span.end:
            return _bare(cell.words, cell.start)[0]
    return ""


def joined(name: str, above: str) -> str:
    """城镇 under 居民人均可支配收入: the head that the parts share put back."""
    if name not in PARTS or not above:
        return name
    return name + (above[2:] if name.endswith("居民") and above.startswith("居民") else above)


def size_in_name(whole: dict[int, Cell | None], head: Head) -> Size | None:
    """The unit behind the name: ``工业增加值（亿元）``."""
    for column in reversed(head.names):
        cell = whole[column.index]
        noted = _noted.search(cell.words.rstrip("*＊")) if cell else None
        size = size_of(noted["inside"]) if noted else None
        if size:
            return size
    return None
