"""The genre: what kind of document it is."""

from __future__ import annotations

from luoshi.knowledge.genres import genre_of_opening, genre_of_title
from luoshi.model import Document, Finding, Profile, Span, Words
from luoshi.patterns import regex
from luoshi.profile.head import Head, field

_WRITER = regex(r"[（(]作者(?:为|系|：|:)?[^（）()\n]{2,40}[）)]")


def genre(document: Document, head: Head, profile: Profile) -> Finding[str] | None:
    """What the title says; else what the first paragraph or the writer's line shows (inferred)."""
    if profile.title is not None:
        found = genre_of_title(profile.title.value)
        if found:
            span = profile.title.span
            at = profile.title.quote.rfind(found)
            if at >= 0:
                return field(document, "genre", found, Span(span.start + at, span.start + at + len(found)))
            return field(document, "genre", found, span, normalised=True)
    writer = _WRITER.search(head.foot) if "作者" in head.foot else None
    if writer:
        start = head.foot_start + writer.start()
        return field(
            document,
            "genre",
            "署名文章",
            Span(start, start + len(writer[0])),
            why=Words("文末注明作者身份，是署名文章。", "A line at the end says who the writer is: a signed article."),
        )
    opening = genre_of_opening(head.opening.words)
    if opening is None:
        return None
    name, words = opening
    base = head.opening.span.start
    return field(
        document,
        "genre",
        name,
        Span(base + words.start(), base + words.end()),
        why=Words(
            f"标题未标明文种；首段的写法是{name}。",
            "The title names no genre; the first paragraph is written as one is.",
        ),
    )
