"""Answers that are kept in memory: made once for all who would get the same, until what they show changes.

What goes through here may depend on the address, the language, the role of whoever asks and the library, and on
nothing else; what is a visitor's own is a hole in the page (``holes.py``). An answer holds as long as the library is
as it was when it was made. What this server wrote counts at once, what other processes write after ``LATE`` seconds
at most: while somebody brings in a thousand documents, a list of them all is made anew once in a second, not for
each reader.
"""

from __future__ import annotations

import asyncio
import gzip
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, cast

from litestar import Request, Response
from litestar.concurrency import sync_to_thread

from luoshi.http.holes import Page, has_holes
from luoshi.http.language import language
from luoshi.http.packing import SMALLEST, accepts_gzip, gzipped, shrinks
from luoshi.http.tags import has, tag_of
from luoshi.http.visitors import visitor
from luoshi.library import Library

MOST = 64 << 20
"""Bytes of answers that are kept; those not asked for longest go."""

LATE = 1.0
"""Seconds that an answer may be behind what other processes write."""

LONGEST = 2_000
"""Bytes of a query beyond which its answer is not kept."""

AnyRequest = Request[Any, Any, Any]
Make = Callable[[], Response[Any]]
Version = Callable[[], Hashable]


class Entry(NamedTuple):
    """An answer, as it was when all that it shows was at ``mark``; ``version`` is that of its own document.

    ``body`` is a page with holes, or bytes: ``packed`` by gzip where that is worth it, so that they go out as they are.
    """

    mark: Hashable
    version: Hashable
    body: str | bytes
    packed: bool
    media_type: str
    headers: dict[str, str]

    @property
    def size(self) -> int:
        """The bytes that it takes, about."""
        return 2_000 + len(self.body) * (1 if isinstance(self.body, bytes) else 2)


class Kept:
    """The answers of one library, kept by the event loop and made in threads."""

    def __init__(self, library: Library) -> None:
        """None yet."""
        self._library = library
        self._entries: OrderedDict[Hashable, Entry] = OrderedDict()
        self._size = 0
        self._making: dict[Hashable, asyncio.Future[Entry | None]] = {}
        self._known: tuple[int, float, Hashable] = (-1, 0.0, None)

    async def answer(
        self, request: AnyRequest, make: Make, *, version: Version | None = None, beside: Hashable = None
    ) -> Response[Any]:
        """What ``make`` gives, now or before; of several who ask for the same at once the first makes it for all.

        ``version`` says in which version the one document is that the answer shows: others may change then.
        ``beside`` is the state of what it shows besides the library. Both functions run in a thread. What is not
        simply a good answer (a refusal, one that sets a cookie) is not kept.
        """
        scope, asking = request.scope, visitor(request)
        if len(scope["query_string"]) > LONGEST:
            return await sync_to_thread(make)
        mark = (await self._now(), beside)
        key = (scope["path"], scope["query_string"], language(request), asking and asking.role)
        entry = self._entries.get(key)
        if entry is not None and entry.mark == mark:
            self._entries.move_to_end(key)
            return _answer(request, entry)
        if (key, mark) in self._making and (found := await self._making[key, mark]):
            return _answer(request, found)
        waited = self._making[key, mark] = asyncio.get_running_loop().create_future()
        found = None
        try:
            found, made = await sync_to_thread(_made, make, mark, entry, version)
        finally:
            waited.set_result(found)
            self._making.pop((key, mark), None)
        if found is None:
            return cast("Response[Any]", made)
        self._keep(key, found)
        return _answer(request, found)

    async def _now(self) -> Hashable:
        """The state of the library: as it is, or was ``LATE`` seconds ago where nothing was written here since."""
        writes, until, state = self._known
        if self._library.writes == writes and time.monotonic() < until:
            return state
        return await sync_to_thread(self._look)

    def _look(self) -> Hashable:
        writes, until = self._library.writes, time.monotonic() + LATE  # what comes while it looks makes it look again
        state = self._library.state()
        self._known = (writes, until, state)
        return state

    def _keep(self, key: Hashable, entry: Entry) -> None:
        if entry.size > MOST // 8:
            return
        old = self._entries.pop(key, None)
        self._size += entry.size - (old.size if old else 0)
        self._entries[key] = entry
        while self._size > MOST:
            self._size -= self._entries.popitem(last=False)[1].size


def _made(
    make: Make, mark: Hashable, old: Entry | None, version: Version | None
) -> tuple[Entry | None, Response[Any] | None]:
    """The answer to keep; where it is none, the answer as it was made."""
    now = version() if version else None
    if old is not None and version and old.version == now:
        return old._replace(mark=mark), None
    made = make()
    if made.status_code not in (None, 200) or made.cookies:
        return None, made
    content, kind = made.content, str(made.media_type)
    if isinstance(made, Page) and has_holes(content):
        return Entry(mark, now, content, packed=False, media_type=kind, headers=_HEADERS | made.headers), None
    body = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    headers = {"ETag": tag_of(body)} | _HEADERS | made.headers
    packed = len(body) >= SMALLEST and shrinks(kind)
    return Entry(mark, now, gzipped(body) if packed else body, packed, kind, headers), None


def _answer(request: AnyRequest, entry: Entry) -> Response[Any]:
    headers, kind = entry.headers, entry.media_type
    if isinstance(entry.body, str):
        return Page(entry.body, headers=headers)
    if has(headers["ETag"], request.headers.get("if-none-match")):
        return Response(b"", status_code=304, headers=headers, media_type=kind)
    if not entry.packed:
        return Response(entry.body, headers=headers, media_type=kind)
    if accepts_gzip(request.headers.get("accept-encoding", "")):
        return Response(entry.body, headers={**headers, "Content-Encoding": "gzip"}, media_type=kind)
    return Response(gzip.decompress(entry.body), headers=headers, media_type=kind)


_HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Accept-Language, Cookie"}
