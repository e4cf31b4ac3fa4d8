"""With what documents are read here: the version of the rules, and of the knowledge by its content."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

import luoshi
from luoshi.knowledge.table import DATA
from luoshi.model import Edition


@cache
def edition() -> Edition:
    """The package's version, and the first 16 hex digits of the SHA-256 of all knowledge tables."""
    digest = sha256()
    for table in sorted(DATA.glob("*.csv")):
        digest.update(table.name.encode() + b"\0" + sha256(table.read_bytes()).digest())
    return Edition(luoshi.__version__, digest.hexdigest()[:16])
