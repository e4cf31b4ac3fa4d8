"""A Word document's text in its order, with the numbers that Word writes by itself.

What does not belong to the running text is set apart after it, a line each, and marked:
footnotes and endnotes (``footnote``), what tracked changes delete (``deleted``), headers and footers
(``runhead``). Insertions are text. Text boxes follow the paragraph that holds them. Comments and
hidden text are left out and remarked. A table of one column is a frame around paragraphs and is
read as such.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luoshi.errors import DamagedFile
from luoshi.model import Original
from luoshi.sources import advice
from luoshi.sources.archive import Archive
from luoshi.sources.draft import Draft
from luoshi.sources.numbering import Numbering, numbering
from luoshi.sources.plain import doubts
from luoshi.sources.sniff import MEDIA_TYPES
from luoshi.sources.tables import LONG_CELL, Cell, write_table
from luoshi.sources.wordml import child, children, is_on, local, on, value
from luoshi.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_AROUND = frozenset(["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "bdo", "dir"])
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")


@dataclass(slots=True)
class _Style:
    level: int | None = None
    number: str = ""
    depth: int | None = None
    based_on: str = ""


@dataclass(slots=True)
class _Aside:
    """What is set apart from the running text."""

    deleted: list[tuple[str, str]] = field(default_factory=list)  # author, text
    boxes: list[Element] = field(default_factory=list)
    hidden: int = 0


def read(data: bytes, name: str) -> Original:
    """The text of a .docx or .docm; raises ``DamagedFile`` or ``TooLarge``."""
    archive = Archive(data, name)
    main = _main_part(archive)
    root = archive.tree(main)
    body = child(root, "body")
    if root is None or body is None:
        raise DamagedFile(Words(".docx 文件里没有正文。", "The .docx holds no document."), advice.RESAVE, name=name)
    parts = _related(archive, main)
    reader = _Reader(
        numbering(archive.tree(parts.get("numbering", [""])[0])), _styles(archive.tree(parts.get("styles", [""])[0]))
    )
    draft = reader.draft
    reader.blocks(body)
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        for part in parts.get(kind, []):
            reader.notes(archive.tree(part), tag)
    reader.deletions()
    for kind, where in (("header", "head"), ("footer", "foot")):
        for part in parts.get(kind, []):
            reader.running(archive.tree(part), where)
    _remark(reader, archive, parts)
    for fact, text in _facts(archive):
        draft.fact(fact, text)
    original = draft.original(data, MEDIA_TYPES["docx"])
    draft.remarks += doubts(original.content)
    return draft.original(data, MEDIA_TYPES["docx"])


def _main_part(archive: Archive) -> str:
    """The main part as the package's relationships name it, else where it usually lies."""
    root = archive.tree("_rels/.rels")
    for relation in root if root is not None else ():
        if on(relation, "Type").endswith("/officeDocument"):
            target = on(relation, "Target").lstrip("/")
            if target in archive:
                return target
    return "word/document.xml"


def _related(archive: Archive, main: str) -> dict[str, list[str]]:
    """The other parts by what they are: ``styles``, ``numbering``, ``footnotes``, ``header`` …"""
    folder, _, file = main.rpartition("/")
    found: dict[str, list[str]] = {}
    root = archive.tree(f"{folder}/_rels/{file}.rels")
    for relation in root if root is not None else ():
        if on(relation, "TargetMode") == "External":
            continue
        target = on(relation, "Target")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        found.setdefault(on(relation, "Type").rpartition("/")[2], []).append(part)
    return found


def _styles(root: Element | None) -> dict[str, _Style]:
    """Heading level and list of each paragraph style."""
    styles: dict[str, _Style] = {}
    for style in children(root, "style") if root is not None else ():
        properties = child(style, "pPr")
        outline = value(properties, "outlineLvl")
        name = value(style, "name").lower()
        level = int(outline) + 1 if re.fullmatch("[0-8]", outline) else None
        if level is None and (by_name := re.fullmatch(r"(?:heading|标题)\s?([1-9])", name)):
            level = int(by_name[1])
        elif level is None and name in {"title", "标题"}:
            level = 1
        depth = value(properties, "numPr", "ilvl")
        styles[on(style, "styleId")] = _Style(
            level,
            value(properties, "numPr", "numId"),
            int(depth) if re.fullmatch("[0-8]", depth) else None,
            value(style, "basedOn"),
        )
    return styles


def _facts(archive: Archive) -> Iterator[tuple[str, str]]:
    for part in ("docProps/core.xml", "docProps/app.xml"):
        root = archive.tree(part)
        for element in root if root is not None else ():
            if local(element) in {
                "title",
                "creator",
                "subject",
                "keywords",
                "created",
                "modified",
                "lastModifiedBy",
                "Company",
            }:
                yield local(element), element.text or ""


