"""How often the profile agrees with the corpus's index: issuer, level, region, year and kind, and every difference.

Run ``.venv/bin/python benchmarks/profile.py [FOLDER]`` (the folder of real documents, ../shared by default).
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from corpus import SHARED

from luoshi.cleaning import clean
from luoshi.errors import CannotRead
from luoshi.model import Document, Period, Profile
from luoshi.outline import outline
from luoshi.profile import identify
from luoshi.sources import open_source

KINDS = {
    "纪委全会公报": "公报",
    "全会公报": "公报",
    "规划建议": "建议",
    "规划建议说明": "说明",
    "决定说明": "说明",
    "规划纲要": "纲要",
    "中央经济工作会议通稿": "会议通稿",
    "计划执行情况与计划草案报告": "计划报告",
    "考评办法通知": "通知",
    "行动方案/规划通知": "通知",
    "新闻联播文字稿(含文件)": "新闻联播文字稿",
    "统计公报(注释)": "统计公报",
    "决定(原始网页)": "决定",
    "规划建议(原始网页)": "建议",
    "全会公报(原始网页)": "公报",
    "纪委全会公报(原始网页)": "公报",
}
SAME = {
    "中央纪委": "中共中央纪律检查委员会",
    "国家发展改革委": "国家发展和改革委员会",
    "中共中央 国务院": "中共中央国务院",
    "呼伦贝尔市海拉尔区人民政府": "海拉尔区人民政府",
}


def main(shared: Path) -> None:
    agreed: Counter[str] = Counter()
    known: Counter[str] = Counter()
    differences = []
    with (shared / "corpus" / "index.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        try:
            text = clean(open_source(shared / "corpus" / row["file"]))
        except CannotRead as refused:
            print(f"refused: {refused}")
            continue
        profile = identify(Document(text, outline(text), Profile()))
        found = {
            "issuer": profile.issuer.value if profile.issuer else None,
            "level": profile.level.value if profile.level else None,
            "region": profile.region.value.name if profile.region else None,
            "year": str(profile.date)[:4] if profile.date else None,
            "kind": profile.genre.value if profile.genre else None,
        }
        told = {
            "issuer": SAME.get(row["issuer"], row["issuer"]),
            "level": row["level"],
            "region": row["region"].rpartition("/")[2],
            "year": row["year"],
            "kind": KINDS.get(row["kind"], row["kind"]),
        }
        for name, value in found.items():
            known[name] += 1
            if value == told[name] or (name == "year" and profile.date and _holds(profile.date, told[name])):
                agreed[name] += 1
            else:
                differences.append((row["file"], name, told[name], value))
    for name, count in known.items():
        print(f"{name}: {agreed[name]} of {count}")
    for file, name, told_value, value in differences:
        print(f"  {file}: {name} is {told_value} in the index, {value} here")


def _holds(period: Period, year: str) -> bool:
    """Whether an interval (all that the evidence of a text without a date allows) holds the year."""
    return period.start[:4] <= year <= period.end[:4]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else SHARED))
