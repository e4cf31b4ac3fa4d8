"""People: names that a post, a byline or a list of those present makes sure of.

A name alone is never enough (高水平 has the form of one): it must stand beside its post and before a
word that can follow a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from luoshi.extraction.posts import body_of_post, owners_of
from luoshi.knowledge.automata import automaton_of, find_words
from luoshi.knowledge.posts import post_names, posts
from luoshi.knowledge.surnames import is_name
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Person

_HAN = re.compile(r"[^\W\dA-Za-z_]{1,4}")
_MINORITY = re.compile(r"[^\W\dA-Za-z_]{1,6}·[^\W\dA-Za-z_]{1,8}")
_SPACED = re.compile(r"([^\W\dA-Za-z_]) ([^\W\dA-Za-z_])(?=\n|$)")
_AFTER = (
    *(
        "表示",
        "表态",
        "说",
        "指出",
        "认为",
        "谈到",
        "介绍",
        "强调",
        "坦言",
        "透露",
        "告诉",
        "要求",
        "宣布",
        "提出",
        "回应",
        "解释",
        "建议",
        "补充",
        "呼吁",
        "承诺",
        "郑重",
    ),
    *(
        "作",
        "主持",
        "出席",
        "参加",
        "列席",
        "代表",
        "在",
        "率",
        "带",
        "的",
        "等",
        "同志",
        "致",
        "为",
        "任",
        "当选",
        "对",
        "就",
        "向",
        "和",
        "与",
        "及",
    ),
    *(
        "陪同",
        "会见",
        "会上",
        "发言",
        "讲话",
        "一行",
        "到",
        "赴",
        "深入",
        "调研",
        "先后",
        "也",
        "还",
        "亲自",
        "以",
        "已",
        "将",
        "围绕",
        "表达",
        "传达",
        "做",
        "通报",
        "则",
        "受",
        "来",
        "从",
    ),
)
_FIRM = (
    "在",
    "作",
    "主持",
    "出席",
    "表示",
    "说",
    "指出",
    "强调",
    "对",
    "参加",
    "向",
    "代表",
    "发表",
    "会见",
    "同",
    "给",
    "到",
    "先后",
    "签署",
    "任",
    "担任",
    "总书记",
)
_LEFT = frozenset("以由和与对在向受为、经请让把随同跟于是及")
_POST_START = re.compile(r"[^，。；：！？、“”（）()<>/#\n\t]{0,24}\Z")
_LEAD_IN = re.compile(
    r"^.*(?:今天|昨天|日前|近日|会议?上 ?|的有|(?<!自)由|了|邀请|听取|其中|时任|现任|担任|当选|任命|选举|会见|为|——|是|的|在|称)(?=[^\W\dA-Za-z_]{2})"
)
_PART_OF_WORD = {"席": "国团台令席", "记": "处", "任": "委医护", "委": "会", "者": "会站证", "理": "府", "长": "江三"}
"""What makes another word of a post: 主席国, 书记处, 州长江."""
_ENDINGS = "在作说对等和与及为将的就向同到也还则以"
_ROLL = re.compile(
    r"(?P<name>[^\W\dA-Za-z_]{2,3}|[^\W\dA-Za-z_] {1,2}[^\W\dA-Za-z_])[ \t\u3000]{1,4}(?=[^\W\dA-Za-z_])"
)
_THOUGHT = re.compile(r"(?:新时代|经济|法治|外交|强军|生态文明|文化)[^\W\dA-Za-z_]{0,11}?思想|思想")
_HOLDS = ("people.post", "people.roll", "people.again")
_PARTY_WORD = ("党组", "党委", "党工", "常务", "常委", "总工", "组长")
"""What posts begin with and surnames do too: 党组 is nobody's name."""
_NAME_SEPARATORS = " 、/ \u3000"


def people(document: Document) -> Iterator[Finding[Person]]:
    """Every mention of a person, with the post that the text gives at that mention or at an earlier one."""
    content = document.text.content
    found: dict[int, Finding[Person]] = {}
    names = post_names()
    for number, start, end in find_words(names.automaton, content):
        place = names.places[number]
        if place == "before":
            mentions = _after_post(content, start, end)
        elif place == "after":
            mentions = _before_title(content, start, content[start:end])
        elif place == "byline":
            mentions = _byline(content, start, end)
        else:
            mentions = _list(content, start)
        for finding in mentions:
            known = found.get(finding.span.start)
            if known is None or (known.value.post is None and finding.value.post is not None):
                found[finding.span.start] = finding
    for finding in _signature(document):
        found.setdefault(finding.span.start, finding)
    owners = owners_of(document)
    known_bodies: dict[str, str | None] = {}
    for mention in (*found.values(), *_again(content, found)):
        post = mention.value.post
        if post is not None and mention.rule in _HOLDS:
            if post not in known_bodies:
                known_bodies[post] = body_of_post(post, owners)
            yield _with_body(mention, post, known_bodies[post])
        else:
            yield mention


