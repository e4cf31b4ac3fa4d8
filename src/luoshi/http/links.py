"""Addresses within the site, behind whatever prefix a proxy puts before it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode


class Links(NamedTuple):
    """``prefix`` stands before every address of the site: empty, or ``/plans``."""

    prefix: str = ""

    def to(self, path: str, /, **query: object) -> str:
        """The address of a path such as ``/d/9f3a12bc``; what is ``None`` or empty is not asked for.

        A list asks for each of its values.
        """
        wanted = [(name, value) for name, value in query.items() if value not in (None, "", [], ())]
        asked = f"?{urlencode(wanted, doseq=True, errors='replace')}" if wanted else ""
        return self.prefix + quote(path, safe="/.~", errors="replace") + asked
