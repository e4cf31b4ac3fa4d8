"""The level: nation, province, city, county, a region of several provinces, or a park."""

from __future__ import annotations

from luoshi.knowledge.regions import level_of
from luoshi.knowledge.zones import zones
from luoshi.model import Document, Finding, Profile, Words
from luoshi.profile.head import field
from luoshi.profile.region import NATION

_BY_CLASS = (
    ("特别行政区", "province"),
    ("自治区", "province"),
    ("省", "province"),
    ("自治州", "city"),
    ("地区", "city"),
    ("盟", "city"),
    ("州", "city"),
    ("市", "city"),
    ("县", "county"),
    ("旗", "county"),
    ("区", "county"),
)


def level(document: Document, profile: Profile) -> Finding[str] | None:
    """What the region's code says; for a place that the table does not know, its class word (inferred)."""
    if profile.region is None:
        return None
    value, span = profile.region.value, profile.region.span
    if value == NATION:
        return field(document, "level", "nation", span, normalised=True)
    kinds = {zone.full: zone.kind for zone in zones().values()}
    if value.name in kinds:
        return field(document, "level", "region" if kinds[value.name] == "region" else "park", span, normalised=True)
    if value.code is not None:
        return field(document, "level", level_of(value.code), span, normalised=True)
    for word, found in _BY_CLASS:
        if value.name.endswith(word):
            return field(
                document,
                "level",
                found,
                span,
                why=Words(
                    f"按地名的通名“{word}”推断；行政区划代码表中没有这个地名。",
                    f"From the class word {word}; the table of divisions does not know the place.",
                ),
            )
    return None
