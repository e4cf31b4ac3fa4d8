"""Which encoding bytes of text are in, by evidence, and the text that they say.

A mark at the start decides (BOM); else text that is valid UTF-8 beyond accident is UTF-8; else the
candidates are decoded and the one whose characters people really write wins (``likelihood``). What a
page declares of itself is one more candidate and never more than that. A line that the file's
encoding cannot read is tried in the others, so two texts pasted into one file are both read.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from luoshi.model import Words
from luoshi.patterns import regex
from luoshi.sources.likelihood import likelihood

SAMPLE = 1 << 14
"""Bytes that are looked at in each of three places of a file to find its encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# GB18030 holds GBK and GB2312, Big5-HKSCS holds Big5: one candidate for each family.
_FAMILY = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs", "iso8859-1": "cp1252"}
_SHOWN = {"big5hkscs": "big5", "cp1252": "windows-1252"}
_BY_BYTES = ("utf-8", "gb18030", "big5hkscs", "cp1252")
_BEYOND_ACCIDENT = regex("[^\x00-\u07ff]")  # three bytes that fit by chance are rare, two are not
_UTF8_RUN = regex(rb"[\xe2-\xef][\x80-\xbf][\x80-\xbf]" * 4)  # unrolled: five times as fast


class Decoded(NamedTuple):
    """Text, the name of the encoding that it was in, and what a reader should know of the decoding."""

    text: str
    encoding: str
    remarks: tuple[Words, ...]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes of text; never fails. ``declared`` is what the file says of itself, if it does."""
    remarks: list[Words] = []
    encoding, mark = detect(data, declared)
    said = _codec(declared)
    if said and said != encoding and not (data.isascii() and not encoding.startswith("utf-16")):
        shown = _shown(encoding)
        remarks.append(
            Words(
                f"文件声明的编码是 {declared}，实际是 {shown}，按实际编码读取。",
                f"The file declares {declared} but is in {shown}; it was read as what it is.",
            )
        )
    body = data[mark:]
    text = _read(body, encoding, remarks)
    _look_for_nuls(text, remarks)
    return Decoded(text, _shown(encoding), tuple(remarks))


def detect(data: bytes, declared: str | None = None) -> tuple[str, int]:
    """The codec for ``data`` and the length of the byte order mark at its start."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    sample = _sample(data)
    if data.isascii() and b"\0" not in sample:
        return "utf-8", 0
    try:
        text = data.decode()
    except UnicodeDecodeError:
        pass
    else:
        if _BEYOND_ACCIDENT.search(text):
            return "utf-8", 0
    candidates = list(_BY_BYTES)
    if b"\0" in sample or not sample.isascii():
        candidates += ("utf-16-le", "utf-16-be")
    said = _codec(declared)
    if said and said not in candidates:
        candidates.append(said)
    scores = {name: _score(sample, name) + 0.05 * (name == said) for name in candidates}
    return max(candidates, key=lambda name: scores[name]), 0


