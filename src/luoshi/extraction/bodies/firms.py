"""Names that stand in the table whole: what may stand beside a short one, and what goes on with it (…集团, …分行)."""

from __future__ import annotations

from luoshi.extraction.bodies.mentions import Mention
from luoshi.extraction.bodies.verbs import verbs_before_names
from luoshi.knowledge.bodies import BodyKind
from luoshi.patterns import regex

_BEFORE_EDGED = frozenset("在和与及对由把向以被让是为了的到并含、")
_AFTER_EDGED = regex(
    r"[^\w]|_|\Z|等(?!级|于|待|同|量)|[和与及在的将已系]|集团|公司|股份|控股|有限|总部|中央|项目|合作|风电|新能源"
    r"|[省市区]委|成员|会员"
)
_FIRM_TAIL = regex(r"(?:控股)?(?:集团(?!化))?(?:股份)?(?:有限)?(?:责任)?(?:总?公司)?")
_BRANCH = regex(r"(?:[^\W\dA-Za-z_]{2,4}?)(?:中心支行|分行|支行)")


def firm(content: str, start: int, end: int, body: BodyKind) -> Mention | None:
    """The body of a name in use at ``[start, end)`` with what goes on with it; ``None`` where the words are no name."""
    written = content[start:end]
    if written in body.edged and not _is_edged(content, start, end):
        return None
    if written[0] == "中" and content.startswith("其", start - 1) and start:
        return None  # 其中石油, 其中移动用户
    if body.kind == "firm" and content.startswith("中国", start - 2) and start > 1 and len(written) > _SHORT:
        start -= 2
        written = content[start:end]
    tail = None
    if body.kind == "firm":
        tail = _FIRM_TAIL.match(content, end)
    if written.endswith("行"):
        tail = _BRANCH.match(content, end, end + 8) or tail
    if tail is not None and tail.end() > end and written[-2:] not in tail[0]:
        return Mention(start, tail.end(), content[start : tail.end()], body)
    return Mention(start, end, written if written.endswith(body.name) else body.name, body)


_SHORT = 2


def _is_edged(content: str, start: int, end: int) -> bool:
    """Whether a phrase begins before the name and ends, or goes on as after a name, behind it."""
    left = content[start - 1 : start]
    begins = not ("一" <= left <= "龥") or left in _BEFORE_EDGED or content[start - 2 : start] in verbs_before_names()
    return begins and _AFTER_EDGED.match(content, end) is not None
