"""A paper list into the roster: a preview first, then all of it or nothing. Nothing is said here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from bot.conversations.effects import FoundingChanged, RosterChanged
from bot.conversations.engine import Answers
from bot.documents.roster import Fault, RosterList, RosterRow, read_roster
from bot.domain.founding import StepKey
from bot.domain.membership import PURPOSES, TOLD_TO_CLUB, UNCONFIRMED_DAYS, MembershipState
from bot.handlers.acting import Acting, Refused
from bot.language.text import fold
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork

PENDING = "@import"
"""Where the list waits that was previewed."""
CONSENT_WORDS = "roster_list.signed.ask"
"""The question by which an organiser says that a list carries signatures."""


# Why a line is never taken by the program


@dataclass(frozen=True)
class Faulty:
    """Cells that can't be understood."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class UnknownCode:
    """A member's code that nobody of the club has."""

    code: str


@dataclass(frozen=True)
class Twice:
    """The same person stands in a line above."""

    line: int


@dataclass(frozen=True)
class Alike:
    """Somebody on the roster with whom the line may be mixed up."""

    membership: Membership
    person: Person


Problem = Faulty | UnknownCode | Twice | Alike


# What a list would change


@dataclass(frozen=True)
class Matched:
    """A line of the list and the person on the roster it is about."""

    row: RosterRow
    membership: Membership
    person: Person

    def known(self, name: str) -> object:
        """What stands on the roster in one of the list's columns."""
        return getattr(self.membership if name in TOLD_TO_CLUB else self.person, name)

    @property
    def changes(self) -> Answers:
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
    to_check: list[tuple[RosterRow, Problem]] = field(default_factory=list)
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


def _parted(values: Answers) -> tuple[Answers, Answers]:
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
            result.to_check.append((row, Faulty(tuple(row.faults))))
            continue
        if row.code is not None:
            if row.code not in by_code:
                result.to_check.append((row, UnknownCode(row.code)))
            elif row.code in codes:
                result.to_check.append((row, Twice(codes[row.code])))
            else:
                codes[row.code] = row.line
                membership, person = by_code[row.code]
                waits = membership.state == MembershipState.UNCONFIRMED
                result.take(Matched(row, membership, person), waits=waits, signed=signed)
            continue
        group = rows.setdefault(fold(row.full_name or ""), [])
        twice = next((each for each in group if _one_person(each, row)), None)
        if twice is not None:
            result.to_check.append((row, Twice(twice.line)))
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


def _differ(first: object, second: object) -> bool:
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
        membership.id for membership, _ in known if membership.state == MembershipState.UNCONFIRMED
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
            result.to_check.append((row, Alike(like[0].membership, like[0].person)))
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


# Writing it


@dataclass(frozen=True)
class Written:
    """A list that was written: rows added or changed, members now, and whether it was signed."""

    found: Preview
    rows: int
    members: int
    signed: bool


@dataclass(frozen=True)
class Pending:
    """The list that waits to be written, read anew, and the day of its signatures."""

    found: Preview
    signed_on: date | None


def preview_file(
    acting: Acting, club: Club, path: Path, *, signed_on: date | None
) -> Preview | Refused:
    """What a file would change. Raises RosterError for one that is no list."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    rows = read_roster(path, acting.today)
    return preview(acting.uow, club, rows, signed=signed_on is not None)


def begin_import(
    acting: Acting, club: Club, path: str, *, signed_on: date | None
) -> Preview | Refused:
    """What a file would change; what can be written waits for a yes. Raises RosterError."""
    found = preview_file(acting, club, Path(path), signed_on=signed_on)
    if acting.account is None or isinstance(found, Refused):
        return Refused.NOT_YOURS
    if not found.to_check and (found.new or found.changed):
        signed = signed_on.isoformat() if signed_on else None
        acting.uow.conversations.put(
            acting.account.id,
            PENDING,
            {"club": club.id, "path": path, "signed_on": signed},
            is_open=False,
        )
    return found


def pending_list(acting: Acting, club: Club) -> Pending | Refused:
    """The list that waits for a yes. Raises RosterError where its file is no list any more."""
    if acting.account is None or not acting.organises(club.id):
        return Refused.NOT_YOURS
    held = acting.uow.conversations.find(acting.account.id, PENDING)
    if held is None or held.state.get("club") != club.id:
        return Refused.GONE
    signed = held.state.get("signed_on")
    signed_on = date.fromisoformat(signed) if signed else None
    rows = read_roster(Path(held.state["path"]), acting.today)
    return Pending(preview(acting.uow, club, rows, signed=signed_on is not None), signed_on)


def import_pending(acting: Acting, club: Club, *, version: str) -> Written | Preview | Refused:
    """Write the list that was previewed; what can't be written any more is returned.

    `version`: of `CONSENT_WORDS`, as the proof of a consent keeps it. Raises RosterError.
    """
    try:
        pending = pending_list(acting, club)
    finally:
        if acting.account is not None:
            acting.uow.conversations.drop(acting.account.id, PENDING)
    if isinstance(pending, Refused):
        return pending
    if pending.found.to_check:
        return pending.found
    written = _write(acting, club, pending.found, signed_on=pending.signed_on, version=version)
    acting.do(FoundingChanged(club.id, StepKey.FOUNDING_MEMBERS))
    return written


def import_file(
    acting: Acting, club: Club, path: Path, *, signed_on: date | None, version: str
) -> Written | Preview | Refused:
    """Write a file without asking; what can't be written is returned as it was previewed.

    `version`: of `CONSENT_WORDS`, as the proof of a consent keeps it. Raises RosterError.
    """
    found = preview_file(acting, club, path, signed_on=signed_on)
    if isinstance(found, Refused) or found.to_check:
        return found
    written = _write(acting, club, found, signed_on=signed_on, version=version)
    acting.do(RosterChanged(club.id))
    return written


def _write(
    acting: Acting, club: Club, found: Preview, *, signed_on: date | None, version: str
) -> Written:
    """Write a previewed list.

    With signatures the consents are noted, way `signed_list`; without, people are `unconfirmed`
    and forgotten after 30 days. Nobody's word is taken for the circumstances of others.
    """
    uow = acting.uow
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
            state=state,
            source="import",
            erase_at=erase_at,
            decided_by=acting.by,
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
            uow.clubs.set_state(match.membership.id, MembershipState.ACTIVE, decided_by=acting.by)
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
                    words_version=version,
                    way="signed_list",
                    answered_on=signed_on,
                    channel=acting.account.channel if acting.account else None,
                    account_id=acting.by,
                )
    members = uow.clubs.count(club.id, [MembershipState.ACTIVE])
    return Written(found, len(touched), members, signed=signed_on is not None)
