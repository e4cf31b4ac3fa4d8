"""Entity tags (RFC 9110, 8.8.3): how an answer is known again by those who have it."""

from __future__ import annotations

from hashlib import blake2b


def tag_of(data: bytes) -> str:
    """A strong entity tag: the same bytes, the same tag."""
    return f'"{blake2b(data, digest_size=12).hexdigest()}"'


def tags(header: str) -> list[str]:
    """The tags of an ``If-Match`` or ``If-None-Match``."""
    return [each.strip() for each in header.split(",")]


def has(tag: str, header: str | None) -> bool:
    """Whether the one who asks has it, by an ``If-None-Match`` (13.1.2)."""
    there = tags(header or "")
    return "*" in there or tag in [each.removeprefix("W/") for each in there]
