"""Targets that were due before the document was written: a plan of 2026 that sets an aim for 2019."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Words
from luoshi.model.values import Doubt, Target
from luoshi.vetting.doubts import doubt

_AIMS = ("力争", "确保", "争取", "要达到", "将达到", "预期", "计划达到", "拟")
_TOLD = ("已", "从", "由", "比", "曾", "当时", "完成了", "规划确定", "提出")
"""What tells of an aim of then, or of the way from one year to the next."""

_LEAD = 30


def due(document: Document) -> Iterator[Finding[Doubt]]:
    """Each target whose own sentence sets it a time that was over when the text was adopted."""
    date, content = document.profile.date, document.text.content
    if date is None:
        return
    for finding in document.find("target"):
        value: Target = finding.value
        if value.period is None or not value.period_stated or value.cell:
            continue
        words = content[max(0, finding.span.start - _LEAD) : finding.span.end]
        words = words[max(words.rfind("。", 0, _LEAD), words.rfind("\n", 0, _LEAD)) + 1 :]
        aimed = any(word in words for word in _AIMS) and not any(word in words for word in _TOLD)
        if aimed and value.period.last_day < date.first_day:
            yield doubt(
                document,
                "due",
                "minor",
                finding.span,
                Words(
                    f"目标期限{value.period}早于文件日期{date}。",
                    f"The target was due by {value.period}, before the document's date {date}.",
                ),
                settles=Words("对照首发版本中的年份。", "The year in the first edition."),
            )
