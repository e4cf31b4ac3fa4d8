"""Documents kept: one file (SQLite) or one database (PostgreSQL), the same answers from both.

A stored document outlives the code that read it: nothing here knows how plans are read.
"""

from luoshi.library.entry import Added, Chosen, Entry
from luoshi.library.opening import open_library
from luoshi.library.parcel import Keeper, Parcel, pack
from luoshi.library.store import Library

__all__ = ["Added", "Chosen", "Entry", "Keeper", "Library", "Parcel", "open_library", "pack"]
