"""Where a programme's name begins: behind the mark, the verb or the count that stands before it.

In 继续实施治沙三年行动 the name is what 实施 governs; in 新增4个云港联动试点 it stands behind the count;
in 主动对接“云港通”工程 it is the quoted word and what follows.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.patterns import regex

REACH = 36
"""How many characters a modifier may have with the verb before it."""

_MARK = regex(r"(?s:.*)[，。；：、！？…\n\t（）()《》|]")
_QUOTED = regex("“[^“”\n]{1,34}”")
_VERBS = (
    "实施|开展|启动建设|启动|打好|打赢|打响|抓好|抓实|抓紧|推进建设|推动建设|推进|推动|推行|深化|落实|贯彻|执行|制定|制订|编制|出台|印发|发布|颁布|推出|组织"
    "|参与|参加|加入|纳入|列入|入选|入围|获批|承担|申报|申请|争取|争创|谋划|策划|做好|办好|用好|管好|搞好|建好|融入|对接|聚焦|围绕|紧扣|通过"
    "|依托|借助|按照|根据|依据|完成|建成|开工建设|开工|动工建设|动工|兴建|兴修|修建|修筑|投运|投用|竣工|坚持|践行|奉行|支持|接续|继续|探索"
    "|进行|增设|增加|新增|新设|引导|鼓励|作为|成为|列为|称为|获得|荣获|对照|提出|运用|拿出|包括|用于|投向|实行|保证|推开"
)
_FIRST = "".join(sorted({verb[0] for verb in _VERBS.split("|")}))
_SURE = regex(rf"(?=[{_FIRST}])(?:{_VERBS})(?:[和与、并]?(?:实施|开展))?(?:[了好到于]|出(?!台))?")
"""Verbs that govern a programme and are seldom part of its name."""
_PLAIN = (
    "建设|发展|完善|扩大|提升|提高|优化|强化|巩固|培育|打造|构建|形成|促进|推广|实现|保障(?![性房])|规划|布局|建立|健全|改造|引进|做强|做大|服务(?![业类贸企民消])|续建|新建|改建|扩建|改扩建"
    "|发挥|研究|总结|加强|加大|拓展|扩容|确保|创建|开发|治理|修复|保护|启用"
)
"""Verbs that a name may begin with (促进就业三年行动): they govern it only where they open the clause."""
_HURRIED = regex(
    rf"(?=[加大积着全稳有扎深高抓尽开动继接支确])(?:(?:加快|大力|积极|着力|全力|稳步|有序|扎实|深入|加速|高标准|高水平|高质量|抓紧|尽快|开工|动工|继续|接续|支持|确保)(?:{_PLAIN})|加快|大力|全力|着力)(?=.{{2}})"
)
_PLAIN_FIRST = regex(
    rf"(?:全面|切实|认真|重点|科学|系统|协同|一体|持续|率先|稳妥|强力|纵深|坚定|坚决|统筹|优先|适时|合理|规范|联合|共同|同步|巩固|切实安排好)?(?:{_PLAIN})(?:[和与、]?(?:{_PLAIN}))?(?=.{{3}})"
)
_WON = ("保卫战", "攻坚战")
_PLAIN_SHORT = regex(rf"(?:巩固)?(?:{_PLAIN})(?:[和与、]?(?:{_PLAIN}))?(?=.{{2}})")
"""巩固蓝天保卫战成果: no battle begins with what is done about it."""
LED = regex(rf"(?:{_PLAIN}|{_VERBS}|加快|坚决|新开工|形成|进一步|逐步|主要|全面|以)+")
"""Verbs and what stands with them: no name alone, and the name of a line or a dam does not begin so."""
_ADVERB = regex("(?:大力|加快|积极|着力|全力)(?=.{4})")
_OPENS = regex(
    r"(?:专栏 ?\d{0,2} ?|第[^\W\d]{1,3}[编节章篇条] ?|\d{1,2}[.．] ?|[一二三四五六七八九十][是要]|—{1,2}|要(?![素点])|将(?!军)|把(?!关)|对(?![口外接标台俄华])"
    r"|随着|为(?!民)|使(?![命用馆])|让|在(?![建线研])|从(?!严)|向(?![阳海西北东南])|由(?!于)|以(?![人工旧赛竹])|并(?![购网])|已|今年|去年|明年|年内"
    r"|全[省市区县](?!域)|我[省市区县国们]|必须|应当?(?!急)|需要|其中|特别是|同时|以及|和(?![平谐美田林顺])|与|及)+"
)
_COUNTS = regex(
    r"(?:首批|上一轮|第[^\W\d]{1,2}[批轮]|[^\W\d]{1,2}批|一系列|若干|(?:全国|全省|国内|省内)?首[个批]|\d[\d.]{0,6}[万亿千]?[余多]?(?:公里|平方米|千米|米|亩|[个项条处家座栋套户类])|[一二两三四五六七八九十百]{1,3}[个项条座])+"
)
_JOINS = regex("[和与及]")
_CLOSED = regex(
    r".*(?:工程|行动|计划|行动方案|战略|试点|规划|攻坚战|改革|政策|机制|制度|措施|专项|意见|任务|目标|铁路|高铁|高速|高速公路|水库|大桥)”?(?:和|与|以及|及)(?=.{2})"
)
"""The first of two closed names: of 港口提升工程和航道畅通行动 each is one."""
_TO_QUOTED = regex(
    r".{0,20}(?:搞|拓展|以|含|办|扩大|迭代升级|发放|编制|借鉴|获|夺得|享受|探索|打造|擦亮|建立|学习|弘扬|联动|等|的|为|从|在|对|将|把|共建|国家级?|省级?|创新|和|与|及|叫响)(?=“)"
)
"""What is done with a quoted name is no part of it."""
_AFTER_OF = regex(r".*的(?=.{4})")


_YEARS = regex(r"(?:[一二两三四五六七八九十\d]{1,2}年|20\d\d年)?(?:专项|攻坚)?$")
"""What stands between the name's own words and its form is no name alone: 推进三年行动."""


