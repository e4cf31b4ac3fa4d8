"""The JSON form of a document: what is kept, sent and read by programs in other languages.

``from_json(to_json(document)) == document``, and writing what was read gives the same bytes. ``pack`` and
``unpack`` do the same in few bytes, for libraries.
"""

from luoshi.record.packing import pack, unpack
from luoshi.record.reading import from_json
from luoshi.record.schema import schema
from luoshi.record.shapes import SCHEMA
from luoshi.record.writing import to_json

__all__ = ["SCHEMA", "from_json", "pack", "schema", "to_json", "unpack"]
