"""From where to where somebody speaks in running text: the quotation before the name, and what follows the verb."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from luoshi.extraction.speech.sayings import ADJUNCT, Saying
from luoshi.extraction.speech.speakers import Speaker
from luoshi.model import Span
from luoshi.patterns import regex

_LONGEST = 2000
"""No passage of speech is longer, so that a text of one line takes linear time."""
_MARK = regex("[“”。！？]")
_NARRATOR = regex(
    r"(?:本次|此次)?(?:全会|会议|大会|与会|记者|据悉|据了解|据介绍|代表们|委员们|大家|走进|采访|说完|说着|话音|挂了|临走|（|\()"
)
_ASKED = regex(r"[^，。！？\n“”]{0,12}(?:如何|怎么|怎样|为何|什么|哪)(?:[^。！？\n“”]|“[^“”。\n]{1,8}”){1,40}？")
"""The reporter's question between two sayings of one person."""
_BYLINE = regex(r"[（(][^（）()\n]{0,20}(?:记者|通讯员|摄|文/|编辑|来源)")


class Passage(Struct, frozen=True):
    """What one speaker says in a turn: its span, its words without the narrator's, and the kind of speech."""

    speaker: Speaker
    span: Span
    said: str
    verb: str
    speech: str


def passages(content: str, found: list[Saying], speakers: list[Speaker]) -> Iterator[Passage]:
    """Each turn of speech; sayings of one speaker that follow each other are one turn."""
    opens: list[int] = []
    floor = 0
    for saying in found:
        opens.append(_opening(content, saying, floor))
        floor = saying.end
    starts = {speaker.start: speaker for speaker in speakers}
    at, floor = 0, 0
    while at < len(found):
        if found[at].start < floor:
            at += 1
            continue
        passage, at = _turn(content, found, opens, at, starts)
        if passage:
            floor = passage.span.end
            yield passage


def _turn(
    content: str, found: list[Saying], opens: list[int], at: int, starts: dict[int, Speaker]
) -> tuple[Passage | None, int]:
    """The turn that the saying at ``at`` opens, and the number of the next saying."""
    first = found[at]
    narrated = [Span(first.start, first.end)]
    opening = opens[at]
    quoted_before = opening < first.start
    end = first.end
    closed = first.mark == "。" or content[first.end : first.end + 1] in ("\n", "")
    if first.mark in ("：", ":") and content[first.end : first.end + 1] == "\n":
        end, closed = first.end + 1, False
    limit = min(len(content), first.start + _LONGEST)
    last = end if not closed else first.start
    at += 1
    fresh = not closed
    while end < limit:
        if content[end] == "\n":
            resumed = end + 1
            after = found[at] if at < len(found) else None
            goes_on = after is not None and opens[at] == resumed and _same(after.speaker, first.speaker)
            if not goes_on and content[resumed : resumed + 1] == "“" and _unclosed(content, first.end, end):
                end, fresh = resumed, True
                continue
            if not goes_on:
                break
            end = resumed
            continue
        if at < len(found) and opens[at] == end:
            after = found[at]
            if not _same(after.speaker, first.speaker):
                break
            quoted = content.rfind("”", opens[at], after.start) + 1  # “……。”挂了电话，他又说
            narrated.append(Span(quoted or after.start, after.end))
            closed = after.mark == "。"
            last = end = after.end
            if closed:
                last = after.start if opens[at] < after.start else last
            fresh = not closed
            at += 1
            continue
        asked = _ASKED.match(content, end, limit) if closed else None
        if asked and at < len(found) and opens[at] == asked.end() and _same(found[at].speaker, first.speaker):
            narrated.append(Span(end, asked.end()))
            end = asked.end()
            continue
        stop = _sentence_end(content, end, limit, direct=content[end] == "“")
        if at < len(found) and end < found[at].start < stop and content[opens[at] - 1] == "；":
            if not fresh and opens[at] == end:
                break
            if not _same(found[at].speaker, first.speaker):
                last = end = opens[at]  # 甲表示，将……；乙表示，将……
                break
        if not fresh:
            if (closed or _all_quoted(content, first.end, end)) and content[end] != "“":
                break
            if _NARRATOR.match(content, end) or _names_another(starts, end, stop, first.speaker):
                break
            if at < len(found) and found[at].start < stop:
                break
        fresh = False
        byline = _BYLINE.search(content, end, stop)
        last = end = byline.start() if byline else stop
        if byline:
            break
    start = opening if quoted_before else first.end
    span = Span(start, max(last, start))
    return _passage(content, first, span, narrated), at


