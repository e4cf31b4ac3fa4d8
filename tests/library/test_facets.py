"""How documents divide, in which order they come, and why they have their grades: the same on both databases."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests import factories

from luoshi.library import ORDERS, Chosen, Share
from luoshi.model import Period, Profile, Verdict, Words
from luoshi.model.values import Region, Target

WHEN = "2026-11-22T08:00:0{}Z"
LINES = [
    # title, level, region, code, genre, year, grade, targets
    ("云溪市建议", "city", "云溪市", "990100", "建议", "2025", "A", 2),
    ("云溪市桃湾区纲要", "county", "云溪市桃湾区", "990102", "纲要", "2026", "B", 5),
    ("东岭省建议", "province", "东岭省", "980000", "建议", "2025", "D", 0),
    ("南屏市报告", "city", "南屏市", None, "工作报告", "2024", "A", 1),
    ("没有出处的一页", None, None, None, None, None, None, 0),
]


def bring(library, number, line):
    title, level, region, code, genre, year, grade, targets = line
    document = factories.document(f"{title}\n第{number}份。")
    fields = {"title": title, "level": level, "genre": genre}
    fields |= {"region": Region(region, code)} if region else {}
    fields |= {"adopted": Period(year, year)} if year else {}
    profile = {
        name: factories.finding(document.text, name, title[:2], value) for name, value in fields.items() if value
    }
    plan = factories.plan()
    target = next(plan.find("target")).value
    assert isinstance(target, Target)
    findings = [factories.finding(document.text, "target", title[: 1 + each], target) for each in range(targets)]
    verdict = Verdict(grade, (Words(f"理由{title}", f"reason {title}"),)) if grade else None
    document = replace(document, profile=Profile(**profile), verdict=verdict).with_findings(findings)
    return library.add(document, document.original.content.encode(), name="", when=WHEN.format(number)).id


@pytest.fixture
def five(library):
    return [bring(library, number, line) for number, line in enumerate(LINES)]


@pytest.mark.usefixtures("five")
def test_each_facet_counts_its_values(library):
    facets = library.facets()
    assert facets.level == (Share("province", 1), Share("city", 2), Share("county", 1))
    assert facets.year == (Share("2026", 1), Share("2025", 2), Share("2024", 1))
    assert facets.grade == (Share("A", 2), Share("B", 1), Share("D", 1))
    assert facets.genre == (Share("建议", 2), Share("工作报告", 1), Share("纲要", 1))
    assert dict(facets.region) == {"云溪市": 2, "云溪市桃湾区": 1, "东岭省": 1, "南屏市": 1}


def test_an_empty_library_has_no_facets(library):
    assert all(not shares for shares in library.facets())
    assert library.reasons(["00" * 32]) == {}


_choices = st.builds(
    Chosen,
    level=st.none() | st.sampled_from(["city", "nowhere"]) | st.just(("city", "province")),
    region=st.none() | st.sampled_from(["云溪市", "99", "%"]) | st.just(("东岭省", "南屏市")),
    years=st.none() | st.just((2025, 2026)),
    genre=st.none() | st.just(("建议", "纲要")),
    grades=st.none() | st.sampled_from(["A", "AD"]),
)
_FIELDS = {"level": "level", "region": "region", "year": "years", "genre": "genre", "grade": "grades"}


@pytest.mark.usefixtures("five")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(chosen=_choices)
def test_a_count_is_what_choosing_it_alone_of_its_facet_would_find(library, chosen):
    assert library.count() == len(LINES)
    for name, shares in library.facets(chosen)._asdict().items():
        for value, documents in shares:
            wanted = (int(value), int(value)) if name == "year" else value
            assert library.count(chosen._replace(**{_FIELDS[name]: wanted})) == documents > 0


@pytest.mark.usefixtures("five")
def test_several_values_find_any_of_them(library):
    assert library.count(Chosen(level=("city", "county"))) == 3
    assert library.count(Chosen(region=("云溪", "98"))) == 3
    assert library.count(Chosen(genre=("建议", "工作报告"), level=("city",))) == 2
    assert library.count(Chosen(level=())) == 0


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("date", ["云溪市桃湾区纲要", "东岭省建议", "云溪市建议", "南屏市报告", "没有出处的一页"]),
        ("title", ["东岭省建议", "云溪市建议", "云溪市桃湾区纲要", "南屏市报告", "没有出处的一页"]),
        ("added", ["没有出处的一页", "南屏市报告", "东岭省建议", "云溪市桃湾区纲要", "云溪市建议"]),
        ("grade", ["云溪市建议", "南屏市报告", "云溪市桃湾区纲要", "东岭省建议", "没有出处的一页"]),
        ("targets", ["云溪市桃湾区纲要", "云溪市建议", "南屏市报告", "东岭省建议", "没有出处的一页"]),
    ],
)
def test_documents_come_in_the_order_that_is_wanted(library, order, titles):
    assert order in ORDERS
    assert [entry.title for entry in library.entries(order=order)] == titles
    pages = [library.entries(order=order, limit=2, offset=start)[:] for start in (0, 2, 4)]
    assert [entry.title for page in pages for entry in page] == titles


def test_the_reasons_of_grades_are_those_of_the_documents(library, five):
    reasons = library.reasons(five)
    assert reasons == {each: library.get(each).verdict.reasons for each in five[:4]}
    assert Counter(map(len, reasons.values())) == {1: 4}


def test_reasons_that_stand_deep_in_a_record_are_found_too(library):
    import random

    noise = random.Random(4)
    words = "".join(chr(noise.randrange(0x4E00, 0x9F00)) for _ in range(20_000))  # does not pack
    document = factories.document(words)
    title = factories.finding(document.text, "title", words, words)
    verdict = Verdict("C", (Words('“\\n"outline":”', "half \ud800"), Words("其二", "second")))
    document = replace(document, profile=Profile(title=title), verdict=verdict)
    identity = library.add(document, words.encode(), name="", when=WHEN.format(1)).id
    assert library.reasons([identity]) == {identity: verdict.reasons}
