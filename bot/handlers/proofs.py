"""Writing a consent down with its proof."""

from __future__ import annotations

from datetime import date

from bot.conversations.engine import Proof
from bot.domain.membership import Guardian
from bot.handlers.acting import Acting


def write_consent(
    acting: Acting,
    person_id: int,
    club_id: int,
    purpose: str,
    proof: Proof,
    answered_on: date,
    *,
    guardian: Guardian | None = None,
) -> None:
    """Note how somebody answered to a purpose; whether that may be noted is asked by who calls."""
    shown = proof.shown
    acting.uow.people.add_consent(
        person_id,
        club_id,
        purpose,
        agreed=proof.agreed,
        words=proof.words,
        words_version=proof.version,
        way=proof.way,
        answered_on=answered_on,
        channel=None if acting.account is None else acting.account.channel,
        account_id=acting.by,
        language=None if shown is None else shown.language,
        question=None if shown is None else shown.question,
        notice=None if shown is None else shown.notice,
        notice_version=None if shown is None else shown.notice_version,
        guardian=guardian,
    )
