"""Intrusions: what a mirror injected into the body, as lines of their own or inside sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from luoshi.cleaning.finder import hits
from luoshi.cleaning.shape import OUTLINE, Line, is_final, is_label, is_sentence, lines_of
from luoshi.knowledge.table import rows
from luoshi.model import Edit, Span, Text

_SHORT = 30  # characters of an injected line
_BLOCK = 8  # lines that one block of injected lines has

# What the law says about such words is no intrusion: 打击网络赌博, 严禁开设在线赌场.
_AGAINST = re.compile(
    "打击|整治|查处|查禁|取缔|惩治|惩处|严惩|防范|治理|禁止|严禁|清理|遏制|涉嫌|涉及|案件|犯罪|违法|非法|诈骗|警惕|防止|破获|侦破|打掉|监管|行为|整顿|识破"
)
_PUNCTUATION = "，。；：？！、\n\t（）《》"
_BREAK = re.compile(r"[，。；：？！、\n\t（）《》]")
_LATIN = re.compile(r"[A-Za-z0-9.\-]{1,40}\Z")
_DOMAIN = re.compile(
    r"\.(?<=[A-Za-z0-9]\.)(?:com|net|cc|vip|xyz|top|info|tv|me|app|bet|club|org|cn|win|fun|site|online|shop|live|pro|co|io|biz|la|hk)"
    r"(?:\.cn)?(?![A-Za-z0-9-])(?:/[A-Za-z0-9/_.?=&%-]{0,80})?"
)
_HOST = re.compile(r"(?:https?://)?[A-Za-z0-9.-]{1,60}\Z")
_PUBLIC = re.compile(r"(?:gov|edu|org|mil|ac)\.cn|xinhuanet|people\.com|news\.cn|cctv|12371|12388|npc|ggj")
_LEADS_IN = re.compile(
    r"(?:网址|网站|官网|登录|登陆|链接|邮箱|访问|地址|平台|见|至|电商|详见|上|[:：@（(《“\"'])\s{0,2}\Z"
)
_MIXED = re.compile(r"[A-Za-z]{1,8}[0-9]{1,4}|[0-9]{2,4}[A-Za-z]{1,8}|[A-Za-z]{3,12}")
_ORDINAL = re.compile(
    r"([一二三四五六七八九十]{1,3})(?:是|要)|第?([一二三四五六七八九十]{1,3})[，、]|[（(]([0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]|([0-9]{1,3})[.．、]"
)
# （责任单位：…）, 市发展改革委, 《…》: what a document puts between its paragraphs
_DOCUMENTS_OWN = re.compile(r"[（(《：:、]|(?:[局委办厅部院]|政府|部门|单位)\Z")
_BRANDS = re.compile(r"官网|官方网|有限公司|版权|©|(?i:copyright)|@|备案")
_NO_BRAND = frozenset(
    [
        "www",
        "com",
        "cn",
        "net",
        "org",
        "gov",
        "edu",
        "http",
        "https",
        "html",
        "htm",
        "shtml",
        "index",
        "news",
        "info",
        "mail",
        "copyright",
        "all",
        "rights",
        "reserved",
        "center",
        "the",
        "of",
        "and",
        "home",
        "email",
        "app",
        "icp",
        "pdf",
        "doc",
        "wap",
        "web",
        "site",
        "tv",
        "gdp",
    ]
)
_NUMERALS = {character: value for value, character in enumerate("零一二三四五六七八九十")}


@cache
def _companions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may follow and what may lead a word of advertising: 官网, 登录, a brand, a Latin name."""
    table = rows("intrusions", lambda row: (row["word"], row["weight"]))
    weak = sorted({word for word, weight in table if weight != "line"}, key=len, reverse=True)
    either = "|".join(map(re.escape, weak))
    return re.compile(rf"(?:{either}|[0-9]{{0,4}}[A-Za-z][A-Za-z0-9.\-]{{0,19}}|[·|_/ -])"), re.compile(
        rf"(?:{either})\Z"
    )


def intrusions(text: Text) -> Iterator[Edit]:
    """Take out what was injected; the reason says on what evidence. Clean text yields nothing."""
    found = [*_words(text.content), *_domains(text.content), *_contacts(text.content)]
    lines = lines_of(text)
    found += _lines(text, lines)
    found.sort(key=lambda edit: (edit.start, -edit.end))
    end = 0
    for edit in found:
        if edit.start >= end:
            yield edit
            end = edit.end


# --- inside sentences


