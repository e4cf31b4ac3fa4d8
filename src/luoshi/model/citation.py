"""Where a finding's words stand, said so that a person can find and cite them."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.model.finding import AnyFinding
from luoshi.model.outline import Section
from luoshi.model.profile import Profile
from luoshi.model.span import Span
from luoshi.model.text import Text


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a document: ``item`` as the document numbers it, ``page`` if it has pages,
    ``paragraph`` (from 1) of the clean text, ``original`` offsets in the file's text, the ``quote``,
    and the whole as a GB/T 7714—2015 reference.
    """

    title: str
    issuer: str | None
    date: str | None
    item: str | None
    page: str | None
    paragraph: int
    original: Span
    line: int
    quote: str
    gb7714: str

    def __str__(self) -> str:
        """One line for a person: 《title》第5条, 第3页: “quote”."""
        where = "，".join(
            part
            for part in (
                self.item or "",
                f"第{self.page}页" if self.page else "",
                f"第{self.paragraph}段",
            )
            if part
        )
        return f"《{self.title}》{where}：“{self.quote}”"


def cite(text: Text, outline: Section, profile: Profile, finding: AnyFinding) -> Citation:
    """Cite ``finding``. Reference form: GB/T 7714—2015 (信息与文献 参考文献著录规则), type Z or EB/OL."""
    title = profile.title.value if profile.title else text.content.strip().partition("\n")[0][:40]
    issuer = profile.issuer.value if profile.issuer else None
    date = profile.date
    original = text.back(finding.span)
    item = item_at(outline, finding.span.start)
    page = next(
        (mark.value for mark in text.original.marks if mark.kind == "page" and mark.span.end > original.start), None
    )
    return Citation(
        title=title,
        issuer=issuer,
        date=str(date) if date else None,
        item=item,
        page=page,
        paragraph=text.content.count("\n", 0, finding.span.start) + 1,
        original=original,
        line=text.original.content.count("\n", 0, original.start) + 1,
        quote=finding.quote,
        gb7714=_reference(issuer, title, str(date) if date else None, page, item),
    )


def item_at(outline: Section, position: int) -> str | None:
    """The numbers of the nodes that hold a position, outermost first; a lost heading in brackets."""
    labels = []
    for node in outline.path_to(position)[1:]:
        if node.label:
            labels.append(node.label.rstrip("、.．，, 　"))
        elif node.number is not None and node.kind != "heading":
            labels.append(f"［{node.number}］")
        elif node.title:
            labels.append(f"“{node.title}”")
    return " ".join(labels) or None


def _reference(issuer: str | None, title: str, date: str | None, page: str | None, item: str | None) -> str:
    who = f"{issuer}. " if issuer else ""
    when = f"({date})" if date else ""
    where = f": {page}" if page else ""
    at = f". {item}" if item else ""
    return f"{who}{title}[Z]{when}{where}{at}."
