"""What the columns of an indicator table hold, by the words of its head: names, units, values of a year, growth."""

from __future__ import annotations

import re

from msgspec import Struct, field

from luoshi.chinese.numerals import integer
from luoshi.extraction.tables.amounts import Size, amounts, is_empty, size_of
from luoshi.extraction.tables.grids import Cell, Grid
from luoshi.knowledge.periods import period_by_number
from luoshi.model import Period, Span
from luoshi.patterns import regex

NAME, UNIT, BINDING, LEVEL, GROWTH, SHARE, OTHER = "name", "unit", "binding", "level", "growth", "share", ""
VALUES = (LEVEL, GROWTH, SHARE)


class Column(Struct):
    """One column. ``ahead``: whether its head says that it holds aims (目标) or what was reached (完成)."""

    index: int
    role: str
    words: str = ""
    heads: tuple[Span, ...] = ()
    period: Period | None = None
    ahead: bool | None = None
    size: Size | None = None
    noun: str = ""
    """What the column measures, where that is more than the row's name says: 产量, 增加值."""
    before: bool = False
    """Whether the head says that the value was there before: 基期, 现状."""
    annual: bool = False
    cumulative: bool = False
    brackets: bool = False
    """Whether sums stand in brackets."""


class Head(Struct):
    """The head of a table: its columns, and how many rows of the grid it takes."""

    columns: list[Column]
    rows: int
    names: list[Column] = field(default_factory=list)
    units: list[Column] = field(default_factory=list)
    values: list[Column] = field(default_factory=list)


_unit = regex(r"(?:计量|数量|计算|指标)?单位")
_binding = regex(r"(?:指标|目标)?(?:属性|性质|类型)")
_aside = regex(
    r"备注|说明|来源|依据|时限|牵头|责任|部门|排名|位次|完成率|完成比例|进度|达标|编号|序号|类别|领域|分类|一级指标|代码|审核|联系|地点|地址|电话|日期|时间"
)
_name = regex(
    r"(?:主要|核心|具体|发展|二级|三级|预期|考核|监测|评价|规划|约束性|预期性)*指标(?:名称|内容|及单位)?|(?:项目|产品|商品|指标项)?名称|项目|名目"
)
_growth = regex(r"增长|增速|增幅|增减|涨幅|同比|环比|升降|降幅|±|年均")
_share = regex(r"占比|比重|占[^，（）]{1,12}比例|构成")
_aim = regex(r"目标|规划|预期|计划|预测|安排")
_past = regex(r"完成情况|完成值|实际|实绩|现状|基期|基数|基准|基础值|上年|(?<!计划)(?<!预计)完成|(?<!预计)实现")
_base = regex(r"基期|基数|基准|基础值|现状|上年")
_level = regex(
    r"目标|规划|预期|计划|完成|实绩|实现|实际|现状|基期|基数|基准|基础值|上年|绝对|数值|指标值|数量|总量|产量|金额|总额|产值|增加值|全年|本年|年末|年初"
)
_spoken = regex(
    r"目标值?|规划值?|预期值?|计划[值数]?|预测值?|安排|实际值?|实绩|现状值?|基期值?|基数|基准值?|基础值|上年|完成(?:情况|[值数])?|实现[值数]?|预计"
    r"|绝对[值数额量]|数[值量]|指标值?|总量|金额|全年|本年|年末数?|年初数?|累计[值数]?|年度|时期末?|期末|期间|主要"
)
_years = regex(r"(?P<from>(?:19|20)[0-9]{2})(?:年?[-—–~～至到]{1,2}(?P<to>(?:19|20)?[0-9]{2})(?=年|$))?")
_months = regex(r"年?(?P<from>[0-9]{1,2})[-—–~～至]{1,2}(?P<to>[0-9]{1,2})月")
_plan = regex(
    r"“?(?P<n>[一二三四五六七八九十]{1,3})五(?=”|时期|期间|末|规划|目标|年均|累计|$)”?(?P<end>时期?末|期?末)?"
)
_brackets = regex(r"[（(〔【\[［]([^（）()〔〕【】\[\]［］]{0,20})[）)〕】\]］]")
_lone_year = regex(r"(?:19|20)[0-9]{2}")
_spaces = regex(r"[\s\u3000]+")
_LONGEST_HEAD, _HEADS = 30, 4


def period_in(words: str) -> Period | None:
    """The time that a head or a caption names: ``2025年``, ``2021—2025年``, ``“十四五”末``, ``2025年1—9月``."""
    years = _years.search(words)
    if years:
        start, to = years["from"], years["to"]
        months = _months.match(words, years.end()) if to is None else None
        if months and 1 <= int(months["from"]) <= int(months["to"]) <= _DECEMBER:
            if int(months["from"]) == 1 and int(months["to"]) == _DECEMBER:
                return Period(start, start)
            return Period(f"{start}-{int(months['from']):02}", f"{start}-{int(months['to']):02}")
        if to is None:
            return Period(start, start)
        to = start[: 4 - len(to)] + to
        return Period(start, to) if start <= to else None
    named = _plan.search(words)
    ordinal = integer(named["n"]) if named else None
    plan = period_by_number().get(ordinal) if ordinal else None
    if named is None or plan is None:
        return None
    return Period(str(plan.end), str(plan.end)) if named["end"] else Period(str(plan.start), str(plan.end))


