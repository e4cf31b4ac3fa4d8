"""The values that documents and lines have in a column, over all segments: numbered once, tested once."""

from __future__ import annotations

from luoshi.search.grams import folded


class Values:
    """The values of a column over all segments, numbered in the order in which they came."""

    def __init__(self) -> None:
        """None yet."""
        self.names: list[str] = []
        self.labels: list[str] = []
        """What readers see: without the code behind it, so that two regions of one name are one."""
        self.folded: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        """The number of a value."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.names)
            self.names.append(name)
            self.labels.append(name.partition("\t")[0])
            self.folded.append(folded(name))
        return number
