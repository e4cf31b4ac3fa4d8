"""One sheet of gold against one document; which way each form is measured stands here."""

from __future__ import annotations

from luoshi.evaluation.amounts import QUANTITIES, TARGETS
from luoshi.evaluation.answers import measure_answers
from luoshi.evaluation.forms import OTHER_KINDS, Row
from luoshi.evaluation.gold import Sheet
from luoshi.evaluation.lines import measure_lines
from luoshi.evaluation.others import others
from luoshi.evaluation.outlines import measure_nodes, measure_outline
from luoshi.evaluation.paragraphs import measure_paragraphs
from luoshi.evaluation.pledges import PLEDGES
from luoshi.evaluation.score import Score
from luoshi.model import Document, Span, Words

STRUCTURE = {
    "outline": measure_outline,
    "node": measure_nodes,
    "line": measure_lines,
    "paragraph": measure_paragraphs,
}

ORDER = ("quantity", "pledge", "outline", "node", "line", "paragraph", "target", *OTHER_KINDS)
"""The kinds in the order in which they are told."""


def measure(sheet: Sheet, document: Document) -> Score:
    """The score of a sheet on the document that its ``doc`` was read into.

    False are, in what is annotated in full (a region, or where a file names none: a document's
    outline, lines, paragraphs and pledges), the findings that answer no row. Target rows are a choice
    of statements: without a region nothing is false, and there is no precision.
    """
    if sheet.form in STRUCTURE:
        return STRUCTURE[sheet.form](sheet, document)
    everything = (Span(0, len(document.original.content)),)
    if sheet.form == "pledge":
        return measure_answers(sheet, document, PLEDGES, sheet.regions or everything)
    if sheet.form == "target":
        return measure_answers(sheet, document, TARGETS, sheet.regions or ())
    way = QUANTITIES if sheet.form == "quantity" else others(sheet.form)
    return measure_answers(sheet, document, way, sheet.regions or ())


def misplaced(sheet: Sheet, document: Document) -> Words | None:
    """A remark where the quotes of rows do not stand at their offsets: the text may be another version."""
    content = document.original.content
    wrong = [row["where"] for row in sheet.rows if not _stands(row, content)]
    if not wrong:
        return None
    where = f"{sheet.file}:{wrong[0]}"
    return Words(
        f"{where} 等 {len(wrong)} 行的文字不在 {sheet.doc} 的所标位置，文本可能不是同一版本。",
        f"{where} and {len(wrong) - 1} more: their words are not at their offsets in {sheet.doc}; "
        "the text may be another version.",
    )


def _stands(row: Row, content: str) -> bool:
    start: int = row["start"]
    end: int = row.get("end", start)
    quote = row.get("quote") if "end" in row else None
    return end <= len(content) and (quote is None or content[start:end] == quote)
