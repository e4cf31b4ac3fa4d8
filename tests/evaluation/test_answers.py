"""What is right, missed, false and neither: rows against findings made by hand."""

import pytest
from invented_gold import WORDS, document, jsonl, pledge, region, row, span, statement

from luoshi.evaluation import Score, measure, misplaced, read_gold

TEA = {"indicator": "茶园面积"}


def score(tmp_path, rows, *findings):
    (tmp_path / "any.jsonl").write_text(jsonl(*rows), "utf-8")
    total = Score()
    for sheet in read_gold(tmp_path).sheets:
        total.add(measure(sheet, document(*findings)))
    return total


def counts(total):
    return total.right, len(total.missed), len(total.false)


def test_right_when_the_amount_is_exact_and_the_span_overlaps(tmp_path):
    found = statement("800亩", 800.0, "亩", **TEA)
    total = score(tmp_path, [region(), row("达到800亩", 800, "亩", **TEA)], found)
    assert counts(total) == (1, 0, 0)
    assert total.as_json() == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "right": 1,
        "missed": 0,
        "false": 0,
        **{name: {"right": 1, "of": 1, "rate": 1.0} for name in ("kind", "measure", "period", "indicator")},
        "period_stated": {"right": 0, "of": 1, "rate": 0.0},
    }


@pytest.mark.parametrize(
    "other",
    [
        {"value": 801},
        {"unit": "公顷"},
        {"comparator": ">="},
        {"value_high": 900},
        {"value": None, "measure": "completion"},
    ],
    ids=str,
)
def test_any_other_amount_is_a_miss_and_a_false_alarm(tmp_path, other):
    gold = row("达到800亩", 800, "亩", **TEA) | other
    total = score(tmp_path, [region(), gold], statement("800亩", 800.0, "亩", **TEA))
    assert counts(total) == (0, 1, 1)
    assert (total.as_json()["precision"], total.as_json()["recall"], total.as_json()["f1"]) == (0.0, 0.0, 0.0)
    (miss,) = total.missed
    assert miss.found["value"] == 800.0
    assert (miss.start, miss.end) == span("达到800亩")
    assert miss.sentence == "茶园面积达到800亩，游客突破20万人次。"
    assert miss.row == "any.jsonl:2"


def test_elsewhere_the_same_amount_is_no_answer(tmp_path):
    total = score(tmp_path, [region(), row("20万人次", 800, "亩")], statement("800亩", 800.0, "亩"))
    assert counts(total) == (0, 1, 1)


def test_a_finding_outside_of_the_region_is_not_false(tmp_path):
    within = region(0, span("游客").start)
    guests = statement("突破20万人次", 200000.0, "人次", ">")
    assert counts(score(tmp_path, [within, row("达到800亩", 800, "亩")], guests)) == (0, 1, 0)
    assert counts(score(tmp_path, [region(), row("达到800亩", 800, "亩")], guests)) == (0, 1, 1)


def test_a_region_in_which_there_is_nothing_makes_every_finding_false(tmp_path):
    total = score(tmp_path, [region()], statement("800亩", 800.0, "亩"))
    assert counts(total) == (0, 0, 1)
    assert total.as_json()["precision"] == 0.0
    assert total.as_json()["recall"] is None


def test_rows_without_a_region_measure_what_is_missed_only(tmp_path):
    found = [statement("800亩", 800.0, "亩"), statement("突破20万人次", 200000.0, "人次", ">")]
    total = score(tmp_path, [row("达到800亩", 800, "亩")], *found)
    assert counts(total) == (1, 0, 0)
    assert total.as_json()["precision"] is None
    assert total.as_json()["f1"] is None
    assert total.as_json()["recall"] == 1.0
    assert any("region" in remark.en for remark in read_gold(tmp_path).remarks)


@pytest.mark.parametrize(
    "findings",
    [[], [statement("800亩", 800.0, "亩")], [statement("800亩", 1.0, "公顷")]],
    ids=["nothing", "right", "wrong"],
)
def test_an_optional_row_counts_neither_way(tmp_path, findings):
    total = score(tmp_path, [region(), row("达到800亩", 800, "亩", optional=True)], *findings)
    assert counts(total) == (0, 0, 0)
    assert total.fields == {}


