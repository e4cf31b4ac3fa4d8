"""What people ask about corrections: make one, take one back, list them all, bring them into another library."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import asdict, replace

from luoshi.actions.add import now
from luoshi.errors import BadRequest, LuoshiError
from luoshi.library import Correction, Library, addition_of, correction_of
from luoshi.library.corrections import meant, named, nearest, set_aside
from luoshi.library.deciding import told
from luoshi.library.saying import typed
from luoshi.model import Document, Span, Words


class Decision(Struct, frozen=True):
    """A correction as it is listed and exported.

    ``document`` is the document's id, ``number`` the correction's own; ``before`` and ``after`` are the
    finding's value in the form of the record, ``value`` the fields that the person gave. ``state`` is
    ``applies``, ``overruled`` (by a later one), ``withdrawn`` or ``lost`` (no longer fits the document).
    """

    document: str
    title: str
    number: int
    finding: str | None
    kind: str
    start: int | None
    end: int | None
    quote: str
    action: str
    before: Any
    after: Any
    value: Any
    who: str
    when: str
    note: str
    state: str
    withdrawn_by: str | None
    withdrawn: str | None


class Taken(NamedTuple):
    """What became of corrections that were brought: how many were new, were there, and why others were not taken."""

    new: int
    there: int
    refused: tuple[Words, ...]


def correct(
    library: Library,
    document: str,
    finding: str,
    action: str,
    fields: Mapping[str, str],
    *,
    who: str,
    note: str = "",
) -> int:
    """Accept, reject or edit a finding of a document as it is shown; ``fields`` as people type them.

    The finding's id may be cut where it fits one only. Returns the correction's number; raises ``BadRequest``.
    """
    shown = library.get(document)
    name = _whole(finding, shown)
    kind = (named(shown) | set_aside(shown))[name].kind
    value = typed(kind, fields) if action == "edit" else None
    return library.correct(document, correction_of(shown, name, action, who=who, when=now(), value=value, note=note))


def supply(
    library: Library,
    document: str,
    kind: str,
    words: str,
    fields: Mapping[str, str],
    *,
    who: str,
    note: str = "",
    which: int | None = None,
) -> int:
    """Add a finding on words of a document; where they stand there several times, ``which`` says (from 1)."""
    shown = library.get(document)
    span = _place(shown, words, which)
    added = addition_of(shown, kind, span, who=who, when=now(), value=typed(kind, fields), note=note)
    return library.correct(document, added)


def decisions(library: Library, ids: Iterable[str] = ()) -> Iterator[Decision]:
    """The corrections of these documents, or of all; each document's oldest first."""
    for each in list(ids) or library.corrected_ids():
        entry = library.entry(each)
        made = library.corrections(entry.id)
        states = library.states(entry.id) if made else {}
        for one in made:
            before, after = told(one)
            said = asdict(one) | {"before": before, "after": after, "state": states[one.id or 0], "number": one.id}
            about = {"document": entry.id, "title": entry.title}
            yield Decision(**{name: (about | said)[name] for name in Decision.__struct_fields__})


def flat(each: Decision) -> dict[str, Any]:
    """A decision as a row of a table: what is no word and no number is written as JSON."""
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
        for name, value in asdict(each).items()
    }


def read_decisions(data: bytes) -> list[Decision]:
    """The corrections in a file that ``luoshi corrections`` wrote as JSON or as lines of JSON.

    Raises ``BadRequest`` with the number of the one that is none.
    """
    try:
        text = data.decode("utf-8-sig")
        rows = json.loads(text) if text.lstrip().startswith("[") else [json.loads(line) for line in _lines(text)]
    except (ValueError, RecursionError):
        raise BadRequest(
            Words("这不是导出的更正。", "These are no exported corrections."),
            Words("请用 luoshi corrections -f jsonl 导出。", "Export them with luoshi corrections -f jsonl."),
        ) from None
    return [_decision(number, row) for number, row in enumerate(rows, 1)]


