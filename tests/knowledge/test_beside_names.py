"""The words that stand behind names."""

from luoshi.knowledge.beside_names import LONGEST, following, showing


def test_no_word_is_longer_than_is_looked_for():
    assert max(map(len, following())) == LONGEST


def test_what_follows_names_is_told_from_what_shows_them():
    assert {"表示", "掷地有声"} <= following()
    assert "总书记" in showing()
    assert "总书记" not in following()
