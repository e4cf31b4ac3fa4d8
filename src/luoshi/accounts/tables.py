"""The tables of accounts, beside those of the library; the same in both databases.

======== =========================================================================================
account  a person who may sign in: name, role, the hash of the password (Argon2id); switched off, not
         removed, so that what somebody did keeps a name
session  who is signed in, until when; only a hash of the cookie's token is kept
key      what programs of a person show instead of a password; only a hash is kept
event    the audit log: who did what, when, from where; nothing changes a line once written
======== =========================================================================================
"""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Table

from luoshi.library.tables import WORDS, metadata

_ACCOUNT = "account.id"

account = Table(
    "account",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", WORDS, nullable=False),
    Column("folded", WORDS, nullable=False, unique=True),
    Column("role", WORDS, nullable=False),
    Column("password", WORDS, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("made", WORDS, nullable=False),
    CheckConstraint("role IN ('reader', 'editor', 'administrator')", name="account_role"),
    sqlite_autoincrement=True,
)

session = Table(
    "session",
    metadata,
    Column("token", WORDS, primary_key=True),
    Column("account", Integer, ForeignKey(_ACCOUNT, ondelete="CASCADE"), nullable=False),
    Column("began", WORDS, nullable=False),
    Column("seen", WORDS, nullable=False),
    Index("session_by_account", "account"),
)

key = Table(
    "key",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("token", WORDS, nullable=False, unique=True),
    Column("account", Integer, ForeignKey(_ACCOUNT, ondelete="CASCADE"), nullable=False),
    Column("label", WORDS, nullable=False),
    Column("made", WORDS, nullable=False),
    Index("key_by_account", "account"),
    sqlite_autoincrement=True,
)

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("when", WORDS, nullable=False),
    Column("who", WORDS, nullable=False),
    Column("what", WORDS, nullable=False),
    Column("about", WORDS, nullable=False),
    Column("address", WORDS, nullable=False),
    Index("event_by_what", "what", "when"),
    sqlite_autoincrement=True,
)

CARRIED = (account, event)
"""What a backup takes along: nobody stays signed in, and no key opens a copy."""
