"""What the elements of a page are: blocks or parts of a line, seen or hidden, links away or to files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from luoshi.sources.counting import counted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

HIDDEN = frozenset(
    {
        *("head", "script", "style", "template", "noframes", "iframe", "object", "embed", "svg", "math"),
        *("audio", "video", "canvas", "map", "title"),
    }
)
"""Elements that no browser shows as text."""

BLOCKS = frozenset(
    {
        *("html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details"),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li"),
        *("main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary"),
        *("table", "caption", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "select", "textarea"),
        *("button", "noscript"),
    }
)
"""Elements that begin and end a line."""

VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"),
        *("track", "wbr"),
    }
)
"""Elements that hold nothing."""

GROUPS = frozenset(["ul", "ol", "dl", "div", "table", "section", "td", "tbody", "tr", "p", "menu", "dir", "center"])
"""Elements that may be a list of links."""

_INVISIBLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_SPACES = re.compile("[ \t\n\r\f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u201c\u201d\u2018\u2019\u2014\u2026"
BREAK_IN_CHINESE = re.compile(rf"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_FILE_LINK = re.compile(r"\.(?:pdf|docx?|wps|xlsx?|et|zip|rar|ofd)$", re.IGNORECASE)
_NUMERALS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def collapsed(text: str) -> str:
    """Text with its white space as a browser shows it; spaces of other kinds (U+3000, U+00A0) stay."""
    return _SPACES.sub(" ", text).strip(" ")


def words(element: Element) -> str:
    """All text inside an element."""
    return "".join(str(text) for text in element.itertext())


def is_hidden(element: Element) -> bool:
    """Whether a browser shows nothing of an element."""
    tag = element.tag
    if not isinstance(tag, str) or tag in HIDDEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _INVISIBLE.search(style[:2000]))


def weight(element: Element) -> int:
    """Characters that are hidden from the page's readers (scripts and styles are no text)."""
    if element.tag in HIDDEN:
        return 0
    return len("".join(words(element).split()))


def leads_away(link: Element) -> bool:
    """Whether a link leads to another page: not to a place in this one, nor to a file to take along."""
    target = (link.get("href") or "").strip()
    return bool(target) and not target.startswith("#") and not _FILE_LINK.search(target.partition("?")[0])


def numbers(element: Element) -> Iterator[str]:
    """What a browser writes before each item of an ordered list: ``1.``, ``2.`` …"""
    style = (element.get("style") or "") + (element.get("class") or "")
    if "none" in style:
        return
    form = (
        "chineseCounting" if re.search("cjk|chinese", style) else _NUMERALS.get(element.get("type") or "1", "decimal")
    )
    start = element.get("start") or ""
    number = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    while True:
        yield counted(number, form) + ("、" if form == "chineseCounting" else ".")
        number += 1
