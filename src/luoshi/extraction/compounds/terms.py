"""For when a quantity holds: the time in its sentence, else that of the paragraph, the section, the document."""

from __future__ import annotations

from luoshi.chinese.numerals import number
from luoshi.chinese.spelled import sign_at
from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.zones import AHEAD, BACK
from luoshi.model import Finding, Period
from luoshi.model.values import Baseline, Deadline, Quantity
from luoshi.patterns import regex

_compared = ("比", "较", "自", "从", "由", "以", "于")
_no_time_of_its_own = regex(
    r"[）》]|规划|计划(?!投资)|开局|收官|目标任务|纲要|第一年|以来|价格|不变价|版|同期|相比|的?基础上|的[0-9一二三四五六七八九十两][0-9.]{0,5}倍"
)
_stock = regex(r"达|增至|升至|降至|提高到|提升到|增加到|扩大到|突破|超|稳定|为|居|总数|累计达|控制|至|到|接近|近")


def term(sentence: Sentence, found: Finding[Quantity], kind: str, clause_start: int) -> tuple[Period | None, bool]:
    """The period, and whether the sentence itself states it."""
    stated = _stated(sentence, found)
    if kind == "context":
        if found.value.comparator != "=":
            return None, False  # a threshold or a size is of no year
        if stated is None or stated.value.by or clause_start > stated.span.start:
            return None, False
        return stated.value.period, True
    if stated is not None:
        if stated.value.by and kind == "target" and _yearly(sentence, found, stated):
            return sentence.zone.period, False  # 到2030年，…年均增长5%: in each year of the plan
        if kind == "achievement" and stated.quote in _YEAR_END and stated.value.period is not None:
            return Period.of(stated.value.period.end[:4]), True  # 年末总人口: the stock that the year is known by
        return stated.value.period, True
    within = _ends_behind(sentence, found)
    if within is not None and kind == "target":
        return within.value.period, True
    if sentence.topic is not None and sentence.zone.mode and not _of_one_event(sentence, sentence.topic):
        period = sentence.topic.value.period
        late = kind == "achievement" and period is not None and int(period.start[:4]) > (sentence.year or 9999)
        if period is not None and not late and _usable(sentence, sentence.topic):
            if kind == "achievement" and sentence.topic.quote.endswith(_YEAR_END):
                period = Period.of(period.end[:4])
            return _fitted(period, found, sentence), False
    period = sentence.zone.period
    if kind == "achievement" and (past := _past_five_years(sentence, found)):
        return past, False
    if kind == "achievement" and (
        sentence.zone.mode == AHEAD or (period and sentence.year and int(period.start[:4]) > sentence.year)
    ):
        period = Period.of(str(sentence.last_year)) if sentence.last_year else None
    if period is None:
        return None, False
    return _fitted(period, found, sentence), False


_YEAR_END = ("年末", "年底", "全年末")


def _of_one_event(sentence: Sentence, topic: Finding[Deadline]) -> bool:
    """Whether a time is a month or a day in a review of years: what is told after it is not all of that day."""
    period, zone = topic.value.period, sentence.zone.period
    return period is not None and len(period.end) > _YEAR and zone is not None and zone.start[:4] != zone.end[:4]


_YEAR = 4


def _yearly(sentence: Sentence, found: Finding[Quantity], stated: Finding[Deadline]) -> bool:
    """Whether a rate is meant for all the years up to the date, and the date is the end of the plan."""
    period, plan = stated.value.period, sentence.zone.period
    if period is None or plan is None or plan.start == plan.end or period.end[:4] != plan.end[:4]:
        return False
    start = found.span.start
    lead = sentence.content[max(sentence.start, start - 4) : found.span.end]
    if "累计" in lead or found.value.measure == "growth_annual":
        return True
    return bool(_five_years.search(sentence.content[max(sentence.start, start - _CLAUSE) : start]))


def _past_five_years(sentence: Sentence, found: Finding[Quantity]) -> Period | None:
    """``五年年均增长5.6%`` in a review: the five years up to the last that it looks back on."""
    start = found.span.start
    if not _five_years.search("，" + sentence.content[max(sentence.start, start - _CLAUSE) : start]):
        return None
    period = sentence.zone.period
    last = int(period.end[:4]) if period is not None else sentence.last_year
    if last is None or (sentence.year is not None and last > sentence.year):
        last = sentence.last_year
    return Period(str(last - 4), str(last)) if last else None


