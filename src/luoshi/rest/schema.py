"""The description of ``/api/v1``: OpenAPI 3.1, made from the operations and the types of their answers."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from inspect import getdoc
from typing import Annotated, Any, get_type_hints

import msgspec
from msgspec import Meta

from luoshi import __version__
from luoshi.http import administrators, editors, readers
from luoshi.patterns import regex
from luoshi.record import schema as form_of_record
from luoshi.rest.asking import LANGUAGE
from luoshi.rest.kinds import FindingId, Id, Number, Words100
from luoshi.rest.names import Subject
from luoshi.rest.operation import JSON, PROBLEM, Gives, ManyFiles, Nothing, OneFile, Operation
from luoshi.rest.problems import Problem

Json = dict[str, Any]

SCHEMAS = "#/components/schemas/"

RECORD = {"$ref": f"{SCHEMAS}record"}
RECORD_FINDING = {"$ref": f"{SCHEMAS}record.finding"}
"""What is described by the schema of the record, not by a type."""

Upload = Annotated[str, Meta(min_length=1, max_length=100, description="Id of an upload.")]

PATH = {"upload": Upload, "id": Id, "finding": FindingId, "number": Number, "subject": Subject, "name": Words100}
"""What stands in paths."""

FORM_OF_FILES = {
    "type": "object",
    "properties": {
        "files": {"type": "array", "minItems": 1, "maxItems": 500, "items": {"type": "string", "format": "binary"}}
    },
    "required": ["files"],
}

HEADERS: dict[str, Json] = {
    "ETag": {"description": "Strong entity tag of the answer (RFC 9110).", "schema": {"type": "string"}},
    "Link": {
        "description": "The next and the previous page (RFC 8288), as in `links`.",
        "schema": {"type": "string"},
    },
    "Location": {"description": "Where it is.", "schema": {"type": "string"}},
    "Content-Disposition": {"description": "The file's name.", "schema": {"type": "string"}},
    "WWW-Authenticate": {"description": "`Bearer`.", "schema": {"type": "string"}},
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "string"}},
}

SAID = {
    400: "A parameter or the body is unknown, missing or wrong; the problem names it.",
    401: "Who asks has no key and has not signed in.",
    403: "Who asks may not do this, or a page elsewhere sent it.",
    404: "There is no such thing, or a shortened id fits several.",
    406: "`Accept` does not allow the answer.",
    409: "That was done before.",
    412: "It was changed meanwhile (`If-Match`).",
    413: "More was sent than is taken.",
    415: "The type of the body, or of the file, is not known.",
    421: "Asked under a host name that is not the site's.",
    422: "What was sent has the right form, but does not fit the document, or the bytes did not become text.",
    503: "The library takes nothing now: it is read-only, its disk is full, or it is busy.",
}
"""What a problem's code means."""

ALWAYS = (400, 421, 503)

DESCRIPTION = """\
Chinese development plans, read into cited structure: documents, and findings (targets, measures, bodies, doubts …) that
each stand on words of the clean text. Places are `[start, end)` in Unicode code points.

Lists take `limit` and `offset`, and lead on by `links` and the header `Link`. Every answer has an `ETag`; `If-None-Match`
answers 304. `HEAD` works wherever `GET` does. Every error is `application/problem+json` (RFC 9457). Where the library is
served to others, programs send a key: `Authorization: Bearer KEY`. There is no CORS: pages elsewhere cannot ask.
"""


def openapi(operations: Iterable[Operation], prefix: str, *, local: bool) -> Json:
    """The description of these operations, served behind a ``prefix``; ``local``: nobody needs a key."""
    some = list(operations)
    components = _components(some)
    paths: dict[str, Json] = {}
    for each in some:
        paths.setdefault(each.path, {})[each.method.lower()] = _operation(each, local=local)
    made: Json = {
        "openapi": "3.1.0",
        "info": {
            "title": "Luoshi",
            "version": __version__,
            "description": DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": f"{prefix}/api/v1"}],
        "paths": paths,
        "components": {"schemas": dict(sorted(components.items()))},
    }
    if not local:
        made["components"]["securitySchemes"] = {
            "key": {"type": "http", "scheme": "bearer", "description": "A key, made at `/account`."},
            "session": {"type": "apiKey", "in": "cookie", "name": "luoshi_session", "description": "Of a browser."},
        }
    return made


def record_schema() -> Json:
    """The JSON Schema of a record."""
    return form_of_record()


def _operation(operation: Operation, *, local: bool) -> Json:
    summary, _, more = (getdoc(operation.do) or "").partition("\n\n")
    made: Json = {
        "operationId": f"{operation.method.lower()}{_NO_LETTER.sub('_', operation.path).rstrip('_')}",
        "tags": [operation.tag],
        "summary": " ".join(summary.rstrip(".").split()),
        **({"description": " ".join(more.split())} if more else {}),
        "parameters": _parameters(operation),
        "responses": _responses(operation),
    }
    if operation.takes is OneFile:
        made["requestBody"] = {"required": True, "content": {"application/octet-stream": {"schema": {}}}}
    elif operation.takes is ManyFiles:
        made["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": FORM_OF_FILES}}}
    elif operation.takes is not Nothing:
        made["requestBody"] = {"required": True, "content": {JSON: {"schema": _schema(operation.takes)}}}
    if not local and operation.guard:
        made["security"] = [{"key": []}, {"session": []}]
    return made


