"""Documents for the tests of dating and vetting: read from a text as the pipeline does, and dated real ones."""

from __future__ import annotations

import csv
import re
from hashlib import sha256

from msgspec.structs import replace

from luoshi.cleaning import clean
from luoshi.extraction.formulations import formulations
from luoshi.model import Document, Original, Profile, Section, Span, Text
from luoshi.outline import outline
from luoshi.profile import identify


def original(text):
    return Original(text, "text/plain", sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def document(text):
    """A document whose clean text is ``text`` as it stands, with nothing found in it."""
    return Document(
        Text.of(original(text)), Section("document", "document", "", None, "", Span(0, len(text))), Profile()
    )


def identified(text):
    """The document with clean text, outline, formulations and profile."""
    cleaned = clean(original(text))
    made = Document(cleaned, outline(cleaned), Profile())
    made = made.with_findings(formulations(made))
    return replace(made, profile=identify(made))


def dated(shared):
    """The real documents whose day is known: (file name, day, text)."""
    found = []
    with (shared / "corpus" / "index.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            text = (shared / "corpus" / row["file"]).read_text(encoding="utf-8")
            named = re.search(r"_(20\d\d)(\d\d)(\d\d)_", row["file"])
            said = re.search(r"(20\d\d)年(\d{1,2})月(\d{1,2})日在[^。\n]{0,30}(?:\n[^。\n]{0,20})?会", text[:800])
            if named:
                day = "-".join(named.groups())
            elif said:
                day = f"{said[1]}-{int(said[2]):02d}-{int(said[3]):02d}"
            elif "全国_par" in row["file"]:
                day = f"{row['year']}-03-05"
            elif row["file"].startswith("stat_"):
                day = "2020-02-28"
            elif int(row["year"]) < 2013:
                day = f"{row['year']}-12-31"
            else:
                continue
            found.append((row["file"], day, text))
    return found
