"""What is kept in memory is what would be counted now, whoever changed the library, on both databases."""

from __future__ import annotations

from tests import factories

from luoshi.library import Chosen, Sought, correction_of, open_library
from luoshi.library.memory import LARGEST, Memory

WHEN = "2026-11-22T08:00:00Z"
BODIES = Sought(kinds=("body",))


def counted(library):
    """Answers that are kept, by different ways."""
    return (
        library.count(),
        library.count_findings(BODIES),
        library.tallies(BODIES, ("name",)),
        library.facets(Chosen()),
        [each.title for each in library.entries(limit=10)],
        [(each.document, each.number) for each in library.findings(limit=1000)],
        library.remember("of the test", library.count_findings),
    )


def fresh(place):
    with open_library(place) as library:
        return counted(library)


def test_whatever_changes_the_library_is_counted_at_once(place):
    plan = factories.plan()
    with open_library(place) as library, open_library(place) as other:
        states: set[object] = set()
        assert counted(library)[:2] == (0, 0)

        def changed():
            assert library.state() not in states
            states.add(library.state())
            assert counted(library) == counted(library) == fresh(place)

        other.add(plan, factories.CONTENT.encode(), name="plan.txt", when=WHEN)
        changed()
        body = next(name for name, each in plan.ids().items() if each.kind == "body")
        number = other.correct(plan.id, correction_of(plan, body, "reject", who="A", when=WHEN))
        changed()
        other.withdraw(plan.id, number, who="A", when=WHEN)
        changed()
        other.remove(plan.id)
        changed()
        other.add(plan, factories.CONTENT.encode(), name="plan.txt", when=WHEN)
        changed()


def test_a_list_that_was_given_may_be_changed(library):
    library.add(factories.plan(), factories.CONTENT.encode(), name="plan.txt", when=WHEN)
    found = library.tallies(BODIES, ("name",))
    library.tallies(BODIES, ("name",)).clear()
    assert library.tallies(BODIES, ("name",)) == found


def test_not_more_than_so_many_rows_are_kept():
    memory, asked = Memory(), []

    def ask(question, size):
        return memory.recall((1,), question, lambda: asked.append(question) or [question] * size)

    half = LARGEST // 2 - 1
    assert ask("a", half) is ask("a", half)
    ask("b", half)
    ask("a", half)
    ask("c", half)  # b was asked for longest ago
    ask("a", half)
    ask("b", half)
    assert asked == ["a", "b", "c", "b"]
    ask("too large", LARGEST)
    ask("too large", LARGEST)
    assert asked[4:] == ["too large"] * 2
