"""One's own account, everybody's for administrators, and the audit log."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect
from msgspec import Struct

from luoshi.accounts import ROLES
from luoshi.actions import asking
from luoshi.actions.add import now
from luoshi.errors import BadRequest, LuoshiError
from luoshi.http import administrators, context, readers, status_of, told, visitor
from luoshi.http.auditing import address
from luoshi.http.faults import Told
from luoshi.web.rendering import AnyRequest, page
from luoshi.words import Words

EVENTS = 100
"""Lines of the audit log on one page."""


class Passwords(Struct):
    """Old and new."""

    old: str = ""
    new: str = ""
    again: str = ""


class Program(Struct):
    """What a key is for."""

    label: str = ""


class Newcomer(Struct):
    """Somebody to let in."""

    name: str = ""
    role: str = "reader"
    password: str = ""


class Changed(Struct):
    """What somebody is from now on; ``password`` empty: the old one."""

    role: str = ""
    active: str = "on"
    password: str = ""


PasswordsForm = Annotated[Passwords, Body(media_type=RequestEncodingType.URL_ENCODED)]
ProgramForm = Annotated[Program, Body(media_type=RequestEncodingType.URL_ENCODED)]
NewcomerForm = Annotated[Newcomer, Body(media_type=RequestEncodingType.URL_ENCODED)]
ChangedForm = Annotated[Changed, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/account", guards=[readers], sync_to_thread=True, include_in_schema=False)
def account(request: AnyRequest) -> Response[str]:
    """One's own: password and keys."""
    return _account(request)


@post("/account/password", guards=[readers], sync_to_thread=True, include_in_schema=False)
def new_password(request: AnyRequest, data: PasswordsForm) -> Response[str] | Redirect:
    """Change it; everywhere else one is signed out."""
    asked, name = context(request), _signed_in(request)
    try:
        if data.new != data.again:
            raise BadRequest(Words("两次输入的新密码不同。", "The new password was not the same twice."))
        if asked.signing.sign_in(name, data.old, address=address(request), when=now()) is None:
            raise BadRequest(Words("原密码不对。", "The old password is not right."))
        asked.accounts.set_password(name, data.new, by=name, when=now())
    except LuoshiError as error:
        return _account(request, error)
    return Redirect(asked.links.to("/login"), status_code=303)


@post("/account/keys", guards=[readers], sync_to_thread=True, include_in_schema=False)
def new_key(request: AnyRequest, data: ProgramForm) -> Response[str]:
    """A key for a program; it is shown this once."""
    name = _signed_in(request)
    try:
        return _account(request, key=context(request).accounts.new_key(name, data.label, by=name, when=now()))
    except LuoshiError as error:
        return _account(request, error)


@post("/account/keys/{number:int}/drop", guards=[readers], sync_to_thread=True, include_in_schema=False)
def drop_key(request: AnyRequest, number: FromPath[int]) -> Redirect:
    """Let a key end."""
    name = _signed_in(request)
    context(request).accounts.drop_key(name, number, by=name, when=now())
    return Redirect(context(request).links.to("/account"), status_code=303)


@get("/accounts", guards=[administrators], sync_to_thread=True, include_in_schema=False)
def accounts(request: AnyRequest) -> Response[str]:
    """Everybody."""
    return _accounts(request)


@post("/accounts", guards=[administrators], sync_to_thread=True, include_in_schema=False)
def add_account(request: AnyRequest, data: NewcomerForm) -> Response[str] | Redirect:
    """Let somebody in."""
    asked = context(request)
    try:
        asked.accounts.add(data.name, data.role, data.password, by=_signed_in(request), when=now())
    except LuoshiError as error:
        return _accounts(request, error, data.name)
    return Redirect(asked.links.to("/accounts"), status_code=303)


@post("/accounts/{name:str}", guards=[administrators], sync_to_thread=True, include_in_schema=False)
def change_account(request: AnyRequest, name: FromPath[str], data: ChangedForm) -> Response[str] | Redirect:
    """Another role, another password, off or on."""
    asked, by = context(request), _signed_in(request)
    try:
        asked.accounts.change(name, role=data.role or None, active=data.active == "on", by=by, when=now())
        if data.password:
            asked.accounts.set_password(name, data.password, by=by, when=now())
    except LuoshiError as error:
        return _accounts(request, error)
    return Redirect(asked.links.to("/accounts"), status_code=303)


@get("/audit", guards=[administrators], sync_to_thread=True, include_in_schema=False)
def audit(request: AnyRequest, words: FromQuery[str] = "") -> Response[str]:
    """Who did what, the newest first."""
    log, number = context(request).log, asking.page(request.query_params.dict())
    total = log.count(words)
    return page(
        request,
        "audit.html.j2",
        events=log.events(words, limit=EVENTS, offset=(number - 1) * EVENTS),
        total=total,
        words=words,
        number=number,
        pages=-(-total // EVENTS),
    )


def _signed_in(request: AnyRequest) -> str:
    who = visitor(request)
    if who is None or context(request).local:
        raise BadRequest(
            Words("只在本机使用时没有用户。", "Where only this machine asks there are no accounts."),
            Words("luoshi serve --host 会用到它们。", "They are for luoshi serve --host."),
        )
    return who.name


def _account(request: AnyRequest, error: LuoshiError | None = None, key: str = "") -> Response[str]:
    keys = context(request).accounts.keys(_signed_in(request))
    return page(request, "account.html.j2", status=_status(error), keys=keys, new_key=key, fault=_fault(error))


def _accounts(request: AnyRequest, error: LuoshiError | None = None, name: str = "") -> Response[str]:
    shown = {"everybody": context(request).accounts.all(), "roles": ROLES, "name": name, "fault": _fault(error)}
    return page(request, "accounts.html.j2", status=_status(error), **shown)


def _status(error: LuoshiError | None) -> int:
    return status_of(error) if error else 200


def _fault(error: LuoshiError | None) -> Told | None:
    return told(error) if error else None
