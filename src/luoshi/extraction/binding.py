"""Whom a statement binds: the sentence's own subject, the section's, else the place that the document is for.

``昆山连续两年居首`` is about 昆山市; ``全市`` is the document's city; under a heading that is nothing but
a body's name all is that body's; the rest binds the place of the document, and that is concluded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from luoshi.extraction.posts import owners_of
from luoshi.knowledge.genres import BULLETIN
from luoshi.model import Document, Finding, Section, Span, Words
from luoshi.model.values import Achievement, Body, Context, Measure, Place, Target
from luoshi.patterns import regex

AnyStatement = Finding[Target | Achievement | Context]

_SENTENCE = "。；！？\n\t"
_AFTER_MARK = frozenset(_SENTENCE + "，：")
_AFTER_ANY_MARK = frozenset(_SENTENCE + "，：、“")
_LEAD_ENDS = frozenset("中时外前年底末间期")
_END = regex(r"[。；！？\n\t]")
_CLAUSE_END = regex(r"[，。；！？\n\t]")
_LEADS = regex(
    r"(?:^|[。；！？\n\t，：])(?:其中|同时|此外|目前|截至目前|今年|去年|明年|(?:到|至)?20[0-9]{2}年(?:底|末)?"
    r"|(?:到|至)?“?[一二三四五六七八九十]{1,3}五”?(?:期间|时期|末)?)，?$"
)
_NO_SUBJECT = regex(
    r"[、和与及至到—\-－~～/”》）]|等|方向|之间|以[东西南北内外]|[东西南北](?:部|线)|会议|精神|(?:要求|批准|同意|支持|印发|发布|决定|部署)"
)
"""What follows a place or body that is not the subject: 甲市至乙市高速公路, 国务院批准."""
_LONGER = regex(
    r"[^，。；、\n0-9]{0,12}?(?:公司|集团|大学|学院|医院|机场|园区|高新区|开发区|新区|自贸|港|队|示范区|高铁|铁路|都市圈|城市群|班列|银行|[区县](?!域))"
)
"""What makes a short name part of a longer one: 甲市机场, 甲市乙县."""
_OF_ALL = ("全", "我", "本")
_COMPARED = regex(r"首|第|前|最|唯一|率先|领先|排名|占|平均|各|人大|人代|政协|两会|统计")
"""What follows 全省 where it is the measuring rod, not the subject: 全省第一."""
_LONGEST = 800


class Subject(NamedTuple):
    """``[start, end)`` is about ``name``; ``words`` are the place in the text that says so."""

    start: int
    end: int
    name: str
    words: Span


class Bond(Struct, frozen=True):
    """Whom something binds, and where that comes from (see ``Statement.actor_from``)."""

    actor: str
    source: str


class Binding:
    """The subjects of a document, looked up by place."""

    def __init__(self, document: Document) -> None:
        region = document.profile.region
        genre = document.profile.genre
        carries = genre is not None and genre.value == BULLETIN  # what it tells of may happen anywhere
        self._region = region.value.name if region and not carries else None
        self._content = document.text.content
        self._subjects = sorted((*_named(document), *_of_all(document, self._content)))
        self._starts = [subject.start for subject in self._subjects]
        self._sections = headed(document)

    def stated(self, place: int) -> Bond | None:
        """Whom the sentence around a place names as its subject, or the heading above it."""
        index = bisect_right(self._starts, place) - 1
        for subject in self._subjects[max(0, index - 3) : index + 1][::-1]:
            if place < subject.end:
                words = self._content[subject.words.start : subject.words.end]
                return Bond(subject.name, "stated" if words == subject.name else "normalised")
        return _heading_of(self._sections, place)

    def of(self, place: int) -> Bond | None:
        """Whom a statement at a place binds; ``None`` where the document's own place is not known."""
        return self.stated(place) or (Bond(self._region, "document") if self._region else None)


