"""The words that soften or stress what a clause promises: 力争, 确保, 左右."""

from __future__ import annotations

from luoshi.extraction.compounds.promises import promised_then
from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.zones import BACK
from luoshi.patterns import regex

_SOFT = regex(
    r"力争|努力|争取|确保|预计|预期(?!寿命|性|目标|指标)|拟(?=按|安排|发行|新|于|在|投|用|增|建|实施|开工|完成|达)|左右|大约|约(?=[0-9])(?<![签节集条合预公制履契缔隐相违邀特赴]约)|有望|大致|大(?<!重大)体(?![育量系现检积制验质])|原则上|尽量"
    r"|基本(?=实现|完成|建成|形成|覆盖|消除|建立|达到|同步|稳定|满足|解决|持平|确立|健全|普及|具备)"
    r"|计划(?=投资|实施|完成|新|建|开工|安排|到|于|用|总投资)"
)


def softness(sentence: Sentence, index: int, clause: tuple[int, int]) -> tuple[str, ...]:
    """The words that soften or stress what a quantity's clause promises.

    左右 and 基本 belong to the number that they stand beside (``甲约3亿元、乙5亿元左右``); 力争 belongs to all
    that its clause says, and to the clauses after it where it stands alone with a time (``力争年内，…，…``).
    """
    if sentence.soft is None:
        sentence.soft = [
            (found.start(), found[0]) for found in _SOFT.finditer(sentence.content, sentence.start, sentence.end)
        ]
    if not sentence.soft:
        return ()
    start, end = clause
    quantities = sentence.quantities
    here, stop = start, end
    if index and quantities[index - 1].span.end > start:
        here = quantities[index - 1].span.end
    if index + 1 < len(quantities) and quantities[index + 1].span.start < end:
        stop = quantities[index].span.end
    aside = sentence.content.find("、", quantities[index].span.end, stop)
    if aside >= 0:
        stop = aside  # 增长5%左右、力争更好: what comes behind 、 speaks of something else
    words = [
        word
        for at, word in sentence.soft
        if start <= at < stop
        and (at >= here or word not in _OF_NUMBER)
        and (word != "争取" or sentence.zone.mode != BACK or promised_then.match(sentence.content, at))
    ]
    if sentence.soft[0][0] < start:
        opened = sentence.content.rfind("；", sentence.start, start) + 1 or sentence.start
        for _ in range(_CLAUSES):
            place = sentence.content.find("，", opened, start)
            if place < 0:
                break
            if lead := _reaches_over.fullmatch(sentence.content[opened:place]):
                words.insert(0, lead[1])
                break
            opened = place + 1
    return tuple(dict.fromkeys(words))


def soft_words(clause: str) -> list[str]:
    """The words that soften or stress, in a clause."""
    return list(dict.fromkeys(_SOFT.findall(clause)))


_CLAUSES = 8
_OF_NUMBER = ("左右", "约", "大约", "大致", "大体", "基本")
_reaches_over = regex(
    r"(?:[^，。；]{0,10}?(?=力争|争取|确保))?(力争|努力|争取|确保)(?:(?:用|在|到|于)?[^，。；]{0,4}(?:年内|全年|年底前?|年末|[0-9一二三四五]年(?:左右|时间|内|底)?|月底前?|季度))?"
)
