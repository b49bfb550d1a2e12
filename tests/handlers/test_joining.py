"""Into a club: by a link, a code, or looked for by commune and hamlet; decided, and waited for."""

from __future__ import annotations

import pytest

from bot.buttons import ApproveAll, MemberLimit, RefusalReason
from bot.language.places import names_place
from tests.conftest import Talk
from tests.handlers.pressing import press_all
from tests.handlers.test_registration import begin, myself

HERE, THERE = "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "CLB Liên thế hệ tự giúp nhau ấp Phước Tân"


@pytest.fixture
def clubs(talk: Talk) -> Talk:
    """Two clubs of the commune Phước Hải, in two hamlets."""
    talk.club()
    talk.club("lan", "ấp Phước Tân")
    return talk


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("xã Phước Hội", "Xã Phước Hội", True), ("tui o phuoc hoi", "Xã Phước Hội", True),
        ("TT Đất Đỏ", "Thị trấn Đất Đỏ", True), ("phường 8", "Phường 8", True), ("p8", "Phường 8", True),
        ("P. 8 Vũng Tàu", "Phường 8", True), ("số 8 đường Lê Lợi", "Phường 8", False),
        ("phường 18", "Phường 8", False), ("ấp Phước Tân", "Xã Phước Tân", False),
        ("phước tân", "Xã Phước Tân", True), ("xã Phước Tân", "ấp Phước Tân", False),
        ("ap hai lac", "ấp Hải Lạc", True), ("Hải Lạc", "ấp Hải Lạc", True), ("Hải Lạng", "ấp Hải Lạc", False),
        ("ấp 3", "ấp 3", True), ("tổ 3", "ấp 3", False),
    ],
)  # fmt: skip
def test_a_text_names_a_place(text: str, name: str, named: bool) -> None:
    assert names_place(text, name) is named


@pytest.mark.parametrize(
    "asked",
    ["tìm câu lạc bộ", "tim cau lac bo", "câu lạc bộ nào gần nhà tôi", "quanh day co clb nao hong"],
)
def test_a_club_is_looked_for_in_words(clubs: Talk, asked: str) -> None:
    said = clubs.text("sau", asked)
    assert "ở xã nào, ấp nào" in said[-1]
    clubs.text("sau", "xã Phước Hải, ấp Hải Lạc")
    assert clubs.buttons("sau") == [f"{HERE} (Xã Phước Hải)", "Tôi có mã", "Quay lại"]
    clubs.press("sau", f"{HERE} (Xã Phước Hải)")
    assert "Ghi tên cho tôi" in clubs.buttons("sau")


def test_a_question_that_names_the_place_is_answered_at_once(clubs: Talk) -> None:
    clubs.text("sau", "dạ cho hỏi xã Phước Hải có câu lạc bộ chưa")
    assert [each for each in clubs.buttons("sau") if "CLB" in each] == [
        f"{each} (Xã Phước Hải)" for each in (HERE, THERE)
    ]


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("phuoc hai", [HERE, THERE]), ("xã Phước Hội", [HERE, THERE]), ("thị trấn phước hải", [HERE, THERE]),
        ("tt Phuoc Hai", [HERE, THERE]), ("ấp Phước Tân", [THERE]), ("Lộc An, Hải Lạc", [HERE]),
        ("huyện Đất Đỏ", [HERE, THERE]),
    ],
)  # fmt: skip
def test_by_any_name_of_commune_and_hamlet(clubs: Talk, place: str, shown: list[str]) -> None:
    clubs.text("sau", "tìm câu lạc bộ", place)
    assert [each for each in clubs.buttons("sau") if "CLB" in each] == [
        f"{each} (Xã Phước Hải)" for each in shown
    ]


def test_an_old_name_is_said_back_as_what_it_is_now(clubs: Talk) -> None:
    clubs.text("sau", "tìm câu lạc bộ")
    said = clubs.text("sau", "xã Phước Hội")
    assert said[0] == "Dạ, Xã Phước Hội nay thuộc xã Phước Hải ạ."


