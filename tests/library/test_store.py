"""Keeping, finding and taking away documents: the same on both databases."""

from hashlib import sha256

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from tests import factories

from luoshi.errors import BadRequest, CannotKeep, NotInLibrary
from luoshi.library import Chosen, Keeper, open_library
from luoshi.library.rows import EMPTY, LEFT_OUT, id_of, rows
from luoshi.library.tables import KINDS, finding, metadata
from luoshi.model import Document, Edition, Period, Profile, Text, Words
from luoshi.model.values import Region, type_of_value

WHEN = "2026-11-22T08:00:00Z"
PLAN = factories.CONTENT.encode()


def bring(library, content="云溪市今年增长5%。", name="plan.txt", **profile):
    """Add a short document with these fields of the profile."""
    document = factories.document(content)
    fields = {
        key: factories.finding(document.text, key, document.text.content[:3], value) for key, value in profile.items()
    }
    return library.add(replace(document, profile=Profile(**fields)), content.encode(), name=name, when=WHEN)


def everything(library):
    """All rows of all tables, in the order of their keys."""
    with library.reading() as connection:
        return {
            table.name: connection.execute(select(table).order_by(*table.primary_key)).all()
            for table in metadata.sorted_tables
        }


def test_what_is_kept_comes_back_equal(library):
    plan = replace(factories.plan(), edition=Edition("0.1.0", "00ff"))
    added = library.add(plan, PLAN, name="云溪/plan.txt", when=WHEN)
    assert added == (plan.id, True)
    assert library.get(plan.id) == plan
    assert library.original(plan.id) == PLAN
    assert library.count() == 1
    (line,) = library.entries()
    assert line == library.entry(plan.id)
    assert (line.name, line.title, line.genre, line.level) == ("云溪/plan.txt", plan.title, "建议", "city")
    assert (line.date, line.year, line.period_first, line.period_last) == ("2025-12-12", 2025, "2026", "2030")
    assert (line.grade, line.added, line.rules, line.knowledge) == ("B", WHEN, "0.1.0", "00ff")
    assert line.characters == len(plan.text)
    assert line.counts["target"] == 2
    assert sum(line.counts.values()) == len(plan.findings)


def test_the_same_bytes_again_change_nothing(library):
    plan = factories.plan()
    library.add(plan, PLAN, name="plan.txt", when=WHEN)
    before = everything(library)
    assert library.add(replace(plan, verdict=None), PLAN, name="copy.txt", when="2027-01-01T00:00:00Z") == (
        plan.id,
        False,
    )
    assert everything(library) == before


def test_what_is_kept_is_there_when_it_is_opened_again(place):
    with open_library(place) as library:
        library.add(factories.plan(), PLAN, name="plan.txt", when=WHEN)
    with open_library(place, create=False) as library:
        assert library.get(factories.plan().id) == factories.plan()


def test_other_bytes_than_those_read_are_refused(library):
    with pytest.raises(BadRequest, match="not read from these bytes"):
        library.add(factories.plan(), PLAN + b" ", name="plan.txt", when=WHEN)
    assert library.count() == 0


def test_findings_have_rows_that_say_what_they_say(library):
    plan = factories.plan()
    library.add(plan, PLAN, name="plan.txt", when=WHEN)
    with library.reading() as connection:
        found = connection.execute(select(finding).order_by(finding.c.number)).mappings().all()
    assert [row["number"] for row in found] == [
        number for number, each in enumerate(plan.findings) if each.kind not in LEFT_OUT
    ]
    ids = plan.ids()
    for row in found:
        each = plan.findings[row["number"]]
        assert (row["kind"], row["start"], row["end"], row["basis"]) == (each.kind, *each.span, each.basis)
        assert ids[id_of(row["kind"], row["id"])] is each
    target = next(row for row in found if row["concept"] == "gdp")
    assert (target["value"], target["unit"], target["comparator"], target["last_day"]) == (
        3e11,
        "元",
        ">",
        "2030-12-31",
    )
    assert (target["section"], target["actor"], target["binding"]) == ("c1-i1", "云溪市", "anticipatory")
    assert next(row["severity"] for row in found if row["name"] == "sessions") == "major"


def test_every_kind_that_has_rows_has_a_number():
    assert list(KINDS) == sorted(set(type_of_value) - LEFT_OUT)


@pytest.mark.parametrize("kind", sorted(set(type_of_value) - LEFT_OUT))
def test_every_kind_of_finding_fills_a_column(kind):
    row = next(row for row in rows(factories.plan()) if row["kind"] == kind)
    assert any(row[column] is not None for column in EMPTY)
    assert set(row) | {"document"} == set(finding.c.keys())


def test_text_that_no_database_can_hold_is_kept_in_the_record(library):
    content = "云溪\0市\ud800今年增长5%。"
    document = Document(text := Text.of(factories.original(content)), factories.root(text), Profile())
    data = content.encode("utf-8", "surrogatepass")
    library.add(document, data, name="a\0b\udcff.txt", when=WHEN)
    assert library.get(document.id) == document
    assert "\0" not in library.entry(document.id).title + library.entry(document.id).name


