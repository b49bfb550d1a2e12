"""Events and reminders: who is told what, when, once, and what becomes of the answer."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.events import KINDS
from bot.speech.translation import Speaker, say
from tests.conftest import Talk
from tests.handlers.test_registration import HERE, myself

CLUB = "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc"


@pytest.fixture
def club(talk: Talk) -> Talk:
    """A club with a member on an own phone."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    return talk


def screen(talk: Talk, *labels: str) -> list[str]:
    talk.text("tu", "menu")
    return talk.press("tu", CLUB, *labels)


def set_event(talk: Talk, kind: str, words: str, *answers: str) -> None:
    screen(talk, "Lịch sinh hoạt", kind)
    talk.text("tu", words)
    talk.press("tu", "Đúng rồi")
    for answer in answers:
        if answer in talk.buttons("tu"):
            talk.press("tu", answer)
        else:
            talk.text("tu", answer)
    talk.press("tu", "Đúng hết rồi")
    assert not talk.errors, talk.errors


def reminders(lines: list[dict[str, Any]], who: str = "sau") -> list[str]:
    return [line["at"][:16] for line in lines if line["to"] == who and line["kind"] == "reminder"]


def test_a_monthly_meeting_is_reminded_of_month_after_month(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "sáng thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    assert "05/12/2026" in club.last("tu")
    heard = club.at("2027-02-10T08:00:00")
    assert reminders(heard) == [
        "2026-12-02T08:00",
        "2026-12-04T17:00",
        "2026-12-30T08:00",
        "2027-01-01T17:00",
        "2027-02-03T08:00",
        "2027-02-05T17:00",
    ]


def test_a_reminder_says_what_when_where_and_asks(club: Talk) -> None:
    set_event(club, "Đặt lịch khám sức khỏe", "7 giờ rưỡi sáng 20/12/2026, trạm y tế",
              "sổ khám bệnh", "Chưa rõ")  # fmt: skip
    heard = club.at("2026-12-13T08:00:00")
    text = heard[-1]["text"]
    assert "nhắc bà" in text
    assert "7 giờ 30 sáng Chủ nhật, 20/12/2026" in text
    assert "trạm y tế" in text
    assert "Nhớ mang sổ khám bệnh" in text
    assert text.endswith("Bà đi được không ạ?")
    assert club.buttons("sau") == ["Đi được", "Không đi được", "Chưa biết"]
    said = club.text("sau", "da di duoc")
    assert said == [
        "Dạ, con ghi rồi: bà đi được buổi 7 giờ 30 sáng Chủ nhật, 20/12/2026. Có thay đổi bà cứ nhắn ạ."
    ]
    assert club.sql("select answer from attendance") == [("yes",)]


def test_the_latest_answer_stands_and_the_other_phone_hears_of_it(club: Talk) -> None:
    club.play([{"from": "con", "start": club.join_code()}])
    club.press("con", "Ghi tên cho người nhà")
    club.text("con", "má")
    club.press("con", HERE, "Đồng ý", "Đồng ý")
    club.text("con", "Nguyễn Thị Sáu", "1948")
    club.press("con", "Nữ")
    club.text("con", "tổ 3", "0912345678")
    club.press("con", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    club.press("tu", "Cùng một người")
    club.press("sau", "Phải")
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.at("2026-12-17T09:00:00")
    club.press("sau", "Đi được")
    heard = club.play([{"from": "con", "press": "Không đi được"}])
    assert any(line["to"] == "sau" and "không đi được" in line["text"] for line in heard)
    assert club.sql("select answer from attendance") == [("no",)]


def test_a_moved_event_tells_those_who_knew(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.at("2026-12-18T09:00:00")
    screen(club, "Lịch sinh hoạt", "sinh hoạt, 8 giờ sáng Chủ nhật, 20/12/2026", "Dời ngày")
    club.text("tu", "27/12/2026")
    club.press("tu", "Đúng rồi")
    club.text("tu", "8 giờ sáng")
    heard = club.play([{"from": "tu", "press": "Bỏ qua"}, {"from": "tu", "press": "Đúng hết rồi"}])
    moved = [line for line in heard if line["to"] == "sau"]
    assert len(moved) == 1
    assert "không còn lúc 8 giờ sáng Chủ nhật, 20/12/2026" in moved[0]["text"]
    assert "dời qua 8 giờ sáng Chủ nhật, 27/12/2026" in moved[0]["text"]
    assert "Báo cho: 1 người ngay bây giờ" in club.last("tu")
    later = club.at("2026-12-28T08:00:00")
    assert reminders(later) == ["2026-12-24T08:00", "2026-12-26T17:00"]


def test_a_cancelled_event_is_told_to_those_who_heard_of_it_only(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    screen(
        club,
        "Lịch sinh hoạt",
        "sinh hoạt, 8 giờ sáng Chủ nhật, 20/12/2026",
        "Hủy buổi này",
    )
    heard = club.play([{"from": "tu", "press": "Hủy"}])
    assert [line for line in heard if line["to"] == "sau"] == []
    assert reminders(club.at("2026-12-21T08:00:00")) == []
    assert club.sql("select state from occurrence") == [("cancelled",)]


def test_a_cancellation_at_night_waits_for_the_morning(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "14 giờ 20/12/2026, nhà văn hóa")
    club.at("2026-12-19T22:30:00")
    screen(
        club,
        "Lịch sinh hoạt",
        "sinh hoạt, 2 giờ chiều Chủ nhật, 20/12/2026",
        "Hủy buổi này",
    )
    assert [
        line for line in club.play([{"from": "tu", "press": "Hủy"}]) if line["to"] == "sau"
    ] == []
    heard = club.at("2026-12-20T08:00:00")
    assert [line["at"][:16] for line in heard if line["to"] == "sau"] == ["2026-12-20T07:00"]
    assert "đã hủy" in heard[-1]["text"]


def test_after_two_days_of_silence_only_what_is_worth_it_goes_out(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    # The machine was off from the 16th to the 19th, 18:00: the clock jumps over both reminders.
    from datetime import datetime

    from bot.app import Program
    from bot.clock import VirtualClock
    from tests.handlers.test_pipeline import with_program

    async def work(program: Program) -> None:
        assert isinstance(program.database.clock, VirtualClock)
        program.database.clock.move_to(datetime.fromisoformat("2026-12-19T18:00:00+07:00"))
        await program.settle()
        await program.settle()

    sent = with_program(club, work)
    assert reminders(sent) == ["2026-12-19T18:00"]


def test_what_is_past_is_not_sent(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    from datetime import datetime

    from bot.app import Program
    from bot.clock import VirtualClock
    from tests.handlers.test_pipeline import with_program

    async def work(program: Program) -> None:
        assert isinstance(program.database.clock, VirtualClock)
        program.database.clock.move_to(datetime.fromisoformat("2026-12-20T09:00:00+07:00"))
        await program.settle()

    assert reminders(with_program(club, work)) == []
    assert club.sql("select state from occurrence") == [("held",)]


def test_who_blocked_the_bot_stands_on_the_call_list(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.play([{"from": "sau", "block": True}])
    club.at("2026-12-17T09:00:00")
    said = screen(club, "Gọi điện báo (1)")
    assert "Nguyễn Thị Sáu (1948), 0912 345 678" in said[-2]
    club.press("tu", "Đã báo Nguyễn Thị Sáu", "Đi được")
    assert club.sql("select answer from attendance") == [("yes",)]
    assert club.sql("select state from notice") == [("called",)]


def test_who_unblocks_is_told_again(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.play([{"from": "sau", "block": True}])
    club.at("2026-12-17T09:00:00")
    club.play([{"from": "sau", "block": False}])
    assert reminders(club.at("2026-12-20T07:00:00")) == ["2026-12-19T17:00"]


def test_who_stopped_the_messages_gets_none(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.text("sau", "đừng nhắn nữa")
    club.press("sau", "Thôi nhắc")
    assert reminders(club.at("2026-12-20T07:00:00")) == []
    assert {state for (state,) in club.sql("select state from notice")} == {"not_sent"}
    club.text("sau", "nhắc lại cho tôi")
    assert club.sql("select muted_at from account where external_id = 'sau'") == [(None,)]


def test_a_class_with_few_places_fills_up(club: Talk) -> None:
    myself(club, "bay", "Trần Thị Bảy", "1950")
    club.press("tu", "Nhận")
    set_event(club, "Đặt lịch tập huấn", "8 giờ sáng 20/12/2026, hội trường", "1")
    club.at("2026-12-13T09:00:00")
    club.press("sau", "Đi được")
    said = club.press("bay", "Đi được")
    assert "hết chỗ" in said[0]
    assert club.sql("select count(*) from attendance where answer = 'yes'") == [(1,)]


def test_a_day_that_is_past_is_no_day_for_an_event(club: Talk) -> None:
    screen(club, "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    said = club.text("tu", "8 giờ sáng 20/11/2026 nhà văn hóa")
    assert "qua rồi" in said[0]


def test_an_answer_after_the_event_is_told_so(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.at("2026-12-20T10:00:00")
    said = club.press("sau", "Đi được")
    assert "qua rồi" in said[0]


def test_a_word_of_command_that_begins_a_button_is_that_button(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.text("tu", "lich sinh hoat")
    club.press("tu", "sinh hoạt, 8 giờ sáng Chủ nhật, 20/12/2026")
    said = club.text("tu", "huy")
    assert "nhắc lịch" not in said[-1]
    assert club.sql("select count(*) from account where muted_at is not null") == [(0,)]
    assert "hủy" in said[-1].lower()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("lich sinh hoat", "Lịch" ), ("doi buoi hop sang 9h", "Lịch"),
     ("danh sach goi dien", "phải gọi"), ("mã tham gia", "tham gia"),
     ("moi co Lan cung lam", "cùng tổ chức")],
)  # fmt: skip
def test_an_organiser_asks_for_a_screen_in_his_own_words(
    club: Talk, typed: str, shown: str
) -> None:
    said = club.text("tu", typed)
    assert shown.lower() in said[-1].lower()
    assert "dám nói bừa" not in said[-1]


def test_a_fault_at_one_event_holds_up_no_other(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    set_event(club, "Đặt lịch khám sức khỏe", "7 giờ rưỡi sáng 21/12/2026, trạm y tế",
              "sổ khám bệnh", "Chưa rõ")  # fmt: skip
    club.sql_write("update event set recurrence = '{}' where kind = 'meeting'")
    heard = club.at("2026-12-21T08:00:00")
    told = [line["text"] for line in heard if line["to"] == "sau"]
    assert len(told) == 2
    assert all("khám sức khỏe" in text for text in told)


def test_what_it_is_and_when_sets_an_event(club: Talk) -> None:
    said = club.text("tu", "thứ sáu này khám sức khỏe")
    assert said[0] == "Dạ, em đặt lịch khám sức khỏe ạ."
    assert "04/12/2026, đúng không" in said[1]
    club.press("tu", "Đúng rồi")
    club.text("tu", "7 giờ", "trạm y tế", "sổ khám bệnh")
    club.press("tu", "Chưa rõ", "Đúng hết rồi")
    assert club.sql("select kind, hour, place from event") == [
        ("health_check", "07:00", "trạm y tế")
    ]
    # What is planned already may be meant to move.
    said = club.text("tu", "thứ bảy này khám sức khỏe")
    assert club.sql("select count(*) from event") == [(1,)]
    assert "đặt lịch khám sức khỏe ạ" not in said[0]


def test_the_screen_of_events_has_a_button_a_kind(club: Talk) -> None:
    screen(club, "Lịch sinh hoạt")
    vietnamese = Speaker("vi", "", "")
    kinds = [vietnamese.text(say(f"events.new_{kind}")) for kind in KINDS]
    assert kinds[:3] == ["Đặt lịch sinh hoạt", "Đặt lịch khám sức khỏe", "Đặt lịch tập huấn"]
    assert club.buttons("tu") == [*kinds, "Quay lại"]


def test_when_a_kind_is_asked_for_the_others_are_no_answer(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.at("2026-12-19T17:00:00")
    said = club.text("sau", "bao giờ khám vậy con")
    assert said[0] == "Dạ, câu lạc bộ chưa đặt lịch khám sức khỏe ạ."
    assert "sinh hoạt" in said[1]
    assert "sinh hoạt" in club.text("sau", "mấy giờ vậy con")[0]


def test_who_goes_to_the_doctor_does_not_come_to_the_meeting(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.at("2026-12-19T17:00:00")
    club.text("sau", "bà đi khám")
    assert club.sql("select answer from attendance") == []
    club.text("sau", "bà đi sinh hoạt")
    assert club.sql("select answer from attendance") == [("yes",)]


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("nhắn cho mọi người sáng mai 8h khám mắt", None),
        ("bao ba con sang mai 7g kham suc khoe o nha van hoa", "tại nha van hoa"),
        ("thông báo 7h sáng chủ nhật khám bệnh tại trạm", "tại trạm"),
    ],
)
def test_the_words_that_have_it_told_are_no_place(club: Talk, said: str, where: str | None) -> None:
    understood = club.text("tu", said)[-1]
    assert "8 giờ sáng" in understood or "7 giờ sáng" in understood
    assert ("tại" in understood) == (where is not None)
    assert where is None or where in understood


@pytest.mark.parametrize(
    ("said", "bring", "fasting"),
    [
        (
            "đặt lịch khám 7h sáng 20/12 tại trạm y tế, nhớ nhịn ăn sáng, mang theo BHYT",
            "BHYT",
            "yes",
        ),
        ("dat lich kham 7h sang 20/12 tai tram y te nho mang so kham benh", "so kham benh", "no"),
        ("đặt lịch sinh hoạt 7h sáng 20/12, trạm y tế, mang theo ghế nhỏ", "ghế nhỏ", None),
    ],
)
def test_what_people_are_to_bring_is_no_part_of_the_place(
    club: Talk, said: str, bring: str, fasting: str | None
) -> None:
    understood = club.text("tu", said)[-1]
    assert f"mang theo {bring}" in understood
    club.press("tu", "Đúng rồi")
    if "Không cần nhịn" in club.buttons("tu"):
        club.press("tu", "Không cần nhịn")
    club.press("tu", "Đúng hết rồi")
    assert not club.errors, club.errors
    ((place, kept, fast),) = club.sql("select place, bring, fasting from event")
    assert (place, kept, fast) in [
        ("trạm y tế", bring, fasting),
        ("tram y te", bring, fasting),
    ]
    assert f"Nhớ mang {bring}" in club.at("2026-12-19T18:00:00")[-1]["text"]


def test_what_an_event_has_no_place_for_is_said_back(club: Talk) -> None:
    said = "đặt lịch sinh hoạt 8h sáng 20/12 tại nhà văn hóa, nhắc bà con mặc áo dài"
    assert '"nhắc bà con mặc áo dài" thì em không ghi vào lịch được' in club.text("tu", said)[-1]


def test_words_of_calling_off_alone_ask_which_event(club: Talk) -> None:
    assert "chưa có buổi nào sắp tới để hủy" in club.text("tu", "hủy đi")[0]
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    assert club.text("tu", "huy di") == ["Dạ, anh/chị muốn hủy buổi nào ạ?"]
    assert "chắc muốn hủy buổi sinh hoạt" in club.text("tu", "1")[0]
    club.press("tu", "Hủy")
    assert club.sql("select state from occurrence") == [("cancelled",)]


@pytest.mark.parametrize(
    "typed", ["thôi khỏi hủy", "dung huy", "hủy làm gì", "ai biểu hủy", "hủy hả"]
)
def test_an_event_that_is_not_to_be_called_off_stays(club: Talk, typed: str) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.text("tu", "hủy buổi họp chủ nhật", typed)
    assert club.sql("select state from occurrence") == [("planned",)]


def test_an_event_is_called_off_in_words(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.text("tu", "hủy buổi họp chủ nhật", "ừ hủy luôn")
    assert club.sql("select state from occurrence") == [("cancelled",)]


def test_an_event_is_called_off_in_the_middle_of_another_form(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    screen(club, "Lịch sinh hoạt", "Đặt lịch tập huấn")
    assert "chắc muốn hủy buổi sinh hoạt" in club.text("tu", "hủy buổi họp chủ nhật")[0]
    assert "Ghi tiếp chỗ đang dở" in club.buttons("tu")
    club.press("tu", "Hủy")
    assert club.sql("select state from occurrence") == [("cancelled",)]
    assert "tập huấn khi nào" in club.text("tu", "tiếp tục")[-1]


def test_the_sunday_after_is_not_the_one_that_is_moved(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 06/12/2026, nhà văn hóa")
    said = club.text("tu", "dời buổi chủ nhật này qua chủ nhật sau")
    assert "Chủ nhật, 13/12/2026" in said[-1]


def test_words_that_set_an_event_change_the_one_that_is_half_set(club: Talk) -> None:
    club.text("tu", "mai 8h sáng họp ở nhà văn hóa nghe")
    club.text("tu", "dừng")
    said = club.text("tu", "từ nay họp ngày 20 hằng tháng")
    assert said[-1].startswith("Dạ, ngày 20 hằng tháng, 8 giờ sáng, tại nhà văn hóa (lần tới:")