def test_where_there_is_none_all_are_offered(clubs: Talk) -> None:
    clubs.text("sau", "tìm câu lạc bộ")
    said = clubs.text("sau", "phường 8")
    assert "Phường 8 nay thuộc phường Tam Thắng" in said[0]
    assert "chưa thấy câu lạc bộ nào ở đó" in said[1]
    clubs.press("sau", "Xem các câu lạc bộ")
    assert f"{HERE} (Xã Phước Hải)" in clubs.buttons("sau")


def test_a_link_and_a_typed_code_do_the_same(clubs: Talk) -> None:
    code = clubs.join_code()
    by_link = [line["text"] for line in clubs.play([{"from": "an", "start": code}])]
    typed = clubs.text("be", f"{code[:3].lower()}-{code[3:]}")
    assert by_link[-1] == typed[-1]
    assert THERE in typed[-1]


# Full, and all at once

ROSTER = ("Thành viên (0 người chờ)",)


def limited(talk: Talk, limit: str) -> None:
    talk.text("tu", "menu")
    talk.press("tu", HERE, "Thành viên (0 người chờ)", "Giới hạn số người")
    talk.text("tu", limit)
    if "Đúng rồi" in talk.buttons("tu"):
        talk.press("tu", "Đúng rồi")
    assert not talk.errors, talk.errors


def states(talk: Talk) -> list[tuple[str, str]]:
    return talk.sql(
        "select full_name, state from person join membership on person_id = person.id"
        " order by person.id"
    )


def test_a_full_club_lets_people_wait_for_a_place(talk: Talk) -> None:
    talk.club()
    limited(talk, "1")
    assert "nhận tới 1 người" in talk.last("tu")
    myself(talk, "sau", "Nguyễn Thị Sáu")
    talk.press("tu", "Nhận")
    myself(talk, "bay", "Lê Thị Bảy", "1950")
    said = talk.press("tu", "Nhận")
    assert "đã đủ 1 người" in said[0]
    assert "ghi chờ tới lượt" in talk.last("bay")
    assert states(talk) == [("Nguyễn Thị Sáu", "active"), ("Lê Thị Bảy", "waitlisted")]
    # She is no member yet, and nobody else reads that she waits.
    talk.press("tu", "Quay lại", "Chờ tới lượt (1 người)", "Lê Thị Bảy")
    said = talk.press("tu", "Nhận")
    assert "vẫn đủ 1 người" in said[0]
    # Somebody leaves: there is a place.
    talk.text("sau", "rời câu lạc bộ")
    talk.press("sau", "Thôi tham gia")
    talk.text("tu", "menu")
    talk.press("tu", HERE, *ROSTER, "Chờ tới lượt (1 người)", "Lê Thị Bảy", "Nhận")
    assert "đã nhận bà làm thành viên" in talk.last("bay")
    assert states(talk) == [("Nguyễn Thị Sáu", "left"), ("Lê Thị Bảy", "active")]
    assert not talk.errors, talk.errors


