"""Who speaks: a person with a post, someone of a body who is not named, or the body itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from luoshi.extraction.people.post_words import post_before
from luoshi.extraction.speech.around import Around
from luoshi.knowledge.posts import posts
from luoshi.model import Finding, Span
from luoshi.model.values import Body, Person, Place
from luoshi.patterns import regex

_KNOWN_BY_POST = ("people.post", "people.again", "people.roll", "people.brackets")
_IN_BRACKETS = regex(r"（[^（）\n]{3,40}）")
_UNNAMED = regex(r"(?P<body>[^\W\dA-Za-z_]{0,24}?)(?:的)?(?:相关|有关|主要)?(?P<who>负责人|负责同志|新闻发言人|发言人)")
_LEAD_IN = regex(r"(?:今天|昨天|日前|近日|对此|据|就此|来自|会上|此外|同时|而|记者从)")
_WORDS_FOR_UNNAMED = ("负责人", "负责同志", "发言人")
_BODY_SAYS = ("表示", "承诺", "表态", "回应", "军令状")
_BODY_THEN = regex(
    r"(?:党组|党委|党工委|班子|也|还|则|均|同时|郑重|随后|立下|公开|当场|现场|明确|提出|作出|的){0,4}(?=表示|承诺|表态|回应|军令状)"
)
_THIS_BODY = regex(r"(?<![^\W\dA-Za-z_])[该我][市省县区局委厅部院校司]")
_SAYS = ("插话", "表示", "说", "坦言", "介绍", "透露", "承诺")
_POST_SAYS = regex(
    r"(?P<title>(?:书记|主任|[局县区市镇乡厅院校厂站所行]长|董事长|总经理|经理))"
    r"(?:在[^，。；！？：“”、\n]{1,10}?)?(?:也|还|又|当场|笑着|接着|随后)?(?:告诉(?:本报)?)?\Z"
)
_NO_CHIEF = regex(r"(?:[^\W\dA-Za-z_]{0,8}[省市县区州旗盟])?委(?:副?书记|主要)|[省市县区州旗盟]长")
_LATTER = ("前者", "后者", "两人", "二人", "三人", "两位", "二位", "三位")
_LATTER_SAY = regex(
    r"(?:局长|书记|主任|县长|区长|市长|镇长|负责人|负责同志|“[^“”\n]{1,6}”)?(?=[^\W\dA-Za-z_]{0,8}[，：])"
)
_TITLE = regex(r"(?:[局市县区镇乡厅院校部行会厂]长|书记|主任|董事长|总经理|总工|主席)\Z")
_PARAGRAPH = 600
_EDGES = ("", "\n", "，", "。", "；", "：", "、", "”", "“", "！", "？")


class Speaker(Struct, frozen=True):
    """``[start, end)`` holds the post, the name and what is put in brackets behind it."""

    start: int
    end: int
    name: str | None
    post: str | None
    body: str | None
    name_span: Span | None
    others: tuple[Speaker, ...] = ()
    """Who says it together with them: 两人共同表示."""


def speakers(
    content: str,
    people: list[Finding[Person]],
    bodies: list[Finding[Body]],
    places: Callable[[], list[Finding[Place]]],
    owners: dict[str, str],
) -> list[Speaker]:
    """All who could speak, in the order of the text."""
    around = Around(content, bodies, places, owners)
    named = [*_named(content, people, around)]
    found = [*named, *_again(content, named)]
    taken = {each.start for each in found}
    found += [each for each in _unnamed(content, around) if each.start not in taken]
    found += [each for each in _only_posts(content, around) if each.start not in taken]
    found += [each for each in _bodies(content, around) if each.start not in taken]
    return sorted(found, key=lambda each: (each.start, -each.end))


def _named(content: str, people: list[Finding[Person]], around: Around) -> Iterator[Speaker]:
    earlier: list[tuple[int, str]] = []
    before: Speaker | None = None
    for finding in people:
        person = finding.value
        if person.post is None or finding.rule not in _KNOWN_BY_POST:
            continue
        start, end = finding.span
        at = content.find(person.post, max(0, start - len(person.post) - 4), start)
        start = at if at >= 0 and not content[at + len(person.post) : start].strip() else start
        brackets = _IN_BRACKETS.match(content, end)
        if brackets and finding.rule == "people.brackets":
            end = brackets.end()
        else:
            end += _title(content, end)
        body = around.body_of(person.post, finding.span.start, person.body, earlier)
        if body is None and before and content[before.end : start] in ("、", "和", "与", "及"):
            body = before.body  # 市交通集团董事长X、总经理Y
        if body:
            earlier.append((start, body))
        before = Speaker(start, end, person.name, person.post, body, finding.span)
        yield before


def _title(content: str, at: int) -> int:
    """How long the title is that follows a name: 程某局长, 程某同志."""
    held = posts()
    return next((length for length in (5, 4, 3, 2) if held.get(content[at : at + length]) in ("before", "after")), 0)


def _again(content: str, named: list[Speaker]) -> Iterator[Speaker]:
    """Those named before, by their surname and title (李局长) or as 前者 and 后者."""
    if not named:
        return
    titled: dict[str, Speaker] = {}
    for each in named:
        title = _TITLE.search(each.post or "")
        if title and each.name:
            titled.setdefault(each.name[0] + title[0], each)
    for words, each in titled.items():
        for at in _found(content, words):
            if at > each.start and content[at - 1] in _EDGES:
                yield replace(each, start=at, end=at + len(words))
    for words in _LATTER if len(named) > 1 else ():
        for at in _found(content, words):
            yield from _those(content, named, at, words)


def _those(content: str, named: list[Speaker], at: int, words: str) -> Iterator[Speaker]:
    """Whom 前者, 后者, 两人, 三位局长 mean: the last who were named in the paragraph."""
    several = 3 if words[0] == "三" else 2
    here = bisect_left(named, at, key=lambda each: each.start)
    before = named[max(0, here - several) : here]
    end = at + len(words)
    says = _LATTER_SAY.match(content, end)
    if (
        len(before) < several
        or says is None
        or at - before[0].start > _PARAGRAPH
        or content.find("\n", before[0].start, at) >= 0
    ):
        return
    if words[1] == "者":
        yield replace(before[words[0] == "后"], start=at, end=end)
    else:
        *others, last = before
        yield replace(last, start=at, end=says.end(), others=tuple(others))


def _found(content: str, words: str) -> Iterator[int]:
    """Each place of the words."""
    at = content.find(words)
    while at >= 0:
        yield at
        at = content.find(words, at + len(words))


def _unnamed(content: str, around: Around) -> Iterator[Speaker]:
    """该局相关负责人, 市民政局有关负责同志."""
    for word in _WORDS_FOR_UNNAMED:
        for at in _found(content, word):
            begin, end = at, at + len(word)
            while begin > max(0, at - 28) and content[begin - 1] not in "，。；：！？、“”（）\n \t":
                begin -= 1
            lead = _LEAD_IN.match(content, begin, at)
            begin = lead.end() if lead else begin
            whole = _UNNAMED.match(content, begin, end)
            if whole and whole.end() == end:
                post = content[begin:end]
                yield Speaker(begin, end, None, post, around.body_of_unnamed(post, whole["body"], begin), None)


def _only_posts(content: str, around: Around) -> Iterator[Speaker]:
    """云港街道党工委书记插话："""
    for word in _SAYS:
        for said in _found(content, word):
            mark = said + len(word) + (content[said + len(word) : said + len(word) + 1] in ("道", "说"))
            if content[mark : mark + 1] not in ("，", "："):
                continue
            match = _POST_SAYS.search(content, max(0, said - 24), said)
            if match is None:
                continue
            at = match.end("title")
            post = post_before(content, match.start("title"), at)
            if _NO_CHIEF.match(post):
                continue  # 市委书记在会上说: tells others
            body = around.body_of(post, at - len(post), None, [])
            if body:
                yield Speaker(at - len(post), at, None, post, body, None)


def _bodies(content: str, around: Around) -> Iterator[Speaker]:
    """市卫健委表示, 该局承诺."""
    for word in _BODY_SAYS:
        for said in _found(content, word):
            last = bisect_left(around.bodies, said, key=lambda each: each.span.start)
            for finding in around.bodies[max(0, last - 2) : last]:
                start, end = finding.span
                if said - 16 <= end <= said and _joins(content, end, said):
                    yield Speaker(start, end, None, None, around.owned(content[start:end]), None)
            for match in _THIS_BODY.finditer(content, max(0, said - 12), said):
                if _joins(content, match.end(), said):
                    yield Speaker(match.start(), match.end(), None, None, around.meant(match[0], match.start()), None)


def _joins(content: str, end: int, said: int) -> bool:
    """Whether only adverbs, or the body's leading group, stand between a body and the verb."""
    match = _BODY_THEN.match(content, end, said + 3)
    return match is not None and match.end() == said
