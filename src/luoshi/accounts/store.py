"""Accounts: who there is, and what an administrator may change."""

from __future__ import annotations

import secrets
import unicodedata
from hashlib import sha256

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select, update

from luoshi.accounts.log import written
from luoshi.accounts.passwords import hashed
from luoshi.accounts.roles import ADMINISTRATOR, ROLES
from luoshi.accounts.tables import account, key, session
from luoshi.errors import BadRequest
from luoshi.library import Library
from luoshi.library.entry import storable
from luoshi.words import Words

LONGEST = 60
"""Characters of a name, and of the label of a key."""


class Account(Struct, frozen=True):
    """Somebody who may sign in, while ``active``."""

    id: int
    name: str
    role: str
    active: bool
    made: str


class Key(Struct, frozen=True):
    """What a program of somebody shows instead of a password; ``label`` says which program."""

    id: int
    label: str
    made: str


_SHOWN = tuple(account.c[name] for name in Account.__struct_fields__)


class Accounts:
    """The accounts of a library. Every change is in the audit log, by the name of who made it (``by``)."""

    def __init__(self, library: Library) -> None:
        """``library`` holds them."""
        self._library = library

    def all(self) -> list[Account]:
        """Everybody, by name."""
        with self._library.reading() as connection:
            rows = connection.execute(select(*_SHOWN).order_by(account.c.folded))
            return [Account(**row) for row in rows.mappings()]

    def get(self, name: str) -> Account:
        """One by name; raises ``BadRequest`` where there is none."""
        with self._library.reading() as connection:
            return _one(connection, name)

    def any_administrator(self) -> bool:
        """Whether somebody is there who can let others in."""
        with self._library.reading() as connection:
            return _administrators(connection) > 0

    def add(self, name: str, role: str, password: str, *, by: str, when: str) -> Account:
        """Let somebody in. Raises ``BadRequest`` for a name that is taken or none, a role that is none, a weak password."""
        name, role = _name(name), _role(role)
        kept = hashed(password, name)
        with self._library.writing() as connection:
            if connection.execute(select(account.c.id).where(account.c.folded == folded(name))).first():
                raise BadRequest(
                    Words(f"已经有名为 {name} 的用户。", f"There is an account {name} already."),
                    Words("请换一个名字。", "Take another name."),
                )
            row = {"name": name, "folded": folded(name), "role": role, "password": kept, "active": True, "made": when}
            connection.execute(insert(account), row)
            written(connection, by, "account-add", f"{name} {role}", when=when)
            return _one(connection, name)

    def change(self, name: str, *, role: str | None = None, active: bool | None = None, by: str, when: str) -> Account:
        """Give somebody another role, or switch the account off or on.

        Whoever is switched off is signed out, and the keys end. Raises ``BadRequest`` where no
        administrator would be left.
        """
        with self._library.writing() as connection:
            _administrators(connection)  # two who switch off each other come one after the other
            found = _one(connection, name)
            to = {
                "role": found.role if role is None else _role(role),
                "active": found.active if active is None else active,
            }
            connection.execute(update(account).where(account.c.id == found.id).values(to))
            if not _administrators(connection):
                raise BadRequest(
                    Words("至少要有一位管理员。", "There must be one administrator at least."),
                    Words("请先让别人做管理员。", "Make somebody else one first."),
                )
            if not to["active"]:
                _shut_out(connection, found.id)
                connection.execute(delete(key).where(key.c.account == found.id))
            said = to["role"] if to["active"] else "off"
            written(connection, by, "account-change", f"{found.name} {said}", when=when)
            return _one(connection, name)

    def set_password(self, name: str, password: str, *, by: str, when: str) -> None:
        """Give somebody a new password; wherever the account was signed in, it is no longer."""
        kept = hashed(password, self.get(name).name)  # which takes its time: nobody waits for it to write
        with self._library.writing() as connection:
            found = _one(connection, name)
            connection.execute(update(account).where(account.c.id == found.id).values(password=kept))
            _shut_out(connection, found.id)
            written(connection, by, "password", found.name, when=when)

    def keys(self, name: str) -> list[Key]:
        """The keys of somebody, the oldest first."""
        with self._library.reading() as connection:
            wanted = select(key.c.id, key.c.label, key.c.made).where(key.c.account == _one(connection, name).id)
            return [Key(**row) for row in connection.execute(wanted.order_by(key.c.id)).mappings()]

    def new_key(self, name: str, label: str, *, by: str, when: str) -> str:
        """A key for a program of somebody: shown this once, kept as a hash."""
        token = f"luoshi_{secrets.token_urlsafe(32)}"
        with self._library.writing() as connection:
            found = _one(connection, name)
            row = {"token": digest(token), "account": found.id, "label": _label(label), "made": when}
            connection.execute(insert(key), row)
            written(connection, by, "key-add", f"{found.name} {row['label']}", when=when)
        return token

    def drop_key(self, name: str, number: int, *, by: str, when: str) -> None:
        """Let a key end; raises ``BadRequest`` where somebody has no such key."""
        with self._library.writing() as connection:
            found = _one(connection, name)
            gone = connection.execute(delete(key).where(key.c.id == number, key.c.account == found.id))
            if not gone.rowcount:
                raise BadRequest(Words("没有这把密钥。", "There is no such key."))
            written(connection, by, "key-drop", f"{found.name} {number}", when=when)


def folded(name: str) -> str:
    """A name as it is compared: without regard to case and width."""
    return storable(unicodedata.normalize("NFKC", name).casefold())


def digest(token: str) -> str:
    """What is kept of a token that is too long to guess."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _one(connection: Connection, name: str) -> Account:
    row = connection.execute(select(*_SHOWN).where(account.c.folded == folded(name))).mappings().first()
    if row is None:
        raise BadRequest(
            Words(f"没有名为 {name[:LONGEST]} 的用户。", f"There is no account {name[:LONGEST]}."),
            Words("luoshi users 列出所有用户。", "luoshi users lists them."),
        )
    return Account(**row)


def _administrators(connection: Connection) -> int:
    """How many there are; in a transaction that writes nobody else changes them until it ends."""
    wanted = select(account.c.id).where(account.c.role == ADMINISTRATOR, account.c.active).order_by(account.c.id)
    if connection.get_execution_options().get("writes"):
        wanted = wanted.with_for_update()
    return len(connection.execute(wanted).all())


def _shut_out(connection: Connection, number: int) -> None:
    connection.execute(delete(session).where(session.c.account == number))


def _name(name: str) -> str:
    name = unicodedata.normalize("NFKC", name).strip()
    fit = 0 < len(name) <= LONGEST and all(sign.isalnum() or sign in "._-@ " for sign in name)
    if not fit:
        raise BadRequest(
            Words("这不能作用户名。", "This cannot be a name."),
            Words(
                f"用户名由字母、汉字、数字和 . _ - @ 组成，最多 {LONGEST} 个字符。",
                f"A name has letters, digits and . _ - @, {LONGEST} characters at most.",
            ),
        )
    return name


def _label(label: str) -> str:
    shown = "".join(sign for sign in label if sign.isprintable()).strip()[:LONGEST]
    if not shown:
        raise BadRequest(Words("请写明这把密钥作什么用。", "Say what this key is for."))
    return shown


def _role(role: str) -> str:
    if role not in ROLES:
        raise BadRequest(
            Words(f"没有 {role[:LONGEST]} 这种角色。", f"There is no role {role[:LONGEST]}."),
            Words(f"角色有：{'、'.join(ROLES)}。", f"Roles are {', '.join(ROLES)}."),
        )
    return role