def test_who_is_next_gets_the_place_in_order_and_by_day(talk: Talk) -> None:
    talk.club()
    limited(talk, "1")
    myself(talk, "sau", "Nguyễn Thị Sáu")
    talk.press("tu", "Nhận")
    myself(talk, "bay", "Lê Thị Bảy", "1950")
    talk.press("tu", "Nhận")
    begin(talk, "hanh", "Ghi tên cho người nhà")
    talk.text("hanh", "bà ngoại")
    talk.press("hanh", "Bà đây", "Đồng ý", "Đồng ý")
    talk.text("hanh", "Trần Thị Tám", "1949")
    talk.press("hanh", "Nữ")
    talk.text("hanh", "tổ 5", "0937 123 456")
    talk.press("hanh", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    talk.press("tu", "Nhận")
    assert not talk.errors, talk.errors
    assert [state for _, state in states(talk)] == ["active", "waitlisted", "waitlisted"]
    # A place gets free in the night: the organiser reads it in the morning, once, of the first.
    talk.at("2026-12-01T22:30:00")
    talk.text("sau", "rời câu lạc bộ")
    talk.press("sau", "Thôi tham gia")
    at_night = [each["text"] for each in talk.at("2026-12-02T05:00:00")]
    assert not any("còn chỗ" in each for each in at_night)
    told = [each for each in talk.told("tu", "2026-12-02T08:00:00") if "còn chỗ" in each]
    assert len(told) == 1
    assert "Tới lượt Lê Thị Bảy (1950), ghi chờ từ" in told[0]
    # Who comes now stands behind those who wait.
    myself(talk, "ba", "Lê Văn Ba", "1951")
    said = talk.press("tu", "Nhận")
    assert "có người chờ trước" in said[0]
    talk.press("tu", "Xem ai đang chờ", "Lê Thị Bảy", "Nhận")
    assert "tới lượt bà rồi" in talk.last("bay")
    # The limit goes up: the next one's turn; who registered her hears it in her own word.
    limited(talk, "2")
    talk.at("2026-12-02T09:00:00")
    assert "Tới lượt Trần Thị Tám (1949)" in talk.last("tu")
    talk.press("tu", "Nhận")
    assert "tới lượt bà ngoại rồi" in talk.last("hanh")
    talk.at("2026-12-02T10:00:00")
    assert [state for _, state in states(talk)] == ["left", "active", "active", "waitlisted"]
    assert not talk.errors, talk.errors


def test_a_club_has_no_limit_unless_one_is_set(talk: Talk) -> None:
    talk.club()
    limited(talk, "50")
    talk.press("tu", "Quay lại", "Giới hạn số người")
    said = talk.press("tu", "Bỏ qua")
    assert "không giới hạn" in said[0]
    assert talk.sql("select member_limit from club") == [(None,)]


def test_two_who_wait_with_one_name_are_told_apart(talk: Talk) -> None:
    talk.club()
    myself(talk, "sau", "Nguyễn Thị Sáu", "1948")
    myself(talk, "con", "Nguyễn Thị Sáu", "1948")
    assert "Giống Nguyễn Thị Sáu (1948) cũng đang chờ nhận" in talk.last("tu")
    myself(talk, "be", "Nguyễn Thị Sáu", "1951")
    talk.text("tu", "menu")
    talk.press("tu", HERE, "Thành viên (3 người chờ)")
    assert "Nguyễn Thị Sáu (1951): xin tham gia" in talk.buttons("tu")


def test_all_are_accepted_but_who_may_be_on_the_roster(talk: Talk) -> None:
    talk.club()
    myself(talk, "sau", "Nguyễn Thị Sáu")
    talk.press("tu", "Nhận")
    myself(talk, "bay", "Lê Thị Bảy", "1950")
    myself(talk, "tam", "Trần Thị Tám", "1951")
    myself(talk, "con", "Nguyễn Thị Sáu")
    talk.text("tu", "menu")
    talk.press("tu", HERE, "Thành viên (3 người chờ)", "Nhận hết (3 người)")
    assert "Nhận hết 3 người" in talk.last("tu")
    said = talk.press("tu", "Nhận hết")
    assert "đã nhận 2 người" in said[0]
    assert "Còn 1 người giống người đã có trong sổ" in said[1]
    assert "Giống Nguyễn Thị Sáu (1948) đang có trong sổ" in said[2]
    assert "Đơn mới: ở tổ 3, ấp Hải Lạc, 0912 345 678\nTrong sổ: ở tổ 3" in said[2]
    assert "đã nhận bà" in talk.last("bay")
    assert "đã nhận bà" in talk.last("tam")
    assert [state for _, state in states(talk)] == ["active", "active", "active", "applied"]


def test_of_all_who_are_taken_at_once_the_places_go_to_who_came_first(talk: Talk) -> None:
    """Not to whose name stands first in the alphabet."""
    talk.club()
    limited(talk, "1")
    myself(talk, "sau", "Nguyễn Thị Sáu")
    talk.at("2026-12-01T09:00:00")
    myself(talk, "tam", "Trần Thị Tám", "1951")
    talk.at("2026-12-01T10:00:00")
    myself(talk, "bay", "Lê Thị Bảy", "1950")
    talk.text("tu", "menu")
    talk.press("tu", HERE, "Thành viên (3 người chờ)", "Nhận hết (3 người)", "Nhận hết")
    assert "đã nhận bà" in talk.last("sau")
    assert [state for _, state in states(talk)] == ["active", "waitlisted", "waitlisted"]
    # Of those who wait, too, who came first is the next, and each reads how many are before her.
    assert "có chỗ là tới ngay" in talk.text("tam", "đơn của tôi sao rồi")[0]
    assert "trước đó còn 1 người" in talk.text("bay", "đơn của tôi sao rồi")[0]
    talk.text("sau", "rời câu lạc bộ")
    talk.press("sau", "Thôi tham gia")
    talk.at("2026-12-02T09:00:00")
    assert "Tới lượt Trần Thị Tám" in talk.last("tu")
    assert not talk.errors, talk.errors


def test_only_organisers_limit_and_accept(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.club("lan", "ấp Phước Tân")
    talk.text("guest", "chào")
    pressed = [MemberLimit(1), ApproveAll(1), ApproveAll(1, sure=True)]
    for who in ("sau", "guest", "lan"):
        assert len(press_all(talk, who, pressed)) >= len(pressed)
        assert states(talk) == [("Nguyễn Thị Sáu", "applied")], who
        # No form asks for a limit: a number that is typed sets none.
        talk.text(who, "5")
        assert talk.sql("select member_limit from club") == [(None,), (None,)], who
    assert not talk.errors, talk.errors
    # Who organises it may do both.
    press_all(talk, "tu", [ApproveAll(1, sure=True), MemberLimit(1)])
    talk.text("tu", "5")
    assert states(talk) == [("Nguyễn Thị Sáu", "active")]
    if "Đúng rồi" in talk.buttons("tu"):
        talk.press("tu", "Đúng rồi")
    assert talk.sql("select member_limit from club") == [(5,), (None,)]


def test_who_registered_reads_why_somebody_was_not_taken(talk: Talk) -> None:
    talk.club()
    myself(talk)
    said = talk.press("tu", "Không nhận")
    assert "không nhận Nguyễn Thị Sáu" in said[0]
    talk.press("tu", "Nhắn lý do")
    talk.text("tu", "bà ở ấp Phước Tân, mời bà qua câu lạc bộ bên đó")
    assert talk.last("tu") == "Dạ, em đã nhắn lý do ạ."
    assert '"bà ở ấp Phước Tân, mời bà qua câu lạc bộ bên đó"' in talk.last("sau")
    assert states(talk) == [("Nguyễn Thị Sáu", "refused")]
    assert not talk.errors, talk.errors


def test_a_reason_is_sent_by_organisers_alone(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Không nhận")
    talk.club("lan", "ấp Phước Tân")
    talk.text("guest", "chào")
    before = len(talk.said)
    for who in ("guest", "lan", "sau"):
        assert press_all(talk, who, [RefusalReason(1)])
        talk.text(who, "bà ở ấp Phước Tân")
    assert not talk.errors, talk.errors
    assert not any('"bà ở ấp Phước Tân"' in line["text"] for line in talk.said[before:])
    press_all(talk, "tu", [RefusalReason(1)])
    talk.text("tu", "bà ở ấp Phước Tân")
    assert '"bà ở ấp Phước Tân"' in talk.last("sau")
