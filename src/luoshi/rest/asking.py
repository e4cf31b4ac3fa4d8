"""The query and the body of a request as the types that an operation says, or a refusal that names what is wrong."""

from __future__ import annotations

from typing import Any, TypeVar, cast, get_type_hints
from urllib.parse import parse_qsl

import msgspec
from msgspec import Struct, inspect

from luoshi.http.faults import Refused
from luoshi.patterns import regex
from luoshi.rest.wanting import wanted
from luoshi.words import Words

S = TypeVar("S", bound=Struct)

LANGUAGE = "language"
"""May stand in every query: the language of what a problem says (else ``Accept-Language``)."""

LANGUAGES = ("zh", "en")

MOST = 200
"""So many parameters a query may have."""


def query_of(written: bytes, kind: type[S]) -> S:
    """The parameters of a query. Raises ``Refused`` (400) that names the one which is unknown, twice there or wrong."""
    try:
        pairs = parse_qsl(written.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST)
    except ValueError:
        raise Refused(
            400,
            Words("查询串不是 UTF-8，或参数太多。", "The query is not UTF-8, or has too many parameters."),
            Words(f"请按 RFC 3986 编码，最多 {MOST} 个。", f"Encode it as RFC 3986 says, with {MOST} at most."),
        ) from None
    fields = {each.encode_name: each.type for each in _fields(kind)}
    found: dict[str, Any] = {}
    said: set[str] = set()
    for name, value in pairs:
        if name == LANGUAGE:
            if value not in LANGUAGES or name in said:
                raise refused(name, value, Words("可用：zh、en，只写一次", "there is zh, en, once only"))
            said.add(name)
            continue
        if name not in fields:
            raise _unknown(name, list(fields))
        form = _plain(fields[name])
        read = _read(value, _plain(form.item_type) if isinstance(form, inspect.CollectionType) else form)
        if isinstance(form, inspect.CollectionType):
            found.setdefault(name, []).append(read)
        elif name in found:
            raise refused(name, value, Words("只能写一次", "it may be given once only"))
        else:
            found[name] = read
    for name, value in found.items():
        _check(name, value, kind)
    return _whole(found, kind)


def number_of(name: str, written: str, hint: Any) -> int:  # noqa: ANN401 — a type
    """A number in a path."""
    try:
        return cast("int", msgspec.convert(_read(written, inspect.IntType()), hint))
    except msgspec.ValidationError:
        raise refused(name, written, wanted(hint)) from None


def refused(name: str, value: str, hint: Words) -> Refused:
    """What is raised for a parameter that makes no sense."""
    shown = value if len(value) <= 24 else value[:24] + "…"
    return Refused(
        400,
        Words(f"参数 {name}=“{shown}” 不对。", f"The parameter {name}={shown!r} makes no sense."),
        _sentence(hint),
        parameter=name,
    )


def backwards(name: str) -> Refused:
    """What is raised for the end of a range that lies before its start."""
    return Refused(
        400,
        Words("终点在起点之前。", "It ends before it starts."),
        Words("请对调两端，或去掉一端。", "Swap the two, or leave one out."),
        parameter=name,
    )


def _sentence(hint: Words) -> Words:
    return Words(f"{hint.zh}。", f"{hint.en[0].upper()}{hint.en[1:]}.")


def _unknown(name: str, known: list[str]) -> Refused:
    short = name[:40]
    there = Words(f"这里有：{'、'.join(known)}。", f"There is {', '.join(known)}.") if known else _NONE
    return Refused(400, Words(f"没有参数 {short!r}。", f"There is no parameter {short!r}."), there, parameter=short)


def _fields(kind: type[Struct]) -> tuple[inspect.Field, ...]:
    return cast("inspect.StructType", inspect.type_info(kind)).fields


def _plain(form: inspect.Type) -> inspect.Type:
    """Without what says more about it, and without ``None``."""
    while True:
        if isinstance(form, inspect.Metadata):
            form = form.type
        elif isinstance(form, inspect.UnionType):
            form = next(each for each in form.types if not isinstance(each, inspect.NoneType))
        else:
            return form


def _read(value: str, form: inspect.Type) -> Any:  # noqa: ANN401 — a value of JSON
    """A value as JSON would have it; what does not look like one stays a text, which then does not fit."""
    if isinstance(form, inspect.BoolType):
        return {"true": True, "false": False}.get(value, value)
    if isinstance(form, inspect.IntType) and _INTEGER.fullmatch(value):
        return int(value)
    if isinstance(form, inspect.FloatType) and _NUMBER.fullmatch(value):
        return float(value)
    return value


def _check(name: str, value: Any, kind: type[Struct]) -> None:  # noqa: ANN401 — a value of JSON
    hint = get_type_hints(kind, include_extras=True)[name]
    try:
        msgspec.convert(value, hint)
    except msgspec.ValidationError:
        shown = value[-1] if isinstance(value, list) else value
        raise refused(name, str(shown), wanted(hint)) from None


def _whole(found: dict[str, Any], kind: type[S]) -> S:
    missing = next((each.name for each in _fields(kind) if each.required and each.name not in found), None)
    if missing:
        raise Refused(
            400,
            Words(f"缺少参数 {missing}。", f"The parameter {missing} is missing."),
            _sentence(wanted(get_type_hints(kind, include_extras=True)[missing])),
            parameter=missing,
        )
    return msgspec.convert(found, kind)


_INTEGER = regex(r"-?[0-9]{1,18}")
_NUMBER = regex(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?")
_NONE = Words("这里没有参数。", "There are no parameters here.")
