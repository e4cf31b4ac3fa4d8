"""Sentences that hold quantities or deadlines, with their clauses, times and zone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from luoshi.extraction.zones import Zone, Zones
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Deadline, Quantity

_ends = re.compile(r"[。！？\n]").finditer
_clause_ends = "，；。：！？\n"


@dataclass(slots=True)
class Sentence:
    """``[start, end)`` of the text with the findings inside, in order."""

    content: str
    start: int
    end: int
    zone: Zone
    year: int | None
    """The year of the document."""
    quantities: list[Finding[Quantity]] = field(default_factory=list)
    times: list[Finding[Deadline]] = field(default_factory=list)
    topic: Finding[Deadline] | None = None
    """The time that opens an earlier sentence of the same paragraph."""

    def clause(self, span: Span) -> tuple[int, int]:
        """The clause around a span: between the nearest ， ； ： or the sentence's ends; ， in brackets divides not."""
        content = self.content
        start = self.start
        for mark in _clause_ends:
            start = max(start, content.rfind(mark, self.start, span.start) + 1)
        end = self.end
        for mark in _clause_ends:
            found = content.find(mark, span.end, end)
            if found >= 0:
                end = found
        while start < span.start and content[start] in " 　—-":
            start += 1
        return start, end


def sentences(document: Document, zones: Zones) -> Iterator[Sentence]:
    """Each sentence in which something is counted or dated."""
    content = document.text.content
    quantities: list[Finding[Quantity]] = []
    times: list[Finding[Deadline]] = []
    for finding in document.findings:
        if finding.kind == "quantity":
            quantities.append(finding)
        elif finding.kind == "deadline":
            times.append(finding)
    if not quantities and not times:
        return
    ends = [found.start() for found in _ends(content)]
    ends.append(len(content))
    place = next_quantity = next_time = 0
    topic: Finding[Deadline] | None = None
    paragraph = 0
    while next_quantity < len(quantities) or next_time < len(times):
        first = min(
            quantities[next_quantity].span.start if next_quantity < len(quantities) else len(content),
            times[next_time].span.start if next_time < len(times) else len(content),
        )
        place = bisect_left(ends, first, place)
        end = ends[min(place, len(ends) - 1)]
        start = ends[place - 1] + 1 if place else 0
        sentence = Sentence(content, start, end, zones.at(start), zones.anchor.year)
        while next_quantity < len(quantities) and quantities[next_quantity].span.start < max(end, first + 1):
            sentence.quantities.append(quantities[next_quantity])
            next_quantity += 1
        while next_time < len(times) and times[next_time].span.start < max(end, first + 1):
            sentence.times.append(times[next_time])
            next_time += 1
        begins = content.rfind("\n", paragraph, start) + 1 if start else 0
        if begins > paragraph or start == 0:
            paragraph, topic = max(begins, paragraph), None
        sentence.topic = topic
        yield sentence
        if sentence.times and sentence.times[0].span.start - start <= _OPENS and sentence.times[0].value.period:
            topic = sentence.times[0]


_OPENS = 4
