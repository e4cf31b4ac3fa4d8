"""A plan of an invented city, whole and damaged in every way that the outline must bear."""

from __future__ import annotations

import hashlib

from luoshi.model import Mark, Original, Text


def text_of(content: str, *marks: Mark) -> Text:
    digest = hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()
    return Text.of(Original(content, "text/plain", digest, marks))


OPENING = "云泽市第三届委员会第五次全体会议研究了今后五年的工作，提出以下建议。"
CLOSING = "全市上下要同心协力，把蓝图变成现实！"

CHAPTERS = (
    (
        "水网建设",
        "坚持治水为先，实施清源固堤工程，完善河湖堤岸体系，筑牢水乡安澜的根基。",
        ("疏浚河道", "加固堤岸", "修建泵站", "管护湖泊"),
    ),
    (
        "渔业振兴",
        "坚定走生态养殖之路，实施鱼米兴乡工程，带动渔民增收，打响湖鲜品牌。",
        ("改造鱼塘", "选育鱼种", "办好渔市"),
    ),
    (
        "古镇保护",
        "统筹保护与利用，实施古镇焕新工程，留住水巷风貌，让老街活起来。",
        ("修缮老屋", "整治水巷", "传承船艺", "开办集市"),
    ),
    (
        "学堂普及",
        "紧紧围绕孩子成长，实施书香进村工程，办好家门口的学堂，补齐师资短板。",
        ("新建学堂", "培养教师", "丰富藏书"),
    ),
    (
        "渡口交通",
        "充分发挥水路优势，实施百渡畅行工程，连通四乡渡口，便利群众往来。",
        ("更新渡船", "设立航标", "延伸驿道", "方便换乘"),
    ),
)

NUMERALS = "零一二三四五六七八九十"


def body(title: str) -> str:
    """The text of an item: measures, sentence by sentence, about its title."""
    return (
        f"按照轻重缓急安排{title}各项工作，明确年度任务和经费来源。组织村社共同参与，公开进度，接受监督。"
        f"建立巡查档案，每季度汇总一次。鼓励能工巧匠带徒授艺，推广成熟做法。对困难乡镇给予补助，确保{title}不留空白。"
        "加强与邻县的协作，共享设备和经验，遇有汛情及时通报。完善考核办法，做到有人管、管得好。"
    )


def plan(*, lost: frozenset[int] = frozenset(), without_lead: bool = False) -> tuple[str, list[int], list[int]]:
    """The plan's text; where its chapters begin; where its items begin (1 to 18, counted through).

    The heading lines of the chapters ``lost`` (from 1) are left out: such a chapter begins at its lead.
    """
    lines, chapters, items = [OPENING], [], []
    position, count = len(OPENING) + 1, 0

    def add(line: str) -> None:
        nonlocal position
        lines.append(line)
        position += len(line) + 1

    for order, (name, lead, titles) in enumerate(CHAPTERS, start=1):
        chapters.append(position)
        if order not in lost:
            add(f"{NUMERALS[order]}、{name}")
        if not without_lead:
            add(lead)
        for title in titles:
            count += 1
            items.append(position)
            add(f"{count}.{title}。{body(title)}")
    add(CLOSING)
    return "\n".join(lines), chapters, items
