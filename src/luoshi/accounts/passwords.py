"""Passwords: never kept, only their hash by Argon2id (RFC 9106) with argon2-cffi's low-memory parameters.

Hashed as NFKC has them (NIST SP 800-63B, 5.1.1.2): full-width letters of an input method are the same password.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from luoshi.errors import BadRequest
from luoshi.words import Words

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 256
"""Characters of a password: long ones instead of rules about signs (NIST SP 800-63B, 5.1.1.2, asks for 8 at least)."""


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher, profiles  # noqa: PLC0415 — only where somebody signs in

    return PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)


def hashed(password: str, name: str) -> str:
    """What is kept of a password. Raises ``BadRequest`` for one that is too short, too long, or the name itself."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadRequest(
            Words(f"密码要 {SHORTEST} 到 {LONGEST} 个字符。", f"A password has {SHORTEST} to {LONGEST} characters."),
            Words("可以用几个词连成一句。", "Several words in a row do well."),
        )
    if (name.casefold() in password.casefold() and len(password) - len(name) < SHORTEST // 2) or len(set(password)) < 5:
        raise BadRequest(
            Words("这个密码太容易猜。", "This password is too easy to guess."),
            Words("请换一个与用户名无关的。", "Take one that has nothing to do with the name."),
        )
    return _hasher().hash(_bytes(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one that was hashed; where there is none it takes as long to say no."""
    from argon2.exceptions import InvalidHashError, VerifyMismatchError  # noqa: PLC0415 — as above

    try:
        _hasher().verify(kept or _nobody(), _bytes(password[: LONGEST + 1]))
    except (VerifyMismatchError, InvalidHashError):
        return False
    return kept is not None


def _bytes(password: str) -> bytes:
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


@cache
def _nobody() -> str:
    """The hash of a password that nobody has."""
    from secrets import token_hex  # noqa: PLC0415 — once

    return _hasher().hash(token_hex())
