"""Every way to write a document, by name."""

from __future__ import annotations

from io import BytesIO

from luoshi.errors import BadRequest
from luoshi.exports import FORMATS as TABLES
from luoshi.exports import Format
from luoshi.model import Document, Words

HTML = Format("html", ".html", "text/html; charset=utf-8", "luoshi.actions.page", many=False)

FORMATS: tuple[Format, ...] = (*TABLES, HTML)


def render(document: Document, form: str, *, language: str = "en", name: str = "") -> bytes:
    """The document in the format of this name; ``name`` is the file that it was read from.

    Raises ``BadRequest`` where there is no such format.
    """
    chosen = next((each for each in FORMATS if each.name == form), None)
    if chosen is None:
        names = [each.name for each in FORMATS]
        raise BadRequest(
            Words(f"没有 {form!r} 这种格式。", f"There is no format {form!r}."),
            Words(f"格式有：{'、'.join(names)}。", f"Formats are {', '.join(names)}."),
        )
    file = BytesIO()
    chosen.whole([chosen.part(document, name, language)], file, language)
    return file.getvalue()
