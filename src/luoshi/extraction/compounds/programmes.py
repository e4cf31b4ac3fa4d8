"""Programmes: named bundles of measures, such as “云帆”强基提质工程 or 治水攻坚三年行动."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.model import Document, Finding, Period, Span
from luoshi.model.values import Programme

_FORM = re.compile(r"行动(?:计划|方案)?|计划|工程")
_BEFORE_FORM = re.compile(r"(?P<years>[一二两三四五六七八九十1-9]年)?(?P<kind>专项|攻坚|倍增|培育|跃升)?$")
_NOT_AFTER_FORM = {
    "工程": "师机质款类学技院研项咨人量地勘总局中",
    "计划": "单生草执经报指安的、划书外管体地完总任目供规",
    "行动": "指自者能力上起纲派的不一",
}
_YEARS_AFTER = re.compile(r"[”》]?[（(](?P<from>20\d\d) ?[-—－–~至] ?(?P<to>20\d\d) ?年?[）)]")
_STARTS = (
    "组织实施|启动实施|深入实施|大力实施|全面实施|接续实施|滚动实施|推进实施|实施好|实施|组织开展|深入开展|扎实开展|持续开展|开展好|开展|深化拓展|纵深推进|深入推进|扎实推进|加快推进|统筹推进"
    "|推进|深化|启动|抓好|打好|落实|出台|制定|推出|参与|支持|建成|推动|接续|继续|建设|(?:全面)?完成|兴办|办好|发挥|通过|依托|以及|和|与|及"
)
_START = re.compile(rf".*(?:{_STARTS})")
_ASIDE = re.compile(r"^(?:专栏\d{0,2}|\d{1,2}[.．]) *")
_FIRM_START = re.compile(
    r".*(?:实施好|开展好|实施|开展|启动|打好|抓好|(?:深入|扎实|加快|统筹|纵深|一体|持续|协同)推进|深化)(?=.{2})"
)
_STRONG = re.compile(r"(?:实施好?|开展好?|启动|打好|抓好|深化(?:拓展)?|推进)$")
_JOINED = re.compile(r".*(?:工程|行动|计划|行动方案)”?(?:和|与|及|以及)(?=.{2})")
"""The first of two closed names: of 港口提升工程和航道畅通行动 each is one."""
_LEAD = re.compile(r"(?:大力|积极|着力|全力|切实|加快)(?=.{4})")
_TO_QUOTED = re.compile(
    r"[^“”]{0,24}(?:搞|以|含|结合|办|运用|拓展|扩大|融入|迭代升级|发放|编制|对接|纳入|借鉴)(?:国家)?(?=“)"
)
"""What is done with a quoted name is no part of it: 主动对接“云港通”工程."""
_TELLS = re.compile(
    r"[一二两三四五六七八九十\d]大(?:重点|重大|标志性)?$|(?<![高平均中同初])等(?![级效])|[为有该]$|(?<![成资样基根版剧文])本$"
)
"""What tells of programmes rather than names one: 绿色发展八大工程, 引水等工程, 以此为行动."""
_OF_A_YEAR = re.compile(r"[\d一二三四五六七八九○〇零]{4}年$")
_GENERIC = re.compile(
    r"^(?:(?:专项|第[^\W\d]{1,2}轮|新一轮|三年|一批|一系列|系列|提升|质量|各类|各项|这些|此项|该|等|的|上述|本|重大|重点|民生|基础|建设|系统|配套|项目|水利|土木|主体|附属|后续|一期|二期|三期|一|二|三|大|个|项|国民经济|五年|年度|中长期|发展|工作|实践|具体|统一|有关|相关|切实|实际|采取|自觉|思想|集体)+|\d+[个项大]?.{0,6})$"
)
_PLAN_OF_YEARS = re.compile(
    r"(?:五年|五”|年度|国民经济)$|^[一二两三四五六七八九十\d]{1,3}[年个大项](?:专项|重大)?$|^(?:一批|若干|部分|重大|重点|标志性|一揽子|本|该|其他|其它)|一批|一系列|\u3000"
)


def programmes(document: Document) -> Iterator[Finding[Programme]]:
    """Each named programme, its name without the verb before it; ``period`` where the text gives years."""
    content = document.text.content
    for found in _FORM.finditer(content):
        start, end = found.span()
        form = found[0]
        right = content[end : end + 1]
        if right and right in _NOT_AFTER_FORM[form[:2]]:
            continue
        before = _BEFORE_FORM.search(content, max(0, start - 4), start)
        sure = form == "行动计划" or bool(before and (before["years"] or before["kind"] == "专项"))
        begin = _name_start(content, start, sure=sure)
        if begin is None:
            continue
        if before and before["kind"] == "专项":
            form = f"专项{form}"
        name = content[begin:end]
        years = _YEARS_AFTER.match(content, end)
        period = Period(years["from"], years["to"]) if years and years["from"] <= years["to"] else None
        yield Finding("programme", Programme(name, form, period), Span(begin, end), name, "programmes.named")


def _name_start(content: str, at: int, *, sure: bool) -> int | None:
    """Where the name that goes on at ``at`` begins; ``None`` where it is no name (一批重大工程)."""
    clause = content[max(0, at - 30) : at]
    cut = _boundary(clause)
    clause = _ASIDE.sub("", clause[cut:])
    verb = _FIRM_START.match(clause) or _START.match(clause)
    name = clause[verb.end() :] if verb else clause
    strong = bool(verb and _STRONG.search(verb[0]))
    # 乡村建设行动, 生态岛建设第六轮三年行动: the verb belongs to the name
    if verb and (len(name) < 2 or (verb[0].endswith("建设") and _GENERIC.match(name))):
        shorter = _START.match(verb[0][:-2])
        name = clause[shorter.end() :] if shorter else clause
        strong = bool(shorter and _STRONG.search(shorter[0]))
    joined = _JOINED.match(name)
    if joined and joined[0].count("“") == joined[0].count("”"):
        name, strong = name[joined.end() :], True
    done = _TO_QUOTED.match(name) or _LEAD.match(name)
    if done:
        name = name[done.end() :]
    quoted = "“" in name
    if (
        name.count("“") != name.count("”")
        or not 2 <= len(name) <= 28
        or _GENERIC.match(name)
        or (done and done[0].startswith("不"))
        or (_OF_A_YEAR.search(name) and content.startswith("计划", at))
        or (_TELLS.search(name) and not (quoted and name[-1] == "大"))
        or _PLAN_OF_YEARS.search(name)
    ):
        return None
    if not (quoted or strong or sure) or "了" in name or "的" in name:
        return None
    return at - len(name)


def _boundary(clause: str) -> int:
    """Behind the last mark that ends a clause; a mark inside “…” does not."""
    depth = 0
    for at in range(len(clause) - 1, -1, -1):
        char = clause[at]
        if char == "”":
            depth += 1
        elif char == "“":
            depth -= 1
            if depth < 0:
                return at + 1
        elif depth == 0 and char in "，。；：、！？\n（）()《》\t":
            return at + 1
    return 0
