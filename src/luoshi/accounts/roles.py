"""What somebody may: readers read, editors add and correct, administrators keep the library and its accounts."""

from __future__ import annotations

READER, EDITOR, ADMINISTRATOR = "reader", "editor", "administrator"

ROLES = (READER, EDITOR, ADMINISTRATOR)
"""Each may what those before it may."""


def may(role: str, wanted: str) -> bool:
    """Whether who has a ``role`` may what one of the ``wanted`` role may."""
    return ROLES.index(role) >= ROLES.index(wanted)
