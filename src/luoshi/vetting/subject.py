"""Whether the body is about what the title says: its words, and its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from luoshi.knowledge.regions import NATION, name_in
from luoshi.model import Document, Finding, Words
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt

_FORM = re.compile(
    r"关于|制定|印发|通知|意见|建议|纲要|规划|计划|方案|报告|公报|决定|决议|说明|政府|工作|人民|委员会|办公[厅室]|中共|国务院|进一步|加快|推进|实施|若干|的|和|与|[0-9〇零一二三四五六七八九十]{1,4}[年届次个]|[^\u4e00-\u9fff]"
)
_SHORT = 6
"""Titles with fewer telling pairs of characters than this say too little."""

_LITTLE = 0.25
_ENOUGH = 400
_PLACES = 12
_RARE = 0.08
_MAIN = 0.6


def subject(document: Document) -> Iterator[Finding[Doubt]]:
    """A body in which the title's words do not come, or that is about another place."""
    title = document.profile.title
    if title is None or title.basis == "inferred" or len(document.text) - title.span.end < _ENOUGH:
        return
    body = document.text.content[title.span.end :]
    pairs = {part[i : i + 2] for part in _FORM.split(title.value) for i in range(len(part) - 1)}
    if len(pairs) >= _SHORT:
        found = sum(1 for pair in pairs if pair in body)
        if found < _LITTLE * len(pairs):
            missing = "、".join(sorted(pair for pair in pairs if pair not in body)[:6])
            yield doubt(
                document,
                "subject",
                "major",
                title.span,
                Words(
                    f"标题里的词正文几乎不提（如{missing}）：正文可能不是这个标题的。",
                    f"The body hardly has the title's words (such as {missing}): it may belong to another title.",
                ),
                Words("按正文首句检索原文。", "A search for the body's first sentence."),
            )
    yield from _other_place(document)


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
            Words("核对正文的发文机关。", "The issuer that the body names."),
        )
