"""Pictures of pages read by RapidOCR, each line with its confidence; needs the extra ``luoshi[ocr]``."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from luoshi.errors import DamagedFile, MissingExtra, TooLarge
from luoshi.model import Original
from luoshi.sources import advice
from luoshi.sources.draft import Draft
from luoshi.sources.glyphs import Piece, Rules
from luoshi.sources.sheets import lay_out, write
from luoshi.words import Words

DPI = 200
"""Pages are drawn at this resolution: fine enough for 小五 (9 pt), and quick."""

MAX_PIXELS = 40_000_000
"""The largest picture that is read."""

INSTALL = "pip install 'rapidocr-onnxruntime'"
_WHY = {
    "none": Words("PDF 只有页面的图片，没有文字。", "The PDF holds pictures of pages and no text."),
    "garbage": Words(
        "PDF 的文字层是乱码：字体没有说明各字形是什么字。",
        "The PDF's text layer is garbage: its fonts do not say which characters they show.",
    ),
}


def read(data: bytes, name: str) -> Original:
    """The text of a picture. Raises ``MissingExtra`` without the extra, ``DamagedFile``, ``TooLarge``."""
    engine = _engine(Words("文件是图片。", "The file is a picture."), name)
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 — comes with the extra

    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                size = f"{picture.width} × {picture.height}"
                what = Words(f"图片有 {size} 像素。", f"The picture has {size} pixels.")
                smaller = Words(
                    f"请缩小到 {MAX_PIXELS // 10_000} 万像素以下。",
                    f"Make it smaller than {MAX_PIXELS // 1_000_000} million pixels.",
                )
                raise TooLarge(what, smaller, name=name)
            shown = picture.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DamagedFile(Words("图片已损坏。", "The picture is damaged."), advice.AGAIN, name=name) from error
    draft = Draft()
    pieces = list(_pieces(engine, shown, 1.0))
    write([lay_out(pieces, Rules([], []), float(shown.height))], draft)
    _remark(draft, pieces)
    return draft.original(data, "image/*")


def read_pages(data: bytes, document: Any, why: str, name: str) -> Original:  # noqa: ANN401 — pypdfium2 has no types
    """The text of a PDF's pages as pictures; ``why`` says what is wrong with its text layer."""
    engine = _engine(_WHY[why], name)
    sheets, pieces = [], []
    for page in document:
        scale = min(DPI / 72, (MAX_PIXELS / max(1.0, page.get_width() * page.get_height())) ** 0.5)
        found = list(_pieces(engine, page.render(scale=scale).to_pil().convert("RGB"), scale))
        pieces += found
        sheets.append(lay_out(found, Rules([], []), page.get_height()))
    draft = Draft()
    write(sheets, draft)
    _remark(draft, pieces)
    return draft.original(data, "application/pdf")


def _engine(why: Words, name: str) -> Any:  # noqa: ANN401 — RapidOCR has no types
    try:
        from rapidocr_onnxruntime import RapidOCR  # noqa: PLC0415 — the extra
    except ImportError:
        install = Words(
            f"要识别图片中的文字，请安装 OCR：{INSTALL}（或另找一份带文字的）。",
            f"To read pictures install OCR: {INSTALL} (or find a copy with text).",
        )
        raise MissingExtra(why, install, name=name) from None
    return RapidOCR()


def _pieces(engine: Any, picture: Any, scale: float) -> Iterator[Piece]:  # noqa: ANN401
    import numpy  # noqa: ICN001, PLC0415 — comes with the extra

    found, _ = engine(numpy.asarray(picture)[:, :, ::-1])
    for corners, text, confidence in found or ():
        xs, ys = [corner[0] / scale for corner in corners], [corner[1] / scale for corner in corners]
        yield Piece(min(xs), min(ys), max(xs), max(ys), str(text), max(ys) - min(ys), float(confidence))


def _remark(draft: Draft, pieces: list[Piece]) -> None:
    known = [piece.confidence for piece in pieces if piece.confidence is not None]
    if known:
        low = sum(confidence < 0.8 for confidence in known)
        draft.remark(
            f"文字由图片识别（OCR）得到，共 {len(known)} 行，其中 {low} 行置信度低于 0.8，引用前请核对原件。",
            f"The text was read from pictures (OCR): {len(known)} lines, {low} of them with confidence below 0.8; "
            "check the original before citing.",
        )
