"""The tables of bodies and of fields of work: consistent with themselves and with each other."""

from __future__ import annotations

from luoshi.knowledge.bodies import bodies, bodies_by_name, offices, today
from luoshi.knowledge.fields_of_work import fields_of_work
from luoshi.knowledge.lexicon import body_names


def test_every_successor_is_a_row_and_the_chain_ends() -> None:
    for body in bodies():
        if body.successor:
            assert body.successor in bodies_by_name(), body.name
            assert body.until, body.name
            assert not today(body).until, body.name


def test_years_are_years_and_in_order() -> None:
    for body in bodies():
        for year in (body.since, body.until):
            assert not year or (year.isdecimal() and 1949 <= int(year) <= 2030), body.name
        assert not body.since or not body.until or body.since <= body.until, body.name


def test_a_local_name_in_use_means_one_body() -> None:
    meant: dict[tuple[bool, str], str] = {}
    for body in bodies():
        needs_place = body.kind in ("government", "congress", "party")
        for use in (body.name, *body.uses, *body.edged):
            assert meant.setdefault((needs_place, use), body.name) == body.name, use


def test_a_short_text_is_searched_with_the_same_names() -> None:
    words = "由市委宣传部、市政府办公室会同海关"
    assert {body.bare for _, body in body_names(words).bodies} >= {"人民政府", "海关"}
    assert len(body_names("").bodies) <= len(bodies()) * 8


def test_offices_go_on_from_their_holder() -> None:
    party, firsts = offices()["party"]
    assert party["宣传部"].bare == "中共委员会宣传部"
    assert firsts == {words[0] for words in party}


def test_key_words_belong_to_one_field() -> None:
    words = [word for field in fields_of_work() for word in field.words]
    assert len(words) == len(set(words))
    assert all(len(word) > 1 for word in words)


def test_fields_name_bodies_that_the_other_table_knows() -> None:
    for field in fields_of_work():
        for name in (field.nation, field.province, field.city, field.county, field.municipality):
            assert not name or name.endswith("主管部门") or name in bodies_by_name(), (field.field, name)


def test_a_field_is_led_by_nobody_before_its_body_existed() -> None:
    (veterans,) = (field for field in fields_of_work() if field.field == "退役军人")
    assert veterans.body("city", "云泽市", "320500", "2015") is None
    assert veterans.body("city", "云泽市", "320500", "2020") == "云泽市退役军人事务局"
    assert veterans.body("nation", "全国", "000000", None) == "退役军人事务部"
