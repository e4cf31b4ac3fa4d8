"""The JSON form of a document: what is kept, sent and read by programs in other languages.

``from_json(to_json(document)) == document``, and writing what was read gives the same bytes. ``to_packed`` and
``from_packed`` do the same in few bytes, for libraries.
"""

from luoshi.record.packing import from_packed, to_packed
from luoshi.record.reading import from_json
from luoshi.record.schema import schema
from luoshi.record.shapes import SCHEMA
from luoshi.record.verdicts import verdict_reasons
from luoshi.record.writing import to_json

__all__ = ["SCHEMA", "from_json", "from_packed", "schema", "to_json", "to_packed", "verdict_reasons"]