def _remark(reader: _Reader, archive: Archive, parts: dict[str, list[str]]) -> None:
    draft = reader.draft
    if count := reader.deleted:
        draft.remark(
            f"文档有修订痕迹：{count} 处删除未计入正文，列于文末。",
            f"The document has tracked changes: {count} deletion{'s are' if count > 1 else ' is'} kept out of the text"
            " and put at its end.",
        )
    if count := reader.hidden:
        draft.remark(
            f"文档中有 {count} 个字符设为隐藏，未计入正文。",
            f"{count} characters of the document are hidden and were left out.",
        )
    if any(part in archive for part in parts.get("comments", [])):
        draft.remark("文档带有批注，未计入正文。", "The document has comments; they were left out.")


class _Reader:
    """Writes the parts of a document into a draft."""

    def __init__(self, lists: Numbering, styles: dict[str, _Style]) -> None:
        self.draft = Draft()
        self.hidden = 0
        self.deleted = 0
        self._lists = lists
        self._styles = styles
        self._paragraphs = 0
        self._deletions: list[tuple[str, str]] = []
        self._carried = ""  # the words of a paragraph whose end a tracked change deletes
        self._running: set[str] = set()

    def blocks(self, owner: Element) -> None:
        """The paragraphs and tables of a body, a cell, a text box."""
        for element in owner:
            kind = local(element)
            if kind == "p":
                self._paragraph(element)
            elif kind == "tbl":
                self._table(element)
            elif kind in _AROUND:
                self.blocks(element)
            elif kind == "AlternateContent" and len(element):
                self.blocks(element[0])

    def _paragraph(self, element: Element) -> None:
        self._paragraphs += 1
        aside = _Aside()
        text = self._carried + _text(element, aside)
        self._carried = ""
        properties = child(element, "pPr")
        if child(properties, "rPr", "del") is not None:
            self._carried = text
        elif text.strip():
            self._write(text, properties)
        self._keep(aside)

    def _write(self, text: str, properties: Element | None) -> None:
        """A paragraph; a line break inside it ends a line, not the paragraph."""
        start = self.draft.length
        style, seen = value(properties, "pStyle"), 0
        label, gap = self._label(properties, style)
        lines = [line.rstrip() for line in text.split("\n")]
        lines[0] = f"{label}{gap}{lines[0].lstrip() if label else lines[0]}"
        for line in lines:
            if line.strip():
                self.draft.line(line)
        end = self.draft.length - 1
        self.draft.mark(start, end, "paragraph", str(self._paragraphs))
        outline = value(properties, "outlineLvl")
        level = int(outline) + 1 if re.fullmatch("[0-8]", outline) else None
        while not outline and level is None and style in self._styles and seen < 20:
            level, style, seen = self._styles[style].level, self._styles[style].based_on, seen + 1
        if level:
            self.draft.mark(start, end, "heading", str(level))
        if label:
            self.draft.mark(start, end, "list", label)

    def _label(self, properties: Element | None, style: str) -> tuple[str, str]:
        """The number that Word writes before the paragraph, from the paragraph itself or its style."""
        number, depth = value(properties, "numPr", "numId"), value(properties, "numPr", "ilvl")
        at = int(depth) if re.fullmatch("[0-8]", depth) else None
        seen, name = 0, style
        while not number and name in self._styles and seen < 20:
            found = self._styles[name]
            number = found.number
            if number and at is None:
                at = found.depth if found.depth is not None else self._lists.level_of_style(number, name)
            name, seen = found.based_on, seen + 1
        if not number or number == "0":
            return "", ""
        return self._lists.label(number, at or 0) or ("", "")

    def _keep(self, aside: _Aside) -> None:
        """Text boxes follow their paragraph; deletions wait for the end."""
        self._deletions += aside.deleted
        self.hidden += aside.hidden
        for box in aside.boxes:
            self.blocks(box)

    def _table(self, element: Element) -> None:
        rows: list[list[Cell]] = []
        aside = _Aside()
        found = list(_rows(element))
        single = all(len(list(_cells(row))) < 2 for row in found)
        above: dict[int, tuple[int, int]] = {}  # column: where the cell began that stretches down through it
        for row in found:
            if child(row, "trPr", "del") is not None:
                words = "\t".join(_flat(cell, aside) for cell in _cells(row))
                self._deletions.append((on(child(row, "trPr", "del"), "author"), words))  # type: ignore[arg-type]
                continue
            header = is_on(child(row, "trPr"), "tblHeader")
            cells: list[Cell] = []
            column = 0
            for cell in _cells(row):
                wide = value(cell, "tcPr", "gridSpan")
                columns = int(wide) if re.fullmatch(r"\d{1,3}", wide) else 1
                merge = child(cell, "tcPr", "vMerge")
                if merge is not None and on(merge, "val") != "restart" and column in above:
                    r, c = above[column]
                    rows[r][c] = rows[r][c]._replace(rows=len(rows) - r + 1)
                else:
                    above.pop(column, None)
                    if merge is not None:
                        above[column] = (len(rows), len(cells))
                    cells.append(Cell(_flat(cell, aside), 1, columns, header))
                column += columns
            rows.append(cells)
        if single or any(len(cell.text) > LONG_CELL for row in rows for cell in row):
            for row in found:
                for cell in _cells(row):
                    self.blocks(cell)
            return
        write_table(self.draft, rows)
        self._keep(aside)

    def notes(self, root: Element | None, tag: str) -> None:
        """Footnotes or endnotes, a line each, numbered as they follow one another."""
        number = 0
        for note in children(root, tag) if root is not None else ():
            if on(note, "type") in {"separator", "continuationSeparator", "continuationNotice"}:
                continue
            number += 1
            aside = _Aside()
            if text := _flat(note, aside):
                self.draft.line(text, ("footnote", str(number)))
            self._keep(aside)

    def deletions(self) -> None:
        """What tracked changes delete, a line each."""
        self.draft_carried()
        for author, text in self._deletions:
            if text := " ".join(text.split()):
                self.deleted += 1
                self.draft.line(text, ("deleted", author))

    def draft_carried(self) -> None:
        """Words of a last paragraph whose end was deleted still are text."""
        if self._carried.strip():
            self.draft.line(self._carried.strip())
        self._carried = ""

    def running(self, root: Element | None, where: str) -> None:
        """A header or footer; those that repeat another are written once."""
        for paragraph in root.iter() if root is not None else ():
            if local(paragraph) == "p":
                text = " ".join(_text(paragraph, _Aside()).split())
                if text and text not in self._running:
                    self._running.add(text)
                    self.draft.line(text, ("runhead", where))


