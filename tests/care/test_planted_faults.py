"""Each thing that goes wrong with an installation: one line of the doctor, with what to do about it."""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.care.doctor import examine
from bot.care.sealing import seal
from bot.channels.base import Finding, Level
from bot.home import HOME, env_file
from bot.settings import PREFIX, Settings, SettingsError, load_settings
from bot.speech.operators import words_at_any_rate
from bot.speech.translation import say
from bot.storage.database import Database
from bot.storage.examination import check_file
from bot.storage.migrate import latest_version
from tests.care.test_doctor import ME, NOW, TOKEN, Answer, around, put_message, telegram_says
from tests.care.test_starting import PLAN, is_free, taken

TELEGRAM = (f"BOT_TELEGRAM_TOKEN={TOKEN}", "BOT_TELEGRAM_API_URL=http://bot.test:81")
PUBLIC = "BOT_PUBLIC_URL=https://clb.example.org"
KEY = "mot cau dai ghi tren giay"
TO_DO = (
    "Sửa", "Xem", "xem", "Chạy", "chạy", "Đặt", "đặt", "Bỏ", "bỏ", "Dọn", "Cấp", "Chuyển", "Tắt",
    "Tìm", "tìm", "Chép", "Chỉnh", "Lưu", "viết", "Cắm", "Giữ", "Dùng", "Nhắc", "chọn", "Lấy",
    "Cập nhật", "làm lại", "thí dụ", "danh sách gọi điện",
)  # fmt: skip
"""Words by which a line says what to do."""


class Installation:
    """A bot's folder in which all is well, until something is planted in it."""

    def __init__(self, folder: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.database = database
        self.patch = monkeypatch
        self.around: dict[str, Any] = {"take_port": is_free, "mounts": lambda: ""}
        self.answer: Answer | None = None
        self.now = NOW
        self.closing: list[Callable[[], None]] = []
        self._env: list[str] = []

    def env(self, *lines: str) -> None:
        """Lines of `.env`."""
        self._env += lines
        (self.folder / ".env").write_text("".join(f"{line}\n" for line in self._env), "utf-8")

    def write(self, *statements: str) -> None:
        """Change the database behind the program's back."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    def account(self) -> None:
        """Somebody who once wrote over Telegram."""
        self.write(
            "insert into account (id, channel, external_id, capabilities, language, created_at,"
            " last_seen_at) values (1, 'telegram', '7', 'telegram', 'vi', '2026-12-01',"
            " '2026-12-01')"
        )

    def message(self, **more: str) -> None:
        """A message to that person."""
        self.account()
        with contextlib.closing(sqlite3.connect(self.database)) as connection, connection:
            put_message(connection, "k", **more)

    def tick(
        self, name: str, error: str | None = None, ran_at: str = "2026-12-09 00:59:00"
    ) -> None:
        """That a tick or a job ran."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute(
                "insert or replace into tick (name, ran_at, error) values (?, ?, ?)",
                (name, ran_at, error),
            )

    def backup(self, key: str | None = None, age: timedelta = timedelta(hours=1)) -> None:
        """A backup that the bot made by itself."""
        folder = self.folder / "data" / "backups"
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / "bot-20261209T000000Z.backup"
        with self.database.open("rb") as source, path.open("wb") as target:
            if key:
                seal(source, target, key)
            else:
                target.write(source.read())
        path.chmod(0o600)
        os.utime(path, ((NOW - age).timestamp(),) * 2)
        self.tick("backup")

    def lines(self) -> list[str]:
        """What the doctor says, as `ishc-bot doctor` does."""
        try:
            settings = load_settings()
        except SettingsError as error:
            spoken = words_at_any_rate(error.language)
            finding = Finding(Level.FAULT, say("doctor.settings_fault", fault=error.words))
            return [spoken(finding.line)]
        looked = around(
            self.answer, self.now, environment=os.environ, env_file=env_file(), **self.around
        )
        found = asyncio.run(examine(settings, looked))
        return [words_at_any_rate(settings.locale)(each.line) for each in found]


