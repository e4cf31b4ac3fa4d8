"""Documents made by hand, for tests that want one without reading a file."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from luoshi.model import (
    AnyFinding,
    Document,
    Edit,
    Finding,
    Mark,
    Original,
    Period,
    Profile,
    Section,
    Span,
    Text,
    Verdict,
    Words,
)
from luoshi.model.values import (
    Achievement,
    Baseline,
    Body,
    Context,
    Deadline,
    Doubt,
    Formulation,
    Measure,
    Person,
    Place,
    Pledge,
    Programme,
    Quantity,
    Reference,
    Region,
    Responsibility,
    Session,
    Target,
)

LINES = (
    "首页 > 要闻 > 正文",
    "中共云溪市委关于制定云溪市第十五个五年规划的建议",
    "（2025年12月12日中国共产党云溪市第九届委员会第十次全体会议通过）",
    "一、发展的目标",
    "1. 到2030年，全市生产总值突破3000亿元，研发投入占比达到4.5%左右。",
    "2. 2025年，粮食产量稳定在82万吨。 点击下载云溪通客户端",
    "全面抓好产业升级，实施“百园焕新”工程。",
    "3. 市发展改革委牵头，推进新质生产力在临江新区落地。",
    "市水务局局长林远舟表示，决不让一条黑臭水体过夜，按照《云溪市水污染防治办法》办。",
)
CONTENT = "\n".join(LINES)


def original(content: str = CONTENT, **more: Any) -> Original:
    """An original as a text file gives it, with a hash of its own words."""
    data = content.encode("utf-8", "surrogatepass")
    return Original(content, more.pop("media_type", "text/plain"), sha256(data).hexdigest(), **more)


def root(text: Text, *children: Section) -> Section:
    """The outline's root over the whole text."""
    return Section("d", "document", "", None, "", Span(0, len(text)), None, children)


def finding(text: Text, kind: str, quote: str, value: Any, **more: Any) -> AnyFinding:
    """A finding at the first place where the text has ``quote``."""
    start = text.content.index(quote)
    return Finding(kind, value, Span(start, start + len(quote)), quote, more.pop("rule", f"test.{kind}"), **more)


def document(content: str = "云溪市今年增长5%。", *findings: AnyFinding) -> Document:
    """A document of these words, uncleaned, without outline or profile."""
    text = Text.of(original(content))
    return Document(text, root(text), Profile()).with_findings(findings)


def plan() -> Document:
    """A short invented Recommendation with everything that a document can have.

    Navigation and an injected line were taken out of it, the heading of its second chapter is lost,
    and it has a finding of each kind, pages, and a field in each place of its profile.
    """
    text = _text()
    outline = _outline(text)
    profile = _profile(text)
    verdict = Verdict(
        "B",
        (Words("正文完整，但混入了一条广告。", "The body is whole, but an advertisement was injected."),),
        "2023-09-07",
        (_span(text, "新质生产力"),),
    )
    return Document(text, outline, profile, verdict=verdict).with_findings(_findings(text))


def _span(text: Text, words: str) -> Span:
    start = text.content.index(words)
    return Span(start, start + len(words))


def _text() -> Text:
    half = CONTENT.index("2. 2025年")
    marks = (
        Mark(Span(0, half), "page", "1"),
        Mark(Span(half, len(CONTENT)), "page", "2"),
        Mark(Span(0, len(LINES[0])), "chrome", "nav"),
    )
    source = original(
        marks=marks,
        encoding="gb18030",
        metadata=(("title", "建议 - 云溪在线"), ("generator", "手写")),
        remarks=(Words("文件声明的编码是 UTF-8，实为 GB18030。", "The file claims UTF-8 and is GB18030."),),
    )
    ad = CONTENT.index(" 点击下载云溪通客户端")
    text = Text.of(source).apply([Edit(0, len(LINES[0]) + 1, "", "furniture.navigation")])
    start = ad - len(LINES[0]) - 1
    return text.apply([Edit(start, start + len(" 点击下载云溪通客户端"), "", "intrusions.advertisement")])


def _outline(text: Text) -> Section:
    def item(number: int, parent: str, until: str | None) -> Section:
        start = text.content.index(f"{number}. ")
        end = text.content.index(until) if until else len(text)
        label = Span(start, start + 2)
        return Section(f"{parent}-i{number}", "item", f"{number}.", number, "", Span(start, end), label)

    first = _span(text, "一、发展的目标")
    second = text.content.index("全面抓好")
    lost = Words("这一段概述其后各条，应是一章的开头。", "This paragraph sums up the items after it.")
    return root(
        text,
        Section(
            "c1",
            "chapter",
            "一、",
            1,
            "发展的目标",
            Span(first.start, second),
            first,
            (item(1, "c1", "2. 2025"), item(2, "c1", "全面抓好")),
        ),
        Section("c2", "chapter", "", 2, "", Span(second, len(text)), None, (item(3, "c2", None),), lost),
    )


