"""Pictures of numbers as SVG: leather sets scales, axes and places; the marks are ours, and colours are classes.

A page takes no style from an SVG (its Content-Security-Policy) and is light or dark: what leather paints is taken
off again (``_plain``), and ``tables.css`` paints by the custom properties of the site. A picture is one image with a
title and a description (one to a page); the table beside it holds the same, so nothing in it needs a pointer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from markupsafe import Markup

WIDTH, HEIGHT = 720, 280
"""Units of the picture; on a page it is as wide as its column, and no narrower than half of this."""

SERIES = 6
"""So many series have a colour and a form of their own."""


class Mark(NamedTuple):
    """One value: at ``x`` and ``y`` (up to ``high``), in a ``series`` (from 0), ``solid`` or hollow; ``says`` what it is."""

    x: float
    y: float
    says: str
    series: int = 0
    solid: bool = True
    high: float | None = None


class Bar(NamedTuple):
    """A column at ``x`` of parts one upon the other, the first lowest: a colour and a height; ``says`` what it is."""

    x: int
    parts: tuple[tuple[int, int], ...]
    says: str

    @property
    def height(self) -> int:
        """All parts together."""
        return sum(size for _, size in self.parts)


class Dot(NamedTuple):
    """So many (``size``) at a time ``x``, in the row of this name."""

    x: float
    row: str
    size: int
    says: str


Format = Callable[[float], str]


def lines(
    marks: Sequence[Mark],
    paths: Sequence[Sequence[Mark]],
    *,
    title: str,
    description: str,
    unit: str,
    number: Format,
) -> Markup:
    """Values over years: each path is a line through its marks, dashed where they are hollow."""
    low = min(mark.y for mark in marks)
    high = max(max(mark.y, mark.high or mark.y) for mark in marks)
    if low == high:
        low, high = (low - abs(low) / 2, high + abs(high) / 2) if low else (-1, 1)
    elif 0 < low < high / 2:
        low = 0

    def draw(place: _Place) -> ET.Element:
        group = ET.Element("g", {"class": "marks"})
        for path in paths:
            if len(path) > 1:
                form = "solid" if path[0].solid else "hollow"
                places = (place(mark.x, mark.y) for mark in path)
                drawn = ET.SubElement(group, "polyline", {"class": f"line s{path[0].series % SERIES} {form}"})
                drawn.set("points", " ".join(f"{x:.1f},{y:.1f}" for x, y in places))
        for mark in sorted(marks, key=lambda each: each.solid):
            x, y = place(mark.x, mark.y)
            held = ET.SubElement(
                group, "g", {"class": f"mark s{mark.series % SERIES} {'solid' if mark.solid else 'hollow'}"}
            )
            ET.SubElement(held, "title").text = mark.says
            if mark.high is not None:
                ET.SubElement(held, "path", {"d": f"M{x:.1f} {y:.1f}V{place(mark.x, mark.high)[1]:.1f}"})
            ET.SubElement(held, "path", {"d": _FORMS[mark.series % SERIES].format(x=f"{x:.1f}", y=f"{y:.1f}")})
        return group

    years = _years([mark.x for mark in marks])
    return _chart(
        [(mark.x, mark.y) for mark in marks],
        draw,
        x=(years, lambda year: f"{year:.0f}"),
        y=((low, high), number),
        title=title,
        description=description,
        caption=unit,
    )


def columns(bars: Sequence[Bar], *, title: str, description: str, unit: str) -> Markup:
    """How many in each year, divided into parts."""
    years = _years([bar.x for bar in bars])
    most = max(bar.height for bar in bars)

    def draw(place: _Place) -> ET.Element:
        group = ET.Element("g", {"class": "marks"})
        left, _ = place(0, 0)
        right, ground = place(1, 0)
        wide = min(28.0, max(2.0, (right - left) * 0.7))
        for bar in bars:
            held = ET.SubElement(group, "g", {"class": "bar"})
            ET.SubElement(held, "title").text = bar.says
            low, below = ground, 0
            for colour, size in bar.parts:
                x, top = place(bar.x, below + size)
                if size:
                    ET.SubElement(
                        held,
                        "rect",
                        {"class": f"p{colour}", "x": f"{x - wide / 2:.1f}", "y": f"{top:.1f}"}
                        | {"width": f"{wide:.1f}", "height": f"{low - top:.1f}"},
                    )
                low, below = top, below + size
        return group

    return _chart(
        [(bar.x, bar.height) for bar in bars],
        draw,
        x=((years[0] - 0.6, years[1] + 0.6), lambda year: f"{year:.0f}"),
        y=((0, most), _whole),
        title=title,
        description=description,
        caption=unit,
        height=200,
    )


def timeline(dots: Sequence[Dot], rows: Sequence[str], *, first: float | None, title: str, description: str) -> Markup:
    """When something was said in each row, the size of a dot how often; a line at the ``first`` time."""
    most = max(dot.size for dot in dots)

    def draw(place: _Place) -> ET.Element:
        group = ET.Element("g", {"class": "marks"})
        if first is not None:
            x, bottom = place(first, 0)
            d = f"M{x:.1f} {bottom:.1f}V{place(first, len(rows))[1]:.1f}"
            ET.SubElement(group, "path", {"class": "first", "d": d})
        for dot in dots:
            x, y = place(dot.x, len(rows) - rows.index(dot.row) - 0.5)
            radius = 3 + 6 * (dot.size / most) ** 0.5
            drawn = ET.SubElement(
                group, "circle", {"class": "dot", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{radius:.1f}"}
            )
            ET.SubElement(drawn, "title").text = dot.says
        for number, row in enumerate(rows):
            x, y = place(_LEFT, len(rows) - number - 0.5)
            ET.SubElement(group, "text", {"class": "row", "x": f"{x - 8:.1f}", "y": f"{y + 4:.1f}"}).text = row
        return group

    times = [dot.x for dot in dots] + ([first] if first is not None else [])
    return _chart(
        [(dot.x, len(rows) - rows.index(dot.row) - 0.5) for dot in dots],
        draw,
        x=(_years(times), lambda year: f"{year:.0f}"),
        y=((0, len(rows)), lambda _: ""),
        title=title,
        description=description,
        caption="",
        height=60 + 40 * len(rows),
        left=64,
    )


_Place = Callable[[float, float], tuple[float, float]]
_LEFT = float("-inf")
"""Instead of a time: the left end of the axis."""


def _chart(
    values: Sequence[tuple[float, float]],
    draw: Callable[[_Place], ET.Element],
    *,
    x: tuple[tuple[float, float], Format],
    y: tuple[tuple[float, float], Format],
    title: str,
    description: str,
    caption: str,
    height: int = HEIGHT,
    left: int = 0,
) -> Markup:
    """Scales and axes by leather, ``draw`` within them."""
    from leather import Axis, Chart, Linear, Series, theme  # noqa: PLC0415 — only who looks at a picture waits for it
    from leather.shapes import Shape  # noqa: PLC0415

    theme.margin = 0.0

    class Marks(Shape):  # type: ignore[misc]
        """Our own drawing where leather asks a shape for its series."""

        def validate_series(self, series: object) -> None:
            """Any will do: it only tells leather the extent."""

        def to_svg(self, width: Any, height: Any, x_scale: Any, y_scale: Any, *_: object) -> ET.Element:  # noqa: ANN401
            """Draw on a canvas of this size."""

            def place(along: float, up: float) -> tuple[float, float]:
                right = 0.0 if along == _LEFT else float(x_scale.project(along, 0, width))
                return right, float(y_scale.project(up, height, 0))

            return draw(place)

    low, high = x[0]
    chart = Chart()
    chart.set_x_scale(_bounded(Linear(low, high), low, high))
    chart.set_x_axis(Axis(ticks=_ticks(low, high), tick_formatter=_formatted(x[1])))
    scale = Linear(*y[0])
    chart.set_y_scale(_bounded(scale, *y[0]) if left else scale)
    ticks = [0] if left else [tick for tick in scale.ticks() if y[1](float(tick)) != ""]
    chart.set_y_axis(Axis(ticks=ticks, tick_formatter=_formatted(y[1])))
    chart.add_series(Series(list(values)), Marks())
    drawn = _plain(chart.to_svg_group(WIDTH - left, height))
    drawn.set("transform", f"translate({left} 0)")
    top = 22 if caption else 8
    root = ET.Element(
        "svg",
        {
            "class": "chart",
            "viewBox": f"-6 -{top} {WIDTH + 30} {height + top + 8}",
            "role": "img",
            "aria-labelledby": "chart-title chart-desc",
        },
    )
    ET.SubElement(root, "title", {"id": "chart-title"}).text = title
    ET.SubElement(root, "desc", {"id": "chart-desc"}).text = description
    if caption:
        ET.SubElement(root, "text", {"class": "unit", "x": "0", "y": "-10"}).text = caption
    root.append(drawn)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 — ElementTree escapes what it writes


def _bounded(scale: Any, low: float, high: float) -> Any:  # noqa: ANN401 — leather's own class
    """The scale from ``low`` to ``high``, not to the next round numbers."""
    from decimal import Decimal  # noqa: PLC0415

    scale._ticker._min, scale._ticker._max = Decimal(low), Decimal(high)  # noqa: SLF001 — leather has no door for it
    return scale


def _formatted(form: Format) -> Callable[[Any, int, int], str]:
    return lambda value, _index, _count: form(float(value))


def _years(found: Sequence[float]) -> tuple[float, float]:
    """The first and the last year of a picture, at least two years apart."""
    low, high = min(found), max(found)
    low, high = int(low), int(-(-high // 1))
    return (low - 1, high + 1) if high - low < 2 else (low, high)


def _ticks(low: float, high: float) -> list[int]:
    """Whole years, some eight of them, the last one the newest."""
    first, last = int(-(-low // 1)), int(high // 1)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1_000) if (last - first) / step <= 9 or step == 1_000)
    return [year for year in range(first, last + 1) if year % step == 0 or step == 1]


def _whole(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else ""


def _plain(group: ET.Element) -> ET.Element:
    """What leather drew, without its colours and letters (classes say what is what), numbers to a tenth."""
    from leather import theme  # noqa: PLC0415

    for parent in group.iter():
        for child in [each for each in parent if each.tag == "rect" and each.get("fill") == theme.background_color]:
            parent.remove(child)
    for element in group.iter():
        if element.tag == "line":
            element.set("class", "zero" if element.get("stroke") == theme.zero_color else "grid")
        if element.tag in ("line", "text"):
            for name in _PAINTED:
                element.attrib.pop(name, None)
        for name in _PLACED & element.attrib.keys():
            element.set(name, _LONG.sub(lambda found: f"{float(found[0]):.1f}", element.get(name, "")))
    return group


_PAINTED = ("fill", "stroke", "stroke-width", "font-family", "font-size")
_PLACED = frozenset({"x", "y", "x1", "x2", "y1", "y2"})
_LONG = re.compile(r"-?\d+\.\d{2,}(?:E[+-]?\d+)?|-?\d(?:\.\d+)?E[+-]?\d+")

# circle, square, diamond, triangle up, triangle down, cross: told apart without colour
_FORMS = (
    "M{x} {y}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "M{x} {y}m-4-4h8v8h-8z",
    "M{x} {y}m0-5.5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
    "M{x} {y}m0-5.5l5.5 9.5h-11z",
    "M{x} {y}m0 5.5l5.5-9.5h-11z",
    "M{x} {y}m-2-5h4v3h3v4h-3v3h-4v-3h-3v-4h3z",
)


def form(series: int) -> Markup:
    """The mark of a series for a legend, in a box of 14 by 14."""
    path = _FORMS[series % SERIES].format(x=7, y=7)
    return Markup(
        '<svg class="key" viewBox="0 0 14 14" aria-hidden="true"><g class="mark solid s{}"><path d="{}"/></g></svg>'
    ).format(series % SERIES, path)
