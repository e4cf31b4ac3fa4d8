"""The shelf: what the library holds, one line a document."""

from __future__ import annotations

from litestar import Response, get

from luoshi.http import context, readers
from luoshi.web.rendering import AnyRequest, page


@get("/", guards=[readers], sync_to_thread=True, include_in_schema=False)
def shelf(request: AnyRequest) -> Response[str]:
    """All documents, the newest first."""
    library = context(request).library
    return page(request, "shelf.html.j2", entries=library.entries(limit=50), total=library.count())
