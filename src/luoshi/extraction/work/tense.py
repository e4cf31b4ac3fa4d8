"""Which clauses of a sentence tell what has been done, where the passage as a whole looks ahead."""

from __future__ import annotations

from luoshi.patterns import regex

_DONE = regex(
    r"已经?(?!有|然|久|知|经?[^，。；]{0,12}的)|同比|比上年(?:增长|提高|下降)|连续.{1,3}年|位居|获批(?!准)|入选|荣获|再创|圆满|以来(?=，)|年以来|月份?以来|年来|过去(?!的)|去年(?![^，。；]{0,12}的)"
    r"|取得[^，]{0,4}(?:显著|明显|重大|积极)成[效就]"
)
_PERFECT = regex(r"[成化立到得出展升强现定除破完增高大善制订施设]了")
_AHEAD = regex(r"要|将|必须|力争|确保|加快|进一步|继续|今年|明年|下一步|今后|到20|应当?|年底前")
"""Words of what has been done, and of what will be: they speak for the clauses from theirs on."""


def done_from(sentence: str) -> tuple[int, int] | None:
    """The stretch of a sentence that tells what has been done: ``(start, end)``, or ``None``.

    A word of the past speaks for its clause and those behind it up to one that looks ahead, and for
    those before it unless they look ahead.
    """
    first = _DONE.search(sentence)
    perfect = _PERFECT.search(sentence) if "了" in sentence else None
    if first is None or (perfect is not None and perfect.start() < first.start()):
        first = perfect
    if first is None:
        return None
    begin = sentence.rfind("，", 0, first.start()) + 1
    if begin and not _AHEAD.search(sentence, 0, begin):
        begin = 0
    last = max(found.end() for found in (*_DONE.finditer(sentence), *_PERFECT.finditer(sentence)))
    comma = sentence.find("，", last)
    if comma < 0:
        return begin, len(sentence)
    ahead = _AHEAD.search(sentence, comma)
    return begin, (ahead.start() if ahead else len(sentence))
