"""Where somebody is said to speak: the speaker, the verb and the mark behind it (``市长X在会上表示，``)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from luoshi.extraction.speech.speakers import Speaker
from luoshi.patterns import regex

_VERB = (
    "郑重承诺|表态|表示|指出|认为|谈到|谈及|介绍(?!完)|强调|坦言|坦陈|坦承|直言|插话|作答|接话|透露|告诉(?:本报|我们|《[^》\n]{1,12}》)?(?:全媒体)?记者|承诺|保证|感慨|感叹|回应"
    "|回答|答道|解释|补充|笑言|宣布|提出|要求|建议|汇报|回复|答复|提到|的说法|说(?![完到起罢得过法])|讲道|看来|誓言|立誓|发誓|立下(?:了)?[^，。；！？：“”、\n]{0,4}军令状"
    "|(?:作出|做出|许下|给出)(?:了)?[^，。；！？：“”、\n]{0,6}(?:承诺|诺言|答案|回答|回应)|表(?:明|下)?(?:了)?决心|亮明(?:了)?态度"
    "|写道|(?<![宣号自简职堪名])称|(?:笑|正色|问|反问|感叹|动情地|坚定地|自信地|朗声|总结|接)(?:着)?道"
)
_WORD = "(?:[^，。；！？：“”、\\n]|“[^“”，。\\n]{1,8}”)"
"""A character of what is told of the speaker, or a word in quotation marks: 第一个“交卷”."""
_SAYS = regex(
    r"(?:[^，。；！？：“”、\n]{0,30}(?:时|中|上|后|来|际)，)?(?:(?!会议|全会|大家|代表们)"
    rf"{_WORD}){{0,22}}?(?<![们员表]一致)(?<!纷纷)(?<!小)(?<!据)(?P<verb>{_VERB})(?:说|道|称){{0,2}}"
    r"(?:(?:了)?[^，。；！？：“”、\n]{0,14}(?P<colon>：)(?!“)|(?P<mark>[，：。:])|(?=[“将要]|[^，。；！？：“”、\n]{1,8}将))"
)
"""市长X在会上表示，; 局长X介绍了下一步的打算："""
_SAYS_THEN = regex(
    r"[^。；！？：“”\n]{1,30}，(?:并|又|还|也|便|就|同时|随后|接着|随即|当场|当即|一边|边)?(?:郑重|动情地?|坚定地?|自信地?|笑着)?"
    rf"(?P<verb>{_VERB})(?:说|道|称){{0,2}}(?:(?P<mark>[，：。:])|(?=[“将要]|[^，。；！？：“”、\n]{{1,8}}将))"
)
"""市长X代表各区发言，表示将……"""
_NOT_READING = r"(?![^：，\n]{0,14}(?:念|引用|引述|摘录|抄录|记录着))"
_BEARS = regex(
    _NOT_READING + rf"(?:{_WORD}|[，、]){{1,40}}(?P<mark>[，：:])(?=“[^“”\n]{{3,400}}[。！？…]”|“[^“”\n]{{3,400}}\n“)"
)
"""市长X话语铿锵，“……。”"""
_SAYS_AT_ONCE = regex(rf"(?:还|也|则|均|又)?(?P<verb>{_VERB})(?:说|道|称)?(?P<mark>[，：。:])?")
_OPENS = regex(
    rf"{_NOT_READING}{_WORD}{{1,30}}(?P<mark>[：:])(?=“)|(?!.{{0,14}}(?:会议|如下)){_WORD}{{1,14}}(?P<colon>：)(?![\n“])"
)
"""市长X接过话头：“; 市长X现场算了一笔账："""
_PLANS = regex(
    r"(?:打算|计划|目标|安排|举措|思路|路线图|任务书?|对策|答案|时间表|施工图|作战图|蓝图|规矩|军令状|表态[^：，]{0,8})(?:就?是)?[：:]\Z"
)
"""市长X介绍了下一步的打算：, as good as a promise."""
_THEN_QUOTES = regex(r"(?:[^。；！？：“”\n]|“[^“”。\n]{1,8}”){2,60}。(?=“[^“”\n]{6,400}[。！？…]”(?:\n|\Z))")
"""镇长X翻开了账本。“……。”: the quotation by itself that ends the paragraph is that person's."""
_ANOTHER_SAYS = regex(r"”[^他她”\n]{4,30}(?:表示|说|介绍|谈到)[，。：]")
_LISTS = regex(r"(?:要求|议程|名单|内容|意见|组成|包括|分别是|有)[：:]\Z")
_MEANS_TO = regex(r"(?:也|还|已)?(?=(?:打算|计划|准备|决定|将)[^，。]{2})")
_MOVED = regex(r"[^，。；！？：“”\n]{0,20}。")
_PRONOUN = regex(r"[他她](?!们)")
_THEN = regex(r"(?<![^\W\dA-Za-z_])(?:据|用|随后|接着|紧接着|不过|然而|但|而|最后|同时|此外|会后|会上|为此|对此|在)\Z")
"""What may stand before 他 and 她 at the start of a sentence."""
_ASIDE = regex(r"——[^—\n]{1,30}——|（[^（）\n]{1,20}）")
"""What is put in behind a name: X——大家叫他老X——说."""


