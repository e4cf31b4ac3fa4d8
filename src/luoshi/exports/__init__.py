"""Ways out for machines and for tables: each format a file here and a line in ``FORMATS``."""

from luoshi.exports import csv, json, jsonl, xlsx
from luoshi.exports.format import Format

FORMATS: tuple[Format, ...] = (json.FORMAT, jsonl.FORMAT, csv.FORMAT, xlsx.FORMAT)

__all__ = ["FORMATS", "Format"]
