"""Persons named in a row: those present, those who still sit on the platform, those appointed and released."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.extraction.people.ways import person_at
from luoshi.knowledge.posts import ends_in_post
from luoshi.knowledge.surnames import is_name
from luoshi.model import Finding
from luoshi.model.values import Person
from luoshi.patterns import regex

_APPOINTED = regex(
    r"、?(?:[^\W\dA-Za-z_]{0,20}?(?:委员|代表))?(?P<name>[^\W\dA-Za-z_]{2,4}?)(?:同志)?(?=(?P<link>为|的|、|等|担任))"
)
_HELD = regex(r"(?:为|担任|的)(?P<post>[^，。；、\n]{2,40}?)(?=职务|[，。；、\n]|\Z)")
_ROW = regex(r"[^。；！？\n]{0,800}")


def listed(content: str, start: int) -> Iterator[Finding[Person]]:
    """A、B、C等党和国家领导人; at least three names, every one of which can be one."""
    begin = max(0, start - 160)
    words = content[begin:start]
    cut = max(words.rfind(mark) for mark in "。；\n：，")
    begin, words = begin + cut + 1, words[cut + 1 :]
    spans = []
    at = begin
    for token in words.split("、"):
        spans.append((at, token))
        at += len(token) + 1
    names = []
    for at, token in reversed(spans):
        if is_name(token):
            names.append((at, at + len(token)))
            continue
        tail = next((length for length in (3, 2) if is_name(token[-length:]) and ends_in_post(token[:-length])), None)
        if tail:
            names.append((at + len(token) - tail, at + len(token)))
        break
    if len(names) >= 3:
        for at, stop in reversed(names):
            yield person_at(content, at, stop, None, "list")


def appointed(content: str, end: int) -> Iterator[Finding[Person]]:
    """任命X为市水务局局长、Y为市审计局局长; 免去X的市水务局局长职务."""
    at = end
    group: list[tuple[int, int]] = []
    for _ in range(20):
        match = _APPOINTED.match(content, at)
        if match is None or not is_name(match["name"], weak=False):
            break
        group.append(match.span("name"))
        held = _HELD.match(content, match.end())
        at = held.end() if held else match.end()
        if held:
            yield from (person_at(content, *name, held["post"], "appointed") for name in group)
            group.clear()
    yield from (person_at(content, *name, None, "appointed") for name in group)


def called(content: str, end: int) -> Iterator[Finding[Person]]:
    """在主席台就座的还有：A、B、C等; at least three names, and hardly anything else."""
    row = _ROW.match(content, end)
    if row is None:
        return
    names, others, at = [], 0, end
    for token in row[0].split("、"):
        name = re.sub(r"等[^、]{0,20}\Z", "", token)
        if is_name(name):
            names.append((at, at + len(name)))
        else:
            others += 1
        at += len(token) + 1
    if len(names) >= 3 and others <= len(names) // 2:
        for start, stop in names:
            yield person_at(content, start, stop, None, "list")
