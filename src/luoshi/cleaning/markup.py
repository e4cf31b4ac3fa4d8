"""Signs of HTML and Markdown that were left in the text."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Edit, Text
from luoshi.patterns import regex

_BLOCKS = frozenset({
    "p", "br", "div", "section", "article", "li", "ul", "ol", "tr", "table", "tbody", "thead", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "blockquote", "center", "dd", "dl", "dt", "pre", "form", "header", "footer", "nav", "main",
    "aside", "figure", "figcaption", "body", "html", "head", "title", "caption", "option", "select", "script",
    "style",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "b", "big", "button", "cite", "code", "del", "em", "font", "i", "iframe", "img", "input", "ins",
    "label", "link", "mark", "meta", "noscript", "o:p", "q", "s", "small", "source", "span", "strike", "strong",
    "sub", "sup", "textarea", "tt", "u", "td", "th", "video", "audio", "wbr",
})  # fmt: skip
_TAG = regex(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9:]{0,9})(?=[\s/>])[^<>]{0,4000}>")
_CLOSING = {
    "<!--": regex(r"-->"),
    "script": regex(r"(?i)</script\s{0,9}>"),
    "style": regex(r"(?i)</style\s{0,9}>"),
}
_ENTITY = regex(
    r"&(?:amp;){0,9}(?:nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|hellip|times|ensp|emsp|thinsp|copy"
    r"|bull|permil|yen|deg|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"
)
_AMP = regex(r"\A&(?:amp;)+")
_HEADING = regex(r"#(?<![^\n]#)#{0,5}[ \t]{1,9}(?:#{1,6}[ \t]{1,9}){0,9}(?=\S)")
_RULE = regex(r"(?m)^[ \t]{0,3}(?:-{3,80}|\*{3,80}|_{3,80}|={3,80})[ \t\r]*$")
_BOLD = regex(r"\*\*(?=[^\s*])([^*\n]{1,300})\*\*")
_LINK = regex(r"(!?)\[([^\[\]\n]{0,300})\]\((?:https?:|/|\.|#|mailto:|data:|www\.)[^()\s]{0,2000}\)")
_BULLET = regex(r"(?m)^[ \t]{0,8}(?:[-*+]|>)[ \t]{1,4}(?=\S)")
_PIPES = regex(r"(?m)^[ \t]{0,3}\|[^\n]{1,4000}\|[ \t\r]*$")
_DIVIDER = regex(r"[\s|:\-]{3,4000}\Z")
_PIPE = regex(r"[ \t]{0,20}\|[ \t\r]{0,20}")


def markup(text: Text) -> Iterator[Edit]:
    """Take out tags, entities and Markdown signs; a block tag becomes a line end, a cell's rule a TAB."""
    content = text.content
    edits: list[Edit] = []
    if "<" in content:
        edits += _tags(content)
    if "&" in content:
        edits += _entities(content)
    if "#" in content or text.original.media_type == "text/markdown":
        edits += _signs(content, text.original.media_type)
    if "**" in content:
        for match in _BOLD.finditer(content):
            edits.append(Edit(match.start(), match.start() + 2, "", "markup.sign", "**"))
            edits.append(Edit(match.end() - 2, match.end(), "", "markup.sign", "**"))
    if "](" in content:
        edits += _links(content)
    if "|" in content:
        edits += _tables(content)
    if "---" in content or "***" in content or "___" in content or "===" in content:
        edits += (Edit(*match.span(), "", "markup.sign", match.group()) for match in _RULE.finditer(content))
    edits.sort()
    end = 0
    for edit in edits:
        if edit.start >= end:
            yield edit
            end = edit.end


def _tags(content: str) -> Iterator[Edit]:
    position = 0
    endless: set[str] = set()  # what was opened and is never closed: looked for once
    while match := _TAG.search(content, position):
        start, position = match.span()
        name = (match[2] or "<!--").lower()
        if name in _CLOSING and not match[1] and name not in endless:
            if closing := _CLOSING[name].search(content, position):
                position = closing.end()
                yield Edit(start, position, "", "markup.comment", content[start:position])
                continue
            endless.add(name)
        if name in _BLOCKS:
            yield Edit(start, position, "\n", "markup.tag", match.group())
        elif name in _INLINE:
            after = "\t" if name in {"td", "th"} and match[1] and not content.startswith("</tr", position) else ""
            yield Edit(start, position, after, "markup.tag", match.group())


def _entities(content: str) -> Iterator[Edit]:
    from html import unescape  # noqa: PLC0415 - with its table of two thousand names: few texts hold one

    for match in _ENTITY.finditer(content):
        after = unescape(_AMP.sub("&", match.group()) if not match.group().endswith("&amp;") else "&")
        after = "" if not after.isprintable() and not after.isspace() else after
        if after != match.group():
            yield Edit(*match.span(), after, "markup.entity", match.group())


def _signs(content: str, media_type: str) -> Iterator[Edit]:
    headings = list(_HEADING.finditer(content))
    for match in headings:
        yield Edit(*match.span(), "", "markup.heading", match.group())
    if headings or media_type == "text/markdown":
        for match in _BULLET.finditer(content):
            yield Edit(*match.span(), "", "markup.sign", match.group())


def _links(content: str) -> Iterator[Edit]:
    for match in _LINK.finditer(content):
        if match[1] or not match[2].strip():
            yield Edit(*match.span(), "", "markup.link", match.group())
        else:
            start, end = match.span(2)
            yield Edit(match.start(), start, "", "markup.link", content[match.start() : start])
            yield Edit(end, match.end(), "", "markup.link", content[end : match.end()])


def _tables(content: str) -> Iterator[Edit]:
    """``| 甲 | 乙 |`` becomes 甲 TAB 乙; a lone line between pipes is no table."""
    rows = list(_PIPES.finditer(content))
    for index, match in enumerate(rows):
        beside = (index and rows[index - 1].end() + 1 == match.start()) or (
            index + 1 < len(rows) and match.end() + 1 == rows[index + 1].start()
        )
        if not beside:
            continue
        if _DIVIDER.match(match.group()) and "-" in match.group():
            yield Edit(*match.span(), "", "markup.table", match.group())
            continue
        pipes = list(_PIPE.finditer(content, *match.span()))
        for number, pipe in enumerate(pipes):
            after = "" if number in {0, len(pipes) - 1} else "\t"
            yield Edit(*pipe.span(), after, "markup.table", pipe.group())
