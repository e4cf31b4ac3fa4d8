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
    ├─ CannotOpen            no library there, none of ours, damaged, or not to be reached
    │  └─ NewerLibrary       a newer version of Luoshi made or changed it
    ├─ CannotKeep            a library that takes nothing now: read-only, disk full, busy
    ├─ NotInLibrary          no document of this id, or several
    ├─ BadQuery              what is looked for makes no sense (position and hint)
    └─ BadRequest            an action was asked something impossible
       └─ Changed            somebody else changed what is to be changed, since it was looked at

Only the floors that touch the world raise. An extractor that does not understand yields nothing, or
a doubt.
"""

from __future__ import annotations

import errno

from luoshi.words import NOTHING, Words


class LuoshiError(Exception):
    """What went wrong and what to do about it, in one sentence each, in Chinese and English."""

    def __init__(self, what: Words, advice: Words = NOTHING) -> None:
        """Keep ``what`` happened and the ``advice`` that helps (may be empty)."""
        super().__init__(what, advice)
        self.what = what
        self.advice = advice

    def told(self, language: str) -> str:
        """One line in ``zh`` or ``en``: what happened, then what to do."""
        return f"{self.what.told(language)}{'' if language == 'zh' else ' '}{self.advice.told(language)}".strip()

    def __str__(self) -> str:
        """One line in English."""
        return self.told("en")


def said_by_system(error: OSError | ValueError) -> Words:
    """What the operating system said was wrong, in a few words; a ``ValueError`` is a path that cannot be one."""
    if not isinstance(error, OSError):
        return Words("不是有效的路径", "not a valid path")
    said = error.strerror or str(error)
    return Words(_SYSTEM.get(error.errno or 0, f"系统错误 {error.errno}" if error.errno else said), said)


_SYSTEM = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "路径不存在",
    errno.ENOTDIR: "路径中有一节不是文件夹",
    errno.EISDIR: "是文件夹",
    errno.EEXIST: "那里已有别的文件",
    errno.ELOOP: "链接指回自己",
    errno.ENAMETOOLONG: "路径太长",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.EIO: "读写出错",
    errno.EBUSY: "正被占用",
    errno.EMFILE: "打开的文件太多",
}


class CannotRead(LuoshiError):
    """The bytes did not become text."""

    def __init__(self, what: Words, advice: Words = NOTHING, *, name: str = "", media_type: str = "") -> None:
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


class CannotOpen(LuoshiError):
    """There is no library there, it is none of Luoshi's, it is damaged, or its server cannot be reached."""


class NewerLibrary(CannotOpen):
    """A newer version of Luoshi made or changed the library."""


class CannotKeep(LuoshiError):
    """The library takes nothing now: it is read-only, its disk is full, another program keeps it busy."""


class NotInLibrary(LuoshiError):
    """The library has no document of this id, or the short id fits several."""


class BadQuery(LuoshiError):
    """What is looked for makes no sense; the advice says how it would."""

    def __init__(self, what: Words, advice: Words = NOTHING, *, position: int = 0) -> None:
        """``position`` is where in the query it goes wrong, in characters from 0."""
        super().__init__(what, advice)
        self.position = position


class BadRequest(LuoshiError):
    """An action was asked something impossible."""


class Changed(BadRequest):
    """Somebody else changed what is to be changed, since it was looked at."""
