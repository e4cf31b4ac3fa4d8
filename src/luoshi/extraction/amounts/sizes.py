"""How large a number is: scale (万, 亿), 多 or 余, and the unit that stands after it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from luoshi.knowledge.units import units
from luoshi.patterns import regex

_SCALED = frozenset("多余来几十百千万亿")
_scale_after = regex(  # 1亿5000万, 25万6千, 3万4000
    r"(?P<more>[多余来几])?(?P<scale>[十百千万亿]{1,4}(?:[0-9]{1,4}万|[0-9](?=千(?![瓦米克卡赫伏]))千|[0-9]{4}(?<=万[0-9]{4})(?![0-9年.,%万亿]))?)?"
)


class Number(NamedTuple):
    """A number with scale and unit as they stand: ``end`` is the end of the unit (or of the number)."""

    written: str
    unit: str
    kind: str
    end: int
    more: bool = False


@cache
def _units_by_start() -> dict[str, tuple[tuple[str, str], ...]]:
    """The units and their kinds by their first two characters, longest first; those of one character by that.

    Under two characters (``公里``) the unit of the first alone stands last, where there is one.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for word, unit in units().items():
        found.setdefault(word[:2], []).append((word, unit.kind))
    return {
        start: (*sorted(words, key=lambda each: -len(each[0])), *(found.get(start[0], ()) if len(start) > 1 else ()))
        for start, words in found.items()
    }


_GOES_ON = {
    "P": "高画视屏级",
    "条": "例约件款文令",
    "部": "门分署队委长",
    "场": "所馆面景",
    "门": "类槛",
    "件": "事",
    "天": "然津",
    "度": "假过量",
    "米": "粮面粉",
    "克": "服",
    "道": "路德理",
    "块": "链",
    "人": "民均类工才员大心口",
    "处": "理置于",
    "位": "于居列",
    "股": "份东权",
    "台": "湾账阶",
    "支": "持付撑援队部",
    "家": "庭园长电具居",
    "户": "籍均型",
    "套": "餐",
    "笔": "记",
    "起": "步来点",
    "种": "植业子",
    "方": "面案式针法向位",
    "元": "化",
    "只": "有要能是",
    "所": "有以在得",
    "类": "似",
    "份": "额",
    "口": "岸腔径",
    "次": "产要",
    "例": "如外",
    "段": "落",
    "间": "接隔",
    "对": "接外口标象应内",
    "片": "区面",
    "项": "目",
    "头": "部",
    "座": "谈",
    "期": "间货末初满待限刊权许",
    "届": "全",
}


@cache
def _unit_starts() -> frozenset[str]:
    return frozenset(word[0] for word in units())


_points_after = regex(r" ?(?:和|、|及|至|到|[-—～~]) ?[0-9.]{1,6}(个百分点)")


_per = regex(r"/[十百千万亿]{0,3}(?:元|人|平方公里|平方米|公里|亩|公顷|吨|秒|小时|年|月|日|天)")


def unit_at(content: str, at: int) -> tuple[str, str]:
    """The longest unit that stands at ``at``, and its kind; empty where there is none."""
    start, known = content[at : at + 2], _units_by_start()
    for word, kind in known.get(start) or known.get(start[:1], ()):
        if content.startswith(word, at):
            following = content[at + len(word) : at + len(word) + 1]
            if following and following in _GOES_ON.get(word, ""):
                return "", ""
            if word.isascii() and word.isalpha() and following.isascii() and following.isalnum():
                continue
            if following == "/" and (per := _per.match(content, at + len(word))):
                return word + per[0], "ratio"  # 0.6人/百亿元
            if following == "（" and content[at + len(word) + 2 : at + len(word) + 3] == "）":
                other = content[at + len(word) + 1]
                if other in _unit_starts() and word != "%":  # 3万套（间）
                    return f"{word}（{other}）", kind
            return word, kind
    return "", ""


def number_at(content: str, start: int, end: int) -> Number:
    """Scale, 多 or 余, and unit after the digits ``[start, end)``."""
    if content[end - 1] == "千" and end - start > 1:  # 百万千瓦: 千 belongs to the unit
        unit, kind = unit_at(content, end - 1)
        if len(unit) > 1:
            return Number(content[start : end - 1], unit, kind, end - 1 + len(unit))
    unit, kind = unit_at(content, end)
    if unit == "个" and (shared := _points_after.match(content, end + 1)):
        return Number(content[start:end], shared[1], "share", end + 1)  # 分别提高3个和4个百分点
    if unit:
        return Number(content[start:end], unit, kind, end + len(unit))
    if content[end : end + 1] == " " and _apart(content, end + 1):
        unit, kind = unit_at(content, end + 1)
        if unit:
            return Number(content[start:end], unit, kind, end + 1 + len(unit))
        return _scaled(content, start, end, end + 1)
    if content[end : end + 1] not in _SCALED:
        return Number(content[start:end], "", "", end)
    return _scaled(content, start, end, end)


def _scaled(content: str, start: int, end: int, at: int) -> Number:
    """The digits ``[start, end)`` with the scale that stands at ``at`` and the unit behind it."""
    more, written = False, content[start:end]
    found = _scale_after.match(content, at)
    if found and found.end() > at:
        at = found.end()
        more = bool(found["more"])
        scales = found["scale"] or ""
        if scales.endswith(("千", "百")):  # 5万千瓦: 千 belongs to the unit
            unit, kind = unit_at(content, at - 1)
            if unit:
                return Number(written + scales[:-1], unit, kind, at - 1 + len(unit), more)
        written += scales
    if content[at : at + 1] in ("多", "余") and not more:
        more, at = True, at + 1
    unit, kind = unit_at(content, at)
    return Number(written, unit, kind, at + len(unit), more)


def _apart(content: str, at: int) -> bool:
    """Whether a scale or a unit stands behind a space that typesetting left (``4500 万人``, ``5 %``)."""
    following = content[at : at + 1]
    if following in ("万", "亿"):
        return bool(unit_at(content, at + 1)[0]) or content[at + 1 : at + 2] in _SCALED
    return following == "%" or content.startswith(("个百分点", "亩", "公里", "平方", "吨"), at)


def shift_of(unit: str) -> tuple[int, str]:
    """The power of ten that a share's unit stands for, and the unit of the value."""
    if unit == "%":
        return -2, ""
    if unit == "‰":
        return -3, ""
    if unit.endswith("基点"):
        return -4, "pp"
    return -2, "pp"
