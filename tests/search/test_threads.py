"""One searcher for many threads: each gets the answer of a searcher of its own, while documents come and go."""

from __future__ import annotations

import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from tests import factories

from luoshi.library import Keeper, open_library
from luoshi.search import Searcher, keeper

WHEN = "2026-11-22T08:00:00Z"
QUERIES = [
    "发展",
    "云溪 发展",
    "增长 -第7号",
    "发展 OR 改革",
    "发展 indicator:增长",
    "第1",
    "不存在的词",
    "发展 year:2025",
]


def content(number: int) -> str:
    return f"第{number}号文件\n云溪市今年增长{number % 9}%，推动发展。\n改革第{number}项。\n" + "东岭发展很快。\n" * (
        number % 4
    )


def bring(library, number):
    text = content(number)
    return library.add(factories.document(text), text.encode(), name="", when=WHEN).id


def answers(searcher):
    return [searcher.search(query, size=30) for query in QUERIES]


def test_many_threads_may_search_at_once(place):
    one: Keeper = keeper(waiting=400)
    with open_library(place, keepers=(one,)) as library:
        for number in range(30):
            bring(library, number)
        shared, alone = Searcher(library), answers(Searcher(library))
        interval = sys.getswitchinterval()
        sys.setswitchinterval(1e-5)
        try:
            with ThreadPoolExecutor(6) as crew:
                for each in crew.map(lambda _: answers(shared), range(12)):
                    assert each == alone
        finally:
            sys.setswitchinterval(interval)


def test_threads_search_while_documents_come_and_go(place):
    one: Keeper = keeper(waiting=400)
    with open_library(place, keepers=(one,)) as library:
        stay = {bring(library, number) for number in range(20)}
        shared, done = Searcher(library), Event()

        def write():
            try:
                for number in range(20, 44):
                    identity = bring(library, number)
                    if number % 3:
                        library.remove(identity)
            finally:
                done.set()

        def look():
            looked = 0
            while not done.is_set() or not looked:
                found = shared.search("东岭 OR 发展", size=60)
                hits = {hit.document for hit in found.hits}
                assert stay <= hits
                assert found.documents == found.searched == len(hits)
                for hit in found.hits:
                    assert all(
                        hit.words[a - hit.passage.start : b - hit.passage.start] in ("东岭", "发展")
                        for a, b in hit.marks
                    )
                    assert hashlib.sha256(content_of[hit.document].encode()).hexdigest() == hit.document
                looked += 1
            return looked

        content_of = {hashlib.sha256(content(number).encode()).hexdigest(): content(number) for number in range(44)}
        interval = sys.getswitchinterval()
        sys.setswitchinterval(1e-5)
        try:
            with ThreadPoolExecutor(5) as crew:
                writing = crew.submit(write)
                looking = [crew.submit(look) for _ in range(4)]
                writing.result()
                assert all(each.result() >= 1 for each in looking)
        finally:
            sys.setswitchinterval(interval)
        assert answers(shared) == answers(Searcher(library))
