"""Which parts of a page are site chrome: told by markup and by how much of them is links.

The rule that comes first: no sentence of the document is ever chrome. So only parts that the markup
calls navigation, or that are made of links, are marked, and never one that holds prose; text that
only *says* it is chrome (a copyright line, a disclaimer) is the business of cleaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_BY_TAG = {"nav": "nav", "footer": "footer", "aside": "aside", "header": "header", "menu": "menu"}
_BY_ROLE = {
    "navigation": "nav",
    "menu": "menu",
    "menubar": "menu",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
}
_CONTROLS = {"select", "button", "textarea", "noscript", "form", "datalist"}
# Words in class and id that builders of government and news sites use; pinyin as they write it.
_BY_NAME = (
    ("breadcrumb", re.compile(r"bread|crumb|dqwz|weizhi|position$|^location$|curpos|currentpos")),
    ("nav", re.compile(r"^nav|nav$|navbar|navi(?:gation)?|daohang|^menu|menu$|topmenu|channel_?list")),
    ("footer", re.compile(r"(?:^|[_-])foot(?:er)?\d{0,9}$|copyright|banquan|(?:^|[_-])bottom$|friend_?links?|yqlj")),
    (
        "share",
        re.compile(
            r"share|fenxiang|bdsharebuttonbox|social|qr_?code|ewm|erweima|wechat|weixin|print|dayin|ziti|font-?size"
        ),
    ),
    (
        "links",
        re.compile(
            r"relat|recommend|tuijian|hot_?(?:news|list|rank)|rank(?:ing)?$|xgwz|xgyd|side_?bar|pag(?:er|ination)$|prev_?next"
        ),
    ),
    ("form", re.compile(r"^search|search$|sousuo|login|denglu|toolbar|^tools?$")),
)
_ARROWS = re.compile("[>›»＞]")
_BARS = re.compile("[|｜/]")
_SENTENCE = re.compile("[。；！？]")


class Block(NamedTuple):
    """A line of a page: its text, how many of its characters are links, how many links, its heading level."""

    text: str
    linked: int
    links: int
    heading: bool

    @property
    def prose(self) -> int:
        """How many characters of sentences it holds: none where it is mostly links."""
        own = len(self.text) - self.linked
        if own >= 6 and own * 3 >= self.linked and _SENTENCE.search(self.text):
            return own
        return own if own > self.linked and own >= (30 if "，" in self.text else 60) else 0


@dataclass(slots=True)
class Part:
    """An element with what lies in it: blocks from ``first`` (included) to ``last`` (excluded)."""

    first: int
    called: str = ""
    by_markup: bool = False
    group: bool = False
    inside_article: bool = False
    last: int = 0
    characters: int = 0
    linked: int = 0
    links: int = 0
    prose: int = 0
    headings: int = 0

    def add(self, block: Block) -> None:
        """Count a block of one's own."""
        self.characters += len(block.text)
        self.linked += block.linked
        self.links += block.links
        self.prose += block.prose
        self.headings += block.heading

    def add_part(self, other: Part) -> None:
        """Count what an element inside holds."""
        self.characters += other.characters
        self.linked += other.linked
        self.links += other.links
        self.prose += other.prose
        self.headings += other.headings


@dataclass(slots=True)
class Page:
    """The blocks of a page in order, and the parts that might be chrome."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def called(tag: str, role: str, names: str) -> tuple[str, bool]:
    """What an element says that it is: ``nav``, ``footer`` …, or nothing; and whether its tag or role says so."""
    by_word = _BY_TAG.get(tag) or _BY_ROLE.get(role)
    if by_word:
        return by_word, True
    if tag in _CONTROLS:
        return "form", True
    for name in names.lower().split()[:8]:
        for kind, pattern in _BY_NAME:
            if pattern.search(name[:40]):
                return kind, False
    return "", False


def chrome(page: Page) -> list[tuple[int, int, str]]:
    """The stretches of blocks ``[first, last)`` that are chrome, outermost, in order, with their kind."""
    prose = sum(block.prose for block in page.blocks)
    found = [(part.first, part.last, kind) for part in page.parts if part.characters and (kind := _kind(part, prose))]
    if prose:
        told = [at for at, block in enumerate(page.blocks) if block.prose]
        for at, block in enumerate(page.blocks):
            if kind := _kind_of_line(block, before=at < told[0], after=at > told[-1], title=page.title):
                found.append((at, at + 1, kind))
    outermost: list[tuple[int, int, str]] = []
    for first, last, kind in sorted(found, key=lambda item: (item[0], -item[1])):
        if not outermost or first >= outermost[-1][1]:
            outermost.append((first, last, kind))
    return outermost


def _kind(part: Part, prose: int) -> str:
    share = part.linked / part.characters
    if part.called == "form":
        return "form" if not part.prose and part.characters < 200 else ""
    # a <footer> may hold a sentence on copyright; a class that sounds like one is no proof
    few = not part.prose or (part.by_markup and part.prose * 4 <= prose)
    if part.called == "footer" and few and not part.inside_article and not part.headings:
        return "footer"
    if part.prose:
        return ""
    if part.called in {"nav", "menu"}:
        return part.called if share >= 0.5 and part.links >= 2 else ""
    if part.called == "header":
        return "header" if share >= 0.5 and part.links >= 2 else ""
    if part.called == "breadcrumb":
        return "breadcrumb" if part.links and part.characters < 200 and not part.headings else ""
    if part.called == "share":
        return "share" if part.characters < 60 and not part.headings else ""
    if part.called in {"aside", "links"}:
        return part.called if share >= 0.5 else ""
    if part.group and prose and part.links >= 3 and share >= 0.7:
        return "links"
    return ""


def _kind_of_line(block: Block, *, before: bool, after: bool, title: str) -> str:
    """``before`` the first sentence of the page, ``after`` its last: there links stand apart from the text."""
    text = block.text
    if not block.links or block.prose or block.heading or len(text) > 120:
        return ""
    if block.links >= 2 and block.linked * 4 >= len(text) and _ARROWS.search(text):
        return "breadcrumb"
    if block.links >= 2 and block.linked * 5 >= len(text) * 2 and _BARS.search(text):
        return "links"
    if before and block.linked * 10 >= len(text) * 9 and text not in title:
        return "links"
    if after and block.linked * 10 >= len(text) * 6 and "来源" not in text:  # 上一篇：…, but not 来源：…
        return "links"
    return ""
