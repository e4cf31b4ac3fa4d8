"""Outlines of short texts, kind by kind."""

from __future__ import annotations

import pytest
from outline_texts import text_of

from luoshi.model import Mark, Section, Span
from luoshi.outline import outline

P = "我们沿着河岸走访了十二个村庄，和渔民们谈了很久，记下了他们对水网、渡口和学堂的许多看法，也看到了不少可以改进的地方。"


def listed(root: Section) -> list[str]:
    return [f"{node.id} {node.label}|{node.title}" for node in root.walk()][1:]


CASES = {
    "chapters, sections and items": (
        ["云泽市水网规划", P, "一、总体要求", P, "（一）指导思想", P, "1.治水为先。先治水，再修路。", "2.以人为本。听渔民的。",
         "（二）主要目标", P, "二、重点任务", P],
        ["c1 一、|总体要求", "c1-s1 （一）|指导思想", "c1-s1-i1 1.|治水为先", "c1-s1-i2 2.|以人为本", "c1-s2 （二）|主要目标",
         "c2 二、|重点任务"],
    ),
    "items that run on through chapters": (
        ["一、水网", "1.修堤。先修堤。", "2.疏河。再疏河。", "二、渡口", "3.造船。先造船。", "4.设标。再设标。"],
        ["c1 一、|水网", "c1-i1 1.|修堤", "c1-i2 2.|疏河", "c2 二、|渡口", "c2-i3 3.|造船", "c2-i4 4.|设标"],
    ),
    "bracketed items below chapters": (
        ["一、水网", P, "（1）修堤。先修堤。", P, "（2）疏河。再疏河。", "二、渡口", "（3）造船。先造船。"],
        ["c1 一、|水网", "c1-i1 （1）|修堤", "c1-i2 （2）|疏河", "c2 二、|渡口", "c2-i3 （3）|造船"],
    ),
    "parts, chapters, sections": (
        ["第一篇　水网", "第一章　堤岸", P, "第一节　旧堤", P, "第二节　新堤", P, "第二章　河道", P, "第二篇　渡口", P],
        ["p1 第一篇|水网", "p1-c1 第一章|堤岸", "p1-c1-s1 第一节|旧堤", "p1-c1-s2 第二节|新堤", "p1-c2 第二章|河道",
         "p2 第二篇|渡口"],
    ),
    "一、 below a section is an item": (
        ["第一章 水网", "第一节 堤岸", "一、旧堤。加固旧堤。", "（1）石堤。加石。", "（2）土堤。加土。", "二、新堤。修建新堤。"],
        ["c1 第一章|水网", "c1-s1 第一节|堤岸", "c1-s1-i1 一、|旧堤", "c1-s1-i1-j1 （1）|石堤", "c1-s1-i1-j2 （2）|土堤",
         "c1-s1-i2 二、|新堤"],
    ),
    "the order of styles is the document's": (
        ["1.水网", "（一）修堤。先修堤。", "（二）疏河。再疏河。", "2.渡口", "（一）造船。先造船。", "（二）设标。再设标。", "3.学堂", P],
        ["i1 1.|水网", "i1-j1 （一）|修堤", "i1-j2 （二）|疏河", "i2 2.|渡口", "i2-j1 （一）|造船", "i2-j2 （二）|设标",
         "i3 3.|学堂"],
    ),
    "articles": (
        ["第一章 总则", "第一条 为了保护河湖，制定本办法。", "第二条 本办法适用于云泽市。", "第二章 管护", "第三条 河湖由乡镇管护。"],
        ["c1 第一章|总则", "c1-i1 第一条|为了保护河湖，制定本办法", "c1-i2 第二条|本办法适用于云泽市", "c2 第二章|管护",
         "c2-i3 第三条|河湖由乡镇管护"],
    ),
    "the sentence runs on behind the title": (
        ["一、回顾过去，凝聚共识。去年以来，全市修堤二十里。", "二、展望将来，明确方向。今年要再修三十里。"],
        ["c1 一、|回顾过去，凝聚共识", "c2 二、|展望将来，明确方向"],
    ),
    "a first sentence too long for a title": (
        ["1.除已有规定和必须由渔民本人到场核对姓名、船号、吨位、航线的事项以外，各渡口的登记、年检、换证等事项都要做到当天受理、当天办结、当天发还。",
         "2.公开渡口时刻。写在墙上。"],
        ["i1 1.|", "i2 2.|公开渡口时刻"],
    ),
    "a chapter's title on the next line": (
        ["第一章", "水网建设", P, "第二章", "渡口建设", P],
        ["c1 第一章|水网建设", "c2 第二章|渡口建设"],
    ),
    "text behind a wide gap": (
        [f"第一章　水网　　{P}", f"第二章　渡口　　{P}"],
        ["c1 第一章|水网", "c2 第二章|渡口"],
    ),
    "points at the start of paragraphs": (
        ["一、水网", P, f"一是修好旧堤。{P}", f"二是疏通河道。{P}", f"三是管好闸门。{P}", P, "二、渡口"],
        ["c1 一、|水网", "c1-k1 一是|修好旧堤", "c1-k2 二是|疏通河道", "c1-k3 三是|管好闸门", "c2 二、|渡口"],
    ),
    "points inside a paragraph": (
        ["一、水网", "要做好三件事。一是修堤；二是疏河，不误农时；三是管闸。大家要同心。", P, "二、渡口"],
        ["c1 一、|水网", "c1-k1 一是|修堤", "c1-k2 二是|疏河，不误农时", "c1-k3 三是|管闸", "c2 二、|渡口"],
    ),
    "a lone 一是 is no point": (["一、水网", f"这里一是水多。一是鱼多。{P}", "二、渡口"], ["c1 一、|水网", "c2 二、|渡口"]),
    "第一 to 第三 as points": (
        ["一、水网", "考虑有三。第一，水要清。第二，岸要固。第三，闸要灵。"],
        ["c1 一、|水网", "c1-k1 第一，|水要清", "c1-k2 第二，|岸要固", "c1-k3 第三，|闸要灵"],
    ),
    "points that hold subitems": (
        ["一、水网", "第一，修堤。", "（1）石堤用条石。", "（2）土堤用黄土。", "第二，疏河。", "（1）先疏支流。", "（2）再疏干流。"],
        ["c1 一、|水网", "c1-k1 第一，|修堤", "c1-k1-i1 （1）|石堤用条石", "c1-k1-i2 （2）|土堤用黄土", "c1-k2 第二，|疏河",
         "c1-k2-i1 （1）|先疏支流", "c1-k2-i2 （2）|再疏干流"],
    ),
    "headings without number": (
        ["云泽见闻", P, "水边人家的新日子", P, P, "老渡口有了新船", P, "孩子们的学堂", P],
        ["h1 |水边人家的新日子", "h2 |老渡口有了新船", "h3 |孩子们的学堂"],
    ),
    "headings without number above the numbering": (
        ["工作报告", P, "五年来的工作回顾", P, "今后五年的主要任务", P, "一、水网", P, "二、渡口", P],
        ["h1 |五年来的工作回顾", "h2 |今后五年的主要任务", "h2-c1 一、|水网", "h2-c2 二、|渡口"],
    ),
    "one short line above the numbering is a title": (
        ["云泽市人民政府", P, "云泽市渡口管理办法", P, "一、总则", P, "二、附则", P], ["c1 一、|总则", "c2 二、|附则"],
    ),
    "an enclosed document begins its numbers anew": (
        ["一、发文目的", P, "二、执行要求", P, "云泽市渡口建设行动方案", P, "一、总体要求", P, "二、重点任务", P],
        ["c1 一、|发文目的", "c2 二、|执行要求", "h1 |云泽市渡口建设行动方案", "h1-c1 一、|总体要求", "h1-c2 二、|重点任务"],
    ),
    "annexes": (
        ["一、总则", P, "二、附则", P, "附件1", "渡口名录", "1.东渡。在城东。", "2.西渡。在城西。", "附件2 船只名录", "1.大船。五只。", "2.小船。九只。"],
        ["c1 一、|总则", "c2 二、|附则", "a1 附件1|渡口名录", "a1-i1 1.|东渡", "a1-i2 2.|西渡", "a2 附件2|船只名录",
         "a2-i1 1.|大船", "a2-i2 2.|小船"],
    ),
    "an annex that is only announced": (
        ["一、总则", P, "附件：渡口名录", P], ["c1 一、|总则"],
    ),
    "a glossary belongs to the document": (
        ["一、水网", P, "（一）修堤。修好旧堤。", "二、渡口", P, "名词解释", "1.“两渡”：是指东渡和西渡。", "2.“三闸”：是指三座水闸。"],
        ["c1 一、|水网", "c1-s1 （一）|修堤", "c2 二、|渡口", "h1 |名词解释", "h1-i1 1.|“两渡”：是指东渡和西渡",
         "h1-i2 2.|“三闸”：是指三座水闸"],
    ),
    "boxes": (
        ["一、水网", "（一）修堤", P, "专栏1 修堤工程", "石堤二十里。", "（二）疏河", P, "专栏2 疏河工程", "支流十条。", "二、渡口", P],
        ["c1 一、|水网", "c1-s1 （一）|修堤", "c1-s1-b1 专栏1|修堤工程", "c1-s2 （二）|疏河", "c1-s2-b2 专栏2|疏河工程",
         "c2 二、|渡口"],
    ),
    "a table of contents is not the outline": (
        ["云泽市水网规划", "目 录", "第一章 水网现状……1", "第一节 堤岸……2", "第二章 水网目标……5", "第一章 水网现状", P, "第一节 堤岸", P,
         "第二章 水网目标", P],
        ["c1 第一章|水网现状", "c1-s1 第一节|堤岸", "c2 第二章|水网目标"],
    ),
    "a table of contents without its name": (
        ["一、水网现状", "二、水网目标", "三、水网工程", "四、水网管护", "五、水网经费", "一、水网现状", P, "二、水网目标", P, "三、水网工程", P,
         "四、水网管护", P, "五、水网经费", P],
        ["c1 一、|水网现状", "c2 二、|水网目标", "c3 三、|水网工程", "c4 四、|水网管护", "c5 五、|水网经费"],
    ),
    "numbers as written, doubled too": (
        ["一、水网", P, "三、渡口", P, "三、学堂", P], ["c1 一、|水网", "c3 三、|渡口", "c3~2 三、|学堂"],
    ),
    "rows of a table are no headings": (["一、水网", "1.堤岸\t20\t里", "2.闸门\t30\t座", P], ["c1 一、|水网"]),
    "a spaced title": (["一、综　　合", P, "二、农　　业", P], ["c1 一、|综　　合", "c2 二、|农　　业"]),
    "nothing to divide": ([P, P], []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_outline(name: str) -> None:
    lines, expected = CASES[name]
    assert listed(outline(text_of("\n".join(lines)))) == expected


def test_spans_and_lead() -> None:
    content = f"云泽市规划\n一、水网\n{P}\n1.修堤。先修堤。\n2.疏河。再疏河。\n二、渡口\n{P}"
    root = outline(text_of(content))
    chapter, _ = root.children
    assert root.span == Span(0, len(content))
    assert content[slice(*chapter.heading)] == "一、水网"
    assert content[slice(*chapter.lead)].strip() == P
    item = chapter.children[0]
    assert content[slice(*item.heading)] == "1.修堤。"
    assert content[slice(*item.lead)] == "先修堤。\n"
    assert content[slice(*root.lead)] == "云泽市规划\n"


def test_a_point_ends_with_its_paragraph() -> None:
    content = f"一、水网\n一是修堤。修好堤。\n二是疏河。疏好河。\n{P}\n二、渡口\n{P}"
    chapter = outline(text_of(content)).children[0]
    assert [content[slice(*point.span)] for point in chapter.children] == ["一是修堤。修好堤。\n", "二是疏河。疏好河。"]
    position = content.index(P)
    assert outline(text_of(content)).path_to(position)[-1].id == "c1"


def test_points_of_several_paragraphs_reach_to_the_next() -> None:
    content = f"一、水网\n一是修堤。\n{P}\n二是疏河。\n{P}\n二、渡口\n{P}"
    first, second = outline(text_of(content)).children[0].children
    assert content[slice(*first.span)] == f"一是修堤。\n{P}\n"
    assert content[slice(*second.span)] == f"二是疏河。\n{P}\n"


def test_headings_by_format() -> None:
    content = f"云泽市规划\n水网\n{P}\n旧堤\n{P}\n渡口\n{P}"
    marks = [
        Mark(Span(start, start + len(words)), "heading", level)
        for words, level in (("云泽市规划", "1"), ("水网", "2"), ("旧堤", "3"), ("渡口", "2"))
        for start in [content.index(f"{words}\n")]
    ]
    assert listed(outline(text_of(content, *marks))) == ["h1 |水网", "h1-h1 |旧堤", "h2 |渡口"]


def test_headings_by_format_below_numbered_ones() -> None:
    content = f"一、水网\n{P}\n旧堤\n{P}\n二、渡口\n{P}"
    marks = [
        Mark(Span(content.index(words), content.index(words) + len(words)), "heading", level)
        for words, level in (("一、水网", "1"), ("旧堤", "2"), ("二、渡口", "1"))
    ]
    assert listed(outline(text_of(content, *marks))) == ["c1 一、|水网", "c1-h1 |旧堤", "c2 二、|渡口"]


def test_the_title_by_format_above_numbered_headings() -> None:
    content = f"云泽市水网规划\n一、水网\n{P}\n二、渡口\n{P}"
    marks = [
        Mark(Span(content.index(words), content.index(words) + len(words)), "heading", "1")
        for words in ("云泽市水网规划", "一、水网", "二、渡口")
    ]
    assert listed(outline(text_of(content, *marks))) == ["c1 一、|水网", "c2 二、|渡口"]


def test_markdown_headings() -> None:
    content = f"# 云泽见闻\n\n## 水网\n{P}\n### 旧堤\n{P}\n## 渡口\n{P}"
    assert listed(outline(text_of(content))) == ["h1 |水网", "h1-h1 |旧堤", "h2 |渡口"]


def test_numbers_that_the_format_makes() -> None:
    content = f"1 水网。{P}\n2 渡口。{P}\n• {P}"
    marks = [
        Mark(Span(content.index(words), content.index(words) + 3), "list", words[0])
        for words in ("1 水", "2 渡", "• 我")
    ]
    assert listed(outline(text_of(content, *marks))) == ["i1 1|水网", "i2 2|渡口"]
