"""What clubs answer their own members, before any article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.membership import MembershipState
from bot.domain.rights import AccountRole
from bot.storage import schema
from bot.storage.naming import says
from bot.storage.records import ClubAnswer
from bot.storage.rows import columns, many, one
from bot.storage.statements import new_id

_table = schema.club_answer
_columns = columns(_table, ClubAnswer)
AnswerPart = Literal["question", "answer"]


class ClubAnswers:
    """Answers by number and by club."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, club_id: int, question: str, answer: str, account_id: int) -> int:
        """Keep an answer; its number."""
        made = sa.insert(_table).values(
            club_id=club_id,
            question=question,
            answer=answer,
            created_by=account_id,
            created_at=self._now,
            updated_at=self._now,
        )
        return new_id(self._connection.execute(made))

    def find(self, answer_id: int) -> ClubAnswer | None:
        """One answer."""
        row = self._connection.execute(sa.select(*_columns).where(_table.c.id == answer_id)).first()
        return one(ClubAnswer, row)

    def of_clubs(self, club_ids: Iterable[int]) -> list[ClubAnswer]:
        """The answers of some clubs, the latest first."""
        rows = self._connection.execute(
            sa.select(*_columns)
            .where(_table.c.club_id.in_(list(club_ids)))
            .order_by(_table.c.updated_at.desc(), _table.c.id.desc())
        )
        return many(ClubAnswer, rows)

    def for_account(self, account_id: int) -> list[ClubAnswer]:
        """The answers of the clubs of which an account speaks for a member, or which it organises."""
        membership, tie, role = schema.membership, schema.speaks_for, schema.role
        member_of = (
            sa.select(membership.c.club_id)
            .join(tie, tie.c.person_id == membership.c.person_id)
            .where(tie.c.account_id == account_id, membership.c.state == MembershipState.ACTIVE)
        )
        organises = sa.select(role.c.club_id).where(
            role.c.account_id == account_id,
            role.c.role == AccountRole.ORGANISER,
            role.c.revoked_at.is_(None),
        )
        rows = self._connection.execute(
            sa.select(*_columns)
            .where(sa.or_(_table.c.club_id.in_(member_of), _table.c.club_id.in_(organises)))
            .order_by(_table.c.id)
        )
        return many(ClubAnswer, rows)

    def change(self, answer_id: int, part: AnswerPart, text: str) -> None:
        """Write a question or its answer anew."""
        self._connection.execute(
            sa.update(_table)
            .where(_table.c.id == answer_id)
            .values({part: text, "updated_at": self._now})
        )

    def drop(self, answer_id: int) -> None:
        """Forget an answer."""
        self._connection.execute(sa.delete(_table).where(_table.c.id == answer_id))

    def forget_names(self, names: re.Pattern[str], club_ids: Iterable[int]) -> None:
        """Forget what these clubs answer with somebody's name in it."""
        for each in self.of_clubs(club_ids):
            if says([each.question, each.answer], names):
                self.drop(each.id)
