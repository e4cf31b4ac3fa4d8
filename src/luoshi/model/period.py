"""A stretch of time as plans state it: a day, a month, a year, or from one to another."""

from __future__ import annotations

from typing import NamedTuple


class Period(NamedTuple):
    """From ``start`` to ``end``, both included, each an ISO 8601 date of reduced precision.

    ``Period("2026", "2026")`` is the year 2026, ``Period("2026", "2030")`` a plan period,
    ``Period("2025-12-17", "2025-12-17")`` a day. As text it is the ISO 8601 / EDTF interval:
    ``2026``, ``2026/2030``, ``2025-12-17``.
    """

    start: str
    end: str

    @classmethod
    def of(cls, written: str) -> Period:
        """Read ``2026``, ``2026-07``, ``2026-07-01`` or two of these joined by ``/``."""
        start, _, end = written.partition("/")
        return cls(start, end or start)

    def __str__(self) -> str:
        """The ISO 8601 form."""
        return self.start if self.start == self.end else f"{self.start}/{self.end}"

    @property
    def first_day(self) -> str:
        """The first day that it can mean, as ``YYYY-MM-DD``."""
        return self.start + "-01-01"[len(self.start) - 4 :] if len(self.start) < _DAY else self.start

    @property
    def last_day(self) -> str:
        """The last day that it can mean, as ``YYYY-MM-DD``."""
        if len(self.end) >= _DAY:
            return self.end
        if len(self.end) == _YEAR:
            return self.end + "-12-31"
        year, month = int(self.end[:4]), int(self.end[5:7])
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        return f"{self.end}-{days[month - 1]}"


_YEAR, _DAY = 4, 10
