"""Bytes to Original: what the file is, and its text with marks, one file a format."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

from msgspec.structs import replace

from luoshi.errors import CannotRead, TooLarge, said_by_system
from luoshi.model import Original, Words
from luoshi.sources import advice
from luoshi.sources.sniff import MEDIA_TYPES, sniff

__all__ = ["MAX_BYTES", "READERS", "Reader", "load", "open_source"]

MAX_BYTES = 100 << 20
"""The largest file that is read: 100 MiB. Larger ones are refused before they are loaded."""


class Reader(NamedTuple):
    """A format: its kind as ``sniff`` tells it and the module whose ``read(data, name)`` reads it."""

    kind: str
    module: str
    max_bytes: int = MAX_BYTES

    def read(self, data: bytes, name: str) -> Original:
        """The text of ``data``. The module, and the package it needs, is imported only now."""
        read = cast("Callable[[bytes, str], Original]", import_module(self.module).read)
        return read(data, name)


READERS: tuple[Reader, ...] = (
    Reader("text", "luoshi.sources.plain"),
    Reader("markdown", "luoshi.sources.markdown", 16 << 20),
    Reader("html", "luoshi.sources.html", 16 << 20),  # a page of nothing but tags takes 80 times its size
    Reader("pdf", "luoshi.sources.pdf"),
    Reader("docx", "luoshi.sources.docx"),  # what it unpacks to has limits of its own
    Reader("image", "luoshi.sources.ocr"),
)


def open_source(source: str | Path | bytes, *, name: str = "") -> Original:
    """Read a file of any known format into an Original.

    ``name`` is the file's name where bytes are given; it serves messages, and its ending is a hint.
    Raises ``CannotRead`` with one sentence on what is wrong and one on what would help.
    """
    if isinstance(source, bytes):
        data = source
        _refuse_large(len(data), MAX_BYTES, name)
    else:
        name = name or str(source)
        data = load(source, name)
    kind, promised = sniff(data, name)
    reader = next(reader for reader in READERS if reader.kind == kind)
    _refuse_large(len(data), reader.max_bytes, name)
    original = reader.read(data, name)
    if not original.content.strip():
        raise CannotRead(
            Words("文件里没有文字。", "The file holds no text."),
            Words("请换一份。", "Give another copy."),
            name=name,
            media_type=MEDIA_TYPES[kind],
        )
    if promised:
        remark = Words(
            f"文件名看似 {promised}，内容实为 {kind}，按内容读取。",
            f"The name promises {promised}, the content is {kind}; it was read as what it is.",
        )
        original = replace(original, remarks=(remark, *original.remarks))
    return original


def load(path: str | Path, name: str) -> bytes:
    """The bytes of a file, never more than the limit (a device or a growing file has no end).

    ``name`` is the file as messages call it. Raises ``CannotRead``.
    """
    try:
        if os.path.isdir(path):  # noqa: PTH112 — a str that is no valid path must not raise here
            raise CannotRead(
                Words("这是文件夹，不是文件。", "This is a folder, not a file."),
                Words(
                    "请给出其中的文件，或用 luoshi read 读整个文件夹。",
                    "Give the files in it, or read the folder with `luoshi read`.",
                ),
                name=name,
            )
        _refuse_large(os.stat(path).st_size, MAX_BYTES, name)  # noqa: PTH116 — as above
        with open(path, "rb") as file:  # noqa: PTH123 — as above
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CannotRead(Words("没有这个文件。", "There is no such file."), advice.CHECK_PATH, name=name) from None
    except PermissionError:
        raise CannotRead(
            Words("没有读这个文件的权限。", "The file may not be read."),
            Words("请取得读取权限。", "Ask for the right to read it."),
            name=name,
        ) from None
    except (OSError, ValueError) as error:
        why = said_by_system(error)
        what = Words(f"文件打不开：{why.zh}。", f"The file cannot be opened: {why.en}.")
        raise CannotRead(what, advice.CHECK_PATH, name=name) from None
    _refuse_large(len(data), MAX_BYTES, name)
    return data


def _refuse_large(size: int, limit: int, name: str) -> None:
    if size > limit:
        what = Words(
            f"文件有 {size / (1 << 20):.1f} MiB，此类文件最多 {limit >> 20} MiB。",
            f"The file has {size / (1 << 20):.1f} MiB; the limit for this kind is {limit >> 20} MiB.",
        )
        raise TooLarge(what, advice.SPLIT, name=name)
