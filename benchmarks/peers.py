"""Time the peers on a text given on stdin; run by speed.py with the interpreter of the peers' environment.

Recognizers-Text with all six models is the nearest to the whole job (numbers, ordinals, percentages,
currencies, dimensions, dates); JioNLP finds times and money. Prints one JSON object.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from importlib.metadata import version


def recognizers(lines: list[str]) -> float:
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    models = (
        recognize_number,
        recognize_ordinal,
        recognize_percentage,
        recognize_currency,
        recognize_dimension,
        recognize_datetime,
    )
    for model in models:
        model("增长5%", "zh-cn")  # build the models before the clock runs
    start = time.process_time()
    for line in lines:
        for model in models:
            model(line, "zh-cn")
    return time.process_time() - start


def jionlp(lines: list[str]) -> float:
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp as jio
    jio.ner.extract_time("今年", with_parsing=True)
    jio.ner.extract_money("5万元", with_parsing=True)
    start = time.process_time()
    for line in lines:
        with contextlib.suppress(Exception):  # a peer that fails on a line is still timed
            jio.ner.extract_time(line, with_parsing=True)
        with contextlib.suppress(Exception):
            jio.ner.extract_money(line, with_parsing=True)
    return time.process_time() - start


def main() -> None:
    text = sys.stdin.read()
    lines = [line for line in text.splitlines() if line.strip()]
    short: list[str] = []
    for line in lines:  # Recognizers is slow: a part of the same text is enough for a rate
        if sum(map(len, short)) > 30_000:
            break
        short.append(line)
    out = {}
    for name, package, run, part in (
        ("Recognizers-Text, six models", "recognizers-text-suite", recognizers, short),
        ("JioNLP, time and money", "jionlp", jionlp, lines),
    ):
        characters = sum(map(len, part))
        seconds = run(part)
        out[name] = {"version": version(package), "characters": characters, "seconds": seconds}
    sys.stdout.write(json.dumps(out, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
