"""What programs are answered at ``/api/v1``, on the project's samples."""

from __future__ import annotations

import json
import typing
from collections import Counter

import msgspec
import pytest
from litestar.testing import TestClient
from tests.rest.conftest import ROOT
from tests.web.conftest import HOST

from luoshi.library.mentions import COLUMNS
from luoshi.library.rows import LEFT_OUT
from luoshi.model.values import type_of_value
from luoshi.record import from_json, to_json
from luoshi.rest import findings, kinds
from luoshi.server import app

JSON, PROBLEM = "application/json", "application/problem+json"


def refused(answer, status):
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == PROBLEM
    problem = answer.json()
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["advice"]
    return problem


def test_the_root_leads_everywhere(api):
    links = api.get("/").json()["links"]
    addresses = [each for link in links.values() for each in (link if isinstance(link, list) else [link])]
    wanting = f"{HOST}{links['search']}"
    assert refused(api.get(wanting), 400)["parameter"] == "words"
    for each in addresses:
        if each != links["search"]:
            assert api.get(HOST + each).status_code == 200


def test_documents_page_by_page(api, shelf):
    ids, answer = [], api.get("/documents?limit=4")
    while True:
        shown = answer.json()
        assert shown["total"] == 9
        ids += [each["id"] for each in shown["items"]]
        following = shown["links"].get("next")
        assert ("next" in answer.links) == (following is not None)
        if following is None:
            break
        assert answer.links["next"]["url"] == following
        answer = api.get(HOST + following)
    assert ids == shelf.ids()
    assert answer.links["prev"]["url"] == "/api/v1/documents?limit=4&offset=4"
    assert api.get("/documents?offset=100").json()["items"] == []


@pytest.mark.parametrize(
    "query",
    [
        "level=city",
        "level=city&level=nation",
        "region=云泽",
        "year_from=2026",
        "year_to=2025",
        "genre=建议",
        "grade=A&grade=B",
    ],
)
def test_filters_of_documents_leave_those_that_fit(api, query):
    asked = [each.split("=") for each in query.split("&")]
    every = api.get("/documents").json()["items"]
    found = api.get(f"/documents?{query}").json()
    wanted = {name: [value for key, value in asked if key == name] for name, _ in asked}

    def fits(line):
        return (
            ("level" not in wanted or line["level"] in wanted["level"])
            and ("region" not in wanted or "云泽" in (line["region"] or ""))
            and ("year_from" not in wanted or (line["year"] or 0) >= 2026)
            and ("year_to" not in wanted or (line["year"] or 9999) <= 2025)
            and ("genre" not in wanted or line["genre"] == "建议")
            and ("grade" not in wanted or line["grade"] in wanted["grade"])
        )

    assert found["items"] == [line for line in every if fits(line)]
    assert found["total"] == len(found["items"])
    assert "facets" not in found


def test_documents_in_another_order_and_their_facets(api):
    found = api.get("/documents?sort=title&facets=true").json()
    titles = [each["title"] for each in found["items"]]
    assert titles == sorted(titles)
    assert sum(each["documents"] for each in found["facets"]["grade"]) == 9


def test_a_document_in_all_its_forms(api, plan, shelf):
    line = api.get(f"/documents/{plan[:10]}").json()
    assert line["id"] == plan
    links = line["links"]
    assert api.get(HOST + links["page"]).headers["content-type"].startswith("text/html")
    record = api.get(HOST + links["record"])
    assert record.headers["content-type"] == JSON
    read = from_json(record.content)
    assert to_json(read) == record.content == to_json(shelf.get(plan))
    assert api.get(HOST + links["text"]).text == read.text.content
    assert api.get(HOST + links["outline"]).json()["id"] == read.outline.id
    original = api.get(HOST + links["original"])
    assert original.content == shelf.original(plan)
    assert original.headers["content-disposition"].startswith("attachment;")
    assert api.get(HOST + links["corrections"]).json() == {"total": 0, "items": []}


def test_findings_of_a_document_are_those_of_its_record(api, plan):
    record = api.get(f"/documents/{plan}/record").json()
    found = api.get(f"/documents/{plan}/findings?limit=1000").json()
    assert found["items"] == record["findings"]
    targets = api.get(f"/documents/{plan}/findings?kind=target&kind=doubt&limit=2&offset=1").json()
    wanted = [each for each in record["findings"] if each["kind"] in ("target", "doubt")]
    assert targets["total"] == len(wanted) > 3
    assert targets["items"] == wanted[1:3]
    one = api.get(f"/documents/{plan}/findings/{wanted[0]['id']}").json()
    assert one == wanted[0]
    assert refused(api.get(f"/documents/{plan}/findings/target-none"), 404)


