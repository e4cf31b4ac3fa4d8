"""Signing in and out, and whose a token is."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, func, insert, select, update

from luoshi.accounts.log import LONGEST as FIELD
from luoshi.accounts.log import written
from luoshi.accounts.passwords import fits
from luoshi.accounts.store import Account, digest, folded
from luoshi.accounts.tables import account, event, key, session
from luoshi.errors import LuoshiError
from luoshi.library import Library
from luoshi.words import Words

IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)
"""A session ends after so long without a request, and at last so long after it began (OWASP ASVS 3.3)."""

NOTED = timedelta(minutes=5)
"""How exactly it is known when a session was last used."""

WINDOW, BY_NAME, BY_ADDRESS = timedelta(minutes=15), 10, 50
"""So many failures within the window, for one name or from one address, and nothing is tried for a while."""

FAILED, TOOK = "sign-in-failed", "sign-in"


class TooManyAttempts(LuoshiError):
    """Somebody guesses passwords."""


class Signing:
    """Who is signed in to a library. Times are in UTC."""

    def __init__(self, library: Library) -> None:
        """``library`` holds accounts and sessions."""
        self._library = library

    def sign_in(self, name: str, password: str, *, address: str, when: str) -> str | None:
        """A token for a new session; ``None`` where name and password do not fit.

        Both outcomes are in the audit log, which also is what counts failures: after too many
        ``TooManyAttempts`` is raised, whether the password fits or not. Of many attempts at once none gets in
        when so many others have failed in the meantime.
        """
        with self._library.reading() as connection:
            _refuse_guessing(connection, name, address, when)
            row = connection.execute(select(account).where(account.c.folded == folded(name))).mappings().first()
        right = fits(password, row["password"] if row else None)
        with self._library.writing() as connection:
            if row is None or not right or not row["active"]:
                written(connection, folded(name), FAILED, "", address=address, when=when)
                return None
            _refuse_guessing(connection, name, address, when)
            token = secrets.token_urlsafe(32)
            _end_old(connection, when)
            line = {"token": digest(token), "account": row["id"], "began": when, "seen": when}
            connection.execute(insert(session), line)
            written(connection, row["name"], TOOK, "", address=address, when=when)
        return token

    def sign_out(self, token: str, *, who: str, address: str, when: str) -> None:
        """End a session."""
        with self._library.writing() as connection:
            connection.execute(delete(session).where(session.c.token == digest(token)))
            written(connection, who, "sign-out", "", address=address, when=when)

    def whose(self, token: str, *, when: str) -> Account | None:
        """Whose session it is; ``None`` where there is none, or it has ended."""
        kept = digest(token)
        with self._library.reading() as connection:
            row = _holder(connection, session, kept, session.c.began, session.c.seen)
        if row is None or not _lasts(row["began"], row["seen"], when):
            return None
        if _at(when) - _at(row["seen"]) > NOTED and not self._library.read_only:
            with self._library.writing() as connection:
                connection.execute(update(session).where(session.c.token == kept).values(seen=when))
        return _account(row)

    def whose_key(self, token: str) -> Account | None:
        """Whose key it is."""
        with self._library.reading() as connection:
            row = _holder(connection, key, digest(token))
        return None if row is None else _account(row)


def _refuse_guessing(connection: Connection, name: str, address: str, when: str) -> None:
    since = _written(_at(when) - WINDOW)
    failures = select(func.count()).where(event.c.what == FAILED, event.c.when > since)
    by_name = connection.execute(failures.where(event.c.who == folded(name)[:FIELD])).scalar_one()
    by_address = connection.execute(failures.where(event.c.address == address[:FIELD])).scalar_one()
    if by_name >= BY_NAME or by_address >= BY_ADDRESS:
        raise TooManyAttempts(
            Words("登录失败次数太多。", "Too many failed attempts to sign in."),
            Words("请 15 分钟后再试。", "Try again in 15 minutes."),
        )


def _holder(connection: Connection, table: Table, token: str, *more: Column[str]) -> dict[str, Any] | None:
    columns = [account.c[name] for name in Account.__struct_fields__]
    query = select(*columns, *more).join_from(table, account).where(table.c.token == token, account.c.active)
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def _account(row: dict[str, Any]) -> Account:
    return Account(**{name: row[name] for name in Account.__struct_fields__})


def _lasts(began: str, seen: str, when: str) -> bool:
    now = _at(when)
    return now - _at(began) < LONGEST and now - _at(seen) < IDLE


def _end_old(connection: Connection, when: str) -> None:
    now = _at(when)
    connection.execute(delete(session).where(session.c.seen < _written(now - IDLE)))
    connection.execute(delete(session).where(session.c.began < _written(now - LONGEST)))


def _at(when: str) -> datetime:
    return datetime.fromisoformat(when)


def _written(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
