"""Pages that a person reads in a browser; the words of the product for numbers, times and kinds."""

from __future__ import annotations

from luoshi.model import Document
from luoshi.pages.site import Site

__all__ = ["Site", "reading_page"]


def reading_page(document: Document, language: str = "zh", site: Site | None = None) -> str:
    """One HTML page, without any other file: opens offline, prints, and can be read without JavaScript.

    ``language`` (``zh`` or ``en``) is that of the page's own words at first; both are in the page. The
    document's words are never translated. Characters that HTML cannot hold (controls, lone
    surrogates) are shown by their pictures (``␀``) or ``�``; the result can always be encoded as UTF-8.
    In a ``site`` it also leads to the site's other pages.
    """
    from luoshi.pages.page import page  # noqa: PLC0415 — the terminal uses the words alone

    return page(document, language, site)