def _parameters(operation: Operation) -> list[Json]:
    made: list[Json] = []
    for name in _IN_PATH.findall(operation.path):
        form = _schema(PATH[name])
        said = form.pop("description", None)
        made.append(
            {"name": name, "in": "path", "required": True, "schema": form} | ({"description": said} if said else {})
        )
    hints = get_type_hints(operation.asks, include_extras=True)
    for field in msgspec.structs.fields(operation.asks):
        form = _without_null(_schema(hints[field.name]))
        said = form.pop("description", None)
        if field.default is not msgspec.NODEFAULT and field.default is not None:
            form["default"] = field.default
        made.append(
            {"name": field.name, "in": "query", "required": field.required, "schema": form}
            | ({"description": said} if said else {})
        )
    language = {"type": "string", "enum": ["zh", "en"]}
    made.append(
        {
            "name": LANGUAGE,
            "in": "query",
            "required": False,
            "schema": language,
            "description": "The language of what a problem says.",
        }
    )
    if operation.method == "GET":
        made.append(_header("If-None-Match", "An entity tag: 304 where the answer is still the same."))
    if 412 in operation.refuses:
        made.append(_header("If-Match", "An entity tag: 412 where it is not the same any more."))
    return made


def _header(name: str, said: str) -> Json:
    return {"name": name, "in": "header", "required": False, "description": said, "schema": {"type": "string"}}


def _responses(operation: Operation) -> Json:
    made: Json = {str(code): _answer(gives) for code, gives in operation.gives.items()}
    if operation.method == "GET":
        made["304"] = {"description": "It is still the same.", "headers": {"ETag": HEADERS["ETag"]}}
    for code in _codes(operation):
        headers = {401: "WWW-Authenticate", 503: "Retry-After"}
        name = headers.get(code)
        made[str(code)] = {
            "description": f"{HTTPStatus(code).phrase}: {SAID[code]}",
            "content": {PROBLEM: {"schema": {"$ref": f"{SCHEMAS}Problem"}}},
            **({"headers": {name: HEADERS[name]}} if name else {}),
        }
    return dict(sorted(made.items()))


def _codes(operation: Operation) -> list[int]:
    """Those of all problems that an operation has."""
    codes = {*ALWAYS, *operation.refuses}
    if operation.guard:
        codes.add(401)
    if operation.guard in (editors, administrators) or operation.method != "GET":
        codes.add(403)
    if operation.guard is readers and "{" in operation.path:
        codes.add(404)
    if "{id}" in operation.path:
        codes.add(404)
    if any(gives.what is not None for gives in operation.gives.values()):
        codes.add(406)
    return sorted(codes)


def _answer(gives: Gives) -> Json:
    if gives.what is None and gives.media_type == JSON:
        return {"description": gives.said}
    form = {"type": "string"} if gives.media_type.startswith("text/") else {}
    form = form if gives.what is None else _schema(gives.what)
    return {
        "description": gives.said,
        "headers": {name: HEADERS[name] for name in ("ETag", *gives.headers)},
        "content": {gives.media_type: {"schema": form}},
    }


def _components(operations: list[Operation]) -> Json:
    """All that is referred to: the types of answers and bodies, and the record's own forms below ``record``."""
    types = [gives.what for each in operations for gives in each.gives.values() if _is_type(gives.what)]
    types += [each.takes for each in operations if each.takes not in (Nothing, OneFile, ManyFiles)]
    _, made = msgspec.json.schema_components([Problem, *types], ref_template=f"{SCHEMAS}{{name}}")
    record = _moved(form_of_record())
    inner = record.pop("$defs")
    for name in ("$schema", "$id"):
        del record[name]
    findings = record["properties"]["findings"]["items"]
    rejected = record["properties"]["rejected"]["items"]
    return {
        **made,
        "record": record,
        "record.finding": {"anyOf": [*findings["oneOf"], *rejected["oneOf"][len(findings["oneOf"]) :]]},
        **{f"record.{name}": form for name, form in inner.items()},
    }


def _is_type(what: Any) -> bool:  # noqa: ANN401 — a type, or a schema
    return what is not None and not isinstance(what, dict)


def _moved(form: Any) -> Any:  # noqa: ANN401 — a schema
    """A schema of the record with its references led to where they are here."""
    if isinstance(form, dict):
        return {
            key: f"{SCHEMAS}record.{value.rpartition('/')[2]}" if key == "$ref" else _moved(value)
            for key, value in form.items()
        }
    return [_moved(each) for each in form] if isinstance(form, list) else form


def _schema(what: Any) -> Json:  # noqa: ANN401 — a type, or a schema
    if isinstance(what, dict):
        return what
    (form,), _ = msgspec.json.schema_components([what], ref_template=f"{SCHEMAS}{{name}}")
    return dict(form)


def _without_null(form: Json) -> Json:
    """A parameter is there or not, never null."""
    some = form.get("anyOf")
    if some is None:
        return form
    kept = [each for each in some if each != {"type": "null"}]
    rest = {key: value for key, value in form.items() if key != "anyOf"}
    return {**kept[0], **rest} if len(kept) == 1 else {"anyOf": kept, **rest}


_NO_LETTER = regex(r"[^A-Za-z]{1,9}")
_IN_PATH = regex(r"\{([a-z]{1,20})\}")
