"""Traditional characters to Simplified ones, one character for one, and only where the text is Traditional."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from luoshi.patterns import regex

_TELLTALE = frozenset("國發經產業會實現設與為們來時個動對於應進過關開無長點機務體質創導層強員單區領緊準備積極質總書記")
"""Common Traditional characters that Simplified text does not use: a text without them needs no converter."""

_ENOUGH = 3  # different tell-tale characters; a lone one in Simplified text is a name or a slip
_SHORT = 400  # characters in which three may not come together: one of these has it counted
_SHORT_TELLTALE = _TELLTALE | frozenset(
    "個點萬億兩幾雙塊對條項達過約餘負貳陸倆區縣鎮鄉畝頓噸幣歲戶圓錢讓這說從給還萊灣東車電廣"
)

# 著 is left as it is by the converter. It stays in 显著, 著名, 著作; elsewhere it is 着 (随着, 着力, 沿着).
_ZHU = regex("著")
_ZHU_AFTER = frozenset("显昭卓原名论专编译土遗巨合拙旧执撰史")
_ZHU_BEFORE = frozenset("名作称述者书录")
_ZHE_AFTER = frozenset("随沿靠向朝顺接带伴按当本为有围绕映凭冒跟")
_ZHE_BEFORE = frozenset("力眼重手意实想陆落急装")

_LEFT_OVER = regex("[计规企筹谋]画|甚么|[衞隣砲汚]")
_REMEDY = {"计画": "计划", "规画": "规划", "企画": "企划", "筹画": "筹划", "谋画": "谋划", "甚么": "什么"} | dict(
    zip("衞隣砲汚", "卫邻炮污", strict=True)
)


def simplified(content: str) -> str:
    """``content`` with its Traditional lines in Simplified characters; always as long as it was.

    The evidence is counted: a line is Traditional where more of its characters would change than are
    Simplified already, or where that holds for the text as a whole (a machine's copy mixes 示范 and
    示範). Conversion: OpenCC ``t2s``, and what it leaves (隨著, 著力, 計畫) by rule.
    """
    if len(content) <= _SHORT:
        if _SHORT_TELLTALE.isdisjoint(content):
            return content
    elif sum(character in content for character in _TELLTALE) < _ENOUGH:
        return content
    lines = content.split("\n")
    converted = _converter("t2s")(content).split("\n")
    if len(converted) != len(lines):
        return content
    done = _simplified_letters(content)
    counts = [(_differences(a, b), sum(map(done.__contains__, a))) for a, b in zip(lines, converted, strict=True)]
    traditional, simple = (sum(column) for column in zip(*counts, strict=True))
    for index, (changed, kept) in enumerate(counts):
        if changed and _is_traditional(changed, kept, traditional, simple):
            lines[index] = _finished(lines[index], converted[index])
    return "\n".join(lines)


def _is_traditional(changed: int, kept: int, traditional: int, simple: int) -> bool:
    """Whether a line is Traditional: by its own count, helped by the count of the whole text."""
    if traditional > 3 * simple:
        return True
    if simple > 3 * traditional:
        return changed >= _ENOUGH and changed > 2 * kept
    return changed > kept


def _differences(a: str, b: str) -> int:
    return 0 if a == b else sum(x != y for x, y in zip(a, b, strict=False))


def _finished(before: str, after: str) -> str:
    """A converted line with the converter's leftovers put right, as long as it was."""
    if len(after) != len(before):  # the converter changed a phrase for a longer one: letter by letter then
        after = "".join(map(_letter, before))
    after = _LEFT_OVER.sub(lambda match: _REMEDY[match.group()], after)
    return _ZHU.sub(lambda match: _zhu(after, match.start()), after)


def _zhu(line: str, place: int) -> str:
    previous, following = line[place - 1 : place], line[place + 1 : place + 2]
    if previous in _ZHE_AFTER or following in _ZHE_BEFORE:
        return "着" if previous not in _ZHU_AFTER or following in _ZHE_BEFORE else "著"
    return "著" if previous in _ZHU_AFTER or following in _ZHU_BEFORE else "着"


@cache
def _letter(character: str) -> str:
    return one if len(one := _converter("t2s")(character)) == 1 else character


def _simplified_letters(content: str) -> frozenset[str]:
    """The characters of the text that exist in Simplified writing only."""
    letters = sorted(set(content) - {"\n"})
    raised = _converter("s2t")("\n".join(letters)).split("\n")
    lowered = _converter("t2s")("\n".join(letters)).split("\n")
    return frozenset(a for a, up, down in zip(letters, raised, lowered, strict=True) if up != a == down)


@cache
def _converter(configuration: str) -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - loads its dictionaries: only for Traditional texts

    convert: Callable[[str], str] = OpenCC(configuration).convert
    return convert


def letters_simplified(words: str) -> str:
    """``words`` in Simplified characters, whatever the evidence: for what a person looks for. As long as it was.

    Without the converter where every character is one that Simplified text has (GB/T 2312—1980).
    """
    try:
        words.encode("gb2312")
    except UnicodeEncodeError:
        return _finished(words, _converter("t2s")(words.encode("utf-8", "replace").decode()))
    return _ZHU.sub(lambda match: _zhu(words, match.start()), words) if "著" in words else words
