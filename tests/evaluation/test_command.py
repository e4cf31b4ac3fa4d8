"""``luoshi evaluate`` as people and scripts call it, from start to exit code."""

import json

import pytest
from invented_gold import jsonl

from luoshi.actions.evaluate import evaluate
from luoshi.cli import main
from luoshi.cli.terminal import width

WORDS = (
    "云溪市2026年政府工作报告\n"
    "二、今年工作安排\n"
    "今年，全市生产总值增长5%以上，粮食产量稳定在82万吨。\n"
    "市水务局局长林远舟表示，将治好每一条河。\n"
)


def row(quote, value, unit, comparator, **more):
    start = WORDS.index(quote)
    fields = {"doc": "云溪.txt", "start": start, "end": start + len(quote), "quote": quote, "kind": "target"}
    amount = {"measure": "level", "comparator": comparator, "value": value, "value_high": None, "unit": unit}
    return {**fields, **amount, "indicator": "", "period": "2026", "period_stated": True, **more}


GROWTH = row("增长5%以上", 0.05, "", ">=", indicator="全市生产总值", measure="growth")
GRAIN = row("稳定在82万吨", 820000, "吨", "=", indicator="粮食产量")
REGION = {"region": {"doc": "云溪.txt", "start": 0, "end": len(WORDS)}}


@pytest.fixture
def folders(tmp_path):
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    (texts / "deep").mkdir(parents=True)
    (texts / "deep/云溪.txt").write_text(WORDS, "utf-8")
    (gold / "q.jsonl").write_text(jsonl(REGION, GROWTH, GRAIN), "utf-8")
    return gold, texts


def run(capfdbinary, folders, *more):
    code = main(
        ["evaluate", "--gold", str(folders[0]), "--texts", str(folders[1]), "--language", "en", *map(str, more)]
    )
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_json_is_one_object_with_a_key_for_each_kind(capfdbinary, folders):
    code, out, err = run(capfdbinary, folders, "--format", "json")
    result = json.loads(out)
    assert code == 0
    assert err == ""
    assert set(result) == {"quantity", "details"}
    quantity = result["quantity"]
    assert [quantity[name] for name in ("precision", "recall", "f1", "right", "missed", "false")] == [1, 1, 1, 2, 0, 0]
    for name in ("kind", "measure", "period", "indicator"):
        assert quantity[name] == {"right": 2, "of": 2, "rate": 1.0}
    assert result["details"]["misses"] == result["details"]["false_alarms"] == []


def test_text_tells_every_miss_and_false_alarm_with_sentence_and_place(capfdbinary, folders):
    (folders[0] / "q.jsonl").write_text(jsonl(REGION, GROWTH | {"value": 0.06}, GRAIN), "utf-8")
    code, out, _ = run(capfdbinary, folders)
    place = f"云溪.txt:{WORDS.index('增长5%以上')}"
    assert code == 0
    assert "Missed: quantity (1)" in out
    assert "False alarms: quantity (1)" in out
    assert out.count(place) == 2
    assert out.count("粮食产量稳定在82万吨。") == 2, "the sentence of each"
    assert "value 0.06" in out
    assert all(width(line) <= 80 for line in out.splitlines())
    assert "\x1b" not in out


def test_a_missing_text_is_listed_and_counts_for_nothing(capfdbinary, folders):
    (folders[0] / "other.jsonl").write_text(jsonl(GRAIN | {"doc": "别处.txt"}), "utf-8")
    code, out, err = run(capfdbinary, folders, "--format", "json", "--quiet")
    result = json.loads(out)
    assert code == 1
    assert "别处.txt (1 rows of gold): The text 别处.txt is not there." in err
    assert (result["quantity"]["right"], result["quantity"]["missed"]) == (2, 0)
    assert [(each["doc"], each["rows"]) for each in result["details"]["not_evaluated"]] == [("别处.txt", 1)]


def test_where_no_text_is_there_nothing_is_measured(capfdbinary, folders):
    (folders[1] / "deep/云溪.txt").unlink()
    code, out, err = run(capfdbinary, folders)
    assert code == 3
    assert out == ""
    assert "云溪.txt" in err


def test_a_text_that_cannot_be_read_is_told(capfdbinary, folders):
    (folders[1] / "deep/云溪.txt").write_bytes(b"\x7fELF" + bytes(range(256)))
    code, _, err = run(capfdbinary, folders)
    assert code == 3
    assert "云溪.txt (2 rows of gold)" in err


