"""A club's roster as a list that opens in a spreadsheet, and that can be read back as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

import structlog

from bot.conversations.turn import Turn
from bot.documents.roster import COLUMNS
from bot.documents.workbook import Table, write_csv, write_workbook
from bot.handlers.papers.commands import keep_copy
from bot.handlers.services import Services
from bot.language.phones import show_phone
from bot.speech.show import show_birth, show_day
from bot.speech.translation import Speaker, say
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

FORMS = ("xlsx", "csv")
"""Kinds of file that a list is written as."""


def roster_table(uow: UnitOfWork, club: Club, speaker: Speaker) -> Table:
    """Everybody on a roster whose consent stands or is still waited for.

    A consent that was withdrawn ends the use here too: the hardship of whoever withdrew that
    purpose stays empty, and who withdrew the roster's is left out.
    """
    rows, dates = [], False
    roster = uow.clubs.roster(club.id)
    ids = [person.id for _, person in roster]
    held = uow.people.latest_consents(ids, club.id, "roster")
    told = uow.people.agreeing(club.id, "circumstances")
    for membership, person in roster:
        if person.id in held and not held[person.id].stands:
            continue
        if person.id not in told:
            membership = replace(membership, circumstances=None)
        rows.append(_row(membership, person, speaker))
        dates = dates or person.birth_date is not None
    birth = "birth_date" if dates else "birth_year"
    return Table(
        speaker.text(say("roster.export.sheet")),
        [
            speaker.text(say(f"roster.heading.{birth if name == 'birth' else name}"))
            for name in COLUMNS
        ],
        rows,
    )


def _row(membership: Membership, person: Person, speaker: Speaker) -> list[str]:
    sex = speaker.text(say(f"roster.export.{person.sex}")) if person.sex else ""
    kinds = membership.circumstances
    birth = show_birth(person.birth_year, person.birth_date, person.birth_estimated)
    known = person.birth_year is not None or person.birth_date is not None
    values = {
        "full_name": person.full_name or "",
        "birth": speaker.text(birth) if known else "",
        "sex": sex,
        "phone": show_phone(membership.phone) if membership.phone else "",
        "address": membership.address or "",
        "circumstances": ""
        if kinds is None
        else "; ".join(
            speaker.text(say(f"roster.export.{each}")) for each in (kinds or "none").split(";")
        ),
        "contact_person": membership.contact_person or "",
        "note": membership.note or "",
        "code": membership.code,
        "status": membership.state,
    }
    return [values[name] for name in COLUMNS]


@dataclass(frozen=True)
class ExportedRoster:
    """A roster as a file, and how many people stand in it."""

    content: bytes
    people: int


def export_roster(
    uow: UnitOfWork,
    club: Club,
    form: str,
    *,
    speaker: Speaker,
    zone: ZoneInfo,
    by: str,
    account_id: int | None = None,
) -> ExportedRoster:
    """A club's roster as it stands, as one of `FORMS`.

    The file says who made it and when (Law 91/2025: exports can be traced), where reading it back
    passes that over: below each printed page, in a sheet of its own and in the properties of an
    .xlsx, in a last column of a .csv.
    """
    table = roster_table(uow, club, speaker)
    local = uow.now.astimezone(zone)
    mark = speaker.text(
        say(
            "roster.export.mark",
            club=club.name,
            code=club.code,
            by=by,
            time=f"{local:%H:%M} {show_day(local.date())}",
        )
    )
    origin = speaker.text(say("roster.export.made"))
    if form == "csv":
        marked = [[*row, mark] for row in table.rows]
        content = write_csv(Table(table.title, [*table.heading, origin], marked))
    else:
        tables = [table, Table(origin, [mark])]
        content = write_workbook(tables, footer=mark, author=by, now=local)
    log.info(
        "roster exported", club=club.code, rows=len(table.rows), account=account_id or "operator"
    )
    return ExportedRoster(content, len(table.rows))


def export_action(services: Services, turn: Turn, club: Club) -> None:
    """The roster as a file, for an organiser of this very club."""
    if not turn.capabilities.files:
        turn.say(say("roster.export.elsewhere"))
        return
    person = turn.uow.people.self_of(turn.account.id)
    by = person.shown_name if person else (turn.account.name or turn.text(say("person.guest")))
    made = export_roster(
        turn.uow,
        club,
        "xlsx",
        speaker=turn.speaker,
        zone=services.zone,
        by=by,
        account_id=turn.account.id,
    )
    name = f"{turn.text(say('roster.export.file'))}-{club.code}.xlsx"
    turn.say(
        say("roster.export.sent", club=club.name, count=made.people),
        files=[(keep_copy(services, turn.now, name, made.content), name)],
    )
