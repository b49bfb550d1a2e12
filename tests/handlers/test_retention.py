"""What is kept how long: each purpose by its time, by the clock, and nothing else goes with it."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from tests.conftest import Talk
from tests.handlers.test_pipeline import deliver
from tests.handlers.test_registration import begin, myself


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    return talk


def end(talk: Talk, state: str, day: str = "2026-12-01 01:00:00.000000") -> None:
    """Somebody's membership ends."""
    path = talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute("update membership set state = ?, changed_at = ?", (state, day))
        note_gone(connection)


def note_gone(connection: sqlite3.Connection) -> None:
    """Whoever is gone by now is looked at later, as when the program itself writes it."""
    connection.execute(
        "insert or replace into due (subject_kind, subject_id, kind, at, version) "
        "select 'membership', id, 'gone', changed_at, 1 from membership "
        "where state in ('left', 'moved', 'deceased', 'refused')"
    )


@pytest.mark.parametrize("state", ["left", "moved", "deceased", "refused"])
def test_who_left_is_forgotten_after_a_year(club: Talk, state: str) -> None:
    end(club, state)
    club.at("2027-12-01T07:00:00")
    assert club.sql(
        "select full_name, phone from person join membership on person_id = person.id"
    ) == [("Nguyễn Thị Sáu", "+84912345678")]
    club.at("2027-12-01T09:00:00")
    assert club.sql(
        "select full_name, phone, address from person join membership on person_id = person.id"
    ) == [(None, None, None)]
    # The moment itself, though nobody wrote that day.
    assert club.sql("select erased_at from person") == [("2027-12-01 01:00:00.000000",)]
    assert club.sql("select state from membership") == [(state,)]
    assert club.sql("select count(*) from consent where withdrawn_at is null and agreed") == [(0,)]


@pytest.mark.parametrize("state", ["active", "suspended", "waitlisted", "applied"])
def test_who_is_still_known_to_a_club_is_not(club: Talk, state: str) -> None:
    end(club, state)
    club.at("2028-06-01T09:00:00")
    assert club.sql("select full_name from person") == [("Nguyễn Thị Sáu",)]


def test_who_left_one_club_and_is_in_another_is_kept(club: Talk) -> None:
    end(club, "left")
    path = club.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute(
            "insert into club (code, unit_code, hamlet, name, name_folded, join_code, stage, "
            "created_at) values ('26686-02', '26686', 'ấp', 'CLB 2', 'clb 2', 'ABCDEF', "
            "'preparing', '2026-12-01 00:00:00.000000')"
        )
        connection.execute(
            "insert into membership (club_id, person_id, code, state, source, created_at, "
            "changed_at) values (2, 1, '26686-02-001', 'active', 'self', "
            "'2026-12-01 00:00:00.000000', '2026-12-01 00:00:00.000000')"
        )
    club.at("2028-01-01T08:00:00")
    assert club.sql("select full_name from person") == [("Nguyễn Thị Sáu",)]
    with sqlite3.connect(path) as connection:
        connection.execute(
            "update membership set state = 'left', changed_at = '2028-01-01 01:00:00.000000' "
            "where club_id = 2"
        )
        note_gone(connection)
    club.at("2028-12-30T08:00:00")
    assert club.sql("select full_name from person") == [("Nguyễn Thị Sáu",)]
    club.at("2029-01-02T08:00:00")
    assert club.sql("select full_name from person") == [(None,)]


def test_the_proof_of_a_consent_stays_three_years_longer(club: Talk) -> None:
    club.text("sau", "thông tin của tôi")
    club.press("sau", "Xóa", "Xóa hết")
    club.at("2029-11-29T08:00:00")
    assert club.sql("select count(*) from consent") == [(4,)]
    club.at("2029-12-02T08:00:00")
    assert club.sql("select count(*) from consent") == [(0,)]
    # The bare number of the request stays.
    assert club.sql("select kind from data_request") == [("see",), ("delete",)]


def test_words_are_forgotten_after_thirty_days(club: Talk) -> None:
    club.text("khach", "giá vàng hôm nay bao nhiêu vậy", "có")
    club.at("2026-12-30T08:00:00")
    assert club.sql("select count(*) from outbox where text = ''") == [(0,)]
    assert club.sql("select count(*) from inbox where raw = '{}'") == [(0,)]
    club.at("2027-01-01T08:00:00")
    assert club.sql("select min(created_at) from outbox where text != ''")[0][0] > "2026-12-02"
    assert club.sql("select count(*) from inbox where raw != '{}' or external_id != ''") == [(0,)]
    club.text("khach", "menu")
    assert club.sql("select text from outbox order by id desc limit 1") == [(club.last("khach"),)]