def _words(content: str) -> Iterator[Edit]:
    pairs: Counter[str] | None = None
    everywhere = _Pairs(content)
    position = 0
    for start, end, kind, whole in hits(content):
        if start < position or kind in {"hint", "contact"}:
            continue
        left, right = _clause(content, start, end)
        near = (max(left, start - 10), min(right, end + 10)) if whole else (max(left - 20, 0), right + 12)
        if _AGAINST.search(content, *near):
            continue
        if pairs is None:
            sample = content[:400_000]
            pairs = Counter(map("".join, pairwise(sample)))
        clause = Span(max(left, position), right)
        line = _whole_line(content, start, end, everywhere)
        low, high = line or _extent(content, start, end, clause, None if whole else pairs)
        low, high = _with_comma(content, low, high)
        position = high
        yield Edit(low, high, "", f"intrusions.{kind}", content[low:high])


def _whole_line(content: str, start: int, end: int, everywhere: _Pairs) -> tuple[int, int] | None:
    """The line, where it is short and nothing but the advertisement: no sentence, no item."""
    low = content.rfind("\n", max(0, start - _SHORT), start) + 1
    high = content.find("\n", end, end + _SHORT)
    if (not low and start > _SHORT) or (high < 0 and len(content) > end + _SHORT):
        return None
    high = len(content) if high < 0 else high
    line = content[low:high].strip()
    if len(line) > _SHORT or "。" in line or OUTLINE.match(line) or "、" in line:
        return None
    if len(line) > end - start + 10 and not _is_strange(line, 1, everywhere):
        return None  # a short line of the document's own, in which the advertisement was put
    low = content.index(line, low)
    return low, low + len(line)


