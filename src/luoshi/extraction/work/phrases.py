"""What stands before the predicate of a clause: numbers, times, whom it binds, phrases of scope and means."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from luoshi.extraction.work.predicates import BEFORE, Predicate, firm_predicate, predicate
from luoshi.extraction.work.words import firm_at, singles, word_at, words
from luoshi.model import Span
from luoshi.patterns import regex


class Opening(NamedTuple):
    """A clause up to its object: the predicate, and the phrases of scope and means and the subject before it."""

    predicate: Predicate
    scope: Span | None = None
    means: Span | None = None
    actor: Span | None = None


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
_MARK = regex(
    r"对于|面向|针对|通过|依托|依靠|借助|利用|运用|按照|根据|结合|凭借|采取|围绕|聚焦|瞄准|立足|紧扣|针对|综合运用|充分利用|充分发挥|发挥"
)
_SCOPE = ("对于", "对", "在", "面向", "针对", "为", "向", "与", "同", "从", "把", "将", "就")
MEANS = (
    "通过",
    "依托",
    "以",
    "依靠",
    "借助",
    "利用",
    "运用",
    "按照",
    "根据",
    "结合",
    "凭借",
    "采取",
    "按",
    "用",
    "综合运用",
    "充分利用",
    "充分发挥",
    "发挥",
    "用好",
    "用足",
)
_PHRASES = frozenset("对在面针为向与同从把将就通依以借利运按根结凭采围聚立瞄紧用")
_NOT_PHRASE = frozenset(
    [
        "在于",
        "对外",
        "对内",
        "对口",
        "对接",
        "对标",
        "对照",
        "为了",
        "为主",
        "为民",
        "以及",
        "以来",
        "以上",
        "以下",
        "以便",
        "以免",
        "从严",
        "从事",
        "从而",
        "从重",
        "将会",
        "就业",
        "就是",
        "就医",
        "同意",
        "同比",
        "同时",
        "结构",
        "根本",
        "用于",
        "用户",
        "用地",
        "用水",
        "用电",
        "用能",
        "面对",
        "通信",
        "通关",
        "通道",
        "通用",
        "通知",
        "通报",
        "为此",
        "与此",
        "对此",
        "因此",
        "利率",
        "利润",
        "同志",
        "向好",
        "在此",
        "以此",
        "按期",
        "按时",
    ]
)
_CLOSES = frozenset("上中下内里时后前面域区市省县乡镇村户校院园业线端层间处节期年月目础外周旁")
_BA = regex(
    r"放[在到]|摆[在到]|作为|纳入|列[入为]|建设?成为?|打造成为?|培育成为?|建设为|转[化变]为|落实?[到在]|贯穿于?|融入|用[于在]|控制在|提[高升]到|变成|做[好实优大强]|抓[好实紧]|延伸到|推向|交给|办[好成]|用好|管好|(?:有机|紧密|充分)?(?:结合|统一|衔接|贯通|协同|联系)起来|延长|缩短|下放|发展成|关进|扛在|[挺]在|置于|统一到"
)
_HELP = regex(r"(?:支撑|保障|动力|基础|活力|贡献|力量|条件|环境|支持|保证|动能|样板|经验|示范)$")
_GIVES = regex(r"提供|创造|营造|注入|作出|贡献|奠定|增添|打造|构筑|办好|做好|建设|配备|减免|减轻|发放|办理")


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
        at, strength = _adverbs(content, at, stop)
        first = content[at]
    if first in _PHRASES and content[at : at + 2] not in _NOT_PHRASE:
        inside = _after_phrase(content, at, stop, strength)
        if inside is not None:
            return inside if inside.scope or where is None else inside._replace(scope=where)
    return _with_subject(content, at, stop, where)


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
        if len(topic) <= _REACH and topic.count("“") == topic.count("”"):
            opened = _behind_modal(content, found.first, will, stop, where)
            if opened is not None:
                return opened if opened is not _NOTHING else None
    if content.find("的", found.object, stop) >= 0 and (topic_end := OF_TOPIC.search(content, found.object, stop)):
        return Opening(firm_predicate(content, topic_end.end(), stop) or found, where)
    return Opening(found, where)


def _adverbs(content: str, at: int, stop: int) -> tuple[int, int | None]:
    """Behind the adverbs and modal words that stand before a phrase: 必须把…, 努力在…."""
    strength: int | None = None
    for _ in range(4):
        if content[at] in "要将应须" and at + 4 < stop and content[at + 1] in _PHRASES:
            return at + 1, strength
        word = word_at(content, at)
        if word is None or word.verb or word.kind == "term" or at + word.size + 3 >= stop:
            break
        strength = word.strength or strength
        at += word.size
    return at, strength


def _after_phrase(content: str, at: int, stop: int, strength: int | None) -> Opening | None:
    """对…给予…, 以…推动…, 把…纳入…, 为…提供…: the predicate behind a phrase, with the phrase."""
    char = content[at]
    if char in "把将":
        found = max(_BA.finditer(content, at + 2, stop), key=_start_of, default=None)
        if found is None or found.end() > stop:
            inner = _first_firm(content, at + 2, stop)
            return Opening(inner._replace(strength=strength or inner.strength)) if inner else None
        if found.end() == stop:  # 把甲和乙结合起来: the object stands before the verb
            return Opening(Predicate(at, found.start(), at, strength or 3, "final"))
        return Opening(Predicate(found.start(), found.start(), found.end(), strength or 3, "work")._replace(first=at))
    if char == "为":
        gives = max(_GIVES.finditer(content, at + 2, stop - 1), key=_start_of, default=None)
        if gives is None or content[gives.end()] in "的和、" or _HELP.search(content, max(gives.end(), stop - 4), stop):
            return None  # 为…提供支撑: what for, no work
        given = Predicate(at, gives.start(), gives.end(), strength or 3, "work")
        return Opening(given, Span(at, gives.start()))
    if char == "以" and _frames(content, at, stop):
        return None
    word = _MARK.match(content, at, stop)
    inner = _first_firm(content, word.end() if word else at + 1, stop, closed=char == "在")
    if inner is None:
        return _fronted(content, at, stop, strength) if char == "对" else None
    phrase = Span(at, inner.first)
    inner = inner._replace(strength=max(strength or 0, inner.strength)) if strength != 1 else inner._replace(strength=1)
    means = content.startswith(MEANS, at) and "为核心的" not in content[at : inner.first]
    scope = not means and content.startswith(_SCOPE, at)
    return Opening(inner, phrase if scope else None, phrase if means else None)


def _frames(content: str, at: int, stop: int) -> bool:
    """以推动改革为主线: what frames the work, no work; not 以园区为依托推进…."""
    return content.find("为", at + 3, stop) > 0 and _FRAME.search(content, max(at + 3, stop - 14), stop) is not None


_FRAME = regex(
    r"为(?!了)[^，、]{0,8}(?:主[题线体攻业]|[抓助]手|引领|[牵指]引|保[障证]|根本|目[标的]|导向|重点|核心|基础|中心|契机|统领|突破口|[出发着落脚力切入]{2,3}点|前提|依据|方向|动力|责任|关键|支撑|载体|原则|纽带|遵循|龙头|依托|指导|手段|为主|底线|特色|方针)$"
)


def _fronted(content: str, at: int, stop: int, strength: int | None) -> Opening | None:
    """对投诉限期答复、逐一回访: the object stands before adverb and verb."""
    comma = content.find("、", at, stop)
    for end in (comma, stop) if comma > 0 else (stop,):
        verb = end - 2
        for size in (4, 3, 2):
            adverb = word_at(content, verb - size) if verb - size > at + 1 else None
            if adverb is not None and adverb.size == size and not adverb.verb and adverb.kind != "term":
                word = firm_at(content, verb)
                if word is None or word.size != _PAIR:
                    break
                found = Predicate(at, verb, end, strength or adverb.strength or word.strength or 3, "fronted")
                return Opening(found, Span(at, verb - size))
    return None


_PAIR = 2


def _start_of(found: re.Match[str]) -> int:
    return found.start()


def _first_firm(content: str, start: int, stop: int, *, closed: bool = False) -> Predicate | None:
    """The first predicate inside ``[start, stop)`` that is neither part of a list nor of words before 的."""
    table = words()
    quoted = content.find("“", start, stop) >= 0 or content.find("《", start, stop) >= 0
    behind = 0  # where a quoted stretch ends
    for at in range(start + 1, stop - 3):
        if quoted:
            if at < behind:
                continue
            before = content[at - 1]
            if before in "《“" and (shut := content.find("》" if before == "《" else "”", at, stop)) > 0:
                behind = shut + 1
                continue
        pair = content[at : at + 2]
        if pair not in table and pair[0] != "要":
            continue
        before = content[at - 1]
        if before in "、和与的及“" or (closed and before not in _CLOSES):
            continue
        found = firm_predicate(content, at, stop)
        if found is None and pair[0] == "要" and before not in "主重需首必只纲":
            found = predicate(content, at, stop)
        if found is not None and not _relative(content, found.object, stop):
            return found
    return None


def _relative(content: str, at: int, stop: int) -> bool:
    """Whether 的 comes and behind it another verb: 对获得称号的企业给予奖励 — 获得 is not what will be done."""
    of = content.find("的", at, stop)
    if of < 0:
        return False
    table = words()
    for place in range(of + 2, min(of + 14, stop - 3)):
        if (
            content[place : place + 2] in table
            and content[place - 1] not in "、和与及"
            and firm_at(content, place) is not None
        ):
            return True
    return False


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


def _with_subject(content: str, at: int, stop: int, where: Span | None) -> Opening | None:
    """各级政府要坚持…, 在建项目做好…, 二期工程开工建设: the predicate behind a subject or topic."""
    if content[at] in _OPENS_ELSE:
        return None
    limit = min(stop, at + _REACH)
    modal = _MODAL.search(content, at + 1, limit)
    if modal is not None:
        opened = _behind_modal(content, at, modal, stop, where)
        if opened is not None:
            return opened if opened is not _NOTHING else None
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


_REACH = 24
_GAIN = 8
_GAINED = regex(r"[^，、\d]{1,12}\d[\d.]{0,8}[^，、\d%]{1,4}(?:以上|左右)$")
_NOTHING = Opening(Predicate(0, 0, 0, 0, ""))


def _behind_modal(content: str, at: int, modal: re.Match[str], stop: int, where: Span | None) -> Opening | None:
    """The predicate behind 要, 应, 必须 …; ``_NOTHING`` where that leads nowhere."""
    more: re.Match[str] | None = modal
    limit = min(stop, at + _REACH)
    while more is not None:
        start, end = more.span()
        before = content[start - 1]
        more = _MODAL.search(content, end, limit)
        if before in _BEFORE_MODAL or (content[start] == "将" and (before not in _BEFORE_WILL or start - 1 == at)):
            continue
        inside = predicate(content, start, stop)
        if inside is None:
            after, strength = _adverbs(content, start, stop)
            if content[start : start + 1] in "要应须将" and after == start:
                after = start + 1
            opened = (
                _after_phrase(content, after, stop, strength)
                if after + 3 < stop and content[after] in _PHRASES and content[after : after + 2] not in _NOT_PHRASE
                else None
            )
            return opened._replace(actor=_actor(content, at, start)) if opened is not None else _NOTHING
        return Opening(inside, where or None, None, _actor(content, at, start))
    return None


_ACTOR = regex(
    r"(?:部门|政府|单位|地区|财政|企业|机关|机构|银行|学校|医院|组织|党委|各地|国家|法院|社区|干部|[局委厅院办部])$"
)


def _actor(content: str, start: int, end: int) -> Span | None:
    return Span(start, end) if end - start <= 20 and _ACTOR.search(content, max(start, end - 3), end) else None