@pytest.mark.parametrize(
    "query",
    [
        *("kind=target", "kind=target&kind=doubt", "words=发展", "concept=gdp", "indicator=收入", "name=云泽市"),
        *("kind=target&due_from=2027&due_to=2030-06", "value_from=0.05&value_to=0.1&unit=%25", "measure=growth_annual"),
        *(
            "binding=binding",
            "severity=major",
            "basis=inferred",
            "grade=AB",
            "level=city",
            "year_from=2026&year_to=2026",
        ),
    ],
)
def test_filters_of_findings_leave_those_that_fit(api, query):
    found = api.get(f"/findings?limit=1000&{query}").json()
    assert 0 < found["total"] == len(found["items"]) < api.get("/findings").json()["total"]
    tests = {
        "words": lambda each, value: value in each["quote"],
        "indicator": lambda each, value: value in each["indicator"],
        "due_from": lambda each, _: each["last_day"] >= "2027-01-01",
        "due_to": lambda each, _: each["last_day"] <= "2030-06-30",
        "value_from": lambda each, value: each["value"] >= float(value),
        "value_to": lambda each, value: each["value"] <= float(value),
        "unit": lambda each, _: not each["unit"],
        "year_from": lambda each, value: each["year"] >= int(value),
        "year_to": lambda each, value: each["year"] <= int(value),
        "grade": lambda each, _: each["document"],
        "kind": lambda each, _: f"kind={each['kind']}" in query,
    }
    for name, _, value in (each.partition("=") for each in query.split("&")):
        fits = tests.get(name, lambda each, value, name=name: each[name] == value)
        assert all(fits(each, value) for each in found["items"])


def test_findings_in_an_order_and_back(api):
    values = [each["value"] for each in api.get("/findings?kind=target&sort=-value&limit=1000").json()["items"]]
    some = [each for each in values if each is not None]
    assert some == sorted(some, reverse=True)
    assert values[: len(some)] == some


def test_kinds_and_orders_are_those_of_the_library():
    assert set(typing.get_args(kinds.AnyKind)) == set(type_of_value)
    assert set(typing.get_args(kinds.Kind)) == set(type_of_value) - LEFT_OUT
    assert set(typing.get_args(findings.Column)) <= {*COLUMNS, "date"}


@pytest.mark.parametrize("subject", ["indicators", "bodies", "places", "programmes", "formulations"])
def test_names_lead_to_what_is_said_of_them(api, subject):
    found = api.get(f"/names/{subject}?limit=2&offset=1").json()
    every = api.get(f"/names/{subject}?limit=1000").json()
    assert found["items"] == every["items"][1:3]
    assert found["total"] == every["total"] == len(every["items"])
    known = api.get(HOST + found["items"][0]["link"]).json()
    assert known["mentions"] == found["items"][0]["mentions"] == sum(each["mentions"] for each in known["documents"])
    assert api.get(HOST + known["links"]["findings"]).json()["total"] == known["mentions"]
    assert api.get(HOST + known["links"]["page"]).status_code == 200


def test_what_the_tables_know_of_a_name(api):
    known = api.get("/names/indicators/地区生产总值").json()
    assert known["name"] == known["indicator"]["id"] == "gdp"
    assert api.get("/names/formulations/新质生产力").json()["formulation"]["first"].startswith("2023")
    assert refused(api.get("/names/bodies/查无此局"), 404)
    assert "indicators" in refused(api.get("/names/nothing"), 404)["advice"]


def test_a_search_opens_at_its_words(api, shelf):
    found = api.get("/search?words=发展 OR 增長&limit=3").json()
    assert found["total"] <= found["searched"] == 9
    for hit in found["items"]:
        content = shelf.get(hit["document"]).text.content
        assert content[slice(*hit["passage"])] == hit["words"]
        assert content[slice(*hit["span"])]
    cities = api.get("/search?words=发展&level=city&level=province&kind=target").json()
    assert {hit["level"] for hit in cities["items"]} <= {"city", "province"}
    assert refused(api.get("/search?words=发展 year:x"), 400)["position"] == 3


