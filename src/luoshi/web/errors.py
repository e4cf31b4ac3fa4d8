"""An error as a page: what happened, what is kept, what to do."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect

from luoshi.http import context, status_of, told, visitor
from luoshi.web.rendering import AnyRequest, page


def page_of_error(request: AnyRequest, error: Exception) -> Response[str] | Redirect:
    """The page for an error; who has not signed in is asked to."""
    status = status_of(error)
    if status == 401 and request.method == "GET":
        query = request.scope["query_string"].decode("latin-1")
        back = quote(request.scope["path"]) + (f"?{query}" if query else "")
        return Redirect(context(request).links.to("/login", back=back), status_code=303)
    shown: dict[str, Any] = {"code": status, "told": told(error), "known": visitor(request)}
    if request.method != "GET":
        shown |= {"here": "/", "asked": {}}  # what was sent has no address that could be shown in the other language
    return page(request, "error.html.j2", status=status, **shown)


@get("/{path:path}", include_in_schema=False)
async def nothing(path: FromPath[str]) -> None:  # noqa: ARG001 — whatever it is
    """Whatever no other page answers: it passes the gate too, so that its answer knows the visitor."""
    raise NotFoundException
