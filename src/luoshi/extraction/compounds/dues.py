"""Deadlines of task lists: ``（6月底完成，牵头单位：甲局）``, ``完成时限：2026年6月``, a column 完成时限 beside the tasks.

The deadline stands behind the work or below it, in brackets, behind a label, or as a clause of its own
(``…，年底前完成``). What is to be done is said before: by the first clause of the sentence or of the item.
长期坚持 and 持续推进 set no date and yield nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from luoshi.extraction.compounds.softness import soft_words
from luoshi.extraction.compounds.tasks import BRACKET, OPENS, Work, task_before
from luoshi.extraction.tables.schedules import Slot, schedules
from luoshi.extraction.zones import BACK, Zones
from luoshi.knowledge.indicators import concept
from luoshi.model import Document, Finding, Period, Span, Words
from luoshi.model.values import Deadline, Quantity, Target
from luoshi.patterns import regex


def dues(document: Document, zones: Zones) -> Iterator[Finding[Target]]:
    """A target for each deadline that a task list sets, in order; its indicator is the task."""
    content = document.text.content
    times = {time.span.start: time for time in _times(document, zones)}
    starts = sorted(times)
    told: set[int] = set()
    for slot in schedules(document.text):
        for start in starts[bisect_left(starts, slot.times.start) : bisect_left(starts, slot.times.end)]:
            told.add(start)
            yield _in_table(content, slot, times[start])
    done = 0  # where the deadline before ends: the next task starts there
    for start in starts:
        if start in told:
            continue
        time = times[start]
        place = _begins(content, start, done)
        if place is None or not _ahead(time, zones, start):
            continue
        head, labelled = place
        stop = _phrase_end(content, time.span.end, bracketed=content[head] in OPENS)
        if stop is None or not (labelled or _sets_end(content, time, stop)):
            continue
        work = task_before(content, head, done)
        if work is not None:
            yield _due(content, work, time, Span(start, stop))
            done = content.find("）", stop, stop + BRACKET) + 1 if content[head] in OPENS else stop


_CLOSES = frozenset("）】〕］")
_MARKS = frozenset("，；、：: 　（【〔［于在为到至争保计拟限间点")
_month = regex(r"月(?=[前完取实建形出启投验交落基全并，；。）\t\n]|$)")
_number = regex(r"[（，；：:\t\n]([0-9]{1,2})$")
_BEFORE = _MARKS | {"\t", "\n"}  # a cell or a line may begin with its time
_to_month = regex(r"(?:[-—－–~～]{1,2}|至|到)(?P<month>[0-9]{1,2})月(?P<end>底|末)?(?P<by>底?前)?")
_label = regex(
    r"(?:(?:完成|办结|整改|实施|推进|落实|见效|办理|达标)(?:的)?(?:时限|时间|期限|日期|节点)|时限(?:要求)?|时间(?:节点|要求|安排)"
    r"|进度(?:安排|要求)|期限)[：: ]{1,2}(?:力争|确保|拟|计划|预计)?(?:于|在)?$"
)
_lead = regex(r"(?:力争|确保|争取|预计|计划|拟|原则上|须|需|要|应|均|全部|于|在){1,3}$")
_verb = (
    r"(?:完成|完工|竣工|投产|投用|投运|建成|见效|到位|达效|达产|交付|开通|通车|运行|并网|验收|出台|印发|启动|开工|实施|落实|实现|形成"
    r"|取得|投入|销号|整改|上线|试点|制定|建立|组建|办结|兑现)"
)
_phrase = regex(
    rf"(?:底|末)?(?:前|之前|以前|左右|内)?(?:，?(?:要|须|应|力争|确保|全面|全部|基本|如期|按时|率先|初步|整体|正式|陆续|分批|组织)){{0,3}}"
    rf"(?P<verb>{_verb})?(?P<rest>(?!的)[^，。；（）、\n\t]{{0,16}}?)(?=[，。；）】〕］、\n\t（]|并|$)"
)
_bare = regex(
    r"(?:底|末)?(?:前|之前|以前|内)?(?:全面|全部|基本|如期|按时|正式|初步|整体|确保|力争){0,3}"
    r"(?:完成|完工|竣工|投产|投用|投运|建成|见效|到位|达效|达产|交付|开通|通车|并网|上线|办结|启用"
    r"|落实到位|整改到位|投入(?:使用|运营|运行|生产)|(?:验收|改造|建设|整改|任务|工作)完成|完成(?:验收|改造|建设|整改|任务)|建成投[用产运]|竣工投[用产运])"
    r"(?=[。；\n（\t]|$)"
)


def _times(document: Document, zones: Zones) -> Iterator[Finding[Deadline]]:
    """The times of the text; with them months without a word that makes them a date (``（12月完成``)."""
    content = document.text.content
    known: set[int] = set()
    for time in document.find("deadline"):
        start = time.span.start
        if start and content[start - 1] not in _BEFORE:
            continue  # most times stand within their clause
        known.update(range(start, time.span.end))
        ranged = _to_month.match(content, time.span.end) if time.quote[-1] in "月份" else None
        period = time.value.period
        if ranged and period is not None and 1 <= int(ranged["month"]) <= _DECEMBER:
            last = Period(period.start, f"{period.start[:4]}-{int(ranged['month']):02}")
            span = Span(start, ranged.end())
            known.update(range(*span))
            yield Finding("deadline", Deadline(last, by=bool(ranged["by"])), span, content[slice(*span)], time.rule)
        else:
            yield time
    for found in _month.finditer(content):
        numbered = _number.search(content, max(0, found.start() - 3), found.start())
        if not numbered or found.start() in known:
            continue
        year, number = zones.year_at(found.start()), int(numbered[1])
        if year is None or not 1 <= number <= _DECEMBER:
            continue
        why = Words(f"由所在部分所述年份（{year}年）推算", f"counted from the year of the passage, {year}")
        value = Deadline(Period.of(f"{year}-{number:02}"), content.startswith("前", found.end()))
        span = Span(numbered.start(1), found.end())
        yield Finding("deadline", value, span, content[span.start : span.end], "deadlines", "normalised", why)


_DECEMBER = 12


def _ahead(time: Finding[Deadline], zones: Zones, place: int) -> bool:
    """Whether the date can be one to keep: not in a review, and not of a year before the text's."""
    period, year = time.value.period, zones.anchor.year
    if period is None or time.quote[-1] in "起来" or zones.at(place).mode == BACK:
        return False
    return year is None or int(period.end[:4]) >= year


