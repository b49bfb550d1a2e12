"""An application that is said to be of a member: she is asked, and until then nothing is given away."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.rights import Right
from tests.conftest import Talk
from tests.handlers.test_abuse import button, pressed
from tests.handlers.test_pipeline import deliver
from tests.handlers.test_registration import HERE, begin, myself

HERS = "0912 345 678"
HIS = "0987 654 321"
HARDSHIP = "Hộ nghèo"


def applies(
    talk: Talk, who: str, phone: str, *hardship: str, sharing: str = "Không đồng ý"
) -> None:
    """Bà Sáu's name, from some phone."""
    begin(talk, who, "Ghi tên cho tôi")
    talk.press(who, "Đồng ý", "Đồng ý")
    talk.text(who, "Nguyễn Thị Sáu", "1948")
    talk.press(who, "Nữ")
    talk.text(who, "tổ 3, ấp Hải Lạc", phone)
    # Of a hardship who stands on the commune's list is asked whether it may stand there.
    passed_on = ("Đồng ý",) if hardship and sharing == "Đồng ý" else ()
    talk.press(who, *(hardship or ("Không đồng ý",)), sharing, *passed_on, "Đúng hết rồi")


@pytest.fixture
def club(talk: Talk) -> Talk:
    """Bà Sáu is a member, poor, through her own phone; la applied by her name from another."""
    talk.club()
    applies(talk, "sau", HERS, "Đồng ý", HARDSHIP, "Xong", sharing="Đồng ý")
    talk.press("tu", "Nhận")
    applies(talk, "la", HIS)
    return talk


@pytest.fixture
def claimed(club: Talk) -> Talk:
    """The organiser said that it is she."""
    club.press("tu", "Cùng một người")
    return club


def people(talk: Talk) -> list[tuple[Any, ...]]:
    return talk.sql("select phone, circumstances from membership order by id")


BEFORE = [("+84912345678", "poor"), ("+84987654321", "undisclosed")]


def shown_own_data(talk: Talk, who: str) -> str:
    return "\n".join(talk.text(who, "thông tin của tôi"))


def apart(talk: Talk) -> None:
    """Nothing was given away, nothing changed."""
    assert people(talk) == BEFORE
    words = shown_own_data(talk, "la")
    assert HIS in words
    assert HERS not in words
    assert HARDSHIP not in words
    assert "đang chờ" in words
    assert talk.sql("select count(*) from speaks_for") == [(2,)]


def test_an_organiser_is_shown_who_asks_and_how_to_reach_him(claimed: Talk) -> None:
    words = claimed.last("tu")
    assert "la, tự ghi cho mình" in words
    assert HIS in words
    assert "nhắn hỏi Nguyễn Thị Sáu (1948)" in words
    assert claimed.buttons("tu") == ["Đã hỏi, đúng là một", "Đã hỏi, không phải"]


def test_the_member_is_asked_on_her_own_phone(claimed: Talk) -> None:
    words = claimed.last("sau")
    assert "la, tự ghi cho mình" in words
    # Whose number it is an organiser needs to know, she doesn't.
    assert HIS not in words
    assert words.endswith("không ạ?")
    assert claimed.buttons("sau") == ["Phải", "Không phải"]


def test_until_then_the_newcomer_reads_and_changes_nothing(claimed: Talk) -> None:
    apart(claimed)
    assert not any("trong sổ" in line["text"] for line in claimed.said if line["to"] == "la")


@pytest.mark.parametrize("typed", ["phải", "1", "Phải"])
def test_with_her_yes_both_are_one(claimed: Talk, typed: str) -> None:
    said = claimed.text("sau", typed)
    assert "cùng xem, cùng sửa được" in said[0]
    assert people(claimed) == [("+84987654321", "undisclosed")]
    assert "đã có tên trong sổ" in claimed.last("la")
    assert "nói đúng là mình" in claimed.last("tu")
    assert claimed.sql("select agreed, answered_by is not null from application") == [
        (None, 0),
        (1, 1),
    ]


@pytest.mark.parametrize("typed", ["không phải", "không", "2"])
def test_with_her_no_the_application_stands_alone(claimed: Talk, typed: str) -> None:
    said = claimed.text("sau", typed)
    assert "không phải" in said[0]
    apart(claimed)
    told = claimed.last("tu")
    assert "không phải của mình" in told
    assert claimed.buttons("tu") == ["Nhận", "Không nhận"]
    claimed.press("tu", "Nhận")
    assert claimed.sql("select state from membership") == [("active",), ("active",)]
    assert people(claimed) == BEFORE


