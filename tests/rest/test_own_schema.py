"""``/api/v1`` asked by schemathesis, by its own description: every operation, every check, with a fixed seed.

The engine of schemathesis makes what fits the description and what does not, sends it to the app in this process,
and looks whether the answers are what was promised: codes, types, forms, headers, methods, keys.
"""

from __future__ import annotations

import logging
from collections import Counter

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from luoshi.accounts import Accounts
from luoshi.server import app

WHEN = "2026-11-22T08:00:00Z"
HOST = "testserver"

REFUSED = [400, 401, 403, 404, 405, 406, 412, 413, 415, 422]

BY_MEANING = [
    # what a schema cannot say: the syntax of a query, a range that ends before it starts, a day that there is not
    (["GET /documents", "GET /findings", "GET /search"], ["2xx", "3xx", 400, 404]),
    # whether a value fits the kind of finding, bytes are a plan, an integer is written 1.0
    (["POST /documents/{id}/corrections", "POST /documents", "POST /uploads"], ["2xx", 400, 404, 412, 413, 415, 422]),
    (["DELETE /documents/{id}", "DELETE /documents/{id}/corrections/{number}"], ["2xx", 404, 409, 412]),
]
"""Operations that may refuse what the description allows, and with which codes."""

MANY_PARAMETERS = ["GET /findings", "GET /search"]
"""Half of all time would go into covering each value of these; they are asked with examples and at random."""

RUNS = {
    "local": (("fuzzing",), 8, 150),
    "accounts": (("examples", "coverage"), 3, 800),
    "postgresql": (("fuzzing",), 2, 40),
}
"""Who asks, or of which database: the phases, how many examples of each operation, how many cases there must be."""


@pytest.fixture
def asked(run, shelf):
    """The app over three of the samples, with the headers that open it."""
    for entry in sorted(shelf.entries(), key=lambda entry: entry.characters)[3:]:
        shelf.remove(entry.id)  # what is answered is looked at by the schema, which takes its time
    headers = {}
    if run == "accounts":
        accounts = Accounts(shelf)
        accounts.add("掌柜", "administrator", "七月流火 九月授衣 二之日", by="root", when=WHEN)
        headers["Authorization"] = f"Bearer {accounts.new_key('掌柜', 'tests', by='掌柜', when=WHEN)}"
    logging.disable(logging.INFO)  # thousands of requests, each with its line
    yield app(shelf, names=frozenset({HOST}), local=run != "accounts"), headers, *RUNS[run]
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize(
    ("run", "shelf"), [(run, run if run == "postgresql" else "sqlite") for run in RUNS], indirect=["shelf"], ids=RUNS
)
def test_every_operation_keeps_what_its_description_promises(asked):
    site, headers, phases, examples, least = asked
    config = SchemathesisConfig.from_dict(
        {
            "seed": 20261122,
            "headers": headers,
            "generation": {"max-examples": examples, "database": "none"},
            "phases": {each: {"enabled": each in phases} for each in ("examples", "coverage", "fuzzing", "stateful")},
            "operations": [
                {"include-name": MANY_PARAMETERS, "phases": {"coverage": {"enabled": False}}},
            ]
            + [
                {
                    "include-name": names,
                    "checks": {
                        "positive_data_acceptance": {"expected-statuses": codes},
                        "negative_data_rejection": {"expected-statuses": REFUSED},
                    },
                }
                for names, codes in BY_MEANING
            ],
        }
    )
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", site, config=config)
    removing = {"method": "DELETE", "path": "/documents/{id}"}
    failures, operations, codes = [], set(), Counter()
    for some in (schema.exclude(**removing), schema.include(**removing)):  # last of all, the shelf is emptied
        for event in from_schema(some).execute():
            assert not isinstance(event, events.NonFatalError | events.FatalError), event
            if not isinstance(event, events.ScenarioFinished):
                continue
            operations.add(event.recorder.label)
            codes.update(each.response.status_code for each in event.recorder.interactions.values() if each.response)
            failures += [
                f"{event.recorder.label}: {check.failure_info.failure}\n{check.failure_info.code_sample}"
                for checks in event.recorder.checks.values()
                for check in checks
                if check.failure_info
            ]
    assert not failures, "\n\n".join(failures[:5])
    assert len(operations) == sum(1 for _ in schema.get_all_operations())
    assert codes.total() > least
    assert codes[200] > least / 10
    assert not {code for code in codes if code >= 500}
