"""A document about an invented city, with every kind of finding and every kind of damage."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from luoshi.model import Document, Edit, Finding, Mark, Original, Period, Profile, Section, Span, Text, Verdict, Words
from luoshi.model import values as v

TITLE = "中共临澜市委关于制定临澜市第十五个五年规划的建议"

FOUND = f"""临澜在线  首页 > 要闻 > 正文
{TITLE}

(2025年12月9日中共临澜市委八届九次全会通过)

　　一、主要目标

　　1.经济实力再上台阶。到2030年,地区生产总值突破8000亿元,研发投入强度达到3.2%以上,制造业增加值占比保持在35%左右。“十四五”时期,临澜累计建成海堤116公里,港口吞吐量连续四年居全省第二位。
　　2.民生福祉更加殷实。实施“安居润澜”工程,市住房城乡建设局牵头新建保障房4万套;2027年底前社区养老服务全覆盖。扎实推进共同富裕。
临澜在线图片
　　坚持向海图强,推动港产城
融合发展,打造现代化海港城市。
　　3.建好北湾新区。制定《临澜市海岸带保护条例》,力争五年内再造一个滨海新城。市长沈望澜表示,将把北湾建成开放门户。必胜彩站注册即送4.推进依法治市。严格规范公正文明执法。
指标	2025年	2030年
人口(万人)	320	350
森林覆盖率	41.2%	43%
　　全市上下要真抓实干,为实现“十五五”规划目标而奋斗!
版权所有 临澜在线 咨询电话:0000-1234567
"""


def _edits(text: Text, *changes: tuple[str, str, str]) -> Text:
    """Cleaning by hand: each (found, becomes, reason) everywhere in the text."""
    for before, after, reason in changes:
        edits, position = [], 0
        while (start := text.content.find(before, position)) >= 0:
            edits.append(Edit(start, start + len(before), after, reason))
            position = start + len(before)
        assert edits, f"nothing to clean: {before!r}"
        text = text.apply(edits)
    return text


def cleaned() -> Text:
    return _edits(
        Text.of(
            Original(
                FOUND,
                "text/html",
                "c0ffee" * 10 + "beef",
                encoding="gb18030",
                remarks=(Words("声明为 UTF-8，实为 GB18030。", "Declared UTF-8, is GB18030."),),
            )
        ),
        (",", "，", "width.punctuation"),
        (";", "；", "width.punctuation"),
        ("!", "！", "width.punctuation"),
        ("(2025", "（2025", "width.punctuation"),
        ("通过)", "通过）", "width.punctuation"),
        ("临澜在线  首页 > 要闻 > 正文\n", "", "furniture.navigation"),
        ("临澜在线图片\n", "", "furniture.credit"),
        ("必胜彩站注册即送", "", "intrusions.gambling"),
        ("版权所有 临澜在线 咨询电话:0000-1234567\n", "", "furniture.copyright"),
        ("港产城\n融合", "港产城融合", "lines.wrap"),
        ("\n\n", "\n", "lines.blank"),
        ("　　", "", "lines.indent"),
    )


class Factory:
    """Finds words in the clean text and makes findings of them."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.content.index(words, self.text.content.index(after) if after else 0)
        return Span(start, start + len(words))

    def find(self, kind: str, value: Any, words: str, after: str = "", **more: Any) -> Finding[Any]:
        span = self.span(words, after)
        return Finding(kind, value, span, self.text[span], f"test.{kind}", **more)


def document() -> Document:
    text = cleaned()
    make = Factory(text)
    return Document(text, _outline(make), _profile(make), (), _verdict(make)).with_findings(_findings(make))


def _outline(make: Factory) -> Section:
    text = make.text
    end = len(text)
    one = make.span("一、主要目标").start
    lost = make.span("坚持向海图强").start
    first, second = make.span("1.经济实力再上台阶。"), make.span("2.民生福祉更加殷实。")
    third, fourth = make.span("3.建好北湾新区。"), make.span("4.推进依法治市。")
    table = make.span("指标\t2025年")
    why = Words("条目2之后出现章首导语，其后编号继续。", "A chapter's lead paragraph stands after item 2.")
    chapter = Section("c1", "chapter", "一、", 1, "主要目标", Span(one, lost), make.span("一、主要目标"), (
        Section("c1-i1", "item", "1.", 1, "经济实力再上台阶", Span(first.start, second.start), first),
        Section("c1-i2", "item", "2.", 2, "民生福祉更加殷实", Span(second.start, lost), second),
    ))  # fmt: skip
    second_chapter = Section("c2", "chapter", "", 2, "", Span(lost, end), None, (
        Section("c2-i3", "item", "3.", 3, "建好北湾新区", Span(third.start, fourth.start), third),
        Section("c2-i4", "item", "4.", 4, "推进依法治市", Span(fourth.start, table.start), fourth),
    ), why)  # fmt: skip
    return Section("", "document", "", None, "", Span(0, end), None, (chapter, second_chapter))


