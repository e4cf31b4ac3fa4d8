"""The path that a proxy puts before the site's addresses, whether it takes it away again or not."""

from __future__ import annotations

from litestar.types import ASGIApp, Receive, Scope, Send


def behind(prefix: str, app: ASGIApp) -> ASGIApp:
    """The app, asked at ``/plans/targets`` as at ``/targets`` where ``prefix`` is ``/plans``."""
    if not prefix:
        return app

    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if path == prefix or path.startswith(prefix + "/"):
            shortened = path[len(prefix) :] or "/"
            scope = {**scope, "path": shortened, "raw_path": shortened.encode()}  # type: ignore[assignment]
        await app(scope, receive, send)

    return asked
