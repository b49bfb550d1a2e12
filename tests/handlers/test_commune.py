"""What the commune says to a founding: no, not yet, more, a refusal, a decision that is compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Talk
from tests.handlers.test_founding import club_upto, states

CLUB = "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc"
SUPPORT = "Làm: Xin chủ trương của xã, Hội Người cao tuổi"
REVIEWED = (
    "draft_rules", "board_candidates", "activity_plan", "founding_meeting", "founding_dossier",
)  # fmt: skip


@pytest.fixture
def submitted(empty_database: Path, tmp_path: Path) -> Talk:
    """A club whose papers are with the commune, and its coordinator."""
    talk = club_upto(empty_database, tmp_path, 14)
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    return talk


def asked_for_more(talk: Talk, what: str = "thiếu chữ ký của thư ký", until: str = "") -> list[str]:
    talk.press("tu", "Làm: Nhận quyết định thành lập", "Yêu cầu bổ sung")
    talk.text("tu", what)
    if until:
        talk.text("tu", until)
    else:
        talk.press("tu", "Bỏ qua")
    return talk.press("tu", "Đúng hết rồi")


def open_step(talk: Talk, number: int) -> list[str]:
    talk.text("tu", "menu")
    talk.press("tu", "CLB", "Các bước thành lập", "Bước khác")
    label = next(each for each in talk.buttons("tu") if each.startswith(f"{number}. "))
    return talk.press("tu", label)


def data(talk: Talk, field: str) -> list[object]:
    rows = talk.sql("select value from founding_datum where field = ? and item = 0", field)
    return [json.loads(value) if isinstance(value, str) else value for (value,) in rows]


def test_a_commune_that_does_not_agree(talk: Talk) -> None:
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    talk.club()
    talk.press("tu", SUPPORT)
    talk.text("tu", "Trần Văn Hòa", "0912345678")
    said = talk.press("tu", "Chưa đồng ý", "Hội Người cao tuổi cấp xã", "Đúng hết rồi")
    told = next(text for text in said if "xã chưa đồng ý" in text)
    assert "nhờ Hội Người cao tuổi nói giúp" in told
    assert "đã báo cán bộ theo dõi" in told
    assert not any("chờ xã trả lời" in text for text in said)
    assert "xã chưa đồng ý chủ trương" in talk.last("minh")
    assert states(talk)["commune_support"] == "awaiting"
    said = talk.press("tu", "Gặp người phụ trách")
    assert "minh" in said[0]
    talk.text("tu", "menu")
    said = talk.press("tu", CLUB, "Các bước thành lập")
    assert "2. Xin chủ trương của xã, Hội Người cao tuổi: xã chưa đồng ý" in said[-2]
    assert not talk.errors, talk.errors


def test_a_phone_can_be_left_for_later(talk: Talk) -> None:
    talk.club()
    talk.press("tu", SUPPORT)
    talk.text("tu", "Trần Văn Hòa")
    said = talk.press("tu", "Bỏ qua", "Đồng ý miệng", "Hôm nay", "UBND xã, phường, đặc khu")
    said = talk.press("tu", "Đúng hết rồi")
    assert "còn thiếu:\n- Số điện thoại của người bên Hội" in said[0]
    assert states(talk)["commune_support"] == "open"
    talk.press("tu", SUPPORT)
    assert "số điện thoại của người đó" in talk.last("tu")
    talk.text("tu", "0912345678")
    talk.press("tu", "Đúng hết rồi")
    assert states(talk)["commune_support"] == "done"


def test_an_awaiting_step_opens_with_its_question(talk: Talk) -> None:
    talk.club()
    talk.press("tu", SUPPORT)
    talk.text("tu", "Trần Văn Hòa", "0912345678")
    said = talk.press("tu", "Chưa trả lời", "Hội Người cao tuổi cấp xã", "Đúng hết rồi")
    assert "còn chờ xã trả lời" in said[3]
    talk.text("tu", "menu")
    said = talk.press("tu", CLUB, "Các bước thành lập", "Bước khác")
    said = talk.press("tu", "2. Xin chủ trương của xã, Hội Người cao tuổi")
    assert "xã trả lời sao rồi ạ?" in said[-1]
    talk.press("tu", "Đồng ý miệng", "Hôm nay", "Đúng hết rồi")
    assert states(talk)["commune_support"] == "done"


def test_the_nudge_asks_what_the_commune_said(talk: Talk) -> None:
    talk.club()
    talk.press("tu", SUPPORT)
    talk.text("tu", "Trần Văn Hòa", "0912345678")
    talk.press("tu", "Chưa trả lời", "Hội Người cao tuổi cấp xã", "Đúng hết rồi")
    heard = talk.at("2026-12-24T12:00:00")
    nudge = next(line for line in heard if "xã trả lời sao rồi ạ?" in line["text"])
    assert nudge["kind"] == "nudge"
    assert [row[0] for row in nudge["buttons"]][:4] == [
        "Đồng ý miệng", "Đồng ý bằng văn bản", "Chưa trả lời", "Chưa đồng ý",
    ]  # fmt: skip
    said = talk.press("tu", "Đồng ý bằng văn bản")
    assert "xã đồng ý ngày nào" in said[0]
    talk.press("tu", "Hôm nay", "Đúng hết rồi")
    assert states(talk)["commune_support"] == "done"
    assert not talk.errors, talk.errors


def test_a_supplement_is_explained_and_gone_through_with_a_press_each(submitted: Talk) -> None:
    submitted.at("2026-12-10T09:00:00")
    said = asked_for_more(submitted, until="15/1/2027")
    assert 'xã cần bổ sung "thiếu chữ ký của thư ký", hẹn tới 15/01/2027' in said[0]
    assert "nộp lại ở bước 14" in said[0]
    assert "bước 9/18 cần xem lại: Dự thảo quy chế" in said[1]
    assert data(submitted, "submitted_on") == []
    for _ in REVIEWED:
        said = submitted.press("tu", "Không đổi gì")
    assert {states(submitted)[key] for key in REVIEWED} == {"done"}
    assert "bước tiếp theo là 14/18" in said[-1]
    submitted.press("tu", "Làm: Nộp hồ sơ cho UBND xã", "Hôm nay", "Văn phòng UBND", "Bỏ qua")
    submitted.press("tu", "Đúng hết rồi")
    assert data(submitted, "submitted_on") == ["2026-12-10"]
    earlier = submitted.sql(
        "select value from founding_datum where step = 'dossier_submitted' and field = 'earlier'"
    )
    assert json.loads(earlier[0][0])["submitted_on"] == "2026-11-10"
    assert states(submitted)["recognition_decision"] == "awaiting"
    assert data(submitted, "outcome") == ["no_answer"]
    said = open_step(submitted, 15)
    assert "UBND xã trả lời sao rồi ạ?" in said[-1]
    assert not submitted.errors, submitted.errors


def test_days_count_from_the_day_a_step_opened_anew(submitted: Talk) -> None:
    submitted.at("2026-12-20T09:00:00")
    asked_for_more(submitted)
    submitted.at("2026-12-23T09:00:00")
    submitted.press("minh", "Xem tình hình")
    assert "đang ở bước 9: Dự thảo quy chế (3 ngày)" in submitted.last("minh")


def test_the_same_supplement_resets_nothing_twice(submitted: Talk) -> None:
    asked_for_more(submitted)
    submitted.press("tu", "Không đổi gì")
    assert states(submitted)["draft_rules"] == "done"
    said = open_step(submitted, 15)
    assert "UBND xã trả lời sao rồi ạ?" in said[-1]
    submitted.text("tu", "dừng")
    open_step(submitted, 15)
    assert states(submitted)["draft_rules"] == "done"
    submitted.at("2026-12-05T09:00:00")
    submitted.press("tu", "Yêu cầu bổ sung")
    submitted.text("tu", "thiếu con dấu")
    submitted.press("tu", "Bỏ qua", "Đúng hết rồi")
    assert states(submitted)["draft_rules"] == "review"
    assert not submitted.errors, submitted.errors


def test_a_supplement_that_was_none_is_taken_back(submitted: Talk) -> None:
    asked_for_more(submitted)
    open_step(submitted, 15)
    submitted.press("tu", "Chưa trả lời")
    found = states(submitted)
    assert {found[key] for key in REVIEWED} == {"done"}
    assert found["dossier_submitted"] == "done"
    assert data(submitted, "submitted_on") == ["2026-11-10"]


def test_a_refusal_asks_why_anew_and_says_what_can_be_done(submitted: Talk) -> None:
    asked_for_more(submitted)
    open_step(submitted, 15)
    said = submitted.press("tu", "Từ chối")
    assert "từ chối vì sao" in said[0]
    assert "Giữ: thiếu chữ ký" not in " ".join(submitted.buttons("tu"))
    submitted.text("tu", "ấp bên đã có câu lạc bộ")
    said = submitted.press("tu", "Đúng hết rồi")
    told = next(text for text in said if "rất tiếc" in text)
    assert '"ấp bên đã có câu lạc bộ"' in told
    assert "nộp lại được" in told
    assert not any("còn chờ xã trả lời" in text for text in said)
    assert "xã từ chối hồ sơ" in submitted.last("minh")
    assert "ấp bên đã có câu lạc bộ" in submitted.last("minh")


def test_after_a_refusal_the_papers_can_be_mended(submitted: Talk) -> None:
    submitted.press("tu", "Làm: Nhận quyết định thành lập", "Từ chối")
    submitted.text("tu", "thiếu danh sách")
    submitted.press("tu", "Đúng hết rồi")
    assert states(submitted)["recognition_decision"] == "open"
    said = submitted.press("tu", "Sửa hồ sơ rồi nộp lại")
    assert "từ 9 tới 13" in said[0]
    assert states(submitted)["draft_rules"] == "review"
    for _ in REVIEWED:
        submitted.press("tu", "Không đổi gì")
    submitted.press("tu", "Làm: Nộp hồ sơ cho UBND xã", "Hôm nay", "Văn phòng UBND", "Bỏ qua")
    submitted.press("tu", "Đúng hết rồi")
    assert states(submitted)["recognition_decision"] == "awaiting"
    assert not submitted.errors, submitted.errors


def decided(talk: Talk, number: str = "222/QĐ-UBND", file: str | None = None) -> None:
    talk.press("tu", "Làm: Nhận quyết định thành lập", "Có quyết định")
    talk.text("tu", number, "30/11/2026", "Lê Văn Ba", "UBND xã Phước Hải")
    if file:
        talk.play([{"from": "tu", "file": file}])
    else:
        talk.press("tu", "Bỏ qua")
    talk.press("tu", "Đúng hết rồi")


def test_a_coordinator_compares_a_decision(submitted: Talk) -> None:
    decided(submitted, file="roster.csv")
    notice = next(line for line in reversed(submitted.said) if line["to"] == "minh")
    for words in ("222/QĐ-UBND", "30/11/2026", "Lê Văn Ba", "UBND xã Phước Hải"):
        assert words in notice["text"]
    assert len(notice["files"]) == 1
    assert notice["buttons"] == [["Đã đối chiếu đúng", "Không đúng"]]
    submitted.text("minh", "menu")
    said = submitted.press("minh", "Xem tình hình")
    assert "quyết định chưa đối chiếu" in said[-1]
    submitted.press("minh", "Không đúng")
    assert "chưa khớp với bản của xã" in submitted.last("tu")
    assert submitted.sql("select confirmed_at from club") == [(None,)]
    submitted.press("tu", "Xem lại quyết định", "Sửa một chỗ", "Số quyết định: 222/QĐ-UBND")
    submitted.text("tu", "223/QĐ-UBND")
    submitted.press("tu", "Đúng hết rồi")
    assert "223/QĐ-UBND" in submitted.last("minh")
    submitted.press("minh", "Đã đối chiếu đúng")
    assert "đã đối chiếu quyết định" in submitted.last("tu")
    submitted.text("minh", "menu")
    submitted.press("minh", "Xem tình hình")
    assert "chưa đối chiếu" not in submitted.last("minh")
    assert not submitted.errors, submitted.errors


def test_a_photo_without_a_file_is_asked_for_as_a_file(submitted: Talk) -> None:
    submitted.press("tu", "Làm: Nhận quyết định thành lập", "Có quyết định")
    submitted.text("tu", "222/QĐ-UBND", "30/11/2026", "Lê Văn Ba", "UBND xã Phước Hải")
    heard = submitted.play([{"from": "tu", "photo": True}])
    assert "tệp" in heard[0]["text"]
    assert "quyết định giúp" in heard[1]["text"]


def test_a_photo_with_a_file_is_the_file(submitted: Talk, tmp_path: Path) -> None:
    from bot.messages import Address, Inbound, Incoming
    from tests.handlers.test_pipeline import deliver

    submitted.press("tu", "Làm: Nhận quyết định thành lập", "Có quyết định")
    submitted.text("tu", "222/QĐ-UBND", "30/11/2026", "Lê Văn Ba", "UBND xã Phước Hải")
    path = tmp_path / "quyet-dinh.jpg"
    path.write_bytes(b"\xff\xd8\xff photo")
    deliver(
        submitted,
        Inbound(Address("script", "tu"), Incoming.PHOTO, file_path=str(path), update_key="photo-1"),
    )
    assert data(submitted, "decision_file")[0]["name"] == "quyet-dinh.jpg"  # type: ignore[index]
