"""A document as people corrected it: what rules found, with what was decided laid over it.

Pure: the same document and corrections give the same corrected document. Of several decisions on one finding
the last counts; one that was taken back does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from msgspec.structs import replace

from luoshi.errors import LuoshiError
from luoshi.library.corrections import Correction, named, set_aside
from luoshi.library.entry import storable
from luoshi.library.saying import check, filled_up, laid_over, read, without_places
from luoshi.model import ADDED, EDITED, AnyFinding, Document, Finding, Rejected, Span, Words
from luoshi.model.document import id_of_added
from luoshi.record.values import to_plain
from luoshi.words import said_time

APPLIES, OVERRULED, WITHDRAWN, LOST = "applies", "overruled", "withdrawn", "lost"
"""What became of a correction: it counts; a later one on the same finding does; it was taken back; its words, or
what it was about, are not there any more, or the rules now say something else than what was confirmed."""


class Decided(NamedTuple):
    """A corrected document; ``states`` says by number what became of each correction, ``added`` the id under
    which stands what a correction added. ``corrections`` are all of them, the oldest first.
    """

    document: Document
    states: dict[int, str]
    added: dict[int, str]
    corrections: tuple[Correction, ...] = ()

    def about(self, name: str) -> list[Correction]:
        """What was decided about the finding of this id, the oldest first."""
        return [each for each in self.corrections if name in (each.finding, self.added.get(_number(each)))]

    def mark(self, name: str) -> str:
        """A mark that is another whenever this finding says something else, or somebody decided about it."""
        found = (named(self.document) | set_aside(self.document)).get(name)
        says = None if found is None else (found.kind, to_plain(found.kind, found.value))
        decided = [(each.id, each.withdrawn) for each in self.about(name)]
        return sha256(repr((name, says, decided)).encode("utf-8", "replace")).hexdigest()[:16]


def corrected(document: Document, corrections: Iterable[Correction]) -> Document:
    """The document with what people decided about it.

    A finding that was accepted has the basis ``confirmed``; one that was edited or added has the basis
    ``corrected`` and the rule ``EDITED`` or ``ADDED``; ``why`` says who decided it, when, and the note. What
    was rejected is not among the findings but in ``rejected``, with the basis ``rejected``. All others keep
    their ids and order. Corrections that do not fit the document (any more) change nothing.
    """
    return decide(document, corrections).document


def decide(document: Document, corrections: Iterable[Correction]) -> Decided:
    """The corrected document, and what became of each correction."""
    ordered = sorted(corrections, key=_number)
    states = {_number(each): WITHDRAWN for each in ordered if each.withdrawn}
    active = [each for each in ordered if not each.withdrawn]
    if not active:
        return Decided(document, states, {}, tuple(ordered))
    table = _Table(document)
    for each in active:
        table.take(each, states)
    return Decided(table.made(), states, table.numbered, tuple(ordered))


def _number(correction: Correction) -> int:
    return correction.id or 0


class _Table:
    """The findings on the table, while decision after decision is laid on them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found = named(document)  # what rules found, by id
        self.shown: dict[str, AnyFinding] = dict(self.found)
        self.rejected: dict[str, AnyFinding] = {}
        self.base: dict[str, AnyFinding] = dict(self.found)  # what decisions are laid over
        self.last: dict[str, int] = {}  # the number of the decision that counts
        self.numbered: dict[int, str] = {}
        self.also: dict[str, str] = {}  # ids that rules gave once: what they now stand for
        self.counts: dict[tuple[str, str, int], int] = {}

    def take(self, each: Correction, states: dict[int, str]) -> None:
        """Lay one decision on the table, and say what became of it and of the one before it."""
        name = self._add(each) if each.action == "add" else self._decide(each)
        if name is None:
            agreed = each.action == "reject" and self._place(each) is not None  # rules do not find it any more either
            states[_number(each)] = APPLIES if agreed else LOST
            return
        if name in self.last:
            states[self.last[name]] = OVERRULED
        self.last[name] = _number(each)
        states[_number(each)] = APPLIES

    def _decide(self, each: Correction) -> str | None:
        name = self._meant(each)
        if name is None:
            return self._anew(each) if each.action == "edit" else None
        base = self.base[name]
        if each.action == "reject":
            self.shown.pop(name, None)
            self.rejected[name] = replace(base, basis="rejected", why=_why(each, base))
            return name
        made = _laid(base, each, len(self.document.text))
        if made is None:
            return None
        self.rejected.pop(name, None)
        self.shown[name] = made
        return name

    def _meant(self, each: Correction) -> str | None:
        name = self.also.get(each.finding or "", each.finding)
        if name in self.base and self.base[name].kind == each.kind:
            return name
        if each.finding is not None:
            return None
        place = (each.kind, each.start, each.end)  # kept by a version that did not say which
        return next((name for name, found in self.found.items() if (found.kind, *found.span) == place), None)

    def _add(self, each: Correction) -> str | None:
        span = self._place(each)
        if span is None:
            return None
        try:
            plain = filled_up(each.kind, each.value, span)
            check(each.kind, plain, len(self.document.text))
            value = read(each.kind, plain)
        except LuoshiError:
            return None
        for name, base in self.found.items():  # rules find it by now: a person confirms it
            if (base.kind, base.span) == (each.kind, span) and base.value == value and name not in self.rejected:
                self.shown[name] = replace(base, basis="confirmed", why=_why(each, base))
                self.numbered[_number(each)] = name
                return name
        if _is_profile(self.document, each.kind):
            return self._add_field(each, span, value)
        return self._put(each, span, value)

    def _add_field(self, each: Correction, span: Span, value: object) -> str:
        name = f"profile.{each.kind}"
        rule = EDITED if name in self.found else ADDED
        made: AnyFinding = Finding(each.kind, value, span, self.document.text[span], rule, "corrected", _why(each))
        self.shown[name] = made
        self.base.setdefault(name, made)
        self.rejected.pop(name, None)
        return name

    def _anew(self, each: Correction) -> str | None:
        """Rules found it when a person edited it, and find it no more: what the person said stays."""
        span = self._place(each)
        if span is None or each.before is None or _is_profile(self.document, each.kind):
            return None
        try:
            value = read(each.kind, filled_up(each.kind, laid_over(each.before, each.value), span))
        except LuoshiError:
            return None
        name = self._put(each, span, value)
        if each.finding:
            self.also[each.finding] = name
        return name

    def _put(self, each: Correction, span: Span, value: object) -> str:
        quote = self.document.text[span]
        key = (each.kind, quote, span.start)
        self.counts[key] = count = self.counts.get(key, 0) + 1
        name = id_of_added(each.kind, quote, span.start, count)
        made: AnyFinding = Finding(each.kind, value, span, quote, ADDED, "corrected", _why(each))
        self.shown[name] = self.base[name] = made
        self.numbered[_number(each)] = name
        return name

    def _place(self, each: Correction) -> Span | None:
        if each.start is None or each.end is None or not 0 <= each.start < each.end <= len(self.document.text):
            return None
        span = Span(each.start, each.end)
        return span if storable(self.document.text[span]) == each.quote else None

    def made(self) -> Document:
        """The document with what lies on the table."""
        fields = {each.kind: self.shown.get(f"profile.{each.kind}") for each in self.document.profile}
        fields |= {each.kind: each for name, each in self.shown.items() if name.startswith("profile.")}
        stay = [self.shown[name] for name in self.found if name in self.shown and not name.startswith("profile.")]
        more = [each for name, each in self.shown.items() if name not in self.found and not name.startswith("profile.")]
        rejected = sorted(self.rejected.items(), key=lambda pair: (pair[1].span, pair[0]))
        return replace(
            self.document,
            profile=replace(self.document.profile, **fields),
            findings=tuple(stay),
            rejected=tuple(Rejected(name, each) for name, each in rejected),
        ).with_findings(more)


