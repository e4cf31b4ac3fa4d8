"""How far a heading reaches in a line that may go on with the text."""

from __future__ import annotations

import re

from luoshi.model import Span
from luoshi.patterns import regex

LONGEST = 60
"""A first sentence longer than this is the text itself and no title."""

_WHOLE = 100
_SHORT = 40
_REST = 12
_SPACES = " \u3000\t\xa0"
_BLANK = regex(r"[ \u3000\t\xa0]{0,40}")
_SEPARATED = regex(r"[ \u3000\t\xa0：:、]{0,40}")
_wide_gap = regex(r"[ \u3000\xa0]{2,}|\t")
_sentence_end = regex(r"[。！？；]")
_clause_end = regex(r"[。！？；：]")
_TAIL = "。；：:;"
_UNITS = ("编", "章", "节", "条")


def heading_of(content: str, label_start: int, label_end: int, line_end: int, style: str) -> tuple[Span, str]:
    """The span of label and title, and the title's words without the closing 。.

    A line that is a heading only is the title as a whole. Where the text runs on, the title is the
    first sentence (``3.发展水运。加快…``), or the words before a wide gap (``第三章　水运　　本章…``).
    Where that cannot be told the title is empty and the heading is the label alone.
    """
    named = style in _UNITS or style in ("box", "annex")  # 第一章：水网, 专栏2：渡口
    blank = (_SEPARATED if named else _BLANK).match(content, label_end, line_end)
    start = blank.end() if blank else label_end
    whole = line_end - start
    if whole <= 0:
        return Span(label_start, label_end), ""
    window = content[start : start + _WHOLE + 1] if whole > _WHOLE else content[start:line_end]
    gap = _wide_gap.search(window, 0, LONGEST)
    if gap and gap.start() and _goes_on(window, gap.end()) and not _sentence_end.search(window, 0, gap.start()):
        return _span(content, label_start, start, gap.start())
    if style in _UNITS and (whole > _SHORT or "。" in window):
        cut = _words_before_text(window)
        if cut:
            return _span(content, label_start, start, cut)
    stop = (_clause_end.search if whole > _SHORT else _sentence_end.search)(window, 0, LONGEST + 1)
    if stop:
        after = start + stop.end()
        title = window[: stop.start()] if stop[0] in _TAIL else window[: stop.end()]
        if after < line_end and content[after] in "”’":
            after += 1  # a quotation that closes behind the sentence
        return Span(label_start, after), title.strip(_SPACES)
    if whole <= _WHOLE and window[-1] not in ("，、,。！？；" if whole <= _SHORT else "，、,。！？；："):
        return _span(content, label_start, start, whole)
    return Span(label_start, label_end), ""


def _goes_on(window: str, position: int) -> bool:
    """Whether text, and not the rest of a spaced title (``综　　合``), stands behind a gap."""
    rest = window[position:]
    return len(rest) > _REST or "，" in rest or "。" in rest


def _span(content: str, label_start: int, start: int, length: int) -> tuple[Span, str]:
    end = start + len(content[start : start + length].rstrip(_SPACES))
    return Span(label_start, end), content[start:end].rstrip(_TAIL).strip(_SPACES)


def _words_before_text(window: str) -> int:
    """Where in ``发展水运 建设港口 “十五”期间，本市…`` the title ends: before the first long part."""
    position = 0
    for part in re.split("([ \u3000])", window):
        if len(part) > 24 or "。" in part or ("，" in part and position):
            break
        position += len(part)
    else:
        return 0
    return position if 2 <= len(window[:position].strip(_SPACES)) <= LONGEST else 0
