"""A paper list into the roster: a preview first, then all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot import buttons
from bot.conversations.effects import FoundingChanged, ImportRoster
from bot.conversations.turn import Turn
from bot.delivery.naming import list_name
from bot.documents.roster import Fault, RosterError, RosterList, RosterRow, read_roster
from bot.domain.membership import PURPOSES, TOLD_TO_CLUB, UNCONFIRMED_DAYS, MembershipState
from bot.handlers.founding.commands import recompute
from bot.handlers.services import Services
from bot.language.phones import show_phone
from bot.language.text import fold
from bot.speech.show import show_day
from bot.speech.translation import Lines, Listing, Phrase, say, words_version
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork

PENDING = "@import"
CONSENT_WORDS = "roster_list.signed.ask"


@dataclass(frozen=True)
class Matched:
    """A line of the list and the person on the roster it is about."""

    row: RosterRow
    membership: Membership
    person: Person

    def known(self, name: str) -> Any:
        """What stands on the roster in one of the list's columns."""
        return getattr(self.membership if name in TOLD_TO_CLUB else self.person, name)

    @property
    def changes(self) -> dict[str, Any]:
        """What the list knows better; an empty cell takes nothing away."""
        said = {name: getattr(self.row, name) for name in _FIELDS}
        return {
            name: value
            for name, value in said.items()
            if value is not None and value != self.known(name)
        }

    def differs(self, name: str) -> bool:
        """Whether list and roster both know something and not the same."""
        return _differ(getattr(self.row, name), self.known(name))


@dataclass
class Preview:
    """What an import would do, before anything is written.

    `agreed` are those among the changed whose consent was waited for and now is there.
    """

    new: list[RosterRow] = field(default_factory=list)
    changed: list[Matched] = field(default_factory=list)
    same: list[Matched] = field(default_factory=list)
    to_check: list[tuple[RosterRow, Phrase | Listing]] = field(default_factory=list)
    agreed: list[Matched] = field(default_factory=list)
    unread: tuple[str, ...] = ()
    silent: frozenset[int] = frozenset()
    """Persons of whose circumstances nothing may be written: no consent, or not any more."""

    def take(self, hit: Matched, *, waits: bool, signed: bool) -> None:
        """Put a line that is surely about somebody where it belongs.

        Of somebody whose consent is waited for only the name is kept, until it is there.
        """
        if hit.person.id in self.silent:
            hit = replace(hit, row=replace(hit.row, circumstances=None))
        if waits and signed:
            self.agreed.append(hit)
            self.changed.append(hit)
        elif hit.changes and not waits:
            self.changed.append(hit)
        else:
            self.same.append(hit)


_FIELDS = (
    "full_name", "birth_year", "birth_date", "sex", "phone", "address", "circumstances",
    "contact_person", "note",
)  # fmt: skip


