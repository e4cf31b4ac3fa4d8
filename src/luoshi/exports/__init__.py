"""Ways out for machines and for tables: each format a file here and a line in ``FORMATS``."""

from luoshi.exports.format import Format

FORMATS: tuple[Format, ...] = (
    Format("json", ".json", "application/json", "luoshi.exports.json", many=False),
    Format("jsonl", ".jsonl", "application/jsonl", "luoshi.exports.jsonl", many=True),
    Format("csv", ".csv", "text/csv; charset=utf-8; header=present", "luoshi.exports.csv", many=True),
    Format(
        "xlsx",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "luoshi.exports.xlsx",
        many=True,
        readable=False,
    ),
)

__all__ = ["FORMATS", "Format"]