def test_an_optional_row_excuses_one_of_two_findings_on_its_words(tmp_path):
    optional = row("均增长5%", 0.05, "", indicator="竹笋产值", optional=True)
    found = [statement("增长5%", 0.05, "", indicator=each) for each in ("茶叶产值", "竹笋产值")]
    total = score(tmp_path, [region(), optional], *found)
    assert counts(total) == (0, 0, 1)
    assert total.false[0].found["indicator"] == "茶叶产值"


def test_a_sentence_is_shown_from_its_first_to_its_last_character():
    from luoshi.evaluation.score import SENTENCE, sentence
    from luoshi.model import Span

    words = "第一句。第二句，有两段。第三句"
    assert sentence(words, Span(7, 9)) == "第二句，有两段。"
    assert sentence(words, Span(12, 14)) == "第三句"
    assert sentence(words, Span(0, 1)) == "第一句。"
    assert len(sentence("字" * 9999, Span(5000, 5010))) == 2 * SENTENCE + 10


def test_an_optional_row_takes_no_finding_from_a_firm_one(tmp_path):
    optional = row("达到800亩", 800, "亩", optional=True)
    rows = [region(), optional, row("800亩", 800, "亩")]
    assert counts(score(tmp_path, rows, statement("800亩", 800.0, "亩"))) == (1, 0, 0)


def test_one_number_that_serves_two_indicators_is_matched_by_indicator(tmp_path):
    rows = [row("均增长5%", 0.05, "", indicator=each) for each in ("茶叶产值", "竹笋产值")]
    found = [statement("增长5%", 0.05, "", indicator=each, measure="growth") for each in ("竹笋产值", "茶叶产值")]
    total = score(tmp_path, [region(), *rows], *found)
    assert counts(total) == (2, 0, 0)
    assert total.fields["indicator"] == (2, 2)
    once = score(tmp_path, [region(), *rows], found[0])
    assert counts(once) == (1, 1, 0)
    assert once.missed[0].gold["indicator"] == "茶叶产值"
    thrice = score(tmp_path, [region(), rows[0]], *found)
    assert counts(thrice) == (1, 0, 1)


@pytest.mark.parametrize(
    ("gold", "stated", "found", "right"),
    [
        ("2027", True, "2027", True),
        ("2027", True, "2026/2027", False),
        ("2026/2027", True, "2027", False),
        ("2027", False, "2026/2027", True),
        ("2026/2027", False, "2027", True),
        ("2026/2027", False, "2025/2027", False),
        ("2027", False, "2028", False),
        ("2027", False, None, False),
        (None, False, "2027", False),
        (None, True, None, True),
    ],
)
def test_the_end_year_stands_for_the_interval_where_the_sentence_states_none(tmp_path, gold, stated, found, right):
    gold_row = row("达到800亩", 800, "亩", period=gold, period_stated=stated)
    total = score(tmp_path, [region(), gold_row], statement("800亩", 800.0, "亩", period=found))
    assert total.fields["period"] == (int(right), 1)
    assert [(each.field, each.gold, each.found) for each in total.wrong if each.field == "period"] == (
        [] if right else [("period", {"period": gold}, {"period": found})]
    )


@pytest.mark.parametrize(
    ("other", "found", "right"),
    [("2027-12-31", "2027", 1), ("2027-12-31", "2027-12-31", 1), ("2027-12-31", "2027-06-30", 0), (None, None, 1)],
)
def test_where_two_annotators_read_the_period_differently_either_is_right(tmp_path, other, found, right):
    gold_row = row("达到800亩", 800, "亩", period="2027", period_stated=True, period_other=other)
    total = score(tmp_path, [region(), gold_row], statement("800亩", 800.0, "亩", period=found))
    assert total.fields["period"] == (right, 1)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [("茶园面积", "全镇茶园", True), ("茶园面积", "茶叶", False), ("茶", "茶叶", True), ("面积", "积面", False)],
)
def test_an_indicator_is_right_when_two_characters_in_a_row_are_shared(tmp_path, gold, found, right):
    total = score(
        tmp_path,
        [region(), row("达到800亩", 800, "亩", indicator=gold)],
        statement("800亩", 800.0, "亩", indicator=found),
    )
    assert total.fields["indicator"] == (int(right), 1)


