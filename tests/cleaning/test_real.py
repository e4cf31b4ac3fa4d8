"""Real documents, read where they lie: the seeds line by line, the corpus for false alarms."""

import json
from collections import Counter

import pytest

from luoshi.cleaning import clean
from luoshi.model import Original, Span

SEEDS = {
    "000": "000_bb3a8ad67b67d2a3.txt",
    "001": "001_03e6a39d6aae467d.txt",
    "002": "002_0dfb9287dfbbdc14.txt",
    "003": "003_f42bc8d96295abbc.txt",
    "004": "004_19be760db5a05045.txt",
}
OUT = {"furniture", "intrusion"}


def read(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return clean(Original(stream.read(), "text/plain", "0" * 64))


@pytest.fixture(scope="module")
def seed(shared):
    texts = {}

    def one(number):
        if number not in texts:
            texts[number] = read(shared / "seeds" / SEEDS[number])
        return texts[number]

    return one


@pytest.mark.parametrize("number", SEEDS)
def test_furniture_and_intrusions_go_and_nothing_else(shared, seed, number):
    text = seed(number)
    roles = json.loads((shared / "gold/seed_lines.json").read_text(encoding="utf-8"))["files"][SEEDS[number]]
    content = text.original.content
    out = [Span(role["start"], role["end"]) for role in roles if role["role"] in OUT]
    for place in out:
        kept = text.forward(place)
        assert not text[kept].strip(), content[place.start : place.end]
    start = 0
    for line in content.split("\n"):
        place = Span(start, start + len(line))
        start += len(line) + 1
        if line.strip() and not any(gone.overlaps(place) for gone in out):
            assert sum(map(str.isalnum, text[text.forward(place)])) >= sum(map(str.isalnum, line)), line


def test_002_has_the_newspapers_ten_paragraphs(shared, seed):
    text = seed("002")
    gold = json.loads((shared / "gold/seed_002_paragraphs.json").read_text(encoding="utf-8"))["paragraphs"]
    lines = text.content.split("\n")
    assert len(lines) == len(gold)
    for line, paragraph in zip(lines, gold, strict=True):
        assert (line.startswith(paragraph["opening"]), line.endswith(paragraph["closing"])) == (True, True)
        assert len(line) == paragraph["characters"]


def test_003_runs_from_the_bodys_first_to_its_last_character(shared, seed):
    text = seed("003")
    gold = json.loads((shared / "gold/seed_003_outline.json").read_text(encoding="utf-8"))
    content = text.original.content
    lines = text.content.split("\n")
    title = next(line for line in content.split("\n") if "关于制定" in line)
    assert lines[0] == title
    assert lines[-1][-1] == content[: content.index("扫一扫")].rstrip()[-1].replace("!", "！")
    intrusions = [edit for edit in text.edits if edit.reason.startswith("intrusions.")]
    assert len(intrusions) == 2
    assert len({edit.before for edit in intrusions}) == 1
    assert gold


def test_004_is_simplified_and_leads_back_to_the_traditional_original(seed):
    text = seed("004")
    content = text.original.content
    left = set(
        "國發經產業會實現設與為們來時個動對於應進過關開無長點機務體質創導層強員單區領緊準備積極總書記著隨製範嚮構凈衞隣"
    )
    assert not left & set(text.content)
    changed = 0
    for index, character in enumerate(text.content):
        place = text.back(Span(index, index + 1))
        if character != "\n":
            assert place.length == 1
            changed += content[place.start] != character and "\u4e00" <= character <= "\u9fff"
    assert changed > 600
    assert text.content.endswith("（作者为南通市委书记）")
    assert text[text.forward(Span(content.index("隨著"), content.index("隨著") + 2))] == "随着"


def test_the_same_characters_are_simplified_wherever_they_stand(seed):
    """Each Traditional character became one and the same Simplified character, save a few with two."""
    text = seed("004")
    pairs = {}
    for edit in text.edits:
        if edit.reason == "script.traditional":
            pairs.setdefault(edit.before, Counter())[edit.after] += 1
    assert {before: dict(after) for before, after in pairs.items() if len(after) > 1} == {}


@pytest.fixture(scope="module")
def edits(shared):
    """The edits of every document of the corpus, by the file's name."""
    return {path.name: read(path).edits for path in sorted((shared / "corpus").glob("*.txt"))}


def test_clean_documents_hold_no_intrusion(edits):
    alarms = {
        (name, edit.before) for name, found in edits.items() for edit in found if edit.reason.startswith("intrusions.")
    }
    assert alarms == set()


def test_nothing_in_the_corpus_is_traditional(edits):
    assert [name for name, found in edits.items() if any(edit.reason.startswith("script.") for edit in found)] == []


def test_furniture_of_the_corpus_is_never_a_sentence(edits):
    """Captions and disclaimers apart, no removed line holds a full stop or a clause."""
    for name, found in edits.items():
        for edit in found:
            if edit.reason.startswith("furniture.") and edit.reason not in {
                "furniture.caption",
                "furniture.disclaimer",
                "furniture.related",
            }:
                assert not set("。；！") & set(edit.before), (name, edit)
                assert len(edit.before) < 60, (name, edit)


def test_clean_paragraphs_are_kept_as_they_are(shared):
    """A text that has its paragraphs keeps each of them, character for character."""
    path = shared / "corpus/proposal_20251028_全国.txt"
    before = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert read(path).content.split("\n") == before


def test_one_sentence_a_line_stays(shared):
    """A table of sentences keeps its lines; only lines that end in a comma are joined with the next."""
    path = shared / "corpus/gwr_2018_全国_tmx.txt"
    lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    open_ends = sum(line[-1] in "，、" for line in lines)
    assert len(read(path).content.split("\n")) == len(lines) - open_ends


def test_cleaning_real_texts_twice_is_cleaning_them_once(shared):
    for path in [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "corpus").glob("*.txt"))[::4]]:
        once = read(path).content
        assert clean(Original(once, "text/plain", "")).content == once, path.name
