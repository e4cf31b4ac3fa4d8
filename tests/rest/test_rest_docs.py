"""What docs/rest.md shows is what programs get."""

from __future__ import annotations

import doctest
import json
import re
import shlex
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.web.conftest import HOST

from luoshi.rest.schema import SAID

PAGE = (Path(__file__).parents[2] / "docs" / "rest.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
CURLS = [text for kind, text in BLOCKS if kind == "console"]
PYTHON = "\n".join(text for kind, text in BLOCKS if kind == "python")


def test_the_examples_in_python_give_what_they_show(site):
    site.headers["accept-language"] = "en"

    def whole(address):
        return address if address.startswith("/api/") else f"/api/v1{address}"

    def get(address):
        answer = site.get(whole(address)).raise_for_status()
        return answer.text if answer.headers["content-type"].startswith("text/") else answer.json()

    def post(address, body):
        return site.post(whole(address), json=body).raise_for_status().json()

    test = doctest.DocTestParser().get_doctest(PYTHON, {"get": get, "post": post}, "rest.md", "rest.md", 0)
    told = []
    done = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert done.attempted >= 15
    assert done.failed == 0, "".join(told)


@pytest.mark.parametrize("example", CURLS)
def test_the_examples_with_curl_give_what_they_show(site, samples, example):
    command, _, shown = example.partition("\n")
    words = shlex.split(command.removeprefix("$ "))
    assert words[0] == "curl"
    address = words[-1]
    assert address.isascii(), "curl sends it as it is, and the server refuses it"
    if "--data-urlencode" in words:
        assert "-G" in words
        name, _, value = words[words.index("--data-urlencode") + 1].partition("=")
        address += f"&{name}={quote(value)}"
    assert address.startswith("http://127.0.0.1:8000/api/v1/")
    where = HOST + address.removeprefix("http://127.0.0.1:8000")
    if "--data-binary" in words:
        name = words[words.index("--data-binary") + 1].removeprefix("@")
        answer = site.post(where, content=(samples.parent / name).read_bytes())
    else:
        answer = site.get(where)
    pattern = ".*".join(re.escape(part) for part in shown.strip().split("…"))
    assert re.fullmatch(pattern, answer.text, re.DOTALL), answer.text[:2000]
    assert json.loads(answer.text)


def test_every_code_is_in_the_table():
    table = {int(code) for code in re.findall(r"^\| (\d{3}) \|", PAGE, re.MULTILINE)}
    assert table == {*SAID, 405}