ADJUNCT = regex(
    r"[，,]?(?:[^。！？：“”\n]{0,22}，)?(?:(?:说(?:这|起)?话|讲话|发言|说这话)的?(?:，)?(?:这)?是|这就?是|在)?\Z"
)
"""What may stand between a quotation and the name of who spoke: ``谈起明年，``, ``说这话的是``."""


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
    aside = _ASIDE.match(content, speaker.end, stop)
    if aside:
        speaker = replace(speaker, end=aside.end())
    limit = min(stop + 1, speaker.end + 80)
    for pattern in (_SAYS, _SAYS_AT_ONCE, _OPENS, _SAYS_THEN):
        match = pattern.match(content, speaker.end, limit)
        if match:
            groups = match.groupdict()
            mark = groups["mark"] or groups.get("colon") or ""
            if groups.get("verb") is None and _LISTS.search(match[0]):
                continue
            verb = "打算" if _PLANS.search(match[0]) else groups.get("verb") or "说"
            return Saying(speaker, speaker.start, match.end(), verb, mark)
    quotes = _THEN_QUOTES.match(content, speaker.end, speaker.end + 560)
    if quotes and quotes.end() <= limit:
        return Saying(speaker, speaker.start, quotes.end(), "说", "，")
    bears = _BEARS.match(content, speaker.end, speaker.end + 480)
    if bears and bears.end() <= limit:
        return Saying(speaker, speaker.start, bears.end(), "说", bears["mark"])
    if quoted_before(content, speaker.start):  # “……。”谈起明年，市长X深有感触。
        plans = _MEANS_TO.match(content, speaker.end)
        if plans:  # “……。”她打算从元旦起……
            return Saying(speaker, speaker.start, plans.end(), "打算", "")
        moved = _MOVED.match(content, speaker.end)
        if moved:
            return Saying(speaker, speaker.start, moved.end(), "说", "。")
    return None


def quoted_before(content: str, at: int) -> bool:
    """Whether a quoted sentence ends here, or a phrase before: ``“……。”谈起明年，``, ``“……。”这是``."""
    close = content.rfind("”", max(0, at - 26), at)
    return close > 0 and content[close - 1] in "。！？…，" and ADJUNCT.match(content[close + 1 : at]) is not None


def _by_pronoun(content: str, speaker: Speaker, stop: int) -> Iterator[Saying]:
    """He or she says, in the speaker's paragraph and the next, before anybody else is named."""
    if speaker.post is None:
        return
    limit = min(stop, speaker.end + 1500)
    line_end = content.find("\n", speaker.end, limit)
    line_end = content.find("\n", line_end + 1, limit) if line_end >= 0 else line_end
    turned = content.find("\n", speaker.end, limit)
    for he in _PRONOUN.finditer(content, speaker.end, line_end if line_end >= 0 else limit):
        begin = he.start()
        if 0 <= turned < begin and _ANOTHER_SAYS.search(content, turned, begin):
            break  # “……。”市民X说，她…… in the next paragraph
        if content[begin - 1] not in "”。，；！？\n":
            then = _THEN.search(content, max(0, begin - 4), begin)
            if then is None:
                continue
            begin = then.start()
        at = replace(speaker, start=begin, end=he.end())
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
