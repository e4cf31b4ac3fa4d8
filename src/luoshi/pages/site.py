"""What a reading page has more when it stands in a site: ways out of it, and to what people decide about findings."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.words import Words


class Site(NamedTuple):
    """Addresses. ``finding`` and the id of a finding make the address of its own page; ``add`` is where a person
    adds one on words (``?words=…&paragraph=…``), empty where that is not allowed; ``links`` stand below the title.
    """

    home: str
    finding: str
    add: str
    links: tuple[tuple[Words, str], ...]
