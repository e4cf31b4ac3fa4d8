"""What must hold for whatever a source made of whatever bytes."""

from __future__ import annotations

from luoshi.model import Original

KINDS = {
    *("page", "box", "xpath", "paragraph", "heading", "list", "table", "cell", "header"),
    *("chrome", "runhead", "pagenumber", "footnote", "caption", "deleted", "ocr"),
}


def check(original: Original) -> None:
    """Marks lie inside the text, in order; the text can be written; a cell is inside its line."""
    content = original.content
    content.encode()
    assert content.strip()
    assert len(original.sha256) == 64
    last = -1
    for span, kind, value in original.marks:
        assert 0 <= span.start < span.end <= len(content), (span, kind)
        assert span.start >= last
        last = span.start
        assert kind in KINDS
        assert isinstance(value, str)
        assert len(value) < 20_000
        if kind in {"cell", "header"}:
            assert not set(content[span.start : span.end]) & {"\t", "\n"}
    for remark in original.remarks:
        assert remark.zh
        assert remark.en


def marked(original: Original, kind: str) -> list[tuple[str, str]]:
    """The words and values of the marks of a kind."""
    return [(original.content[mark.span.start : mark.span.end], mark.value) for mark in original.marked(kind)]
