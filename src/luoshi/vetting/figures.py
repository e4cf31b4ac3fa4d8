"""Figures that copying or scanning broke: 3 541.07亿元, 3 · 5%, l0%, O.5, and a number that lost its unit."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.chinese.width import places
from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
from luoshi.vetting.doubts import doubt

_UNIT = r"(?:[%％‰]|个百分点|[万亿]|[元吨亩户人家个项公平立千])"
_SPLIT = regex(rf" (?<=[0-9] )(?<![0-9]{{4}} )[0-9]{{3}}(?:\.[0-9]{{1,4}})?{_UNIT}")
_DOTS = regex(rf"[0-9]{{1,6}} ?[·•] ?[0-9]{{1,4}} ?{_UNIT}")
_LETTER = regex(rf"(?:(?<![A-Za-z0-9])[lIOo][0-9.]{{1,8}}|[0-9]{{1,6}}[lIOo][0-9.]{{0,6}}) ?{_UNIT}")
_LIKE_FIGURES = "lIOo"
_BESIDE_FIGURES = regex(r".(?:(?<=[0-9].)|(?=\.?[0-9]))")
_LOST = regex(
    r"(?:达到|增长|下降|超过|突破|提高到|不低于|不超过|控制在)(?:约|近)?([0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?)\Z"
)
_END = regex(r"\n(?<=[0-9]\n)")
_PROSE = 20  # a line shorter than this is a heading or a cell
_NEAR = 12
_UNITLESS = ("系数", "指数", "弹性", "得分", "评分", "倍数", "容积率", "收入比", "值")


def figures(document: Document) -> Iterator[Finding[Doubt]]:
    """Each figure that is not read as it was meant, or cannot be; nothing is repaired."""
    content = document.text.content
    for found in _SPLIT.finditer(content):
        start = found.start()
        while start and content[start - 1].isdigit() and found.start() - start < 3:
            start -= 1
        if content[start - 1 : start] not in (" ", "\t", ".", ",", "-", "—"):
            yield _broken(
                document,
                start,
                found.end(),
                "数字中间有空格，可能是一个数被拆成两截。",
                "A space parts the digits: this may be one number in two pieces.",
            )
    if "·" in content or "•" in content:
        for found in _DOTS.finditer(content):
            yield _broken(
                document,
                *found.span(),
                "小数点识别成了间隔号，数值待核。",
                "A middle dot stands where a decimal point should: the value is open.",
            )
    for place in places(content, _LIKE_FIGURES):
        beside = _BESIDE_FIGURES.match(content, place)
        letter = _LETTER.search(content, max(0, place - 6), place + 1 + _NEAR) if beside else None
        if letter and letter.start() <= place < letter.end():
            yield _broken(
                document,
                *letter.span(),
                "数字里混有字母（l、I、O），可能是识别错误。",
                "A letter (l, I, O) stands among the digits: the scan may be misread.",
            )
    yield from _lost_units(document, content)


def _lost_units(document: Document, content: str) -> Iterator[Finding[Doubt]]:
    """A paragraph that ends with 达到320: what it counts stood on the next page."""
    read: set[int] | None = None
    for end in (*(found.start() for found in _END.finditer(content)), len(content)):
        start = content.rfind("\n", 0, end) + 1
        found = _LOST.search(content, max(start, end - 30), end) if end - start > _PROSE else None
        if not found or "\t" in content[start:end]:
            continue
        clause = content[max(start, content.rfind("，", start, end) + 1) : end]
        if read is None:
            read = {finding.span.end for finding in document.find("quantity")}
        if end not in read and not any(word in clause for word in _UNITLESS):  # 系数提高到0.6 needs no unit
            yield _broken(
                document,
                *found.span(),
                "数字后面的单位缺失（段落在此中断）。",
                "The number has lost its unit: the paragraph breaks off here.",
            )


def _broken(document: Document, start: int, end: int, zh: str, en: str) -> Finding[Doubt]:
    return doubt(
        document,
        "figures",
        "minor",
        Span(start, end),
        Words(zh, en),
        settles=Words("对照原件或首发版本中的数字。", "The figure in the original or in the first edition."),
    )
