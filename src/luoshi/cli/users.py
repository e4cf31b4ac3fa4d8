"""``luoshi users``: who may sign in to a library that is served to others."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable

from luoshi import settings
from luoshi.accounts import READER, Accounts
from luoshi.actions.add import now
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.terminal import harmless, put
from luoshi.library import Library


def users(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code. The password is asked for, or read from standard input: no list of processes shows it."""
    action, *rest = arguments.paths or ["list"]
    if action not in WAYS or len(rest) != WAYS[action][1]:
        raise WrongUsage(say("users", language))

    def work(library: Library) -> int:
        WAYS[action][0](Accounts(library), rest, arguments, language)
        return ALL_READ

    return on_library(arguments, language, work, create=action == "add", read_only=action == "list")


def _list(accounts: Accounts, _rest: list[str], _arguments: Arguments, language: str) -> None:
    for one in accounts.all():
        off = f"  {say('user_off', language)}" if not one.active else ""
        put(sys.stdout, f"{harmless(one.name)}  {one.role}  {one.made[:10]}{off}")


def _add(accounts: Accounts, rest: list[str], arguments: Arguments, language: str) -> None:
    role = arguments.role or READER
    made = accounts.add(rest[0], role, _password(language), by=settings.user(), when=now())
    _done(arguments, say("user_added", language, harmless(made.name), made.role))


def _role(accounts: Accounts, rest: list[str], arguments: Arguments, language: str) -> None:
    changed = accounts.change(rest[0], role=rest[1], by=settings.user(), when=now())
    _done(arguments, say("user_added", language, harmless(changed.name), changed.role))


def _set_password(accounts: Accounts, rest: list[str], arguments: Arguments, language: str) -> None:
    accounts.get(rest[0])
    accounts.set_password(rest[0], _password(language), by=settings.user(), when=now())
    _done(arguments, say("user_password", language, harmless(rest[0])))


def _off(accounts: Accounts, rest: list[str], arguments: Arguments, language: str) -> None:
    accounts.change(rest[0], active=False, by=settings.user(), when=now())
    _done(arguments, say("user_switched_off", language, harmless(rest[0])))


def _on(accounts: Accounts, rest: list[str], arguments: Arguments, language: str) -> None:
    accounts.change(rest[0], active=True, by=settings.user(), when=now())
    _done(arguments, say("user_switched_on", language, harmless(rest[0])))


def _key(accounts: Accounts, rest: list[str], _arguments: Arguments, _language: str) -> None:
    put(sys.stdout, accounts.new_key(rest[0], rest[1], by=settings.user(), when=now()))


WAYS: dict[str, tuple[Callable[[Accounts, list[str], Arguments, str], None], int]] = {
    "list": (_list, 0),
    "add": (_add, 1),
    "role": (_role, 2),
    "password": (_set_password, 1),
    "off": (_off, 1),
    "on": (_on, 1),
    "key": (_key, 2),
}
"""What can be done, and how many words it takes."""


def _password(language: str) -> str:
    if sys.stdin.isatty():
        password = getpass.getpass(say("ask_password", language))
        if password != getpass.getpass(say("ask_again", language)):
            raise WrongUsage(say("not_twice", language))
        return password
    return sys.stdin.readline().rstrip("\r\n")


def _done(arguments: Arguments, words: str) -> None:
    if not arguments.quiet:
        put(sys.stdout, words)
