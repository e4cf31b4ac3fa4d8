"""Word's XML, asked by local name: both of its namespaces (transitional and strict) say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def local(element: Element) -> str:
    """An element's name without its namespace; empty for an entity or a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of one name."""
    return (inner for inner in element if local(inner) == name)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, then its first child of the next name …; ``None`` where one lacks."""
    for name in names:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def on(element: Element, name: str) -> str:
    """An attribute by its local name; empty where there is none."""
    for key, text in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return ""


def value(element: Element | None, *names: str) -> str:
    """The ``val`` of the child reached by ``names``."""
    found = child(element, *names)
    return "" if found is None else on(found, "val")


def is_on(element: Element | None, name: str) -> bool:
    """Whether a property such as ``w:vanish`` is there and not switched off."""
    found = child(element, name)
    return found is not None and on(found, "val") not in {"0", "false", "off", "none"}
