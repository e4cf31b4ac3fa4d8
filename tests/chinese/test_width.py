"""Which marks and digits change their width, and which do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.chinese.width import changes, is_chinese, places


def changed(content):
    for start, end, after, _ in reversed(list(changes(content))):
        content = content[:start] + after + content[end:]
    return content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("稳中求进,以进促稳", "稳中求进，以进促稳"),
        ("GDP,增长5%,高于全省", "GDP，增长5%，高于全省"),
        ("1,500家", "1,500家"),
        ("3.5、10:30、1:3", "3.5、10:30、1:3"),
        ("（含“双控”）,“双碳”", "（含“双控”），“双碳”"),
        ('"智改数转",提升', '"智改数转"，提升'),
        ("PM2.5(细颗粒物)浓度", "PM2.5（细颗粒物）浓度"),
        ("总量(GDP)增长", "总量（GDP）增长"),
        ("f(x), g(y); ok?", "f(x), g(y); ok?"),
        ("(1)加强", "（1）加强"),
        ("http://a.com/?b=1;c", "http://a.com/?b=1;c"),
        ("５Ｇ＋工业互联网", "5G+工业互联网"),
        ("１．加强", "1.加强"),
        ("３９．８万亿元", "39.8万亿元"),
        ("产值由1，000亿元增加", "产值由1,000亿元增加"),
        ("2020，2021两年", "2020，2021两年"),
        ("在第1，200个", "在第1,200个"),
        ("达到１，２３４", "达到1,234"),
        ("第１，２，３项", "第1，2，3项"),
        ("２０２０，１００", "2020，100"),
        ("２０１１－２０１５年", "2011-2015年"),
        ("筑牢人民防线.推进法治", "筑牢人民防线。推进法治"),
        ("三.主要目标", "三.主要目标"),
        ("v1.2版", "v1.2版"),
        ("发展｡改革､开放", "发展。改革、开放"),
    ],
)
def test_width(before, after):
    assert changed(before) == after


@given(st.text(alphabet=st.one_of(st.sampled_from(',.;:!?()１２Ａ，。甲乙a1 \n"％．－'), st.characters()), max_size=40))
def test_changes_are_in_order_disjoint_and_keep_the_length(content):
    end = 0
    for change in changes(content):
        assert change.start >= end
        assert len(change.after) == change.end - change.start
        assert change.after != content[change.start : change.end]
        end = change.end


def test_what_is_chinese():
    assert all(map(is_chinese, "中，。“”…—"))
    assert not any(map(is_chinese, "aA1,. \n"))


def test_places_are_in_order():
    assert places("a,b;c,d", ";,") == [1, 3, 5]
