"""``luoshi serve``: the library in a browser, and for programs."""

from __future__ import annotations

import errno
import signal
import socket
import sys

from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, NOTHING_READ, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.terminal import put
from luoshi.errors import said_by_system
from luoshi.library import Library
from luoshi.patterns import regex

HOST, PORT = "127.0.0.1", 8000


def serve(arguments: Arguments, language: str) -> int:
    """Do it until it is stopped; returns the exit code."""
    if arguments.paths:
        raise WrongUsage(say("takes_none", language, "serve", arguments.paths[0]))
    if bool(arguments.tls_certificate) != bool(arguments.tls_key):
        raise WrongUsage(say("tls", language))
    host, port = arguments.host or HOST, PORT if arguments.port is None else arguments.port
    if not 0 <= port <= 65535:
        raise WrongUsage(say("port", language))
    names = arguments.name or []
    prefix = _prefix(arguments.prefix, language)
    if arguments.tls_certificate and (why := _unusable(arguments.tls_certificate, arguments.tls_key, language)):
        put(sys.stderr, f"luoshi: {say('tls_bad', language, arguments.tls_certificate, arguments.tls_key, why)}")
        return NOTHING_READ

    def work(library: Library) -> int:
        from luoshi.server import answered, app, for_others  # noqa: PLC0415 — only who serves waits for it

        others = for_others(library, host, names)
        site = app(library, names=answered(host, names), prefix=prefix, local=not others)
        try:
            listening = _listen(host, port)
        except OSError as error:
            why = (
                say("port_taken", language) if error.errno == errno.EADDRINUSE else said_by_system(error).told(language)
            )
            put(sys.stderr, f"luoshi: {say('cannot_listen', language, host, port, why)}")
            return NOTHING_READ
        _tell(arguments, listening, prefix, others=others, language=language)
        _run(site, listening, arguments)
        return ALL_READ

    return on_library(arguments, language, work, create=True)


def _prefix(given: str | None, language: str) -> str:
    """``/plans`` for ``plans``, ``/plans/``; ``""`` for none. Raises ``WrongUsage`` where it is no path."""
    parts = [part for part in (given or "").split("/") if part]
    if not all(_PART.fullmatch(part) for part in parts):
        raise WrongUsage(say("prefix", language, given))
    return "".join(f"/{part}" for part in parts)


_PART = regex("[A-Za-z0-9_~-][A-Za-z0-9._~-]*")


def _unusable(certificate: str, key: str, language: str) -> str:
    """Why a certificate and its key cannot be used; ``""`` where they can."""
    import ssl  # noqa: PLC0415 — only who encrypts waits for it

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password="")
    except ssl.SSLError as error:
        return str(error.reason or error)
    except OSError as error:
        return said_by_system(error).told(language)
    return ""


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(2048)  # who reads the address may ask at once: they wait until the app is ready
    except (OSError, UnicodeError) as error:
        listening.close()
        raise error if isinstance(error, OSError) else OSError(errno.EADDRNOTAVAIL, str(error)) from None
    return listening


def _tell(arguments: Arguments, listening: socket.socket, prefix: str, *, others: bool, language: str) -> None:
    """Where it is, on standard output, for a person and for a script that started it."""
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    scheme = "https" if arguments.tls_certificate else "http"
    put(sys.stdout, f"{scheme}://{shown}:{port}{prefix}/")
    sys.stdout.flush()
    if others and scheme == "http" and not arguments.quiet:
        put(sys.stderr, f"luoshi: {say('no_tls', language)}")


def _run(site: object, listening: socket.socket, arguments: Arguments) -> None:
    import uvicorn  # noqa: PLC0415 — as above

    config = uvicorn.Config(
        site,  # type: ignore[arg-type]  # an ASGI app, by whichever name for its types
        log_level="warning",
        server_header=False,
        ssl_certfile=arguments.tls_certificate,
        ssl_keyfile=arguments.tls_key,
    )
    server = uvicorn.Server(config)

    def stop(*_: object) -> None:
        server.should_exit = True

    # uvicorn stops on these by itself, then sends them again to whoever handled them before: that would be an error's end
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)
    server.run(sockets=[listening])
