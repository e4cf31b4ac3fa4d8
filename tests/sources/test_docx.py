"""Word documents: Word's own numbers, tables, and what is set apart from the text."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx as python_docx
import pytest
from checking import check, marked
from docx_making import cell, docx, level, listed, numbering, paragraph, row, run

from luoshi import errors
from luoshi.model import Original
from luoshi.sources import open_source
from luoshi.sources.counting import counted


def read(body: str, parts: dict[str, str] | None = None) -> Original:
    original = open_source(docx(body, parts))
    check(original)
    return original


def test_paragraphs_and_breaks() -> None:
    original = read(
        paragraph("第一段")
        + paragraph("")
        + paragraph(
            f"{run('到2030年')}{run('，')}<w:r><w:tab/><w:t>建成</w:t><w:br/><w:t>换行</w:t><w:br w:type='page'/></w:r>"
        )
        + paragraph("<w:hyperlink>" + run("《条例》") + "</w:hyperlink>" + run("施行"))
        + "<w:sdt><w:sdtContent>"
        + paragraph("控件内")
        + "</w:sdtContent></w:sdt>"
    )
    assert original.content == "第一段\n到2030年， 建成\n换行\n《条例》施行\n控件内\n"
    assert marked(original, "paragraph")[1] == ("到2030年， 建成\n换行", "3")


STYLES = (
    '<w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="a2"><w:name w:val="章"/><w:basedOn w:val="a1"/></w:style>'
    '<w:style w:styleId="a3"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="a4"><w:name w:val="x"/><w:basedOn w:val="a4"/></w:style>'
    '<w:style w:styleId="a5"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_headings_by_style() -> None:
    styled = [("a1", "1"), ("a2", "1"), ("a3", "3"), ("a4", ""), ("none", "")]
    original = read(
        "".join(paragraph(f"标题{name}", f'<w:pStyle w:val="{name}"/>') for name, _ in styled)
        + paragraph("大纲级别", '<w:outlineLvl w:val="1"/>')
        + paragraph("正文级别", '<w:pStyle w:val="a1"/><w:outlineLvl w:val="9"/>'),
        {"styles": STYLES},
    )
    assert marked(original, "heading") == [("标题a1", "1"), ("标题a2", "1"), ("标题a3", "3"), ("大纲级别", "2")]


def test_numbers_that_word_writes() -> None:
    defined = numbering(
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3.", '<w:suff w:val="space"/>'),
        level(3, "decimal", "%3.%4"),
        level(4, "bullet", "\uf06c"),
    )
    texts = [
        ("总则", 0),
        ("目标", 0),
        ("泊位", 1),
        ("航道", 1),
        ("疏浚", 2),
        ("测量", 2),
        ("精测", 3),
        ("岸电", 1),
        ("改造", 2),
        ("符号", 4),
        ("保障", 0),
        ("资金", 1),
    ]
    original = read("".join(listed(text, at) for text, at in texts), {"numbering": defined})
    assert original.content.splitlines() == [
        *("一、总则", "二、目标", "（一）泊位", "（二）航道", "1. 疏浚", "2. 测量", "2.1 精测"),
        *("（三）岸电", "1. 改造", "符号", "三、保障", "（一）资金"),
    ]
    assert marked(original, "list")[2] == ("（一）泊位", "（一）")
    assert len(original.marked("list")) == 11


def test_lists_that_start_anew_or_go_on() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    defined = numbering(level(0, "decimal", "第%1条"), more=more)
    body = (
        listed("甲") + listed("乙") + listed("丙", 0, 2) + listed("丁", 0, 2) + listed("戊", 0, 3) + listed("己", 0, 0)
    )
    body += listed("庚", 0, 99) + paragraph("辛", '<w:pStyle w:val="a5"/>')
    original = read(body, {"numbering": defined, "styles": STYLES})
    assert original.content.split("\n") == [
        "第1条甲",
        "第2条乙",
        "第1条丙",
        "第2条丁",
        "第3条戊",
        "己",
        "庚",
        "第4条辛",
        "",
    ]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (1010, "japaneseCounting", "一千零一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (26, "ideographDigital", "二六"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "11"),
        (7, "decimalEnclosedCircleChinese", "⑦"),
        (2, "decimalFullWidth", "２"),
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (5, "decimalZero", "05"),
        (5, "unheardOf", "5"),
        (5, "none", ""),
        (0, "chineseCounting", "0"),
        (10**6, "chineseCounting", "1000000"),
    ],
)
def test_counting(number: int, form: str, written: str) -> None:
    assert counted(number, form) == written


def test_tracked_changes_are_kept_apart() -> None:
    original = read(
        paragraph(
            run("吞吐量达到")
            + f'<w:del w:author="甲"><w:r><w:delText>2</w:delText></w:r></w:del><w:ins w:author="乙">{run("3")}</w:ins>'
            + run("亿吨。")
        )
        + paragraph(run("前半，"), "<w:rPr><w:del w:author='甲'/></w:rPr>")
        + paragraph("后半。")
        + paragraph(f'<w:moveFrom w:author="丙">{run("移走的句子")}</w:moveFrom>')
    )
    assert original.content == "吞吐量达到3亿吨。\n前半，后半。\n2\n移走的句子\n"
    assert marked(original, "deleted") == [("2", "甲"), ("移走的句子", "丙")]
    assert any("tracked changes" in remark.en for remark in original.remarks)


def test_notes_heads_and_hidden_text_are_set_apart() -> None:
    note = f'<w:footnote w:type="separator">{paragraph("—")}</w:footnote><w:footnote w:id="2">{paragraph("以2025年为基期。")}</w:footnote>'
    original = read(
        paragraph(
            run("增长5%") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("以上。") + run("隐藏", "<w:vanish/>")
        )
        + paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("完")),
        {
            "footnotes": note,
            "header": paragraph("青岚市规划"),
            "footer": paragraph("— 1 —"),
            "comments": paragraph("批注"),
        },
    )
    assert original.content == "增长5%以上。\n完\n以2025年为基期。\n青岚市规划\n— 1 —\n"
    assert marked(original, "footnote") == [("以2025年为基期。", "1")]
    assert marked(original, "runhead") == [("青岚市规划", "head"), ("— 1 —", "foot")]
    assert [remark.en for remark in original.remarks] == [
        "2 characters of the document are hidden and were left out.",
        "The document has comments; they were left out.",
    ]


def test_tables() -> None:
    table = "<w:tbl>" + row(
        cell("指标", '<w:vMerge w:val="restart"/>'),
        cell("数值", '<w:gridSpan w:val="2"/>'),
        properties="<w:tblHeader/>",
    )
    table += row(cell("", "<w:vMerge/>"), cell("2025年"), cell("2030年"))
    table += row(cell("吞吐量"), cell("2.1"), cell("3.0")) + "</w:tbl>"
    original = read(paragraph("专栏1") + table + paragraph("后"))
    assert original.content == "专栏1\n指标\t数值\n\t2025年\t2030年\n吞吐量\t2.1\t3.0\n后\n"
    assert marked(original, "header") == [("指标", "t1.r1.c1 2x1"), ("数值", "t1.r1.c2 1x2")]
    assert ("2030年", "t1.r2.c3") in marked(original, "cell")


def test_a_frame_is_no_table() -> None:
    box = f"<w:tbl>{row('<w:tc>' + paragraph('专栏2 工程') + paragraph('建设泊位。') + '</w:tc>')}</w:tbl>"
    original = read(box)
    assert original.content == "专栏2 工程\n建设泊位。\n"
    assert not original.marked("table")


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(paragraph(run("前") + f"<w:r>{choice}</w:r>" + run("后"))).content == "前后\n框内\n"


def test_what_python_docx_writes() -> None:
    document = python_docx.Document()
    document.add_heading("第一章 总则", 1)
    document.add_paragraph("建设泊位", style="List Number")
    document.add_paragraph("建设航道", style="List Number")
    document.core_properties.title = "港口规划"
    file = BytesIO()
    document.save(file)
    original = open_source(file.getvalue())
    assert original.content == "第一章 总则\n1. 建设泊位\n2. 建设航道\n"
    assert ("title", "港口规划") in original.metadata
    assert marked(original, "heading") == [("第一章 总则", "1")]


def test_strict_documents_read_alike() -> None:
    data = docx(paragraph("严格格式"), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert open_source(data).content == "严格格式\n"


def test_entities_are_refused() -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(8)
    )
    for doctype in (f"{bomb}]>", "<!DOCTYPE x [<!ENTITY i SYSTEM 'file:///etc/hostname'>]>"):
        with pytest.raises(errors.DamagedFile, match="entities"):
            open_source(docx(paragraph(run("前&i;后")), doctype=doctype))
    assert open_source(docx(paragraph("前后"), doctype="<!DOCTYPE x>")).content == "前后\n"


def test_bombs_are_refused_before_they_unpack() -> None:
    huge = docx(paragraph("零" * 20_000_000))
    with pytest.raises(errors.TooLarge, match="ZIP bomb"):
        open_source(huge)
    liar = bytearray(huge)  # an archive that understates how large its part is
    at = liar.rindex(b"word/document.xml") - 46 + 24
    liar[at : at + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(errors.CannotRead):
        open_source(bytes(liar))


def test_broken_parts() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document")
    with pytest.raises(errors.DamagedFile, match="not valid XML"):
        open_source(file.getvalue())
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(errors.DamagedFile, match="no document"):
        open_source(file.getvalue())
    locked = bytearray(docx(paragraph("文")))
    at = locked.rindex(b"word/document.xml") - 46 + 8
    locked[at] |= 1
    with pytest.raises(errors.DamagedFile, match="encrypted"):
        open_source(bytes(locked))
