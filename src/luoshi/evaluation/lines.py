"""Lines against cleaning: furniture and intrusions are to go, every other line is to stay."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.evaluation.gold import Sheet
from luoshi.evaluation.score import Detail, Score, sentence
from luoshi.model import Document, Span

GOING = frozenset({"furniture", "intrusion"})


def measure_lines(sheet: Sheet, document: Document) -> Score:
    """Right: a line that is to go and went. False: a letter or figure of any other line went."""
    content = document.original.content
    out = [row for row in sheet.rows if row["role"] in GOING]
    loose = [Span(row["start"], row["end"]) for row in sheet.rows if row.get("optional")]
    score = Score()
    for row in out:
        place = Span(row["start"], row["end"])
        left = _letters(document.text[document.text.forward(place)])
        if row.get("optional"):
            continue
        if not left:
            score.right += 1
            score.claimed += 1
            continue
        detail = _detail(sheet, content, place)
        score.missed.append(detail._replace(gold={"role": row["role"]}, row=f"{sheet.file}:{row['where']}"))
    gone = sorted([*(Span(row["start"], row["end"]) for row in out), *loose])
    for line in _kept(content, gone):
        if _letters(document.text[document.text.forward(line)]) < _letters(content[line.start : line.end]):
            reasons = sorted({edit.reason for edit in document.text.edits if edit.span.overlaps(line) and edit.before})
            score.false.append(_detail(sheet, content, line)._replace(found={"removed": reasons}))
    return score


def _kept(content: str, gone: list[Span]) -> Iterator[Span]:
    """The lines, or parts of lines, that lie outside of the sorted stretches that go."""
    start, index = 0, 0
    for line in content.split("\n"):
        end, at = start + len(line), start
        while index < len(gone) and gone[index].start < end:
            if gone[index].start > at:
                yield Span(at, gone[index].start)
            at = max(at, min(end, gone[index].end))
            if gone[index].end > end:
                break
            index += 1
        if at < end:
            yield Span(at, end)
        start = end + 1


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))


def _detail(sheet: Sheet, content: str, place: Span) -> Detail:
    words = content[place.start : place.end]
    return Detail("line", sheet.doc, place.start, place.end, words.strip()[:80], sentence(content, place)[:400])
