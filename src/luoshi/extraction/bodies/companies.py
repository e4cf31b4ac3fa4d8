"""Firms that no table knows, in the company of one that is known: 与云帆集团、汀洲、白鹭等龙头企业.

The list must say itself that its members are firms: 等一批企业, 等央企.
"""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.extraction.bodies.mentions import Mention
from luoshi.extraction.name_starts import name_start
from luoshi.patterns import regex

_FIRM_WORDS = ("集团", "公司", "银行", "证券")
_ITEM = regex(r"([^\W\dA-Za-z_等、]{2,8})(?=[、等])")
_CLOSES = regex(r"等[^\W_]{0,12}?(?:企业|公司|集团|央企|国企|民企|车企|药企)(?![^\W_]{0,3}(?:家属|职工))")
_KIND = regex(r"企业|公司$|项目|产业|行业|领域|[园区]$|平台|基地|级|各|类|大型|国有|民营")
_MEMBERS = 12


def in_company(content: str, mentions: list[Mention]) -> Iterator[Mention]:
    """The mentions, with the firms that a list of firms names beside them, in order."""
    done = 0  # up to here the text was given
    for at, mention in enumerate(mentions):
        if mention.start < done:
            continue
        before: tuple[Mention, ...] = ()
        after: tuple[Mention, ...] = ()
        if _is_firm(mention):
            low = max(done, mentions[at - 1].end if at else 0)
            high = mentions[at + 1].start if at + 1 < len(mentions) else len(content)
            if _is_list_of_firms(content, mention.end):
                before = tuple(_before(content, mention, low))
                after = tuple(_after(content, mention, high))
        yield from before
        yield mention
        yield from after
        done = after[-1].end if after else mention.end


def _is_firm(mention: Mention) -> bool:
    return mention.kind.kind == "firm" or (mention.kind.kind == "institution" and mention.name.endswith(_FIRM_WORDS))


def _is_list_of_firms(content: str, end: int) -> bool:
    """Whether the list goes on, and ends with words that say that its members are firms."""
    for _ in range(_MEMBERS):
        if content.startswith("等", end):
            return _CLOSES.match(content, end, end + 20) is not None
        item = _ITEM.match(content, end + 1) if content.startswith("、", end) else None
        if item is None:
            return False
        end = item.end()
    return False


def _before(content: str, mention: Mention, low: int) -> Iterator[Mention]:
    found: list[Mention] = []
    end = mention.start - 1
    while end - low >= _SHORTEST and content[end : end + 1] == "、" and len(found) < _MEMBERS:
        begin = max(low, name_start(content, end).at)
        if begin == low or not _counts(content[begin:end]):
            break
        found.append(Mention(begin, end, content[begin:end], mention.kind))
        end = begin - 1
    yield from reversed(found)


def _after(content: str, mention: Mention, high: int) -> Iterator[Mention]:
    end = mention.end
    while content.startswith("、", end):
        item = _ITEM.match(content, end + 1, high + 1)
        if item is None or item.end() > high or not _counts(item[1]):
            return
        yield Mention(item.start(), item.end(), item[1], mention.kind)
        end = item.end()


def _counts(words: str) -> bool:
    return (
        _SHORTEST <= len(words) <= _LONGEST
        and _KIND.search(words) is None
        and not any(c in words for c in "“”《》（）")
    )


_SHORTEST, _LONGEST = 2, 8
