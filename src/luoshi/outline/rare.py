"""Numbers that many lines begin with and few mean as numbering: ``一 总体要求``, ``1.1 目的``, ``Ⅱ. 任务``.

One such line says nothing (``一 片叶子``, ``3.5 万人``, ``12 个村``). A run that counts on from 1, each on a
line of its own as a title, with text between, is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from luoshi.model import Span
from luoshi.outline.numbering import counted
from luoshi.outline.signs import Lines, Sign
from luoshi.patterns import regex

FIRSTS = frozenset("一二三四五六七八九十0123456789ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVXABCDEFGH")
"""Every character with which such a number can begin."""

_LONGEST = 40
_TEXT = 20
_label = regex(
    r"(?:(?P<cn>[一二三四五六七八九十]{1,3})(?:[ \u3000]{1,4}|[.：:，,][ \u3000]?)"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \u3000]{0,4}"
    r"|(?P<bare>\d{1,2})[ \u3000]{1,4}"
    r"|(?P<roman>[Ⅰ-Ⅻ]|[IVX]{1,4})[ \u3000]?[.．、：][ \u3000]?"
    r"|(?P<letter>[A-H])[ \u3000]?[.．、][ \u3000]?)"
    r"(?P<title>(?:[^\W\dA-Za-z_]|[“《])[^。；\n\t]{0,37}[^。；，、：\n\t]$)"
)
_FIGURES = frozenset("0123456789%")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def rare_sign(lines: Lines, index: int) -> Sign | None:
    """The sign that a line would make if its number were believed; see ``believed``."""
    line = lines.texts[index]
    if len(line) > _LONGEST + 8:
        return None
    found = _label.match(line)
    if found is None or not _FIGURES.isdisjoint(found["title"]):
        return None
    written, kind = found[0][: found.start("title") - found.start()].rstrip(), found.lastgroup
    style, number = "1.", None
    if found["cn"]:
        style, number = "一、", counted(found["cn"])
    elif found["decimal"]:
        parts = found["decimal"].split(".")
        style, number = ("1.1", "1.1.1", "1.1.1")[len(parts) - 2], int(parts[-1])
    elif found["bare"]:
        number = int(found["bare"])
    elif found["roman"]:
        style, number = "Ⅰ.", _roman(found["roman"])
    elif found["letter"]:
        style, number = "A.", ord(found["letter"]) - ord("A") + 1
    if number is None or kind is None:
        return None
    start = lines.starts[index]
    return Sign(start, style, number, written, found["title"].strip(), Span(start, lines.end(index)), index)


def believed(rare: list[Sign], sure: list[Sign], lines: Lines) -> list[Sign]:
    """Those of the rare signs that count on from 1 with text between them, in styles that no sure sign uses."""
    used = {sign.style for sign in sure}
    tried = [sign for sign in rare if sign.style not in used]
    found: list[Sign] = []
    for style in ("一、", "1.", "Ⅰ.", "A."):
        for run in _runs([sign for sign in tried if sign.style == style]):
            if all(_apart(before, after, lines) for before, after in pairwise(run)):
                found += run
    heads = {sign.number for sign in found if sign.style == "1."} | {
        sign.number for sign in sure if sign.style in ("1.", "一、", "章")
    }
    found += _decimals(tried, heads)
    return sorted(found, key=lambda sign: sign.start)


def _runs(signs: list[Sign]) -> Iterator[list[Sign]]:
    """The longest runs 1, 2, 3 … of at least two."""
    run: list[Sign] = []
    for sign in signs:
        if run and sign.number == (run[-1].number or 0) + 1:
            run.append(sign)
            continue
        if len(run) > 1:
            yield run
        run = [sign] if sign.number == 1 else []
    if len(run) > 1:
        yield run


def _apart(before: Sign, after: Sign, lines: Lines) -> bool:
    """Whether text stands between: between a table's rows there is none, or cells."""
    return any(
        len(words) >= _TEXT or words.endswith(("。", "；")) for words in lines.texts[before.line + 1 : after.line]
    )


def _decimals(signs: list[Sign], heads: set[int | None]) -> list[Sign]:
    """1.1 and 1.2 where they follow each other, or alone below a head of that number; 1.1.1 likewise."""
    by_prefix: dict[str, list[Sign]] = {}
    for sign in signs:
        if sign.style.startswith("1.1"):
            by_prefix.setdefault(sign.label.rstrip(".").rpartition(".")[0], []).append(sign)
    known: list[Sign] = []
    labels: set[str] = set()
    for prefix in sorted(by_prefix, key=lambda prefix: prefix.count(".")):
        run = by_prefix[prefix]
        counts = [sign.number for sign in run] == list(range(1, len(run) + 1))
        below = prefix in labels or (prefix.isdigit() and int(prefix) in heads)
        if counts and (below or (len(run) > 1 and "." not in prefix)):
            known += run
            labels.update(sign.label.rstrip(".") for sign in run)
    return known


def _roman(numeral: str) -> int | None:
    """The value of Ⅳ or IV up to 12."""
    if "Ⅰ" <= numeral <= "Ⅻ":
        return ord(numeral) - ord("Ⅰ") + 1
    digits = [_ROMAN[letter] for letter in numeral]
    value = sum(-a if a < b else a for a, b in pairwise([*digits, 0]))
    return value if value <= 12 else None
