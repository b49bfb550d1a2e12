"""Codes, roles, lists, founding as organisers and coordinators work with it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from bot.settings import Settings
from tests.conftest import Talk

HEADER = "Họ và tên,Năm sinh,Giới tính,Số điện thoại,Địa chỉ,Hoàn cảnh,Người liên hệ,Ghi chú\n"


def test_a_code_is_read_as_people_write_it(talk: Talk) -> None:
    code = talk.code("coordinator")
    said = talk.text("minh", f" {code[:4].lower()}-{code[4:]} ")
    assert "cán bộ theo dõi" in said[0]


def test_where_no_link_opens_the_bot_codes_are_typed(settings: Settings) -> None:
    talk = Talk(settings.model_copy(update={"web": "off"}))
    talk.club()
    talk.text("tu", "menu")
    talk.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Mời người cùng tổ chức")
    assert "nhắn mã cho em là được" in talk.last("tu")
    talk.text("lan", talk.sql("select code from invitation where club_id is not null")[0][0])
    assert talk.sql("select count(*) from role where club_id is not null") == [(2,)]
    asked = talk.text("tu", "mã tham gia")[0]
    assert "Ai nhắn mã này cho em đều xin tham gia được" in asked
    talk.text("minh", talk.code("coordinator"), "menu")
    talk.press("minh", "Mời người thành lập")
    founder = talk.press("minh", "Huyện Đất Đỏ")[0]
    assert "gửi mã này cho người thành lập" in founder
    talk.play([{"from": "tu", "channel": "zalo"}])
    assert "không gửi tệp được" in talk.text("tu", "cho tôi tờ rơi")[0]
    assert not any("http" in line["text"] for line in talk.said)


def test_an_invitation_works_once(talk: Talk) -> None:
    code = talk.code("coordinator")
    talk.text("minh", code)
    assert "đã có người dùng" in talk.text("la", code)[0]
    assert "đã dùng rồi" in talk.text("minh", code)[0]


def test_an_invitation_ends_after_fourteen_days(talk: Talk) -> None:
    code = talk.code("coordinator")
    talk.at("2026-12-16T08:00:00")
    assert "hết hạn" in talk.text("minh", code)[0]


def test_five_wrong_codes_an_hour(talk: Talk) -> None:
    code = talk.code("coordinator")
    for number in range(2, 7):
        talk.play([{"from": "la", "start": f"ABCDEFG{number}"}])
    talk.play([{"from": "la", "start": code}])
    assert "sai nhiều lần" in talk.last("la")
    talk.at("2026-12-01T09:30:00")
    talk.play([{"from": "la", "start": code}])
    assert "cán bộ theo dõi" in talk.said[-2]["text"]


def test_an_unknown_club_code(talk: Talk) -> None:
    talk.play([{"from": "la", "start": "26686-99"}])
    assert "không tìm thấy mã" in talk.last("la")


def test_a_word_of_six_letters_is_no_code(talk: Talk) -> None:
    said = talk.text("la", "chao co")
    assert "mã" not in said[0]


def test_without_a_code_nobody_founds(talk: Talk) -> None:
    talk.text("la", "chào")
    said = talk.press("la", "Thành lập câu lạc bộ")
    assert "cần có mã mời" in said[0]


def test_an_invitation_opens_one_founding(talk: Talk) -> None:
    talk.club()
    talk.text("tu", "menu")
    assert "Thành lập câu lạc bộ" not in talk.buttons("tu")


def test_two_clubs_of_a_commune_have_two_names(talk: Talk) -> None:
    talk.club()
    talk.organiser("lan")
    talk.press("lan", "Thành lập câu lạc bộ", "Xã Phước Hải")
    talk.text("lan", "ấp Hải Lạc")
    said = talk.press("lan", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc")
    assert "đã có" in said[0]
    talk.text("lan", "CLB Hải Lạc hai")
    talk.press("lan", "Đúng hết rồi")
    assert [code for (code,) in talk.sql("select code from club order by id")] == [
        "26686-01",
        "26686-02",
    ]


def test_a_coordinator_of_one_area_sees_and_invites_there_only(talk: Talk) -> None:
    talk.club()
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="vung-tau")}])
    talk.press("minh", "Xem tình hình")
    assert "Hải Lạc" not in talk.last("minh")
    talk.text("minh", "menu")
    talk.press("minh", "Mời người thành lập")
    assert talk.buttons("minh") == ["Thành phố Vũng Tàu", "Quay lại"]


def send(talk: Talk, path: Path) -> list[str]:
    heard = talk.play([{"from": "tu", "file": str(path)}])
    return [line["text"] for line in heard if line["to"] == "tu"]


def test_a_list_without_signatures_waits_for_the_consents(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    path = tmp_path / "list.csv"
    path.write_text(HEADER + "Nguyễn Thị Sáu,1948,nữ,0912345678,tổ 3,nghèo,,\n", encoding="utf-8")
    send(talk, path)
    talk.press("tu", "Chưa", "Ghi vào sổ")
    assert talk.sql("select state from membership") == [("unconfirmed",)]
    assert talk.sql(
        "select full_name, birth_year, phone, circumstances from person join membership on person_id = person.id"
    ) == [("Nguyễn Thị Sáu", None, None, None)]
    assert talk.sql("select count(*) from consent") == [(0,)]
    talk.at("2027-01-02T08:00:00")
    assert talk.sql("select full_name from person") == [(None,)]


def test_the_same_list_again_changes_nothing(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    path = tmp_path / "list.csv"
    path.write_text(HEADER + "Nguyễn Thị Sáu,1948,nữ,0912345678,tổ 3,nghèo,,\n", encoding="utf-8")
    for _ in range(2):
        send(talk, path)
        talk.press("tu", "Rồi", "Hôm nay")
        if "Ghi vào sổ" in talk.buttons("tu"):
            talk.press("tu", "Ghi vào sổ")
    assert "không có gì mới" in talk.last("tu")
    path.write_text(HEADER + "nguyễn thị sáu,1948,nữ,0987654321,tổ 3,nghèo,,\n", encoding="utf-8")
    send(talk, path)
    talk.press("tu", "Rồi", "Hôm nay")
    assert any("sửa 1" in line["text"] for line in talk.said[-3:])


def test_a_workbook_with_numbers_and_dates(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH THÀNH VIÊN"])
    sheet.append(["ho va ten", "nam sinh", "so dien thoai", "gioi tinh"])
    sheet.append(["Lê Thị Bé", 1949, 912345678, "Nữ"])
    sheet.append(["=1+1", 1950, None, "nam"])
    path = tmp_path / "list.xlsx"
    book.save(path)
    send(talk, path)
    said = talk.press("tu", "Rồi", "Hôm nay")
    assert "thêm 1" in said[-2]
    assert "cần xem 1" in said[-2]
    assert talk.sql("select count(*) from person") == [(0,)]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("list.xlsx", b"PK\x03\x04 broken", "không đọc được"),
        ("list.csv", b"", "chưa có ai"),
        ("list.csv", b"a,b,c\n1,2,3\n", "chưa thấy cột họ tên"),
        ("list.csv", HEADER.encode(), "chưa có ai"),
        ("list.csv", b"\x00\x01\x02", "không đọc được"),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "không phải danh sách"),
    ],
)
def test_a_broken_list_is_told(
    talk: Talk, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    talk.club()
    path = tmp_path / name
    path.write_bytes(content)
    assert told in send(talk, path)[0]
    assert talk.sql("select count(*) from person") == [(0,)]


def test_a_guests_file_is_not_read(talk: Talk) -> None:
    talk.club()
    heard = talk.play([{"from": "la", "file": "roster.csv"}])
    assert "chỉ nhận danh sách của người tổ chức" in heard[0]["text"]


def test_a_step_that_waits_says_for_what(talk: Talk) -> None:
    talk.club()
    talk.press("tu", "Bước khác")
    assert talk.buttons("tu")[:4] == [
        "1. Mở hồ sơ thành lập",
        "2. Xin chủ trương của xã, Hội Người cao tuổi",
        "3. Lập ban vận động",
        "4. Khảo sát nhu cầu (chưa tới)",
    ]
    said = talk.press("tu", "4. Khảo sát nhu cầu (chưa tới)")
    assert "cần xong trước" in said[0]
    assert "Lập ban vận động" in said[0]


def test_a_digit_opens_the_step_of_that_number(talk: Talk) -> None:
    talk.play([{"from": "tu", "channel": "zalo"}])
    talk.club()
    talk.press("tu", "Bước khác")
    assert "\n3. Lập ban vận động\n" in talk.last("tu")
    assert "ban vận động đã ghi 0 người" in talk.text("tu", "3")[0]
    assert not talk.errors, talk.errors


def test_a_skipped_step_keeps_its_reason(talk: Talk) -> None:
    talk.club()
    talk.press("tu", "Làm: Xin chủ trương của xã, Hội Người cao tuổi")
    talk.text("tu", "Trần Văn Hòa", "0912345678")
    talk.press("tu", "Đồng ý miệng", "Hôm nay", "UBND xã, phường, đặc khu", "Đúng hết rồi")
    talk.press("tu", "Làm: Lập ban vận động")
    for name in ("Nguyễn Văn Tư", "Trần Thị Lan", "Lê Thị Nga"):
        talk.press("tu", "Ghi thêm")
        talk.text("tu", name, "1964")
        talk.press("tu", "Nữ", "Bỏ qua", "Rồi")
    talk.press("tu", "Xong rồi", "Trần Thị Lan", "Đúng hết rồi")
    talk.press("tu", "Làm: Khảo sát nhu cầu", "Bỏ qua bước này")
    talk.text("tu", "hội đã khảo sát năm ngoái")
    assert talk.sql("select state, reason from founding_step where step = 'survey'") == [
        ("skipped", "hội đã khảo sát năm ngoái")
    ]
    assert "Họp dân" in talk.last("tu")
    talk.text("tu", "menu")
    talk.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc")
    assert "xong 3/18 bước, bỏ qua 1." in talk.last("tu")
    said = talk.press("tu", "Các bước thành lập")
    assert "4. Khảo sát nhu cầu: bỏ qua (hội đã khảo sát năm ngoái)" in said[0]
    assert "7. Chọn nơi sinh hoạt: chưa làm" in said[0]
    assert not talk.errors


def test_the_organiser_is_asked_when_nothing_moves(talk: Talk) -> None:
    talk.club()
    heard = talk.at("2026-12-20T08:00:00")
    nudges = [line for line in heard if line["kind"] == "nudge"]
    assert nudges
    assert all("Mình làm tiếp" in line["text"] for line in nudges)
    days = [line["at"][:10] for line in nudges]
    assert len(days) == len(set(days))


def test_the_language_changes_at_any_time(talk: Talk) -> None:
    talk.text("la", "English")
    assert "I will speak English" in talk.said[-2]["text"]
    talk.text("la", "menu")
    assert "Join a club" in talk.buttons("la")
    talk.text("la", "tiếng Việt")
    assert "Tham gia câu lạc bộ" in talk.buttons("la")


def test_a_question_nobody_can_answer_goes_to_the_person_in_charge(talk: Talk) -> None:
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    said = talk.text("la", "Giá vàng hôm nay bao nhiêu một lượng vậy con?")
    assert "chưa biết" in said[0]
    talk.press("la", "Gửi giúp tôi")
    assert "Giá vàng" in talk.last("minh")
    talk.press("minh", "Trả lời")
    talk.text("minh", "Bác hỏi tiệm vàng giúp ạ")
    assert "Bác hỏi tiệm vàng giúp ạ" in talk.last("la")


def test_a_coordinators_question_does_not_come_back_to_himself(talk: Talk) -> None:
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    said = talk.text("minh", "Giá vàng hôm nay bao nhiêu một lượng vậy con?")
    assert "chưa biết" in said[0]
    assert "Gửi giúp tôi" not in talk.buttons("minh")
    talk.play([{"from": "lan", "start": talk.code("coordinator")}])
    talk.text("minh", "Giá vàng hôm nay bao nhiêu một lượng vậy con?")
    talk.press("minh", "Gửi giúp tôi")
    assert "Giá vàng" in talk.last("lan")
    assert talk.sql("select count(*) from outbox where text like 'Dạ, minh hỏi%'") == [(1,)]


def test_the_bot_says_that_it_is_a_machine(talk: Talk) -> None:
    assert "máy trả lời tự động" in talk.text("la", "chào con")[0]
    assert "máy" in talk.text("la", "con là người hay máy")[0]


@pytest.mark.parametrize(
    "typed", ["co bao nhieu clb", "cho toi bao cao", "tình hình các câu lạc bộ"]
)
def test_a_coordinator_asks_for_the_state_in_words(talk: Talk, typed: str) -> None:
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    assert "Câu lạc bộ: đã có quyết định 0 · đang thành lập 0" in talk.text("minh", typed)[-1]
    # A guest learns nothing from it.
    assert "đang thành lập" not in talk.text("sau", typed)[-1]


def test_the_steps_are_shown_in_the_middle_of_one(talk: Talk) -> None:
    talk.club()
    talk.text("tu", "lap ban van dong")
    talk.press("tu", "Ghi thêm")
    said = talk.text("tu", "xem cac buoc")
    assert "Xem Cac Buoc" not in said[-1]
    assert "Xin chủ trương" in said[-1]
