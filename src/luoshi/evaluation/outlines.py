"""Chapters and items, or all nodes, against the outline: a node is right when it starts where the gold's starts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from luoshi.evaluation.forms import Row
from luoshi.evaluation.gold import Sheet
from luoshi.evaluation.score import Detail, Score, around, place_of, trimmed
from luoshi.model import Document, Section, Span


def measure_outline(sheet: Sheet, document: Document) -> Score:
    """The score of chapters and items together; ``number``, ``title`` and ``lost`` (heading) of the right ones."""
    return _measure(sheet, document, levels(document.outline), [row["level"] for row in sheet.rows])


def measure_nodes(sheet: Sheet, document: Document) -> Score:
    """The score of all nodes, whatever their kind; ``level``, ``label``, ``number`` … of the right ones."""
    nodes = ((depth, node) for depth, node in depths(document.outline) if depth)
    return _measure(sheet, document, nodes, [ANY_LEVEL] * len(sheet.rows))


ANY_LEVEL = 0
"""Nodes of every depth answer: how deep is a field of the right ones."""


def _measure(
    sheet: Sheet, document: Document, nodes: Iterable[tuple[str | int, Section]], wanted: Sequence[str | int]
) -> Score:
    """A row is right where a node of the level that it ``wanted`` starts (any level: ``ANY_LEVEL``)."""
    content = document.original.content
    found: dict[tuple[str | int, int], tuple[str | int, Section]] = {}
    for level, node in nodes:
        start = place_of(document, Span(node.span.start, node.span.start + 1)).start
        found.setdefault((ANY_LEVEL if isinstance(level, int) else level, start), (level, node))
    score = Score()
    for row, level in zip(sheet.rows, wanted, strict=True):
        start = trimmed(content, Span(row["start"], len(content))).start
        answer = found.pop((level, start), None)
        line = Span(start, start + 1)
        if row.get("optional"):
            continue
        if answer is None:
            gold = {field: row[field] for field in ("level", "label", "number", "title") if row.get(field) is not None}
            where = f"{sheet.file}:{row['where']}"
            score.missed.append(
                Detail(sheet.form, sheet.doc, start, start + 1, gold.get("title", ""), around(document, line), gold)
                ._replace(row=where)
            )  # fmt: skip
            continue
        score.right += 1
        score.claimed += 1
        for name, gold_says, ours in _fields(row, *answer):
            score.count(name, right=gold_says == ours)
            if gold_says != ours:
                score.wrong.append(
                    Detail(
                        kind=sheet.form,
                        doc=sheet.doc,
                        start=start,
                        end=start + 1,
                        words=answer[1].title,
                        sentence=around(document, line),
                        gold={name: gold_says},
                        found={name: ours},
                        field=name,
                        row=f"{sheet.file}:{row['where']}",
                    )
                )
    for (_, start), (level, node) in found.items():
        told = {"level": level, "kind": node.kind, "number": node.number, "title": node.title}
        words, line = node.label + node.title, Span(start, start + 1)
        score.false.append(
            Detail(sheet.form, sheet.doc, start, start + 1, words, around(document, line), found=told)
        )  # fmt: skip
    return score


def depths(node: Section, depth: int = 0) -> Iterator[tuple[int, Section]]:
    """A node and all below it, with how many stand above each."""
    yield depth, node
    for child in node.children:
        yield from depths(child, depth + 1)


def levels(node: Section, *, below: bool = False) -> Iterator[tuple[str, Section]]:
    """The chapters, and of what is numbered below (or without) a chapter the outermost: its items.

    Parts that hold chapters, subheadings, boxes, annexes and what lies inside items are no nodes here.
    """
    for child in node.children:
        if child.kind == "chapter" and not below:
            yield "chapter", child
            yield from levels(child, below=True)
        elif child.kind in {"section", "item"}:
            yield "item", child
        elif child.kind not in {"subitem", "point", "annex", "box"}:
            yield from levels(child, below=below)


def _fields(row: Row, level: str | int, node: Section) -> Iterator[tuple[str, object, object]]:
    if isinstance(level, int) and row.get("level") is not None:
        yield "level", row["level"], level
    if row.get("label") is not None:
        yield "label", _bare(row["label"]), _bare(node.label)
    if row.get("number") is not None:
        yield "number", row["number"], node.number
    if row.get("title"):
        yield "title", _bare(str(row["title"])), _bare(node.title)
    if "heading_lost" in row:
        yield "lost", row["heading_lost"], node.heading is None


def _bare(title: str) -> str:
    """A title without its width and spaces: 保护（一） and 保护(一) are one."""
    return "".join(unicodedata.normalize("NFKC", title).split())
