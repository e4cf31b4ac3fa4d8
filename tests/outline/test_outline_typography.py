"""The many ways in which texts write numbers, break headings and list contents."""

from __future__ import annotations

import pytest
from outline_texts import text_of

from luoshi.model import Section
from luoshi.outline import outline

P = "我们沿着河岸走访了十二个村庄，和渔民们谈了很久，记下了他们对水网、渡口和学堂的许多看法，也看到了不少可以改进的地方。"


def listed(root: Section) -> list[str]:
    return [f"{node.id} {node.label}|{node.title}" for node in root.walk()][1:]


CASES = {
    "numerals with a space": (
        ["一 总体要求", P, "（一）修堤", P, "二　重点任务", P, "三 保障措施", P],
        ["c1 一|总体要求", "c1-s1 （一）|修堤", "c2 二|重点任务", "c3 三|保障措施"],
    ),
    "numerals with a dot or a colon": (["一.修堤", P, "二：疏河", P], ["c1 一.|修堤", "c2 二：|疏河"]),
    "rows of a table count too": ([P, "一 修堤工程", "二 疏河工程", "三 造船工程", P], []),
    "one such line is no numbering": ([P, "一 片叶子也不放过", P], []),
    "decimals below numbers": (
        ["1 总则", P, "1.1 目的", P, "1.1.1 范围", P, "1.1.2 期限", P, "1.2 依据", P, "2 目标", "2.1 近期", P],
        ["i1 1|总则", "i1-j1 1.1|目的", "i1-j1-j1 1.1.1|范围", "i1-j1-j2 1.1.2|期限", "i1-j2 1.2|依据", "i2 2|目标",
         "i2-j1 2.1|近期"],
    ),
    "decimals below chapters": (
        ["一、水网", P, "1.1修堤", P, "1.2疏河", P, "二、渡口", P],
        ["c1 一、|水网", "c1-i1 1.1|修堤", "c1-i2 1.2|疏河", "c2 二、|渡口"],
    ),
    "a decimal that measures": (["一、水网", P, "3.5 万人受益", "12 个村庄通船", P], ["c1 一、|水网"]),
    "Roman numerals": (
        ["Ⅰ.水网", P, "Ⅱ.渡口", P, "Ⅲ.学堂", P, "Ⅳ.渔业", P],
        ["c1 Ⅰ.|水网", "c2 Ⅱ.|渡口", "c3 Ⅲ.|学堂", "c4 Ⅳ.|渔业"],
    ),
    "Roman numerals in letters": (["I. 水网", P, "II. 渡口", P, "III. 学堂", P, "IV. 渔业", P],
                                  ["c1 I.|水网", "c2 II.|渡口", "c3 III.|学堂", "c4 IV.|渔业"]),
    "letters": (["一、水网", P, "A. 修堤", P, "B. 疏河", P], ["c1 一、|水网", "c1-i1 A.|修堤", "c1-i2 B.|疏河"]),
    "square brackets": (["一、水网", "[一]修堤", P, "[二]疏河", P], ["c1 一、|水网", "c1-s1 [一]|修堤", "c1-s2 [二]|疏河"]),
    "tortoise brackets": (["一、水网", "〔一〕修堤", P, "〔二〕疏河", P],
                          ["c1 一、|水网", "c1-s1 〔一〕|修堤", "c1-s2 〔二〕|疏河"]),
    "half a bracket": (["一、水网", "一）修堤", P, "二）疏河", P], ["c1 一、|水网", "c1-s1 一）|修堤", "c1-s2 二）|疏河"]),
    "marks behind a chapter's number": (
        ["第一章、水网", P, "第二章：渡口", P, "专栏1：重点工程", P],
        ["c1 第一章|水网", "c2 第二章|渡口", "c2-b1 专栏1|重点工程"],
    ),
    "numbers of what is counted": (["一、水网", P, "二、三产业占比提高。", P, "二、渡口", P], ["c1 一、|水网", "c2 二、|渡口"]),
    "条 is a measure word too": (["一、水网", P, "第二条河是清水河，水量很大。", "二、渡口", P], ["c1 一、|水网", "c2 二、|渡口"]),
    "a heading that breaks off": (["一、准确把握水网建设的", "总体要求", P, "二、渡口", P], ["c1 一、|准确把握水网建设的总体要求",
                                                                      "c2 二、|渡口"]),
    "a heading that is whole": (["一、规划的目的", "修堤与疏河", P, "摆渡与造船", P, "二、渡口", P],
                            ["c1 一、|规划的目的", "c1-h1 |修堤与疏河", "c1-h2 |摆渡与造船", "c2 二、|渡口"]),
    "a heading on two lines": (
        ["一、准确把握未来五年水网建设的总体要求，奋力开创云泽", "治水工作新局面", P, "二、渡口", P],
        ["c1 一、|准确把握未来五年水网建设的总体要求，奋力开创云泽治水工作新局面", "c2 二、|渡口"],
    ),
    "subheadings come in twos": (
        ["一、准确把握未来五年水网建设的总体要求，奋力开创云泽新局面", "修好老堤坝", P, "疏通旧河道", P, "二、渡口", P],
        ["c1 一、|准确把握未来五年水网建设的总体要求，奋力开创云泽新局面", "c1-h1 |修好老堤坝", "c1-h2 |疏通旧河道", "c2 二、|渡口"],
    ),
    "a list in a paragraph": (
        ["一、水网", f"今年办好三件事。（1）修堤。（2）疏河。（10）不在其中。{P}", "二、渡口", P],
        ["c1 一、|水网", "c1-k1 （1）|修堤", "c1-k2 （2）|疏河", "c2 二、|渡口"],
    ),
    "rings in a paragraph": (["一、水网", "办好两件事：①修堤；②疏河。", P], ["c1 一、|水网", "c1-k1 ①|修堤", "c1-k2 ②|疏河"]),
    "figures in a paragraph": (["一、水网", "办好两件事：1.修堤；2.疏河。", P], ["c1 一、|水网", "c1-k1 1.|修堤", "c1-k2 2.|疏河"]),
    "ranks are no list": (["一、水网", "水质居全省第1、2位，水量居第2。2、3月是旱季，按公式（1）和（2）计算。", P], ["c1 一、|水网"]),
    "a preface": (["云泽市水网规划", "前　言", P, "第一章 水网", P, "第二章 渡口", P], ["h1 |前　言", "c1 第一章|水网", "c2 第二章|渡口"]),
    "a preface in the contents": (
        ["目　录", "前言", "第一章 水网", "第一节 堤岸", "第二章 渡口", "前言", P, "第一章 水网", "第一节 堤岸", P, "第二章 渡口", P],
        ["h1 |前言", "c1 第一章|水网", "c1-s1 第一节|堤岸", "c2 第二章|渡口"],
    ),
    "a heading 参与 and a preface": (
        ["第一章 扩大社会参与", "前言", P, "第二章 渡口", P],
        ["c1 第一章|扩大社会参与", "h1 |前言", "c2 第二章|渡口"],
    ),
    "annexes with a colon": (
        ["一、水网", P, "附件1：水网工程表", "1.修堤。先修堤。", "2.疏河。再疏河。", "附件2：渡口工程表", "1.造船。先造船。", "2.设标。再设标。"],
        ["c1 一、|水网", "a1 附件1|水网工程表", "a1-i1 1.|修堤", "a1-i2 2.|疏河", "a2 附件2|渡口工程表", "a2-i1 1.|造船", "a2-i2 2.|设标"],
    ),
    "annexes that are announced": (
        ["一、水网", P, "附件1：水网工程表", "附件2：渡口工程表", "云泽市人民政府", "2026年3月2日"],
        ["c1 一、|水网"],
    ),
    "two enclosed documents": (
        ["现将两份文件印发给你们，请认真贯彻落实。", "2026年3月2日", "云泽市渔业若干措施", "为振兴渔业，制定本措施。", "一、鱼塘", P, "二、鱼种", P,
         "云泽市水网建设实施方案（2026—2028年）", "为加快水网建设，制定本方案。", "一、修堤", P, "二、疏河", P],
        ["h1 |云泽市渔业若干措施", "h1-c1 一、|鱼塘", "h1-c2 二、|鱼种", "h2 |云泽市水网建设实施方案（2026—2028年）", "h2-c1 一、|修堤",
         "h2-c2 二、|疏河"],
    ),
    "one enclosed document": (
        ["现将文件印发给你们，请认真贯彻落实。", "2026年3月2日", "云泽市渔业若干措施", "为振兴渔业，制定本措施。", "一、鱼塘", P, "二、鱼种", P],
        ["c1 一、|鱼塘", "c2 二、|鱼种"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_typography(name: str) -> None:
    written, expected = CASES[name]
    assert listed(outline(text_of("\n".join(written) + "\n"))) == expected
