"""The values that documents and lines have in a column, over all segments: numbered once, tested once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from luoshi.search.grams import folded


class Values:
    """The values of a column over all segments, numbered in the order in which they came."""

    def __init__(self) -> None:
        """None yet."""
        self.names: list[str] = []
        self.labels: list[str] = []
        """What readers see, each once: without the code behind it, so that two regions of one name are one."""
        self.folded: list[str] = []
        self._numbers: dict[str, int] = {}
        self._label_numbers: dict[str, int] = {}
        self._label_of: list[int] = []

    def number(self, name: str) -> int:
        """The number of a value."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.names)
            self.names.append(name)
            label = name.partition("\t")[0]
            self._label_of.append(self._label_numbers.setdefault(label, len(self.labels)))
            if self._label_of[-1] == len(self.labels):
                self.labels.append(label)
            self.folded.append(folded(name))
        return number

    def label_of(self) -> NDArray[np.intp]:
        """The number of each value's label."""
        return np.array(self._label_of, np.intp)
