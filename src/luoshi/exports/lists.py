"""A list of documents as a table or as JSON: what the shelf holds, a document a row."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from luoshi.exports.columns import COLUMNS, Column
from luoshi.exports.rows import Row
from luoshi.exports.tables import KINDS, written
from luoshi.library import Entry
from luoshi.model import Words

COUNTED = ("target", "achievement", "measure", "pledge", "programme", "doubt")
"""The kinds of finding that a table of documents counts."""

_PLAIN = tuple(name for name in Entry.__struct_fields__ if name != "counts")
_WIDTHS = {"id": 20, "name": 28, "title": 48, "issuer": 24, "genre": 14}
_HEADS = {
    "region_code": Words("区划代码", "GB/T 2260"),
    "date": Words("日期", "Date"),
    "period_first": Words("规划期起", "Period from"),
    "period_last": Words("规划期止", "Period to"),
    "year": Words("年份", "Year"),
    "added": Words("加入时间", "Added"),
    "rules": Words("规则版本", "Rules"),
    "knowledge": Words("知识版本", "Knowledge"),
    "programmes": Words("工程数", "Programmes"),
}


def _column(name: str) -> Column:
    key = {"name": "document", "id": "sha256", "earliest": "not_before"}.get(name, name)
    head = _HEADS.get(name) or (COLUMNS[key].head if key in COLUMNS else Words(name, name))
    return Column(head, _WIDTHS.get(name, 12))


LISTED = {name: _column(name) for name in (*_PLAIN, *(f"{kind}s" for kind in COUNTED))}
"""The columns: the fields of ``Entry``, and how many findings there are of each kind counted."""

WAYS = {kind.ending: kind.media_type for kind in KINDS}
"""How a list can be written: by the name of the format its media type."""


def listed(form: str, entries: Sequence[Entry], language: str) -> bytes:
    """The list in a format of ``WAYS``; in JSON it is an array of entries, indented."""
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(entries), indent=1) + b"\n"
    return written(form, Words("书架", "Shelf"), LISTED, map(_row, entries), language)


def _row(entry: Entry) -> Row:
    plain = {name: getattr(entry, name) for name in _PLAIN}
    return plain | {f"{kind}s": entry.counts.get(kind, 0) for kind in COUNTED}
