"""All pages, in one tuple."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from luoshi.web.errors import nothing
from luoshi.web.shelf import shelf
from luoshi.web.static_files import static_file

ROUTES: tuple[ControllerRouterHandler, ...] = (shelf, static_file, nothing)
