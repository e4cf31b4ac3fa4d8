"""Make the samples from their masters: the documents of an invented city, with the damage of real copies.

Run it as ``python scripts/samples/make.py`` after changing a master; it needs Chromium for the PDFs.
The masters (``*.md`` beside this file) are the truth that the damaged copies are checked against.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from html import escape
from pathlib import Path

MASTERS = Path(__file__).parent
SAMPLES = MASTERS.parents[1] / "samples"


def master(name: str) -> str:
    return (MASTERS / f"{name}.md").read_text(encoding="utf-8")


def paragraphs(name: str) -> list[str]:
    return [line for line in master(name).splitlines() if line.strip()]


def half_width(text: str) -> str:
    return text.translate(str.maketrans("，：；（）", ",:;()"))


def mirror() -> str:
    """A company's site that reposts the Recommendation: spam inside, chapter lines lost, a number swallowed."""
    title, *body = paragraphs("recommendation")
    title = title.lstrip("# ")
    lines: list[str] = []
    for line in body:
        if line.startswith("## "):
            if line.startswith("## 一、"):
                lines.append(line[3:])
            continue
        lines.append(line)
    text = "\n".join(lines)
    text = text.replace("0.5个工作日以内。\n16.", "0.5个工作日以内.")
    text = text.replace("年均增长6%左右，建设江滨", "年均增长6%左右澳海国际娱乐城官网，建设江滨")
    lines = text.split("\n")
    for number in ("7.", "20."):
        lines.insert(next(i for i, line in enumerate(lines) if line.startswith(number)), "k6云海科技")
    paras = "\n".join(f"<p>　　{escape(half_width(line))}</p>" for line in lines)
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title} - k6云海科技官网</title></head>
<body>
<div class="top">k6云海科技(中国)官方网站 - 云海智能装备服务商</div>
<ul class="menu"><li><a href="/">首页</a></li><li><a href="/about">关于我们</a></li><li><a href="/product">产品中心</a></li><li><a href="/news">新闻资讯</a></li><li><a href="/contact">联系我们</a></li></ul>
<div class="crumb">当前位置: <a href="/">首页</a> &gt; <a href="/news">新闻资讯</a></div>
<h1>{title}</h1>
<div class="info">更新时间:2026-01-15 点击次数:1286</div>
<div class="article">
{paras}
</div>
<div class="page"><a href="/news/77.html">上一篇:云海科技荣获优秀供应商称号</a> <a href="/news/79.html">下一篇:k6云海科技春节放假通知</a></div>
<div class="foot"><p>扫一扫,关注微信公众号</p><p>服务热线:0519-00000000</p><p>Copyright © 2026 k6云海科技 版权所有 网站备案号:沧ICP备00000000号-1</p></div>
</body></html>
"""


def pledges() -> bytes:
    """A local portal's copy: GB18030, CRLF, navigation before and a page counter after, captions between."""
    title, *body = paragraphs("pledges")
    out = [
        "云泽在线 首页 新闻 政务 民生 视频 专题 数字报",
        title.lstrip("# "),
        "时间:2025-12-28 09:12:40 来源:云泽日报",
        "",
    ]
    for line in body:
        if line.startswith("## "):
            out += ["云泽日报客户端", "", "  " + line[3:], ""]
        else:
            out += ["  " + half_width(line), ""]
    out += ["责编:柳溪", "", "全文共 1 页 当前第 1 页", "", "欢迎关注云泽在线官方微信", "", "热点推荐", "阅读排行"]
    return "\r\n".join(out).encode("gb18030")


def article() -> str:
    """A self-media platform's copy: characters made Traditional by machine, some left; no date; a disclaimer."""
    from opencc import OpenCC  # noqa: PLC0415

    body = [line for line in paragraphs("article") if not line.startswith("#")]
    text = OpenCC("s2t").convert(half_width("\n".join(body)))
    for made, left in (("製造", "制造"), ("示範", "示范"), ("PM", "pm"), ("築", "筑")):
        text = text.replace(made, left)
    return (
        text
        + "\n特別聲明:以上內容(包括圖片、視頻)由自媒體平臺用戶“港航觀察”上傳並發布,本平臺僅提供信息存儲服務\n"
        + "Notice: The content above is uploaded by a user of a social media platform, which only provides storage.\n"
    )


def forged() -> str:
    """A page dated ten years after the meeting that it announces."""
    return half_width("\n".join(paragraphs("forged"))).replace("# ", "", 1) + "\n"


def newspaper() -> str:
    """The communiqué as a newspaper page: narrow columns, a running head, a page number, no year."""
    title, *body = paragraphs("communique")
    paras = "".join(f"<p>{escape(line)}</p>" for line in body)
    return f"""<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>
@page {{ size: 210mm 297mm; margin: 0 }}
body {{ margin: 14mm 16mm; font-family: "Noto Serif CJK SC", serif; font-size: 10.5pt; line-height: 1.6 }}
.head {{ display: flex; justify-content: space-between; border-bottom: 2px solid; font: 9pt "Noto Sans CJK SC", sans-serif }}
h1 {{ font-size: 24pt; text-align: center; margin: 8mm 0 6mm }}
.text {{ columns: 3; column-gap: 8mm; text-align: justify }}
p {{ margin: 0; text-indent: 2em }}
.foot {{ position: fixed; bottom: 10mm; left: 0; right: 0; text-align: center; font: 9pt sans-serif }}
</style><div class="head"><span>云泽日报</span><span>要闻</span><span>A01</span></div>
<h1>{title.lstrip("# ")}</h1><div class="text">{paras}</div><div class="foot">1</div></html>"""


