"""Whatever the bytes: an Original, or CannotRead with words; nothing else, and soon."""

import pytest
from checking import check
from docx_making import cell, docx, level, listed, numbering, paragraph, row
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_making import lines, pdf, table

from luoshi.errors import CannotRead
from luoshi.sources import READERS, open_source

SENTENCE = "到2030年，全市港口货物吞吐量达到3亿吨以上。"
TABLE = f"<w:tbl>{row(cell('指标'), cell('值'))}{row(cell('泊位'), cell('6'))}</w:tbl>"
GOOD = {
    "text": (SENTENCE * 3).encode("gb18030"),
    "markdown": f"# 规划\n\n|指标|值|\n|-|-|\n|泊位|6|\n\n{SENTENCE}<br>**甲**[乙](丙)\n".encode(),
    "html": (
        f"<!DOCTYPE html><html><head><title>规划</title></head><body><nav><a href=/>首页</a></nav><ol><li>{SENTENCE}"
        "</ol><table><tr><td rowspan=2>指标<td>值<tr><td>6</table></body></html>"
    ).encode(),
    "pdf": pdf(
        lambda canvas: (
            lines(canvas, [SENTENCE] * 4),
            table(canvas, [["指标", "值"], ["泊位", "6"]], [72, 200, 300], 300, ruled=True),
        )
    ),
    "docx": docx(
        paragraph(SENTENCE) + listed("甲") + TABLE,
        {
            "numbering": numbering(level(0, "decimal", "%1.")),
            "footnotes": f"<w:footnote>{paragraph('注')}</w:footnote>",
        },
    ),
}
FUZZ = settings(max_examples=60, deadline=2000, suppress_health_check=[HealthCheck.too_slow])


def attempt(data: bytes, name: str = "") -> None:
    try:
        original = open_source(data, name=name)
    except CannotRead as error:
        refusal = error
    else:
        check(original)
        return
    assert refusal.what
    assert "\n" not in str(refusal)


@given(st.binary(max_size=2000), st.sampled_from(["", "a.txt", "a.md", "a.html", "a.pdf", "a.docx"]))
@FUZZ
def test_random_bytes(data: bytes, name: str) -> None:
    attempt(data, name)


@given(st.text(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
@FUZZ
def test_random_text(text: str, name: str) -> None:
    attempt(text.encode("utf-8", "surrogatepass"), name)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "<tr>",
                "<td>",
                "</table>",
                "<li>",
                "<ol>",
                "<a href=x>",
                "</a>",
                "<h1>",
                "<nav>",
                "|",
                "\n",
                "-",
                "#",
                "*",
                "[",
                "](",
                ")",
                "甲",
                "。",
                " ",
            ]
        ),
        max_size=60,
    )
)
@FUZZ
def test_random_markup(pieces: list[str]) -> None:
    text = "".join(pieces)
    attempt(text.encode(), "a.md")
    attempt(f"<html><body>{text}".encode())


@pytest.mark.parametrize("kind", GOOD)
@given(st.data())
@FUZZ
def test_cut_and_changed_files(kind: str, data: st.DataObject) -> None:
    good = bytearray(GOOD[kind])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(good) - 1), st.integers(0, 255)), max_size=8)):
        good[at] = byte
    end = data.draw(st.integers(len(good) // 2, len(good)))
    attempt(bytes(good[:end]))


@pytest.mark.parametrize("kind", [reader.kind for reader in READERS])
@given(st.binary(max_size=300))
@settings(max_examples=25, deadline=2000)
def test_each_reader_is_as_patient_as_the_door(kind: str, data: bytes) -> None:
    reader = next(reader for reader in READERS if reader.kind == kind)
    try:
        original = reader.read(data, "x")
    except CannotRead:
        return
    if original.content.strip():
        check(original)


@pytest.mark.parametrize("kind", GOOD)
def test_the_same_bytes_give_the_same_original(kind: str) -> None:
    assert open_source(GOOD[kind]) == open_source(GOOD[kind])
