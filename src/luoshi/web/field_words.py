"""What kinds, fields, decisions and their states are called on pages."""

from __future__ import annotations

from luoshi.pages import labels
from luoshi.words import Words

_NAMES: dict[str, Words] = {
    "quantity.value": Words("数值（基本单位）", "Value (in base units)"),
    "value": Words("内容", "Value"),
    "high": Words("上限", "Upper value"),
    "unit": Words("单位", "Unit"),
    "comparator": Words("比较", "Comparison"),
    "period_stated": Words("原文写明时期", "The text says the period"),
    "base.value": Words("基期数值", "Value at the baseline"),
    "base.year": Words("基期年份", "Year of the baseline"),
    "actor": Words("主体", "Who"),
    "actor_from": Words("主体的依据", "Who, by what"),
    "cell": Words("单元格", "Cell"),
    "by": Words("截止（而非起止）", "By then (not during)"),
    "verb": Words("动词", "Verb"),
    "object": Words("内容", "Object"),
    "person": Words("人", "Person"),
    "body": Words("机构", "Body"),
    "term": Words("提法", "Formulation"),
    "datable": Words("可用于断代", "Dates a text"),
    "title": Words("题名", "Title"),
    "name": Words("名称", "Name"),
    "kind": Words("类别", "Class"),
    "check": Words("检查", "Check"),
    "zh": Words("中文", "Chinese"),
    "en": Words("英文", "English"),
    "explanation": Words("说明", "Says"),
}


def field_words(path: str) -> Words:
    """The name of a field such as ``quantity.unit``."""
    last = path.rpartition(".")[2]
    return _NAMES.get(path) or _NAMES.get(last) or labels.FIELDS.get(last) or Words(path, path)


DECISIONS: dict[str, Words] = {
    "accept": Words("核对无误", "confirmed"),
    "edit": Words("改正", "corrected"),
    "reject": Words("否定", "rejected"),
    "add": Words("补充", "added"),
}

STATES: dict[str, Words] = {
    "applies": Words("生效", "applies"),
    "overruled": Words("已被后来的更正取代", "overruled by a later one"),
    "withdrawn": Words("已收回", "taken back"),
    "lost": Words("重读后找不到原处", "its words are gone in the new reading"),
}


def kind_words(kind: str) -> Words:
    """What one finding of a kind is called, or a field of the profile: kinds' own names are English for one."""
    if kind in labels.KINDS:
        return Words(labels.KINDS[kind].zh, kind.capitalize())
    return labels.PROFILE.get(kind) or Words(kind, kind)
