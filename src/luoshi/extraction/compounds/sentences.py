"""Sentences that hold quantities or deadlines, with their clauses, times and zone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from luoshi.extraction.tables.grids import cell_at, is_prose, lies_in, table_spans
from luoshi.extraction.zones import Zone, Zones
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Baseline, Deadline, Quantity
from luoshi.patterns import regex

_sentence_end = regex(r"[。！？\n]")
_clause_end = regex(r"[，；：]")


class Sentence(Struct):
    """``[start, end)`` of the text with the findings inside, in order; cut where it is very long."""

    content: str
    start: int
    end: int
    zone: Zone
    year: int | None
    """The year of the document."""
    last_year: int | None
    """The last whole year before it."""
    quantities: list[Finding[Quantity]] = field(default_factory=list)
    times: list[Finding[Deadline]] = field(default_factory=list)
    bases: dict[int, Baseline] = field(default_factory=dict)
    """Where numbers stand whose base another one gives, each with it: ``从A、B提高到C、D``, ``达到A，比B增长…``."""
    compared: list[int] = field(default_factory=list)
    """Where old values end that others are held against: ``比1980年的450万吨``."""
    soft: list[tuple[int, str]] | None = None
    """Words that soften or stress with their places, once somebody asked for them."""
    topic: Finding[Deadline] | None = None
    """The time that opens an earlier sentence of the same paragraph."""
    last_clause: tuple[int, int] = (-1, -1)
    """The place that was asked for last, and where its clause starts."""

    def clause(self, span: Span) -> tuple[int, int]:
        """The clause around a span: between the nearest ， ； ： or the sentence's ends."""
        content, before = self.content, span.start
        start = self.clause_start(before)
        found = _clause_end.search(content, span.end, self.end)
        while start < before and content[start] in " 　—-":
            start += 1
        return start, found.start() if found else max(self.end, span.end)

    def clause_start(self, place: int) -> int:
        """The place behind the last ， ； ： before ``place``, else where the sentence starts."""
        asked, begin = self.last_clause
        if asked != place:
            find, start = self.content.rfind, self.start
            begin = max(start, find("，", start, place) + 1, find("；", start, place) + 1, find("：", start, place) + 1)
            self.last_clause = place, begin
        return begin


def sentences(document: Document, zones: Zones) -> Iterator[Sentence]:
    """Each sentence in which something is counted or dated."""
    content = document.text.content
    rows = table_spans(document.text)
    quantities: list[Finding[Quantity]] = list(document.find("quantity"))
    times: list[Finding[Deadline]] = list(document.find("deadline"))
    if rows:
        quantities = [found for found in quantities if _in_prose(content, rows, found.span.start)]
        times = [found for found in times if _in_prose(content, rows, found.span.start)]
    if not quantities and not times:
        return
    last = len(content)
    next_quantity = next_time = 0
    topic: Finding[Deadline] | None = None
    paragraph = 0  # where the paragraph of the sentence before starts
    floor = 0  # where the sentence before ends
    while next_quantity < len(quantities) or next_time < len(times):
        first = min(
            quantities[next_quantity].span.start if next_quantity < len(quantities) else last,
            times[next_time].span.start if next_time < len(times) else last,
        )
        line = content.rfind("\n", floor, first) + 1
        begin = max(floor, line, first - _LONGEST)  # a line without a single 。 is cut, so that time stays linear
        start = max(
            begin,
            content.rfind("。", begin, first) + 1,
            content.rfind("！", begin, first) + 1,
            content.rfind("？", begin, first) + 1,
        )
        found = _sentence_end.search(content, first, first + _LONGEST)
        end = found.start() if found else min(last, first + _LONGEST)
        if rows and lies_in(rows, first):
            cell = cell_at(content, first)
            line = max(line, cell.start)
            start, end = max(start, cell.start), min(end, cell.end)
        sentence = Sentence(content, start, end, zones.at(start), zones.anchor.year, zones.anchor.last_whole_year)
        while next_quantity < len(quantities) and quantities[next_quantity].span.start < max(end, first + 1):
            sentence.quantities.append(quantities[next_quantity])
            next_quantity += 1
        while next_time < len(times) and times[next_time].span.start < max(end, first + 1):
            sentence.times.append(times[next_time])
            next_time += 1
        if line > paragraph:
            paragraph, topic = line, None
        floor = end
        sentence.topic = topic
        if len(sentence.quantities) >= _TWO_PAIRS and _may_pair.search(content, start, end):
            _pair(sentence)
        if sentence.quantities and _may_compare.search(content, start, end):
            _compare(sentence)
        yield sentence
        if sentence.times and sentence.times[0].span.start - start <= _OPENS and sentence.times[0].value.period:
            topic = sentence.times[0]


