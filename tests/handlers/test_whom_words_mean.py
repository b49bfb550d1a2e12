"""Whom words mean: the club's list and not the writer's family, a neighbour and not oneself."""

from __future__ import annotations

import pytest

from bot.intents.named import read_named
from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_registration import myself


@pytest.mark.parametrize(
    "typed",
    ["them mot nguoi nua", "ghi vo", "con 3 nguoi nua moi du 50", "co bao nhieu nguoi roi"],
)  # fmt: skip
def test_an_organiser_means_his_clubs_list(club: Talk, typed: str) -> None:
    club.text("tu", typed)
    assert "Ghi một người" in club.buttons("tu")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("ghi thêm bác Bảy", "Bảy"), ("them ba Nguyen Thi Nam nha ke ben vo danh sach", "Nguyễn Thị Năm")],
)  # fmt: skip
def test_whom_an_organiser_names_is_written_down_by_that_name(
    club: Talk, typed: str, name: str
) -> None:
    assert club.text("tu", typed) == [f"Dạ, {name}, đúng không ạ?"]
    club.text("tu", "dừng")
    assert club.text("tu", "ghi thêm ông Trần Văn Sửu") == ["Dạ, Trần Văn Sửu, đúng không ạ?"]


@pytest.mark.parametrize("typed", ["ghi tên cho má tôi", "đăng ký cho vợ tui"])
def test_an_organisers_own_family_is_registered_as_family(club: Talk, typed: str) -> None:
    assert "đưa máy cho" in club.text("tu", typed)[0]


@pytest.mark.parametrize("who", ["sau", "hanh"])
def test_a_neighbour_whom_nobody_here_speaks_for_is_not_taken_for_ones_own(
    club: Talk, who: str
) -> None:
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    said = club.text(who, "xoa ten ong ba kieng")
    assert "không ghi ai là ba kieng" in said[0]
    assert not any("Họ và tên" in text for text in said)
    said = club.press(who, "Nhắn giúp tôi")
    assert "xoa ten ong ba kieng" in club.last("tu")


def test_ones_own_and_ones_relatives_are_still_found(club: Talk) -> None:
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    assert "sinh năm nào" in club.text("hanh", "sửa năm sinh của bà ngoại")[0]
    club.text("hanh", "dừng")
    assert "sinh năm nào" in club.text("sau", "sửa năm sinh của bà Sáu")[0]


def test_the_registration_of_one_is_told_of_her_alone(club: Talk) -> None:
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    relative(club, "ông ngoại", "Ông đây", "Trần Văn Tư", "1945", "Nam")
    (said,) = club.text("hanh", "đăng ký của bà ngoại tôi sao rồi")
    assert said.startswith("Dạ, bà ngoại ở CLB")
    assert "ông ngoại" not in said


def test_who_organises_writes_of_a_members_death_and_not_of_his_own(club: Talk) -> None:
    myself(club, "tu", "Nguyễn Văn Tư", "1964")
    if "Người khác" in club.buttons("tu"):
        club.press("tu", "Người khác")
    club.press("tu", "Nhận")
    said = club.text("tu", "bà Sáu mất hôm qua")
    assert "Nguyễn Thị Sáu" in said[-1]


def test_an_event_that_is_named_and_not_set_calls_off_no_other(club: Talk) -> None:
    said = club.text("tu", "hủy buổi tập huấn")
    assert "chưa đặt lịch tập huấn" in said[0]


def test_a_complaint_in_its_own_question_is_no_news_of_a_cheat(club: Talk) -> None:
    club.text("sau", "thông tin của tôi")
    club.press("sau", "Việc khác", "Khiếu nại")
    said = club.text("sau", "tên tôi bị đọc trên loa")
    assert not any("chuyển tiền" in text for text in said)
    assert club.sql("select count(*) from data_request where kind = 'complain'") == [(1,)]


def test_a_cards_number_in_words_is_a_secret_at_a_question_for_a_number(club: Talk) -> None:
    said = club.text(
        "sau",
        "số thẻ ngân hàng tui đọc nè chín bảy không bốn ba sáu một hai ba bốn năm sáu bảy tám",
    )
    assert "đừng gửi cho ai" in said[0]


def test_everyday_words_without_accents_name_nobody(club: Talk) -> None:
    """ "cau lac bo" is no cậu Lạc, "di hop" no dì Họp."""
    assert "muốn thôi tham gia CLB" in club.text("sau", "cho tui nghi cau lac bo luon")[0]
    assert club.text("sau", "không")[0] == "Dạ, con giữ nguyên như cũ ạ."
    for text in (
        "toi muon nghi clb, di hop hoai met qua", "bác sĩ dặn ở nhà", "anh em trong ap",
        "sua nam sinh bac lai 1947", "doi dia chi ba lai to 5", "bac 80 tuoi roi",
    ):  # fmt: skip
        assert read_named(text) == (), text
    assert [each.words for each in read_named("di Hop voi bác Sĩ")] == [("hop",), ("si",)]


def test_a_no_or_a_change_of_mind_is_no_name(club: Talk) -> None:
    for typed in ("thoi khong", "thôi khỏi", "khong sua nua"):
        assert "họ và tên" in club.text("sau", "ten tui bi sai roi")[0]
        said = club.text("sau", typed)
        assert typed.title() not in said[0], typed
        club.text("sau", "dừng")
        club.text("sau", "không")
    assert "Lê Văn Khổng" in " ".join(
        club.text("sau", "ten tui bi sai roi", "Lê Văn Khổng", "thông tin của tôi")
    )


@pytest.mark.parametrize("typed", ["ba noi", "má tui"])
def test_somebody_named_alone_is_no_question_for_the_articles(club: Talk, typed: str) -> None:
    said = club.text("la", typed)
    assert said == [f'Dạ, con chưa hiểu "{typed}".', "Dạ, bác muốn làm gì ạ?"]
