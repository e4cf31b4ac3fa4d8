"""What kind of file the bytes are, by their content; the ending of the name is only a hint."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from luoshi.errors import DamagedFile, UnknownFormat
from luoshi.sources.encoding import decode
from luoshi.sources.likelihood import likelihood

HEAD = 1 << 16
"""Bytes at the start of a file that are enough to tell its kind."""

MEDIA_TYPES = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image": "image/*",
}
"""The kinds that can be read."""

ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"), "image"),
}
"""What a name's ending makes a reader expect."""

_SAVE = "Open it in Word or WPS and save it as .docx (or as PDF with text)."
_TEXT = "Give the document as .txt, .md, .html, .pdf or .docx."
# Signatures as registered in the formats' own specifications (and in file(1)'s table of them).
_SIGNATURES = (
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and give the document inside."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it and give the document inside."),
    (b"Rar!\x1a\x07", "a RAR archive", "Unpack it and give the document inside."),
    (b"BZh", "a bzip2 archive", "Unpack it and give the document inside."),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it and give the document inside."),
    (b"CAJ\x00", "a CAJ file (CNKI)", "Open it in CAJViewer and save it as PDF."),
    (b"HN\x00\x00", "a CAJ file (CNKI)", "Open it in CAJViewer and save it as PDF."),
    (b"KDH ", "a KDH file (CNKI)", "Open it in CAJViewer and save it as PDF."),
    (b"SQLite format 3\x00", "an SQLite database", _TEXT),
    (b"\x7fELF", "a program", _TEXT),
    (b"MZ", "a program", _TEXT),
    (b"ID3", "a sound file", _TEXT),
    (b"OggS", "a sound file", _TEXT),
    (b"%!PS", "a PostScript file", "Convert it to PDF."),
)
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (
    ("EncryptedPackage", "an encrypted Office document", "Open it with its password and save it without one."),
    ("Workbook", "an old Excel workbook (.xls)", "Save the sheet as text, or as a table in a .docx."),
    ("Book", "an old Excel workbook (.xls)", "Save the sheet as text, or as a table in a .docx."),
    ("PowerPoint Document", "an old PowerPoint file (.ppt)", "Save it as PDF."),
    ("WordDocument", "an old Word or WPS document (.doc, .wps)", _SAVE),
)

_TAG = (
    "(?:p|div|table|tr|td|h[1-6]|span|article|section|main|ul|ol|li|br|center|font|strong|b|a|img|dl|hr|pre|nav|header)"
)
_PAGE = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body|meta|title|frameset)[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(rf"<{_TAG}(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|div|td|tr|table|li|h[1-6]|section|article)\s{0,9}>|<br\s{0,9}/?>", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})", re.IGNORECASE)
_OTHER_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Sniffed(NamedTuple):
    """The kind of a file (a key of ``MEDIA_TYPES``), and the kind that its name promised, if another."""

    kind: str
    promised: str | None