def _begins(content: str, start: int, done: int) -> tuple[int, bool] | None:
    """Where what says the deadline begins (its bracket, its label, the mark before it); whether a label says so."""
    if start == 0 or content[start - 1] not in _MARKS:
        return None
    words = content[max(done, start - _LABEL) : start]
    label = _label.search(words)
    if label is None and (lead := _lead.search(words)):
        start -= len(lead[0])
        if content[start - 1] not in _MARKS:
            return None
    opened = _opened(content, start)
    if opened is not None:
        return (opened, label is not None) if label or content[start - 1] in "（【〔［，；、" else None
    if label:
        return start - len(label[0]), True
    if content[start - 1] == "，" and _bare.match(content, _time_end(content, start)):
        return start - 1, False
    return None


_LABEL = 18


def _time_end(content: str, start: int) -> int:
    """Where the words of a time end that starts near ``start``: behind its last 年, 月, 日, 度 or 内."""
    found = _time_words.match(content, start)
    return found.end() if found else start


_time_words = regex(
    r"(?:力争|确保|争取|预计|计划|拟|于|在|到){0,2}(?:20[0-9]{2}年|今年|明年|本?年)?(?:年内|年|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[上下]半年|[一二三四]季度)?"
)


def _opened(content: str, start: int) -> int | None:
    """The bracket that is open at ``start``."""
    for place in range(start - 1, max(-1, start - BRACKET), -1):
        char = content[place]
        if char in OPENS:
            return place
        if char in _CLOSES or char == "\n":
            return None
    return None


def _phrase_end(content: str, end: int, *, bracketed: bool) -> int | None:
    """The end of the deadline's words: 6月底 … 取得阶段性成效; ``None`` where they say something else."""
    found = _phrase.match(content, end)
    if not found or (found["rest"] and not found["verb"] and bracketed):
        return None
    return found.end()


def _sets_end(content: str, time: Finding[Deadline], stop: int) -> bool:
    """Whether the words say that something is to be done by then (完成, 前, 底), not only when (2019年修订)."""
    tail = content[time.span.end : stop]
    return time.value.by or time.quote.endswith(("底", "末")) or bool(_done.match(tail))


_done = regex(rf"(?:前|要|须|应|力争|确保|全面|全部|基本|如期|按时|率先|初步|整体|正式|陆续){{0,3}}{_verb}")
_outcome = regex(r"取得[^，。；）]{2,6}(?:成效|进展|成果|突破)")
_WHOLE = 300


def _due(content: str, work: Work, time: Finding[Deadline], phrase: Span) -> Finding[Target]:
    words = work.words
    if outcome := _outcome.search(content, phrase.start, phrase.end):
        words += outcome[0]  # 取得阶段性成效 is less than done
    near = phrase.end - work.span.start <= _WHOLE and content.find("\n", work.span.start, phrase.end) < 0
    span = Span(work.span.start, phrase.end) if near else phrase
    evidence = () if near else (work.span,)
    return _target(content, Work(words, work.span), time, phrase, span=span, evidence=evidence)


def _in_table(content: str, slot: Slot, time: Finding[Deadline]) -> Finding[Target]:
    found = _phrase.match(content, time.span.end, slot.times.end)
    phrase = Span(time.span.start, found.end() if found else time.span.end)
    work = Work(slot.task, slot.task_span)
    return _target(content, work, time, phrase, span=slot.row, cell=slot.cell, evidence=slot.heads)


def _target(
    content: str,
    work: Work,
    time: Finding[Deadline],
    phrase: Span,
    *,
    span: Span,
    cell: str | None = None,
    evidence: tuple[Span, ...] = (),
) -> Finding[Target]:
    value = Target(
        indicator=work.words,
        indicator_span=work.span,
        quantity=Quantity(None, None, "", "=", "completion"),
        quantity_span=phrase,
        period=time.value.period,
        period_stated=True,
        softness=tuple(soft_words(content[max(0, phrase.start - 3) : phrase.end])),
        concept=concept(work.words),
        cell=cell,
        alternatives=time.value.alternatives,
    )
    rule = "statements.due"
    return Finding("target", value, span, content[span.start : span.end], rule, time.basis, time.why, evidence)
