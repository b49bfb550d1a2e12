"""Of whom, of what and of which option something is said, where other words stand beside it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.intents.arbiter import understand
from bot.intents.coming import plain_lean
from bot.intents.message import read_message
from bot.intents.scene import Asked, Person, Reminder, Role, Scene
from bot.intents.understanding import Attendance, Intent

SELF = Person("dì Sáu", is_self=True)
COUPLE = (Person("chú Thời", is_self=True), Person("bà Nga"))


def told(typed: str, scene: Scene) -> Mapping[str, object]:
    return understand(typed, scene).entities.as_json()


@pytest.mark.parametrize(
    ("typed", "people", "person"),
    [
        ("cụ Lưu sát nhà tui mất sáng nay", COUPLE, "cụ Lưu"),
        ("nhà tui mất hồi hôm rồi con ơi", COUPLE, "bà Nga"),
        ("ngoại bỏ mẹ con em đi rồi, chưa tới 49 ngày", (Person("mẹ"), Person("bà ngoại")), "bà ngoại"),
        ("cụ mất hồi khuya", (Person("bà Nhàn"),), "bà Nhàn"),
    ],
)  # fmt: skip
def test_who_died(typed: str, people: tuple[Person, ...], person: str) -> None:
    assert understand(typed, Scene(people=people)).intent is Intent.DEATH
    assert told(typed, Scene(people=people))["person"] == person


@pytest.mark.parametrize(
    "typed", ["tui dọn xuống ở với con trai dưới Cà Mau", "TUẦN SAU TÔI QUA Ở HẲN NHÀ CON GÁI ÚT"]
)
def test_with_whom_one_will_live_does_not_move(typed: str) -> None:
    assert understand(typed, Scene(people=(SELF,))).intent is Intent.MOVED_AWAY
    assert told(typed, Scene(people=(SELF,)))["person"] == "dì Sáu"


@pytest.mark.parametrize(
    ("typed", "comes"),
    [
        ("má đòi đi cho kỳ được, em ngăn không nổi", "yes"),
        ("khuyên má đi mà má không chịu nghe", "no"),
    ],
)
def test_who_can_not_be_kept(typed: str, comes: str) -> None:
    scene = Scene(
        people=(Person("má chồng"),),
        asked=Asked.ATTENDANCE,
        reminder=(Reminder("meeting", ("má chồng",)),),
    )
    assert told(typed, scene)["people"] == {"má chồng": comes}


def test_what_nobody_else_can_look_after() -> None:
    assert plain_lean(read_message("bữa đó bỏ quán cho ai bán")) is Attendance.NO


@pytest.mark.parametrize(
    "typed", ["Mom yes, grandma no, she can't walk that far", "má đi, ngoại không, bả đi xa không nổi"]
)  # fmt: skip
def test_a_reason_is_of_who_was_named_last(typed: str) -> None:
    names = ("mẹ", "bà ngoại")
    scene = Scene(
        people=tuple(map(Person, names)),
        asked=Asked.ATTENDANCE,
        reminder=(Reminder("meeting", names),),
    )
    assert told(typed, scene)["people"] == {"mẹ": "yes", "bà ngoại": "no"}


NEEDS = ("Khiếm thị", "Nặng tai", "Đi lại khó", "Tiểu đường")


@pytest.mark.parametrize(
    ("typed", "asked", "choices", "value"),
    [
        ("chủ nhật tui phải đi lễ, thứ sáu vậy", Asked.CHOICE, ("Thứ sáu", "Chủ nhật"), "Thứ sáu"),
        ("sáng đi nhà thờ, chiều nha", Asked.CHOICE, ("Sáng", "Chiều"), "Chiều"),
        ("NHẮN ĐI. GỌI BÁC CÓ NGHE ĐÂU", Asked.CHOICE, ("Nhắn tin", "Gọi điện"), "Nhắn tin"),
        ("mắt mờ lắm, đi phải chống gậy", Asked.SEVERAL, NEEDS, ["Khiếm thị", "Đi lại khó"]),
        ("chân yếu mà lại tiểu đường nữa", Asked.SEVERAL, NEEDS, ["Đi lại khó", "Tiểu đường"]),
    ],
)  # fmt: skip
def test_which_option(typed: str, asked: Asked, choices: tuple[str, ...], value: object) -> None:
    scene = Scene(people=(SELF,), asked=asked, choices=choices)
    assert told(typed, scene)["value"] == value


@pytest.mark.parametrize(
    ("typed", "asked", "value"),
    [
        ("hỏi nhà ông Tư Lò Rèn ai cũng biết", Asked.ADDRESS, "nhà ông Tư Lò Rèn"),
        ("cuối xóm, hỏi bà Ba Cháo ai cũng chỉ", Asked.ADDRESS, "cuối xóm, hỏi bà Ba Cháo ai cũng chỉ"),
        ("sau chợ, nhà tường vàng á", Asked.ADDRESS, "sau chợ, nhà tường vàng"),
        ("Hướng Dương, vậy thôi", Asked.TEXT, "Hướng Dương"),
        ("chắc 64, ủa coi lại giấy là 66", Asked.YEAR, "1966"),
        ("cứ ghi theo giấy, giấy ghi 66", Asked.YEAR, "1966"),
    ],
)  # fmt: skip
def test_what_stands_around_a_value(typed: str, asked: Asked, value: str) -> None:
    assert told(typed, Scene(asked=asked))["value"] == value


@pytest.mark.parametrize(
    ("typed", "entities"),
    [
        ("bà điếc, đừng gọi, cho người nào nhắn nói chuyện với bà", {"by": "chat"}),
        ("cho người phụ trách gọi lại cho bà", {"by": "call"}),
        ("y tế xã khám qua loa rồi đuổi bà về", {"about": "y tế xã"}),
        ("phong van hoa de ho so nua nam khong tra loi", {"about": "phòng văn hóa"}),
        ("Dân phản ánh CLB ấp 4 thu tiền không biên nhận", {"about": "CLB ấp 4"}),
        ("lương hưu chuyển vô 0181 2200 7745 nha", {"kind": "account_number"}),
    ],
)
def test_of_what_it_is(typed: str, entities: Mapping[str, object]) -> None:
    assert told(typed, Scene(role=Role.MEMBER, people=(SELF,))) == entities


def test_a_lane_with_its_number_denies_nothing() -> None:
    found = told("bà Tư ở hem 12 chứ đâu phải hem 21", Scene(people=(SELF,)))
    assert found["what"] == "address"