def _rows(owner: Element) -> Iterator[Element]:
    """The rows of a table, also where a content control or a tracked change wraps them."""
    for element in owner:
        if local(element) == "tr":
            yield element
        elif local(element) in _AROUND:
            yield from _rows(element)


def _cells(owner: Element) -> Iterator[Element]:
    for element in owner:
        if local(element) == "tc":
            yield element
        elif local(element) in _AROUND:
            yield from _cells(element)


def _flat(owner: Element, aside: _Aside) -> str:
    """All paragraphs of a cell or a note on one line."""
    words = []
    for element in owner:
        kind = local(element)
        if kind == "p":
            words.append(_text(element, aside))
        elif kind in _AROUND or kind in {"tbl", "tr", "tc"}:
            words.append(_flat(element, aside))
    return " ".join(" ".join(words).split(" ")).replace("\n", " ").replace("\t", " ").strip()


def _text(owner: Element, aside: _Aside) -> str:
    """The words of a paragraph, without what a tracked change deletes; line breaks as line ends."""
    pieces: list[str] = []
    _gather(owner, pieces, aside)
    return _CONTROL.sub("", "".join(pieces))


def _gather(owner: Element, pieces: list[str], aside: _Aside) -> None:
    for element in owner:
        kind = local(element)
        if kind == "t":
            pieces.append(element.text or "")
        elif kind == "r":
            if is_on(child(element, "rPr"), "vanish"):
                hidden: list[str] = []
                _gather(element, hidden, aside)
                aside.hidden += len("".join(hidden).strip())
            else:
                _gather(element, pieces, aside)
        elif kind in {"del", "moveFrom"}:
            words = "".join(inner.text or "" for inner in element.iter() if local(inner) in {"delText", "t"})
            aside.deleted.append((on(element, "author"), words))
        elif kind in {"br", "cr"}:
            pieces.append("" if on(element, "type") in {"page", "column"} else "\n")
        elif kind in {"tab", "ptab"}:
            pieces.append(" ")
        elif kind == "noBreakHyphen":
            pieces.append("-")
        elif kind == "sym":
            pieces.append(_sign(on(element, "char")))
        elif kind == "ruby":
            if (base := child(element, "rubyBase")) is not None:
                _gather(base, pieces, aside)
        elif kind == "txbxContent":
            aside.boxes.append(element)
        elif kind == "AlternateContent":  # the same thing for newer and older programs: one of them
            if len(element):
                _gather(element[0], pieces, aside)
        elif kind not in {"pPr", "rPr", "instrText", "delText", "rPrChange", "pPrChange"}:
            _gather(element, pieces, aside)


def _sign(code: str) -> str:
    """A character of a symbol font; those of private fonts (Wingdings) have no meaning as text."""
    if not re.fullmatch("[0-9A-Fa-f]{1,5}", code):
        return ""
    number = int(code, 16)
    return "□" if 0xE000 <= number <= 0xF8FF or number < 0x20 or 0xD800 <= number < 0xE000 else chr(number)
