"""Single questions of founding steps: what is asked, doubted, refused, and how lacks are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Talk
from tests.handlers.test_founding import club_upto, states


@pytest.fixture
def upto(empty_database: Path, tmp_path: Path) -> Any:
    """A club whose steps are done up to one."""
    return lambda step: club_upto(empty_database, tmp_path, step)


def values(talk: Talk, field: str) -> list[Any]:
    rows = talk.sql("select value from founding_datum where field = ? order by step, item", field)
    return [json.loads(value) if isinstance(value, str) else value for (value,) in rows]


def test_a_place_without_permission_asks_for_no_name(upto: Any) -> None:
    talk = upto(6)
    talk.press("tu", "Làm: Chọn nơi sinh hoạt")
    talk.text("tu", "nhà văn hóa ấp", "tổ 1")
    talk.press("tu", "Nhà văn hóa")
    talk.text("tu", "80")
    said = talk.press("tu", "Chưa")
    assert "mỗi tháng sinh hoạt ngày nào" in said[0]
    talk.text("tu", "thứ bảy đầu tháng")
    talk.press("tu", "Đúng rồi")
    talk.text("tu", "8 giờ sáng")
    said = talk.press("tu", "Đúng hết rồi")
    assert "- Đã được phép: chưa" in said[0]
    assert states(talk)["meeting_place"] == "open"


def test_odd_figures_are_asked_back_and_only_absurd_ones_refused(upto: Any) -> None:
    talk = upto(3)
    talk.press("tu", "Làm: Khảo sát nhu cầu", "Làm bước này")
    said = talk.text("tu", "4.200")
    assert "4.200 (thường từ 0 tới 3.000), đúng không ạ?" in said[0]
    talk.press("tu", "Đúng rồi")
    assert values(talk, "older_total") == [4200]
    said = talk.text("tu", "900000")
    assert "chỉ nhận từ 0 tới 5.000" in said[0]
    talk.text("tu", "65")
    assert values(talk, "want_to_join") == [65]


def test_an_early_hour_is_asked_back(upto: Any) -> None:
    talk = upto(6)
    talk.press("tu", "Làm: Chọn nơi sinh hoạt")
    talk.text("tu", "nhà văn hóa ấp", "tổ 1")
    talk.press("tu", "Nhà văn hóa")
    talk.text("tu", "80")
    talk.press("tu", "Chưa")
    talk.text("tu", "thứ bảy đầu tháng")
    talk.press("tu", "Đúng rồi")
    said = talk.text("tu", "5 giờ sáng")
    assert "5 giờ sáng (thường từ 6 giờ sáng tới 7 giờ tối), đúng không ạ?" in said[0]


def test_without_loans_no_rate_and_no_term_is_asked(upto: Any) -> None:
    talk = upto(8)
    talk.press("tu", "Làm: Dự thảo quy chế")
    talk.text("tu", "2", "5")
    said = talk.text("tu", "0")
    assert "phần trăm người được mời" in said[0]
    talk.text("tu", "60", "51")
    talk.press("tu", "Rồi", "Đúng hết rồi")
    assert states(talk)["draft_rules"] == "done"


def test_a_gift_in_kind_has_a_giver_and_a_name(upto: Any) -> None:
    talk = upto(7)
    talk.press("tu", "Làm: Nguồn quỹ ban đầu", "Có người hứa giúp", "Ghi thêm", "Nhà hảo tâm")
    talk.text("tu", "cô Ba Hạnh")
    said = talk.press("tu", "Hiện vật")
    assert "hiện vật gì ạ?" in said[0]
    talk.text("tu", "một máy đo huyết áp", "1 triệu")
    talk.press("tu", "Đúng rồi", "Đã nhận")
    assert (
        "1. Nhà hảo tâm: cô Ba Hạnh, Hiện vật, một máy đo huyết áp, 1.000.000 đồng, Đã nhận"
        in talk.said[-2]["text"]
    )


def test_a_board_worth_thinking_over_is_remarked_on(upto: Any) -> None:
    talk = upto(9)
    talk.press("tu", "Làm: Giới thiệu người vào ban chủ nhiệm")
    for name, post in (
        ("Nguyễn Văn Tư", "Chủ nhiệm"), ("Nguyễn Văn Tư", "Thủ quỹ"), ("Trần Thị Lan", "Thư ký"),
    ):  # fmt: skip
        talk.press("tu", "Ghi thêm")
        talk.text("tu", name)
        talk.press("tu", "Đúng rồi", post)
        talk.press("tu", *(["Có"] if post == "Chủ nhiệm" else []), "Rồi")
    said = talk.press("tu", "Xong rồi", "Đúng hết rồi")
    remarks = [text for text in said if text.startswith("Lưu ý")]
    assert any("đang giữ chức khác" in text for text in remarks)
    assert any("chủ nhiệm với thủ quỹ đang là một người" in text for text in remarks)
    assert any("mới có 2 người nhận lời, quy chế ghi ban chủ nhiệm 5 người" in t for t in said)


def at_the_election(talk: Talk) -> None:
    talk.press("tu", "Làm: Họp thành lập, bầu ban chủ nhiệm", "Hôm nay")
    talk.text("tu", "8 giờ sáng", "10 giờ sáng", "Nguyễn Văn Tư", "Trần Thị Lan")
    talk.text("tu", "52", "49", "47", "1", "1")
    talk.press("tu", "Giơ tay")


def test_the_proposed_board_is_elected_with_one_press(upto: Any) -> None:
    talk = upto(11)
    at_the_election(talk)
    assert "bầu đúng như danh sách giới thiệu" in talk.last("tu")
    said = talk.press("tu", "Có")
    assert "Nguyễn Thị 1 được bao nhiêu phiếu" in said[0]
    said = talk.text("tu", "47", "48", "46", "45", "44")
    assert "1. Nguyễn Thị 1: Chủ nhiệm, 47 phiếu" in said[-2]
    talk.press("tu", "Xong rồi", "Đúng hết rồi")
    assert states(talk)["founding_meeting"] == "done"
    assert [each["votes"] for each in values(talk, "elected")] == [47, 48, 46, 45, 44]
    assert not talk.errors, talk.errors


def test_a_vote_can_be_gone_back_from(upto: Any) -> None:
    talk = upto(11)
    at_the_election(talk)
    talk.press("tu", "Có")
    talk.text("tu", "quay lại", "quay lại", "quay lại")
    assert "trúng cử" in talk.last("tu")
    assert "Ghi thêm" in talk.buttons("tu")
    said = talk.press("tu", "Xong rồi")
    assert "Nguyễn Thị 1 được bao nhiêu phiếu" in said[0]


def test_a_post_is_given_once_and_the_board_has_its_size(upto: Any) -> None:
    talk = upto(11)
    at_the_election(talk)
    talk.press("tu", "Không")
    for name, post in (("Nguyễn Văn Tư", "Chủ nhiệm"), ("Trần Thị Lan", "Thư ký")):
        talk.press("tu", "Ghi thêm")
        talk.text("tu", name)
        talk.press("tu", "Đúng rồi", post)
        talk.text("tu", "40")
    talk.press("tu", "Ghi thêm")
    talk.text("tu", "Lê Thị Nga")
    said = talk.press("tu", "Đúng rồi", "Thư ký")
    assert "Thư ký thì đã ghi Trần Thị Lan" in said[1]
    talk.press("tu", "Thủ quỹ")
    talk.text("tu", "39")
    said = talk.press("tu", "Xong rồi", "Đúng hết rồi")
    assert any("đã ghi 3 người trúng cử, quy chế ghi đúng 5 người" in text for text in said)
    assert states(talk)["founding_meeting"] == "open"


def test_a_day_before_the_meeting_is_refused_at_once(upto: Any) -> None:
    talk = upto(13)
    talk.press("tu", "Làm: Nộp hồ sơ cho UBND xã")
    said = talk.text("tu", "1/11/2026")
    assert '"Ngày họp" là Chủ nhật, 08/11/2026, phải từ đó trở đi' in said[0]
    talk.text("tu", "10/11/2026")
    assert values(talk, "submitted_on") == ["2026-11-10"]


def test_areas_that_lack_are_named_and_every_month_is_a_month(upto: Any) -> None:
    talk = upto(10)
    talk.press("tu", "Làm: Kế hoạch hoạt động năm đầu", "Tự ghi", "Ghi thêm", "Tăng thu nhập")
    talk.text("tu", "nuôi gà thả vườn")
    talk.press("tu", "Hằng tháng")
    talk.text("tu", "cô Lan", "nhà cô Lan")
    shown = "Tăng thu nhập: nuôi gà thả vườn, Hằng tháng, cô Lan, nhà cô Lan"
    assert shown in talk.said[-2]["text"]
    said = talk.press("tu", "Xong rồi")
    assert "chưa có việc nào cho: Chăm sóc sức khỏe" in said[0]
    talk.press("tu", "Bỏ qua")
    assert shown in talk.said[-2]["text"]
    said = talk.press("tu", "Đúng hết rồi")
    assert "- chưa có việc nào cho: Chăm sóc sức khỏe" in said[0]
    assert [each["month"] for each in values(talk, "activities")] == [0]


def test_a_whole_plan_asks_for_no_reason(upto: Any) -> None:
    talk = upto(10)
    talk.press("tu", "Làm: Kế hoạch hoạt động năm đầu", "Lấy bản mẫu")
    said = talk.press("tu", "Xong rồi")
    assert "đọc lại" in said[0]


def test_a_launch_to_come_is_waited_for(upto: Any) -> None:
    talk = upto(16)
    talk.press("tu", "Làm: Lễ ra mắt")
    said = talk.text("tu", "6/2/2027")
    assert "(ngày Tết" in said[0]
    talk.press("tu", "Không, sửa lại")
    talk.text("tu", "20/2/2027", "8 giờ sáng", "nhà văn hóa")
    said = talk.press("tu", "Như thường lệ", "Đúng hết rồi")
    told = next(text for text in said if "chờ tới" in text)
    assert "thứ Bảy, 20/02/2027" in told
    assert not any("còn thiếu" in text for text in said)
    talk.text("tu", "menu")
    said = talk.press("tu", "CLB", "Các bước thành lập")
    assert "17. Lễ ra mắt: chờ tới ngày 20/02/2027" in said[-2]
    heard = talk.at("2027-02-22T09:00:00")
    nudges = [line["at"][:10] for line in heard if "Lễ ra mắt" in line["text"]]
    assert nudges[0] == "2027-02-21"


def test_whoever_founds_is_offered_a_place_on_the_list(upto: Any) -> None:
    talk = upto(5)
    talk.press("tu", "Bước khác", "6. Lập danh sách thành viên")
    assert any("chưa có tên trong danh sách thành viên" in x["text"] for x in talk.said[-3:])
    said = talk.press("tu", "Ghi tên tôi")
    assert "đồng ý cho ghi tên" in said[-1]


def test_a_skipped_step_can_be_opened_when_all_is_done(upto: Any) -> None:
    talk = upto(18)
    talk.sql("delete from founding_datum where step = 'survey'")
    talk.sql(
        "update founding_step set state = 'skipped', reason = 'xã có rồi' where step = 'survey'"
    )
    talk.at("2027-03-05T09:00:00")
    talk.text("tu", "menu")
    said = talk.press("tu", "CLB", "Các bước thành lập")
    assert "4. Khảo sát nhu cầu: bỏ qua (xã có rồi)" in said[-2]
    assert "xong tất cả các bước thành lập, bỏ qua 1!" in said[-1]
    said = talk.press("tu", "Bước khác", "4. Khảo sát nhu cầu")
    assert "bao nhiêu người cao tuổi" in said[-1]


def test_who_types_others_in_is_told_once_how_they_hear_of_it(upto: Any) -> None:
    talk = upto(2)
    talk.press("tu", "Làm: Lập ban vận động")
    before = len(talk.said)
    for name, year in (("Trần Văn Ba", "1960"), ("Lê Thị Tư", "1962"), ("Võ Văn Năm", "1958")):
        if "Ghi thêm" in talk.buttons("tu"):
            talk.press("tu", "Ghi thêm")
        talk.text("tu", name, year)
        talk.press("tu", "Nam", "Bỏ qua", "Rồi")
    talk.press("tu", "Xong rồi", "Trần Văn Ba", "Đúng hết rồi")
    assert not talk.errors, talk.errors
    said = [each["text"] for each in talk.said[before:]]
    (notice,) = [each for each in said if each.startswith("Nhờ đưa ông/bà đọc")]
    assert "bỏ tên tôi" in notice
    assert "ông/bà nói với Trần Văn Ba" in notice
    assert any("đưa họ đọc tin dưới đây" in each for each in said)
    # Once: working on the step again says nothing more of it.
    opened = ("CLB", "Các bước thành lập", "Bước khác", "3. Lập ban vận động")
    again = len(talk.said)
    talk.text("tu", "menu")
    talk.press("tu", *opened, "Đúng hết rồi")
    assert any("em đã ghi lại" in each["text"] for each in talk.said[again:])
    assert not any("Nhờ đưa ông/bà đọc" in each["text"] for each in talk.said[again:])
    # Somebody new comes to it later: once more, for him.
    talk.text("tu", "menu")
    talk.press("tu", *opened, "Sửa một chỗ", "Ban vận động (3 dòng)", "Ghi thêm")
    talk.text("tu", "Phạm Văn Sáu", "1957")
    talk.press("tu", "Nam", "Bỏ qua", "Rồi", "Xong rồi", "Đúng hết rồi")
    assert not talk.errors, talk.errors
    talk.text("tu", "menu")
    talk.press("tu", *opened, "Đúng hết rồi")
    later = [each["text"] for each in talk.said[again:]]
    assert sum("Nhờ đưa ông/bà đọc" in each for each in later) == 1
