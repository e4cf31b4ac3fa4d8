"""Furniture of pages: menus, tools, captions, share bars, footers, disclaimers, page numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache

from luoshi.cleaning.finder import hits
from luoshi.cleaning.shape import OUTLINE, Line, is_final, is_label, is_sentence, lines_of
from luoshi.knowledge.table import rows
from luoshi.model import Edit, Text

_LONGEST = 160  # characters; a longer line is text, unless it is a disclaimer

_SEPARATORS = re.compile(r"[\s|｜丨/\\·•●>＞»›→《》【】\[\]()（）:：,，、。…<＜«‹←+-]+")
_NUMBER = re.compile(r"[0-9]{1,10}\Z")

# Structure that says by itself what a line is; tried in this order.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("copyright", re.compile(
        r"(?i:copyright|all rights reserved|©|\(c\)\s?(?:19|20)[0-9]{2})|版权所有|版权归.{1,20}所有|[ICP]CP备|ICP[备证]|公网安备|网安备[0-9]|备案(?:编?号|序号)\s{0,2}[:：]"
        r"|网站标识码|许可证(?:编号|号)?[:：].{0,12}[0-9]{5}"
        r"|建议使用.{0,30}(?:浏览器|分辨率)|浏览本(?:站|网)|(?:\A|[\s|])违法和不良信息举报|未经.{0,14}(?:授权|许可|书面|同意).{0,14}(?:转载|摘编|镜像)"
    )),
    ("disclaimer", re.compile(
        r"(?:特别|郑重|免责|版权|平台|本站|本网|网站|重要)(?:声明|申明)[:：]|(?:免责|版权|平台|本站|本网|网站)(?:提示|说明)[:：]"
        r"|声明[:：].{0,40}(?:转载|版权|来源|本[站网文]|平台|侵权|上传)"
        r"|(?:以上|本文|文章|上述)(?:内容|文章|观点|信息|图片|言论)?.{0,40}(?:不代表本|自媒体|用户上传|仅代表作者|存储服务|与本[站网]|不构成投资)"
        r"|(?:转载|本[站网]|网友).{0,40}仅供参考|(?:如有|如涉及?|若有|若涉)侵权.{0,20}(?:删|联系)|侵权.{0,8}(?:删除|删帖|联系我们|联系本)"
        r"|(?i:(?:notice|disclaimer|statement):?\s.{0,80}(?:content|upload|copyright|platform))"
    )),
    ("navigation", re.compile(
        r"(?:您?(?:的|当前的?|现在的?|所在的?|目前)?(?:所在|所处)?位置|您(?:现在|当前)?(?:正)?在)\s{0,3}(?:是|在)?\s{0,3}[:：]"
        r"|(?:网站)?首\s?页\s{0,3}[>＞»›→/|-]|[【\[]?[上下][一1](?:篇|条|页|个)(?:文章|新闻|信息)?[】\]]?\s{0,3}[:：]|(?i:powered by)|今天是.{4,24}\Z|(?:热门|热搜|搜索)(?:搜索|热词|词|关键词)?[:：]|(?:友情|站群|快速)链接\s{0,3}[:：]|[^\s，。；]{1,20}(?:\s{0,3}[>＞»›]{1,2}\s{0,3}[^\s，。；>＞»›0-9]{1,40}){1,8}\Z|[>＞»›→|]{1,3}\Z"
    )),
    ("counter", re.compile(
        r"[（(]?(?:点击|浏览|阅读|访问|查看|人气|点击次数|播放|评论|转发|下载)(?:次数|人数|总数|量|数|率)?\s{0,3}[:：]?\s{0,3}[0-9]{0,9}(?:\.[0-9]{1,2})?\s?[万w]?\+?\s?(?:次|人|条)?[)）]?\Z"
        r"|(?:赞|在看|点赞|喜欢|收藏|分享|留言|跟贴|参与)\s{0,3}[0-9]{1,7}(?:\s{1,3}(?:赞|在看|点赞|喜欢|收藏|分享|留言|跟贴|参与)\s{0,3}[0-9]{1,7}){0,4}\Z|[0-9]{1,6}\s?条?(?:评论|跟贴)(?:\s.{0,16})?\Z"
        r"|(?:本篇?文章?|本文|全文)?共有?\s?[0-9]{1,4}\s?页|第\s?[0-9]{1,4}\s?页\s{0,2}[,，/]?\s{0,2}共\s?[0-9]{1,4}\s?页|当前(?:为|是)?第\s?[0-9]"
        r"|[0-9]{1,3}\s?分钟\Z|[（(]?更新时间戳|您是(?:本[站页])?第\s?[0-9]"
    )),
    ("share", re.compile(
        r"(?:扫一扫|扫码|扫描(?:下方|上方|左侧|右侧)?二维码|长按|识别(?:图中|下方|上方)?二维码|手机扫|用微信扫)[^。；]{0,30}(?:\Z|微信|二维码|关注|手机|打开|查看|分享|公众号|下载|小程序|浏览)"
        r"|(?:欢迎|敬请|点击|立即|请|快来)?(?:扫码)?(?:关注|订阅)[^。；]{0,24}(?:微信|公众号|微博|视频号|抖音|头条|客户端|我们)|(?:微信|QQ|微信公众)号\s{0,2}[:：]"
        r"|分享(?:到|至|给)?\s{0,3}[:：]|点击(?:上方|下方|左上角|右上角|蓝色).{0,24}(?:关注|订阅|我们|分享)|(?:下载|打开|进入|使用)[“\"《【]?[^，。；]{1,14}(?:客户端|APP|App|app|小程序)[^。；]{0,24}\Z"
    )),
    ("caption", re.compile(
        r"[（(【]?图(?:为|片?来源|片?说明|片?[:：]|[0-9一二三四五六七八九十]{1,3}[:：\s])|[^，。；]{0,80}[（(]图\s?[0-9]{0,3}[)）]\Z"
        r"|[^。；]{0,45}。?[^。；，]{0,14}(?:记者|通讯员|特约|摄影|本报|通讯社|融媒|日报|晚报)[^。；，]{0,16}(?:摄|摄影|供图|制图)[)）]?\Z|(?:摄影|制图|供图|图片|视频|图)\s{0,2}[:：/／]\s{0,2}[^。]{1,24}\Z"
        r"|.{0,20}(?:资料|航拍|视频|效果)(?:照片|图片|截图|图)[)）。]?\Z"
    )),
    ("running_head", re.compile(r"\S{2,8}[日晚时快商早]报\s{1,4}(?:\S{1,12}\s{1,4}){0,3}(?:第?\s?[A-Z]?[0-9]{1,2}\s?版?)\Z")),
    ("link", re.compile(r"点击(?:这里|此处|进入|查看|下载|收听|观看|阅读|图片|链接|附件|了解)[^。；]{0,30}\Z|[^。；，]{0,30}(?:>>|＞＞)\Z|(?:https?://|www\.)[\x21-\x7e]{3,300}\Z|(?:本文|原文|文章|本页|本页面|当前页面?)(?:地址|链接|网址)\s{0,2}[:：]|(?:(?i:tags?)|(?i:tag)?标签|(?:文章|热门)标签|标签云)\s{0,2}[:：].{1,60}\Z|(?:本文)?(?:由.{1,16})?(?:原创|发布|整理)?[，,]?转载请(?:注明|保留).{0,40}\Z")),
    ("contact", re.compile(
        r"(?:(?:服务|咨询|联系|客服|销售|订购|投诉|举报|监督|新闻|广告|全国)?(?:热线|电话)(?:电话|热线)?|手机|传真|邮箱|电子邮[箱件]|E-?mail|邮编|邮政编码|地址|公司地址|联系地址|联系人|QQ|客服)\s{0,3}[:：]\s{0,3}[^。；]{0,60}\Z"
        r"|(?:.{0,20}\s)?(?:0[0-9]{2,3}[-—－ ]?[0-9]{7,8}|1[3-9][0-9]{9}|400[- ]?[0-9]{3,4}[- ]?[0-9]{3,4})(?:[^0-9。；，][^。；，]{0,60})?\Z|[^\s。；，]{0,20}@[^\s。；，]{1,30}\Z"
    )),
)  # fmt: skip

_WEAK_PATTERNS = frozenset({"contact"})  # true of notices too: only beside other furniture
_SITE = re.compile(
    r"(?:官方网站|官网|门户网站|网站首页|政府网|新闻网|信息网|平台)\s{0,3}(?:[-—_|–]|\Z)|[-—_|–]\s{0,3}[^，。]{1,16}(?:网站|网|门户|平台|公司)\Z"
)
_ARROW = re.compile(r"[>＞»›→]{1,3}\Z")
_LABELLED = re.compile(r"[:：]\Z")
_PAGE = re.compile(r"(?:[-—–·.．•~～\s]{0,6}|第\s?|[Pp]\.?\s?)([0-9]{1,4})(?:[-—–·.．•~～\s]{0,6}|\s?页)\Z")
_TITLE = re.compile(
    r"(?:建议|纲要|规划|计划|方案|报告|公报|决定|决议|意见|通知|公告|通告|侧记|综述|说明|讲话|办法|规定|条例|细则|批复|函|纪要|要点|全会|会议|解读|社论|评论员)"
)
# 云泽市人民政府文件, 云政发〔2025〕3号, 云泽市市长 李某某: above a title these belong to the document.
_NAMED = re.compile(
    r"[〔［\[（(][12][0-9]{3}[〕］\])）]\s?第?[0-9]{1,4}\s?号|(?:政府|委员会|办公[厅室]|[厅局委部院会])(?:文件|令|公报)?\Z"
    r"|(?:[省市区县州]长|书记|主任|主席|总理|厅长|局长)\s{0,4}[^\dA-Za-z_，。；：、！？（）“”《》]{1,12}\Z"
)
_CHINESE = re.compile(r"[^\W\dA-Za-z_]")


@cache
def _words() -> dict[str, tuple[str, bool]]:
    """Each word of the furniture table (in small letters) with its kind and whether it suffices alone."""
    table = rows("furniture", lambda row: (row["word"].casefold(), row["kind"], row["weight"] == "strong"))
    return {part: (kind, strong) for word, kind, strong in table for part in (word, _SEPARATORS.sub("", word)) if part}


def furniture(text: Text) -> Iterator[Edit]:
    """Take out the lines that belong to the page and not to the document; facts about it stay."""
    lines = lines_of(text)
    if not lines:
        return
    kinds: list[str | None] = [None] * len(lines)
    weak: dict[int, str] = {}
    hinted = _hinted(text.content, lines)
    words = _words()
    for index, (_, _, words_of_line, row) in enumerate(lines):
        if row or (index not in hinted and _is_plain(words_of_line, words)):
            continue
        kind, strong = _kind(words_of_line)
        if kind and strong:
            kinds[index] = kind
        elif kind:
            weak[index] = kind
    _page_numbers(lines, kinds)
    if "video" in kinds:  # a page that shows a video: 简介, 主要内容 are its labels wherever they stand
        for index in [index for index, kind in weak.items() if kind == "video"]:
            kinds[index] = "video"
    _neighbours(lines, kinds, weak)
    _related(lines, kinds)
    first = next((index for index in range(len(lines)) if _is_body(lines[index], kinds[index])), None)
    if first is not None:
        _head(lines, kinds, weak, first)
        _foot(lines, kinds, weak, next(i for i in range(len(lines) - 1, -1, -1) if _is_body(lines[i], kinds[i])))
    _credits(text, lines, kinds)
    if all(kinds):  # nothing but furniture: a page that is no document is left as it is
        return
    for line, kind in zip(lines, kinds, strict=True):
        if kind:
            yield Edit(line.start, line.end, "", f"furniture.{kind}", line.text)
        elif len(line.text) <= _LONGEST and not line.row:
            yield from _tools_in(line)


_LABELS = re.compile(r"[\u3400-\u9fff]{2}[:：]|发表于|\A原创\s")
"""What stands in the line below a title: 浏览次数：12 来源：云泽日报."""

_TOOLS = re.compile(
    r"[ |｜·,，;；]{1,8}(?:"
    r"(?:点击|浏览|阅读|访问|查看|人气|评论|转发|点赞|收藏|下载)(?:次数|人数|总数|量|数|率)?(?:[:：]\s{0,3}|[（(]|(?=[0-9]))[0-9]{0,9}(?:\.[0-9]{1,2})?[万w]?\+?\s?(?:次|人|条)?[)）]?"
    r"|[【\[（(]?(?:字体|字号|文字)(?:大小)?[:：]?[ 【\[（(]{0,3}(?:[特超]?大|中|小|默认|标准)(?:[ 】\])）【\[（(/|]{0,4}(?:[特超]?大|中|小|默认|标准)){1,3}[】\])）]{0,2}"
    r"|[【\[]?(?:打印|关闭|收藏|分享|纠错|打印本页|关闭窗口|我要纠错|分享到)[】\]]?(?=[ |｜【\[]|\Z)"
    r")"
)


def _tools_in(line: Line) -> Iterator[Edit]:
    """What a dateline has beside its facts: 发布时间：2026-01-22 点击量：586 【字体：大 中 小】 打印."""
    if ":" not in line.text and "：" not in line.text:
        return
    if is_label(line.text) and not is_final(line.text):
        for match in _TOOLS.finditer(line.text):
            start = line.start + match.start()
            yield Edit(start, line.start + match.end(), "", "furniture.counter", match.group())


def _hinted(content: str, lines: Sequence[Line]) -> set[int]:
    """The lines that hold a word which some pattern needs."""
    places = [hit.start for hit in hits(content) if hit.kind == "hint"]
    if not places:
        return set()
    starts = [line.start for line in lines]
    return {bisect_right(starts, place) - 1 for place in places}


def _is_plain(line: str, words: Container[str]) -> bool:
    """A line that only a hint can make furniture: words alone, a sentence, an item, or a long line."""
    return len(line) > _LONGEST or (
        (line.isalpha() and line not in words)
        or line[-1] in "，、"
        or (line[-1] in "。；！" and len(line) > 8)
        or ("，" in line and len(line) > 30)
        or OUTLINE.match(line) is not None
    )


@lru_cache(maxsize=4096)  # the second pass over a text asks again
def _kind(line: str) -> tuple[str | None, bool]:
    """What a line is by its own words, and whether that suffices; ``None`` where it is no furniture."""
    if len(line) > _LONGEST:
        match = _PATTERNS[1][1].match(line) if len(line) <= 1200 else None
        return ("disclaimer", True) if match else (None, False)
    if len(line) <= 90 and (kind := _vocabulary([token for token in _SEPARATORS.split(line) if token])):
        return kind
    if is_label(line):
        return None, False
    closed = "。" in line[:-1]
    for kind_name, pattern in _PATTERNS:
        if kind_name in {"copyright", "disclaimer"}:
            match = pattern.search(line)
            if match and kind_name == "copyright" and (match.start() > 40 or (line[-1] in "。；" and len(line) > 60)):
                match = None
            if match and kind_name == "disclaimer" and match.start() > 12:
                match = None
        elif len(line) > 70 or ((closed or (len(line) > 60 and line[-1] in "。；")) and kind_name != "caption"):
            continue
        else:
            match = pattern.match(line)
        if match:
            if kind_name in {"caption", "link"} and OUTLINE.match(line) and not line.startswith("图"):
                continue
            return kind_name, kind_name not in _WEAK_PATTERNS
    return None, False


def _vocabulary(tokens: Sequence[str]) -> tuple[str, bool] | None:
    """The kind of a line all of whose words are words of page furniture; of a menu, most of them."""
    words = _words()
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


_FEET = frozenset({"contact", "copyright", "disclaimer", "navigation", "related", "share"})
_FURNITURE = _FEET | {"counter", "footer", "link", "tools", "video"}


def _neighbours(lines: Sequence[Line], kinds: list[str | None], weak: dict[int, str]) -> None:
    """Words that say little alone (大, 首页, 微信) are furniture beside furniture."""
    for order in (sorted(weak), sorted(weak, reverse=True)):
        for index in order:
            company = _FEET if weak[index] == "contact" else _FURNITURE
            if (
                kinds[index] is None
                and not _is_title(lines, index)
                and any(0 <= other < len(kinds) and kinds[other] in company for other in (index - 1, index + 1))
            ):
                kinds[index] = weak[index]


def _is_title(lines: Sequence[Line], index: int) -> bool:
    """政府工作报告 names a column and a document: it is the title where nothing below it says the same."""
    line = lines[index].text
    return len(line) >= 4 and _TITLE.search(line) is not None and not _repeats(lines, index)


def _is_body(line: Line, kind: str | None) -> bool:
    if kind is not None or not _CHINESE.search(line.text):
        return False
    return line.row or is_sentence(line.text) or OUTLINE.match(line.text) is not None


def _keeps(line: str) -> bool:
    """Lines of the document that look slight: facts about it, titles, ends of letters."""
    return (
        is_label(line)
        or OUTLINE.match(line) is not None
        or is_final(line)
        or _TITLE.search(line) is not None
        or _NAMED.search(line) is not None
    )


def _related(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """The list under 相关链接: titles without a stop, up to other furniture or the end."""
    for index, kind in enumerate(kinds):
        if kind != "related":
            continue
        end = index + 1
        while end < len(lines) and end - index <= 40 and kinds[end] is None and _is_entry(lines[end]):
            end += 1
        if end == len(lines) or kinds[end] is not None:
            for entry in range(index + 1, end):
                kinds[entry] = "related"


def _is_entry(line: Line) -> bool:
    text = line.text
    return (
        not line.row and len(text) <= 60 and "。" not in text and text[-1] not in "；！" and OUTLINE.match(text) is None
    )


def _head(lines: Sequence[Line], kinds: list[str | None], weak: dict[int, str], body: int) -> None:
    """Before the body, all that stands before the last menu or tool bar and is neither title nor fact."""
    bars = [index for index in range(body) if kinds[index] in {"navigation", "tools", "share"}]
    crumbs = {token for index in bars for token in _SEPARATORS.split(lines[index].text) if token}
    titled = False
    for index in range(body):
        line = lines[index].text
        if kinds[index] is not None or (index and _LABELLED.search(lines[index - 1].text)):
            continue
        if _TITLE.search(line) and not _repeats(lines, index):
            titled = titled or len(line) >= 8
        elif _SITE.search(line) and len(line) <= 60:
            kinds[index] = "navigation"
        elif bars and (
            (line in crumbs and not _is_title(lines, index))
            or (index and len(line) <= 10 and _ARROW.match(lines[index - 1].text))
            or (index in weak and not _is_title(lines, index))
            or (
                index < bars[-1]
                and not titled
                and not _keeps(line)
                and len(line) <= 20
                and not _LABELS.search(lines[index + 1].text)
            )
            or (not _CHINESE.search(line) and len(line) <= 40 and any(map(str.isalpha, line)))
        ):
            kinds[index] = weak.get(index, "navigation")


def _repeats(lines: Sequence[Line], index: int) -> bool:
    """Whether one of the next lines holds the same words: a crumb that names the title below it."""
    return any(lines[index].text in line.text for line in lines[index + 1 : index + 8])


def _foot(lines: Sequence[Line], kinds: list[str | None], weak: dict[int, str], body: int) -> None:
    """After the body, all that stands after the first line of the page's foot and is no fact."""
    after = [
        index for index in range(body + 1, len(lines)) if kinds[index] in _FEET or kinds[index] in {"counter", "tools"}
    ]
    if not after:
        return
    for index in range(body + 1, len(lines)):
        line = lines[index].text
        if kinds[index] is not None or lines[index].row:
            continue
        foreign = not _CHINESE.search(line) and sum(map(str.isalpha, line)) * 2 > len(line)
        if index in weak or foreign or (index > after[0] and not is_label(line) and not OUTLINE.match(line)):
            kinds[index] = weak.get(index) or (
                "disclaimer" if foreign and kinds[after[0]] == "disclaimer" else "footer"
            )


