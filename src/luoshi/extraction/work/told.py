"""Which sentences of a meeting's news tell what the meeting did or looked back on: no work stands in them.

A communiqué has no headings that look back or ahead: ``会议认为，今年…，我们顶住压力，加大…力度`` is a review,
and the next sentence, ``要加大…力度``, is work.
"""

from __future__ import annotations

from luoshi.extraction.work.openings import WILL
from luoshi.patterns import regex

TOLD_GENRES = ("公报", "会议通稿")

_HELD = regex(
    r"讲话[中，。]|作了?[^，的]{0,8}(?:讲话|说明|报告)(?=，|$)|出席|主持(?:会议|召开|了)|(?:听取|审议|讨论|表决)[^，]{0,3}(?:了|通过)"
    r"|提出了?[^，。的]{0,4}要求(?=，|$)|(?:作[了出]|进行)[^，的]{0,8}(?:部署|安排)(?=，|$)|总结(?:20|二〇)[^，]{2,8}年"
)
"""What is done at a meeting: 县长在讲话中总结…，部署…; 全会听取了…报告."""
_REVIEWS = regex(
    r"团结带领|坚强领导下|充分肯定|高度评价|一致认为|今年(?:是|以来)|过去(?:的)?[一二三四五\d]|[近一两三五]年来|以来，"
    r"|即将圆满|取得了?(?:历史性|决定性|重大|显著|积极|明显|关键|初步)|极不[平寻]|面对[^，]{2,30}的[^，]{2,12}，"
    r"|(?:指出|认为|表示)，20[0-9]{2}年，"
)
"""What opens a look back: 在…坚强领导下，…; 面对…的冲击，…."""
_AHEAD = regex(
    r"必须|务必|应当|应该|不得|严禁|(?:^|[，：])(?:明年|下一步|今后|新的一年)|(?<=[们委府省市区县党体志部关表示])将(?!近|军|领)"
    r"|，将(?!近|军|领)|^[^，]{0,10}(?:号召|确定|要求)，"
)
"""What looks ahead again, with 要 before the verb of a clause."""
_SAID = ("强调", "提出", "认为", "认识")


class Told:
    """Asked sentence by sentence, in order: whether it is told, not ordered. A paragraph begins afresh."""

    def __init__(self) -> None:
        self._back = False

    def sentence(self, said: str, *, first: bool) -> bool:
        """Whether ``said`` tells what was done; ``first`` where it opens a paragraph."""
        if first:
            self._back = False
        if _AHEAD.search(said) or ("要" in said and _will(said)):
            self._back = False
            return False
        if _REVIEWS.search(said):
            self._back = True
            return True
        return self._back or _HELD.search(said) is not None


def _will(said: str) -> bool:
    """Whether 要 stands before a verb; not in …时，强调要保持定力, which tells of what was said then."""
    return any(not said.endswith(_SAID, 0, found.start()) for found in WILL.finditer(said))
