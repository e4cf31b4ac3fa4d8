"""Searches find what a look through all texts finds, whatever the database and however far the index is packed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import select
from tests import factories
from tests.search.conftest import WHEN, WORDS, invented, put

from luoshi.errors import BadQuery
from luoshi.library import open_library
from luoshi.search import Query, Searcher, Word, index, keeper, parse, tables
from luoshi.search.grams import folded, forms

ONCE = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


def naive(query, documents):
    """The ids of the documents that fit, by looking through each."""
    return {each.id for each in documents if _fits(query, each)}


def _fits(query, facts):
    lines = [folded(line) for line in facts.text.split("\n")]
    allowed = [line for number, line in enumerate(lines) if _allowed(query, facts, number)]
    return (
        all(_has(word, allowed) for word in query.words)
        and not any(_has(word, lines) for word in query.without)
        and (not query.levels or facts.level in query.levels)
        and (not query.genres or facts.genre in query.genres)
        and (query.years is None or (facts.year is not None and query.years[0] <= facts.year <= query.years[1]))
        and (not query.regions or any(_region(wanted, facts) for wanted in query.regions))
    )


def _has(word, lines):
    return any(form in line for one in word.written for form in forms(one) for line in lines)


def _region(wanted, facts):
    return (facts.region_code or "").startswith(wanted) if wanted.isdecimal() else wanted in (facts.region or "")


def _allowed(query, facts, line):
    return (
        (not query.kinds or bool(set(query.kinds) & set(facts.kinds.get(line, ()))))
        and all(_holds(words, facts.bodies.get(line, ())) for words in query.bodies)
        and all(_holds(words, facts.indicators.get(line, ())) for words in query.indicators)
        and (query.by is None or any(query.by[0] <= day <= query.by[1] for day in facts.deadlines.get(line, ())))
    )


def _holds(words, values):
    return any(folded(words) in folded(value) for value in values)


def ids(searcher, query):
    """The ids of all documents found; whatever the page, each once."""
    found = searcher.search(query, size=7)
    every = [hit.document for hit in found.hits]
    while len(every) < found.documents:
        more = [hit.document for hit in searcher.search(query, first=len(every), size=7, with_facets=False).hits]
        assert more
        every += more
    assert len(every) == len(set(every)) == found.documents
    return set(every)


@pytest.fixture
def shelf(indexed):
    """A library of invented documents: (library, what search knows of each)."""
    documents = {facts.id: facts for facts in map(invented, range(45))}
    for facts in documents.values():
        put(indexed, facts)
    return indexed, list(documents.values())


WORD = st.one_of(
    st.sampled_from([each for each in WORDS if any(map(str.isalnum, each))]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join),
    st.text("发展改革质量高5gAI+R&.%着力鄉村乡", min_size=1, max_size=6),
).filter(lambda word: any(map(str.isalnum, word)))
WANTED = st.lists(WORD, min_size=1, max_size=2).map(lambda each: Word(tuple(each)))
QUERIES = st.builds(
    Query,
    words=st.lists(WANTED, min_size=1, max_size=3).map(tuple),
    without=st.lists(WANTED, max_size=1).map(tuple),
    levels=st.sampled_from([(), (), ("city",), ("city", "county")]),
    regions=st.sampled_from([(), (), ("云溪",), ("9901",), ("98", "桃湾")]),
    years=st.sampled_from([None, None, (2020, 2025)]),
    genres=st.sampled_from([(), (), ("纲要",)]),
    kinds=st.sampled_from([(), (), ("target",), ("doubt", "measure")]),
    bodies=st.sampled_from([(), (), ("发展改革",), ("ai",)]),
    indicators=st.sampled_from([(), (), ("pm2.5",)]),
    by=st.sampled_from([None, None, ("2026-01-01", "2030-12-31")]),
)


@ONCE
@given(query=QUERIES)
def test_what_is_found_is_what_is_there(shelf, query):
    library, documents = shelf
    expected = naive(query, documents)
    searcher = _searcher(library)
    assert ids(searcher, query) == expected
    _check_hits(searcher.search(query), documents, query)


def _searcher(library, kept={}):  # noqa: B006 — one for each library
    return kept.setdefault(library.where, Searcher(library))


def _check_hits(found, documents, query):
    texts = {each.id: each.text for each in documents}
    alike = [form for word in query.words for one in word.written for form in forms(one)]
    for hit in found.hits:
        text = texts[hit.document]
        assert hit.words == text[hit.passage.start : hit.passage.end]
        assert "\n" not in hit.words
        assert hit.passage.contains(hit.span)
        assert hit.marks
        for mark in hit.marks:
            assert hit.passage.contains(mark)
            assert any(form in folded(text[mark.start : mark.end]) for form in alike)
        assert any(hit.span.overlaps(mark) for mark in hit.marks)
        assert hit.passages >= 1
    assert found.searched == len(documents)
    for name, field in (("level", "levels"), ("genre", "genres")):
        for count in found.facets[name]:
            narrowed = replace(query, **{field: (count.value,)})
            if not getattr(query, field):
                assert count.documents == len(naive(narrowed, documents))
    if not query.kinds:
        told = {count.value: count.documents for count in found.facets["kind"]}
        assert told == {
            kind: number
            for kind in ("target", "measure", "quantity", "doubt")
            if (number := len(naive(replace(query, kinds=(kind,)), documents)))
        }


@ONCE
@given(
    typed=st.lists(
        st.one_of(st.sampled_from(['"', "-", " ", "NOT ", "OR ", "level:city ", "'", "*", "(", ")"]), WORD), max_size=8
    )
)
def test_whatever_is_typed_is_found_or_refused(shelf, typed):
    library, documents = shelf
    written = "".join(typed)
    try:
        query = parse(written)
    except BadQuery:
        with pytest.raises(BadQuery):
            _searcher(library).search(written)
    else:
        assert _searcher(library).search(written).documents == len(naive(query, documents))


def test_a_document_that_is_taken_away_is_not_found_any_more(shelf):
    library, documents = shelf
    searcher = Searcher(library)
    query = parse("发展")
    while documents:
        gone = documents.pop(len(documents) // 2)
        library.remove(gone.id)
        if len(documents) % 9 == 0:
            assert ids(searcher, query) == naive(query, documents)
            assert searcher.search(query).searched == len(documents)
    with library.reading() as connection:
        for table in (tables.text, tables.place):
            assert connection.execute(select(table)).all() == []


def test_a_document_that_is_read_again_is_found_by_its_new_words(indexed):
    put(indexed, invented(1))
    key = 1
    searcher = Searcher(indexed)
    for words in ("碳汇交易", "海水淡化"):
        with indexed.writing() as connection:
            indexed.keepers[0].put(connection, key, index.pack_facts(replace(invented(2), text=words)))
        assert searcher.search(words).documents == 1
    assert searcher.search("海水").searched == 1
    assert searcher.search("碳汇").documents == 0


def plain_text(text):
    """A document of which only the text is known."""
    manners = bytes(text.count("\n") + 1)
    return replace(invented(1), text=text, manners=manners, kinds={}, bodies={}, indicators={}, deadlines={})


def test_no_word_is_made_of_two_lines(indexed):
    """However long the first: a line that fills its block must not touch the next."""
    put(indexed, plain_text("\n".join(f"{'水' * length}山川\n湖海" for length in range(100))))
    put(indexed, plain_text("山川湖海"))
    searcher = Searcher(indexed)
    for word in ("山川湖海", "川湖", "川湖海"):
        (hit,) = searcher.search(word).hits
        assert hit.words == "山川湖海"
    assert searcher.search("水山川").hits[0].passages == 99


def test_nothing_there(indexed):
    found = Searcher(indexed).search("发展 level:city")
    assert (found.documents, found.searched, found.hits) == (0, 0, ())
    assert all(counts == () for counts in found.facets.values())


def test_documents_of_a_library_without_an_index_are_indexed_later(place):
    with open_library(place) as library:
        for content in ("云溪市发展海水淡化。", "桃湾区修建水库。"):
            library.add(factories.document(content), content.encode(), name="x.txt", when=WHEN)
        assert Searcher(library).search("水").documents == 0
        assert index.catch_up(library) == 2
        assert index.catch_up(library) == 0
        assert Searcher(library).search("水").documents == 2
        assert Searcher(library).search("海水淡化").documents == 1


def test_segments_stay_few(place):
    with open_library(place, keepers=(keeper(1),)) as library:
        for number in range(40):
            put(library, invented(number))
        with library.reading() as connection:
            sizes = [row.documents for row in connection.execute(select(tables.segment))]
            pages = connection.execute(select(tables.page.c.id)).scalars().all()
            numbers = {row.id for row in connection.execute(select(tables.segment))}
    assert len(sizes) < index.TOGETHER
    assert {page >> tables.PAGE_BITS for page in pages} == numbers


def test_a_failed_addition_leaves_no_trace(indexed):
    put(indexed, invented(1))
    before = Searcher(indexed).search("发展 OR 的 OR 高质量发展").searched
    with pytest.raises(RuntimeError):
        _drop_and_fail(indexed)
    assert Searcher(indexed).search("发展").searched == before == 1


def _drop_and_fail(library):
    with library.writing() as connection:
        library.keepers[0].drop(connection, 1)
        raise RuntimeError


SORTS = [
    ("鄉村振興", "全面推进乡村振兴。", "乡村振兴"),
    ("乡村振兴", "全面推进鄉村振興。", None),
    ("鄉村振興", "全面推进鄉村振興。", "鄉村振興"),
    ("５Ｇ", "建设5G基站。", "5G"),
    ("ai", "布局AI算力。", "AI"),
    ("R&D", "提高R&D投入。", "R&D"),
    ("1+3", "构建“1+3”体系。", "1+3"),
    ("(试行)", "云溪办法（试行）", "（试行）"),
    ('"AI 技术"', "推广AI技术。", "AI技术"),
    ('"AI 技术"', "AI 技术", "AI 技术"),
    ("水", "引水上山", "水"),
    ("山水", "山\n水", None),
    ("3.5%", "增长3.5%。", "3.5%"),
    ("DROP TABLE", "drop table", "drop"),
    ("𠮷", "𠮷野村", "𠮷"),
]
"""What is typed, a text, and what of it is marked; nothing where it is not to be found."""


def test_words_of_every_sort(indexed):
    ids = {text: put(indexed, plain_text(text)) for text in dict.fromkeys(text for _, text, _ in SORTS)}
    searcher = Searcher(indexed)
    for typed, text, marked in SORTS:
        hits = {hit.document: hit for hit in searcher.search(typed, size=50).hits}
        if marked is None:
            assert ids[text] not in hits, typed
        else:
            first = hits[ids[text]].marks[0]
            assert text[first.start : first.end] == marked, typed
