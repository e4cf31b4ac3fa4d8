"""The task that a deadline of a task list closes: of its sentence, of its item, or of the lines above."""

from __future__ import annotations

from msgspec import Struct

from luoshi.model import Span
from luoshi.patterns import regex


class Work(Struct, frozen=True):
    """What is to be done, in the text's words, and where they stand."""

    words: str
    span: Span


OPENS = frozenset("（【〔［")
BRACKET = 90
_numbering = regex(
    r"[\s—-]*(?:[0-9]{1,3}(?:[.．、]|(?=[^\W\dA-Za-z_年月日个项家]))|[（(][0-9一二三四五六七八九十]{1,3}[）)][.．、]?|[①-⑳]|[一二三四五六七八九十]{1,3}(?:、|[是要][：，]?)|第[一二三四五六七八九十]{1,3}[，、条项])?[\s、，；。]*"
)
_only_leads = regex(
    r"(?:按照|根据|对标|对照|围绕|依托|结合|针对|以(?!工代)|为(?!民|企)|通过|坚持|依据|充分|参照|适时[^，]{0,6}$|抢抓|立足|聚焦"
    r"|在[^，]{2,60}(?:基础上|前提下|过程中)$|本着|除[^，]{2,40}外$|遵循|采[取用][^，]{2,20}(?:方式|模式|架构|构架|形式|办法)$)"
)
_side_line = regex(
    r"[（【\[]?(?:责任|牵头|配合|协办|主办|承办|分管|联系|完成|具体|目标|时限|时间|期限|进度|保障|参与|考核|督办|工作(?:措施|目标|标准|要求|进展)|整改(?:措施|时限|目标)|主要(?:措施|举措))[^：，。]{0,8}[：:】]"
)
_note = regex(r"（[^（）\n]{0,12}）[ 　]*$")
_UP, _LONGEST_LINE, _LONGEST = 6, 1200, 60


def task_before(content: str, head: int, done: int) -> Work | None:
    """The task that a deadline at ``head`` closes: of its sentence, of its item, or of the lines above."""
    line = max(content.rfind("\n", 0, head) + 1, content.rfind("\t", 0, head) + 1)
    first = max(line, done, head - _LONGEST_LINE)
    stop = head
    while (note := _note.search(content, max(first, stop - 16), stop)) is not None:
        stop = note.start()
    if content[first:stop].strip("，；。、 　") and not _side_line.match(content, first):
        if content[stop - 1] != "。" and not _ends_line(content, head):
            first = max(first, content.rfind("。", first, stop) + 1)
        return _first_task(content, first, stop)
    for _ in range(_UP):  # the label has a line of its own below the task
        if line < 1 or content[line - 1] == "\t":
            return None
        stop = line - 1
        line = content.rfind("\n", 0, stop) + 1
        if not _side_line.match(content, line) and content[line:stop].strip():
            return _first_task(content, max(line, stop - _LONGEST_LINE), stop)
    return None


def _ends_line(content: str, head: int) -> bool:
    """Whether nothing more than the bracket or label stands in the line."""
    end = content.find("\n", head, head + BRACKET * 2)
    close = content.find("）", head, head + BRACKET) if content[head] in OPENS else head
    return close >= 0 and (end if end >= 0 else len(content)) - close <= (_REST if content[head] in OPENS else BRACKET)


_REST = 3


def _first_task(content: str, start: int, stop: int) -> Work | None:
    """The first clause that says what is done: not one that says by what or after what (按照…要求，…)."""
    numbered = _numbering.match(content, start, stop)
    start = numbered.end() if numbered else start
    fallback = None
    for _ in range(_CLAUSES):
        ends = [place for mark in "，；。：" if (place := content.find(mark, start, stop)) >= 0]
        end = min(ends, default=stop)
        words = content[start:end].strip("、 　")
        if len(words) >= _SHORTEST and (end == stop or content[end] != "："):
            begin = content.find(words, start, end)
            work = Work(words[:_LONGEST], Span(begin, begin + min(len(words), _LONGEST)))
            if not _only_leads.match(words):
                return work
            fallback = fallback or work
        if end >= stop:
            break
        start = end + 1
    return fallback


_CLAUSES, _SHORTEST = 8, 4
