"""Who may sign in, on both databases."""

from __future__ import annotations

import sys
from contextlib import suppress
from threading import Barrier, Thread

import pytest

from luoshi.accounts import CARRIED, Accounts, Log, Signing, TooManyAttempts
from luoshi.errors import BadRequest
from luoshi.library import backup, open_library, restore

WHEN = "2026-11-22T08:00:00Z"
PASSWORD = "七月流火 九月授衣 二之日"


@pytest.fixture
def accounts(library):
    found = Accounts(library)
    found.add("云溪", "administrator", PASSWORD, by="root", when=WHEN)
    return found


@pytest.fixture
def signing(accounts, library):  # noqa: ARG001 — they must be there
    return Signing(library)


def test_a_name_and_its_password_open_a_session(signing):
    token = signing.sign_in("云溪", PASSWORD, address="10.0.0.1", when=WHEN)
    assert signing.whose(token, when=WHEN).name == "云溪"
    assert signing.whose(token + "x", when=WHEN) is None


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("云溪", "七月流火"),
        ("云溪", ""),
        ("云溪", PASSWORD + " "),
        ("别人", PASSWORD),
        ("", ""),
        ("云溪\x00", PASSWORD),
        ("云溪", "\ud800"),
    ],
)
def test_anything_else_opens_none(signing, name, password):
    assert signing.sign_in(name, password, address="10.0.0.1", when=WHEN) is None


def test_neither_password_nor_token_is_kept(library, signing):
    token = signing.sign_in("云溪", PASSWORD, address="", when=WHEN)
    key = Accounts(library).new_key("云溪", "抓取", by="云溪", when=WHEN)
    with library.reading() as connection:
        kept = [
            str(value)
            for table in ("account", "session", "key", "event")
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"')
            for value in row
        ]
    for secret in (PASSWORD, token, key):
        assert not [value for value in kept if secret in value]
    assert [value for value in kept if value.startswith("$argon2id$")]


def test_a_session_ends_when_it_is_not_used_and_at_last_in_any_case(signing):
    token = signing.sign_in("云溪", PASSWORD, address="", when=WHEN)
    assert signing.whose(token, when="2026-11-22T19:59:00Z")
    assert signing.whose(token, when="2026-11-23T07:00:00Z"), "it was used at 19:59"
    assert signing.whose(token, when="2026-11-23T19:30:00Z") is None
    token = signing.sign_in("云溪", PASSWORD, address="", when=WHEN)
    for day in range(22, 29):
        for hour in (0, 9, 18):
            if (day, hour) > (22, 8):
                assert signing.whose(token, when=f"2026-11-{day}T{hour:02}:00:00Z")
    assert signing.whose(token, when="2026-11-29T08:00:01Z") is None


def test_guessing_one_name_is_stopped_even_for_who_guesses_right_at_last(signing):
    for number in range(10):
        assert signing.sign_in("云溪", f"猜猜看 {number}", address=f"10.0.0.{number}", when=WHEN) is None
    with pytest.raises(TooManyAttempts):
        signing.sign_in("云溪", PASSWORD, address="10.0.1.1", when="2026-11-22T08:14:00Z")
    assert signing.sign_in("云溪", PASSWORD, address="10.0.1.1", when="2026-11-22T08:16:00Z")


def test_of_many_guesses_at_once_none_gets_in_after_the_others_failed(signing, monkeypatch):
    module = sys.modules["luoshi.accounts.signing"]
    right = module.fits

    def others_fail_meanwhile(password, kept):
        monkeypatch.setattr(module, "fits", right)
        for number in range(10):
            assert signing.sign_in("云溪", f"猜猜看 {number}", address=f"10.0.0.{number}", when=WHEN) is None
        return right(password, kept)

    monkeypatch.setattr(module, "fits", others_fail_meanwhile)
    with pytest.raises(TooManyAttempts):
        signing.sign_in("云溪", PASSWORD, address="10.0.1.1", when=WHEN)


def test_a_password_is_the_same_in_full_width_letters(accounts, signing):
    accounts.add("远山", "reader", "Ping Chang Xin 7", by="云溪", when=WHEN)
    assert signing.sign_in("远山", "Ｐｉｎｇ　Ｃｈａｎｇ Xin ７", address="", when=WHEN)
    assert signing.sign_in("远山", "ping chang xin 7", address="", when=WHEN) is None


