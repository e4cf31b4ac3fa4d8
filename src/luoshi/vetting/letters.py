"""Characters that no plan is written in: a broken encoding, a bad text layer, careless recognition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
from luoshi.vetting.doubts import doubt

_ODD = (
    "[^\x09\x0a\x0d\x20-\x7e\u00a0-\u00ff\u0370-\u03ff\u2010-\u206f\u2070-\u209f\u20a0-\u20bf\u2100-\u2bff"
    "\u3000-\u303f\u3100-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef]"
)
"""Outside: the letters, signs and Chinese characters that documents use. Within: other scripts,
private characters, replacement marks."""

_COMMON = "的和发展国业工经建设推进民市大化新全人实"
"""The characters that plans are full of: together a tenth of any Chinese text about public matters."""

_ENOUGH = 500
_SAMPLE = 4000
_BAD = 0.01
_SOME = 0.001
_MEANINGLESS = 0.02
_CHINESE = regex(r"[^\W\dA-Za-z_]{2,}")


def letters(document: Document) -> Iterator[Finding[Doubt]]:
    """How many characters make no sense, and whether the Chinese ones make words."""
    content = document.text.content
    if not content:
        return
    unusual = content.encode("gbk", "replace").count(b"?") - content.count("?")
    first = re.search(_ODD, content) if unusual >= _SOME * len(content) else None
    if first is not None:
        count = len(re.findall(_ODD, content))
        share = count / len(content)
        if share >= _SOME:
            yield doubt(
                document,
                "letters",
                "fatal" if share >= _BAD * 5 else "major" if share >= _BAD else "minor",
                Span(*first.span()),
                Words(
                    f"有{count}个无法识别的字符，占{share:.1%}：文字层或编码已损坏。",
                    f"{count} characters ({share:.1%}) are none that a text is written in: its text layer or encoding is damaged.",
                ),
                settles=Words("改用原件或重新识别。", "The original, or a new recognition of it."),
            )
    sample = content[:_SAMPLE]
    common = sum(map(sample.count, _COMMON))
    if common >= _MEANINGLESS * len(sample):
        return
    chinese = sum(len(run) for run in _CHINESE.findall(sample))
    if chinese >= _ENOUGH and chinese > len(sample) / 2:
        share = common / chinese
        if share < _MEANINGLESS:
            yield doubt(
                document,
                "letters",
                "fatal",
                Span(0, min(len(content), 24)),
                Words(
                    f"常用字只占{share:.1%}：这些汉字不成词句，可能是乱码。",
                    f"Only {share:.1%} are common characters: these make no words and may come from a wrong encoding.",
                ),
            )
