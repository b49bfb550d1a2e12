"""Incident mode: what happened to people's data, who must hear of it and until when."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.running import club_meant, fail, in_unit, run, tell, write_all

if TYPE_CHECKING:
    from bot.domain.incidents import DataKind
    from bot.handlers.papers.making import MadePaper
    from bot.settings import Settings
    from bot.storage.data_records import Incident
    from bot.storage.unit_of_work import UnitOfWork

Deed = Literal["note", "change", "list", "show", "papers", "letter", "reported", "close"]
KindName = Literal["lost", "seen", "sent", "changed", "misused"]


def incident_command(
    deed: Annotated[Deed, typer.Argument(help="What to do.")],
    number: Annotated[int | None, typer.Argument(help="Which one.", min=1)] = None,
    kind: Annotated[KindName | None, typer.Option(help="What happened.")] = None,
    data: Annotated[str | None, typer.Option(help="Kinds of data, as names,phones.")] = None,
    club: Annotated[str | None, typer.Option(help="Clubs' codes, with commas between.")] = None,
    detected: Annotated[str | None, typer.Option(help="When it was detected; now without.")] = None,
    what: Annotated[str | None, typer.Option(help="What happened, in a sentence.")] = None,
    consequences: Annotated[str | None, typer.Option(help="What may come of it.")] = None,
    measures: Annotated[str | None, typer.Option(help="What was done about it.")] = None,
    contact: Annotated[str | None, typer.Option(help="Whom to ask: name and phone.")] = None,
    out: Annotated[Path | None, typer.Option(help="The folder for the papers.")] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Send the letter; shown only without.")
    ] = False,
) -> None:
    """An incident with people's data: noted, counted (72 hours), told, put on paper."""
    told = {
        "nature": what,
        "consequences": consequences,
        "measures": measures,
        "contact": contact,
    }
    if deed == "note":
        _note(kind, data, club, detected, told)
    elif deed == "list":
        tell(run(lambda settings: in_unit(settings, _list, reads=True)))
    elif number is None:
        raise typer.BadParameter(f"{deed} needs the number of an incident", param_hint="NUMBER")
    elif deed == "papers":
        _papers(number, out)
    else:
        _do(deed, number, told, yes=yes)


def _moment(text: str | None, settings: Settings, now: datetime) -> datetime:
    """The moment that was given, in the clubs' zone where it names none."""
    if text is None:
        return now
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise LookupError(f"--detected {text}: a time as 2026-12-01T08:30") from None
    found = found if found.tzinfo else found.replace(tzinfo=settings.zone)
    if found > now:
        raise LookupError(f"--detected {text}: that time is still to come")
    return found


def _kinds(data: str) -> list[DataKind]:
    from bot.domain.incidents import DataKind

    named = [each.strip() for each in data.split(",") if each.strip()]
    if not named or not set(named) <= set(DataKind):
        raise typer.BadParameter(f"some of {', '.join(DataKind)}", param_hint="--data")
    return [each for each in DataKind if each in named]


def _note(
    kind: str | None,
    data: str | None,
    club: str | None,
    detected: str | None,
    told: dict[str, str | None],
) -> None:
    from bot.domain.incidents import IncidentKind
    from bot.handlers.acting import Acting, Refused
    from bot.handlers.incidents import commands
    from bot.plan.loader import load_plan

    nature = told["nature"]
    if kind is None or data is None or club is None or nature is None:
        fail("an incident needs --kind, --data, --club and --what")
    kinds, codes = _kinds(data), [each.strip() for each in club.split(",") if each.strip()]

    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        acting = Acting(uow, None, load_plan(settings.plan), settings.zone)
        made = commands.note(
            acting,
            IncidentKind(kind),
            kinds,
            [club_meant(uow, each) for each in codes],
            detected_at=_moment(detected, settings, uow.now),
            nature=nature,
            consequences=told["consequences"],
            measures=told["measures"],
            contact=told["contact"],
        )
        assert not isinstance(made, Refused)
        return _shown(settings, uow, made)

    tell(run(lambda settings: in_unit(settings, work)))


def _list(settings: Settings, uow: UnitOfWork) -> list[str]:
    return [_line(settings, uow, each) for each in uow.incidents.every()]


def _line(settings: Settings, uow: UnitOfWork, incident: Incident) -> str:
    from bot.domain.incidents import hours_left

    clubs = ",".join(uow.clubs.get(each).code for each in incident.clubs)
    when = incident.detected_at.astimezone(settings.zone).isoformat(timespec="minutes")
    if incident.closed_at is not None:
        state = "closed"
    elif incident.reported_at is not None:
        state = "reported"
    else:
        hours = hours_left(incident.detected_at, uow.now)
        state = f"{hours} hours left to report" if hours >= 0 else f"{-hours} hours too late"
    people = "people told" if incident.told_at is not None else "people not told"
    return f"{incident.id}\t{when}\t{incident.kind}\t{clubs}\t{state}\t{people}"


