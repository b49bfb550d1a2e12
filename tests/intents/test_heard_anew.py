"""Kinds that rounds 33 to 36 missed, by other messages of the same kinds."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.intents.arbiter import understand
from bot.intents.coming import plain_lean
from bot.intents.message import read_message
from bot.intents.scene import Asked, Person, Reminder, Role, Scene
from bot.intents.understanding import Attendance, Intent

_ALL = (Person("bà nội"), Person("ông nội"), Person("dì Tám"))


def _reminded(*people: Person) -> Scene:
    names = tuple(each.called for each in people)
    return Scene(people=people, asked=Asked.ATTENDANCE, reminder=(Reminder("meeting", names),))


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("bà ok, ông chưa biết nữa, tại ổng còn giận bà", {"bà nội": "yes", "ông nội": "unsure"}),
        ("dì Tám go nha, ông thì không", {"dì Tám": "yes", "ông nội": "no"}),
        ("có dì Tám à, ông với bà về quê ăn cưới", {"dì Tám": "yes", "ông nội": "no", "bà nội": "no"}),
        ("ông bà về quê hết, có dì Tám", {"dì Tám": "yes", "ông nội": "no", "bà nội": "no"}),
    ],
)  # fmt: skip
def test_who_comes_of_several(typed: str, who: Mapping[str, str]) -> None:
    people = understand(typed, _reminded(*_ALL)).entities.as_json()["people"]
    assert isinstance(people, dict)
    assert {name: people[name] for name in who} == who


@pytest.mark.parametrize(
    ("typed", "comes"),
    [
        ("hồi sáng bấm bà đi mà giờ bà không đi", "no"),
        ("lúc nãy báo bà không đi, giờ có xe bà đi", "yes"),
        ("tính lại rồi, bà đi nha", "yes"),
        ("bữa trước hẹn tới mà giờ thôi khỏi", "no"),
    ],
)
def test_what_is_so_by_now(typed: str, comes: str) -> None:
    """What was told before and is so no more decides nothing."""
    found = understand(typed, _reminded(Person("bà nội")))
    assert found.entities.as_json()["people"] == {"bà nội": comes}


@pytest.mark.parametrize("typed", ["deu chiu het", "ca ba deu chiu", "hai nguoi cung chiu roi"])
def test_who_only_gives_in_is_not_heard_as_a_refusal(typed: str) -> None:
    found = understand(typed, Scene(asked=Asked.CONSENT, choices=("Có", "Không")))
    assert found.entities.as_json().get("value") != "no"


@pytest.mark.parametrize(
    "typed", ["không nắm", "cái này ko nắm, hỏi bên thống kê", "khong nam duoc"]
)
def test_who_has_no_figure_says_no_nought(typed: str) -> None:
    found = understand(typed, Scene(role=Role.COORDINATOR, asked=Asked.NUMBER))
    assert found.entities.as_json() == {"value": "unknown"}


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("ngoài giờ làm việc vui lòng không gửi tin", Intent.MUTE),
        ("kêu ting ting hoài cá chạy hết, dẹp", Intent.MUTE),
        ("cả tháng không ngủ, cứ nghĩ quẩn miết", Intent.DANGER),
        ("bữa nay tui cứ nghĩ dại trong bụng", Intent.DANGER),
        ("ảnh bóp cổ tui, tui chạy qua nhà dì", Intent.DANGER),
        ("xây xẩm quá ngồi dậy không nổi", Intent.DANGER),
        ("hết biết đường về nhà rồi con ơi", Intent.DANGER),
        ("she got a login code 662910, should she read it out", Intent.SECRET),
    ],
)
def test_what_must_be_heard(typed: str, intent: Intent) -> None:
    found = understand(typed, Scene(people=(Person("bà Lựu", is_self=True),)))
    assert intent is found.intent or (not found.sure and intent in found.others)


@pytest.mark.parametrize(
    ("typed", "called"),
    [("KÊU BÀ CHÍN ĐƯỢC RỒI", "bà Chín"), ("KEU CHU UT", "chú Út")],
)
def test_a_name_all_in_capitals(typed: str, called: str) -> None:
    found = understand(typed, Scene(asked=Asked.CALLED))
    assert found.entities.as_json() == {"value": called}


def test_whose_address_is_wrong() -> None:
    """ "dia chi" typed bare is no chị."""
    found = understand("sua dia chi ba Lua giup toi", Scene(role=Role.ORGANISER))
    assert found.entities.as_json() == {"person": "ba Lua", "what": "address"}


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (Asked.MONEY, "hai chục ngàn thôi, nhiều quá người ta không có tiền đóng", "20000"),
        (Asked.MONEY, "năm ngàn một tháng thôi chứ bà con không có tiền", "5000"),
        (Asked.YEAR, "19 ba mấy quên tuốt rồi", "unknown"),
        (Asked.CONFIRM, "phai roi hoi gi hoi hoai", "yes"),
        (Asked.CONFIRM, "đúng rồi, hỏi chi hỏi miết vậy con", "yes"),
    ],
)
def test_what_stands_around_a_value_is_not_it(asked: Asked, typed: str, value: str) -> None:
    choices = ("Có", "Không") if asked is Asked.CONFIRM else ()
    found = understand(typed, Scene(asked=asked, choices=choices))
    assert found.entities.as_json() == {"value": value}


@pytest.mark.parametrize(
    ("typed", "comes"),
    [("tui không đi, bả đi", "no"), ("tui đi nha, ổng ở nhà coi nhà", "yes")],
)
def test_what_another_does_is_not_his_answer(typed: str, comes: str) -> None:
    found = understand(typed, _reminded(Person("cô Tư", is_self=True)))
    assert found.entities.as_json()["people"] == {"cô Tư": comes}


def test_who_is_called_by_her_bare_name() -> None:
    found = understand(
        "bay di, ong xa o nha", _reminded(Person("dì Bảy", is_self=True), Person("ông xã"))
    )
    assert found.entities.as_json()["people"] == {"dì Bảy": "yes", "ông xã": "no"}


def test_who_would_take_her_is_open() -> None:
    line = "thứ bảy em học thêm, không biết có ai dắt bà đi không nữa"
    assert plain_lean(read_message(line)) is Attendance.UNSURE


def test_a_particle_names_no_choice() -> None:
    """The "thì" of "tai thì nặng" is no "Khiếm thị"."""
    scene = Scene(asked=Asked.SEVERAL, choices=("Khiếm thị", "Nặng tai", "Đi lại khó"))
    assert understand("mắt còn sáng, tai thì nặng", scene).entities.as_json() == {
        "value": "Nặng tai"
    }
