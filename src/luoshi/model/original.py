"""The text as the file gave it, with marks that say where in the file each part lies."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from luoshi.model.span import Span
from luoshi.words import Words


class Mark(NamedTuple):
    """Something that the file's format says of a stretch of its text.

    ``kind`` is one of

    ========== ===================================================================== ================
    kind       the stretch is                                                        value
    ========== ===================================================================== ================
    page       a page of a PDF                                                       number from 1
    box        a line of a PDF                                                       ``x0,y0,x1,y1`` in points, origin top left
    xpath      a block of an HTML page                                               its XPath
    paragraph  a paragraph of a DOCX                                                 number from 1
    heading    a heading by the format's own word (``h2``, a Word style, Markdown)   level from 1
    list       a list paragraph whose number the format made                         the number
    table      a table: rows are lines, cells are divided by TAB                     number from 1
    cell       a cell of a table                                                     ``t1.r2.c3`` (all from 1), ``xRxC`` after it if merged
    header     a header cell, if the format says so                                  as ``cell``
    chrome     site chrome by the page's markup (nav, footer, aside, menus)          what kind
    runhead    a running head or foot of a PDF                                       ``head`` or ``foot``
    pagenumber a printed page number of a PDF                                        the number
    footnote   a foot- or endnote set apart from the text                            its number
    caption    a caption of a picture                                                ""
    deleted    text that a tracked change deletes                                    author if known
    ocr        a line read from a picture                                            confidence 0 to 1
    ========== ===================================================================== ================
    """

    span: Span
    kind: str
    value: str


class Original(Struct, frozen=True):
    """What a source made of a file's bytes.

    ``content`` holds every visible character that the file gives, paragraphs divided by line ends
    as the format gives them, site chrome and running heads included (cleaning takes them out, so
    that they can be shown and put back). ``remarks`` are things that a reader of the result should
    know: a declared encoding that was wrong, characters that could not be decoded.
    """

    content: str
    media_type: str
    sha256: str
    marks: tuple[Mark, ...] = ()
    encoding: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Words, ...] = ()

    def marked(self, kind: str) -> tuple[Mark, ...]:
        """The marks of one kind, in the order of the text."""
        return tuple(mark for mark in self.marks if mark.kind == kind)
