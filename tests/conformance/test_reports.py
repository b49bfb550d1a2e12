"""What a report counts in the database is what the rules say of its rows, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import starmap
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as given_settings
from hypothesis import strategies as st

from bot.domain.criteria import Measures, composition, composition_of
from bot.domain.due import SubjectKind
from bot.domain.founding import STEPS, StepState, reported_step
from bot.domain.membership import MembershipState
from bot.handlers.founding.facts import measures_of, member_facts
from bot.language.text import fold
from bot.messages import Address
from bot.settings import Settings
from bot.storage.records import Membership, Person
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database
from tests.examples import examples

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
YEAR = 2026
UNITS = ("26680", "26686", "26689")
OCCURRENCES = 2
ANSWERS = ("yes", "no", "unsure")
ACTIVE = MembershipState.ACTIVE.value


@dataclass(frozen=True)
class Someone:
    """A member of a made-up province, with what was said to and by him of each occurrence."""

    club: int
    state: MembershipState
    name: str
    birth_year: int | None
    sex: str | None
    phone: str | None
    circumstances: str | None
    erased: bool
    posts: int
    answers: tuple[str | None, ...]
    notices: tuple[frozenset[str], ...]


_of_each = st.tuples(*[st.one_of(st.none(), st.sampled_from(ANSWERS))] * OCCURRENCES)
_states = st.frozensets(st.sampled_from(("sent", "perhaps", "called", "to_call", "expired")))
_someone = st.builds(
    Someone,
    club=st.integers(0, len(UNITS) - 1),
    state=st.one_of(st.just(MembershipState.ACTIVE), st.sampled_from(MembershipState)),
    name=st.sampled_from(("Nguyễn Thị Sáu", "NGUYEN THI SAU", "Lê Văn Ba", "")),
    birth_year=st.one_of(st.none(), st.integers(1930, 2010), st.just(YEAR - 60)),
    sex=st.sampled_from((None, "female", "male")),
    phone=st.sampled_from((None, "+84912345678", "+84987654321")),
    circumstances=st.sampled_from(
        (None, "", "poor", "near_poor;disabled", "disabled;near_poor", "hardship;poor", ";",
         "undisclosed", "poor;undisclosed", "disabled", "Poor", "poorer", "near_poor;", "none")
    ),
    erased=st.sampled_from((False, False, False, True)),
    posts=st.integers(0, 2),
    answers=_of_each,
    notices=st.tuples(*[_states] * OCCURRENCES),
)  # fmt: skip
_steps = st.fixed_dictionaries({step.key: st.sampled_from((None, *StepState)) for step in STEPS})


class DoneError(Exception):
    """Ends a transaction whose rows nobody needs any more."""


class Made:
    """What was written, and what was asked of it."""

    def __init__(self, uow: UnitOfWork, people: list[Someone], steps: list[dict[Any, Any]]) -> None:
        account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
        self.clubs = [
            uow.clubs.add(
                unit_code=unit, hamlet="ấp", name="CLB", join_code=f"ABCDE{place}",
                created_by=account.id,
            )
            for place, unit in enumerate(UNITS)
        ]  # fmt: skip
        self.occurrences = [self._occurrence(uow, club.id) for club in self.clubs]
        self.rows: list[tuple[Someone, Membership, int]] = []
        for someone in people:
            self._add(uow, someone)
        for club in self.clubs:
            board = [(person, f"post{n}") for each, _, person in self.rows
                     for n in range(each.posts) if self.clubs[each.club].id == club.id]  # fmt: skip
            uow.clubs.set_board(club.id, board, date(2026, 1, 1))
            uow.clubs.set_board(club.id, board[::2], date(2026, 6, 1))
        for club, states in zip(self.clubs, steps, strict=True):
            for number, (key, state) in enumerate(states.items()):
                if state is not None:
                    opened = NOW - timedelta(days=number)
                    uow.founding.put_step(club.id, key.value, state=state.value, opened_at=opened)

    @staticmethod
    def _occurrence(uow: UnitOfWork, club_id: int) -> list[Any]:
        event = uow.events.add(
            club_id=club_id, kind="meeting", recurrence={}, hour="08:00", place="x"
        )
        for day in range(OCCURRENCES):
            uow.events.add_occurrence(
                event_id=event.id, club_id=club_id, nominal_on=date(2026, 12, 2) - timedelta(days=2 * day),
                starts_at=NOW + timedelta(days=1 - 2 * day), place="x", state="planned",
                plan_version=1, attended=club_id if day else None,
            )  # fmt: skip
        since = NOW - timedelta(days=9)
        return uow.events.occurrences([club_id], since=since)

    def _add(self, uow: UnitOfWork, someone: Someone) -> None:
        club = self.clubs[someone.club]
        person = uow.people.add(
            full_name=someone.name or None, birth_year=someone.birth_year, sex=someone.sex,
            erased_at=NOW if someone.erased else None,
        )  # fmt: skip
        membership = uow.clubs.add_member(
            club, person, state=someone.state.value, source="organiser", phone=someone.phone,
            circumstances=someone.circumstances,
        )  # fmt: skip
        self.rows.append((someone, membership, person))
        for occurrence, answer, states in zip(
            self.occurrences[someone.club], someone.answers, someone.notices, strict=True
        ):
            if answer is not None:
                uow.events.answer(occurrence.id, person, answer, None)
            uow.notices.add(
                [
                    {"person_id": person, "club_id": club.id,
                     "subject_kind": SubjectKind.OCCURRENCE, "subject_id": occurrence.id,
                     "kind": "reminder", "lead": state, "version": 1, "state": state,
                     "due_at": NOW, "expires_at": NOW}
                    for state in states
                ]
            )  # fmt: skip

    def of(self, units: set[str] | None) -> list[tuple[Someone, Membership, int]]:
        return [row for row in self.rows if units is None or UNITS[row[0].club] in units]


def _agree(settings: Settings, check: Callable[[UnitOfWork], None]) -> None:
    def work(uow: UnitOfWork) -> None:
        check(uow.at(NOW))
        raise DoneError

    with pytest.raises(DoneError):
        in_database(settings, work)


@given_settings(
    max_examples=examples(20),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    units=st.sampled_from((None, None, {"26686", "26689"}, {"10000"})),
    people=st.lists(_someone, max_size=12),
    steps=st.lists(_steps, min_size=3, max_size=3),
)
def test_a_report_is_what_the_rules_say(
    settings: Settings, units: set[str] | None, people: list[Someone], steps: list[dict[Any, Any]]
) -> None:
    def check(uow: UnitOfWork) -> None:
        made = Made(uow, people, steps)
        reports, rows = uow.reports(units), made.of(units)
        known = [(each, membership) for each, membership, _ in rows if not each.erased]
        active = [
            each for club in made.clubs if units is None or club.unit_code in units
            for each in uow.clubs.roster(club.id, [ACTIVE])
        ]  # fmt: skip
        board = composition_of({}, YEAR)
        assert Measures.of(composition_of(reports.facts(), YEAR), board) == Measures.of(
            composition(starmap(member_facts, active), YEAR), board
        )
        expected: dict[int, Counter[str]] = {}
        for each, membership in known:
            expected.setdefault(membership.club_id, Counter())[each.state.value] += 1
        assert reports.members() == expected
        assert reports.notices() == Counter(
            state for each, _, _ in rows for states in each.notices for state in states
        )
        answers = Counter(answer for each, _, _ in rows for answer in each.answers if answer)
        answers["none"] = sum(
            answer is None and bool(states & {"sent", "perhaps", "called"})
            for each, _, _ in rows
            for answer, states in zip(each.answers, each.notices, strict=True)
        )
        assert reports.answers() == answers
        clubs = [club for club in made.clubs if units is None or club.unit_code in units]
        assert reports.next_events() == {club.id: NOW + timedelta(days=1) for club in clubs}
        counted = reports.occurrences()
        assert counted.states == Counter({"planned": OCCURRENCES * len(clubs)})
        assert counted.attended == sum(club.id for club in clubs)
        progress = reports.progress()
        for club, states in zip(made.clubs, steps, strict=True):
            found = {key: state or StepState.LOCKED for key, state in states.items()}
            if club not in clubs or not any(states.values()):
                assert club.id not in progress
                continue
            step = reported_step(found)
            number = list(states).index(step) if step else 0
            assert progress[club.id].step == step
            assert progress[club.id].state == (found[step] if step else None)
            newest = NOW - timedelta(days=next(n for n, each in enumerate(states.values()) if each))
            assert progress[club.id].moved_at == (newest if step else None)
            assert progress[club.id].opened_at == (NOW - timedelta(days=number) if step else None)
            assert progress[club.id].done == list(found.values()).count(StepState.DONE)
            assert progress[club.id].skipped == list(found.values()).count(StepState.SKIPPED)

    _agree(settings, check)


@given_settings(
    max_examples=examples(25),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(people=st.lists(_someone, max_size=12), states=st.sets(st.sampled_from(MembershipState)))
def test_a_roster_is_counted_as_it_is_read(
    settings: Settings, people: list[Someone], states: set[MembershipState]
) -> None:
    def check(uow: UnitOfWork) -> None:
        made = Made(uow, people, [{}, {}, {}])
        for club, occurrences in zip(made.clubs, made.occurrences, strict=True):
            roster = uow.clubs.roster(club.id)
            some = uow.clubs.roster(club.id, states)
            assert uow.clubs.count(club.id, states) == len(some)
            pages = [uow.clubs.roster(club.id, states, limit=3, offset=n) for n in range(0, 12, 3)]
            assert [row for page in pages for row in page] == some
            _agree_on_measures(uow, club)
            _agree_on_likeness(uow, club.id, roster)
            active = {person.id for _, person in uow.clubs.roster(club.id, [ACTIVE])}
            for occurrence in occurrences:
                answers = uow.events.answers(occurrence.id)
                assert uow.events.yes_count(occurrence.id) == Counter(answers.values())["yes"]
                assert uow.events.answers_counted(occurrence) == Counter(
                    answers.get(person, "none") for person in active
                )
            assert uow.notices.calls_open(club.id) == len(uow.notices.call_list(club.id))

    _agree(settings, check)


def _agree_on_measures(uow: UnitOfWork, club: Any) -> None:
    active = {each[1].id: each for each in uow.clubs.roster(club.id, [ACTIVE])}
    board = [active[post.person_id] for post in uow.clubs.posts(club.id)
             if post.person_id in active]  # fmt: skip
    assert measures_of(uow, club, YEAR) == Measures.of(
        composition(starmap(member_facts, active.values()), YEAR),
        composition(starmap(member_facts, board), YEAR),
    )


def _agree_on_likeness(
    uow: UnitOfWork, club_id: int, roster: list[tuple[Membership, Person]]
) -> None:
    for membership, asking in roster:
        if not asking.full_name:
            continue
        alike = [
            other.id
            for other, person in roster
            if other.id != membership.id
            and fold(person.full_name or "") == fold(asking.full_name)
            and (
                (asking.birth_year is not None and person.birth_year == asking.birth_year)
                or (membership.phone is not None and other.phone == membership.phone)
            )
        ]
        found = uow.clubs.alike(
            club_id, asking.full_name, birth_year=asking.birth_year, phone=membership.phone,
            besides=membership.id,
        )  # fmt: skip
        assert (found[0].id if found else None) == next(iter(alike), None)


def test_a_members_number_goes_on_after_the_highest(settings: Settings) -> None:
    def check(uow: UnitOfWork) -> None:
        club = Made(uow, [], [{}, {}, {}]).clubs[0]
        codes = []
        for number in (0, 998, 999, 1000):
            person = uow.people.add(full_name="x")
            added = uow.clubs.add_member(club, person, state=ACTIVE, source="organiser")
            codes.append(added.code)
            if number == 0:
                uow.connection.exec_driver_sql(
                    f"UPDATE membership SET code = '{club.code}-998' WHERE id = {added.id}"
                )
        assert codes == [f"{club.code}-{each}" for each in ("001", "999", "1000", "1001")]

    _agree(settings, check)
