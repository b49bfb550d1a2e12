"""A paper list in words, for the chat and the command line: what it changes, what was written."""

from __future__ import annotations

from datetime import date

from bot.delivery.naming import list_name
from bot.documents.roster import Fault
from bot.domain.membership import UNCONFIRMED_DAYS
from bot.handlers.members.roster_import import (
    Alike,
    Faulty,
    Preview,
    Problem,
    Twice,
    UnknownCode,
    Written,
)
from bot.language.phones import show_phone
from bot.speech.show import show_day
from bot.speech.translation import Listing, Phrase, say
from bot.storage.unit_of_work import UnitOfWork

SHOWN = 12
"""Lines to look at that are said one by one."""


def lines_of(found: Preview, limit: int = SHOWN) -> list[Phrase]:
    """A preview in words: the four counts, then the lines to look at."""
    lines = [
        say(
            "roster.preview",
            new=len(found.new),
            changed=len(found.changed),
            same=len(found.same),
            check=len(found.to_check),
        )
    ]
    if found.agreed:
        lines.append(say("roster.agreed", count=len(found.agreed)))
    if found.unread:
        lines.append(say("roster.unread", columns=Listing(found.unread)))
    for row, why in found.to_check[:limit]:
        lines.append(say("roster.check_line", line=row.line, who=row.shown or "–", why=_why(why)))
    if len(found.to_check) > limit:
        lines.append(say("roster.more_lines", count=len(found.to_check) - limit))
    return lines


def _why(problem: Problem) -> Phrase | Listing:
    """Why a line isn't taken."""
    match problem:
        case Faulty(faults):
            return Listing(tuple(map(_fault, faults)))
        case UnknownCode(code):
            return say("roster.unknown_code", code=code)
        case Twice(line):
            return say("roster.twice", line=line)
        case Alike(membership, person):
            year = str(person.birth_year) if person.birth_year else say("show.birth.unknown")
            phone = show_phone(membership.phone) if membership.phone else say("roster.no_phone")
            return say("roster.alike", who=person.shown_name, year=year, phone=phone)


def _fault(fault: Fault) -> Phrase:
    """A cell that isn't understood: its column, what stands there, and how it should look."""
    why = say(f"roster.example.{fault.why or fault.column}")
    if not fault.value:
        return say("roster.fault_empty", column=say(f"roster.column.{fault.column}"), why=why)
    return say(
        "roster.fault", column=say(f"roster.column.{fault.column}"), value=fault.value, why=why
    )


def change_lines(uow: UnitOfWork, found: Preview) -> list[Phrase]:
    """Every change to somebody on the roster: what stood there and what the list has."""
    lines = []
    for match in found.changed:
        if match in found.agreed:
            lines.append(say("roster.change_agreed", who=list_name(uow, match.person)))
            continue
        for name, value in match.changes.items():
            if name == "birth_date" and match.row.birth_year != match.person.birth_year:
                continue
            lines.append(
                say(
                    "roster.change",
                    who=list_name(uow, match.person),
                    column=say(f"roster.column.{_COLUMNS.get(name, name)}"),
                    before=_cell(name, match.known(name)),
                    after=_cell(name, value),
                )
            )
    return lines


_COLUMNS = {"birth_year": "birth", "birth_date": "birth"}


def _cell(name: str, value: object) -> object:
    """A value as it stands on the roster."""
    if value is None:
        return "–"
    if name == "phone":
        return show_phone(str(value))
    if name == "sex":
        return say(f"sex.{value}")
    if name == "circumstances":
        kinds = [say(f"circumstances.{each}") for each in (str(value) or "none").split(";")]
        return Listing(tuple(kinds))
    return show_day(value) if isinstance(value, date) else value


def written_words(written: Written) -> Phrase:
    """What was written; of names without a consent also how it is noted."""
    if not written.signed and written.found.new:
        new = len(written.found.new)
        return say("roster.written_names", count=new, days=UNCONFIRMED_DAYS)
    return say("roster.written", count=written.rows, total=written.members)
