"""Pages that a person reads in a browser."""

from luoshi.pages.reading_page import reading_page

__all__ = ["reading_page"]
