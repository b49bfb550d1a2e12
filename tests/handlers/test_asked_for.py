"""Conversations that are begun by words of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversations.asked_for import CONVERSATIONS
from bot.conversations.asking import Conversation, of_own_club
from bot.conversations.effects import HandOver
from bot.conversations.engine import Answers, BrokenFlowError, Flow, Session, Step
from bot.conversations.engine.kinds import AddressKind
from bot.conversations.guards import belongs
from bot.conversations.turn import Turn
from bot.handlers.registry import FLOWS
from bot.intents.words import WordClaimedTwiceError, check_free, is_whole
from bot.speech.translation import say
from tests.conftest import Talk
from tests.handlers.test_attendance import relative


@pytest.mark.parametrize("typed", ["đổi cách xưng hô", "dạ doi cach xung ho", "form of address"])
def test_whoever_likes_chooses_how_he_is_addressed(talk: Talk, typed: str) -> None:
    talk.text("sau", "chào", typed)
    talk.press("sau", "bà")
    assert talk.sql("select form_of_address from account") == [("bà",)]


def test_words_with_other_accents_begin_nothing() -> None:
    address = next(each for each in CONVERSATIONS if each.flow.key == "address")
    assert is_whole("đổi cách xưng hô", address.forms)
    assert not is_whole("đội cách xưng hô", address.forms)
    assert not is_whole("đổi cách xưng hô cho bà ngoại", address.forms)


@pytest.mark.parametrize(
    "typed",
    [
        "tui muốn đề nghị một việc", "tôi muốn đề nghị 1 việc", "mình muốn đề nghị 1 việc",
        "tui muon de nghi 1 viec", "Dạ tôi muốn đề nghị một việc ạ", "toi muon de nghi mot viec nha",
    ],
)  # fmt: skip
def test_one_spelling_is_heard_as_the_others(typed: str) -> None:
    assert is_whole(typed, ["tôi muốn đề nghị một việc"])


@pytest.mark.parametrize(
    "typed", ["bà muốn đề nghị một việc", "tôi muốn đề nghị hai việc", "tôi muốn đề nghị mốt việc"]
)
def test_another_word_is_another_wish(typed: str) -> None:
    assert not is_whole(typed, ["tôi muốn đề nghị một việc"])


@pytest.mark.parametrize("typed", ["gan nha tui co clb nao ko", "xã mình có câu lạc bộ chưa"])
def test_a_club_is_looked_for_in_any_spelling(talk: Talk, typed: str) -> None:
    talk.text("la", typed)
    assert talk.sql("select flow from conversation where state like '%find_club%'")


def test_words_of_command_begin_no_conversation() -> None:
    with pytest.raises(WordClaimedTwiceError, match="help and choir"):
        check_free("choir", ["hát", "hướng dẫn"])


@pytest.mark.parametrize(
    ("typed", "form"),
    [("chị", "chị"), ("kêu chị đi", "chị"), ("cứ gọi tui là bác Tư nha con", "bác"), ("5", "chú")],
)
def test_the_form_that_is_said_holds(talk: Talk, typed: str, form: str) -> None:
    talk.text("la", "đổi cách xưng hô")
    assert f"gọi là {form} ạ" in talk.text("la", typed)[0]


@pytest.mark.parametrize(
    "typed", ["bà ngoại em không biết chữ", "xã đồng ý rồi nha con, bữa thứ 5 tuần trước"]
)
def test_who_is_only_spoken_of_is_no_form(talk: Talk, typed: str) -> None:
    talk.text("la", "đổi cách xưng hô")
    talk.text("la", typed)
    assert talk.sql("select form_of_address from account") == [(None,)]


def _hand_over(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(HandOver(say("take_out.told", words=answers["place"]), int(session.args["club"])))


OF_MEMBERS = Flow(
    key="find_club",
    args={"club": int},
    finish=_hand_over,
    allowed=belongs,
    review=False,
    resume=False,
    steps=(Step("place", AddressKind(shortest=2, longest=150), shown_in_review=False),),
)
"""A conversation of members, in the words of one that there is."""


@pytest.fixture
def of_members(monkeypatch: pytest.MonkeyPatch) -> None:
    others = (each for each in FLOWS if each.key != OF_MEMBERS.key)
    monkeypatch.setattr("bot.app.FLOWS", (*others, OF_MEMBERS))
    asked_for = (Conversation(OF_MEMBERS, begins=of_own_club),)
    monkeypatch.setattr("bot.handlers.talk.screens.CONVERSATIONS", asked_for)


def test_those_in_charge_read_it_in_their_own_language(of_members: None, club: Talk) -> None:
    club.text("tu", "English")
    club.text("sau", "tìm câu lạc bộ", "ấp Hải Lạc")
    assert "Asks to be taken out of what others noted: ấp Hải Lạc" in club.last("tu")
    club.press("tu", "Answer")
    club.text("tu", "We took your name out.")
    assert "Xin bỏ tên" in club.last("sau")


@pytest.mark.parametrize("state", ["left", "moved", "suspended", "applied"])
def test_who_belongs_no_longer_ends_no_conversation_of_members(
    of_members: None, club: Talk, state: str
) -> None:
    club.text("sau", "tìm câu lạc bộ")
    club.sql("update membership set state = ?", state)
    assert "không còn làm được nữa" in club.text("sau", "ấp Hải Lạc")[0]
    assert club.sql("select count(*) from enquiry") == [(0,)]


def test_who_belongs_nowhere_begins_none(of_members: None, club: Talk) -> None:
    club.text("la", "tìm câu lạc bộ", "ấp Hải Lạc")
    assert club.sql("select count(*) from enquiry") == [(0,)]


def test_a_conversation_for_some_is_refused_without_its_guard() -> None:
    with pytest.raises(BrokenFlowError, match="find_club"):
        Conversation(replace(OF_MEMBERS, allowed=None), begins=of_own_club)


def test_who_is_heard_to_be_no_elder_is_not_called_one(club: Talk) -> None:
    assert "Bác muốn làm gì" in club.text("hoa", "chào con")[-1]
    assert "anh/chị muốn" in club.text("hoa", "em muốn đăng ký cho bà nội")[-1]
    assert "Anh/chị muốn làm gì" in club.text("hoa", "chào con")[-1]
    club.text("hoa", "em 16 tuổi")
    assert "Em muốn làm gì" in club.text("hoa", "chào")[-1]
    club.text("hoa", "gọi tôi là chị")
    assert "Chị muốn làm gì" in club.text("hoa", "chào em")[-1]


def test_what_is_known_of_who_writes_stands_above_what_is_heard(club: Talk) -> None:
    club.text("sau", "bà nội em bệnh")
    assert club.sql("select form_heard from account where external_id = 'sau'") == [(None,)]
    club.text("tu", "em muốn hỏi chuyện này")
    assert club.sql("select form_heard from account where external_id = 'tu'") == [(None,)]


def test_staff_and_helpers_are_asked_once_how_they_are_to_be_called(talk: Talk) -> None:
    talk.organiser("tu")
    assert talk.buttons("tu")[-1] == "Đổi cách xưng hô"
    talk.club()
    relative(talk, "bà nội", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    assert talk.buttons("hanh") == ["Đổi cách xưng hô"]
    relative(talk, "ông nội", "Ông đây", "Trần Văn Tư", "1945", "Nam")
    assert "Đổi cách xưng hô" not in talk.buttons("hanh")