def _clause(content: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between the marks of punctuation around a place, at most 60 characters each way."""
    left = start
    while left > max(0, start - 60) and content[left - 1] not in _PUNCTUATION:
        left -= 1
    stop = _BREAK.search(content, end, end + 60)
    return left, stop.start() if stop else min(len(content), end + 60)


def _extent(content: str, start: int, end: int, clause: Span, pairs: Counter[str] | None) -> tuple[int, int]:
    """From where to where the advertisement runs: its companions, its brand, up to known words.

    A brand is a stretch of characters that never stand together elsewhere in the text:
    in 高质量发展鸿运娱乐城 the pair 发展 is known, 展鸿 and 鸿运 are not. Where the advertisement broke
    a word in two, the halves that it leaves make a known pair: 吞鸿运娱乐城吐.
    """
    following, leading = _companions()
    left, right = clause
    while end < right and (match := following.match(content, end, right)) and match.group() not in _AMBIGUOUS:
        end = match.end()
    while start > left:
        if ((match := leading.search(content, max(left, start - 6), start)) and match.group() != "中国") or (
            match := _LATIN.search(content, max(left, start - 40), start)
        ):
            start = match.start()
        elif content[start - 1] in "·|_/ -":
            start -= 1
        else:
            break
    if pairs is None:
        if content[start - 1 : start] in _OPENING and content[end : end + 1] in _CLOSING:
            return start - 1, end + 1
        return start, end
    known, after = 7, content[end : end + 1]
    for length in range(1, 7):
        place = start - length
        if place <= left:
            if right - end <= 2 and start - left <= 4:
                return left, end  # the whole clause is the advertisement
            break
        if pairs[content[place - 1 : place + 1]] > 1:  # a known word ends here
            known = length
            break
    for length in range(min(known, 5) if after.isalpha() else 0):
        place = start - length
        if place > left and after and pairs[content[place - 1] + after] > 0:
            return place, end
    return (start - known + 1 if known <= 5 else start), end


_AMBIGUOUS = frozenset(
    ["中国", "公司", "集团", "导航", "大厅", "服务", "国际", "网", "在线", "线上", "推荐", "电子", "技巧"]
)
"""Companions that a sentence may as well go on with."""

_ORDINARY = frozenset(
    [
        "中国",
        "公司",
        "有限公司",
        "集团",
        "股份",
        "平台",
        "网站",
        "联系",
        "咨询",
        "办理",
        "电话",
        "热线",
        "线路",
        "导航",
        "大厅",
        "服务",
        "国际",
        "网",
        "在线",
        "线上",
        "推荐",
        "电子",
        "技巧",
    ]
)
"""Companions that headings of a document use as well."""

_OPENING = frozenset("【[（(《")
_CLOSING = frozenset("】]）)》")


def _with_comma(content: str, start: int, end: int) -> tuple[int, int]:
    """An advertisement that was a whole clause takes one comma along."""
    before = content[start - 1] if start else "\n"
    after = content[end] if end < len(content) else "\n"
    if before in "，、；。：\n" and after in "，、；":
        return start, end + 1
    if before in "，、；" and after in "。！？\n":
        return start - 1, end
    return start, end


def _domains(content: str) -> Iterator[Edit]:
    """A foreign address glued between two clauses: 推动改革www.example.vip深化开放."""
    position = 0
    for match in _DOMAIN.finditer(content):
        if match.start() < position:
            continue
        host = _HOST.search(content, max(position, match.start() - 60), match.start())
        if not host:
            continue
        start, end = host.start(), match.end()
        if start and content[start - 1] in _OPENING and content[end : end + 1] in _CLOSING:
            start, end = start - 1, end + 1
        inside = start and end < len(content) and _joins(content[start - 1]) and _joins(content[end])
        if not inside or _PUBLIC.search(content, start, end) or _LEADS_IN.search(content, max(0, start - 4), start):
            continue
        before = content[max(0, start - 80) : start].rpartition("\n")[2]
        after = content[end : end + 80].partition("\n")[0]
        if not is_sentence(before + after):
            continue
        low, high = _with_comma(content, start, end)
        position = high
        yield Edit(low, high, "", "intrusions.domain", content[low:high])


_CONTACT = re.compile(
    r"加?(?:微信|薇信|威信|扣扣|QQ|qq)(?:号|群)?[:：]?\s?[A-Za-z0-9_-]{5,20}(?<=[0-9][A-Za-z0-9]|[A-Za-z0-9][0-9])(?![A-Za-z0-9])"
)


def _contacts(content: str) -> Iterator[Edit]:
    """A way to reach the advertiser, glued between two clauses: 推动改革QQ群20260101深化开放."""
    for place, _, kind, _ in hits(content):
        if kind != "contact":
            continue
        match = _CONTACT.match(content, max(0, place - (content[place - 1 : place] == "加")))
        if match is None:
            continue
        start, end = match.span()
        line = content[max(0, start - 80) : start].rpartition("\n")[2]
        rest = content[end : end + 80].partition("\n")[0]
        inside = line and rest and _joins(line[-1]) and _joins(rest[0])
        if inside and is_sentence(line + rest) and not _LEADS_IN.search(line):
            low, high = _with_comma(content, start, end)
            yield Edit(low, high, "", "intrusions.contact", content[low:high])


def _joins(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character in "，。；、！”"


# --- lines of their own


def _lines(text: Text, lines: Sequence[Line]) -> Iterator[Edit]:
    """Short lines among the paragraphs that are no heading, no item and no fact about the document."""
    suspects = [
        index for index, line in enumerate(lines) if line.end - line.start <= _SHORT and _is_suspect(line, index, lines)
    ]
    if not suspects:
        return
    repeated = Counter(lines[index].text for index in suspects)
    brands_of = cache(lambda: _brands(text))
    pairs = _Pairs(text.content)
    breakers = {lines[index].text for index in suspects if _interrupts(lines, index)}
    headings = [
        mark.start for mark, _, _ in ((m.span, m.kind, m.value) for m in text.original.marks if m.kind == "heading")
    ]
    for index in suspects:
        line = lines[index]
        if headings and _is_heading(text, headings, line):
            continue
        latin = [token.casefold() for token in _MIXED.findall(line.text)]
        kind = None
        if line.text in breakers:
            kind = "interruption"
        elif latin and not brands_of().isdisjoint(latin):
            kind = "brand"
        elif latin and repeated[line.text] >= 2:
            kind = "repeated"
        elif _advertises(line.text) and _is_strange(line.text, repeated[line.text], pairs):
            kind = "brand"
        elif repeated[line.text] >= 2 and _is_strange(line.text, repeated[line.text], pairs):
            kind = "repeated"
        if kind:
            yield Edit(line.start, line.end, "", f"intrusions.{kind}", line.text)


_SMALL = re.compile(r"(?<![A-Za-z])[a-z]{2,}[0-9]{0,4}(?![A-Za-z])|[a-z][0-9]{1,4}(?![0-9A-Za-z%.])")
_NUMBERED = re.compile(r"[\u3400-\u9fff]{2,4}(?!(?:19|20)[0-9]{2}\Z)[0-9]{2,4}\Z")
_ENTRY = re.compile(r"(?:官网|官方|官方网|网址|入口|登录|登陆|下载|首页|网页版|手机版|APP|app|App|客户端)\Z")
_KEYWORDS = re.compile(r"[^\s_|｜]{2,12}[_|｜][^\s_|｜]{2,16}(?:[_|｜]|\Z)")


@cache
def _trade() -> re.Pattern[str]:
    """The words of advertisers that tell something in a line of their own: 体育, 厂家, 在线."""
    table = rows("intrusions", lambda row: (row["word"], row["weight"]))
    words = sorted({word for word, weight in table if weight in {"line", "weak"}} - _ORDINARY, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _advertises(line: str) -> bool:
    """Whether a lone short line speaks as advertisers do: a word of theirs, a name in small letters, keywords."""
    return bool(
        _trade().search(line)
        or _SMALL.search(line)
        or _NUMBERED.match(line)
        or _ENTRY.search(line)
        or _KEYWORDS.match(line)
    )


class _Pairs:
    """How often pairs of characters come in a text: a few are counted one by one, many all at once."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.known: dict[str, int] = {}
        self.all: Counter[str] | None = None

    def count(self, pair: str) -> int:
        """The number of times that the two characters follow each other."""
        if self.all is not None:
            return self.all[pair]
        if pair not in self.known:
            if len(self.known) >= _ONE_BY_ONE:
                self.all = Counter(map(str.__add__, self.content, self.content[1:]))
                return self.all[pair]
            self.known[pair] = self.content.count(pair)
        return self.known[pair]


_ONE_BY_ONE = 100
"""So many searches through the text cost about as much as counting all its pairs."""


def _is_strange(line: str, times: int, everywhere: _Pairs) -> bool:
    """Whether the text knows none of the words of the line, those of advertisers aside: 亿百体育, 恒鑫机械.

    A heading of the document's own speaks of what its chapter speaks of.
    """
    rest = _trade().sub(" ", line)
    pairs = [rest[i : i + 2] for i in range(len(rest) - 1) if rest[i : i + 2].isalpha()]
    if not pairs:
        return len(set(_trade().findall(line))) >= 2 or _SMALL.search(line) is not None
    known = sum(everywhere.count(pair) > times * line.count(pair) for pair in pairs)
    sure = times > 1 or not line.isalpha() or (not line.isascii() and _ENTRY.search(line) is not None)
    return known * 4 < len(pairs) if sure else not known


def _is_heading(text: Text, headings: Sequence[int], line: Line) -> bool:
    place = text.back(Span(line.start, line.end))
    index = bisect_right(headings, place.end - 1) - 1
    return index >= 0 and headings[index] >= place.start


def _is_suspect(line: Line, index: int, lines: Sequence[Line]) -> bool:
    """A line that stands between two paragraphs and is itself nothing that a document has."""
    if not 0 < index < len(lines) - 1 or line.row:
        return False
    before = index - 1
    while before and index - before < _BLOCK and _is_loose(lines[before]):
        before -= 1
    if (
        not is_final(lines[before].text)
        or lines[before].text[-1] in "：:"
        or _TITLE.search(line.text)
        or is_final(line.text)
        or is_sentence(line.text)
        or OUTLINE.match(line.text)
        or is_label(line.text)
    ):
        return False
    if _DOCUMENTS_OWN.search(line.text):
        return False
    after = index + 1
    while after < len(lines) - 1 and after - index < _BLOCK and _is_loose(lines[after]):
        after += 1
    following = lines[after].text
    return is_sentence(following) or OUTLINE.match(following) is not None


_TITLE = re.compile(r"(?:建议|纲要|规划|计划|方案|报告|公报|决定|决议|意见|通知|公告|讲话|办法|条例|纪要|要点)\Z")


def _is_loose(line: Line) -> bool:
    """A short line that is no sentence, no item and no fact: one of a block of injected lines, perhaps."""
    words = line.text
    return len(words) <= _SHORT and not (
        line.row or is_final(words) or is_sentence(words) or OUTLINE.match(words) or is_label(words)
    )


def _interrupts(lines: Sequence[Line], index: int) -> bool:
    """Whether the line stands between 七是… and 八是…, where no heading can stand."""
    before, after = _ORDINAL.match(lines[index - 1].text), _ORDINAL.match(lines[index + 1].text)
    if not before or not after or before.lastindex != 1 or after.lastindex != 1:
        return False
    return _value(before[1]) + 1 == _value(after[1]) and len(lines[index].text) <= 20


def _value(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _NUMERALS.get(numeral, -9)
    return 10 * _NUMERALS.get(tens or "一", 1) + (_NUMERALS.get(ones, 0) if ones else 0)


def _brands(text: Text) -> set[str]:
    """The Latin names by which the page calls itself: its domain, its owner, its mail."""
    content = text.original.content
    brands: set[str] = set()
    for match in _DOMAIN.finditer(content):
        host = _HOST.search(content, max(0, match.start() - 60), match.start())
        if host and not _PUBLIC.search(content, host.start(), match.end()):
            brands.update(re.split(r"[^A-Za-z0-9]+", host.group().casefold()))
    for match in _BRANDS.finditer(content):
        line = content[max(0, match.start() - 60) : match.end() + 60]
        brands.update(
            token.casefold() for token in re.findall(r"(?<![A-Za-z0-9])[A-Za-z]{1,8}[0-9]{1,4}(?![A-Za-z0-9])", line)
        )
    return {brand for brand in brands if len(brand) >= 2 and not brand.isdigit()} - _NO_BRAND
