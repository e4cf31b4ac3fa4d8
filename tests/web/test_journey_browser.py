"""One journey as a person goes it: add, find, open, look closer, correct, see it everywhere, take along, take back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.web.browsers import opened  # noqa: F401 — fixtures
from tests.web.processes import luoshi, serving
from tests.web.served import served
from tests.web.test_signing_in import PASSWORD

from luoshi.actions.library import at

PLAN = (
    "中共青川市委关于制定青川市国民经济和社会发展第十五个五年规划的建议\n"
    "到2030年，全市地区生产总值达到8000亿元，常住人口城镇化率达到72%。\n"
    "力争新建竹海栈道120公里。\n"
)
CORRECTED = "全市经济总量"


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "青川建议.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "plans.db"
    with at(str(path), create=True):
        pass
    return str(path)


def add(page, plan: Path) -> None:
    """From the empty shelf to the line on it."""
    if page.locator("#add[open]").count() == 0:
        page.locator("#add summary").click()
    page.locator("input[name=files]").set_input_files(plan)
    page.locator(".add-form button").click()
    page.wait_for_selector("#files .added", timeout=120_000)
    page.locator("header.site nav a").first.click()
    assert "青川市国民经济" in page.locator(".shelf > li h2").inner_text()


def find(page) -> None:
    """A word of two characters, and the document at its words."""
    page.locator("#site-words").fill("栈道")
    page.locator("#site-words").press("Enter")
    page.wait_for_url("**/search?words=*")
    assert page.locator(".hits mark").all_inner_texts() == ["栈道"]
    page.locator(".hits h2 a").click()
    page.wait_for_url("**/d/*#p3")
    assert "竹海栈道" in page.locator("#p3").inner_text()


def look_closer(page) -> None:
    """From the card of a target to all that is known of it."""
    card = page.locator(".card.target", has_text="8000").first
    card.hover()
    card.locator("a.decide").click()
    page.wait_for_url("**/f/target-*")
    assert "地区生产总值" in page.locator(".around mark").inner_text()


def correct(page) -> None:
    """Another name for its indicator."""
    page.locator("input[name=indicator]").fill(CORRECTED)
    page.locator("textarea[name=_note]").fill("口径见附表")
    page.locator("button[value=edit]").click()
    page.wait_for_url("**/f/target-*?done=*")
    assert CORRECTED in page.locator(".says").inner_text()


def see_it_everywhere(page, *, who: str = "") -> None:
    """On the reading page and among all targets, with who decided it."""
    page.locator(".done-line a").click()
    page.wait_for_url("**/d/*#target-*")
    card = page.locator(".card.target", has_text="8000")
    assert CORRECTED in card.first.text_content()
    root = page.url.partition("/d/")[0]
    page.goto(f"{root}/targets")
    assert CORRECTED in page.locator("tbody").inner_text()
    page.goto(f"{root}/corrections")
    assert who in page.locator("main").inner_text()


def take_along(page, folder: Path) -> None:
    """The decisions, as another library takes them over."""
    with page.expect_download() as kept:
        page.get_by_role("link", name="JSON", exact=True).click()
    kept.value.save_as(folder / "corrections.json")
    (made,) = json.loads((folder / "corrections.json").read_text("utf-8"))
    assert made["after"]["indicator"] == CORRECTED
    assert made["note"] == "口径见附表"


def switch_language(page) -> None:
    """To English and back; the page stays the same."""
    address = page.url.partition("?")[0]
    page.locator(".site-tools a").first.click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.partition("?")[0] == address
    page.locator(".site-tools a").first.click()
    assert page.locator("html").get_attribute("lang") == "zh-CN"


def take_back(page) -> None:
    """On the document's own list; the indicator is what it was."""
    root = page.url.partition("/corrections")[0]
    document = re.search(r"/d/\w+", page.locator("main a[href*='/d/']").first.get_attribute("href"))[0]
    page.goto(f"{root}{document}/corrections")
    page.locator(".history button").click()
    assert "已收回" in page.locator(".history").inner_text()
    page.goto(f"{root}/targets")
    assert CORRECTED not in page.locator("tbody").inner_text()
    assert "地区生产总值" in page.locator("tbody").inner_text()


def go_through(page, plan, tmp_path, **options) -> None:
    add(page, plan)
    find(page)
    look_closer(page)
    correct(page)
    see_it_everywhere(page, **options)
    take_along(page, tmp_path)
    switch_language(page)
    take_back(page)


def sign_in(page, name: str) -> None:
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator(".card-form button").click()
    page.wait_for_selector("header.site nav")


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_on_this_machine(opened, library, plan, tmp_path, script):  # noqa: F811
    with at(library) as shelf, served(shelf) as address:
        go_through(opened(f"{address}/", java_script_enabled=script), plan, tmp_path)


def test_a_real_process_with_accounts(opened, library, plan, tmp_path):  # noqa: F811
    for name, role in (("掌柜", "administrator"), ("编者", "editor"), ("读者", "reader")):
        done = luoshi("users", "add", name, "--role", role, "--library", library, given=f"{PASSWORD}\n")
        assert done.returncode == 0, done.stderr
    with serving(library, "--name", "plans.example") as (_, address):
        page = opened(f"{address}/")
        assert "/login" in page.url
        sign_in(page, "编者")
        go_through(page, plan, tmp_path, who="编者")
        reader = opened(f"{address}/targets")
        sign_in(reader, "读者")
        assert "/targets" in reader.url
        for path in (
            "/",
            reader.locator("tbody a[href*='/d/']").first.get_attribute("href").partition("#")[0],
            "/corrections",
        ):
            reader.goto(address + path)
            assert reader.locator("form[method=post], input[type=file], button#add").count() == 0, path
        look = page.context.request.get(f"{address}/audit")
        assert look.status == 403


def test_with_the_keyboard_alone(opened, library, plan):  # noqa: F811
    with at(library) as shelf, served(shelf) as address:
        page = opened(f"{address}/")
        add(page, plan)
        reach(page, ".shelf h2 a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/d/*")
        reach(page, ".card.target a.decide")
        page.keyboard.press("Enter")
        page.wait_for_url("**/f/target-*")
        reach(page, "input[name=indicator]")
        page.keyboard.press("Control+A")
        page.keyboard.type(CORRECTED)
        reach(page, "button[value=edit]")
        page.keyboard.press("Enter")
        page.wait_for_url("**?done=*")
        assert CORRECTED in page.locator(".says").inner_text()
        reach(page, ".done-line a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/d/*#target-*")
        assert CORRECTED in page.locator(".card.target").all_text_contents()[0]


def reach(page, wanted: str) -> None:
    """Press Tab until the focus is there; what has it must be seen."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            style = page.evaluate(
                "() => { const own = getComputedStyle(document.activeElement);"
                " return own.outlineStyle !== 'none' && parseFloat(own.outlineWidth) > 0 || own.boxShadow !== 'none' }"
            )
            assert style, f"focus on {wanted} is not seen"
            return
    raise AssertionError(f"Tab never reaches {wanted}")
