"""The XML parts of a .docx, unpacked within limits: no bomb, no entity, no network."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as BadStream  # noqa: N812 — an exception among names of exceptions

from luoshi.errors import DamagedFile, TooLarge
from luoshi.sources import advice
from luoshi.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_PART = 32 << 20
"""The largest part that is unpacked: 32 MiB of XML are some 5 million characters of text."""

MAX_RATIO = 500
"""How many times its packed size a part may unpack to; Word's XML packs some 10 to 100 times."""

_DAMAGED = (BadZipFile, BadStream, OSError, ValueError, NotImplementedError, OverflowError, RuntimeError, EOFError)


class Archive:
    """A .docx as its parts by name."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive. Raises ``DamagedFile`` where it is broken."""
        self._name = name
        try:
            self._zip = ZipFile(BytesIO(data))
            self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except _DAMAGED as error:
            raise DamagedFile(
                Words(".docx 文件损坏或不完整。", "The .docx is damaged or cut off."), advice.RESAVE, name=name
            ) from error

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def tree(self, part: str) -> Element | None:
        """The root of an XML part, or ``None`` where there is no such part.

        Raises ``TooLarge`` before a part unpacks beyond the limits, ``DamagedFile`` where it is broken.
        """
        from lxml import etree  # noqa: PLC0415 — only .docx and pages need it

        info = self._parts.get(part)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise DamagedFile(Words(".docx 文件已加密。", "The .docx is encrypted."), advice.UNLOCK, name=self._name)
        if info.file_size > MAX_PART or info.file_size > max(1 << 20, info.compress_size * MAX_RATIO):
            self._refuse(part)
        try:
            with self._zip.open(info) as stream:
                xml = stream.read(MAX_PART + 1)  # what the archive says of sizes may be a lie
        except _DAMAGED as error:
            what = Words(f".docx 文件中的 {part} 已损坏。", f"Part {part} of the .docx is damaged.")
            raise DamagedFile(what, advice.RESAVE, name=self._name) from error
        if len(xml) > MAX_PART or len(xml) > max(1 << 20, info.compress_size * MAX_RATIO):
            self._refuse(part)
        if b"<!ENTITY" in xml:
            what = Words(
                f".docx 文件中的 {part} 声明了实体，Word 从不这样做（可能是 XML 炸弹）。",
                f"Part {part} of the .docx declares entities, which Word never does (an XML bomb?).",
            )
            raise DamagedFile(what, advice.RESAVE, name=self._name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root: Element = etree.fromstring(xml, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            what = Words(f".docx 文件中的 {part} 不是有效的 XML。", f"Part {part} of the .docx is not valid XML.")
            raise DamagedFile(what, advice.RESAVE, name=self._name) from error
        return root

    def _refuse(self, part: str) -> None:
        what = Words(
            f"{part} 解压后超过 {MAX_PART >> 20} MiB 或原大小的 {MAX_RATIO} 倍（可能是 ZIP 炸弹）。",
            f"Part {part} unpacks to more than {MAX_PART >> 20} MiB or {MAX_RATIO} times its size (a ZIP bomb?).",
        )
        anew = Words(
            "请只给出文件本身，用 Word 或 WPS 另存后再读。", "Give only the document itself, saved anew by Word or WPS."
        )
        raise TooLarge(what, anew, name=self._name)
