"""One document for a person at a terminal: what it is, what is wrong, its outline, its targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from luoshi.actions.outcome import SEVERITIES
from luoshi.cli.messages import MESSAGES, count, say
from luoshi.cli.terminal import WIDTH, cut, harmless, pad, plain, styled, width, wrap
from luoshi.model import AnyFinding, Document, Period, Section, Words
from luoshi.model.reasons import REASONS
from luoshi.pages import amounts, labels
from luoshi.pages.sentence import sentence
from luoshi.patterns import regex

OUTLINE = 120
"""How many lines of an outline are shown."""

TARGETS = 40
"""How many targets are shown."""

ALSO = 24
"""How many columns each quote of further doubts of a kind may have."""

GRAVE = ("fatal", "major")
"""Of doubts as grave as these the sources are told."""

PROOFS = 3
"""How many quotes are shown for one thing."""

_GRADE_STYLE = {"A": "green", "B": "green", "C": "yellow", "D": "red"}
_SEVERITY_STYLE = {"fatal": "red", "major": "red", "minor": "yellow", "note": "dim"}


def part(document: Document, _name: str, language: str) -> bytes:
    """The report as UTF-8, with styles."""
    return ("\n".join(report(document, language)) + "\n").encode("utf-8", "replace")


def whole(parts: Iterable[bytes], stream: BinaryIO, _language: str) -> None:
    """Reports one below the other, without styles."""
    stream.writelines((b"\n" if number else b"") + plain(each.decode()).encode() for number, each in enumerate(parts))


def report(document: Document, language: str) -> Iterator[str]:
    """The lines of a report."""
    yield from _head(document, language)
    yield from _doubts(document, language)
    yield from _cleaning(document, language)
    yield from _outline(document, language)
    yield from _targets(document, language)
    yield from _rest(document, language)


def _said(words: Words, language: str) -> str:
    return harmless(words.zh if language == "zh" else words.en)


def _section(key: str, language: str, after: str = "") -> Iterator[str]:
    yield ""
    yield styled(say(key, language), "bold") + (f"  {styled(after, 'dim')}" if after else "")


def _head(document: Document, language: str) -> Iterator[str]:
    yield from (styled(line, "bold") for line in wrap(harmless(document.title), WIDTH))
    comma, stop = ("，", "。") if language == "zh" else (", ", ".")
    what_it_is = comma.join(_said(words, language) for words in sentence(document))
    if what_it_is:
        yield from wrap(what_it_is + stop, WIDTH)
    yield from _verdict(document, language)
    if document.original.remarks:
        yield from _section("remarks", language)
        for remark in document.original.remarks:
            yield from _bullet(_said(remark, language))


def _verdict(document: Document, language: str) -> Iterator[str]:
    verdict = document.verdict
    if verdict is None:
        return
    meaning = labels.GRADES.get(verdict.grade)
    told = f"{verdict.grade}  {_said(meaning, language)}" if meaning else verdict.grade
    yield ""
    yield f"{say('truth', language)} {styled(told, _GRADE_STYLE.get(verdict.grade, 'bold'))}"
    doubts = Counter(finding.value.severity for finding in document.find("doubt"))
    if doubts:
        mark = "，" if language == "zh" else ", "
        told = mark.join(f"{_said(labels.value(each), language)} {doubts[each]}" for each in SEVERITIES if doubts[each])
        yield from _bullet(
            f"{count('line_doubts', language, doubts.total())}{'：' if language == 'zh' else ': '}{told}"
        )
    else:
        for reason in verdict.reasons:
            yield from _bullet(_said(reason, language))
    if verdict.not_before:
        day = _said(amounts.period(Period.of(verdict.not_before)), language)
        proofs = dict.fromkeys(f"“{harmless(document.text[span])}”" for span in verdict.proofs)
        yield from _bullet(" ".join((say("not_before", language, day), *list(proofs)[:PROOFS])))


def _doubts(document: Document, language: str) -> Iterator[str]:
    """Worst first; those of one check and severity are told as one."""
    groups: dict[tuple[int, str], list[AnyFinding]] = {}
    for finding in document.find("doubt"):
        rank = SEVERITIES.index(finding.value.severity) if finding.value.severity in SEVERITIES else len(SEVERITIES)
        groups.setdefault((rank, finding.value.check), []).append(finding)
    number = sum(map(len, groups.values()))
    yield from _section("doubts", language, str(number) if number else "")
    if not groups:
        yield "  " + say("no_doubts", language)
    for (_, check), alike in sorted(groups.items(), key=lambda group: group[0][0]):
        yield from _doubt(document, check, alike, language)


def _doubt(document: Document, check: str, alike: list[AnyFinding], language: str) -> Iterator[str]:
    """What is doubted, the words that raise it, where else, what would settle it; a source for what is grave."""
    doubt = alike[0].value
    explained, sources = _without_sources(_said(doubt.explanation, language))
    together = len(alike) > 1 and f"many_{check}" in MESSAGES
    if together:
        explained = say(f"many_{check}", language, len(alike))
    first, *more = wrap(f"{_said(labels.value(doubt.severity), language)}  {explained}", WIDTH, "  ")
    yield styled(first, _SEVERITY_STYLE.get(doubt.severity, "dim"))
    yield from more
    if together:
        yield from _places(document, alike, language)
    else:
        yield from (styled(quote, "dim") for quote in _quotes(document, alike[0]))
        if len(alike) > 1:
            others = [
                f"“{cut(_plain_words(document.text[each.span]), ALSO)}”" for each in alike[1:] if each.span.length
            ]
            told = ("、" if language == "zh" else ", ").join(dict.fromkeys(others))
            yield from wrap(f"{count('alike', language, len(alike) - 1)}{told}", WIDTH, "      ")
    if doubt.settles:
        yield from wrap(say("settles", language, _said(doubt.settles, language)), WIDTH, "      ")
    if doubt.severity in GRAVE:
        for source in sources:
            yield from (styled(line, "dim") for line in wrap(source, WIDTH, "      "))


def _quotes(document: Document, finding: AnyFinding) -> Iterator[str]:
    for span in list(dict.fromkeys((finding.span, *finding.evidence)))[:PROOFS]:
        if quote := _plain_words(document.text[span]):
            yield f"      “{cut(quote, WIDTH - 8)}”"


def _places(document: Document, alike: list[AnyFinding], language: str) -> Iterator[str]:
    """Where the doubts of one kind are: before which numbers, and the first words of some."""
    labels_after = [_label_after(document.outline, finding.span.start) for finding in alike]
    if numbers := list(dict.fromkeys(label for label in labels_after if label)):
        yield from wrap(say("before", language, ("、" if language == "zh" else ", ").join(numbers)), WIDTH, "      ")


def _label_after(outline: Section, position: int) -> str:
    """The label of the first numbered node at or behind a position: ``5``."""
    after = (
        node.label for node in outline.walk() if node.label and node.span.start >= position and node.kind != "point"
    )
    return harmless(next(after, "").rstrip("、.．，, 　"))


def _without_sources(words: str) -> tuple[str, list[str]]:
    """A sentence without the addresses in it, and these."""
    sources = list(dict.fromkeys(found.rstrip(".,;:") for found in _ADDRESS.findall(words)))
    return _EMPTY.sub("", _ADDRESS.sub("", words)), sources


def _plain_words(words: str) -> str:
    """A quote in one line, its own quotation marks as inner ones: “…‘…’…”."""
    return harmless(words).replace("“", "‘").replace("”", "’")


_ADDRESS = regex(r"https?://[!-'*-~]{1,500}")
_EMPTY = regex(r"[:：]?\s?[(（]\s?[)）]|[:：]\s?(?=[)）])")


def _bullet(words: str) -> Iterator[str]:
    first, *more = wrap(words, WIDTH - 4, "")
    yield f"  · {first}"
    yield from (f"    {line}" for line in more)


def _cleaning(document: Document, language: str) -> Iterator[str]:
    yield from _section("cleaning", language)
    counts = Counter(edit.reason for edit in document.text.edits)
    if not counts:
        yield "  " + say("nothing_cleaned", language)
        return
    mark = "，" if language == "zh" else ", "
    told = [
        f"{_said(REASONS.get(reason) or labels.reason(reason), language)} {number}"
        for reason, number in counts.most_common()
    ]
    yield from wrap(mark.join(told), WIDTH, "  ")
    injected = [edit.before for edit in document.text.edits if edit.reason.startswith("intrusions")]
    for words, number in Counter(map(harmless, injected)).most_common(5):
        yield "  " + styled(cut(f"{say('injected', language)} {number}× “{words}”", WIDTH - 2), "yellow")


def _outline(document: Document, language: str) -> Iterator[str]:
    nodes = list(_nodes(document.outline, 0))
    kept = [(depth, node) for depth, node in nodes if node.kind not in ("subitem", "point")]
    if len(kept) > OUTLINE:
        kept = [(depth, node) for depth, node in kept if node.kind != "item"]
    lost = any(node.heading is None and node.inferred for _, node in kept)
    yield from _section("outline", language, say("lost", language) if lost else "")
    if not nodes:
        yield "  " + say("no_outline", language)
    shown = {id(node) for _, node in kept}
    for depth, node in kept[:OUTLINE]:
        hidden = sum(1 for child in node.walk() if child.kind == "item" and id(child) not in shown)
        after = count("items", language, hidden) if hidden else ""
        line = "  " * (depth + 1) + _heading(document, node)
        yield cut(line, WIDTH - width(after)) + after
    if len(kept) > OUTLINE:
        yield "  " + styled(count("more", language, len(kept) - OUTLINE), "dim")


def _nodes(section: Section, depth: int) -> Iterator[tuple[int, Section]]:
    for child in section.children:
        yield depth, child
        yield from _nodes(child, depth + 1)


def _heading(document: Document, node: Section) -> str:
    """``一、发展的目标``; a lost heading or number is ［2］ and the first words of what stands there."""
    lead = document.text.content[node.lead.start : min(node.lead.end, node.lead.start + WIDTH)]
    words = harmless(node.title) or harmless(lead.strip().partition("\n")[0])
    if (node.heading is None and node.inferred) or not (node.label or node.number is None or node.kind == "heading"):
        number = "" if node.number is None else node.number
        return f"［{node.label.rstrip('、.') or number}］{words}"
    gap = " " if node.label and (node.label[-1].isascii() or node.label[-1] in _COUNTED) else ""
    return f"{harmless(node.label)}{gap}{words}"


_COUNTED = "编篇章节条"
"""What ends a label that is no mark: ``第一篇 开启…``."""


def _targets(document: Document, language: str) -> Iterator[str]:
    targets = list(document.find("target"))
    yield from _section("targets", language, str(len(targets)) if targets else "")
    if not targets:
        yield "  " + say("no_targets", language)
        return
    heads = [say(key, language) for key in ("what", "as_written", "value", "by", "who")]
    rows = [_target(document, target, language) for target in targets[:TARGETS]]
    used = [index for index in range(len(heads)) if any(row[index] for row in rows)]
    heads, *rows = [[row[index] for index in used] for row in (heads, *rows)]
    columns = _columns([heads, *rows])
    yield styled("  " + "  ".join(map(pad, heads, columns)).rstrip(), "dim")
    for row in rows:
        yield "  " + "  ".join(map(pad, row, columns)).rstrip()
    if len(targets) > TARGETS:
        yield "  " + styled(count("more", language, len(targets) - TARGETS), "dim")


def _target(document: Document, finding: AnyFinding, language: str) -> list[str]:
    target = finding.value
    written = document.text[target.quantity_span] if target.quantity_span.length else finding.quote
    by = _said(amounts.period(target.period), language) if target.period else ""
    return [
        harmless(target.indicator),
        harmless(written),
        _said(amounts.quantity(target.quantity, written), language),
        by,
        harmless(target.actor or ""),
    ]


def _columns(rows: list[list[str]]) -> list[int]:
    """Widths that fit ``WIDTH``: each as wide as its words, the widest give way first."""
    room = WIDTH - 2 - 2 * (len(rows[0]) - 1)
    wanted = [max(width(row[index]) for row in rows) for index in range(len(rows[0]))]
    while sum(wanted) > room:
        wanted[wanted.index(max(wanted))] -= 1
    return wanted


def _rest(document: Document, language: str) -> Iterator[str]:
    counts = Counter(finding.kind for finding in document.findings)
    counts["suggestion"] = sum(finding.value.role == "suggested" for finding in document.find("responsibility"))
    counts["responsibility"] -= counts["suggestion"]  # what the text says and what we propose are never one number
    yield from _section("rest", language)
    told = [
        f"{_said(words, language)} {counts[kind]}"
        for kind, words in labels.KINDS.items()
        if counts[kind] and kind not in ("target", "doubt")
    ]
    told.append(say("characters", language, f"{len(document.text):,}"))
    yield from wrap(" · ".join(told), WIDTH, "  ")
