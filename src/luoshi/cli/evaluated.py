"""An evaluation for a person: a table, then every miss and every false alarm with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from luoshi.cli.messages import say
from luoshi.cli.terminal import WIDTH, cut, harmless, pad, styled, width, wrap

COLUMNS = (("precision", 11), ("recall", 9), ("f1", 8), ("right", 9), ("missed", 9), ("false", 9))
_NAME = 25
_LISTS = (("misses", "missed_list"), ("false_alarms", "false_list"), ("wrong", "wrong_list"))
_CHANGES = (
    ("newly_missed", "newly_missed"),
    ("newly_false", "newly_false"),
    ("newly_wrong", "newly_wrong"),
    ("no_longer_missed", "no_longer_missed"),
    ("no_longer_false", "no_longer_false"),
    ("no_longer_wrong", "no_longer_wrong"),
)
_BETTER_LOW = frozenset({"missed", "false"})


def evaluated(result: dict[str, Any], language: str) -> Iterator[str]:
    """The lines for the JSON of an evaluation (see ``luoshi.actions.evaluate.Evaluation.as_json``)."""
    details = result["details"]
    kinds = [kind for kind in result if kind != "details"]
    if kinds:
        yield from _table(result, kinds, language)
        yield from wrap(say("figures", language, details["texts"]), WIDTH)
    if "against" in details:
        yield from _against(details["against"], language)
    for kind in kinds:
        for name, message in _LISTS:
            yield from _list(details[name], kind, say(message, language), language)


def remarks(result: dict[str, Any], language: str) -> Iterator[str]:
    """What could not be measured, and what else to know: for the standard error."""
    for each in result["details"]["not_evaluated"]:
        why = harmless(each["why"]["zh" if language == "zh" else "en"])
        yield say("unmeasured", language, harmless(each["doc"]), each["rows"], why)
    for each in result["details"]["remarks"]:
        yield say("remark", language, harmless(each["zh" if language == "zh" else "en"]))


def _table(result: dict[str, Any], kinds: list[str], language: str) -> Iterator[str]:
    heads = "".join(_right(say(name, language), room) for name, room in COLUMNS)
    yield styled(pad(say("kind", language), _NAME) + heads, "bold")
    for kind in kinds:
        score = result[kind]
        yield pad(_label(kind, language), _NAME) + "".join(_right(_figure(score[name]), room) for name, room in COLUMNS)
        for field, rate in score.items():
            if isinstance(rate, dict):
                yield pad(f"  {field}", _NAME) + say("rate", language, _figure(rate["rate"]), rate["right"], rate["of"])
    yield ""


def _list(details: list[dict[str, Any]], kind: str, head: str, language: str) -> Iterator[str]:
    found = [each for each in details if each["kind"] == kind]
    if not found:
        return
    yield ""
    yield (
        styled(f"{head}：{_label(kind, language)}" if language == "zh" else f"{head}: {kind}", "bold")
        + f" ({len(found)})"
    )
    for each in found:
        yield from _detail(each, language)


def _detail(each: dict[str, Any], language: str) -> Iterator[str]:
    place = f"{harmless(str(each.get('doc')))}:{each.get('start')}"
    field = f"{each['field']}  " if each.get("field") else ""
    words = harmless(str(each.get("words", "")))
    if width(place) + width(field + words) + 4 <= WIDTH:
        yield f"  {styled(place, 'cyan')}  {field}{words}"
    else:
        yield styled(cut(f"  {place}", WIDTH), "cyan")
        yield from wrap(field + words, WIDTH, "    ")
    sentence = harmless(str(each.get("sentence", "")))
    if sentence and sentence != words:
        yield from (styled(line, "dim") for line in wrap(sentence, WIDTH, "    "))
    for name in ("gold", "found"):
        if each.get(name):
            yield from wrap(f"{say(name, language)}{_said(each[name])}", WIDTH, "    ")


def _said(fields: dict[str, Any]) -> str:
    return ", ".join(f"{name} {_value(value)}" for name, value in fields.items())


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, list):
        return " ".join(harmless(str(each)) for each in value) or "—"
    return "—" if value is None or value == "" else harmless(str(value))


def _against(against: dict[str, Any], language: str) -> Iterator[str]:
    yield ""
    yield styled(say("against", language), "bold")
    if not any(against["kinds"].values()):
        yield f"  {say('unchanged', language)}"
    for kind, changed in against["kinds"].items():
        for name, (old, new) in changed.items():
            sign, style = _direction(name, old, new)
            what = pad(f"  {_label(kind, language)}  {name}", _NAME + 16)
            yield f"{what}{_figure(old)} → {_figure(new)}  {styled(say(sign, language), style)}"
    for name, message in _CHANGES:
        found = against.get(name, [])
        if found:
            yield ""
            yield styled(say(message, language), "bold") + f" ({len(found)})"
            for each in found:
                yield from _detail(each, language)


def _direction(name: str, old: float | None, new: float | None) -> tuple[str, str]:
    if old is None or new is None:
        return "changed", "dim"
    return ("better", "green") if (new > old) != (name in _BETTER_LOW) else ("worse", "red")


def _label(kind: str, language: str) -> str:
    if language != "zh":
        return kind
    from luoshi.cli.messages import GOLD  # noqa: PLC0415 — read once the language is known

    return f"{GOLD[kind]} {kind}" if kind in GOLD else kind


def _figure(value: float | None) -> str:
    if value is None:
        return "—"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _right(words: str, columns: int) -> str:
    return " " * max(1, columns - width(words)) + words