@pytest.fixture
def place(
    well: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Installation]:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name}".upper(), raising=False)
    monkeypatch.setattr("bot.care.doctor.check_file", partial(check_file, patience=0.01))
    folder = tmp_path / "ishc"
    (folder / "data").mkdir(mode=0o700, parents=True)
    database = folder / "data" / "bot.db"
    Path(well.database_url.removeprefix("sqlite+aiosqlite:///")).rename(database)
    monkeypatch.setenv(HOME, str(folder))
    made = Installation(folder, database, monkeypatch)
    yield made
    for close in made.closing:
        close()


Plant = Callable[[Installation], object]


def says(*lines: str) -> Plant:
    """Settings."""
    return lambda place: place.env(*lines)


def raw(content: bytes) -> Plant:
    """A `.env` just as an editor saved it."""
    return lambda place: (place.folder / ".env").write_bytes(content)


def sees(**more: Any) -> Plant:
    """Surroundings."""
    return lambda place: place.around.update(more)


def telegram(answer: Answer) -> Plant:
    def plant(place: Installation) -> None:
        place.env(*TELEGRAM)
        place.answer = answer

    return plant


def refused(number: int) -> Plant:
    def probe(_folder: Path) -> None:
        raise OSError(number, os.strerror(number))

    return sees(probe=probe)


def mounted(kind: str) -> Plant:
    def plant(place: Installation) -> None:
        point = str(place.folder.parent.resolve()).replace(" ", r"\040")
        place.around["mounts"] = lambda: f"/dev/sda1 / ext4 rw 0 0\nx:/y {point} {kind} rw 0 0\n"

    return plant


def plan(content: bytes) -> Plant:
    def plant(place: Installation) -> None:
        (place.folder / "plan.toml").write_bytes(content)
        place.env("BOT_PLAN=plan.toml")

    return plant


def all_of(*plants: Plant) -> Plant:
    return lambda place: [each(place) for each in plants]


def overwritten(place: Installation) -> None:
    content = bytearray(place.database.read_bytes())
    content[8192:68192] = b"\xff" * 60000
    place.database.write_bytes(content)


def a_folder_for_a_file(place: Installation) -> None:
    place.database.unlink()
    place.database.mkdir(mode=0o700)


def locked(place: Installation) -> None:
    connection = sqlite3.connect(place.database, isolation_level=None)
    place.closing.append(connection.close)
    connection.execute("begin exclusive")


def worker(place: Installation) -> None:
    database = Database(f"sqlite+aiosqlite:///{place.database}")
    database.lock_worker()
    place.closing.append(lambda: asyncio.run(database.close()))


def links(answer: Callable[[httpx.Request], httpx.Response]) -> Plant:
    return all_of(
        says(PUBLIC, "BOT_WEB_CHAT=on"),
        worker,
        sees(public_transport=httpx.MockTransport(answer), take_port=taken(errno.EADDRINUSE)),
    )