@pytest.mark.parametrize(
    ("query", "parameter", "advice"),
    [
        ("limit=0", "limit", "1 to 1000"),
        ("limit=1e3", "limit", "An integer"),
        ("limit=99999999999999999999999", "limit", "An integer"),
        ("offset=-1", "offset", "from 0"),
        ("limit=1&limit=2", "limit", "once"),
        ("kind=nothing", "kind", "target"),
        ("due_from=2027-13", "due_from", "2027-06"),
        ("due_from=2027-02-30", "due_from", "no such day"),
        ("due_from=2030&due_to=2027", "due_to", ""),
        ("value_from=NaN", "value_from", "A number"),
        ("year_from=2030&year_to=2027", "year_to", ""),
        ("sort=nothing", "sort", "last_day"),
        ("levels=city", "levels", "level"),
        ("region=", "region", "text"),
        (f"words={'长' * 101}", "words", "100 characters"),
        ("document=xyz", "document", ""),
    ],
)
def test_a_wrong_parameter_is_named_with_what_it_wants(api, query, parameter, advice):
    problem = refused(api.get(f"/findings?{query}"), 400)
    assert problem["parameter"] == parameter
    assert advice in problem["advice"]
    chinese = refused(api.get(f"/findings?{query}", headers={"accept-language": "zh"}), 400)
    assert chinese["parameter"] == parameter
    assert (chinese["detail"], chinese["advice"]) != (problem["detail"], problem["advice"])


def test_the_language_can_be_said_in_the_address(api):
    assert "不对" in refused(api.get("/findings?limit=0&language=zh"), 400)["detail"]


@pytest.mark.parametrize("query", ["words=%ff", "words=%ed%a0%80", "&".join(f"a{n}=1" for n in range(300))])
def test_a_query_that_is_no_text_is_refused(api, query):
    assert refused(api.get(f"{ROOT}/findings?{query}"), 400)


@pytest.mark.parametrize("words", ["%00", "'%20OR%201=1--", "%f0%9f%98%80", "%25_", "%EF%BF%BF"])
def test_odd_characters_find_nothing_and_break_nothing(api, words):
    assert api.get(f"{ROOT}/findings?words={words}").json()["total"] == 0
    assert api.get(f"{ROOT}/findings?name={words}").json()["total"] == 0
    assert api.get(f"{ROOT}/documents?region={words}").json()["total"] == 0


@pytest.mark.parametrize("path", ["/", "/documents", "/openapi.json", "/findings?limit=1", "/search?words=发展"])
def test_who_has_an_answer_is_told_so(api, path):
    answer = api.get(path)
    tag = answer.headers["etag"]
    assert tag.startswith('"')
    again = api.get(path, headers={"if-none-match": f'"other", W/{tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    assert api.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    head = api.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == answer.headers["content-length"]  # of what is sent: packed


def test_methods_and_types_that_are_not_taken(api, plan):
    answer = api.put("/documents")
    assert refused(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert api.options("/documents").headers["allow"] == answer.headers["allow"]
    assert refused(api.get("/documents", headers={"accept": "text/html"}), 406)
    assert api.get("/documents", headers={"accept": "text/html, */*;q=0.1"}).status_code == 200
    assert refused(api.post(f"/documents/{plan}/corrections", data={"action": "accept"}), 415)
    assert refused(api.post(f"/documents/{plan}/corrections", content=b"x" * 2_000_000), 415)


def sent(api, plan, body, **headers):
    return api.post(f"/documents/{plan}/corrections", json=body, headers=headers)


def test_a_person_decides_and_takes_it_back(api, plan):
    target = api.get(f"/documents/{plan}/findings?kind=target").json()["items"][0]
    answer = sent(api, plan[:12], {"action": "edit", "finding": target["id"], "value": {"quantity": {"value": 7}}})
    assert answer.status_code == 201, answer.text
    decided = answer.json()
    assert (decided["state"], decided["who"], decided["before"]) == ("applies", "local", target["value"])
    shown = api.get(f"/documents/{plan}/findings/{target['id']}").json()
    assert (shown["basis"], shown["value"]["quantity"]["value"]) == ("corrected", 7)
    assert (
        api.get(f"/documents/{plan}/record?as_read=true").json()["findings"]
        != api.get(f"/documents/{plan}/record").json()["findings"]
    )
    assert api.get(answer.headers["location"].replace("/api/v1", ROOT)).json() == decided
    assert api.get("/corrections").json()["items"] == [decided]

    taken = api.delete(f"/documents/{plan}/corrections/{decided['number']}")
    assert taken.json()["state"] == "withdrawn"
    assert api.get(f"/documents/{plan}/findings/{target['id']}").json() == target
    assert refused(api.delete(f"/documents/{plan}/corrections/{decided['number']}"), 409)
    for number, status in ((99, 404), (0, 400), ("x", 400), (10**30, 400)):
        assert refused(api.delete(f"/documents/{plan}/corrections/{number}"), status)


def test_a_finding_is_taken_out_and_another_added(api, plan):
    place = api.get(f"/documents/{plan}/findings?kind=place").json()["items"][0]
    assert sent(api, plan, {"action": "reject", "finding": place["id"], "note": "看错了"}).status_code == 201
    assert place["id"] not in {each["id"] for each in api.get(f"/documents/{plan}/findings").json()["items"]}
    assert api.get(f"/documents/{plan}/findings/{place['id']}").json()["basis"] == "rejected"
    assert sent(api, plan, {"action": "accept", "finding": place["id"]}).json()["state"] == "applies"
    start, end = place["span"]
    added = sent(api, plan, {"action": "add", "kind": "person", "start": start, "end": end, "value": {"name": "甲"}})
    assert added.json()["finding"] is None or added.json()["kind"] == "person"
    people = api.get(f"/documents/{plan}/findings?kind=person").json()["items"]
    assert any(each["span"] == [start, end] and each["value"]["name"] == "甲" for each in people)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"action": "accept", "finding": "target-none"}, 404),
        ({"action": "accept"}, 400),
        ({"action": "burn", "finding": "x"}, 400),
        ({"action": "accept", "finding": "x", "else": 1}, 400),
        ({"action": "add", "kind": "person", "start": 0, "end": 10**9, "value": {"name": "甲"}}, 422),
        ({"action": "add", "kind": "person", "start": 9, "end": 3, "value": {"name": "甲"}}, 422),
        ({"action": "add", "kind": "nothing", "start": 0, "end": 3, "value": {"name": "甲"}}, 422),
        ({"action": "add", "kind": "person", "start": 0, "end": 3, "value": {"nothing": "甲"}}, 422),
        ([], 400),
    ],
)
def test_what_does_not_fit_is_refused(api, plan, body, status):
    assert refused(sent(api, plan, body), status)
    assert api.get(f"/documents/{plan}/corrections").json()["total"] == 0