def _with_body(mention: Finding[Person], post: str, body: str | None) -> Finding[Person]:
    """The mention with the body that the post is held in; one that the text has in fewer words is no longer stated."""
    if body is None:
        return mention
    basis = mention.basis if body in post else "normalised"
    return replace(mention, value=replace(mention.value, body=body), basis=basis)


def _finding(content: str, start: int, end: int, post: str | None, rule: str) -> Finding[Person]:
    quote = content[start:end]
    name = quote.replace(" ", "")
    basis = "stated" if name == quote else "normalised"
    return Finding("person", Person(name, post), Span(start, end), quote, f"people.{rule}", basis)


def _after_post(content: str, start: int, end: int) -> Iterator[Finding[Person]]:
    """市委书记X表示; 省长 X."""
    at = end
    if content[at : at + 1] in ("\n", ""):
        yield from _in_a_roll(content, start, end)
    if content[at : at + 1] in _PART_OF_WORD.get(content[end - 1], ()) and content[at : at + 1]:
        return
    while content[at : at + 1] in (" ", "\u3000") and at < end + 4:
        at += 1
    stop = _name_at(content, at, spaced=at > end)
    if stop is None:
        return
    yield _finding(content, at, stop, post_before(content, start, end), "post")
    while content[stop : stop + 1] == "、":  # 副市长X、Y
        at, stop_next = stop + 1, _name_at(content, stop + 1, spaced=False, weak=False)
        if stop_next is None or content[at : at + 2] in posts():
            return
        yield _finding(content, at, stop_next, post_before(content, start, end), "post")
        stop = stop_next


def _in_a_roll(content: str, start: int, end: int) -> Iterator[Finding[Person]]:
    """林屿 市港口集团总经理: a line of a list that begins with the name."""
    line = content.rfind("\n", max(0, start - 60), start) + 1
    entry = _ROLL.match(content, line, end)
    if entry and is_name(entry["name"].replace(" ", ""), weak=False):
        yield _finding(content, line, entry.end("name"), content[entry.end() : end], "roll")


def _name_at(content: str, at: int, *, spaced: bool, weak: bool = True) -> int | None:
    """Where the name that starts here ends, or ``None``: three characters before two, and only before a
    word that can follow a name.
    """
    minority = _MINORITY.match(content, at)
    if minority:
        return _minority_end(content, at, minority.end())
    if spaced and (wide := _SPACED.match(content, at)) and is_name(wide[1] + wide[2]):
        return wide.end()
    run = _HAN.match(content, at)
    if run is None:
        return None
    for length in (4, 3, 2) if len(run[0]) == 4 else (3, 2):
        word = content[at : at + length]
        if length == 3 == len(word) and word[-1] in _ENDINGS and is_name(word[:2], weak=weak):
            continue  # 王某在京
        if (
            len(word) == length
            and len(run[0]) >= length
            and is_name(word, weak=weak)
            and not word.startswith(_PARTY_WORD)
            and word not in posts()
            and _may_follow(content, at + length)
        ):
            return at + length
    return None


def _minority_end(content: str, at: int, end: int) -> int:
    """艾某江·买某提 ends before the first word that can follow a name."""
    for stop in range(content.index("·", at) + 2, end):
        if _may_follow(content, stop):
            return stop
    return end


def _may_follow(content: str, at: int) -> bool:
    right = content[at : at + 1]
    return not "一" <= right <= "龥" or content.startswith(_AFTER, at)


def post_before(content: str, start: int, end: int) -> str:
    """The post that ends here with those joined to it by 、: ``市委常委、园区党工委书记``."""
    begin = start
    for _ in range(4):
        clause = _POST_START.search(content, max(0, begin - 26), begin)
        if clause is None:
            break
        words = _LEAD_IN.sub("", clause[0])
        begin = begin - len(words)
        if content[begin - 1 : begin] != "、" or words != clause[0]:
            break
        before = content[max(0, begin - 5) : begin - 1]
        if not before.endswith(tuple(posts())) and not before.endswith(("委员", "常委", "成员")):
            break
        begin -= 1
    return content[begin:end].lstrip("、—- \u3000#")


