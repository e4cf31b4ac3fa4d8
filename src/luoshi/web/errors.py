"""An error as a page: what happened, what is kept, what to do."""

from __future__ import annotations

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
        asked = f"?{request.url.query}" if request.url.query else ""
        return Redirect(context(request).links.to("/login", back=request.url.path + asked), status_code=303)
    return page(request, "error.html.j2", status=status, code=status, told=told(error), known=visitor(request))


@get("/{path:path}", include_in_schema=False)
async def nothing(path: FromPath[str]) -> None:  # noqa: ARG001 — whatever it is
    """Whatever no other page answers: it passes the gate too, so that its answer knows the visitor."""
    raise NotFoundException