def take_over(library: Library, brought: Iterable[Decision]) -> Taken:
    """Keep corrections that were made in another library, on the same documents; those that are there stay as they are."""
    new = there = 0
    refused: list[Words] = []
    by_document: dict[str, list[Decision]] = {}
    for each in brought:
        by_document.setdefault(each.document, []).append(each)
    for identity, some in by_document.items():
        if not library.has(identity):
            short = identity[:8]
            refused += [Words(f"文库里没有文档 {short}。", f"The library has no document {short}.")] * len(some)
            continue
        known: dict[tuple[Any, ...], list[Correction]] = {}
        for kept in library.corrections(identity):
            known.setdefault(_same(kept), []).append(kept)
        seen: Counter[tuple[Any, ...]] = Counter()
        for each in some:
            same = known.get(_same(each), [])
            seen[_same(each)] += 1
            try:
                if seen[_same(each)] <= len(same):
                    there += 1
                    number, taken_back = same[seen[_same(each)] - 1].id or 0, same[seen[_same(each)] - 1].withdrawn
                else:
                    number, taken_back = library.correct(identity, _fitted(each, library.get(identity))), None
                    new += 1
                if each.withdrawn and each.withdrawn_by and not taken_back:
                    library.withdraw(identity, number, who=each.withdrawn_by, when=each.withdrawn)
            except BadRequest as error:
                refused.append(_of(each, error))
    return Taken(new, there, tuple(refused))


def _same(each: Decision | Correction) -> tuple[Any, ...]:
    return each.kind, each.quote, each.action, each.who, each.when, each.note


def _fitted(each: Decision, shown: Document) -> Correction:
    """A correction from elsewhere, at its place in this reading."""
    value = each.value if each.action in ("edit", "add") else None
    made = Correction(each.kind, each.start, each.end, each.quote, each.action, each.who, each.when, value, each.note)
    if each.action == "add":
        span = nearest(made, shown)
        return made if span is None else replace(made, start=span.start, end=span.end)
    there = named(shown) | set_aside(shown)
    found = there.get(each.finding or "")
    if found is not None and (found.kind, found.quote) == (each.kind, each.quote):
        return replace(made, start=None, end=None, finding=each.finding)
    close = meant(made, shown)
    return made if close is None else replace(made, start=None, end=None, finding=close[0])


def _of(each: Decision, error: LuoshiError) -> Words:
    head = f"{each.document[:8]} {each.kind} {each.quote[:20]!r}"
    return Words(f"{head}：{error.told('zh')}", f"{head}: {error.told('en')}")


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _decision(number: int, row: object) -> Decision:
    wanted = set(Decision.__struct_fields__)
    words = ("document", "kind", "quote", "action", "who", "when", "note", "state", "title")
    maybe = ("finding", "withdrawn_by", "withdrawn")
    if (
        not isinstance(row, dict)
        or set(row) != wanted
        or not all(isinstance(row[name], str) for name in words)
        or not all(isinstance(row[name], str | None) for name in maybe)
        or not all(type(row[name]) in (int, type(None)) for name in ("start", "end"))
    ):
        raise BadRequest(
            Words(f"第 {number} 条不是导出的更正。", f"Number {number} is no exported correction."),
            Words("请用 luoshi corrections -f jsonl 导出。", "Export them with luoshi corrections -f jsonl."),
        )
    return Decision(**row)


def _whole(given: str, shown: Document) -> str:
    """The id that begins so."""
    there = [*named(shown), *set_aside(shown)]
    fitting = [given] if given in there else [name for name in there if given and name.startswith(given)]
    if len(fitting) == 1:
        return fitting[0]
    short = given[:80]
    if not fitting:
        raise BadRequest(
            Words(f"这份文档没有编号为 {short} 的发现。", f"The document has no finding {short}."),
            Words(
                "luoshi show 编号 -f jsonl 或 csv 列出各发现的编号。",
                "luoshi show ID -f jsonl, or csv, has the ids of its findings.",
            ),
        )
    raise BadRequest(
        Words(
            f"有 {len(fitting)} 个发现的编号以 {short} 开头。",
            f"The ids of {len(fitting)} findings begin with {short}.",
        ),
        Words("请写全。", "Give all of it."),
    )


def _place(shown: Document, words: str, which: int | None) -> Span:
    places, start = [], shown.text.content.find(words) if words else -1
    while start >= 0:
        places.append(start)
        start = shown.text.content.find(words, start + 1)
    if not places:
        raise BadRequest(
            Words("正文中没有这几个字。", "The text does not have these words."),
            Words("请照清理后的正文写。", "Give them as the clean text has them."),
        )
    if (which is None and len(places) > 1) or not 1 <= (which or 1) <= len(places):
        raise BadRequest(
            Words(f"正文中有 {len(places)} 处这样的字。", f"The text has these words in {len(places)} places."),
            Words("请用 --which 说明第几处，或多写几个字。", "Say which with --which, or give more of them."),
        )
    start = places[(which or 1) - 1]
    return Span(start, start + len(words))
