"""The words that bound a number: before it (年均增长, 控制在, 超过) and after it (以上, 左右, 以内)."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.patterns import regex


def _backwards(*groups: str) -> str:
    """An alternation of words, each turned round, longest first."""
    words = sorted({word for group in groups for word in group.split()}, key=len, reverse=True)
    return "|".join(re.escape(word[::-1]) for word in words)


_ABOVE = "超过 超过了 超 逾 突破 突破了 高于 大于 多于 破 过 跨过 跨越 越过 迈过 > ＞"

_AT_LEAST = (
    "不低于 不少于 至少 至少有 至少为 至少是 最少 最少有 最少为 不小于 不下于 不下 力争不低于 最低 "
    "大于等于 大于或等于 大于或者等于 ≥ ⩾ >="
)

_AT_MOST = (
    "不超过 不高于 不大于 不多于 不突破 至多 最多 最多为 最多是 最多有 最高 最高不超过 不超 "
    "小于等于 小于或等于 小于或者等于 ≤ ⩽ <="
)

_BELOW = "低于 不足 不到 小于 少于 未达到 未到 < ＜"

_ABOUT = "约 大约 近 将近 接近 约为 大体 大致 左右"

_comparators = {
    **dict.fromkeys(_ABOVE.split(), ">"),
    **dict.fromkeys(_AT_LEAST.split(), ">="),
    **dict.fromkeys(_AT_MOST.split(), "<="),
    **dict.fromkeys(_BELOW.split(), "<"),
    **dict.fromkeys(_ABOUT.split(), "about"),
}

_REACH = "达到 达到了 达 达成 至 到 到了 为 是 在 等于 登上 迈上 跃上 跨上 迈入 跨入 突破到 占 占到 了 仅 仅为 只有 共 共有 共计 合计 总计 累计 累计达 达成 演进为 演进到 调整为 优化为 优化到"

_UP = "增长 改善 增加 增 提高 提升 上升 涨 上涨 升值 扩大 递增 升高 拉高 升 增多 上调 上浮 多增 新增 净增 增 回升 攀升 跃升 高出 高"

_DOWN = "减量 下降 降低 减少 降 减 回落 下调 缩减 缩小 缩短 压缩 压减 收窄 递减 低 下浮 少 少增 贬值 负增长 净减少 压降 削减 精简"

_STAY = "保持 稳定 控制 维持 稳 完成 实现 奋斗 延长 再延长 提前 连续 连续保持 覆盖 迈 跨 调整 优化"

_HOW = "年均 同比 环比 累计 预计 预期 均 分别 再 又 共 净 平均 平均每年 每年 逐年 同口径 可比口径 实际 名义 总 比上年 比去年 较上年 较去年 大幅 总体 已 将 可 力争 确保 总共"

_back = regex(
    rf"(?P<cmp>{_backwards(_ABOVE, _AT_LEAST, _AT_MOST, _BELOW, _ABOUT)})?"
    rf"(?P<reach>{_backwards(_REACH)})?"
    rf"(?:(?P<down>{_backwards(_DOWN)})|(?P<up>{_backwards(_UP)})|(?P<stay>{_backwards(_STAY)}))?"
    rf"(?P<how>(?:{_backwards(_HOW)}){{0,3}})"
)

_ENDS = frozenset(
    word[-1]
    for words in (_ABOVE, _AT_LEAST, _AT_MOST, _BELOW, _ABOUT, _REACH, _UP, _DOWN, _STAY, _HOW)
    for word in words.split()
)
_BACK = 16
_PER = ("人", "户", "日", "月", "亩")

_after = regex(
    r"(?P<more>多|余|来)?(?P<bound>及以上|或者?(?:以上|更多)|（含）以上|以上|级以上|及以下|以下|以内|之内|之上|之下|左右|上下|级别|级|量级|多|余)?"
)

AFTER_BOUND = {
    "以上": ">=",
    "及以上": ">=",
    "或以上": ">=",
    "或者以上": ">=",
    "或更多": ">=",
    "或者更多": ">=",
    "之上": ">=",
    "之下": "<=",
    "（含）以上": ">=",
    "级以上": ">=",
    "以下": "<=",
    "及以下": "<=",
    "以内": "<=",
    "之内": "<=",
    "左右": "about",
    "上下": "about",
    "级": "about",
    "级别": "about",
    "量级": "about",
    "多": ">",
    "余": ">",
}


_MAY_FOLLOW = frozenset({"多", "余", "来", *(word[0] for word in AFTER_BOUND)})


def words_after(content: str, end: int) -> tuple[str, bool, int]:
    """The bound behind a number (``以上``), whether 多, 余 or 来 stands there, and where these words end."""
    if content[end : end + 1] not in _MAY_FOLLOW or not (found := _after.match(content, end)):
        return "", False, end
    return found["bound"] or "", bool(found["more"]), found.end()


class Prefix(NamedTuple):
    """What stands before a number: its length, comparator, and the kind of verb."""

    length: int
    comparator: str
    reach: str
    change: int  # 1 up, -1 down, 0 none
    stay: str
    how: str
    word: str = ""

    @property
    def bounds(self) -> bool:
        """Whether there is more than an adverb: a verb, a bound."""
        return bool(self.comparator or self.reach or self.change or self.stay)


NO_PREFIX = Prefix(0, "", "", 0, "", "")

TO = ("到", "至", "为", "达到", "达", "达到了", "在", "到了", "占到", "占")


def prefix_of(content: str, start: int) -> Prefix:
    """The words that stand right before ``start`` and bound the number there."""
    gap = 1 if content[start - 1 : start] == " " else 0  # 减少 10%
    end = start - gap
    if content[end - 1 : end] not in _ENDS:
        return NO_PREFIX
    found = _back.match(content[max(0, end - _BACK) : end][::-1])
    if not found or not found.end():
        return NO_PREFIX
    word = found["cmp"] or ""
    comparator = _comparators[word[::-1]] if word else ""
    change = 1 if found["up"] else -1 if found["down"] else 0
    length = found.end() + gap
    if length > gap and content[start - length] == "均" and content[start - length - 1 : start - length] in _PER:
        length -= 1  # 补贴人均增长600元: 人均 is the indicator's
    return Prefix(
        length,
        comparator,
        (found["reach"] or "")[::-1],
        change,
        (found["stay"] or "")[::-1],
        found["how"][::-1],
        (found["up"] or found["down"] or "")[::-1],
    )


def comparator_of(prefix: Prefix, bound: str, *, more: bool) -> str:
    """The comparator that the words before and after make together; the one before wins, 约 … 以上 apart.

    控制在 alone sets no bound: 控制在5%以内 does.
    """
    after = AFTER_BOUND.get(bound, "")
    if prefix.comparator and not (prefix.comparator == "about" and after in (">=", "<=")):
        return prefix.comparator
    if after:
        return after
    return ">" if more else "="


_joint = regex(r" ?(?:[-—－–~～]{1,2}|至|到) ?第?|(?P<two> ?[和与] ?第?)")
_between = regex(r" ?之?间")


def joined(content: str, low_end: int, high_start: int, high_end: int) -> int:
    """Where the range ends that two numbers make: ``20~100``, ``三到五``, ``20和30之间``; 0 if they make none."""
    found = _joint.fullmatch(content, low_end, high_start)
    if not found:
        return 0
    after = _between.match(content, high_end)
    if found["two"] and not after:
        return 0
    return after.end() if after else high_end