def _named(document: Document) -> Iterator[Subject]:
    """The places and bodies that open a sentence or clause."""
    content = document.text.content
    for finding in document.find("place", "body"):
        start, end = finding.span
        if not _opens(content, start, _AFTER_MARK):
            continue
        value: Place | Body = finding.value
        if isinstance(value, Place) and value.kind == "region":
            continue
        if isinstance(value, Body) and value.role in ("support", "speaker"):
            continue
        if _NO_SUBJECT.match(content, end):
            continue
        if finding.quote != value.name and _LONGER.match(content, end):
            continue
        yield _subject(content, finding.span, value.name, whole=False)


def _opens(content: str, at: int, marks: frozenset[str]) -> bool:
    """Whether a sentence or clause begins here, or after a word such as 目前 or 到2030年 that leads one in."""
    before = content[at - 1] if at else "\n"
    return before in marks or (before in _LEAD_ENDS and _LEADS.search(content, max(0, at - 16), at) is not None)


def _subject(content: str, words: Span, name: str, *, whole: bool) -> Subject:
    """A subject holds for its clause; the document's place, where it opens the ``whole`` sentence, for all of that."""
    start = words.start
    opens = whole and (start == 0 or content[start - 1] in _SENTENCE)
    found = (_END if opens else _CLAUSE_END).search(content, words.end, words.end + _LONGEST)
    return Subject(start, found.start() if found else min(len(content), words.end + _LONGEST), name, words)


def _of_all(document: Document, content: str) -> Iterator[Subject]:
    """全市, 我省: the document's place of that class, or the one above it."""
    for place, name in owners_of(document).items():
        for word in (f"{front}{place}" for front in _OF_ALL):
            at = content.find(word)
            while at >= 0:
                end = at + len(word)
                opens = _opens(content, at, _AFTER_ANY_MARK)
                if opens and not _COMPARED.match(content, end) and not _NO_SUBJECT.match(content, end):
                    yield _subject(content, Span(at, end), name, whole=True)
                at = content.find(word, end)


def headed(document: Document) -> list[Subject]:
    """The sections whose heading is nothing but the name of a place or body, in order."""
    return sorted(_sections(document))


def under_heading(measure: Finding[Measure], sections: list[Subject]) -> Finding[Measure]:
    """The measure with the body or place that its section is named after."""
    bond = None if measure.value.actor else _heading_of(sections, measure.span.start)
    if bond is None:
        return measure
    return replace(measure, value=replace(measure.value, actor=bond.actor, actor_from=bond.source))


def _heading_of(sections: list[Subject], place: int) -> Bond | None:
    for section in reversed(sections):
        if section.start <= place < section.end:
            return Bond(section.name, "heading")
    return None


def _sections(document: Document) -> Iterator[Subject]:
    """The sections whose heading is nothing but the name of a place or body."""
    headings: list[Section] = [
        section
        for section in document.outline.walk()
        if section.heading and section.title and len(section.title) <= _LONG_TITLE
    ]
    if not headings:
        return
    titled = {(heading.end - len(node.title), heading.end): node for node in headings if (heading := node.heading)}
    for finding in document.find("place", "body"):
        section = titled.get(finding.span)
        if section is not None:
            yield Subject(section.span.start, section.span.end, finding.value.name, finding.span)


_LONG_TITLE = 24


def bound(finding: AnyStatement, bond: Bond | None) -> AnyStatement:
    """The statement with whom it binds."""
    if bond is None:
        return finding
    return replace(finding, value=replace(finding.value, actor=bond.actor, actor_from=bond.source))


def joined(first: Words | None, more: Words | None) -> Words | None:
    """Two reasons in one sentence."""
    if first is None or more is None:
        return first or more
    return Words(f"{first.zh}；{more.zh}", f"{first.en}; {more.en}")


_WEIGHT = ("stated", "normalised", "inferred")


def weaker(first: str, second: str) -> str:
    """The basis of a whole whose parts have these."""
    return max(first, second, key=_WEIGHT.index)
