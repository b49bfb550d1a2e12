"""Where each account stands in its conversations, and the questions people leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind
from bot.storage import schema
from bot.storage.due import Dues
from bot.storage.memory import remembered
from bot.storage.naming import says
from bot.storage.records import (
    ConversationRow,
    Enquiry,
    Membership,
    NotedQuestion,
)
from bot.storage.rows import columns, many, one
from bot.storage.statements import new_id, upsert

_conversation = columns(schema.conversation, ConversationRow)
_enquiry = columns(schema.enquiry, Enquiry)

# What runs for every message is built once.
_KEPT = (
    sa.select(*_conversation)
    .where(schema.conversation.c.account_id == sa.bindparam("account"))
    .order_by(schema.conversation.c.updated_at.desc())
)
_DROPPED = sa.delete(schema.conversation).where(
    schema.conversation.c.account_id == sa.bindparam("account"),
    schema.conversation.c.flow == sa.bindparam("over"),
)


class Conversations:
    """Positions in flows; at most one flow of an account is open."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._due = Dues(connection, now)

    def current(self, account_id: int) -> ConversationRow | None:
        """The open conversation."""
        return next((row for row in self._kept(account_id) if row.open), None)

    def parked(self, account_id: int) -> list[ConversationRow]:
        """Conversations that were left and can be gone on with, the latest first."""
        return [row for row in self._kept(account_id) if not row.open]

    def find(self, account_id: int, flow: str) -> ConversationRow | None:
        """The conversation of one flow, open or parked."""
        return next((row for row in self._kept(account_id) if row.flow == flow), None)

    @remembered(schema.conversation)
    def _kept(self, account_id: int) -> list[ConversationRow]:
        """All that is kept of an account, the latest first."""
        return many(ConversationRow, self._connection.execute(_KEPT, {"account": account_id}))

    def put(
        self, account_id: int, flow: str, state: Mapping[str, object], *, is_open: bool
    ) -> None:
        """Store a position; opening one parks the others."""
        table = schema.conversation
        before = self.current(account_id) if is_open else None
        if before is not None and before.flow != flow:
            self._connection.execute(
                sa.update(table)
                .where(table.c.account_id == account_id, table.c.flow != flow, table.c.open)
                .values(open=False)
            )
        row = {
            "account_id": account_id,
            "flow": flow,
            "state": state,
            "open": is_open,
            "started_at": self._now,
            "updated_at": self._now,
        }
        begun = upsert(
            self._connection,
            table,
            row,
            change=("state", "open", "updated_at"),
            returning=[table.c.started_at],
        ).scalar_one()
        if begun == self._now:
            # Looked at once for all that an account left open, not moved with each of its words.
            self._due.set_first(DueKind.CONVERSATIONS, account_id, self._now)

    def count(self, beginning: str) -> int:
        """How many are kept under names that begin so, over all accounts."""
        name = schema.conversation.c.flow
        found = sa.select(sa.func.count()).where(name.startswith(beginning, autoescape=True))
        return int(self._connection.execute(found).scalar_one())

    def drop(self, account_id: int, flow: str) -> None:
        """Forget a conversation that is over."""
        self._connection.execute(_DROPPED, {"account": account_id, "over": flow})

    def forget_names(self, names: re.Pattern[str], account_ids: Iterable[int]) -> None:
        """Forget conversations of these accounts that name somebody, and questions that do."""
        ids = list(account_ids)
        enquiry = schema.enquiry
        for row in self._of_accounts(ids):
            if says(row.state, names):
                self.drop(row.account_id, row.flow)
        asked = self._connection.execute(
            sa.select(enquiry.c.id, enquiry.c.text).where(
                enquiry.c.account_id.in_(ids), enquiry.c.text != ""
            )
        )
        naming = [row.id for row in asked if says(row.text, names)]
        self._blank_enquiries(enquiry.c.id.in_(naming))

    def blank_enquiry(self, enquiry_id: int) -> int:
        """Forget the words of one question; how many were still known."""
        table = schema.enquiry
        return self._blank_enquiries((table.c.id == enquiry_id) & (table.c.text != ""))

    def blank_enquiries_of(self, account_id: int) -> None:
        """Forget the words of what an account asked."""
        self._blank_enquiries(schema.enquiry.c.account_id == account_id)

    def _blank_enquiries(self, which: sa.ColumnElement[bool]) -> int:
        return self._connection.execute(
            sa.update(schema.enquiry).where(which).values(text="")
        ).rowcount

    def drop_about(
        self, person_id: int, memberships: Iterable[Membership], account_ids: Iterable[int]
    ) -> None:
        """Forget conversations of these accounts that were begun about somebody.

        A list that waits to be written into his club goes too: it may name him.
        """
        ids, clubs = set(), set()
        for membership in memberships:
            ids.add(membership.id)
            clubs.add(membership.club_id)
        for row in self._of_accounts(account_ids):
            about = _about(row.state)
            if (
                about.get("person") == person_id
                or about.get("membership") in ids
                or ("path" in about and about.get("club") in clubs)
            ):
                self.drop(row.account_id, row.flow)

    def _of_accounts(self, account_ids: Iterable[int]) -> list[ConversationRow]:
        return many(
            ConversationRow,
            self._connection.execute(
                sa.select(*_conversation).where(
                    schema.conversation.c.account_id.in_(list(account_ids))
                )
            ),
        )

    def drop_stale(self, account_id: int, before: datetime) -> tuple[int, datetime | None]:
        """Forget an account's conversations that nobody touched since a time.

        How many, and when the one of the others was touched that was left alone longest.
        """
        table = schema.conversation
        stale = self._connection.execute(
            sa.delete(table).where(table.c.account_id == account_id, table.c.updated_at <= before)
        )
        oldest = self._connection.execute(
            sa.select(sa.func.min(table.c.updated_at)).where(table.c.account_id == account_id)
        ).scalar()
        return stale.rowcount, oldest

    def note_question(self, text: str, language: str, outcome: str, article: str | None) -> None:
        """Keep a question for those who write the articles; `text` is stripped of identity."""
        self._connection.execute(
            sa.insert(schema.question).values(
                text=text,
                language=language,
                outcome=outcome,
                article=article,
                asked_at=self._now,
            )
        )

    def noted_questions(self, since: datetime) -> list[NotedQuestion]:
        """The questions that were kept since a time, alike ones as one, the most frequent first."""
        table = schema.question
        number = sa.func.count().label("number")
        alike = (table.c.text, table.c.language, table.c.outcome, table.c.article)
        return many(
            NotedQuestion,
            self._connection.execute(
                sa.select(*alike, number)
                .where(table.c.asked_at >= since)
                .group_by(*alike)
                .order_by(number.desc(), table.c.text, table.c.outcome)
            ),
        )

    def add_enquiry(
        self, account_id: int, club_id: int | None, text: str, *, unnamed: bool = False
    ) -> int:
        """Hand a question to the people in charge; its number. `unnamed`: not who asks."""
        result = self._connection.execute(
            sa.insert(schema.enquiry).values(
                account_id=account_id,
                club_id=club_id,
                text=text,
                asked_at=self._now,
                unnamed=unnamed,
            )
        )
        number = new_id(result)
        self._due.set(DueKind.ENQUIRIES, number, self._now)
        return number

    def enquiry(self, enquiry_id: int) -> Enquiry | None:
        """One question that was handed on."""
        return one(
            Enquiry,
            self._connection.execute(
                sa.select(*_enquiry).where(schema.enquiry.c.id == enquiry_id)
            ).first(),
        )

    def asked_since(self, account_id: int, since: datetime) -> bool:
        """Whether an account handed something on from a moment on."""
        table = schema.enquiry
        query = sa.select(table.c.id).where(
            table.c.account_id == account_id, table.c.asked_at >= since
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def close_enquiry(self, enquiry_id: int, account_id: int) -> None:
        """Note that it was answered."""
        self._connection.execute(
            sa.update(schema.enquiry)
            .where(schema.enquiry.c.id == enquiry_id)
            .values(answered_at=self._now, answered_by=account_id)
        )


def _about(state: object) -> dict[str, object]:
    """What a conversation was begun with, as far as that can be read."""
    if not isinstance(state, dict):
        return {}
    args = state.get("args", state)
    return args if isinstance(args, dict) else {}