def _passage(content: str, first: Saying, span: Span, narrated: list[Span]) -> Passage | None:
    end = span.end
    while end > span.start and content[end - 1] in " \n":
        end -= 1
    pieces, at = [], span.start
    for words in narrated:
        if span.start <= words.start < end:
            pieces.append(content[at : words.start])
            at = words.end
    pieces.append(content[at:end])
    said = "\n".join(pieces)
    if len(said) < 6:
        return None
    return Passage(first.speaker, Span(span.start, end), said, first.verb, _speech(pieces))


def _all_quoted(content: str, start: int, end: int) -> bool:
    """Whether all since the verb stood in one quotation, that has come to its end: the narrator goes on."""
    return content[start] == "“" and content[end - 1] == "”" and _closing(content[start:end], 0) == end - 1 - start


def _unclosed(content: str, start: int, end: int) -> bool:
    """Whether the last paragraph before ``end`` opened a quotation and left it open."""
    line = max(start, content.rfind("\n", start, end) + 1)
    return content[line : line + 1] == "“" and _closing(content[line:end], 0) < 0


def _speech(pieces: list[str]) -> str:
    """``direct`` where all stands in quotation marks, ``indirect`` where nothing that was said does."""
    quoted, told = False, 0
    for each in pieces:
        # each paragraph of a long quotation opens anew, and only the last closes
        piece = each.replace("\n“", "\n") if each.count("“") > each.count("”") else each
        at = 0
        while at < len(piece):
            close = _closing(piece, at) if piece[at] == "“" and (at == 0 or piece[at - 1] in "。！？”：\n") else -1
            if close > at and (piece[close - 1] in "。！？，…" or close - at > 12):
                quoted, at = True, close + 1
                continue
            told += piece[at] not in " \n，。：；！？”“"
            at += 1
    return "mixed" if quoted and told >= 4 else "direct" if quoted else "indirect"


def _closing(words: str, at: int) -> int:
    """Where the quotation that opens here closes, or -1."""
    depth = 0
    for mark in _MARK.finditer(words, at):
        depth += {"“": 1, "”": -1}.get(mark[0], 0)
        if depth == 0 and mark[0] == "”":
            return mark.start()
    return -1


def _same(one: Speaker, other: Speaker) -> bool:
    return (one.name, one.body) == (other.name, other.body) if one.name else one.post == other.post


def _names_another(starts: dict[int, Speaker], start: int, stop: int, speaker: Speaker) -> bool:
    """Whether the sentence opens with another person, who then is its subject."""
    return any(at in starts and not _same(starts[at], speaker) for at in range(start, min(stop, start + 12)))


def _opening(content: str, saying: Saying, floor: int) -> int:
    """Where the quotation before the speaker opens (``“……。”市长X说``), else where the speaker stands."""
    begin = max(floor, saying.start - 24)
    close = content.rfind("”", begin, saying.start)
    if close <= floor or content[close - 1] not in "。！？，…" or not ADJUNCT.match(content[close + 1 : saying.start]):
        return saying.start
    depth, at = 1, close - 1
    lowest = max(floor, close - _LONGEST)
    opened = -1
    while at >= lowest:
        char = content[at]
        if char == "”":
            depth += 1
        elif char == "“":
            depth -= 1
            if depth == 0:
                opened = at
                break
        at -= 1
    if opened < 0:
        return saying.start
    return _earlier_paragraphs(content, opened, lowest)


def _earlier_paragraphs(content: str, opened: int, lowest: int) -> int:
    """A quotation over several paragraphs opens anew in each and closes only in the last."""
    for _ in range(5):
        if content[opened - 1 : opened] != "\n":
            break
        line = content.rfind("\n", lowest, opened - 1) + 1
        if line <= lowest or content[line] != "“" or _closing(content[line : opened - 1], 0) >= 0:
            break
        opened = line
    return opened


def _sentence_end(content: str, start: int, limit: int, *, direct: bool) -> int:
    """Behind the next full stop; a stop inside a quotation carries the closing mark along.

    A quotation that the speech opens with may run into the next paragraphs.
    """
    line_end = content.find("\n", start, limit)
    line_end = limit if line_end < 0 else line_end
    if direct:
        close = _closing(content[start:limit], 0)
        if close >= 0:
            line_end = max(line_end, min(limit, start + close + 1))
    depth = 0
    for mark in _MARK.finditer(content, start, line_end):
        at, char = mark.start(), mark[0]
        if char == "“":
            depth += 1
        elif char == "”":
            depth = max(0, depth - 1)
            if depth == 0 and content[at - 1] in "。！？":
                return at + 1
        elif depth == 0:
            return at + 1
    return line_end
