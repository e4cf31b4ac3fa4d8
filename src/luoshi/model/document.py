"""A text that was read, and all that was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from luoshi.model.citation import Citation, cite
from luoshi.model.finding import AnyFinding
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


class Document(Struct, frozen=True):
    """What we read. ``findings`` are sorted by place, then by kind.

    ``edition`` says with which rules and knowledge it was read, where an action asked for it.
    """

    text: Text
    outline: Section
    profile: Profile
    findings: tuple[AnyFinding, ...] = ()
    verdict: Verdict | None = None
    edition: Edition | None = None

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
        return (finding for finding in self.findings if finding.kind in kinds)

    def with_findings(self, more: Iterable[AnyFinding]) -> Document:
        """The same document with ``more`` findings, in order."""
        findings = [*self.findings, *more]
        findings.sort(key=attrgetter("span"))  # two sorted runs: Timsort merges them in linear time
        return replace(self, findings=tuple(findings))

    def section_of(self, finding: AnyFinding) -> Section:
        """The innermost node of the outline in which the finding starts."""
        return self.outline.path_to(finding.span.start)[-1]

    def cite(self, finding: AnyFinding) -> Citation:
        """Where a person finds the words: title, item, page or paragraph, quote; GB/T 7714 too."""
        return cite(self.text, self.outline, self.profile, finding)

    def ids(self) -> dict[str, AnyFinding]:
        """Each finding by its id.

        The id is made of kind, words and the how-manieth such words they are, so that it stays the
        same when a newer version reads the same words in the text.
        """
        seen: dict[tuple[str, str], int] = {}
        found = {}
        for finding in self.findings:
            kind, quote = key = (finding.kind, finding.quote)
            count = seen[key] = seen.get(key, 0) + 1
            digest = blake2b(f"{kind}\0{quote}\0{count}".encode("utf-8", "surrogatepass"), digest_size=6)
            found[f"{kind}-{digest.hexdigest()}"] = finding
        return found
