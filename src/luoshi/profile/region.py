"""The region: which place the document is about."""

from __future__ import annotations

import re
from functools import cache

from luoshi.knowledge.regions import divisions_by_name, resolve_division
from luoshi.knowledge.verbs import verbs
from luoshi.knowledge.zones import zones
from luoshi.model import Document, Finding, Profile, Span, Words
from luoshi.model.values import Region
from luoshi.patterns import regex
from luoshi.profile.head import Head, field

NATION = Region("全国", None)
"""The country as a whole. GB/T 2260 gives it no code."""

_CLASS = r"(?:自治区|特别行政区|自治州|自治县|自治旗|地区|林区|省|市|县|区|盟|州|旗)"
_NATION = regex(
    r"中共中央|国务院|中华人民共和国|全国人民代表大会|全国人大|中国共产党第[一二三四五六七八九十]{1,4}届中央|中央经济工作会议|中央[^\W\dA-Za-z_]{2,8}会议|《新闻联播》"
    r"|关于制定国民经济和社会发展第|党的[一二三四五六七八九十]{1,4}届"
)
_PARTY = regex(rf"(?:中共|中国共产党)(?P<place>[^\W\dA-Za-z_]{{1,14}}?{_CLASS})(?=委|第)")
_OFFICE = regex(
    rf"(?P<place>[^\W\dA-Za-z_]{{2,14}}?{_CLASS})(?=人民政府|政府|第[一二三四五六七八九十]{{1,4}}届|委[一二三四五六七八九十]|人大|\d{{4}}年|国民经济|“|[^\W\dA-Za-z_]{{2,12}}[局厅委]|城市|发展|数字|[省市区县州]长)"
)
_POST = regex(
    rf"(?:作者(?:为|系)?：?)(?P<place>[^\W\dA-Za-z_]{{2,12}}?{_CLASS})(?=委|市|区|县|[省市区县州]长|人民政府|政府)"
)
_SHORT = regex(r"(?P<place>[^\W\dA-Za-z_]{2,8}?)(?P<kind>[省市县区州])委(?=[一二三四五六七八九十\d]{1,3}届)")
_WAYS = (_PARTY, _OFFICE, _SHORT)
_MEETING = regex(
    rf"中共(?P<place>[^\W\dA-Za-z_]{{1,14}}?{_CLASS})(?=委(?:员会)?第?[一二三四五六七八九十]{{1,4}}届|委关于制定)"
)
"""The meeting that a report is about, where its title and its first words leave the place out: 中共云泽市委三届七次全会."""
_ADDRESS = regex(r"所属地区：(?P<place>[^\W\dA-Za-z_]{2,12}(?:-[^\W\dA-Za-z_]{2,12})?)")


def region(document: Document, head: Head, profile: Profile) -> Finding[Region] | None:
    """The place that the title, the meeting or the office names; with its code as valid at the date."""
    year = str(profile.date)[:4] if profile.date else None
    for start, words in _places(document, head, profile):
        named = _zone(document, start, words)
        if named:
            return named
        local = _local(document, start, words, year)
        if local:
            return local
        national = _NATION.search(words)
        if national:
            return field(
                document, "region", NATION, Span(start + national.start(), start + national.end()), normalised=True
            )
    return (
        _local(document, 0, head.reach, year, (_MEETING,))
        or _by_address(document, head, year)
        or _by_writer(document, head, year)
    )


def _places(document: Document, head: Head, profile: Profile) -> list[tuple[int, str]]:
    """Where the place is named, the surest first: title, meeting, the lines under the title, first words."""
    places = []
    if profile.title is not None and profile.title.why is None:
        places.append((profile.title.span.start, profile.title.quote))
    if profile.session is not None:
        span = profile.session.span
        places.append((span.start, document.text[span]))
    if profile.title is not None and profile.title.why is not None:
        places.append((profile.title.span.start, profile.title.quote))
    places += [
        (line.span.start, line.words) for line in head.lines if "来源" not in line.words and "记者" not in line.words
    ]
    cut = head.opening.words.find("。")
    places.append((head.opening.span.start, head.opening.words[: max(cut, 0) + 1 or 120]))
    return places


def _local(
    document: Document, start: int, words: str, year: str | None, patterns: tuple[re.Pattern[str], ...] = _WAYS
) -> Finding[Region] | None:
    for pattern in patterns:
        for found in pattern.finditer(words):
            written = found["place"] + (found["kind"] if pattern is _SHORT else "")
            place = _known(written, year, document.text.content)
            if place is None:
                continue
            value, length = place
            end = start + found.start("place") + len(written)
            return field(document, "region", value, Span(end - length, end), normalised=value.name != written[-length:])
    return None


