"""Which place the words before a body, or its class word alone, mean in a document."""

from __future__ import annotations

from functools import cache

from luoshi.knowledge.bodies import BodyKind
from luoshi.knowledge.regions import NATION, Division, divisions_by_code, divisions_by_name, resolve_division
from luoshi.model import Document

ALONE_NEVER = frozenset(
    (
        *("海关", "工会", "总工会", "妇联", "残联", "团委", "法院", "人民法院", "检察院", "人民检察院", "中院", "高院"),
        *("监委", "纪委", "招商局", "研究室", "统计局", "税务局", "文化局", "规划局", "建设局", "农委", "民委", "科委"),
        *("教委", "信息中心", "供电公司", "电力公司", "档案馆", "气象局", "调查队", "物价局", "旅游局", "监察局"),
    )
)
"""Short names that are ordinary words where no place stands before them."""

BEFORE_BARE = frozenset("由和与及同经对向在从请为据让")
"""What may stand before a name without its place: 由教育局."""

_RANK = {"省": 0, "自治区": 0, "市": 1, "州": 1, "盟": 1, "区": 2, "县": 2, "旗": 2}
_OFFICES = ("局", "厅", "委员会", "办公室")
_LABELLED = (*_OFFICES, "会", "中心", "支队", "公司", "队", "社")
_LONGEST_NAME = 11


class PlaceOf:
    """Looks places up as this document means them."""

    def __init__(self, document: Document) -> None:
        profile = document.profile
        self.region = profile.region.value if profile.region else None
        self.year = str(profile.date)[:4] if profile.date else None
        self.home = self.region.code if self.region else None
        self.is_national = self.home == NATION or (
            self.home is None and self.region is not None and self.region.name == "全国"
        )
        self.above = _above(self.home)
        self.names = divisions_by_name()
        self._meant: dict[str, str | None] = {}

    def named(self, words: str) -> tuple[int, str] | None:
        """The place that the words end with: how long its name is there, and its full name."""
        names, own = self.names, self.region.name if self.region is not None else ""
        for length in range(min(len(words), _LONGEST_NAME), 1, -1):
            tail = words[-length:]
            if tail in names:
                full = self._full(tail)
                if full is not None:
                    return length, full
            if tail == own:
                return length, tail
        return None

    def opening(self, words: str) -> int:
        """How long the name of a place is that the words begin with; 0: they begin with none."""
        own = self.region.name if self.region is not None else ""
        if words[:2] not in _fronts() and words[:2] != own[:2]:
            return 0
        for length in range(min(len(words), _LONGEST_NAME), 1, -1):
            front = words[:length]
            if (front in self.names and self._full(front) is not None) or front == own:
                return length
        return 0

    def _full(self, tail: str) -> str | None:
        if tail not in self._meant:
            division = resolve_division(tail, home=self.home, year=self.year)
            full = division or self.names[tail][0]
            ordinary = full.name != tail and (full.name.endswith(tail[-1]) or full.short_guard in ("never", "home"))
            self._meant[tail] = None if ordinary else full.name
        return self._meant[tail]

    def meant(self, place: str) -> str | None:
        """The place that 市 means in 市政府: the document's own, or the one above it."""
        for name in self.above:
            if name.endswith(place) and (place != "区" or not name.endswith("自治区")):
                return name
        if self.region is not None and self.region.code is None and self.region.name.endswith(place):
            return self.region.name
        return None

    def is_any(self, place: str) -> bool:
        """Whether a class word that means no place here stands for all of its class: 区政府 in a city's text."""
        if self.region is None:
            return False
        if self.is_national:
            return True
        name = self.region.name
        own = _RANK.get("自治区" if name.endswith("自治区") else name[-1])
        return own is not None and _RANK[place] >= own

    def owner(self, left: str, words: str, body: BodyKind, *, labelled: bool) -> str | None:
        """Whose office one without a place is: 教育厅 the province's, 教育局 the one of the document's region."""
        if self.region is None or self.is_national or not body.name.endswith(_LABELLED if labelled else _OFFICES):
            return None
        if not labelled and (words in ALONE_NEVER or ("一" <= left <= "龥" and left not in BEFORE_BARE)):
            return None
        if body.name.endswith("厅"):
            return self.above[-1] if self.above else None
        return self.region.name


@cache
def _fronts() -> frozenset[str]:
    """The first two characters of every name."""
    return frozenset(name[:2] for name in divisions_by_name())


def _above(code: str | None) -> tuple[str, ...]:
    """The names of a division and of those that hold it, the innermost first."""
    if code is None:
        return ()
    codes = dict.fromkeys((code, f"{code[:4]}00", f"{code[:2]}0000"))
    held: list[Division] = []
    for one in codes:
        held += [division for division in divisions_by_code().get(one, ()) if not division.until][:1]
    return tuple(division.name for division in held)
