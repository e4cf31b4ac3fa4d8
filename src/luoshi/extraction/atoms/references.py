"""References: other documents that the text names, 《…》, and document numbers such as 沧府〔2031〕12号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.chinese.width import places
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Reference
from luoshi.patterns import regex

_TITLE = regex(r"《(?:[^《》\n]|《[^《》\n]{1,100}》){1,120}》")
"""A title on one line, at most one title inside another."""
_NUMBER = regex(r"[〔［\[【](?P<year>(?:19|20)\d\d)[〕］\]】]\s?(?:第 ?)?(?P<number>\d{1,5}) ?号")
_BRACKETS = "〔［[【"
_AGENCY = regex(r"(?:[^\W\dA-Za-z_]{1,10}|[A-Z]{1,8})$")
_CUT = regex(r".*[（(《“，。：；、\n ]|.*(?:根据|按照|印发|依据|见|以|的通知|通知|文件)(?=[^\W\dA-Za-z_]{2})")
_AFTER_TITLE = regex(
    r"[》”]?[（(]\s?(?P<words>[^（）()\n]{0,12}[〔［\[【](?:19|20)\d\d[〕］\]】]\s?(?:第 ?)?\d{1,5} ?号)"
)


def references(document: Document) -> Iterator[Finding[Reference]]:
    """Each title in 《》 (the outermost where they nest), with its document number where one follows; and
    each number that stands without a title.
    """
    content = document.text.content
    taken = set()
    for named in _TITLE.finditer(content):
        numbered = _AFTER_TITLE.match(content, named.end())
        number = None
        if numbered:
            number = _clean(numbered["words"])
            taken.add(numbered.end())
        yield Finding("reference", Reference(named[0][1:-1], number), Span(*named.span()), named[0], "references.title")
    if "号" not in content or not any(opening in content for opening in "〔［[【"):
        return
    for place in places(content, _BRACKETS):
        found = _NUMBER.match(content, place)
        if found is None or found.end() in taken:
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


def _clean(words: str) -> str:
    """The number in its standard form: 〔2031〕 in hexagonal brackets, no spaces (GB/T 9704)."""
    words = re.sub(r"[\s]", "", words)
    return re.sub(r"[〔［\[【]((?:19|20)\d\d)[〕］\]】]", r"〔\1〕", words)