def test_kind_and_measure_are_counted_among_the_right_ones(tmp_path):
    found = statement("800亩", 800.0, "亩", kind="achievement", measure="count")
    total = score(tmp_path, [region(), row("达到800亩", 800, "亩"), row("突破20万人次", 1, "人次")], found)
    assert counts(total) == (1, 1, 0)
    assert total.fields["kind"] == (0, 1)
    assert total.fields["measure"] == (0, 1)


def pledge_row(**more):
    start, end = span("将修好三座桥。")
    fields = {"doc": "云溪.txt", "start": start, "end": end, "person": "许知夏", "post": "镇长", "body": "云溪镇"}
    return {**fields, "speech": "indirect", **more}


def test_a_pledge_is_right_with_person_post_and_body(tmp_path):
    total = score(tmp_path, [pledge_row()], pledge())
    assert counts(total) == (1, 0, 0)
    assert total.fields == {"speech": (1, 1)}
    assert counts(score(tmp_path, [pledge_row(person="许知秋")], pledge())) == (0, 1, 1)
    assert counts(score(tmp_path, [pledge_row(post=None)], pledge())) == (0, 1, 1)
    assert score(tmp_path, [pledge_row(speech="direct")], pledge()).fields == {"speech": (0, 1)}


def test_every_pledge_of_the_document_counts_unless_a_region_says_otherwise(tmp_path):
    far = pledge_row(start=0, end=3)
    assert counts(score(tmp_path, [far], pledge())) == (0, 1, 1)
    assert counts(score(tmp_path, [region(0, 9), far], pledge())) == (0, 1, 0)


def test_target_rows_are_a_choice(tmp_path):
    gold = row("茶园面积达到800亩", 800, "亩", deadline="2027", actor="云溪镇", indicator="茶园")
    del gold["period"]
    found = [
        statement("800亩", 800.0, "亩", indicator="茶园", actor="云溪镇", period="2026/2027"),
        statement("突破20万人次", 200000.0, "人次", ">"),
    ]
    total = score(tmp_path, [gold], *found)
    assert counts(total) == (1, 0, 0)
    assert total.fields == dict.fromkeys(("kind", "indicator", "deadline", "actor"), (1, 1))
    assert total.as_json()["precision"] is None


def test_plain_rows_of_another_kind(tmp_path):
    from luoshi.model import Finding
    from luoshi.model.values import Body

    place = span("云溪镇")
    found = Finding("body", Body("云溪镇"), place, "云溪镇", "test")
    gold = {
        "finding": "body",
        "doc": "云溪.txt",
        "start": place.start,
        "end": place.end,
        "name": "云溪镇",
        "role": None,
    }
    (tmp_path / "any.jsonl").write_text(jsonl(region(), gold), "utf-8")
    (sheet,) = read_gold(tmp_path).sheets
    assert sheet.form == "body"
    total = measure(sheet, document(found))
    assert counts(total) == (1, 0, 0)
    assert total.fields == {"name": (1, 1), "role": (1, 1)}
    assert counts(measure(sheet, document())) == (0, 1, 0)


def test_quotes_that_are_elsewhere_are_remarked_upon(tmp_path):
    (tmp_path / "any.jsonl").write_text(jsonl(row("达到800亩", 800, "亩")), "utf-8")
    (sheet,) = read_gold(tmp_path).sheets
    assert misplaced(sheet, document()) is None
    remark = misplaced(sheet, document(words="又" + WORDS))
    assert "any.jsonl:1" in remark.en
    assert misplaced(sheet, document(words="短")) is not None
