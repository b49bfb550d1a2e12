"""Clubs, their rosters and boards."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.criteria import MemberFacts
from bot.domain.due import DueKind
from bot.domain.membership import GONE, TOLD_TO_CLUB, MembershipState
from bot.language.text import fold
from bot.storage import schema
from bot.storage.applications import Applications
from bot.storage.due import Dues
from bot.storage.memory import remembered
from bot.storage.records import (
    Club,
    Membership,
    Person,
    Post,
)
from bot.storage.reports import count_facts
from bot.storage.rows import columns, many, one
from bot.storage.statements import new_id

_ADDRESSED = frozenset("ba ong co chu bac di cau mo cu anh chi".split())
"""Forms of address before a name, without accents."""
_YEAR_DIGITS, _NUMBER_DIGITS = 4, 6

_club = columns(schema.club, Club)
_membership = columns(schema.membership, Membership)
_person = columns(schema.person, Person)
_post = columns(schema.post, Post)

# What runs for every message is built once.
_BY_NUMBER = sa.select(*_club).where(schema.club.c.id == sa.bindparam("club"))
_BY_CODE = sa.select(*_club).where(schema.club.c.code == sa.bindparam("known_as"))
_BY_JOIN_CODE = sa.select(*_club).where(schema.club.c.join_code == sa.bindparam("known_as"))
_LAST_CODE = (
    sa.select(schema.membership.c.code)
    .where(schema.membership.c.club_id == sa.bindparam("club"))
    # A longer code is a higher number: 26680-01-1000 comes after 26680-01-999.
    .order_by(sa.func.length(schema.membership.c.code).desc(), schema.membership.c.code.desc())
    .limit(1)
)
_INSERTED_MEMBER = sa.insert(schema.membership)
_HIGHEST_USED = tuple(
    sa.select(sa.func.max(column))
    for column in (schema.membership.c.id, schema.application.c.membership_id)
)
_MEMBER = sa.select(*_membership).where(schema.membership.c.id == sa.bindparam("member"))
_MEMBER_OF = sa.select(*_membership).where(
    schema.membership.c.club_id == sa.bindparam("club"),
    schema.membership.c.person_id == sa.bindparam("person"),
)
_MEMBERSHIPS = (
    sa.select(*_membership)
    .where(schema.membership.c.person_id == sa.bindparam("person"))
    .order_by(schema.membership.c.id)
)


def _on_roster(club_id: int, states: Iterable[str] | None = None) -> list[sa.ColumnElement[bool]]:
    """The condition that somebody stands on a club's roster, in some states or any."""
    where = [schema.membership.c.club_id == club_id, schema.person.c.erased_at.is_(None)]
    if states is not None:
        where.append(schema.membership.c.state.in_(list(states)))
    return where


