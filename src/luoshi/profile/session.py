"""The session: which plenum or congress the document comes from."""

from __future__ import annotations

import re

from luoshi.chinese.numerals import integer
from luoshi.model import Document, Finding, Profile, Span
from luoshi.model.values import Session
from luoshi.patterns import regex
from luoshi.profile.head import Head, field

_N = r"(?:[一二三四五六七八九十百零〇]{1,5}|\d{1,3})"
_PLENUM = regex(
    rf"中国共产党(?P<place>[^，。；、（）第\n]{{0,16}}?)(?:第(?P<term>{_N})届)(?P<kind>中央纪律检查委员会|中央委员会|纪律检查委员会|委员会)"
    rf"第(?P<number>{_N})次全体会议"
)
_CONGRESS = regex(
    rf"(?P<place>[^，。；、（）在于第\n]{{0,16}}?)第?(?P<term>{_N})届\n?(?P<kind>全国人民代表大会|全国人大|人民代表大会|人大)"
    rf"(?:\n)?第?(?P<number>{_N})次会议"
)
_CONGRESS_NATIONAL_FIRST = regex(rf"(?P<place>)第(?P<term>{_N})届(?P<kind>全国人民代表大会)第(?P<number>{_N})次会议")
_SHORT = regex(
    rf"(?P<place>[^，。；、（）“”《》\n]{{0,10}}?)(?P<kind>省|市|区|县|州|旗)委(?P<term>{_N})届(?P<number>{_N})次全(?:体)?会"
)
_CENTRAL_SHORT = regex(rf"(?P<place>)(?P<kind>党的|中共)?(?P<term>{_N})届(?P<number>{_N})中全会")
_BACKGROUND = regex(r"(?:贯彻|落实|按照|根据|精神|以来|学习|对标)[^，。]{0,14}$")


def session(document: Document, head: Head, profile: Profile) -> Finding[Session] | None:
    """The meeting in the adoption line, under the title, in the title, or that the first paragraph
    reports; not one whose spirit a text only carries out (贯彻…精神).
    """
    for start, words in _places(head, profile):
        if "届" not in words:
            continue
        for pattern in (_PLENUM, _CONGRESS_NATIONAL_FIRST, _CONGRESS, _SHORT, _CENTRAL_SHORT):
            for found in pattern.finditer(words):
                if _BACKGROUND.search(words[: found.start()]) or _BACKGROUND.search(found["place"]):
                    continue
                meeting = _meeting(found)
                if meeting is not None:
                    at = (
                        start
                        + found.start()
                        + (len(found["place"]) - len(_tidy(found["place"])) if found["place"] else 0)
                    )
                    return field(document, "session", meeting, Span(at, start + found.end()), normalised=True)
    return None


def _places(head: Head, profile: Profile) -> list[tuple[int, str]]:
    """Where a document names its own meeting, the surest place first."""
    places = []
    if profile.adopted is not None:
        places.append((profile.adopted.span.start, profile.adopted.quote))
    places += [
        (line.span.start, line.words) for line in head.lines if line.words[:1] in "—（(-" or "会议" in line.words
    ]
    if profile.title is not None:
        places.append((profile.title.span.start, profile.title.quote))
    # 在…第十四届\n人民代表大会第五次会议上: a heading that broke
    broken = "\n".join(line.words for line in head.lines[:6])
    if head.lines and head.reach.startswith(broken):
        places.append((0, broken))
    words = head.opening.words
    cut = words.find("。")
    places.append((head.opening.span.start, words[: cut + 1] if cut >= 0 else words[:200]))
    return places


def _meeting(found: re.Match[str]) -> Session | None:
    term, number = integer(found["term"]), integer(found["number"])
    if term is None or number is None or term > 60 or number > 60:
        return None
    place, kind = _tidy(found["place"]), found["kind"] or ""
    name = found[0].replace("\n", "")[len(found["place"]) - len(place) :]
    if kind.startswith("中央"):
        body = "中共中央" if kind == "中央委员会" else "中共中央纪律检查委员会"
    elif kind == "委员会":
        body = f"中共{place}委员会" if place else "中共中央"
    elif kind == "纪律检查委员会":
        body = f"中共{place}纪律检查委员会"
    elif kind.startswith("全国"):
        body = "全国人民代表大会"
    elif kind.startswith("人"):
        if place in ("全国", ""):
            body = "全国人民代表大会" if place else "人民代表大会"
        else:
            body = f"{place}人民代表大会"
    elif kind in ("党的", "中共", ""):
        body = "中共中央"
    else:
        body = f"中共{place}{kind}委员会" if place else f"中共{kind}委员会"
    return Session(body, term, number, name)


def _tidy(place: str) -> str:
    """The place without the words before it: ``年1月20日在云泽市`` is 云泽市."""
    place = place.lstrip("0123456789.、")
    for word in ("日在", "日于", "日", "召开的", "在", "于", "—", "（", "中共", "今天", "举行的", "出席"):
        at = place.rfind(word)
        if at >= 0:
            place = place[at + len(word) :]
    return place
