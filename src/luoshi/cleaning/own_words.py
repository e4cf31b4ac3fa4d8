"""What a line of a page is by its own words: a menu, a share bar, a caption, a copyright notice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from luoshi.cleaning.shape import OUTLINE, is_label
from luoshi.knowledge.table import columns
from luoshi.patterns import regex

LONGEST = 160
"""A longer line is text, unless it is a disclaimer."""

SEPARATORS = regex(r"[\s|｜丨/\\·•●>＞»›→《》【】\[\]()（）:：,，、。…<＜«‹←+-]+")
_NUMBER = regex(r"[0-9]{1,10}\Z")
_WEAK = frozenset({"contact"})  # true of notices too: only beside other furniture
_BY_THEMSELVES = frozenset({"copyright", "disclaimer"})  # wherever in the line they begin, within reason


class Rule(Struct, frozen=True):
    """A ``pattern`` that makes a line furniture of a ``kind``.

    A line without any of the ``signs`` (in small letters) cannot match, nor one with fewer
    ``digits``: the pattern is not even compiled before a line holds one.
    """

    kind: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    digits: int = 0


# Structure that says by itself what a line is; tried in this order.
RULES = (
    Rule("copyright", ("opyr", "all r", "©", "(c)"), regex(r"(?i:copyright|all rights reserved|©|\(c\)\s?(?:19|20)[0-9]{2})")),
    Rule("copyright", ("版权",), regex(r"版权所有|版权归.{1,20}所有")),
    Rule("copyright", ("cp备", "cp证"), regex(r"[ICP]CP备|ICP[备证]")),
    Rule("copyright", ("网安备", "备案"), regex(r"公网安备|网安备[0-9]|备案(?:编?号|序号)\s{0,2}[:：]")),
    Rule("copyright", ("标识码", "许可证"), regex(r"网站标识码|许可证(?:编号|号)?[:：].{0,12}[0-9]{5}")),
    Rule("copyright", ("建议使用", "浏览本"), regex(r"建议使用.{0,30}(?:浏览器|分辨率)|浏览本(?:站|网)")),
    Rule("copyright", ("信息举报",), regex(r"(?:\A|[\s|])违法和不良信息举报")),
    Rule("copyright", ("未经",), regex(r"未经.{0,14}(?:授权|许可|书面|同意).{0,14}(?:转载|摘编|镜像)")),
    Rule("disclaimer", ("声明", "申明"), regex(r"(?:特别|郑重|免责|版权|平台|本站|本网|网站|重要)(?:声明|申明)[:：]|声明[:：].{0,40}(?:转载|版权|来源|本[站网文]|平台|侵权|上传)")),
    Rule("disclaimer", ("提示", "说明"), regex(r"(?:免责|版权|平台|本站|本网|网站)(?:提示|说明)[:：]")),
    Rule("disclaimer", ("不代表", "自媒体", "用户上传", "仅代表", "存储服务", "与本站", "与本网", "不构成投资"),
         regex(r"(?:以上|本文|文章|上述)(?:内容|文章|观点|信息|图片|言论)?.{0,40}(?:不代表本|自媒体|用户上传|仅代表作者|存储服务|与本[站网]|不构成投资)")),
    Rule("disclaimer", ("仅供参考", "侵权"), regex(r"(?:转载|本[站网]|网友).{0,40}仅供参考|(?:如有|如涉及?|若有|若涉)侵权.{0,20}(?:删|联系)|侵权.{0,8}(?:删除|删帖|联系我们|联系本)")),
    Rule("disclaimer", ("content", "upload", "copyr", "platform"), regex(r"(?i:(?:notice|disclaimer|statement):?\s.{0,80}(?:content|upload|copyright|platform))")),
    Rule("navigation", ("位置", "您"), regex(r"(?:您?(?:的|当前的?|现在的?|所在的?|目前)?(?:所在|所处)?位置|您(?:现在|当前)?(?:正)?在)\s{0,3}(?:是|在)?\s{0,3}[:：]")),
    Rule("navigation", ("首",), regex(r"(?:网站)?首\s?页\s{0,3}[>＞»›→/|-]")),
    Rule("navigation", ("上一", "上1", "下一", "下1"), regex(r"[【\[]?[上下][一1](?:篇|条|页|个)(?:文章|新闻|信息)?[】\]]?\s{0,3}[:：]")),
    Rule("navigation", ("powered by", "今天是"), regex(r"(?i:powered by)|今天是.{4,24}\Z")),
    Rule("navigation", ("热门", "热搜", "搜索", "链接"), regex(r"(?:热门|热搜|搜索)(?:搜索|热词|词|关键词)?[:：]|(?:友情|站群|快速)链接\s{0,3}[:：]")),
    Rule("navigation", (">", "＞", "»", "›", "→", "|"), regex(r"[^\s，。；]{1,20}(?:\s{0,3}[>＞»›]{1,2}\s{0,3}[^\s，。；>＞»›0-9]{1,40}){1,8}\Z|[>＞»›→|]{1,3}\Z")),
    Rule("counter", ("点击", "浏览", "阅读", "访问", "查看", "人气", "播放", "评论", "转发", "下载"),
         regex(r"[（(]?(?:点击|浏览|阅读|访问|查看|人气|点击次数|播放|评论|转发|下载)(?:次数|人数|总数|量|数|率)?\s{0,3}[:：]?\s{0,3}[0-9]{0,9}(?:\.[0-9]{1,2})?\s?[万w]?\+?\s?(?:次|人|条)?[)）]?\Z")),
    Rule("counter", ("赞", "在看", "喜欢", "收藏", "分享", "留言", "跟贴", "参与"),
         regex(r"(?:赞|在看|点赞|喜欢|收藏|分享|留言|跟贴|参与)\s{0,3}[0-9]{1,7}(?:\s{1,3}(?:赞|在看|点赞|喜欢|收藏|分享|留言|跟贴|参与)\s{0,3}[0-9]{1,7}){0,4}\Z"), digits=1),
    Rule("counter", ("评论", "跟贴"), regex(r"[0-9]{1,6}\s?条?(?:评论|跟贴)(?:\s.{0,16})?\Z"), digits=1),
    Rule("counter", ("页",), regex(r"(?:本篇?文章?|本文|全文)?共有?\s?[0-9]{1,4}\s?页|第\s?[0-9]{1,4}\s?页\s{0,2}[,，/]?\s{0,2}共\s?[0-9]{1,4}\s?页"), digits=1),
    Rule("counter", ("当前", "您是", "分钟"), regex(r"当前(?:为|是)?第\s?[0-9]|您是(?:本[站页])?第\s?[0-9]|[0-9]{1,3}\s?分钟\Z"), digits=1),
    Rule("counter", ("更新时间戳",), regex(r"[（(]?更新时间戳")),
    Rule("share", ("扫", "长按", "识别"),
         regex(r"(?:扫一扫|扫码|扫描(?:下方|上方|左侧|右侧)?二维码|长按|识别(?:图中|下方|上方)?二维码|手机扫|用微信扫)[^。；]{0,30}(?:\Z|微信|二维码|关注|手机|打开|查看|分享|公众号|下载|小程序|浏览)")),
    Rule("share", ("关注", "订阅"), regex(r"(?:欢迎|敬请|点击|立即|请|快来)?(?:扫码)?(?:关注|订阅)[^。；]{0,24}(?:微信|公众号|微博|视频号|抖音|头条|客户端|我们)")),
    Rule("share", ("微信", "qq", "分享"), regex(r"(?:微信|QQ|微信公众)号\s{0,2}[:：]|分享(?:到|至|给)?\s{0,3}[:：]")),
    Rule("share", ("点击",), regex(r"点击(?:上方|下方|左上角|右上角|蓝色).{0,24}(?:关注|订阅|我们|分享)")),
    Rule("share", ("客户端", "app", "小程序"), regex(r"(?:下载|打开|进入|使用)[“\"《【]?[^，。；]{1,14}(?:客户端|APP|App|app|小程序)[^。；]{0,24}\Z")),
    Rule("caption", ("图",),
         regex(r"[（(【]?图(?:为|片?来源|片?说明|片?[:：]|[0-9一二三四五六七八九十]{1,3}[:：\s])|[^，。；]{0,80}[（(]图\s?[0-9]{0,3}[)）]\Z")),
    Rule("caption", ("摄", "供图", "制图"),
         regex(r"[^。；]{0,45}。?[^。；，]{0,14}(?:记者|通讯员|特约|摄影|本报|通讯社|融媒|日报|晚报)[^。；，]{0,16}(?:摄|摄影|供图|制图)[)）]?\Z")),
    Rule("caption", ("图", "摄影", "视频", "照片"),
         regex(r"(?:摄影|制图|供图|图片|视频|图)\s{0,2}[:：/／]\s{0,2}[^。]{1,24}\Z|.{0,20}(?:资料|航拍|视频|效果)(?:照片|图片|截图|图)[)）。]?\Z")),
    Rule("running_head", ("报",), regex(r"\S{2,8}[日晚时快商早]报\s{1,4}(?:\S{1,12}\s{1,4}){0,3}(?:第?\s?[A-Z]?[0-9]{1,2}\s?版?)\Z"), digits=1),
    Rule("link", ("点击",), regex(r"点击(?:这里|此处|进入|查看|下载|收听|观看|阅读|图片|链接|附件|了解)[^。；]{0,30}\Z")),
    Rule("link", (">>", "＞＞"), regex(r"[^。；，]{0,30}(?:>>|＞＞)\Z")),
    Rule("link", ("http", "www."), regex(r"(?:https?://|www\.)[\x21-\x7e]{3,300}\Z")),
    Rule("link", ("地址", "链接", "网址"), regex(r"(?:本文|原文|文章|本页|本页面|当前页面?)(?:地址|链接|网址)\s{0,2}[:：]")),
    Rule("link", ("tag", "标签"), regex(r"(?:(?i:tags?)|(?i:tag)?标签|(?:文章|热门)标签|标签云)\s{0,2}[:：].{1,60}\Z")),
    Rule("link", ("转载请",), regex(r"(?:本文)?(?:由.{1,16})?(?:原创|发布|整理)?[，,]?转载请(?:注明|保留).{0,40}\Z")),
    Rule("contact", ("热线", "电话", "手机", "传真", "邮", "mail", "地址", "联系人", "qq", "客服"),
         regex(r"(?:(?:服务|咨询|联系|客服|销售|订购|投诉|举报|监督|新闻|广告|全国)?(?:热线|电话)(?:电话|热线)?|手机|传真|邮箱|电子邮[箱件]|E-?mail|邮编|邮政编码|地址|公司地址|联系地址|联系人|QQ|客服)\s{0,3}[:：]\s{0,3}[^。；]{0,60}\Z")),
    Rule("contact", ("0", "1", "4"),
         regex(r"(?:.{0,20}\s)?(?:0[0-9]{2,3}[-—－ ]?[0-9]{7,8}|1[3-9][0-9]{9}|400[- ]?[0-9]{3,4}[- ]?[0-9]{3,4})(?:[^0-9。；，][^。；，]{0,60})?\Z"), digits=9),
    Rule("contact", ("@",), regex(r"[^\s。；，]{0,20}@[^\s。；，]{1,30}\Z")),
)  # fmt: skip

_DIGITS = frozenset("0123456789")


@cache
def vocabulary() -> dict[str, tuple[str, bool]]:
    """Each word of the furniture table (in small letters) with its kind and whether it suffices alone."""
    table = columns("furniture", ("word", "kind", "weight"), lambda cells: cells)
    return {
        part: (kind, weight == "strong")
        for word, kind, weight in table
        for part in (word.casefold(), SEPARATORS.sub("", word.casefold()))
        if part
    }


def is_plain(line: str) -> bool:
    """A line that only a hint can make furniture: words alone, a sentence, an item, or a long line."""
    last = line[-1]
    return (
        (last in "。；！" and len(line) > 8)
        or last in "，、"
        or len(line) > LONGEST
        or ("，" in line and len(line) > 30)
        or (line.isalpha() and line not in vocabulary())
        or OUTLINE.match(line) is not None
    )


@lru_cache(maxsize=4096)  # the second pass over a text asks again
def kind_of(line: str) -> tuple[str | None, bool]:
    """What a line is by its own words, and whether that suffices; ``None`` where it is no furniture."""
    if len(line) > LONGEST:
        return ("disclaimer", True) if len(line) <= 1200 and _is_disclaimer(line) else (None, False)
    if len(line) <= 90 and (kind := _by_vocabulary([token for token in SEPARATORS.split(line) if token])):
        return kind
    if is_label(line):
        return None, False
    ends = line[-1] in "。；" and len(line) > 60
    closed = ends or "。" in line[:-1]
    for rule in _eligible(line):
        if rule.kind in _BY_THEMSELVES:
            match = rule.pattern.search(line)
            if match and match.start() <= (40 if rule.kind == "copyright" else 12):
                if rule.kind == "copyright" and ends:
                    continue
                return rule.kind, True
        elif len(line) > 70 or (closed and rule.kind != "caption"):
            continue
        elif rule.pattern.match(line):
            if rule.kind in {"caption", "link"} and OUTLINE.match(line) and not line.startswith("图"):
                continue
            return rule.kind, rule.kind not in _WEAK
    return None, False


def _is_disclaimer(line: str) -> bool:
    return any(rule.kind == "disclaimer" and rule.pattern.match(line) for rule in _eligible(line))


def _eligible(line: str) -> Iterator[Rule]:
    """The rules that can match the line at all."""
    folded = line.casefold()
    by_first = _rules_by_first()
    wanted = {number for character in by_first.keys() & set(folded) for number in by_first[character]}
    for number in sorted(wanted):
        rule = RULES[number]
        if any(map(folded.__contains__, rule.signs)) and (
            not rule.digits or sum(map(_DIGITS.__contains__, line)) >= rule.digits
        ):
            yield rule


@cache
def _rules_by_first() -> Mapping[str, Sequence[int]]:
    """Which rules have a sign that begins with a character."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        for first in {sign[0] for sign in rule.signs}:
            found.setdefault(first, []).append(number)
    return found


def _by_vocabulary(tokens: Sequence[str]) -> tuple[str, bool] | None:
    """The kind of a line all of whose words are words of page furniture; of a menu, most of them."""
    words = vocabulary()
    if not tokens:
        return "tools", False  # a lone bracket or rule
    if 1 < len(tokens) <= 3 and (entry := words.get("".join(tokens).casefold())):  # Toggle navigation
        return entry
    known = [words.get(token.casefold()) for token in tokens]
    named = [entry for entry in known if entry is not None]
    if not named:
        return None
    others = [token for token, entry in zip(tokens, known, strict=True) if entry is None and not _NUMBER.match(token)]
    if not others:
        strong = [kind for kind, alone in named if alone]
        return (strong or [named[0][0]])[0], bool(strong) or len(named) >= 4
    if len(named) >= 3 and len(named) * 2 >= len(tokens) and max(map(len, tokens)) <= 8:
        return "navigation", True
    return None
