"""A paper list beside the roster: who is new, who is changed, and what somebody must look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from bot.conversations.engine import Answers, Proof, Shown
from bot.domain.membership import ON_THE_SHEET, TOLD_TO_CLUB, MembershipState
from bot.handlers.members.list_absence import StillListed, still_listed
from bot.handlers.members.list_nicknames import answered_before
from bot.language.text import fold
from bot.rosters.listed import FIELDS, Doubt, Listed, filled
from bot.rosters.reading import Left, ReadColumn, ReadSheet, RosterList
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Signatures:
    """What a list was signed for, and on which day."""

    on: date
    purposes: tuple[str, ...]
    asked: Mapping[str, Proof]
    """What the organiser, or the operator, was asked about that, by the question."""

    def proof(self, purpose: str) -> Proof:
        """The proof of a consent that was signed: the question whose answer names its purpose."""
        return self.asked["signed" if purpose == "roster" else max(self.asked, key=_later)]


def _later(question: str) -> int:
    return _QUESTIONS.index(question)


_QUESTIONS = ("signed", "purposes")


def signed_proof(version: str, shown: Shown | None = None, question: str = "signed") -> Proof:
    """What was asked about a list's signatures; `shown` is None where an operator says it."""
    return Proof(True, "signed_list", f"roster_list.{question}.ask", version, shown)


def signed_state(signatures: Signatures | None) -> Answers:
    """The signatures as a state keeps them."""
    if signatures is None:
        return {"signed_on": None}
    asked = {
        question: {
            "version": proof.version,
            "shown": None if proof.shown is None else asdict(proof.shown),
        }
        for question, proof in signatures.asked.items()
    }
    return {
        "signed_on": signatures.on.isoformat(),
        "purposes": list(signatures.purposes),
        "asked": asked,
    }


def signatures_of(state: Answers) -> Signatures | None:
    """The signatures out of such a state."""
    if not state.get("signed_on"):
        return None
    # An earlier release kept what was asked beside the lines, once.
    once = {"signed": {"version": state.get("version", ""), "shown": state.get("shown")}}
    asked = {
        question: signed_proof(
            each["version"], Shown(**each["shown"]) if each["shown"] else None, question
        )
        for question, each in state.get("asked", once).items()
    }
    purposes = tuple(state.get("purposes", ON_THE_SHEET))
    return Signatures(date.fromisoformat(state["signed_on"]), purposes, asked)


# Why a line is never taken by the program


@dataclass(frozen=True)
class Doubtful:
    """What isn't sure in the line itself."""

    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class UnknownCode:
    """A member's code that nobody of the club has."""

    code: str


@dataclass(frozen=True)
class Twice:
    """The same person may stand in a line above."""

    line: int
    sheet: str = ""


@dataclass(frozen=True)
class Alike:
    """Somebody on the roster with whom the line may be mixed up."""

    membership: Membership
    person: Person


Problem = Doubtful | UnknownCode | Twice | Alike


# What a list would change


@dataclass(frozen=True)
class Matched:
    """A line of the list and the person on the roster it is about."""

    row: Listed
    membership: Membership
    person: Person

    def known(self, name: str) -> object:
        """What stands on the roster in one of the list's columns."""
        return getattr(self.membership if name in TOLD_TO_CLUB else self.person, name)

    @property
    def changes(self) -> Answers:
        """What the list knows better; an empty cell takes nothing away."""
        said = {name: getattr(self.row, name) for name in FIELDS}
        if self.row.birth_estimated and self.person.birth_year is not None:
            # What is reckoned from an age is a year off each time that it is read.
            del said["birth_year"]
        changed = {
            name: value
            for name, value in said.items()
            if value is not None and not _says_the_same(value, self.known(name))
        }
        if "birth_year" in changed and self.row.birth_date is None and self.person.birth_date:
            changed["birth_date"] = None
        return changed

    def differs(self, name: str) -> bool:
        """Whether list and roster both know something and not the same."""
        return _differ(getattr(self.row, name), self.known(name))


