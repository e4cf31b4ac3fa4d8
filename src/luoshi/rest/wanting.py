"""What a parameter or a field wants, in words: what an answer says to a value that does not fit."""

from __future__ import annotations

from typing import Any

from msgspec import inspect

from luoshi.words import Words

ANYTHING = Words("要一个值", "a value is wanted")


def wanted(hint: Any) -> Words:  # noqa: ANN401 — a type, as annotations have it
    """``1 到 1000 的整数``, for a type as msgspec understands it."""
    return _said(inspect.type_info(hint))


def _said(kind: inspect.Type) -> Words:
    match kind:
        case inspect.Metadata(extra={"among": values}):
            return Words(f"可用：{'、'.join(values)}", f"there is {', '.join(values)}")
        case inspect.Metadata(type=inner, extra_json_schema=extra):
            examples = (extra or {}).get("examples")
            return _with_examples(_said(inner), examples)
        case inspect.UnionType(types=types):
            return next((_said(each) for each in types if not isinstance(each, inspect.NoneType)), ANYTHING)
        case inspect.CollectionType(item_type=item):
            return _said(item)
        case inspect.IntType(ge=low, le=high):
            return _within(Words("整数", "an integer"), low, high)
        case inspect.FloatType(ge=low, le=high):
            return _within(Words("数", "a number"), low, high)
        case inspect.BoolType():
            return Words("要 true 或 false", "true or false is wanted")
        case inspect.LiteralType(values=values):
            return Words(f"可用：{'、'.join(map(str, values))}", f"there is {', '.join(map(str, values))}")
        case inspect.StrType(max_length=most):
            return Words(f"最多 {most} 字的文字", f"a text of at most {most} characters is wanted") if most else _TEXT
        case _:
            return ANYTHING


def _within(what: Words, low: float | None, high: float | None) -> Words:
    if low is None or high is None:
        return Words(f"要{what.zh}", f"{what.en} is wanted")
    return Words(f"要 {low} 到 {high} 的{what.zh}", f"{what.en} from {low} to {high} is wanted")


def _with_examples(what: Words, examples: list[Any] | None) -> Words:
    if not examples:
        return what
    shown = [str(each) for each in examples]
    return Words(f"{what.zh}，如 {'、'.join(shown)}", f"{what.en}, such as {', '.join(shown)}")


_TEXT = Words("要文字", "a text is wanted")
