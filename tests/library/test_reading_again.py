"""Reading again: the new reading takes the place of the old, what people decided stays, what changed is told."""

import pytest
from msgspec.structs import replace
from tests import factories
from tests.library.test_store import PLAN, WHEN, everything

import luoshi
from luoshi.actions import reread as rereading
from luoshi.actions.add import add
from luoshi.errors import BadRequest, NotInLibrary
from luoshi.library import Change, Correction, pack, verify
from luoshi.model import Edition, Span, Text
from luoshi.model.values import Place, Quantity


def decided(document, kind="place", quote="临江新区", action="accept", **more):
    span = next(each.span for each in document.find(kind) if each.quote == quote)
    return Correction(kind, *span, quote, action, "林", WHEN, **more)


def shelved(library, document=None):
    document = document or factories.plan()
    library.add(document, PLAN, name="plan.txt", when=WHEN)
    return document


def again(library, document):
    return library.replace(pack(document, PLAN, "ignored.txt", library.keepers))


def test_the_new_reading_takes_the_place_of_the_old(library):
    old = shelved(library, replace(factories.plan(), edition=Edition("0.1.0", "aa")))
    new = replace(old, edition=Edition("0.2.0", "bb"), findings=old.findings[3:], verdict=None)
    changes = again(library, new)
    line = library.entry(old.id)
    assert library.get(old.id) == new
    assert (line.name, line.added, line.rules, line.grade) == ("plan.txt", WHEN, "0.2.0", None)
    assert (changes.before, changes.after) == (old.edition, new.edition)
    assert changes.grades == ("B", None)
    assert changes.any
    assert [item.what for item in changes.items] == ["gone"] * 3
    assert list(verify(library)) == [None]
    assert library.count() == 1


def test_the_same_reading_changes_nothing(library):
    old = shelved(library)
    before = everything(library)
    changes = again(library, old)
    assert not changes.any
    now = everything(library)
    lines = [row._asdict() for row in before.pop("document")]
    assert [row._asdict() for row in now.pop("document")] == [line | {"revision": 1} for line in lines]
    assert now == before


def test_each_change_is_told_with_the_rule_that_made_it(library):
    old = shelved(library)
    target, place, doubt = (next(old.find(kind)) for kind in ("target", "place", "doubt"))
    other = replace(target, value=replace(target.value, quantity=Quantity(4e11, None, "元", ">", "level")))
    fresh = factories.finding(old.text, "place", "云溪市", Place("云溪市", None), rule="atoms.places")
    moved = replace(place, value=replace(place.value, kind="region"), rule="atoms.zones")
    kept = [each for each in old.findings if each not in (target, place, doubt)]
    new = replace(old, findings=()).with_findings([*kept, other, moved]).with_findings([fresh])
    new = replace(new, profile=replace(new.profile, author=None))
    changes = again(library, new)
    assert set(changes.items) == {
        Change("different", "target", target.quote, target.rule),
        Change("different", "place", "临江新区", "atoms.zones"),
        Change("new", "place", "云溪市", "atoms.places"),
        Change("gone", "doubt", doubt.quote, doubt.rule),
        Change("gone", "author", "林远舟", "test.author"),
    }


def test_places_that_only_moved_are_no_change(library):
    old = shelved(library)
    target = next(old.find("target"))
    shifted = replace(target, value=replace(target.value, quantity_span=Span(0, 5)))
    new = replace(old, findings=tuple(shifted if each is target else each for each in old.findings))
    assert not again(library, new).items


@pytest.mark.parametrize("action", ["accept", "edit", "reject"])
def test_corrections_are_kept_and_led_to_their_words(library, action):
    old = shelved(library)
    value = {"kind": "region"} if action == "edit" else None
    number = library.correct(old.id[:8], decided(old, action=action, value=value, note="看过"))
    (kept,) = library.corrections(old.id)
    name = next(name for name, each in old.ids().items() if each.quote == "临江新区")
    before = {"name": "临江新区", "code": None, "kind": "zone"}
    wanted = decided(old, action=action, value=value, note="看过", finding=name, before=before)
    assert kept == replace(wanted, id=number)
    text = old.text.apply([luoshi.Edit(0, 4, "", "furniture.navigation")])
    new = factories.root(text)
    document = luoshi.Document(text, new, luoshi.Profile())
    changes = again(library, document)
    (moved,) = library.corrections(old.id)
    assert changes.text
    gone = (moved,) if action == "accept" else ()  # an edited one says what the person said, found again or not
    assert (changes.kept, changes.lost) == (1 - len(gone), gone)
    assert moved == replace(kept, start=kept.start - 4, end=kept.end - 4)
    assert document.text.content[moved.start : moved.end] == kept.quote


