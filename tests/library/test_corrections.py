"""What people decide about findings: laid over what rules found, shown everywhere, taken back, checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests import factories
from tests.library.test_reading_again import again
from tests.library.test_store import PLAN, WHEN, everything

import luoshi
import luoshi.actions.library
from luoshi.errors import BadRequest, NotInLibrary
from luoshi.library import (
    Correction,
    Sought,
    addition_of,
    backup,
    corrected,
    correction_of,
    open_library,
    restore,
    verify,
)
from luoshi.library.corrected import APPLIES, LOST, OVERRULED, WITHDRAWN, decide
from luoshi.library.corrections import named, set_aside
from luoshi.library.deciding import ready, told
from luoshi.library.saying import typed
from luoshi.model import ADDED, EDITED, Span, Text
from luoshi.model.values import Body, Place, Programme
from luoshi.record import from_json, to_json

BY = {"who": "林", "when": WHEN}


@pytest.fixture
def plan(library):
    library.add(factories.plan(), PLAN, name="plan.txt", when=WHEN)
    return factories.plan()


def name_of(document, kind, number=0):
    return [name for name, each in document.ids().items() if each.kind == kind][number]


def decided(library, plan, name, action="accept", **more):
    return library.correct(plan.id, correction_of(library.get(plan.id), name, action, **(BY | more)))


def added(library, plan, kind, quote, value, **more):
    start = plan.text.content.index(quote)
    span = Span(start, start + len(quote))
    return library.correct(plan.id, addition_of(plan, kind, span, value=value, **(BY | more)))


def rows(library, **sought):
    return library.findings(Sought(**sought), limit=1000)


def test_what_is_accepted_is_marked_and_says_who_and_when(library, plan):
    name = name_of(plan, "body")
    decided(library, plan, name, note="对过")
    found = library.get(plan.id).ids()[name]
    was = plan.ids()[name]
    assert (found.value, found.span, found.rule, found.basis) == (was.value, was.span, was.rule, "confirmed")
    assert found.why == luoshi.Words(
        "林 2026-11-22 08:00 UTC 核对无误：对过", "林 confirmed it on 2026-11-22 08:00 UTC: 对过"
    )
    assert [row.basis for row in rows(library, kinds=("body",))] == ["confirmed"]
    assert library.get(plan.id, as_read=True) == plan
    assert list(verify(library)) == [None]


def test_what_had_to_be_concluded_still_says_how(library, plan):
    name = name_of(plan, "doubt", 1)
    decided(library, plan, name)
    assert library.get(plan.id).ids()[name].why.en.endswith(plan.ids()[name].why.en)


def test_what_is_rejected_is_taken_out_and_kept(library, plan):
    name = name_of(plan, "target")
    before = library.entry(plan.id).counts["target"]
    decided(library, plan, name, "reject")
    shown = library.get(plan.id)
    assert name not in shown.ids()
    assert [(each.id, each.finding.basis, each.finding.rule) for each in shown.rejected] == [
        (name, "rejected", "test.target")
    ]
    assert library.entry(plan.id).counts["target"] == before - 1 == library.count_findings(Sought(kinds=("target",)))
    decided(library, plan, name, "accept")
    assert library.get(plan.id).ids()[name].basis == "confirmed"
    assert not library.get(plan.id).rejected


def test_what_is_edited_says_the_old_with_the_new_fields(library, plan):
    name = name_of(plan, "target")
    number = decided(library, plan, name, "edit", value={"quantity": {"value": 4e11}, "binding": "binding"})
    found, was = library.get(plan.id).ids()[name], plan.ids()[name]
    assert found.value == replace(was.value, quantity=replace(was.value.quantity, value=4e11), binding="binding")
    assert (found.rule, found.basis, found.span, found.quote) == (EDITED, "corrected", was.span, was.quote)
    (row,) = rows(library, concept="gdp")
    assert (row.value, row.binding, row.id, row.basis) == (4e11, "binding", name, "corrected")
    (kept,) = library.corrections(plan.id)
    assert (kept.id, kept.value) == (number, {"quantity": {"value": 4e11}, "binding": "binding"})
    before, after = told(kept)
    assert (before["quantity"]["value"], after["quantity"]["value"]) == (3e11, 4e11)
    assert list(verify(library)) == [None]


def test_only_what_differs_is_kept_of_an_edit(library, plan):
    name = name_of(plan, "place")
    decided(library, plan, name, "edit", value={"name": "临江新区", "code": None, "kind": "region"})
    assert library.corrections(plan.id)[0].value == {"kind": "region"}


def test_a_second_edit_keeps_the_first_and_an_accept_keeps_both(library, plan):
    name = name_of(plan, "place")
    for value in ({"kind": "region"}, {"code": "329900"}):
        decided(library, plan, name, "edit", value=value)
    decided(library, plan, name, "accept", who="周")
    found = library.get(plan.id).ids()[name]
    assert found.value == Place("临江新区", "329900", "region")
    assert found.basis == "corrected"
    assert found.why.zh.startswith("周")
    assert [*library.states(plan.id).values()] == [OVERRULED, OVERRULED, APPLIES]


def test_what_is_added_is_there(library, plan):
    number = added(library, plan, "programme", "百园焕新", {"name": "百园焕新", "form": "工程", "period": "2026/2030"})
    shown = library.get(plan.id)
    name, found = next((name, each) for name, each in shown.ids().items() if each.rule == ADDED)
    assert found.value == Programme("百园焕新", "工程", luoshi.Period("2026", "2030"))
    assert shown.text[found.span] == found.quote == "百园焕新"
    assert {key for key in shown.ids() if key != name} == set(plan.ids())
    assert [row.name for row in rows(library, kinds=("programme",))] == ["百园焕新工程", "百园焕新"]
    decided(library, plan, name, "edit", value={"name": "百园"})
    assert library.get(plan.id).ids()[name].value.name == "百园"
    decided(library, plan, name, "reject")
    assert name not in library.get(plan.id).ids()
    assert [each.id for each in library.get(plan.id).rejected] == [name]
    assert library.states(plan.id)[number] == OVERRULED
    assert list(verify(library)) == [None]


def test_fields_that_need_not_be_given_are_filled_up(library, plan):
    added(library, plan, "target", "产业升级", {"indicator": "产业升级", "quantity": quantity(value=3.0)})
    found = next(each for each in library.get(plan.id).find("target") if each.rule == ADDED)
    assert (found.value.quantity_span, found.value.indicator_span) == (found.span, None)
    assert (found.value.softness, found.value.period_stated) == ((), False)


def quantity(**more):
    return {"value": None, "high": None, "unit": "", "comparator": "=", "measure": "level"} | more


def test_fields_of_the_profile_are_corrected_too(library, plan):
    decided(library, plan, "profile.genre", "edit", value="规划")
    decided(library, plan, "profile.region", "edit", value={"name": "松岭县", "code": "329921"})
    decided(library, plan, "profile.author", "reject")
    line = library.entry(plan.id)
    assert (line.genre, line.region, line.region_code, line.author) == ("规划", "松岭县", "329921", None)
    assert [each.id for each in library.get(plan.id).rejected] == ["profile.author"]
    start = plan.text.content.index("2025年")
    library.correct(plan.id, addition_of(plan, "published", Span(start, start + 5), value="2026-01", **BY))
    assert library.get(plan.id).profile.published.value == luoshi.Period("2026-01", "2026-01")
    assert from_json(to_json(library.get(plan.id))) == library.get(plan.id)
    assert list(verify(library)) == [None]


def test_what_is_taken_back_counts_no_more_and_stays_in_the_history(library, plan):
    before = everything(library)["finding"]
    name = name_of(plan, "place")
    first = decided(library, plan, name, "edit", value={"kind": "region"})
    second = decided(library, plan, name, "reject")
    library.withdraw(plan.id, second, who="周", when="2026-11-23T08:00:00Z")
    assert library.get(plan.id).ids()[name].value.kind == "region"
    assert library.states(plan.id) == {first: APPLIES, second: WITHDRAWN}
    gone = library.corrections(plan.id)[1]
    assert (gone.action, gone.who, gone.withdrawn_by, gone.withdrawn) == ("reject", "林", "周", "2026-11-23T08:00:00Z")
    library.withdraw(plan.id, first, **BY)
    assert everything(library)["finding"] == before
    assert library.get(plan.id) == plan
    for number, says in ((first, "taken back already"), (99, "no correction 99")):
        with pytest.raises(BadRequest, match=says):
            library.withdraw(plan.id, number, **BY)


def test_two_findings_on_the_same_words_are_told_apart(library):
    content = "云溪市发展改革委、财政局。"
    document = factories.document(content)
    one, other = (factories.finding(document.text, "body", "云溪市", Body(name)) for name in ("甲", "乙"))
    document = document.with_findings([one, other])
    library.add(document, content.encode(), name="", when=WHEN)
    first, second = document.ids()
    with pytest.raises(BadRequest, match=f"{first}, {second}"):
        library.correct(document.id, Correction("body", 0, 3, "云溪市", "reject", "林", WHEN))
    library.correct(document.id, correction_of(document, second, "reject", **BY))
    assert [each.value.name for each in library.get(document.id).findings] == ["甲"]
    assert [*library.get(document.id).ids()] == [first]
    library.replace(luoshi.library.pack(document, content.encode(), ""))
    assert [each.value.name for each in library.get(document.id).findings] == ["甲"]
    library.withdraw(document.id, 1, **BY)
    library.correct(document.id, correction_of(document, first, "reject", **BY))
    assert [*library.get(document.id).ids()] == [second], "the other keeps its id"


def moved_on(plan, *findings):
    """Another reading of the same bytes: four characters fewer before everything."""
    text = plan.text.apply([luoshi.Edit(0, 4, "", "furniture.navigation")])
    return luoshi.Document(text, factories.root(text), luoshi.Profile()).with_findings(findings)


def test_corrections_hold_when_a_newer_version_reads_other_things(library, plan):
    place, programme, body = (name_of(plan, kind) for kind in ("place", "programme", "body"))
    decided(library, plan, place, "edit", value={"kind": "region"})
    decided(library, plan, programme, "reject")
    decided(library, plan, body)
    added(library, plan, "person", "林远舟", {"name": "林远舟", "post": "处长"})
    by_person = next(name for name, each in library.get(plan.id).ids().items() if each.rule == ADDED)
    decided(library, plan, by_person, "edit", value={"post": "主任"})
    bare = moved_on(plan)
    again_found = factories.finding(bare.text, "programme", "“百园焕新”工程", Programme("别的", "工程"))
    changes = again(library, moved_on(plan, again_found))
    shown = library.get(plan.id)
    assert {(each.kind, each.value.name, each.basis) for each in shown.findings} == {
        ("place", "临江新区", "corrected"),
        ("person", "林远舟", "corrected"),
    }
    assert next(shown.find("person")).value.post == "主任"
    assert [(each.id, each.finding.value.name) for each in shown.rejected] == [(programme, "别的")]
    assert [each.quote for each in changes.lost] == ["市发展改革委"], "what was confirmed is not found any more"
    assert all(shown.text[each.span] == each.quote for each in shown.findings)
    assert list(verify(library)) == [None]
    again(library, plan)
    assert library.get(plan.id).ids()[body].basis == "confirmed"
    assert library.get(plan.id).ids()[place].value.kind == "region"
    assert library.get(plan.id).ids()[place].rule == EDITED
    assert LOST not in library.states(plan.id).values()


def test_what_was_confirmed_and_is_read_differently_is_no_longer_confirmed(library, plan):
    name = name_of(plan, "place")
    decided(library, plan, name)
    other = factories.finding(plan.text, "place", "临江新区", Place("临江新区", None, "other"))
    changes = again(library, replace(plan, findings=()).with_findings([other]))
    assert next(library.get(plan.id).find("place")).basis == "stated"
    assert [each.quote for each in changes.lost] == ["临江新区"]


@pytest.mark.parametrize("action", ["accept", "edit"])
def test_a_field_that_is_new_since_then_takes_nothing_back(action):
    plan = factories.plan()
    name = name_of(plan, "place")
    value = {"name": "临江"} if action == "edit" else None
    kept = replace(
        correction_of(plan, name, action, value=value, **BY), id=1, before={"name": "临江新区", "code": None}
    )
    for read in (plan, replace(plan, findings=())) if action == "edit" else (plan,):
        made = decide(read, [kept])
        assert made.states == {1: APPLIES}
        assert next(made.document.find("place")).value.name == ("临江" if action == "edit" else "临江新区")


def test_what_was_added_and_is_found_by_now_is_there_once(library, plan):
    added(library, plan, "programme", "百园焕新", {"name": "百园焕新", "form": "工程"})
    found = factories.finding(plan.text, "programme", "百园焕新", Programme("百园焕新", "工程"))
    again(library, plan.with_findings([found]))
    alike = [each for each in library.get(plan.id).find("programme") if each.quote == "百园焕新"]
    assert [(each.rule, each.basis) for each in alike] == [("test.programme", "confirmed")]


def test_places_inside_a_value_go_with_the_text(library, plan):
    name = name_of(plan, "target")
    decided(library, plan, name, "edit", value={"binding": "binding"})
    again(library, moved_on(plan))
    (found,) = library.get(plan.id).find("target")
    text = library.get(plan.id).text
    assert (text[found.value.indicator_span], text[found.value.quantity_span]) == ("全市生产总值", "突破3000亿元")


def test_backups_and_keepers_have_what_people_decided(library, plan, tmp_path):
    decided(library, plan, name_of(plan, "place"), "reject")
    backup(library, tmp_path / "b.db")
    with open_library(tmp_path / "new.db", keepers=luoshi.actions.library.KEEPERS) as other:
        restore(other, tmp_path / "b.db")
        assert other.get(plan.id) == library.get(plan.id)
        found = luoshi.Searcher(other).search("临江新区 kind:place")
        assert found.documents == 0
        assert luoshi.Searcher(other).search("临江新区").documents == 1


def test_the_search_follows_a_correction(place):
    with luoshi.actions.library.at(place, create=True) as library:
        library.add(factories.plan(), PLAN, name="plan.txt", when=WHEN)
        plan = factories.plan()
        searcher = luoshi.Searcher(library)
        assert searcher.search("临江新区 kind:place").documents == 1
        number = decided(library, plan, name_of(plan, "place"), "reject")
        assert searcher.search("临江新区 kind:place").documents == 0
        library.withdraw(plan.id, number, **BY)
        assert searcher.search("临江新区 kind:place").documents == 1


ODD = [
    ({"finding": "place-000000000000"}, "no finding place-000000000000"),
    ({"finding": "\ud800" * 100}, "no finding"),
    ({"finding": ""}, "no finding"),
    ({"kind": "body", "finding": "PLACE"}, "no finding place-"),
    ({"kind": "nonsense"}, "no kind of finding 'nonsense'"),
    ({"action": "burn"}, "no correction 'burn'"),
    ({"action": "edit"}, "does not fit|changes nothing"),
    ({"action": "edit", "value": {}}, "changes nothing"),
    ({"action": "edit", "value": {"name": "临江新区"}}, "changes nothing"),
    ({"action": "edit", "value": {"nmae": "x"}}, "'nmae' is unknown"),
    ({"action": "edit", "value": {"name": 3}}, r"\$\.name: text wanted, not 3"),
    ({"action": "edit", "value": {"name": None}}, r"\$\.name: text wanted, not null"),
    ({"action": "edit", "value": {"kind": "planet"}}, r"\$\.kind: one of division"),
    ({"action": "edit", "value": {"name": "长" * 2001}}, r"\$\.name: at most 2000"),
    ({"action": "edit", "value": [1]}, "an object wanted, not a list"),
    ({"action": "edit", "value": "x"}, "an object wanted"),
    ({"action": "edit", "value": {"name": {1, 2}}}, "no value of JSON"),
    ({"action": "edit", "value": {"name": "x" * 200_000}}, "too long"),
    ({"who": "  "}, "not said who"),
    ({"who": "长" * 201}, "too long"),
    ({"when": "yesterday"}, "The time must be"),
    ({"when": "2026-11-22"}, "The time must be"),
    ({"note": "长" * 10_001}, "it may have 10000"),
    ({"finding": None, "start": 0, "end": 4}, "do not stand where"),
    ({"finding": None, "start": None}, "do not stand where"),
    ({"finding": None, "kind": "person"}, "no finding of this kind on these words"),
    ({"start": 3}, "do not stand where"),
    ({"action": "add", "finding": None, "value": {"name": "临江新区", "kind": "zone"}}, "the same finding already"),
    ({"action": "add", "kind": "programme", "value": {"name": "x"}}, "'form' is missing"),
    ({"action": "add", "kind": "programme", "value": None}, "an object wanted, not null"),
    ({"action": "add", "kind": "programme", "value": {"name": "x", "form": "y", "period": "soon"}}, r"\$\.period"),
    ({"action": "add", "kind": "programme", "value": {"name": "x", "form": "y", "period": "2030/2026"}}, "ends before"),
    ({"action": "add", "kind": "programme", "value": {"name": "x", "form": "y", "period": "2030-13"}}, "a year, month"),
    ({"action": "add", "kind": "quantity", "value": {**quantity(), "value": float("inf")}}, r"\$\.value: a finite"),
    ({"action": "add", "kind": "quantity", "value": {**quantity(), "comparator": "≥"}}, r"\$\.comparator: one of"),
    (
        {
            "action": "add",
            "kind": "responsibility",
            "value": {"body": "x", "role": "lead", "work": [5, 10**9]},
        },
        r"\$\.work: the place lies outside",
    ),
    ({"action": "add", "kind": "title", "value": "新标题"}, "a title already"),
]


@pytest.mark.parametrize(("more", "says"), ODD)
def test_what_does_not_fit_is_refused_and_changes_nothing(more, says):
    plan = factories.plan()
    name = name_of(plan, "place")
    more = {key: name if value == "PLACE" else value for key, value in more.items()}
    wrong = replace(correction_of(plan, name, "accept", **BY), **more)
    with pytest.raises(BadRequest, match=says) as caught:
        ready(wrong, plan, [])
    assert all(caught.value.what)
    caught.value.told("zh").encode()
    caught.value.told("en").encode()


def test_a_refused_correction_leaves_the_library_as_it_was(library, plan):
    before = everything(library)
    with pytest.raises(BadRequest):
        decided(library, plan, name_of(plan, "place"), "edit", value={"name": 3})
    with pytest.raises(NotInLibrary):
        library.correct("00000000", correction_of(plan, name_of(plan, "place"), "accept", **BY))
    with pytest.raises(BadRequest, match="no finding nothing"):
        correction_of(plan, "nothing", "accept", **BY)
    assert everything(library) == before


def test_what_no_database_can_hold_is_replaced(library, plan):
    decided(library, plan, name_of(plan, "place"), "edit", value={"name": "a\0b\ud800"}, note="\0\udfff", who="林\0")
    (kept,) = library.corrections(plan.id)
    for said in (kept.who, kept.note, kept.value["name"]):
        assert "\0" not in said
        said.encode()
    assert list(verify(library)) == [None]


def test_words_that_no_database_can_hold_can_be_corrected(library):
    content = "云溪\0\ud800市今年增长5%。"
    document = luoshi.Document(text := Text.of(factories.original(content)), factories.root(text), luoshi.Profile())
    document = document.with_findings([factories.finding(text, "body", "云溪\0\ud800市", Body("\0\ud800"))])
    library.add(document, content.encode("utf-8", "surrogatepass"), name="", when=WHEN)
    name = name_of(document, "body")
    decided(library, document, name, "edit", value={"role": "lead"})
    found = library.get(document.id).ids()[name]
    assert found.value == Body("\0\ud800", "lead")
    data = content.encode("utf-8", "surrogatepass")
    library.replace(luoshi.library.pack(document, data, ""))
    assert library.get(document.id).ids()[name].value == Body("\0\ud800", "lead")


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("target", {"quantity.value": "3e11"}, {"quantity": {"value": 3e11}}),
        ("target", {"quantity.value": "4.5%"}, {"quantity": {"value": 0.045}}),
        ("target", {"quantity.value": "1,200"}, {"quantity": {"value": 1200.0}}),
        ("target", {"quantity.high": "", "actor": ""}, {"quantity": {"high": None}, "actor": None}),
        (
            "target",
            {"period_stated": "true", "softness": "力争，左右"},
            {"period_stated": True, "softness": ["力争", "左右"]},
        ),
        ("target", {"period": "2026/2030", "base.value": "5"}, {"period": "2026/2030", "base": {"value": 5.0}}),
        ("target", {"quantity_span": "[1, 2]"}, {"quantity_span": [1, 2]}),
        ("measure", {"strength": "3"}, {"strength": 3}),
        ("title", {"value": "标题"}, "标题"),
        ("adopted", {"value": "2026-01"}, "2026-01"),
    ],
)
def test_fields_as_people_type_them(kind, written, value):
    assert typed(kind, written) == value


@pytest.mark.parametrize(
    ("kind", "written", "says"),
    [
        ("target", {"quantity.value": "many"}, r"\$\.quantity\.value: 'many' is no float"),
        ("target", {"quantity.valeu": "1"}, r"\$\.quantity: 'valeu' is unknown; there are value, high"),
        ("target", {"indicator.name": "x"}, r"\$\.indicator: 'name' is unknown"),
        ("target", {"period_stated": "perhaps"}, "is no bool"),
        ("measure", {"strength": "3.5"}, "is no int"),
        ("target", {"quantity_span": "[1"}, "is no Span"),
        ("title", {"name": "x"}, "its only field is value"),
    ],
)
def test_fields_that_make_no_sense(kind, written, says):
    with pytest.raises(BadRequest, match=says):
        typed(kind, written)


PLAIN = factories.plan()
IDS = list(named(PLAIN))
DECISIONS = st.tuples(
    st.sampled_from(IDS),
    st.sampled_from(["accept", "reject", "edit", "add"]),
    st.booleans(),
    st.sampled_from(
        [{"name": "甲"}, {"name": 3}, {"quantity": {"value": 7.0}}, {"form": "行动", "name": "乙"}, "新", None]
    ),
)


@given(st.lists(DECISIONS, max_size=8))
def test_a_corrected_document_keeps_every_law(drawn):
    decisions = []
    for number, (name, action, back, value) in enumerate(drawn, 1):
        base = named(PLAIN)[name]
        decisions.append(
            Correction(
                base.kind, *base.span, base.quote, action, "林", WHEN, value, "", number,
                None if action == "add" else name, None, "周" if back else None, WHEN if back else None,
            )
        )  # fmt: skip
    made = decide(PLAIN, decisions)
    shown = made.document
    assert corrected(PLAIN, decisions) == shown == corrected(PLAIN, reversed(decisions))
    assert set(made.states) == {each.id for each in decisions}
    assert from_json(to_json(shown)) == shown
    assert all(shown.text[each.span] == each.quote for each in shown.findings)
    assert [each.span for each in shown.findings] == sorted(each.span for each in shown.findings)
    there = named(shown)
    assert len(shown.ids()) == len(shown.findings)
    assert set(IDS) <= set(there) | set(set_aside(shown))
    assert not set(there) & set(set_aside(shown))
    decided_on = {each.finding or f"profile.{each.kind}" for each in decisions} | {
        name for each in decisions if each.action == "add" for name in IDS if named(PLAIN)[name].kind == each.kind
    }
    for name in set(IDS) - decided_on:
        assert there[name] == named(PLAIN)[name], "nothing else changes"
    if all(each.withdrawn for each in decisions):
        assert shown == PLAIN
