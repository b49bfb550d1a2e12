"""Persons, the accounts that speak for them, and their consents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind
from bot.domain.membership import TOLD_TO_CLUB, Guardian
from bot.language.names import sort_key
from bot.language.text import fold
from bot.storage import schema
from bot.storage.due import Dues
from bot.storage.memory import remembered
from bot.storage.naming import says
from bot.storage.records import (
    Account,
    Consent,
    FormerPerson,
    Person,
    SpeaksFor,
)
from bot.storage.rows import columns, many, one
from bot.storage.statements import new_id, upsert

_LEFT_OUT = "…"

_person = columns(schema.person, Person)
_speaks_for = columns(schema.speaks_for, SpeaksFor)
_consent = columns(schema.consent, Consent)
_former = columns(schema.former_person, FormerPerson)
_account = columns(schema.account, Account)

# What runs for every message is built once.
_BY_NUMBER = sa.select(*_person).where(schema.person.c.id == sa.bindparam("person"))
_OF_ACCOUNT = (
    sa.select(*_speaks_for, *_person)
    .join(schema.person, schema.person.c.id == schema.speaks_for.c.person_id)
    .where(
        schema.speaks_for.c.account_id == sa.bindparam("account"),
        schema.person.c.erased_at.is_(None),
    )
    .order_by(
        schema.speaks_for.c.is_self.desc(),
        schema.speaks_for.c.created_at,
        schema.speaks_for.c.person_id,
    )
)
_INSERTED = sa.insert(schema.person)
_CONSENTED = sa.insert(schema.consent)


class People:
    """Persons and what they agreed to."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._due = Dues(connection, now)

    @staticmethod
    def _keys(values: dict[str, object]) -> dict[str, object]:
        """The search and sort columns that follow from a name."""
        if "full_name" not in values:
            return values
        name = str(values["full_name"] or "")
        return values | {"name_folded": fold(name), "sort_key": sort_key(name)}

    def add(self, **values: object) -> int:
        """Write down a new person: who he is, not what a club was told; the id."""
        row = self._keys(values) | {"created_at": self._now}
        return new_id(self._connection.execute(_INSERTED, row))

    def update(self, person_id: int, **values: object) -> None:
        """Change who a person is, for every club that knows him."""
        self._connection.execute(
            sa.update(schema.person)
            .where(schema.person.c.id == person_id)
            .values(**self._keys(values))
        )

    @remembered(schema.person)
    def find(self, person_id: int) -> Person | None:
        """The person, None when there is none."""
        return one(Person, self._connection.execute(_BY_NUMBER, {"person": person_id}).first())

    def get(self, person_id: int) -> Person:
        """The person; raises LookupError when there is none."""
        found = self.find(person_id)
        if found is None:
            raise LookupError(f"no person {person_id}")
        return found

    def former(self, number: int) -> FormerPerson | None:
        """What a row was that is another one's now, by the number it had."""
        return one(
            FormerPerson,
            self._connection.execute(
                sa.select(*_former).where(schema.former_person.c.id == number)
            ).first(),
        )

    def find_now(self, number: int) -> Person | None:
        """The person with this number, or whose row it became."""
        found = self.find(number)
        former = self.former(number) if found is None else None
        return found if former is None else self.find(former.person_id)

    def erase(self, person_id: int) -> None:
        """Blank everything that tells who it was; the bare row stays for the counts."""
        self._connection.execute(
            sa.update(schema.person)
            .where(schema.person.c.id == person_id)
            .values(
                full_name=None,
                name_folded="",
                sort_key="",
                birth_year=None,
                birth_date=None,
                sex=None,
                erased_at=self._now,
            )
        )
        self._connection.execute(
            sa.update(schema.membership)
            .where(schema.membership.c.person_id == person_id)
            .values(dict.fromkeys(TOLD_TO_CLUB))
        )
        self._connection.execute(
            sa.delete(schema.speaks_for).where(schema.speaks_for.c.person_id == person_id)
        )
        self._connection.execute(
            sa.delete(schema.access).where(schema.access.c.person_id == person_id)
        )
        memberships = sa.select(schema.membership.c.id).where(
            schema.membership.c.person_id == person_id
        )
        # Nobody is left who could be forgotten for having gone; the proofs have a time of their own.
        self._due.settle_all(memberships, DueKind.GONE)
        self._due.set(DueKind.PROOFS, person_id, self._now)

    def drop_proofs(self, person_id: int) -> int:
        """Forget the consents of somebody whose data were erased; how many they were."""
        table = schema.consent
        return self._connection.execute(
            sa.delete(table).where(table.c.person_id == person_id)
        ).rowcount

    def forget_names(
        self, names: re.Pattern[str], club_ids: Iterable[int], *, person_id: int | None = None
    ) -> None:
        """Take a name out of what was read before consents in these clubs: by one person or by all.

        The rest of the words stays, which is what the proof is of.
        """
        table = schema.consent
        held = ("question", "notice", "guardian", "guardian_paper")
        query = sa.select(table.c.id, *(table.c[each] for each in held)).where(
            table.c.club_id.in_(list(club_ids)),
            sa.or_(table.c.question.is_not(None), table.c.guardian.is_not(None)),
        )
        if person_id is not None:
            query = query.where(table.c.person_id == person_id)
        for number, *words in self._connection.execute(query).all():
            if says(words, names):
                left = {
                    key: None if text is None else names.sub(_LEFT_OUT, text)
                    for key, text in zip(held, words, strict=True)
                }
                self._connection.execute(
                    sa.update(table).where(table.c.id == number).values(**left)
                )

    def erased(self, since: datetime | None = None) -> list[Person]:
        """Whose data were erased, from a moment on."""
        query = sa.select(*_person).where(schema.person.c.erased_at.is_not(None))
        if since is not None:
            query = query.where(schema.person.c.erased_at >= since)
        return many(Person, self._connection.execute(query.order_by(schema.person.c.erased_at)))

    def speak_for(
        self,
        account_id: int,
        person_id: int,
        relation: str,
        *,
        called: str | None = None,
        is_self: bool,
        told: bool,
    ) -> None:
        """Let an account speak for a person, by its own word for him; changes an existing tie."""
        tie = {
            "account_id": account_id,
            "person_id": person_id,
            "relation": relation,
            "called": called,
            "is_self": is_self,
            "told": told,
            "created_at": self._now,
        }
        upsert(
            self._connection,
            schema.speaks_for,
            tie,
            change=("relation", "called", "is_self", "told"),
        )

    def call(self, account_id: int, person_id: int, called: str) -> None:
        """Change what an account calls a person; nobody else's word for him changes."""
        table = schema.speaks_for
        self._connection.execute(
            sa.update(table)
            .where(table.c.account_id == account_id, table.c.person_id == person_id)
            .values(called=called)
        )

    def set_told(self, account_id: int, person_id: int, *, told: bool) -> None:
        """Change whether an account is told what concerns a person it speaks for."""
        table = schema.speaks_for
        self._connection.execute(
            sa.update(table)
            .where(table.c.account_id == account_id, table.c.person_id == person_id)
            .values(told=told)
        )

    def speak_no_more(self, account_id: int, person_id: int) -> None:
        """Let an account speak for a person no more."""
        table = schema.speaks_for
        self._connection.execute(
            sa.delete(table).where(table.c.account_id == account_id, table.c.person_id == person_id)
        )

    def tie(self, account_id: int, person_id: int) -> SpeaksFor | None:
        """How an account speaks for a person, None where it doesn't."""
        ties = self.of_account(account_id)
        return next((tie for tie, person in ties if person.id == person_id), None)

    @remembered(schema.speaks_for, schema.person)
    def of_account(self, account_id: int) -> list[tuple[SpeaksFor, Person]]:
        """The persons an account speaks for, himself first, then in the order they came."""
        width = len(_speaks_for)
        return [
            (SpeaksFor(*row[:width]), Person(*row[width:]))
            for row in self._connection.execute(_OF_ACCOUNT, {"account": account_id})
        ]

    def self_of(self, account_id: int) -> Person | None:
        """The person whom an account speaks for as himself."""
        for tie, found in self.of_account(account_id):
            if tie.is_self:
                return found
        return None

    def selves_of(self, account_id: int) -> dict[int, Person]:
        """Himself by id; more than one where a phone is shared, or two rows were not known as one."""
        return {found.id: found for tie, found in self.of_account(account_id) if tie.is_self}

    def is_self(self, account_id: int, person_id: int) -> bool:
        """Whether an account speaks for a person as himself."""
        return person_id in self.selves_of(account_id)

    def accounts_of(self, person_id: int) -> list[tuple[SpeaksFor, Account]]:
        """The accounts that speak for a person."""
        return self.accounts_of_each([person_id]).get(person_id, [])

    def accounts_of_each(
        self, person_ids: Iterable[int]
    ) -> dict[int, list[tuple[SpeaksFor, Account]]]:
        """The accounts that speak for each of these persons."""
        width = len(_speaks_for)
        found: dict[int, list[tuple[SpeaksFor, Account]]] = {}
        for row in self._connection.execute(
            sa.select(*_speaks_for, *_account)
            .join(schema.account, schema.account.c.id == schema.speaks_for.c.account_id)
            .where(schema.speaks_for.c.person_id.in_(list(person_ids)))
            .order_by(schema.speaks_for.c.account_id)
        ):
            tie = SpeaksFor(*row[:width])
            found.setdefault(tie.person_id, []).append((tie, Account(*row[width:])))
        return found

    def latest_consents(
        self, person_ids: Iterable[int], club_id: int, purpose: str
    ) -> dict[int, Consent]:
        """The latest answer of each of these persons to a purpose."""
        rows = self._connection.execute(
            sa.select(*_consent)
            .where(
                schema.consent.c.person_id.in_(list(person_ids)),
                schema.consent.c.club_id == club_id,
                schema.consent.c.purpose == purpose,
            )
            .order_by(schema.consent.c.id)
        )
        return {each.person_id: each for each in many(Consent, rows)}

    def add_consent(
        self,
        person_id: int,
        club_id: int,
        purpose: str,
        *,
        agreed: bool,
        words: str,
        words_version: str,
        way: str,
        answered_on: date,
        channel: str | None = None,
        account_id: int | None = None,
        language: str | None = None,
        question: str | None = None,
        notice: str | None = None,
        notice_version: str | None = None,
        guardian: Guardian | None = None,
    ) -> None:
        """Note an answer to a purpose, with its proof: question and notice as they were read."""
        row = {
            "person_id": person_id,
            "club_id": club_id,
            "purpose": purpose,
            "agreed": agreed,
            "words": words,
            "words_version": words_version,
            "language": language,
            "question": question,
            "notice": notice,
            "notice_version": notice_version,
            "guardian": None if guardian is None else guardian.name,
            "guardian_paper": None if guardian is None else guardian.paper,
            "way": way,
            "answered_on": answered_on,
            "recorded_at": self._now,
            "channel": channel,
            "account_id": account_id,
        }
        self._connection.execute(_CONSENTED, row)

    @remembered(schema.consent)
    def consents(self, person_id: int, club_id: int) -> dict[str, Consent]:
        """The answers that stand, by purpose."""
        rows = self._connection.execute(
            sa.select(*_consent)
            .where(schema.consent.c.person_id == person_id, schema.consent.c.club_id == club_id)
            .order_by(schema.consent.c.id)
        )
        return {each.purpose: each for each in many(Consent, rows)}

    def agrees(self, person_id: int, club_id: int, purpose: str) -> bool:
        """Whether the latest answer to a purpose is a yes that was not withdrawn."""
        found = self.consents(person_id, club_id).get(purpose)
        return found is not None and found.stands

    def agreeing(self, club_id: int, purpose: str) -> set[int]:
        """The people of a club whose latest answer to a purpose is a yes not withdrawn."""
        table = schema.consent
        latest = (
            sa.select(sa.func.max(table.c.id))
            .where(table.c.club_id == club_id, table.c.purpose == purpose)
            .group_by(table.c.person_id)
        )
        found = self._connection.execute(
            sa.select(table.c.person_id).where(
                table.c.id.in_(latest),
                table.c.agreed,
                table.c.withdrawn_at.is_(None),
                table.c.paused_by.is_(None),
            )
        )
        return set(found.scalars())

    def withdraw(self, person_id: int, purpose: str, *, club_id: int | None = None) -> None:
        """End a consent from now on, in one club or in all; it is not undone for the past."""
        table = schema.consent
        standing = (
            (table.c.person_id == person_id)
            & (table.c.purpose == purpose)
            & table.c.withdrawn_at.is_(None)
        )
        if club_id is not None:
            standing &= table.c.club_id == club_id
        self._connection.execute(sa.update(table).where(standing).values(withdrawn_at=self._now))

    def pause(
        self, request_id: int, person_id: int, purposes: Iterable[str], *, club_id: int | None
    ) -> None:
        """Use these consents of a person no more, in a club or in all, until an objection is decided."""
        table = schema.consent
        standing = (
            (table.c.person_id == person_id)
            & table.c.purpose.in_(list(purposes))
            & table.c.withdrawn_at.is_(None)
            & table.c.paused_by.is_(None)
        )
        if club_id is not None:
            standing &= table.c.club_id == club_id
        self._connection.execute(sa.update(table).where(standing).values(paused_by=request_id))

    def end_pause(self, request_id: int) -> None:
        """An objection was decided: what it stopped is used again, unless it was withdrawn."""
        table = schema.consent
        self._connection.execute(
            sa.update(table).where(table.c.paused_by == request_id).values(paused_by=None)
        )
