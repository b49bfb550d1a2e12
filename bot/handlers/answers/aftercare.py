"""Who told of a danger is asked after later that day: what it was, how often it was asked; nothing is said here.

The note of what it was is kept with the account's conversations until it is answered or asked in
vain, so that nothing of it stays.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.care import later_that_day, next_morning
from bot.domain.due import DueKind
from bot.handlers.acting import Acting
from bot.intents.understanding import Danger
from bot.storage.records import Account
from bot.storage.unit_of_work import UnitOfWork

NOTE = "@danger"
"""Where it stands what somebody is asked after."""
MOST_ASKED = 2
"""Times that it is asked without an answer (a proposal)."""


def ask_later(acting: Acting, kind: Danger) -> None:
    """Have it asked later that day how somebody is who told of a danger."""
    _ask_at(acting, kind, later_that_day(acting.now, acting.zone))


def ask_tomorrow(acting: Acting, kind: Danger) -> None:
    """Have it asked again on the next morning: it isn't over yet."""
    _ask_at(acting, kind, next_morning(acting.now, acting.zone))


def _ask_at(acting: Acting, kind: Danger, moment: datetime) -> None:
    if acting.account is None:
        return
    _note(acting.uow, acting.account.id, kind, 0)
    acting.uow.due.set(DueKind.AFTER_DANGER, acting.account.id, moment)


def _note(uow: UnitOfWork, account_id: int, kind: Danger, asked: int) -> None:
    state = {"kind": kind, "asked": asked}
    uow.conversations.put(account_id, NOTE, state, is_open=False)


def end(acting: Acting) -> None:
    """It is over: nothing more is asked, and nothing of it stays."""
    if acting.account is None:
        return
    acting.uow.conversations.drop(acting.account.id, NOTE)
    acting.uow.due.settle(acting.account.id, DueKind.AFTER_DANGER)


def count_asking(uow: UnitOfWork, account: Account) -> Danger | None:
    """What is to be asked after now, counted as asked; None where it was asked often enough.

    Who blocked the bot or wants no messages isn't asked; the note is dropped then.
    """
    held = uow.conversations.find(account.id, NOTE)
    asked = MOST_ASKED if held is None else int(held.state["asked"])
    if held is None or asked >= MOST_ASKED or account.blocked_at or account.muted_at:
        uow.conversations.drop(account.id, NOTE)
        return None
    kind = Danger(held.state["kind"])
    _note(uow, account.id, kind, asked + 1)
    return kind
