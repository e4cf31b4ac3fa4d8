"""The publication and the reposting: when the text first came out, and when the page that was read was posted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.model import Document, Finding, Period, Profile, Span, Words
from luoshi.patterns import regex
from luoshi.profile.days import DAY, day
from luoshi.profile.head import Head, field

_DELIVERED = regex(
    rf"(?:^|\n)[-—（(]{{0,4}} ?(?P<day>{DAY})(?:，|上?午)?在?[^\n。]{{2,60}}?\n?[^\n。]{{0,40}}?(?:会议|大会)\n?上?[）)]?(?!\w{{0,4}}通过)"
)
_DELIVERED_AFTER = regex(rf"(?:^|\n)[^\n。]{{2,40}}(?:会议|大会)，(?P<day>{DAY})(?:\n|$)")
_POSTED = regex(
    rf"(?P<label>更新时间|更新于|转载时间|发布时间|发布日期|发表时间|发文日期|公布日期|成文日期|印发日期|日期|时间)[:：]\s{{0,3}}(?P<day>{DAY})"
)
_BESIDE_SOURCE = regex(rf"来源 ?[:：][^\n]{{0,30}}\n(?P<day>{DAY})|(?:^|\n)(?P<before>{DAY})[^\n]{{0,24}}\n?来源[:：]")
_LINE = regex(rf"(?:^|\n)[（(]?(?P<day>{DAY})[）)]?(?=\n|$)")
_NEWS = regex(r"《新闻联播》[（( ]{0,2}(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)")


def published(document: Document, head: Head, profile: Profile) -> Finding[Period] | None:
    """The day of the first publication.

    A report is published by delivering it (``——2026年1月20日在…会议上``); a news page by its
    ``时间：`` line; else a date that stands on a line of its own near the head or at the end.
    """
    if profile.adopted is None and (delivered := _delivered(head)):
        return _day(document, "published", delivered, "day", 0)
    news = _NEWS.search(head.reach, 0, 200) if "《新闻联播》" in head.reach else None
    if news:
        found = day(f"{news['y']}-{news['m']}-{news['d']}")
        if found:
            return field(document, "published", found, Span(news.start("y"), news.end("d")), normalised=True)
    posted = next(_posted(head.reach), None)
    if posted and posted["label"] not in ("更新时间", "更新于", "转载时间") and profile.adopted is None:
        return _day(document, "published", posted, "day", 0)
    beside = _beside_source(head)
    if beside:
        return _day(document, "published", beside, "day" if beside["day"] else "before", 0)
    for line in (_LINE.search(head.reach[:800]), _LINE.search(head.foot)):
        if line and line.string is head.foot:
            return _day(document, "published", line, "day", head.foot_start)
        if line:
            return _day(document, "published", line, "day", 0)
    return None


def reposted(document: Document, head: Head, profile: Profile) -> Finding[Period] | None:
    """The day on the page (更新时间, 发布时间) where it is not that of the first publication."""
    for found in _posted(head.reach):
        reading = day(found["day"])
        first = profile.published.value if profile.published else None
        if reading is not None and reading != first:
            return _day(document, "reposted", found, "day", 0)
    beside = _beside_source(head)
    if beside:
        group = "day" if beside["day"] else "before"
        if profile.published is None or day(beside[group]) != profile.published.value:
            return _day(document, "reposted", beside, group, 0)
    return _removed(document, profile)


def _delivered(head: Head) -> re.Match[str] | None:
    reach = head.reach[:1500]
    if "会议" not in reach and "大会" not in reach:
        return None
    return _DELIVERED.search(reach) or _DELIVERED_AFTER.search(reach[:600])


def _posted(words: str) -> Iterator[re.Match[str]]:
    """Each day behind a label of the page; every label ends in one of these words."""
    if "时间" in words or "日期" in words or "更新于" in words:
        yield from _POSTED.finditer(words)


def _beside_source(head: Head) -> re.Match[str] | None:
    return _BESIDE_SOURCE.search(head.reach) if "来源" in head.reach else None


def _removed(document: Document, profile: Profile) -> Finding[Period] | None:
    """A dateline that cleaning took out as the page's furniture: it is no longer in the clean text."""
    for edit in document.text.edits:
        if not edit.reason.startswith("furniture") or not 8 <= len(edit.before) <= 400:
            continue
        found = next(_posted(edit.before), None)
        reading = day(found["day"]) if found else None
        if found is None or reading is None or (profile.published and profile.published.value == reading):
            continue
        at = document.text.forward(edit.span).start
        return field(
            document,
            "reposted",
            reading,
            Span(at, at),
            why=Words(
                f"清洗时移去的页面信息：“{found[0]}”。",
                f"From the page's own line, taken out by cleaning: “{found[0]}”.",
            ),
        )
    return None


def _day(document: Document, kind: str, found: re.Match[str], group: str, base: int) -> Finding[Period] | None:
    period = day(found[group])
    if period is None:
        return None
    start = found.start("label") if "label" in found.re.groupindex else found.start(group)
    return field(document, kind, period, Span(base + start, base + found.end(group)), normalised=True)
