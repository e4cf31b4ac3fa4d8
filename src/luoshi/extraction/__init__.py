"""What is found in a text: atoms read the text itself, compounds read the atoms' findings too.

The order is the order in which they run: a compound sees the findings of all that stand before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from luoshi.extraction.atoms.bodies import bodies
from luoshi.extraction.atoms.deadlines import deadlines
from luoshi.extraction.atoms.people import people
from luoshi.extraction.atoms.places import places
from luoshi.extraction.atoms.quantities import quantities
from luoshi.extraction.atoms.references import references
from luoshi.extraction.compounds.measures import measures
from luoshi.extraction.compounds.pledges import pledges
from luoshi.extraction.compounds.programmes import programmes
from luoshi.extraction.compounds.responsibilities import responsibilities
from luoshi.extraction.compounds.statements import statements
from luoshi.extraction.compounds.tables import tables
from luoshi.extraction.formulations import formulations
from luoshi.model import AnyFinding, Document

__all__ = ["ATOMS", "COMPOUNDS", "formulations"]

Extractor = Callable[[Document], Iterator[AnyFinding]]

ATOMS: tuple[Extractor, ...] = (quantities, deadlines, bodies, places, people, references)
COMPOUNDS: tuple[Extractor, ...] = (
    pledges,
    statements,
    tables,
    programmes,
    measures,
    responsibilities,
)  # a pledge says whom its statements bind
