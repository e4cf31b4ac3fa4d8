"""The issuer: the body in whose name the document comes out."""

from __future__ import annotations

import re

from luoshi.model import Document, Finding, Profile, Span, Words
from luoshi.patterns import regex
from luoshi.profile.head import Head, field
from luoshi.profile.region import NATION

_IN_TITLE = regex(
    r"^(?P<body>中共中央办公厅[、 ]?国务院办公厅|中共中央(?:[、 ]?国务院)?|国务院(?:办公厅)?|中共[^\W\dA-Za-z_]{2,14}?委员会(?:办公厅|办公室)?|中共[^\W\dA-Za-z_]{2,14}?委(?:办公厅|办公室)?"
    r"|[^\W\dA-Za-z_]{2,20}?(?:人民政府办公厅|人民政府办公室|人民政府|政府办公室|政府|委员会|管委会|办公厅|办公室|[局厅部]))(?=关于|印发|批转|转发)"
)
_ISSUED = regex(r"^(?P<body>(?:[^\W\dA-Za-z_]|[、 ]){2,24})印发\n?《")
_BUREAU = regex(r"^(?P<body>[^\W\dA-Za-z_]{2,14}统计局)(?: [^\W\dA-Za-z_]{2,20})?$")
_FOR = regex(r"代表(?P<body>国务院|[^\W\dA-Za-z_]{1,16}?(?:人民)?政府)，?向大会")
_ENTRUSTED = regex(r"受国务院委托")
_EXPLAINS = regex(r"关于[《〈](?P<body>中共[^\W\dA-Za-z_]{2,12}?)(?=关于)")


def issuer(document: Document, head: Head, profile: Profile) -> Finding[str] | None:
    """The body at the head of the title; the congress's government; the committee that met; the
    statistical bureau. Inferred, with the reason, where the text only implies it.
    """
    return _stated(document, head, profile) or _implied(document, head, profile)


def _stated(document: Document, head: Head, profile: Profile) -> Finding[str] | None:
    if profile.title is not None and profile.genre is not None and profile.genre.value != "说明":
        found = _IN_TITLE.match(profile.title.quote)
        if found and not found["body"].startswith("关于"):
            start = profile.title.span.start
            return field(document, "issuer", found["body"], Span(start, start + found.end()))
    for number, line in enumerate(head.lines):
        after = head.lines[number + 1].words if number + 1 < len(head.lines) else ""
        issued = _ISSUED.match(f"{line.words}\n{after}") or _BUREAU.match(line.words)
        if issued:
            start = line.span.start
            return field(document, "issuer", issued["body"], Span(start, start + len(issued["body"])))
    return None


def _implied(document: Document, head: Head, profile: Profile) -> Finding[str] | None:
    genre = profile.genre.value if profile.genre else None
    region = profile.region.value if profile.region else None
    place = region.name if region and region != NATION else ""
    if genre == "政府工作报告" and profile.region is not None:
        body = "国务院" if region == NATION else f"{place}人民政府"
        spoken = _FOR.search(head.reach)
        if spoken:
            span = Span(spoken.start("body"), spoken.end("body"))
            return field(document, "issuer", body, span, normalised=spoken["body"] != body)
        return field(document, "issuer", body, profile.region.span, why=_REPORT)
    if genre == "计划报告" and (found := _ENTRUSTED.search(head.opening.words)):
        start = head.opening.span.start + found.start()
        return field(document, "issuer", "国家发展和改革委员会", Span(start, start + len(found[0])), why=_PLAN_REPORT)
    if genre == "说明" and profile.title and (found := _EXPLAINS.match(profile.title.quote)):
        start = profile.title.span.start
        return field(
            document,
            "issuer",
            found["body"],
            Span(start + found.start("body"), start + found.end("body")),
            why=_EXPLAINED,
        )
    if genre == "统计公报" and profile.region is not None:
        body = "国家统计局" if region == NATION else f"{place}统计局"
        return field(document, "issuer", body, profile.region.span, why=_STATISTICS)
    if genre in ("纲要", "五年计划") and profile.region is not None:
        body = "国务院" if region == NATION else f"{place}人民政府"
        return field(document, "issuer", body, profile.region.span, why=_OUTLINE)
    if genre in ("公报", "建议", "决定", "决议") and profile.session is not None:
        body = profile.session.value.body
        if not body.endswith("纪律检查委员会"):
            body = re.sub(r"^(中共[^\W\dA-Za-z_]{2,14})委员会$", r"\1委", body)
        return field(document, "issuer", body, profile.session.span, normalised=True)
    return None


_REPORT = Words(
    "政府工作报告由本级政府向人民代表大会提出。", "A government work report is given by the government of its level."
)
_PLAN_REPORT = Words(
    "受国务院委托向全国人大提出的计划报告，由国家发展和改革委员会作出。",
    "The plan report to the National People's Congress is given for the State Council by the National Development and Reform Commission.",
)
_EXPLAINED = Words("说明随所说明的文件发出。", "An explanation comes out with the document that it explains.")
_STATISTICS = Words(
    "统计公报由本级统计局发布。", "A statistical communiqué is issued by the statistical bureau of its level."
)
_OUTLINE = Words(
    "规划纲要由本级政府编制，报人民代表大会批准。",
    "An Outline is drawn up by the government of its level and approved by its congress.",
)
