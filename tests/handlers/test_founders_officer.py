"""A founder reaches his officer before there is a club."""

from __future__ import annotations

import pytest

from tests.conftest import Talk


@pytest.fixture
def invited(talk: Talk) -> Talk:
    """minh coordinates Đất Đỏ and invited tu; lan coordinates another area, thu the province."""
    talk.play([{"from": "thu", "start": talk.code("coordinator")}])
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    talk.play([{"from": "lan", "start": talk.code("coordinator", area="xuyen-moc")}])
    talk.press("minh", "Mời người thành lập")
    talk.press("minh", talk.buttons("minh")[0])
    ((code,),) = talk.sql("select code from invitation where created_by is not null")
    talk.play([{"from": "tu", "start": code}])
    return talk


@pytest.mark.parametrize(
    "typed", ["gặp người phụ trách", "cho toi gap can bo xa", "muốn nói chuyện với người thật", "goi lai cho toi di"]
)  # fmt: skip
def test_a_person_in_any_words(invited: Talk, typed: str) -> None:
    said = invited.text("tu", typed)
    assert "minh" in said[-1]
    invited.press("tu", "Nhắn giúp tôi")
    assert "tu" in invited.last("minh")
    assert "Nhờ liên lạc lại" not in invited.last("lan")


def test_his_question_is_handed_to_who_invited_him_and_answered(invited: Talk) -> None:
    invited.text("tu", "xã em có cho mượn máy chiếu để chiếu phim cho bà con coi không vậy anh?")
    for none in ("Không phải mấy điều này", "Không phải"):
        if none in invited.buttons("tu"):
            invited.press("tu", none)
    invited.press("tu", "Gửi giúp tôi")
    assert "máy chiếu" in invited.last("minh")
    invited.press("minh", "Trả lời")
    invited.text("minh", "Xã có, chú qua gặp tôi")
    assert "chú qua gặp tôi" in invited.last("tu")


def test_in_the_middle_of_the_first_step_as_well(invited: Talk) -> None:
    invited.press("tu", "Thành lập câu lạc bộ", "Xã Phước Hải")
    said = invited.text("tu", "cho tôi gặp cán bộ theo dõi")
    assert any("minh" in text for text in said)


def test_who_was_invited_by_the_operator_reaches_who_covers_his_area(talk: Talk) -> None:
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    talk.organiser("tu")
    assert "minh" in talk.text("tu", "gặp người phụ trách")[-1]


def test_another_areas_officer_may_not_answer(invited: Talk) -> None:
    invited.text("tu", "gặp người phụ trách")
    invited.press("tu", "Nhắn giúp tôi")
    rights = invited.sql(
        "select count(*) from outbox join account on account.id = account_id where external_id = 'lan' and kind = 'notice'"
    )
    assert rights == [(0,)]