class Clubs:
    """Clubs and who is in them."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._due = Dues(connection, now)

    def add(
        self, *, unit_code: str, hamlet: str, name: str, join_code: str, created_by: int
    ) -> Club:
        """Open a club; its code is the unit's and the next number there."""
        taken = self._connection.execute(
            sa.select(schema.club.c.code).where(schema.club.c.unit_code == unit_code)
        ).scalars()
        number = 1 + max((int(code.rpartition("-")[2]) for code in taken), default=0)
        result = self._connection.execute(
            sa.insert(schema.club).values(
                code=f"{unit_code}-{number:02d}",
                unit_code=unit_code,
                hamlet=hamlet,
                name=name,
                name_folded=fold(name),
                join_code=join_code,
                stage="preparing",
                created_at=self._now,
                created_by=created_by,
            )
        )
        return self.get(new_id(result))

    @remembered(schema.club)
    def find(self, club_id: int) -> Club | None:
        """The club, None when there is none."""
        return one(Club, self._connection.execute(_BY_NUMBER, {"club": club_id}).first())

    def get(self, club_id: int) -> Club:
        """The club; raises LookupError when there is none."""
        found = self.find(club_id)
        if found is None:
            raise LookupError(f"no club {club_id}")
        return found

    def update(self, club_id: int, **values: object) -> None:
        """Change columns of a club."""
        if "name" in values:
            values["name_folded"] = fold(str(values["name"]))
        self._connection.execute(
            sa.update(schema.club).where(schema.club.c.id == club_id).values(**values)
        )

    @remembered(schema.club)
    def by_code(self, code: str) -> Club | None:
        """The club with this lasting code."""
        return one(Club, self._connection.execute(_BY_CODE, {"known_as": code}).first())

    def by_join_code(self, code: str) -> Club | None:
        """The club whose join code this is."""
        return one(Club, self._connection.execute(_BY_JOIN_CODE, {"known_as": code}).first())

    def name_taken(self, unit_code: str, name: str, *, besides: int | None = None) -> bool:
        """Whether a club of this unit has the name already."""
        found = self._connection.execute(
            sa.select(schema.club.c.id).where(
                schema.club.c.unit_code == unit_code, schema.club.c.name_folded == fold(name)
            )
        ).scalar()
        return found is not None and found != besides

    def in_units(self, unit_codes: Iterable[str] | None = None) -> list[Club]:
        """Clubs of some units, or all, by code."""
        query = sa.select(*_club).order_by(schema.club.c.code)
        if unit_codes is not None:
            query = query.where(schema.club.c.unit_code.in_(list(unit_codes)))
        return many(Club, self._connection.execute(query))

    def add_member(
        self,
        club: Club,
        person_id: int,
        *,
        state: str,
        source: str,
        erase_at: datetime | None = None,
        warn_at: datetime | None = None,
        decided_by: int | None = None,
        **told: object,
    ) -> Membership:
        """Put a person on the roster, with the next member code and what the club is `told`.

        `erase_at`: when an unconfirmed one is forgotten, unless a consent is noted before;
        `warn_at`: when those who know him are told that this day comes near.
        """
        last = self._connection.execute(_LAST_CODE, {"club": club.id}).scalar()
        number = 1 + (int(last.rpartition("-")[2]) if last else 0)
        row = {
            **self._unused_id(),
            "club_id": club.id,
            "person_id": person_id,
            "code": f"{club.code}-{number:03d}",
            "state": state,
            "source": source,
            "created_at": self._now,
            "changed_at": self._now,
            "decided_by": decided_by,
            **told,
        }
        found = self.membership(new_id(self._connection.execute(_INSERTED_MEMBER, row)))
        assert found is not None
        if state == MembershipState.APPLIED:
            Applications(self._connection, self._now).add(found.id)
        for kind, at in ((DueKind.UNCONFIRMED, erase_at), (DueKind.WARN_UNCONFIRMED, warn_at)):
            if at is not None:
                self._due.set(kind, found.id, at)
        return found

    def _unused_id(self) -> dict[str, int]:
        """The next row's number where SQLite would give that of a row which was merged away.

        A button may name that one still. Only who applied is ever merged away.
        """
        if self._connection.dialect.name != "sqlite":
            return {}
        used = [self._connection.execute(highest).scalar() or 0 for highest in _HIGHEST_USED]
        return {"id": 1 + max(used)}

    def membership(self, membership_id: int) -> Membership | None:
        """One row of a roster."""
        return one(Membership, self._connection.execute(_MEMBER, {"member": membership_id}).first())

    @remembered(schema.membership)
    def membership_of(self, club_id: int, person_id: int) -> Membership | None:
        """A person's row on a club's roster."""
        known = {"club": club_id, "person": person_id}
        return one(Membership, self._connection.execute(_MEMBER_OF, known).first())

    @remembered(schema.membership)
    def memberships_of(self, person_id: int) -> list[Membership]:
        """All clubs that know a person."""
        return many(Membership, self._connection.execute(_MEMBERSHIPS, {"person": person_id}))

    def note_told(self, membership_id: int, **told: object) -> None:
        """Change what a club was told of somebody; what other clubs were told stays."""
        if not told:
            return
        self._connection.execute(
            sa.update(schema.membership)
            .where(schema.membership.c.id == membership_id)
            .values(**told)
        )

    def forget_told(self, membership_id: int) -> None:
        """Blank what a club was told of somebody whom another club still knows."""
        self.note_told(membership_id, **dict.fromkeys(TOLD_TO_CLUB))

    @remembered(schema.membership)
    def memberships_of_each(self, person_ids: tuple[int, ...]) -> list[Membership]:
        """All clubs that know any of these persons, one person after the other."""
        if not person_ids:
            return []
        table = schema.membership
        found = many(
            Membership,
            self._connection.execute(
                sa.select(*_membership)
                .where(table.c.person_id.in_(person_ids))
                .order_by(table.c.id)
            ),
        )
        return sorted(found, key=lambda each: person_ids.index(each.person_id))

    def active_memberships(self, *person_ids: int) -> list[Membership]:
        """Where any of these persons is a member now, one person after the other."""
        return [
            each
            for each in self.memberships_of_each(person_ids)
            if each.state is MembershipState.ACTIVE
        ]

    def set_state(
        self,
        membership_id: int,
        state: str,
        *,
        decided_by: int | None = None,
    ) -> None:
        """Change a membership's state, and with it when it is looked at.

        A confirmed one is no longer due to be erased; one that ended is, after a year or so.
        """
        self._connection.execute(
            sa.update(schema.membership)
            .where(schema.membership.c.id == membership_id)
            .values(state=state, changed_at=self._now, decided_by=decided_by)
        )
        if state == MembershipState.APPLIED:
            Applications(self._connection, self._now).add(membership_id)
        if state == MembershipState.UNCONFIRMED:
            self._due.settle(membership_id, DueKind.GONE)
            return
        self._due.settle(membership_id, DueKind.UNCONFIRMED, DueKind.WARN_UNCONFIRMED, DueKind.GONE)
        if state in GONE:
            self._due.set(DueKind.GONE, membership_id, self._now)

    def roster(
        self,
        club_id: int,
        states: Iterable[str] | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[tuple[Membership, Person]]:
        """A club's members in the order of Vietnamese names, all or a page of them."""
        return self._roster(_on_roster(club_id, states), limit=limit, offset=offset)

    def _roster(
        self, where: Iterable[sa.ColumnElement[bool]], limit: int | None = None, offset: int = 0
    ) -> list[tuple[Membership, Person]]:
        query = (
            sa.select(*_membership, *_person)
            .join(schema.person, schema.person.c.id == schema.membership.c.person_id)
            .where(*where)
            .order_by(schema.person.c.sort_key, schema.membership.c.id)
        )
        if limit is not None:
            query = query.limit(limit).offset(offset)
        width = len(_membership)
        return [
            (Membership(*row[:width]), Person(*row[width:]))
            for row in self._connection.execute(query)
        ]

    def count(self, club_id: int, states: Iterable[str]) -> int:
        """How many of a club's roster are in one of these states."""
        return self._count(club_id, tuple(states))

    @remembered(schema.membership, schema.person)
    def _count(self, club_id: int, states: tuple[str, ...]) -> int:
        return self._connection.execute(
            sa.select(sa.func.count())
            .select_from(schema.membership)
            .join(schema.person, schema.person.c.id == schema.membership.c.person_id)
            .where(*_on_roster(club_id, states))
        ).scalar_one()

    def held(self, club_id: int) -> list[tuple[Membership, Person]]:
        """Active members of whom somebody said that they died."""
        where = _on_roster(club_id, [MembershipState.ACTIVE])
        return self._roster([*where, schema.person.c.held_at.is_not(None)])

    def facts(self, club_id: int) -> Counter[MemberFacts]:
        """A club's active members as the criteria see them, those who are alike together."""
        return count_facts(self._connection, schema.membership.c.club_id == club_id)

    def board_facts(self, club_id: int) -> Counter[MemberFacts]:
        """Its board in the same way, once for each post."""
        return count_facts(self._connection, schema.membership.c.club_id == club_id, board=True)

    def alike(
        self,
        club_id: int,
        name: str,
        *,
        birth_year: int | None,
        phone: str | None,
        besides: int | None,
    ) -> tuple[Membership, Person] | None:
        """Somebody on a roster with the same name and the same birth year or phone.

        `besides` is the membership that asks.
        """
        person, told = schema.person, schema.membership.c.phone
        same = [
            column == value
            for column, value in ((person.c.birth_year, birth_year), (told, phone))
            if value is not None
        ]
        where = [
            *_on_roster(club_id),
            person.c.name_folded == fold(name),
            # Who has no name yet has none that could be the same.
            sa.func.coalesce(person.c.full_name, "") != "",
            sa.or_(sa.false(), *same),
        ]
        if besides is not None:
            where.append(schema.membership.c.id != besides)
        found = self._roster(where, limit=1)
        return found[0] if found else None

    def search(self, club_id: int, words: str, limit: int) -> list[tuple[Membership, Person]]:
        """Whom a roster holds under a name, without accents, a code, a year or a number.

        A form of address before the name is no part of it; who is written just so comes first.
        """
        person, member = schema.person.c, schema.membership.c
        typed = [each for each in fold(words).split() if each]
        named = typed[1:] if len(typed) > 1 and typed[0] in _ADDRESSED else typed
        if not named:
            return []
        padded = " " + person.name_folded
        ways = [sa.and_(*(padded.contains(f" {each}", autoescape=True) for each in named))]
        digits = "".join(filter(str.isdecimal, words))
        if len(digits) == _YEAR_DIGITS:
            ways.append(person.birth_year == int(digits))
        if len(digits) >= _NUMBER_DIGITS:
            ways.append(member.phone.contains(digits.lstrip("0"), autoescape=True))
        ways.append(member.code == words.strip())
        found = self._roster([*_on_roster(club_id), sa.or_(*ways)], limit=4 * limit)
        exact = unicodedata.normalize("NFC", " ".join(words.split())).casefold()
        found.sort(key=lambda each: exact not in (each[1].full_name or "").casefold())
        return found[:limit]

    def posts(self, club_id: int) -> list[Post]:
        """The board as it is today."""
        return many(
            Post,
            self._connection.execute(
                sa.select(*_post)
                .where(schema.post.c.club_id == club_id, schema.post.c.to_on.is_(None))
                .order_by(schema.post.c.id)
            ),
        )

    def set_board(self, club_id: int, board: list[tuple[int, str]], on: date) -> None:
        """The board elected on a day: (person, post). Posts not among them end that day."""
        held = {(each.person_id, each.post): each for each in self.posts(club_id)}
        for key, each in held.items():
            if key not in board:
                self._connection.execute(
                    sa.update(schema.post).where(schema.post.c.id == each.id).values(to_on=on)
                )
        for person_id, post in board:
            if (person_id, post) not in held:
                self._connection.execute(
                    sa.insert(schema.post).values(
                        club_id=club_id, person_id=person_id, post=post, from_on=on
                    )
                )
