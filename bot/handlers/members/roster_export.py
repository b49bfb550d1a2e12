"""A club's roster as a list that opens in a spreadsheet, and that can be read back as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot import buttons
from bot.conversations.turn import Turn
from bot.delivery.naming import account_name
from bot.documents.official_list import ListGroup, ListHead, OfficialList, write_official
from bot.documents.workbook import Table, write_csv, write_workbook
from bot.domain.membership import MembershipState
from bot.handlers.acting import Acting, Refused, acting
from bot.handlers.members.roster import ExportedMember, export
from bot.handlers.papers.commands import keep_copy
from bot.handlers.services import Services
from bot.language.phones import show_phone
from bot.language.places import neighbourhood_group
from bot.rosters.reading import COLUMNS
from bot.speech.show import show_birth, show_day
from bot.speech.translation import Speaker, say
from bot.storage.records import Club, Membership, Person

FORMS = ("xlsx", "csv")
"""Kinds of file that a list is written as."""


Layout = Literal["columns", "official"]
"""A column a datum, or as clubs keep their lists: numbered, years by sex, by neighbourhood group."""


def official_list(
    members: Sequence[ExportedMember], club: Club, speaker: Speaker, mark: str
) -> OfficialList:
    """Members as the list that a club keeps on paper; by group, in each by name.

    It goes from hand to hand: hardship doesn't stand on it.
    """
    sexes = all(each.person.sex for each in members)
    groups: dict[int, list[ExportedMember]] = {}
    for each in members:
        group = neighbourhood_group(each.membership.address)
        groups.setdefault(0 if group is None else group, []).append(each)

    def heading(name: str) -> str:
        return speaker.text(say(f"roster.heading.{name}"))

    def line(each: ExportedMember) -> list[str]:
        told = dict(zip(COLUMNS, _row(each.membership, each.person, speaker), strict=True))
        by_sex = (
            [told["birth"] if each.person.sex == sex else "" for sex in ("male", "female")]
            if sexes
            else [told["birth"], told["sex"]]
        )
        return [told["full_name"], *by_sex, *(told[name] for name in _AFTER_BIRTH)]

    men, women = (sum(each.person.sex == sex for each in members) for sex in ("male", "female"))
    words = speaker.text
    birth = (
        (
            ListHead(
                heading("birth_year"),
                (words(say("roster.official.men")), words(say("roster.official.women"))),
            ),
        )
        if sexes
        else (ListHead(heading("birth_year")), ListHead(heading("sex"), width=10))
    )
    return OfficialList(
        club=club.name.upper(),
        title=words(say("roster.official.title")),
        number=words(say("roster.official.number")),
        heads=(
            ListHead(heading("full_name"), width=28),
            *birth,
            *(ListHead(heading(name), width=_WIDTHS.get(name, 18)) for name in _AFTER_BIRTH),
        ),
        groups=tuple(
            ListGroup(
                words(say("roster.official.group", number=number)) if number else None,
                [line(each) for each in groups[number]],
            )
            for number in sorted(groups)
        ),
        total=words(say("roster.official.total", count=len(members), men=men, women=women)),
        origin=mark,
    )


_AFTER_BIRTH = ("address", "phone", "contact_person", "note", "code")
_WIDTHS = {"address": 40, "contact_person": 24, "note": 24}


def roster_table(members: Sequence[ExportedMember], speaker: Speaker) -> Table:
    """Members as the table that a list is."""
    dates = any(each.person.birth_date is not None for each in members)
    birth = "birth_date" if dates else "birth_year"
    return Table(
        speaker.text(say("roster.export.sheet")),
        [
            speaker.text(say(f"roster.heading.{birth if name == 'birth' else name}"))
            for name in COLUMNS
        ],
        [_row(each.membership, each.person, speaker) for each in members],
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
    acting: Acting,
    club: Club,
    form: str,
    *,
    speaker: Speaker,
    by: str,
    layout: Layout = "columns",
) -> ExportedRoster | Refused:
    """A club's roster as it stands, as one of `FORMS`.

    The file says who made it and when (Law 91/2025: exports can be traced), where reading it back
    passes that over: below each printed page, in a sheet of its own and in the properties of an
    .xlsx, in a last column of a .csv.
    """
    members = export(acting, club)
    if isinstance(members, Refused):
        return members
    table = roster_table(members, speaker)
    local = acting.now.astimezone(acting.zone)
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
    if layout == "official":
        # A paper: Vietnamese, whoever asks for it.
        speaker = Speaker("vi", "", "")
        members = [each for each in members if each.membership.state is MembershipState.ACTIVE]
        made = official_list(members, club, speaker, mark)
        content = write_official(made, author=by, now=local)
    elif form == "csv":
        marked = [[*row, mark] for row in table.rows]
        content = write_csv(Table(table.title, [*table.heading, origin], marked))
    else:
        tables = [table, Table(origin, [mark])]
        content = write_workbook(tables, footer=mark, author=by, now=local)
    return ExportedRoster(content, len(members))


def export_action(services: Services, turn: Turn, club: Club, layout: Layout = "columns") -> None:
    """The roster as a file, for an organiser of this very club."""
    if not turn.capabilities.files:
        turn.say(say("roster.export.elsewhere"))
        return
    by = turn.text(account_name(turn.uow, turn.account))
    made = export_roster(acting(turn), club, "xlsx", speaker=turn.speaker, by=by, layout=layout)
    if isinstance(made, Refused):
        turn.say(say("engine.not_allowed"))
        return
    turn.back = buttons.Members(club.id)
    name = f"{turn.text(say('roster.export.file'))}-{club.code}.xlsx"
    turn.say(
        say("roster.export.sent", club=club.name, count=made.people),
        files=[(keep_copy(services, turn.now, name, made.content), name)],
    )
    if layout == "columns":
        turn.offer(
            say("roster.official.offer"),
            [(say("roster.official.get"), buttons.GetList(club.id, "official"))],
            [(say("engine.back_to"), buttons.Names(club.id))],
        )