@dataclass
class Preview:
    """What an import would do, before anything is written.

    `agreed` are those among the changed whose consent was waited for and now is there.
    """

    new: list[Listed] = field(default_factory=list)
    changed: list[Matched] = field(default_factory=list)
    same: list[Matched] = field(default_factory=list)
    to_check: list[tuple[Listed, Problem]] = field(default_factory=list)
    agreed: list[Matched] = field(default_factory=list)
    gone: list[StillListed] = field(default_factory=list)
    """Who is on the roster though the list says that he died or went."""
    left: list[Left] = field(default_factory=list)
    """Lines that are no people, or of who is no longer there, or that stand there twice."""
    columns: tuple[ReadColumn, ...] = ()
    sheets: tuple[ReadSheet, ...] = ()
    silent: frozenset[int] = frozenset()
    """Persons of whose circumstances nothing may be written: no consent, or not any more."""

    @property
    def writable(self) -> bool:
        """Whether something is clear enough to be written."""
        return bool(self.new or self.changed)

    @property
    def deaths(self) -> list[StillListed]:
        """Who is on the roster and dead, as the list says."""
        return [each for each in self.gone if each.said_dead]

    @property
    def clear(self) -> list[Listed]:
        """The lines that are clear, as they stand in the list."""
        rows = [*self.new, *(hit.row for hit in (*self.changed, *self.same))]
        order = {sheet.name: number for number, sheet in enumerate(self.sheets)}
        return sorted(rows, key=lambda row: (order.get(row.sheet, 0), row.line))

    @property
    def several_sheets(self) -> bool:
        """Whether a line is told by its sheet too."""
        return len({sheet.name for sheet in self.sheets if sheet.people}) > 1

    @property
    def mentioned(self) -> set[int]:
        """Memberships of whom a line says that they are here, or perhaps."""
        alike = (why.membership for _, why in self.to_check if isinstance(why, Alike))
        sure = (hit.membership for hit in (*self.changed, *self.same))
        return {membership.id for membership in (*alike, *sure)}

    @property
    def told_of(self) -> list[Person]:
        """Of whom on the roster the preview tells something that the list may not have."""
        alike = (why.person for _, why in self.to_check if isinstance(why, Alike))
        hits = (hit.person for hit in (*self.changed, *self.agreed))
        return [*alike, *hits, *(each.person for each in self.gone)]

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


def preview(
    uow: UnitOfWork, club: Club, found: RosterList, *, signed: bool, hardship: bool = True
) -> Preview:
    """Sort a list's lines into new, changed, unchanged and those that somebody must look at.

    The same person: the same member's code, or the same folded name and the same birth year or
    phone, where only one line and one person are meant. A name alone that waits for its consent
    is the person of that name. What is alike but not surely the same, or can't be understood, is
    never decided by the program. `hardship`: whether the signatures are for that purpose too.
    """
    roster = uow.clubs.roster(club.id)
    said = uow.people.latest_consents([person.id for _, person in roster], club.id, "circumstances")
    result = Preview(
        left=list(found.left),
        columns=found.columns,
        sheets=found.sheets,
        silent=frozenset(
            person.id
            for _, person in roster
            if not (said[person.id].stands if person.id in said else signed and hardship)
        ),
    )
    people = found.people
    if not hardship:
        people = tuple(replace(row, circumstances=None) for row in people)
    people = _known_nicknames(result, roster, people, signed=signed)
    coded = _by_code(
        result, roster, [row for row in people if row.code and not row.doubts], signed=signed
    )
    rows = _named(result, [row for row in people if not row.code or row.doubts])
    known: dict[str, list[tuple[Membership, Person]]] = {}
    for membership, person in roster:
        if membership.code not in coded:
            known.setdefault(fold(person.full_name or ""), []).append((membership, person))
    for name, group in rows.items():
        _sort_out(result, group, known.get(name, []), signed=signed)
    order = {sheet.name: number for number, sheet in enumerate(found.sheets)}
    result.to_check.sort(key=lambda each: (order.get(each[0].sheet, 0), each[0].line))
    result.left.sort(key=lambda each: (order.get(each.sheet, 0), each.line))
    result.gone = still_listed(result.left, roster, result.mentioned)
    return result


def _known_nicknames(
    result: Preview,
    roster: list[tuple[Membership, Person]],
    people: tuple[Listed, ...],
    *,
    signed: bool,
) -> tuple[Listed, ...]:
    """The lines that are left once those are taken that only a nickname made doubtful, which is known."""
    left: list[Listed] = []
    taken: set[int] = set()
    for row in people:
        known = answered_before(row, roster)
        if known is None or known[0].doubts or known[1].id in taken:
            left.append(row)
            continue
        hit = Matched(*known)
        taken.add(hit.membership.id)
        waits = hit.membership.state == MembershipState.UNCONFIRMED
        result.take(hit, waits=waits, signed=signed)
    return tuple(left)


def _by_code(
    result: Preview,
    roster: list[tuple[Membership, Person]],
    rows: list[Listed],
    *,
    signed: bool,
) -> set[str]:
    """Lines of a list that came from here: each is the member whose code it bears."""
    by_code = {membership.code: (membership, person) for membership, person in roster}
    codes: dict[str, Listed] = {}
    for row in rows:
        code = row.code or ""
        if code not in by_code:
            result.to_check.append((row, UnknownCode(code)))
        elif code in codes:
            result.to_check.append((row, Twice(codes[code].line, codes[code].sheet)))
        else:
            codes[code] = row
            membership, person = by_code[code]
            waits = membership.state == MembershipState.UNCONFIRMED
            result.take(Matched(row, membership, person), waits=waits, signed=signed)
    return set(codes)


