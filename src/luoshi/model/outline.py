"""The tree of parts, chapters and items that a text is divided into."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from luoshi.model.span import Span
from luoshi.words import Words


class Section(Struct, frozen=True):
    """One node of the outline.

    ``kind`` is ``document`` (the root), ``part`` (编, 篇), ``chapter`` (章, or the text's own top
    numbering such as 一、), ``section`` (节, or （一）), ``item`` (1. or 第X条: a numbered paragraph),
    ``subitem`` (（1）, ①), ``point`` (一是 … 二是 inside a paragraph), ``box`` (专栏), ``annex``
    (附件) or ``heading`` (a subheading without a number).

    ``label`` is the number as written (``一、``; empty where there is none), ``number`` its value,
    ``title`` the heading's words. ``heading`` is the span of label and title, or ``None`` where the
    heading is lost: then ``inferred`` says from what the node was concluded. ``span`` is the whole
    node with its heading and children; siblings are in order and disjoint and lie inside their
    parent, and the children and the node's own words tile the node: its own words are the ``lead``
    and, behind points, which end with their paragraph, the rest. ``id`` is the path of kinds and
    numbers from the root, such as ``c2-i5`` for item 5 in chapter 2 (part p, chapter c, section s,
    item i, subitem j, point k, box b, heading h, annex a; ``~2`` for a number that comes again).
    """

    id: str
    kind: str
    label: str
    number: int | None
    title: str
    span: Span
    heading: Span | None = None
    children: tuple[Section, ...] = ()
    inferred: Words | None = None

    @property
    def lead(self) -> Span:
        """The node's own words between its heading and its first child."""
        start = self.heading.end if self.heading else self.span.start
        end = self.children[0].span.start if self.children else self.span.end
        return Span(start, max(start, end))

    def walk(self) -> Iterator[Section]:
        """The node and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            section = waiting.pop()
            yield section
            if section.children:
                waiting += section.children[::-1]

    def path_to(self, position: int) -> tuple[Section, ...]:
        """The nodes that hold a position, from this one inwards."""
        index = bisect_right(self.children, position, key=_start) - 1
        if index >= 0 and position < self.children[index].span.end:
            return (self, *self.children[index].path_to(position))
        return (self,)


def _start(section: Section) -> int:
    return section.span.start
