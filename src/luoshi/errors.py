"""Every error that Luoshi raises, on one page.

::

    LuoshiError
    ├─ CannotRead            the bytes did not become text (name, media type, why)
    │  ├─ UnknownFormat      nothing here reads this kind of file
    │  ├─ DamagedFile        broken, encrypted, empty, or with no usable text
    │  ├─ TooLarge           over the limit that keeps memory bounded
    │  └─ MissingExtra       an optional package is needed; the advice is the install command
    ├─ BadKnowledge          file, row, column and rule broken
    ├─ BadRecord             a JSON record does not fit the published schema
    └─ BadRequest            an action was asked something impossible

Only the floors that touch the world raise. An extractor that does not understand yields nothing, or
a doubt.
"""

from __future__ import annotations


class LuoshiError(Exception):
    """What went wrong and what to do about it, in one sentence each."""

    def __init__(self, what: str, advice: str = "") -> None:
        """Keep ``what`` happened and the ``advice`` that helps (may be empty)."""
        super().__init__(what)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        """One line: what happened, then what to do."""
        return f"{self.what} {self.advice}".strip()


class CannotRead(LuoshiError):
    """The bytes did not become text."""

    def __init__(self, what: str, advice: str = "", *, name: str = "", media_type: str = "") -> None:
        """``name`` is the file as the user named it, ``media_type`` what the bytes looked like."""
        super().__init__(what, advice)
        self.name = name
        self.media_type = media_type

    def __str__(self) -> str:
        """The file first, as compilers do."""
        line = super().__str__()
        return f"{self.name}: {line}" if self.name else line


class UnknownFormat(CannotRead):
    """Nothing here reads this kind of file."""


class DamagedFile(CannotRead):
    """The file is broken, encrypted, empty, or has no usable text."""


class TooLarge(CannotRead):
    """The file, or what it would unpack to, is over the limit that keeps memory bounded."""


class MissingExtra(CannotRead):
    """An optional package is needed; the advice is the command that installs it."""


class BadKnowledge(LuoshiError):
    """A row of a knowledge table breaks a rule of its table."""


class BadRecord(LuoshiError):
    """A JSON record does not fit the published schema."""


class BadRequest(LuoshiError):
    """An action was asked something impossible."""
