"""A clause up to its object: what leads it, phrases of scope and means, whom it binds, and its predicate."""

from __future__ import annotations

from functools import cache

from luoshi.extraction.work.objects import Predicate
from luoshi.extraction.work.phrases import Opening, adverbs, after_phrase, begins_phrase
from luoshi.extraction.work.predicates import BEFORE, firm_predicate, predicate
from luoshi.extraction.work.subjects import NOTHING, REACH, behind_modal, with_subject
from luoshi.extraction.work.words import singles, words
from luoshi.model import Span
from luoshi.patterns import regex

_LEAD = regex(
    r"[ 　]*(?:第[一二三四五六七八九十百]{1,4}条[ 　]?|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)]|\d{1,3}(?:\.\d{1,2}){0,3}(?:[.．、)）]|(?=[^\W\dA-Za-z_年月日个项])) ?"
    r"|[①-⑳]|[一二三四五六七八九十]{1,3}(?:、|是要?|要(?!素|点))|——|[•●■◆▪])?"
    r"(?:同时|并且|并|此外|其中|首先|其次|再次|最后|特别是|尤其是|重点是|关键是|以及|同步|另外)?"
    r"(?:我们|我[省市县区州旗局部厅委]|我国|(?P<where>全[省市县区国州旗盟域](?:范围内|上下|各级|各地)?)|全党|各级(?:党委|政府|各?部门|财政|党组织|干部|[和、])*|各地区?|各部门|各有关部门"
    r"|今明两年|今年|明年|全年|年内|年底前|到?年底|新的一年|(?:今后|未来)(?:五年|三年|一个时期)?|“[^”]{2,4}”(?:期间|时期)|到?(?:二〇|20)[\d〇一二三四五六七八九]{2}年(?:底|末)?前?"
    r"|\d{1,2}月底?前|上半年|下半年|[一二三五]年内|[再还也都又均](?=要)|“[^”，]{2,10}”(?=[^\W\d的和、与]{2}))*(?P<end>)"
)
_LEADS = frozenset(
    "“ 　第（(0123456789①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十—•●■◆▪同并此其首再最特尤重关以另我全各今明年到新未“上下还也都又均"
)
_LEADS_WITH = {
    "我": "们国省市县区州旗局部厅委",
    "全": "省市县区国州旗盟域党年",
    "各": "级地部有",
    "今": "明年后",
    "明": "年",
    "年": "内底",
    "未": "来",
    "新": "的",
    "上": "半",
    "下": "半",
    "其": "中次",
    "同": "时步",
    "此": "外",
    "首": "先",
    "再": "次要",
    "最": "后",
    "特": "别",
    "尤": "其",
    "重": "点",
    "关": "键",
    "以": "及",
    "另": "外",
    "也": "要",
    "还": "要",
    "都": "要",
    "又": "要",
    "均": "要",
}
"""What the lead's first character goes on with: 以及, not 以…."""


def opening(content: str, start: int, stop: int) -> Opening | None:
    """The clause's predicate with what stands before it; ``None`` where the clause is no work."""
    at, where, strength, first = start, None, None, content[start]
    table, alone = words(), _worded()
    worded = content[start : start + 2] in table or first in alone
    if worded and (found := predicate(content, start, stop)) is not None:
        return _main(content, found, stop, None)
    if (
        first in _LEADS
        and ((more := _LEADS_WITH.get(first)) is None or content[start + 1] in more)
        and (lead := _LEAD.match(content, start, stop))
        and (at := lead.end("end")) > start
    ):
        if at + 3 > stop:
            return None
        where = Span(*lead.span("where")) if lead["where"] else None
        first = content[at]
        worded = content[at : at + 2] in table or first in alone
        if worded and (found := predicate(content, at, stop)) is not None:
            return _main(content, found, stop, where)
    if worded:
        at, strength = adverbs(content, at, stop)
    if begins_phrase(content, at):
        inside = after_phrase(content, at, stop, strength)
        if inside is not None:
            return inside if inside.scope or where is None else inside._replace(scope=where)
    return with_subject(content, at, stop, where)


EXHORTS = regex(r"坚定[^，、]{0,12}(?:信心|信念|决心)(?=、|$)")
"""坚定信心、埋头苦干: an exhortation, no work."""


@cache
def _worded() -> frozenset[str]:
    """The characters that may be words of work by themselves: 要, 稳."""
    return BEFORE | singles()


OF_TOPIC = regex(r"的(?:项目|企业|单位|地区|地方|部门|人员|城市|村庄?|学校|区域|工程|机构)(?=..)")
WILL = regex(
    r"(?<![主重需首必只纲简扼摘显次紧险想不供反响适相效对感照顺呼回一打拿“])要(?![素求点件闻害道塞地领义事处等务目职员么”])"
)
_TELLS = frozenset(("实行", "执行", "落实", "贯彻", "遵循", "践行", "明确", "提出", "强调", "牢记"))
"""What stands behind these may be a sentence of its own: 落实渔港要稳、岸线要清的要求."""


def _main(content: str, found: Predicate, stop: int, where: Span | None) -> Opening | None:
    """The predicate behind a topic that itself begins with a verb: 开展前期的项目抓紧办理手续, 扩大消费要办好展会."""
    if found.first != found.verb:
        return Opening(found, where)
    if (
        content.find("要", found.object, stop) > 0
        and content[found.verb : found.verb + 2] not in _TELLS
        and (will := WILL.search(content, found.object, stop))
    ):
        topic = content[found.first : will.start()]
        if len(topic) <= REACH and topic.count("“") == topic.count("”"):
            opened = behind_modal(content, found.first, will, stop, where)
            if opened is not None:
                return opened if opened is not NOTHING else None
    if content.find("的", found.object, stop) >= 0 and (topic_end := OF_TOPIC.search(content, found.object, stop)):
        return Opening(firm_predicate(content, topic_end.end(), stop) or found, where)
    return Opening(found, where)