def _shown(settings: Settings, uow: UnitOfWork, incident: Incident) -> list[str]:
    """One incident and whom it concerns, by club: how many, how many with a phone here."""
    from bot.domain.incidents import REPORTED_WITHIN

    until = (incident.detected_at + REPORTED_WITHIN).astimezone(settings.zone)
    concerned = uow.incidents.concerned(incident)
    ties = uow.people.accounts_of_each([person.id for _, person in concerned])
    reached = Counter(member.club_id for member, person in concerned if ties.get(person.id))
    every = Counter(member.club_id for member, _ in concerned)
    lines = [
        _line(settings, uow, incident),
        f"the authority must hear of it before {until.isoformat(timespec='minutes')}",
        f"data: {', '.join(incident.data)}; {incident.nature}",
    ]
    for club_id in incident.clubs:
        code = uow.clubs.get(club_id).code
        codes = [
            member.code.rpartition("-")[2] for member, _ in concerned if member.club_id == club_id
        ]
        lines.append(
            f"{code}: {every[club_id]} people concerned, {reached[club_id]} with a chat here:"
            f" {' '.join(codes)}"
        )
    told = [
        f"{name}: {text}"
        for name in ("consequences", "measures", "contact")
        if (text := getattr(incident, name))
    ]
    return [*lines, *told]


def _papers(number: int, out: Path | None) -> None:
    from bot.documents.papers import PAPERS
    from bot.handlers.accesses import note_access
    from bot.handlers.acting import Acting
    from bot.handlers.incidents import commands
    from bot.handlers.papers.making import make_paper
    from bot.plan.loader import load_plan

    if out is None:
        raise typer.BadParameter("papers need --out FOLDER", param_hint="--out")

    def work(settings: Settings, uow: UnitOfWork) -> list[MadePaper]:
        incident, plan = uow.incidents.get(number), load_plan(settings.plan)
        acting, concerned = (
            Acting(uow, None, plan, settings.zone),
            uow.incidents.concerned(incident),
        )
        made = []
        for club_id in incident.clubs:
            club = uow.clubs.get(club_id)
            facts = commands.facts_of(uow, incident, club, settings.zone)
            for code in ("incident_notification", "incident_record", "incident_letter"):
                made += make_paper(uow, club, plan, settings.zone, PAPERS[code], incident=facts)
            people = [person for member, person in concerned if member.club_id == club_id]
            note_access(acting, club_id, people, "paper.incident_record")
        return made

    async def write(settings: Settings) -> list[str]:
        return write_all(out, await in_unit(settings, work))

    tell(run(write))


def _do(deed: str, number: int, told: dict[str, str | None], *, yes: bool) -> None:
    def work(settings: Settings, uow: UnitOfWork) -> list[str]:
        incident = uow.incidents.get(number)
        if deed == "letter":
            return _letter(settings, uow, incident, yes=yes)
        if deed == "change":
            uow.incidents.update(number, **{key: text for key, text in told.items() if text})
        elif deed == "reported":
            uow.incidents.update(number, reported_at=uow.now)
        elif deed == "close":
            uow.incidents.update(number, closed_at=uow.now)
        return _shown(settings, uow, uow.incidents.get(number))

    tell(run(lambda settings: in_unit(settings, work)))


def _letter(settings: Settings, uow: UnitOfWork, incident: Incident, *, yes: bool) -> list[str]:
    """The letter as people read it; with `yes` it is sent, once."""
    from bot.app import operator_words
    from bot.reminders.incident_letters import tell_concerned
    from bot.reminders.incidents import IncidentTold
    from bot.reminders.told import told_words
    from bot.speech.translation import say

    words = operator_words(settings, "vi")
    lines = []
    if not yes:
        for club_id in incident.clubs:
            letter = IncidentTold(uow, incident, club_id, settings.zone)
            lines.append(words.text(letter.words(words.text(say("announcement.everybody")))))
        lines.append("nothing is sent; with --yes it goes to everybody concerned")
        return lines
    if incident.told_at is not None:
        raise LookupError(f"the letter of incident {incident.id} was sent already")
    for club_id, told in tell_concerned(uow, incident, settings.zone).items():
        code = uow.clubs.get(club_id).code
        lines.append(f"{code}: {words.text(told_words(told, settings.zone))}")
    return lines
