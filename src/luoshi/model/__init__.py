"""What everything is made of: frozen structures. Knows nobody but the errors."""

from luoshi.model.citation import Citation
from luoshi.model.document import Document, Edition, Verdict
from luoshi.model.finding import ADDED, EDITED, AnyFinding, Finding, Rejected
from luoshi.model.original import Mark, Original
from luoshi.model.outline import Section
from luoshi.model.period import Period
from luoshi.model.profile import Profile
from luoshi.model.span import Span
from luoshi.model.text import Edit, Run, Text
from luoshi.words import Words

__all__ = [
    "ADDED",
    "EDITED",
    "AnyFinding",
    "Citation",
    "Document",
    "Edit",
    "Edition",
    "Finding",
    "Mark",
    "Original",
    "Period",
    "Profile",
    "Rejected",
    "Run",
    "Section",
    "Span",
    "Text",
    "Verdict",
    "Words",
]
