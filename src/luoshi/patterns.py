"""Regular expressions that are compiled when they are first used: most texts need few, and start-up counts."""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub")


class _Pattern(Generic[AnyStr]):
    """Stands for a pattern until it is first used; from then on its methods are the pattern's own."""

    __slots__ = ("_flags", "_written", *_METHODS)

    def __init__(self, written: AnyStr, flags: int) -> None:
        self._written: AnyStr = written
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Called for what is not there yet."""
        written = self._written
        if isinstance(written, str):
            written = _PART.sub(_tried_one_by_one, written)
        compiled = re.compile(written, self._flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def regex(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, for the price of a string: the thing itself is made at the first use.

    A fault in the pattern shows only then; the tests use each. ``match.re`` is the compiled pattern,
    not this, and may be spelled another way.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(written, flags))


_PART = re.compile(r"\\.|\[(\^?\]?(?:\\.|[^\]\\])*)\](\?(?![?+])|(?![?*+{]))?", re.DOTALL)
_MEMBER = re.compile(r"\\[\Wdsw]|(?:\\\W|[^\\])-(?:\\\W|[^\\])|[^\\]", re.DOTALL)
_FEW = range(3, 25)


def _tried_one_by_one(part: re.Match[str]) -> str:
    """A plain class of a few characters, ``[甲乙丙]``, as ``(?:甲(?=)|乙|丙)``.

    For each class with three Chinese characters Python fills a map of 65,536 places, an eighth of a
    millisecond; alternatives are compiled in a fifth of that and match as fast. Were all of them one
    character and nothing else, they would be made a class again: hence the ``(?=)``.
    """
    inside, optional = part[1], part[2]
    if optional is None or inside.startswith("^") or len(inside) - len(inside.encode("latin-1", "ignore")) < _FEW[0]:
        return part[0]
    members = _MEMBER.findall(inside)
    if len(members) not in _FEW or sum(map(len, members)) != len(inside):
        return part[0]
    first, *others = (
        re.escape(each) if len(each) == 1 else each if each[0] == "\\" else f"[{each}]" for each in members
    )
    return f"(?:{first}(?=)|{'|'.join(others)}{'|' if optional else ''})"
