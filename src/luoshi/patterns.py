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
        compiled = re.compile(self._written, self._flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def regex(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, for the price of a string: the thing itself is made at the first use.

    A fault in the pattern shows only then; the tests use each. ``match.re`` is the compiled pattern,
    not this.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(written, flags))
