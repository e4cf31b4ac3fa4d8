"""Two people at once: who decides on what somebody else has just changed is told so; looked at where the change is made."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from tests.web.conftest import HOST

from luoshi.errors import Changed, NotInLibrary
from luoshi.library import correction_of
from luoshi.library.parcel import pack

ROUNDS = 6


def at_once(*does):
    """What each gives, in threads that begin together."""
    barrier = Barrier(len(does))

    def run(do):
        barrier.wait()
        return do()

    with ThreadPoolExecutor(len(does)) as pool:
        return list(pool.map(run, does))


@pytest.fixture
def place(api, plan):
    return api.get(f"/documents/{plan}/findings?kind=place").json()["items"][0]


def test_of_two_corrections_with_one_tag_one_is_kept(api, plan, place):
    where = f"/documents/{plan}/corrections"
    for number in range(ROUNDS):
        seen = api.get(where).headers["etag"]

        def decide(note, seen=seen):
            body = {"action": "accept", "finding": place["id"], "note": note}
            return api.post(where, json=body, headers={"if-match": seen}).status_code

        codes = at_once(lambda: decide("甲"), lambda: decide("乙"), lambda: decide("丙"))
        assert sorted(codes) == [201, 412, 412]
        assert api.get(where).json()["total"] == number + 1


def test_of_two_who_take_back_one_does(api, plan, place):
    where = f"/documents/{plan}/corrections"
    for _ in range(ROUNDS // 2):
        made = api.post(where, json={"action": "accept", "finding": place["id"]}).json()["number"]
        one = f"{where}/{made}"
        assert sorted(at_once(*[lambda one=one: api.delete(one).status_code] * 2)) == [200, 409]
        made = api.post(where, json={"action": "accept", "finding": place["id"]}).json()["number"]
        one = f"{where}/{made}"
        headers = {"if-match": api.get(one).headers["etag"]}
        codes = at_once(*[lambda one=one, headers=headers: api.delete(one, headers=headers).status_code] * 2)
        assert sorted(codes) in ([200, 412], [200, 409])


def test_nobody_removes_what_was_corrected_meanwhile(api, plan, place):
    headers = {"if-match": api.get(f"/documents/{plan}").headers["etag"]}
    body = {"action": "reject", "finding": place["id"]}
    corrected, removed = at_once(
        lambda: api.post(f"/documents/{plan}/corrections", json=body).status_code,
        lambda: api.delete(f"/documents/{plan}", headers=headers).status_code,
    )
    assert (corrected, removed) in ((201, 412), (404, 204))


def test_in_python_too(shelf, plan):
    found = next(iter(shelf.get(plan).ids()))
    made = correction_of(shelf.get(plan), found, "accept", who="甲", when="2026-11-22T08:00:00Z")
    _, version = shelf.version(plan)
    mark = shelf.decided(plan).mark(found)
    assert shelf.correct(plan, made, seen=["another", mark])
    for seen in ([], [mark], [version]):
        with pytest.raises(Changed):
            shelf.correct(plan, made, seen=seen)
    assert len(shelf.corrections(plan)) == 1

    def remove():
        try:
            return shelf.remove(plan).id
        except NotInLibrary:
            return None

    assert sorted(at_once(remove, remove), key=str) == [None, plan]


def test_two_may_read_a_document_again_at_once_while_a_third_decides(shelf, plan):
    document, data = shelf.get(plan, as_read=True), shelf.original(plan)
    parcel = pack(document, data, shelf.entry(plan).name, shelf.keepers)
    found = next(iter(document.ids()))
    made = correction_of(document, found, "accept", who="甲", when="2026-11-22T08:00:00Z")
    for number in range(3):
        first, second, kept = at_once(
            partial(shelf.replace, parcel), partial(shelf.replace, parcel), partial(shelf.correct, plan, made)
        )
        assert [*first.lost, *second.lost] == []
        assert kept in {each.id for each in shelf.corrections(plan)}
        assert len(shelf.corrections(plan)) == number + 1
        assert shelf.get(plan).ids()[found].basis == "confirmed"


def form(api, address):
    """The fields of the form that decides about a finding, as a browser would send them."""
    page = api.get(HOST + address).text
    fields = dict(re.findall(r'<input name="([^"]+)" value="([^"]*)"', page))
    return fields | dict(re.findall(r'<input type="hidden" name="(_[^"]+)" value="([^"]*)"', page))


def test_in_a_form_who_comes_second_sees_both(api, plan, place):
    address = f"/d/{plan[:12]}/f/{place['id']}"
    for number in range(ROUNDS):
        filled = form(api, address)
        assert filled["_mark"]

        def decide(name, filled=filled):
            sent = filled | {"name": name, "_action": "edit"}
            return name, api.post(HOST + address, data=sent, follow_redirects=False)

        both = at_once(partial(decide, f"甲{number}市"), partial(decide, f"乙{number}市"))
        (first, kept), (second, refused) = sorted(both, key=lambda done: done[1].status_code)
        assert (kept.status_code, refused.status_code) == (303, 409)
        assert "local decided about it after you opened it." in refused.text
        table = re.search(r'<table class="both">.*?</table>', refused.text, re.DOTALL)[0]
        assert re.findall(r'<td lang="zh-Hans">(.*?)</td>', table) == [first, second]
        assert f'value="{second}"' in refused.text
    again = form(api, address) | {"name": "丙市", "_action": "edit"}
    assert api.post(HOST + address, data=again, follow_redirects=False).status_code == 303


def test_what_others_decide_elsewhere_in_the_document_is_no_matter(api, plan, place):
    address = f"/d/{plan[:12]}/f/{place['id']}"
    filled = form(api, address)
    other = api.get(f"/documents/{plan}/findings?kind=target").json()["items"][0]["id"]
    assert api.post(f"/documents/{plan}/corrections", json={"action": "accept", "finding": other}).status_code == 201
    sent = filled | {"_action": "reject"}
    assert api.post(HOST + address, data=sent, follow_redirects=False).status_code == 303
    assert api.post(HOST + address, data=sent, follow_redirects=False).status_code == 409
