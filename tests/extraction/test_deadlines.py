"""Times in a document, resolved against its own date and the year that the passage is about."""

from luoshi.extraction.atoms.deadlines import deadlines
from luoshi.model import Document, Finding, Original, Period, Profile, Section, Span, Text


def document(content, date="2026-01-20", plan=None, genre="政府工作报告"):
    text = Text.of(Original(content, "text/plain", "0" * 64))

    def field(kind, value):
        return Finding(kind, value, Span(0, 0), "", "test")

    profile = Profile(
        genre=field("genre", genre),
        written=field("written", Period.of(date)) if date else None,
        period=field("period", Period.of(plan)) if plan else None,
    )
    return Document(text, Section("d", "document", "", None, "", Span(0, len(content))), profile)


def read(content, **more):
    return [
        (found.quote, str(found.value.period) if found.value.period else None, found.value.by, found.basis)
        for found in deadlines(document(content, **more))
    ]


def test_stated_and_counted_times():
    assert read("到2028年底前建成云溪大桥，今年开工，三年内通车。") == [
        ("到2028年底前", "2028-12-31", True, "stated"),
        ("今年", "2026", False, "normalised"),
        ("三年内", "2026/2028", True, "normalised"),
    ]


def test_every_counted_time_says_from_what():
    for found in deadlines(document("今年开工，年内投产。")):
        assert found.why is not None
        assert "2026" in found.why.zh
        assert "2026" in found.why.en


def test_a_whole_year_is_the_year_of_its_section():
    content = "一、2025年工作回顾\n全年接待游客300万人次。\n二、2026年工作安排\n全年新开工项目40个。"
    found = [each for each in read(content) if each[0] == "全年"]
    assert [period for _, period, _, _ in found] == ["2025", "2026"]


def test_plan_periods_by_name():
    assert read("“十四五”时期成绩显著，“十五五”末实现翻番。") == [
        ("“十四五”时期", "2021/2025", False, "stated"),
        ("“十五五”末", "2030", False, "stated"),
    ]


def test_the_years_of_the_plan_itself():
    assert read("今后五年要建成三座水库。", date="2025-12-10", plan="2026/2030", genre="建议")[0][1] == "2026/2030"


def test_without_a_date_a_counted_time_stays_open():
    assert read("今年开工，到2030年建成。", date=None) == [
        ("今年", None, False, "stated"),
        ("到2030年", "2030", True, "stated"),
    ]


def test_no_time_in_numbers_and_names():
    assert read("公路2000公里，投资3541.07万元，协调推进四个全面，“1+3”功能区。") == []


def test_spans_are_quotes():
    content = "到“十五五”末，云溪市2027年上半年、6月底前各完成一批。"
    for found in deadlines(document(content)):
        assert content[found.span.start : found.span.end] == found.quote
