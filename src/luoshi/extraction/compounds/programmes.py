"""Programmes: named bundles of measures and big works, such as “云帆”强基提质工程, 治水三年行动 or 引云入泽工程.

A name is a modifier and a word of form (工程, 行动, 战略, 试点 …). A form whose modifier singles nothing out
(重大工程, 七个专项行动) names no programme.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from luoshi.extraction.name_starts import LED, name_start
from luoshi.extraction.programme_forms import (
    ADOPTED,
    BUILT,
    COMMON,
    COMMON_WORK,
    DRAWN_UP,
    FORMS,
    GENERIC,
    JOINED_THEME,
    LINE_NAME,
    LINES,
    NO_LINE,
    NO_PROJECT,
    NO_STRATEGY,
    OF_PLAN,
    OF_YEAR,
    PREDICATE,
    SIZED,
    STAGE,
    STRATEGIES,
    SURELY,
    TELLS_FIRST,
    TELLS_LAST,
    TELLS_WITHIN,
    YEARS_AFTER,
    Form,
    duration_of,
)
from luoshi.extraction.programme_lists import SHARED, names_before
from luoshi.knowledge.automata import automaton_of, find_words
from luoshi.knowledge.periods import period_by_name
from luoshi.knowledge.programmes import national_programmes
from luoshi.model import Document, Finding, Period, Span
from luoshi.model.values import Programme

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


@cache
def _words() -> tuple[AhoCorasick, tuple[str, ...], dict[str, Form]]:
    """One automaton of all forms, kinds of works and names of the state's programmes; what each form asks."""
    forms = {form.word: form for form in FORMS}
    words = tuple(dict.fromkeys((*forms, "项目", *LINES, *BUILT, *national_programmes())))
    return automaton_of(words), words, forms


def programmes(document: Document) -> Iterator[Finding[Programme]]:
    """Each named programme, its name without the verb before it; ``period`` where the text gives years.

    Of a list that shares its form (实施渔港提升、岸线修复等行动) each is one, its form put back in ``name``.
    """
    content = document.text.content
    automaton, words, forms = _words()
    known = national_programmes()
    titles = "《" in content
    places = [finding.span.start for finding in document.find("place")] if "项目" in content else []
    held: Finding[Programme] | None = None
    done: list[Span] = []
    for number, start, end in find_words(automaton, content):
        word = words[number]
        if word in known:
            begin = start
        elif word in forms:
            begin = _bundle(content, start, end, forms[word])
            if begin < 0 and word in SHARED:
                yield from _shared(content, start, word, [*done[-_FEW:], *([held.span] if held else [])])
                continue
        elif word == "项目":
            begin = _project(content, start, places)
        else:
            begin = _work(content, start, end)
        if begin < 0 or (titles and _in_title(content, begin)):
            continue
        if held is not None and held.span.end > begin:
            if held.span.start < begin:
                continue
        elif held is not None:
            done.append(held.span)
            yield held
        held = _finding(content, begin, end, known.get(word, word))
    if held is not None:
        yield held


_FEW = 12


def _shared(content: str, at: int, form: str, found: list[Span]) -> Iterator[Finding[Programme]]:
    """The names of the list before the form at ``at``, but those that were found by themselves."""
    for begin, end in names_before(content, at):
        if any(begin < other.end and other.start < end for other in found):
            continue
        words = content[begin:end]
        name = words if words.endswith(form) else words + form
        value = Programme(name, form, None, duration_of(words))
        basis = "stated" if name == words else "normalised"
        yield Finding("programme", value, Span(begin, end), words, "programmes.listed", basis, None)


def _in_title(content: str, at: int) -> bool:
    """Whether it stands in 《…》: that is a reference."""
    low = max(0, at - 80)
    return content.rfind("《", low, at) > content.rfind("》", low, at)


