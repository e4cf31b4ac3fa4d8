"""When a text was written: stated, or concluded from what it knows and does not know."""

import pytest

from dating import dated, identified
from luoshi.profile.evidence import evidence
from luoshi.profile.meetings import meetings

FILLER = "各县区各部门要把责任扛在肩上，把任务落到项目上，一件一件抓出成效。" * 3

CASES = [
    (
        "adopted",
        "中共云泽市委关于制定云泽市国民经济和社会发展第十五个五年规划的建议\n"
        "（2025年12月20日中国共产党云泽市第八届委员会第十次全体会议通过）\n" + FILLER,
        "2025-12-20",
        "normalised",
    ),
    (
        "delivered",
        "政府工作报告\n——2024年1月18日在云泽市第十届人民代表大会第四次会议上\n市长 林远舟\n各位代表：\n" + FILLER,
        "2024-01-18",
        "normalised",
    ),
    (
        "a day without a year, between the youngest phrase and the plenum that is not named",
        "云泽日报讯 4月18日，市委召开经济工作会议。会议全面贯彻党的二十大和二十届二中全会精神，"
        "部署因地制宜发展新质生产力。" + FILLER,
        "2024-04-18",
        "inferred",
    ),
    (
        "the last day of a meeting",
        "云泽日报讯 4月18日至19日，市委召开工作会议。会议贯彻党的二十届二中全会精神，部署因地制宜发展新质生产力。"
        + FILLER,
        "2024-04-19",
        "inferred",
    ),
    (
        "an interval is all there is",
        "扬帆正当时\n发展新质生产力，确保今年工业投资再上台阶，力争到2025年建成示范园区。" + FILLER,
        "2023-09-06/2024-12-31",
        "inferred",
    ),
    (
        "a report on a year",
        "政府工作报告\n各位代表：现在，我代表市人民政府报告工作。\n一、2024年工作回顾\n" + FILLER,
        "2024-10-01/2025-06-30",
        "inferred",
    ),
]


@pytest.mark.parametrize(("text", "period", "basis"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_written(text, period, basis):
    document = identified(text)
    written = document.profile.written
    assert written is not None
    assert str(written.value) == period
    assert written.basis == basis
    assert document.text[written.span] == written.quote
    if basis == "inferred":
        assert written.why is not None
        assert written.evidence
        assert written.why.zh
        assert written.why.en


def test_no_hold_no_date():
    assert identified("云泽风光\n" + FILLER).profile.written is None


PAST = [
    ("深入贯彻党的二十届三中全会精神", "2024-07-18"),
    ("学习宣传贯彻党的二十大精神", "2022-10-16"),
    ("2023年5月在云泽考察时强调", "2023-05-01"),
    ("2021年以来，全市新增泊位四百个", "2021-01-01"),
    ("云政发〔2022〕15号", "2022-01-01"),
    ("“十四五”规划目标任务即将圆满完成", "2025-01-01"),
    ("今年是“十五五”开局之年", "2026-01-01"),
    ("根据《中共中央关于制定国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议》", "2020-10-29"),
    ("于2025年10月20日至23日在北京举行", "2025-10-20"),
    ("附件\n云泽市人民政府办公室\n2022年3月7日", "2022-03-07"),
]


@pytest.mark.parametrize(("words", "day"), PAST)
def test_what_proves_an_earliest_day(words, day):
    proofs = evidence(identified(words if words.endswith("日") else words + "。"))
    assert proofs
    assert proofs[0].day == day


NO_PROOF = [
    "喜迎党的二十大胜利召开",
    "将于2027年9月举行全国运动会",
    "到2030年建成智慧园区",
    "力争2028年5月前完成考察",
    "2026年12月底前召开推进会",
    "为党的二十大胜利召开营造良好环境",
    "确保“十四五”圆满收官",
]


@pytest.mark.parametrize("words", NO_PROOF)
def test_what_lies_ahead_proves_nothing(words):
    assert not evidence(identified(words + "。"))


def test_meetings_in_a_list_and_of_the_home_province():
    found = list(meetings("党的二十大和二十届二中、三中全会精神，落实省委十四届四次全会部署", "320600"))
    assert [(each.body, each.term, each.number) for each in found] == [
        ("中国共产党全国代表大会", 20, 0),
        ("中共中央", 20, 2),
        ("中共中央", 20, 3),
        ("中共江苏省委员会", 14, 4),
    ]
    assert all(each.held for each in found)


def test_real_texts_are_never_older_than_what_they_prove(shared):
    for name, day, text in dated(shared):
        proofs = evidence(identified(text))
        assert all(proof.day <= day for proof in proofs), name


@pytest.mark.parametrize(
    ("seed", "period"),
    [
        ("001", "2020-12-29"),
        ("002", "2024-05-30"),
        ("003", "2025-12-17"),
        ("004", "2023-07-05/2023-12-21"),
    ],
)
def test_seeds(shared, seed, period):
    [path] = (shared / "seeds").glob(f"{seed}_*.txt")
    written = identified(path.read_text(encoding="utf-8")).profile.written
    assert written is not None
    assert str(written.value) == period
