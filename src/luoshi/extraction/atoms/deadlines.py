"""Times: every expression of time with the period that it means in this document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.chinese.dates import is_by, resolve, times
from luoshi.extraction.zones import BACK, Zones
from luoshi.model import Document, Finding, Period, Span, Words
from luoshi.model.values import Alternative, Deadline


def deadlines(document: Document) -> Iterator[Finding[Deadline]]:
    """Every time that the text names, in order, resolved against the document's own date.

    A period that rests on the document's date or on the passage's year (``今年``, ``三年内``, ``6月底前``)
    is ``normalised`` and says from what; one without a hold has the period ``None``.
    """
    content = document.text.content
    zones = Zones(document)
    anchor = zones.anchor
    told: tuple[int, int] | None = None  # 明年 and where it stands: 全年 in the same sentence means that year
    before = -1  # where the time before ends
    for found in times(content):
        start, end = found.span()
        goes_on, before = start == before, end  # 2024年3月至2026年6月: a stretch, no end set
        if found["past"] == "前" and content[start - 1 : start] in ("学", "目", "此", "之"):
            continue  # 学前一年毛入园率
        absolute = found["year"] or found["from"] or found["plan"] or found["planth"]
        current = None if absolute else zones.year_at(start)
        deictic = found["deictic"]
        if told and deictic in _OF_THE_YEAR and start - told[1] < _SENTENCE and not _ends(content, told[1], start):
            current = told[0]
        period = resolve(found, anchor, current)
        if deictic in _TELLS and period is not None and content[start - 1 : start] not in _COMPARED:
            told = int(period.start[:4]), end
        if found["plan"] and content[start] == "“" and content[end - 1] not in "”末期间时来年":
            continue
        value = Deadline(
            period,
            is_by(found) and not goes_on,
            () if absolute or period is None else _others(found, zones, current, period),
        )
        if absolute or period is None:
            basis, why = "stated", None
        else:
            basis, why = "normalised", _why(anchor.year, current)
        yield Finding("deadline", value, Span(start, end), found[0], "deadlines", basis, why)


_TELLS = ("今年", "明年", "去年", "后年")
_OF_THE_YEAR = ("全年", "年内", "年底", "年末")
_COMPARED = ("比", "较")
_SENTENCE = 200


def _others(found: re.Match[str], zones: Zones, current: int | None, period: Period) -> tuple[Alternative, ...]:
    """Other years that a time without one may mean."""
    anchor = zones.anchor
    if anchor.year is None or found["withinpart"] == "来":
        return ()
    if found["within"] or found["next"]:  # 三年内, said late in a year: from this year on, or from the next
        other = resolve(found, anchor._replace(month=1), current) if anchor.month > _HALF else None
        why = Words("起算年可为成文当年，也可为次年", "counted from the year of the text, or from the one after it")
    elif not (found["onlymonth"] or found["half"] or found["deictic"] in _OF_SOME_YEAR):
        return ()
    elif current is not None and current != anchor.year and zones.at(found.start()).mode != BACK:
        other = resolve(found, anchor, anchor.year)
        why = Words(
            f"没有写年份：这一部分讲{current}年，文件写于{anchor.year}年",
            f"no year is given: the passage is about {current}, the text is of {anchor.year}",
        )
    elif is_by(found) and len(period.end) > _YEAR and period.end[:7] < f"{anchor.year}-{anchor.month:02d}":
        other = resolve(found, anchor, anchor.year + 1)
        why = Words(
            "没有写年份，且早于成文时间：也可能指次年", "no year is given, and it was over when the text was written"
        )
    else:
        return ()
    return (Alternative("period", str(other), why),) if other is not None and other != period else ()


_HALF = 6
_YEAR = 4
_OF_SOME_YEAR = ("年底", "年末", "年初")


def _ends(content: str, start: int, stop: int) -> bool:
    return content.find("。", start, stop) >= 0 or content.find("\n", start, stop) >= 0


def _why(year: int | None, current: int | None) -> Words:
    if current is not None and current != year:
        return Words(f"由所在部分所述年份（{current}年）推算", f"counted from the year of the passage, {current}")
    return Words(f"由文件日期所在年份（{year}年）推算", f"counted from the document's own year, {year}")