def test_ids_may_be_shortened(library):
    identity = bring(library).id
    assert library.entry(identity[:8]).id == identity
    assert library.entry(f" {identity[:12].upper()} ").id == identity
    assert library.full(identity[:8]) == identity


@pytest.mark.parametrize(
    "nonsense", ["", "plan.txt", "1234567", "g" * 64, "a" * 65, "' OR 1=1 --", "%%%%%%%%", "云" * 8]
)
@pytest.mark.parametrize("ask", ["get", "original", "entry", "remove", "full"])
def test_what_is_no_id_gets_a_clear_error(library, ask, nonsense):
    bring(library)
    with pytest.raises(NotInLibrary, match="no document's id") as caught:
        getattr(library, ask)(nonsense)
    assert "luoshi list" in caught.value.advice.zh
    assert library.count() == 1


def test_an_unknown_id_gets_a_clear_error(library):
    with pytest.raises(NotInLibrary, match="has no document 00000000"):
        library.get("00000000")


def test_an_ambiguous_id_gets_an_error_that_tells_them_apart(library):
    with library.writing() as connection:
        for end in "ab":
            whole = "0123456789" + end * 54
            row = {"sha256": whole, "media_type": "text/plain", "size": 0, "data": b""}
            connection.execute(metadata.tables["original"].insert(), row)
            line = {"id": whole, "name": "", "title": "", "characters": 0, "counts": {}, "added": WHEN}
            connection.execute(metadata.tables["document"].insert(), line)
    with pytest.raises(NotInLibrary, match="Several documents") as caught:
        library.entry("01234567")
    assert "0123456789a, 0123456789b" in caught.value.advice.en
    assert library.entry("0123456789a").id.endswith("aaa")


def test_removing_takes_all_that_belongs_to_it(library):
    stays = bring(library).id
    before = everything(library)
    plan = factories.plan()
    library.add(plan, PLAN, name="plan.txt", when=WHEN)
    assert library.remove(plan.id).title == plan.title
    assert everything(library) == before
    assert library.ids() == [stays]
    assert library.add(plan, PLAN, name="plan.txt", when=WHEN).new


def test_lists_are_filtered_and_in_order(library):
    city = bring(
        library, "一", level="city", region=Region("云溪市", "329900"), genre="建议", adopted=Period.of("2025-12")
    )
    county = bring(
        library, "二", level="county", region=Region("松岭县", "329921"), genre="纲要", adopted=Period.of("2026")
    )
    other = bring(
        library, "三_%", level="city", region=Region("临_江%市", None), genre="建议", adopted=Period.of("2020-01-02")
    )
    undated = bring(library, "四")
    assert library.ids() == [county.id, city.id, other.id, undated.id]
    for chosen, wanted in [
        (Chosen(level="city"), [city, other]),
        (Chosen(region="云溪"), [city]),
        (Chosen(region="3299"), [county, city]),
        (Chosen(region="_江%"), [other]),
        (Chosen(region="%"), [other]),
        (Chosen(years=(2025, 2026)), [county, city]),
        (Chosen(years=(2020, 2020), genre="建议"), [other]),
        (Chosen(genre="建议", level="county"), []),
        (Chosen(grades="AB"), []),
        (Chosen(region="' OR 1=1 --"), []),
        (Chosen(region="\0\ud800"), []),
    ]:
        assert library.ids(chosen) == [each.id for each in wanted], chosen
        assert [line.id for line in library.entries(chosen)] == library.ids(chosen)
        assert library.count(chosen) == len(wanted)
    assert [line.id for line in library.entries(limit=2, offset=1)] == [city.id, other.id]


def test_grades_are_letters(library):
    document = factories.plan()
    library.add(document, PLAN, name="plan.txt", when=WHEN)
    assert library.count(Chosen(grades="AB")) == 1
    assert library.count(Chosen(grades="CD")) == 0


def test_a_read_only_library_is_read_and_takes_nothing(place):
    with open_library(place) as library:
        kept = bring(library).id
    with open_library(place, read_only=True) as library:
        assert library.ids() == [kept]
        for change in (lambda: bring(library, "另一份"), lambda: library.remove(kept)):
            with pytest.raises(CannotKeep, match="read-only") as caught:
                change()
            assert "--library" in caught.value.advice.en


def kept(documents):
    return Keeper(
        "test",
        lambda document: len(document.text),
        lambda _, key, packed: documents.__setitem__(key, packed),
        lambda _, key: documents.pop(key),
    )


def test_keepers_are_told_in_the_same_transaction(place):
    documents = {}
    with open_library(place, keepers=(kept(documents),)) as library:
        identity = bring(library).id
        assert list(documents.values()) == [10]
        bring(library)
        assert list(documents.values()) == [10]
        library.remove(identity)
        assert documents == {}


def test_a_keeper_that_fails_leaves_nothing_behind(place):
    def fail(*_):
        raise BadRequest(Words("不行。", "No."))

    with open_library(place) as library:
        before = everything(library)
    keeper = Keeper("test", lambda _: None, fail, fail)
    with open_library(place, keepers=(keeper,)) as library:
        with pytest.raises(BadRequest):
            bring(library)
        assert everything(library) == before


def test_the_id_is_the_hash_of_the_bytes(library):
    assert bring(library, "云").id == sha256("云".encode()).hexdigest()
