"""What numbers in front of headings and items look like, and what they are worth.

A label is the number as a text writes it: ``第三章``, ``一、``, ``（二）``, ``3.``, ``（4）``, ``①``, ``专栏5``.
Its *style* is the way of writing, which in any one document stands for a level.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from luoshi.chinese import numerals
from luoshi.patterns import regex


class Label(Struct, frozen=True):
    """A number in front of a line: its ``style``, its value, and where in the line it ends."""

    style: str
    number: int | None
    end: int


RANKS = {
    "annex": -1.0,  # 附件2
    "编": 0.0,  # 第一编, 第一篇, 第一部分
    "章": 1.0,
    "节": 2.0,
    "条": 3.0,
    "Ⅰ.": 5.0,
    "一、": 10.0,
    "（一）": 20.0,
    "1.": 30.0,
    "（1）": 40.0,
    "1.1": 35.0,  # 1.1, 1.1.1: see ``rare``
    "1.1.1": 36.0,
    "1）": 45.0,
    "①": 50.0,
    "甲、": 55.0,
    "A.": 56.0,
    "一是": 60.0,  # 一是 … 二是 …
    "一要": 60.0,
    "第一，": 60.0,
    "listed": 70.0,  # （1）, 1. or ① inside a paragraph
    "box": 99.0,  # 专栏3
}
"""The styles from the outermost inwards, as GB/T 9704—2012 and common use order them. A document
may order 一、 to ① otherwise; see ``nesting``."""

FREE = ("Ⅰ.", "一、", "（一）", "1.", "（1）", "1）", "①", "甲、", "A.")
"""The styles whose level a document settles for itself."""

POINTS = ("一是", "一要", "第一，", "listed")
"""The styles of points, which stand at the start of a paragraph or inside it; ``listed``: see ``lists``."""

FIRSTS = frozenset(
    "第一二三四五六七八九十百（([［〔【0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑甲乙丙丁戊己庚辛壬癸专附"
)
"""Every character with which a label can begin."""

_CN = "一二三四五六七八九十百零"
_KINDS = frozenset("产类级季线批次")
_SINGLE = (("㈠", "（一）"), ("⒈", "1."), ("⑴", "（1）"))
"""Numbers in one character, by the first of each row."""

_STEMS = "甲乙丙丁戊己庚辛壬癸"

_label = regex(
    rf"""
      第\ ?(?P<unit_number>[〇{_CN}\d]{{1,6}})\ ?(?P<unit>部分|[编篇章节条])(?![所中的])
    | 第(?P<ordinal>[{_CN}]{{1,3}})[，,、](?!第)
    | (?P<cn>[{_CN}]{{1,5}})(?:
          \ ?[、．](?![{_CN}]{{1,3}}、|[○〇{_CN}]{{3}}) (?P<comma>)  # not 一、二、三产业, 二、六○○人
        | (?P<point>[是要])(?![的求])
        | (?P<half_cn>[）)])
      )
    | [（(［\[〔【]\ ?(?P<cn_brackets>[{_CN}]{{1,5}})\ ?[）)］\]〕】][、.．]?
    | (?P<arabic>\d{{1,3}})(?:\ ?[.．﹒](?!\d)|、(?!\d)|(?P<half>[）)]))
    | [（(]\ ?(?P<arabic_brackets>\d{{1,3}})\ ?[）)]
    | (?P<ring>[①-⑳])
    | (?P<single>[㈠-㈩⑴-⒇⒈-⒛])
    | (?P<stem>[{_STEMS}])、
    | (?P<box>专栏)\ ?(?P<box_number>\d{{1,3}}|[{_CN}]{{1,4}})?(?=[\ \u3000：:“\n]|$|[^\n]{{2,40}}$)
    | (?P<annex>附件|附录)\ ?(?P<annex_number>\d{{1,2}}|[{_CN}]{{1,3}})?(?=[\ \u3000：:\n]|$)
    """,
    re.VERBOSE | re.MULTILINE,
)


integer = cache(numerals.integer)
"""Labels repeat: most of them are numbers below twenty."""


def label_at(content: str, start: int, end: int) -> Label | None:
    """The label at the start of the line ``content[start:end]``; ``Label.end`` is an offset of ``content``."""
    found = _label.match(content, start, end)
    if found is None:
        return None
    group, number = found.lastgroup, None
    if found["unit"]:
        style = {"篇": "编", "部分": "编"}.get(found["unit"], found["unit"])
        number = integer(found["unit_number"])
    elif found["ordinal"]:
        style, number = "第一，", integer(found["ordinal"])
    elif found["cn"]:
        style = {"是": "一是", "要": "一要"}.get(found["point"] or "", "（一）" if found["half_cn"] else "一、")
        number = counted(found["cn"])
        if number is not None and style == "一、" and _lists(content, found.end(), number):
            return None
    elif found["cn_brackets"]:
        style, number = "（一）", integer(found["cn_brackets"])
    elif found["arabic"]:
        style, number = ("1）" if group == "half" else "1."), int(found["arabic"])
    elif found["arabic_brackets"]:
        style, number = "（1）", int(found["arabic_brackets"])
    elif found["ring"]:
        style, number = "①", ord(found["ring"]) - ord("①") + 1
    elif found["single"]:
        style, number = next(
            (style, ord(found["single"]) - ord(first) + 1) for first, style in _SINGLE if found["single"] >= first
        )
    elif found["stem"]:
        style, number = "甲、", _STEMS.index(found["stem"]) + 1
    elif found["box"]:
        style, number = "box", integer(found["box_number"] or "")
    else:
        style, number = "annex", integer(found["annex_number"] or "")
    if number is None and style not in ("box", "annex"):
        return None
    return Label(style, number, found.end())


def _lists(content: str, position: int, number: int) -> bool:
    """Whether the next number and what is counted follow: 二、三产业, 一、二类水质."""
    return content[position : position + 1] == chinese(number + 1) and content[position + 1 : position + 2] in _KINDS


@lru_cache(maxsize=4096)
def counted(numeral: str) -> int | None:
    """The value of a numeral that counts: 十二, but not 一二 or 十十."""
    number = integer(numeral)
    return number if number is not None and chinese(number) == numeral else None


@lru_cache(maxsize=4096)
def style_of(label: str) -> str | None:
    """The style of a label as written in ``Section.label``, or ``None`` if it is none."""
    found = label_at(label, 0, len(label))
    return found.style if found else _rare_style(label)


def _rare_style(label: str) -> str | None:
    """The style of a label of ``rare``: 一, 2, 1.1, Ⅱ., B."""
    bare = label.rstrip(".．、：:")
    if bare.isascii() and bare.replace(".", "").isdigit():
        return ("1.", "1.1", "1.1.1")[min(bare.count("."), 2)]
    if counted(bare) is not None and bare[0] in _CN:
        return "一、"
    return "A." if bare in tuple("ABCDEFGH") else "Ⅰ." if bare and bare[0] in "IVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ" else None


def written(style: str, number: int) -> tuple[str, ...]:
    """The ways in which a text writes ``number`` in ``style``, to look for one that lost its place."""
    cn = chinese(number)
    if style == "一、":
        return (f"{cn}、",)
    if style == "（一）":
        return (f"（{cn}）", f"({cn})")
    if style == "1.":
        return (f"{number}.", f"{number}．", f"{number}、", f"{number}﹒")
    if style == "（1）":
        return (f"（{number}）", f"({number})")
    if style in ("编", "章", "节", "条"):
        units = ("编", "篇") if style == "编" else (style,)
        return tuple(f"第{n}{unit}" for unit in units for n in (cn, str(number)))
    return ()


def chinese(number: int) -> str:
    """A number from 1 to 999 as a heading writes it: 十二, 二十, 一百零三."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{digits[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")
