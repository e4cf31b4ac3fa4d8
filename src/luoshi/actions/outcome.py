"""What became of one file: read, skipped because it was read before, or failed and why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import NamedTuple, TypeVar

from luoshi.errors import LuoshiError
from luoshi.model import Document, Words

Result = TypeVar("Result")


class Failure(NamedTuple):
    """Why a file was not read and what to do. ``kind`` is an error's class or a word of ``FAILURES``."""

    kind: str
    what: Words
    advice: Words


class Summary(NamedTuple):
    """A document in one line. ``worst`` is the severity of its worst doubt."""

    title: str
    genre: str | None
    date: str | None
    grade: str | None
    characters: int
    targets: int
    doubts: int
    worst: str | None


class Outcome(NamedTuple):
    """What became of the file ``name``, which lies at ``place`` below the folder that holds all.

    One of: ``failure``; ``skipped`` (its ``output`` was there already); ``summary``, with ``part``
    where a format was asked for, or with ``output`` where the part was written to a file. ``id`` is
    the document's in a library, where that is what the file was read into.
    """

    name: str
    summary: Summary | None = None
    part: bytes | None = None
    output: Path | None = None
    skipped: bool = False
    failure: Failure | None = None
    place: PurePath = PurePath()
    id: str = ""


SEVERITIES = ("fatal", "major", "minor", "note")
"""From worst to least."""


def summary(document: Document) -> Summary:
    """The line of a document."""
    severities = {doubt.value.severity for doubt in document.find("doubt")}
    return Summary(
        title=document.title,
        genre=document.profile.genre.value if document.profile.genre else None,
        date=str(document.profile.date) if document.profile.date else None,
        grade=document.verdict.grade if document.verdict else None,
        characters=len(document.text),
        targets=sum(1 for _ in document.find("target")),
        doubts=sum(1 for _ in document.find("doubt")),
        worst=next((severity for severity in SEVERITIES if severity in severities), None),
    )


def refused(error: LuoshiError) -> Failure:
    """The failure that an error of Luoshi's own tells."""
    return Failure(type(error).__name__, error.what, error.advice)


def failed(kind: str, detail: str | Words = "") -> Failure:
    """The failure of a kind that is not an error of Luoshi's own; ``detail`` goes into its sentence."""
    what, advice = FAILURES[kind]
    zh, en = detail if isinstance(detail, Words) else (detail, detail)
    return Failure(kind, Words(what.zh.format(zh), what.en.format(en)), advice)


def attempt(work: Callable[[], Result]) -> Result | Failure:
    """What the work gives, or why it failed: nothing is raised, so that the others go on."""
    try:
        return work()
    except LuoshiError as error:
        return refused(error)
    except MemoryError:
        return failed("memory")
    except Exception as error:  # noqa: BLE001 — a fault in one file is told, and the others are read
        return fault(error)


def fault(error: BaseException) -> Failure:
    """The failure that a fault of Luoshi is: which error, and in which file and line of its code."""
    place, trace = "", error.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if "luoshi" in path.parts:
            place = f", {'/'.join(path.parts[-2:])}:{trace.tb_lineno}"
        trace = trace.tb_next
    said = " ".join(str(error).split())[:80]
    return failed("fault", f"{type(error).__name__}{': ' if said else ''}{said}{place}")


FAILURES: dict[str, tuple[Words, Words]] = {
    "missing": (
        Words("没有这个文件或文件夹。", "There is no such file or folder."),
        Words("请检查路径。", "Check the path."),
    ),
    "forbidden": (
        Words("文件夹打不开：{}。", "The folder cannot be opened: {}."),
        Words("请取得读取权限。", "Ask for the right to read it."),
    ),
    "unwritten": (
        Words("读完了，但结果写不下来：{}。", "It was read, but the result cannot be written: {}."),
        Words("请检查输出位置的权限与空间。", "Check the rights and the space where results go."),
    ),
    "timeout": (
        Words("{} 秒内没有读完，已放弃。", "It was not read within {} seconds and was given up."),
        Words(
            "请用 LUOSHI_TIMEOUT 放宽时限；不设时，单独读一个文件没有时限。",
            "Set LUOSHI_TIMEOUT to more seconds; without it a file that is read by itself has no limit.",
        ),
    ),
    "died": (
        Words("读它的进程意外终止。", "The process that read it died."),
        Words("可能是内存不足；请单独读这个文件。", "Memory may have run out; read it by itself."),
    ),
    "memory": (
        Words("内存不足。", "There is not enough memory."),
        Words("请减少 --jobs，或拆分文件。", "Use fewer --jobs, or split the file."),
    ),
    "fault": (
        Words("落实程序自身出错（{}）。", "Luoshi made a mistake ({})."),
        Words(
            "请把这一行连同文件一起报告给落实的作者。",
            "Please report this line, with the file, to the authors of Luoshi.",
        ),
    ),
}
"""What can happen besides the errors of ``luoshi.errors``: what, and what to do."""
