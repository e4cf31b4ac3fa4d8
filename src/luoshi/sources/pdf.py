"""The text layer of a PDF in reading order, with pages, boxes, tables and running heads marked.

Lines end where the page's lines end: joining them to paragraphs is the business of cleaning. A
first line's indent stands as two ideographic spaces, as official texts have it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from luoshi.errors import DamagedFile, TooLarge
from luoshi.model import Original
from luoshi.sources import advice
from luoshi.sources.draft import Draft
from luoshi.sources.glyphs import Piece, Rules, pieces, plain_radicals, rules, turn
from luoshi.sources.layout import Box, Grid, Line, arrange
from luoshi.sources.plain import doubts
from luoshi.sources.ruled import Ruled, ruled_tables
from luoshi.sources.runheads import Placed, runheads
from luoshi.sources.tables import write_table
from luoshi.sources.textlayer import fault
from luoshi.words import Words

MAX_PAGES = 3000
"""The most pages that are read: a plan has some hundreds."""

MAX_CHARACTERS = 20_000_000
"""The most characters that are read from one file."""

EDGE = 0.07
"""The share of a page's height that is its margin above or below."""


@dataclass(slots=True)
class Sheet:
    """A page as it was read: its height in points and what stands on it, in reading order."""

    height: float
    parts: list[Line | Grid] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words of the page."""
        return "".join(
            part.text if isinstance(part, Line) else "".join(cell.text for row in part.rows for cell in row)
            for part in self.parts
        )


def read(data: bytes, name: str) -> Original:
    """The text of a PDF.

    Raises ``DamagedFile`` where it is broken or needs a password, and what ``ocr`` raises where its
    text layer is missing or garbage and pictures cannot be read here.
    """
    document = open_pdf(data, name)
    try:
        draft = Draft()
        sheets = _sheets(document, draft, name)
        why = fault("".join(sheet.text for sheet in sheets[:200]), min(200, len(sheets)))
        if why:
            from luoshi.sources import ocr  # noqa: PLC0415 — an extra

            return ocr.read_pages(data, document, why, name)
        _report_pictures(sheets, draft)
        write(sheets, draft)
        for fact, text in document.get_metadata_dict(skip_empty=True).items():
            draft.fact(fact.lower(), text.replace("\0", "").encode("utf-8", "replace").decode())
    finally:
        document.close()
    draft.remarks += doubts("".join(sheet.text for sheet in sheets[:50]))
    return draft.original(data, "application/pdf")


def open_pdf(data: bytes, name: str) -> Any:  # noqa: ANN401 — pypdfium2 has no types
    """The document. Raises ``DamagedFile`` or ``TooLarge``."""
    import pypdfium2  # noqa: PLC0415 — only PDFs need it

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise DamagedFile(Words("PDF 已加密。", "The PDF is encrypted."), advice.UNLOCK, name=name) from error
        what = Words("PDF 损坏或不完整。", "The PDF is damaged or cut off.")
        raise DamagedFile(what, advice.AGAIN, name=name) from error
    if not pages:
        raise DamagedFile(Words("PDF 没有一页。", "The PDF has no pages."), advice.AGAIN, name=name)
    if pages > MAX_PAGES:
        what = Words(
            f"PDF 有 {pages} 页，最多 {MAX_PAGES} 页。", f"The PDF has {pages} pages; the limit is {MAX_PAGES}."
        )
        raise TooLarge(what, advice.SPLIT, name=name)
    return document


def _sheets(document: Any, draft: Draft, name: str) -> list[Sheet]:  # noqa: ANN401
    import pypdfium2  # noqa: PLC0415

    sheets = []
    characters = 0
    broken = []
    for number in range(len(document)):
        try:
            page = document[number]
            sheet = _sheet(page)
            page.close()
        except (pypdfium2.PdfiumError, OSError, ValueError):
            broken.append(number + 1)
            sheet = Sheet(0.0)
        characters += len(sheet.text)
        if characters > MAX_CHARACTERS:
            what = Words(f"PDF 超过 {MAX_CHARACTERS:,} 字。", f"The PDF has more than {MAX_CHARACTERS:,} characters.")
            raise TooLarge(what, advice.SPLIT, name=name)
        sheets.append(sheet)
    if len(broken) == len(sheets):
        raise DamagedFile(Words("PDF 没有一页读得出来。", "No page of the PDF can be read."), advice.AGAIN, name=name)
    if broken:
        pages = _some(broken)
        draft.remark(f"第 {pages} 页损坏，无法读取。", f"Pages that are damaged and could not be read: {pages}.")
    return sheets


def _sheet(page: Any) -> Sheet:  # noqa: ANN401
    turned = turn(page)
    drawn = rules(page, turned)
    return lay_out(pieces(page, turned, drawn), drawn, page.get_height())


def lay_out(found: list[Piece], drawn: Rules, height: float) -> Sheet:
    """A page's pieces in reading order: margin above, text and tables, margin below."""
    tables, rest = ruled_tables(drawn, found)
    head, rest, foot = _edges(rest, height)
    return Sheet(height, [*arrange(head), *_with_tables(rest, tables), *arrange(foot)])


