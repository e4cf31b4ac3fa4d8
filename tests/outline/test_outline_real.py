"""Real documents, read where they lie beside the project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from luoshi.model import Span, Text
from luoshi.outline import outline
from luoshi.outline.gaps import gaps

Read = Callable[[Path], Text]

HALF_WIDTH = str.maketrans("（），：", "(),:")

SCANNED = ("plan_1953", "plan_1981")
"""Raw scans, whose numbers are truly damaged."""


def test_seed_003_is_as_in_gold(shared: Path, read: Read) -> None:
    gold = json.loads((shared / "gold/seed_003_outline.json").read_text("utf-8"))
    text = read(shared / "seeds" / gold["doc"])
    root = outline(text)

    def start(node) -> int:
        return text.back(Span(node.span.start, node.span.start + 1)).start

    chapters = [node for node in root.children if node.kind == "chapter"]
    assert [(start(node), node.heading is None) for node in chapters] == [
        (chapter["start"], chapter["heading_lost"]) for chapter in gold["chapters"]
    ]
    found = [
        (node.number, start(item), item.number, item.title.translate(HALF_WIDTH))
        for node in chapters
        for item in node.children
    ]
    assert found == [
        (chapter["order"], item["start"], item["number"], item["title"].translate(HALF_WIDTH))
        for chapter in gold["chapters"]
        for item in chapter["items"]
    ]
    assert [node.id for node in root.walk() if node.inferred and node.kind == "item"] == ["c12-i52"]
    assert not list(gaps(root))


def test_seed_001_has_three_subheadings(shared: Path, read: Read) -> None:
    lines = json.loads((shared / "gold/seed_lines.json").read_text("utf-8"))["files"]
    name = next(file for file in lines if file.startswith("001"))
    text = read(shared / "seeds" / name)
    found = [text.back(node.span).start for node in outline(text).children]
    raw = text.original.content
    expected = [
        line["start"] + len(raw[line["start"] :]) - len(raw[line["start"] :].lstrip())
        for line in lines[name]
        if line["role"] == "subheading"
    ]
    assert found == expected


def test_seed_000_has_four_chapters(shared: Path, read: Read) -> None:
    root = outline(read(next((shared / "seeds").glob("000*"))))
    assert [node.number for node in root.children] == [1, 2, 3, 4]
    assert all(node.title and "。" not in node.title for node in root.children)


def test_nothing_is_lost_in_clean_documents(shared: Path, read: Read) -> None:
    alarms = []
    for path in sorted((shared / "corpus").glob("*.txt")):
        if path.name.startswith(SCANNED):
            continue
        alarms += [f"{path.name}: {node.id}" for node in outline(read(path)).walk() if node.inferred]
    assert alarms == []


def test_chapters_and_items_of_known_documents(shared: Path, read: Read) -> None:
    known = {
        "decision_20240721_全国.txt": (15, 60),
        "proposal_20251028_全国.txt": (15, 61),
        "rawhtml_20240721_决定.txt": (15, 60),
        "rawhtml_20251028_规划建议.txt": (15, 61),
        "proposal_20201103_全国.txt": (15, 0),
        "stat_2019_全国.txt": (12, 0),
        "plan_2011_全国_12.txt": (62, 0),
        "plan_2006_全国_11.txt": (48, 0),
    }
    for name, counts in known.items():
        root = outline(read(shared / "corpus" / name))
        kinds = [node.kind for node in root.walk()]
        assert (kinds.count("chapter"), kinds.count("item")) == counts, name
        assert not list(gaps(root)), name
