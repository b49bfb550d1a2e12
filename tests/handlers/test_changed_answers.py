"""What was answered to a reminder is put right later, in whatever words: "có thay đổi bà cứ nhắn ạ"."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import begin, myself


@pytest.fixture
def coming(talk: Talk) -> Talk:
    """sau said that she comes to a meeting on the 20th, and something else after it."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.at("2026-12-18T09:00:00")
    talk.text("sau", "bà tới họp", "cảm ơn con")
    assert answers(talk) == ["yes"]
    return talk


def answers(talk: Talk) -> list[str]:
    return [answer for (answer,) in talk.sql("select answer from attendance order by person_id")]


@pytest.mark.parametrize(
    "typed",
    [
        "con ơi xin lỗi bà không tới được",
        "sorry con bà không đi họp được",
        "sorry, I can't come",
        "I can't come after all",
        "xin lỗi con, bà không đi được",
        "hôm bữa nói đi mà giờ kẹt rồi",
        "chac ba khong di duoc dau con oi",
        "con ghi lại giùm, bà nghỉ bữa đó",
        "à mà mưa lớn quá chắc bà ở nhà",
        "nước lên rồi, thôi tui ở nhà",
    ],
)
def test_a_yes_is_taken_back(coming: Talk, typed: str) -> None:
    assert coming.text("sau", typed)[0].startswith("Dạ, con ghi rồi: bà không đi được buổi")
    assert answers(coming) == ["no"]


@pytest.mark.parametrize(
    "typed",
    [
        "đổi lại là bà đi nha",
        "thôi bà đi được rồi, hết bệnh rồi",
        "noi choi thoi, con cu ghi ba di nha",
    ],
)
def test_and_given_again(coming: Talk, typed: str) -> None:
    coming.text("sau", "con ơi xin lỗi bà không tới được", "cảm ơn con")
    assert coming.text("sau", typed)[-1].startswith("Dạ, con ghi rồi: bà đi được")
    assert answers(coming) == ["yes"]


def test_who_is_ill_is_wished_well_besides(coming: Talk) -> None:
    said = coming.text("sau", "ba bi dau chan k di dc nua roi")
    assert said[0].startswith("Dạ, con ghi rồi: bà không đi được")
    assert "ráng nghỉ ngơi" in said[1]


@pytest.mark.parametrize(
    "typed",
    [
        "bà đi chợ rồi",
        "bà mới đi viện về",
        "ai chở bà đi được",
        "bà không đi được xa, nhà ở ngoài quê",
        "hôm kia bà đi Sài Gòn",
        "thôi không đi nữa, xin ra khỏi câu lạc bộ",
        "hôm đó có đo huyết áp không con",
        "mai bà không đi khám được",
        "hôm nay tui ở nhà coi tivi",
        "ghi tên cho bà Tư đi con",
    ],
)
def test_what_is_of_something_else_changes_nothing(coming: Talk, typed: str) -> None:
    coming.text("sau", typed)
    assert answers(coming) == ["yes"]


def test_of_two_on_one_phone_it_is_asked_who(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    begin(talk, "sau", "Ghi tên cho người nhà")
    talk.text("sau", "ông nhà tôi")
    talk.press("sau", "Ông đây", "Đồng ý", "Đồng ý")
    talk.text("sau", "Trần Văn Tư", "1945")
    talk.press("sau", "Nam")
    talk.text("sau", "cùng chỗ", "không có")
    talk.press("sau", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.at("2026-12-18T09:00:00")
    talk.text("sau", "cả hai đi", "cảm ơn con")
    assert answers(talk) == ["yes", "yes"]
    talk.text("sau", "xin lỗi con, kẹt đột xuất không tới được")
    assert answers(talk) == ["yes", "yes"]
    assert talk.buttons("sau") == ["Bà", "Ông nhà"]


@pytest.mark.parametrize("typed", ["chân đau quá đi hổng nổi", "ba met qua khong di noi con oi"])
def test_who_is_too_weak_doesnt_come_and_is_wished_well(talk: Talk, typed: str) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.at("2026-12-18T09:00:00")
    said = talk.text("sau", typed)
    assert answers(talk) == ["no"]
    assert any("ráng nghỉ ngơi" in text for text in said) or "không đi được" in said[0]
