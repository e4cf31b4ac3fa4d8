"""The text layer of a PDF in reading order, with pages, boxes, tables and running heads marked.

Lines end where the page's lines end: joining them to paragraphs is the business of cleaning. A
first line's indent stands as two ideographic spaces, as official texts have it.
"""

from __future__ import annotations

from typing import Any

from luoshi.errors import DamagedFile, TooLarge
from luoshi.model import Original
from luoshi.sources import advice
from luoshi.sources.draft import Draft
from luoshi.sources.glyphs import pieces, rules, turn
from luoshi.sources.plain import doubts
from luoshi.sources.sheets import Sheet, lay_out, write
from luoshi.sources.textlayer import fault
from luoshi.words import Words

MAX_PAGES = 3000
"""The most pages that are read: a plan has some hundreds."""

MAX_CHARACTERS = 20_000_000
"""The most characters that are read from one file."""


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


def _report_pictures(sheets: list[Sheet], draft: Draft) -> None:
    if empty := [number for number, sheet in enumerate(sheets, 1) if sheet.height and not sheet.text.strip()]:
        pages = _some(empty)
        draft.remark(f"第 {pages} 页没有文字（空白或图片）。", f"Pages without text (empty or pictures): {pages}.")


def _some(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
