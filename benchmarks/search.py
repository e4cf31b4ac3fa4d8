"""Searching 10,000 documents: whether every count is right, how long it takes, and tantivy on the same texts.

    python benchmarks/search.py [--documents N] [--seed N] [--postgresql ADDRESS] [--without tantivy postgresql]

The documents are those of ``benchmarks/library.py``; level, region, year, kind of text and what their
paragraphs hold are drawn with the seed. Queries are drawn from the texts, so that frequent words come
often, beside a list of slogans; each class is asked without and with filters, all with facets and ten
hits. A count is right where it is that of ``in`` over all folded texts. Times are of one call of
``Searcher.search``, wall clock, after a first search that reads the columns; beside them the time of
CPU, this process's and the database server's, for the machine may be shared. Then a ``Searcher`` that
stays while others take documents away and bring them back, and ``luoshi search`` as a process of its
own. tantivy is given pairs of characters parted by spaces and asked for phrases, ten documents and the
count: no facets, no passages.

Without an address a PostgreSQL of the tests' own is started. ``pip install tantivy`` for the last table.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from corpus import HOUSE

from library import made, size_of

sys.path.insert(0, str(HOUSE))

SLOGANS = "高质量发展 改革开放 乡村振兴 科技创新 生态文明 中国式现代化 新质生产力 绿色低碳 共同富裕 营商环境 深化改革 扩大内需 放管服 社会主义 人民群众 基础设施 产业结构 对外开放 安全生产 公共服务"
COMMON = "发展 改革 建设 推进 创新 加强 经济 社会 工作 产业 服务 企业 农村 教育 就业 文化 环境 安全 制度 国家"
LEVELS, GENRES = ("nation", "province", "city", "county"), ("建议", "纲要", "政府工作报告")
FILTERS = (
    "level:city",
    "year:2015..2020",
    "region:云溪",
    "level:county year:2020..2026 genre:纲要",
    "kind:target",
    "by:2027..2030",
)


def facts(texts: list[str], seed: int) -> Iterator:
    from luoshi.search.facts import HEADING, TARGET, TEXT, TITLE, Facts

    draw = random.Random(seed)
    for text in texts:
        lines = text.split("\n")
        manners = [TITLE, *(HEADING if len(line) < 20 else TARGET if "%" in line else TEXT for line in lines[1:])]
        place = draw.randrange(300)
        yield Facts(
            id=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            manners=bytes(manners),
            kinds={
                n: ["target", "quantity"] if "%" in line else ["measure"]
                for n, line in enumerate(lines)
                if draw.random() < 0.6
            },
            bodies={n: [f"第{draw.randrange(500)}局"] for n in range(0, len(lines), 7)},
            indicators={n: [f"指标{draw.randrange(200)}"] for n in range(0, len(lines), 9)},
            deadlines={n: [f"{draw.randrange(2025, 2036)}-12-31"] for n in range(0, len(lines), 5)},
            level=draw.choice(LEVELS),
            region=f"{'云溪' if place % 5 else '桃湾'}{place}号市",
            region_code=f"99{place:04}",
            year=draw.randrange(2010, 2027),
            genre=draw.choice(GENRES),
        )


def parcel(facts):
    import zlib

    from luoshi.library import Entry, Parcel
    from luoshi.search.index import pack_facts

    line = dict.fromkeys(Entry.__struct_fields__)
    line |= {"id": facts.id, "name": "x", "title": facts.text[:12], "counts": {}, "characters": len(facts.text)}
    line |= {name: getattr(facts, name) for name in ("level", "region", "region_code", "year", "genre")}
    original = {"sha256": facts.id, "media_type": "text/plain", "size": 0, "data": b""}
    return Parcel(facts.id, original, line, zlib.compress(b"{}"), [], {"search": pack_facts(facts)})


def fill(library, documents: list) -> float:
    """Put the documents into a library; returns the seconds of CPU that the index took of this process."""
    began = time.process_time()
    for each in documents:
        library.put(parcel(each), "2026")
    return time.process_time() - began


def queries(texts: list[str], number: int, seed: int) -> dict[str, list[str]]:
    """So many queries of each class, frequent words more often than rare ones."""
    draw = random.Random(seed)
    slogans, common = SLOGANS.split(), COMMON.split()

    def cut(length: int) -> str:
        while True:
            text = draw.choice(texts)
            place = draw.randrange(len(text) - length)
            word = text[place : place + length]
            if all("一" <= letter <= "龥" for letter in word):
                return word

    half = number // 2
    two = [*draw.sample(common, min(half, len(common))), *(cut(2) for _ in range(half))]
    four = [*draw.sample(slogans, min(half, len(slogans))), *(cut(4) for _ in range(half))]
    return {
        "2 characters": two,
        "4 characters": four,
        "several words": [
            " ".join(
                (*draw.sample(common, draw.choice((1, 2))), draw.choice((draw.choice(slogans), cut(2), f"-{cut(2)}")))
            )
            for _ in range(number)
        ],
        "phrases of 8": [f'"{cut(8)}"' for _ in range(half)],
        "1 character, Latin, figures": [
            "水",
            "的",
            "龘",
            "5G",
            "AI",
            "GDP",
            "R&D",
            "1+3",
            "2025",
            "3.5%",
            "10%",
            "PM2.5",
        ],
    }


def naive(query, documents: list, contents: list[str]) -> int:
    """How many documents fit, by looking through each."""
    from luoshi.search.grams import folded, forms

    def held(word, content: str) -> bool:
        return any(form in content for one in word.written for form in forms(one))

    count = 0
    for each, content in zip(documents, contents, strict=True):
        if (query.levels and each.level not in query.levels) or (query.genres and each.genre not in query.genres):
            continue
        if query.years and not query.years[0] <= each.year <= query.years[1]:
            continue
        if query.regions and not any(wanted in each.region for wanted in query.regions):
            continue
        if any(held(word, content) for word in query.without) or not all(held(word, content) for word in query.words):
            continue
        if query.kinds or query.by:
            allowed = [
                line
                for number, line in enumerate(content.split("\n"))
                if (not query.kinds or set(query.kinds) & set(each.kinds.get(number, ())))
                and (not query.by or any(query.by[0] <= day <= query.by[1] for day in each.deadlines.get(number, ())))
            ]
            if not all(any(held(word, line) for line in allowed) for word in query.words):
                continue
        count += 1
    assert folded("Ａ") == "a"
    return count


def share(times: list[float], part: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * part))] * 1_000


def asked(asked_for: dict[str, list[str]], seed: int) -> Iterator[tuple[str, str]]:
    """Every query with its class, without a filter and with one."""
    draw = random.Random(seed)
    for name, words in asked_for.items():
        for each in words:
            yield name, each
            yield f"{name}, filtered", f"{each} {draw.choice(FILTERS)}"


def server_time(library) -> float:
    """Seconds of CPU that the servers of a PostgreSQL on this machine have taken for our connections; 0 for SQLite."""
    if library.engine.dialect.name != "postgresql":
        return 0.0
    with library.reading() as connection:
        servers = connection.exec_driver_sql(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        ).scalars()
        ticks = sum(
            sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13])) for pid in servers
        )
    return ticks / os.sysconf("SC_CLK_TCK")


def measure(library, every: list[tuple[str, str]], counts: dict[str, int]):
    from luoshi.search import Searcher

    searcher = Searcher(library)
    began, used = time.perf_counter(), time.process_time()
    searcher.search("发展")
    print(
        f"  first search, which reads the columns: {(time.perf_counter() - began) * 1000:.0f} ms, CPU {(time.process_time() - used) * 1000:.0f} ms"
    )
    walls: dict[str, list[float]] = {}
    cpus: dict[str, list[float]] = {}
    wrong: dict[str, int] = {}
    server = server_time(library)
    for name, query in every:
        wall, cpu = time.perf_counter(), time.process_time()
        found = searcher.search(query)
        for kept in (name, "all"):
            walls.setdefault(kept, []).append(time.perf_counter() - wall)
            cpus.setdefault(kept, []).append(time.process_time() - cpu)
            wrong[kept] = wrong.get(kept, 0) + (found.documents != counts[query])
    server = server_time(library) - server
    for name, times in walls.items():
        print(
            f"  {name:40} right {len(times) - wrong[name]}/{len(times)}  p50 {share(times, 0.5):5.1f}  p95 {share(times, 0.95):5.1f} ms"
            f"   CPU p50 {share(cpus[name], 0.5):5.1f}  p95 {share(cpus[name], 0.95):5.1f} ms"
        )
    if server:
        print(f"  and the server's CPU, on average {server / len(every) * 1000:.1f} ms a search")
    return searcher


def while_others_write(searcher, documents: list, seed: int) -> None:
    """Documents are taken away and brought back by another; each time the first search, which must have noticed."""
    from luoshi.library import open_library
    from luoshi.search import keeper

    times: list[float] = []
    late = 0

    def searched(wanted: int) -> int:
        used = time.process_time()
        found = searcher.search("改革 发展")
        times.append(time.process_time() - used)
        return int(found.searched != wanted)

    with open_library(searcher.library.where, keepers=(keeper(),)) as other:
        for each in random.Random(seed).sample(documents, min(40, len(documents))):
            other.remove(each.id)
            late += searched(len(documents) - 1)
            other.put(parcel(each), "2026")
            late += searched(len(documents))
    print(
        f"  the first search after another wrote: {late}/{len(times)} late, CPU p50 {share(times, 0.5):.1f}  p95 {share(times, 0.95):.1f} ms"
    )


def as_a_process(where: str, words: str = "乡村振兴 level:city") -> None:
    """``luoshi search``: the best of five, for byte code and pages of the file are there from the second on."""
    walls, cpus = [], []
    for _ in range(5):
        began, before = time.perf_counter(), os.times()
        command = [sys.executable, "-m", "luoshi", "search", *words.split(), "--library", where]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=60)
        after = os.times()
        walls.append(time.perf_counter() - began)
        cpus.append(after.children_user + after.children_system - before.children_user - before.children_system)
    print(f"  luoshi search, a process of its own: {min(walls) * 1000:.0f} ms, CPU {min(cpus) * 1000:.0f} ms")


def vacuum(library, how: str) -> None:
    """What a server does by itself within minutes, but not that of the tests: it has no autovacuum."""
    if library.engine.dialect.name == "postgresql":
        with library.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(how)


def tantivy_too(documents: list, every: list[tuple[str, str]], counts: dict[str, int]) -> None:
    import tantivy

    from luoshi.search import parse
    from luoshi.search.grams import folded, forms

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="position")
    for name in ("level", "genre"):
        builder.add_text_field(name, stored=False, tokenizer_name="raw")
    builder.add_integer_field("year", indexed=True)
    schema = builder.build()

    def pairs(words: str) -> list[str]:
        return [words[place : place + 2] for place in range(len(words) - 1)]

    with tempfile.TemporaryDirectory() as folder:
        index = tantivy.Index(schema, path=folder)
        began = time.process_time()
        writer = index.writer(200_000_000, 1)
        for each in documents:
            body = " \n ".join(" ".join(pairs(line)) for line in folded(each.text).split("\n"))
            writer.add_document(tantivy.Document(body=body, level=each.level, genre=each.genre, year=each.year))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        size = sum(path.stat().st_size for path in Path(folder).rglob("*"))
        print(f"tantivy {tantivy.__version__}: index {time.process_time() - began:.1f} s of CPU, {size / 1e6:.0f} MB")
        searcher = index.searcher()
        must, never = tantivy.Occur.Must, tantivy.Occur.MustNot
        times: dict[str, list[float]] = {}
        wrong: dict[str, int] = {}
        for name, written in every:
            query = parse(written)
            if (
                query.regions
                or query.kinds
                or query.by
                or any(len(form) < 2 for word in query.words for form in forms(word.written[0]))
            ):
                continue
            began = time.perf_counter()
            clauses = [(must, phrase(schema, pairs(forms(word.written[0])[0]))) for word in query.words]
            clauses += [(never, phrase(schema, pairs(forms(word.written[0])[0]))) for word in query.without]
            clauses += [(must, tantivy.Query.term_query(schema, "level", level)) for level in query.levels]
            clauses += [(must, tantivy.Query.term_query(schema, "genre", genre)) for genre in query.genres]
            if query.years:
                clauses.append(
                    (must, tantivy.Query.range_query(schema, "year", tantivy.FieldType.Integer, *query.years))
                )
            found = searcher.search(tantivy.Query.boolean_query(clauses), limit=10, count=True).count
            times.setdefault(name, []).append(time.perf_counter() - began)
            wrong[name] = wrong.get(name, 0) + (found != counts[written])
        for name, each in times.items():
            print(
                f"  {name:40} right {len(each) - wrong[name]}/{len(each)}  p50 {share(each, 0.5):5.1f}  p95 {share(each, 0.95):5.1f} ms"
            )


def phrase(schema, pairs: list[str]):
    import tantivy

    if len(pairs) == 1:
        return tantivy.Query.term_query(schema, "body", pairs[0])
    return tantivy.Query.phrase_query(schema, "body", pairs)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--postgresql")
    parser.add_argument("--without", nargs="*", default=[])
    arguments = parser.parse_args()

    from luoshi.library import open_library
    from luoshi.search import keeper, parse
    from luoshi.search.grams import folded

    texts = list(made(arguments.documents, arguments.seed))
    documents = list(facts(texts, arguments.seed))
    contents = list(map(folded, texts))
    size = sum(len(text.encode()) for text in texts)
    print(
        f"{len(texts):,} documents, {sum(map(len, texts)):,} characters, {size / 1e6:.0f} MB of UTF-8; load {os.getloadavg()[0]:.1f}"
    )
    every = list(asked(queries(texts, arguments.queries, arguments.seed), arguments.seed))
    counts = {query: naive(parse(query), documents, contents) for _, query in every}
    print(f"{len(every)} queries; the largest counts: {sorted(counts.values())[-3:]}")

    def shelf(where: str) -> None:
        with open_library(where, keepers=(keeper(),)) as library:
            before, began = size_of(library), time.perf_counter()
            seconds = fill(library, documents)
            print(
                f"{library.engine.dialect.name}: filled in {time.perf_counter() - began:.0f} s, {seconds:.0f} s of CPU here; load {os.getloadavg()[0]:.1f}"
            )
            vacuum(library, "VACUUM ANALYZE")
            while_others_write(measure(library, every, counts), documents, arguments.seed)
            vacuum(library, "VACUUM FULL")
        as_a_process(where)
        with open_library(where) as library:
            print(
                f"  {(size_of(library) - before) / 1e6:.0f} MB, {(size_of(library) - before) / size:.2f} of the text; load {os.getloadavg()[0]:.1f}"
            )

    with tempfile.TemporaryDirectory() as folder:
        shelf(str(Path(folder) / "plans.db"))
    if "tantivy" not in arguments.without:
        tantivy_too(documents, every, counts)
    if "postgresql" not in arguments.without:
        if arguments.postgresql:
            shelf(arguments.postgresql)
        else:
            from tests.database_server import Server

            server = Server()
            try:
                server.execute("CREATE DATABASE shelf")
                shelf(server.address("shelf"))
            finally:
                server.stop()


if __name__ == "__main__":
    main()
