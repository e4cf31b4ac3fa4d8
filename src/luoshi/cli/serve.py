"""``luoshi serve``: the library in a browser, and for programs."""

from __future__ import annotations

import sys
from argparse import Namespace

from luoshi.cli.codes import ALL_READ, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.terminal import put
from luoshi.library import Library

PORT = 8000


def serve(arguments: Namespace, language: str) -> int:
    """Do it until it is stopped; returns the exit code."""
    if arguments.paths:
        raise WrongUsage(say("takes_none", language, "serve", arguments.paths[0]))
    host, port = arguments.host or "127.0.0.1", arguments.port or PORT
    prefix = "/" + arguments.prefix.strip("/") if arguments.prefix and arguments.prefix.strip("/") else ""

    def work(library: Library) -> int:
        import uvicorn  # noqa: PLC0415 — only who serves waits for it

        from luoshi.server import app  # noqa: PLC0415

        if not arguments.quiet:
            put(sys.stderr, f"luoshi: http://{host}:{port}{prefix}/")
        uvicorn.run(app(library, prefix=prefix), host=host, port=port, log_level="warning", server_header=False)
        return ALL_READ

    return on_library(arguments, language, work, create=True)
