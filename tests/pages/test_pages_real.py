"""Pages of real documents: whole, of reasonable weight, quickly made."""

from __future__ import annotations

import re

import pytest

from luoshi.pages import reading_page

SEEDS = ("000", "001", "002", "003", "004")


def words_of(html):
    """The clean words of each paragraph, read off the page."""
    article = re.sub(
        r"(?s)<s[ >].*?</s>|<(a|small) [^>]*>.*?</\1>", "", html[html.index("<article") : html.index("</article>")]
    )
    article = re.sub(r'(?s)<(span|h\d) class="lost.*?</\1>|<small>.*?</small>', "", article)
    return (
        re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", article))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seeds_page_holds_its_clean_text_once(shared, seed):
    from luoshi.reading import read

    doc = read(next((shared / "seeds").glob(f"{seed}_*")))
    reading_page(doc)  # the template is made ready once
    html = reading_page(doc)
    assert words_of(html) == re.sub(r"\s+", "", doc.text.content)
    assert len(html.encode("utf-8")) < 1_000_000
    assert all(f'id="{identifier}"' in html for identifier in doc.ids())
