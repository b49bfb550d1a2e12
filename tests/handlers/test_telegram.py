"""What only a messenger brings: buttons by place, blocks, cards of others, files that don't come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.channels.telegram import NAME
from bot.handlers.registry import SLASH
from bot.handlers.words import command_menu
from bot.messages import NOT_FETCHED, TOO_BIG, Address, Choice, Inbound, Incoming
from bot.speech.operators import staff_words
from bot.speech.translation import LANGUAGES
from tests.conftest import Talk
from tests.handlers.test_pipeline import with_program


class Chat:
    """Updates of one Telegram account, handled; what is queued for it."""

    def __init__(self, talk: Talk, who: str = "5") -> None:
        self.talk = talk
        self.who = who
        self._number = 0

    def send(
        self, kind: Incoming, text: str = "", *, may_fail: bool = False, **more: Any
    ) -> list[str]:
        before = self.talk.sql("select coalesce(max(id), 0) from outbox")[0][0]
        self._number += 1
        update = Inbound(
            Address(NAME, self.who),
            kind,
            text,
            update_key=f"{self.who}/{self._number}",
            name="Lan",
            **more,
        )

        async def work(program: Any) -> None:
            await program.pipeline.receive([update])
            await program.work_off()

        with_program(self.talk, work, may_fail=may_fail)
        rows = self.talk.sql("select text from outbox where id > ? order by id", before)
        return [text for (text,) in rows]

    def shown(self, label: str) -> dict[str, Any]:
        """How a button of the latest message that has it comes back."""
        import json

        for number, rows in self.talk.sql("select id, rows from outbox order by id desc"):
            choices = [Choice(*each) for row in json.loads(rows) for each in row]
            for place, choice in enumerate(choices):
                if choice.label == label:
                    return {"shown_in": number, "place": place, "mark": choice.mark}
        raise AssertionError(label)

    def press(self, label: str) -> list[str]:
        return self.send(Incoming.PRESS, **self.shown(label))


@pytest.fixture
def chat(talk: Talk) -> Chat:
    found = Chat(talk)
    found.send(Incoming.START)
    return found


def test_a_button_is_known_by_its_place(chat: Chat) -> None:
    assert "muốn hỏi gì" in chat.press("Hỏi một câu")[0]


@pytest.mark.parametrize(
    "foreign",
    [
        {"mark": "00000000"},
        {"place": 40},
        {"place": -1, "shown_in": 0, "mark": ""},
        {"shown_in": 999_999},
        {"mark": None},
    ],
)
def test_an_old_or_foreign_button_is_said_to_be_old(chat: Chat, foreign: dict[str, Any]) -> None:
    said = chat.send(Incoming.PRESS, **{**chat.shown("Hỏi một câu"), **foreign})
    assert "nút này cũ" in said[0]


def test_a_button_of_somebody_elses_message_is_foreign(chat: Chat, talk: Talk) -> None:
    other = Chat(talk, "6")
    other.send(Incoming.START)
    mine = chat.talk.sql("select min(id) from outbox where rows <> '[]'")[0][0]
    stolen = {**chat.shown("Hỏi một câu"), "shown_in": mine}
    assert "nút này cũ" in other.send(Incoming.PRESS, **stolen)[0]


def test_a_block_is_noted_in_silence_and_ended_by_the_next_message(chat: Chat) -> None:
    assert chat.send(Incoming.BLOCK) == []
    blocked = "select blocked_at is not null from account where external_id = '5'"
    assert chat.talk.sql(blocked) == [(1,)]
    assert chat.send(Incoming.UNBLOCK) == []
    assert chat.talk.sql(blocked) == [(0,)]


def test_the_card_of_another_is_not_taken(chat: Chat) -> None:
    assert "của chính" in chat.send(Incoming.CONTACT, "")[0]


def test_what_has_no_words_is_answered(chat: Chat) -> None:
    assert "gõ chữ" in chat.send(Incoming.OTHER)[0]


def test_a_file_that_did_not_come_is_told(chat: Chat) -> None:
    assert "chưa lấy được tệp" in chat.send(Incoming.FILE, NOT_FETCHED, file_name="a.csv")[0]
    assert "tệp lớn quá" in chat.send(Incoming.FILE, TOO_BIG, file_name="a.csv")[0]


def test_an_update_that_is_not_understood_is_kept_for_an_operator(chat: Chat) -> None:
    before = chat.talk.sql("select count(*) from account")
    assert "trục trặc" in chat.send(Incoming.UNREADABLE, raw={"odd": 1}, may_fail=True)[0]
    nobody = Chat(chat.talk, "")
    assert nobody.send(Incoming.UNREADABLE, raw=[1], may_fail=True) == []
    assert chat.talk.sql("select count(*) from account") == before
    assert chat.talk.sql("select error from inbox where state = 'failed'") == [
        ("NotUnderstoodError",),
        ("NotUnderstoodError",),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_the_menu_is_understood(chat: Chat, language: str) -> None:
    menu = command_menu(staff_words(language))
    assert len(menu) == len(SLASH)
    for command, words in menu:
        assert words
        said = chat.send(Incoming.TEXT, f"/{command}")
        assert said
        assert not any("chưa hiểu" in each for each in said), command


def test_ones_own_number_is_shared_with_a_press(talk: Talk) -> None:
    talk.club()
    lan = Chat(talk)
    lan.send(Incoming.START, talk.join_code())
    for label in ("Ghi tên cho tôi", "Đồng ý", "Đồng ý"):
        lan.press(label)
    lan.send(Incoming.TEXT, "Nguyễn Thị Sáu")
    lan.send(Incoming.TEXT, "1948")
    lan.press("Nữ")
    lan.send(Incoming.TEXT, "tổ 3, ấp Hải Lạc")
    offered = lan.shown("Gửi số điện thoại của tôi")
    # Typed instead of pressed the label is no number, and nothing breaks.
    assert lan.send(Incoming.TEXT, "Gửi số điện thoại của tôi")
    assert offered
    lan.send(Incoming.CONTACT, "+84912345678")
    state = talk.sql("select state from conversation where open")[0][0]
    assert "+84912345678" in state


def test_a_relatives_number_is_never_taken_from_the_phone(talk: Talk) -> None:
    talk.club()
    lan = Chat(talk)
    lan.send(Incoming.START, talk.join_code())
    lan.press("Ghi tên cho người nhà")
    labels = "".join(str(rows) for (rows,) in talk.sql("select rows from outbox"))
    assert "Gửi số điện thoại của tôi" not in labels


def test_a_mark_tells_choices_apart() -> None:
    choice = Choice("Có", "a/1")
    assert len(choice.mark) == 8
    assert choice.mark != replace(choice, value="a/2").mark != replace(choice, label="Ừ").mark
