"""What a person writes into a finding: fields laid over its value, filled up, and looked at before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any, NamedTuple

import msgspec

from luoshi.errors import BadRequest, LuoshiError
from luoshi.library.entry import storable
from luoshi.model import Span, Words
from luoshi.patterns import regex
from luoshi.record.shapes import Hint, Plain, fields_of, shape_of
from luoshi.record.values import from_plain, value_hint

LONGEST = 2_000
"""So many characters a text may have that a person writes into a field."""

CODES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Quantity", "comparator"): ("=", ">=", ">", "<=", "<", "about", "range"),
    ("Quantity", "measure"): (
        *("level", "change", "growth", "growth_annual", "share", "rank", "coverage", "count", "multiple"),
        *("completion", "duration"),
    ),
    ("Target", "binding"): ("binding", "anticipatory"),
    ("Pledge", "speech"): ("direct", "indirect", "mixed"),
    ("Body", "role"): ("lead", "support", "speaker"),
    ("Responsibility", "role"): ("lead", "support", "responsible", "suggested"),
    ("Place", "kind"): ("division", "zone", "region", "other"),
    ("Doubt", "severity"): ("note", "minor", "major", "fatal"),
}
"""Fields that hold one of a few codes (``luoshi.model.values`` says what they mean)."""

LEVELS = ("nation", "province", "city", "county", "region", "park")
"""What the profile's field ``level`` may say."""

_PERIOD = regex(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def laid_over(old: Plain, new: Plain) -> Plain:
    """``old`` with the fields that ``new`` gives, and in these the same; anything but an object is replaced."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: laid_over(old.get(key), value) for key, value in new.items()}
    return new


def differing(old: Plain, new: Plain) -> Plain:
    """What ``laid_over`` needs to make ``new`` of ``old``: the fields that differ."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {
            key: differing(old.get(key), value) for key, value in new.items() if key not in old or old[key] != value
        }
    return new


def filled_up(kind: str, given: Plain, span: Span) -> Plain:
    """What is not given but need not be: the field's default, null where it may be, the finding's own place."""
    return _filled(value_hint(kind), given, span)


def _filled(hint: Hint, given: Plain, span: Span) -> Plain:
    form, cls, parts = shape_of(hint)
    if form == "optional":
        return None if given is None else _filled(parts[0], given, span)
    if form != "object" or not isinstance(given, dict):
        return given
    made = dict(given)
    defaults = _defaults(cls)
    for name, inner in fields_of(cls):
        form = shape_of(inner).form
        if name in made:
            made[name] = _filled(inner, made[name], span)
        elif name in defaults:
            made[name] = defaults[name]
        elif form == "optional":
            made[name] = None
        elif inner is Span:
            made[name] = list(span)
    return made


def _defaults(cls: Hint) -> dict[str, Plain]:
    if not hasattr(cls, "__struct_fields__"):
        return {}
    made = {each.name: each.default for each in msgspec.structs.fields(cls) if each.default is not msgspec.NODEFAULT}
    return {name: [] if value == () else value for name, value in made.items()}


def read(kind: str, plain: Plain) -> Any:  # noqa: ANN401 — a value of any kind
    """The value. Raises ``BadRequest`` that names the field which does not fit."""
    try:
        return from_plain(kind, plain)
    except LuoshiError as error:
        raise BadRequest(
            Words(f"更正的内容不合：{error.what.zh}", f"The correction does not fit: {error.what.en}"),
            Words("各种发现的字段见 luoshi schema。", "luoshi schema has the fields of each kind of finding."),
        ) from None


def check(kind: str, given: Plain, size: int) -> None:
    """Raise ``BadRequest`` where what a person gives has the right form but says nothing sensible.

    A period that is no time, a code that nobody knows, a number without end, a place outside a text of ``size``
    characters, an essay in a field.
    """
    if kind == "level" and given is not None and given not in LEVELS:
        raise _nonsense("", Words(f"要 {'、'.join(LEVELS)} 之一", f"one of {', '.join(LEVELS)} wanted"))
    for path, form, hint, codes, value in _leaves(value_hint(kind), given, ""):
        if wrong := _wrong(form, hint, codes, value, size):
            raise _nonsense(path, wrong)