def test_malformed_gold_is_wrong_usage(capfdbinary, folders):
    (folders[0] / "q.jsonl").write_text(jsonl(REGION, {**GRAIN, "value": "many"}), "utf-8")
    code, out, err = run(capfdbinary, folders)
    assert (code, out) == (2, "")
    assert err.startswith("luoshi: Malformed gold: q.jsonl:2: value")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate"],
        ["evaluate", "--gold", "."],
        ["evaluate", "--gold", ".", "--texts", ".", "x.txt"],
        ["evaluate", "--gold", ".", "--texts", ".", "-f", "html"],
        ["evaluate", "--gold", "nowhere", "--texts", "."],
        ["read", "x.txt", "--gold", "."],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_usage_is_one_line(capfdbinary, tmp_path, monkeypatch, arguments, language):
    monkeypatch.chdir(tmp_path)
    assert main([*arguments, "--language", language]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert len(err.decode().splitlines()) == 1


def test_two_texts_of_one_name_are_told_apart_by_the_quotes(folders):
    (folders[1] / "a").mkdir()
    (folders[1] / "a/云溪.txt").write_text("另一份。" + WORDS, "utf-8")
    result = evaluate(*folders)
    assert result.scores["quantity"].right == 2
    assert any(str(folders[1] / "deep") in remark.en for remark in result.remarks)


def test_two_texts_of_one_name_are_told_apart_by_the_hash(folders):
    from hashlib import sha256

    region = {"region": {**REGION["region"], "sha256": sha256(WORDS.encode()).hexdigest()}}
    (folders[0] / "q.jsonl").write_text(jsonl(region, {k: v for k, v in GRAIN.items() if k != "quote"}), "utf-8")
    (folders[1] / "a").mkdir()
    (folders[1] / "a/云溪.txt").write_text("另一份。" + WORDS, "utf-8")
    result = evaluate(*folders)
    assert result.scores["quantity"].right == 1
    assert result.remarks == ()
    (folders[1] / "deep/云溪.txt").unlink()
    gone = evaluate(*folders)
    assert gone.scores == {}
    assert "sha256" in gone.unmeasured[0].why.what.en


def test_two_runs_are_compared(capfdbinary, folders, tmp_path):
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    (folders[0] / "q.jsonl").write_text(jsonl(REGION, GROWTH | {"value": 0.06}, GRAIN), "utf-8")
    assert run(capfdbinary, folders, "-f", "json", "-o", old)[0] == 0
    (folders[0] / "q.jsonl").write_text(jsonl(REGION, GROWTH, GRAIN | {"unit": "斤", "kind": "achievement"}), "utf-8")
    code, out, _ = run(capfdbinary, folders, "--against", old, "-f", "json", "-o", new)
    assert (code, out) == (0, "")
    against = json.loads(new.read_text("utf-8"))["details"]["against"]
    assert against["kinds"] == {}, "one miss less, one more"
    assert [each["words"] for each in against["newly_missed"]] == ["稳定在82万吨"]
    assert [each["words"] for each in against["no_longer_missed"]] == ["增长5%以上"]
    assert len(against["newly_false"]) == len(against["no_longer_false"]) == 1
    (folders[0] / "q.jsonl").write_text(jsonl(REGION, GROWTH, GRAIN), "utf-8")
    _, out, _ = run(capfdbinary, folders, "--against", new)
    assert "0.500 → 1.000  better" in out
    assert "No longer missed (1)" in out
    assert "Newly missed" not in out


def test_the_same_place_twice_counts_twice():
    from luoshi.evaluation import compare

    miss = {"kind": "quantity", "doc": "云溪.txt", "start": 1, "end": 2, "gold": {"value": 5}}
    old, new = ({"details": {"misses": [miss] * times}} for times in (1, 3))
    assert compare(old, new)["newly_missed"] == [miss, miss]
    assert compare(new, old)["no_longer_missed"] == [miss, miss]
    assert compare(new, new)["newly_missed"] == []


@pytest.mark.parametrize(
    "content", ["", "[]", '{"quantity": 3}', '{"quantity": {"f1": "x"}}', '{"details": {"misses": [1]}}']
)
def test_an_earlier_run_that_is_none_is_told(capfdbinary, folders, tmp_path, content):
    (tmp_path / "old.json").write_text(content, "utf-8")
    code, out, err = run(capfdbinary, folders, "--against", tmp_path / "old.json")
    assert (code, out) == (2, "")
    assert "old.json" in err


def test_an_earlier_run_without_details_is_compared_by_its_figures(capfdbinary, folders, tmp_path):
    (tmp_path / "old.json").write_text(
        '{"quantity": {"f1": 0.5, "kind": {"rate": 0.9}}, "pledge": {"f1": 1.0}}', "utf-8"
    )
    code, out, _ = run(capfdbinary, folders, "--against", tmp_path / "old.json", "-f", "json")
    against = json.loads(out)["details"]["against"]
    assert code == 0
    assert against["kinds"]["quantity"]["f1"] == [0.5, 1.0]
    assert against["kinds"]["quantity"]["kind"] == [0.9, 1.0]
    assert against["kinds"]["pledge"]["f1"] == [1.0, None]
    assert "newly_missed" not in against
    assert "better" in run(capfdbinary, folders, "--against", tmp_path / "old.json")[1]
