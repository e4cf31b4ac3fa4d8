"""Why a document has its grade, out of its packed record, without reading the rest."""

from __future__ import annotations

import json
import zlib
from functools import cache

import msgspec
from msgspec import Struct

from luoshi.record.packing import COLUMNS
from luoshi.words import Words


class _Said(Struct):
    zh: str
    en: str


class _Verdict(Struct):
    reasons: tuple[_Said, ...]


class _Members(Struct):
    verdict: _Verdict | None = None


class _Packed(Struct, array_like=True):
    members: _Members
    pieces: msgspec.Raw


def verdict_reasons(packed: bytes) -> tuple[Words, ...]:
    """The reasons of the verdict in what ``to_packed`` made; empty where there is none."""
    if packed[:1] == COLUMNS:
        verdict = _decoder().decode(zlib.decompress(packed[1:])).members.verdict
        return tuple(Words(each.zh, each.en) for each in verdict.reasons) if verdict else ()
    members = json.loads(zlib.decompress(packed))  # as msgspec, but knows halves of characters
    return tuple(Words(**each) for each in members["verdict"]["reasons"]) if members["verdict"] else ()


@cache
def _decoder() -> msgspec.msgpack.Decoder[_Packed]:
    return msgspec.msgpack.Decoder(_Packed)