def _profile(make: Factory) -> Profile:
    why = Words("规划的名称说明其年份。", "The plan's name gives its years.")
    return Profile(
        title=make.find("title", TITLE, TITLE),
        genre=make.find("genre", "建议", "建议"),
        issuer=make.find("issuer", "中共临澜市委", "中共临澜市委"),
        level=make.find("level", "city", "市委", basis="inferred", why=why),
        session=make.find("session", v.Session("中共临澜市委", 8, 9, "八届九次全会"), "八届九次全会"),
        adopted=make.find("adopted", Period.of("2025-12-09"), "2025年12月9日"),
        period=make.find("period", Period.of("2026/2030"), "第十五个五年规划", basis="inferred", why=why),
    )


def _verdict(make: Factory) -> Verdict:
    return Verdict(
        "C",
        (Words("缺一个章标题，混入一处广告。", "One chapter heading is lost and one advertisement was injected."),),
        "2025-10-28",
        (make.span("扎实推进共同富裕"),),
    )


def _findings(make: Factory) -> list[Finding[Any]]:
    def quantity(value: float | None, unit: str, comparator: str, measure: str) -> v.Quantity:
        return v.Quantity(value, None, unit, comparator, measure)

    gdp, strength = quantity(8e11, "元", ">", "level"), quantity(0.032, "", ">=", "share")
    plan = Period.of("2030")
    find, span = make.find, make.span
    return [
        find("target", v.Target("地区生产总值", span("地区生产总值"), gdp, span("突破8000亿元"), plan, period_stated=True, actor="临澜市"), "地区生产总值突破8000亿元"),
        find("target", v.Target("研发投入强度", span("研发投入强度"), strength, span("达到3.2%以上"), plan, binding="anticipatory"), "研发投入强度达到3.2%以上"),
        find("target", v.Target("社区养老服务", None, quantity(None, "", "=", "coverage"), span("全覆盖"), Period.of("2027"), softness=("力争",)), "2027年底前社区养老服务全覆盖"),
        find("quantity", gdp, "突破8000亿元"),
        find("quantity", strength, "达到3.2%以上"),
        find("quantity", quantity(40000, "套", "=", "count"), "4万套"),
        find("deadline", v.Deadline(plan, by=True), "到2030年"),
        find("deadline", v.Deadline(Period.of("2027"), by=True), "2027年底前"),
        find("achievement", v.Achievement("海堤", None, quantity(116, "公里", "=", "level"), span("116公里"), Period.of("2021/2025")), "累计建成海堤116公里"),
        find("context", v.Context("港口吞吐量", None, quantity(2, "位", "=", "rank"), span("第二位")), "港口吞吐量连续四年居全省第二位"),
        find("measure", v.Measure("推动", "港产城融合发展", 3), "推动港产城融合发展"),
        find("measure", v.Measure("新建", "保障房4万套", 4, "市住房城乡建设局"), "市住房城乡建设局牵头新建保障房4万套"),
        find("pledge", v.Pledge("沈望澜", "市长", "临澜市政府", "indirect"), "市长沈望澜表示，将把北湾建成开放门户。"),
        find("programme", v.Programme("“安居润澜”工程", "工程"), "“安居润澜”工程"),
        find("body", v.Body("临澜市住房城乡建设局", "lead"), "市住房城乡建设局"),
        find("place", v.Place("临澜市", "999900"), "临澜", after="时期，"),
        find("place", v.Place("北湾新区", None, "zone"), "北湾新区"),
        find("person", v.Person("沈望澜", "市长"), "沈望澜"),
        find("formulation", v.Formulation("共同富裕", "1953-12-16", "测试用表", datable=False), "共同富裕"),
        find("reference", v.Reference("临澜市海岸带保护条例"), "《临澜市海岸带保护条例》"),
        find(
            "doubt",
            v.Doubt("intrusion", "major", Words("正文中混入赌博广告，已移除。", "A gambling advertisement was injected into the text; it was taken out."), Words("对照官方发布的文本。", "Compare the officially published text.")),
            "将把北湾建成开放门户。4.推进依法治市。",
        ),
        find("doubt", v.Doubt("numbering", "minor", Words("第二章缺标题。", "Chapter 2 has lost its heading.")), "坚持向海图强", basis="inferred", why=Words("由编号推断。", "Concluded from the numbers.")),
    ]  # fmt: skip


def with_pages(doc: Document) -> Document:
    """The same document as if it had come from a file with two pages."""
    middle = doc.original.content.index("力争五年内")
    marks = (Mark(Span(0, middle), "page", "1"), Mark(Span(middle, len(doc.original.content)), "page", "2"))
    original = replace(doc.original, marks=marks)
    return replace(doc, text=replace(doc.text, original=original))
