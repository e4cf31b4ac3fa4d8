"""Figures that cannot be: broken, impossible, overdue, contradicted. Genuine and doctored, all invented."""

import pytest
from tests.dating import dated

import luoshi

HEAD = """政府工作报告
——2026年1月12日在云溪市第七届人民代表大会第五次会议上
各位代表：
"""
NEW_CHECKS = {"figures", "limits", "due", "twice"}


def doubts(sentences):
    document = luoshi.read(f"{HEAD}{sentences}\n全市上下要扛起责任，把任务落到项目上，一件一件抓出成效。\n".encode())
    found = [each for each in document.find("doubt") if each.value.check in NEW_CHECKS]
    assert all(document.text[each.span] == each.quote and each.value.explanation.en for each in found)
    return [(each.value.check, each.quote) for each in found]


@pytest.mark.parametrize(
    ("sentences", "check", "quote"),
    [
        ("去年全市生产总值达到3 541.07亿元，比上年增长5%。", "figures", "3 541.07亿"),
        ("去年全市生产总值增长3 · 5%，好于预期。", "figures", "3 · 5%"),
        ("去年全市生产总值增长l0%，好于预期。", "figures", "l0%"),
        ("失业率下降O.5个百分点，就业稳定。", "figures", "O.5个百分点"),
        ("去年完成投资1O亿元，建成项目8个。", "figures", "1O亿"),
        ("去年全市新建改建农村公路里程稳步增加，累计达到320\n各镇都通了客车。", "figures", "达到320"),
        ("全市自来水普及率达到105%。", "limits", "达到105%"),
        ("去年全市粮食总产量下降120%。", "limits", "下降120%"),
        ("力争到2019年全市生产总值突破900亿元。", "due", "900亿元"),
        ("2025年全市生产总值达到812亿元。\n2025年全市生产总值达到951亿元。", "twice", "951亿元"),
    ],
)
def test_doctored(sentences, check, quote):
    assert [one for one in doubts(sentences) if one[0] == check and quote in one[1]], doubts(sentences)


@pytest.mark.parametrize(
    "sentences",
    [
        "去年全市生产总值达到3541.07亿元，比上年增长5%。",
        "在2024 100个村试点的基础上推开。",
        "建成A1·2区标准厂房，IO接口产品投产。",
        "全年完成投资计划的112%，财政收入完成预算的103%。",
        "去年规上企业利润下降130%，由盈转亏。",
        "全市自来水普及率达到100%。",
        "出口增长150%。",
        "灌溉水有效利用系数由过去不到一半逐步稳步提高到0.58\n各镇都通了客车。",
        "到2030年全市生产总值突破900亿元。",
        "五年来，城镇化率从2020年的51%提高到2025年的58%。",
        "到2019年底已建成公园12个。",
        "2025年居民收入增长6.1%，扣除价格因素实际增长5.4%。",
        "2024年全市生产总值达到812亿元。\n2025年全市生产总值达到851亿元。",
    ],
)
def test_genuine(sentences):
    assert doubts(sentences) == []


def test_real_texts_raise_no_false_alarm(shared):
    """One text of the corpus is a raw scan; the others hold no broken or impossible figure."""
    alarms = []
    for name, _day, content in dated(shared):
        document = luoshi.read(content.encode())
        alarms += [(name, each.quote) for each in document.find("doubt") if each.value.check in NEW_CHECKS]
    scanned = [alarm for alarm in alarms if "·" in alarm[1] or " " in alarm[1]]
    assert [alarm for alarm in alarms if alarm not in scanned] == []
    assert len({name for name, _ in scanned}) <= 1
