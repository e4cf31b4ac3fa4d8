"""Measures: clauses of work to be done; nothing from a review."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from named import head, read

from luoshi.extraction.atoms.bodies import bodies
from luoshi.extraction.atoms.people import people
from luoshi.extraction.compounds.measures import measures
from luoshi.extraction.compounds.pledges import pledges
from luoshi.extraction.work.objects import Predicate
from luoshi.extraction.work.openings import opening
from luoshi.extraction.work.plain import plain
from luoshi.extraction.work.words import words
from luoshi.knowledge.verbs import verbs


def found(words: str) -> list[tuple[str, str, int | None]]:
    document = read(f"{head('云泽市')}一、主要任务\n{words}", measures)
    return [(f.value.verb, f.value.object, f.value.strength) for f in document.findings]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("加快建设枢纽港城，实施强港工程。", [("建设", "枢纽港城", 4), ("实施", "强港工程", 3)]),
        ("确保完成老旧小区改造任务，让居民满意。", [("完成", "老旧小区改造任务", 5)]),
        ("力争建成过江通道，探索建立补偿机制。", [("建成", "过江通道", 3), ("建立", "补偿机制", 1)]),
        ("要大力培育海工装备集群，鼓励企业出海办展。", [("培育", "海工装备集群", 4), ("鼓励", "企业出海办展", 2)]),
        ("深入开展河道清淤行动，推动水质好转。", [("开展", "河道清淤行动", 4), ("推动", "水质好转", 3)]),
        # joined verbs; a loose verb alone
        (
            "建立健全渔港管理制度，鼓励和引导渔民转产。",
            [("建立健全", "渔港管理制度", 3), ("鼓励和引导", "渔民转产", 2)],
        ),
        ("加快云泽港二期建设，注重源头治理。", [("加快", "云泽港二期建设", 4), ("注重", "源头治理", 3)]),
        ("逐步扩大制冷设备出口，有计划地组织渔船更新。", [("扩大", "制冷设备出口", 3), ("组织", "渔船更新", 3)]),
        # one clause, several pieces; one piece, several objects
        ("推进码头改造、加强岸线管护。", [("推进", "码头改造", 3), ("加强", "岸线管护", 3)]),
        ("建设渔港、冷库和交易市场。", [("建设", "渔港、冷库和交易市场", 3)]),
        ("支持渔企扩大产能、提升效益。", [("支持", "渔企扩大产能、提升效益", 2)]),
        ("着力稳渔业、扩网箱、强加工。", [("稳", "渔业", 4), ("扩", "网箱", 4), ("强", "加工", 4)]),
        # phrases, subjects and topics before the verb
        ("对受灾渔船给予修理补贴，把渔港纳入统一管理。", [("给予", "修理补贴", 3), ("纳入", "统一管理", 3)]),
        ("各级渔政部门要严格落实休渔制度。", [("落实", "休渔制度", 4)]),
        ("在建的项目做好跟踪服务，东滩冷库开工建设。", [("做好", "跟踪服务", 3), ("开工建设", "东滩冷库", 3)]),
        ("严禁违规占用岸线，为渔民提供小额贷款。", [("严禁", "违规占用岸线", 5), ("提供", "小额贷款", 3)]),
        ("一是开展岸线普查，二是“一港一策”实施改造。", [("开展", "岸线普查", 3), ("实施", "改造", 3)]),
        ("召开渔港建设推进会，新（改）建泊位12个。", [("召开", "渔港建设推进会", 3), ("新（改）建", "泊位12个", 3)]),
        ("对投诉限期答复、逐一整改。", [("答复", "投诉", 3), ("整改", "投诉", 3)]),
        ("城镇新增就业3000人以上。", [("新增", "就业3000人以上", 3)]),
        ("更大程度地发挥港口作用。", [("发挥", "港口作用", 3)]),
        ("以开渔节为契机推进渔港建设。", [("推进", "渔港建设", 3)]),
        ("严肃查处造成国有资产重大损失问题。", [("查处", "造成国有资产重大损失问题", 3)]),
        ("发展区域渔业联盟，增强产业带动力。", [("发展", "区域渔业联盟", 3), ("增强", "产业带动力", 3)]),
        # the last piece only says which; behind 等 stands what they all are
        ("完善上下贯通、执行有力的渔业组织体系。", [("完善", "上下贯通、执行有力的渔业组织体系", 3)]),
        ("健全渔业补偿机制、完善渔港的管理制度。", [("健全", "渔业补偿机制", 3), ("完善", "渔港的管理制度", 3)]),
        (
            "推进网箱清退、优化航道等重要领域和关键环节改革。",
            [("推进", "网箱清退、优化航道等重要领域和关键环节改革", 3)],
        ),
        ("增强渔业自信、做到“两个不变”。", [("增强", "渔业自信", 3), ("做到", "“两个不变”", 3)]),
        ("把发展渔业和保护岸线有机结合起来。", [("有机结合起来", "发展渔业和保护岸线", 3)]),
        ("将渔船购置补贴政策再延长三年。", [("延长", "三年", 3)]),
        ("选树新时代以来渔业典型，讲好渔港故事。", [("选树", "新时代以来渔业典型", 3), ("讲好", "渔港故事", 3)]),
        # the work is behind 要 where the words before it are its topic
        ("扩大渔业消费要办好开渔节。", [("办好", "开渔节", 3)]),
        ("落实港口要稳、岸线要清的要求。", [("落实", "港口要稳、岸线要清的要求", 3)]),
        ("切实抓好渔业这个第一要务。", [("抓好", "渔业这个第一要务", 3)]),
        ("坚定信心、打造渔业品牌。", [("打造", "渔业品牌", 3)]),
        ("新建3座冷库、覆盖率达80%以上。", [("新建", "3座冷库、覆盖率达80%以上", 3)]),
        ("坚持和完善休渔制度，总结推广试点经验。", [("坚持和完善", "休渔制度", 3), ("总结推广", "试点经验", 3)]),
        ("免除渔船检验费用，探索长效运营机制。", [("免除", "渔船检验费用", 3), ("探索", "长效运营机制", 1)]),
        # what was done speaks for its clause alone
        ("巩固已建成的渔港，继续办好开渔节。", [("巩固", "已建成的渔港", 3), ("办好", "开渔节", 3)]),
        ("去年实施了清淤，今年要新建深水泊位。", [("新建", "深水泊位", 3)]),
    ],
)
def test_measures(words: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "五年来，建成了过江通道，实施了强港工程。",
        "港口条件得天独厚，区位优势十分突出。",
        "完善的体制机制不断健全，服务水平明显提升。",
        "建设的成效有目共睹，发展的基础更加牢固。",
        "抓好渔港建设，是稳定渔业的关键。",
        "服务水平明显提升，创新能力不断增强。",
        "确保渔业产值增长6%，渔民收入增长5%。",
        "已建立巡查制度，累计清理了网箱。",
        "渔业是全市的支柱，港口是全市的门户。",
        "为推进渔港建设，规范岸线管理，制定本方案。",
        "做好渔港工作要以安全为前提。",
        "实现渔业综合实力大幅跃升，实现人均产值比2020年翻一番。",
        "实现上述目标，坚定发展信心。",
        "组织体系更加严密，维护海洋安全的屏障更加牢固。",
        "根据上述指导思想和原则。",
        "研究与试验发展经费占生产总值比重增加到2%，供水人口比例达91%。",
        "基本实现社会主义现代化，建设单位资金紧张。",
        "聚焦铸牢渔村共同体意识，省政府编制了渔业规划。",
        "服务绩效由渔民来评判。",
        # a clause that judges another, a state, a frame
        "推动渔业恢复需要克服一些困难，实现今年产量目标有不少有利因素。",
        "发展面临的条件强于往年，发展任务十分繁重。",
        "以推动渔业振兴为主题，以开渔节为契机，以打造渔业品牌为重要抓手。",
        "必须遵循以下原则：",
    ],
)
def test_no_measures(words: str) -> None:
    assert found(words) == []


def test_a_review_promises_nothing_and_the_work_ahead_does() -> None:
    words = (
        "政府工作报告\n——2026年1月20日在云泽市第十七届人民代表大会第五次会议上\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n"
        "一、2025年工作回顾\n实施强港工程，建设深水泊位，港口面貌焕然一新。\n二、2026年工作安排\n推进数字政府建设，建设一批智慧码头。\n"
    )
    assert [f.value.object for f in read(words, measures).findings] == ["数字政府建设", "一批智慧码头"]


def test_a_measure_in_a_pledge_binds_the_speakers_body() -> None:
    words = "云泽市委九届十次全会侧记\n\n市商务局局长温若谷表示，将支持企业出海拓市场，办好跨境电商展会。\n"
    document = read(words, bodies, people, pledges, measures)
    assert {f.value.actor for f in document.find("measure")} == {"云泽市商务局"}


def test_a_quote_stays_in_its_cell() -> None:
    document = read(
        f"{head('云泽市')}一、主要任务\n任务\t内容\t单位\n1\t加快建设枢纽港城，实施强港工程\t市港航局，市发改委\n2\t推进智慧码头建设，扩大开放\t市商务局\n",
        measures,
    )
    assert document.findings
    assert all("\t" not in finding.quote for finding in document.findings)


def test_scope_and_means_stand_with_their_places() -> None:
    document = read(
        f"{head('云泽市')}一、主要任务\n依托云泽港，发展远洋渔业。对困难渔户开展技能培训。通过以奖代补修缮老旧渔船。\n",
        measures,
    )
    said = [(f.value.verb, f.value.scope, f.value.means) for f in document.findings]
    assert said == [("发展", None, "依托云泽港"), ("开展", "对困难渔户", None), ("修缮", None, "通过以奖代补")]
    for finding in document.findings:
        for phrase, span in (
            (finding.value.scope, finding.value.scope_span),
            (finding.value.means, finding.value.means_span),
        ):
            assert (phrase is None) == (span is None)
            assert span is None or document.text[span] == phrase


def test_an_item_that_is_all_heading_is_work() -> None:
    assert ("建设", "渔船避风锚地", 3) in found("1．建设渔船避风锚地\n2．开展岸线普查\n")


def test_each_task_of_a_list_is_found_where_its_first_sentence_is_taken_for_a_heading() -> None:
    """Notes in brackets and a further sentence may follow; a short heading before its text is none."""
    words = (
        "1．完善值班制度，划定岸线责任段。逐步配备巡查船。（6月底完成，牵头单位：市港航局）\n"
        "2．推进渔船避风锚地向东滩延伸。（2分）（持续推进）\n"
        "3．加强组织领导。各镇要明确专人。\n"
    )
    assert found(words) == [
        ("完善", "值班制度", 3),
        ("划定", "岸线责任段", 3),
        ("配备", "巡查船", 3),
        ("推进", "渔船避风锚地向东滩延伸", 3),
        ("明确", "专人", 3),
    ]


def test_short_lines_are_work_where_the_text_has_lost_its_stops() -> None:
    """Elsewhere a short line without a stop is a heading."""
    lines = ["推进渔港改制", "稳步发展远洋渔业", *(f"完善第{number}号冷库的设施" for number in range(20))]
    assert len(found("\n".join(lines))) == len(lines)
    assert ("推进", "渔港改制", 3) not in found("推进渔港改制\n渔港是全市的门户。渔业是全市的支柱。\n")


_PARTS = st.sampled_from(
    [
        "要",
        "将",
        "加快",
        "深入",
        "全面",
        "探索",
        "确保",
        "积极",
        "稳步",
        "继续",
        "推动",
        "建设",
        "完善",
        "发展",
        "服务",
        "建立健全",
        "落实",
        "支持",
        "鼓励",
        "改造",
        "的",
        "和",
        "、",
        "与",
        "是",
        "在",
        "对",
        "把",
        "通过",
        "以",
        "渔港",
        "岸线",
        "水平",
        "企业",
        "制度",
        "明显",
        "提升",
        "以下",
        "目标",
        "增长",
        "5%",
        "“",
        "”",
        "（",
        "）",
        "一是",
        "全市",
        "各级政府",
        "实现",
        "坚定",
        "信心",
        "更加",
        "比重达到2%",
        "指导思想",
        "集成电路",
        "限期",
    ]
)


@given(st.lists(_PARTS, min_size=2, max_size=9).map("".join).filter(lambda clause: len(clause) > 3))
def test_the_short_way_says_what_the_long_way_says(clause: str) -> None:
    short = plain(clause, words())
    if short is not None:
        long = opening(clause, 0, len(clause))
        assert long is not None
        assert long.predicate == Predicate(0, *short)


@given(st.lists(_PARTS | st.sampled_from("，。：；\n\t 1．"), max_size=60).map("".join))
@example("加快（将")
def test_any_words_make_findings_that_quote_the_text(written: str) -> None:
    document = read(f"{head('云泽市')}一、主要任务\n{written}\n", measures)
    for finding in document.findings:
        assert document.text[finding.span] == finding.quote
        assert finding.value.verb in finding.quote
        assert finding.value.object


def test_a_line_of_a_million_characters_takes_linear_time() -> None:
    for unit in ("推进码头、加强", "对企业", "的项目", "在港中", "要", "“", "把渔港作为", "稳渔业、"):
        content = unit * (200_000 // len(unit))
        assert read(f"{head('云泽市')}一、主要任务\n{content}\n", measures)


def test_verbs_of_the_table_have_class_and_strength() -> None:
    bare = [verb.word for verb in verbs() if verb.use == "verb" and not (verb.kind and verb.strength in range(1, 6))]
    assert bare == []
