"""Where something injected stands in its sentence: the clause around it, the comma that goes with it."""

from __future__ import annotations

from luoshi.patterns import regex

_PUNCTUATION = "，。；：？！、\n\t（）《》"
_BREAK = regex(r"[，。；：？！、\n\t（）《》]")
_LEADS_IN = regex(r"(?:网址|网站|官网|登录|登陆|链接|邮箱|访问|地址|平台|见|至|电商|详见|上|[:：@（(《“\"'])\s{0,2}\Z")
OPENING = frozenset("【[（(《")
CLOSING = frozenset("】]）)》")


def clause_around(content: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between the marks of punctuation around a place, at most 60 characters each way."""
    left = start
    while left > max(0, start - 60) and content[left - 1] not in _PUNCTUATION:
        left -= 1
    stop = _BREAK.search(content, end, end + 60)
    return left, stop.start() if stop else min(len(content), end + 60)


def with_comma(content: str, start: int, end: int) -> tuple[int, int]:
    """An advertisement that was a whole clause takes one comma along."""
    before = content[start - 1] if start else "\n"
    after = content[end] if end < len(content) else "\n"
    if before in "，、；。：\n" and after in "，、；":
        return start, end + 1
    if before in "，、；" and after in "。！？\n":
        return start - 1, end
    return start, end


def leads_in(before: str) -> bool:
    """Whether the document itself announces an address: 详见, 网址：."""
    return _LEADS_IN.search(before) is not None


def joins(character: str) -> bool:
    """Whether a sentence may go on from here: it is Chinese, or a mark inside or behind a sentence."""
    return "\u3400" <= character <= "\u9fff" or character in "，。；、！”"
