"""What the verbs beside bodies make of them: lead, responsible, support or speaker, for all that a list joins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.extraction.bodies.duties import LEAD, RESPONSIBLE, SUPPORT, Duty, duty_at
from luoshi.extraction.bodies.mentions import Mention
from luoshi.patterns import regex

_SPEECH = ("表示", "指出", "强调", "认为", "介绍", "要求", "提出", "印发", "发布", "宣布", "通报", "公布")
_FOR_IT = ("我代表", "我谨代表", "受")
"""Who reports, reports for it: 我代表市人民政府, 受市人民政府委托."""
_AFTER = regex(
    r"(?:、?[^\W\dA-Za-z_、]{0,4}?等(?:有关|相关)?(?:部门|单位|地区)?)?(?:要|应|须|具体|共同|分别|联合|统一|总|依法)?"
    r"(?:(?:按照?|根据|依据)?(?:各自)?(?:职责|分工|职能)(?:分工)?(?:分别)?)?"
    r"(?P<verb>牵头|负责(?!人|同志)|会同|配合|协助|参与|落实|组织实施|实施|承担|承办)"
)
_JOINS = frozenset(("、", "和", "与", "及", "以及", "，", "会同"))
_FIRST = ("牵头", "会同")
_IN_NOTE = ("落实", "实施", "组织实施", "承担", "承办")


def roles(content: str, mentions: Sequence[Mention], labelled: Sequence[Duty]) -> list[str | None]:
    """The role of each mention; ``None`` where the text gives it none."""
    found: list[str | None] = [None] * len(mentions)
    if labelled:
        _by_label(mentions, labelled, found)
    for index, mention in enumerate(mentions):
        end = mention.end
        if found[index] is None and (content.startswith(_SPEECH, end) or _is_reported_for(content, mention)):
            found[index] = "speaker"
            continue
        after = _AFTER.match(content, end, end + 28)
        if after is None or duty_at(labelled, mention.start):
            continue
        role = _role(content, mentions, index, after)
        if role is not None:
            _spread(content, mentions, index, role, found)
            if after["verb"] == "会同":
                _forward(content, mentions, index, after.end(), found)
    return found


def _is_reported_for(content: str, mention: Mention) -> bool:
    before = content[max(0, mention.start - 4) : mention.start]
    return before.endswith(_FOR_IT) and (before[-1] != "受" or content.startswith("委托", mention.end))


def _by_label(mentions: Sequence[Mention], labelled: Sequence[Duty], found: list[str | None]) -> None:
    last: Duty | None = None
    for index, mention in enumerate(mentions):
        duty = duty_at(labelled, mention.start)
        if duty is not None:
            found[index] = SUPPORT if duty.ranked and duty is last else duty.role
            last = duty


def _role(content: str, mentions: Sequence[Mention], index: int, after: re.Match[str]) -> str | None:
    verb = after["verb"]
    if verb in ("配合", "协助", "参与"):
        return SUPPORT
    first = _first(content, mentions, index)
    begin = mentions[first].start
    before = content[max(0, begin - 1) : begin]
    if verb in _IN_NOTE and before not in ("由", "（") and "各" not in content[begin : begin + 1]:
        return None
    if verb == "负责" and "职责" in after[0] + content[max(0, after.start() - 1) : after.start()]:
        opened = content.rfind("（", max(0, begin - 200), begin)
        if opened >= 0 and "牵头" in content[opened:begin]:
            return SUPPORT  # A牵头，B、C按职责分工负责
    return LEAD if verb in _FIRST else RESPONSIBLE


def _first(content: str, mentions: Sequence[Mention], index: int) -> int:
    """The first mention of the list that this one ends."""
    while index and _joined(content, mentions[index - 1].end, mentions[index].start):
        index -= 1
    return index


def _joined(content: str, end: int, start: int) -> bool:
    return start - end <= 2 and content[end:start] in _JOINS and content[end:start] != "会同"


def _spread(content: str, mentions: Sequence[Mention], index: int, role: str, found: list[str | None]) -> None:
    """The same role for all that the list joins before: 市甲局、市乙局配合."""
    found[index] = role
    while index and found[index - 1] is None and _joined(content, mentions[index - 1].end, mentions[index].start):
        index -= 1
        found[index] = role


def _forward(content: str, mentions: Sequence[Mention], index: int, at: int, found: list[str | None]) -> None:
    """Those that the first acts together with: 会同市乙局、市丙局 support."""
    index += 1
    while (
        index < len(mentions)
        and mentions[index].start - at <= 1
        and content[at : mentions[index].start] in ("", "、", "和")
    ):
        found[index] = SUPPORT
        at = mentions[index].end
        index += 1
