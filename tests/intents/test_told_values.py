"""Values that are told sideways: whose kin somebody is, what comes after a turn, what is only needless."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.intents.accused import about_of
from bot.intents.address_form import form_of
from bot.intents.admitting import called_of, relation_of
from bot.intents.choices import read_choice
from bot.intents.codes import find_code, find_secret
from bot.intents.message import read_message
from bot.intents.named_in_answer import mentions_in_answer
from bot.intents.scene import Asked, Person, Scene
from bot.intents.understanding import Secret
from bot.intents.values import read_value
from bot.intents.values.moments import read_moment
from bot.intents.values.texts import entries_of
from bot.intents.whose_kin import kin_of_another
from bot.language.recurrences import asks_interval

NOW = datetime.fromisoformat("2026-12-01T08:00:00+07:00")
TODAY = NOW.date()
_OWN = (Person("bà Lựu", is_self=True),)


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (Asked.PHONE, "khong ba khong khong tam hai mot nam chin bay, ba doc roi do", "0300821597"),
        (Asked.MONEY, "cho ba hai trieu tu thoi", "2400000"),
        (Asked.MONEY, "cho ba trieu", "3000000"),
        (Asked.MONEY, "hồi đầu tính một triệu mà thôi bảy trăm", "700000"),
        (Asked.TIME, "nói 7 giờ mà bà con trễ, vậy 7 rưỡi đi", "07:30"),
        (Asked.TIME, "trước tính 8h mà thôi 9h cho chắc", "09:00"),
        (Asked.TIME, "at nine in the morning", "09:00"),
        (Asked.DATE, "13 thì kẹt giỗ, lấy 14 đi", "2026-12-14"),
        (Asked.NAME, "Võ Thị Huệ, chữ Huệ dấu nặng, ai cũng viết lộn thành Huế", "Võ Thị Huệ"),
        (Asked.CALLED, "keu ong ba. keu cu tui mac cuoi", "ông Ba"),
        (Asked.ADDRESS, "nhà bà ở số 17 đường Lò Gạch.", "số 17 đường Lò Gạch"),
        (Asked.ADDRESS, "Nhà ba má ở tổ 8, sau lò bún.", "tổ 8, sau lò bún"),
    ],
)
def test_one_value(asked: Asked, typed: str, value: str) -> None:
    found = read_value(read_message(typed), Scene(people=_OWN, asked=asked), TODAY).value
    assert found is not None
    assert found.lower() == value.lower() or found == value


@pytest.mark.parametrize(
    ("typed", "labels", "label"),
    [
        ("ba tháng gặp nhau một bận", "Hằng tuần;Hằng tháng;Hằng quý", "Hằng quý"),
        ("nửa tháng gặp một bận", "Hai tuần một lần;Hằng tháng", "Hai tuần một lần"),
        ("không phải số 2 đâu, cái dòng đầu tiên á", "Đi bộ;Đi xe;Có người chở", "Đi bộ"),
        ("đi được mà phải có đứa kè", "Tự đi được;Cần người dìu", "Cần người dìu"),
        ("con cháu đi Sài Gòn hết rồi", "Một mình;Với con cháu", "Một mình"),
        ("ở với vợ chồng thằng út", "Với vợ hoặc chồng;Với con cháu", "Với con cháu"),
    ],
)
def test_one_choice(typed: str, labels: str, label: str) -> None:
    assert read_choice(read_message(typed), labels.split(";")).labels == (label,)


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("3 người: chú Năm, thím Năm, con Hằng", ("chú Năm", "thím Năm", "con Hằng")),
        ("chủ nhiệm: ông Bê, phó: bà Nụ, thủ quỹ: chị Diệu", ("ông Bê", "bà Nụ", "chị Diệu")),
        ("bác Sáu, dì Út nữa là đủ hai", ("bác Sáu", "dì Út")),
        ("nội Lê Thị Na, ngoại Phan Thị Lài", ("Lê Thị Na", "Phan Thị Lài")),
    ],
)
def test_a_list(typed: str, entries: tuple[str, ...]) -> None:
    assert entries_of(typed) == entries


@pytest.mark.parametrize(
    ("typed", "kin"),
    [
        ("ông nhà bà Hai mất rồi", "ông nhà bà Hai"),
        ("Cụ thân sinh bà Út Nhạn vừa nhắm mắt", "Cụ thân sinh bà Út Nhạn"),
        ("mẹ anh Quyền mất hồi sớm", "mẹ anh Quyền"),
        ("con trai bà Sáu báo là bà mất", None),
        ("bà Hai mất rồi", None),
        ("ba em tu tran roi", None),
    ],
)
def test_whose_kin_died(typed: str, kin: str | None) -> None:
    """Who only lost somebody is not taken for the one who died."""
    assert kin_of_another(read_message(typed), Scene()) == kin


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("con diem giu quy lay tien cua tui", "con diem"),
        ("con Diệu giữ quỹ nói tui thiếu", "con Diệu"),
        ("CN clb Gò Dưa thu tiền hai lần", "CN clb Gò Dưa"),
        ("ông Tư chủ nhiệm mượn quỹ xây nhà", "ông Tư"),
        ("cô hướng dẫn la ổng giữa đám đông", "cô hướng dẫn"),
    ],
)
def test_who_is_complained_of(typed: str, about: str) -> None:
    assert about_of(read_message(typed)) == about


@pytest.mark.parametrize(
    ("typed", "called", "relation"),
    [
        ("ghi cho vợ tôi, Trần Thị Liễu", "Trần Thị Liễu", "vợ"),
        ("thêm bác Tư hàng xóm giùm tui", "bác Tư hàng xóm", "hàng xóm"),
        ("bà ngoại kêu ghi dì Sáu vô", "dì Sáu", "dì Sáu"),
        ("ghi tên cho chú Ba Tiệm", "chú Ba Tiệm", "chú Ba Tiệm"),
    ],
)
def test_who_is_to_be_written_down(typed: str, called: str, relation: str) -> None:
    message = read_message(typed)
    found = called_of(message)
    assert (found, relation_of(message, found)) == (called, relation)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("con kêu cô bằng chị cho trẻ, kêu bà hoài buồn", "chị"),
        ("kêu dì bằng dì thôi chứ kêu bà nghe già", "dì"),
        ("đừng kêu bác là cụ nữa, kêu bằng chú đi", "chú"),
    ],
)
def test_how_to_address(typed: str, form: str) -> None:
    assert form_of(read_message(typed)) == form


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("mã BR-17 nhé, vào giúp", "BR-17"),
        ("ma bvt8814 nhap vao day", "BVT8814"),
        ("mã otp là ab123", None),
    ],
)
def test_a_code_of_any_length_behind_its_word(typed: str, code: str | None) -> None:
    assert find_code(read_message(typed)) == code


def test_a_card_that_a_bank_asks_for_is_a_card() -> None:
    message = read_message("CCCD của chú Tám 077158009999, ngân hàng biểu đưa")
    assert find_secret(message) is Secret.IDENTITY_NUMBER


@pytest.mark.parametrize(
    "typed",
    ["co 3 nguoi: ba tu lan 1960 0300000111, ong bay hung 1955", "0300 000 111 1960 bà Tư Lan"],
)
def test_a_year_beside_a_phone_is_no_longer_number(typed: str) -> None:
    assert find_secret(read_message(typed)) is None


def test_a_weekday_in_digits_is_no_day_of_the_month() -> None:
    assert read_moment("thứ 7 này 15h họp", NOW) == "2026-12-05T15:00"


@pytest.mark.parametrize(
    ("typed", "is_meant"),
    [
        ("ba tháng gặp nhau một bận", True),
        ("hai tháng họp một buổi", True),
        ("thứ hai tuần một lần", False),
        ("thứ bảy, mỗi tháng một lần", False),
    ],
)
def test_every_few_weeks_or_months(typed: str, is_meant: bool) -> None:
    """Read as a rule that there is none for, and not as every month."""
    assert asks_interval(typed) is is_meant


def test_the_writer_by_a_short_word() -> None:
    scene = Scene(people=(Person("anh Dũng", is_self=True), Person("má")))
    found = mentions_in_answer(read_message("má đi, a kẹt họp"), scene)
    assert [each.people for each in found] == [("má",), ("anh Dũng",)]
