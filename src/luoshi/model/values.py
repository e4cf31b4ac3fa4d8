"""What a finding can say: one small class for each kind of thing.

Numbers are in base units: 元 (万 and 亿 multiplied out), people, 亩, kilometres; a percentage is a
fraction (``5%`` is 0.05 with unit ``""``), a percentage point is 0.01 with unit ``pp``.

``gc=False``: no value can hold itself, and the collector need not look at some fifty thousand of them.
"""

from __future__ import annotations

from msgspec import Struct

from luoshi.model.period import Period
from luoshi.model.span import Span
from luoshi.words import Words


class Quantity(Struct, frozen=True, gc=False):
    """A number with what bounds it: ``增长5%左右``, ``前20强``, ``翻一番``, ``全覆盖``.

    ``value`` is ``None`` for a thing done by a date (``measure`` ``completion``); ``high`` is the
    upper value of a range. ``comparator`` is one of ``= >= > <= < about range``. ``measure`` is one
    of level, change, growth, growth_annual, share, rank, coverage, count, multiple, completion,
    duration.
    """

    value: float | None
    high: float | None
    unit: str
    comparator: str
    measure: str


class Alternative(Struct, frozen=True, gc=False):
    """Another reading that the words allow: what ``field`` would hold then (in the record's writing), and why.

    ``field`` is ``period``, ``kind``, ``quantity.value`` or ``quantity.measure``.
    """

    field: str
    value: str
    why: Words


class Deadline(Struct, frozen=True, gc=False):
    """A time as the text says it, resolved against the document: ``到2027年底前``, ``今年``, ``三年内``."""

    period: Period | None
    by: bool
    """Whether something is to be done *by* the end of the period (``到…``, ``…前``), not during it."""
    alternatives: tuple[Alternative, ...] = ()


class Baseline(Struct, frozen=True, gc=False):
    """Where a change starts from: ``由23.2%提高到24.1%``, ``比2020年降低13.5%``."""

    value: float | None
    year: str | None


class Statement(Struct, frozen=True, gc=False):
    """A quantity with what it measures: the common part of targets, achievements and context.

    ``indicator`` is the text's own words (with a head that a list shares put back), found at
    ``indicator_span``; ``concept`` is the id of the indicator in the knowledge table, if known.
    ``period_stated`` is true where the sentence itself gives the period. ``actor`` is whom it binds
    or describes; ``actor_from`` says where that comes from: ``stated`` in the sentence, ``normalised``
    (全市, a short name), or concluded from the ``pledge`` or ``heading`` that it stands under or from
    the ``document``'s place. ``softness`` holds words such as 力争 or 左右. ``cell`` is the place of the quantity
    where it stands in a table: ``t1.r2.c3``, all from 1 (see ``luoshi.model.Mark``). ``alternatives``
    are other readings that the words allow: nothing is chosen in silence.
    """

    indicator: str
    indicator_span: Span | None
    quantity: Quantity
    quantity_span: Span
    period: Period | None = None
    period_stated: bool = False
    base: Baseline | None = None
    softness: tuple[str, ...] = ()
    actor: str | None = None
    concept: str | None = None
    cell: str | None = None
    actor_from: str | None = None
    alternatives: tuple[Alternative, ...] = ()


class Target(Statement, frozen=True, gc=False):
    """What is to be reached. ``binding``: ``binding`` 约束性, ``anticipatory`` 预期性, or not said."""

    binding: str | None = None


class Achievement(Statement, frozen=True, gc=False):
    """What the text says has been reached or observed."""


class Context(Statement, frozen=True, gc=False):
    """A quantity that is neither: the size of a named programme, a threshold, history."""


class Measure(Struct, frozen=True, gc=False):
    """One clause of work to be done: ``verb`` and ``object`` in the text's words.

    ``strength`` runs from 1 (探索) to 5 (确保); the scale stands in ``knowledge/verbs.py``. ``scope`` says
    for whom or where (对小微企业, 在全市), ``means`` by what (通过…, 依托…), in the text's words, with
    their places: before the verb in the clause, or in a clause before it.
    """

    verb: str
    object: str
    strength: int | None = None
    actor: str | None = None
    actor_from: str | None = None
    """``pledge`` or ``heading``: where ``actor`` is concluded from."""
    scope: str | None = None
    scope_span: Span | None = None
    means: str | None = None
    means_span: Span | None = None


