"""The way back and the way out stand with every question, as buttons or as words."""

from __future__ import annotations

from tests.conftest import Talk


def test_every_question_shows_the_way_back_and_out(talk: Talk) -> None:
    talk.organiser()
    talk.press("tu", "Thành lập câu lạc bộ")
    assert talk.buttons("tu")[-1] == "Dừng lại"
    assert "Quay lại" not in talk.buttons("tu")
    talk.press("tu", "Xã Phước Hải")
    assert talk.buttons("tu") == ["Quay lại", "Dừng lại"]
    said = talk.press("tu", "Quay lại")
    assert "ở xã, phường nào" in said[-1]
    assert "Giữ: Xã Phước Hải" in talk.buttons("tu")
    said = talk.press("tu", "Dừng lại")
    assert "Quay lại" not in talk.buttons("tu")
    talk.press("tu", "Thành lập câu lạc bộ")
    assert "Giữ: Xã Phước Hải" in talk.buttons("tu")


def test_without_buttons_no_digit_picks_the_way_back(talk: Talk) -> None:
    talk.play([{"from": "tu", "channel": "zalo"}])
    talk.organiser()
    talk.press("tu", "Thành lập câu lạc bộ")
    said = talk.text("tu", "2")
    assert said[-1].endswith("- Quay lại  - Dừng lại")
    assert "ở ấp, khu phố nào" in talk.text("tu", "1")[-1]
    said = talk.text("tu", "ấp 3")
    assert "câu lạc bộ tên gì" in said[-1]
    said = talk.text("tu", "quay lai")
    assert "ở ấp, khu phố nào" in said[-1]
