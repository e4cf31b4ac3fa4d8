"""What the parameters of an address say, read into what they mean; or a ``BadRequest`` that names the one that is wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from luoshi.errors import BadRequest
from luoshi.model import Period, Words
from luoshi.patterns import regex

Said = Mapping[str, Sequence[str]]
"""Each name with its values, in their order."""

LONGEST = 100
"""So many characters a value may have."""

MOST = 40
"""So many values a filter may have that takes several."""

EARLIEST, LATEST = "1000", "2999"
"""The years that stand for an open end."""

LAST_PAGE = 1_000_000


def one(said: Said, name: str) -> str | None:
    """The last value of this name; ``None`` where there is none, or an empty one."""
    value = said[name][-1].strip() if said.get(name) else ""
    if len(value) > LONGEST:
        raise wrong(name, value, Words(f"最多 {LONGEST} 字。", f"At most {LONGEST} characters."))
    return value or None


def one_of(said: Said, name: str, values: Collection[str]) -> str | None:
    """The value, which must be among these."""
    value = one(said, name)
    if value is not None and value not in values:
        raise wrong(name, value, Words(f"可用：{'、'.join(values)}。", f"There is {', '.join(values)}."))
    return value


def several(said: Said, name: str, values: Collection[str] | None = None) -> tuple[str, ...]:
    """All values of this name that say something, each once; of ``values``, where they are given."""
    given = tuple(dict.fromkeys(value.strip() for value in said.get(name, ()) if value.strip()))
    if len(given) > MOST:
        raise wrong(name, given[MOST], Words(f"最多 {MOST} 个值。", f"It takes {MOST} values at most."))
    for value in given:
        one({name: [value]}, name) if values is None else one_of({name: [value]}, name, values)
    return given


def page(said: Said) -> int:
    """The number of the page, from 1."""
    value = one(said, "page") or "1"
    if not (value.isascii() and value.isdigit() and len(value) < 8 and 1 <= int(value) <= LAST_PAGE):
        raise wrong("page", value, Words("页码从 1 起。", "Pages are counted from 1."))
    return int(value)


def years(said: Said) -> tuple[int, int] | None:
    """``year=2025``, ``year=2024..2026``, or ``from`` and ``to``."""
    written, first, last = one(said, "year"), one(said, "from"), one(said, "to")
    hint = Words("写法：2025 或 2024..2026。", "Write 2025 or 2024..2026.")
    if written and not (first or last):
        found = _YEARS.fullmatch(written)
        if not found:
            raise wrong("year", written, hint)
        first, last = found[1], found[2] or found[1]
    if not (first or last):
        return None
    for name, value in (("from", first), ("to", last)):
        if value and not _YEAR.fullmatch(value):
            raise wrong(name, value, hint)
    low, high = int(first or EARLIEST), int(last or LATEST)
    if high < low:
        raise wrong("to", last or "", Words("终点在起点之前。", "It ends before it starts."))
    return low, high


def days(said: Said) -> tuple[str | None, str | None] | None:
    """``due_from`` and ``due_to``, each a year, a month or a day: the days from the first to the last that they mean."""
    first, last = one(said, "due_from"), one(said, "due_to")
    low = _period("due_from", first).first_day if first else None
    high = _period("due_to", last).last_day if last else None
    if low and high and high < low:
        raise wrong("due_to", last or "", Words("终点在起点之前。", "It ends before it starts."))
    return (low, high) if low or high else None


def _period(name: str, written: str) -> Period:
    hint = Words("写法：2027、2027-06 或 2027-06-30。", "Write 2027, 2027-06 or 2027-06-30.")
    if not _TIME.fullmatch(written):
        raise wrong(name, written, hint)
    try:
        date.fromisoformat(Period.of(written).last_day)
        date.fromisoformat(Period.of(written).first_day)
    except (ValueError, IndexError):
        raise wrong(name, written, hint) from None
    return Period.of(written)


def wrong(name: str, value: str, hint: Words) -> BadRequest:
    """What is raised for a value that makes no sense."""
    shown = value if len(value) <= 24 else value[:24] + "…"
    return BadRequest(
        Words(f"参数 {name}=“{shown}” 不对。", f"The parameter {name}={shown!r} makes no sense."),
        hint,
    )


_YEAR = regex(r"[12][0-9]{3}")
_YEARS = regex(r"([12][0-9]{3})(?:(?:\.\.|-|—|–)([12][0-9]{3}))?")
_TIME = regex(r"[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
