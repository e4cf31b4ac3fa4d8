"""All of ``/api/v1``, in one router."""

from __future__ import annotations

from litestar import Router

from luoshi.rest.about import about

ROUTES = Router("/api/v1", route_handlers=[about])
