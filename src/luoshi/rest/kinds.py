"""Types that many parameters share, with what the schema says of them."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from luoshi.rest.asking import backwards

Level = Literal["nation", "province", "city", "county", "region", "park"]

Kind = Literal[
    "target",
    "achievement",
    "context",
    "pledge",
    "programme",
    "body",
    "responsibility",
    "place",
    "person",
    "formulation",
    "reference",
    "doubt",
]
"""The kinds of finding that can be asked for over all documents."""

AnyKind = Literal[Kind, "measure", "quantity", "deadline"]

Words100 = Annotated[str, Meta(min_length=1, max_length=100)]

Id = Annotated[
    str,
    Meta(
        pattern="^[0-9a-fA-F]{8,64}$",
        description="Id of a document: the SHA-256 of its bytes, or its beginning of 8 characters or more.",
    ),
]
FindingId = Annotated[
    str, Meta(min_length=1, max_length=100, description="Id of a finding, such as `target-3f2a90b1c4de`.")
]
Number = Annotated[int, Meta(ge=1, le=2**31 - 1, description="The correction's number.")]

Year = Annotated[int, Meta(ge=1000, le=2999)]
Time = Annotated[
    str,
    Meta(
        pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        description="A year, a month or a day.",
        examples=["2027", "2027-06", "2027-06-30"],
    ),
]
Amount = Annotated[float, Meta(ge=-1e30, le=1e30)]
Grades = Annotated[
    str, Meta(pattern="^[A-D]{1,4}$", description="One or several of the grades A to D.", examples=["AB"])
]
Limit = Annotated[int, Meta(ge=1, le=1000, description="How many at most.")]
Offset = Annotated[int, Meta(ge=0, le=1_000_000_000, description="How many to leave out before the first.")]


class Paged(Struct, frozen=True, kw_only=True):
    """Which part of a list."""

    limit: Limit = 50
    offset: Offset = 0


class OfYears(Paged, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Of which years, and which part of the list."""

    year_from: Annotated[Year | None, Meta(description="The first year of the documents.")] = None
    year_to: Annotated[Year | None, Meta(description="The last year of the documents.")] = None

    @property
    def years(self) -> tuple[int, int] | None:
        """From which year to which. Raises ``Refused`` where it ends before it starts."""
        if self.year_from is None and self.year_to is None:
            return None
        first, last = self.year_from or 1000, self.year_to or 2999
        if last < first:
            raise backwards("year_to")
        return first, last


class OfDocument(OfYears, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Filters by the document, and which part of the list."""

    level: Annotated[Level | None, Meta(description="Of which level the place is.")] = None
    region: Annotated[
        Words100 | None,
        Meta(description="A part of the name of the place, or a GB/T 2260 code or its beginning.", examples=["32"]),
    ] = None
    genre: Annotated[Words100 | None, Meta(description="The genre by its Chinese name.")] = None
    grade: Annotated[Grades | None, Meta(description="One or several of the grades A to D.")] = None
