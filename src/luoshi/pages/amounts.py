"""Numbers and times as people write them, in Chinese and English: 1500亿元, CNY 150 billion."""

from __future__ import annotations

from msgspec.structs import replace

from luoshi.chinese.ratios import stands_bare
from luoshi.model import Period, Words
from luoshi.model.values import Baseline, Quantity
from luoshi.pages.labels import UNITS

_SIGNS = {"=": "", ">=": "≥ ", ">": "＞ ", "<=": "≤ ", "<": "＜ ", "about": "≈ ", "range": ""}
_ENGLISH_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_CHINESE_SCALES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
_PER_CENT = 100
_MOST = 10
"""A share can hardly be more than this: 1000%."""


def plain(number: float) -> str:
    """The exact number in digits: ``150000000000``, ``0.042``."""
    return f"{number:.10f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"


def quantity(value: Quantity, written: str = "") -> Words:
    """A quantity with its bound, short enough for a card: ``≥ 40%``, ``第20位``, ``1500亿元``.

    ``written`` is the text's own form: a bare ``1.92`` (收入比缩小到1.92) is not turned into 192%.
    """
    if is_bare(value, written):
        value = replace(value, measure="ratio")
    if value.value is None:
        return _WITHOUT_NUMBER.get(value.measure, Words("", ""))
    sign = _SIGNS.get(value.comparator, "")
    low, high = _number(value.value, value), None
    if value.high is not None:
        high = _number(value.high, value)
    zh = sign + (low.zh if high is None else f"{low.zh}—{high.zh}")
    en = sign + (low.en if high is None else f"{low.en}–{high.en}")
    return Words(zh, en)


def is_bare(value: Quantity, written: str) -> bool:
    """Whether the text gives a number without unit in its own digits, which are no percentage then."""
    plain_kind = value.measure not in {"rank", "multiple"}
    return not value.unit and plain_kind and value.value is not None and stands_bare(value.value, written)


_WITHOUT_NUMBER = {
    "completion": Words("按期完成", "done by the date"),
    "coverage": Words("全覆盖", "full coverage"),
}


def exact(value: Quantity) -> str:
    """The value in base units, for those who calculate: ``150000000000 元``; a share of 72% is ``0.72``."""
    if value.value is None:
        return ""
    numbers = plain(value.value) if value.high is None else f"{plain(value.value)}/{plain(value.high)}"
    return f"{numbers} {value.unit}".rstrip()


def _number(number: float, value: Quantity) -> Words:
    unit = value.unit
    if value.measure == "rank":
        return Words(f"第{plain(number)}位", f"no. {plain(number)}")
    if unit == "pp":
        written = digits(number * _PER_CENT)
        return Words(f"{written}个百分点", f"{written} pp")
    if value.measure == "multiple" and unit in ("", "倍"):
        return Words(f"{digits(number)}倍", f"× {digits(number)}")
    if value.measure == "ratio":
        return Words(digits(number), digits(number))
    if not unit:
        written = f"{digits(number * _PER_CENT)}%"
        return Words(written, written)
    chinese, english = _scaled(number, _CHINESE_SCALES), _scaled(number, _ENGLISH_SCALES)
    name = UNITS.get(unit, unit)
    return Words(f"{chinese}{unit}", f"CNY {english}" if unit == "元" else f"{english} {name}".rstrip())


def _scaled(number: float, scales: tuple[tuple[float, str], ...]) -> str:
    for scale, word in scales:
        if abs(number) >= scale:
            return f"{digits(number / scale)}{word}"
    return digits(number)


def digits(number: float) -> str:
    """Up to four decimals, none if they are zero; a thousands comma only from 10,000 on."""
    rounded = round(number, 4)
    if rounded == int(rounded):
        return f"{int(rounded):,}" if abs(rounded) >= 10_000 else f"{int(rounded)}"
    return f"{rounded:.4f}".rstrip("0")


def period(value: Period) -> Words:
    """``2026—2030年`` with the dash of Chinese print, ``2026–2030`` in English."""
    if value.start == value.end:
        return Words(_date(value.start), value.start)
    if len(value.start) == len(value.end) == len("2026"):
        return Words(f"{value.start}—{value.end}年", f"{value.start}–{value.end}")
    return Words(f"{_date(value.start)}—{_date(value.end)}", f"{value.start} – {value.end}")


def _date(written: str) -> str:
    year, *rest = written.split("-")
    return f"{year}年" + "".join(f"{part.lstrip('0')}{unit}" for part, unit in zip(rest, "月日", strict=False))


def baseline(base: Baseline, unit: Quantity, written: str = "") -> Words:
    """Where a change starts from: ``2020年：23.2%``; a ratio where the quantity, as ``written``, is one."""
    if base.value is None:
        return Words(f"{base.year}年" if base.year else "", base.year or "")
    # what grows by 6% may start from 3120亿元: a number far over the whole is no share
    share = not is_bare(unit, written) and abs(base.value) <= _MOST
    level = _number(base.value, Quantity(base.value, None, unit.unit if unit.unit != "pp" else "", "=", "level"))
    if not share and unit.unit in {"", "pp"}:
        level = Words(_scaled(base.value, _CHINESE_SCALES), _scaled(base.value, _ENGLISH_SCALES))
    if base.year is None:
        return level
    return Words(f"{base.year}年：{level.zh}", f"{base.year}: {level.en}")