def _in_prose(content: str, rows: list[Span], place: int) -> bool:
    """Whether it stands outside tables or in a clause in a cell: what a table says is read by its head."""
    return not lies_in(rows, place) or is_prose(content, cell_at(content, place))


def _pair(sentence: Sentence) -> None:
    """Join the starts and ends of ``分别从60%、45%提高到66%、50%``: two findings, not four."""
    content, all_of = sentence.content, sentence.quantities
    first = 0
    while first + _TWO_PAIRS <= len(all_of):
        count = _listed(content, all_of, first)
        later = first + count
        start = all_of[first].span.start
        if (
            count > 1
            and (since := _since.search(content[max(sentence.start, start - _WITH_YEAR) : start]))
            and later + count <= len(all_of)
            and _listed(content, all_of, later) == count
            and _goes_to.match(content[all_of[later - 1].span.end : all_of[later].span.end])
        ):
            for place in range(1, count):
                before = Baseline(all_of[first + place].value.value, since["year"])
                sentence.bases[all_of[later + place].span.start] = before
            whole = Span(start - len(since[0]), all_of[later].span.end)
            joined = replace(all_of[later], span=whole, quote=content[whole.start : whole.end])
            sentence.quantities = all_of = [*all_of[:first], joined, *all_of[later + 1 :]]
        first += 1


_may_pair = regex("[从由自][0-9每]")
_since = regex(r"[从由自](?:(?P<year>(?:19|20)[0-9]{2})年(?:末|底)?的?)?(?:每[人年月户亩生]){0,2}$")
_WITH_YEAR = 13


def _compare(sentence: Sentence) -> None:
    """Take ``比1980年的450万吨`` for the base of the number beside it, not for a statement of its own."""
    content, kept = sentence.content, []
    for index, found in enumerate(sentence.quantities):
        start = found.span.start
        beside = found.value.comparator == "=" and _beside.search(content[max(sentence.start, start - _BESIDE) : start])
        if not beside:
            kept.append(found)
            continue
        sentence.compared.append(found.span.end)
        base = Baseline(found.value.value, beside["year"])
        before = kept[-1] if kept else None
        if before is not None and before.value.unit == found.value.unit and start - before.span.end < _BESIDE:
            sentence.bases[before.span.start] = base
        for after in sentence.quantities[index + 1 : index + 2]:
            if "，" not in content[found.span.end : after.span.start] and after.value.measure in _MOVES:
                sentence.bases[after.span.start] = base
    sentence.quantities = kept


_beside = regex(
    r"(?:比|较|相比|对比)(?:(?P<year>(?:19|20)[0-9]{2})年|上年|去年|同期|上年同期|[^，。；、0-9]{0,8}?(?:末|时期|期间))(?:末|底|同期)?的$"
)
_BESIDE = 14
_MOVES = ("growth", "growth_annual", "change", "multiple")
_TWO_PAIRS = 4
_goes_to = regex(
    r"[^，。；、]{0,6}?(?:提高|提升|增加|增长|上升|下降|降低|减少|缩短|扩大|调整|优化|回升|跃升|增|升|降)(?:到|至|为)"
)


def _listed(content: str, quantities: list[Finding[Quantity]], first: int) -> int:
    """How many quantities stand in a row from ``first`` on, with only 、 or 和 between them."""
    last = first
    while last + 1 < len(quantities) and content[quantities[last].span.end : quantities[last + 1].span.start] in (
        "、",
        "和",
    ):
        last += 1
    return last - first + 1


_may_compare = regex("[年期末底间]的[0-9]")
_OPENS = 4
_LONGEST = 800