def _known(written: str, year: str | None, content: str) -> tuple[Region, int] | None:
    """The division that the words end with, and how many characters name it.

    A place that the table does not know is taken as written where it stands at the start of the words.
    """
    names = divisions_by_name()
    for cut in range(len(written) - 1):
        tail = written[cut:]
        if tail in names:
            if _inside_longer(written[:cut], tail, content):
                break
            division = resolve_division(tail, home=_home_before(written[:cut]), year=year)
            if division is None:
                return Region(tail, None), len(tail)
            return Region(division.name, division.code), len(tail)
    tail = re.sub(r"^.*[在于年日月的与和把对]", "", written)
    if len(tail) < 2 or len(tail) > 8 or tail in _CLASS or not _may_name(tail):
        return None
    return (Region(tail, None), len(tail)) if len(tail) > 2 or tail.endswith(("县", "市")) else None


_EDGE = regex(r"(?:[在于年日月的与和把对是为由从经据向及]|中共|印发|转发|批转|公布)\Z")
"""What stands before a name and is none of it: 关于江南市, 中共江南市委."""
_HEAD = 6000
"""So much of a text is asked how it writes a name."""


def _inside_longer(left: str, tail: str, content: str) -> bool:
    """Whether a known name is the end of an unknown longer one: 津市 in 柳津市, which is then neither.

    So it is where no edge of words stands before it, and the text never writes it without what stands before.
    """
    if not left or _EDGE.search(left) or left.endswith(_clause_words()) or _home_before(left):
        return False
    stem = re.sub(_CLASS + r"\Z", "", tail)
    if all(division.name != tail for division in divisions_by_name()[tail]) or len(stem) < 2:
        return True
    head = content[:_HEAD]
    return 1 < head.count(stem) == head.count(left[-1] + stem)


_NO_NAME = regex(r"[我本全各该并需经由受向报按将让请应要可不也又是有为到从同及其此所被一]|.{0,4}(?:代表|请|委托)")
"""What begins so is a clause, not a name: 代表市人民政府, 并请市政协, 需提请市人大."""


def _may_name(words: str) -> bool:
    """Whether a place that the table does not know may be called so: 云泽市, not 代表市 or 加快建设城市."""
    return _NO_NAME.match(words) is None and words[:2] not in _begin_clauses()


@cache
def _begin_clauses() -> frozenset[str]:
    """The first two characters of verbs, and of the words that stand before them."""
    return frozenset(row.word[:2] for row in verbs() if len(row.word) > 1)


@cache
def _clause_words() -> tuple[str, ...]:
    """Verbs, which may stand right before a place: 建设太仓市."""
    return tuple(row.word for row in verbs() if len(row.word) > 1)


def _home_before(words: str) -> str | None:
    """The code of the place that stands before a name: 南京市 before 鼓楼区."""
    for cut in range(len(words) - 1):
        division = resolve_division(words[cut:])
        if division is not None:
            return division.code
    return None


def _zone(document: Document, start: int, words: str) -> Finding[Region] | None:
    """A title that begins with a region of several provinces: 粤港澳大湾区发展规划纲要."""
    bare = words.lstrip("《")
    for zone in zones().values():
        if bare.startswith(zone.name) and "规划" in bare:
            at = start + len(words) - len(bare)
            return field(document, "region", Region(zone.full, zone.code or None), Span(at, at + len(zone.name)))
    return None


def _by_address(document: Document, head: Head, year: str | None) -> Finding[Region] | None:
    found = _ADDRESS.search(head.reach) if "所属地区：" in head.reach else None
    if found is None:
        return None
    name = found["place"].rpartition("-")[2]
    division = resolve_division(name, year=year)
    value = Region(division.name, division.code) if division else Region(name, None)
    return field(document, "region", value, Span(found.start("place"), found.end("place")), normalised=True)


def _by_writer(document: Document, head: Head, year: str | None) -> Finding[Region] | None:
    found = _POST.search(head.foot) if "作者" in head.foot else None
    if found is None:
        return None
    place = _known(found["place"], year, document.text.content)
    if place is None:
        return None
    value, _ = place
    start = head.foot_start
    return field(
        document,
        "region",
        value,
        Span(start + found.start("place"), start + found.end("place")),
        why=Words(
            "取自作者的职务：文章谈的是其任职的地方。",
            "From the writer's post: the article speaks of the place where it is held.",
        ),
    )