def _finding(content: str, begin: int, end: int, form: str) -> Finding[Programme]:
    name = content[begin:end]
    stem = name[: -len(form)]
    if form in ("行动", "计划") and stem.endswith("专项"):
        form = f"专项{form}"
    return Finding(
        "programme",
        Programme(name, form, _period(content, end, name, stem), duration_of(name)),
        Span(begin, end),
        name,
        "programmes.named",
    )


def _period(content: str, end: int, name: str, stem: str) -> Period | None:
    """The years that the text gives: （2031—2033年） behind the name, or a year or a plan in it."""
    if content[end : end + 1] in ("（", "”", "》", "(") and (years := YEARS_AFTER.match(content, end)):
        return Period(years["from"], years["to"]) if years["from"] <= years["to"] else None
    if stem.endswith("年") and (year := OF_YEAR.search(stem)):
        return Period(year["year"], year["year"])
    plan = OF_PLAN.match(name)
    years_of = period_by_name().get(plan["plan"]) if plan else None
    return Period(str(years_of.start), str(years_of.end)) if years_of else None


def _bundle(content: str, at: int, end: int, form: Form) -> int:
    """Where the name of a bundle begins that ends with this form; -1 where it is no name."""
    if form.word.startswith("规划") and (plan := OF_PLAN.search(content, max(0, at - 6), at + 2)) and plan.end() == at:
        return -1 if content.startswith(("建议", "《"), end) else plan.start()
    if form.not_before.match(content, end):
        return -1
    start = name_start(content, at)
    name = content[start.at : at]
    quoted = "“" in name
    if form.word.startswith("规划") and not (
        DRAWN_UP.search(content, max(0, start.at - 6), start.at) or (start.open and content.startswith(ADOPTED, end))
    ):
        return -1
    if (
        not 2 <= len(name) <= 30
        or name.count("“") != name.count("”")
        or GENERIC.match(name)
        or _tells(name)
        or (name.endswith(form.no_name) and not quoted and (form.word == "计划" or len(name) < 7))
        or (form.word == "战略" and (STRATEGIES.match(name) or NO_STRATEGY.search(name)))
        or (not quoted and JOINED_THEME.search(name, max(0, len(name) - 4)))
        or ("的" in name and (form.word != "战略" or "更加" in name))
    ):
        return -1
    if (
        quoted
        or (form.word in ("行动计划", "行动方案") and len(name) > 3)
        or SURELY.search(name, max(0, len(name) - 4))
    ):
        return start.at
    if start.governed:
        common = COMMON.match(name) and (len(name) < 4 or (form.word == "工程" and SIZED.match(name)))
        return start.at if len(name) >= form.least and not common else -1
    if start.open and not COMMON.match(name) and len(name) >= form.least + 1 and PREDICATE.match(content, end):
        return start.at
    return -1


def _tells(name: str) -> bool:
    return bool(TELLS_FIRST.match(name) or TELLS_WITHIN.search(name) or TELLS_LAST.search(name, max(0, len(name) - 9)))


def _project(content: str, at: int, places: list[int]) -> int:
    """Where the name of a project begins: it needs a proper name, or a stage."""
    if bisect_left(places, at - 24) == bisect_left(places, at) and content[at - 1 : at] != "期":
        return -1
    start = name_start(content, at)
    name = content[start.at : at]
    if not 3 <= len(name) <= 24 or _tells(name) or GENERIC.match(name) or name.count("“") != name.count("”"):
        return -1
    if not (start.governed or start.open):
        return -1
    proper = bisect_left(places, start.at) != bisect_left(places, at)
    return start.at if STAGE.search(name) or (proper and not NO_PROJECT.search(name)) else -1


def _work(content: str, at: int, end: int) -> int:
    """Where the name of a line, a dam or a bridge begins: short and proper."""
    if NO_LINE.match(content, end):
        return -1
    start = name_start(content, at)
    name = content[start.at : at]
    begin = start.at
    if verb := LED.match(name):
        begin, name = begin + verb.end(), name[verb.end() :]
    if not LINE_NAME.fullmatch(name) or COMMON_WORK.search(name):
        return -1
    return begin if verb or start.governed or start.open else -1
