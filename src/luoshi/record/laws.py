"""What must hold in a record beyond its form: quotes stand where they say, places lie inside."""

from __future__ import annotations

from luoshi.model import AnyFinding, Document, Section, Span, Text, Words
from luoshi.record.fault import Fault


def check(document: Document) -> None:
    """Raise ``Fault`` where a quote is not the text at its span, or a place lies outside the text."""
    text = document.text
    _check_text(text)
    _check_section(document.outline, len(text), ("outline",))
    for finding in document.profile:
        _check_finding(finding, text, (finding.kind, "profile"))
    for number, finding in enumerate(document.findings):
        _check_finding(finding, text, (number, "findings"))
    for number, rejected in enumerate(document.rejected):
        _check_finding(rejected.finding, text, (number, "rejected"))


def _check_finding(finding: AnyFinding, text: Text, path: tuple[str | int, ...]) -> None:
    if text.content[finding.span.start : finding.span.end] != finding.quote:
        raise Fault(
            Words(
                f"引文 {finding.quote[:20]!r} 不是 {list(finding.span)} 处的文字",
                f"the quote {finding.quote[:20]!r} is not the text at {list(finding.span)}",
            ),
            "quote",
            *path,
        )
    for span in finding.evidence:
        _check_span(span, len(text), ("evidence", *path))


def _check_text(text: Text) -> None:
    clean = back = 0
    for number, run in enumerate(text.runs):
        if run.clean != clean or run.original < back:
            raise Fault(Words("各段（runs）没有首尾相接", "the runs do not follow one another"), number, "runs", "text")
        clean, back = run.clean + run.clean_length, run.original + run.original_length
    if clean != len(text):
        what = Words(
            f"各段（runs）只覆盖 {len(text)} 字中的 {clean} 字",
            f"the runs cover {clean} characters of a text of {len(text)}",
        )
        raise Fault(what, "runs", "text")
    size = len(text.original.content)
    if back > size:
        what = Words(f"各段（runs）超出原文末尾（{size}）", f"the runs lead beyond the end of the original ({size})")
        raise Fault(what, "runs", "text")
    for number, edit in enumerate(text.edits):
        _check_span(edit.span, size, (number, "edits", "text"))
    for number, mark in enumerate(text.original.marks):
        _check_span(mark.span, size, ("span", number, "marks", "original"))


def _check_section(section: Section, length: int, path: tuple[str | int, ...]) -> None:
    _check_span(section.span, length, ("span", *path))
    if section.heading is not None:
        _check_span(section.heading, length, ("heading", *path))
    for number, child in enumerate(section.children):
        _check_section(child, length, (number, "children", *path))


def _check_span(span: Span, length: int, path: tuple[str | int, ...]) -> None:
    if not 0 <= span.start <= span.end <= length:
        what = Words(
            f"{list(span)} 不在 {length} 字的文本之内", f"{list(span)} lies outside the text of {length} characters"
        )
        raise Fault(what, *path)
