"""A page's visible text, block by block, with marks for headings, lists, tables and site chrome.

All that a browser would show is kept, chrome included but marked, so that cleaning takes it out as
edits that can be shown and put back. White space collapses as browsers do it; a line break of the
source between two Chinese characters leaves no space (CSS Text 3, segment break transformation).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from luoshi.errors import DamagedFile
from luoshi.model import Original
from luoshi.sources.chrome import Block, Page, Part, called, chrome
from luoshi.sources.counting import counted
from luoshi.sources.draft import Draft
from luoshi.sources.encoding import decode
from luoshi.sources.plain import doubts
from luoshi.sources.sniff import declared_encoding
from luoshi.sources.tables import LONG_CELL, Cell, write_table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_DEPTH = 200
"""Elements nested deeper than this are read as if they stood side by side where the parser gives up."""

_HIDDEN = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noframes",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "audio",
        "video",
        "canvas",
        "map",
        "title",
    ]
)
_BLOCKS = frozenset(
    [
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "caption",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "select",
        "textarea",
        "button",
        "noscript",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_GROUPS = frozenset(["ul", "ol", "dl", "div", "table", "section", "td", "tbody", "tr", "p", "menu", "dir", "center"])
_INVISIBLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_SPACES = re.compile("[ \t\n\r\f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u201c\u201d\u2018\u2019\u2014\u2026"
_BREAK_IN_CHINESE = re.compile(rf"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_FILE_LINK = re.compile(r"\.(?:pdf|docx?|wps|xlsx?|et|zip|rar|ofd)$", re.IGNORECASE)
_LAST_TAGS = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)  # the parser would stop there, browsers do not
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>")
_NUMERALS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read(data: bytes, name: str) -> Original:
    """The text of a page in any encoding; raises ``DamagedFile`` where there is no markup to read."""
    text, encoding, remarks = decode(data, declared_encoding(data))
    draft = Draft()
    draft.remarks += remarks
    root = parse(text, draft)
    if root is None:
        raise DamagedFile("The page holds no text.", "Save it again from the browser.", name=name)
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
        if tag in _VOID:
            return match[0]
        depth = max(0, depth - 1) if closing else depth + 1
        if depth + bool(closing) <= MAX_DEPTH:
            return match[0]
        return "<br>" if tag in _BLOCKS else ""

    return _TAG.sub(kept, text)


def _facts(root: Element, draft: Draft) -> None:
    """Title and meta tags: ``PubDate``, ``ContentSource``, ``og:title`` … under their own names."""
    for title in root.iter("title"):
        draft.fact("title", _words(title))
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
    walk = _Walk()
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


@dataclass(slots=True)
class _Line:
    """A line to be written: text with marks, or the rows of a table."""

    path: str
    text: str = ""
    marks: list[tuple[str, str]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element that the walk is in."""

    tag: str
    path: str
    part: Part
    counts: dict[str, int] = field(default_factory=dict)
    marks: list[tuple[str, str]] = field(default_factory=list)
    numbers: Iterator[str] | None = None


