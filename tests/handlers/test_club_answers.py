"""The loop of what nobody knows: handed on, with a name or without, answered, and kept by the club."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_abuse import deliver, pressed

ASKED = "xe máy gửi ở chỗ nào cho khỏi mất vậy con"
KEPT = "Gửi trong sân nhà văn hóa, có anh Ba coi, không lấy tiền."


def hand_on(talk: Talk, label: str = "Gửi giúp tôi", who: str = "sau") -> None:
    talk.text(who, ASKED)
    if "Không phải mấy ý này" in talk.buttons(who):
        talk.press(who, "Không phải mấy ý này")
    if label not in talk.buttons(who):
        talk.press(who, "Chưa đúng")
    talk.press(who, label)


def kept(club: Talk) -> Talk:
    """tu has answered sau's question and kept the answer."""
    hand_on(club)
    club.press("tu", "Trả lời")
    club.text("tu", KEPT)
    club.press("tu", "Lưu thành câu trả lời của câu lạc bộ")
    assert not club.errors, club.errors
    return club


def test_an_answer_comes_back_and_is_kept(club: Talk) -> None:
    hand_on(club)
    assert ASKED in club.last("tu")
    club.press("tu", "Trả lời")
    heard = club.play([{"from": "tu", "text": KEPT}])
    assert any(line["to"] == "sau" and KEPT in line["text"] for line in heard)
    assert "Lưu thành câu trả lời của câu lạc bộ" in club.buttons("tu")
    said = club.press("tu", "Lưu thành câu trả lời của câu lạc bộ")
    assert "Chỉ thành viên" in said[0]
    assert KEPT in said[1]
    assert club.sql("select answer from club_answer") == [(KEPT,)]


def test_without_a_name_nobody_reads_who_asked(club: Talk) -> None:
    hand_on(club, "Gửi, đừng nêu tên")
    asked = club.last("tu")
    assert ASKED in asked
    assert "không nêu tên" in asked
    assert "Sáu" not in asked
    club.press("tu", "Trả lời")
    heard = club.play([{"from": "tu", "text": KEPT}])
    assert any(line["to"] == "sau" and KEPT in line["text"] for line in heard)


def test_the_next_who_asks_the_like_is_answered_at_once(club: Talk) -> None:
    kept(club)
    said = club.text("sau", "gui xe may o cho nao khi di hop")
    assert KEPT in said[0]
    assert "trả lời" in said[0]
    assert "Hỏi câu khác" in club.buttons("sau")


@pytest.mark.parametrize("who", ["la", "minh"])
def test_it_is_for_members_only(club: Talk, who: str) -> None:
    kept(club)
    assert all(KEPT not in said for said in club.text(who, ASKED))


def test_who_only_applied_is_no_member_yet(club: Talk) -> None:
    kept(club)
    club.play([{"from": "bay", "start": club.join_code()}])
    assert all(KEPT not in said for said in club.text("bay", ASKED))


def test_another_question_is_not_answered_with_it(club: Talk) -> None:
    kept(club)
    for other in (
        "lương hưu mỗi tháng bao nhiêu",
        "gửi con cho ai giữ khi đi họp",
        "quỹ gửi ở đâu",
    ):
        assert all(KEPT not in said for said in club.text("sau", other)), other


def test_organisers_list_change_and_delete_them(club: Talk) -> None:
    kept(club)
    club.text("tu", "câu trả lời của câu lạc bộ")
    (label, *_) = club.buttons("tu")
    club.press("tu", label)
    club.press("tu", "Sửa câu trả lời")
    assert "Gửi bên hông" in club.text("tu", "Gửi bên hông nhà văn hóa.")[0]
    assert "bên hông" in club.text("sau", ASKED)[0]
    club.text("tu", "câu trả lời của câu lạc bộ")
    club.press("tu", label, "Sửa câu hỏi")
    club.text("tu", "Gửi xe máy ở đâu?")
    assert club.sql("select question from club_answer") == [("Gửi xe máy ở đâu?",)]
    club.press("tu", "Xóa câu này")
    assert club.sql("select * from club_answer") == []
    assert not club.errors, club.errors


