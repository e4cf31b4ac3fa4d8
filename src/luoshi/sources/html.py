"""A page's visible text, block by block, with marks for headings, lists, tables and site chrome.

All that a browser would show is kept, chrome included but marked, so that cleaning takes it out as
edits that can be shown and put back. White space collapses as browsers do it; a line break of the
source between two Chinese characters leaves no space (CSS Text 3, segment break transformation).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luoshi.errors import DamagedFile
from luoshi.model import Original
from luoshi.sources.chrome import chrome
from luoshi.sources.draft import Draft
from luoshi.sources.elements import BLOCKS, VOID, words
from luoshi.sources.encoding import decode
from luoshi.sources.plain import doubts
from luoshi.sources.sniff import declared_encoding
from luoshi.sources.tables import write_table
from luoshi.sources.walk import MAX_DEPTH, Walk
from luoshi.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LAST_TAGS = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)  # the parser would stop there, browsers do not
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>")


def read(data: bytes, name: str) -> Original:
    """The text of a page in any encoding; raises ``DamagedFile`` where there is no markup to read."""
    text, encoding, remarks = decode(data, declared_encoding(data))
    draft = Draft()
    draft.remarks += remarks
    root = parse(text, draft)
    if root is None:
        raise DamagedFile(
            Words("网页里没有文字。", "The page holds no text."),
            Words("请用浏览器重新保存。", "Save it again from the browser."),
            name=name,
        )
    _facts(root, draft)
    write(root, draft)
    original = draft.original(data, "text/html", encoding)
    draft.remarks += doubts(original.content)
    return draft.original(data, "text/html", encoding)


def parse(text: str, draft: Draft) -> Element | None:
    """The tree of a page or a fragment, whatever its faults; ``None`` where it has no element."""
    from lxml import etree  # noqa: PLC0415 — only pages need it

    text = _LAST_TAGS.sub("", text.replace("\0", "\ufffd"))
    for attempt in (text, None):
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        source = attempt if attempt is not None else _flattened(text)
        root: Element | None
        try:
            root = etree.fromstring(source.encode("utf-8", "replace"), parser)
        except (etree.XMLSyntaxError, ValueError):
            root = None
        if not any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
            return root
        draft.remark(
            f"网页嵌套过深，超过 {MAX_DEPTH} 层的部分已展平读取。",
            f"The page is nested too deeply; what lies below {MAX_DEPTH} levels was read as if side by side.",
        )
    return root


def _flattened(text: str) -> str:
    """The page without its tags below ``MAX_DEPTH``: those of blocks become line ends."""
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        closing, tag = match[1], match[2].lower()
        if tag in VOID:
            return match[0]
        depth = max(0, depth - 1) if closing else depth + 1
        if depth + bool(closing) <= MAX_DEPTH:
            return match[0]
        return "<br>" if tag in BLOCKS else ""

    return _TAG.sub(kept, text)


def _facts(root: Element, draft: Draft) -> None:
    """Title and meta tags: ``PubDate``, ``ContentSource``, ``og:title`` … under their own names."""
    for title in root.iter("title"):
        draft.fact("title", words(title))
        break
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip()
        content = meta.get("content") or ""
        if (
            name
            and 0 < len(content) <= 1000
            and not re.match(r"viewport|robots|.*verification|theme", name, re.IGNORECASE)
        ):
            draft.fact(name, content)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            draft.fact("canonical", link.get("href"))


def write(root: Element, draft: Draft, *, paths: bool = True) -> None:
    """Write the visible text below ``root`` as lines with marks; ``paths`` lead back where it is a whole page."""
    walk = Walk()
    walk.page.title = dict(draft.metadata).get("title", "")
    walk.run(root)
    starts: list[int] = []
    ends: list[int] = []
    first_mark = len(draft.marks)
    for line in walk.lines:
        starts.append(draft.length)
        path = [("xpath", line.path)] if paths else []
        if line.rows:
            write_table(draft, line.rows, *path, *line.marks)
        else:
            draft.line(line.text, *path, *line.marks)
        ends.append(draft.length - 1)
    for first, last, kind in chrome(walk.page):
        draft.mark(starts[first], ends[last - 1], "chrome", kind)
    _leave_no_chrome_headings(draft, first_mark)
    if walk.hidden:
        draft.remark(
            f"网页中有 {walk.hidden} 个字符被设为隐藏，未计入正文。",
            f"{walk.hidden} characters of the page are hidden from its readers and were left out.",
        )


def _leave_no_chrome_headings(draft: Draft, first: int) -> None:
    """A heading inside chrome is no heading of the document."""
    bars = [mark.span for mark in draft.marks[first:] if mark.kind == "chrome"]
    if bars:
        draft.marks[first:] = [
            mark
            for mark in draft.marks[first:]
            if mark.kind not in {"heading", "list"} or not any(bar.contains(mark.span) for bar in bars)
        ]
