"""Ranks: 位居全国第六, 升至第9位, 前20强, 居首位; and the many ordinals that are none."""

from __future__ import annotations

from luoshi.chinese.numerals import number
from luoshi.extraction.amounts.measures import lead_of
from luoshi.extraction.amounts.scan import BASE_GAP, Read, Scan, in_name, rises
from luoshi.model.values import Quantity
from luoshi.patterns import regex

_AFTER_RANK = "的大和与及且并以左，、"

_PLACES_BEFORE = ("全国", "世界", "全球", "全省", "全市", "亚洲", "国内", "国际", "全区", "成为")

_rank_context = regex(
    r".{0,40}(?P<from>"
    r"(?:(?:由|从)?(?:连续)?(?:稳居|位居|高居|跃居|居于|居|位列|名列|列|排名|排在|排|跃升至|跃升到|跃升|跃至|升至|升到|上升至|上升到|提升至|提升到|前移至|进至|进到|晋升|晋位|稳定在|稳|保持在|保持|获得|获|夺得|夺|蝉联|位次|成为|进入|跻身|进位|迈进|位于|达到))"
    r"[^，。；]{0,18}"
    r"|(?:全国|全省|全市|全区|世界|全球|各省区|各省市|省区市|中西部|中部|西部|东部|东北|内地|长三角|珠三角|沿海|同类|国内|亚洲|我国|城市|省份|地级市|副省级|总量|增速|规模|综合|排名)[^，。；、]{0,10})$"
)

_place_before = regex(r"(?:全国|全省|全球|世界)$")


def ordinal(scan: Scan, start: int, end: int) -> None:
    """``位居全国第六``, ``升至第9位``; 第一产业, 第六次会议 and 第三条 are no ranks."""
    content = scan.content
    tail = content[end : end + 1]
    stop = end
    if tail in ("位", "名"):
        stop = end + 1
    elif (tail and tail not in _AFTER_RANK and "\u4e00" <= tail <= "\u9fff") or (
        tail == "大" and content[start - 3 : start - 1] not in _PLACES_BEFORE
    ):
        return
    value = number(content[start:end])
    if value is None or value > 1000:
        return
    ranked(scan, value, "=", start - 1, stop)


def among_first(scan: Scan, start: int, end: int) -> None:
    """``前20强``, ``进入全国前十``; 前三季度 and 前十年 are times."""
    content = scan.content
    tail = content[end : end + 1]
    stop = end
    if tail in ("强", "位", "名"):
        stop = end + 1
    elif tail == "%" or (
        tail and tail not in "，。；、）”的列" and tail != "\n" and not content.startswith("行列", end)
    ):
        return
    value = number(content[start:end])
    if value is None or value > 10000 or in_name(content, start):
        return
    if tail not in ("强", "位", "名") and not _rank_context.match(lead_of(content, start - 1)):
        return
    begin = start - 1
    found = _place_before.search(content[max(0, begin - 4) : begin])
    begin -= len(found[0]) if found else 0
    rank(scan, value, "<=", begin, stop)


def top(scan: Scan, start: int) -> None:
    """``居全国首位``, ``位居榜首``; 摆在首位 is no rank, 首位度 is an indicator."""
    content = scan.content
    word = content[start : start + 2]
    if word not in ("首位", "榜首") or content[start + 2 : start + 3] in ("度", "的"):
        return
    lead = lead_of(content, start)
    if any(verb in lead[-6:] for verb in ("摆", "放", "置", "作为")):
        return
    ranked(scan, 1.0, "=", start, start + 2)


def ranked(scan: Scan, value: float, comparator: str, start: int, end: int) -> None:
    """A rank where verb or place before it make it one; a baseline (从第9位) waits for its rank."""
    content = scan.content
    lead = lead_of(content, start)
    found = _rank_context.match(lead)
    if not found or in_name(content, start):
        return
    begin = start - (len(lead) - found.start("from"))
    if begin < scan.end:
        begin = start
    if content[begin:start].startswith(("由", "从")) and rises.match(content, end):
        scan.base = (begin, end)
        scan.end = end
        return
    rank(scan, value, comparator, begin, end)


def rank(scan: Scan, value: float, comparator: str, start: int, end: int) -> None:
    """Keep a rank, with its baseline before it if one waits."""
    if scan.base and 0 <= start - scan.base[1] <= BASE_GAP:
        start = scan.base[0]
    scan.base = None
    scan.end = end
    scan.last = None
    scan.found.append(Read(Quantity(value, None, "位", comparator, "rank"), start, end, "quantities.rank"))
