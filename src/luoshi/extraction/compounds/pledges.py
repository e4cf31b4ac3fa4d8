"""Pledges: what a person says that their body will do (``X市委书记Y表示，将…``)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from luoshi.extraction.posts import owners_of
from luoshi.extraction.speech.commitment import commits
from luoshi.extraction.speech.marks import like_quotes
from luoshi.extraction.speech.passages import Passage, passages
from luoshi.extraction.speech.records import records
from luoshi.extraction.speech.sayings import sayings
from luoshi.extraction.speech.speakers import Speaker, speakers
from luoshi.knowledge.bodies import CLASSES
from luoshi.model import Document, Finding
from luoshi.model.values import Body, Pledge


def pledges(document: Document) -> Iterator[Finding[Pledge]]:
    """Each turn of speech in which a person with a post, or a body, says what will be done, from the first word
    of what is said (a quotation before the name included, with its marks) to the last. ``speech`` is ``direct``,
    ``indirect`` or ``mixed``; ``person`` is ``None`` where the speaker is not named (该局相关负责人). What a crowd
    says (与会代表纷纷表示) is no pledge, nor is what binds nobody: praise, looking back, telling others what to do.
    """
    content = like_quotes(document.text.content)
    named = list(document.find("person", "body"))
    people = [each for each in named if each.kind == "person"]
    bodies = [each for each in named if each.kind == "body"]
    who = speakers(content, people, bodies, lambda: list(document.find("place")), _owners(document, bodies))
    if not who:
        return
    found = sayings(content, who)
    turns = sorted([*records(content, who, found), *passages(content, found, who)], key=lambda turn: turn.span)
    end_of_last = -1
    for turn in turns:
        if turn.span.start < end_of_last or not _binds(turn):
            continue
        end_of_last = turn.span.end
        for speaker in (turn.speaker, *turn.speaker.others, *_joined(content, who, turn.speaker)):
            yield Finding(
                "pledge",
                Pledge(speaker.name, speaker.post, speaker.body, turn.speech, speaker.name_span),
                turn.span,
                document.text[turn.span],
                "pledges.said" if speaker.name else "pledges.unnamed",
            )


def _joined(content: str, who: list[Speaker], last: Speaker) -> Iterator[Speaker]:
    """Those who say it together with the last of them: 市教育局局长X、市商务局局长Y分别表示."""
    at = bisect_left(who, last.start, key=lambda each: each.start) - 1
    start = last.start
    while (
        at >= 0 and who[at].name and who[at].body and content[who[at].end : start] in ("、", "和", "与", "及", "以及")
    ):
        yield who[at]
        start = who[at].start
        at -= 1


def _binds(turn: Passage) -> bool:
    """Whether somebody is bound, and to something."""
    return (turn.speaker.body is not None or "承诺" in turn.verb) and commits(
        turn.said, turn.verb, turn.speaker.post or ""
    )


def _owners(document: Document, bodies: list[Finding[Body]]) -> dict[str, str]:
    """The place that 市 stands for here: as the profile says it, else as the bodies' full names do."""
    owners = owners_of(document)
    for finding in bodies:
        name = finding.value.name.removeprefix("中共").removeprefix("访")
        place = finding.quote[0]
        at = name.find(place)
        if place in CLASSES and place not in owners and 0 < at < 12:
            owners[place] = name[: at + 1]
    return owners
