"""The page's style and script as they stand in it, and the policy that lets nothing else run."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from luoshi.pages import labels

if TYPE_CHECKING:
    from markupsafe import Markup


@cache
def style() -> Markup:
    """The style sheet with what follows from the words: labels of facts, and switches of kinds."""
    return _markup(colours() + _file("reading.css") + "".join((*_labels(), *_switches())))


@cache
def colours() -> str:
    """The colours and letters of all pages, light and dark, as custom properties."""
    written = _file("colours.css")
    dark = re.search(r"html\[data-theme=dark\] (\{[^}]*\})", written)
    assert dark is not None, "colours.css has a block of dark colours"
    return written + f"@media screen and (prefers-color-scheme: dark) {{ html[data-theme=auto] {dark[1]} }}\n"


@cache
def script() -> Markup:
    """The script."""
    return _markup(_file("reading.js"))


@cache
def policy() -> str:
    """A Content-Security-Policy: this style and this script, by their hashes, and no request at all."""
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src {_hash(style())}; script-src {_hash(script())}; require-trusted-types-for 'script'"
    )


def _labels() -> list[str]:
    return [
        f'html[data-lang={language}] [data-l={key}]::before {{ content: "{words[index]}" }}\n'
        for key, words in labels.FIELDS.items()
        for index, language in enumerate(("zh", "en"))
    ]


def _switches() -> list[str]:
    return [f"html.ready:not(.on-{kind}) .card.{kind} {{ display: none }}\n" for kind in (*labels.KINDS, "other")]


def _file(name: str) -> str:
    return files("luoshi.pages").joinpath("templates", name).read_text(encoding="utf-8")


def _markup(text: str) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415  (with jinja2, only for those who want a page)

    return Markup(text)  # noqa: S704  (our own files)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
