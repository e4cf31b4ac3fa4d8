"""What a document is: cases of invented places, laws, and the real documents."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.cleaning import clean
from luoshi.errors import CannotRead
from luoshi.model import Document, Profile, Span
from luoshi.outline import outline
from luoshi.profile import identify
from luoshi.sources import open_source

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def document(source: bytes | Path, name: str = "plan.txt") -> Document:
    text = clean(open_source(source, name=name))
    read = Document(text, outline(text), Profile())
    return Document(text, read.outline, identify(read))


def index(shared: Path) -> list[dict[str, str]]:
    with (shared / "corpus" / "index.csv").open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def shown(profile: Profile, field: str) -> str | None:
    found = getattr(profile, field)
    if found is None:
        return None
    value = found.value
    if field == "region":
        return f"{value.name} {value.code or '-'}"
    if field == "session":
        return f"{value.body} {value.term}-{value.number}"
    if field == "author":
        return f"{value.post or '-'} {value.name or '-'}"
    return str(value)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_case_is_identified(case: dict[str, object]) -> None:
    profile = document(str(case["text"]).encode()).profile
    expected = {str(key): value or None for key, value in dict(case["profile"]).items()}
    assert {field: shown(profile, field) for field in expected} == expected


@pytest.mark.parametrize(
    "words",
    [
        "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员提出意见。",
        "现在代表市人民政府向大会报告渔业工作。",
        "渔业方案\n需提请市人大常委会审议的事项",
        "渔业方案\n报请市人民政府批准后实施",
        "根据市委要求，各镇要抓好落实，加快建设城市发展新区。",
    ],
)
def test_a_clause_before_an_office_names_no_place(words: str) -> None:
    assert document(words.encode()).profile.region is None


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_field_quotes_the_text_and_says_how_it_was_concluded(case: dict[str, object]) -> None:
    read = document(str(case["text"]).encode())
    for found in read.profile:
        assert read.text[found.span] == found.quote
        assert (found.basis == "inferred") == (found.why is not None)
        if found.basis == "stated" and isinstance(found.value, str):
            assert found.value == found.quote


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "中共",
                "沧江省",
                "委",
                "关于制定",
                "第十五个五年规划",
                "的建议",
                "政府工作报告",
                "（二〇二五年",
                "二月三十日",
                "通过）",
                "\n",
                "。",
                "，",
                "《",
                "》",
                "来源：",
                "时间：2031-13-40",
                "作者为",
                "第",
                "届",
                "次会议",
                "市",
                "县",
                "区",
                "——",
                "\x00",
                "\ud800",
                "20",
                "月",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_no_text_breaks_it(words: str) -> None:
    from luoshi.model import Original, Section, Text

    text = Text.of(Original(words, "text/plain", "0" * 64))
    read = Document(text, Section("document", "document", "", None, "", Span(0, len(words))), Profile())
    for found in identify(read):
        assert read.text[found.span] == found.quote


def test_the_year_of_every_government_work_report(shared: Path) -> None:
    """Issuer, level and region of each report of the corpus as its index tells, and the year where it is written."""
    for row in index(shared):
        if row["kind"] != "政府工作报告":
            continue
        profile = document(shared / "corpus" / row["file"]).profile
        assert profile.genre is not None, row["file"]
        assert profile.genre.value == "政府工作报告", row["file"]
        assert profile.issuer is not None, row["file"]
        assert row["issuer"].endswith(profile.issuer.value), row["file"]
        assert profile.level is not None, row["file"]
        assert profile.level.value == row["level"], row["file"]
        assert profile.region is not None, row["file"]
        assert profile.region.value.name == row["region"].rpartition("/")[2], row["file"]
        if "_par" not in row["file"]:  # the excerpts have no head
            assert profile.published is not None, row["file"]
            assert str(profile.published.value)[:4] == row["year"], row["file"]


def test_few_fields_disagree_with_the_index(shared: Path) -> None:
    wrong = []
    for row in index(shared):
        if row["note"].startswith("NEGATIVE CASE"):  # a text of garbage
            continue
        try:
            profile = document(shared / "corpus" / row["file"]).profile
        except CannotRead:
            continue
        level = profile.level.value if profile.level else None
        region = profile.region.value.name if profile.region else None
        if (level, region) != (row["level"], row["region"].rpartition("/")[2]):
            wrong.append(row["file"])
    assert wrong == []


def test_posted_is_not_adopted(shared: Path) -> None:
    (seed,) = (shared / "seeds").glob("003_*")
    profile = document(seed).profile
    assert str(profile.adopted and profile.adopted.value) == "2025-12-17"
    assert str(profile.reposted and profile.reposted.value) == "2026-01-22"
    assert profile.published is None
    assert str(profile.period and profile.period.value) == "2026/2030"
    assert profile.region is not None
    assert profile.region.value.code == "320500"