def _named(result: Preview, rows: list[Listed]) -> dict[str, list[Listed]]:
    """Lines by their folded names, without those that are doubtful or stand there twice."""
    groups: dict[str, list[Listed]] = {}
    for row in rows:
        if row.doubts:
            result.to_check.append((row, Doubtful(row.doubts)))
            continue
        group = groups.setdefault(fold(row.full_name or ""), [])
        twice = next((each for each in group if _one_person(each, row)), None)
        if twice is None:
            group.append(row)
        elif _surely_one(twice, row):
            group[group.index(twice)] = filled(twice, row)
            result.left.append(Left(row.sheet, row.line, row.shown, "twice"))
        else:
            result.to_check.append((row, Twice(twice.line, twice.sheet)))
    return groups


def _surely_one(first: Listed, second: Listed) -> bool:
    """Whether two lines are one person beyond doubt: one phone or day of birth, or two sheets."""
    if first.sheet != second.sheet:
        return first.birth_year is not None and first.birth_year == second.birth_year
    same_day = first.birth_date is not None and first.birth_date == second.birth_date
    same_phone = first.phone is not None and first.phone == second.phone
    return same_day or (same_phone and not _differ(first.birth_year, second.birth_year))


def _says_the_same(value: object, known: object) -> bool:
    """Whether a list says what is known, or says it with fewer accents or other capitals."""
    if value == known:
        return True
    if not isinstance(value, str) or not isinstance(known, str) or fold(value) != fold(known):
        return False
    return value.isascii() or not known.isascii()


def _differ(first: object, second: object) -> bool:
    """Whether two values are both known and not the same."""
    if isinstance(first, str) and isinstance(second, str):
        return fold(first) != fold(second)
    return first is not None and second is not None and first != second


def _one_person(first: Listed, second: Listed) -> bool:
    """Whether two lines of one name are one person written twice: nothing tells them apart."""
    told_apart = ("birth_year", "birth_date", "phone", "address", "sex")
    if first.mark and second.mark and fold(first.mark) != fold(second.mark):
        return False
    if first.phone and first.phone == second.phone and not _differ(first.sex, second.sex):
        # Who was told of twice lives in "tổ 2" and in "tổ 2, cạnh trạm bơm"; or her year was put right.
        return True
    apart = [each for each in told_apart if _differ(getattr(first, each), getattr(second, each))]
    births = (first.birth_year, second.birth_year)
    if apart == ["phone"] and None not in births:
        # Of one name, one year and one home: namesakes next door, or one with a new number.
        return bool(first.address and second.address)
    if None not in births and apart in (["birth_year"], ["birth_year", "birth_date"]):
        # Filled in twice, by a daughter and by a son's wife: one of the years may be wrong.
        is_near = abs((births[0] or 0) - (births[1] or 0)) <= _NEAR
        return is_near and bool(first.address and second.address)
    return not apart


_NEAR = 3
"""Years by which two people tell one birth."""


def _sort_out(
    result: Preview,
    rows: list[Listed],
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

    def settle(pairs: list[tuple[Listed, Matched]]) -> None:
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
    year, known = hit.row.birth_year, hit.person.birth_year
    if year is None or known is None:
        return False
    if abs(year - known) > (2 if hit.row.birth_estimated or hit.person.birth_estimated else 0):
        return False
    moved = hit.row.address is None or hit.membership.address is None or hit.differs("address")
    return not (hit.differs("phone") and moved) and not hit.differs("sex")


def _pairs(
    rows: list[Listed], people: list[Matched], sure: Callable[[Matched], bool]
) -> tuple[list[tuple[Listed, Matched]], list[Listed], list[Matched]]:
    """Lines and people that belong to each other and to nobody else; then what is left."""
    hits = {row.place: [each for each in people if sure(replace(each, row=row))] for row in rows}
    wanted: Counter[int] = Counter(each.membership.id for row in rows for each in hits[row.place])
    found = [
        (row, hits[row.place][0])
        for row in rows
        if len(hits[row.place]) == 1 and wanted[hits[row.place][0].membership.id] == 1
    ]
    taken = {row.place for row, _ in found}
    held = {each.membership.id for _, each in found}
    return (
        found,
        [row for row in rows if row.place not in taken],
        [each for each in people if each.membership.id not in held],
    )
