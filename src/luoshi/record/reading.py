"""JSON to Document, exactly; or an error that says what is wrong and where."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec

from luoshi.errors import BadRecord
from luoshi.model import (
    AnyFinding,
    Document,
    Edit,
    Edition,
    Finding,
    Original,
    Period,
    Profile,
    Rejected,
    Run,
    Section,
    Text,
    Verdict,
    Words,
)
from luoshi.record.fault import Fault
from luoshi.record.findings import NotPlain, findings
from luoshi.record.laws import check
from luoshi.record.shapes import (
    FINDING,
    MEMBERS,
    REJECTED,
    SCHEMA,
    STATED,
    Convert,
    Hint,
    Plain,
    Value,
    fields_of,
    later_of,
    profile_values,
    shape_of,
    value_of_kind,
)


def from_json(data: bytes | str) -> Document:
    """The document that ``to_json`` wrote, equal to the one that was written.

    Derived fields (``title``, the document's ``id``, a finding's ``id``, ``section``, ``original``)
    are not read: they follow from the rest. Raises ``BadRecord`` with what is wrong and where: no
    JSON, another schema, a missing, unknown or wrong field, a finding whose quote is not the text
    at its span.
    """
    plain = _parse(data)
    try:
        document = _document(plain)
        check(document)
    except Fault as fault:
        raise BadRecord(
            fault.words, Words("记录的形式见 `luoshi schema`。", "See `luoshi schema` for the form of a record.")
        ) from None
    except RecursionError:
        raise BadRecord(
            Words("结构嵌套过深。", "The outline is nested too deeply."),
            Words("落实的记录只有几层。", "A record of Luoshi has a handful of levels."),
        ) from None
    return document


def _parse(data: bytes | str) -> Plain:
    """What JSON says; its findings, where they have no fault, as findings already."""
    try:
        members = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        return {name: (_quickly if name == "findings" else msgspec.json.decode)(raw) for name, raw in members.items()}
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        pass  # half a surrogate pair is JSON, but not for msgspec; or a fault, which json places by line
    try:
        return json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError) as fault:
        deep = isinstance(fault, RecursionError)
        raise BadRecord(
            Words(
                f"这不是 JSON：{'嵌套过深' if deep else fault}。",
                f"This is not JSON: {'nested too deeply' if deep else fault}.",
            ),
            Words("记录由 `luoshi read --format json` 写出。", "A record is what `luoshi read --format json` writes."),
        ) from None


def _quickly(raw: msgspec.Raw) -> Plain | tuple[AnyFinding, ...]:
    try:
        return findings(raw)
    except NotPlain:
        return msgspec.json.decode(raw)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _document(plain: Plain) -> Document:
    _members(plain, (*MEMBERS, REJECTED) if isinstance(plain, dict) and REJECTED in plain else MEMBERS)
    if plain["schema"] != SCHEMA:
        raise Fault(
            Words(
                f"记录的模式是 {plain['schema']!r}，此版落实读 {SCHEMA!r}",
                f"the record is of schema {plain['schema']!r}, and this Luoshi reads {SCHEMA!r}",
            )
        )
    original = _at("original", reader(Original), plain)
    text = _at("text", _text, plain, original)
    return Document(
        text=text,
        outline=_at("outline", reader(Section), plain),
        profile=_at("profile", _profile, plain),
        findings=_at("findings", _findings, plain),
        verdict=_at("verdict", reader(Verdict | None), plain),
        edition=_at("edition", reader(Edition | None), plain),
        rejected=_at(REJECTED, _rejected, plain) if REJECTED in plain else (),
    )


def _at(key: str | int, read: Callable[..., Any], plain: Plain, *more: Value) -> Value:
    try:
        return read(plain[key], *more)
    except Fault as fault:
        raise fault.inside(key) from None


def _text(plain: Plain, original: Original) -> Text:
    _members(plain, ("content", "edits", "runs"))
    return Text(
        original,
        content=_at("content", reader(str), plain),
        runs=_at("runs", reader(tuple[Run, ...]), plain),
        edits=_at("edits", reader(tuple[Edit, ...]), plain),
    )


def _profile(plain: Plain) -> Profile:
    values = profile_values()
    _members(plain, tuple(values))
    return Profile(
        **{name: _at(name, _finding, plain, hint) for name, hint in values.items() if plain[name] is not None}
    )


def _findings(plain: Plain) -> tuple[AnyFinding, ...]:
    if type(plain) is tuple:
        return plain
    return tuple(_at(number, _finding, plain) for number in range(len(_a(list, plain))))


def _rejected(plain: Plain) -> tuple[Rejected, ...]:
    return tuple(_at(number, _taken_out, plain) for number in range(len(_a(list, plain))))


def _taken_out(plain: Plain) -> Rejected:
    """One that was taken out: its id follows from nothing, so it is read back."""
    kind = plain.get("kind") if isinstance(plain, dict) else None
    hint = profile_values().get(kind) if isinstance(kind, str) else None
    if hint is None:
        found = _finding(plain)
    else:
        found = _finding({name: value for name, value in plain.items() if name != "id"}, hint)
        _members(plain, ("id", *FINDING))
    return Rejected(_at("id", reader(str), plain), found)


def _finding(plain: Plain, hint: Hint = None) -> AnyFinding:
    _members(plain, FINDING if hint else ("id", *FINDING))
    kind = plain["kind"]
    hint = hint or (value_of_kind(kind) if isinstance(kind, str) else None)
    if hint is None:
        raise Fault(Words(f"没有 {kind!r} 这一种类的发现", f"there is no kind of finding {kind!r}"), "kind")
    stated = {name: _at(name, reader(type_), plain) for name, type_ in STATED.items()}
    return Finding(value=_at("value", reader(hint), plain), **stated)


@cache
def reader(hint: Hint) -> Convert:
    """What turns JSON's dicts, lists, strings and numbers into a value of a type."""
    form, _, parts = shape_of(hint)
    if form == "scalar":
        return _number if hint is float else lambda value: _a(hint, value)
    if form == "optional":
        inner = reader(parts[0])
        return lambda value: None if value is None else inner(value)
    if form == "period":
        return _period
    if form == "row":
        return lambda value: _row(hint, value)
    if form == "pair":
        return lambda value: _pair(parts, value)
    if form == "many":
        return lambda value: tuple(_at(number, reader(parts[0]), value) for number in range(len(_a(list, value))))
    return lambda value: _object(hint, value)


