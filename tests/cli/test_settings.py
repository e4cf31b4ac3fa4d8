"""What the environment says, and what it cannot say."""

import pytest

from luoshi import settings


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(monkeypatch, environment, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert settings.language() == language


@pytest.mark.parametrize(
    ("written", "jobs"),
    [("3", 3), ("2.0", 2), ("0", None), ("-1", None), ("many", None), ("nan", None), ("inf", None), ("", None)],
)
def test_numbers_that_make_no_sense_count_as_not_set(monkeypatch, written, jobs):
    monkeypatch.setenv("LUOSHI_JOBS", written)
    monkeypatch.setenv("LUOSHI_TIMEOUT", written)
    assert settings.jobs() == (jobs or settings.cores())
    assert settings.timeout() == jobs


@pytest.mark.parametrize(("written", "color"), [("", True), ("1", False), ("0", False)])
def test_no_color(monkeypatch, written, color):
    monkeypatch.setenv("NO_COLOR", written)
    assert settings.color() is color
