"""What holds people's data is its owner's alone: made so, and narrowed where it wasn't."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import open_database
from bot.care.doctor import Level
from bot.care.places import places_of_people
from bot.clock import VirtualClock
from bot.files import make_folder, narrow, readable_by_others, write_file
from bot.handlers.papers.commands import keep_copy
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests.care.test_doctor import NOW, around, faults
from tests.command_line import run
from tests.conftest import Talk
from tests.handlers.test_abuse import button, pressed
from tests.handlers.test_pipeline import deliver
from tests.handlers.test_registration import myself


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """A shell that lets everybody read what is made in it."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_folders_and_files_are_made_for_their_owner(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "a" / "b")
    (folder / "list").write_bytes(b"old")
    write_file(folder / "list", b"x")
    assert readable_by_others([tmp_path / "a"]) == []
    assert (folder / "list").read_bytes() == b"x"


def test_what_is_open_to_others_is_narrowed(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").touch(0o666)
    (tmp_path / "elsewhere").touch(0o666)
    (tmp_path / "a" / "d").symlink_to(tmp_path / "elsewhere")
    assert narrow([tmp_path / "a", tmp_path / "none"]) == 3
    assert readable_by_others([tmp_path / "a"]) == []
    assert (tmp_path / "elsewhere").stat().st_mode & 0o777 == 0o666


async def test_a_new_database_is_its_owners_with_its_logs_and_its_lock(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/data/bot.db")
    await migrate(database)
    database.lock_worker()
    try:
        names = {each.name for each in (tmp_path / "data").iterdir()}
        assert names == {"bot.db", "bot.db-wal", "bot.db-shm", "bot.db.lock"}
        assert readable_by_others([tmp_path / "data"]) == []
    finally:
        await database.close()


async def test_an_older_database_is_narrowed_when_it_is_opened(settings: Settings) -> None:
    database = await open_database(settings.database_url)
    path = database.address.file
    try:
        for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            each.chmod(0o644)
        again = await open_database(settings.database_url)
        await again.close()
        assert readable_by_others(places_of_people(database.address)) == []
    finally:
        await database.close()


async def test_the_doctor_names_what_others_can_read_and_changes_nothing(
    settings: Settings,
) -> None:
    path = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))
    assert not [each for each in await faults(settings, around(), Level.WARNING) if "đọc" in each]
    path.chmod(0o644)
    (path.parent / "files").mkdir()
    told = await faults(settings, around(now=NOW), Level.WARNING)
    assert any("2 tệp hay thư mục" in each and "bot.db" in each for each in told)
    assert path.stat().st_mode & 0o777 == 0o644


def test_what_a_command_writes_is_the_operators_alone(talk: Talk, tmp_path: Path) -> None:
    club, url = talk.club(), talk.settings.database_url
    out = tmp_path / "out"
    out.mkdir()
    assert run("documents", "--club", club, "--out", str(out / "papers"), url=url).returncode == 0
    assert run("report", "--out", str(out / "report.txt"), url=url).returncode == 0
    assert readable_by_others(out.iterdir()) == []


# What a guest sends


