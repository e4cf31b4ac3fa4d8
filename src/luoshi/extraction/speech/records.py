"""Speech in one's own name: the answers of an interview or press conference (``X：``), essays under a byline."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.extraction.speech.passages import Passage
from luoshi.extraction.speech.sayings import Saying
from luoshi.extraction.speech.speakers import Speaker
from luoshi.model import Span
from luoshi.patterns import regex

_TURN = regex(r"(?:[^\W\dA-Za-z_]{0,12}(?:记者|主持人|网友)|问|答)[^：:。，\n]{0,24}[：:]")
_ANSWER = regex(r"答[：:]")
_NARRATES = regex(r"记者|采访")
_FINISHED = "。！？”…；："
_LONGEST = 6000


def records(content: str, speakers: list[Speaker], found: list[Saying]) -> Iterator[Passage]:
    """Answers and essays."""
    heads = _heads(content, speakers)
    said = [saying.start for saying in found]
    turns = [(start, end, who) for start, end, who, kind in heads if kind == "turn"]
    transcript = any(who is None for _, _, who in turns)
    for number, (_, end, who) in enumerate(turns):
        if who is None:
            continue
        following = turns[number + 1][0] if number + 1 < len(turns) else len(content)
        line_end = content.find("\n", end, following)
        stop = following if transcript or content[end : end + 1] == "\n" else line_end if line_end >= 0 else following
        yield from _contribution(content, who, end, stop, said)
    essays = [(start, end, who) for start, end, who, kind in heads if kind == "byline" and who is not None]
    if len({who.name for _, _, who in essays}) < 2:
        return  # a report's own head: 省长 X
    for number, (_, end, who) in enumerate(essays):
        following = essays[number + 1][0] if number + 1 < len(essays) else len(content)
        yield from _contribution(content, who, end, _without_heading(content, end, following), said)


def _heads(content: str, speakers: list[Speaker]) -> list[tuple[int, int, Speaker | None, str]]:
    """Where turns and essays begin: the line's start, where the words begin, the speaker (none for who asks)."""
    heads: list[tuple[int, int, Speaker | None, str]] = []
    interviewed = None
    for speaker in speakers:
        if speaker.name is None:
            continue
        line = speaker.start == 0 or content[speaker.start - 1] == "\n"
        after = content[speaker.end : speaker.end + 1]
        if line and after in ("：", ":"):
            heads.append((speaker.start, speaker.end + 1, speaker, "turn"))
        elif line and after in ("\n", "") and speaker.end - speaker.start > len(speaker.name) + 2:
            heads.append((speaker.start, speaker.end + 1, speaker, "byline"))
        if interviewed is None and content[max(0, speaker.start - 5) : speaker.start].rstrip("了").endswith(
            ("访", "专访")
        ):
            interviewed = speaker
    if interviewed is None and all(kind == "byline" for *_, kind in heads):
        return heads  # nobody asks where nobody answers
    at = 0
    while True:
        asks = _TURN.match(content, at)
        if asks:
            who = interviewed if _ANSWER.match(content, at) else None
            heads.append((at, asks.end(), who, "turn"))
        at = content.find("\n", at) + 1
        if at == 0:
            break
    return sorted(heads, key=lambda head: head[0])


def _contribution(content: str, who: Speaker, start: int, stop: int, said: list[int]) -> Iterator[Passage]:
    """The paragraphs up to one in which the narrator tells of somebody."""
    end = start
    while end < min(stop, start + _LONGEST):
        line_end = content.find("\n", end, stop)
        line_end = stop if line_end < 0 else line_end
        told = end > start and (
            _NARRATES.search(content, end, min(line_end, end + 300)) or any(end <= at < line_end for at in said)
        )
        if told or (end > start and _closed(content, start, end)):
            break
        end = line_end + 1
    end = min(end, stop)
    while end > start and content[end - 1] in " \n":
        end -= 1
    while content[start : start + 1] in (" ", "\n") and start < end:
        start += 1
    if end - start >= 6:
        yield Passage(who, Span(start, end), content[start:end], "说", "direct")


def _closed(content: str, start: int, end: int) -> bool:
    """Whether a quotation that all of the words stood in has come to its end, and none opens here."""
    start = start + 1 if content[start] == "\n" else start
    return content[start] == "“" and content[end - 2 : end] == "”\n" and content[end : end + 1] != "“"


def _without_heading(content: str, start: int, stop: int) -> int:
    """The essay without the heading of the next one, a short last line that is no sentence."""
    stop = stop - 1 if content[stop - 1 : stop] == "\n" else stop
    line = content.rfind("\n", start, stop) + 1
    if line > start and stop - line <= 40 and content[stop - 1] not in _FINISHED and stop < len(content):
        return line
    return stop
