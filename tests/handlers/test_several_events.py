"""Two reminders wait at once: answered by name, by day, together, or one after the other."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself

ANSWERS = """
    select event.kind, coalesce(speaks_for.called, 'self'), attendance.answer from attendance
    join occurrence on occurrence.id = attendance.occurrence_id
    join event on event.id = occurrence.event_id
    join speaks_for on speaks_for.person_id = attendance.person_id order by 1, 2
"""


def remind(talk: Talk) -> Talk:
    """A meeting on Sunday the 20th and a health check on Tuesday the 22nd; both were told of."""
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    set_event(
        talk,
        "Đặt lịch khám sức khỏe",
        "7 giờ rưỡi sáng 22/12/2026, trạm y tế",
        "sổ khám bệnh",
        "Chưa rõ",
    )
    talk.at("2026-12-19T12:00:00")
    return talk


@pytest.fixture
def alone(talk: Talk) -> Talk:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    return remind(talk)


@pytest.fixture
def couple(talk: Talk) -> Talk:
    talk.club()
    relative(talk, "bà ngoại", "Bà đây", "Nguyễn Thị Sáu", "1948", "Nữ")
    relative(talk, "ông ngoại", "Ông đây", "Trần Văn Sáu", "1945", "Nam")
    return remind(talk)


def answers(talk: Talk) -> dict[tuple[str, str], str]:
    return {(kind[:6], called): answer for kind, called, answer in talk.sql(ANSWERS)}


@pytest.mark.parametrize(
    ("typed", "meeting", "check"),
    [
        ("họp thì đi, khám thì không", "yes", "no"),
        ("hop di duoc con kham ban roi", "yes", "no"),
        ("không đi khám nhưng có đi họp", "yes", "no"),
        ("sinh hoạt thì bà đi còn khám sức khỏe hông đi nghen", "yes", "no"),
        ("chủ nhật không được, thứ ba đi", "no", "yes"),
        ("20 đi, 22 không đi", "yes", "no"),
        ("cả hai đều đi", "yes", "yes"),
        ("ca hai bua deu ban het", "no", "no"),
        ("hai buổi tui đi hết", "yes", "yes"),
    ],
)
def test_each_is_answered_by_what_it_is_called(
    alone: Talk, typed: str, meeting: str, check: str
) -> None:
    said = alone.text("sau", typed)
    assert answers(alone) == {("meetin", "self"): meeting, ("health", "self"): check}
    assert len([text for text in said if text.startswith("Dạ, con ghi")]) == 2


def test_one_that_is_named_leaves_the_other_open(alone: Talk) -> None:
    alone.text("sau", "họp thì tui đi được")
    assert answers(alone) == {("meetin", "self"): "yes"}


@pytest.mark.parametrize("typed", ["đi được", "da di", "ban roi con"])
def test_a_bare_answer_is_for_the_last_one_and_the_other_is_asked_in_its_turn(
    alone: Talk, typed: str
) -> None:
    said = alone.text("sau", typed)
    assert len(answers(alone)) == 1
    assert said[-1].startswith("Dạ, còn buổi")
    alone.text("sau", "đi")
    assert set(answers(alone)) == {("meetin", "self"), ("health", "self")}


def test_several_people_and_several_events(couple: Talk) -> None:
    couple.text("hanh", "họp bà ngoại đi, ông ngoại không; khám cả hai đi")
    assert answers(couple) == {
        ("meetin", "bà ngoại"): "yes", ("meetin", "ông ngoại"): "no",
        ("health", "bà ngoại"): "yes", ("health", "ông ngoại"): "yes",
    }  # fmt: skip


def test_of_two_people_both_are_the_people(couple: Talk) -> None:
    couple.text("hanh", "cả hai đi được")
    assert len(answers(couple)) == 2
    assert len({kind for kind, _ in answers(couple)}) == 1