_SOURCE = re.compile(r"来源\s{0,3}[:：]\s{0,3}([^\s，。；|（(]{2,12})")
_CREDIT = re.compile(r"(?:客户端|新闻客户端|记者|融媒体?|新媒体|全媒体|供图|微信|公众号|[Aa][Pp][Pp]|网|讯)\Z")
_OFFICIAL = re.compile(r"(?:政府|委员会|办公[厅室]|[厅局委部院会省市县区])\Z")


def _credits(text: Text, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A picture's credit: the name of the source as a line of its own among the paragraphs."""
    names = {match[1] for match in _SOURCE.finditer(text.content) if not _OFFICIAL.search(match[1])}
    sources = names | {_CREDIT.sub("", name) for name in names}
    if sources:
        for index, line in enumerate(lines):
            if (
                kinds[index] is None
                and _CREDIT.sub("", line.text) in sources
                and not (index and _LABELLED.search(lines[index - 1].text))
            ):
                kinds[index] = "credit"


def _page_numbers(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Lone numbers that rise through the text, three or more; and the line that each page repeats."""
    lone = [
        (index, int(match[1]))
        for index, line in enumerate(lines)
        if len(line.text) <= 14 and (match := _PAGE.match(line.text)) and not line.row
    ]
    chains: list[list[tuple[int, int]]] = []
    for index, number in lone:
        last, before = chains[-1][-1] if chains else (0, 0)
        # a bare number may be the first cell of a row: pages are further apart
        enough = 20 if not lines[index].text.isdigit() else 300
        if chains and 0 < number - before <= 3 and lines[index].start - lines[last].end >= enough:
            chains[-1].append((index, number))
        else:
            chains.append([(index, number)])
    pages = [index for chain in chains if len(chain) >= 3 for index, _ in chain]
    if not pages:
        return
    beside: dict[str, list[int]] = {}
    for index in pages:
        kinds[index] = "page_number"
        for other in (index - 1, index + 1):
            if 0 <= other < len(lines) and kinds[other] is None and len(lines[other].text) <= 40:
                beside.setdefault(lines[other].text, []).append(other)
    for line, places in beside.items():
        if len(places) >= 3 and not is_final(line):
            for other in places:
                kinds[other] = "running_head"
