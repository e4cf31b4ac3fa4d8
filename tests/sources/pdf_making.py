"""PDFs for tests, drawn with reportlab and the CID font that PDF readers know without a font file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, **options: Any) -> bytes:
    """A PDF of A4 pages, each drawn by a function."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True, **options)
    for draw in pages:
        canvas.setFont("STSong-Light", 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(
    canvas: Canvas, texts: list[str], y: float = 100, *, x: float = 72, step: float = 20, size: float = 12
) -> float:
    """Draw lines from a height (from the top) on; give the height after them."""
    canvas.setFont("STSong-Light", size)
    for text in texts:
        canvas.drawString(x, HEIGHT - y, text)
        y += step
    return y


def table(canvas: Canvas, rows: list[list[str]], xs: list[float], y: float, *, ruled: bool, step: float = 20) -> float:
    """Draw a table, with rules or without; give the height after it."""
    canvas.setFont("STSong-Light", 10)
    if ruled:
        for number in range(len(rows) + 1):
            canvas.line(xs[0], HEIGHT - y - number * step, xs[-1], HEIGHT - y - number * step)
        for x in xs:
            canvas.line(x, HEIGHT - y, x, HEIGHT - y - len(rows) * step)
    for row in rows:
        for x, text in zip(xs, row, strict=False):
            canvas.drawString(x + 4, HEIGHT - y - 14, text)
        y += step
    return y
