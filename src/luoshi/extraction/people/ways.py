"""The ways in which a text names persons: behind a post, before a title, in a byline."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.extraction.people.names import HAN, name_at, name_before
from luoshi.extraction.people.post_words import own_words, post_before
from luoshi.knowledge.posts import posts
from luoshi.knowledge.surnames import is_name
from luoshi.model import Finding, Span
from luoshi.model.values import Person
from luoshi.patterns import regex

_PART_OF_WORD = {"席": "国团台令席", "记": "处", "任": "委医护", "委": "会", "者": "会站证", "理": "府", "长": "江三"}
"""What makes another word of a post: 主席国, 书记处, 州长江."""
_ROLL = regex(r"(?P<name>[^\W\dA-Za-z_]{2,3}|[^\W\dA-Za-z_] {1,2}[^\W\dA-Za-z_])[ \t\u3000]{1,4}(?=[^\W\dA-Za-z_])")
_FULL_POST = regex(
    r"[^\W\dA-Za-z_]{2,8}[省市区县州旗盟镇乡村]长\Z|(?:[省市区县州旗盟镇乡村委局厅部院校会处室所办司站中心]|集团|公司|街道|社区|法院|大学|医院|中心|支队|大队)"
    r"(?:党[^\W\dA-Za-z_]{0,12}、)?(?:党委|党组|党工委|党总支|党支部|支部|管委会|常务|人民政府|政府|第一|执行)?副?"
    r"(?:[省市区县州旗盟镇乡村局厅部院校会处所司站社关馆台园厂矿]长|书记|主任|主席|董事长|总经理|经理|支队长|总队长|队长)\Z"
)
"""A post with whose it is: 市水利局局长, 东浦区委书记."""
_WHOLE_TITLE = regex(r"(?:[市区县州镇乡局厅院会处所]|、)[市区县州镇乡局厅院会处所]长\Z")
_AS = regex(r"(?:作为|身为)[^，。；！？\n]{0,26}\Z")
_SPOKEN = regex(
    r"[^\W\dA-Za-z_]{2,3}(?:[^\W\dA-Za-z_]{0,8}?(?:表示|说|指出|强调|认为|介绍|谈到|告诉|坦言|透露|承诺|表态)|[：:]|[，。]“)"
)
_NAMED_IN_FRONT = regex(r"(?<![^\W\dA-Za-z_])[^\W\dA-Za-z_]{2,4}\Z")
_NAME_SEPARATORS = " 、/ \u3000"


def person_at(content: str, start: int, end: int, post: str | None, rule: str) -> Finding[Person]:
    """The finding of a name at ``[start, end)``; spaces inside it are none of the name."""
    quote = content[start:end]
    name = quote.replace(" ", "")
    basis = "stated" if name == quote else "normalised"
    return Finding("person", Person(name, post), Span(start, end), quote, f"people.{rule}", basis)


def after_post(content: str, start: int, end: int) -> Iterator[Finding[Person]]:
    """市委书记X表示; 省长 X."""
    at, right = end, content[end : end + 1]
    if right == "）":
        yield from _in_brackets(content, end)
    if right in ("\n", ""):
        yield from _in_a_roll(content, start, end)
    part_of_word = right and right in _PART_OF_WORD.get(content[end - 1], ())
    if part_of_word and not (
        right in "江三" and (_SPOKEN.match(content, at) or _WHOLE_TITLE.search(content, max(0, start - 1), end))
    ):  # but 厅长江某某表示
        return
    if right in ("，", "的"):  # 作为市水利局局长，X表示
        if not _AS.search(content, max(0, start - 30), start):
            return
        at += 1
    while content[at : at + 1] in (" ", "\u3000") and at < end + 4:
        at += 1
    weak = not content.endswith(("代表", "委员"), start, end)  # 政协委员和其他人士
    post = post_before(content, start, end)
    stop = name_at(content, at, spaced=at > end, weak=weak, sure=at == end and _FULL_POST.search(post) is not None)
    if stop is None:
        return
    yield person_at(content, at, stop, post, "post")
    while content[stop : stop + 1] == "、":  # 副市长X、Y
        at, stop_next = stop + 1, name_at(content, stop + 1, spaced=False, weak=False)
        if stop_next is None or content[at : at + 2] in posts():
            return
        yield person_at(content, at, stop_next, post_before(content, start, end), "post")
        stop = stop_next


def _in_brackets(content: str, end: int) -> Iterator[Finding[Person]]:
    """林屿（市发改委主任）说."""
    opening = content.rfind("（", max(0, end - 42), end)
    name = _NAMED_IN_FRONT.search(content, max(0, opening - 5), opening) if opening > 0 else None
    if name and is_name(name[0], weak=False) and "\n" not in content[opening:end]:
        yield person_at(content, name.start(), opening, content[opening + 1 : end], "brackets")


def _in_a_roll(content: str, start: int, end: int) -> Iterator[Finding[Person]]:
    """林屿 市港口集团总经理: a line of a list that begins with the name."""
    line = content.rfind("\n", max(0, start - 60), start) + 1
    entry = _ROLL.match(content, line, end)
    if entry and is_name(entry["name"].replace(" ", ""), weak=False):
        yield person_at(content, line, entry.end("name"), content[entry.end() : end], "roll")


def before_title(content: str, start: int, title: str) -> Iterator[Finding[Person]]:
    """X总书记, X、Y同志."""
    stop = start
    for turn in range(12):
        begin = name_before(content, stop, bound=title == "同志" and turn == 0)
        if begin is None:
            return
        yield person_at(content, begin, stop, title if title != "同志" else None, "title")
        if content[begin - 1 : begin] != "、":
            return
        stop = begin - 1
        if content[stop - 2 : stop] == "同志":
            stop -= 2


def byline(content: str, start: int, end: int) -> Iterator[Finding[Person]]:
    """记者 X Y/文 Z/摄; 责编：X."""
    at = end
    post = own_words(post_before(content, start, end))
    for _ in range(6):
        while content[at : at + 1] and content[at] in _NAME_SEPARATORS + "：:":
            at += 1
        run = HAN.match(content, at)
        if run is None:
            return
        for length in (3, 2):
            right = content[at + length : at + length + 1]
            if length == 3 and run[0][2:3] in ("摄", "文", "报", "图"):
                continue
            if len(run[0]) >= length and (not "一" <= right <= "龥" or right in "摄文报") and is_name(run[0][:length]):
                yield person_at(content, at, at + length, post, "byline")
                at += length
                break
        else:
            return
        if content[at : at + 1] == "/":
            at += 1
            while content[at : at + 1] in ("文", "摄", "图"):
                at += 1