def _edges(found: list[Piece], height: float) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """What stands in the margins above and below, set off from the text by white space, and the rest."""
    head = [piece for piece in found if piece.y1 < EDGE * height]
    foot = [piece for piece in found if piece.y0 > (1 - EDGE) * height]
    body = [piece for piece in found if EDGE * height <= piece.y1 and piece.y0 <= (1 - EDGE) * height]
    if head and body and min(piece.y0 for piece in body) - max(piece.y1 for piece in head) < head[0].size:
        head, body = [], head + body
    if foot and body and min(piece.y0 for piece in foot) - max(piece.y1 for piece in body) < foot[0].size:
        foot, body = [], body + foot
    return head, body, foot


def _with_tables(rest: list[Piece], tables: list[Ruled]) -> list[Line | Grid]:
    """The text above a table, the table, the text below it."""
    parts: list[Line | Grid] = []
    for box, grid in sorted(tables, key=lambda table: table.box[1]):
        above = [piece for piece in rest if piece.middle < box[1]]
        rest = [piece for piece in rest if piece.middle >= box[1]]
        parts += arrange(above)
        parts.append(grid)
    return parts + arrange(rest)


def _report_pictures(sheets: list[Sheet], draft: Draft) -> None:
    if empty := [number for number, sheet in enumerate(sheets, 1) if sheet.height and not sheet.text.strip()]:
        pages = _some(empty)
        draft.remark(f"第 {pages} 页没有文字（空白或图片）。", f"Pages without text (empty or pictures): {pages}.")


def _some(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")


def write(sheets: list[Sheet], draft: Draft) -> None:
    """Write the pages, a line for each of their lines, and mark what each line is."""
    lines = [
        Placed(number, part.box, sheet.height, part.text)
        for number, sheet in enumerate(sheets)
        for part in sheet.parts
        if isinstance(part, Line)
    ]
    running = runheads(lines, len(sheets))
    at = radicals = 0
    for number, sheet in enumerate(sheets, 1):
        start = draft.length
        for part in sheet.parts:
            if isinstance(part, Grid):
                _write_grid(part, draft)
                continue
            text, count = plain_radicals(part.text)
            radicals += count
            marks = [("box", _written(part.box))]
            if found := running.get(at):
                marks.append((found.kind, found.value))
            elif 1.5 <= part.indent <= 2.6:
                text = f"　　{text}"
            if part.confidence is not None:
                marks.append(("ocr", f"{part.confidence:.3f}"))
            draft.line(text, *marks)
            at += 1
        draft.mark(start, draft.length - 1, "page", str(number))
    if radicals:
        draft.remark(
            f"{radicals} 个字以康熙部首编码，已按其所示汉字读取。",
            f"{radicals} characters were coded as Kangxi radicals and read as the characters they depict.",
        )


def _write_grid(grid: Grid, draft: Draft) -> None:
    for span, box, confidence in zip(write_table(draft, grid.rows), grid.boxes, grid.confidences, strict=True):
        if span is not None:
            draft.mark(*span, "box", _written(box))
            if confidence is not None:
                draft.mark(*span, "ocr", f"{confidence:.3f}")


def _written(box: Box) -> str:
    return ",".join(f"{edge:.1f}" for edge in box)