def nowhere(_request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no such host")


def no_words(place: Installation) -> None:
    place.patch.setattr("bot.speech.compiled.catalogue_folder", lambda: place.folder)


def no_library(place: Installation) -> None:
    place.patch.setattr("bot.care.starting._installed", lambda _name: None)


def ledger(place: Installation) -> None:
    path = place.folder / "data" / "bot.erased.jsonl"
    path.write_text("hello\n")
    path.chmod(0o600)


def unmounted(place: Installation) -> None:
    place.env(f"BOT_BACKUPS_TO={place.folder / 'usb'}")


def same_disk(place: Installation) -> None:
    unmounted(place)
    (place.folder / "usb").mkdir()


def full_place(place: Installation) -> None:
    other = Path("/proc/self")  # A folder of another file system.
    place.env(f"BOT_BACKUPS_TO={other}")
    place.tick("backup-copy", "OSError")


FAULTS: dict[str, tuple[Plant, tuple[str, ...]]] = {
    # Settings
    "a word for a number": (says("BOT_WEB_PORT=tám"), ("BOT_WEB_PORT 'tám'", "số nguyên", "=8080")),
    "a port that is none": (says("BOT_WEB_PORT=70000"), ("BOT_WEB_PORT", "65535", "=8080")),
    "no time zone": (says("BOT_TIMEZONE=Saigon"), ("BOT_TIMEZONE", "múi giờ")),
    "no language": (says("BOT_LOCALE=vn"), ("BOT_LOCALE 'vn'", "vi, en")),
    "no database of ours": (says("BOT_DATABASE_URL=mysql://x"), ("BOT_DATABASE_URL", "PostgreSQL")),
    "no token": (says("BOT_TELEGRAM_TOKEN=clb_bot"), ("BOT_TELEGRAM_TOKEN", "@BotFather")),
    "no address": (says("BOT_PUBLIC_URL=clb.vn"), ("BOT_PUBLIC_URL 'clb.vn'", "https://")),
    "no address of ours": (says("BOT_WEB_HOST="), ("BOT_WEB_HOST", "máy này", "=127.0.0.1")),
    "a secret that is guessed": (says("BOT_WEBHOOK_SECRET=abc"), ("BOT_WEBHOOK_SECRET", "8 đến 256")),
    "Zalo, too early": (says("BOT_ZALO_OA_APP_ID=1"), ("BOT_ZALO_OA_APP_ID", "chưa có kênh Zalo")),
    "a slip of the pen": (says("BOT_BACKUP_KEI=abc"), ("BOT_BACKUP_KEI", "chính tả")),
    "half of a key": (says("BOT_BACKUP_KEY=hai ba # bốn"), ("dòng 1", "BOT_BACKUP_KEY='...'")),
    "a quote left open": (says("BOT_CONTACT='cô Lan"), ("dòng 1", "BOT_CONTACT", "nháy")),
    "curly quotes": (says("BOT_CONTACT=“cô Lan”"), ("dòng 1", "BOT_CONTACT='...'")),
    "no equals sign": (says("BOT_WEB_PORT 8080"), ("dòng 1", "TÊN=giá trị")),
    "UTF-16": (raw(codecs.BOM_UTF16_LE + "BOT_LOCALE=vi\n".encode("utf-16-le")), ("UTF-16", "UTF-8")),
    "an old encoding": (raw(b"BOT_CONTACT=c\xf4 Lan\n"), ("không phải chữ UTF-8", "Notepad")),
    "no plan there": (says("BOT_PLAN=ke-hoach.toml"), ("BOT_PLAN", "không có tệp")),
    # Would it start, and who can come in?
    "no words": (no_words, ("Lời của chương trình", "git checkout -- locales")),
    "libraries of before the update": (no_library, ("Thư viện", "make install")),
    "a plan that is no plan": (plan(b"hello"), ("plan.toml", "BOT_PLAN")),
    "a plan with a wrong key": (
        plan(PLAN.replace("target_clubs", "targets", 1).encode()), ("unknown key targets", "BOT_PLAN"),
    ),
    "a plan saved as UTF-16": (plan(PLAN.encode("utf-16")), ("UTF-16", "BOT_PLAN")),
    "no page and no channel": (says("BOT_WEB=off"), ("không ai vào được", "BOT_WEB=off")),
    "the page closed to all": (says("BOT_WEB_CHAT=off"), ("không ai vào được", "BOT_WEB_CHAT=off")),
    "a public address closes the page": (says(PUBLIC), ("clb.example.org", "BOT_WEB_CHAT=on")),
    "webhooks without a server": (
        all_of(telegram(telegram_says(200, ME)), says("BOT_WEB=off", PUBLIC, "BOT_WEBHOOK_SECRET=a-long-one")),
        ("BOT_WEB=off", "BOT_WEBHOOK_SECRET"),
    ),
    "another program has the port": (sees(take_port=taken(errno.EADDRINUSE)), ("cổng 8080", "=8081")),
    "a port for the administrator": (sees(take_port=taken(errno.EACCES)), ("cổng 8080", "1024")),
    "links that lead nowhere": (links(nowhere), ("clb.example.org", "BOT_PUBLIC_URL", "mã QR")),
    "links that lead to another page": (
        links(lambda _: httpx.Response(404, text="nginx")), ("clb.example.org", "(404)", "Caddy"),
    ),
    # Folder and disk
    "a full disk": (refused(errno.ENOSPC), ("Ổ đĩa đầy", "Dọn bớt")),
    "a quota that is used up": (refused(errno.EDQUOT), ("Ổ đĩa đầy", "Dọn bớt")),
    "a disk that fills": (sees(free=lambda _: 100 << 20), ("100 MB", "Dọn bớt")),
    "a folder for reading only": (refused(errno.EROFS), ("chỉ đọc", "Cấp quyền ghi")),
    "a folder of somebody else's": (refused(errno.EACCES), ("chỉ đọc", "Cấp quyền ghi")),
    "no folder": (says("BOT_DATABASE_URL=sqlite+aiosqlite:///dat/bot.db"), ("dat", "migrate")),
    "a share of Windows": (mounted("cifs"), ("ổ đĩa mạng (cifs)", "PostgreSQL")),
    "NFS": (mounted("nfs4"), ("ổ đĩa mạng (nfs4)", "Chuyển sang")),
    "sshfs": (mounted("fuse.sshfs"), ("ổ đĩa mạng (fuse.sshfs)", "Chuyển sang")),
    "others may read": (lambda place: place.database.chmod(0o644), ("người khác", "chmod go-rwx")),
    # Database
    "no database": (lambda place: place.database.unlink(), ("chưa có", "migrate", "restore")),
    "nothing in it": (lambda place: place.database.write_bytes(b""), ("còn trống", "migrate")),
    "something else": (lambda place: place.database.write_bytes(b"hello" * 999), ("bị hỏng", "restore")),
    "pages of it overwritten": (overwritten, ("bị hỏng", "restore")),
    "a folder in its place": (a_folder_for_a_file, ("không mở được", "BOT_DATABASE_URL")),
    "held by another program": (locked, ("đang bị khóa", "tắt chương trình đó")),
    "an older schema": (
        lambda place: place.write("update alembic_version set version_num = '0013'"), ("0013, cũ hơn", "migrate"),
    ),
    "a newer schema": (
        lambda place: place.write("update alembic_version set version_num = '9999'"), ("mới hơn", "Cập nhật"),
    ),
    "a server that is away": (
        says("BOT_DATABASE_URL=postgresql+asyncpg://bot:hidden@127.0.0.1:1/bot"), ("không kết nối được", "BOT_DATABASE_URL"),
    ),
    # Telegram and the clock
    "a token that was revoked": (
        telegram(telegram_says(401, {"ok": False, "error_code": 401})), ("BOT_TELEGRAM_TOKEN sai", "@BotFather"),
    ),
    "the block": (telegram(nowhere), ("không tới được máy chủ bot.test:81", "tường lửa")),
    "another server": (telegram(telegram_says(200, "<html>")), ("không giống", "BOT_TELEGRAM_API_URL")),
    "a clock an hour ahead": (
        telegram(telegram_says(200, ME, at=NOW - timedelta(hours=1))), ("nhanh 60 phút", "NTP"),
    ),
    "a clock behind what was written": (
        lambda place: setattr(place, "now", NOW - timedelta(hours=1)), ("chạy chậm", "NTP"),
    ),
    # What came of the work
    "a tick that stands still": (
        lambda place: place.tick("due", ran_at="2026-12-09 00:00:00"), ("due: đứng yên", "ishc-bot run"),
    ),
    "a tick that fails": (lambda place: place.tick("due", "KeyError"), ("due: gặp lỗi (KeyError)", "nhật ký")),
    "it never ran": (lambda place: place.write("delete from tick"), ("chưa chạy lần nào", "ishc-bot run")),
    "an update that failed": (
        lambda place: place.write(
            "insert into inbox (id, channel, update_key, external_id, raw, received_at, state, error)"
            " values (9, 'web', 'k', 'a', '{}', '2026-12-08 00:00:00', 'failed', 'KeyError')"
        ),
        ("1 tin xử lý hỏng", "số 9", "nhật ký"),
    ),
    "a message that hangs": (lambda place: place.message(state="queued"), ("1 tin cho kênh telegram", "kẹt")),
    "a message that was refused": (lambda place: place.message(state="failed"), ("1 tin không gửi được", "gọi điện")),
    # What is lost comes back
    "a key that is guessed": (says("BOT_BACKUP_KEY=abc"), ("ngắn quá", "12 ký tự")),
    "backups off and none": (says("BOT_BACKUPS=off"), ("Chưa có bản sao lưu", "ishc-bot backup")),
    "backups that stopped": (lambda place: place.backup(age=timedelta(days=3)), ("đã cũ", "2026-12-06")),
    "a backup that fails": (lambda place: place.tick("backup", "OSError"), ("Sao lưu", "(OSError)", "ổ đĩa")),
    "the key is gone": (lambda place: place.backup(KEY), ("BOT_BACKUP_KEY", "trên giấy")),
    "another key than the backup's": (
        all_of(says("BOT_BACKUP_KEY='một khóa khác hẳn'"), lambda place: place.backup(KEY)), ("khóa khác", "ishc-bot backup"),
    ),
    "the second place isn't mounted": (unmounted, ("usb", "BOT_BACKUPS_TO", "Cắm")),
    "the second place is the same disk": (same_disk, ("cùng ổ đĩa", "BOT_BACKUPS_TO")),
    "the second place is full": (full_place, ("/proc/self", "(OSError)", "còn chỗ")),
    "a trial that failed": (
        all_of(lambda place: place.backup(), lambda place: place.tick("restore-drill", "SnapshotError")),
        ("không lấy lại được", "ishc-bot backup --check"),
    ),
    "a ledger of garbage": (ledger, ("Sổ người đã xóa", "line 1", "chỗ cất thứ hai")),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named_in_one_line(place: Installation, fault: str) -> None:
    plant, words = FAULTS[fault]
    plant(place)
    found = [line for line in place.lines() if not line.startswith("[tốt]")]
    assert len(found) == 1, found
    (line,) = found
    for each in words:
        assert each in line, line
    assert any(word in line for word in TO_DO), line
    assert "\n" not in line
    assert TOKEN not in line
    assert "hidden" not in line


def test_there_are_forty_of_them() -> None:
    assert len(FAULTS) >= 40


def with_backups(place: Installation) -> None:
    place.env(f"BOT_BACKUP_KEY='{KEY}'", "BOT_BACKUPS_TO=/proc/self")
    place.backup(KEY)
    place.tick("backup-copy")
    place.tick("restore-drill")


def running_behind_a_name(place: Installation) -> None:
    told = {"status": "failing", "wrong": ["telegram"], "version": "0.1.0"}
    links(lambda _: httpx.Response(503, json=told))(place)


SOUND: dict[str, Plant] = {
    "as it comes": lambda _place: None,
    "an editor's file, a plan of one's own": all_of(
        plan(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()),
        raw(b"\xef\xbb\xbfBOT_PLAN=plan.toml\r\nBOT_CONTACT='c\xc3\xb4 Lan # 0918'\r\n"),
        mounted("ext4"),
    ),
    "Telegram alone": all_of(telegram(telegram_says(200, ME)), says("BOT_WEB=off")),
    "the page to the public, running": running_behind_a_name,
    "sealed backups, a second place, tried": with_backups,
    "a stick with NTFS": mounted("fuseblk"),
}


@pytest.mark.parametrize("case", SOUND)
def test_no_false_alarm(place: Installation, case: str) -> None:
    SOUND[case](place)
    lines = place.lines()
    assert [line for line in lines if not line.startswith("[tốt]")] == []
    assert any(latest_version() in line for line in lines)
