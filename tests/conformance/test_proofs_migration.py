"""Proofs that hold another question are mended or marked, and nothing else is touched."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import command

from bot.messages import Address
from bot.settings import Settings
from bot.speech.translation import words_of_version, words_version
from bot.storage.migrate import _config
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
STORED, ASKED = "registration.circumstances.ask", "registration.circumstances_consent.ask"
OLD = {
    "An": ("circumstances", STORED, "ab09eee33db4", "press"),
    "Ba": ("circumstances", STORED, "374d74f61c08", "typed"),
    "Tư": ("circumstances", STORED, "b4c79946d5f5", "press"),
    "Năm": ("circumstances", STORED, "cc872ff66a76", "press"),
    "Sáu": ("circumstances", STORED, "000000000000", "press"),
    "Bảy": ("circumstances", STORED, "ab09eee33db4", "aloud"),
    "Tám": ("roster", "registration.roster.ask", "264bd2c0a1f0", "press"),
    "Chín": ("circumstances", ASKED, "6c8aa565eec3", "press"),
}
QUERY = "SELECT words, words_version FROM consent ORDER BY id"


def _fill(uow: UnitOfWork) -> None:
    uow = uow.at(NOW)
    account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
    club = uow.clubs.add(
        unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=account.id
    )
    for name, (purpose, words, version, way) in OLD.items():
        uow.people.add_consent(
            uow.people.add(full_name=name), club.id, purpose, agreed=True, words=words,
            words_version=version, way=way, answered_on=NOW.date(),
        )  # fmt: skip
    proof = {"agreed": True, "way": "press", "words": STORED, "version": "ab09eee33db4"}
    state = {"version": 1, "proofs": {"circumstances": proof}, "answers": {"x": "giữ"}}
    uow.conversations.put(account.id, "registration/self/1", state, is_open=True)
    uow.conversations.put(account.id, "registration", {}, is_open=False)


def _rows(uow: UnitOfWork, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in uow.connection.exec_driver_sql(query)]


def test_another_questions_proof_is_mended_and_the_way_back_finds_it(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        _fill(uow)
        before = _rows(uow, QUERY)
        config = _config()
        config.attributes["connection"] = uow.connection
        command.downgrade(config, "0014")
        assert "mended_from" not in {
            each["name"] for each in sa.inspect(uow.connection).get_columns("consent")
        }
        assert _rows(uow, QUERY) == before
        command.upgrade(config, "head")
        vi, en = "6c8aa565eec3", "c3d60f6b5196"
        # Those words are kept, though the English question is put otherwise by now.
        assert words_version(ASKED, "vi") == vi
        assert "Does … agree?" in (words_of_version(ASKED, en) or "")
        found = _rows(uow, "SELECT words, words_version, language, mended_from FROM consent"
                           " ORDER BY id")  # fmt: skip
        assert found == [
            (ASKED, vi, "vi", f"{STORED} ab09eee33db4"),
            (ASKED, vi, "vi", f"{STORED} 374d74f61c08"),
            (ASKED, en, "en", f"{STORED} b4c79946d5f5"),
            (ASKED, en, "en", f"{STORED} cc872ff66a76"),
            (STORED, "000000000000", None, f"{STORED} 000000000000"),
            (STORED, "ab09eee33db4", None, f"{STORED} ab09eee33db4"),
            (*before[6], None, None),
            (*before[7], None, None),
        ]
        people = [number for (number,) in _rows(uow, "SELECT id FROM person ORDER BY id")]
        consents = [next(iter(uow.people.consents(person, 1).values())) for person in people]
        marks = [(each.is_mended, each.is_doubtful) for each in consents]
        assert marks == [(True, False)] * 4 + [(False, True)] * 2 + [(False, False)] * 2
        kept = uow.conversations.find(1, "registration/self/1")
        assert kept is not None
        assert kept.state["proofs"]["circumstances"] == {
            "agreed": True, "way": "press", "words": ASKED, "version": vi,
        }  # fmt: skip
        assert kept.state["answers"] == {"x": "giữ"}
        command.downgrade(config, "0014")
        assert _rows(uow, QUERY) == before
        command.upgrade(config, "head")

    in_database(settings, work)
