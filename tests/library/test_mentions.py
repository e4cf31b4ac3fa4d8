"""Findings over many documents: the same rows, order and counts from both databases as from looking through all."""

import pytest
from msgspec.structs import replace
from tests import factories
from tests.library.test_store import WHEN

from luoshi.errors import BadRequest, NotInLibrary
from luoshi.library import Mention, Sought
from luoshi.library.mentions import SORTED
from luoshi.model import Period, Profile, Span, Text
from luoshi.model.values import Body, Place, Quantity, Region, Target

DOCUMENTS = [
    # region, code, level, adopted, indicator, concept, value, last year, binding
    ("云溪市", "329900", "city", "2025-12-12", "全市生产总值", "gdp", 3e11, "2030", "anticipatory"),
    ("松岭县", "329921", "county", "2026-01-08", "生产总值", "gdp", 2e10, "2030", None),
    ("临江市", "419900", "city", None, "GDP总量", "gdp", None, "2027", "binding"),
    ("云溪市", "329900", "city", "2024-02-01", "粮食产量", None, 8e5, None, "binding"),
]


def document(number):
    region, code, level, adopted, indicator, concept, value, year, binding = DOCUMENTS[number]
    content = f"{region}的文本{number}，{indicator}有数。请{region}办，市水务局看。"
    text = Text.of(factories.original(content))
    span = Span(content.index(indicator), content.index("。"))
    target = Target(
        indicator,
        None,
        Quantity(value, None, "元", ">=", "level"),
        span,
        Period(year, year) if year else None,
        concept=concept,
        binding=binding,
    )
    found = [
        factories.finding(text, "target", text[span], target),
        factories.finding(text, "place", region, Place(region, code)),
        factories.finding(text, "place", f"{region}办"[:3], Place(region, code), rule="test.second"),
        factories.finding(text, "body", "市水务局", Body("水务局" if number % 2 else "云溪市水务局")),
    ]
    fields = {"region": Region(region, code), "level": level, "issuer": f"{region}政府"}
    if adopted:
        fields["adopted"] = Period(adopted, adopted)
    profile = Profile(**{kind: factories.finding(text, kind, region, value) for kind, value in fields.items()})
    return replace(factories.document(content), text=text, profile=profile).with_findings(found)


@pytest.fixture
def shelf(library):
    for number in range(len(DOCUMENTS)):
        made = document(number)
        library.add(made, made.original.content.encode(), name=f"{number}.txt", when=WHEN)
    return library


def brief(found):
    return [(each.kind, each.indicator or each.name, each.region) for each in found]


def test_a_mention_has_its_document_and_all_columns(shelf):
    (found,) = shelf.findings(Sought(kinds=("target",), years=(2025, 2025)))
    plan = document(0)
    name = next(name for name, each in plan.ids().items() if each.kind == "target")
    assert found == Mention(
        **dict.fromkeys(Mention.__struct_fields__)
        | {
            "document": plan.id,
            "title": plan.title,
            "issuer": "云溪市政府",
            "level": "city",
            "region": "云溪市",
            "year": 2025,
            "number": next(index for index, each in enumerate(plan.findings) if each.kind == "target"),
            "id": name,
            "kind": "target",
            "start": plan.ids()[name].span.start,
            "end": plan.ids()[name].span.end,
            "quote": "全市生产总值有数",
            "section": "d",
            "basis": "stated",
            "indicator": "全市生产总值",
            "concept": "gdp",
            "value": 3e11,
            "unit": "元",
            "comparator": ">=",
            "measure": "level",
            "first_day": "2030-01-01",
            "last_day": "2030-12-31",
            "binding": "anticipatory",
            "written": plan.text[plan.ids()[name].value.quantity_span],
        }
    )


@pytest.mark.parametrize(
    ("sought", "regions"),
    [
        (Sought(kinds=("target",)), ["松岭县", "云溪市", "云溪市", "临江市"]),
        (Sought(concept="gdp"), ["松岭县", "云溪市", "临江市"]),
        (Sought(indicator="生产"), ["松岭县", "云溪市"]),
        (Sought(indicator="gdp"), ["临江市"]),
        (Sought(kinds=("target",), words="有数", years=(2026, 2030)), ["松岭县"]),
        (Sought(kinds=("target",), level="county"), ["松岭县"]),
        (Sought(kinds=("target",), region="3299"), ["松岭县", "云溪市", "云溪市"]),
        (Sought(kinds=("target",), region="云"), ["云溪市", "云溪市"]),
        (Sought(days=("2028-01-01", None)), ["松岭县", "云溪市"]),
        (Sought(days=(None, "2027-12-31")), ["临江市"]),
        (Sought(values=(1e6, 1e11)), ["松岭县"]),
        (Sought(values=(None, 1e6)), ["云溪市"]),
        (Sought(binding="binding"), ["云溪市", "临江市"]),
        (Sought(kinds=("target",), issuer="松岭县政府"), ["松岭县"]),
        (Sought(kinds=("target",), unit="吨"), []),
        (Sought(kinds=("nonsense",)), []),
        (Sought(name="水务局"), ["松岭县", "云溪市"]),
        (Sought(name="'; DROP TABLE finding; --"), []),
        (Sought(words="%"), []),
        (Sought(words="\0\ud800"), []),
        (Sought(grades="AB"), []),
    ],
)
def test_findings_are_filtered_and_the_newest_document_is_first(shelf, sought, regions):
    found = shelf.findings(sought)
    assert [each.region for each in found] == regions
    assert shelf.count_findings(sought) == len(regions)


def test_one_document_is_asked_by_its_id(shelf):
    identity = document(1).id
    assert {each.document for each in shelf.findings(Sought(document=identity[:10]))} == {identity}
    with pytest.raises(NotInLibrary):
        shelf.findings(Sought(document="00000000"))


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", ["date", *SORTED])
def test_every_order_is_that_of_the_values_with_nothing_last(shelf, order, descending):
    found = shelf.findings(order=order, descending=descending, limit=1000)
    assert len(found) == shelf.count_findings() == 16
    if order != "date":
        values = [getattr(each, order) for each in found]
        there = [each for each in values if each is not None]
        assert values == sorted(there, reverse=descending) + [None] * (len(values) - len(there))
        tied = [shelf.findings(order="date", limit=1000).index(each) for each in found]
        for (one, before), (other, after) in zip(
            zip(values, tied, strict=True), list(zip(values, tied, strict=True))[1:], strict=False
        ):
            assert one != other or before < after
    pages = [shelf.findings(order=order, descending=descending, limit=3, offset=at) for at in range(0, 18, 3)]
    assert [each for page in pages for each in page] == found


@pytest.mark.parametrize(
    "more", [{"order": "rank"}, {"order": "says"}, {"order": "'; --"}, {"limit": 1001}, {"limit": -1}, {"offset": -1}]
)
def test_what_cannot_be_asked_is_refused(shelf, more):
    with pytest.raises(BadRequest):
        shelf.findings(**more)
