"""Pledges: what a named person says that their body will do (``X市委书记Y表示，将…``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.extraction.posts import body_of_post, owners_of
from luoshi.knowledge.bodies import CLASSES
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Person, Pledge
from luoshi.patterns import regex

_SAYS = regex(
    r"(?:(?:在|于)[^，。\n]{1,24}(?:时|中|上|后)，?)?(?:还|也|则|进一步|随后|同时)?"
    r"(?P<verb>郑重承诺|表态说|表示|指出|认为|谈到|介绍说|介绍|强调|坦言|透露|告诉记者|承诺|表态|说道|说)(?:道)?(?P<mark>[，：,:。])?"
)
_AIM = regex(
    r"(?:^|[，。；：“！])(?:我们|我市|我区|我县|全市|全区|全县|下一步|接下来|今年|明年|未来|今后|[^\W\dA-Za-z_]{2,6})?，?(?:将|要|坚持|坚定|力争|确保|争取|努力|着力|聚力|聚焦|紧扣|加快|深入|全力|持续|积极|推动|推进|打造"
    r"|建设|继续|奋力|实施|发挥|抓住|紧抓|高质量|全面|大力)"
)
_WILL = regex(
    r"(?:^|[，。；：“！])(?:我们|我市|我区|我县|全市|全区|全县|下一步|接下来|今年|明年|未来|今后|[^\W\dA-Za-z_]{2,6})?，?(?:将(?!来)|我们要|力争|确保)"
)
_MARK = regex("[“”。！？]")
_PRONOUN = regex(r"(?:他|她|其)(?:还|也|同时)?(?:表示|说|指出|认为|介绍|强调)")
_GOES_ON = regex(
    r"(?:同时|此外|下一步|接下来|我们|今年|明年|未来|将|要|力争|确保|到20\d\d年|在[^，。]{2,16}(?:方面|上)，)"
)
_OTHER_SPEAKER = regex(
    r"(?:全会|会议|记者|代表们?)(?:提出|指出|强调|认为|了解)|(?:书记|主任|局长|市长|区长|县长|部长|厅长|省长)[^\W\dA-Za-z_]{2,3}(?:表示|说|指出|认为|介绍|强调)"
)
_LONGEST = 2000
"""No single passage of speech is longer (and a text of one line takes linear time)."""


def pledges(document: Document) -> Iterator[Finding[Pledge]]:
    """Each passage in which a person with a post says what will be done, from the first word of what is
    said (a quotation before the name included, with its marks) to the last. ``speech`` is ``direct``, ``indirect`` or
    ``mixed``. What nobody is named for (与会代表纷纷表示) is no pledge.
    """
    content = document.text.content
    end_of_last = -1
    owners = _owners(document)
    for finding in document.find("person"):
        person = finding.value
        if not isinstance(person, Person) or person.post is None or finding.span.start < end_of_last:
            continue
        if finding.rule not in ("people.post", "people.again"):
            continue
        says = _SAYS.match(content, finding.span.end)
        if says is None:
            continue
        said = _passage(content, finding, says)
        if said is None:
            continue
        span, speech = said
        end_of_last = span.end
        body = person.body or body_of_post(person.post, owners)
        if body is None and "承诺" not in says["verb"]:
            continue  # nobody is bound by it
        yield Finding(
            "pledge",
            Pledge(person.name, person.post, body, speech, finding.span),
            span,
            content[span.start : span.end],
            "pledges.said",
        )


def _passage(content: str, finding: Finding[Person], says: re.Match[str]) -> tuple[Span, str] | None:
    """What is said: the quotation before the name, and what follows the verb up to the speaker's last sentence."""
    quoted_before = _quotation_before(content, finding)
    line_end = content.find("\n", says.end(), says.end() + _LONGEST)
    line_end = min(len(content), says.end() + _LONGEST) if line_end < 0 else line_end
    start, end, direct, indirect = says.end(), says.end(), False, False
    if says["mark"] == "。" or says.end() >= line_end:
        end = says.start()
    else:
        end = _last_word(content, start, line_end)
        words = content[start:end]
        direct = words.startswith("“") and words.rstrip("。").endswith("”") and words.count("“") == 1
        indirect = not direct
        if not words.startswith("“") and "“" in words and words.count("”，") and "。”" in words:
            direct = True
    said = content[start:end]
    if not _commits(says["verb"], f"{quoted_before[1] if quoted_before else ''}，{said[:200]}"):
        return None
    if quoted_before:
        if end <= says.start():
            return Span(quoted_before[0], finding.span.end), "direct"
        return Span(quoted_before[0], end), "mixed" if indirect else "direct"
    if len(said) < 6:
        return None
    return Span(start, end), "mixed" if direct and indirect else "direct" if direct else "indirect"


def _commits(verb: str, said: str) -> bool:
    """Whether the words say what the speaker's side will do; 指出 and 强调 also tell others what to do."""
    return bool(_WILL.search(said) if verb in ("指出", "强调", "认为", "谈到") else _AIM.search(said))


def _quotation_before(content: str, finding: Finding[Person]) -> tuple[int, str] | None:
    """``“……。”X市委书记Y表示``: where the quotation opens, and its words."""
    post = finding.value.post or ""
    close = finding.span.start - len(post) - 1
    while close > 0 and content[close] in " ，" and close > finding.span.start - len(post) - 4:
        close -= 1
    if close <= 0 or content[close] != "”" or content[close - 1] not in "。！？，…":
        return None
    floor = max(content.rfind("\n", 0, close) + 1, close - _LONGEST)
    depth, at = 1, close - 1
    while at >= floor:
        if content[at] == "”":
            depth += 1
        elif content[at] == "“":
            depth -= 1
            if depth == 0:
                return at, content[at + 1 : close]
        at -= 1
    return None


def _last_word(content: str, start: int, line_end: int) -> int:
    """The end of the speaker's last sentence in the paragraph."""
    end = _sentence_end(content, start, line_end)
    while end < line_end:
        if _PRONOUN.match(content, end) or (
            _GOES_ON.match(content, end) and not _OTHER_SPEAKER.search(content, end, min(line_end, end + 60))
        ):
            end = _sentence_end(content, end, line_end)
            continue
        if content[end] == "“":  # “……。”…… the quotation goes on
            close = content.find("”", end, line_end)
            if close > 0 and not _OTHER_SPEAKER.search(content, close, min(line_end, close + 40)):
                end = close + 1
                continue
        break
    return end


def _sentence_end(content: str, start: int, line_end: int) -> int:
    """Behind the next full stop; one inside a quotation carries its closing mark along."""
    depth = 0
    for mark in _MARK.finditer(content, start, line_end):
        at, char = mark.start(), mark[0]
        if char == "“":
            depth += 1
        elif char == "”":
            depth = max(0, depth - 1)
            if depth == 0 and content[at - 1] in "。！？":
                return at + 1
        elif depth == 0:
            return at + 1
    while line_end > start and content[line_end - 1] in " （":
        line_end -= 1
    return line_end


def _owners(document: Document) -> dict[str, str]:
    """The place that 市 stands for here: as the profile says it, else as the bodies' full names do."""
    owners = owners_of(document)
    for finding in document.find("body"):
        name = finding.value.name.removeprefix("中共")
        place = finding.quote[0]
        at = name.find(place)
        if place in CLASSES and place not in owners and 0 < at < 12:
            owners[place] = name[: at + 1]
    return owners
