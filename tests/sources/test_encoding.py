"""Bytes of text in every encoding that Chinese documents come in."""

import pytest
from checking import check
from hypothesis import given
from hypothesis import strategies as st

from luoshi.sources import open_source
from luoshi.sources.encoding import decode

PLAIN = "青岚市委关于加快港口发展的意见\n一、到2030年，货物吞吐量达到3亿吨以上。\n（二）建设岸电设施，使用率达到95%。\n"
TRADITIONAL = (
    "青嵐市委關於加快港口發展的意見\n一、到2030年，貨物吞吐量達到3億噸以上。\n（二）建設岸電設施，使用率達到95%。\n"
)


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (PLAIN, "utf-8", "utf-8"),
        (PLAIN, "utf-8-sig", "utf-8"),
        (PLAIN, "gb18030", "gb18030"),
        (PLAIN, "gbk", "gb18030"),
        (PLAIN, "gb2312", "gb18030"),
        (PLAIN, "utf-16", "utf-16-le"),
        (PLAIN, "utf-16-le", "utf-16-le"),
        (PLAIN, "utf-16-be", "utf-16-be"),
        (PLAIN, "utf-32", "utf-32-le"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "utf-8", "utf-8"),
        ("目录", "gbk", "gb18030"),  # its bytes are valid UTF-8 too
        ("港口", "gbk", "gb18030"),
        ("Growth of 5%, “about”\n" * 5, "cp1252", "windows-1252"),
        ("The plan for 2030.\n", "ascii", "utf-8"),
        ("The plan for 2030.\n", "utf-16-le", "utf-16-le"),
        ("Développement économique et social à l'horizon\n", "utf-8", "utf-8"),
        ("x" * 100_000 + PLAIN, "gb18030", "gb18030"),
        (PLAIN * 4000, "gb18030", "gb18030"),
        (TRADITIONAL * 4000, "big5", "big5"),
        (PLAIN.replace("\n", "") * 4000, "gb18030", "gb18030"),
    ],
)
def test_encoding_is_found_by_evidence(text: str, codec: str, named: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, named)
    assert not decoded.remarks


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("length", [4, 8, 15])
def test_a_few_characters_are_enough(codec: str, length: int) -> None:
    for start in range(0, len(PLAIN) - length, 3):
        piece = PLAIN[start : start + length]
        if sum(character >= "\u4e00" for character in piece) >= 4:
            assert decode(piece.encode(codec)).text == piece


@given(st.text(alphabet="青岚市港口发展规划建设人民政府，。一二三0123abc\r\n\t 　（）“”", min_size=1))
def test_utf8_is_read_to_the_letter(text: str) -> None:
    assert decode(text.encode()).text == text


def test_plain_text_is_not_changed() -> None:
    text = "\u3000\u3000一、目标\r\n\r\n\t到2030年。\u00a0\r政 府\x0b\n"
    original = open_source(text.encode(), name="a.txt")
    assert original.content == text
    assert original.encoding == "utf-8"
    assert not original.marks


def test_a_wrong_declaration_is_remarked_and_not_believed() -> None:
    page = f'<html><head><meta charset="gb2312"><title>x</title></head><body><p>{PLAIN}</p></body></html>'
    original = open_source(page.encode())
    assert "货物吞吐量" in original.content
    assert original.encoding == "utf-8"
    assert any("gb2312" in remark.en for remark in original.remarks)


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", "utf-8", "nonsense", "base64", "big5"])
def test_declarations_of_the_family_pass(declared: str) -> None:
    page = f'<html><meta charset="{declared}"><body><p>{PLAIN}</p></body></html>'.encode("gbk")
    original = open_source(page)
    assert "货物吞吐量" in original.content
    wrong = declared in {"utf-8", "big5"}
    assert any(declared in remark.en for remark in original.remarks) == wrong


def test_undecodable_bytes_are_counted_and_located() -> None:
    lines = PLAIN.encode().split(b"\n")
    lines[1] = lines[1][:9] + b"\xff\xfe\xff" + lines[1][9:]
    original = open_source(b"\n".join(lines))
    assert "货物吞吐量达到3亿吨" in original.content
    assert original.content.count("\ufffd") == 3
    (remark,) = original.remarks
    assert "3 bytes" in remark.en
    assert "lines 2" in remark.en


def test_two_encodings_in_one_file_are_both_read() -> None:
    more = "二、森林覆盖率保持在24%以上，城乡居民收入同步增长。\n"
    for first, second, named in (("utf-8", "gb18030", "gb18030"), ("gb18030", "utf-8", "utf-8")):
        original = open_source((PLAIN * 3).encode(first) + more.encode(second))
        assert original.content == PLAIN * 3 + more
        assert any(f"{named} in lines 10" in remark.en for remark in original.remarks)


def test_a_cut_last_character_costs_only_itself() -> None:
    for codec in ("utf-8", "gb18030", "utf-16-le"):
        original = open_source((PLAIN + "增长").encode(codec)[:-1])
        assert original.content[: len(PLAIN)] == PLAIN
        assert original.content.endswith("\ufffd")
        assert original.remarks


def test_lone_surrogates_and_halves() -> None:
    lone = PLAIN.encode() + b"\xed\xa0\x80" + "完成。\n".encode()
    halves = PLAIN.encode() + "𠮷".encode("utf-16-be", "surrogatepass").decode("utf-16-be").encode()
    apart = PLAIN.encode() + "\ud842\udfb7".encode("utf-8", "surrogatepass")
    for data in (lone, halves, apart, PLAIN.encode("utf-16-le") + b"\x00\xd8" + "完成".encode("utf-16-le")):
        check(open_source(data))
    assert open_source(apart).content.endswith("𠮷")


def test_nuls_are_kept_and_remarked() -> None:
    text = PLAIN + "\0\0" + PLAIN
    original = open_source(text.encode())
    assert original.content == text
    assert any("2 NUL" in remark.en and "line 4" in remark.en for remark in original.remarks)


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "gb2312", "big5", "utf-16", "hex", "x" * 50, "\0"]))
def test_decoding_never_fails(data: bytes, declared: str | None) -> None:
    decode(data, declared).text.encode("utf-8", "strict")
