"""What the doors that speak HTTP share: who asks, in which language, for which library, and what an error becomes."""

from luoshi.http.context import Context, context
from luoshi.http.faults import Refused, status_of, told
from luoshi.http.language import language
from luoshi.http.links import Links
from luoshi.http.visitors import Visitor, administrators, editors, readers, visitor

__all__ = [
    "Context",
    "Links",
    "Refused",
    "Visitor",
    "administrators",
    "context",
    "editors",
    "language",
    "readers",
    "status_of",
    "told",
    "visitor",
]
