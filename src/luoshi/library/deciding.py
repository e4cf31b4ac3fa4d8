"""A decision before it is kept: whether it fits the document as it is shown, and what it says in full."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import replace

from luoshi.errors import BadRequest
from luoshi.library.corrected import APPLIES, decide
from luoshi.library.corrections import Correction, named, set_aside, unknown
from luoshi.library.entry import storable
from luoshi.library.saying import check, differing, filled_up, keepable, laid_over, read
from luoshi.library.tables import ACTIONS
from luoshi.model import AnyFinding, Document, Span, Words
from luoshi.patterns import regex
from luoshi.record.values import to_plain, value_hint

LONGEST_NOTE = 10_000
LONGEST_NAME = 200
LARGEST_VALUE = 100_000
"""Characters of a note, of the name of a person, of a value in JSON."""

_WHEN = regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")


def ready(given: Correction, document: Document, others: list[Correction]) -> Correction:
    """The correction as it is kept, of a document as rules read it, after all ``others``.

    Raises ``BadRequest`` where it fits neither the document nor the form of what it is about.
    """
    _check_form(given)
    given = replace(
        given,
        who=storable(given.who.strip()),
        note=storable(given.note),
        value=keepable(given.value),
        id=None,
        before=None,
        withdrawn=None,
        withdrawn_by=None,
    )
    shown = decide(document, others)
    if given.action == "add":
        made = _addition(given, shown.document)
    else:
        made = _about(given, shown.document, _standing(shown.states, others))
    return replace(made, quote=storable(made.quote))


def _check_form(given: Correction) -> None:
    if given.action not in ACTIONS:
        action = storable(str(given.action)[:40])
        raise BadRequest(
            Words(f"没有 {action!r} 这种更正。", f"There is no correction {action!r}."),
            Words(f"更正有：{'、'.join(ACTIONS)}。", f"Corrections are {', '.join(ACTIONS)}."),
        )
    if value_hint(given.kind) is None:
        kind = storable(str(given.kind)[:40])
        raise BadRequest(
            Words(f"没有 {kind!r} 这一种类的发现。", f"There is no kind of finding {kind!r}."),
            Words("各种类见 luoshi schema。", "luoshi schema has all kinds."),
        )
    check_who(given.who, given.when)
    if len(given.note) > LONGEST_NOTE:
        raise BadRequest(
            Words(
                f"备注有 {len(given.note)} 字，最多 {LONGEST_NOTE}。",
                f"The note has {len(given.note)} characters; it may have {LONGEST_NOTE}.",
            )
        )
    try:
        size = len(json.dumps(given.value))
    except (TypeError, ValueError, RecursionError):
        raise BadRequest(Words("更正的内容不是 JSON 的值。", "What the correction says is no value of JSON.")) from None
    if size > LARGEST_VALUE:
        raise BadRequest(Words("更正的内容太长。", "What the correction says is too long."))


def check_who(who: str, when: str) -> None:
    """Raise ``BadRequest`` unless it is said who decides, and when."""
    if not who.strip() or len(who) > LONGEST_NAME:
        raise BadRequest(
            Words("没有说明是谁更正的，或名字太长。", "It is not said who corrects, or the name is too long."),
            Words("用 --who 说明。", "Say it with --who."),
        )
    if not _WHEN.fullmatch(when):
        raise BadRequest(
            Words("更正的时间要写作 2026-11-22T08:00:00Z。", "The time must be as in 2026-11-22T08:00:00Z.")
        )


def _addition(given: Correction, shown: Document) -> Correction:
    if given.finding is not None:
        given = replace(given, finding=None)
    span = _span(given, shown)
    if given.kind in shown.profile.__struct_fields__ and getattr(shown.profile, given.kind) is not None:
        raise BadRequest(
            Words(f"{given.kind} 已经有了。", f"There is a {given.kind} already."),
            Words(f"请改 profile.{given.kind}。", f"Edit profile.{given.kind}."),
        )
    plain = filled_up(given.kind, given.value, span)
    value = read(given.kind, plain)
    check(given.kind, plain, len(shown.text))
    for each in named(shown).values():
        if (each.kind, each.span) == (given.kind, span) and each.value == value:
            raise BadRequest(
                Words("这里已经有一样的发现。", "There is the same finding already."),
                Words("可以确认它。", "Accept it."),
            )
    return replace(given, value=plain)


def _about(given: Correction, shown: Document, standing: dict[str, Correction]) -> Correction:
    name, found = _meant(given, shown)
    before = to_plain(found.kind, found.value)
    value = None
    earlier = standing.get(name)
    kept = earlier.value if earlier is not None and earlier.action in ("accept", "edit") else None
    if given.action == "edit":
        after = laid_over(before, given.value)
        read(found.kind, after)
        check(found.kind, given.value, len(shown.text))
        changes = differing(before, after)
        value = changes if kept is None else laid_over(kept, changes)
        if given.value is None or after == before:
            raise BadRequest(
                Words("更正没有改动什么。", "The correction changes nothing."),
                Words("若是对的，请用 accept 确认。", "If it is right, accept it."),
            )
    elif given.action == "accept" and name not in set_aside(shown):
        value = kept
    return replace(
        given, start=found.span.start, end=found.span.end, quote=found.quote, finding=name, before=before, value=value
    )


def _standing(states: dict[int, str], others: list[Correction]) -> dict[str, Correction]:
    """The decisions that count now, by the id of what they are about."""
    return {each.finding: each for each in others if each.finding and states.get(each.id or 0) == APPLIES}


def _meant(given: Correction, shown: Document) -> tuple[str, AnyFinding]:
    """The finding, shown or taken out, that a decision is about."""
    there = named(shown) | set_aside(shown)
    if given.finding is not None:
        found = there.get(given.finding)
        if found is None or found.kind != given.kind:
            raise unknown(given.finding)
        if given.start is not None and (given.start, given.end, given.quote) != (*found.span, found.quote):
            raise _misplaced()
        return given.finding, found
    span = _span(given, shown)
    fitting = [(name, each) for name, each in there.items() if (each.kind, each.span) == (given.kind, span)]
    if not fitting:
        raise BadRequest(
            Words("这几个字上没有这一种类的发现。", "There is no finding of this kind on these words."),
            Words("若是漏了，请用 add 补充。", "If one is missing, add it."),
        )
    if len(fitting) > 1:
        names = [name for name, _ in fitting]
        raise BadRequest(
            Words("这几个字上有几个这一种类的发现。", "There are several findings of this kind on these words."),
            Words(f"请写明编号：{'、'.join(names)}。", f"Say which: {', '.join(names)}."),
        )
    return fitting[0]


def _span(given: Correction, shown: Document) -> Span:
    start, end = given.start, given.end
    inside = start is not None and end is not None and 0 <= start < end <= len(shown.text)
    if not inside or shown.text.content[start:end] != given.quote:
        raise _misplaced()
    assert start is not None
    assert end is not None
    return Span(start, end)


def _misplaced() -> BadRequest:
    return BadRequest(
        Words("更正所引的文字不在所说的位置。", "The words of the correction do not stand where it says."),
        Words("请重新打开文档再选一次。", "Open the document again and choose them anew."),
    )


def told(given: Correction) -> tuple[Any, Any]:
    """What the finding said before a correction, and what it says after it, both in the form of the record."""
    if given.action == "reject":
        return given.before, None
    if given.action == "add":
        return None, given.value
    return given.before, given.before if given.action == "accept" else laid_over(given.before, given.value)