def test_two_administrators_who_switch_off_each_other_leave_one(accounts):
    accounts.add("远山", "administrator", PASSWORD, by="云溪", when=WHEN)
    both = Barrier(2)

    def switch_off(name):
        both.wait()
        with suppress(BadRequest):
            accounts.change(name, active=False, by="", when=WHEN)

    threads = [Thread(target=switch_off, args=(name,)) for name in ("云溪", "远山")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [each.active for each in accounts.all()].count(True) == 1


def test_guessing_names_from_one_address_is_stopped(signing):
    for number in range(50):
        signing.sign_in(f"某人{number}", "", address="10.9.9.9", when=WHEN)
    with pytest.raises(TooManyAttempts):
        signing.sign_in("云溪", PASSWORD, address="10.9.9.9", when=WHEN)
    assert signing.sign_in("云溪", PASSWORD, address="10.9.9.8", when=WHEN)


def test_whoever_is_switched_off_is_out_at_once(accounts, signing):
    accounts.add("远山", "editor", PASSWORD, by="云溪", when=WHEN)
    token = signing.sign_in("远山", PASSWORD, address="", when=WHEN)
    key = accounts.new_key("远山", "脚本", by="远山", when=WHEN)
    assert signing.whose_key(key).role == "editor"
    accounts.change("远山", active=False, by="云溪", when=WHEN)
    assert signing.whose(token, when=WHEN) is None
    assert signing.whose_key(key) is None
    assert signing.sign_in("远山", PASSWORD, address="", when=WHEN) is None


def test_a_new_password_signs_out_everywhere(accounts, signing):
    token = signing.sign_in("云溪", PASSWORD, address="", when=WHEN)
    accounts.set_password("云溪", "八月其获 十月陨萚 一之日", by="云溪", when=WHEN)
    assert signing.whose(token, when=WHEN) is None
    assert signing.sign_in("云溪", PASSWORD, address="", when=WHEN) is None


def test_the_last_administrator_stays(accounts):
    for change in ({"role": "reader"}, {"active": False}):
        with pytest.raises(BadRequest, match="one administrator"):
            accounts.change("云溪", **change, by="云溪", when=WHEN)
    assert accounts.get("云溪").role == "administrator"
    assert accounts.any_administrator()


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [
        ("云溪", "reader", PASSWORD),
        ("云 溪".replace(" ", "") + "", "reader", PASSWORD),
        ("", "reader", PASSWORD),
        ("<b>", "reader", PASSWORD),
        ("a/../b", "reader", PASSWORD),
        ("\u202eabc", "reader", PASSWORD),
        ("x" * 61, "reader", PASSWORD),
        ("远山", "king", PASSWORD),
        ("远山", "reader", "短"),
        ("远山", "reader", "啊" * 300),
        ("远山", "reader", "aaaaaaaaaaaaaaaa"),
        ("yuanshan", "reader", "yuanshan1234"),
    ],
)
def test_what_cannot_be_an_account(accounts, name, role, password):
    with pytest.raises(BadRequest):
        accounts.add(name, role, password, by="云溪", when=WHEN)


def test_names_are_one_in_any_case_and_width(accounts, signing):
    accounts.add("LiNa", "reader", PASSWORD, by="云溪", when=WHEN)
    with pytest.raises(BadRequest):
        accounts.add("ｌina", "reader", PASSWORD, by="云溪", when=WHEN)
    assert signing.sign_in("LINA", PASSWORD, address="", when=WHEN)


def test_every_change_is_in_the_log(library, accounts):
    accounts.add("远山", "editor", PASSWORD, by="云溪", when=WHEN)
    accounts.change("远山", role="reader", by="云溪", when="2026-11-22T09:00:00Z")
    log = Log(library)
    newest = log.events()[0]
    assert (newest.who, newest.what, newest.about, newest.when) == (
        "云溪",
        "account-change",
        "远山 reader",
        "2026-11-22T09:00:00Z",
    )
    assert log.count("远山") == 2
    assert log.count("100%_") == 0


def test_a_backup_takes_accounts_and_the_log_along_but_nobody_stays_signed_in(library, accounts, signing, tmp_path):
    token = signing.sign_in("云溪", PASSWORD, address="", when=WHEN)
    backup(library, tmp_path / "backup.db", CARRIED)
    with open_library(tmp_path / "other.db") as other:
        restore(other, tmp_path / "backup.db", CARRIED)
        assert Signing(other).whose(token, when=WHEN) is None
        assert Signing(other).sign_in("云溪", PASSWORD, address="", when=WHEN)
        assert Log(other).count("account-add") == 1
        assert Accounts(other).all() == accounts.all()
