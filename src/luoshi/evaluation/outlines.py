"""Chapters and items against the outline: a node is right when it starts where the gold's starts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from luoshi.evaluation.gold import Sheet
from luoshi.evaluation.score import Detail, Score, around, place_of, trimmed
from luoshi.model import Document, Section, Span


def measure_outline(sheet: Sheet, document: Document) -> Score:
    """The score of chapters and items together; ``number``, ``title`` and ``lost`` (heading) of the right ones."""
    content = document.original.content
    found: dict[tuple[str, int], Section] = {}
    for level, node in levels(document.outline):
        start = place_of(document, Span(node.span.start, node.span.start + 1)).start
        found.setdefault((level, start), node)
    score = Score()
    for row in sheet.rows:
        start = trimmed(content, Span(row["start"], len(content))).start
        node_found = found.pop((row["level"], start), None)
        line = Span(start, start + 1)
        if row.get("optional"):
            continue
        if node_found is None:
            gold = {field: row[field] for field in ("level", "number", "title") if row.get(field) is not None}
            where = f"{sheet.file}:{row['where']}"
            score.missed.append(
                Detail("outline", sheet.doc, start, start + 1, gold.get("title", ""), around(document, line), gold)
                ._replace(row=where)
            )  # fmt: skip
            continue
        score.right += 1
        score.claimed += 1
        for name, gold_says, ours in _fields(row, node_found):
            score.count(name, right=gold_says == ours)
            if gold_says != ours:
                score.wrong.append(
                    Detail(
                        kind="outline",
                        doc=sheet.doc,
                        start=start,
                        end=start + 1,
                        words=node_found.title,
                        sentence=around(document, line),
                        gold={name: gold_says},
                        found={name: ours},
                        field=name,
                        row=f"{sheet.file}:{row['where']}",
                    )
                )
    for (level, start), node in found.items():
        told = {"level": level, "kind": node.kind, "number": node.number, "title": node.title}
        words, line = node.label + node.title, Span(start, start + 1)
        score.false.append(
            Detail("outline", sheet.doc, start, start + 1, words, around(document, line), found=told)
        )  # fmt: skip
    return score


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


def _fields(row: dict[str, object], node: Section) -> Iterator[tuple[str, object, object]]:
    if row.get("number") is not None:
        yield "number", row["number"], node.number
    if row.get("title"):
        yield "title", _bare(str(row["title"])), _bare(node.title)
    if "heading_lost" in row:
        yield "lost", row["heading_lost"], node.heading is None


def _bare(title: str) -> str:
    """A title without its width and spaces: 保护（一） and 保护(一) are one."""
    return "".join(unicodedata.normalize("NFKC", title).split())