def test_a_correction_goes_to_the_nearest_finding_of_its_kind():
    content = "临江新区。临江新区。临江新区。"
    text = Text.of(factories.original(content))
    places = [luoshi.Finding("place", Place("临江新区"), Span(start, start + 4), "临江新区", "x") for start in (0, 10)]
    document = luoshi.Document(text, factories.root(text), luoshi.Profile()).with_findings(places)
    from luoshi.library.corrections import meant, nearest

    def anchor(correction, document):
        found = meant(correction, document)
        return found[1].span if found else nearest(correction, document)

    assert anchor(Correction("place", 6, 10, "临江新区", "accept", "林", WHEN), document) == Span(10, 14)
    assert anchor(Correction("body", 6, 10, "临江新区", "add", "林", WHEN), document) == Span(5, 9)
    assert anchor(Correction("place", None, None, "临江新区", "accept", "林", WHEN), document) == Span(0, 4)
    assert anchor(Correction("place", 0, 4, "松岭县", "accept", "林", WHEN), document) is None


def test_a_correction_whose_words_are_gone_is_kept_without_a_place_and_found_again(library):
    old = shelved(library)
    library.correct(old.id, decided(old))
    start = old.text.content.index("临江新区")
    text = old.text.apply([luoshi.Edit(start, start + 4, "", "intrusions.advertisement")])
    changes = again(library, luoshi.Document(text, factories.root(text), luoshi.Profile()))
    assert [lost.quote for lost in changes.lost] == ["临江新区"]
    (kept,) = library.corrections(old.id)
    assert (kept.start, kept.end, kept.action, kept.who) == (None, None, "accept", "林")
    assert again(library, old).kept == 1
    assert library.corrections(old.id)[0].start == start


def test_what_was_added_by_a_person_is_kept(library):
    old = shelved(library)
    start = old.text.content.index("百园焕新")
    library.correct(
        old.id,
        Correction("programme", start, start + 4, "百园焕新", "add", "林", WHEN, {"name": "百园焕新", "form": "工程"}),
    )
    assert again(library, old).kept == 1
    assert library.corrections(old.id)[0].value == {"name": "百园焕新", "form": "工程", "period": None, "years": None}


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"action": "burn"}, "no correction 'burn'"),
        ({"quote": "松岭县"}, "do not stand where"),
        ({"start": -1}, "do not stand where"),
        ({"start": None}, "do not stand where"),
        ({"end": 10**6}, "do not stand where"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(library, more, says):
    old = shelved(library)
    with pytest.raises(BadRequest, match=says):
        library.correct(old.id, replace(decided(old), **more))
    assert library.corrections(old.id) == []


def test_corrections_go_with_their_document(library):
    old = shelved(library)
    library.correct(old.id, decided(old))
    library.remove(old.id)
    assert everything(library)["correction"] == []


def test_what_is_not_there_cannot_be_replaced(library):
    with pytest.raises(NotInLibrary):
        again(library, factories.plan())


TEXT = "云溪市2026年政府工作报告\n一、目标\n1. 今年，粮食产量稳定在82万吨。\n"


def test_documents_of_older_versions_are_read_again_from_their_originals(library, tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "two.txt").write_text(TEXT + "2. 新增就业3万人。\n", "utf-8")
    add(library, tmp_path / "one.txt", tmp_path / "two.txt")
    assert rereading.older(library) == []
    before = {each.id: library.get(each.id) for each in library.entries()}
    for document in before.values():
        past = replace(document, edition=Edition("0.0.1", "old"), findings=document.findings[1:])
        library.replace(pack(past, library.original(document.id), "", ()))
    for path in tmp_path.glob("*.txt"):
        path.unlink()
    ids = rereading.older(library)
    assert sorted(ids) == sorted(before)
    results = list(rereading.reread(library, ids, jobs=2))
    assert [result.failure for result in results] == [None, None]
    assert all(result.changes.before == ("0.0.1", "old") for result in results)
    assert all([item.what for item in result.changes.items] == ["new"] for result in results)
    assert {each.id: library.get(each.id) for each in library.entries()} == before
    assert rereading.older(library) == []


def test_one_that_cannot_be_read_again_stays_as_it_was(library):
    plan = factories.plan()
    empty = replace(
        plan, text=Text.of(replace(plan.original, sha256=sha(b"%PDF-1.7"))), findings=(), outline=plan.outline
    )
    library.add(
        luoshi.Document(empty.text, factories.root(empty.text), luoshi.Profile()), b"%PDF-1.7", name="x.pdf", when=WHEN
    )
    before = everything(library)
    (result,) = rereading.reread(library, library.ids())
    assert result.changes is None
    assert result.failure.kind == "DamagedFile"
    assert everything(library) == before


def sha(data):
    from hashlib import sha256

    return sha256(data).hexdigest()
