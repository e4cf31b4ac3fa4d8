"""A site that answers on a port of this machine, for browsers; borrowed by tests that drive one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from luoshi.library import Library
from luoshi.server import app


@contextmanager
def served(library: Library, **options) -> Iterator[str]:
    """Serve a library from a thread; gives the address of the site."""
    config = uvicorn.Config(app(library, **options), host="127.0.0.1", port=0, log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}{options.get('prefix', '')}"
    finally:
        server.should_exit = True
        thread.join(30)
