"""Reads a folder of gold: any mixture of files, each known by what its rows hold, not by its name."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from luoshi.errors import BadRequest
from luoshi.evaluation.forms import KNOWN_WORDS, OTHER_KINDS, Malformed, Row, form_of, pages_of, region_of, row_of
from luoshi.model import Span, Words

ENDINGS = frozenset({".json", ".jsonl"})


class Sheet(NamedTuple):
    """The gold of one form that one file holds for one text.

    ``form`` is ``quantity``, ``target``, ``pledge``, ``outline``, ``node``, ``line``, ``paragraph`` or
    one of ``forms.OTHER_KINDS``.
    Offsets are those of the text as it lies. ``regions`` are the stretches in which everything is
    annotated (``None``: not said). ``sha256`` is that of the text's bytes, where the gold gives it.
    """

    file: str
    form: str
    doc: str
    rows: tuple[Row, ...]
    regions: tuple[Span, ...] | None = None
    sha256: str | None = None


class Gold(NamedTuple):
    """All sheets of a folder, in the order of the files' names, and what to know about the rest."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[Words, ...]


def read_gold(folder: Path) -> Gold:
    """The gold in a folder and all below it (or in one file).

    Raises ``BadRequest`` where there is none, and where a row is malformed: file, line and fault.
    """
    sheets: list[Sheet] = []
    remarks: list[Words] = []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix() if path != folder else path.name
        if path.suffix.lower() not in ENDINGS:
            remarks.append(Words(f"{name} 不是标注文件，未用。", f"{name} is no gold and was left out."))
            continue
        try:
            found = list(_sheets(name, _text(path)))
        except Malformed as fault:
            where, what = fault.args
            raise BadRequest(
                Words(f"标注有误：{name}:{where}：{what.zh}。", f"Malformed gold: {name}:{where}: {what.en}."),
                Words("请改正这一处。", "Correct it there."),
            ) from None
        if not found:
            remarks.append(
                Words(f"{name} 中没有可以衡量的标注，未用。", f"{name} holds no gold that can be measured; left out.")
            )
        sheets += found
    if not sheets:
        raise BadRequest(
            Words(f"{folder} 里没有标注。", f"There is no gold in {folder}."),
            Words("标注的格式见 docs/evaluation.md。", "Its format: docs/evaluation.md."),
        )
    remarks += (remark for sheet in sheets for remark in _doubts(sheet))
    return Gold(tuple(sheets), tuple(remarks))


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    if not folder.is_dir():
        raise BadRequest(
            Words(f"没有 {folder} 这个文件夹。", f"There is no folder {folder}."),
            Words("请检查 --gold 的路径。", "Check the path given with --gold."),
        )
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (Path(here) / each for each in sorted(files) if not each.startswith("."))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Malformed(str(line), Words("不是 UTF-8 文本", "this is not UTF-8")) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise BadRequest(
            Words(f"{path} 打不开：{why}。", f"{path} cannot be opened: {why}."),
            Words("请取得读取权限。", "Ask for the right to read it."),
        ) from None


def _sheets(name: str, text: str) -> Iterator[Sheet]:
    """A file is one JSON value (an outline, nodes, lines, paragraphs), or a row of JSON on each line."""
    if not name.lower().endswith(".jsonl"):
        for form, doc, sha256, page in pages_of(_value(text, 1)):
            yield Sheet(name, form, doc, tuple(page), None, sha256)
        return
    values = [
        (number, _value(line, number))
        for number, line in enumerate(text.split("\n"), 1)  # no splitlines: a quote may hold U+2028
        if line.strip()
    ]
    rows: dict[tuple[str, str], list[Row]] = {}
    regions: dict[str, list[Span]] = {}
    hashes: dict[str, str | None] = {}
    unknown: int | None = None
    for number, value in values:
        if isinstance(value, dict) and "region" in value:
            doc, span, digest = region_of(value, number)
            regions.setdefault(doc, []).append(span)
            hashes.setdefault(doc, digest)
        elif kind := form_of(value):
            row = row_of(value, kind, number)
            rows.setdefault((kind, row["doc"]), []).append(row)
        else:
            unknown = unknown or number
    if unknown and (rows or regions):
        raise Malformed(str(unknown), Words("这一行不是任何一种标注", "this row is no gold of any kind"))
    for form in sorted({form for form, _ in rows}) or ["quantity"]:
        for doc in regions:  # a region in which there is nothing: whatever is found there is false
            rows.setdefault((form, doc), [])
    for (form, doc), found in rows.items():
        inside = tuple(regions[doc]) if doc in regions else None
        yield Sheet(name, form, doc, tuple(found), inside, hashes.get(doc))


def _value(text: str, number: int) -> Any:  # noqa: ANN401 — whatever JSON holds
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Malformed(
            str(number + error.lineno - 1), Words(f"不是 JSON（{error.msg}）", f"this is not JSON ({error.msg})")
        ) from None
    except (ValueError, RecursionError):
        raise Malformed(
            str(number), Words("JSON 过深或数字过长", "this JSON nests too deep or holds an endless number")
        ) from None


def _doubts(sheet: Sheet) -> Iterator[Words]:
    if sheet.form in {"quantity", *OTHER_KINDS} and sheet.regions is None:
        yield Words(
            f"{sheet.file} 没有说明 {sheet.doc} 的哪一段全部标注过（region），这里不计误报。",
            f"{sheet.file} does not say which region of {sheet.doc} is annotated in full: no false alarms counted there.",
        )
    for field, known in KNOWN_WORDS.get(sheet.form, {}).items():
        for row in sheet.rows:
            if row[field] not in known:
                yield Words(
                    f"{sheet.file}:{row['where']}：{field} 的值“{row[field]}”不是约定中的词。",
                    f"{sheet.file}:{row['where']}: {row[field]!r} is no {field} of the conventions.",
                )
