"""How wide a character is set: full-width digits become half-width, Chinese punctuation full-width.

Convention: GB/T 15834—2011 (标点符号用法) for the punctuation; digits and Latin letters half-width as
GB/T 15835—2011 (出版物上数字用法) prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from luoshi.patterns import regex

HAN = r"[^\W\dA-Za-z_]"
"""A Chinese character (any letter that is no Latin one) as a pattern that compiles quickly."""


class Change(NamedTuple):
    """A stretch ``[start, end)`` that should read ``after``; ``kind`` is ``digits`` or ``punctuation``."""

    start: int
    end: int
    after: str
    kind: str


_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_FORMS = dict(zip("｡､｢｣﹐﹑﹔﹕﹖﹗﹙﹚", "。、「」，、；：？！（）", strict=True))
_NARROW = str.maketrans({chr(0xFF01 + i): chr(0x21 + i) for i in range(94)})
_SINGLE = ",;:?!()｡､｢｣﹐﹑﹔﹕﹖﹗﹙﹚．－"
_FULL_WIDTH = "０１２３４５６７８９％ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ＋＝／＆＃＠＿"
_RUN = regex(f"[{_FULL_WIDTH}]{{1,200}}")
_ANY = regex(f"[{_SINGLE}{_FULL_WIDTH}]")
_THOUSANDS = regex(r"，(?<=[0-9０-９]，)(?=[0-9０-９]{3}(?![0-9０-９]))")
_GROUPED = regex(
    r"[0-9０-９]{1,3}(?:[，,][0-9０-９]{3}){1,5}[ 　]?[亿万千元吨人户个家公平立套辆台件亩头只座处项所米斤克度兆瓦美标种名条%％.．]"
)
_WIDE_GROUPS = regex(r"[０-９]{1,3}(?:[，,][０-９]{3}){1,5}(?![０-９，,])")  # １，２３４ is set full width as a whole
_STOP = regex(rf"\.(?<={HAN}\.)(?={HAN}|[“‘《（\r\n]|\Z)")
_ENTITY = regex(r"&#?[A-Za-z0-9]{1,8}\Z")
_CLAUSE = regex(rf"{HAN}{{5}}\Z")


def is_letter(character: str) -> bool:
    """Whether a character is what ``HAN`` matches, in a third of the time."""
    return not character.isascii() and character.isalnum() and not character.isdecimal()


def is_chinese(character: str) -> bool:
    """Whether a character is Chinese writing or Chinese punctuation (curly quotes and dashes too)."""
    return character >= "\u2e80" or character in "“”‘’…—"


def changes(content: str) -> Iterator[Change]:
    """What must change for ``content`` to have half-width digits and full-width punctuation, in order.

    A half-width mark changes where a Chinese character stands on either side of it, so that ``3.5``,
    ``1,500``, ``10:30`` and an address on the web stay as they are. Every change keeps the length.
    """
    singles, wide = _seen(content)
    found = [*_marks(content, singles), *_thousands(content), *_stops(content)]
    if wide:
        found += (Change(*run.span(), run.group().translate(_NARROW), "digits") for run in _RUN.finditer(content))
    found.sort()
    return iter(found)


_MANY = 300_000
"""After so many characters one search for a class, which takes half a millisecond to compile, pays."""


class _Memory:
    """How much was looked through so far. It spares work and changes no result."""

    searched = 0  # characters


def _seen(content: str) -> tuple[list[int], bool]:
    """Where the single marks stand that may change, in order, and whether there are full-width letters or digits."""
    _Memory.searched += len(content)
    if _Memory.searched <= _MANY:
        return places(content, _SINGLE), any(map(content.__contains__, _FULL_WIDTH))
    found = [match.start() for match in _ANY.finditer(content)]
    singles = [place for place in found if content[place] in _SINGLE]
    return singles, len(singles) < len(found)


def places(content: str, characters: str) -> list[int]:
    """Where any of the characters stands, in order: one fast search each, cheap where they are rare."""
    found = []
    for character in characters:
        place = content.find(character)
        while place >= 0:
            found.append(place)
            place = content.find(character, place + 1)
    found.sort()
    return found


def _marks(content: str, singles: list[int]) -> Iterator[Change]:
    pairs: dict[int, bool] = {}
    for start in singles:
        character = content[start]
        if character in _WIDE:
            if character in "()":
                wide = pairs[start] if start in pairs else _bracket(content, start, pairs)
            else:
                wide = _beside_chinese(content, start, start + 1) and not (
                    character == ";" and _ENTITY.search(content, max(0, start - 10), start)
                )
            if wide:
                yield Change(start, start + 1, _WIDE[character], "punctuation")
        elif character in _FORMS:
            yield Change(start, start + 1, _FORMS[character], "punctuation")
        elif character == "．":  # the dot of １．５, and of the item １．
            if start and content[start - 1] in "0123456789０１２３４５６７８９":
                yield Change(start, start + 1, ".", "digits")
        elif _narrow(content, start - 1) and _narrow(content, start + 1):  # － between figures
            yield Change(start, start + 1, "-", "digits")


def _bracket(content: str, start: int, pairs: dict[int, bool]) -> bool:
    """Whether a bracket belongs to Chinese text; its partner gets the same answer."""
    if content[start] == ")":
        return _beside_chinese(content, start, start + 1)
    end = content.find(")", start, start + (2000 if content[start - 1 : start] == "]" else 120))
    if start and content[start - 1] == "]":  # a Markdown link
        pairs[end] = False
        return False
    inside = content[start + 1 : end] if end > 0 else ""
    if end < 0 or "(" in inside or "\n" in inside:
        return _beside_chinese(content, start, start + 1)
    wide = any(map(is_chinese, inside)) or _beside_chinese(content, start, end + 1)
    pairs[end] = wide
    return wide


def _beside_chinese(content: str, start: int, end: int) -> bool:
    """Whether a Chinese character stands before ``start`` or after ``end``, spaces and quotes aside."""
    for step, place in ((-1, start - 1), (1, end)):
        for distance in range(4):
            where = place + step * distance
            if not 0 <= where < len(content):
                break
            character = content[where]
            if is_chinese(character) and character != "\u3000":
                return True
            if character not in " \u3000\xa0\"'":
                break
    return False


def _narrow(content: str, place: int) -> bool:
    """Whether a Latin letter or a digit, of either width, stands there."""
    return 0 <= place < len(content) and (one := content[place].translate(_NARROW)).isascii() and one.isalnum()


def _thousands(content: str) -> Iterator[Change]:
    """``1，500亿元``: a full-width comma that groups the digits of one number."""
    end = 0
    for match in _THOUSANDS.finditer(content):
        if match.start() < end:
            yield Change(match.start(), match.end(), ",", "digits")
            continue
        first = match.start()
        while first > match.start() - 3 and first and content[first - 1] in "0123456789０１２３４５６７８９":
            first -= 1
        if first and content[first - 1] in "0123456789０１２３４５６７８９，,":
            continue
        if number := _GROUPED.match(content, first) or _WIDE_GROUPS.match(content, first):
            end = number.end()
            yield Change(match.start(), match.end(), ",", "digits")


def _stops(content: str) -> Iterator[Change]:
    """``…推进改革.扩大开放``: a half-width stop between two sentences (not ``一.`` of an item)."""
    for match in _STOP.finditer(content):
        if _CLAUSE.search(content, max(0, match.start() - 5), match.start()):
            yield Change(match.start(), match.end(), "。", "punctuation")
