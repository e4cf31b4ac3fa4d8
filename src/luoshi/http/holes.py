"""Pages that are the same for everybody but for what is a visitor's own: that is a hole, filled as the page goes out."""

from __future__ import annotations

import secrets
from typing import Any

from litestar import Request, Response
from litestar.response.base import ASGIResponse
from litestar.template.base import csrf_token
from markupsafe import escape

from luoshi.http.visitors import visitor

TOKEN, NAME = (f"hole{secrets.token_hex(12)}" for _ in range(2))
"""What stands for the token of the visitor's forms, and for the visitor's name: nobody can know it and write it into a document."""


class Page(Response[str]):
    """A page of HTML that may have holes."""

    def to_asgi_response(self, request: Request[Any, Any, Any], **given: Any) -> ASGIResponse:  # type: ignore[override] # noqa: ANN401 — passed on
        """As it is for the one who asks."""
        filled = Response(
            _filled(self.content, request),
            status_code=self.status_code,
            media_type="text/html",
            headers=self.headers,
            cookies=self.cookies,
        )
        return filled.to_asgi_response(request=request, **given)


def has_holes(html: str) -> bool:
    """Whether there is something to fill."""
    return TOKEN in html or NAME in html


def _filled(html: str, request: Request[Any, Any, Any]) -> str:
    asking = visitor(request)
    html = html.replace(NAME, str(escape(asking.name if asking else "")))
    return html.replace(TOKEN, str(escape(csrf_token({"request": request})))) if TOKEN in html else html