def test_what_she_said_no_to_is_not_asked_again(claimed: Talk) -> None:
    same = button(claimed, "tu", "Cùng một người")
    claimed.press("sau", "Không phải")
    deliver(claimed, pressed("tu", same, "again"))
    apart(claimed)
    asked = claimed.sql("select count(*) from outbox where key like 'claim/2/%'")
    assert asked == [(2,)]  # she was asked once, and the organiser told once
    deliver(claimed, pressed("tu", "a/member/2", "look"))
    assert claimed.sql(
        "select rows like '%a/approve/2/2%' from outbox order by id desc limit 1"
    ) == [(1,)]


def test_an_organiser_who_spoke_with_her_says_so(claimed: Talk) -> None:
    said = claimed.press("tu", "Đã hỏi, đúng là một")
    assert "là một người" in said[0]
    assert people(claimed) == [("+84987654321", "undisclosed")]
    ((by, account),) = claimed.sql(
        "select answered_by, (select id from account where external_id = 'tu') from application"
        " where agreed"
    )
    assert by == account
    # Who answers later finds it answered.
    late = button(claimed, "sau", "Không phải")
    deliver(claimed, pressed("sau", late, "late"))
    assert (
        "có người xem rồi" in claimed.sql("select text from outbox order by id desc limit 1")[0][0]
    )
    assert len(people(claimed)) == 1


def test_an_organiser_may_learn_that_it_is_somebody_else(claimed: Talk) -> None:
    said = claimed.press("tu", "Đã hỏi, không phải")
    assert "xin tham gia" in said[0]
    apart(claimed)
    late = button(claimed, "sau", "Phải")
    deliver(claimed, pressed("sau", late, "late"))
    apart(claimed)


def test_a_second_organiser_finds_the_question_and_asks_nobody_again(club: Talk) -> None:
    ((code,),) = club.sql("select code from club")
    club.play([{"from": "lan", "start": club.code("organiser", club=code)}])
    same = button(club, "tu", "Cùng một người")
    club.press("tu", "Cùng một người")
    deliver(club, pressed("lan", same, "second"))
    assert club.sql("select count(*) from outbox where key like 'claim/2/%'") == [(1,)]
    assert "nhắn hỏi" in club.sql("select text from outbox order by id desc limit 1")[0][0]


def test_without_a_phone_of_her_own_the_organiser_speaks_with_her(talk: Talk) -> None:
    talk.club()
    applies(talk, "sau", HERS, "Đồng ý", HARDSHIP, "Xong", sharing="Đồng ý")
    talk.press("tu", "Nhận")
    talk.sql_write("delete from speaks_for")
    applies(talk, "la", HIS)
    said = talk.press("tu", "Cùng một người")
    assert "hỏi giúp" in said[0]
    assert HERS in said[0]
    assert HIS in said[0]
    assert people(talk) == BEFORE
    assert not any(line["to"] == "sau" and "máy khác" in line["text"] for line in talk.said)
    talk.press("tu", "Đã hỏi, đúng là một")
    assert people(talk) == [("+84987654321", "undisclosed")]
    assert "đã có tên trong sổ" in talk.last("la")


@pytest.mark.parametrize("who", ["la", "ba", "con"])
def test_nobody_else_answers(claimed: Talk, who: str) -> None:
    """The newcomer, a stranger, and a relative who speaks for her but isn't she."""
    claimed.text("ba", "chào")
    claimed.text("con", "chào")
    claimed.sql_write(
        "insert into speaks_for (account_id, person_id, relation, is_self, told, created_at)"
        " select id, 1, 'child', 0, 1, created_at from account"
        " where external_id = 'con'"
    )
    yes = button(claimed, "sau", "Phải")
    deliver(claimed, pressed(who, yes, "forged"))
    assert people(claimed) == BEFORE
    assert claimed.sql("select agreed from application where known_id is not null") == [(None,)]


def test_another_clubs_organiser_answers_nothing(claimed: Talk) -> None:
    claimed.club("ba", hamlet="ấp khác")
    deliver(claimed, pressed("ba", "a/claim/2/yes", "forged"))
    assert people(claimed) == BEFORE


def test_an_application_that_was_never_claimed_has_nothing_to_answer(club: Talk) -> None:
    deliver(club, pressed("tu", "a/claim/2/yes", "forged"), pressed("sau", "a/claim/1/yes", "too"))
    assert people(club) == BEFORE


def test_an_application_that_was_decided_waits_for_nobody(claimed: Talk) -> None:
    different = button(claimed, "tu", "Người khác")
    deliver(claimed, pressed("tu", different, "different"))
    late = button(claimed, "sau", "Phải")
    deliver(claimed, pressed("tu", button(claimed, "tu", "Nhận"), "accept"))
    deliver(claimed, pressed("sau", late, "late"))
    assert people(claimed) == BEFORE
    assert claimed.sql("select state from membership") == [("active",), ("active",)]


