"""What a person sees at a terminal: aligned, no wider than 80 columns, and the text cannot take over."""

from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import factories
from luoshi.actions import Failure, Outcome
from luoshi.actions.outcome import failed, fault, refused, summary
from luoshi.cli.listing import failure, line, names_width
from luoshi.cli.report import report
from luoshi.cli.terminal import WIDTH, cut, harmless, pad, plain, styled, width, wrap
from luoshi.errors import DamagedFile
from luoshi.model import Finding, Section, Span, Words
from luoshi.model.values import Doubt, Quantity, Target


def lines(document, language="zh"):
    return [plain(each) for each in report(document, language)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_says_what_it_is_what_is_wrong_its_outline_and_its_targets(language):
    told = "\n".join(lines(factories.plan(), language))
    for words in (
        "中共云溪市委关于制定云溪市第十五个五年规划的建议",
        "B",
        "“第九届委员会”",
        "一、发展的目标",
        "［2］",
        "全市生产总值",
        "突破3000亿元",
        "点击下载云溪通客户端",
    ):
        assert words in told
    ours = {
        "zh": ("重大", "届次存疑。", "2030年", "规划期2026—2030年", "混入"),
        "en": ("major", "The term is doubtful.", "2030", "for 2026–2030", "injected"),
    }
    for words in ours[language]:
        assert words in told


def test_the_worst_doubt_comes_first():
    told = lines(factories.plan())
    assert told.index("  重大  届次存疑。") < told.index("  轻微  “全面抓好”之前应有章的标题。")


def test_doubts_of_one_check_are_told_as_one_and_sources_stand_apart():
    document = factories.plan()
    address = "https://example.org/a/very/long/address/of/a/page/that/is/wider/than/a/terminal/page.html"
    words = Words(f"引文有误（记录：{address}）。", f"The quote is wrong (on record: {address}).")
    places = [Span(start, start + 4) for start in range(4)]
    doubts = [
        Finding(
            "doubt", Doubt("era", "fatal", words, None), span, document.text[span], "vetting.era", "inferred", words
        )
        for span in places
    ]
    told = lines(replace(document, findings=()).with_findings(doubts), "en")
    assert "  fatal  The quote is wrong (on record)." in told
    assert sum("The quote is wrong" in each for each in told) == 1
    assert any("3 more of this kind: “" in each for each in told)
    assert "".join(each.strip() for each in told).count(address) == 1
    assert max(map(width, told)) <= WIDTH
    assert any("4 doubts: fatal 4" in each for each in told)
    lost = [replace(doubt, value=replace(doubt.value, check="headings", severity="minor")) for doubt in doubts]
    told = lines(replace(document, findings=()).with_findings(lost), "en")
    assert "  minor  4 headings or numbers are lost in this copy." in told
    assert not any("https" in each for each in told), "only what is grave has its source told"


@pytest.mark.parametrize(("label", "shown"), [("第一篇", "第一篇 开局"), ("一、", "一、开局"), ("1.", "1. 开局")])
def test_a_label_without_mark_has_a_space_before_the_title(label, shown):
    text = factories.document("云溪" * 20).text
    node = Section("p1", "part", label, 1, "开局", Span(0, 9), Span(0, 5))
    assert f"  {shown}" in lines(replace(factories.document("云溪" * 20), outline=factories.root(text, node)))


def test_targets_are_in_columns():
    told = lines(factories.plan())
    head = next(index for index, each in enumerate(told) if each.lstrip().startswith("指标"))
    starts = [
        [width(row[: row.index(word)]) for word in words]
        for row, words in zip(
            told[head : head + 3],
            [("原文", "数值", "期限"), ("突破3000", "＞", "2030年"), ("达到4.5%左右", "≈", "2030年")],
            strict=True,
        )
    ]
    assert starts[0] == starts[1] == starts[2]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(language):
    document = factories.plan()
    long = Target("很长的指标名称" * 20, None, Quantity(1e11, None, "元", ">", "level"), Span(0, 40), actor="主体" * 50)
    document = document.with_findings([factories.finding(document.text, "target", "一、发展的目标", long)])
    assert max(width(each) for each in lines(document, language)) <= WIDTH


def test_an_empty_document_is_told_too():
    told = "\n".join(lines(factories.document("云溪。")))
    assert "没有发现问题" in told
    assert "没有识别出目标" in told


def test_a_long_outline_is_shortened_and_says_so():
    text = factories.document("一" * 300).text
    items = tuple(Section(f"i{n}", "item", f"{n}.", n, "", Span(n, n + 1), Span(n, n + 1)) for n in range(1, 201))
    chapter = Section("c1", "chapter", "一、", 1, "总", Span(0, 250), Span(0, 1), items)
    told = lines(replace(factories.document("一" * 300), outline=factories.root(text, chapter)))
    assert any("一、总（200条）" in each for each in told)
    many = tuple(Section(f"c{n}", "chapter", "", n, "章", Span(n, n + 1), Span(n, n + 1)) for n in range(200))
    told = lines(replace(factories.document("一" * 300), outline=factories.root(text, *many)))
    assert any("另有 80 行" in each for each in told)


@given(st.text(st.characters(codec=None)))
def test_no_words_of_a_document_steer_the_terminal(words):
    shown = harmless(words)
    assert all(each.isprintable() or each == "\ufffd" or not each.isascii() for each in shown)
    assert "\x1b" not in shown
    assert "\n" not in shown
    assert "\u202e" not in shown


def test_an_escape_in_a_text_is_not_an_escape_on_the_terminal():
    told = list(report(factories.document("云溪\x1b[2J市\u202e规划。"), "zh"))
    assert not any("\x1b[2J" in each or "\u202e" in each for each in told)


@given(st.text("规划 ab，。（12\u3000", max_size=60), st.integers(2, 30))
def test_cut_pad_and_wrap_keep_to_their_columns(words, columns):
    words = harmless(words)
    assert width(cut(words, columns)) <= columns
    assert width(pad(words, columns)) == columns
    wrapped = wrap(words, max(columns, 12))
    assert "".join(wrapped).replace(" ", "") == words.replace(" ", "").replace("\u3000", "") or "\u3000" in words


def test_closing_marks_do_not_begin_a_line():
    for columns in range(10, 30):
        assert not any(
            each.startswith(tuple("，。；）”"))
            for each in wrap("全市生产总值（GDP）突破3000亿元，居民收入增长，“十五五”时期。" * 3, columns)
        )


def test_styles_come_off():
    assert plain(styled("云溪", "red")) == "云溪"
    assert styled("", "red") == ""


def test_a_document_among_many_is_one_line():
    outcome = Outcome("plan.txt", summary(factories.plan()), place=PurePath("很长的文件夹/" * 9 + "plan.txt"))
    told = plain(line(outcome, "zh", names_width([outcome.place])))
    assert width(told) <= WIDTH
    assert told.startswith("B …")
    assert "/plan.txt  " in told
    assert told.endswith("   目标 2    存疑 2")


def test_a_listing_is_in_columns_and_counts_in_the_right_number():
    found = summary(factories.plan())
    names = ["规划.txt", "a-much-longer-name-of-a-plan.txt", f"{'long' * 30}.txt", "x" * 12 + "/plan.txt"]
    outcomes = [
        Outcome(name, found._replace(doubts=number, targets=10**number), place=PurePath(name))
        for number, name in enumerate(names)
    ]
    room = names_width(outcome.place for outcome in outcomes)
    told = [plain(line(outcome, "en", room)) for outcome in outcomes]
    assert {width(each) for each in told} <= {WIDTH, WIDTH - 1}
    assert len({width(each.partition("中共")[0]) for each in told}) == 1
    assert "B 规划.txt" in told[0]
    assert "1 target " in told[0]
    assert told[1].endswith("1 doubt")
    assert told[2].endswith("2 doubts")
    assert told[2].startswith("B longlong")


def test_failures_are_one_line_each_in_both_languages():
    damaged = refused(
        DamagedFile(
            Words("PDF 已加密。", "The PDF is encrypted."),
            Words("请换一份没有密码的。", "Give a copy without password."),
            name="a.pdf",
        )
    )
    assert failure("a.pdf", damaged, "en") == "a.pdf: The PDF is encrypted. Give a copy without password."
    assert failure("a.pdf", damaged, "zh") == "a.pdf: PDF 已加密。请换一份没有密码的。"
    assert failure("b\n\x1b.txt", failed("missing"), "zh") == "b \ufffd.txt: 没有这个文件或文件夹。请检查路径。"


def test_a_fault_of_ours_is_told_as_ours_with_its_place():
    try:
        factories.document().section_of(None)
    except AttributeError as error:
        told = fault(error)
    assert isinstance(told, Failure)
    assert "AttributeError" in told.what.en
    assert "model/document.py:" in told.what.en
    assert "report" in told.advice.en
    assert isinstance(told.what, Words)
