"""What a report counts: a grouped statement each, over all clubs or those of some communes.

The cost of each grows with the rows that it counts and not with a statement a club; what a rule
says of people stands in the domain alone (`count_facts` hands it people who were counted already).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.criteria import MemberFacts
from bot.domain.due import SubjectKind
from bot.domain.founding import CLOSED, NOT_REPORTED, STEPS, StepState
from bot.domain.membership import MembershipState
from bot.domain.states import HEARD
from bot.storage import schema

_NUMBERS = {step.key: step.number for step in STEPS}


@dataclass(frozen=True)
class FoundingProgress:
    """How far a club's founding is: the lowest step that is worked on, and what is behind it.

    `moved_at`: when anything of it was written down or came into another state last; None of a
    club at none of whose steps anybody works.
    """

    step: str | None = None
    state: StepState | None = None
    opened_at: datetime | None = None
    done: int = 0
    skipped: int = 0
    moved_at: datetime | None = None


@dataclass(frozen=True)
class OccurrenceCounts:
    """Occurrences by state, and how many people came to those that were counted."""

    states: Counter[str]
    attended: int


def count_facts(
    connection: Connection, *of: sa.ColumnElement[bool], board: bool = False
) -> Counter[MemberFacts]:
    """Active members as the criteria see them, those who are alike counted together.

    `board`: those who hold a post today, once for each post.
    """
    person, membership, post = schema.person, schema.membership, schema.post
    kinds = (person.c.birth_year, person.c.sex, membership.c.circumstances)
    query = (
        sa.select(*kinds, sa.func.count())
        .join(membership, membership.c.person_id == person.c.id)
        .where(
            membership.c.state == MembershipState.ACTIVE,
            person.c.erased_at.is_(None),
            *of,
        )
        .group_by(*kinds)
    )
    if board:
        query = query.join(
            post,
            (post.c.person_id == person.c.id) & (post.c.club_id == membership.c.club_id),
        ).where(post.c.to_on.is_(None))
    rows = connection.execute(query)
    found: Counter[MemberFacts] = Counter()
    for birth_year, sex, circumstances, count in rows:
        found[MemberFacts.of(birth_year, sex, circumstances)] += count
    return found


class Reports:
    """Counts for a report. `units`: the commune codes that it is about, None for all.

    `areas`: the areas, by the CODE that roles hold, which lie wholly within these communes.
    """

    def __init__(
        self,
        connection: Connection,
        now: datetime,
        units: Iterable[str] | None = None,
        areas: Iterable[str] = (),
    ) -> None:
        self._connection = connection
        self._now = now
        self._units = None if units is None else sorted(units)
        self._areas = sorted({*areas, *(self._units or ())})

    def _of_clubs(self, column: sa.Column[int]) -> list[sa.ColumnElement[bool]]:
        """The condition that a row is of the report's clubs; none where it is about all."""
        if self._units is None:
            return []
        club = schema.club
        return [column.in_(sa.select(club.c.id).where(club.c.unit_code.in_(self._units)))]

    def _counts(self, column: sa.Column[str], *where: sa.ColumnElement[bool]) -> Counter[str]:
        rows = self._connection.execute(
            sa.select(column, sa.func.count()).where(*where).group_by(column)
        )
        return Counter({row[0]: row[1] for row in rows})

    def members(self) -> dict[int, Counter[str]]:
        """How many stand on each club's roster, by state."""
        table, person = schema.membership, schema.person
        erased = sa.select(person.c.id).where(person.c.erased_at.is_not(None))
        rows = self._connection.execute(
            sa.select(table.c.club_id, table.c.state, sa.func.count())
            .where(table.c.person_id.not_in(erased), *self._of_clubs(table.c.club_id))
            .group_by(table.c.club_id, table.c.state)
        )
        found: dict[int, Counter[str]] = {}
        for club_id, state, count in rows:
            found.setdefault(club_id, Counter())[state] = count
        return found

    def facts(self) -> Counter[MemberFacts]:
        """Active members of clubs that aren't closed as the criteria see them, those who are alike
        counted together."""
        club, of = schema.club, schema.membership.c.club_id
        closed = sa.select(club.c.id).where(club.c.stage.in_([each.value for each in CLOSED]))
        # Few clubs are closed: theirs are taken away, for asking it of each member takes longer.
        every = count_facts(self._connection, *self._of_clubs(of))
        return every - count_facts(self._connection, of.in_(closed), *self._of_clubs(of))

    def progress(self) -> dict[int, FoundingProgress]:
        """How far each club's founding is; none of a club of which no step was computed yet."""
        table = schema.founding_step
        of_clubs = [table.c.step.in_(_NUMBERS), *self._of_clubs(table.c.club_id)]
        place = sa.func.row_number().over(
            partition_by=table.c.club_id, order_by=sa.case(_NUMBERS, value=table.c.step)
        )
        is_worked_on = table.c.state.not_in([each.value for each in NOT_REPORTED])
        worked_on = (
            sa.select(
                table.c.club_id,
                table.c.step,
                table.c.state,
                table.c.opened_at,
                place.label("place"),
            )
            .where(is_worked_on, *of_clubs)
            .subquery()
        )
        found = worked_on.c
        lowest = {
            club_id: (step, state, opened_at)
            for club_id, step, state, opened_at in self._connection.execute(
                sa.select(found.club_id, found.step, found.state, found.opened_at).where(
                    found.place == 1
                )
            )
        }
        written = self._written(sa.select(table.c.club_id).where(is_worked_on, *of_clubs))
        behind = self._connection.execute(
            sa.select(
                table.c.club_id,
                _how_many(table.c.state == StepState.DONE),
                _how_many(table.c.state == StepState.SKIPPED),
                sa.func.max(table.c.opened_at),
                sa.func.max(table.c.done_at),
            )
            .where(*of_clubs)
            .group_by(table.c.club_id)
        )
        return {
            club_id: FoundingProgress(
                *lowest.get(club_id, (None, None, None)),
                done,
                skipped,
                _latest(opened_at, done_at, written.get(club_id)) if club_id in lowest else None,
            )
            for club_id, done, skipped, opened_at, done_at in behind
        }

    def _written(self, clubs: sa.Select[int]) -> dict[int, datetime]:
        """When anything was written down of the foundings of some clubs last."""
        table = schema.founding_datum
        rows = self._connection.execute(
            sa.select(table.c.club_id, sa.func.max(table.c.updated_at))
            .where(table.c.club_id.in_(clubs))
            .group_by(table.c.club_id)
        )
        return {row[0]: row[1] for row in rows}

    def next_events(self) -> dict[int, datetime]:
        """When each club's next planned occurrence begins."""
        table = schema.occurrence
        rows = self._connection.execute(
            sa.select(table.c.club_id, sa.func.min(table.c.starts_at))
            .where(
                table.c.state == sa.literal_column("'planned'"),
                table.c.starts_at >= self._now,
                *self._of_clubs(table.c.club_id),
            )
            .group_by(table.c.club_id)
        )
        return {row[0]: row[1] for row in rows}

    def occurrences(self) -> OccurrenceCounts:
        """The occurrences of events."""
        table = schema.occurrence
        rows = self._connection.execute(
            sa.select(table.c.state, sa.func.count(), sa.func.sum(table.c.attended))
            .where(*self._of_clubs(table.c.club_id))
            .group_by(table.c.state)
        ).all()
        return OccurrenceCounts(
            Counter({state: count for state, count, _ in rows}),
            sum(int(attended or 0) for _, _, attended in rows),
        )

    def answers(self) -> Counter[str]:
        """What people said of occurrences, and for how many who were told of one nobody did."""
        attendance, notice = schema.attendance, schema.notice
        found = self._counts(attendance.c.answer, *self._of_occurrences(attendance.c.occurrence_id))
        answered = sa.exists().where(
            attendance.c.occurrence_id == notice.c.subject_id,
            attendance.c.person_id == notice.c.person_id,
        )
        silent = (
            sa.select(notice.c.subject_id, notice.c.person_id)
            .where(
                notice.c.subject_kind == SubjectKind.OCCURRENCE,
                notice.c.state.in_(HEARD),
                ~answered,
                *self._of_clubs(notice.c.club_id),
            )
            .distinct()
            .subquery()
        )
        found["none"] = self._connection.execute(
            sa.select(sa.func.count()).select_from(silent)
        ).scalar_one()
        return found

    def _of_occurrences(self, column: sa.Column[int]) -> list[sa.ColumnElement[bool]]:
        if self._units is None:
            return []
        table = schema.occurrence
        return [column.in_(sa.select(table.c.id).where(*self._of_clubs(table.c.club_id)))]

    def notices(self) -> Counter[str]:
        """What people were to be told, by what became of it."""
        return self._counts(schema.notice.c.state, *self._of_clubs(schema.notice.c.club_id))

    def messages(self) -> Counter[str]:
        """Every message that was ever to be sent to those who belong to the clubs, by state."""
        table = schema.outbox
        return self._counts(table.c.state, *self._of_accounts(table.c.account_id))

    def updates(self) -> Counter[str]:
        """What came in from those who belong to the clubs, by state."""
        table, account = schema.inbox, schema.account
        if self._units is None:
            return self._counts(table.c.state)
        rows = self._connection.execute(
            sa.select(table.c.state, sa.func.count())
            .select_from(account)
            .join(
                table,
                (table.c.channel == account.c.channel)
                & (table.c.external_id == account.c.external_id),
            )
            .where(*self._of_accounts(account.c.id))
            .group_by(table.c.state)
        )
        return Counter({row[0]: row[1] for row in rows})

    def _of_accounts(self, column: sa.Column[int]) -> list[sa.ColumnElement[bool]]:
        """The condition that a row is of an account that belongs to the report's clubs.

        It organises or organised one, coordinates or was to found one in their areas, or speaks for
        somebody on a roster. Who belongs to clubs of several areas counts in each.
        """
        if self._units is None:
            return []
        role, speaks_for, membership = schema.role, schema.speaks_for, schema.membership
        staff = sa.select(role.c.account_id).where(
            sa.or_(role.c.area.in_(self._areas), *self._of_clubs(role.c.club_id))
        )
        people = (
            sa.select(speaks_for.c.account_id)
            .join(membership, membership.c.person_id == speaks_for.c.person_id)
            .where(*self._of_clubs(membership.c.club_id))
        )
        return [column.in_(sa.union(staff, people))]


def _latest(*moments: datetime | None) -> datetime | None:
    return max((each for each in moments if each is not None), default=None)


def _how_many(where: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count().filter(where)
