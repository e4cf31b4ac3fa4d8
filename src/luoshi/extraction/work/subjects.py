"""A predicate behind a subject or topic: 各级政府要坚持…, 在建项目做好…, 二期工程开工建设."""

from __future__ import annotations

import re

from luoshi.extraction.work.objects import Predicate
from luoshi.extraction.work.phrases import Opening, adverbs, after_phrase, begins_phrase
from luoshi.extraction.work.predicates import firm_predicate, predicate
from luoshi.extraction.work.words import word_at
from luoshi.model import Span
from luoshi.patterns import regex

_MODAL = regex(
    r"一律|必须|务必|应当|应该|不得|要(?!素|求|点|件|闻|害|道|塞|地)|应(?!用|急|对|答|收|届|有|变)|须(?!知)|拟(?!定|建|态|合)|将(?=[^\W\d])"
)
_BEFORE_WILL = frozenset("局委厅部省市县区府们院行社会")
"""What 将 follows where it is a modal word: 市政府将…, not 即将, 将领."""
_WHOM = regex(r"部门|政府|单位|地区|财政|企业|机关|机构|银行|学校|医院|项目|组织|党委|各地|国家|法院|社区|干部")
_OPENS_ELSE = frozenset("只如随由因虽尽这它为当若即是就使让但而有无没不比从")
_BEFORE_MODAL = frozenset("的主重需首必只纲简扼摘显次紧险想不供反响适相效对感照顺呼回")
_FINAL = frozenset(
    ("建设", "建成", "开工", "竣工", "投产", "投用", "通车", "完工", "投运", "达产", "运营", "使用", "运行", "封顶")
)
_FINALS = regex(
    r"(?:全面|正式|尽早|年内|加快|全部|顺利|如期|基本|主体)*(?P<verb>开工建设|投产达效|建成投[用产运]|建成通车|建成运营|建成并?投入(?:使用|运营|运行)|投入(?:使用|运营|运行)|竣工投[用产]|竣工验收|开工|竣工|投产|投用|通车|完工|投运|达产|封顶)$"
)


def with_subject(content: str, at: int, stop: int, where: Span | None) -> Opening | None:
    """各级政府要坚持…, 在建项目做好…, 二期工程开工建设: the predicate behind a subject or topic."""
    if content[at] in _OPENS_ELSE:
        return None
    limit = min(stop, at + REACH)
    modal = _MODAL.search(content, at + 1, limit)
    if modal is not None:
        opened = behind_modal(content, at, modal, stop, where)
        if opened is not None:
            return opened if opened is not NOTHING else None
    whom = _WHOM.search(content, at, limit)
    while whom is not None:
        end = whom.end()
        inside = firm_predicate(content, end, stop)
        if inside is not None:
            return Opening(inside, where, None, _actor(content, at, end))
        whom = _WHOM.search(content, end, limit)
    gain = content.find("新增", at + 1, at + _GAIN)
    if 0 < gain < stop - 2 and _GAINED.match(content, gain + 2, stop) and word_at(content, at) is None:
        return Opening(Predicate(at, gain, gain + 2, 3, "work"), where)  # 城镇新增就业3000人以上
    if content[stop - 2 : stop] in _FINAL and stop - at > 5:
        final = _FINALS.search(content, max(at + 2, stop - 14), stop)
        if final is not None and word_at(content, at) is None:
            return Opening(Predicate(at, final.start("verb"), at, 3, "final"), where)
    return None


REACH = 24
_GAIN = 8
_GAINED = regex(r"[^，、\d]{1,12}\d[\d.]{0,8}[^，、\d%]{1,4}(?:以上|左右)$")
NOTHING = Opening(Predicate(0, 0, 0, 0, ""))


def behind_modal(content: str, at: int, modal: re.Match[str], stop: int, where: Span | None) -> Opening | None:
    """The predicate behind 要, 应, 必须 …; ``NOTHING`` where that leads nowhere."""
    more: re.Match[str] | None = modal
    limit = min(stop, at + REACH)
    while more is not None:
        start, end = more.span()
        before = content[start - 1]
        more = _MODAL.search(content, end, limit)
        if before in _BEFORE_MODAL or (content[start] == "将" and (before not in _BEFORE_WILL or start - 1 == at)):
            continue
        inside = predicate(content, start, stop)
        if inside is None:
            after, strength = adverbs(content, start, stop)
            if content[start : start + 1] in "要应须将" and after == start:
                after = start + 1
            opened = (
                after_phrase(content, after, stop, strength)
                if after + 3 < stop and begins_phrase(content, after)
                else None
            )
            return opened._replace(actor=_actor(content, at, start)) if opened is not None else NOTHING
        return Opening(inside, where or None, None, _actor(content, at, start))
    return None


_ACTOR = regex(
    r"(?:部门|政府|单位|地区|财政|企业|机关|机构|银行|学校|医院|组织|党委|各地|国家|法院|社区|干部|[局委厅院办部])$"
)


def _actor(content: str, start: int, end: int) -> Span | None:
    return Span(start, end) if end - start <= 20 and _ACTOR.search(content, max(start, end - 3), end) else None
