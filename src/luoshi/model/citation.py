"""Where a finding's words stand, said so that a person can find and cite them."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct

from luoshi.model.finding import AnyFinding
from luoshi.model.outline import Section
from luoshi.model.profile import Profile
from luoshi.model.span import Span
from luoshi.model.text import Text
from luoshi.patterns import regex


class Citation(Struct, frozen=True):
    """A place in a document: ``item`` as the document numbers it, ``page`` if it has pages,
    ``paragraph`` (from 1) of the clean text, ``original`` offsets in the file's text, the ``quote``,
    and the document as a GB/T 7714—2015 reference. The ``title`` of a document that has none is its
    opening words in brackets: ［…］.
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
        return f"{named(self.title)}{where}：“{self.quote}”"


class Work(NamedTuple):
    """What a reference says of the document as a whole; ``kind`` is its type, such as ``R`` or ``N/OL``."""

    who: str | None
    title: str
    kind: str
    date: str | None
    paper: str | None = None
    address: str | None = None

    def reference(self, page: str | None) -> str:
        """GB/T 7714—2015 (信息与文献 参考文献著录规则): 责任者. 题名[类型]. 日期: 页码. 地址.

        The date of something read from the net stands in brackets, as the standard has it.
        """
        who = f"{self.who}. " if self.who else ""
        when = f"({self.date})" if self.date and self.address else self.date or ""
        source = ", ".join(filter(None, (self.paper, when)))
        where = ": ".join(filter(None, (source, page)))
        return (
            f"{who}{self.title}[{self.kind}]."
            + (f" {where}." if where else "")
            + (f" {self.address}." if self.address else "")
        )


def cite(text: Text, outline: Section, profile: Profile, finding: AnyFinding) -> Citation:
    """Cite ``finding``."""
    work = work_of(text, profile)
    original = text.back(finding.span)
    page = next(
        (mark.value for mark in text.original.marks if mark.kind == "page" and mark.span.end > original.start), None
    )
    return Citation(
        title=work.title,
        issuer=profile.issuer.value if profile.issuer else None,
        date=work.date,
        item=item_at(outline, finding.span.start),
        page=page,
        paragraph=text.content.count("\n", 0, finding.span.start) + 1,
        original=original,
        line=text.original.content.count("\n", 0, original.start) + 1,
        quote=finding.quote,
        gb7714=work.reference(page),
    )


def work_of(text: Text, profile: Profile) -> Work:
    """What every reference to a document has in common."""
    genre = profile.genre.value if profile.genre else ""
    issuer = profile.issuer.value if profile.issuer else None
    author = profile.author.value.name if profile.author else None
    date = str(profile.date) if profile.date else None
    address, paper = _address(text), _paper(text) if genre in _NEWS else None
    kind = "N" if paper or genre in _SIGNED else "R" if genre in _REPORTS else "Z"
    return Work(
        who=(author or issuer) if genre in _NEWS else (issuer or author),
        title=profile.title.value if profile.title else _opening(text.content),
        kind=f"{kind}/OL" if address else kind,
        date=date,
        paper=paper,
        address=address,
    )


def named(title: str) -> str:
    """A title in its signs: 《title》, but opening words keep their brackets."""
    return title if title.startswith("［") and title.endswith("…］") else f"《{title}》"


def item_at(outline: Section, position: int) -> str | None:
    """The numbers of the nodes that hold a position, outermost first, as the document writes them.

    ``一、1.`` or ``第三章第一节``; a lost number stands in brackets, a heading without one in quotes.
    """
    item = ""
    for node in outline.path_to(position)[1:]:
        if node.label:
            label = node.label.strip()
        elif node.number is not None and node.kind != "heading":
            label = f"［{node.number}］"
        elif node.title:
            label = f"“{node.title}”"
        else:
            continue
        # 一 总则 … 1: two numbers without a sign between them must not run together
        item += f" {label}" if _OPEN_END.search(item) and _NUMBER.match(label) else label
    return item.rstrip("、，, 　") or None


def chapter_at(outline: Section, position: int) -> str | None:
    """The heading of the chapter that holds a position, with its number: ``二、主要任务``.

    Where there are no chapters, the outermost node that has words of its own.
    """
    nodes = outline.path_to(position)[1:]
    named = [node for node in nodes if node.title]
    node = next((node for node in named if node.kind == "chapter"), named[0] if named else None)
    return f"{node.label}{node.title}" if node else None


_OPEN_END = regex(r"[\d.．一二三四五六七八九十]$")
_NUMBER = regex(r"[\d一二三四五六七八九十]")

# Types of GB/T 7714—2015, annex B, by genre: R report, N newspaper; the rest is Z, other. A report of
# a meeting is N where its paper is known.
_REPORTS = frozenset({"政府工作报告", "工作报告", "计划报告", "预算报告", "统计公报", "说明"})
_SIGNED = frozenset({"署名文章", "评论"})
_NEWS = frozenset({"会议通稿", "侧记", "报道", *_SIGNED})

# Names under which web pages and front matter state their own address, best first.
_ADDRESSES = ("canonical", "og:url", "url", "source_url", "source", "link")
_PAPERS = ("source", "contentsource", "og:site_name", "publisher", "author")
_PAPER = regex(r"[^\W\dA-Za-z_]{1,8}(?:日报|晚报|晨报|早报|快报|时报|商报|都市报|青年报|参考报|报)(?![^\W_])")
_CREDIT = regex(r"(?:来源|原载|稿源)[:：] {0,2}《?([^\W\dA-Za-z_]{1,8}报)(?![^\W_])")
_EDGE = 3_000


def _address(text: Text) -> str | None:
    facts = {name.lower(): value for name, value in reversed(text.original.metadata)}
    for name in _ADDRESSES:
        value = facts.get(name, "")
        if value.startswith(("http://", "https://")) and not re.search(r"\s", value):
            return value
    return None


def _paper(text: Text) -> str | None:
    """The newspaper that the file's metadata or a line ``来源：…报`` at an edge of the page names."""
    facts = {name.lower(): value for name, value in reversed(text.original.metadata)}
    for name in _PAPERS:
        found = _PAPER.fullmatch(facts.get(name, "").strip())
        if found:
            return found[0]
    content = text.original.content
    for edge in (content[:_EDGE], content[_EDGE:][-_EDGE:]):
        credit = _CREDIT.search(edge)
        if credit:
            return credit[1]
    return None


# Opening words are cut at the end of their sentence, or here.
_OPENING = 40


def _opening(content: str) -> str:
    line = content.strip().partition("\n")[0][:_OPENING].partition("。")[0].replace("\t", " ")
    return f"［{line}…］"
