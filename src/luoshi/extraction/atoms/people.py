"""People: names that a post, a byline or a list of those present makes sure of.

A name alone is never enough (高水平 has the form of one): it must stand beside its post and before a
word that can follow a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from luoshi.extraction.people.names import stands_alone
from luoshi.extraction.people.rolls import appointed, called, listed
from luoshi.extraction.people.ways import after_post, before_title, byline, person_at
from luoshi.extraction.posts import body_of_post, owners_of
from luoshi.knowledge.automata import automaton_of, find_words
from luoshi.knowledge.lexicon import post_words
from luoshi.knowledge.posts import posts
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Person

_HOLDS = ("people.post", "people.roll", "people.again", "people.brackets", "people.appointed", "people.list")


def people(document: Document) -> Iterator[Finding[Person]]:
    """Every mention of a person, with the post that the text gives at that mention or at an earlier one."""
    content = document.text.content
    found: dict[int, Finding[Person]] = {}
    places = tuple(posts().values())
    for number, start, end in find_words(post_words(content), content):
        place = places[number]
        if place == "before":
            mentions = after_post(content, start, end)
        elif place == "after":
            mentions = before_title(content, start, content[start:end])
        elif place == "byline":
            mentions = byline(content, start, end)
        elif place == "list":
            mentions = listed(content, start)
        elif place == "appoints":
            mentions = appointed(content, end)
        else:
            mentions = called(content, end)
        for finding in mentions:
            known = found.get(finding.span.start)
            if known is None or (known.value.post is None and finding.value.post is not None):
                found[finding.span.start] = finding
    for finding in _signature(document):
        found.setdefault(finding.span.start, finding)
    owners = owners_of(document)
    known_bodies: dict[str, str | None] = {}
    again = list(_again(content, found))  # also gives those on a roll their posts
    for mention in (*found.values(), *again):
        post = mention.value.post
        if post is not None and mention.rule in _HOLDS:
            if post not in known_bodies:
                known_bodies[post] = body_of_post(post, owners)
            yield _with_body(mention, post, known_bodies[post])
        else:
            yield mention


def _with_body(mention: Finding[Person], post: str, body: str | None) -> Finding[Person]:
    """The mention with the body that the post is held in; one that the text has in fewer words is no longer stated."""
    if body is None:
        return mention
    basis = mention.basis if body in post else "normalised"
    return replace(mention, value=replace(mention.value, body=body), basis=basis)


def _signature(document: Document) -> Iterator[Finding[Person]]:
    """The author whom the profile found (（X） at the end of a report)."""
    author = document.profile.author
    if author is not None and author.value.name and author.value.name in author.quote:
        start = author.span.start + author.quote.rfind(author.value.name)
        span = Span(start, start + len(author.value.name))
        yield Finding(
            "person", Person(author.value.name, author.value.post), span, document.text[span], "people.author"
        )


def _again(content: str, found: dict[int, Finding[Person]]) -> Iterator[Finding[Person]]:
    """Later and earlier mentions of the same names without a post."""
    posts_of: dict[str, str | None] = {}
    for finding in found.values():
        if finding.rule != "people.byline":
            posts_of.setdefault(finding.value.name, finding.value.post)
            posts_of[finding.value.name] = posts_of[finding.value.name] or finding.value.post
    if not posts_of:
        return
    for start, finding in list(found.items()):
        name = finding.value.name
        if finding.rule == "people.list" and posts_of[name]:  # named on the roll, with a post elsewhere
            found[start] = replace(finding, value=replace(finding.value, post=posts_of[name]))
    names = list(posts_of)
    for number, start, end in find_words(automaton_of(names), content):
        if start not in found and stands_alone(content, names[number], start, end):
            yield person_at(content, start, end, posts_of[names[number]], "again")
