"""Documents kept: one file (SQLite) or one database (PostgreSQL), the same answers from both.

A stored document outlives the code that read it: nothing here knows how plans are read.
"""

from luoshi.library.backup import backup, restore
from luoshi.library.changes import Change, Changes
from luoshi.library.choosing import ORDERS
from luoshi.library.corrected import corrected
from luoshi.library.corrections import Correction, addition_of, correction_of
from luoshi.library.entry import Added, Chosen, Entry
from luoshi.library.facets import Facets, Share
from luoshi.library.mentions import Mention, Sought
from luoshi.library.naming import short_ids
from luoshi.library.parcel import Keeper, Parcel, pack
from luoshi.library.store import Library, open_library
from luoshi.library.tallies import Tally
from luoshi.library.verify import Problem, verify

__all__ = [
    "ORDERS",
    "Added",
    "Change",
    "Changes",
    "Chosen",
    "Correction",
    "Entry",
    "Facets",
    "Keeper",
    "Library",
    "Mention",
    "Parcel",
    "Problem",
    "Share",
    "Sought",
    "Tally",
    "addition_of",
    "backup",
    "corrected",
    "correction_of",
    "open_library",
    "pack",
    "restore",
    "short_ids",
    "verify",
]
