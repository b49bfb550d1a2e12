"""A paper list into the roster: a preview first, then all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversations.effects import ImportRoster
from bot.conversations.turn import Turn
from bot.documents.roster import RosterError, RosterRow, read_roster
from bot.domain.membership import PURPOSES, UNCONFIRMED_DAYS, MembershipState
from bot.handlers.desk import Desk
from bot.handlers.founding import recompute, step_changed
from bot.language.text import fold
from bot.language.translation import Lines, Listing, Phrase, say, words_version
from bot.messages import NO, YES
from bot.storage.records import Club, Person
from bot.storage.unit_of_work import UnitOfWork

PENDING = "@import"
CONSENT_WORDS = "roster_list.signed.ask"


@dataclass(frozen=True)
class Matched:
    """A line of the list and the person on the roster it is about."""

    row: RosterRow
    person: Person
    membership_id: int


@dataclass
class Preview:
    """What an import would do, before anything is written."""

    new: list[RosterRow] = field(default_factory=list)
    changed: list[Matched] = field(default_factory=list)
    same: list[Matched] = field(default_factory=list)
    to_check: list[tuple[RosterRow, Phrase]] = field(default_factory=list)


_FIELDS = (
    "full_name", "birth_year", "birth_date", "sex", "phone", "address", "circumstances",
    "contact_person", "note",
)  # fmt: skip


def _changes(row: RosterRow, person: Person) -> dict[str, Any]:
    """What the list knows better; an empty cell takes nothing away."""
    return {
        name: getattr(row, name)
        for name in _FIELDS
        if getattr(row, name) is not None and getattr(row, name) != getattr(person, name)
    }


def preview(uow: UnitOfWork, club: Club, rows: list[RosterRow]) -> Preview:
    """Sort a list's lines into new, changed, unchanged and those that somebody must look at.

    The same person: the same member's code, or same folded name and same birth year or phone. A line that is alike but not
    surely the same, or that can't be understood, is never decided by the program.
    """
    result = Preview()
    known = uow.clubs.roster(club.id)
    by_name: dict[str, list[Matched]] = {}
    by_code = {membership.code: (membership, person) for membership, person in known}
    codes: dict[str, int] = {}
    seen: dict[tuple[str, Any, Any], int] = {}
    for row in rows:
        if row.faults:
            result.to_check.append((row, say("roster.fault", columns=_columns(row.faults))))
            continue
        if row.code is not None:
            found = by_code.get(row.code)
            if found is None:
                result.to_check.append((row, say("roster.unknown_code", code=row.code)))
            elif row.code in codes:
                result.to_check.append((row, say("roster.twice", line=codes[row.code])))
            else:
                codes[row.code] = row.line
                membership, person = found
                hit = Matched(row, person, membership.id)
                (result.changed if _changes(row, person) else result.same).append(hit)
            continue
        name = fold(row.full_name or "")
        key = (name, row.birth_year, row.phone)
        if key in seen:
            result.to_check.append((row, say("roster.twice", line=seen[key])))
            continue
        seen[key] = row.line
        hits = [
            Matched(row, person, membership.id)
            for membership, person in known
            if fold(person.full_name or "") == name
        ]
        surely = [
            hit
            for hit in hits
            if (row.birth_year is not None and hit.person.birth_year == row.birth_year)
            or (row.phone is not None and hit.person.phone == row.phone)
        ]
        if len(surely) == 1:
            target = result.changed if _changes(row, surely[0].person) else result.same
            target.append(surely[0])
        elif len(surely) > 1 or any(
            hit.person.birth_year is None or row.birth_year is None for hit in hits
        ):
            result.to_check.append((row, say("roster.alike")))
        else:
            result.new.append(row)
        by_name.setdefault(name, []).extend(hits)
    return result


def _columns(names: tuple[str, ...]) -> Listing:
    return Listing(tuple(say(f"roster.column.{name}") for name in names))


def write(
    uow: UnitOfWork,
    club: Club,
    found: Preview,
    *,
    signed_on: date | None,
    account_id: int | None,
    channel: str | None,
    language: str,
) -> int:
    """Write a previewed list; how many rows of the roster were added or changed.

    With signatures the consents are noted, way `signed_list`; without, people are `unconfirmed`
    and forgotten after 30 days. Nobody's word is taken for the circumstances of others.
    """
    state = MembershipState.ACTIVE if signed_on else MembershipState.UNCONFIRMED
    erase_at = None if signed_on else uow.now + timedelta(days=UNCONFIRMED_DAYS)
    touched: list[int] = []
    for row in found.new:
        values = {name: getattr(row, name) for name in _FIELDS}
        if not signed_on:
            # The least that lets an organiser find the person again.
            values = {"full_name": row.full_name}
        person_id = uow.people.add(**values, birth_estimated=row.birth_estimated)
        uow.clubs.add_member(
            club,
            person_id,
            state=state.value,
            source="import",
            erase_at=erase_at,
            decided_by=account_id,
        )
        touched.append(person_id)
    for match in found.changed:
        uow.people.update(match.person.id, **_changes(match.row, match.person))
        touched.append(match.person.id)
    if signed_on:
        for match in [*found.changed, *found.same]:
            membership = uow.clubs.membership(match.membership_id)
            if membership is not None and membership.state == MembershipState.UNCONFIRMED.value:
                uow.people.update(match.person.id, **_changes(match.row, match.person))
                uow.clubs.set_state(membership.id, "active", decided_by=account_id)
                touched.append(match.person.id)
        for person_id in dict.fromkeys(touched):
            held = uow.people.consents(person_id, club.id)
            for purpose in PURPOSES:
                if purpose in held:
                    continue
                uow.people.add_consent(
                    person_id,
                    club.id,
                    purpose,
                    agreed=True,
                    words=CONSENT_WORDS,
                    words_version=words_version(CONSENT_WORDS, language),
                    way="signed_list",
                    answered_on=signed_on,
                    channel=channel,
                    account_id=account_id,
                )
    return len(touched)


def lines_of(found: Preview, limit: int = 12) -> list[Any]:
    """A preview in words: the four counts, then the lines to look at."""
    lines: list[Any] = [
        say(
            "roster.preview",
            new=len(found.new),
            changed=len(found.changed),
            same=len(found.same),
            check=len(found.to_check),
        )
    ]
    for row, why in found.to_check[:limit]:
        lines.append(say("roster.check_line", line=row.line, who=row.shown or "–", why=why))
    if len(found.to_check) > limit:
        lines.append(say("roster.more_lines", count=len(found.to_check) - limit))
    return lines


def file_action(desk: Desk, turn: Turn, club_id: int) -> None:
    """A file came for a club: ask whether the list carries signatures."""
    path, name = turn.inbound.file_path, turn.inbound.file_name
    if not path:
        turn.say(say("roster.file_gone"))
        return
    try:
        rows = read_roster(Path(path), turn.today)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    turn.say(say("roster.received", name=name or "", count=len(rows)))
    desk.engine.start(turn, "roster_list", club=club_id, path=path, file_name=name or "")


def show_preview(desk: Desk, turn: Turn, effect: ImportRoster) -> None:
    """What a list changes, and the question whether to write it."""
    club = turn.uow.clubs.get(effect.club_id)
    try:
        rows = read_roster(Path(effect.path), turn.today)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    found = preview(turn.uow, club, rows)
    turn.say(Lines(tuple(lines_of(found))))
    if found.to_check:
        turn.offer(say("roster.mend_first"), [(say("engine.back_to"), f"members/{club.id}")])
        return
    if not found.new and not found.changed:
        turn.offer(say("roster.nothing_new"), [(say("engine.back_to"), f"members/{club.id}")])
        return
    turn.uow.conversations.put(
        turn.account.id,
        PENDING,
        {"club": club.id, "path": effect.path, "signed_on": effect.signed_on},
        is_open=False,
    )
    key = "roster.write_signed" if effect.signed_on else "roster.write_unsigned"
    turn.offer(
        say(key, count=len(found.new) + len(found.changed)),
        [
            (say("roster.write_yes"), f"import/{club.id}{YES}"),
            (say("roster.write_no"), f"members/{club.id}{NO}"),
        ],
    )


def import_file(
    uow: UnitOfWork,
    zone: ZoneInfo,
    club: Club,
    path: Path,
    *,
    signed_on: date | None,
    dry_run: bool,
    language: str,
) -> tuple[list[Any], bool]:
    """An operator's list: what it changes in words, and whether it was (or could be) written.

    Raises RosterError for a file that is no list.
    """
    found = preview(uow, club, read_roster(path, uow.now.astimezone(zone).date()))
    lines = lines_of(found, limit=50)
    if found.to_check:
        return lines, dry_run
    if not dry_run:
        count = write(
            uow,
            club,
            found,
            signed_on=signed_on,
            account_id=None,
            channel=None,
            language=language,
        )
        recompute(zone, uow, club.id)
        total = len(uow.clubs.roster(club.id, [MembershipState.ACTIVE.value]))
        lines.append(say("roster.written", count=count, total=total))
    return lines, True


def import_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """import/<club>: write the list that was previewed."""
    club = turn.uow.clubs.get(int(args[0]))
    held = turn.uow.conversations.find(turn.account.id, PENDING)
    if held is None or held.state.get("club") != club.id:
        turn.say(say("roster.file_gone"))
        return
    turn.uow.conversations.drop(turn.account.id, PENDING)
    try:
        found = preview(turn.uow, club, read_roster(Path(held.state["path"]), turn.today))
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    if found.to_check:
        turn.say(Lines(tuple(lines_of(found))))
        turn.say(say("roster.mend_first"))
        return
    signed = held.state.get("signed_on")
    count = write(
        turn.uow,
        club,
        found,
        signed_on=date.fromisoformat(signed) if signed else None,
        account_id=turn.account.id,
        channel=turn.account.channel,
        language=turn.account.language,
    )
    total = len(turn.uow.clubs.roster(club.id, [MembershipState.ACTIVE.value]))
    turn.say(say("roster.written", count=count, total=total))
    step_changed(desk, turn, club.id, "founding_members")
