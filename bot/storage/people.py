"""Persons, the accounts that speak for them, and their consents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.language.names import sort_key
from bot.language.text import fold
from bot.storage import schema
from bot.storage.records import Account, Consent, Person, SpeaksFor, columns, many, one
from bot.storage.statements import new_id, upsert

_person = columns(schema.person, Person)
_speaks_for = columns(schema.speaks_for, SpeaksFor)
_consent = columns(schema.consent, Consent)
_account = columns(schema.account, Account)


class People:
    """Persons and what they agreed to."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    @staticmethod
    def _keys(values: dict[str, Any]) -> dict[str, Any]:
        """The search and sort columns that follow from a name."""
        name = values.get("full_name") or values.get("called") or ""
        if "full_name" in values or "called" in values:
            return values | {"name_folded": fold(name), "sort_key": sort_key(name)}
        return values

    def add(self, **values: Any) -> int:
        """Write down a new person; the id."""
        result = self._connection.execute(
            sa.insert(schema.person).values(**self._keys(values), created_at=self._now)
        )
        return new_id(result)

    def update(self, person_id: int, **values: Any) -> None:
        """Change what is known of a person."""
        if "full_name" in values and not values["full_name"] and "called" not in values:
            values["called"] = self.get(person_id).called
        self._connection.execute(
            sa.update(schema.person)
            .where(schema.person.c.id == person_id)
            .values(**self._keys(values))
        )

    def find(self, person_id: int) -> Person | None:
        """The person, None when there is none."""
        return one(
            Person,
            self._connection.execute(
                sa.select(*_person).where(schema.person.c.id == person_id)
            ).first(),
        )

    def get(self, person_id: int) -> Person:
        """The person; raises LookupError when there is none."""
        found = self.find(person_id)
        if found is None:
            raise LookupError(f"no person {person_id}")
        return found

    def erase(self, person_id: int) -> None:
        """Blank everything that tells who it was; the bare row stays for the counts."""
        self._connection.execute(
            sa.update(schema.person)
            .where(schema.person.c.id == person_id)
            .values(
                full_name=None,
                called=None,
                name_folded="",
                sort_key="",
                birth_year=None,
                birth_date=None,
                sex=None,
                phone=None,
                address=None,
                circumstances=None,
                contact_person=None,
                note=None,
                erased_at=self._now,
            )
        )
        self._connection.execute(
            sa.delete(schema.speaks_for).where(schema.speaks_for.c.person_id == person_id)
        )

    def erased(self, since: datetime | None = None) -> list[Person]:
        """Whose data were erased, from a moment on."""
        query = sa.select(*_person).where(schema.person.c.erased_at.is_not(None))
        if since is not None:
            query = query.where(schema.person.c.erased_at >= since)
        return many(Person, self._connection.execute(query.order_by(schema.person.c.erased_at)))

    def merge(self, person_id: int, into: int) -> None:
        """Take one row for another that is the same person: ties, consents and requests move.

        For a row that has been applied with only: nothing was planned or answered for it.
        """
        known = {account.id for _, account in self.accounts_of(into)}
        ties = schema.speaks_for
        self._connection.execute(
            sa.delete(ties).where(ties.c.person_id == person_id, ties.c.account_id.in_(known))
        )
        for table in (ties, schema.consent, schema.data_request):
            self._connection.execute(
                sa.update(table).where(table.c.person_id == person_id).values(person_id=into)
            )
        self._connection.execute(
            sa.delete(schema.membership).where(schema.membership.c.person_id == person_id)
        )
        self._connection.execute(sa.delete(schema.person).where(schema.person.c.id == person_id))

    def speak_for(
        self, account_id: int, person_id: int, relation: str, *, is_self: bool, told: bool
    ) -> None:
        """Let an account speak for a person; changes an existing tie."""
        tie = {
            "account_id": account_id,
            "person_id": person_id,
            "relation": relation,
            "is_self": is_self,
            "told": told,
            "created_at": self._now,
        }
        upsert(self._connection, schema.speaks_for, tie, change=("relation", "is_self", "told"))

    def of_account(self, account_id: int) -> list[tuple[SpeaksFor, Person]]:
        """The persons an account speaks for, himself first, then in the order they came."""
        width = len(_speaks_for)
        return [
            (SpeaksFor(*row[:width]), Person(*row[width:]))
            for row in self._connection.execute(
                sa.select(*_speaks_for, *_person)
                .join(schema.person, schema.person.c.id == schema.speaks_for.c.person_id)
                .where(
                    schema.speaks_for.c.account_id == account_id,
                    schema.person.c.erased_at.is_(None),
                )
                .order_by(
                    schema.speaks_for.c.is_self.desc(),
                    schema.speaks_for.c.created_at,
                    schema.speaks_for.c.person_id,
                )
            )
        ]

    def self_of(self, account_id: int) -> Person | None:
        """The person whom an account speaks for as himself."""
        for tie, found in self.of_account(account_id):
            if tie.is_self:
                return found
        return None

    def selves_of(self, account_id: int) -> dict[int, Person]:
        """Himself by id, as an account's clubs know him: each club has a row of its own."""
        return {found.id: found for tie, found in self.of_account(account_id) if tie.is_self}

    def is_self(self, account_id: int, person_id: int) -> bool:
        """Whether an account speaks for a person as himself, whatever club knows him so."""
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
    ) -> None:
        """Note an answer to a purpose, with its proof."""
        self._connection.execute(
            sa.insert(schema.consent).values(
                person_id=person_id,
                club_id=club_id,
                purpose=purpose,
                agreed=agreed,
                words=words,
                words_version=words_version,
                way=way,
                answered_on=answered_on,
                recorded_at=self._now,
                channel=channel,
                account_id=account_id,
            )
        )

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
                table.c.id.in_(latest), table.c.agreed, table.c.withdrawn_at.is_(None)
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
