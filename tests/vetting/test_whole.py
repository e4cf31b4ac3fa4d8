"""What only a whole report shows: its closing call, and a second document behind the first."""

from dating import identified
from luoshi.vetting import vet

HEAD = "政府工作报告\n——2024年1月18日在云泽市第十届人民代表大会第四次会议上\n市长 林远舟\n各位代表：\n"
BODY = "".join(
    f"全市修好第{number}条水渠，惠及{number + 20}个村，灌溉面积增加{number}万亩，农户收入稳步增加。\n"
    for number in range(1, 160)
)
CALL = "各位代表！让我们同心协力，为建设美丽云泽而不懈奋斗！"


def doubts(content, check):
    found = vet(identified(content)).find("doubt")
    return [(finding.value.severity, finding.quote) for finding in found if finding.value.check == check]


def test_a_report_that_closes_with_its_call_is_whole():
    assert not doubts(HEAD + BODY + CALL, "endings")
    assert not doubts(HEAD + BODY + CALL + "\n附件\n名词解释：水渠，指引水的沟。", "endings")


def test_a_report_without_its_call_may_end_early():
    assert [severity for severity, _ in doubts(HEAD + BODY.strip(), "endings")] == ["minor"]


def test_a_second_report_behind_the_first():
    second = HEAD.replace("2024年1月18日", "2023年1月9日").replace("林远舟", "何望山")
    assert ("major", "政府工作报告") in doubts(HEAD + BODY + CALL + "\n" + second + BODY, "subject")


def test_a_title_named_in_the_text_begins_no_document():
    named = "会议听取了政府工作报告\n会议还审议了其他事项，并作出相应决定。\n"
    assert not doubts(HEAD + BODY + named + CALL, "subject")