_DECEMBER = 12


def head_of(grid: Grid) -> Head | None:
    """The head of a table of indicators; ``None`` where the table is of another kind or has no head."""
    for first in range(min(_HEADS, len(grid.rows) - 1)):
        cells = grid.rows[first]
        if sum(1 for cell in cells if cell.words) < _FEWEST:
            continue  # a caption in the first row
        last = first + 1
        while last < len(grid.rows) - 1 and last < first + 3 and _goes_on(grid.rows[last]):
            last += 1
        head = Head(_columns(grid.rows[first:last], grid.width), last)
        _assign(head)
        if head.values and head.names:
            return head
        return None
    return None


_FEWEST = 2


def _goes_on(cells: tuple[Cell, ...]) -> bool:
    """Whether a row below the first of the head still belongs to it: no values, no units, but a year or the like."""
    filled = [cell.words for cell in cells if cell.words]
    roles = [_role(Column(0, "", _spaces.sub("", words))) for words in filled if len(words) <= _LONGEST_HEAD]
    if not any(role in (*VALUES, UNIT, BINDING) for role in roles):
        return False
    return not any(_is_value(words) or (size_of(words) and not _brackets.search(words)) for words in filled)


def _is_value(words: str) -> bool:
    if _lone_year.fullmatch(words):
        return False
    return is_empty(words) or any(True for _ in amounts(words, Size(0, "", ""), Size(0, "", "")))


def _columns(rows: tuple[tuple[Cell, ...], ...], width: int) -> list[Column]:
    """Each column with the words of its heads; a head that stretches over columns serves each of them."""
    found = []
    for index in range(width):
        parts: list[Cell] = []
        for number, cells in enumerate(rows):
            cell = cells[index] if index < len(cells) else None
            below = any(index < len(row) and row[index].words for row in rows[number + 1 :])
            at = index
            while at and below and (cell is None or not cell.words):
                at -= 1
                cell = cells[at] if at < len(cells) else None
            if cell is not None and cell.words:
                parts.append(cell)
        words = _spaces.sub("", "".join(cell.words for cell in parts))
        column = Column(index, OTHER, words, tuple(cell.span for cell in parts))
        if len(words) <= _LONGEST_HEAD:
            column.role = _role(column)
        found.append(column)
    return found


def _role(column: Column) -> str:
    """What the column holds; fills in what its head says of time, unit and standing."""
    words = column.words
    inside = [size for each in _brackets.findall(words) if (size := size_of(each.removeprefix("单位：")))]
    column.size = inside[0] if inside else None
    bare = _brackets.sub("", words)
    if _unit.fullmatch(bare):
        return UNIT
    if _binding.fullmatch(bare):
        return BINDING
    if _name.fullmatch(bare):
        return NAME
    if not words or _aside.search(bare):
        return OTHER
    column.period = period_in(words)
    column.ahead = True if _aim.search(bare) else None
    if _past.search(bare) and not re.search(r"计划完成|目标完成(?!情况|值)", bare):
        column.ahead = False
    column.before = bool(_base.search(bare))
    column.annual = "年均" in bare or "平均" in bare
    column.cumulative = "累计" in bare and not column.annual
    column.brackets = "累计" in words and bool(re.search(r"[（(〔【\[［](?:[五5]年)?累计", words))
    noun = _spoken.sub("", _months_out.sub("", _plan_out.sub("", _years.sub("", bare)))).lstrip("年末底的")
    column.noun = noun.strip("“”-—/、") if len(noun) > 1 else ""
    if _share.search(bare):
        column.noun = ""
        return SHARE
    if _growth.search(bare):
        column.noun = ""
        return GROWTH
    if column.period or _level.search(bare):
        return LEVEL
    return OTHER


_months_out = regex(r"[0-9]{1,2}[-—–~～至]{1,2}[0-9]{1,2}月")
_plan_out = regex(r"“?[一二三四五六七八九十]{1,3}五”?")


def _assign(head: Head) -> None:
    """Put the columns in their places; the name is what stands left of units and values where no head says so."""
    columns = head.columns
    head.values = [column for column in columns if column.role in VALUES]
    head.units = [column for column in columns if column.role == UNIT]
    told = [column for column in columns if column.role == NAME]
    first = min((column.index for column in (*head.values, *head.units)), default=0)
    if told:
        start = told[0].index
        head.names = [*told, *(column for column in columns if start < column.index < first and not column.words)]
        head.names.sort(key=lambda column: column.index)
    elif first > 0 and (head.units or any(column.period for column in head.values)):
        head.names = [columns[first - 1]]
    if not head.units and not any(column.size or column.period for column in head.values):
        head.values = []
    for column in head.values:  # 增长 belongs to the value on its left
        if column.role != LEVEL and column.period is None:
            before = [other for other in head.values if other.role == LEVEL and other.index < column.index]
            if before and not column.noun:
                column.noun = before[-1].noun
