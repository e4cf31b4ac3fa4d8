"""Whether a text about plans says anything that can be checked."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
from luoshi.vetting.doubts import doubt

_FIGURE = regex(
    r"[0-9](?:[0-9,.]{0,12})\s?(?:%|‰|％|个百分点|[万亿]|元|[个家项所座条人户名件辆台套吨亩米度倍岁天年]|公里|平方|千瓦|强|位)"
)
_YEAR_ONLY = regex(r"(?:19|20)[0-9]{2}年")
_NAMED = regex(r"《[^》\n]{2,60}》")
_PROMISED = regex(r"(?:可量化|量化指标|具体指标|一系列指标)")
_PLANS = ("规划", "计划", "目标")
_LONG = 600
"""Shorter texts may rightly have no figure."""


def substance(document: Document) -> Iterator[Finding[Doubt]]:
    """A long text about plans without one figure, and one that promises figures and gives none."""
    content = document.text.content
    if len(content) < _LONG or not any(word in content for word in _PLANS):
        return
    if any(
        finding.kind != "deadline" or finding.value.by for finding in document.find("target", "achievement", "deadline")
    ):
        return
    if any(not _YEAR_ONLY.match(found[0]) for found in _FIGURE.finditer(content)):
        return
    promised = _PROMISED.search(content)
    if promised:
        yield doubt(
            document,
            "substance",
            "minor",
            Span(*promised.span()),
            Words(
                f"文中说有“{promised[0]}”，却一个数字也没有给。",
                f"The text speaks of figures (“{promised[0]}”) and gives not one.",
            ),
        )
    if not _NAMED.search(content):
        yield doubt(
            document,
            "substance",
            "note",
            Span(0, min(len(content), 24)),
            Words(
                "全文没有一个可核对的数字，也没有引用任何文件。",
                "The text has no figure that could be checked and names no document.",
            ),
        )
