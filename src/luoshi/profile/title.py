"""The title: the line that names the document, among the page's titles, captions and metadata."""

from __future__ import annotations

import re

from luoshi.knowledge.genres import genre_of_title
from luoshi.model import Document, Finding, Span, Words
from luoshi.patterns import regex
from luoshi.profile.head import Head, Line, field

_TAIL = regex(r"(?:［1］|\[1\]|（图\d{1,2}）|·|公布|全文)$")
_FRONT_LINE = regex(
    r"^(?:中华人民共和国|中共[^\W\dA-Za-z_]{2,14}|[^\W\dA-Za-z_]{2,12}(?:省|市|县|区|州|盟|旗|人民政府|委员会))$"
)
_BEGINS = regex(
    r"^(?:中共|中华人民共和国|国务院|关于|[^\W\dA-Za-z_]{2,14}(?:省|市|县|区|州|盟|旗|政府|委员会|[局厅部委]))"
)
_FRONT = regex(r"^(?:［视频］|\[视频\]|#{1,6} ?|附[:：])")
_ANNOUNCED = regex(
    r"^.{0,60}?(?:公布|发布|印发了?|通过的|播发.{0,40}?)《(?P<a>[^《》]{6,90})》|^.{0,60}?《(?P<b>(?:[^《》]|〈|〉){6,90})》(?:公布|发布|全文如下)"
)
_NAMED = regex(r"^(?P<a>[^，。《》]{8,60}(?:规划|计划)纲要)，?根据《")
_ISSUED = regex(r"^[^《》]{2,20}印发\n?《(?P<a>[^《》]{6,60})》$")
_REPORT = regex(
    r"代表.{0,20}?(?:政府|国务院)，?向大会.{0,4}(?:报告|作)(?P<a>政府工作报告|政府工作|工作报告|工作|.{0,8}政府工作)"
)


def title(document: Document, head: Head) -> Finding[str] | None:
    """A line that ends as titles of a known genre do; else a heading or a short first line; else what
    the first paragraph says of itself (inferred). ``None`` where nothing names the text.
    """
    return _by_grammar(document, head) or _by_opening(document, head) or _by_place(document, head)


def _by_grammar(document: Document, head: Head) -> Finding[str] | None:
    bare = head.bare
    for number, line in enumerate(bare):
        span, words = _trim(line)
        if _is_title(words):
            before = bare[number - 1] if number else None
            issued = "印发" in f"{before.words if before else ''}{words}" and _ISSUED.match(
                f"{before.words}\n{words}" if before else words
            )
            if before and not issued and before.span.end + 1 == span.start and _FRONT_LINE.match(before.words):
                span, words = Span(before.span.start, span.end), f"{before.words}\n{words}"
            flat = words.replace("\n", "")
            return field(document, "title", flat, span, normalised=flat != words)
    return _by_two_lines(document, bare)


def _by_two_lines(document: Document, bare: list[Line]) -> Finding[str] | None:
    """A title that runs over two or three lines, none of which is one alone."""
    for number, line in enumerate(bare):
        joined = line
        for after in bare[number + 1 : number + 3]:
            if after.span.start != joined.span.end + 1 or after.words.startswith(("——", "--", "（")):
                break
            joined = Line(Span(line.span.start, after.span.end), f"{joined.words}\n{after.words}")
            span, words = _trim(joined)
            flat = words.replace("\n", "")
            if _is_title(flat) and _BEGINS.match(flat):
                return field(document, "title", flat, span, normalised=True)
    return None


def _is_title(words: str) -> bool:
    return len(words) >= 4 and words[-1] not in "。；，：、" and _is_whole(words) and genre_of_title(words) is not None


def _is_whole(words: str) -> bool:
    """Not the tail of a longer title, and not a line of a table of contents (第一节 …规划)."""
    return not re.match(
        r"^(?:第[一二三四五六七八九十]{1,3}[章节编篇条]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]|[-—\d（、，的])",
        words,
    ) or (words[:4].isdigit() or words[:2] == "20")


def _trim(line: Line) -> tuple[Span, str]:
    """The line without what a page puts around a title: ［视频］《…》公布, a note's mark, an edge of spaces."""
    start, end = line.span
    words = line.words
    front = _FRONT.match(words)
    if front:
        start, words = start + front.end(), words[front.end() :]
    while tail := _TAIL.search(words):
        end, words = end - (len(words) - tail.start()), words[: tail.start()]
    bare = words.strip(" \u3000")
    start += len(words) - len(words.lstrip(" \u3000"))
    words = bare
    if words.startswith("《") and words.endswith("》") and words.count("《") == 1 and "新闻联播" not in words:
        start, words = start + 1, words[1:-1]
    return Span(start, start + len(words)), words


def _by_opening(document: Document, head: Head) -> Finding[str] | None:
    base, words = head.opening.span.start, head.opening.words
    named = _NAMED.match(words) if "《" in words else None
    if named:
        return field(document, "title", named["a"], Span(base, base + named.end("a")))
    announced = _ANNOUNCED.match(words) if "《" in words else None
    if announced:
        group = "a" if announced["a"] else "b"
        found = announced[group].replace("〈", "《").replace("〉", "》")
        if genre_of_title(found):
            return field(
                document,
                "title",
                found,
                Span(base + announced.start(group), base + announced.end(group)),
                why=Words(
                    "文本没有标题行；首段说明所载文件的名称。",
                    "No title line; the first paragraph names the document that it carries.",
                ),
            )
    report = _REPORT.search(words) if "向大会" in words else None
    if report:
        return field(
            document,
            "title",
            "政府工作报告",
            Span(base + report.start(), base + report.end()),
            why=Words(
                "文本没有标题行；开头是政府向人民代表大会报告工作的套语。",
                "No title line; the text opens as a government's report to its congress does.",
            ),
        )
    return None


def _by_place(document: Document, head: Head) -> Finding[str] | None:
    """A heading by the format's own word, the page's title, or a first line that can be one."""
    for mark in document.text.marked("heading"):
        words = document.text[mark.span]
        if mark.value == "1" and 4 <= len(words) <= 80 and "\n" not in words:
            return field(document, "title", words, mark.span)
    named = dict(document.original.metadata).get("title", "")
    for line in head.bare[:3]:
        if line.words and line.words in named and len(line.words) >= 6:
            return field(document, "title", line.words, line.span)
    if head.lines and head.bare and head.bare[0] is head.lines[0]:
        span, words = _trim(head.bare[0])
        if 6 <= len(words) <= 30 and not words.endswith(("。", "，", "：", "；")) and "：" not in words[-3:]:
            return field(document, "title", words, span)
    return None
