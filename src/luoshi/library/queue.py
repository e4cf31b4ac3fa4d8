"""Files that wait in the library to be read: put there whole or not at all, read by whichever server comes first.

Who reads a file holds it for some seconds, again and again (``renew``); when a server is killed its hold runs out and
another, or the same started anew, takes the file. Times are seconds since 1970. All functions work within the transaction of the
connection that they are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import IO, Any, NamedTuple

from sqlalchemy import Connection, and_, case, delete, exists, func, insert, not_, or_, select, update

from luoshi.library.entry import storable
from luoshi.library.tables import piece, sent, upload

WAITING, READING, ADDED, THERE, FAILED = "waiting", "reading", "added", "there", "failed"

OPEN = (WAITING, READING)
"""The states of a file that is not read yet."""

PIECE = 1 << 20
"""Bytes that are kept in one row."""

LISTED = 20
"""So many uploads are named that somebody should look at."""


class Held(NamedTuple):
    """A file that this reader holds; ``tries`` is how often somebody began to read it."""

    key: int
    name: str
    sha256: str
    tries: int


class Going(NamedTuple):
    """An upload that somebody should look at: files that are not read yet, or could not be read."""

    id: str
    who: str
    open: int
    failed: int


def begin(connection: Connection, identity: str, who: str, when: str) -> None:
    """A new upload, without files yet."""
    connection.execute(insert(upload), {"id": identity, "who": storable(who), "began": when, "seen": False})


def put(connection: Connection, identity: str, name: str, file: IO[bytes], largest: int) -> tuple[int, int]:
    """A file at the end of an upload; returns its key and size. Of one with more than ``largest`` bytes none are kept."""
    line = {
        "upload": identity,
        "name": storable(name),
        "size": 0,
        "sha256": "",
        "state": WAITING,
        "tries": 0,
        "title": "",
    }
    key = int(connection.execute(insert(sent).returning(sent.c.key), line).scalar_one())
    size, seal = 0, sha256()
    for number, data in enumerate(_pieces(file)):
        size += len(data)
        if size > largest:
            connection.execute(delete(piece).where(piece.c.sent == key))
            break
        seal.update(data)
        connection.execute(insert(piece), {"sent": key, "number": number, "data": data})
    connection.execute(update(sent).where(sent.c.key == key).values(size=size, sha256=seal.hexdigest()))
    return key, size


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while data := file.read(PIECE):
        yield data


def waiting(connection: Connection, who: str | None = None) -> tuple[int, int]:
    """How many files wait or are being read, those of one or of all, and their bytes."""
    wanted = select(func.count(), func.coalesce(func.sum(sent.c.size), 0)).where(sent.c.state.in_(OPEN))
    if who is not None:
        wanted = wanted.join(upload, sent.c.upload == upload.c.id).where(upload.c.who == storable(who))
    files, size = connection.execute(wanted).one()
    return int(files), int(size)


def hold(connection: Connection, reader: str, now: float, until: float) -> Held | None:
    """The file that waits longest, which this reader holds from now; ``None`` where there is none for it."""
    free = or_(
        sent.c.state == WAITING,
        and_(sent.c.state == READING, sent.c.until < now, sent.c.reader != reader),
    )
    first = select(sent.c.key).where(free).order_by(sent.c.key).limit(1).with_for_update(skip_locked=True)
    key = connection.execute(first).scalar()
    if key is None:
        return None
    held = update(sent).where(sent.c.key == key)
    held = held.values(state=READING, reader=reader, until=until, tries=sent.c.tries + 1)
    row = connection.execute(held.returning(sent.c.key, sent.c.name, sent.c.sha256, sent.c.tries)).one()
    return Held(*row)


def renew(connection: Connection, reader: str, until: float) -> None:
    """What this reader holds it holds longer."""
    mine = and_(sent.c.state == READING, sent.c.reader == reader)
    connection.execute(update(sent).where(mine).values(until=until))


def give_back(connection: Connection, reader: str, key: int | None = None) -> None:
    """What this reader holds waits again as if it had not begun; or one file, on which it tried."""
    mine = and_(sent.c.state == READING, sent.c.reader == reader)
    if key is not None:
        tried = update(sent).where(mine, sent.c.key == key).values(state=WAITING, reader=None)
    else:
        tried = update(sent).where(mine).values(state=WAITING, reader=None, tries=sent.c.tries - 1)
    connection.execute(tried)


def data_of(connection: Connection, key: int) -> bytes:
    """The bytes of a file that waits."""
    rows = connection.execute(select(piece.c.data).where(piece.c.sent == key).order_by(piece.c.number))
    return b"".join(bytes(data) for data in rows.scalars())


def settle(connection: Connection, key: int, reader: str | None, **became: Any) -> bool:  # noqa: ANN401 — columns of ``sent``
    """What became of a file that this reader holds; its bytes are let go. Whether it was still to be told."""
    mine = and_(sent.c.key == key, sent.c.state.in_(OPEN), sent.c.reader.is_not_distinct_from(reader))
    done = connection.execute(update(sent).where(mine).values(reader=None, **became)).rowcount
    if done:
        connection.execute(delete(piece).where(piece.c.sent == key))
    return bool(done)


def unfinished(connection: Connection) -> bool:
    """Whether any file waits or is being read, by whomever."""
    return connection.execute(select(sent.c.key).where(sent.c.state.in_(OPEN)).limit(1)).first() is not None


def lines(connection: Connection, identity: str) -> tuple[dict[str, Any], list[dict[str, Any]]] | None:
    """An upload and its files; ``None`` where there is no such."""
    whole = connection.execute(select(upload).where(upload.c.id == storable(identity))).mappings().first()
    if whole is None:
        return None
    files = connection.execute(select(sent).where(sent.c.upload == whole["id"]).order_by(sent.c.key)).mappings()
    return dict(whole), [dict(each) for each in files]


def going(connection: Connection) -> list[Going]:
    """The uploads that are not finished, or of which nobody has seen what failed; the last begun first."""
    still, broken = (func.sum(case((sent.c.state.in_(states), 1), else_=0)) for states in (OPEN, (FAILED,)))
    wanted = (
        select(upload.c.id, upload.c.who, still, broken)
        .join_from(sent, upload, sent.c.upload == upload.c.id)
        .where(sent.c.state.in_((*OPEN, FAILED)))
        .group_by(upload.c.id, upload.c.who, upload.c.seen)
        .having(or_(still > 0, not_(upload.c.seen)))
        .order_by(func.max(sent.c.key).desc())
        .limit(LISTED)
    )
    return [Going(row[0], row[1], int(row[2]), int(row[3])) for row in connection.execute(wanted)]


def see(connection: Connection, identity: str) -> None:
    """Somebody saw what became of an upload."""
    connection.execute(update(upload).where(upload.c.id == identity).values(seen=True))


def forget(connection: Connection, most: int, before: str) -> None:
    """Forget finished uploads: all that began ``before``, and all but so many whose failures, if any, were seen."""
    files = select(sent.c.key).where(sent.c.upload == upload.c.id)
    still, broken = (exists(files.where(sent.c.state.in_(states))) for states in (OPEN, (FAILED,)))
    newest = select(sent.c.upload).group_by(sent.c.upload).order_by(func.max(sent.c.key).desc()).limit(most)
    old = and_(or_(upload.c.seen, not_(broken)), upload.c.id.not_in(newest))
    connection.execute(delete(upload).where(not_(still), or_(upload.c.began < before, old)))
