"""Sign in, sign out."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect
from msgspec import Struct

from luoshi.accounts import TooManyAttempts
from luoshi.actions.add import now
from luoshi.http import context, status_of, told, visitor
from luoshi.http.auditing import address
from luoshi.http.signed import COOKIE, session_token
from luoshi.web.rendering import AnyRequest, page


class Given(Struct):
    """What the form holds; ``back`` is where somebody wanted to go."""

    name: str = ""
    password: str = ""
    back: str = "/"


Form = Annotated[Given, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/login", sync_to_thread=True, include_in_schema=False)
def login(request: AnyRequest, back: FromQuery[str] = "/") -> Response[str] | Redirect:
    """The form."""
    if visitor(request) is not None:
        return Redirect(context(request).links.prefix + _inside(back), status_code=303)
    return page(request, "login.html.j2", back=_inside(back), name="", fault=None)


@post("/login", sync_to_thread=True, include_in_schema=False)
def sign_in(request: AnyRequest, data: Form) -> Response[str] | Redirect:
    """Let somebody in, or say that name and password do not fit: never which of the two."""
    asked, back = context(request), _inside(data.back)
    try:
        token = asked.signing.sign_in(data.name, data.password, address=address(request), when=now())
    except TooManyAttempts as error:
        shown = {"back": back, "name": data.name, "fault": told(error)}
        return page(request, "login.html.j2", status=status_of(error), **shown)
    if token is None:
        return page(request, "login.html.j2", status=401, back=back, name=data.name, fault="unfit")
    answer = Redirect(asked.links.prefix + back, status_code=303)
    answer.set_cookie(
        COOKIE,
        token,
        path=asked.links.prefix or "/",
        httponly=True,
        samesite="lax",
        secure=request.scope["scheme"] == "https",
    )
    return answer


@post("/logout", sync_to_thread=True, include_in_schema=False)
def logout(request: AnyRequest) -> Redirect:
    """End the session."""
    asked, asking = context(request), visitor(request)
    token = session_token(request.headers.get("cookie", ""))
    if token and asking is not None:
        asked.signing.sign_out(token, who=asking.name, address=address(request), when=now())
    answer = Redirect(asked.links.to("/login"), status_code=303)
    answer.delete_cookie(COOKIE, path=asked.links.prefix or "/")
    return answer


def _inside(back: str) -> str:
    """An address of the site itself: a link made elsewhere must not lead elsewhere after signing in."""
    inside = back.startswith("/") and not back.startswith("//") and "\\" not in back and back.isprintable()
    return quote(back, safe="/?&=%~+-._:,;@!$'()*") if inside and len(back) <= 2000 else "/"
