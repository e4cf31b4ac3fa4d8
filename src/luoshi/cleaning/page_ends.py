"""The head and the foot of a page: what stands before and after the document's body."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.cleaning.own_words import SEPARATORS
from luoshi.cleaning.shape import CHINESE, OUTLINE, Line, is_final, is_label
from luoshi.patterns import regex

FEET = frozenset({"contact", "copyright", "disclaimer", "navigation", "related", "share"})
"""The kinds of furniture with which the foot of a page begins."""

LABELLED = (":", "：")
"""A line that ends so is a label: the next one is its fact."""

_TITLES = (
    "建议", "纲要", "规划", "计划", "方案", "报告", "公报", "决定", "决议", "意见", "通知", "公告", "通告", "侧记", "综述", "说明", "讲话",
    "办法", "规定", "条例", "细则", "批复", "函", "纪要", "要点", "全会", "会议", "解读", "社论", "评论员",
)  # fmt: skip
_ARROWS = frozenset(">＞»›→")
_SITES = ("网", "平台", "门户", "公司")
_SITE = regex(
    r"(?:官方网站|官网|门户网站|网站首页|政府网|新闻网|信息网|平台)\s{0,3}(?:[-—_|–]|\Z)|[-—_|–]\s{0,3}[^，。]{1,16}(?:网站|网|门户|平台|公司)\Z"
)
# 云泽市人民政府文件, 云政发〔2025〕3号, 云泽市市长 李某某: above a title these belong to the document.
_NAMED = regex(
    r"[〔［\[（(][12][0-9]{3}[〕］\])）]\s?第?[0-9]{1,4}\s?号|(?:政府|委员会|办公[厅室]|[厅局委部院会])(?:文件|令|公报)?\Z"
    r"|(?:[省市区县州]长|书记|主任|主席|总理|厅长|局长)\s{0,4}[^\dA-Za-z_，。；：、！？（）“”《》]{1,12}\Z"
)
# What stands in the line below a title: 浏览次数：12 来源：云泽日报.
_FACTS = regex(r"[^\W\dA-Za-z_]{2}[:：]|发表于|\A原创\s")


def mark_head(lines: Sequence[Line], kinds: list[str | None], weak: dict[int, str], body: int) -> None:
    """Before the body, all that stands before the last menu or tool bar and is neither title nor fact."""
    bars = [index for index in range(body) if kinds[index] in {"navigation", "tools", "share"}]
    crumbs = {token for index in bars for token in SEPARATORS.split(lines[index].text) if token}
    titled = False
    for index in range(body):
        line = lines[index].text
        if kinds[index] is not None or (index and lines[index - 1].text.endswith(LABELLED)):
            continue
        if _names_a_document(line) and not _repeats(lines, index):
            titled = titled or len(line) >= 8
        elif len(line) <= 60 and any(map(line.__contains__, _SITES)) and _SITE.search(line):
            kinds[index] = "navigation"
        elif bars and (
            (line in crumbs and not is_title(lines, index))
            or (index and len(line) <= 10 and _is_arrow(lines[index - 1].text))
            or (index in weak and not is_title(lines, index))
            or (
                index < bars[-1]
                and not titled
                and not _keeps(line)
                and len(line) <= 20
                and not _states_a_fact(lines[index + 1].text)
            )
            or (not CHINESE.search(line) and len(line) <= 40 and any(map(str.isalpha, line)))
        ):
            kinds[index] = weak.get(index, "navigation")


def mark_foot(lines: Sequence[Line], kinds: list[str | None], weak: dict[int, str], body: int) -> None:
    """After the body, all that stands after the first line of the page's foot and is no fact."""
    after = [
        index for index in range(body + 1, len(lines)) if kinds[index] in FEET or kinds[index] in {"counter", "tools"}
    ]
    if not after:
        return
    for index in range(body + 1, len(lines)):
        line = lines[index].text
        if kinds[index] is not None or lines[index].row:
            continue
        foreign = not CHINESE.search(line) and sum(map(str.isalpha, line)) * 2 > len(line)
        if index in weak or foreign or (index > after[0] and not is_label(line) and not OUTLINE.match(line)):
            kinds[index] = weak.get(index) or (
                "disclaimer" if foreign and kinds[after[0]] == "disclaimer" else "footer"
            )


def is_title(lines: Sequence[Line], index: int) -> bool:
    """政府工作报告 names a column and a document: it is the title where nothing below it says the same."""
    line = lines[index].text
    return len(line) >= 4 and _names_a_document(line) and not _repeats(lines, index)


def _names_a_document(line: str) -> bool:
    return any(map(line.__contains__, _TITLES))


def _is_arrow(line: str) -> bool:
    return len(line) <= 3 and _ARROWS.issuperset(line)


def _states_a_fact(line: str) -> bool:
    may = "：" in line or ":" in line or "发表于" in line or line.startswith("原创")
    return may and _FACTS.search(line) is not None


def _repeats(lines: Sequence[Line], index: int) -> bool:
    """Whether one of the next lines holds the same words: a crumb that names the title below it."""
    return any(lines[index].text in line.text for line in lines[index + 1 : index + 8])


def _keeps(line: str) -> bool:
    """Lines of the document that look slight: facts about it, titles, ends of letters."""
    return (
        is_label(line)
        or OUTLINE.match(line) is not None
        or is_final(line)
        or _names_a_document(line)
        or _NAMED.search(line) is not None
    )
