"""References: titles in 《》 and document numbers."""

from __future__ import annotations

import pytest
from named import read

from luoshi.extraction.atoms.references import references


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("落实《云泽市港口条例》。", [("云泽市港口条例", None)]),
        ("根据《云泽市港口规划》（云府〔2024〕12号）执行。", [("云泽市港口规划", "云府〔2024〕12号")]),
        ("按照云政办发[2023]7号要求。", [("", "云政办发〔2023〕7号")]),
        ("《关于印发〈港口办法〉的通知》已经下发。", [("关于印发〈港口办法〉的通知", None)]),
        ("《关于落实《港口办法》的意见》征求意见。", [("关于落实《港口办法》的意见", None)]),
        ("这本书的书名号《没有合上，后面还有很多字。", []),
        ("第12号泊位投用，2024年12号台风登陆。", []),
    ],
)
def test_references(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(f.value.title, f.value.number) for f in read(words, references).findings] == expected
