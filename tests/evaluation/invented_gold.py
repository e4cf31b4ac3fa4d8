"""A tiny text about an invented town with hand-made findings, and gold for it."""

from __future__ import annotations

import json
from typing import Any

from luoshi.model import AnyFinding, Document, Finding, Period, Profile, Section, Span, Text
from luoshi.model.values import Achievement, Context, Pledge, Quantity, Target

from factories import original  # isort: skip

WORDS = (
    "云溪镇明年的打算\n"
    "茶园面积达到800亩，游客突破20万人次。\n"
    "茶叶、竹笋产值均增长5%。\n"
    "镇长许知夏表示，将修好三座桥。\n"
)
KINDS = {"target": Target, "achievement": Achievement, "context": Context}


def span(quote: str, words: str = WORDS) -> Span:
    start = words.index(quote)
    return Span(start, start + len(quote))


def statement(quote: str, value: float | None, unit: str, comparator: str = "=", **more: Any) -> AnyFinding:
    kind, place = more.pop("kind", "target"), span(quote)
    quantity = Quantity(value, more.pop("high", None), unit, comparator, more.pop("measure", "level"))
    period = more.pop("period", "2027")
    said = KINDS[kind](
        more.pop("indicator", ""), None, quantity, place, Period.of(period) if period else None, **more
    )  # fmt: skip
    return Finding(kind, said, place, quote, "test")


def pledge(person: str = "许知夏", post: str = "镇长", speech: str = "indirect") -> AnyFinding:
    quote = "将修好三座桥。"
    return Finding("pledge", Pledge(person, post, "云溪镇", speech), span(quote), quote, "test")


def document(*findings: AnyFinding, words: str = WORDS) -> Document:
    text = Text.of(original(words))
    root = Section("d", "document", "", None, "", Span(0, len(words)))
    return Document(text, root, Profile()).with_findings(findings)


def row(quote: str, value: float | None, unit: str, comparator: str = "=", **more: Any) -> dict[str, Any]:
    """A row of quantity gold for the words at their first place."""
    start, end = span(quote)
    fields = {
        "doc": "云溪.txt",
        "start": start,
        "end": end,
        "quote": quote,
        "kind": "target",
        "indicator": "",
        "measure": "level",
        "comparator": comparator,
        "value": value,
        "value_high": None,
        "unit": unit,
        "period": "2027",
        "period_stated": True,
    }
    return {**fields, **more}


def region(start: int = 0, end: int = len(WORDS), doc: str = "云溪.txt") -> dict[str, Any]:
    return {"region": {"doc": doc, "start": start, "end": end}}


def jsonl(*rows: object) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows)
