"""Numbers that are skipped, doubled or out of order in an outline: what vetting asks about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from luoshi.model import Section, Span
from luoshi.outline.numbering import style_of

_MOST = 99
"""No more missing numbers than this are listed for one gap."""


class Gap(Struct, frozen=True):
    """An irregularity of numbering, found at ``node``.

    ``fault`` is ``skipped`` (``missing`` numbers do not appear), ``doubled`` (the number of the node
    before comes again) or ``backward`` (a smaller number follows). ``before`` is the node that counts
    before ``node``, ``None`` where numbering begins too late. ``span`` is the label of ``node``.
    A count that begins again at 1 is no gap: enclosed documents do so.
    """

    fault: str
    node: Section
    before: Section | None
    missing: tuple[int, ...]
    span: Span


def gaps(root: Section) -> Iterator[Gap]:
    """The irregularities of the numbering below ``root``, in the order of the text.

    Items may begin at 1 in each chapter or run on through all chapters: either is regular.
    """
    found = [gap for run in _runs(root) for gap in _check(run)]
    yield from sorted(found, key=lambda gap: gap.node.span.start)


class _Run(Struct, frozen=True):
    nodes: list[Section]
    before: Section | None  # the last node of the same style under the parent before


def _runs(root: Section) -> Iterator[_Run]:
    """The numbered children of each node by style, with the node that they might run on from."""
    last: dict[tuple[str, str], Section] = {}
    style: dict[str, str] = {}  # of each kind, for a node that lost its label
    for parent in root.walk():
        if not parent.children:
            continue  # most nodes
        groups: dict[tuple[str, str], list[Section]] = {}
        for child in reversed(parent.children):
            style[child.kind] = style_of(child.label) or style.get(child.kind, "")
        for child in parent.children:
            if child.number is None:
                continue
            style[child.kind] = style_of(child.label) or style.get(child.kind, "")
            groups.setdefault((child.kind, style.get(child.kind, "")), []).append(child)
        for key, nodes in groups.items():
            yield _Run(nodes, last.get(key))
            last[key] = nodes[-1]


def _check(run: _Run) -> Iterator[Gap]:
    first = run.nodes[0]
    number, running = first.number or 0, run.before.number if run.before else None
    if number > 1 and first.kind not in ("box", "annex"):  # a list may begin at 0
        if running is not None and number > running + 1 and running > 1:
            yield _gap("skipped", first, run.before, range(running + 1, number))
        elif running is None or number <= running:
            yield _gap("skipped", first, None, range(1, number))
    for before, node in pairwise(run.nodes):
        last, number = before.number or 0, node.number or 0
        if number == last:
            yield _gap("doubled", node, before, range(0))
        elif number > last + 1:
            yield _gap("skipped", node, before, range(last + 1, number))
        elif number < last and number != 1:
            yield _gap("backward", node, before, range(0))


def _gap(fault: str, node: Section, before: Section | None, missing: range) -> Gap:
    start = node.span.start
    return Gap(fault, node, before, tuple(missing[:_MOST]), Span(start, start + len(node.label)))
