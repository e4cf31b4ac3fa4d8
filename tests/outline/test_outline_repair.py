"""Lost headings, swallowed and damaged numbers, in every damage of one plan."""

from __future__ import annotations

import pytest
from outline_texts import CHAPTERS, body, plan, text_of

from luoshi.model import Section, Words
from luoshi.outline import outline
from luoshi.outline.gaps import gaps


def chapters(root: Section) -> list[tuple[int, int | None, bool]]:
    return [(n.span.start, n.number, n.heading is None) for n in root.children if n.kind == "chapter"]


def items(root: Section) -> list[tuple[int, int | None]]:
    return [(n.span.start, n.number) for n in root.walk() if n.kind == "item"]


def inferred(root: Section) -> list[Section]:
    return [node for node in root.walk() if node.inferred]


def test_whole_plan() -> None:
    content, starts, numbered = plan()
    root = outline(text_of(content))
    assert chapters(root) == [(start, order, False) for order, start in enumerate(starts, start=1)]
    assert items(root) == [(start, order) for order, start in enumerate(numbered, start=1)]
    assert not inferred(root)
    assert not list(gaps(root))


@pytest.mark.parametrize(
    "lost", [{2, 3, 4, 5}, {2}, {3}, {2, 4}, {3, 4}, {1}, {1, 3}, {2, 3, 4}], ids=lambda lost: f"without {sorted(lost)}"
)
def test_lost_chapters(lost: set[int]) -> None:
    content, starts, _ = plan(lost=frozenset(lost))
    root = outline(text_of(content))
    found = chapters(root)
    expected = [(start, order, order in lost) for order, start in enumerate(starts, start=1)]
    assert found == expected
    for node in inferred(root):
        assert isinstance(node.inferred, Words)
        assert (node.title, node.label, node.heading) == ("", "", None)


def test_all_chapters_lost() -> None:
    content, starts, _ = plan(lost=frozenset(range(1, 6)))
    assert chapters(outline(text_of(content))) == [(start, n, True) for n, start in enumerate(starts, start=1)]


def test_items_without_chapters_have_lost_none() -> None:
    lines = ["云泽市渡口建设十八条措施"]
    lines += [f"{n}.{t}。{body(t)}" for n, t in enumerate((t for _, _, titles in CHAPTERS for t in titles), start=1)]
    root = outline(text_of("\n".join(lines)))
    assert [n.id for n in root.children] == [f"i{n}" for n in range(1, 19)]
    assert not inferred(root)


def test_items_that_go_on_are_no_leads() -> None:
    content, _, _ = plan()
    more = "同时，注意安全，雨天停工。\n"
    content = content.replace("\n2.", f"\n{more}2.").replace("\n9.", f"\n{more}9.").replace("\n13.", f"\n{more}13.")
    assert not inferred(outline(text_of(content)))


def test_sections_that_begin_anew() -> None:
    lines = ["各位代表：现在，我向大会报告工作。"]
    for opening in ("过去一年，我们走过了不平凡的路。", "今年是新计划的第一年，任务繁重。"):
        lines.append(opening)
        lines += [f"（{n}）{t}。{body(t)}" for n, t in zip("一二三", ("修堤", "疏河", "管闸"), strict=True)]
    content = "\n".join(lines)
    root = outline(text_of(content))
    assert [(content[n.span.start :][:4], n.number) for n in root.children] == [("过去一年", 1), ("今年是新", 2)]
    assert all(n.heading is None and n.inferred for n in root.children)
    assert [n.id for n in root.walk()][1:5] == ["c1", "c1-s1", "c1-s2", "c1-s3"]


