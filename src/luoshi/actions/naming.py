"""Names of files as strangers send them: made harmless on the way in, written safely on the way out."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

LONGEST = 120
"""So many characters of a name are kept: its beginning, and its ending."""


def harmless_name(sent: str) -> str:
    """The file's own name: no folders, no controls, no marks that turn the direction of writing, not too long.

    Empty where nothing is left.
    """
    name = sent.replace("\\", "/").rstrip("/").rpartition("/")[2]
    name = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    name = "".join(letter for letter in name if unicodedata.category(letter) not in _UNSEEN).strip().lstrip(".")
    name = " ".join(name.split())
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > _ENDING:
        return name[: LONGEST - 1] + "…"
    return f"{stem[: LONGEST - len(ending) - 2]}…{dot}{ending}"


def attachment(name: str) -> str:
    """The ``Content-Disposition`` that makes a browser keep a file under this name, never show it (RFC 6266, RFC 8187)."""
    kept = harmless_name(name) or "document"
    stem, dot, ending = kept.rpartition(".")
    plain = "".join(letter if letter in _TOKEN else "_" for letter in kept)
    if plain != kept and dot and not set(stem) & _LETTERS:
        plain = f"document.{ending}" if set(ending) <= _TOKEN else "document"
    written = f'attachment; filename="{plain}"'
    return written if plain == kept else f"{written}; filename*=UTF-8''{quote(kept, safe='')}"


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Classes of characters that a name has no use for (Unicode, general categories)."""
_ENDING = 12
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_TOKEN = _LETTERS | frozenset("0123456789 .-_()[]+,")
