"""Measure the findings: read every text that the gold speaks of and count what is right."""

from __future__ import annotations

import os
from hashlib import file_digest
from pathlib import Path, PurePath
from typing import Any, NamedTuple
from unicodedata import normalize

from luoshi.actions.one import read_one
from luoshi.actions.outcome import Failure, fault, refused
from luoshi.errors import BadRequest, LuoshiError
from luoshi.evaluation import ORDER, Score, Sheet, compare, measure, misplaced, read_gold, read_run
from luoshi.model import Document, Words


class Unmeasured(NamedTuple):
    """A text whose gold could not be measured: how many rows, and why not."""

    doc: str
    rows: int
    why: Failure


class Evaluation(NamedTuple):
    """The score of each kind of gold; the texts that are missing or could not be read; remarks."""

    scores: dict[str, Score]
    texts: int
    unmeasured: tuple[Unmeasured, ...] = ()
    remarks: tuple[Words, ...] = ()

    def as_json(self, against: dict[str, Any] | None = None) -> dict[str, Any]:
        """A kind a key, with its counts; and ``details``: every place behind them.

        ``against`` is the JSON of an earlier run; the comparison stands in ``details``.
        """
        result: dict[str, Any] = {kind: score.as_json() for kind, score in self.scores.items()}
        scores = self.scores.values()
        result["details"] = {
            "misses": [detail.as_json() for score in scores for detail in score.missed],
            "false_alarms": [detail.as_json() for score in scores for detail in score.false],
            "wrong": [detail.as_json() for score in scores for detail in score.wrong],
            "not_evaluated": [
                {"doc": each.doc, "rows": each.rows, "kind": each.why.kind, "why": each.why.what._asdict()}
                for each in self.unmeasured
            ],
            "remarks": [remark._asdict() for remark in self.remarks],
            "texts": self.texts,
        }
        if against is not None:
            result["details"]["against"] = compare(against, result)
        return result


def evaluate(gold: str | Path, texts: str | Path) -> Evaluation:
    """Measure the gold of a folder on texts anywhere below another, found by the file's name.

    A text that is missing or cannot be read is listed, and its gold counts for nothing. Raises
    ``BadRequest`` where there is no gold, a row of it is malformed, or there is no such folder.
    """
    sheets, remarks = read_gold(Path(gold))
    index = _index(Path(texts))
    more = list(remarks)
    scores: dict[str, Score] = {}
    unmeasured: list[Unmeasured] = []
    read: set[str] = set()
    for doc, parts in _by_text(sheets).items():
        try:
            document = _read(doc, parts, index, more)
        except _NoTextError as none:
            unmeasured.append(Unmeasured(doc, sum(len(sheet.rows) for sheet in parts), none.why))
            continue
        read.add(doc)
        for sheet in parts:
            scores.setdefault(sheet.form, Score()).add(measure(sheet, document))
            remark = misplaced(sheet, document)
            more += [remark] if remark else []
    ordered = {kind: scores[kind] for kind in ORDER if kind in scores}
    return Evaluation(ordered, len(read), tuple(unmeasured), tuple(more))


def earlier_run(path: str | Path) -> dict[str, Any]:
    """The JSON of an earlier run; raises ``BadRequest`` where it is none or cannot be opened."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise BadRequest(
            Words(f"{path} 打不开：{why}。", f"{path} cannot be opened: {why}."),
            Words("请检查 --against 的路径。", "Check the path given with --against."),
        ) from None
    return read_run(data, str(path))


class _NoTextError(Exception):
    def __init__(self, why: Failure) -> None:
        super().__init__(why)
        self.why = why


def _by_text(sheets: tuple[Sheet, ...]) -> dict[str, list[Sheet]]:
    found: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        found.setdefault(sheet.doc, []).append(sheet)
    return dict(sorted(found.items()))


def _index(folder: Path) -> dict[str, list[Path]]:
    """All files below a folder by their name."""
    if not folder.exists():
        raise BadRequest(
            Words(f"没有 {folder} 这个文件夹。", f"There is no folder {folder}."),
            Words("请检查 --texts 的路径。", "Check the path given with --texts."),
        )
    if folder.is_file():
        return {normalize("NFC", folder.name): [folder]}
    index: dict[str, list[Path]] = {}
    for here, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            index.setdefault(normalize("NFC", name), []).append(Path(here) / name)
    return index


def _read(doc: str, sheets: list[Sheet], index: dict[str, list[Path]], remarks: list[Words]) -> Document:
    paths = index.get(normalize("NFC", PurePath(doc.replace("\\", "/")).name), [])
    if not paths:
        raise _NoTextError(_failure("missing", f"找不到文本 {doc}", f"The text {doc} is not there"))
    digests = {sheet.sha256 for sheet in sheets if sheet.sha256}
    if digests:
        paths = [path for path in paths if _hash(path) in digests]
        if len(digests) > 1 or not paths:
            raise _NoTextError(
                _failure("other", f"{doc} 与标注时的文本不同（sha256）", f"{doc} is not the text annotated (sha256)")
            )
    elif len({_hash(path) for path in paths}) > 1:
        paths = sorted(paths, key=lambda path: -_quotes_at_their_place(path, sheets))
        remarks.append(
            Words(
                f"{doc} 有 {len(paths)} 个不同的文件，用的是 {paths[0]}。",
                f"{len(paths)} files that differ are called {doc}; {paths[0]} was taken.",
            )
        )
    try:
        return read_one(paths[0])
    except LuoshiError as error:
        raise _NoTextError(refused(error)) from None
    except Exception as error:  # noqa: BLE001 — a fault in one text is told, and the others are measured
        raise _NoTextError(fault(error)) from None


def _quotes_at_their_place(path: Path, sheets: list[Sheet]) -> int:
    """Of several texts of one name, the one is meant in which most of the gold's quotes stand where it says."""
    try:
        content = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return -1
    rows = (row for sheet in sheets for row in sheet.rows if row.get("quote"))
    return sum(content[row["start"] : row["end"]] == row["quote"] for row in rows)


def _failure(kind: str, zh: str, en: str) -> Failure:
    return Failure(kind, Words(f"{zh}。", f"{en}."), Words("请检查 --texts。", "Check --texts."))


def _hash(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