def _before_title(content: str, start: int, title: str) -> Iterator[Finding[Person]]:
    """X总书记, X、Y同志."""
    stop = start
    for turn in range(12):
        begin = _name_before(content, stop, bound=title == "同志" and turn == 0)
        if begin is None:
            return
        yield _finding(content, begin, stop, title if title != "同志" else None, "title")
        if content[begin - 1 : begin] != "、":
            return
        stop = begin - 1
        if content[stop - 2 : stop] == "同志":
            stop -= 2


def _name_before(content: str, stop: int, *, bound: bool) -> int | None:
    for length in (3, 2, 4):
        begin = stop - length
        if begin < 0:
            continue
        left = content[begin - 1 : begin]
        edge = not "一" <= left <= "龥" or left in _LEFT
        if (edge or (not bound and length == 3)) and is_name(content[begin:stop], weak=False):
            return begin
    return None


def _byline(content: str, start: int, end: int) -> Iterator[Finding[Person]]:
    """记者 X Y/文 Z/摄; 责编：X."""
    at = end
    post = _own_words(post_before(content, start, end))
    for _ in range(6):
        while content[at : at + 1] and content[at] in _NAME_SEPARATORS + "：:":
            at += 1
        run = _HAN.match(content, at)
        if run is None:
            return
        for length in (3, 2):
            right = content[at + length : at + length + 1]
            if length == 3 and run[0][2:3] in ("摄", "文", "报", "图"):
                continue
            if len(run[0]) >= length and (not "一" <= right <= "龥" or right in "摄文报") and is_name(run[0][:length]):
                yield _finding(content, at, at + length, post, "byline")
                at += length
                break
        else:
            return
        if content[at : at + 1] == "/":
            at += 1
            while content[at : at + 1] in ("文", "摄", "图"):
                at += 1


def _own_words(post: str) -> str:
    """The post without the names of those before: 摄影 of 记者 林屿 摄影."""
    words = re.split(r"[ /\u3000]+", post)
    for at in range(len(words) - 1, 0, -1):
        if is_name(words[at - 1]) or words[at - 1] in posts():
            own = words[at - 1 :] if words[at - 1] in posts() and not is_name(words[at - 1]) else words[at:]
            return " ".join(own)
    return post


def _list(content: str, start: int) -> Iterator[Finding[Person]]:
    """A、B、C等党和国家领导人; at least three names, every one of which can be one."""
    begin = max(0, start - 160)
    words = content[begin:start]
    cut = max(words.rfind(mark) for mark in "。；\n：，")
    begin, words = begin + cut + 1, words[cut + 1 :]
    spans = []
    at = begin
    for token in words.split("、"):
        spans.append((at, token))
        at += len(token) + 1
    names = []
    for at, token in reversed(spans):
        if is_name(token):
            names.append((at, at + len(token)))
            continue
        tail = next(
            (length for length in (3, 2) if is_name(token[-length:]) and token[:-length].endswith(tuple(posts()))), None
        )
        if tail:
            names.append((at + len(token) - tail, at + len(token)))
        break
    if len(names) >= 3:
        for at, stop in reversed(names):
            yield _finding(content, at, stop, None, "list")


def _signature(document: Document) -> Iterator[Finding[Person]]:
    """The author whom the profile found (（X） at the end of a report)."""
    author = document.profile.author
    if author is not None and author.value.name and author.value.name in author.quote:
        start = author.span.start + author.quote.rfind(author.value.name)
        span = Span(start, start + len(author.value.name))
        yield Finding(
            "person", Person(author.value.name, author.value.post), span, document.text[span], "people.author"
        )


def _again(content: str, found: dict[int, Finding[Person]]) -> Iterator[Finding[Person]]:
    """Later and earlier mentions of the same names without a post."""
    posts_of: dict[str, str | None] = {}
    for finding in found.values():
        if finding.rule != "people.byline":
            posts_of.setdefault(finding.value.name, finding.value.post)
            posts_of[finding.value.name] = posts_of[finding.value.name] or finding.value.post
    if not posts_of:
        return
    names = list(posts_of)
    for number, start, end in find_words(automaton_of(names), content):
        if start not in found and _stands_alone(content, names[number], start, end):
            yield _finding(content, start, end, posts_of[names[number]], "again")


def _stands_alone(content: str, name: str, start: int, end: int) -> bool:
    if _THOUGHT.match(content, end):
        return False
    if len(name) >= 3:
        return True
    left = content[start - 1 : start]
    return (not "一" <= left <= "龥" or left in _LEFT) and content.startswith(_FIRM, end)
