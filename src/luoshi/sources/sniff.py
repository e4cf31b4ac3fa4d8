"""What kind of file the bytes are, by their content; the ending of the name is only a hint."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from luoshi.errors import DamagedFile, UnknownFormat
from luoshi.patterns import regex
from luoshi.sources import advice
from luoshi.sources.encoding import decode
from luoshi.sources.likelihood import likelihood
from luoshi.words import Words

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

_CAJ = Words("请用 CAJViewer 打开，另存为 PDF。", "Open it in CAJViewer and save it as PDF.")
# Signatures as registered in the formats' own specifications (and in file(1)'s table of them).
_SIGNATURES = (
    (b"{\\rtf", Words("RTF 文档", "an RTF document"), advice.AS_DOCX),
    (b"\x1f\x8b", Words("gzip 压缩包", "a gzip archive"), advice.UNPACK),
    (b"7z\xbc\xaf\x27\x1c", Words("7z 压缩包", "a 7z archive"), advice.UNPACK),
    (b"Rar!\x1a\x07", Words("RAR 压缩包", "a RAR archive"), advice.UNPACK),
    (b"BZh", Words("bzip2 压缩包", "a bzip2 archive"), advice.UNPACK),
    (b"\xfd7zXZ\x00", Words("xz 压缩包", "an xz archive"), advice.UNPACK),
    (b"CAJ\x00", Words("CAJ 文件（知网）", "a CAJ file (CNKI)"), _CAJ),
    (b"HN\x00\x00", Words("CAJ 文件（知网）", "a CAJ file (CNKI)"), _CAJ),
    (b"KDH ", Words("KDH 文件（知网）", "a KDH file (CNKI)"), _CAJ),
    (b"SQLite format 3\x00", Words("SQLite 数据库", "an SQLite database"), advice.KNOWN),
    (b"\x7fELF", Words("程序", "a program"), advice.KNOWN),
    (b"MZ", Words("程序", "a program"), advice.KNOWN),
    (b"ID3", Words("音频", "a sound file"), advice.KNOWN),
    (b"OggS", Words("音频", "a sound file"), advice.KNOWN),
    (b"%!PS", Words("PostScript 文件", "a PostScript file"), advice.AS_PDF),
)
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (
    ("EncryptedPackage", Words("加密的 Office 文档", "an encrypted Office document"), advice.UNLOCK),
    ("Workbook", Words("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)"), advice.AS_TEXT),
    ("Book", Words("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)"), advice.AS_TEXT),
    ("PowerPoint Document", Words("旧版 PowerPoint 文件（.ppt）", "an old PowerPoint file (.ppt)"), advice.AS_PDF),
    (
        "WordDocument",
        Words("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document (.doc, .wps)"),
        advice.AS_DOCX,
    ),
)

_TAG = (
    "(?:p|div|table|tr|td|h[1-6]|span|article|section|main|ul|ol|li|br|center|font|strong|b|a|img|dl|hr|pre|nav|header)"
)
_PAGE = regex(r"<(?:!doctype\s{1,9}html|html|head|body|meta|title|frameset)[\s>]", re.IGNORECASE)
_FRAGMENT = regex(rf"<{_TAG}(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_BLOCK_END = regex(r"</(?:p|div|td|tr|table|li|h[1-6]|section|article)\s{0,9}>|<br\s{0,9}/?>", re.IGNORECASE)
_DECLARED = regex(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_XML_DECLARED = regex(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})", re.IGNORECASE)
_OTHER_CONTROL = regex("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


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
        raise DamagedFile(Words("文件是空的。", "The file is empty."), advice.ANOTHER, name=name)
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
    for signature, what, help_ in _SIGNATURES:
        if head.startswith(signature) and not (signature.isalnum() and _reads_as_text(data)):
            raise UnknownFormat(_is(what), help_, name=name)
    if head[4:8] == b"ftyp":
        raise UnknownFormat(_is(Words("视频或音频", "a video or sound file")), advice.KNOWN, name=name)
    return None


def _by_members(data: bytes, name: str) -> str:
    from io import BytesIO  # noqa: PLC0415 — few files are archives
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415

    try:
        with ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError, OverflowError, RuntimeError, EOFError) as error:
        what = _is(Words("损坏或不完整的 .docx 或 ZIP 压缩包", "a damaged or cut-off .docx or ZIP archive"))
        raise DamagedFile(what, advice.ANOTHER, name=name) from error
    if "word/document.xml" in members or any(m.startswith("word/document") for m in members):
        return "docx"
    for member, what, help_ in (
        ("xl/workbook.xml", Words("Excel 工作簿", "an Excel workbook"), advice.AS_TEXT),
        ("ppt/presentation.xml", Words("PowerPoint 文件", "a PowerPoint file"), advice.AS_PDF),
        (
            "OFD.xml",
            Words("OFD 文档（GB/T 33190）", "an OFD document (GB/T 33190)"),
            Words("请用 OFD 阅读器打开，导出为 PDF。", "Open it in an OFD reader and export it as PDF."),
        ),
        (
            "META-INF/container.xml",
            Words("电子书（EPUB）", "an e-book (EPUB)"),
            Words("请转换为 HTML 或 .docx。", "Convert it to HTML or .docx."),
        ),
        (
            "content.xml",
            Words("OpenDocument 文件", "an OpenDocument file"),
            Words("请另存为 .docx。", "Save it as .docx."),
        ),
    ):
        if member in members:
            raise UnknownFormat(_is(what), help_, name=name)
    if "[Content_Types].xml" in members:  # an Office file whose main part has another name: its reader knows
        return "docx"
    raise UnknownFormat(_is(Words("ZIP 压缩包", "a ZIP archive")), advice.UNPACK, name=name)


def _is(what: Words) -> Words:
    return Words(f"这个文件是{what.zh}。", f"The file is {what.en}.")


def _old_office(data: bytes, name: str) -> UnknownFormat | DamagedFile:
    """OLE compound files name their streams in UTF-16."""
    for stream, what, help_ in _OLE_KINDS:
        if stream.encode("utf-16-le") in data:
            error = DamagedFile if stream == "EncryptedPackage" else UnknownFormat
            return error(_is(what), help_, name=name)
    return UnknownFormat(_is(Words("旧版 Office 文档", "an old Office document")), advice.AS_DOCX, name=name)


def _by_text(data: bytes, name: str, expected: str | None) -> str:
    text, encoding, _ = decode(data[:HEAD], declared_encoding(data))
    _refuse_binary(text, name, guessed=encoding != "utf-8" and not data.startswith((b"\xff\xfe", b"\xfe\xff")))
    start = text.lstrip("\ufeff \t\r\n\x0b\x0c")
    if start[:1] == "<":
        declared_xml = start.startswith("<?xml")
        if re.search("<html[\\s>]", text, re.IGNORECASE) if declared_xml else _PAGE.search(text):
            return "html"
        if declared_xml or re.match(r"<[\w.-]{1,80}(?::[\w.-]{1,80})?\s[^>]{0,500}xmlns", start):
            save = Words(
                "如果是存成 XML 的 Word 文档，请另存为 .docx。",
                "If it is a Word document saved as XML, save it as .docx.",
            )
            raise UnknownFormat(Words("文件是 XML，但不是网页。", "The file is XML, but not a page."), save, name=name)
        if expected != "markdown" and (start.startswith("<!--") or _FRAGMENT.match(start)):
            end = data[-4096:].decode("latin-1")  # where the head is one long paragraph
            if _BLOCK_END.search(text) or _BLOCK_END.search(end):
                return "html"
    if start.startswith(("From:", "MIME-Version:", "Subject:", "Date:")) and "multipart/related" in start[:4000]:
        raise UnknownFormat(
            _is(Words("网页归档（.mht）", "a web archive (.mht)")),
            Words("请把网页另存为 .html。", "Save the page as .html instead."),
            name=name,
        )
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
        raise UnknownFormat(
            Words("内容不是任何已知编码的文字。", "The bytes are not text in any encoding known here."),
            advice.KNOWN,
            name=name,
        )
