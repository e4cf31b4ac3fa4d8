"""With what documents are read here: the version of the rules, and of the knowledge by its content."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

import luoshi
from luoshi.model import Edition


@cache
def edition() -> Edition:
    """The package's version, and the first 16 hex digits of the SHA-256 of all knowledge tables."""
    tables = (files("luoshi.knowledge") / "data").iterdir()
    digest = sha256()
    for table in sorted((table for table in tables if table.name.endswith(".csv")), key=lambda table: table.name):
        digest.update(table.name.encode() + b"\0" + sha256(table.read_bytes()).digest())
    return Edition(luoshi.__version__, digest.hexdigest()[:16])
