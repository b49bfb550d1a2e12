"""Where each account stands in its conversations, and the questions people leave behind."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import schema
from bot.storage.records import ConversationRow, Enquiry, columns, many, new_id, one

_conversation = columns(schema.conversation, ConversationRow)
_enquiry = columns(schema.enquiry, Enquiry)


class Conversations:
    """Positions in flows; at most one flow of an account is open."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def current(self, account_id: int) -> ConversationRow | None:
        """The open conversation."""
        table = schema.conversation
        return one(
            ConversationRow,
            self._connection.execute(
                sa.select(*_conversation).where(table.c.account_id == account_id, table.c.open)
            ).first(),
        )

    def parked(self, account_id: int) -> list[ConversationRow]:
        """Conversations that were left and can be gone on with, the latest first."""
        table = schema.conversation
        return many(
            ConversationRow,
            self._connection.execute(
                sa.select(*_conversation)
                .where(table.c.account_id == account_id, ~table.c.open)
                .order_by(table.c.updated_at.desc())
            ),
        )

    def find(self, account_id: int, flow: str) -> ConversationRow | None:
        """The conversation of one flow, open or parked."""
        table = schema.conversation
        return one(
            ConversationRow,
            self._connection.execute(
                sa.select(*_conversation).where(
                    table.c.account_id == account_id, table.c.flow == flow
                )
            ).first(),
        )

    def put(self, account_id: int, flow: str, state: dict[str, Any], *, is_open: bool) -> None:
        """Store a position; opening one parks the others."""
        table = schema.conversation
        if is_open:
            self._connection.execute(
                sa.update(table)
                .where(table.c.account_id == account_id, table.c.flow != flow, table.c.open)
                .values(open=False)
            )
        place = (table.c.account_id == account_id) & (table.c.flow == flow)
        if not self._connection.execute(
            sa.update(table).where(place).values(state=state, open=is_open, updated_at=self._now)
        ).rowcount:
            self._connection.execute(
                sa.insert(table).values(
                    account_id=account_id,
                    flow=flow,
                    state=state,
                    open=is_open,
                    started_at=self._now,
                    updated_at=self._now,
                )
            )

    def drop(self, account_id: int, flow: str) -> None:
        """Forget a conversation that is over."""
        self._connection.execute(
            sa.delete(schema.conversation).where(
                schema.conversation.c.account_id == account_id,
                schema.conversation.c.flow == flow,
            )
        )

    def stale(self, before: datetime, limit: int = 100) -> list[ConversationRow]:
        """Conversations that nobody touched since a time."""
        return many(
            ConversationRow,
            self._connection.execute(
                sa.select(*_conversation)
                .where(schema.conversation.c.updated_at < before)
                .limit(limit)
            ),
        )

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

    def add_enquiry(self, account_id: int, club_id: int | None, text: str) -> int:
        """Hand a question to the people in charge; its number."""
        result = self._connection.execute(
            sa.insert(schema.enquiry).values(
                account_id=account_id, club_id=club_id, text=text, asked_at=self._now
            )
        )
        return new_id(result)

    def enquiry(self, enquiry_id: int) -> Enquiry | None:
        """One question that was handed on."""
        return one(
            Enquiry,
            self._connection.execute(
                sa.select(*_enquiry).where(schema.enquiry.c.id == enquiry_id)
            ).first(),
        )

    def close_enquiry(self, enquiry_id: int, account_id: int) -> None:
        """Note that it was answered."""
        self._connection.execute(
            sa.update(schema.enquiry)
            .where(schema.enquiry.c.id == enquiry_id)
            .values(answered_at=self._now, answered_by=account_id)
        )

    def add_data_request(self, account_id: int, person_id: int | None, kind: str, days: int) -> int:
        """Note a request about someone's data, due in `days` days (Decree 356/2025 art. 5)."""
        result = self._connection.execute(
            sa.insert(schema.data_request).values(
                account_id=account_id,
                person_id=person_id,
                kind=kind,
                asked_at=self._now,
                due_at=self._now + timedelta(days=days),
            )
        )
        return new_id(result)

    def close_data_request(self, request_id: int) -> None:
        """Note that a request was carried out."""
        self._connection.execute(
            sa.update(schema.data_request)
            .where(schema.data_request.c.id == request_id)
            .values(done_at=self._now)
        )
