"""A club that tests of conversations begin with: five members, and a founding up to a step."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import build_program
from bot.channels.script import NAME
from bot.clock import VirtualClock
from bot.domain.founding import StepKey
from bot.handlers.founding.commands import recompute
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.domain.test_founding import DATA

NOW = datetime.fromisoformat("2026-12-01T08:00:00+07:00")
PEOPLE = ("Nguyễn Văn Tư", "Trần Thị Lan", "Lê Thị Nga", "Phạm Văn Ơn", "Hồ Thị Bé")
HELD: dict[StepKey, dict[str, Any]] = {
    StepKey.FOUNDING_MEETING: {"date": "2026-11-08"},
    StepKey.DOSSIER_SUBMITTED: {"submitted_on": "2026-11-10"},
    StepKey.RECOGNITION_DECISION: {"date": "2026-11-15"},
}
"""Days that are over by the first of December, when these conversations take place."""


async def prepare(path: Path, upto: int = 18) -> None:
    """A club with five members and a founding's data, up to a step."""
    database = Database(f"sqlite+aiosqlite:///{path}", durable=False)
    config = Settings(_env_file=None)
    clock = VirtualClock(NOW)
    database.keep_time(clock, "test")
    program = build_program(config, database, [])
    await program.pipeline.receive([Inbound(Address(NAME, "tu"), Incoming.START, update_key="0")])
    await program.work_off()

    def fill(uow: UnitOfWork) -> None:
        club = uow.clubs.add(
            unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=1
        )
        uow.accounts.grant(1, "organiser", club_id=club.id)
        for name in PEOPLE:
            person_id = uow.people.add(full_name=name, birth_year=1960)
            uow.clubs.add_member(club, person_id, state="active", source="organiser")
        for step, fields in list(DATA.items())[:upto]:
            for field, value in (fields | HELD.get(step, {})).items():
                if isinstance(value, list) and value and isinstance(value[0], dict):
                    for entry in value:
                        kept = {key: each for key, each in entry.items() if key != "_item"}
                        uow.founding.add_item(club.id, step.value, field, kept, by=1)
                else:
                    uow.founding.put(club.id, step.value, field, value, by=1)
        for field, value in (("continue_below", True), ("reason", "ấp nhỏ")):
            uow.founding.put(club.id, StepKey.FOUNDING_MEMBERS.value, field, value, by=1)
        recompute(config.zone, uow, club.id)

    await database.run(fill)
    await database.close()
