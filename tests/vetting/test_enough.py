"""A few words are not judged."""

import luoshi


def checks(content):
    return [finding.value.check for finding in luoshi.read(content.encode()).find("doubt")]


def test_a_line_is_not_whole_and_safe():
    document = luoshi.read("云溪市要加快发展。".encode())
    assert "enough" in [finding.value.check for finding in document.find("doubt")]
    assert document.verdict.grade == "C"


def test_one_character_is_counted_as_one():
    (doubt,) = [each for each in luoshi.read("云".encode()).find("doubt") if each.value.check == "enough"]
    assert "only 1 character:" in doubt.value.explanation.en


def test_a_page_of_text_is_enough():
    assert "enough" not in checks("云溪市深入推进各项工作，着力办好民生实事。" * 12)


def test_a_term_named_only_in_the_first_sentence_is_in_the_body():
    body = (
        "本报讯 中国共产党云溪市第九届委员会第八次全体会议昨天举行。"
        + "会议部署了下半年的重点工作，要求各地抓好落实。\n" * 30
    )
    assert "subject" not in checks("云溪市委召开九届八次全会\n" + body)


def test_a_text_with_a_dated_aim_has_substance():
    body = "规划提出，到2035年基本实现现代化，" + "各级各部门要按照规划要求抓好工作落实。\n" * 40
    assert "substance" not in checks("云溪市发展规划\n" + body)