def _wrong(form: str, hint: Hint, codes: tuple[str, ...], value: Plain, size: int) -> Words | None:
    if isinstance(value, str):
        if len(value) > LONGEST:
            return Words(f"最多 {LONGEST} 字", f"at most {LONGEST} characters")
        if form == "period" and not all(_PERIOD.fullmatch(part) for part in _ends(value)):
            return Words(
                "要年、月或日（2026、2026-07、2026/2030）", "a year, month or day wanted (2026, 2026-07, 2026/2030)"
            )
        if form == "period" and value.partition("/")[2] and _ends(value)[1] < _ends(value)[0]:
            return Words("止早于起", "it ends before it begins")
        if codes and value not in codes:
            return Words(f"要 {'、'.join(codes)} 之一", f"one of {', '.join(codes)} wanted")
    if isinstance(value, float) and not isfinite(value):
        return Words("要有限的数", "a finite number wanted")
    if hint is Span and isinstance(value, list) and len(value) == 2:
        start, end = value
        if isinstance(start, int) and isinstance(end, int) and not 0 <= start <= end <= size:
            return Words(f"位置在 {size} 字的正文之外", f"the place lies outside the text of {size} characters")
    return None


def _ends(written: str) -> tuple[str, str]:
    start, slash, end = written.partition("/")
    return start, end if slash else start


def _nonsense(path: str, what: Words) -> BadRequest:
    where = f"${path}"
    return BadRequest(
        Words(f"更正的内容不合：{where} 处：{what.zh}。", f"The correction does not fit: At {where}: {what.en}."),
        Words("各种发现的字段见 luoshi schema。", "luoshi schema has the fields of each kind of finding."),
    )


def _leaves(
    hint: Hint, value: Plain, path: str, codes: tuple[str, ...] = ()
) -> Iterator[tuple[str, str, Hint, tuple[str, ...], Plain]]:
    """Each text, number and place in what is given, with its path and the codes that it may be."""
    form, cls, parts = shape_of(hint)
    if value is None:
        return
    if form == "optional":
        yield from _leaves(parts[0], value, path, codes)
    elif form == "many" and isinstance(value, list):
        for number, each in enumerate(value):
            yield from _leaves(parts[0], each, f"{path}[{number}]")
    elif form == "object" and isinstance(value, dict):
        for name, inner in fields_of(cls):
            if name in value:
                yield from _leaves(inner, value[name], f"{path}.{name}", CODES.get((cls.__name__, name), ()))
    else:
        yield path, form, hint, codes, value


def moved(kind: str, plain: Plain, move: Callable[[Span], Span]) -> Plain:
    """What was written, with every place in it led to where its words stand in another reading."""
    hint = value_hint(kind)
    return plain if hint is None else _moved(hint, plain, move)


def _moved(hint: Hint, plain: Plain, move: Callable[[Span], Span]) -> Plain:
    form, cls, parts = shape_of(hint)
    if form == "optional":
        return _moved(parts[0], plain, move)
    if hint is Span and isinstance(plain, list) and len(plain) == 2:
        return list(move(Span(*plain)))
    if form == "many" and isinstance(plain, list):
        return [_moved(parts[0], each, move) for each in plain]
    if form == "object" and isinstance(plain, dict):
        return {
            name: _moved(dict(fields_of(cls))[name], value, move) if name in dict(fields_of(cls)) else value
            for name, value in plain.items()
        }
    return plain


def without_places(kind: str, plain: Plain) -> Plain:
    """What was written, wherever it stands: to see whether two say the same."""
    return moved(kind, plain, lambda _: Span(0, 0))


def keepable(plain: Plain) -> Plain:
    """What every database can hold."""
    if isinstance(plain, str):
        return storable(plain)
    if isinstance(plain, list | tuple):
        return [keepable(each) for each in plain]
    if isinstance(plain, dict):
        return {storable(str(key)): keepable(value) for key, value in plain.items()}
    return plain


