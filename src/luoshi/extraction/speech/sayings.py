"""Where somebody is said to speak: the speaker, the verb and the mark behind it (``市长X在会上表示，``)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from luoshi.extraction.speech.speakers import Speaker
from luoshi.patterns import regex

_VERB = (
    "郑重承诺|表态|表示|指出|认为|谈到|谈及|介绍|强调|坦言|直言|透露|告诉(?:本报|我们)?记者|承诺|感慨|感叹|回应|回答|答道"
    "|解释|补充|笑言|宣布|提出|要求|建议|说"
)
_SAYS = regex(
    r"(?:[^，。；！？：“”、\n]{0,30}(?:时|中|上|后|来|际)，)?(?:(?!会议|全会|大家|代表们)[^，。；！？：“”、\n]){0,22}?"
    rf"(?<!一致)(?<!纷纷)(?<!小)(?<!据)(?P<verb>{_VERB})(?:说|道|称){{0,2}}(?:(?P<mark>[，：。:])|(?=[“将要]))"
)
_SAYS_AT_ONCE = regex(rf"(?:还|也|则|均|又)?(?P<verb>{_VERB})(?:说|道|称)?(?P<mark>[，：。:])?")
_OPENS = regex(r"[^，。；！？：“”、\n]{1,30}(?P<mark>[：:])(?=“)")
_MOVED = regex(r"[^，。；！？：“”\n]{1,20}。")
_PRONOUN = regex(r"[他她](?!们)")


class Saying(Struct, frozen=True):
    """``[start, end)`` runs from the speaker to the mark behind the verb."""

    speaker: Speaker
    start: int
    end: int
    verb: str
    mark: str


def sayings(content: str, speakers: list[Speaker]) -> list[Saying]:
    """Each place where one of them speaks; he and she are the last speaker named before."""
    found: list[Saying] = []
    for number, speaker in enumerate(speakers):
        following = speakers[number + 1].start if number + 1 < len(speakers) else len(content)
        stop = max(following, speaker.end)
        found += [each for each in (_saying(content, speaker, stop),) if each]
        found += _by_pronoun(content, speaker, stop)
    return _apart(sorted(found, key=lambda each: each.start))


def _saying(content: str, speaker: Speaker, stop: int) -> Saying | None:
    for pattern in (_SAYS, _SAYS_AT_ONCE, _OPENS):
        match = pattern.match(content, speaker.end, min(stop + 1, speaker.end + 80))
        if match:
            groups = match.groupdict()
            return Saying(speaker, speaker.start, match.end(), groups.get("verb") or "说", groups["mark"] or "")
    if content[speaker.start - 2 : speaker.start] in ("。”", "！”", "？”"):  # “……。”市长X深有感触。
        moved = _MOVED.match(content, speaker.end)
        if moved:
            return Saying(speaker, speaker.start, moved.end(), "说", "。")
    return None


def _by_pronoun(content: str, speaker: Speaker, stop: int) -> Iterator[Saying]:
    """He or she says, in the speaker's paragraph and the next, before anybody else is named."""
    if speaker.post is None:
        return
    limit = min(stop, speaker.end + 1500)
    line_end = content.find("\n", speaker.end, limit)
    line_end = content.find("\n", line_end + 1, limit) if line_end >= 0 else line_end
    for he in _PRONOUN.finditer(content, speaker.end, line_end if line_end >= 0 else limit):
        if content[he.start() - 1] not in "”。，；\n":
            continue
        at = replace(speaker, start=he.start(), end=he.end())
        saying = _saying(content, at, stop)
        if saying:
            yield saying


def _apart(found: list[Saying]) -> list[Saying]:
    """Without those that begin inside an earlier one."""
    apart: list[Saying] = []
    for saying in found:
        if not apart or saying.start >= apart[-1].end:
            apart.append(saying)
    return apart
