"""What cleaning did is shown beside the clean words, and the original can be read off it."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import FOUND, cleaned

from luoshi.model import Edit, Original, Span, Text
from luoshi.pages.as_found import cuts_and_changes


def text_of(content):
    return Text.of(Original(content, "text/plain", "0" * 64))


def rebuilt(text):
    """The original put together from the clean text, the cuts and the changes."""
    cuts, changes = cuts_and_changes(text)
    events = [(cut.position, 0, cut.position, cut.text) for cut in cuts]
    events += [(change.span.start, 1, change.span.end, change.before) for change in changes]
    parts, position = [], 0
    for start, _, end, before in sorted(events, key=lambda event: event[:2]):
        parts += [text.content[position:start], before]
        position = end
    return "".join([*parts, text.content[position:]])


def test_the_original_can_be_read_off():
    cuts, changes = cuts_and_changes(cleaned())
    assert any("首页" in cut.text and cut.reason == "furniture.navigation" for cut in cuts)
    assert any(cut.text == "必胜彩站注册即送" and cut.reason == "intrusions.gambling" for cut in cuts)
    assert all(change.quiet for change in changes)
    assert sum(change.reason == "width.punctuation" for change in changes) > 10


def test_the_caption_goes_for_its_own_reason_not_for_the_blank_line_it_left():
    text = text_of("前段。\n\n图片说明\n\n后段。")
    text = text.apply([Edit(5, 9, "", "furniture.caption")])
    text = text.apply([Edit(3, 7, "\n", "lines.blank")])
    cuts, _ = cuts_and_changes(text)
    assert [(cut.text, cut.reason) for cut in cuts if cut.text.strip()] == [("图片说明", "furniture.caption")]


def test_words_changed_are_loud_and_form_is_quiet():
    text = text_of("計劃,二0二六")
    text = text.apply([Edit(0, 2, "计划", "script.traditional"), Edit(4, 5, "〇", "repair.zero")])
    _, changes = cuts_and_changes(text)
    assert [(text[c.span], c.before, c.quiet) for c in changes] == [("计划", "計劃", True), ("〇", "0", False)]


@st.composite
def edited(draw):
    text = text_of(draw(st.text("山水,， \n一", min_size=1, max_size=24)))
    for step in range(draw(st.integers(1, 3))):
        length = len(text)
        at = sorted(draw(st.lists(st.integers(0, length), min_size=2, max_size=6)))
        pairs = list(zip(at[::2], at[1::2], strict=False))
        text = text.apply(
            [Edit(a, b, draw(st.sampled_from(["", "新", "，", "新词"])), f"step{step}.x") for a, b in pairs]
        )
    return text


@settings(deadline=None)
@given(edited())
def test_nothing_of_the_original_is_lost_from_view(text):
    """Whatever the steps did: every visible character of the original is kept, cut or stands before a change."""
    cuts, changes = cuts_and_changes(text)
    shown = sorted(rebuilt_characters(text, cuts, changes))
    assert shown == sorted(character for character in text.original.content if character.strip())


def rebuilt_characters(text, cuts, changes):
    changed = [change.span for change in changes]
    for cut in cuts:
        yield from (character for character in cut.text if character.strip())
    for change in changes:
        yield from (character for character in change.before if character.strip())
    for run in text.runs:
        if run.clean_length == run.original_length:
            for offset in range(run.clean_length):
                place = run.clean + offset
                if not any(span.start <= place < span.end for span in changed) and text.content[place].strip():
                    yield text.content[place]


def test_found_text_of_the_factory_is_whole():
    assert "".join(rebuilt(cleaned()).split()) == "".join(FOUND.split())


def test_a_text_that_was_not_cleaned_has_nothing_to_show():
    assert cuts_and_changes(text_of("一字不改。")) == ([], [])
    assert cuts_and_changes(text_of("")) == ([], [])


def test_spans_are_in_order_and_disjoint():
    _, changes = cuts_and_changes(cleaned())
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(changes))
    assert all(isinstance(change.span, Span) for change in changes)
