"""What was counted over all documents, kept in memory until the library changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from threading import Lock
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, func, select

from luoshi.library.tables import document

LARGEST = 200_000
"""So many rows are kept in all: the answers that were asked for longest ago go first."""

Found = TypeVar("Found")
State = tuple[Any, ...]


class Recall(Protocol):
    """``Memory.recall`` at one state."""

    def __call__(self, question: Hashable, answer: Callable[[], Found], /, *, size: int = 0) -> Found:
        """What was kept, or what ``answer`` gives."""


def state_of(connection: Connection) -> State:
    """A mark that is another whenever a document was added, removed, read again or corrected, by whomever.

    Keys are never given twice, and a document's revision grows with all that changes in it.
    """
    key, revision = document.c.key, document.c.revision
    return tuple(connection.execute(select(func.count(), func.max(key), func.sum(key), func.sum(revision))).one())


class Memory:
    """Answers by question, all of one state of the library; may be used by several threads."""

    def __init__(self) -> None:
        """It begins empty."""
        self._lock = Lock()
        self._state: State = ()
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._size = 0

    def recall(self, state: State, question: Hashable, answer: Callable[[], Found], *, size: int = 0) -> Found:
        """What ``answer`` gave to this question at this state; nobody may change it. ``size``: as many rows, if it has none."""
        with self._lock:
            if state == self._state and question in self._kept:
                self._kept.move_to_end(question)
                found: Found = self._kept[question][0]
                return found
        made = answer()
        with self._lock:
            self._keep(state, question, made, size)
        return made

    def _keep(self, state: State, question: Hashable, made: object, size: int) -> None:
        if state != self._state:
            self._kept.clear()
            self._size, self._state = 0, state
        size += 1 + (len(made) if isinstance(made, Sized) else 0)
        if size > LARGEST or question in self._kept:
            return
        self._kept[question] = (made, size)
        self._size += size
        while self._size > LARGEST:
            self._size -= self._kept.popitem(last=False)[1][1]
