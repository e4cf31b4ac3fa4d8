"""Who speaks: a person with a post, someone of a body who is not named, or the body itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

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
_BODY_SAYS = ("表示", "承诺", "表态", "军令状")
_BODY_THEN = regex(
    r"(?:党组|党委|党工委|班子|也|还|则|均|同时|郑重|随后|立下|公开|当场|现场|明确|提出|作出|的){0,4}(?=表示|承诺|表态|军令状)"
)
_THIS_BODY = regex(r"(?<![^\W\dA-Za-z_])[该我][市省县区局委厅部院校司]")
_POST_SAYS = regex(
    r"(?P<title>(?:书记|主任|[局县区市镇乡厅院校厂站所行]长|董事长|总经理|经理))"
    r"(?:在[^，。；！？：“”、\n]{1,10}?)?(?:也|还|又|当场|笑着|接着|随后)?(?:插话|表示|说|坦言|介绍|透露|承诺|告诉(?:本报)?记者|表态|补充|回应)(?:道|说)?[，：]"
)
_NO_CHIEF = regex(r"(?:[^\W\dA-Za-z_]{0,8}[省市县区州旗盟])?委(?:副?书记|主要)|[省市县区州旗盟]长")
_LATTER = regex(
    r"[前后]者|(?:两|二|三)(?:人|位(?:局长|书记|主任|县长|区长|市长|镇长|负责人|负责同志|“[^“”\n]{1,6}”)?)(?=[^\W\dA-Za-z_]{0,8}[，：])"
)
_TITLED = regex(
    r"(?P<surname>[^\W\dA-Za-z_])(?:局长|书记|主任|市长|县长|区长|镇长|厅长|院长|校长|部长|董事长|总经理|总工|行长|会长|主席)"
)
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
    places: list[Finding[Place]],
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
        if body:
            earlier.append((start, body))
        yield Speaker(start, end, person.name, person.post, body, finding.span)


def _title(content: str, at: int) -> int:
    """How long the title is that follows a name: 程某局长, 程某同志."""
    held = posts()
    return next((length for length in (5, 4, 3, 2) if held.get(content[at : at + length]) in ("before", "after")), 0)


def _again(content: str, named: list[Speaker]) -> Iterator[Speaker]:
    """Those named before, by their surname and title (李局长) or as 前者 and 后者."""
    if not named:
        return
    for match in _TITLED.finditer(content):
        title = content[match.start() + 1 : match.end()]
        if content[match.start() - 1 : match.start()] not in _EDGES:
            continue
        for each in reversed(named[: bisect_left(named, match.start(), key=lambda each: each.start)]):
            if each.name and each.post and each.name[0] == match["surname"] and each.post.endswith(title[-2:]):
                yield replace(each, start=match.start(), end=match.end())
                break
    for match in _LATTER.finditer(content):
        several = 3 if match[0][0] == "三" else 2
        before = named[: bisect_left(named, match.start(), key=lambda each: each.start)][-several:]
        if len(before) < several or content.find("\n", before[0].start, match.start()) >= 0:
            continue
        if match[0][1] == "者":
            yield replace(before[match[0][0] == "后"], start=match.start(), end=match.end())
        else:
            *others, last = before
            yield replace(last, start=match.start(), end=match.end(), others=tuple(others))


def _unnamed(content: str, around: Around) -> Iterator[Speaker]:
    """该局相关负责人, 市民政局有关负责同志."""
    for word in _WORDS_FOR_UNNAMED:
        at = content.find(word)
        while at >= 0:
            end = at + len(word)
            begin = at
            while begin > max(0, at - 28) and content[begin - 1] not in "，。；：！？、“”（）\n \t":
                begin -= 1
            lead = _LEAD_IN.match(content, begin, at)
            begin = lead.end() if lead else begin
            whole = _UNNAMED.match(content, begin, end)
            if whole and whole.end() == end:
                post = content[begin:end]
                yield Speaker(begin, end, None, post, around.body_of_unnamed(post, whole["body"], begin), None)
            at = content.find(word, end)


def _only_posts(content: str, around: Around) -> Iterator[Speaker]:
    """云港街道党工委书记插话："""
    for match in _POST_SAYS.finditer(content):
        at = match.end("title")
        post = post_before(content, match.start("title"), at)
        if _NO_CHIEF.match(post):
            continue  # 市委书记在会上说: tells others
        body = around.body_of(post, at - len(post), None, [])
        if body:
            yield Speaker(at - len(post), at, None, post, body, None)


def _bodies(content: str, around: Around) -> Iterator[Speaker]:
    """市卫健委表示, 该局承诺."""
    if not any(word in content for word in _BODY_SAYS):
        return
    for finding in around.bodies:
        start, end = finding.span
        if _BODY_THEN.match(content, end, end + 16):
            yield Speaker(start, end, None, None, around.owned(content[start:end]), None)
    for match in _THIS_BODY.finditer(content):
        if _BODY_THEN.match(content, match.end(), match.end() + 16):
            yield Speaker(match.start(), match.end(), None, None, around.meant(match[0], match.start()), None)
