"""Pages for people: each file is a page or a family of pages; it translates what ``actions`` give, and decides nothing."""

from luoshi.web.errors import page_of_error
from luoshi.web.routes import ROUTES

__all__ = ["ROUTES", "page_of_error"]