@pytest.mark.parametrize("who", ["sau", "la", "minh"])
@pytest.mark.parametrize(
    "button",
    [
        "a/clubanswers/1",
        "a/clubanswer/1",
        "a/editanswer/1/answer",
        "a/dropanswer/1",
        "a/keepanswer/1",
    ],
)
def test_nobody_else_may(club: Talk, who: str, button: str) -> None:
    kept(club)
    club.text("la", "xin chào")
    deliver(club, pressed(who, button, "x"))
    ((said,),) = club.sql("select text from outbox order by id desc limit 1")
    # Who coordinates was handed the question, too, but keeps nothing for a club.
    assert "chỉ người tổ chức" in said or who == "minh"
    assert KEPT not in said
    assert club.sql("select answer from club_answer") == [(KEPT,)]


def test_names_and_numbers_are_taken_out_of_the_question(club: Talk) -> None:
    club.text("sau", "bà Sáu bị cao huyết áp, số 0918 204 615, gửi xe lăn ở đâu vậy con")
    for label in ("Không phải mấy ý này", "Chưa đúng"):
        if label in club.buttons("sau"):
            club.press("sau", label)
    club.press("sau", "Gửi giúp tôi")
    club.press("tu", "Trả lời")
    club.text("tu", KEPT)
    club.press("tu", "Lưu thành câu trả lời của câu lạc bộ")
    ((question,),) = club.sql("select question from club_answer")
    assert "Sáu" not in question
    assert "0918" not in question
    assert "huyết áp" not in question


def test_a_forgotten_name_takes_the_answer_with_it(club: Talk) -> None:
    kept(club)
    name = club.sql("select full_name from person where full_name is not null")[0][0]
    club.sql_write(f"update club_answer set answer = 'Hỏi {name} nhé'")
    club.text("sau", "thông tin của tôi")
    club.press("sau", "Xóa", "Xóa hết")
    assert club.sql("select count(*) from person where full_name is not null") == [(0,)]
    assert club.sql("select * from club_answer") == []


def test_a_coordinator_reads_what_was_asked_in_vain(club: Talk) -> None:
    club.text(
        "la", "Nguyễn Thị Lan số 0918 204 615 bị ung thư có được xem trăng mọc ở sao Hỏa không"
    )
    said = club.text("minh", "câu hỏi chưa có bài")[-1]
    assert "mọc" in said
    for secret in ("Lan", "0918", "ung thư"):
        assert secret not in said
    assert all("mọc" not in line for line in club.text("tu", "câu hỏi chưa có bài"))


@pytest.mark.parametrize("who", ["tu", "sau", "la"])
def test_nobody_but_coordinators_reads_them(club: Talk, who: str) -> None:
    club.text("la", "trăng mọc mấy giờ ở sao Hỏa")
    deliver(club, pressed(who, "a/gaps", "x"))
    ((said,),) = club.sql("select text from outbox order by id desc limit 1")
    assert "chỉ người tổ chức" in said


def heard_of(talk: Talk, day: int) -> list[str]:
    """Who hears of sau's question until nine on a day of December, or up to it."""
    heard = talk.at(f"2026-12-{day:02d}T09:00:00")
    return sorted(line["to"] for line in heard if ASKED in line["text"])


def test_what_nobody_answers_is_asked_after_and_told_to_who_stands_above(club: Talk) -> None:
    hand_on(club)
    assert heard_of(club, 3) == []
    assert heard_of(club, 5) == ["tu"]
    assert "Nguyễn Thị Sáu" in club.last("tu")
    assert heard_of(club, 9) == ["minh", "sau", "tu"]
    assert "Sáu" not in club.last("minh")
    assert "cán bộ theo dõi" in club.last("sau")
    assert heard_of(club, 28) == []
    club.press("minh", "Trả lời")
    heard = club.play([{"from": "minh", "text": KEPT}])
    assert any(line["to"] == "sau" and KEPT in line["text"] for line in heard)
    assert not club.errors, club.errors


def test_what_was_talked_about_is_asked_after_no_more(club: Talk) -> None:
    hand_on(club)
    assert heard_of(club, 5) == ["tu"]
    club.press("tu", "Đã nói chuyện rồi")
    assert "xong" in club.last("tu")
    assert heard_of(club, 28) == []


def test_an_answer_that_missed_is_not_called_unknown(club: Talk) -> None:
    club.text("sau", "câu lạc bộ là gì")
    (said,) = club.press("sau", "Chưa đúng")
    assert "chưa trúng" in said
    assert "Gửi, đừng nêu tên" in club.buttons("sau")
