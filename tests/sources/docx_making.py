"""Word documents for tests, part by part, so that a test says exactly what Word would have written."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run, or of the runs given as XML."""
    inner = text if text.startswith("<w:") or not text else run(text)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def listed(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, form: str, written: str, more: str = "") -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{written}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    """``numbering.xml`` with one definition and list 1 that uses it."""
    defined = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    return f'{defined}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'


def cell(text: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def docx(body: str, parts: dict[str, str] | None = None, *, namespace: str = W, doctype: str = "") -> bytes:
    """A document of a body and other parts by kind (``numbering``, ``styles``, ``footnotes``, ``header`` …)."""
    file = BytesIO()
    parts = parts or {}
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{KIND}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        related = "".join(
            f'<Relationship Id="r{at}" Type="{KIND}/{kind}" Target="{kind}.xml"/>' for at, kind in enumerate(parts)
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>'
        )
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{namespace}" '
            f'xmlns:mc="urn:mc"><w:body>{body}</w:body></w:document>',
        )
        roots = {"header": "hdr", "footer": "ftr"}
        for kind, inner in parts.items():
            root = roots.get(kind, kind)
            archive.writestr(f"word/{kind}.xml", f'<w:{root} xmlns:w="{namespace}">{inner}</w:{root}>')
    return file.getvalue()