def received(talk: Talk) -> list[Path]:
    folder = Path(talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")).parent
    return list((folder / "files" / "received").glob("*"))


LIST = "Họ và tên,Năm sinh\nLê Văn Bảy,1950\n"


def sends(
    talk: Talk, who: str, name: str = "list.csv", content: str = LIST, *, may_fail: bool = False
) -> list[str]:
    """A file as a channel brings it: it lies among the received ones already."""
    folder = make_folder(
        Path(talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")).parent
        / "files"
        / "received"
    )
    path = folder / f"{len(talk.said)}-{who}-{name}"
    path.write_text(content, encoding="utf-8")
    # Wherever the machine's own clock stands: it came before the script begins.
    os.utime(path, (datetime(2026, 12, 1, tzinfo=UTC).timestamp(),) * 2)
    sent = Inbound(
        Address("script", who), Incoming.FILE, file_path=str(path), file_name=name,
        update_key=str(path), name=who,
    )  # fmt: skip
    return [line["text"] for line in deliver(talk, sent, may_fail=may_fail) if line["to"] == who]


def test_a_guests_file_is_not_kept(talk: Talk) -> None:
    talk.club()
    assert "chỉ nhận danh sách" in sends(talk, "la")[0]
    assert received(talk) == []
    talk.play([{"from": "sau", "start": talk.join_code()}])
    talk.press("sau", "Ghi tên cho tôi")
    sends(talk, "sau")
    assert received(talk) == []


def test_what_an_organiser_sends_is_kept_if_it_is_a_list(talk: Talk) -> None:
    talk.club()
    assert "1 dòng" in sends(talk, "tu")[0]
    assert len(received(talk)) == 1
    sends(talk, "tu", "picture.xlsx", "PK\x03\x04nonsense")
    assert [path.name.endswith("list.csv") for path in received(talk)] == [True]


def test_a_list_is_kept_until_it_is_written(talk: Talk) -> None:
    talk.club()
    sends(talk, "tu")
    talk.at("2026-12-01T12:00:00")
    assert len(received(talk)) == 1
    talk.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    assert len(received(talk)) == 1
    talk.at("2026-12-01T14:00:00")
    assert received(talk) == []
    assert talk.sql("select full_name from person where full_name like 'Lê%'") == [("Lê Văn Bảy",)]


def test_a_list_that_is_not_to_be_written_is_put_away(talk: Talk) -> None:
    talk.club()
    sends(talk, "tu")
    talk.press("tu", "Rồi", "Hôm nay")
    assert "không giữ" in talk.press("tu", "Thôi, chưa ghi")[0]
    talk.at("2026-12-01T12:00:00")
    assert received(talk) == []
    heard = deliver(talk, pressed("tu", button(talk, "tu", "Ghi vào sổ"), "old"))
    assert "không có danh sách nào chờ ghi" in heard[0]["text"]


def test_a_list_goes_with_who_asks_to_be_forgotten(talk: Talk) -> None:
    """Whether it was written or waits still: it may hold whoever is on the roster."""
    talk.club()
    for who in ("sau", "nam"):
        myself(talk, who, f"Nguyễn Thị {who.title()}", "1950")
        talk.press("tu", "Nhận")
    sends(talk, "tu", "written.csv")
    talk.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    sends(talk, "tu", "waits.csv", "Họ và tên,Năm sinh\nNguyễn Thị Sau,1950\n")
    talk.text("sau", "thông tin của tôi")
    talk.press("sau", "Xóa", "Xóa hết")
    assert received(talk) == []
    assert talk.text("tu", "chưa") != []
    assert talk.sql("select count(*) from person where full_name = 'Nguyễn Thị Sau'") == [(0,)]


def test_a_file_of_the_writers_own_is_left_alone(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    (tmp_path / "mine.csv").write_text("Họ và tên\n", encoding="utf-8")
    talk.play([{"from": "la", "file": str(tmp_path / "mine.csv")}])
    assert (tmp_path / "mine.csv").is_file()


def test_a_file_goes_with_an_update_that_failed(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(services: object, turn: object) -> None:
        raise RuntimeError

    talk.club()
    monkeypatch.setattr("bot.handlers.pipeline.handle", broken)
    for who in ("la", "tu"):
        sends(talk, who, may_fail=True)
        assert received(talk) == []


def test_copies_that_are_given_are_their_owners(talk: Talk, tmp_path: Path) -> None:
    class Services:
        files = str(tmp_path / "files")

    now = VirtualClock(NOW).now()
    keep_copy(Services, now, "list.csv", b"x")  # type: ignore[arg-type]
    assert readable_by_others([tmp_path / "files"]) == []
