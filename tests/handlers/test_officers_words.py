"""What officers and organisers type for what their screens show, with accents and without."""

from __future__ import annotations

import pytest

from tests.conftest import Talk

REPORT = "đã có quyết định"
AREAS = "Huyện Đất Đỏ:"
CLUB = "Mã 26686-01"
CODES = "mã chưa ai dùng"
ASK_NAME = "em nói tên anh/chị là gì"
OFFICER = {
    "tình hình tới đâu rồi": REPORT, "tinh hinh den dau": REPORT, "xa nao cham": REPORT,
    "gui toi bao cao thang 10": REPORT, "mấy clb được công nhận rồi": REPORT,
    "may clb duoc cong nhan": REPORT, "cau lac bo nao dung yen": REPORT,
    "clb nào chờ xã trả lời": REPORT, "clb nào chưa có quyết định": REPORT,
    "đạt bao nhiêu phần trăm kế hoạch": REPORT, "dat bao nhieu phan tram": REPORT,
    "bao nhiêu hội viên toàn huyện": REPORT, "toan huyen co bao nhieu hoi vien": REPORT,
    "co gi can toi lam khong": REPORT, "ai đang chờ tôi": REPORT,
    "xem theo địa bàn": AREAS, "theo tung huyen": AREAS,
    "clb Hải Lạc sao rồi": CLUB, "clb ap hai lac toi buoc nao": CLUB,
    "ai phụ trách clb Hải Lạc": CLUB, "đóng clb Hải Lạc": CLUB, "2668601": CLUB,
    "thu lai ma moi": CODES, "mã tôi đưa hôm trước ai dùng chưa": CODES,
    "toi muon moi chi Lan thanh lap clb": "ở khu vực nào",
    "đổi tên tôi": ASK_NAME, "sua ten cua toi": ASK_NAME,
    "người dân hỏi gì mà chưa có bài": "không có bài", "giup": '"báo cáo"',
}  # fmt: skip
"""What minh types, who coordinates Đất Đỏ, and what he reads."""
ORGANISER = {
    "tình hình tới đâu rồi": "xong 1/18 bước", "thêm người": "người đang chờ",
    "bao nhieu nu": "người đang chờ",
    "ai chưa ký đồng ý": "đồng ý", "nguoi chua ky": "đồng ý",
    "lập danh sách thành viên": "Lập ban vận động", "giúp": '"các bước"',
    "clb Hải Lạc sao rồi": "", "đổi tên tôi": "",
}  # fmt: skip
"""What tu types, who founds a club; where nothing stands it is only no officer's screen."""


@pytest.fixture(scope="module")
def said(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], str]:
    """All of it typed one after the other, each from the first screen."""
    import shutil

    from bot.settings import Settings

    path = tmp_path_factory.mktemp("office") / "bot.db"
    shutil.copyfile(request.getfixturevalue("empty_database"), path)
    talk = Talk(Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}"))
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    talk.text("minh", "Trần Văn Minh", "mời người thành lập")
    talk.press("minh", "Huyện Đất Đỏ")
    talk.club()
    found = {}
    for who, texts in (("minh", OFFICER), ("tu", ORGANISER)):
        for text in texts:
            talk.text(who, "menu")
            found[who, text] = "\n".join(talk.text(who, text))
    return found


@pytest.mark.parametrize("text", OFFICER)
def test_an_officer_is_shown_what_he_asks_for(said: dict[tuple[str, str], str], text: str) -> None:
    assert OFFICER[text] in said["minh", text]


@pytest.mark.parametrize("text", ORGANISER)
def test_an_organiser_is_shown_his_own(said: dict[tuple[str, str], str], text: str) -> None:
    assert ORGANISER[text] in said["tu", text]
    for officers in (CLUB, AREAS, CODES, ASK_NAME):
        assert officers not in said["tu", text]