class _Walk:
    """One pass over the tree, without recursion, that gathers lines and the parts of the page."""

    def __init__(self) -> None:
        self.page = Page()
        self.lines: list[_Line] = []
        self.hidden = 0
        self._open: list[_Open] = []
        self._inline: list[str] = []
        self._linked = 0
        self._links = 0
        self._in_link = 0
        self._pre = 0
        self._label = ""

    def run(self, root: Element) -> None:
        """Walk the whole tree below ``root``."""
        from lxml.etree import iterwalk  # noqa: PLC0415

        layout = _tables_around_tables(root)
        walker: Any = iterwalk(root, events=("start", "end"))
        skipped: Element | None = None
        for event, element in walker:
            if element.tag in _VOID:
                if event == "end":
                    self._text(element.tail)
                elif element.tag in {"br", "hr"}:
                    self._flush()
            elif event == "start":
                self._count(element)
                if _is_hidden(element):
                    self.hidden += _weight(element)
                    skipped = element
                elif element.tag == "table" and element not in layout and (rows := _rows(element)):
                    self._flush()
                    self._table(element, rows)
                    skipped = element
                else:
                    self._start(element)
                    continue
                walker.skip_subtree()
            elif skipped is not None and element is skipped:
                skipped = None
                self._text(element.tail)
            else:
                self._end(element)
                self._text(element.tail)
        self._flush()

    def _count(self, element: Element) -> None:
        if self._open:
            counts = self._open[-1].counts
            tag = str(element.tag)
            counts[tag] = counts.get(tag, 0) + 1

    def _path(self, element: Element) -> str:
        """The element's XPath; deep down, that of its ancestor at ``MAX_DEPTH`` (paths stay short)."""
        if not self._open:
            return f"/{element.tag}"
        above = self._open[-1]
        if len(self._open) > MAX_DEPTH:
            return above.path
        return f"{above.path}/{element.tag}[{above.counts[str(element.tag)]}]"

    def _start(self, element: Element) -> None:
        tag = str(element.tag)
        block = tag in _BLOCKS
        if block:
            self._flush()
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        part = Part(len(self.lines), *called(tag, (element.get("role") or "").lower(), names), tag in _GROUPS)
        above = self._open[-1] if self._open else None
        part.inside_article = bool(above and (above.part.inside_article or above.tag in {"article", "main"}))
        opened = _Open(tag, self._path(element), part)
        if above and block:
            opened.marks = [mark for mark in above.marks if mark[0] == "heading"]
        if re.fullmatch("h[1-6]", tag):
            opened.marks = [("heading", tag[1])]
        elif tag in {"figcaption", "caption"}:
            opened.marks = [("caption", "")]
        elif tag == "ol":
            opened.numbers = _numbers(element)
        elif tag == "li" and above and above.numbers:
            self._label = next(above.numbers)
        elif tag == "a" and _leads_away(element):
            self._in_link += 1
            self._links += 1
        elif tag in {"pre", "textarea"}:
            self._pre += 1
        self._open.append(opened)
        self._text(element.text)

    def _end(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._flush()
            self._label = ""
        elif tag == "a" and _leads_away(element):
            self._in_link -= 1
        if tag in {"pre", "textarea"}:
            self._pre -= 1
        closed = self._open.pop()
        part = closed.part
        part.last = len(self.lines)
        if part.last > part.first and (part.called or part.group):
            self.page.parts.append(part)
        if self._open:
            self._open[-1].part.add_part(part)

    def _text(self, text: str | None) -> None:
        if not text or not self._open:
            return
        if self._in_link:
            self._linked += len("".join(text.split()))
        if self._pre:
            *whole, text = re.split(r"\r\n|\r|\n", text)
            for line in whole:
                self._inline.append(line)
                self._flush()
        elif "\n" in text or "\r" in text:
            text = _BREAK_IN_CHINESE.sub("", text)
        self._inline.append(text)

    def _flush(self) -> None:
        """End the line."""
        if not self._inline:
            return
        text = "".join(self._inline)
        text = text.rstrip() if self._pre else collapsed(text)
        linked, links = min(self._linked, len(text)), self._links
        self._inline.clear()
        self._linked = self._links = 0
        if not text.strip():
            return
        above = self._holder()
        marks = list(above.marks)
        if self._label:
            text = f"{self._label} {text}"
            marks.append(("list", self._label))
            self._label = ""
        heading = any(kind == "heading" for kind, _ in marks)
        self._add(_Line(above.path, text, marks), Block(text, linked, links, heading))

    def _holder(self) -> _Open:
        """The block that the line stands in."""
        return next((opened for opened in reversed(self._open) if opened.tag in _BLOCKS), self._open[0])

    def _table(self, element: Element, rows: list[list[Cell]]) -> None:
        text = "\t".join(cell.text for row in rows for cell in row)
        links = [link for link in element.iter("a") if _leads_away(link)]
        linked = sum(len("".join(_words(link).split())) for link in links)
        for caption in element.iter("caption"):
            if words := collapsed(_words(caption)):
                self._add(_Line(self._path(element), words, [("caption", "")]), Block(words, 0, 0, heading=False))
        self._add(_Line(self._path(element), rows=rows), Block(text, linked, len(links), heading=False))

    def _add(self, line: _Line, block: Block) -> None:
        self.lines.append(line)
        self.page.blocks.append(block)
        self._open[-1].part.add(block)


def collapsed(text: str) -> str:
    """Text with its white space as a browser shows it; spaces of other kinds (U+3000, U+00A0) stay."""
    return _SPACES.sub(" ", text).strip(" ")


def _words(element: Element) -> str:
    """All text inside an element."""
    return "".join(str(text) for text in element.itertext())


def _is_hidden(element: Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _HIDDEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _INVISIBLE.search(style[:2000]))


def _weight(element: Element) -> int:
    """Characters that are hidden from the page's readers (scripts and styles are no text)."""
    if element.tag in _HIDDEN:
        return 0
    return len("".join(_words(element).split()))


def _leads_away(link: Element) -> bool:
    """Whether a link leads to another page: not to a place in this one, nor to a file to take along."""
    target = (link.get("href") or "").strip()
    return bool(target) and not target.startswith("#") and not _FILE_LINK.search(target.partition("?")[0])


def _numbers(element: Element) -> Iterator[str]:
    """What a browser writes before each item of an ordered list: ``1.``, ``2.`` …"""
    style = (element.get("style") or "") + (element.get("class") or "")
    if "none" in style:
        return
    form = (
        "chineseCounting" if re.search("cjk|chinese", style) else _NUMERALS.get(element.get("type") or "1", "decimal")
    )
    start = element.get("start") or ""
    number = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    while True:
        yield counted(number, form) + ("、" if form == "chineseCounting" else ".")
        number += 1


def _tables_around_tables(root: Element) -> set[Element]:
    """The tables that hold other tables: they lay out the page."""
    found = set()
    for table in root.iter("table"):
        above = table.getparent()
        while above is not None and above.tag != "table":
            above = above.getparent()
        if above is not None:
            found.add(above)
    return found


def _rows(table: Element) -> list[list[Cell]]:
    """The rows of a table of data; none where the table only lays out the page."""
    if table.get("role") == "presentation":
        return []
    rows = []
    for row in table.iter("tr"):
        cells = []
        for cell in row.iterchildren("td", "th"):
            text = _cell_text(cell)
            if len(text) > LONG_CELL or (len(text) > 100 and len(list(cell.iter("p"))) > 3):
                return []
            cells.append(Cell(text, _span(cell, "rowspan"), _span(cell, "colspan"), cell.tag == "th"))
        if cells:
            rows.append(cells)
    wide = max((sum(cell.columns for cell in row) for row in rows), default=0)
    return rows if wide > 1 and (len(rows) > 1 or wide > 2) else []


def _cell_text(cell: Element) -> str:
    """The visible words of a cell on one line."""
    pieces: list[str] = []
    hidden = [inner for inner in cell.iter() if _is_hidden(inner)]
    unseen = {below for inner in hidden for below in inner.iter()} if hidden else set()
    for inner in cell.iter():
        tag = inner.tag
        if inner not in unseen:
            pieces.append((" " if tag in _BLOCKS or tag == "br" else "") + (inner.text or ""))
        if inner is not cell:
            pieces.append(
                (" " if tag in _BLOCKS else "") + (inner.tail or "") if inner.getparent() not in unseen else ""
            )
    return collapsed("".join(pieces)).replace("\t", " ")


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, int(value)) if re.fullmatch(r"\d{1,4}", value) else 1