_LONGEST_YEARS = len("2030年专项")


class Start(NamedTuple):
    """Where a name starts. ``governed``: right behind a verb that programmes are objects of, or a name in a list;
    ``open``: it opens its clause.
    """

    at: int
    governed: bool
    open: bool


def name_start(content: str, at: int) -> Start:
    """Where the name begins whose word of form stands at ``at``."""
    low = max(0, at - REACH)
    tail = content[low:at]
    hidden = _QUOTED.sub(_hide, tail) if "”" in tail else tail
    found = _MARK.match(hidden)
    cut = found.end() if found else 0
    mark = hidden[cut - 1] if cut else "\n" if low == 0 else ""
    clause = hidden[cut:]
    opener = _OPENS.match(clause)
    begin = first = opener.end() if opener else 0
    ends = len(clause)
    if years := _YEARS.search(clause, max(0, ends - _LONGEST_YEARS)):
        ends = years.start()
    governed = mark == "、" or bool(opener and opener[0][-1] in "把将对以")
    for verb in _SURE.finditer(clause, begin, ends):
        if ends - verb.end() >= 2 and not _is_count(clause[verb.end() :]):
            begin, governed = verb.end(), True
    if begin == first:
        for verb in _HURRIED.finditer(clause, begin, ends):
            if not LED.fullmatch(clause, verb.end(), ends):
                begin, governed = verb.end(), True
    elif hurried := _ADVERB.match(clause, begin):
        begin = hurried.end()
    if (
        begin == first
        and mark != "、"
        and (plain := (_PLAIN_SHORT if content.startswith(_WON, at) else _PLAIN_FIRST).match(clause, begin, ends))
    ):
        begin, governed = plain.end(), True
    if LED.fullmatch(clause, begin, ends):
        begin = len(clause)  # 推进三年行动, 提升铁路: no name
    if _JOINS.search(clause, begin) and (closed := _CLOSED.match(clause, begin)):
        begin, governed = closed.end(), True
    if "的" in clause and (of := _AFTER_OF.match(clause, begin)):
        begin = of.end()
    if "“" in clause and (done := _TO_QUOTED.match(clause, begin)):
        begin = done.end()
    if counted := _COUNTS.match(clause, begin):
        begin = counted.end()
    return Start(low + cut + begin, governed, bool(mark) and begin == first)


def _hide(quoted: re.Match[str]) -> str:
    return "“" + "＃" * (len(quoted[0]) - 2) + "”"


def _is_count(words: str) -> bool:
    counted = _COUNTS.match(words)
    return bool(counted and len(words) - counted.end() < 2)