def test_what_waits_for_a_word_does_not_stand_in_the_way_of_the_next(claimed: Talk) -> None:
    myself(claimed, "tam", "Trần Thị Tám", "1950")
    myself(claimed, "chin", "Lê Thị Chín", "1951")
    said = claimed.press("tu", "Nhận")
    assert "Trần Thị Tám" in said[-1]


def test_she_was_forgotten_meanwhile(claimed: Talk) -> None:
    deliver(claimed, pressed("sau", "a/delete/1", "forget"))
    claimed.press("sau", "Xóa hết")
    deliver(claimed, pressed("tu", "a/claim/2/yes", "late"))
    assert people(claimed) == [(None, None), ("+84987654321", "undisclosed")]
    assert claimed.sql("select count(*) from speaks_for") == [(1,)]


def test_who_speaks_for_her_already_needs_no_word(talk: Talk) -> None:
    """The same relative wrote her down twice: nothing is read that wasn't before."""
    talk.club()
    applies(talk, "sau", HERS, "Đồng ý", HARDSHIP, "Xong", sharing="Đồng ý")
    talk.press("tu", "Nhận")
    applies(talk, "la", HIS)
    talk.sql_write(
        "insert into speaks_for (account_id, person_id, relation, is_self, told, created_at)"
        " select id, 1, 'child', 0, 1, created_at from account"
        " where external_id = 'la'"
    )
    talk.press("tu", "Cùng một người")
    assert len(people(talk)) == 1
    assert talk.sql("select is_self from speaks_for order by account_id") == [(1,), (0,)]


def test_a_relative_is_named_with_whom_he_wrote_down(talk: Talk) -> None:
    talk.club()
    applies(talk, "sau", HERS)
    talk.press("tu", "Nhận")
    begin(talk, "con", "Ghi tên cho người nhà")
    talk.text("con", "má")
    talk.press("con", HERE, "Đồng ý", "Đồng ý")
    talk.text("con", "Nguyễn Thị Sáu", "1948")
    talk.press("con", "Nữ", "Bỏ qua", "Bỏ qua", "Không đồng ý", "Không đồng ý", "Đúng hết rồi")
    said = talk.press("tu", "Cùng một người")
    assert 'con, ghi cho "má" (chưa để số điện thoại)' in said[0]
    assert 'con, ghi cho "má".' in talk.last("sau")


def test_what_was_said_to_the_newcomer_is_read_by_who_speaks_for_her(claimed: Talk) -> None:
    claimed.press("sau", "Phải")
    rights = "\n".join(
        str(row) for (row,) in claimed.sql("select rights from outbox where rights is not null")
    )
    assert str(Right.speaks_for(1)) in rights
    assert str(Right.speaks_for(2)) not in rights


# A press on an older message


def test_an_old_press_applies_to_no_later_application(claimed: Talk) -> None:
    """Its number is given once, though SQLite gives a row's number again."""
    old = {
        label: button(claimed, "tu", label)
        for label in ("Cùng một người", "Người khác", "Đã hỏi, đúng là một")
    }
    claimed.press("sau", "Phải")
    before = people(claimed)
    applies(claimed, "gian", "0909 111 222")
    assert len(people(claimed)) == 2
    for number, value in enumerate(old.values()):
        deliver(claimed, pressed("tu", value, f"old/{number}"))
    assert people(claimed) == [*before, ("+84909111222", "undisclosed")]
    assert claimed.sql("select state from membership order by id desc limit 1") == [("applied",)]
    assert claimed.sql("select known_id, agreed from application order by id desc limit 1") == [
        (None, None)
    ]


def test_an_old_no_refuses_nobody_who_applied_again(talk: Talk) -> None:
    talk.club()
    myself(talk)
    old = {label: button(talk, "tu", label) for label in ("Nhận", "Không nhận")}
    talk.press("tu", "Không nhận")
    # He applies again: the same row of the roster, another application.
    myself(talk)
    talk.press("tu", "Cùng một người")
    assert talk.sql("select count(*) from application") == [(3,)]
    assert talk.sql("select state from membership") == [("applied",)]
    deliver(talk, pressed("tu", old["Nhận"], "old yes"), pressed("tu", old["Không nhận"], "old no"))
    assert talk.sql("select state from membership") == [("applied",)]
    talk.press("tu", "Nhận")
    assert talk.sql("select state from membership") == [("active",)]


@pytest.mark.parametrize("value", ["a/approve/2", "a/refuse/2", "a/same/2/1", "a/different/2"])
def test_a_button_of_the_release_before_shows_what_waits_now(club: Talk, value: str) -> None:
    deliver(club, pressed("tu", value, "before"))
    assert people(club) == BEFORE
    assert club.sql("select state from membership") == [("active",), ("applied",)]
    assert (
        "Có phải cùng một người"
        in club.sql("select text from outbox order by id desc limit 1")[0][0]
    )
