"""A mention of a body, and what shows that the words are part of another one."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.knowledge.bodies import BodyKind


class Mention(NamedTuple):
    """A body at ``[start, end)``: its full ``name``, its row, and the place that the name got from elsewhere."""

    start: int
    end: int
    name: str
    kind: BodyKind
    owner: str | None = None


NOT_BEFORE = {
    "委": "托派屈婉任员身培",
    "部": "门分队署委件",
    "局": "面部势限",
    "府": "间性",
    "协": "议商定作",
    "会": "议",
    "厅": "级",
    "办": "公法理好学事",
    "国": "有际内资企家土产",
    "视": "频觉",
}
"""What makes another word of a name's last character: 统战部署, 政协商."""
