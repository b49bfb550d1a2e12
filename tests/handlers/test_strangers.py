"""Who is in charge elsewhere, or not any more, reads no name and changes nothing, whatever he presses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.handlers import guards
from bot.handlers.registry import ACTIONS
from tests.conftest import Talk
from tests.handlers.pressing import every_press, press_all

TABLES = (
    "person", "membership", "consent", "speaks_for", "application", "data_request", "attendance",
    "occurrence", "event", "notice", "post", "founding_datum", "announcement", "club_answer",
    "club", "access", "standing",
)  # fmt: skip


def everything(talk: Talk) -> dict[str, list[tuple[object, ...]]]:
    return {table: talk.sql(f"select * from {table} order by 1, 2") for table in TABLES}


def elsewhere(talk: Talk) -> None:
    """Organises a club of another hamlet."""
    talk.club("xa", "ấp Phước Tân")


def removed(talk: Talk) -> None:
    """Organised the club until the role was taken away."""
    talk.play([{"from": "xa", "start": talk.code("organiser", club="26686-01")}])
    mine = "account_id = (select id from account where external_id = 'xa')"
    assert talk.sql(f"select role, club_id from role where {mine}") == [("organiser", 1)]
    talk.sql_write(f"update role set revoked_at = granted_at where {mine}")


def another_area(talk: Talk) -> None:
    """Coordinates a commune that the club isn't in."""
    talk.play([{"from": "xa", "start": talk.code("coordinator", area="con-dao")}])


def same_area(talk: Talk) -> None:
    """Coordinates the club's own area: numbers, no names."""
    talk.play([{"from": "xa", "start": talk.code("coordinator", area="dat-do")}])


@pytest.mark.parametrize("become", [elsewhere, removed, another_area, same_area])
def test_who_is_not_in_charge_of_them_reads_and_changes_nothing(
    busy: Talk, become: Callable[[Talk], None]
) -> None:
    become(busy)
    assert not busy.errors, busy.errors
    names = {name for (name,) in busy.sql("select full_name from person") if name}
    names |= {"0912 345 678", "tổ 3", "đừng đọc tên tôi"}
    before = everything(busy)
    pressed = [
        each
        for kind, action in ACTIONS.items()
        if action.guard is not guards.anyone
        for each in every_press(busy, [kind], once=True)
    ]
    heard = press_all(busy, "xa", pressed)
    assert len(pressed) > 70
    assert not busy.errors, busy.errors
    words = "\n".join(str(line) for line in heard)
    assert [each for each in names if each in words] == []
    after = everything(busy)
    assert {table for table in TABLES if after[table] != before[table]} == set()


@pytest.mark.parametrize(
    "typed", ["e muốn đk cho bà ngoại với ông ngoại", "đky giùm bà ngoại e nha"]
)
def test_the_club_of_a_code_is_kept_in_other_words(talk: Talk, typed: str) -> None:
    talk.club()
    talk.play([{"from": "ngoc", "start": talk.join_code()}])
    assert "đưa máy cho" in talk.text("ngoc", typed)[-1]
    assert "câu lạc bộ nào" not in talk.last("ngoc")


@pytest.mark.parametrize("typed", ["lam sao vo", "lam sao ghi ten", "ha noi co khong"])
def test_who_asks_in_small_letters_is_called_by_no_name(talk: Talk, typed: str) -> None:
    talk.club()
    assert typed.title() not in "\n".join(talk.text("ngoc", typed))


@pytest.mark.parametrize("typed", ["nguyen thi bay", "tran van tam", "Lê Hồng Hoa"])
def test_who_only_names_herself_is_asked_what_she_wants(talk: Talk, typed: str) -> None:
    talk.club()
    assert "làm gì ạ?" in talk.text("ngoc", typed)[-1]


def test_a_yes_is_none_of_several_things(talk: Talk) -> None:
    talk.club()
    asked = talk.text("ngoc", "nguyen thi bay")
    assert "làm gì ạ?" in asked[-1]
    before = len(talk.said)
    talk.text("ngoc", "dung roi con")
    assert not any(line["to"] != "ngoc" for line in talk.said[before:])
