"""The language of the site's own words, as far as the visitor has said: the address, a cookie, the browser."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection

COOKIE = "luoshi_language"
"""Keeps what was chosen; set where an address says ``?language=en``."""


def language(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """``zh`` or ``en``; Chinese where nobody says."""
    for said in (connection.query_params.get("language"), connection.cookies.get(COOKIE)):
        if said in ("zh", "en"):
            return said
    return preferred(connection.headers.get("accept-language", ""))


def preferred(header: str) -> str:
    """What an ``Accept-Language`` (RFC 9110, 12.5.4) likes best of the two."""
    best, worth = "zh", 0.0
    for part in header[:1000].split(","):
        tag, _, quality = part.strip().partition(";q=")
        name = tag.strip().lower().partition("-")[0]
        if name not in ("zh", "en"):
            continue
        try:
            value = float(quality) if quality else 1.0
        except ValueError:
            continue
        if worth < value <= 1:
            best, worth = name, value
    return best
