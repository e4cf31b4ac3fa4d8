"""The hits of one page: the documents read, each at the passage where its words stand closest."""

from __future__ import annotations

from typing import Any

import numpy as np
from sqlalchemy import Connection, bindparam, select

from luoshi.library.tables import document as documents
from luoshi.search import tables
from luoshi.search.hits import Hit
from luoshi.search.passages import Passage, cut
from luoshi.search.ranking import APART, CLOSE, Matches, Ranked, Worth, close
from luoshi.search.texts import Pieces
from luoshi.search.wanted import Wanted

WINDOW = 10
"""Documents in the order of the index are put in the order of closeness so many at a time."""
LOOKED_AT = 3
"""So many of a document's best passages are looked at for the closest words."""
MANNERS = ("text", "statement", "target", "heading", "title")

_SHOWN = (
    select(
        documents.c.key,
        documents.c.id,
        documents.c.title,
        documents.c.issuer,
        documents.c.level,
        documents.c.region,
        documents.c.year,
        documents.c.genre,
        tables.text.c.text,
    )
    .join(tables.text, tables.text.c.document == documents.c.key)
    .where(documents.c.key.in_(bindparam("wanted", expanding=True)))
    .execution_options(binary=True)
)


def hits(
    connection: Connection, matches: Matches, wanted: Wanted, worth: Worth, windows: list[list[Ranked]]
) -> list[Hit]:
    """The hits of some windows, those of each in the order of closeness."""
    key = matches.view.key
    keys = [int(key[each.number]) for window in windows for each in window]
    rows = {row.key: row for row in connection.execute(_SHOWN, {"wanted": keys}).all()}
    found: list[Hit] = []
    for window in windows:
        some = [_hit(rows[int(key[each.number])], matches, each, worth, wanted) for each in window]
        found += sorted(some, key=lambda hit: (-hit.score, -(hit.year or 0), hit.document))
    return found


def _hit(row: Any, matches: Matches, each: Ranked, worth: Worth, wanted: Wanted) -> Hit:  # noqa: ANN401 — a row
    view = matches.view
    start, stop = map(int, view.first_line[each.number : each.number + 2])
    own = worth.lines(slice(start, stop))
    top = float(own.max())
    text = Pieces.read(row.text)
    best: tuple[float, int, Passage] | None = None
    for line in np.argsort(-own, kind="stable")[: LOOKED_AT if wanted.refined else 1].tolist():
        lost = top - float(own[line])
        if lost > CLOSE + APART:
            break
        held = [word for number, word in enumerate(wanted.words) if matches.lines[number][start + line]]
        passage = cut(*text.line(line), held)
        gain = (close(passage.gap) if len(held) > 1 else 0) - lost - APART * passage.apart
        if best is None or gain > best[0]:
            best = (gain, line, passage)
    assert best is not None
    gain, line, passage = best
    begin, words = text.line(line)
    return Hit(
        document=row.id,
        title=row.title,
        issuer=row.issuer,
        level=row.level,
        region=row.region,
        year=row.year,
        genre=row.genre,
        span=passage.span,
        passage=passage.shown,
        words=words[passage.shown.start - begin : passage.shown.end - begin],
        marks=passage.marks,
        manner=MANNERS[int(view.manner[start + line])],
        passages=max(1, each.passages),
        score=round(each.worth + gain, 3),
        paragraph=line + 1,
        cut=(passage.shown.start > begin, passage.shown.end < begin + len(words)),
    )
