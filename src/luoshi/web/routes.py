"""All pages, in one tuple."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from luoshi.web import accounts, signing
from luoshi.web.errors import nothing
from luoshi.web.shelf import shelf
from luoshi.web.static_files import static_file

ROUTES: tuple[ControllerRouterHandler, ...] = (
    shelf,
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
    static_file,
    nothing,
)
