"""People: names that a post, a byline or a list makes sure of; no ordinary words."""

from __future__ import annotations

import pytest
from named import read

from luoshi.extraction.atoms.people import people
from luoshi.knowledge.surnames import is_name


def found(words: str) -> list[tuple[str, str | None]]:
    return [(f.value.name, f.value.post) for f in read(words, people).findings]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("云泽市委书记沈怀远表示，要抓落实。", [("沈怀远", "云泽市委书记")]),
        ("市发改委党组书记、主任林屿表示，将抓紧。", [("林屿", "市发改委党组书记、主任")]),
        ("市委常委、东浦区委书记邵以宁说，一定办好。", [("邵以宁", "市委常委、东浦区委书记")]),
        ("全会由市委常委会主持。市委书记沈怀远作了讲话。", [("沈怀远", "市委书记")]),
        ("同意贺连山、乔映雪同志辞职。", [("贺连山", None), ("乔映雪", None)]),
        (
            "（云泽日报记者 江岸 柳溪/文 陆川/摄）",
            [("江岸", "云泽日报记者"), ("柳溪", "云泽日报记者"), ("陆川", "云泽日报记者")],
        ),
        ("（记者 江岸 摄影 陆川）", [("江岸", "记者"), ("陆川", "摄影")]),
        ("市水务局党组书记、局长乔映雪介绍情况。", [("乔映雪", "市水务局党组书记、局长")]),
        ("副市长欧阳文山出席会议。", [("欧阳文山", "副市长")]),
        ("自治区主席艾山江·买买提作报告。", [("艾山江·买买提", "自治区主席")]),
        (
            "成员名单\n林屿 市发改委主任\n柳溪 市港口集团总经理\n",
            [("林屿", "市发改委主任"), ("柳溪", "市港口集团总经理")],
        ),
        ("林屿（市发改委主任）说，要抓紧。", [("林屿", "市发改委主任")]),
        ("市水务局局长江岸表示，要清淤。", [("江岸", "市水务局局长")]),
        ("东浦区区长穆清和在会上发言。", [("穆清和", "东浦区区长")]),
        ("市水务局局长林望屿翻开账本说，今年要清淤。", [("林望屿", "市水务局局长")]),
        ("市水务局局长林屿、市教育局局长柳溪共同表示，要抓紧。", [("林屿", "市水务局局长"), ("柳溪", "市教育局局长")]),
        ("——访市水务局局长林屿\n", [("林屿", "市水务局局长")]),
        (
            "会议任命林屿为市水务局局长、柳溪为市教育局局长，免去陆川的市统计局局长职务。",
            [("林屿", "市水务局局长"), ("柳溪", "市教育局局长"), ("陆川", "市统计局局长")],
        ),
        (
            "递补市委候补委员林屿、陆川为市委委员。",
            [("林屿", "市委委员"), ("陆川", "市委委员")],
        ),
        (
            "副市长温若谷出席会议。在主席台就座的还有：温若谷、林屿、陆川、柳溪等。",
            [("温若谷", "副市长"), ("温若谷", "副市长"), ("林屿", None), ("陆川", None), ("柳溪", None)],
        ),
        ("副市长温若谷、曾牧野参加调研。", [("温若谷", "副市长"), ("曾牧野", "副市长")]),
    ],
)
def test_people_are_found(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "各级书记高度重视，主任高水平履职。",
        "主席国发挥作用，书记处研究工作。",
        "新建泸州长江大桥，执行长江禁渔。",
        "请政协委员和其他人士提出意见，市长江边调研。",
        "免去不合理收费，任命程序公开。",
        "局长高度评价后说，要抓紧。",
        "全体同志共同努力，负责同志要带头。",
        "党组书记抓、抓书记，局长全程参与。",
        "部长平台、省长平安建设。",
        "省委常委、常务副省长出席，局长党组书记分设。",
    ],
)
def test_words_are_no_people(words: str) -> None:
    assert found(words) == []


def test_a_name_again_carries_its_post_but_a_school_of_thought_is_no_person() -> None:
    words = "市委书记沈怀远主持会议。沈怀远强调，要抓紧。学习沈怀远新时代治水思想。"
    assert found(words) == [("沈怀远", "市委书记"), ("沈怀远", "市委书记")]


@pytest.mark.parametrize(
    ("words", "body", "basis"),
    [
        ("白鹭县委书记贺连山表示，要抓落实。", "白鹭县", "stated"),
        ("市商务局局长温若谷表示，要抓落实。", "云泽市商务局", "normalised"),
        ("市委常委、滨江开发区党工委书记曾牧野表示，要抓落实。", "滨江开发区", "stated"),
        ("教授贺连山表示，要抓落实。", None, "stated"),
        ("国务院副总理贺连山表示，要抓落实。", "国务院", "stated"),
        ("市委常委、常务副市长贺连山表示，要抓落实。", "云泽市", "normalised"),
        ("市委常委、市委秘书长贺连山表示，要抓落实。", "云泽市委", "normalised"),
        ("市委常委、宣传部部长贺连山表示，要抓落实。", "云泽市委宣传部", "normalised"),
        ("市政府新闻办公室副主任贺连山表示，要抓落实。", "云泽市政府新闻办公室", "normalised"),
        ("市人大常委会副主任贺连山表示，要抓落实。", "云泽市人大常委会", "normalised"),
        ("青石镇党委书记贺连山表示，要抓落实。", "青石镇", "stated"),
        ("云港航运集团党委书记、董事长贺连山表示，要抓落实。", "云港航运集团", "stated"),
    ],
)
def test_a_post_is_held_in_a_body(words: str, body: str | None, basis: str) -> None:
    people_found = [(f.value.body, f.basis) for f in read(f"云泽市委九届十次全会侧记\n{words}\n", people).findings]
    assert people_found == ([(body, basis)] if body else [])


def test_the_form_of_a_name() -> None:
    assert is_name("沈觅")
    assert is_name("欧阳文山")
    assert not is_name("高水平")
    assert not is_name("沈")
    assert not is_name("国发", weak=False)


def test_the_people_of_a_real_feature(shared: object) -> None:
    from pathlib import Path

    assert isinstance(shared, Path)
    (seed,) = (shared / "seeds").glob("001_*")
    names = {name for name, _ in found(seed.read_text(encoding="utf-8"))}
    assert len(names) == 20
    assert {"沈觅", "李铭", "顾海东", "王亭川"} <= names
