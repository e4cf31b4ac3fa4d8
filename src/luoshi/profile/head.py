"""The lines around the body in which a document says what it is: titles, datelines, bylines."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from msgspec import Struct

from luoshi.model import Document, Finding, Span, Words
from luoshi.patterns import regex

V = TypeVar("V")

_REACH = 3000
"""How many characters from the start can hold the head; from the end, half as many the foot."""

_LABEL = regex(
    r"(?:来源|时间|作者|责编|编辑|责任编辑|记者|摄影|发布|更新|字号|字体|分享|原文链接|所属地区|当前位置|视频简介|简介|主要内容|内容简介"
    r"|[^，。]{2,12}（新闻联播）[:：]|央视网消息|节目官网|下载|打印|收藏|相关报道|https?:|[【<>|])"
)
_LEAD = regex(r"[^，。]{2,10}(?:（新闻联播）：|讯|电)[^\n]{12,300}。")
"""A first paragraph that begins with its agency: 央视网消息（新闻联播）：…。"""

_CALL = ("各位代表", "同志们", "各位委员")


class Line(NamedTuple):
    """A line of the head: where it stands and what it says (the first 600 characters of it)."""

    span: Span
    words: str


class Head(Struct, frozen=True):
    """The head of a document: its ``lines`` before the body, the ``opening`` paragraph, and the ``foot``."""

    lines: tuple[Line, ...]
    opening: Line
    reach: str
    foot: str
    foot_start: int

    @property
    def bare(self) -> list[Line]:
        """The lines that can be titles: short, without a label (来源：…)."""
        return [line for line in self.lines if 3 <= len(line.words) <= 90 and not _LABEL.match(line.words)]


def read_head(content: str) -> Head:
    """The first and the last lines of a clean text."""
    lines: list[Line] = []
    opening = Line(Span(0, 0), "")
    start = 0
    for _ in range(80):
        if start >= min(len(content), _REACH):
            break
        end = content.find("\n", start)
        end = len(content) if end < 0 else end
        line = Line(Span(start, min(end, start + 600)), content[start : min(end, start + 600)])
        start = end + 1
        if _is_body(line.words):
            opening = _after_call(content, line, start)
            break
        if line.words.strip():
            lines.append(line)
    foot_start = max(len(content) - _REACH // 2, 0)
    return Head(tuple(lines), opening, content[:_REACH], content[foot_start:], foot_start)


def _after_call(content: str, line: Line, start: int) -> Line:
    """The first paragraph; where it is only a call (各位代表：), the one after it."""
    if not line.words.startswith(_CALL) or len(line.words) > 24:
        return line
    end = content.find("\n", start)
    end = min(len(content) if end < 0 else end, start + 600)
    return Line(Span(start, end), content[start:end]) if end > start else line


def _is_body(words: str) -> bool:
    """A paragraph with a full stop, or a call; not a dateline or a picture's caption."""
    if words.startswith(_CALL):
        return True
    if len(words) > 160 or _LEAD.match(words):
        return True
    if words.startswith(("——", "--", "（", "【", "［", "［视频")) or _LABEL.match(words) or "摄" in words[-4:]:
        return False
    return len(words) > 24 and ("。" in words or words.endswith("，"))


def field(
    document: Document,
    kind: str,
    value: V,
    span: Span,
    *,
    why: Words | None = None,
    normalised: bool = False,
    evidence: tuple[Span, ...] = (),
) -> Finding[V]:
    """A field of the profile: inferred where ``why`` says how, else stated or normalised."""
    quote = document.text[span]
    basis = "inferred" if why else "normalised" if normalised and quote != str(value) else "stated"
    return Finding(kind, value, span, quote, f"profile.{kind}", basis, why, evidence)