def sniff(data: bytes, name: str = "") -> Sniffed:
    """Tell what the bytes are. Raises ``UnknownFormat`` or ``DamagedFile`` where nothing here reads them."""
    expected = ENDINGS.get(PurePath(name).suffix.lower())
    kind = _by_signature(data, name) or _by_text(data, name, expected)
    promised = expected if expected and expected != kind else None
    if promised and {kind, promised} == {"text", "markdown"} and kind == "text":
        promised = None
    return Sniffed(kind, promised)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page or an XML file declares in its first bytes."""
    found = _DECLARED.search(data[:8192]) or _XML_DECLARED.search(data[:512])
    return found[1].decode("ascii", "replace") if found else None


def _by_signature(data: bytes, name: str) -> str | None:
    head = data[:1024]
    if not data.strip(b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        raise DamagedFile("The file is empty.", "Fetch it again, or give another copy.", name=name)
    if b"%PDF-" in head and (head.lstrip().startswith(b"%PDF-") or not head[: head.find(b"%PDF-")].isascii()):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _by_members(data, name)
    if data.startswith(_OLE):
        raise _old_office(data, name)
    if head.startswith(_IMAGES) or (head[:2] == b"BM" and head[6:10] == b"\0\0\0\0"):
        return "image"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image"
    for signature, what, advice in _SIGNATURES:
        if head.startswith(signature) and not (signature.isalnum() and _reads_as_text(data)):
            raise UnknownFormat(f"The file is {what}.", advice, name=name)
    if head[4:8] == b"ftyp":
        raise UnknownFormat("The file is a video or sound file.", _TEXT, name=name)
    return None


def _by_members(data: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError, OverflowError, RuntimeError, EOFError) as error:
        what = "The file is a damaged or cut-off .docx or ZIP archive."
        raise DamagedFile(what, "Fetch it again, or give another copy.", name=name) from error
    if "word/document.xml" in members or any(m.startswith("word/document") for m in members):
        return "docx"
    for member, what, advice in (
        ("xl/workbook.xml", "an Excel workbook", "Save the sheet as text, or as a table in a .docx."),
        ("ppt/presentation.xml", "a PowerPoint file", "Save it as PDF."),
        ("OFD.xml", "an OFD document (GB/T 33190)", "Open it in an OFD reader and export it as PDF."),
        ("META-INF/container.xml", "an e-book (EPUB)", "Convert it to HTML or .docx."),
        ("content.xml", "an OpenDocument file", "Save it as .docx."),
    ):
        if member in members:
            raise UnknownFormat(f"The file is {what}.", advice, name=name)
    if "[Content_Types].xml" in members:  # an Office file whose main part has another name: its reader knows
        return "docx"
    raise UnknownFormat("The file is a ZIP archive.", "Unpack it and give the documents inside.", name=name)


def _old_office(data: bytes, name: str) -> UnknownFormat | DamagedFile:
    """OLE compound files name their streams in UTF-16."""
    for stream, what, advice in _OLE_KINDS:
        if stream.encode("utf-16-le") in data:
            error = DamagedFile if stream == "EncryptedPackage" else UnknownFormat
            return error(f"The file is {what}.", advice, name=name)
    return UnknownFormat("The file is an old Office document.", _SAVE, name=name)


def _by_text(data: bytes, name: str, expected: str | None) -> str:
    text, encoding, _ = decode(data[:HEAD], declared_encoding(data))
    _refuse_binary(text, name, guessed=encoding != "utf-8" and not data.startswith((b"\xff\xfe", b"\xfe\xff")))
    start = text.lstrip("\ufeff \t\r\n\x0b\x0c")
    if start[:1] == "<":
        declared_xml = start.startswith("<?xml")
        if re.search("<html[\\s>]", text, re.IGNORECASE) if declared_xml else _PAGE.search(text):
            return "html"
        if declared_xml or re.match(r"<[\w.-]{1,80}(?::[\w.-]{1,80})?\s[^>]{0,500}xmlns", start):
            advice = "If it is a Word document saved as XML, save it as .docx."
            raise UnknownFormat("The file is XML, but not a page.", advice, name=name)
        if expected != "markdown" and (start.startswith("<!--") or _FRAGMENT.match(start)):
            end = data[-4096:].decode("latin-1")  # where the head is one long paragraph
            if _BLOCK_END.search(text) or _BLOCK_END.search(end):
                return "html"
    if re.match(r"(?:From|MIME-Version|Subject|Date):", start) and "multipart/related" in start[:4000]:
        raise UnknownFormat("The file is a web archive (.mht).", "Save the page as .html instead.", name=name)
    if expected == "html":
        return "html" if _PAGE.search(text) or _FRAGMENT.search(text) else "text"
    if expected == "markdown" or len(_BLOCK_END.findall(text)) >= 3:
        return "markdown"  # plain text with HTML inside reads as Markdown does
    return "text"


def _reads_as_text(data: bytes) -> bool:
    text = decode(data[:4096]).text
    return "\0" not in text and not _OTHER_CONTROL.search(text)


def _refuse_binary(text: str, name: str, *, guessed: bool) -> None:
    """Text has hardly a control character, and where its encoding is a guess, characters that people write."""
    length = len(text)
    controls = len(_OTHER_CONTROL.findall(text)) + text.rstrip("\0").count("\0")
    lost = text.count("\ufffd")
    odd = guessed and likelihood(text) < -0.1
    if odd or controls > max(4, length // 50) or lost > max(20, length // 3):
        raise UnknownFormat("The bytes are not text in any encoding known here.", _TEXT, name=name)
