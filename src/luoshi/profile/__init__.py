"""What a document is: who issued it, when, for where and for which years; one file a field."""

from __future__ import annotations

from msgspec.structs import replace

from luoshi.model import Document, Profile
from luoshi.profile.adopted import adopted
from luoshi.profile.author import author
from luoshi.profile.genre import genre
from luoshi.profile.head import read_head
from luoshi.profile.issuer import issuer
from luoshi.profile.level import level
from luoshi.profile.period import period
from luoshi.profile.published import published, reposted
from luoshi.profile.region import region
from luoshi.profile.session import session
from luoshi.profile.title import title
from luoshi.profile.written import written

__all__ = ["identify"]


def identify(document: Document) -> Profile:
    """The identity of a document whose text, outline and formulations are read.

    Each field is a finding with the words that it rests on; inferred ones say why; a field that the
    text gives no hold for is ``None``. Fields that need others come after them.
    """
    head = read_head(document.text.content)
    profile = Profile(title=title(document, head))
    profile = replace(profile, genre=genre(document, head, profile))
    profile = replace(profile, adopted=adopted(document, head, profile))
    profile = replace(profile, session=session(document, head, profile))
    profile = replace(profile, published=published(document, head, profile))
    profile = replace(profile, reposted=reposted(document, head, profile))
    profile = replace(profile, region=region(document, head, profile))
    profile = replace(profile, level=level(document, profile), issuer=issuer(document, head, profile))
    profile = replace(profile, period=period(document, head, profile), author=author(document, head, profile))
    return replace(profile, written=written(replace(document, profile=profile)))
