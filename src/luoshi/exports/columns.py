"""The columns of tables: their ids (CSV), their heads in two languages and their widths (XLSX)."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.model import Words


class Column(NamedTuple):
    """A column: its head, and its width in half-width characters."""

    head: Words
    width: int


def _columns() -> dict[str, Column]:
    table = (
        ("document", "文件", "File", 24),
        ("title", "标题", "Title", 40),
        ("id", "编号", "Id", 24),
        ("kind", "种类", "Kind", 12),
        ("quote", "原文", "Quote", 60),
        ("indicator", "指标", "Indicator", 30),
        ("name", "名称", "Name", 30),
        ("value", "数值", "Value", 16),
        ("high", "数值上限", "Upper value", 16),
        ("unit", "单位", "Unit", 8),
        ("comparator", "关系", "Comparator", 8),
        ("measure", "量的种类", "Measure", 14),
        ("period", "时期", "Period", 22),
        ("deadline", "期限", "Deadline", 12),
        ("years", "年数", "Years", 6),
        ("period_stated", "句中写明时期", "Period stated", 12),
        ("actor", "主体", "Actor", 24),
        ("actor_from", "主体依据", "Actor from", 12),
        ("post", "职务", "Post", 20),
        ("body", "单位名称", "Body", 24),
        ("speech", "引语", "Speech", 10),
        ("verb", "动词", "Verb", 12),
        ("object", "对象", "Object", 40),
        ("strength", "力度", "Strength", 8),
        ("scope", "范围", "Scope", 20),
        ("means", "方式", "Means", 24),
        ("form", "类别", "Form", 12),
        ("successor", "今名", "Name today", 24),
        ("work", "所负责的内容", "Work", 60),
        ("code", "代码或文号", "Code or number", 16),
        ("softness", "语气", "Softness", 12),
        ("binding", "约束性", "Binding", 12),
        ("base_value", "基期值", "Base value", 14),
        ("base_year", "基期", "Base year", 10),
        ("concept", "指标代码", "Concept", 16),
        ("first", "首次出现", "First appeared", 12),
        ("source", "出处", "Source", 40),
        ("doubt", "检查", "Check", 18),
        ("severity", "轻重", "Severity", 10),
        ("explanation", "说明", "Explanation", 60),
        ("settles", "如何核实", "What would settle it", 40),
        ("section", "所在节点", "Section", 12),
        ("item", "条目", "Item", 20),
        ("chapter", "章", "Chapter", 30),
        ("page", "页", "Page", 6),
        ("cell", "单元格", "Cell", 10),
        ("original_start", "原文起", "Original start", 10),
        ("original_end", "原文止", "Original end", 10),
        ("basis", "依据", "Basis", 12),
        ("why", "推断理由", "Why", 40),
        ("rule", "规则", "Rule", 18),
        ("genre", "文种", "Genre", 14),
        ("issuer", "发文机关", "Issuer", 24),
        ("level", "层级", "Level", 10),
        ("region", "地区", "Region", 14),
        ("session", "会议", "Session", 30),
        ("adopted", "通过", "Adopted", 12),
        ("published", "发布", "Published", 12),
        ("reposted", "转载", "Reposted", 12),
        ("written", "成文", "Written", 22),
        ("author", "作者", "Author", 14),
        ("grade", "可信度", "Grade", 8),
        ("reasons", "理由", "Reasons", 60),
        ("not_before", "不早于", "Not before", 12),
        ("characters", "字数", "Characters", 10),
        ("targets", "目标数", "Targets", 8),
        ("achievements", "成就数", "Achievements", 8),
        ("measures", "举措数", "Measures", 8),
        ("pledges", "承诺数", "Pledges", 8),
        ("doubts", "存疑数", "Doubts", 8),
        ("sha256", "SHA-256", "SHA-256", 20),
    )
    return {key: Column(Words(zh, en), width) for key, zh, en, width in table}


COLUMNS = _columns()
"""Every column by its id."""

FLAT = (*tuple(COLUMNS)[: tuple(COLUMNS).index("rule") + 1], "sha256")
"""The columns of a table that holds findings of all kinds; ``id`` is unique together with ``sha256``."""

DOCUMENT = (
    "document",
    "title",
    "genre",
    "issuer",
    "level",
    "region",
    "session",
    "adopted",
    "published",
    "reposted",
    "written",
    "period",
    "author",
    "grade",
    "reasons",
    "not_before",
    "characters",
    "targets",
    "achievements",
    "measures",
    "pledges",
    "doubts",
    "sha256",
)
"""The columns of a table of documents."""


class Sheet(NamedTuple):
    """A sheet of a workbook: its kind of rows, its name, the columns of its own."""

    kind: str
    name: Words
    columns: tuple[str, ...]


def _sheets() -> tuple[Sheet, ...]:
    statement = "indicator value high unit comparator measure period deadline period_stated actor actor_from softness"
    table = (
        ("doubt", "存疑", "Doubts", "severity explanation quote settles doubt"),
        ("target", "目标", "Targets", f"quote {statement} binding base_value base_year concept"),
        ("achievement", "成就", "Achievements", f"quote {statement} base_value base_year concept"),
        ("measure", "举措", "Measures", "quote verb object strength scope means actor actor_from"),
        ("pledge", "承诺", "Pledges", "quote actor post body speech"),
        ("programme", "工程行动", "Programmes", "quote name form period years"),
        ("context", "其他数据", "Other figures", f"quote {statement}"),
        ("quantity", "数量", "Quantities", "quote value high unit comparator measure"),
        ("deadline", "时间", "Times", "quote period deadline"),
        ("formulation", "提法", "Formulations", "quote name first source"),
        ("body", "机构", "Bodies", "quote name form successor"),
        ("responsibility", "责任单位", "Responsibilities", "quote body form object work"),
        ("place", "地点", "Places", "quote name form code"),
        ("person", "人物", "People", "quote name post body"),
        ("reference", "引用文件", "References", "quote name code"),
    )
    where = "chapter item section page cell original_start original_end basis why rule"
    return (
        Sheet("", Words("文档", "Documents"), DOCUMENT),
        *(
            Sheet(kind, Words(zh, en), tuple(f"document title {columns} {where}".split()))
            for kind, zh, en, columns in table
        ),
    )


SHEETS = _sheets()
"""The sheets of a workbook in order; the first holds a row for each document."""
