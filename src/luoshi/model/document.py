"""A text that was read, and all that was found in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from luoshi.model.citation import Citation, cite
from luoshi.model.finding import ADDED, AnyFinding, Rejected
from luoshi.model.original import Original
from luoshi.model.outline import Section
from luoshi.model.profile import Profile
from luoshi.model.span import Span
from luoshi.model.text import Text
from luoshi.words import Words


class Edition(NamedTuple):
    """With what a document was read: the version of the ``rules`` (this package) and of the ``knowledge``."""

    rules: str
    knowledge: str


class Verdict(Struct, frozen=True):
    """How far a text can be trusted: a grade A to D with its reasons, and its earliest date.

    ``not_before`` is the earliest day on which the text can have been written (``YYYY-MM-DD``), and
    ``proofs`` are the findings' spans that prove it; both empty where the text gives no hold.
    """

    grade: str
    reasons: tuple[Words, ...]
    not_before: str | None = None
    proofs: tuple[Span, ...] = ()


_place = attrgetter("span")


def _grouped(findings: Iterable[AnyFinding]) -> dict[str, list[AnyFinding]]:
    """Findings by their kind, each kind in the order in which they come."""
    found: defaultdict[str, list[AnyFinding]] = defaultdict(list)
    for finding in findings:
        found[finding.kind].append(finding)
    return dict(found)


def _merged(known: Sequence[AnyFinding], added: list[AnyFinding]) -> list[AnyFinding]:
    """Two rows of findings in one, both in the order of the text; at one place the known ones stand first."""
    if len(added) * _FEW > len(known):
        return sorted([*known, *added], key=_place)  # two sorted runs: Timsort merges them in linear time
    merged: list[AnyFinding] = []
    begun = 0
    for finding in added:
        place = bisect_right(known, finding.span, begun, key=_place)
        merged += known[begun:place]
        merged.append(finding)
        begun = place
    merged += known[begun:]
    return merged


_FEW = 8
"""Where that many times more are known than added, looking up each place is cheaper than comparing all."""


class Document(Struct, frozen=True, dict=True):  # dict: for what is derived from the fields and kept
    """What we read. ``findings`` are sorted by place, then by kind.

    ``edition`` says with which rules and knowledge it was read, where an action asked for it.
    ``rejected`` are findings, and fields of the profile (``profile.title``), that people took out.
    """

    text: Text
    outline: Section
    profile: Profile
    findings: tuple[AnyFinding, ...] = ()
    verdict: Verdict | None = None
    edition: Edition | None = None
    rejected: tuple[Rejected, ...] = ()

    @property
    def id(self) -> str:
        """The SHA-256 of the bytes that were read."""
        return self.text.original.sha256

    @property
    def original(self) -> Original:
        """The text as the file gave it."""
        return self.text.original

    @property
    def title(self) -> str:
        """The document's title, or the first words of its text."""
        if self.profile.title is not None:
            return self.profile.title.value
        return self.text.content.strip().partition("\n")[0][:40]

    def find(self, *kinds: str) -> Iterator[AnyFinding]:
        """The findings of these kinds, in the order of the text."""
        if len(kinds) == 1:
            return iter(self._by_kind.get(kinds[0], ()))
        by_kind = self._by_kind
        return iter(sorted(chain.from_iterable(by_kind.get(kind, ()) for kind in kinds), key=_place))

    @cached_property
    def _by_kind(self) -> dict[str, list[AnyFinding]]:
        """The findings of each kind, in order: dozens of rules ask for one kind among thousands of findings."""
        return _grouped(self.findings)

    def with_findings(self, more: Iterable[AnyFinding]) -> Document:
        """The same document with ``more`` findings, in order."""
        added = sorted(more, key=_place)
        if not added:
            return self
        document = replace(self, findings=tuple(_merged(self.findings, added)))
        known = dict(self._by_kind)
        for kind, found in _grouped(added).items():
            known[kind] = _merged(known[kind], found) if kind in known else found
        document.__dict__["_by_kind"] = known
        return document

    def section_of(self, finding: AnyFinding) -> Section:
        """The innermost node of the outline in which the finding starts."""
        return self.outline.path_to(finding.span.start)[-1]

    def cite(self, finding: AnyFinding) -> Citation:
        """Where a person finds the words: title, item, page or paragraph, quote; GB/T 7714 too."""
        return cite(self.text, self.outline, self.profile, finding)

    def ids(self) -> dict[str, AnyFinding]:
        """Each finding by its id.

        The id is made of kind, words and the how-manieth such words they are, so that it stays the
        same when a newer version reads the same words in the text. What people took out keeps its
        number, and what they added (whose id names the place) has none: no other id changes.
        """
        taken = {each.id for each in self.rejected}
        seen: dict[tuple[str, str], int] = {}
        found = {}
        for finding in self.findings:
            kind, words = finding.kind, finding.quote
            if finding.rule == ADDED:
                words = _of_added(words, finding.span.start)
            count = seen.get((kind, words), 0) + 1
            name = _name(kind, words, count)
            while name in taken:
                count += 1
                name = _name(kind, words, count)
            seen[kind, words] = count
            found[name] = finding
        return found


def id_of_added(kind: str, quote: str, start: int, count: int) -> str:
    """The id of the how-manieth finding of a kind that a person added on the words at ``start``."""
    return _name(kind, _of_added(quote, start), count)


def _of_added(words: str, start: int) -> str:
    return f"{words}\0{start}"


def _name(kind: str, words: str, count: int) -> str:
    digest = blake2b(f"{kind}\0{words}\0{count}".encode("utf-8", "surrogatepass"), digest_size=6)
    return f"{kind}-{digest.hexdigest()}"
