"""What a person types is understood as meant, or refused with a place and a hint."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.errors import BadQuery
from luoshi.model.values import type_of_value
from luoshi.search import Query, Word, narrowed, parse
from luoshi.search.query import FILTERS, KINDS, LEVELS


def tried(typed):
    try:
        return parse(typed), None
    except BadQuery as error:
        return None, error


def words(*each):
    return tuple(Word((one,) if isinstance(one, str) else one) for one in each)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("发展", Query(words("发展"))),
        ("  发展　改革\t", Query(words("发展", "改革"))),
        ("发展 发展", Query(words("发展"))),
        ('"因地制宜 发展"', Query(words("因地制宜 发展"))),
        ("“1+3” 体系", Query(words("1+3", "体系"))),
        ('“科技创新"', Query(words("科技创新"))),
        ('发展"改革"开放', Query(words("发展", "改革", "开放"))),
        ("R&D 5G AI", Query(words("R&D", "5G", "AI"))),
        (
            "（试行） 3.5% 2021-2025 http://a.example/b 10:30",
            Query(words("（试行）", "3.5%", "2021-2025", "http://a.example/b", "10:30")),
        ),
        ("说明:内容", Query(words("说明:内容"))),
        ("乡村 -脱贫", Query(words("乡村"), words("脱贫"))),
        ("-脱贫 乡村", Query(words("乡村"), words("脱贫"))),
        ("乡村 NOT 脱贫 AND 振兴", Query(words("乡村", "振兴"), words("脱贫"))),
        ("乡村 AND NOT “脱贫 攻坚”", Query(words("乡村"), words("脱贫 攻坚"))),
        ("乡村 －脱贫", Query(words("乡村"), words("脱贫"))),
        ("算力 OR 智算 产业", Query(words(("算力", "智算"), "产业"))),
        ("算力|智算", Query(words("算力|智算"))),
        ("算力 | 智算 OR 超算", Query(words(("算力", "智算", "超算")))),
        ('"AND" "level:city"', Query(words("AND", "level:city"))),
        ("and or not", Query(words("and", "or", "not"))),
        ("水 level:city 级别：省", Query(words("水"), levels=("city", "province"))),
        ("水 year:2025", Query(words("水"), years=(2025, 2025))),
        ("水 年份:2024..2026", Query(words("水"), years=(2024, 2026))),
        ("水 region:云溪 genre:纲要", Query(words("水"), regions=("云溪",), genres=("纲要",))),
        ('水 机构:"发展 改革委" 指标:覆盖率', Query(words("水"), bodies=("发展 改革委",), indicators=("覆盖率",))),
        ("水 kind:TARGET 种类:举措", Query(words("水"), kinds=("target", "measure"))),
        ("水 by:2030", Query(words("水"), by=("2030-01-01", "2030-12-31"))),
        ("水 by:..2027-06", Query(words("水"), by=("0001-01-01", "2027-06-30"))),
        ("水 期限:2028..", Query(words("水"), by=("2028-01-01", "9999-12-31"))),
    ],
)
def test_understood(typed, query):
    assert parse(typed) == query


@pytest.mark.parametrize(
    ("typed", "position", "says"),
    [
        ("", 0, "no word to look for"),
        (" \n\t　", 0, "no word to look for"),
        ("，。、", 0, "nothing to look for"),
        ("发展 ……", 3, "nothing to look for"),
        ('发展 ""', 3, "nothing to look for"),
        ("*", 0, "nothing to look for"),
        ('发展 "改革', 3, "not closed"),
        ("“发展", 0, "not closed"),
        ("AND 发展", 0, "AND is out of place"),
        ("发展 OR", 3, "OR is out of place"),
        ("发展 AND OR 改革", 3, "AND is out of place"),
        ("发展 NOT", 3, "NOT is out of place"),
        ("发展 NOT -改革", 3, "NOT is out of place"),
        ("发展 -改革 OR 开放", 7, "OR is out of place"),
        ("发展 -", 3, "- is out of place|nothing to look for"),
        ("发展 -level:city", 3, "- is out of place"),
        ("发展 OR level:city", 3, "OR is out of place"),
        ("-发展", 0, "only what is not wanted"),
        ("level:city", 0, "filters but no word"),
        ("发展 levle:city", 3, "no filter levle"),
        ("发展 level:", 3, "no value of level"),
        ("发展 level:planet", 3, "no value of level"),
        ("发展 year:25", 3, "no value of year"),
        ("发展 year:2026..2024", 3, "no value of year"),
        ("发展 kind:sentence", 3, "no value of kind"),
        ("发展 by:..", 3, "no value of by"),
        ("发展 by:2030-13", 3, "no value of by"),
        ("发展 year:2025 year:2026", 13, "no value of year"),
        ("发展 by:2030..2020", 3, "no value of by"),
        ("词 " * 33, 64, "more than 32"),
        ("长" * 1001, 1000, "too long"),
        ("龘" * 10_000_000, 1000, "too long"),
    ],
)
def test_refused_with_place_and_hint(typed, position, says):
    with pytest.raises(BadQuery, match=says) as caught:
        parse(typed)
    assert caught.value.position == position
    assert caught.value.advice.en
    assert caught.value.advice.zh
    assert len(str(caught.value)) < 400


def test_filters_may_come_from_elsewhere():
    assert narrowed(parse("水"), {"level": "city", "year": "2025"}) == parse("水 level:city year:2025")
    with pytest.raises(BadQuery, match="no value of year"):
        narrowed(parse("水"), {"year": "soon"})


def test_every_kind_of_finding_can_be_asked_for():
    assert set(KINDS) == set(type_of_value)
    assert len(KINDS) <= 16  # a bit each in the index


def test_no_two_names_are_one():
    names = [*FILTERS, *FILTERS.values()]
    assert len(names) == len(set(names))
    for table in (KINDS, LEVELS):
        told = [word for name, more in table.items() for word in (name, *more)]
        assert len(told) == len(set(told))


PIECES = st.sampled_from(
    [
        "发展",
        "改革",
        '"',
        "“",
        "”",
        "-",
        "－",
        " ",
        "\u3000",
        "AND",
        "OR",
        "NOT",
        "level:",
        "year:2025",
        "by:",
        "..",
        "5G",
        "*",
        "(",
        ")",
        "'",
        ";",
        "--",
        "\\",
        "%",
        "_",
        "\x00",
        "�",
        "发",
        "NEAR/2",
        "^",
        "{",
        "col:x",
        "DROP TABLE document;",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join)))
def test_anything_is_understood_or_refused(typed):
    query, error = tried(typed)
    if error is not None:
        assert 0 <= error.position <= len(typed)
        assert error.told("zh")
        assert error.told("en")
    else:
        assert query.words
        assert all(any(map(str.isalnum, one)) for word in (*query.words, *query.without) for one in word.written)
