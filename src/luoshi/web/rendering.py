"""A template and what it shows, to an answer; every page of the site goes through here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache, partial, wraps
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Request, Response
from markupsafe import Markup

from luoshi.http import context, language, visitor
from luoshi.http.holes import NAME, TOKEN, Page
from luoshi.http.language import COOKIE
from luoshi.pages import labels
from luoshi.web.choosing import paged
from luoshi.web.static_files import fingerprint
from luoshi.words import Words, said_time

YEAR = 365 * 24 * 60 * 60

AnyRequest = Request[Any, Any, Any]


def page(request: AnyRequest, template: str, *, status: int = 200, **shown: object) -> Page:
    """A page from ``templates/``.

    Every template may use ``t(中文, English)`` and ``say(words)`` for words in the visitor's language,
    ``to(path, …)`` for addresses, ``static(name)`` for the site's own files, ``count(number)`` for a whole
    number with commas, ``time_of(when)`` for a time as people write it, ``visitor``, ``here`` (path and query of
    this page) and ``csrf`` (a hidden field that every form with ``method=post`` must hold). The visitor's name and
    token are holes, filled as it goes out: what else a page shows must be for all of the visitor's role.
    """
    chosen, asking = language(request), visitor(request)
    links = context(request).links
    given: dict[str, object] = {
        "language": chosen,
        "t": lambda zh, en: en if chosen == "en" else zh,
        "say": lambda words: words.told(chosen) if isinstance(words, Words) else labels.value(words).told(chosen),
        "to": links.to,
        "static": lambda name: links.to(f"/static/{name}", v=fingerprint(name)),
        "count": lambda number: f"{number:,}",
        "time_of": said_time,
        "visitor": asking._replace(name=NAME) if asking else None,
        "local": context(request).local,
        "here": request.scope["path"],
        "asked": _asked(request),
        "csrf": Markup('<input type="hidden" name="_csrf_token" value="{}">').format(TOKEN),
    }
    html = _environment().get_template(template).render(given | shown)
    response = Page(html, media_type="text/html", status_code=status)
    if request.query_params.get("language") in ("zh", "en"):
        response.set_cookie(COOKIE, chosen, max_age=YEAR, path=links.prefix or "/", samesite="lax", httponly=True)
    return response


def kept(handle: Callable[..., Any]) -> Callable[..., Awaitable[Response[Any]]]:
    """A handler whose answers are kept: they show nothing but the library, see ``luoshi.http.keeping``."""

    @wraps(handle)
    async def answered(request: AnyRequest, **given: object) -> Response[Any]:
        return await context(request).kept.answer(request, partial(handle, request, **given))

    return answered


def _asked(request: AnyRequest) -> dict[str, list[str]]:
    """The page's query without the language, so that the page in the other language shows the same."""
    found: dict[str, list[str]] = {}
    for name, value in request.query_params.items():
        if name != "language":
            found.setdefault(name, []).append(value)
    return found if sum(len(value) for values in found.values() for value in values) <= _LONGEST else {}


_LONGEST = 2_000
"""A query of more characters is not repeated."""


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("luoshi.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["paged"] = paged
    return made
