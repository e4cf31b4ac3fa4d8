"""What is gathered as pictures: which values become which marks, and what their words say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from luoshi.actions.gathering import Holder
from luoshi.actions.picture import Group, Picture, Point
from luoshi.model import Words
from luoshi.pages import amounts, labels
from luoshi.web import charts

ROLES = ("lead", "support", "responsible", "speaker", "")
"""What a body does where it is named; last: it is only named."""

LEVELS = ("nation", "province", "city", "county", "region", "park", "")
"""The level of the document; last: not known."""


class Key(NamedTuple):
    """A line of a legend: its mark (none for a part of a column, which has its colour by ``part``)."""

    words: Words
    mark: Markup | None = None
    part: int = 0


class Drawn(NamedTuple):
    """A picture with its legend."""

    svg: Markup
    keys: tuple[Key, ...]


def drawn(picture: Picture, name: Words, language: str) -> Drawn:
    """Targets hollow, achievements solid, a colour and a form for each place."""
    values = [abs(point.high or point.value) for series in picture.series for point in series.points]
    divisor, caption = scale(picture.group.unit, picture.group.measure, max(values))
    marks = {
        (number, point): charts.Mark(
            point.year,
            point.value / divisor,
            _says(series.place, point, language),
            number,
            point.kind == "achievement",
            point.high / divisor if point.high is not None else None,
        )
        for number, series in enumerate(picture.series)
        for point in series.points
    }
    paths = [
        [marks[number, point] for point in line]
        for number, series in enumerate(picture.series)
        for line in (series.targets, series.achievements)
    ]
    first, last = (find(mark.x for mark in marks.values()) for find in (min, max))
    places = [series.place for series in picture.series]
    title = Words(f"{name.zh}：{first:.0f}—{last:.0f}年", f"{name.en}, {first:.0f}–{last:.0f}")
    description = Words(
        f"{'、'.join(places)}的目标（空心）与成就（实心），{len(picture.drawn)} 条；数值见下表。",
        f"Targets (hollow) and achievements (solid) of {', '.join(places)}: {len(picture.drawn)} statements; the table below has the values.",
    )
    svg = charts.lines(
        list(marks.values()),
        paths,
        title=title.told(language),
        description=description.told(language),
        unit=caption.told(language),
        number=amounts.digits,
    )
    return Drawn(svg, tuple(Key(Words(place, place), charts.form(number)) for number, place in enumerate(places)))


def _says(place: str, point: Point, language: str) -> str:
    one = point.statements[0]
    value = amounts.quantity(one.quantity, one.written).told(language)
    kind = (Words("成就", "achievement") if point.kind == "achievement" else Words("目标", "target")).told(language)
    times = len(point.statements)
    more = Words(f"（{times} 处）", f" ({times} times)").told(language) if times > 1 else ""
    return f"{place} {point.year} {kind} {value}{more}"


def scale(unit: str, measure: str, most: float) -> tuple[float, Words]:
    """By what values are divided so that the axis has short numbers, and what the axis is then in."""
    if unit == "pp":
        return 0.01, Words("个百分点", "percentage points")
    if measure == "rank":
        return 1, Words("第几位", "rank")
    if not unit:
        return (1, Words("倍", "times")) if measure == "multiple" else (0.01, Words("%", "%"))
    chinese = next((each for each in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")) if most >= each[0]), (1.0, ""))
    size, word = chinese
    english = {1e12: "trillion ", 1e8: "100 million ", 1e4: "10,000 ", 1.0: ""}[size]
    name = "CNY" if unit == "元" else labels.UNITS.get(unit, unit)
    return size, Words(f"{word}{unit}", f"{english}{name}")


def unit_of(group: Group) -> str:
    """The unit of a group as it stands beside its measure."""
    if group.unit == "pp":
        return "百分点"
    return group.unit or ("" if group.measure in ("rank", "multiple") else "%")


def by_year(holders: Sequence[Holder], parts: Sequence[Words], of: str, name: str, language: str) -> Drawn | None:
    """Mentions by year of the document, divided by its level or (of a body) by what it does there."""
    years = tallied(holders, of)
    if not years:
        return None
    colours = (1, 2, 4, 3, 0) if of == "role" else tuple(range(len(LEVELS)))
    used = [number for number in range(len(parts)) if any(counts[number] for counts in years.values())]
    bars = [
        charts.Bar(
            year,
            tuple((colours[number], counts[number]) for number in used),
            f"{year}: " + ", ".join(f"{parts[n].told(language)} {counts[n]}" for n in used if counts[n]),
        )
        for year, counts in years.items()
    ]
    total = sum(sum(counts) for counts in years.values())
    title = Words(f"{name}：按文件年份", f"{name}, by year of the document")
    description = Words(
        f"{min(years)}—{max(years)}年的文件共提到 {total} 次；数目见下表。",
        f"{total} mentions in documents of {min(years)} to {max(years)}; the table below has the numbers.",
    )
    svg = charts.columns(
        bars,
        title=title.told(language),
        description=description.told(language),
        unit=Words("次", "mentions").told(language),
    )
    return Drawn(svg, tuple(Key(parts[number], part=colours[number]) for number in used) if len(used) > 1 else ())


def tallied(holders: Sequence[Holder], of: str) -> dict[int, list[int]]:
    """For each year the mentions in each of ``LEVELS``, or of ``ROLES`` where ``of`` is ``role``."""
    years: dict[int, list[int]] = {}
    for holder in holders:
        if holder.year is None:
            continue
        counts = years.setdefault(holder.year, [0] * len(ROLES if of == "role" else LEVELS))
        if of == "role":
            for form, number in holder.forms.items():
                counts[ROLES.index(form if form in ROLES else "")] += number
        else:
            counts[LEVELS.index(holder.level if holder.level in LEVELS else "")] += holder.mentions
    return dict(sorted(years.items()))


def by_level(holders: Sequence[Holder], first: str | None, name: str, language: str) -> Drawn | None:
    """When documents of each level say it, with the day on which it was first said."""
    dots: Counter[tuple[float, str]] = Counter()
    for holder in holders:
        time = when(holder.date)
        if time is not None:
            dots[time, holder.level or ""] += holder.mentions
    if not dots:
        return None
    there = [level for level in LEVELS if any(row == level for _, row in dots)]
    called = {level: labels.value(level).told(language) if level else "—" for level in there}
    title = Words(f"{name}：各级文件何时使用", f"{name}: when documents of each level say it")
    description = Words(
        f"{len(holders)} 份文件共 {sum(dots.values())} 次" + (f"；首见于 {first}。" if first else "。"),
        f"{sum(dots.values())} times in {len(holders)} documents" + (f"; first said {first}." if first else "."),
    )
    svg = charts.timeline(
        [charts.Dot(x, called[row], size, f"{x:.0f} {called[row]}: {size}") for (x, row), size in sorted(dots.items())],
        [called[level] for level in there],
        first=when(first),
        title=title.told(language),
        description=description.told(language),
    )
    return Drawn(svg, ())


def when(date: str | None) -> float | None:
    """A date of any precision as a year with its part: the middle of what it can mean."""
    if not date:
        return None
    year, *rest = date.partition("/")[0].split("-")
    month = int(rest[0]) - 0.5 if rest else 6.0
    day = (int(rest[1]) - 15) / 365 if len(rest) > 1 else 0.0
    return round(int(year) + month / 12 + day, 3)


def bar(size: int, most: int) -> Markup:
    """A little bar for a cell of a table: the number beside it says the same."""
    width = max(1, round(60 * size / most)) if most else 1
    return Markup(
        '<svg class="bit" width="60" height="8" aria-hidden="true"><rect width="{}" height="8"/></svg>'
    ).format(width)


def strip(years: dict[int, int], span: tuple[int, int]) -> Markup:
    """Little columns for a row of an index: how often in each year from the first to the last."""
    first, last = span
    most = max(years.values(), default=1)
    step = min(6.0, 120 / (last - first + 1))
    columns = Markup("").join(
        Markup('<rect x="{}" y="{}" width="{}" height="{}"/>').format(
            round((year - first) * step, 1),
            round(16 - height, 1),
            round(max(1.0, step - 1), 1),
            round(height, 1),
        )
        for year, number in sorted(years.items())
        for height in [max(1.5, 16 * number / most)]
    )
    width = round((last - first + 1) * step)
    return Markup('<svg class="bit" width="{}" height="16" aria-hidden="true">{}</svg>').format(width, columns)
