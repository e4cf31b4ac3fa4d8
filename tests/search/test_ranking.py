"""The best passage is first: a table of cases."""

import tomllib
from pathlib import Path

import pytest

from luoshi import read
from luoshi.library import open_library
from luoshi.search import Searcher, keeper
from luoshi.search.facts import HEADING, STATEMENT, TARGET, TITLE, facts_of

CASES = tomllib.loads((Path(__file__).parent / "ranking.toml").read_text(encoding="utf-8"))["case"]
WHEN = "2026-11-22T08:00:00Z"


@pytest.mark.parametrize("turned", [False, True], ids=["as written", "turned round"])
@pytest.mark.parametrize("waiting", [1, 10**9], ids=["packed", "waiting"])
@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_the_best_passage_is_first(case, waiting, turned, tmp_path):
    with open_library(tmp_path / "plans.db", keepers=(keeper(waiting),)) as library:
        ids = []
        for text in reversed(case["documents"]) if turned else case["documents"]:
            document = read(text.encode(), name="plan.txt")
            ids.append(document.id)
            library.add(document, text.encode(), name="plan.txt", when=WHEN)
        for text in case.get("others", ()):
            library.add(read(text.encode(), name="plan.txt"), text.encode(), name="plan.txt", when=WHEN)
        hits = Searcher(library).search(case["query"]).hits
    assert hits[0].words.startswith(case["first"])
    assert [hit.document for hit in hits] == (ids[::-1] if turned else ids)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_what_search_knows_of_a_document():
    text = "云溪市林业发展规划\n一、主要目标\n到2030年，森林覆盖率达到45%。\n市林业局要制定办法。\n"
    document = read(text.encode(), name="plan.txt")
    facts = facts_of(document)
    lines = facts.text.split("\n")
    assert facts.text == document.text.content
    assert len(facts.manners) == len(lines)
    manner = dict(zip(lines, facts.manners, strict=True))
    assert manner["云溪市林业发展规划"] == TITLE
    assert manner["一、主要目标"] == HEADING
    assert manner["到2030年，森林覆盖率达到45%。"] == TARGET
    assert manner["市林业局要制定办法。"] in (0, STATEMENT)
    target = lines.index("到2030年，森林覆盖率达到45%。")
    assert {"target", "quantity", "deadline"} <= set(facts.kinds[target])
    assert facts.indicators[target] == ["森林覆盖率"]
    assert facts.deadlines[target] == ["2030-12-31"]


@pytest.mark.parametrize("sample", ["*"])
def test_every_place_in_a_sample_lies_in_its_line(samples, sample):
    for path in sorted(samples.rglob(f"{sample}.*")):
        document = read(path)
        facts = facts_of(document)
        for line, kinds in facts.kinds.items():
            start = sum(len(each) + 1 for each in facts.text.split("\n")[:line])
            end = facts.text.find("\n", start) % (len(facts.text) + 1)
            starting = {finding.kind for finding in document.findings if start <= finding.span.start <= end}
            assert set(kinds) == starting