class Asked(NamedTuple):
    """A field that a person may fill: its ``name`` (``quantity.value``), whether it takes a ``text``, ``number``,
    ``period`` or ``yes`` (or no), whether it may stay empty, the ``codes`` that it may have, and what stands in it.
    """

    name: str
    form: str
    optional: bool
    codes: tuple[str, ...]
    written: str


def asked(kind: str, plain: Plain = None) -> Iterator[Asked]:
    """The fields of a kind of finding, with what they hold in ``plain``; without places and lists."""
    hint = value_hint(kind)
    if hint is not None:
        yield from _asked(hint, plain, "", optional=False, codes=LEVELS if kind == "level" else ())


def _asked(hint: Hint, plain: Plain, name: str, *, optional: bool, codes: tuple[str, ...]) -> Iterator[Asked]:
    form, cls, parts = shape_of(hint)
    if form == "optional":
        yield from _asked(parts[0], plain, name, optional=True, codes=codes)
    elif form == "object":
        for each, inner in fields_of(cls):
            held = plain.get(each) if isinstance(plain, dict) else None
            path = f"{name}.{each}" if name else each
            known = CODES.get((cls.__name__, each), ())
            yield from _asked(inner, held, path, optional=optional and bool(name), codes=known)
    elif form in ("scalar", "period"):
        takes = "period" if form == "period" else _TAKES.get(hint, "text")
        yield Asked(name or "value", takes, optional, codes, _shown(plain))


_TAKES: dict[Hint, str] = {bool: "yes", int: "number", float: "number"}


def _shown(plain: Plain) -> str:
    """As ``typed`` takes it back."""
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return f"{plain:.15g}" if isinstance(plain, float) else str(plain)


def typed(kind: str, written: Mapping[str, str]) -> Plain:
    """Fields as people type them (``quantity.value=5``), as JSON has them; what is empty is null.

    A field of the profile whose value is a text or a period is called ``value``. Raises ``BadRequest``
    where there is no such field, or what is typed is no number, no place, no yes or no.
    """
    hint = value_hint(kind)
    if hint is None:
        return {}
    if shape_of(hint).form != "object":
        if set(written) != {"value"}:
            raise _nonsense("", Words("只有 value 一个字段", "its only field is value"))
        return _typed(hint, written["value"], ".value")
    made: dict[str, Any] = {}
    for name, words in written.items():
        inner, place, inside = hint, made, name.split(".")
        for number, part in enumerate(inside):
            form, cls, parts = shape_of(inner)
            if form == "optional":
                form, cls, parts = shape_of(parts[0])
            fields = dict(fields_of(cls)) if form == "object" else {}
            if part not in fields:
                known = "、".join(fields), ", ".join(fields)
                here = "." + ".".join(inside[:number]) if number else ""
                raise _nonsense(
                    here,
                    Words(
                        f"没有 {part!r} 这一项" + (f"；有 {known[0]}" if fields else ""),
                        f"{part!r} is unknown" + (f"; there are {known[1]}" if fields else ""),
                    ),
                )
            inner = fields[part]
            if number == len(inside) - 1:
                place[part] = _typed(inner, words, f".{name}")
            else:
                held = place.setdefault(part, {})
                if not isinstance(held, dict):
                    held = place[part] = {}
                place = held
    return made


def _typed(hint: Hint, words: str, path: str) -> Plain:
    form, _, parts = shape_of(hint)
    if form == "optional":
        return None if words == "" else _typed(parts[0], words, path)
    if hint is str or form == "period":
        return words
    try:
        if hint is float:
            return float(words.replace(",", "").replace("_", "") if not words.endswith("%") else _percent(words))
        if hint is int:
            return int(words)
        if hint is bool:
            return {"true": True, "false": False, "1": True, "0": False, "是": True, "否": False}[words.lower()]
        if form == "many" and parts[0] is str:
            return [each for each in words.replace("、", ",").replace("，", ",").split(",") if each]
        return msgspec.json.decode(words)
    except (ValueError, KeyError, msgspec.MsgspecError):
        name = getattr(hint, "__name__", "JSON")
        raise _nonsense(path, Words(f"{words[:40]!r} 不是 {name}", f"{words[:40]!r} is no {name}")) from None


def _percent(words: str) -> float:
    return round(float(words[:-1]) / 100, 12)
