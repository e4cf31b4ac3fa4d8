"""The door: what is read, and what is refused with which words."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from checking import check
from docx_making import docx, paragraph
from pdf_making import lines, pdf

from luoshi import errors, sources
from luoshi.sources import MAX_BYTES, READERS, open_source
from luoshi.sources.sniff import MEDIA_TYPES

SENTENCE = "到2030年，全市港口货物吞吐量达到3亿吨以上。"
PAGE = f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_every_kind_has_one_reader() -> None:
    assert [reader.kind for reader in READERS] == list(MEDIA_TYPES)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (SENTENCE.encode(), "text"),
        (f"# 目标\n\n{SENTENCE}".encode(), "text"),
        (PAGE.encode(), "html"),
        (PAGE.encode("utf-16"), "html"),
        (b"\xef\xbb\xbf \n<!-- saved -->" + PAGE.encode(), "html"),
        (f"<p>{SENTENCE}</p><p>{SENTENCE}</p>".encode(), "html"),
        (f'<?xml version="1.0" encoding="gbk"?><html><body><p>{SENTENCE}</p></body></html>'.encode("gbk"), "html"),
        (f"# 目标\n<p>{SENTENCE}</p><p>{SENTENCE}</p>\n<p>完</p>".encode(), "markdown"),
        (pdf(lambda canvas: lines(canvas, [SENTENCE] * 4)), "pdf"),
        (docx(paragraph(SENTENCE)), "docx"),
    ],
)
def test_the_bytes_decide(data: bytes, kind: str) -> None:
    original = open_source(data)
    assert original.media_type == MEDIA_TYPES[kind]
    assert SENTENCE in original.content
    check(original)
    promised = {"text": "a.pdf", "markdown": "a.docx"}.get(kind, "a.txt")
    other = open_source(data, name=promised)
    assert other.content == original.content
    assert any("read as what it is" in remark.en for remark in other.remarks)


def test_markdown_by_name() -> None:
    assert open_source(b"# A\n\nfrom 2026 on", name="x.md").content == "A\n\nfrom 2026 on\n"
    assert open_source(b"# A\n\nfrom 2026 on", name="x.txt").content == "# A\n\nfrom 2026 on"


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", errors.DamagedFile, "empty"),
        (b" \n\n\t", errors.DamagedFile, "empty"),
        (bytes(5000), errors.DamagedFile, "empty"),
        (b"\xef\xbb\xbf", errors.DamagedFile, "empty"),
        (bytes(range(256)) * 40, errors.UnknownFormat, "not text"),
        (b"\x7fELF" + bytes(range(256)), errors.UnknownFormat, "program"),
        (b"PK\x03\x04" + bytes(100), errors.DamagedFile, "cut-off"),
        (docx(paragraph(SENTENCE))[:-60], errors.DamagedFile, "cut-off"),
        (OLE + "WordDocument".encode("utf-16-le"), errors.UnknownFormat, ".docx"),
        (OLE + "Workbook".encode("utf-16-le"), errors.UnknownFormat, "Excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), errors.DamagedFile, "password"),
        (OLE, errors.UnknownFormat, "old Office"),
        (b"{\\rtf1\\ansi text}", errors.UnknownFormat, "RTF"),
        (b"\x1f\x8b\x08\x00" + bytes(50), errors.UnknownFormat, "Unpack"),
        (b'<?xml version="1.0"?><tmx version="1.4"><body><tu/></body></tmx>', errors.UnknownFormat, "XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; x\n\nabc", errors.UnknownFormat, ".html"),
        (b"%PDF-1.7\nnothing more", errors.DamagedFile, "damaged"),
        (pdf(lambda canvas: lines(canvas, [SENTENCE] * 9))[:700], errors.DamagedFile, "damaged"),
        (b"<html><body><script>x()</script></body></html>", errors.CannotRead, "no text"),
        (docx(paragraph("")), errors.CannotRead, "no text"),
    ],
)
def test_what_cannot_be_read_is_said_with_advice(data: bytes, error: type[errors.CannotRead], says: str) -> None:
    with pytest.raises(error) as caught:
        open_source(data, name="计划.dat")
    assert says in str(caught.value)
    assert str(caught.value).startswith("计划.dat: ")
    assert caught.value.advice
    assert "\n" not in str(caught.value)


def test_other_archives_are_named(tmp_path: Path) -> None:
    for member, says in (
        ("xl/workbook.xml", "Excel"),
        ("OFD.xml", "OFD"),
        ("content.xml", "OpenDocument"),
        ("a.txt", "ZIP"),
    ):
        path = tmp_path / "x.zip"
        with ZipFile(path, "w") as archive:
            archive.writestr(member, "x")
        with pytest.raises(errors.UnknownFormat, match=says):
            open_source(path)


def test_paths_that_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(errors.CannotRead, match="no such file"):
        open_source(tmp_path / "none.txt")
    with pytest.raises(errors.CannotRead, match="folder"):
        open_source(tmp_path)
    for path in ("a\0b", "x" * 5000, str(tmp_path / "none" / "x.txt")):
        with pytest.raises(errors.CannotRead):
            open_source(path)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "closed.txt"
    file.write_text(SENTENCE, encoding="utf-8")
    assert open_source(str(file)).content == SENTENCE
    monkeypatch.setattr("builtins.open", refused)  # the tests may run as root, whom no permission stops
    with pytest.raises(errors.CannotRead, match="may not be read"):
        open_source(file)


def test_a_large_file_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 << 20)  # sparse
    with pytest.raises(errors.TooLarge, match="100 MiB"):
        open_source(path)
    with pytest.raises(errors.TooLarge):
        open_source(bytes(MAX_BYTES + 1))
    with pytest.raises(errors.TooLarge, match="16 MiB"):
        open_source(PAGE.encode() + b" " * (17 << 20))


def test_a_device_without_end_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 1 << 16)
    with pytest.raises(errors.TooLarge):
        open_source("/dev/zero")


def test_english_is_read_with_a_remark() -> None:
    original = open_source(b"The plan sets out priorities for the next five years.\n" * 3)
    assert [remark.en for remark in original.remarks] == ["Most of the text is not Chinese."]


def test_a_faulty_copy_is_read_with_a_doubt() -> None:
    original = open_source("ᄉଲସݓ૶ބ࠶ࣜഠؿ߶ᅚ\nֻ൅۱໴୍۔߃࠹ေ\n".encode() * 20)
    assert any("text layer" in remark.en for remark in original.remarks)


def test_a_line_of_a_million_characters() -> None:
    text = SENTENCE * 40_000
    assert open_source(text.encode("gb18030")).content == text
    assert open_source(f"<p>{text}</p><br>".encode()).content == text + "\n"
    markdown = open_source(f"{text}**{'*' * 100_000}{'[' * 100_000}{'<' * 100_000}".encode(), name="x.md")
    assert markdown.content.startswith(text)


def test_ten_megabytes_of_text_open_at_once() -> None:
    for codec in ("utf-8", "gb18030"):
        data = (SENTENCE + "\n").encode(codec) * 160_000
        assert len(open_source(data[:10_000_000]).content) > 3_000_000


def test_importing_loads_no_parser() -> None:
    code = "import sys, luoshi.sources as s; s.open_source('到二〇三〇年'.encode()); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "docx", "pypdfium2", "numpy"} & set(loaded)


def test_real_texts_are_read_to_the_letter(shared: Path) -> None:
    for path in sorted((*(shared / "seeds").glob("*.txt"), *(shared / "corpus").glob("*.txt"))):
        original = open_source(path)
        if original.media_type == "text/plain":
            assert original.content == path.read_bytes().decode("utf-8-sig")
        else:
            assert path.name.startswith("daily_")
        check(original)


def test_real_old_encodings_are_read(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "originals").glob("gwr_*海拉尔区.txt")):
        original = open_source(path)
        copy = (shared / "corpus" / path.name).read_bytes().decode()
        assert original.encoding == "gb18030"
        assert "".join(original.content.split()) == "".join(copy.split())
