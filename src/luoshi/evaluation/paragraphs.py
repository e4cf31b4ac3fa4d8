"""Paragraphs against those of the clean text: right when they begin and end where the gold's do."""

from __future__ import annotations

from luoshi.evaluation.gold import Sheet
from luoshi.evaluation.score import Detail, Score, place_of, trimmed
from luoshi.model import Document, Span


def measure_paragraphs(sheet: Sheet, document: Document) -> Score:
    """White space at the ends counts for nothing; false are those that touch the stretch the gold covers."""
    content = document.original.content
    found = {trimmed(content, place_of(document, line)): line for line in document.text.lines()}
    score = Score()
    places = [(row, trimmed(content, Span(row["start"], row["end"]))) for row in sheet.rows]
    loose = [place for row, place in places if row.get("optional")]
    for row, place in places:
        if row.get("optional"):
            continue
        if found.pop(place, None) is not None:
            score.right += 1
            score.claimed += 1
        else:
            where = f"{sheet.file}:{row['where']}"
            score.missed.append(_detail(sheet, content, place)._replace(row=where))
    covered = Span(min((place.start for _, place in places), default=0), max((p.end for _, p in places), default=0))
    for place in found:
        if place.overlaps(covered) and not any(place.overlaps(each) for each in loose):
            score.false.append(_detail(sheet, content, place))
    return score


def _detail(sheet: Sheet, content: str, place: Span) -> Detail:
    words = content[place.start : place.end]
    shown = words if len(words) <= 80 else f"{words[:40]} … {words[-30:]}"
    return Detail("paragraph", sheet.doc, place.start, place.end, shown, "")