def _object(cls: Hint, value: Plain) -> Value:
    names, readers = _fields(cls)
    if (later := later_of(cls)) and type(value) is dict:
        value = {**dict.fromkeys(later), **value}
    _members(value, names)
    return cls(*[_at(name, read, value) for name, read in zip(names, readers, strict=True)])


@cache
def _fields(cls: Hint) -> tuple[tuple[str, ...], tuple[Convert, ...]]:
    wanted = fields_of(cls)
    return tuple(name for name, _ in wanted), tuple(reader(hint) for _, hint in wanted)


def _row(cls: Hint, value: Plain) -> Value:
    if type(value) is not list or len(value) != len(cls._fields):
        raise Fault(
            Words(
                f"要 {len(cls._fields)} 个整数（{'、'.join(cls._fields)}）",
                f"{len(cls._fields)} integers wanted ({', '.join(cls._fields)})",
            )
        )
    for number in value:
        if type(number) is not int or number < 0:
            raise Fault(Words("要从 0 起的整数", "integers from 0 wanted"))
    return cls(*value)


def _pair(hints: tuple[Any, ...], value: Plain) -> tuple[Any, ...]:
    if len(_a(list, value)) != len(hints):
        raise Fault(Words(f"要有 {len(hints)} 个元素的列表", f"a list of {len(hints)} wanted"))
    return tuple(_at(number, reader(hint), value) for number, hint in enumerate(hints))


def _period(value: Plain) -> Period:
    start, slash, end = _a(str, value).partition("/")
    return Period(start, end if slash else start)


def _number(value: Plain) -> float:
    if type(value) not in (int, float):
        raise Fault(_instead(Words("数", "a number"), value))
    try:
        return float(value)
    except OverflowError:
        raise Fault(Words("数太大", "the number is too large")) from None


def _a(cls: type, value: Plain) -> Value:
    if type(value) is not cls:
        raise Fault(_instead(_NAMES[cls], value))
    return value


def _members(value: Plain, wanted: tuple[str, ...]) -> None:
    """Raise ``Fault`` unless ``value`` is an object with just these members."""
    if type(value) is not dict:
        raise Fault(_instead(Words("对象", "an object"), value))
    if len(value) != len(wanted) or any(name not in value for name in wanted):
        missing = [name for name in wanted if name not in value]
        if missing:
            raise Fault(Words(f"缺少 {missing[0]!r}", f"{missing[0]!r} is missing"))
        unknown = min(set(value) - set(wanted))
        raise Fault(Words(f"没有 {unknown!r} 这一项", f"{unknown!r} is unknown"))


def _instead(wanted: Words, value: Plain) -> Words:
    short = repr(value)[:40]
    found = {type(None): Words("null", "null"), list: Words("列表", "a list"), dict: Words("对象", "an object")}
    there = found.get(type(value)) or Words(short, short)
    return Words(f"要{wanted.zh}，不是{there.zh}", f"{wanted.en} wanted, not {there.en}")


_NAMES: dict[type, Words] = {
    str: Words("文字", "text"),
    int: Words("整数", "an integer"),
    bool: Words("true 或 false", "true or false"),
    list: Words("列表", "a list"),
}
