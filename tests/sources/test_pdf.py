"""PDFs: reading order, columns, tables, running heads, and text layers that are none."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from checking import check, marked
from pdf_making import HEIGHT, WIDTH, lines, pdf, table
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from luoshi import errors
from luoshi.model import Original
from luoshi.sources import open_source
from luoshi.sources.glyphs import plain_radicals
from luoshi.sources.runheads import Placed, runheads
from luoshi.sources.textlayer import fault

SENTENCE = "加快港口集疏运体系建设，到二〇三〇年货物吞吐量达到三亿吨以上"  # fills a line of 360 pt
ROWS = [
    ["指标", "单位", "2020年", "2025年", "属性"],
    ["研发经费投入增长", "%", "—", "≥7", "预期性"],
    ["森林覆盖率", "%", "23.5", "24.1", "约束性"],
    ["港口吞吐量", "亿吨", "2.1", "3.0", "预期性"],
]
XS = [72, 222, 292, 362, 432, 522]


def read(*pages: Callable[[Canvas], object]) -> Original:
    original = open_source(pdf(*pages))
    check(original)
    return original


def body(original: Original) -> str:
    """The text without running heads and page numbers."""
    away = [mark.span for kind in ("runhead", "pagenumber") for mark in original.marked(kind)]
    at, kept = 0, []
    for line in original.content.splitlines(keepends=True):
        if not any(span.start == at for span in away):
            kept.append(line)
        at += len(line)
    return "".join(kept)


def test_lines_in_order_whatever_the_order_of_drawing() -> None:
    def draw(canvas: Canvas) -> None:
        for at in random.Random(1).sample(range(20), 20):
            lines(canvas, [f"{SENTENCE}第{at}行"], 100 + 25 * at)

    assert read(draw).content.splitlines() == [f"{SENTENCE}第{at}行" for at in range(20)]


def test_a_line_drawn_in_pieces_is_one_line() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, [SENTENCE], 100)
        for at, character in enumerate("吞吐量达到3亿吨"):
            lines(canvas, [character], 130, x=72 + 12 * at)
        lines(canvas, ["Growth of"], 160)
        lines(canvas, ["5 per cent"], 160, x=130)
        lines(canvas, [SENTENCE], 190)

    assert read(draw).content.splitlines()[1:3] == ["吞吐量达到3亿吨", "Growth of 5 per cent"]


def test_a_first_line_is_indented_and_a_title_is_not() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawCentredString(72 + 180, HEIGHT - 80, "青岚市港口规划")
        lines(canvas, [SENTENCE[:28]], 120, x=96)
        lines(canvas, [SENTENCE], 140)

    assert read(draw).content == f"青岚市港口规划\n\u3000\u3000{SENTENCE[:28]}\n{SENTENCE}\n"


@pytest.mark.parametrize("shift", [0, 7])
@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other(count: int, shift: float) -> None:
    width = 14 if count == 2 else 10

    def draw(canvas: Canvas) -> None:
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 90, "青岚日报要闻：市委召开全会部署港口发展工作")
        for row in range(12):
            for column in range(count):
                text = f"{'甲乙丙'[column]}{'一二三四五六七八九十百千'[row]}{SENTENCE}"[:width]
                lines(canvas, [text], 130 + 18 * row + shift * column, x=72 + column * (width + 2) * 12)

    found = read(draw).content.splitlines()
    assert found[0].startswith("青岚日报")
    assert [line[:1] for line in found[1:]] == [sign for sign in "甲乙丙"[:count] for _ in range(12)]


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_are_rows_of_cells(ruled: bool) -> None:
    def draw(canvas: Canvas) -> None:
        y = lines(canvas, [SENTENCE, "专栏1 主要指标"], 100)
        y = table(canvas, ROWS, XS, y, ruled=ruled)
        lines(canvas, [SENTENCE], y + 30)

    original = read(draw)
    assert original.content.splitlines()[2:6] == ["\t".join(row) for row in ROWS]
    assert ("≥7", "t1.r2.c4") in marked(original, "cell")
    assert [value for _, value in marked(original, "table")] == ["1"]
    assert original.content.endswith(f"{SENTENCE}\n")


def test_merged_and_wrapped_cells_of_a_ruled_table() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, [SENTENCE] * 2, 60)
        for y in (100, 140, 180):
            canvas.line(172, HEIGHT - y, 372, HEIGHT - y)
        canvas.line(72, HEIGHT - 100, 172, HEIGHT - 100)
        canvas.line(72, HEIGHT - 180, 172, HEIGHT - 180)
        for x in (72, 172, 372):
            canvas.line(x, HEIGHT - 100, x, HEIGHT - 180)
        canvas.line(272, HEIGHT - 140, 272, HEIGHT - 180)
        lines(canvas, ["港口货物", "吞吐量"], 130, x=80, size=10)
        lines(canvas, ["数值（亿吨）"], 120, x=180, size=10)
        lines(canvas, ["2.1"], 160, x=180, size=10)
        lines(canvas, ["3.0"], 160, x=280, size=10)

    original = read(draw)
    assert "港口货物吞吐量\t数值（亿吨）\n\t2.1\t3.0\n" in original.content
    assert ("港口货物吞吐量", "t1.r1.c1 2x1") in marked(original, "cell")
    assert ("数值（亿吨）", "t1.r1.c2 1x2") in marked(original, "cell")


def test_what_only_looks_like_a_table() -> None:
    def contents(canvas: Canvas) -> None:
        for at, text in enumerate(["第一章 总则", "第二章 目标", "第三章 任务", "第四章 保障"]):
            lines(canvas, [text], 100 + 20 * at)
            lines(canvas, [str(3 * at + 1)], 100 + 20 * at, x=480)

    def items(canvas: Canvas) -> None:
        for at, number in enumerate(["（一）", "（二）", "（三）", "（四）"]):
            lines(canvas, [number], 100 + 20 * at)
            lines(canvas, [SENTENCE[:25]], 100 + 20 * at, x=130)

    def framed(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 300, 460, 220)
        lines(canvas, ["专栏2 重点工程", *[SENTENCE] * 6], 100)

    assert not read(contents, contents).marked("table")
    assert read(items).content.splitlines()[1] == f"（二） {SENTENCE[:25]}"
    assert not read(framed).marked("table")


def _paged(number: str, count: int = 4) -> list[Callable[[Canvas], None]]:
    def page(at: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            lines(canvas, ["青岚市港口规划" if at % 2 else "第三章 任务"], 40, x=250, size=9)
            lines(canvas, [f"{'甲乙丙丁戊己庚辛'[at]}{SENTENCE}"] * 3, 100)
            lines(canvas, [number.format(at + 7)], 800, x=280, size=9)

        return draw

    return [page(at) for at in range(count)]


@pytest.mark.parametrize("number", ["— {} —", "{}", "第 {} 页", "-{}-", "{} / 20", "第{}页 共20页", "·{}·"])
def test_running_heads_and_page_numbers(number: str) -> None:
    original = read(*_paged(number, 8))
    assert [value for _, value in marked(original, "pagenumber")] == [str(at) for at in range(7, 15)]
    assert len(original.marked("runhead")) == 8
    assert {line[1:] for line in body(original).splitlines()} == {SENTENCE}
    assert [value for _, value in marked(original, "page")] == [str(at) for at in range(1, 9)]
    assert marked(original, "box")[0][1].startswith("250.0,")


def test_numbers_and_lines_that_are_text() -> None:
    def page(text: str) -> Callable[[Canvas], None]:
        return lambda canvas: lines(canvas, [text, SENTENCE, "2030"], 60)

    original = read(*(page(f"第{sign}章") for sign in "一二三四"))
    assert not original.marked("pagenumber")
    assert not original.marked("runhead")


def test_running_heads_of_lines() -> None:
    placed = [Placed(at, (50, 30, 100, 40), 842, f"规划 {at + 1}/9") for at in range(4)]
    placed += [Placed(at, (50, 400, 100, 410), 842, "中间的重复句") for at in range(4)]
    placed += [Placed(at, (300, 810, 310, 820), 842, text) for at, text in enumerate(["ⅰ", "ii", "iii", "iv"])]
    found = runheads(placed, 4)
    assert {at: running.kind for at, running in found.items()} == {
        **dict.fromkeys(range(4), "runhead"),
        **dict.fromkeys((9, 10, 11), "pagenumber"),
    }


def test_turned_pages_and_shifted_boxes() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.translate(0, -WIDTH)
        canvas.setFont("STSong-Light", 12)
        for at in range(4):
            canvas.drawString(72, WIDTH - 100 - 20 * at, f"{SENTENCE}{at}")

    assert read(turned).content.splitlines() == [f"{SENTENCE}{at}" for at in range(4)]


def test_a_password_is_asked_for() -> None:
    data = pdf(lambda canvas: lines(canvas, [SENTENCE] * 4), encrypt=StandardEncryption("secret"))
    with pytest.raises(errors.DamagedFile, match="encrypted"):
        open_source(data)


def test_pictures_are_no_text() -> None:
    data = pdf(*[lambda canvas: canvas.rect(50, 50, 400, 600, fill=1)] * 3)
    with pytest.raises(errors.MissingExtra, match="no text") as caught:
        open_source(data)
    assert "pip install 'rapidocr-onnxruntime'" in caught.value.advice.en
    with pytest.raises(errors.MissingExtra):
        open_source(b"\x89PNG\r\n\x1a\n" + bytes(30))


def test_pages_without_text_among_others_are_remarked() -> None:
    original = read(lambda canvas: lines(canvas, [SENTENCE] * 20), lambda canvas: canvas.rect(50, 50, 9, 9))
    assert any("Pages without text" in remark.en and "2" in remark.en for remark in original.remarks)


def _rare() -> str:
    rare = [bytes([lead, trail]).decode("gb2312") for lead in range(0xD8, 0xF7) for trail in range(0xA1, 0xFE)]
    return "".join(random.Random(2).sample(rare, 600))


def test_a_garbage_layer_is_refused() -> None:
    rare = _rare()
    data = pdf(lambda canvas: lines(canvas, [rare[at : at + 30] for at in range(0, 600, 30)]))
    with pytest.raises(errors.MissingExtra, match="garbage"):
        open_source(data)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (SENTENCE * 20, ""),
        ("The port plan of 2030 sets out eleven aims. " * 20, ""),
        ("港口 Port 规划 Plan 2030 " * 40, ""),
        ("2.1 3.0 24.1% 15,000 " * 40, ""),
        ("", "none"),
        ("1\n2\n3", "none"),
        (_rare(), "garbage"),
        ("ᄉଲସݓ૶ބ࠶ࣜഠؿ߶ᅚ" * 40, "garbage"),
        ("\ue001\ue5d3\uf8f0" * 200, "garbage"),
        ("\ufffd" * 300, "garbage"),
        ("!\"#$%&'()*+,-./:;" * 30, "garbage"),
    ],
)
def test_text_layers_are_judged(text: str, why: str) -> None:
    assert fault(text, 3) == why


def test_real_text_is_never_garbage(shared: Path) -> None:
    for path in sorted((*(shared / "seeds").glob("*.txt"), *(shared / "corpus").glob("*.txt"))):
        text = path.read_bytes().decode("utf-8-sig")
        expected = "garbage" if path.name.startswith("plan_2001") else ""
        for start in range(0, len(text) - 1000, 5000):
            assert fault(text[start : start + 1000], 1) == expected, (path.name, start)


def test_a_pdf_that_others_take_for_garbage_is_read(shared: Path) -> None:
    """Its fonts carry no table to Unicode, but PDFium knows their character collection."""
    original = open_source(shared / "corpus" / "originals" / "plan_2001_云南省_10.pdf")
    check(original)
    assert len(original.marked("page")) == 28
    assert "第十个五年计划纲要" in original.content
    assert "第二十六章" in original.content


def test_radicals_are_read_as_characters() -> None:
    assert plain_radicals("⼈⼝⽐重提⾼") == ("人口比重提高", 4)
    assert plain_radicals("人口") == ("人口", 0)


def test_many_strokes_and_many_characters_end() -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(3000):
            canvas.line(50 + at % 50 * 10, 50 + at // 50 * 10, 55 + at % 50 * 10, 57 + at // 50 * 10)
            canvas.line(50, 50 + at / 5, 550, 50 + at / 5)
            canvas.line(50 + at / 7, 50, 50 + at / 7, 750)
        for at in range(100):
            lines(canvas, [SENTENCE * 2], 60 + at * 7, size=5)

    check(open_source(pdf(draw)))
