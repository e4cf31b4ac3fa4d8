"""The author: the speaker of a report, the writer of an article, or the reporter."""

from __future__ import annotations

import re

from luoshi.knowledge.surnames import is_name
from luoshi.model import Document, Finding, Profile, Span
from luoshi.model.values import Person
from luoshi.patterns import regex
from luoshi.profile.head import Head, field

_WRITER = regex(r"[（(]?作者(?:为|系|：|:|简介：)(?P<words>[^（）()\n]{2,40})(?:[）)]|$)", re.MULTILINE)
_POST = r"(?:总理|省长|市长|区长|县长|州长|盟长|旗长|主席|主任|书记|部长|局长|厅长)"
_SPEAKER = regex(
    rf"^(?P<post>(?:[^\W\dA-Za-z_]|、){{0,24}}?{_POST})[ \u3000]{{0,4}}(?P<name>[^\W\dA-Za-z_](?: ?[^\W\dA-Za-z_]){{1,2}}|[^\W\dA-Za-z_]{{1,6}}·[^\W\dA-Za-z_]{{1,8}})$"
)
_SPEAKER_AFTER = regex(
    rf"会议上?[ \u3000](?P<post>[^\W\dA-Za-z_]{{0,20}}?{_POST})[ \u3000]{{1,4}}(?P<name>[^\W\dA-Za-z_]{{2,4}})$"
)
_ALONE = regex(r"^[^\W\dA-Za-z_](?: ?[^\W\dA-Za-z_]){1,2}$")
_REPORTER = regex(
    r"[（(]?(?P<post>[^\W\dA-Za-z_]{0,12}?(?:记者|通讯员)) ?(?P<name>[^\W\dA-Za-z_]{2,3})(?=[ 、/，）)]|$)",
    re.MULTILINE,
)
_BYLINE = regex(r"[（(](?P<name>[^\W\dA-Za-z_]{2,3})[）)]\s*$")


def author(document: Document, head: Head, profile: Profile) -> Finding[Person] | None:
    """Who wrote or gave the text. A post without a name is kept as it stands (作者为…市委书记)."""
    for base, words in ((head.foot_start, head.foot), (0, head.reach)):
        writer = _WRITER.search(words) if "作者" in words else None
        if writer:
            span = Span(base + writer.start("words"), base + writer.end("words"))
            said = writer["words"].strip()
            return field(document, "author", Person(said, None) if is_name(said) else Person("", said), span)
    for line in head.lines:
        spoken = _SPEAKER.match(line.words) or _SPEAKER_AFTER.search(line.words)
        if spoken:
            name = spoken["name"].replace(" ", "")
            if "·" in name or is_name(name):
                start = line.span.start
                where = Span(start + spoken.start("post"), start + spoken.end("name"))
                return field(document, "author", Person(name, spoken["post"]), where, normalised=name != spoken["name"])
    genre = profile.genre.value if profile.genre else None
    if genre in ("说明", "讲话"):
        alone = next(
            (line for line in head.lines if _ALONE.match(line.words) and is_name(line.words.replace(" ", ""))), None
        )
        return field(document, "author", Person(alone.words.replace(" ", "")), alone.span) if alone else None
    if genre in ("侧记", "会议通稿", None):
        return _reporter(document, head)
    return None


def _reporter(document: Document, head: Head) -> Finding[Person] | None:
    found = _REPORTER.search(head.foot) if "记者" in head.foot or "通讯员" in head.foot else None
    if found and is_name(found["name"]):
        start = head.foot_start
        return field(
            document,
            "author",
            Person(found["name"], found["post"]),
            Span(start + found.start("post"), start + found.end("name")),
        )
    last = _BYLINE.search(head.foot)
    if last and is_name(last["name"]):
        start = head.foot_start
        return field(
            document, "author", Person(last["name"]), Span(start + last.start("name"), start + last.end("name"))
        )
    return None
