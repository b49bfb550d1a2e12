"""The table of readers: who takes which text in which scene, and that each row says why it stands."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import build_desk
from bot.clock import VirtualClock
from bot.handlers.pipeline import Pipeline
from bot.handlers.readers import READERS
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.conftest import NOW, Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import begin, myself

TOO_LONG = "a " * 2500

ROWS: dict[str, list[tuple[str, str]]] = {
    # Nobody has written yet: nothing was shown.
    "stranger": [
        ("té xỉu rồi con ơi", "danger"),
        ("cháy nhà", "danger"),
        ("có trộm vô nhà cứu với", "danger"),
        ("te", "danger"),
        (TOO_LONG, "too_long"),
        ("\u200b", "nothing"),
        ("/menu", "slash"),
        ("/giup", "slash"),
        ("/start", "slash"),
        ("/stop", "slash"),
        ("/thong_tin_cua_toi", "slash"),
        ("English", "language"),
        ("tiếng Việt", "language"),
        ("thông tin của tôi", "everywhere"),
        ("đừng nhắn nữa", "everywhere"),
        ("bật nhắc", "everywhere"),
        ("$JOIN", "code"),
        ("$CLUB", "code"),
        ("QWE2345R", "code"),
        ("menu", "command"),
        ("trang chủ", "command"),
        ("chào con", "command"),
        ("alo", "command"),
        ("giúp", "command"),
        ("gặp người phụ trách", "command"),
        ("đăng ký", "command"),
        ("thôi", "command"),
        ("cảm ơn con", "command"),
        ("dạ", "command"),
        ("không", "command"),
        ("nhắc lại", "command"),
        ("hôm nay thứ mấy", "day"),
        ("ấp Phước Thành", "place"),
        ("xa long dien cu", "place"),
        ("tui ở ấp Hải Lạc xã Phước Hải", "place"),
        ("xã nói chờ", "question"),
        ("muốn vào câu lạc bộ", "registration"),
        ("ghi tên cho bà ngoại", "registration"),
        ("gọi tôi là chị", "address_form"),
        ("gọi bằng cô", "address_form"),
        ("zzz", "not_understood"),
        ("buồn quá con ơi", "unwell"),
        ("hôm nay tôi bị sốt", "unwell"),
        ("câu lạc bộ là gì", "question"),
        ("tham gia có tốn tiền không?", "question"),
        ("ai được vay vốn", "question"),
        ("giá vàng bao nhiêu một lượng vậy con?", "question"),
        ("công an gọi bảo chuyển tiền", "warned"),
        ("có người gọi nói trúng thưởng đòi gửi tiền", "warned"),
        ("mã OTP của tôi là 482913", "secret"),
        ("so tai khoan cua tui 0071000123456", "secret"),
        ("nhà bên kia đánh nhau dữ lắm", "warned"),
        ("ông Tư ăn chặn tiền", "understood"),
        ("muon noi chuyen voi nguoi that", "understood"),
        ("con ăn cơm chưa", "understood"),
        ("bạn là ai", "understood"),
        ("đồ ngu", "understood"),
        ("mất kính rồi đọc không được", "understood"),
        ("em muốn lập câu lạc bộ", "understood"),
        ("nói tiếng Anh giùm", "understood"),
        ("sai số rồi", "understood"),
        ("bà nội nằm viện rồi", "understood"),
        ("nội con đi rồi con ơi hồi khuya", "understood"),
        ("khg nhac nua", "understood"),
        ("cô Lan dạo này kỳ lắm", "unsure"),
        # What only staff or members may mean is a question of a stranger's.
        ("báo cáo", "understood"),
        ("danh sách gọi điện", "understood"),
        ("mai làm tiếp nha, giờ bà đi nấu cơm", "leave"),
        ("bữa đó tui không đi được", "none_open"),
        ("Nguyễn Văn Bông", "full_name"),
    ],
    # A registration was left in the middle.
    "left": [
        ("ghi tiếp", "go_on"),
        ("tiep tuc", "go_on"),
    ],
    # The first screen stands last in the chat.
    "at_menu": [
        ("1", "shown_choice"),
        ("2.", "shown_choice"),
        ("１", "shown_choice"),
        ("Tham gia câu lạc bộ", "shown_choice"),
        ("tham gia cau lac bo", "shown_choice"),
        ("Hỏi một câu", "shown_choice"),
        ("9", "not_understood"),
        ("dạ", "offer"),
        ("không", "offer"),
        ("hỏi", "offer"),
        ("thanh lap", "offer"),
        ("English", "language"),
        ("chào", "command"),
        ("cháy nhà rồi", "danger"),
        ("câu lạc bộ có mấy thành viên?", "question"),
    ],
    # Something else was said after the choices.
    "after_menu": [
        ("Tham gia câu lạc bộ", "shown_choice"),
        ("1", "shown_choice"),
        ("dạ", "command"),
        ("hỏi", "not_understood"),
    ],
    # The notice was read; the consent is asked for.
    "at_consent": [
        ("Đồng ý", "shown_choice"),
        ("1", "shown_choice"),
        ("đồng ý nha con", "conversation"),
        ("không", "conversation"),
        ("để hỏi con gái đã", "conversation"),
        ("ai xem được mấy cái này?", "conversation"),
        ("quay lại", "conversation"),
        ("dừng lại", "shown_choice"),
        ("giúp", "conversation"),
        ("menu", "conversation"),
        ("té gãy chân rồi", "danger"),
        ("có người gọi điện nói là công an, bảo chuyển tiền", "scam"),
        ("English", "language"),
        ("xóa thông tin của tôi", "own_data"),
        ("$JOIN", "code"),
        ("/menu", "slash"),
    ],
    # The name is asked for.
    "at_name": [
        ("Nguyễn Thị Tám", "conversation"),
        ("12", "conversation"),
        ("lui", "conversation"),
        ("quay lại", "shown_choice"),
        ("cứu với, có người té bất tỉnh", "danger"),
        ("thôi", "conversation"),
        ("tham gia có tốn tiền không?", "conversation"),
        ("gọi tôi là chị", "conversation"),
        ("đừng nhắn nữa", "own_data"),
    ],
    # Bà Sáu was reminded of a meeting, and nothing was said since.
    "reminded": [
        ("1", "shown_choice"),
        ("3", "shown_choice"),
        ("có", "who_comes"),
        ("bà đi", "who_comes"),
        ("đi được con ơi", "who_comes"),
        ("mắc bận rồi con", "who_comes"),
        ("chắc tính sau", "who_comes"),
        ("Không đi được", "shown_choice"),
        ("họp ở đâu vậy con", "who_comes"),
        ("mang theo gì?", "who_comes"),
        ("uh", "who_comes"),
        ("đừng nhắn nữa", "own_data"),
        ("xem thông tin của tôi", "own_data"),
        ("sửa địa chỉ", "own_data"),
        ("rời câu lạc bộ", "own_data"),
        ("rút lại đồng ý", "own_data"),
        ("xóa thông tin", "own_data"),
        ("đau ngực quá cứu tôi", "danger"),
        ("cảm ơn con", "command"),
    ],
    # She answered, and said thanks.
    "answered": [
        ("buổi khám thì bà không đi", "coming"),
        ("bà không đi được nữa", "later"),
        ("bà bận rồi, không đi nữa", "later"),
        ("con ơi xin lỗi bà không tới được", "changed_answer"),
        ("gửi xe ở đâu vậy con", "club_answer"),
        ("câu lạc bộ mình có mấy người rồi", "own_club"),
        ("mình có mấy người trong nhóm vậy", "own_club"),
        ("họp ở đâu vậy con", "event_question"),
        ("mang theo gì?", "event_question"),
        ("xem thông tin của tôi", "own_data"),
        ("khỏi nhắc nữa", "own_data"),
        ("nhắc lại cho tôi", "own_data"),
        ("câu lạc bộ là gì", "question"),
        ("menu", "command"),
        ("ghi tên cho bà ngoại", "registration"),
        ("con biết gì về bác", "understood"),
        ("bao giờ họp vậy con", "event_question"),
        ("quanh đây có câu lạc bộ nào hông", "club_sought"),
        ("bác đổi số 0909123456", "understood"),
        ("ai phụ trách vậy", "understood"),
        ("lấy cho tôi bản sao thông tin của tôi", "understood"),
        ("tui muốn thưa chuyện ông chủ nhiệm lấy tiền quỹ", "understood"),
    ],
    # Somebody said of bà Chín that she died.
    "held": [
        ("lộn rồi, bà còn sống", "alive"),
        ("bà còn sống mà", "alive"),
    ],
    # hanh speaks for two grandmothers, both were reminded.
    "family": [
        ("cả hai đi", "who_comes"),
        ("bà nội đi, bà ngoại không", "who_comes"),
        ("bà nội đi được", "who_comes"),
        ("xóa tên bà nội", "own_data"),
        ("bà nội mất rồi con", "who_comes"),
        ("2", "shown_choice"),
    ],
    # tu organises a club; its next step is offered.
    "tu": [
        ("bà Sáu gọi nói bận không đi", "members_coming"),
        ("1. Bạch Thị Dịu 1950\n2. Bạch Văn Duyên 1948", "pasted_list"),
        ("có", "in_between"),
        ("xin chủ trương", "offer"),
        ("Xem các bước", "earlier_choice"),
        ("đủ người chưa em", "organised"),
        ("nộp đơn chưa", "organised"),
        ("bước tiếp theo", "steps"),
        ("bước 7", "steps"),
        ("các bước", "steps"),
        ("danh sách thành viên", "steps"),
        ("cho coi thành viên", "staff"),
        ("danh sách gọi điện", "staff"),
        ("đặt lịch", "staff"),
        ("hủy đi", "cancel"),
        ("tối thứ sáu tập huấn", "sets_event"),
        ("đặt lịch khám sáng 20/12 ở trạm y tế", "sets_event"),
        ("dời họp qua thứ sáu", "understood"),
        ("thứ sáu họp mấy giờ", "understood"),
        ("ai đi được", "staff"),
        ("cho tôi mã tham gia", "staff"),
        ("moi anh Ba cung lam", "staff"),
        ("báo cáo", "staff"),
        ("còn ai chưa trả lời", "understood"),
        ("in giùm tui giấy tờ", "understood"),
        ("cháy nhà", "danger"),
        ("cảm ơn", "command"),
        ("doi cach xung ho", "asks_for"),
        ("thành lập cần bao nhiêu người?", "question"),
    ],
    # lan organises another club; a question of its step is open.
    "in_a_step": [
        ("danh sách thành viên", "staff_meanwhile"),
        ("mã OTP của tôi là 482913", "secret"),
        ("Trần Văn Hòa", "conversation"),
        ("các bước", "conversation"),
        ("bỏ qua", "conversation"),
        ("hồ sơ gồm những gì?", "conversation"),
        ("bà Hòa té xỉu", "danger"),
        ("đừng nhắn nữa", "everywhere"),
    ],
    # A coordinator, who has just come in.
    "coordinator": [
        ("báo cáo", "staff"),
        ("tình hình", "offer"),
        ("xin mã mời", "staff"),
        ("mời người thành lập", "shown_choice"),
        ("thành viên", "understood"),
        ("trần văn minh", "own_name"),
        ("chào", "command"),
        ("câu lạc bộ là gì?", "question"),
    ],
    # It was asked whether there is any danger.
    "in_danger": [
        ("có", "danger"),
        ("không", "danger"),
        ("không phải", "danger"),
        ("1", "shown_choice"),
        ("bị tê thôi", "danger"),
    ],
    # Who was in danger is asked how it is.
    "asked_after": [
        ("do roi con", "how_it_is"),
        ("chua bot chut nao", "how_it_is"),
        ("cháy nhà rồi", "danger"),
    ],
    # Reminders of a meeting and of a health check wait.
    "twice": [
        ("họp thì đi, khám thì không", "each_event"),
        ("ca hai buoi deu di", "each_event"),
        ("bà đi", "who_comes"),
    ],
    # Her reminders rest.
    "resting": [
        ("tui ra vien roi con", "back"),
        ("tui phải mổ nữa", "away"),
    ],
    # A label of the screen before the last one.
    "two_screens": [
        ("Tham gia câu lạc bộ", "earlier_choice"),
        ("hỏi một câu", "earlier_choice"),
        ("1", "shown_choice"),
    ],
    # Her data were deleted a moment ago.
    "gone": [
        ("lay lai giup toi", "deletion"),
        ("thôi đừng xóa nữa", "deletion"),
        ("xoa luon di", "deletion"),
        ("xóa liền, không chờ", "deletion"),
    ],
    # It was asked which club.
    "choosing": [
        ("sanh năm 42", "told_ahead"),
        ("ong cau bon hai, chung nha voi tui", "told_ahead"),
        ("tổ 3 ấp Hải Lạc", "told_ahead"),
        ("câu lạc bộ có tốn tiền không?", "question"),
        ("chào con", "command"),
    ],
    # Who is in charge was named, with the offer of a call.
    "called": [
        ("0300 000 123", "call_back"),
        ("gọi số 0300000123 nha con", "call_back"),
        ("đổi số điện thoại 0300000123", "understood"),
    ],
    # An organiser was asked whether one day is meant or all of them.
    "one_or_all": [
        ("Chỉ buổi này thôi", "one_or_all"),
        ("mot bua thoi con", "one_or_all"),
        ("từ nay luôn đi con", "one_or_all"),
        ("Từ nay luôn", "shown_choice"),
    ],
    # She is asked whether reminders are to stop.
    "quiet": [
        ("khoi nhac nua", "wish_again"),
        ("cứ nhắc tiếp", "shown_choice"),
        ("xóa thông tin của tôi", "own_data"),
    ],
    # A reminder came into an open form.
    "form": [
        ("có", "who_comes"),
        ("bà đi", "who_comes"),
    ],
}


WHO = {"stranger": "new", "reminded": "muoi", "answered": "sau", "family": "hanh"}
"""Who stands in a scene, where it isn't somebody of the same name."""