_five_years = regex(r"[，；：。、]五年(?![以之内来规计制级行])[^，；。]{0,24}$")
_CLAUSE = 30


def _ends_behind(sentence: Sentence, found: Finding[Quantity]) -> Finding[Deadline] | None:
    """The date behind the number in its clause: ``12个项目年内投产``."""
    for time in sentence.times:
        if time.span.start >= found.span.end and time.value.by and time.value.period is not None:
            between = sentence.content[found.span.end : time.span.start]
            return time if not any(mark in between for mark in "，；：、") else None
    return None


def _stated(sentence: Sentence, found: Finding[Quantity]) -> Finding[Deadline] | None:
    """The nearest time before the quantity in its sentence that is its own and no baseline."""
    for time in reversed(sentence.times):
        if time.span.start < found.span.end and time.value.period is not None and _usable(sentence, time):
            if time.span.end > found.span.end:
                continue
            return time
    return None


def _usable(sentence: Sentence, time: Finding[Deadline]) -> bool:
    content = sentence.content
    start, end = time.span
    if content[start - 1 : start] in _compared or (
        content[start - 1 : start] == "“" and content[start - 2 : start - 1] in _compared
    ):
        return False
    if content[end - 1] in "来起" and content[start] not in "一二三四五六七八九十两过近这0123456789":
        return False
    if content[end - 1] == "”" or time.quote.endswith("五"):  # “十五五” without 时期 names the plan
        return content[end : end + 1] in ("，", "我", "要")
    return not _no_time_of_its_own.match(content, end)


def _fitted(period: Period, found: Finding[Quantity], sentence: Sentence) -> Period:
    """Of several years a stock, a rate or a rank holds at the end, a flow or a growth over the whole."""
    if period.start[:4] == period.end[:4]:
        return period
    quantity = found.value
    if quantity.measure in ("growth", "growth_annual", "change"):
        return period
    if "保持" in found.quote and sentence.zone.mode == AHEAD:
        return period
    if quantity.measure in ("rank", "share", "coverage", "duration"):
        return Period(period.end, period.end)
    if quantity.measure == "level" and (quantity.unit == "" or _stock.search(found.quote)):
        return Period(period.end, period.end)
    if quantity.measure in ("count", "level") and _stock.search(found.quote) and sentence.zone.mode in (BACK, AHEAD):
        return Period(period.end, period.end)
    return period


_from = regex(
    r"(?:由|从)(?P<when>[^0-9]{0,8}(?:(?:19|20)[0-9]{2}年|“?[一二三四五六七八九十]{1,2}五”?末)?的?)(?P<value>第?[0-9][0-9.,]*[十百千万亿]{0,4})(?P<share>%)?"
)


_times_of = regex(r"((?:19|20)[0-9]{2})年(?:末|底)?的")


def baseline(sentence: Sentence, found: Finding[Quantity]) -> Baseline | None:
    """Where the change starts: ``由23.2%提高到…`` (its value), ``比2020年降低…`` (its year)."""
    start, content = found.span.start, sentence.content
    if start in sentence.bases:
        return sentence.bases[start]
    given = _from.match(found.quote) if found.quote[0] in "由从" else None
    if given and given.end() < len(found.quote):
        value = number(given["value"].removeprefix("第"), -2 if given["share"] else 0)
        if value is not None and sign_at(found.quote, given.start("value")) < 0:
            value = -value
        year = given["when"].rstrip("负-－−").strip("的年")[-4:]
        return Baseline(value, year if year.isdigit() else None)
    if "再" in content[max(sentence.start, start - 4) : start + 1]:  # 在2个…基础上，再形成1—2个
        for other in reversed(sentence.quantities):
            if other.span.end <= start and content.find("基础上", other.span.end, start) >= 0:
                return Baseline(other.value.value, None)
    if found.value.measure == "multiple" and (
        beside := _times_of.search(content[max(sentence.start, start - 8) : start + 2])
    ):
        return Baseline(None, beside[1])  # 是2020年的2.1倍
    for time in reversed(sentence.times):
        if time.span.start > start:
            continue
        if start - time.span.end > _NEAR:
            break
        period = time.value.period
        compared = content[time.span.start - 1 : time.span.start] in ("比", "较")
        if (
            (compared or content[time.span.end : start].removeprefix("的").startswith("基础上"))
            and period is not None
            and period.start == period.end
        ):
            return Baseline(None, period.start[:4]) if time.quote[:1].isdigit() else None
    return None


_NEAR = 6
