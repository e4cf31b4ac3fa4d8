"""Numbers as Chinese writes them: 3.5, 二〇二五, 三十六, 两万亿, 1亿5000万, 3万4000, 三点五, 壹佰贰拾.

``number`` gives the exact value: digits are shifted as text, so ``number("186.4亿")`` is the float
nearest to 18 640 000 000 and nothing is lost by multiplying. What is no number gives ``None``.
"""

from __future__ import annotations

import re

from luoshi.patterns import regex

DIGITS = "〇零○一二两三四五六七八九"
"""The characters that stand for a digit (○ is the old printers' zero)."""

NUMERALS = DIGITS + "十百千万亿"
"""The characters that a written number is made of."""

ARABIC = r"[0-9]{1,18}(?:,[0-9]{3}){0,6}(?:\.[0-9]{1,12})?"
"""Digits with thousands commas and decimals, as a pattern; at most 18 digits before the first comma."""

CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""The numerals of cheques and contracts (大写)."""

TRADITIONAL = "貳陸萬億兩倆"
"""Numerals in Traditional writing: one may stand in a text that cleaning left as it was."""

_PLAIN = dict(zip(CAPITALS + TRADITIONAL, "一二三四五六七八九十百千二六万亿两两", strict=True)) | {
    "俩": "两",
    "廿": "二十",
    "卅": "三十",
}
_VALUE = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2} | {c: n for n, c in enumerate("三四五六七八九", start=3)}
_PLACE = {"十": 1, "百": 2, "千": 3}
_SCALE = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
_CLOSES = "万亿兆"
_LONGEST = 60
_MOST_DIGITS = 18

_no_capital = frozenset(_PLAIN).isdisjoint
_to_plain = str.maketrans(_PLAIN)
_ONLY_NUMERALS = "壹贰叁柒捌玖佰仟"
_ALSO_WORDS = "肆伍陆拾"
_same_length = str.maketrans({old: new for old, new in _PLAIN.items() if len(new) == 1})
_RUN_OF_ALL = rf"[{NUMERALS}{CAPITALS}]"
_with_capitals = regex(
    rf"(?:{_RUN_OF_ALL}{{0,24}}[{_ONLY_NUMERALS}]{_RUN_OF_ALL}{{1,24}}|{_RUN_OF_ALL}{{1,24}}[{_ONLY_NUMERALS}]|[{_ONLY_NUMERALS}](?=分之|又))"
    rf"(?:[点分]之?{_RUN_OF_ALL}{{1,24}})?"
    rf"|{_RUN_OF_ALL}{{1,24}}[点分]之?{_RUN_OF_ALL}{{0,24}}[{_ONLY_NUMERALS}]{_RUN_OF_ALL}{{0,24}}"
)
_in_fraction = regex(rf"(?<=分之)[{_ALSO_WORDS}{_ONLY_NUMERALS}]|[{_ALSO_WORDS}](?=点[{NUMERALS}]{{1,8}}[个折成%])")
_TELLING = (*_ONLY_NUMERALS, *(f"分之{char}" for char in _ALSO_WORDS), *(f"{char}点" for char in _ALSO_WORDS))
"""A text with capitals in its numbers holds one of these."""

_tokens = regex(r"[0-9]{1,18}|.", re.DOTALL)
_mixed = regex(rf"({ARABIC})([十百千万亿]{{1,4}})")
_parts = regex(rf"(?:{ARABIC}[十百千万亿]{{1,4}}){{2,3}}")
_part = regex(rf"{ARABIC}[十百千万亿]{{1,4}}")
_plain = regex(ARABIC)


def plain(content: str) -> str:
    """``content`` with the capitals of its numbers as common numerals (``壹佰`` → ``一百``), just as long.

    A capital that is an ordinary word too (陆, 伍, 拾, 肆) becomes one only in a number: 万分之肆, not 队伍.
    """
    if not any(map(content.__contains__, _TELLING)):
        return content
    content = _with_capitals.sub(lambda found: found.group().translate(_same_length), content)
    return _in_fraction.sub(lambda found: found.group().translate(_same_length), content)


def number(written: str, shift: int = 0) -> float | None:
    """The value of a number in Arabic or Chinese numerals, or of both mixed (``3.2万亿``).

    ``shift`` moves the decimal point in the text before the number is made: ``number("23.2", -2)`` is
    the float nearest to 0.232. 兆 is a million millions here; before a unit (5兆瓦) it is none of the number.
    """
    if not written or len(written) > _LONGEST:
        return None
    if written.isascii():
        if written.isdigit() and len(written) <= _MOST_DIGITS:
            return float(f"{written}e{shift}") if shift else float(written)
        return float(f"{written.replace(',', '')}e{shift}") if _plain.fullmatch(written) else None
    if not _no_capital(written):
        written = written.translate(_to_plain)
    found = _mixed.fullmatch(written)
    if found:
        return float(f"{found[1].replace(',', '')}e{scale(found[2]) + shift}")
    if _parts.fullmatch(written):
        return sum(number(part, shift) or 0.0 for part in _part.findall(written))
    whole, point, decimals = _divide(written)
    if not point:
        value = integer(whole)
        return None if value is None else float(f"{value}e{shift}")
    return _decimal(whole, decimals, shift)


def integer(written: str) -> int | None:
    """The value of a whole number: ``12``, ``十二``, ``二〇二五``, ``一百零五``, ``三千二百万``."""
    if not written or len(written) > _LONGEST:
        return None
    if written.isascii():
        return int(written) if written.isdigit() else None
    if not _no_capital(written):
        written = written.translate(_to_plain)
    if all(char in _VALUE for char in written):
        return int("".join(str(_VALUE[char]) for char in written))
    return _composed(written)


def scale(written: str) -> int:
    """The power of ten that scale characters stand for: ``万亿`` is 12."""
    return sum(_SCALE[char] for char in written)


def _composed(written: str) -> int | None:
    """十, 百, 千 inside a section of four digits; 万, 亿 and 兆 close a section (``两万三千亿``).

    Digits in figures stand where a character may stand (``2千零30万``, ``3万4000``).
    """
    total = section = 0
    digit: int | None = None
    last = 10
    for char in _tokens.findall(written):
        if char in _VALUE or "0" <= char[0] <= "9":
            if digit:
                return None  # two digits without a place between them: 三五百
            digit = _VALUE[char] if char in _VALUE else int(char)
        elif char in _PLACE:
            if last != 10 and (digit is None or _PLACE[char] >= last):
                return None  # 五十千: a larger place after a smaller one
            section += (digit or 1) * 10 ** _PLACE[char]  # 一百零十 is 110
            digit, last = None, _PLACE[char]
        elif char in _CLOSES:
            section += digit or 0
            closed = 10 ** _SCALE[char]
            if total and total % closed and char != "万":
                section += total
                total = 0
            if not section:  # 万 alone, or 万亿: the next scale multiplies
                section, total = (total, 0) if total else (1, 0)
            total, section, digit, last = total + section * closed, 0, None, 10
        else:
            return None
    if digit and digit < 10 and len(written) > 1 and written[-2] in "百千万亿":
        digit *= 10 ** (_SCALE[written[-2]] - 1)  # 一百五 is 150, 一万五 is 15 000
    return total + section + (digit or 0)


def _divide(written: str) -> tuple[str, str, str]:
    for point in "点·":
        whole, found, decimals = written.partition(point)
        if found:
            return whole, found, decimals
    return written, "", ""


def _decimal(whole: str, decimals: str, shift: int) -> float | None:
    """三点五, 三一·九亿: the decimals' digits, and a scale after them."""
    tail = decimals.lstrip(DIGITS)
    digits = decimals[: len(decimals) - len(tail)]
    value = integer(whole)
    if value is None or not digits or any(char not in _SCALE for char in tail):
        return None
    return float(f"{value}.{''.join(str(_VALUE[char]) for char in digits)}e{scale(tail) + shift}")