class Pledge(Struct, frozen=True, gc=False):
    """What a named person or body commits to. ``speech``: direct, indirect or mixed."""

    person: str | None
    post: str | None
    body: str | None
    speech: str
    name_span: Span | None = None


class Programme(Struct, frozen=True, gc=False):
    """A named bundle of measures. ``form`` is the word that makes it one: 工程, 行动, 计划 …

    ``period`` holds the years where the text gives them, ``years`` how many it lasts by its name (三年行动).
    """

    name: str
    form: str
    period: Period | None = None
    years: int | None = None


class Body(Struct, frozen=True, gc=False):
    """An organisation. ``name`` is the full name where it is known, else the text's words."""

    name: str
    role: str | None = None
    """``lead``, ``responsible``, ``support`` or ``speaker`` where the text says so."""
    successor: str | None = None
    """Its full name today, where a reform renamed it."""


class Responsibility(Struct, frozen=True, gc=False):
    """Which body answers for a piece of work: a measure, a target, a paragraph.

    Where the text names the body, ``role`` is ``lead`` (牵头, 主办), ``responsible`` (责任单位, 负责: the text ranks
    nobody; where a note says that the first leads, it is ``lead`` and the others ``support``) or ``support`` (配合);
    the finding's span is then its name. Where the text names nobody, ``suggested`` is a proposal by
    field of work: the finding's span is then the key word, its ``basis`` ``inferred``, and ``why`` names
    the ``field`` and the source. ``work`` is the place of what the body answers for, if known.
    """

    body: str
    role: str
    work: Span | None = None
    field: str | None = None


class Place(Struct, frozen=True, gc=False):
    """A place. ``code`` is its GB/T 2260 code where it is an administrative division."""

    name: str
    code: str | None = None
    kind: str = "division"
    """``division``, ``zone`` (development zone or park), ``region`` (长三角, 闽江) or ``other`` (abroad: 东盟)."""


class Person(Struct, frozen=True, gc=False):
    """A person with the post that the text gives them."""

    name: str
    post: str | None = None
    body: str | None = None


class Formulation(Struct, frozen=True, gc=False):
    """An official phrase. ``first`` is the day of its first known appearance, ``source`` says where."""

    term: str
    first: str
    source: str
    datable: bool
    """Whether the table holds it safe enough to date a text by."""


class Reference(Struct, frozen=True, gc=False):
    """Another document that the text names: ``《…》`` or a document number."""

    title: str
    number: str | None = None


class Doubt(Struct, frozen=True, gc=False):
    """Something wrong, missing or out of its time. ``check`` names the check that raised it.

    ``severity`` is ``note`` (worth knowing), ``minor``, ``major`` (use with care) or ``fatal`` (the
    text is not what it claims to be). ``settles`` says what would settle the doubt.
    """

    check: str
    severity: str
    explanation: Words
    settles: Words | None = None


class Session(Struct, frozen=True, gc=False):
    """A plenum or congress: ``term`` 届 and ``number`` 次, of ``body``; ``name`` as the text has it."""

    body: str
    term: int
    number: int | None
    name: str


class Region(Struct, frozen=True, gc=False):
    """The place that a document is about, with its GB/T 2260 code where known."""

    name: str
    code: str | None = None


type_of_value: dict[str, type] = {
    "quantity": Quantity,
    "deadline": Deadline,
    "target": Target,
    "achievement": Achievement,
    "context": Context,
    "measure": Measure,
    "pledge": Pledge,
    "programme": Programme,
    "body": Body,
    "responsibility": Responsibility,
    "place": Place,
    "person": Person,
    "formulation": Formulation,
    "reference": Reference,
    "doubt": Doubt,
}
"""The class of a finding's value for each kind of finding."""
