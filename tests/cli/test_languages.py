"""Whatever goes wrong is told in the language that was asked for, with what to do."""

import ast
import re
import zipfile
from pathlib import Path

import pytest
from test_read import run

import luoshi

SOURCE = Path(luoshi.__file__).parent
HAN = re.compile("[\u3400-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+")


def zipped(path, member, content="x"):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, content)


@pytest.fixture
def bad(tmp_path):
    """A file of each kind that cannot be read, and one that can."""
    for name, content in {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 40,
        "program.txt": b"\x7fELF" + bytes(range(256)),
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "secret.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "cut.docx": b"PK\x03\x04" + bytes(100),
        "cut.pdf": b"%PDF-1.7\nnothing more",
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(60),
        "rich.rtf": b"{\\rtf1\\ansi text}",
        "packed.gz": b"\x1f\x8b\x08\x00" + bytes(50),
        "film.mp4": b"\0\0\0\x18ftypmp42" + bytes(50),
        "scripts.html": b"<html><body><script>x()</script></body></html>",
        "memory.xml": b'<?xml version="1.0"?><tmx version="1.4"><body><tu/></body></tmx>',
        "page.mht": b"MIME-Version: 1.0\nContent-Type: multipart/related; x\n\nabc",
    }.items():
        (tmp_path / name).write_bytes(content)
    zipped(tmp_path / "sheet.xlsx", "xl/workbook.xml")
    zipped(tmp_path / "book.epub", "META-INF/container.xml")
    zipped(tmp_path / "files.zip", "a.txt")
    zipped(tmp_path / "bomb.docx", "word/document.xml", "<a>" + " " * 30_000_000 + "</a>")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "nowhere.txt").symlink_to("away.txt")
    return [*sorted(tmp_path.iterdir()), tmp_path / "missing.txt"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_refusal_is_told_in_the_language_asked_for(bad, language):
    code, _, err = run("read", *bad, "--language", language)
    assert code == 3
    told = [line for line in err.splitlines() if ": " in line]
    assert len(told) == len(bad)
    for line in told:
        said = line.partition(": ")[2]
        assert bool(HAN.search(said)) == (language == "zh"), line
        assert bool(ENGLISH.search(said)) == (language == "en"), line
        assert len(re.findall(r"。|[.!](?: |$)", said)) >= 2, f"what happened and what to do: {line}"


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_every_sentence_of_ours_has_both_languages(path):
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Words":
            said = [each.value for each in call.args if isinstance(each, ast.Constant)]
            if len(said) == 2:
                zh, en = said
                assert bool(zh) == bool(en), call.lineno
                assert HAN.search(zh) or not ENGLISH.search(zh), (call.lineno, zh)
