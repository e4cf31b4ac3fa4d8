"""A result goes where it is wanted: into a file, to a terminal, to another program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from luoshi import settings
from luoshi.actions.writing import write_whole
from luoshi.cli.arguments import Arguments
from luoshi.cli.terminal import plain, put, standard_output


def deliver(result: str | bytes, arguments: Arguments, uncoloured: Callable[[str], str] = plain) -> None:
    """Write to the file of ``--output``, else to standard output. Raises ``OSError``.

    Text (``str``) loses its colours where there is no terminal that wants them; ``bytes`` are for programs.
    """
    text = ""
    if isinstance(result, str):
        coloured = not arguments.output and sys.stdout.isatty() and settings.color()
        text = result if coloured else uncoloured(result)
        result = text.encode("utf-8", "backslashreplace")
    if arguments.output:
        write_whole(Path(arguments.output), lambda stream: stream.writelines([result]))
    elif text:
        put(sys.stdout, text.removesuffix("\n"))
    else:
        with standard_output() as stream:
            stream.write(result)