def _score(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace").removesuffix("\ufffd")
    score = likelihood(text)
    if name == "utf-8":  # valid by accident is rare: UTF-8 has the first claim
        score += 0.3
    elif name == "cp1252":  # reads anything: the last resort, for Western letters among plain ones
        score -= 0.3
    return score


def _sample(data: bytes) -> bytes:
    """Some bytes from the first one beyond ASCII on; whole lines from the middle and from the end."""
    if len(data) <= 4 * SAMPLE:
        return data
    first = re.search(rb"[\x80-\xff\x00]", data)
    start = max(0, (first.start() if first else 0) - 64) & ~3  # UTF-16 keeps step
    pieces = [data[start : start + SAMPLE]]
    if b"\0" not in pieces[0]:
        for start in (len(data) // 2, len(data) - SAMPLE):
            piece = data[start : start + SAMPLE]
            pieces.append(piece[piece.find(b"\n") + 1 : piece.rfind(b"\n") + 1])
    return b"\n".join(pieces)


def _read(body: bytes, encoding: str, remarks: list[Words]) -> str:
    if encoding in _BY_BYTES and encoding != "utf-8" and _UTF8_RUN.search(body):
        return _by_lines(body, encoding, remarks)
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        pass
    if encoding in _BY_BYTES:
        return _by_lines(body, encoding, remarks)
    text = body.decode(encoding, "replace")
    _report_lost(text, remarks)
    return text


def _by_lines(body: bytes, encoding: str, remarks: list[Words]) -> str:
    """Each line in the file's encoding, or in another one if only that reads it."""
    others = [name for name in ("utf-8", "gb18030", "big5hkscs") if name != encoding]
    lines: list[str] = []
    strangers: dict[str, list[int]] = {}
    for number, line in enumerate(body.splitlines(keepends=True), 1):
        try:
            text = line.decode(encoding)
            if encoding == "utf-8" or not _UTF8_RUN.search(line):
                lines.append(text)
                continue
            best = likelihood(text[:SAMPLE])
        except UnicodeDecodeError as error:
            if error.start > SAMPLE and len(line) - error.start < 4:  # a character cut off at the end
                lines.append(_mended(line, encoding))
                continue
            text = _mended(line, encoding)
            best = likelihood(text[:SAMPLE])
        for other in others:
            try:
                attempt = line.decode(other)
            except UnicodeDecodeError:
                continue
            score = likelihood(attempt[:SAMPLE])
            if score > max(best, 0.3):
                best, text, found = score, attempt, other
                strangers.setdefault(_shown(found), []).append(number)
        lines.append(text)
    for name, numbers in strangers.items():
        where = _some(numbers)
        remarks.append(
            Words(
                f"文件混用多种编码：主要为 {_shown(encoding)}，第 {where} 行是 {name}。",
                f"The file mixes encodings: {_shown(encoding)}, and {name} in lines {where}.",
            )
        )
    text = "".join(lines)
    _report_lost(text, remarks)
    return text


def _mended(line: bytes, encoding: str) -> str:
    """A line with what cannot be read replaced; halves of a character that were encoded apart are joined."""
    if encoding == "utf-8" and b"\xed" in line:
        try:
            halves = line.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            pass
        else:
            return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return line.decode(encoding, "replace")


def _report_lost(text: str, remarks: list[Words]) -> None:
    count = text.count("\ufffd")
    if not count:
        return
    numbers: list[int] = []
    line = at = 0
    while len(numbers) < 6 and (found := text.find("\ufffd", at)) >= 0:
        line += text.count("\n", at, found)
        numbers.append(line + 1)
        end = text.find("\n", found)
        at = end if end >= 0 else len(text)
    where = _some(numbers)
    remarks.append(
        Words(
            f"有 {count} 处字节无法解码，以 \ufffd 代替（第 {where} 行）。",
            f"{count} bytes or sequences could not be decoded and stand as \ufffd (lines {where}).",
        )
    )


def _look_for_nuls(text: str, remarks: list[Words]) -> None:
    if count := text.count("\0"):
        line = text.count("\n", 0, text.find("\0")) + 1
        remarks.append(
            Words(
                f"文件含 {count} 个空字符（NUL），首个在第 {line} 行，正文照原样保留。",
                f"The file holds {count} NUL characters, the first in line {line}; they are kept as they lie.",
            )
        )


def _some(numbers: list[int]) -> str:
    numbers = list(dict.fromkeys(numbers))
    return ", ".join(map(str, numbers[:5])) + (" …" if len(numbers) > 5 else "")


def _codec(declared: str | None) -> str | None:
    """The candidate for a declared name; none for a name that no codec has."""
    try:
        name = codecs.lookup(declared.strip()).name if declared else None
        if name and not codecs.lookup(name)._is_text_encoding:  # noqa: SLF001 — the only way to ask
            return None
    except (LookupError, ValueError):
        return None
    return _FAMILY.get(name, name) if name else None


def _shown(name: str) -> str:
    return _SHOWN.get(name, name)