def _profile(text: Text) -> Profile:
    def field(kind: str, quote: str, value: Any, **more: Any) -> Any:
        return finding(text, kind, quote, value, **more)

    why = Words("文末没有落款；按会议日期推定。", "There is no signature; concluded from the meeting's date.")
    day = Period("2025-12-12", "2025-12-12")
    return Profile(
        title=field("title", LINES[1], LINES[1]),
        genre=field("genre", "建议", "建议"),
        issuer=field("issuer", "中共云溪市委", "中共云溪市委"),
        level=field("level", "云溪市", "city", basis="inferred", why=why),
        region=field("region", "云溪市", Region("云溪市", None)),
        session=field(
            "session",
            "中国共产党云溪市第九届委员会第十次全体会议",
            Session("中共云溪市委", 9, 10, "中国共产党云溪市第九届委员会第十次全体会议"),
        ),
        adopted=field("adopted", "2025年12月12日", day),
        written=field(
            "written",
            "2025年12月12日",
            Period("2025-10", "2025-12-12"),
            basis="inferred",
            why=why,
            evidence=(_span(text, "新质生产力"),),
        ),
        period=field("period", "第十五个五年规划", Period("2026", "2030"), basis="normalised"),
        author=field("author", "林远舟", Person("林远舟", None, None)),
    )


def _findings(text: Text) -> list[AnyFinding]:
    def found(kind: str, quote: str, value: Any, **more: Any) -> AnyFinding:
        return finding(text, kind, quote, value, **more)

    output = Quantity(3e11, None, "元", ">", "level")
    research = Quantity(0.045, None, "", "about", "share")
    grain = Quantity(820000.0, 830000.0, "吨", "range", "level")
    missing = Words("“全面抓好”之前应有章的标题。", "The chapter's heading before this paragraph is missing.")
    settle = Words("对照原文。", "Compare with the official text.")
    return [
        found("quantity", "突破3000亿元", output),
        found("quantity", "达到4.5%左右", research),
        found("deadline", "到2030年", Deadline(Period("2030", "2030"), by=True)),
        found(
            "target",
            "全市生产总值突破3000亿元",
            Target(
                "全市生产总值",
                _span(text, "全市生产总值"),
                output,
                _span(text, "突破3000亿元"),
                Period("2030", "2030"),
                period_stated=True,
                actor="云溪市",
                concept="gdp",
                binding="anticipatory",
            ),
        ),
        found(
            "target",
            "研发投入占比达到4.5%左右",
            Target(
                "研发投入占比",
                _span(text, "研发投入占比"),
                research,
                _span(text, "达到4.5%左右"),
                Period("2030", "2030"),
                base=Baseline(0.039, "2025"),
                softness=("左右",),
            ),
            basis="normalised",
        ),
        found(
            "achievement",
            "粮食产量稳定在82万吨",
            Achievement("粮食产量", None, grain, _span(text, "82万吨"), Period("2025", "2025"), period_stated=True),
        ),
        found("context", "82万吨", Context("粮食产量", None, grain, _span(text, "82万吨"))),
        found("measure", "全面抓好产业升级", Measure("抓好", "产业升级", 3)),
        found("pledge", "决不让一条黑臭水体过夜", Pledge("林远舟", "局长", "市水务局", "indirect")),
        found("programme", "“百园焕新”工程", Programme("百园焕新工程", "工程", Period("2026", "2030"))),
        found("body", "市发展改革委", Body("云溪市发展和改革委员会", "lead"), basis="normalised"),
        found("responsibility", "市发展改革委", Responsibility("云溪市发展和改革委员会", "lead"), basis="normalised"),
        found("place", "临江新区", Place("临江新区", None, "zone")),
        found("person", "林远舟", Person("林远舟", "局长", "市水务局")),
        found(
            "formulation",
            "新质生产力",
            Formulation("新质生产力", "2023-09-07", "a made-up source", datable=True),
        ),
        found("reference", "《云溪市水污染防治办法》", Reference("云溪市水污染防治办法")),
        found(
            "doubt",
            "全面抓好产业升级",
            Doubt("lost_headings", "minor", missing, settle),
            basis="inferred",
            why=missing,
        ),
        found("doubt", "第九届委员会", Doubt("sessions", "major", Words("届次存疑。", "The term is doubtful."))),
    ]