@pytest.mark.parametrize(
    "data", [b"", b"null", b"{", b"\xff", b'"\\ud800"', b"[" * 5000, b'{"action":"accept","finding":"\\ud800"}']
)
def test_a_body_that_is_no_json_is_refused(api, plan, data):
    answer = api.post(f"/documents/{plan}/corrections", content=data, headers={"content-type": JSON})
    assert refused(answer, 400)


def test_nobody_overwrites_what_he_has_not_seen(api, plan):
    place = api.get(f"/documents/{plan}/findings?kind=place").json()["items"][0]
    seen = api.get(f"/documents/{plan}/corrections").headers["etag"]
    accept = {"action": "accept", "finding": place["id"]}
    assert sent(api, plan, accept, **{"if-match": seen}).status_code == 201
    assert refused(sent(api, plan, accept, **{"if-match": seen}), 412)
    line = api.get(f"/documents/{plan}").headers["etag"]
    assert refused(api.delete(f"/documents/{plan}", headers={"if-match": '"other"'}), 412)
    assert api.delete(f"/documents/{plan}", headers={"if-match": line}).status_code == 204
    assert refused(api.get(f"/documents/{plan}"), 404)


def test_where_a_finding_stands(api, plan, shelf):
    target = api.get(f"/documents/{plan}/findings?kind=target").json()["items"][0]
    where = f"/documents/{plan}/findings/{target['id']}/place"
    document = shelf.get(plan)
    shown = api.get(where).json()
    assert shown["words"] == target["quote"]
    assert f"{shown['before'].lstrip('…')}{shown['words']}" in document.text.content
    assert shown["cited"] == str(document.cite(document.ids()[target["id"]]))
    assert shown["citation"]["quote"] == target["quote"]
    assert shown["decisions"] == []
    assert api.get(HOST + shown["page"]).status_code == 200
    decided = sent(api, plan, {"action": "accept", "finding": target["id"], "note": "核过"}).json()
    assert api.get(where).json()["decisions"] == [decided]
    assert refused(api.get(f"/documents/{plan}/findings/none/place"), 404)["parameter"] == "finding"


