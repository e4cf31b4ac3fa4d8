"""Who speaks: a person with a post, someone of a body who is not named, or the body itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from luoshi.extraction.posts import body_of_post
from luoshi.knowledge.posts import posts
from luoshi.model import Finding, Span
from luoshi.model.values import Body, Person
from luoshi.patterns import regex

_KNOWN_BY_POST = ("people.post", "people.again", "people.roll", "people.brackets")
_IN_BRACKETS = regex(r"（[^（）\n]{3,40}）")
_UNNAMED = regex(r"(?P<body>[^\W\dA-Za-z_]{0,24}?)(?:的)?(?:相关|有关|主要)?(?P<who>负责人|负责同志|新闻发言人|发言人)")
_LEAD_IN = regex(r"(?:今天|昨天|日前|近日|对此|据|就此|来自|会上|此外|同时|而|记者从)")
_WORDS_FOR_UNNAMED = ("负责人", "负责同志", "发言人")
_ANAPHOR = regex(r"[该我全](?=[市省县区局委厅部院校集公企中镇乡村])")
_NEAR = 400
"""So far back may 该局 point."""


class Speaker(Struct, frozen=True):
    """``[start, end)`` holds the post, the name and what is put in brackets behind it."""

    start: int
    end: int
    name: str | None
    post: str | None
    body: str | None
    name_span: Span | None


def speakers(
    content: str, people: list[Finding[Person]], bodies: list[Finding[Body]], owners: dict[str, str]
) -> list[Speaker]:
    """All who could speak, in the order of the text."""
    found = [*_named(content, people, bodies, owners)]
    taken = {each.start for each in found}
    found += [each for each in _unnamed(content, owners, bodies) if each.start not in taken]
    found += [each for each in _bodies(content, bodies) if each.start not in taken]
    return sorted(found, key=lambda each: (each.start, -each.end))


def _named(
    content: str, people: list[Finding[Person]], bodies: list[Finding[Body]], owners: dict[str, str]
) -> Iterator[Speaker]:
    for finding in people:
        person = finding.value
        if person.post is None or finding.rule not in _KNOWN_BY_POST:
            continue
        start, end = finding.span
        at = content.find(person.post, max(0, start - len(person.post) - 4), start)
        start = at if at >= 0 and not content[at + len(person.post) : start].strip() else start
        brackets = _IN_BRACKETS.match(content, end)
        if brackets and finding.rule == "people.brackets":
            end = brackets.end()
        else:
            end += _title(content, end)
        body = person.body or body_of_post(person.post, owners)
        if body is None or _ANAPHOR.match(body):
            body = _meant(person.post, finding.span.start, bodies, owners) or body
        yield Speaker(start, end, person.name, person.post, body, finding.span)


def _title(content: str, at: int) -> int:
    """How long the title is that follows a name: 程某局长, 程某同志."""
    held = posts()
    return next((length for length in (5, 4, 3, 2) if held.get(content[at : at + length]) in ("before", "after")), 0)


def _unnamed(content: str, owners: dict[str, str], bodies: list[Finding[Body]]) -> Iterator[Speaker]:
    """该局相关负责人, 市民政局有关负责同志."""
    for word in _WORDS_FOR_UNNAMED:
        at = content.find(word)
        while at >= 0:
            end = at + len(word)
            begin = at
            while begin > max(0, at - 28) and content[begin - 1] not in "，。；：！？、“”（）\n \t":
                begin -= 1
            lead = _LEAD_IN.match(content, begin, at)
            begin = lead.end() if lead else begin
            whole = _UNNAMED.match(content, begin, end)
            if whole and whole.end() == end:
                post = content[begin:end]
                held = body_of_post(f"{whole['body'].removesuffix('的')}负责人", owners) if whole["body"] else None
                if "等" in post:
                    held = None  # 商务部等部门: nobody in particular
                if _ANAPHOR.match(post):
                    held = _meant(post, begin, bodies, owners)
                yield Speaker(begin, end, None, post, held, None)
            at = content.find(word, end)


def _bodies(content: str, bodies: list[Finding[Body]]) -> Iterator[Speaker]:
    """市卫健委表示."""
    ends: dict[int, Finding[Body]] | None = None
    for word in ("表示", "承诺"):
        at = content.find(word)
        while at >= 0:
            ends = {each.span.end: each for each in bodies} if ends is None else ends
            if at in ends:
                yield Speaker(ends[at].span.start, at, None, None, ends[at].value.name, None)
            at = content.find(word, at + 2)


def _meant(post: str, before: int, bodies: list[Finding[Body]], owners: dict[str, str]) -> str | None:
    """The body that 该局 points back to: the nearest before it whose name ends alike, else the place."""
    pointing = _ANAPHOR.match(post)
    if pointing is None:
        return None
    kind = post[1]
    for at in range(bisect_left(bodies, before, key=lambda each: each.span.start) - 1, -1, -1):
        words = bodies[at].quote
        if bodies[at].span.start <= before - _NEAR:
            break
        if len(words) > 2 and words.endswith(kind) and words[1] != kind:
            return _with_owner(words, owners)
    return owners.get(kind)


def _with_owner(words: str, owners: dict[str, str]) -> str:
    """云泽市商务局 for 市商务局."""
    return body_of_post(f"{words}负责人", owners) or words
