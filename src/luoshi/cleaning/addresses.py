"""Addresses and numbers of advertisers, glued between two clauses; and the names by which a page calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.cleaning.clauses import CLOSING, OPENING, joins, leads_in, with_comma
from luoshi.cleaning.finder import hits
from luoshi.cleaning.shape import is_sentence
from luoshi.model import Edit
from luoshi.patterns import regex

_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_DOMAIN = regex(
    r"\.(?<=[A-Za-z0-9]\.)(?:com|net|cc|vip|xyz|top|info|tv|me|app|bet|club|org|cn|win|fun|site|online|shop|live|pro|co|io|biz|la|hk)"
    r"(?:\.cn)?(?![A-Za-z0-9-])(?:/[A-Za-z0-9/_.?=&%-]{0,80})?"
)
_HOST = regex(r"(?:https?://)?[A-Za-z0-9.-]{1,60}\Z")
_PUBLIC = regex(r"(?:gov|edu|org|mil|ac)\.cn|xinhuanet|people\.com|news\.cn|cctv|12371|12388|npc|ggj")
_BRANDS = regex(r"官网|官方网|有限公司|版权|©|(?i:copyright)|@|备案")
_CONTACT = regex(
    r"加?(?:微信|薇信|威信|扣扣|QQ|qq)(?:号|群)?[:：]?\s?[A-Za-z0-9_-]{5,20}(?<=[0-9][A-Za-z0-9]|[A-Za-z0-9][0-9])(?![A-Za-z0-9])"
)
_NO_BRAND = frozenset((
    "www", "com", "cn", "net", "org", "gov", "edu", "http", "https", "html", "htm", "shtml", "index", "news",
    "info", "mail", "copyright", "all", "rights", "reserved", "center", "the", "of", "and", "home", "email",
    "app", "icp", "pdf", "doc", "wap", "web", "site", "tv", "gdp",
))  # fmt: skip


def addresses(content: str) -> Iterator[Edit]:
    """A foreign address glued between two clauses: 推动改革www.example.vip深化开放."""
    position = 0
    for match in _domains(content):
        if match.start() < position:
            continue
        host = _HOST.search(content, max(position, match.start() - 60), match.start())
        if not host:
            continue
        start, end = host.start(), match.end()
        if start and content[start - 1] in OPENING and content[end : end + 1] in CLOSING:
            start, end = start - 1, end + 1
        inside = start and end < len(content) and joins(content[start - 1]) and joins(content[end])
        if not inside or _PUBLIC.search(content, start, end) or leads_in(content[max(0, start - 4) : start]):
            continue
        before = content[max(0, start - 80) : start].rpartition("\n")[2]
        after = content[end : end + 80].partition("\n")[0]
        if not is_sentence(before + after):
            continue
        low, high = with_comma(content, start, end)
        position = high
        yield Edit(low, high, "", "intrusions.domain", content[low:high])


def contacts(content: str) -> Iterator[Edit]:
    """A way to reach the advertiser, glued between two clauses: 推动改革QQ群20260101深化开放."""
    for place, _, kind, _ in hits(content):
        if kind != "contact":
            continue
        match = _CONTACT.match(content, max(0, place - (content[place - 1 : place] == "加")))
        if match is None:
            continue
        start, end = match.span()
        line = content[max(0, start - 80) : start].rpartition("\n")[2]
        rest = content[end : end + 80].partition("\n")[0]
        inside = line and rest and joins(line[-1]) and joins(rest[0])
        if inside and is_sentence(line + rest) and not leads_in(line):
            low, high = with_comma(content, start, end)
            yield Edit(low, high, "", "intrusions.contact", content[low:high])


def brands(content: str) -> set[str]:
    """The Latin names by which the page calls itself: its domain, its owner, its mail."""
    found: set[str] = set()
    for match in _domains(content):
        host = _HOST.search(content, max(0, match.start() - 60), match.start())
        if host and not _PUBLIC.search(content, host.start(), match.end()):
            found.update(re.split(r"[^A-Za-z0-9]+", host.group().casefold()))
    for match in _BRANDS.finditer(content):
        line = content[max(0, match.start() - 60) : match.end() + 60]
        found.update(
            token.casefold() for token in re.findall(r"(?<![A-Za-z0-9])[A-Za-z]{1,8}[0-9]{1,4}(?![A-Za-z0-9])", line)
        )
    return {brand for brand in found if len(brand) >= 2 and not brand.isdigit()} - _NO_BRAND


def _domains(content: str) -> Iterator[re.Match[str]]:
    """The ends of addresses, from the dot before ``com`` or the like."""
    place = content.find(".")
    while place >= 0:
        # most dots stand in figures
        match = _DOMAIN.match(content, place) if content[place + 1 : place + 2] in _SMALL else None
        if match:
            yield match
        place = content.find(".", match.end() if match else place + 1)
