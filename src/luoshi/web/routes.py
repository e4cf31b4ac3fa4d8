"""All pages, in one tuple."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from litestar import get
from litestar.types import ControllerRouterHandler

from luoshi.actions.gathering import SUBJECTS
from luoshi.http import readers
from luoshi.web import accounts, correcting, documents, search, shelf, signing, uploads
from luoshi.web.doubts import doubts, doubts_taken
from luoshi.web.errors import nothing
from luoshi.web.gatherings import index, index_taken, one
from luoshi.web.rendering import kept
from luoshi.web.static_files import static_file
from luoshi.web.taking import ENDINGS
from luoshi.web.targets import targets, targets_taken


def _each(paths: Iterable[str], handle: Callable[..., Any]) -> list[ControllerRouterHandler]:
    """A page that answers at several addresses: a handler for each, as Litestar wraps a plain function once only."""
    return [get(path, guards=[readers], sync_to_thread=True, include_in_schema=False)(handle) for path in paths]


def _kept(paths: Iterable[str], handle: Callable[..., Any]) -> list[ControllerRouterHandler]:
    """As ``_each``, of a page that shows nothing but the library."""
    return [get(path, guards=[readers], include_in_schema=False)(kept(handle)) for path in paths]


ROUTES: tuple[ControllerRouterHandler, ...] = (
    shelf.documents,
    *shelf.tables,
    *_kept(["/search"], search.results),
    documents.document,
    documents.original,
    documents.asked_to_remove,
    documents.remove,
    uploads.send,
    uploads.look,
    signing.login,
    signing.sign_in,
    signing.logout,
    accounts.account,
    accounts.new_password,
    accounts.new_key,
    accounts.drop_key,
    accounts.accounts,
    accounts.add_account,
    accounts.change_account,
    accounts.audit,
    *_kept(["/targets"], targets),
    *_each((f"/targets{ending}" for ending in ENDINGS), targets_taken),
    *_kept((f"/{subject}" for subject in SUBJECTS), index),
    *_each((f"/{subject}{ending}" for subject in SUBJECTS for ending in ENDINGS), index_taken),
    *_kept((f"/{subject}/{{name:path}}" for subject in SUBJECTS), one),
    *_kept(["/doubts"], doubts),
    *_each((f"/doubts{ending}" for ending in ENDINGS), doubts_taken),
    correcting.finding,
    correcting.decided,
    correcting.addition,
    correcting.added,
    correcting.corrections,
    correcting.withdrawn,
    correcting.all_corrections,
    *_each((f"/corrections{ending}" for ending in ENDINGS), correcting.corrections_taken),
    *_each((f"/d/{{identity:str}}/corrections{ending}" for ending in ENDINGS), correcting.corrections_of_one_taken),
    static_file,
    nothing,
)
