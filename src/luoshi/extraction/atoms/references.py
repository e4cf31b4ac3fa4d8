"""References: other documents that the text names, 《…》, and document numbers such as 沧府〔2031〕12号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.model import Document, Finding, Span
from luoshi.model.values import Reference

_NUMBER = re.compile(r"[〔［\[【](?P<year>(?:19|20)\d\d)[〕］\]】]\s?(?:第 ?)?(?P<number>\d{1,5}) ?号")
_AGENCY = re.compile(r"(?:[一-龥]{1,10}|[A-Z]{1,8})$")
_CUT = re.compile(r".*[（(《“，。：；、\n ]|.*(?:根据|按照|印发|依据|见|以|的通知|通知|文件)(?=[一-龥]{2})")
_AFTER_TITLE = re.compile(
    r"[》”]?[（(]\s?(?P<words>[^（）()\n]{0,12}[〔［\[【](?:19|20)\d\d[〕］\]】]\s?(?:第 ?)?\d{1,5} ?号)"
)
_LONGEST = 120


def references(document: Document) -> Iterator[Finding[Reference]]:
    """Each title in 《》 (the outermost where they nest), with its document number where one follows; and
    each number that stands without a title.
    """
    content = document.text.content
    taken = set()
    start = content.find("《")
    while start >= 0:
        end = _closing(content, start)
        if end is None:
            start = content.find("《", start + 1)
            continue
        title = content[start + 1 : end]
        numbered = _AFTER_TITLE.match(content, end + 1)
        number = None
        if numbered:
            number = _clean(numbered["words"])
            taken.add(numbered.end())
        span = Span(start, end + 1)
        yield Finding("reference", Reference(title, number), span, content[start : end + 1], "references.title")
        start = content.find("《", end + 1)
    if "号" not in content:
        return
    for found in _NUMBER.finditer(content):
        if found.end() in taken:
            continue
        agency = _AGENCY.search(content, max(0, found.start() - 10), found.start())
        if agency is None:
            continue
        words = _CUT.sub("", agency[0])
        if not words:
            continue
        begin = found.start() - len(words)
        quote = content[begin : found.end()]
        number = _clean(quote)
        basis = "stated" if number == quote else "normalised"
        yield Finding("reference", Reference("", number), Span(begin, found.end()), quote, "references.number", basis)


def _closing(content: str, start: int) -> int | None:
    """Where the title mark closes; inner 《》 are counted, a title is at most 120 characters on one line."""
    depth = 0
    for at in range(start, min(len(content), start + _LONGEST)):
        char = content[at]
        if char == "《":
            depth += 1
        elif char == "》":
            depth -= 1
            if depth == 0:
                return at
        elif char == "\n":
            return None
    return None


def _clean(words: str) -> str:
    """The number in its standard form: 〔2031〕 in hexagonal brackets, no spaces (GB/T 9704)."""
    words = re.sub(r"[\s]", "", words)
    return re.sub(r"[〔［\[【]((?:19|20)\d\d)[〕］\]】]", r"〔\1〕", words)
