"""What a document is, in one sentence: kind and issuer, author, day, years."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Period, Words
from luoshi.model.values import Person, Region, Session
from luoshi.pages import amounts, labels


def sentence(document: Document) -> Iterator[Words]:
    """Who says what kind of thing, when, for which years: only what is known."""
    profile = document.profile
    genre = profile.genre.value if profile.genre else None
    issuer = profile.issuer.value if profile.issuer else None
    kind = labels.GENRES.get(genre or "", genre or "document")
    if issuer and genre:
        yield Words(f"{issuer} · {genre}", f"{issuer} · {kind}")
    elif issuer or genre:
        yield Words(issuer or genre or "", issuer or kind)
    if profile.author is not None:
        yield Words(f"作者{said(profile.author.value).zh}", f"by {said(profile.author.value).en}")
    if profile.adopted is not None:
        when = amounts.period(profile.adopted.value)
        where = profile.session.value.name if profile.session else ""
        yield Words(f"{when.zh}{where}通过", f"adopted {when.en}" + (f" at {where}" if where else ""))
    elif profile.session is not None:
        yield Words(profile.session.value.name, profile.session.value.name)
    for finding, verb in (
        (profile.written, "written"),
        (profile.published, "published"),
        (profile.reposted, "reposted"),
    ):
        if finding is not None and not (verb == "written" and profile.adopted):
            when = amounts.period(finding.value)
            yield Words(f"{when.zh}{labels.PROFILE[verb].zh}", f"{verb} {when.en}")
    if profile.period is not None:
        years = amounts.period(profile.period.value)
        yield Words(f"规划期{years.zh}", f"for {years.en}")


def said(value: object) -> Words:
    """The value of a field of the profile in words."""
    match value:
        case Period():
            return amounts.period(value)
        case Region():
            words = f"{value.name}（{value.code}）" if value.code else value.name
            return Words(words, words)
        case Session():
            return Words(value.name, value.name)
        case Person():
            words = f"{value.name}（{value.post}）" if value.post else value.name
            return Words(words, words)
        case str():
            known = labels.VALUES.get(value)
            return known or Words(value, labels.GENRES.get(value, value))
    return Words(str(value), str(value))