def _parted(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Who somebody is, and what this club is told of him."""
    told = {name: value for name, value in values.items() if name in TOLD_TO_CLUB}
    return {name: value for name, value in values.items() if name not in told}, told


def preview(uow: UnitOfWork, club: Club, found: RosterList, *, signed: bool) -> Preview:
    """Sort a list's lines into new, changed, unchanged and those that somebody must look at.

    The same person: the same member's code, or the same folded name and the same birth year or
    phone, where only one line and one person are meant. A name alone that waits for its consent
    is the person of that name. What is alike but not surely the same, or can't be understood, is
    never decided by the program.
    """
    rows: dict[str, list[RosterRow]] = {}
    roster = uow.clubs.roster(club.id)
    said = uow.people.latest_consents([person.id for _, person in roster], club.id, "circumstances")
    result = Preview(
        unread=found.unread,
        silent=frozenset(
            person.id
            for _, person in roster
            if not (said[person.id].stands if person.id in said else signed)
        ),
    )
    by_code = {membership.code: (membership, person) for membership, person in roster}
    codes: dict[str, int] = {}
    for row in found.rows:
        if row.faults:
            result.to_check.append((row, Listing(tuple(map(_fault, row.faults)))))
            continue
        if row.code is not None:
            if row.code not in by_code:
                result.to_check.append((row, say("roster.unknown_code", code=row.code)))
            elif row.code in codes:
                result.to_check.append((row, say("roster.twice", line=codes[row.code])))
            else:
                codes[row.code] = row.line
                membership, person = by_code[row.code]
                waits = membership.state == MembershipState.UNCONFIRMED.value
                result.take(Matched(row, membership, person), waits=waits, signed=signed)
            continue
        group = rows.setdefault(fold(row.full_name or ""), [])
        twice = next((each for each in group if _one_person(each, row)), None)
        if twice is not None:
            result.to_check.append((row, say("roster.twice", line=twice.line)))
        else:
            group.append(row)
    known: dict[str, list[tuple[Membership, Person]]] = {}
    for membership, person in roster:
        if membership.code in codes:
            continue
        known.setdefault(fold(person.full_name or ""), []).append((membership, person))
    for name, group in rows.items():
        _sort_out(result, group, known.get(name, []), signed=signed)
    result.to_check.sort(key=lambda each: each[0].line)
    return result


def _differ(first: Any, second: Any) -> bool:
    """Whether two values are both known and not the same."""
    if isinstance(first, str) and isinstance(second, str):
        return fold(first) != fold(second)
    return first is not None and second is not None and first != second


def _one_person(first: RosterRow, second: RosterRow) -> bool:
    """Whether two lines of one name are one person written twice: nothing tells them apart."""
    told_apart = ("birth_year", "phone", "address", "sex")
    return not any(_differ(getattr(first, each), getattr(second, each)) for each in told_apart)


def _sort_out(
    result: Preview,
    rows: list[RosterRow],
    known: list[tuple[Membership, Person]],
    *,
    signed: bool,
) -> None:
    """Lines and people of one name: the surest ties first, each line and person once."""
    people = [Matched(rows[0], membership, person) for membership, person in known]
    waiting = {
        membership.id
        for membership, _ in known
        if membership.state == MembershipState.UNCONFIRMED.value
    }
    names_only = [
        each
        for each in people
        if each.membership.id in waiting
        and each.person.birth_year is None
        and each.membership.phone is None
    ]
    people = [each for each in people if each not in names_only]

    def settle(pairs: list[tuple[RosterRow, Matched]]) -> None:
        for row, hit in pairs:
            waits = hit.membership.id in waiting
            result.take(replace(hit, row=row), waits=waits, signed=signed)

    for sure in (_same_in_all, _same_phone, _same_year):
        pairs, rows, people = _pairs(rows, people, sure)
        settle(pairs)
    # A name that waits for its consent holds nothing else that could tell it from another.
    settle(list(zip(rows, names_only, strict=False)))
    for row in rows[len(names_only) :]:
        like = [
            each
            for each in (replace(hit, row=row) for hit in people)
            if not each.differs("birth_year") and not each.differs("sex")
        ]
        if like:
            result.to_check.append((row, _alike(like[0])))
        else:
            result.new.append(row)


def _same_in_all(hit: Matched) -> bool:
    return (hit.row.birth_year is not None or hit.row.phone is not None) and not hit.changes


def _same_phone(hit: Matched) -> bool:
    return hit.row.phone is not None and hit.row.phone == hit.membership.phone


def _same_year(hit: Matched) -> bool:
    """The same year; another phone only in the same place, else it may be a neighbour."""
    if hit.row.birth_year is None or hit.row.birth_year != hit.person.birth_year:
        return False
    moved = hit.row.address is None or hit.membership.address is None or hit.differs("address")
    return not (hit.differs("phone") and moved) and not hit.differs("sex")


def _pairs(
    rows: list[RosterRow], people: list[Matched], sure: Callable[[Matched], bool]
) -> tuple[list[tuple[RosterRow, Matched]], list[RosterRow], list[Matched]]:
    """Lines and people that belong to each other and to nobody else; then what is left."""
    hits = {row.line: [each for each in people if sure(replace(each, row=row))] for row in rows}
    wanted: Counter[int] = Counter(each.membership.id for row in rows for each in hits[row.line])
    found = [
        (row, hits[row.line][0])
        for row in rows
        if len(hits[row.line]) == 1 and wanted[hits[row.line][0].membership.id] == 1
    ]
    taken = {row.line for row, _ in found}
    held = {each.membership.id for _, each in found}
    return (
        found,
        [row for row in rows if row.line not in taken],
        [each for each in people if each.membership.id not in held],
    )


def _alike(hit: Matched) -> Phrase:
    """Why a line isn't taken: with whom of the roster it may be mixed up."""
    year = str(hit.person.birth_year) if hit.person.birth_year else say("show.birth.unknown")
    phone = show_phone(hit.membership.phone) if hit.membership.phone else say("roster.no_phone")
    return say("roster.alike", who=hit.person.shown_name, year=year, phone=phone)


def _fault(fault: Fault) -> Phrase:
    """A cell that isn't understood: its column, what stands there, and how it should look."""
    why = say(f"roster.example.{fault.why or fault.column}")
    if not fault.value:
        return say("roster.fault_empty", column=say(f"roster.column.{fault.column}"), why=why)
    return say(
        "roster.fault", column=say(f"roster.column.{fault.column}"), value=fault.value, why=why
    )


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
        identity, told = _parted(values)
        person_id = uow.people.add(**identity, birth_estimated=row.birth_estimated)
        uow.clubs.add_member(
            club,
            person_id,
            state=state.value,
            source="import",
            erase_at=erase_at,
            decided_by=account_id,
            **told,
        )
        touched.append(person_id)
    for match in found.changed:
        identity, told = _parted(match.changes)
        if identity:
            uow.people.update(match.person.id, **identity)
        uow.clubs.note_told(match.membership.id, **told)
        touched.append(match.person.id)
    if signed_on:
        for match in found.agreed:
            uow.clubs.set_state(
                match.membership.id, MembershipState.ACTIVE.value, decided_by=account_id
            )
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
    if found.agreed:
        lines.append(say("roster.agreed", count=len(found.agreed)))
    if found.unread:
        lines.append(say("roster.unread", columns=Listing(found.unread)))
    for row, why in found.to_check[:limit]:
        lines.append(say("roster.check_line", line=row.line, who=row.shown or "–", why=why))
    if len(found.to_check) > limit:
        lines.append(say("roster.more_lines", count=len(found.to_check) - limit))
    return lines


def change_lines(turn: Turn, found: Preview) -> list[Phrase]:
    """Every change to somebody on the roster: what stood there and what the list has."""
    lines = []
    for match in found.changed:
        if match in found.agreed:
            lines.append(say("roster.change_agreed", who=list_name(turn.uow, match.person)))
            continue
        for name, value in match.changes.items():
            if name == "birth_date" and match.row.birth_year != match.person.birth_year:
                continue
            lines.append(
                say(
                    "roster.change",
                    who=list_name(turn.uow, match.person),
                    column=say(f"roster.column.{_COLUMNS.get(name, name)}"),
                    before=_cell(turn, name, match.known(name)),
                    after=_cell(turn, name, value),
                )
            )
    return lines


_COLUMNS = {"birth_year": "birth", "birth_date": "birth"}


def _cell(turn: Turn, name: str, value: Any) -> Any:
    """A value as it stands on the roster."""
    if value is None:
        return "–"
    if name == "phone":
        return show_phone(value)
    if name == "sex":
        return say(f"sex.{value}")
    if name == "circumstances":
        kinds = [say(f"circumstances.{each}") for each in (value or "none").split(";")]
        return Listing(tuple(kinds))
    return show_day(value) if isinstance(value, date) else value


def file_action(services: Services, turn: Turn, club_id: int) -> bool:
    """A file came for a club: ask whether the list carries signatures; False when it is no list."""
    path, name = turn.inbound.file_path, turn.inbound.file_name
    turn.organises(club_id)
    if not path:
        turn.say(say("roster.file_gone"))
        return False
    try:
        found = read_roster(Path(path), turn.today)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return False
    turn.say(say("roster.received", name=name or "", count=len(found.rows)))
    services.engine.start(turn, "roster_list", club=club_id, path=path, file_name=name or "")
    return True


def show_preview(services: Services, turn: Turn, effect: ImportRoster) -> None:
    """What a list changes, and the question whether to write it."""
    club = turn.uow.clubs.get(effect.club_id)
    try:
        rows = read_roster(Path(effect.path), turn.today)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return
    found = preview(turn.uow, club, rows, signed=effect.signed_on is not None)
    turn.say(Lines(tuple(lines_of(found))))
    if found.to_check:
        turn.offer(say("roster.mend_first"), [(say("engine.back_to"), buttons.Members(club.id))])
        return
    if not found.new and not found.changed:
        turn.offer(say("roster.nothing_new"), [(say("engine.back_to"), buttons.Members(club.id))])
        return
    turn.uow.conversations.put(
        turn.account.id,
        PENDING,
        {"club": club.id, "path": effect.path, "signed_on": effect.signed_on},
        is_open=False,
    )
    _ask_to_write(turn, club, found, signed=effect.signed_on is not None)


def _ask_to_write(turn: Turn, club: Club, found: Preview, *, signed: bool) -> None:
    """Whether the list is to be written: how many are new, how many change."""
    changed = say("roster.and_change", count=len(found.changed)) if found.changed else ""
    if found.new:
        key = "roster.write_signed" if signed else "roster.write_unsigned"
        question = say(key, count=len(found.new), changed=changed)
    else:
        question = say("roster.write_changes", count=len(found.changed))
    rows: buttons.Rows = [
        [
            (say("roster.write_yes"), buttons.yes(buttons.ImportList(club.id))),
            (say("roster.write_no"), buttons.no(buttons.Members(club.id))),
        ]
    ]
    if found.changed:
        rows.append([(say("roster.see_changes"), buttons.ViewChanges(club.id))])
    turn.offer(question, *rows)


def _pending(turn: Turn, club: Club) -> tuple[Preview, date | None] | None:
    """The list that waits to be written, read anew, and the day of its signatures."""
    held = turn.uow.conversations.find(turn.account.id, PENDING)
    if held is None or held.state.get("club") != club.id:
        turn.say(say("roster.file_gone"))
        return None
    signed = held.state.get("signed_on")
    try:
        rows = read_roster(Path(held.state["path"]), turn.today)
    except RosterError as error:
        turn.say(say(error.key, **error.slots))
        return None
    found = preview(turn.uow, club, rows, signed=signed is not None)
    return found, date.fromisoformat(signed) if signed else None


def changes_action(services: Services, turn: Turn, club: Club) -> None:
    """What a list changes, line by line, before the yes."""
    pending = _pending(turn, club)
    if pending is None:
        return
    found, signed_on = pending
    turn.say(Lines((say("roster.changes"), *change_lines(turn, found))))
    _ask_to_write(turn, club, found, signed=signed_on is not None)


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
    rows = read_roster(path, uow.now.astimezone(zone).date())
    found = preview(uow, club, rows, signed=signed_on is not None)
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
        lines.append(_written(uow, club, found, count, signed=signed_on is not None))
    return lines, True


def _written(uow: UnitOfWork, club: Club, found: Preview, count: int, *, signed: bool) -> Phrase:
    """What was written; of names without a consent also how it is noted."""
    if not signed and found.new:
        return say("roster.written_names", count=len(found.new), days=UNCONFIRMED_DAYS)
    total = uow.clubs.count(club.id, [MembershipState.ACTIVE.value])
    return say("roster.written", count=count, total=total)


def import_action(services: Services, turn: Turn, club: Club) -> None:
    """Write the list that was previewed."""
    pending = _pending(turn, club)
    turn.uow.conversations.drop(turn.account.id, PENDING)
    if pending is None:
        return
    found, signed_on = pending
    if found.to_check:
        turn.say(Lines(tuple(lines_of(found))))
        turn.say(say("roster.mend_first"))
        return
    count = write(
        turn.uow,
        club,
        found,
        signed_on=signed_on,
        account_id=turn.account.id,
        channel=turn.account.channel,
        language=turn.account.language,
    )
    turn.say(_written(turn.uow, club, found, count, signed=signed_on is not None))
    if found.new and signed_on is None:
        turn.offer(say("roster.how_to_note"), [(say("members.list"), buttons.Members(club.id))])
    turn.do(FoundingChanged(club.id, "founding_members"))
