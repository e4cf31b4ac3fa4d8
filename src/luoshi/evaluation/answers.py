"""Rows of gold against findings: the part that quantities, targets, pledges and all others share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from luoshi.evaluation.forms import Row
from luoshi.evaluation.gold import Sheet
from luoshi.evaluation.matching import match, overlapping
from luoshi.evaluation.score import Detail, Score, around, inside, place_of
from luoshi.model import AnyFinding, Document, Span


class Answer(NamedTuple):
    """A finding that may answer a row: ``place`` in the text as it lies, ``clean`` in the clean text."""

    place: Span
    clean: Span
    finding: AnyFinding


class Field(NamedTuple):
    """Whether a field of a right answer agrees; what the gold says, what was found."""

    name: str
    right: bool
    gold: object
    found: object


class Way(NamedTuple):
    """How the rows of a form are compared with findings.

    ``answers`` yields the findings (clean span of the words that must overlap, finding); ``alike``
    says whether a finding could mean what an optional row means, ``same`` whether it is right,
    ``closeness`` which of several right ones is meant, ``fields`` what else agrees, ``told`` what
    is shown of a finding; ``shown`` are the fields that are shown of a row.
    """

    answers: Callable[[Document], Iterator[tuple[Span, AnyFinding]]]
    alike: Callable[[Row, AnyFinding], bool]
    same: Callable[[Row, AnyFinding], bool]
    closeness: Callable[[Row, AnyFinding], int]
    fields: Callable[[Row, AnyFinding], Iterator[Field]]
    told: Callable[[AnyFinding], dict[str, Any]]
    shown: tuple[str, ...]


def measure_answers(sheet: Sheet, document: Document, way: Way, regions: tuple[Span, ...]) -> Score:
    """The score of a sheet; only findings wholly inside ``regions`` count as false (without any, none)."""
    answers = sorted(
        (
            Answer(place_of(document, clean), clean, finding)
            for clean, finding in way.answers(document)
            if finding.kind != "doubt" or sheet.form == "finding"
        ),
        key=lambda answer: answer.place,
    )
    places = [answer.place for answer in answers]
    longest = max((place.length for place in places), default=0)
    firm = [row for row in sheet.rows if not row.get("optional")]
    loose = [row for row in sheet.rows if row.get("optional")]
    near = [overlapping(Span(row["start"], row["end"]), places, longest) for row in firm]
    pairs = match(
        [
            [index for index in indices if way.same(row, answers[index].finding)]
            for row, indices in zip(firm, near, strict=True)
        ],
        lambda row, index: way.closeness(firm[row], answers[index].finding),
    )
    used = set(pairs.values())
    for row in loose:
        others = [index for index in overlapping(Span(row["start"], row["end"]), places, longest) if index not in used]
        exact = [index for index in others if way.same(row, answers[index].finding)]
        if exact:  # one row excuses one finding, where it is clear which
            used.add(max(exact, key=lambda index: way.closeness(row, answers[index].finding)))
        else:
            used.update(index for index in others if way.alike(row, answers[index].finding))
    score = Score(right=len(pairs), claimed=len(pairs) if regions else 0)
    for number, row in enumerate(firm):
        if number in pairs:
            finding = answers[pairs[number]].finding
            detail = _missed(sheet, document, way, row, [finding])
            for name, right, gold, found in way.fields(row, finding):
                score.count(name, right=right)
                if not right:
                    score.wrong.append(detail._replace(field=name, gold={name: gold}, found={name: found}))
        else:
            rivals = [answers[index].finding for index in near[number] if index not in used]
            score.missed.append(_missed(sheet, document, way, row, rivals))
    for index, answer in enumerate(answers):
        if index not in used and inside(regions, answer.place):
            score.false.append(_false(sheet, document, way, answer))
    return score


def _missed(sheet: Sheet, document: Document, way: Way, row: Row, rivals: list[AnyFinding]) -> Detail:
    place = Span(row["start"], row["end"])
    return Detail(
        kind=sheet.form,
        doc=sheet.doc,
        start=place.start,
        end=place.end,
        words=document.original.content[place.start : place.end],
        sentence=around(document, place),
        gold={field: row[field] for field in way.shown if row.get(field) is not None},
        found=way.told(rivals[0]) if rivals else None,
        row=f"{sheet.file}:{row['where']}",
    )


def _false(sheet: Sheet, document: Document, way: Way, answer: Answer) -> Detail:
    return Detail(
        kind=sheet.form,
        doc=sheet.doc,
        start=answer.place.start,
        end=answer.place.end,
        words=document.text[answer.clean],
        sentence=around(document, answer.place),
        found=way.told(answer.finding),
    )


def given(**fields: object) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value is not None}
