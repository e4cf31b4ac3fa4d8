"""Whether the body is about what the title says: its words, and its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from luoshi.knowledge.regions import NATION, divisions_by_code, name_in
from luoshi.model import Document, Finding, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
from luoshi.vetting.doubts import doubt

_FORM = regex(
    r"国民经济|社会发展|关于|制定|印发|通知|意见|建议|纲要|规划|计划|方案|报告|公报|决定|决议|说明|政府|工作|人民|委员会|办公[厅室]|中共|国务院|进一步|加快|推进|实施|若干|的|和|与|[0-9〇零一二三四五六七八九十]{1,4}[年届次个]|[\W\dA-Za-z_]"
)
_PAIRS = 8
"""Titles with fewer telling pairs of characters than this say too little."""

_HALF = 0.5
_ENOUGH = 400
_PLACES = 12
_RARE = 0.08
_MAIN = 0.6

_PLAN = regex(r"第([一二三四五六七八九十]{1,3})个五年")
_TERM = regex(r"(?:第)?([一二三四五六七八九十]{1,3}届)")
_OF_GENRE = {
    "政府工作报告": ("各位代表", "请予审议", "政府工作", "向大会"),
    "统计公报": ("比上年", "初步核算", "增加值"),
    "公报": ("全会", "全体会议"),
    "说明": ("起草", "说明"),
}
"""What a text of that kind cannot do without."""


def subject(document: Document) -> Iterator[Finding[Doubt]]:
    """A body in which the title's words do not come, or that is about another place."""
    title = document.profile.title
    if title is None or title.basis == "inferred" or len(document.text) - title.span.end < _ENOUGH:
        return
    lines = (title, document.profile.adopted, document.profile.session)
    start = max(each.span.end for each in lines if each is not None)
    body = document.text.content[start:]
    missing = list(_missing(document, title.value, body))
    if missing:
        what = "；".join(missing)
        yield doubt(
            document,
            "subject",
            "major" if len(missing) > 1 else "minor",
            title.span,
            Words(
                f"标题有而正文没有：{what}。正文可能不是这个标题的。",
                f"In the title but nowhere in the body: {what}. The body may belong to another title.",
            ),
            settles=Words("按正文首句检索原文。", "A search for the body's first sentence."),
        )
    yield from _other_place(document)


def _missing(document: Document, title: str, body: str) -> Iterator[str]:
    """What the title names and the body does not: place, plan, term, kind, theme."""
    region = document.profile.region
    if region is not None and region.value.code not in (None, NATION) and region.value.name in title:
        short = next((each.short for each in divisions_by_code().get(region.value.code or "", ()) if each.short), "")
        if (short or region.value.name) not in body:
            yield region.value.name
    plan = _PLAN.search(title)
    if plan and f"{plan[1]}五" not in body and f"第{plan[1]}个五年" not in body:
        yield plan[0]
    term = _TERM.search(title)
    if (
        term
        and term[1] not in document.text.content[document.profile.title.span.end if document.profile.title else 0 :]
    ):
        yield term[0]
    genre = document.profile.genre
    needed = _OF_GENRE.get(genre.value, ()) if genre else ()
    if needed and not any(word in body for word in needed):
        yield genre.value if genre else ""
    pairs = {part[i : i + 2] for part in _FORM.split(title) for i in range(len(part) - 1)}
    absent = sorted(pair for pair in pairs if pair not in body)
    if len(pairs) >= _PAIRS and len(absent) > _HALF * len(pairs):
        yield "、".join(absent[:6])


def _other_place(document: Document) -> Iterator[Finding[Doubt]]:
    region = document.profile.region
    if region is None or region.value.code in (None, NATION):
        return
    home = region.value.code[:2]
    provinces: Counter[str] = Counter(
        finding.value.code[:2]
        for finding in document.find("place")
        if finding.value.code and finding.value.kind == "division" and finding.value.code != NATION
    )
    total = sum(provinces.values())
    if total < _PLACES:
        return
    main, count = provinces.most_common(1)[0]
    if main != home and provinces[home] < _RARE * total and count > _MAIN * total:
        other = name_in(main + "0000") or main
        yield doubt(
            document,
            "subject",
            "major",
            region.span,
            Words(
                f"标题是{region.value.name}的，正文的地名却多属{other}（{count}/{total}）。",
                f"The title is of {region.value.name}, but most places in the body lie in {other} ({count} of {total}).",
            ),
            settles=Words("核对正文的发文机关。", "The issuer that the body names."),
        )
