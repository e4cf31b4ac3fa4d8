"""The index and the library say the same, whoever writes to the library."""

import threading

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from msgspec.structs import replace
from sqlalchemy import func, select
from tests import factories
from tests.library import schemas
from tests.search.conftest import WHEN, invented, put

from luoshi.actions.search import search
from luoshi.library import open_library, pack
from luoshi.library.migrate import TABLE
from luoshi.library.tables import metadata
from luoshi.search import Searcher, catch_up, keeper, tables
from luoshi.search.index import pack_facts


def known(name, kind, _parents):
    """Whether a table is one that this test has loaded: accounts have theirs."""
    return kind != "table" or name in metadata.tables


def test_the_step_makes_the_tables_that_the_code_asks(library):
    with library.engine.connect() as connection:
        opts = {"version_table": TABLE, "compare_type": False, "include_name": known}
        context = MigrationContext.configure(connection, opts=opts)
        assert {"search_text", "search_place", "search_segment", "search_page", "search_gone"} <= set(metadata.tables)
        assert compare_metadata(context, metadata) == []


def test_a_library_of_the_first_form_is_searched(place):
    schemas.make(place, "1")
    with open_library(place) as library:
        found = search(library, "临江新区")
        assert found.searched == library.count() == 2
        (hit,) = found.hits
        assert library.get(hit.document).text[hit.marks[0]] == "临江新区"


def bring(library, content):
    document = factories.document(content)
    library.add(document, content.encode(), name="x.txt", when=WHEN)
    return document


def test_documents_that_came_without_the_keeper_are_indexed_when_they_are_searched(place):
    with open_library(place) as library:
        for content in ("云溪市发展海水淡化。", "桃湾区修建水库。"):
            bring(library, content)
        assert Searcher(library).search("水").documents == 0
        assert catch_up(library) == 2
        assert catch_up(library) == 0
        assert search(library, "水").documents == 2
    with open_library(place, read_only=True) as library:
        assert search(library, "海水淡化").documents == 1


def test_what_is_taken_away_without_the_keeper_is_not_found(place):
    with open_library(place, keepers=(keeper(1),)) as library:
        gone, stays = bring(library, "云溪市发展海水淡化。"), bring(library, "桃湾区修建水库。")
        searcher = Searcher(library)
        assert searcher.search("水").documents == 2
        with open_library(place) as other:
            other.remove(gone.id)
        (hit,) = searcher.search("水").hits
        assert hit.document == stays.id


def test_what_is_read_again_without_the_keeper_is_indexed_again(place):
    with open_library(place, keepers=(keeper(1),)) as library:
        content = "云溪市发展海水淡化。"
        document = bring(library, content)
        searcher = Searcher(library)
        assert searcher.search("桃湾").documents == 0
        again = replace(document, text=replace(document.text, content="桃湾区发展海水淡化。"))
        with open_library(place) as other:
            other.replace(pack(again, content.encode(), "x.txt"))
        assert searcher.search("海水").documents == 0  # the old words are gone with the old record
        assert search(searcher, "桃湾").documents == 1
        assert search(searcher, "云溪").documents == 0
        library.replace(pack(document, content.encode(), "x.txt", library.keepers))
        assert (search(searcher, "桃湾").documents, search(searcher, "云溪").documents) == (0, 1)


def test_two_bring_documents_at_once(place):
    def work(start):
        with open_library(place, keepers=(keeper(2_000),)) as library:
            for number in range(start, start + 25):
                put(library, invented(number))

    with open_library(place, keepers=(keeper(2_000),)) as library:
        threads = [threading.Thread(target=work, args=(start,)) for start in (0, 25)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        texts = {facts.text for facts in map(invented, range(50))}
        found = Searcher(library).search("发展 OR 改革 OR 质量 OR 的 OR AI OR 5G")
        assert found.searched == len(texts)
        with library.reading() as connection:
            packed = connection.execute(select(func.count()).where(tables.place.c.segment.is_not(None))).scalar_one()
            held = connection.execute(select(func.sum(tables.segment.c.documents))).scalar_one()
            lost = connection.execute(select(func.count()).select_from(tables.gone)).scalar_one()
        assert packed == held - lost > 0


def test_a_searcher_sees_what_comes_later(indexed):
    searcher = Searcher(indexed)
    for number in range(20):
        put(
            indexed,
            replace(
                invented(number),
                text=f"第{number}号海堤",
                manners=b"\0",
                kinds={},
                bodies={},
                indicators={},
                deadlines={},
            ),
        )
        assert searcher.search("海堤").documents == number + 1


def test_a_text_longer_than_a_segment(place):
    with open_library(place, keepers=(keeper(1),)) as library:
        lines = [f"第{number}段，云溪市要办好一件实事。" for number in range(3_000)]
        lines[2_345] += "修建观潮台。"
        put(
            library,
            replace(
                invented(1),
                text="\n".join(lines),
                manners=bytes(3_000),
                kinds={},
                bodies={},
                indicators={},
                deadlines={},
            ),
        )
        (hit,) = Searcher(library).search("观潮台").hits
        assert hit.words == lines[2_345]
        assert Searcher(library).search("云溪市").hits[0].passages == 3_000


def test_what_is_packed_is_small():
    facts = replace(invented(1), text="云溪市要办好实事。\n" * 500, manners=bytes(501))
    packed = pack_facts(facts)
    assert len(packed.text) + len(packed.facts) < len(facts.text)