def report() -> str:
    """The government work report as an office prints it: A4 pages with running head and page numbers."""
    title, subtitle, speaker, *body = paragraphs("report")
    paras = "".join(
        f"<h2>{escape(line[3:])}</h2>" if line.startswith("## ") else f"<p>{escape(line)}</p>" for line in body
    )
    return f"""<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>
@page {{ size: A4; margin: 30mm 28mm 28mm; @top-center {{ content: "云泽市第十七届人民代表大会第五次会议文件"; font: 9pt "Noto Sans CJK SC" }} @bottom-center {{ content: "— " counter(page) " —"; font: 10pt "Noto Serif CJK SC" }} }}
body {{ font-family: "Noto Serif CJK SC", serif; font-size: 14pt; line-height: 1.9 }}
h1 {{ text-align: center; font-size: 22pt }} h2 {{ font: bold 15pt "Noto Sans CJK SC"; text-indent: 2em }}
.sub {{ text-align: center }} p {{ margin: 0; text-indent: 2em; text-align: justify }}
</style><h1>{title.lstrip("# ")}</h1><p class="sub">{subtitle}</p><p class="sub">{speaker}</p>{paras}</html>"""


def to_pdf(html: str, target: Path) -> None:
    browser = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                f"--user-data-dir={folder}/profile",
                "--no-pdf-header-footer",
                f"--print-to-pdf={target}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def outline_docx(target: Path) -> None:
    """The Outline as the office's Word file: heading styles, a table with merged cells, a footnote's text, a tracked change."""
    from docx import Document  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    document = Document()
    document.styles["Normal"].font.name = "SimSun"
    document.sections[0].header.paragraphs[0].text = "云泽市“十四五”规划纲要"
    rows: list[list[str]] = []

    def tracked(paragraph: object, tag: str, text: str) -> None:
        change = OxmlElement(f"w:{tag}")
        for key, value in (("id", "1"), ("author", "规划科"), ("date", "2021-01-28T09:00:00Z")):
            change.set(qn(f"w:{key}"), value)
        run, words = OxmlElement("w:r"), OxmlElement("w:delText" if tag == "del" else "w:t")
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)  # type: ignore[attr-defined]

    def flush() -> None:
        if not rows:
            return
        table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell
        start = 1
        for i in range(2, len(rows) + 1):  # one cell for each run of the same category
            if i == len(rows) or rows[i][0] != rows[start][0]:
                if i - start > 1:
                    for k in range(start + 1, i):
                        table.cell(k, 0).text = ""
                    table.cell(start, 0).merge(table.cell(i - 1, 0)).text = rows[start][0]
                start = i
        rows.clear()

    for line in paragraphs("outline"):
        if line.startswith("|"):
            cells = line.strip("|").split("|")
            if not set(line) <= set("|-"):
                rows.append(cells)
            continue
        flush()
        if line.startswith("## "):
            document.add_heading(line[3:], 2)
        elif line.startswith("# 第"):
            document.add_heading(line[2:], 1)
        elif line.startswith("# "):
            document.add_paragraph(line[2:], style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif re.match(r"第.节", line):
            document.add_heading(line, 3)
        elif "建成5G基站8000个" in line:
            paragraph = document.add_paragraph("建成5G基站")
            tracked(paragraph, "del", "6000")
            tracked(paragraph, "ins", "8000")
            paragraph.add_run(line.removeprefix("建成5G基站8000"))
        else:
            document.add_paragraph(line)
    flush()
    properties = document.core_properties
    properties.title = paragraphs("outline")[0].lstrip("# ")
    properties.author = "云泽市发展和改革委员会"
    properties.created = properties.modified = datetime(2021, 3, 1, tzinfo=UTC)
    document.save(str(target))


def main() -> None:
    SAMPLES.mkdir(exist_ok=True)
    (SAMPLES / "1-recommendation-mirror.html").write_text(mirror(), encoding="utf-8")
    to_pdf(newspaper(), SAMPLES / "2-communique-newspaper.pdf")
    (SAMPLES / "3-pledges-portal.txt").write_bytes(pledges())
    (SAMPLES / "4-article-traditional.txt").write_text(article(), encoding="utf-8")
    (SAMPLES / "5-announcement-forged.txt").write_text(forged(), encoding="utf-8")
    outline_docx(SAMPLES / "6-outline-2021.docx")
    to_pdf(report(), SAMPLES / "7-work-report-2026.pdf")
    (SAMPLES / "8-statistics-2025.md").write_text(master("statistics"), encoding="utf-8")
    (SAMPLES / "9-province-recommendation.md").write_text(master("province"), encoding="utf-8")


if __name__ == "__main__":
    main()
