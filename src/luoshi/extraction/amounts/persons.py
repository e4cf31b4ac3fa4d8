"""Numbers of people without a measure word: ``30万失业人员``, ``近千万家庭``, ``转移农村劳动力20万``."""

from __future__ import annotations

from luoshi.patterns import regex

_followed = regex(
    r"[^\W\d_，。；、的]{0,8}?(?:(?P<people>人员|职工|员工|工人|群众|居民|农民|劳动力|学生|学子|师生|党员|干部|儿童|"
    r"老人|老年人|残疾人|患者|人口|移民|教师|毕业生|人才|青年|妇女|市民|游客|志愿者|牧民|孩子|村民|业主|参保人|考生|民工|军人|"
    r"创客|主播|乡亲|纳税人|年轻人|旅客|乘客|观众|读者|[^\W\d_]者(?!们))|家庭|农户|牧户|居民户)"
)
_preceded = regex(r"(?:劳动力|人数|人口|毕业生|农民工|志愿者|党员|职工|游客|用户|居民)(?:人数|总数|数)?(?:约|近|超)?$")
_LONGEST = 14
_BOUNDS = frozenset("以左上及")
"""以上, 左右: what may stand behind a number that counts the people before it (贫困人口减少10万以上)."""


def counts_people(content: str, end: int, lead: str) -> str:
    """The unit that a number in 万 or 亿 leaves unsaid: 人 or 户; empty where no people stand beside it.

    ``end``: where the number ends; ``lead``: the words of its clause before it.
    """
    following = content[end : end + 1]
    if following.isalpha() and following not in _BOUNDS:
        found = _followed.match(content, end, end + _LONGEST)
        if found:
            return "人" if found["people"] else "户"
        return ""
    return "人" if lead and _preceded.search(lead) else ""