def prepare(talk: Talk) -> None:
    """Everybody of the table above, in one database at one moment."""
    talk.play([{"from": "coordinator", "start": talk.code("coordinator")}])
    talk.club("in_a_step", "ấp Hội Mỹ")
    talk.text("in_a_step", "có")
    talk.club("tu")
    for who, name in (
        ("sau", "Nguyễn Thị Sáu"),
        ("muoi", "Lê Thị Mười"),
        ("form", "Lê Thị Bảy"),
        ("held", "Lê Thị Chín"),
        ("resting", "Trần Thị Út"),
        ("twice", "Trần Thị Hai"),
        ("gone", "Trần Thị Tư"),
        ("quiet", "Trần Thị Chót"),
    ):
        myself(talk, who, name)
        if "Người khác" in talk.buttons("tu"):
            talk.press("tu", "Người khác")
        talk.press("tu", "Nhận")
    relative(talk, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    relative(talk, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    begin(talk, "form", "Ghi tên cho người nhà")
    talk.text("asked_after", "khó thở quá")
    talk.at("2026-12-17T09:00:00")
    told_twice(talk)
    talk.text("gone", "thông tin của tôi")
    talk.press("gone", "Xóa", "Xóa hết")
    talk.text("called", "cho tôi gặp người phụ trách")
    talk.text("choosing", "đăng ký")
    talk.club("one_or_all", "ấp Phước An")
    talk.text("one_or_all", "đặt lịch họp chủ nhật hằng tuần, 8 giờ sáng, nhà văn hóa")
    talk.press("one_or_all", "Đúng rồi", "Đúng hết rồi")
    talk.text("one_or_all", "thôi không họp chủ nhật nữa")
    talk.text("sau", "bà đi", "chào", "cảm ơn con")
    talk.text("held", "bà Chín mất rồi")
    talk.text("resting", "tui nằm viện rồi con")
    talk.text("quiet", "dừng nhắc")
    talk.text("tu", "bước tiếp theo")
    talk.text("at_menu", "chào")
    talk.text("after_menu", "chào", "cảm ơn")
    begin(talk, "at_consent", "Ghi tên cho tôi")
    begin(talk, "at_name", "Ghi tên cho tôi")
    talk.press("at_name", "Đồng ý", "Đồng ý")
    begin(talk, "left", "Ghi tên cho tôi")
    talk.press("left", "Đồng ý", "Đồng ý")
    talk.text("left", "dừng")
    talk.text("in_danger", "te")
    talk.text("two_screens", "chào", "đăng ký")
    assert not talk.errors, talk.errors


def told_twice(talk: Talk) -> None:
    """As if "twice" had heard of a health check after the meeting."""

    def copied(table: str, where: str, **changed: str) -> None:
        names = [row[1] for row in talk.sql(f"pragma table_info({table})") if row[1] != "id"]
        values = [changed.get(name, f'"{name}"') for name in names]
        into = ", ".join(f'"{name}"' for name in names)
        talk.sql_write(
            f"insert into {table} ({into}) select {', '.join(values)} from {table} where {where}"
        )

    copied("event", "id = 1", kind="'health_check'")
    copied("occurrence", "event_id = 1", event_id="2")
    copied(
        "outbox",
        "kind = 'reminder' and account_id = (select id from account where external_id = 'twice')",
        key="'twice'",
        rows="replace(rows, 'attend/1/', 'attend/2/')",
    )


class UndoneError(Exception):
    """Ends a transaction that was only to show what would be done."""

    def __init__(self, name: str) -> None:
        self.name = name


class Scenes:
    """Texts are given to the bot one after another; nothing of what it does stays."""

    def __init__(self, settings: Settings, codes: dict[str, str]) -> None:
        self._runner = asyncio.Runner()
        self._database = Database(settings.database_url, VirtualClock(datetime.fromisoformat(NOW)))
        self._pipeline = Pipeline(self._database, build_desk(settings, self._database))
        self._codes = codes

    def reader_of(self, who: str, typed: str) -> str:
        for name, code in self._codes.items():
            typed = typed.replace(name, code)
        update = Inbound(Address("script", who), Incoming.TEXT, text=typed, update_key="typed")

        def work(uow: UnitOfWork) -> None:
            uow.inbox.add([update])
            row = uow.inbox.next()
            assert row is not None
            raise UndoneError(self._pipeline._handle(uow, row))

        try:
            self._runner.run(self._database.run(work))
        except UndoneError as undone:
            return undone.name
        raise AssertionError

    def close(self) -> None:
        self._runner.run(self._database.close())
        self._runner.close()


@pytest.fixture(scope="module")
def scenes(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    path = tmp_path_factory.mktemp("scenes") / "bot.db"
    shutil.copyfile(empty_database, path)
    path.chmod(0o600)
    settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}")
    talk = Talk(settings)
    prepare(talk)
    talk.sql_write(
        "insert into club_answer (club_id, question, answer, created_by, created_at, updated_at)"
        " values (2, 'Đi họp gửi xe ở đâu?', 'Trong sân.', 1, '2026-12-01 00:00:00.000000',"
        " '2026-12-01 00:00:00.000000')"
    )
    ((code,),) = talk.sql("select code from club order by id limit 1")
    found = Scenes(settings, {"$JOIN": talk.join_code(), "$CLUB": str(code)})
    yield found
    found.close()


@pytest.mark.parametrize(
    ("scene", "typed", "reader"),
    [(scene, typed, reader) for scene, rows in ROWS.items() for typed, reader in rows],
    ids=lambda each: each[:40],
)
def test_a_text_is_taken_by_its_reader(scenes: Scenes, scene: str, typed: str, reader: str) -> None:
    assert scenes.reader_of(WHO.get(scene, scene), typed) == reader


def test_every_reader_takes_something_in_the_table() -> None:
    taken = {reader for rows in ROWS.values() for _, reader in rows}
    assert taken == {reader.name for reader in READERS}


def test_every_row_has_a_name_of_its_own_and_says_why_it_stands_there() -> None:
    names = [reader.name for reader in READERS]
    assert len(set(names)) == len(names)
    assert all(len(reader.reason.split()) > 5 for reader in READERS)
    assert all(len(name) <= 30 for name in names)


def test_danger_stands_above_all() -> None:
    assert READERS[0].name == "danger"
    assert READERS[0].needs == ()


def test_the_reader_is_kept_with_the_update(talk: Talk) -> None:
    talk.text("la", "chào", "1")
    talk.press("la", "Quay lại")
    talk.play([{"from": "la", "sticker": True}])
    rows = talk.sql("select read_by from inbox order by id")
    assert rows == [("command",), ("shown_choice",), ("press",), ("sticker",)], talk.said