@pytest.mark.parametrize("query", ["", "kind=target", "kind=doubt", "kind=body&level=city", "name=nothing"])
def test_facets_count_all_findings_that_fit(api, query):
    shown = api.get(f"/findings?limit=1&facets=true&{query}").json()
    every = api.get(f"/findings?limit=1000&{query}").json()
    assert "facets" not in every
    assert shown["total"] == every["total"] <= 1000 or not query
    if every["total"] > 1000:
        return
    assert tuple(shown["facets"]) == findings.FACETS
    for name, shares in shown["facets"].items():
        counted = Counter(row[name] for row in every["items"] if row[name] is not None)
        if "" in counted:
            counted["%"] += counted.pop("", 0)
        assert [share["findings"] for share in shares] == sorted(counted.values(), reverse=True)[: findings.MANY]
        assert all(counted[share["value"]] == share["findings"] for share in shares)
        holding = {(row[name], row["document"]) for row in every["items"]}
        wanted = {share["value"]: share["documents"] for share in shares if share["value"] != "%"}
        assert wanted == {value: sum(one == value for one, _ in holding) for value in wanted}


def test_a_name_that_is_not_there_leads_to_those_like_it(api):
    name = api.get("/names/bodies?limit=1").json()["items"][0]["name"]
    assert name in refused(api.get(f"/names/bodies/{name}吗"), 404)["advice"]
    assert "/names/places" in refused(api.get("/names/places/qqqq"), 404)["advice"]


def test_behind_a_proxy_links_have_its_prefix(shelf):
    with TestClient(app(shelf, prefix="/plans"), base_url=HOST) as client:
        shown = client.get("/plans/api/v1/documents?limit=1")
        assert shown.links["next"]["url"] == "/plans/api/v1/documents?limit=1&offset=1"
        assert client.get(shown.links["next"]["url"]).status_code == 200
        assert client.get(shown.json()["items"][0]["links"]["record"]).status_code == 200
        assert client.get("/plans/api/v1/openapi.json").json()["servers"] == [{"url": "/plans/api/v1"}]


def test_a_file_is_brought_and_there(api):
    data = "# 乙县2026年政府工作报告\n\n到2027年，乙县粮食产量达到12万吨以上，新增就业3000人。\n".encode()
    answer = api.post("/documents", params={"name": "../乙县.md"}, content=data)
    assert answer.status_code == 201, answer.text
    line = answer.json()
    assert line["name"] == "乙县.md"
    assert api.get(HOST + answer.headers["location"]).json() == line
    again = api.post("/documents", params={"name": "b.md"}, content=data)
    assert (again.status_code, again.json()) == (200, line)
    assert refused(api.post("/documents", params={"name": "a.exe"}, content=b"MZ\x90\0\3" + bytes(900)), 415)
    assert refused(api.post("/documents", params={"name": "a.txt"}, content=b""), 422)
    assert refused(api.post("/documents", content=data), 400)["parameter"] == "name"
    waiting = api.post("/documents", params={"name": "c.md", "wait": 0}, content=data + b" ")
    assert waiting.status_code == 202
    upload = api.get(HOST + waiting.headers["location"]).json()
    assert [each["name"] for each in upload["files"]] == ["c.md"]


def test_several_files_are_taken_in(api):
    files = [("files", ("a.md", b"# A\n")), ("files", ("b.exe", b"MZ\0"))]
    answer = api.post("/uploads", files=files)
    assert answer.status_code == 202
    assert [each["name"] for each in answer.json()["files"]] == ["a.md", "b.exe"]
    assert refused(api.post("/uploads", data={"x": "y"}), 415)
    assert refused(
        api.post("/uploads", files={}, content=b"--x--", headers={"content-type": "multipart/form-data; boundary=x"}),
        400,
    )
    assert refused(api.get("/uploads/none"), 404)


def test_a_read_only_library_takes_nothing(read_samples):
    from luoshi.actions.library import at

    with at(str(read_samples), read_only=True) as library, TestClient(app(library), base_url=ROOT) as client:
        answer = client.post("/documents?name=a.md", content=b"# A")
        assert refused(answer, 503)
        assert answer.headers["retry-after"]


def test_the_schema_names_what_is_answered(api, plan):
    described = api.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], path
            assert "400" in operation["responses"], (path, method)
    entry = described["components"]["schemas"]["ListedDocument"]
    assert set(api.get(f"/documents/{plan}").json()) == set(entry["properties"])
    assert entry["description"].startswith("A document in one line")
    assert json.dumps(described).count("#/$defs/") == 0
    assert msgspec.json.decode(api.get("/record.schema.json").content)["$id"] == "urn:luoshi:document:1"
