"""Markdown, and plain text with HTML inside: headings, tables and markup read, all else as it lies.

Only markup that a renderer would not show is taken away: ``#`` before a heading, the rules of a
table, ``**`` around words, the address behind a link, bullets, fences, HTML tags. Syntax as in
CommonMark 0.31 and the tables of GitHub Flavored Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from luoshi.model import Original
from luoshi.sources import html
from luoshi.sources.draft import Draft
from luoshi.sources.encoding import decode
from luoshi.sources.plain import doubts
from luoshi.sources.tables import Cell, write_table

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_UNDERLINE = re.compile(r" {0,3}(?:(=)=*|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:-[ \t]{0,3}){3,80}|(?:\*[ \t]{0,3}){3,80}|(?:_[ \t]{0,3}){3,80}")
_TABLE_RULE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*")
_TAGS = re.compile(
    r"</?(?:p|div|table|thead|tbody|tr|td|th|h[1-6]|span|strong|b|em|i|u|font|br|center|ul|ol|li|a|img|section|sup|sub|blockquote|hr)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]{0,8}[-*+][ \t]{1,4}(?=\S)")
_QUOTED = re.compile(r" {0,3}> ?")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[^`]{0,80}")
_INLINE = re.compile(
    r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]\"[^\"\n]{0,200}\")?\)"  # a link or picture: its words
    r"|\*\*(?=\S)([^*\n]{1,2000})\*\*|__(?=\S)([^_\n]{1,2000})__|`([^`\n]{1,500})`"
    r"|\\([!-/:-@\[-`{-~])"  # an escaped sign
)
_FACT = re.compile(r"([\w-]{1,40})[ \t]*[:：][ \t]*(.{1,1000})")


def read(data: bytes, name: str) -> Original:  # noqa: ARG001 — every reader takes a name
    """The text as a renderer shows it; front matter (``title: …`` between ``---``) becomes metadata."""
    text, encoding, remarks = decode(data)
    draft = Draft()
    draft.remarks += remarks
    lines = text.splitlines() if "\r" in text else text.split("\n")
    lines = lines[_front_matter(lines, draft) :]
    at = 0
    fenced = False
    while at < len(lines):
        line = lines[at]
        if _FENCE.fullmatch(line):
            fenced = not fenced
        elif fenced:
            draft.line(line)
        elif "<" in line and _TAGS.search(line):
            at = _html(lines, at, draft)
            continue
        elif "|" in line and at + 1 < len(lines) and "-" in lines[at + 1] and _TABLE_RULE.fullmatch(lines[at + 1]):
            at = _table(lines, at, draft)
            continue
        else:
            at += _line(lines, at, draft)
        at += 1
    draft.remarks += doubts("".join(lines[:2000]))
    return draft.original(data, "text/markdown", encoding)


def _front_matter(lines: list[str], draft: Draft) -> int:
    """The number of lines that the front matter takes."""
    if not lines or lines[0].strip() != "---":
        return 0
    for end, line in enumerate(lines[1:100], 1):
        if line.strip() in {"---", "..."}:
            for fact in lines[1:end]:
                if found := _FACT.fullmatch(fact.strip()):
                    draft.fact(found[1], found[2].strip("\"' "))
            return end + 1
    return 0


def _line(lines: list[str], at: int, draft: Draft) -> int:
    """Write a line; give how many lines after it belong to it."""
    line = lines[at]
    if heading := _HEADING.fullmatch(line):
        words = heading[2].strip()
        closed = words.rstrip("#")
        words = closed.rstrip() if closed.endswith((" ", "\t")) else words
        draft.line(_plain(words), ("heading", str(len(heading[1]))))
        return 0
    if _RULE.fullmatch(line):
        return 0
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if line.strip() and below[:4].strip()[:1] in {"=", "-"} and (under := _UNDERLINE.fullmatch(below)):
        draft.line(_plain(line.strip()), ("heading", "1" if under[1] else "2"))
        return 1
    line = _QUOTED.sub("", line, count=1)
    draft.line(_plain(_BULLET.sub("", line, count=1)))
    return 0


def _plain(text: str) -> str:
    """Words without the signs that only a renderer reads."""
    if "&" in text:
        text = unescape(text)
    return _INLINE.sub(lambda found: next((group for group in found.groups() if group is not None), ""), text)


def _table(lines: list[str], at: int, draft: Draft) -> int:
    """Write a table; give the line after it."""
    rows = [[Cell(cell, header=True) for cell in _cells(lines[at])]]
    at += 2
    while at < len(lines) and "|" in lines[at]:
        rows.append([Cell(cell) for cell in _cells(lines[at])])
        at += 1
    write_table(draft, rows)
    return at


def _cells(line: str) -> Iterator[str]:
    parts = line.strip().removeprefix("|").removesuffix("|").replace("\\|", "\0").split("|")
    return (_plain(_TAGS.sub(" ", part)).replace("\0", "|").replace("\t", " ").strip() for part in parts)


def _html(lines: list[str], at: int, draft: Draft) -> int:
    """Write a run of lines with HTML, up to an empty line outside a table; give the line after it."""
    end, depth = at, 0
    while end < len(lines):
        low = lines[end].lower()
        depth = max(0, depth + low.count("<table") - low.count("</table"))
        if not depth and (not low.strip() or (end > at and "<" not in low)):
            break
        end += 1
    end = max(end, at + 1)
    root = html.parse("\n".join(lines[at:end]), draft)
    if root is not None:
        html.write(root, draft, paths=False)
    return end
