"""The shelf in a real browser: add a file, see it, filter, search, open it at its words."""

from __future__ import annotations

import shutil
import socket
from urllib.parse import urlsplit

import pytest
from tests.web.browsers import opened  # noqa: F401 — fixtures
from tests.web.served import served

from luoshi.actions.library import at

PLAN = "中共青川市委关于制定青川市国民经济和社会发展第十五个五年规划的建议\n到2030年，全市地区生产总值达到8000亿元，力争新建竹海栈道120公里。\n"


@pytest.fixture(scope="module")
def address(read_samples, tmp_path_factory):
    path = tmp_path_factory.mktemp("served") / "samples.db"
    shutil.copy(read_samples, path)
    with at(str(path)) as library, served(library) as site:
        yield site


@pytest.fixture(scope="module")
def proxied(read_samples, tmp_path_factory):
    path = tmp_path_factory.mktemp("proxied") / "samples.db"
    shutil.copy(read_samples, path)
    with at(str(path)) as library, served(library, prefix="/plans") as site:
        yield site


def test_add_a_file_filter_search_and_open_it_at_its_words(opened, address, tmp_path):  # noqa: F811
    files = [tmp_path / "青川建议.txt", tmp_path / "空.txt"]
    files[0].write_text(PLAN, encoding="utf-8")
    files[1].write_text("")
    page = opened(f"{address}/")
    page.locator("#add summary").click()
    page.locator("input[name=files]").set_input_files(files)
    page.locator(".add-form button").click()
    page.wait_for_url("**/uploads/*")
    page.wait_for_selector("#progress:text('全部读完')", timeout=120_000)
    assert page.locator("#files > li").evaluate_all("all => all.map(each => each.className)") == ["added", "failed"]
    assert "空" in page.locator("#files .failed .why").inner_text()

    page.goto(f"{address}/")
    line = page.locator(".shelf > li", has_text="青川市国民经济")
    assert line.count() == 1
    page.locator(".filters label", has_text="青川市").click()
    page.wait_for_url("**region=*")
    assert page.locator(".shelf > li").count() == 1
    assert page.locator(".chips li").count() == 1
    page.locator(".chips a").click()
    page.wait_for_url(f"{address}/")

    page.locator("#site-words").fill("竹海棧道")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?words=*")
    assert page.locator(".hits > li").count() == 1
    assert page.locator(".hits mark").inner_text() == "竹海栈道"
    page.locator(".hits h2 a").click()
    page.wait_for_url("**/d/*#p2")
    assert "竹海栈道" in page.locator("#p2").inner_text()


def test_files_can_be_dropped_anywhere(opened, address):  # noqa: F811
    page = opened(f"{address}/")
    page.evaluate(
        """() => {
        const files = new DataTransfer();
        files.items.add(new File(["丹霞市今年新建公园三座。\\n"], "丹霞.txt", { type: "text/plain" }));
        for (const name of ["dragenter", "dragover"]) document.body.dispatchEvent(
            new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: files }));
        window.shown = !document.getElementById("drop").hidden;
        document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: files }));
    }"""
    )
    page.wait_for_url("**/uploads/*")
    page.wait_for_selector("#files .added", timeout=120_000)
    assert "丹霞.txt" in page.locator("#files").inner_text()


def test_an_upload_can_be_left_and_found_again(opened, address, tmp_path):  # noqa: F811
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"石桥市第{number}号文件\n今年修路{number + 2}公里。", encoding="utf-8")
    page = opened(f"{address}/", java_script_enabled=False)
    page.locator("#add summary").click()
    page.locator("input[name=files]").set_input_files(sorted(tmp_path.glob("*.txt")))
    page.locator(".add-form button").click()
    upload = page.url
    assert "/uploads/" in upload
    page.goto(f"{address}/")
    page.goto(upload)
    page.wait_for_selector("#progress:text('全部读完')", timeout=120_000)  # the page comes anew by itself
    assert page.locator("#files .added").count() == 3


def test_without_script_buttons_do_what_scripts_do(opened, address):  # noqa: F811
    page = opened(f"{address}/", java_script_enabled=False)
    page.locator(".filters input[value=province]").check()
    page.locator(".filters .apply").click()
    assert page.locator(".shelf > li").count() == 1
    assert "level=province" in page.url
    page.goto(f"{address}/")
    page.locator(".sort select").select_option("targets")
    page.locator(".sort .apply").click()
    assert "中共云泽市委关于制定" in page.locator(".shelf > li").first.inner_text()


def test_the_keyboard_reaches_everything_in_order(opened, address):  # noqa: F811
    page = opened(f"{address}/")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.matches('.shelf h2 a') && document.activeElement.href"))
    assert sum(bool(each) for each in seen) >= 9
    page.locator(".shelf h2 a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/*")


def test_a_query_that_makes_no_sense_is_told_beside_the_box(browser, address):
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    answer = page.goto(f"{address}/search?words=发展 OR")
    assert answer.status == 400
    assert page.locator("[role=alert] mark").inner_text() == "O"
    assert page.locator("#words").input_value() == "发展 OR"
    context.close()


def test_behind_a_proxy_all_goes_on_below_its_path(opened, proxied, tmp_path):  # noqa: F811
    (tmp_path / "a.txt").write_text("松塘市今年植树九万株。\n", encoding="utf-8")
    page = opened(f"{proxied}/")
    page.locator("#add summary").click()
    page.locator("input[name=files]").set_input_files(tmp_path / "a.txt")
    page.locator(".add-form button").click()
    page.wait_for_url("**/plans/uploads/*")
    page.wait_for_selector("#files .added", timeout=120_000)
    page.locator("#files a").first.click()
    page.wait_for_url("**/plans/d/*")
    page.goto(f"{proxied}/search?words=发展")
    page.locator(".filters a").first.click()
    page.wait_for_url("**/plans/search?*level=*")


def test_a_query_of_ten_megabytes_is_turned_away(address):
    host, port = urlsplit(address).hostname, urlsplit(address).port
    with socket.create_connection((host, port), timeout=60) as line:
        try:
            line.sendall(b"GET /search?words=" + b"a" * 10_000_000 + b" HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")
            answer = line.recv(100)
        except (ConnectionResetError, BrokenPipeError):
            answer = b"HTTP/1.1 400"  # it hung up while we were talking
    assert answer.split()[1] in (b"400", b"414", b"431")
    with socket.create_connection((host, port), timeout=60) as line:
        line.sendall(b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 200")
