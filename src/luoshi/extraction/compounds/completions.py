"""Things to be done by a date, without a number: ``到2027年率先基本实现…``, ``年内开工``."""

from __future__ import annotations

from collections.abc import Container, Iterator

from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.compounds.softness import soft_words
from luoshi.extraction.zones import AHEAD
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Deadline, Quantity, Target
from luoshi.patterns import regex

_done = regex(
    r"(?:实现|完成|建成|建立|形成|投产|开工|竣工|通车|启动|投用|投入使用|投入运营|取得|达到|申报|消除|达产|出台|运营|开通|跻身|成为|解决|基本(?=具备|消除|满足|普及)|贯通|落地|上市|开业|创成|挂牌|交付|封顶|试运行|见效|完工|并网|清零|取消(?!和|或|的)|更加)"
)
_core = regex(
    r"(?:率先|全面|高水平|基本|确保|力争|努力|争取|要|将|全部|前|实现|完成|建成|如期|提前|与|同步|初步|总体)+"
)
_closing = regex(r"(?:实现|建成|完成)")
_leads = regex(r"(?:[、：—\-\s]|确保|力争|努力|争取|推动|加快|并|要|将|其中|使|与)+")


def _subject(words: str) -> str:
    """The thing before the date (``农贸市场年内投入运营``), where it is short enough to be one."""
    lead = _leads.match(words)
    words = words[lead.end() :] if lead else words
    return words if 1 < len(words) <= _LONGEST_SUBJECT and "，" not in words else ""


_LONGEST_SUBJECT = 24
_YEAR = 4
_VAGUE = ("以来", "开始", "起")


def completions(document: Document, sentence: Sentence, kept: Container[int]) -> Iterator[Finding[Target]]:
    """The first clause after each date by which something is to be done, if no number is in it.

    ``kept``: where times stand that were read already, as deadlines of a task list.

    In a sentence that only paints the year (``到2035年，…，建成…``) the clauses that say 实现, 建成 or
    完成 count as well.
    """
    content = document.text.content
    year = sentence.year
    for index, time in enumerate(sentence.times):
        if time.span.start in kept or not _sets_an_end(sentence, time, year):
            continue
        following = sentence.times[index + 1].span.start if index + 1 < len(sentence.times) else sentence.end
        for position, (start, end) in enumerate(_clauses(content, time.span.end, min(sentence.end, following))):
            if any(
                start < found.span.end and found.span.start < end and found.value.measure != "duration"
                for found in sentence.quantities
            ) or (position == 0 and _counted(sentence, time.span.start)):
                break
            words = content[start:end]
            if (len(words) < _SHORT and not (position == 0 and _named_before(sentence, time))) or not (
                _done.search(words) if position == 0 else _closing.search(words)
            ):
                continue
            if "·" in words and any(char.isdigit() for char in words):
                break  # 建成住宅3 · 1万套: a number that a scan broke
            yield _completion(content, sentence, time, start, end, first=position == 0)


_SHORT = 4


def _named_before(sentence: Sentence, time: Finding[Deadline]) -> bool:
    """Whether the thing stands before the date, so that the verb alone can follow: ``甲项目年内投产``."""
    start = sentence.clause_start(time.span.start)
    return bool(_subject(sentence.content[start : time.span.start]))


def _counted(sentence: Sentence, place: int) -> bool:
    """Whether the things to be done are counted before the date: ``12个项目年内投产``."""
    return any(
        found.value.measure == "count"
        and found.span.end <= place
        and not any(mark in sentence.content[found.span.end : place] for mark in "，；：、")
        for found in sentence.quantities
    )


def _sets_an_end(sentence: Sentence, time: Finding[Deadline], year: int | None) -> bool:
    value = time.value
    by = value.by or (
        value.period is not None
        and len(value.period.end) > _YEAR
        and sentence.zone.mode == AHEAD
        and not sentence.content.startswith("的", time.span.end)
        and not time.quote.endswith("初")
        and (verb := _done.match(sentence.content, time.span.end)) is not None
        and not sentence.content.startswith("的", verb.end())  # 6月出台的政策
    )  # 10月份投入使用, 上半年建成
    if not by or value.period is None or year is None or int(value.period.end[:4]) < year:
        return False
    content = sentence.content
    before = content[time.span.start - 1 : time.span.start]
    return before not in ("《", "从", "自", "比", "较") and not content.startswith(_VAGUE, time.span.end)


def _clauses(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between ， and ； from ``start`` on; the first may begin with the comma after the date."""
    if content[start : start + 1] == "，":
        start += 1
    while start < end:
        stops = [place for mark in "，；。" if (place := content.find(mark, start, end)) >= 0]
        stop = min(stops, default=end)
        if stop > start:
            yield start, stop
        start = stop + 1


def _completion(
    content: str, sentence: Sentence, time: Finding[Deadline], start: int, end: int, *, first: bool
) -> Finding[Target]:
    found = _core.match(content, start, end)
    begin = found.end() if found and found.end() < end - 1 else start
    opens = (content.rfind(mark, sentence.start, time.span.start) + 1 for mark in "，；：。")
    clause_start = max(sentence.start, *opens)
    if content[clause_start:start].count("，") > 1:
        clause_start = time.span.start
    words = (_subject(content[clause_start : time.span.start]) if first else "") + content[begin:end]
    value = Target(
        indicator=words,
        indicator_span=Span(begin, end),
        quantity=Quantity(None, None, "", "=", "completion"),
        quantity_span=Span(start, end),
        period=time.value.period,
        period_stated=True,
        softness=tuple(soft_words(content[clause_start:end])),
    )
    return Finding("target", value, Span(clause_start, end), content[clause_start:end], "statements.completion")
