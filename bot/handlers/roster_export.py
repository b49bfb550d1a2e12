"""A club's roster as a list that opens in a spreadsheet, and that can be read back as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from bot.conversations.turn import Turn
from bot.documents.roster import COLUMNS
from bot.documents.workbook import Sheet, write_csv, write_workbook
from bot.handlers.desk import Desk
from bot.language.phones import show_phone
from bot.language.show import show_birth, show_day
from bot.language.translation import Speaker, say
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

ENDINGS = (".xlsx", ".csv")


def roster_sheet(uow: UnitOfWork, club: Club, speaker: Speaker) -> Sheet:
    """Everybody on a roster whose consent stands or is still waited for.

    A consent that was withdrawn ends the use here too: the hardship of whoever withdrew that
    purpose stays empty, and who withdrew the roster's is left out.
    """
    rows, dates = [], False
    for membership, person in uow.clubs.roster(club.id):
        consents = uow.people.consents(person.id, club.id)
        held = consents.get("roster")
        if held is not None and (not held.agreed or held.withdrawn_at is not None):
            continue
        shown = consents.get("circumstances")
        agreed = shown is not None and shown.agreed and shown.withdrawn_at is None
        if not agreed:
            person = replace(person, circumstances=None)
        rows.append(_row(membership, person, speaker))
        dates = dates or person.birth_date is not None
    birth = "birth_date" if dates else "birth_year"
    return Sheet(
        speaker.text(say("roster.export.sheet")),
        [
            speaker.text(say(f"roster.heading.{birth if name == 'birth' else name}"))
            for name in COLUMNS
        ],
        rows,
    )


def _row(membership: Membership, person: Person, speaker: Speaker) -> list[str]:
    sex = speaker.text(say(f"roster.export.{person.sex}")) if person.sex else ""
    kinds = person.circumstances
    birth = show_birth(person.birth_year, person.birth_date, person.birth_estimated)
    known = person.birth_year is not None or person.birth_date is not None
    values = {
        "full_name": person.full_name or "",
        "birth": speaker.text(birth) if known else "",
        "sex": sex,
        "phone": show_phone(person.phone) if person.phone else "",
        "address": person.address or "",
        "circumstances": ""
        if kinds is None
        else "; ".join(
            speaker.text(say(f"roster.export.{each}")) for each in (kinds or "none").split(";")
        ),
        "contact_person": person.contact_person or "",
        "note": person.note or "",
        "code": membership.code,
        "status": membership.state,
    }
    return [values[name] for name in COLUMNS]


def export_roster(
    uow: UnitOfWork,
    club: Club,
    path: Path,
    *,
    speaker: Speaker,
    zone: ZoneInfo,
    by: str,
    account_id: int | None = None,
) -> int:
    """Write a club's roster to an .xlsx or .csv file; how many rows. Raises OSError.

    The file says who made it and when (Law 91/2025: exports can be traced), where reading it back
    passes that over: below each printed page, in a sheet of its own and in the properties of an
    .xlsx, in a last column of a .csv.
    """
    sheet = roster_sheet(uow, club, speaker)
    made = speaker.text(
        say("roster.export.mark", club=club.name, code=club.code, by=by, time=_time(uow.now, zone))
    )
    if path.suffix.lower() == ".csv":
        heading = speaker.text(say("roster.export.made"))
        marked = [[*row, made] for row in sheet.rows]
        write_csv(path, Sheet(sheet.title, [*sheet.heading, heading], marked))
    else:
        mark = Sheet(speaker.text(say("roster.export.made")), [made])
        write_workbook(path, [sheet, mark], footer=made, by=by, at=uow.now)
    log.info(
        "roster exported", club=club.code, rows=len(sheet.rows), account=account_id or "operator"
    )
    return len(sheet.rows)


def _time(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{local:%H:%M} {show_day(local.date())}"


def export_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """getlist/<club>: the roster as a file, for an organiser of this very club."""
    club = turn.uow.clubs.get(int(args[0]))
    if not turn.capabilities.files:
        turn.say(say("roster.export.elsewhere"))
        return
    person = turn.uow.people.self_of(turn.account.id)
    by = person.shown_name if person else (turn.account.name or turn.text(say("person.guest")))
    folder = Path(desk.files) / "copies"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"roster-{club.code}-{turn.account.id}-{turn.now:%Y%m%d%H%M%S}.xlsx"
    count = export_roster(
        turn.uow,
        club,
        path,
        speaker=turn.speaker,
        zone=desk.zone,
        by=by,
        account_id=turn.account.id,
    )
    turn.say(
        say("roster.export.sent", club=club.name, count=count),
        files=[(str(path), f"{club.code}.xlsx")],
    )
