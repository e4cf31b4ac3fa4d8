"""Two runs side by side: which figures rose and fell, which misses and false alarms are new, which are gone."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from luoshi.errors import BadRequest
from luoshi.model import Words

FIGURES = ("precision", "recall", "f1", "right", "missed", "false")
LISTS = {"misses": ("newly_missed", "no_longer_missed"), "false_alarms": ("newly_false", "no_longer_false"),
         "wrong": ("newly_wrong", "no_longer_wrong")}  # fmt: skip
"""The lists of ``details``, and how what is new in them and what is gone is called."""


def read_run(data: bytes, name: str) -> dict[str, Any]:
    """An earlier run's JSON; raises ``BadRequest`` where it is none."""
    try:
        run = json.loads(data)
    except (ValueError, RecursionError):
        run = None
    if not isinstance(run, dict) or not all(_is_kind(key, value) for key, value in run.items()):
        raise BadRequest(
            Words(f"{name} 不是 luoshi evaluate 的 JSON 结果。", f"{name} is no JSON result of luoshi evaluate."),
            Words("请用 --format json 重新生成。", "Make it with --format json."),
        )
    return run


def _is_kind(key: str, value: object) -> bool:
    if not isinstance(value, dict):
        return False
    if key == "details":
        return all(
            isinstance(value.get(name, []), list) and all(isinstance(each, dict) for each in value.get(name, []))
            for name in LISTS
        )
    return all(value.get(name) is None or isinstance(value[name], int | float) for name in FIGURES)


def compare(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """``kinds``: for each kind the figures that differ, as ``[old, new]`` (``None``: not measured then);
    and the lists of what is new and what is gone, where both runs hold their details.
    """
    kinds = {}
    for kind in [*new, *(each for each in old if each not in new)]:
        if kind != "details":
            changed = _changed(old.get(kind, {}), new.get(kind, {}))
            if changed:
                kinds[kind] = changed
    result: dict[str, Any] = {"kinds": kinds}
    before, now = old.get("details", {}), new.get("details", {})
    for name, (fresh, gone) in LISTS.items():
        if name in before and name in now:
            result[fresh] = _only(now[name], before[name])
            result[gone] = _only(before[name], now[name])
    return result


def _changed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, list[Any]]:
    flat_old, flat_new = _flat(old), _flat(new)
    names = [*flat_new, *(name for name in flat_old if name not in flat_new)]
    return {
        name: [flat_old.get(name), flat_new.get(name)] for name in names if flat_old.get(name) != flat_new.get(name)
    }


def _flat(kind: dict[str, Any]) -> dict[str, Any]:
    """The figures of a kind, and the rate of each field under the field's name."""
    return {name: value.get("rate") if isinstance(value, dict) else value for name, value in kind.items()}


def _only(these: list[dict[str, Any]], those: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of ``these`` that ``those`` do not hold; the same place twice counts twice."""
    left = Counter(map(_identity, those))
    found = []
    for each in these:
        key = _identity(each)
        if left[key]:
            left[key] -= 1
        else:
            found.append(each)
    return found


def _identity(detail: dict[str, Any]) -> str:
    """What makes two details one: the place and the gold, or where there is no gold what was found."""
    said = detail.get("gold") or detail.get("found")
    key = [detail.get(name) for name in ("kind", "doc", "start", "end", "field")]
    return json.dumps([*key, said], sort_keys=True)
