"""From signs in a row to the tree of sections, with ids and spans."""

from __future__ import annotations

from msgspec import Struct, field

from luoshi.model import Section, Span
from luoshi.outline.nesting import kind_of
from luoshi.outline.numbering import POINTS
from luoshi.outline.plain import is_back_matter, is_front_matter
from luoshi.outline.signs import Sign

LETTERS = {
    "part": "p",
    "chapter": "c",
    "section": "s",
    "item": "i",
    "subitem": "j",
    "point": "k",
    "box": "b",
    "heading": "h",
    "annex": "a",
}
"""What an id is made of: ``c2-i5-k3`` is point 3 in item 5 of chapter 2."""

_LEAVES = frozenset(("box", *POINTS))
_UNNUMBERED = frozenset(("plain", "marked", *POINTS))


class _Node(Struct):
    sign: Sign
    kind: str
    children: list[_Node] = field(default_factory=list)


def grow(signs: list[Sign], length: int) -> Section:
    """The root ``document`` over a text of ``length`` characters, with the signs' nodes below it."""
    root = _Node(Sign(0, "", rank=float("-inf")), "document")
    stack = [root]
    following = _following(signs)
    for index, sign in enumerate(signs):
        _make_room(stack, sign, following[index])
        node = _Node(sign, kind_of(sign.style, [above.kind for above in stack]))
        stack[-1].children.append(node)
        stack.append(node)
    return Section("document", "document", "", None, "", Span(0, length), None, _children(root, length, ""))


def _following(signs: list[Sign]) -> list[Sign | None]:
    """For each sign the next one that has a number."""
    found: list[Sign | None] = []
    ahead: Sign | None = None
    for sign in reversed(signs):
        found.append(ahead)
        if sign.style not in _UNNUMBERED:
            ahead = sign
    found.reverse()
    return found


def _make_room(stack: list[_Node], sign: Sign, following: Sign | None) -> None:
    """Close the open nodes that the sign does not belong to; place headings that have no rank of their own."""
    if sign.style == "plain":
        _place_plain(stack, sign, following)
        return
    if sign.style == "box":
        while stack[-1].kind in ("item", "subitem", "point", "box"):
            stack.pop()
        return
    while stack[-1].sign.rank >= sign.rank:
        stack.pop()


def _place_plain(stack: list[_Node], sign: Sign, following: Sign | None) -> None:
    """A heading without number stands inside the innermost open number that goes on behind it.

    Where the next number begins a style anew (一、 after 八、) it stands outside that style.
    """
    while stack[-1].sign.style in ("plain", *_LEAVES):
        stack.pop()
    if is_front_matter(sign.title) and following is not None:
        del stack[1:]
        sign.rank = following.rank
        return
    if is_back_matter(sign.title):
        del stack[1:]
    elif following is not None and following.number == 1:
        open_styles = [node.sign.style for node in stack]
        if following.style in open_styles:
            del stack[open_styles.index(following.style) :]
    while stack[-1].sign.style == "plain":
        stack.pop()
    sign.rank = stack[-1].sign.rank + 0.5 if len(stack) > 1 else -0.2


def _children(node: _Node, end: int, prefix: str) -> tuple[Section, ...]:
    seen: dict[str, int] = {}
    unnumbered: dict[str, int] = {}
    sections = []
    for index, child in enumerate(node.children):
        sign = child.sign
        stop = node.children[index + 1].sign.start if index + 1 < len(node.children) else end
        if sign.end is not None and not child.children:
            stop = min(stop, sign.end)
        kind = child.kind
        name = _name(kind, sign.number, unnumbered)
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            name = f"{name}~{seen[name]}"
        name = f"{prefix}{name}"
        sections.append(
            Section(
                name,
                kind,
                sign.label,
                sign.number,
                sign.title,
                Span(sign.start, stop),
                sign.heading,
                _children(child, stop, f"{name}-"),
                sign.inferred,
            )
        )
    return tuple(sections)


def _name(kind: str, number: int | None, unnumbered: dict[str, int]) -> str:
    if number is not None:
        return f"{LETTERS[kind]}{number}"
    unnumbered[kind] = unnumbered.get(kind, 0) + 1
    count = unnumbered[kind]
    return f"{LETTERS[kind]}{count}" if kind in ("heading", "annex", "box") else f"{LETTERS[kind]}_{count}"
