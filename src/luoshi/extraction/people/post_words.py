"""The words of a post, from where they begin before a name to the word that is the post."""

from __future__ import annotations

import re

from luoshi.knowledge.posts import ends_in_post, posts
from luoshi.knowledge.surnames import is_name
from luoshi.patterns import regex

_POST_START = regex(r"[^，。；：！？、“”‘’「」『』\"（）()<>/#\n\t]{0,24}\Z")
_LEAD_IN = regex(
    r"^(?:据|对于?|用|按照?|照)(?=[^\W\dA-Za-z_]{2})|^.*(?:今天|昨天|日前|近日|会议?上 ?|的有|(?<!自)由|了|邀请|听取|其中|列席|参加讨论|轮到|来自|在座|刚刚?|履新|(?<!信)专?访(?!问)|(?<![合共等一陪会协大])同(?![志济仁安心江])|时任|现任|担任|当选|任命|选举|会见|身为|作为|为|——|是|(?<!党)的|(?<![转出])让|在|称|(?:长|书记|主任|主席|经理|师|员)[^\W\dA-Za-z_]{2,3}[和与及])(?=[^\W\dA-Za-z_]{2})"
)


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
        if not ends_in_post(before) and not before.endswith(
            ("委员", "常委", "成员", "代表", "模范", "获得者", "工作者", "标兵", "工匠", "带头人")
        ):
            break
        begin -= 1
    return content[begin:end].lstrip("、—- \u3000#")


def own_words(post: str) -> str:
    """The post without the names of those before: 摄影 of 记者 林屿 摄影."""
    words = re.split(r"[ /\u3000]+", post)
    for at in range(len(words) - 1, 0, -1):
        if is_name(words[at - 1]) or words[at - 1] in posts():
            own = words[at - 1 :] if words[at - 1] in posts() and not is_name(words[at - 1]) else words[at:]
            return " ".join(own)
    return post