def _is_profile(document: Document, kind: str) -> bool:
    return kind in document.profile.__struct_fields__


def _laid(base: AnyFinding, each: Correction, size: int) -> AnyFinding | None:
    """A finding that was accepted or edited; ``None`` where what was said of it does not fit it."""
    old = to_plain(base.kind, base.value)
    plain = old if each.value is None else laid_over(old, each.value)
    said = without_places(base.kind, plain)
    then = without_places(base.kind, each.before)  # an older version may not have known all fields
    if each.action == "accept" and each.before is not None and said != laid_over(said, then):
        return None
    try:
        check(base.kind, each.value, size)
        value = base.value if plain is old else read(base.kind, plain)
    except LuoshiError:
        return None
    if plain is old or base.rule == ADDED:
        basis = "confirmed" if plain is old and base.rule != ADDED else "corrected"
        return replace(base, value=value, basis=basis, why=_why(each, base))
    return Finding(base.kind, value, base.span, base.quote, EDITED, "corrected", _why(each))


_DID = {
    "accept": Words("核对无误", "confirmed it"),
    "edit": Words("改过", "edited it"),
    "reject": Words("认为有误", "rejected it"),
    "add": Words("补充", "added it"),
}


def _why(each: Correction, base: AnyFinding | None = None) -> Words:
    """Who decided it, when, and the note; then why it was found, where that had to be concluded."""
    did, note = _DID[each.action], each.note
    who, when = storable(each.who), said_time(each.when)
    zh = f"{who} {when} {did.zh}{'：' if note else '。'}{note}"
    en = f"{who} {did.en} on {when}{': ' if note else '.'}{note}"
    if base is not None and base.why is not None and base.rule != ADDED:
        zh, en = (
            f"{zh}{'' if zh.endswith('。') else '。'}{base.why.zh}",
            f"{en}{'' if en.endswith('.') else '.'} {base.why.en}",
        )
    return Words(zh, en)