@pytest.mark.parametrize(
    ("damage", "label", "is_inferred"),
    [
        (lambda c: c.replace("。\n8.", "."), "", True),
        (lambda c: c.replace("\n8.", "\n"), "", True),
        (lambda c: c.replace("\n8.", "8."), "8.", False),
        (lambda c: c.replace("\n8.", "\n8"), "8", False),
        (lambda c: c.replace("\n8.", "\n、"), "、", True),
    ],
    ids=["swallowed", "number lost", "line end lost", "point lost", "digit lost"],
)
def test_item_eight(damage, label: str, is_inferred: bool) -> None:
    content = damage(plan()[0])
    root = outline(text_of(content))
    found = next(n for n in root.walk() if n.kind == "item" and n.number == 8)
    assert (found.label, found.title, bool(found.inferred)) == (label, "修缮老屋", is_inferred)
    assert content[found.span.start :].startswith(f"{label}修缮老屋")
    assert found.id == "c3-i8"
    assert [n.number for n in root.walk() if n.kind == "item"] == list(range(1, 19))
    assert not list(gaps(root))


def test_a_number_that_is_skipped_stays_skipped() -> None:
    lines = plan()[0].split("\n")
    content = "\n".join(line for line in lines if not line.startswith("9."))
    root = outline(text_of(content))
    assert not inferred(root)
    (gap,) = gaps(root)
    assert (gap.fault, gap.missing, gap.node.id, gap.before and gap.before.id) == ("skipped", (9,), "c3-i10", "c3-i8")
    assert content[slice(*gap.span)] == "10."


def test_a_chapter_glued_to_the_text_before() -> None:
    content = plan()[0].replace("\n三、", "三、")
    root = outline(text_of(content))
    found = next(n for n in root.children if n.number == 3)
    assert (found.title, found.label, found.inferred) == ("古镇保护", "三、", None)


def test_a_chapter_glued_to_its_first_section() -> None:
    content, _, _ = plan()
    glued = (
        "第一章 水网建设 第一节 河道 先修好河道，再修堤岸，一年见成效。\n第二节 堤岸\n再修堤岸。\n第二章 渡口\n修渡口。"
    )
    root = outline(text_of(glued))
    assert [f"{n.id} {n.title}" for n in root.walk()][1:5] == ["c1 水网建设", "c1-s1 河道", "c1-s2 堤岸", "c2 渡口"]
    assert content


def test_a_list_may_begin_at_nought() -> None:
    root = outline(text_of("0.总则\n1.加快建设渡口\n2.推进码头改造\n"))
    assert [node.number for node in root.children] == [0, 1, 2]
    assert not list(gaps(root))


def test_gaps() -> None:
    content = "一、水网\n（一）堤\n（二）河\n（二）闸\n（五）湖\n（三）塘\n二、渡口\n（一）船\n四、学堂\n"
    found = [(gap.fault, gap.node.id, gap.missing) for gap in gaps(outline(text_of(content)))]
    assert found == [
        ("doubled", "c1-s2~2", ()),
        ("skipped", "c1-s5", (3, 4)),
        ("backward", "c1-s3", ()),
        ("skipped", "c4", (3,)),
    ]


@pytest.mark.parametrize(
    ("glued", "expected"),
    [
        ("干群同心，各项事业迈上台阶。三、今年的工作安排\n今年要修好三条路，建好两座桥。", 3),
        ("干群同心，各项事业迈上台阶。三、今年的工作安排今年要修好三条路，建好两座桥。", 3),
        ("干群同心，各项事业迈上台阶；三、今年的工作安排也已确定，正在实施之中。", 2),
        ("办法如下。一、先修路。二、再建桥。三、后通车，逐步改善出行条件。", 2),
    ],
    ids=["own end", "run on", "no sentence end", "a series of its own"],
)
def test_last_heading_glued_behind_a_sentence(glued: str, expected: int) -> None:
    content = (
        "云泽县工作报告\n一、过去五年的工作\n五年来，全县上下团结奋斗，修路架桥，面貌一新。\n"
        f"二、面临的形势\n当前，机遇与挑战并存，必须抢抓机遇。{glued}"
    )
    root = outline(text_of(content))
    assert [node.number for node in root.children if node.kind == "chapter"] == list(range(1, expected + 1))


def test_a_zero_in_front_of_a_line_is_no_gap() -> None:
    assert not list(gaps(outline(text_of("一、目标\n0.总则。\n1.修堤。先修堤。\n"))))
