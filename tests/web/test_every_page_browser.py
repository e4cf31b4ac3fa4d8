"""Every page of the site in a real browser: axe, light and dark, both languages, a desk's width and a phone's; and paper."""

from __future__ import annotations

import shutil
from typing import NamedTuple

import pytest
from tests.web.browsers import objections
from tests.web.served import served
from tests.web.test_signing_in import PASSWORD, WHEN

from luoshi.accounts import Accounts, Signing
from luoshi.actions.add import now
from luoshi.actions.corrections import correct
from luoshi.actions.library import at
from luoshi.http.signed import COOKIE

PAGES = (
    "/", "/?level=city&grade=A", "/?level=province&grade=D", "/?page=9",
    "/search", "/search?words=发展 产业&kind=target", "/search?words=飞碟", "/search?words=发展 OR",
    "/targets", "/targets?indicator=gdp&kind=both", "/targets?words=飞碟",
    "/indicators", "/indicators/gdp", "/bodies", "/bodies/云泽市工业和信息化局", "/places", "/places/云泽市", "/places/没有的地方",
    "/programmes", "/programmes/先行", "/formulations", "/formulations/高质量发展",
    "/doubts", "/doubts?group=check",
    "{document}", "{document}?as_read=true", "{document}/f/{edited}", "{document}/f/{rejected}", "{document}/f/profile.title",
    "{document}/add?words=发展&kind=place", "{document}/corrections", "{document}/remove", "/corrections",
    "{upload}", "/account", "/accounts", "/audit", "/audit?words=飞碟", "/d/0123456789ab", "/nowhere",
)  # fmt: skip
FOR_STRANGERS = ("/login?back=/targets",)

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 740}


class Whole(NamedTuple):
    """A site that others can ask, with something on every page."""

    address: str
    token: str
    names: dict[str, str]


@pytest.fixture(scope="module")
def whole(read_samples, tmp_path_factory):
    """Served once for all tests here; an administrator has signed in."""
    path = tmp_path_factory.mktemp("whole") / "samples.db"
    shutil.copy(read_samples, path)
    with at(str(path)) as library:
        names = corrected(library)
        Accounts(library).add("掌柜", "administrator", PASSWORD, by="root", when=WHEN)
        with served(library, local=False) as address:
            token = Signing(library).sign_in("掌柜", PASSWORD, address="", when=now())
            yield Whole(address, token, names)


def corrected(library) -> dict[str, str]:
    """Decisions of three kinds about the document with the most targets; what its pages are called."""
    document = library.get(max(library.entries(), key=lambda entry: entry.counts.get("target", 0)).id)
    edited, rejected, right = [name for name, each in document.ids().items() if each.kind == "target"][:3]
    correct(library, document.id, edited, "edit", {"indicator": "青山覆盖率"}, who="甲", note="口径见附表")
    correct(library, document.id, rejected, "reject", {}, who="乙")
    correct(library, document.id, right, "accept", {}, who="丙")
    return {"document": f"/d/{document.id[:12]}", "edited": edited, "rejected": rejected}


@pytest.fixture(scope="module", params=["zh-CN", "en-GB"])
def page(browser, whole, request, tmp_path_factory):
    """A page of somebody who has signed in, in each language."""
    context = browser.new_context(locale=request.param, bypass_csp=True)
    context.add_cookies([{"name": COOKIE, "value": whole.token, "url": whole.address}])
    made = context.new_page()
    if "upload" not in whole.names:
        whole.names["upload"] = uploaded(made, whole.address, tmp_path_factory.mktemp("files"))
    yield made
    context.close()


def uploaded(page, address, folder) -> str:
    """The path of an upload of which one file was read and one was not."""
    files = [folder / ("青川" * 40 + ".txt"), folder / "空.txt"]
    files[0].write_text("青川市今年新建竹海栈道120公里。\n", encoding="utf-8")
    files[1].write_text("")
    page.goto(f"{address}/")
    page.locator("#add summary").click()
    page.locator("input[name=files]").set_input_files(files)
    page.locator(".add-form button").click()
    page.wait_for_selector("#files:not(:has(.waiting, .reading))", timeout=120_000)
    return page.url.removeprefix(address)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_to_object_to(page, whole, path):
    page.goto(whole.address + path.format_map(whole.names))
    assert complaints(page) == []


@pytest.mark.parametrize("path", FOR_STRANGERS)
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_nothing_to_object_to_before_one_has_signed_in(browser, whole, path, locale):
    page = browser.new_page(locale=locale, bypass_csp=True)
    page.goto(whole.address + path)
    assert complaints(page) == []
    page.locator("input[name=name]").fill("掌柜")
    page.locator("input[name=password]").fill("不是这个")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=alert]")
    assert complaints(page) == []
    page.close()


def complaints(page) -> list[tuple[object, ...]]:
    """What is wrong with a page, wide and narrow, light and dark, and on paper.

    The other language turns the schemes round: every two settings meet on every page, at half of the time.
    """
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    found = []
    for width in (WIDE, PHONE):
        page.set_viewport_size(width)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append((width["width"], "scrolls sideways"))
        found += [(width["width"], "cut off", words) for words in page.evaluate(CUT_OFF)]
    page.emulate_media(media="print")
    found += [("print", words) for words in page.evaluate(CONTROLS)]
    page.emulate_media(media="screen")
    page.evaluate(FEW_ALIKE)
    schemes = ("light", "dark") if page.evaluate("document.documentElement.lang") == "en" else ("dark", "light")
    for width, scheme in zip((PHONE, WIDE), schemes, strict=True):
        page.set_viewport_size(width)
        page.emulate_media(color_scheme=scheme)
        found += [(width["width"], scheme, *each) for each in objections(page)]
    return found


CONTROLS = """[...document.querySelectorAll('nav:not(.crumbs), form, button, input, select, textarea, .take')]
    .filter(each => each.checkVisibility() && each.getClientRects().length)
    .map(each => each.outerHTML.slice(0, 120))"""
"""Paper has what there is to read: nothing to press, to choose or to go elsewhere by."""

CUT_OFF = """[...document.querySelectorAll('.statements td, .names td, .names tbody th')].filter(cell =>
    cell.getBoundingClientRect().right > innerWidth + 1).map(cell => cell.textContent)"""
"""Cells of the tables that a phone shows as cards: nothing of them is beyond the edge."""

FEW_ALIKE = """() => {
    for (const parent of document.querySelectorAll("body *")) {
        const seen = {};
        for (const child of [...parent.children]) {
            const shape = `${child.tagName} ${child.className}`;
            seen[shape] = (seen[shape] ?? 0) + 1;
            if (seen[shape] > 3) child.remove();
        }
    }
}"""
"""Of rows, lines and paragraphs that are alike a few are enough: axe takes seconds for hundreds."""
