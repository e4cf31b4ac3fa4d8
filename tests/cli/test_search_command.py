"""``luoshi search`` as people type it, on both databases."""

import csv
import io
import json
import re

import pytest
from tests.cli.test_library_commands import PLAN, REPORT, run

from luoshi.cli.terminal import width


@pytest.fixture
def shelf(place, tmp_path):
    """A library of two plans."""
    for name, text in (("建议.txt", PLAN), ("report.txt", REPORT)):
        (tmp_path / name).write_text(text, "utf-8")
    code, _, err = run(place, "add", tmp_path / "建议.txt", tmp_path / "report.txt")
    assert code == 0, err
    return place


def found(place, *arguments):
    code, out, err = run(place, "search", "--format", "json", *arguments)
    assert code == 0, err
    return json.loads(out)


def test_hits_open_at_their_words(shelf):
    answer = found(shelf, "生产总值")
    assert (answer["documents"], answer["searched"]) == (1, 2)
    (hit,) = answer["hits"]
    code, out, _ = run(shelf, "show", hit["document"], "--format", "json")
    assert code == 0
    text = json.loads(out)["text"]["content"]
    start, end = hit["span"]
    assert text[start:end] == "生产总值"
    assert hit["words"] == text[slice(*hit["passage"])]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_eighty_columns_wide_and_marks_the_words(shelf, language):
    code, out, err = run(shelf, "search", "云溪", "目标", "--language", language)
    assert (code, err) == (0, "")
    assert "【云溪】" in out
    assert max(map(width, out.splitlines())) <= 80
    assert ("2 份中找到 2 份" if language == "zh" else "found in 2 of 2 documents") in out
    assert "政府工作报告" in out


def test_no_mark_is_empty_wherever_a_line_ends(place, tmp_path):
    files = [tmp_path / f"{before}.txt" for before in range(27, 41)]  # the words come to stand at a line's end
    for number, file in enumerate(files, 27):
        file.write_text(
            f"云溪市工作要点\n\n{'建' * number}低空经济产业稳步发展，各项工作有序展开，成效明显。\n", "utf-8"
        )
    assert run(place, "add", *files)[0] == 0
    code, out, _ = run(place, "search", "低空经济", "--limit", 50)
    assert code == 0
    assert "【】" not in out
    assert out.replace("\n    ", "").replace("】【", "").count("【低空经济】") == len(files)


def test_words_of_several_arguments_are_all_looked_for(shelf):
    assert found(shelf, "云溪", "粮食")["documents"] == 1
    assert found(shelf, "云溪 NOT 粮食")["documents"] == 1
    assert found(shelf, "生产总值 OR 粮食")["documents"] == 2
    assert found(shelf, "鄉村 OR 糧食")["documents"] == 1


@pytest.mark.parametrize(
    ("options", "documents"),
    [
        (["--level", "city"], 2),
        (["--level", "省"], 0),
        (["--year", "2026"], 1),
        (["--year", "2025-2026"], 2),
        (["--genre", "建议"], 1),
        (["--region", "云溪"], 2),
        (["--kind", "target"], 2),
        (["--by", "2030"], 1),
        (["--indicator", "粮食"], 1),
    ],
)
def test_filters(shelf, options, documents):
    words = ["3000亿元 OR 82万吨"] if options[0] in ("--kind", "--by", "--indicator") else ["云溪"]
    assert found(shelf, *words, *options)["documents"] == documents


def test_what_is_left_out_may_follow_a_hyphen(shelf):
    assert found(shelf, "云溪", "-粮食") == found(shelf, "云溪 NOT 粮食")
    code, _, err = run(shelf, "search", "云溪", "-x")
    assert (code, "write NOT before it" in err) == (2, True)


def test_a_bad_filter_is_told_without_pointing_at_the_words(shelf):
    code, _, err = run(shelf, "search", "云溪", "--by", "soon")
    assert code == 2
    assert "no value of by" in err
    assert "^" not in err
    assert "^" in run(shelf, "search", "云溪", "OR")[2]


def test_a_page_behind_the_last_says_so(shelf):
    code, out, err = run(shelf, "search", "云溪", "--first", "3")
    assert (code, out) == (0, "")
    assert err == "luoshi: Found in 2 documents: there is no number 3.\n"


def test_a_passage_that_is_cut_says_so(place, tmp_path):
    long = (
        "云溪市会商纪要\n" + "各部门汇报了全年进度。" * 40 + "南湖公园改造开工。" + "会议研究了其他事项。" * 40 + "\n"
    )
    (tmp_path / "long.txt").write_text(long, "utf-8")
    assert run(place, "add", tmp_path / "long.txt")[0] == 0
    (hit,) = found(place, "南湖公园")["hits"]
    assert hit["cut"][1]
    passage = run(place, "search", "南湖公园")[1].partition("\n\n")[0].split("\n", 2)[2]
    assert passage.count("…") == sum(hit["cut"])
    assert found(place, "会商纪要")["hits"][0]["cut"] == [False, False]


def test_a_table_for_excel(shelf):
    code, out, _ = run(shelf, "search", "云溪", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [row["title"][:3] for row in rows]
    assert {"document", "start", "end", "passage", "score"} <= set(rows[0])
    assert len(rows) == 2


def test_pages_follow_each_other(shelf):
    first, second = found(shelf, "云溪", "--limit", "1"), found(shelf, "云溪", "--limit", "1", "--first", "2")
    both = found(shelf, "云溪")
    assert first["hits"] + second["hits"] == both["hits"]
    code, out, _ = run(shelf, "search", "云溪", "--limit", "1", "--first", "2")
    assert (code, "shown: 2 to 2" in out) == (0, True)


def test_nothing_found_is_said(shelf):
    code, out, err = run(shelf, "search", "海水淡化")
    assert (code, out) == (0, "")
    assert "Not found in any of 2 documents" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["发展", "OR"], "OR is out of place"),
        (['"发展'], "not closed"),
        (["，。"], "nothing to look for"),
        (["x" * 100_000], "too long"),
        (["发展", "--year", "soon"], "no value of year"),
        (["发展", "--level", "planet"], "no value of level"),
    ],
)
def test_bad_queries_are_one_clear_message(shelf, arguments, says):
    code, out, err = run(shelf, "search", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err
    assert max(map(width, err.splitlines())) < 400


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["search", "发展", "--limit", "0"],
        ["search", "发展", "--first", "0"],
        ["search", "发展", "-f", "html"],
        ["search", "发展", "--grade", "A"],
        ["list", "--kind", "target"],
        ["read", "x.txt", "--limit", "3"],
    ],
)
def test_wrong_usage(shelf, arguments):
    code, out, err = run(shelf, *arguments)
    assert (code, out) == (2, "")
    assert re.search(r"See luoshi (search|list|read) --help\.", err)


def test_into_a_file(shelf, tmp_path):
    path = tmp_path / "hits.csv"
    code, out, _ = run(shelf, "search", "云溪", "-f", "csv", "-o", path)
    assert (code, out) == (0, "")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfdocument,")