def test_a_question_that_was_handed_on_is_forgotten_and_can_not_be_answered(club: Talk) -> None:
    club.text("sau", "gặp người phụ trách")
    club.press("sau", "Nhắn giúp tôi")
    assert club.sql("select count(*) from enquiry where text != ''") == [(1,)]
    club.at("2027-01-02T08:00:00")
    assert club.sql("select text from enquiry") == [("",)]
    deliver(club, Inbound(Address("script", "tu"), Incoming.PRESS, "a/reply/1", update_key="x"))
    assert club.sql("select count(*) from conversation where flow = 'reply'") == [(0,)]


def test_an_unfinished_registration_is_forgotten(talk: Talk) -> None:
    talk.club()
    begin(talk, "hanh", "Ghi tên cho tôi")
    talk.press("hanh", "Đồng ý", "Đồng ý")
    talk.text("hanh", "Lê Thị Hạnh")
    talk.at("2026-12-30T08:00:00")
    assert talk.sql("select count(*) from conversation where account_id = 2") == [(1,)]
    talk.at("2027-01-01T08:00:00")
    assert talk.sql("select count(*) from conversation where account_id = 2") == [(0,)]


def test_the_settings_say_how_long(club: Talk) -> None:
    club.settings = club.settings.model_copy(
        update={"keep_after_leaving_days": 10, "keep_conversations_days": 3}
    )
    end(club, "left")
    club.at("2026-12-05T08:00:00")
    assert club.sql("select count(*) from outbox where text != ''") == [(0,)]
    assert club.sql("select full_name from person") == [("Nguyễn Thị Sáu",)]
    club.at("2026-12-12T08:00:00")
    assert club.sql("select full_name from person") == [(None,)]


def test_a_run_is_logged_in_numbers(club: Talk) -> None:
    end(club, "left")
    with capture_logs() as lines:
        club.at("2027-12-02T08:00:00")
    forgotten = [line for line in lines if line["event"] == "forgotten"]
    assert sum(line.get("gone", 0) for line in forgotten) == 1
    for line in forgotten:
        assert all(
            isinstance(value, int)
            for key, value in line.items()
            if key not in ("event", "log_level")
        )


def test_a_message_that_still_waits_keeps_its_words(club: Talk) -> None:
    path = club.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute(
            "update outbox set state = 'queued', attempt = 0, not_before = '2027-02-01 01:00:00.000000', "
            "expires_at = '2027-02-02 01:00:00.000000' where id = 2"
        )
    old = "select id from outbox where text != '' and created_at < '2026-12-02'"
    club.at("2027-01-15T08:00:00")
    assert club.sql(old) == [(2,)]
    club.at("2027-02-03T08:00:00")
    assert club.sql(old) == []


def test_many_that_left_in_one_moment_are_all_forgotten(club: Talk) -> None:
    path = club.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(path) as connection:
        for number in range(2, 260):
            connection.execute(
                "insert into person (id, full_name, created_at) "
                "values (?, 'Lê Thị Mười', '2026-12-01 00:00:00.000000')",
                (number,),
            )
            connection.execute(
                "insert into membership (club_id, person_id, code, state, source, created_at, "
                "changed_at) values (1, ?, ?, 'left', 'import', '2026-12-01 00:00:00.000000', "
                "'2026-12-01 02:00:00.000000')",
                (number, f"26686-01-{number:03}"),
            )
        note_gone(connection)
    club.at("2027-12-02T08:00:00")
    assert club.sql("select count(*) from person where full_name = 'Lê Thị Mười'") == [(0,)]


def test_old_files_go_too(club: Talk) -> None:
    path = club.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    folder = Path(path).parent / "files" / "copies"
    folder.mkdir(parents=True)
    old, new = folder / "old.csv", folder / "new.csv"
    for each, days in ((old, 31), (new, 29)):
        each.write_text("x", encoding="utf-8")
        moment = (datetime(2026, 12, 20, 1, tzinfo=UTC) - timedelta(days=days)).timestamp()
        os.utime(each, (moment, moment))
    club.at("2026-12-20T08:00:00")
    assert sorted(each.name for each in folder.iterdir()) == ["new.csv"]


def test_the_defaults_are_what_the_documentation_says(settings: Settings) -> None:
    text = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")
    for name in (
        "keep_conversations_days",
        "keep_after_leaving_days",
        "keep_proof_days",
        "keep_backups",
    ):
        value = getattr(Settings(_env_file=None), name)
        assert f"`BOT_{name.upper()}` ({value})" in text
