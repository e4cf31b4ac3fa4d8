"""Whether a second document begins in the text: a title with its meeting or its call, far below the first."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.knowledge.genres import BULLETIN
from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
from luoshi.vetting.doubts import doubt

_FAR = 1000
"""So many characters below the title a second one is no part of the head."""

_TITLE = regex(
    r"\n(?P<title>[^\n。，；：“《]{2,60}(?:建议|报告|纲要|公报|决定))\n(?:[^\n。]{1,60}\n){0,3}"
    r"(?:（[^\n]{6,80}通过）|[-—]{1,3}[ ]?(?:19|20)[0-9]{2}年[^\n]{6,60}\n|各位代表[：！])"
)
_COLLECTIONS = (BULLETIN, "通知")
"""What carries other texts by its nature."""


def second(document: Document) -> Iterator[Finding[Doubt]]:
    """Each further title that is followed by its own adoption, dateline or call to the deputies."""
    genre, title = document.profile.genre, document.profile.title
    if genre is not None and genre.value in _COLLECTIONS:
        return
    content = document.text.content
    for found in _TITLE.finditer(content, (title.span.end if title is not None else 0) + _FAR):
        if len(content) - found.end() < _FAR:
            return  # a page that says title and first words once more, to be shared
        yield doubt(
            document,
            "subject",
            "major",
            Span(*found.span("title")),
            Words(
                f"此处另起一篇文件“{found['title']}”：两篇文件可能被贴在一起。",
                f"A second document begins here, “{found['title']}”: two may have been pasted into one.",
            ),
            settles=Words("分开阅读各篇。", "Each document read by itself."),
            evidence=(title.span,) if title is not None else (),
        )
