"""What is done with a club that rests, ends or goes on; nothing is said here."""

from __future__ import annotations

from bot.conversations.effects import (
    FoundingOutdated,
    StandingAsked,
    StandingChanged,
    StandingDeclined,
)
from bot.domain.due import DueKind, SubjectKind
from bot.domain.founding import CLOSED
from bot.domain.membership import LIVING
from bot.domain.standings import Becomes, possible
from bot.domain.states import OccurrenceState
from bot.handlers.acting import Acting, Refused
from bot.handlers.founding.stuck import look_anew
from bot.reminders.notices import withdraw
from bot.storage.records import Club, Standing


def may_become(club: Club) -> tuple[Becomes, ...]:
    """What a club may become from how it stands now."""
    return possible(club.closed, is_recognised=club.recognised_on is not None)


def ask(acting: Acting, club: Club, becomes: Becomes, reason: str) -> Standing | Refused:
    """Wish that a club rests, ends or goes on, as who organises it; one wish at a time."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    if becomes not in may_become(club) or acting.uow.standings.open_of(club.id) is not None:
        return Refused.OVER
    wish = acting.uow.standings.ask(club.id, becomes, reason, acting.by)
    acting.do(StandingAsked(wish.id))
    return wish


def decline(acting: Acting, wish: Standing) -> Refused | None:
    """Leave a club as it is, whatever who organises it wishes."""
    if not acting.oversees(acting.uow.clubs.get(wish.club_id)):
        return Refused.NOT_YOURS
    if wish.decided_at is not None:
        return Refused.OVER
    acting.uow.standings.decide(wish.id, acting.by, agreed=False)
    acting.do(StandingDeclined(wish.id))
    return None


def change(
    acting: Acting,
    club: Club,
    becomes: Becomes,
    reason: str,
    *,
    into: Club | None = None,
    asked: Standing | None = None,
) -> Standing | Refused:
    """Let a club rest, end or go on: by a coordinator of its area, or the operator.

    What was planned is called off, and nobody is reminded any more; who is told follows. `into`: the
    club that it becomes a part of. `asked`: the wish that it answers.
    """
    if not acting.oversees(club):
        return Refused.NOT_YOURS
    if becomes not in may_become(club) or (asked is not None and asked.decided_at is not None):
        return Refused.OVER
    if (becomes is Becomes.MERGED) is (into is None):
        return Refused.GONE
    if into is not None and (into.id == club.id or into.closed is not None):
        return Refused.GONE
    uow = acting.uow
    wish = asked or uow.standings.ask(club.id, becomes, reason, acting.by)
    done = uow.standings.decide(
        wish.id, acting.by, agreed=True, into_id=None if into is None else into.id
    )
    uow.clubs.update(club.id, closed=None if becomes is Becomes.OPEN else becomes.value)
    acting.do(FoundingOutdated(club.id))
    if becomes is Becomes.OPEN:
        look_anew(uow, club)
    else:
        _call_off(acting, club)
    _keep_or_forget(acting, club, becomes)
    acting.do(StandingChanged(done.id))
    return done


def _call_off(acting: Acting, club: Club) -> None:
    """End its events: what is to come is no longer planned, and what would be told of it isn't."""
    uow = acting.uow
    for event in uow.events.standing_of(club.id):
        coming = uow.events.future_of(event.id)
        uow.events.update(event.id, ended_at=acting.now)
        uow.due.settle(event.id, DueKind.EXTEND)
        known = uow.events.known(each.id for each in coming)
        uow.events.drop_occurrences(each.id for each in coming if each.id not in known)
        for occurrence in coming:
            if occurrence.id in known:
                withdraw(
                    uow,
                    uow.notices.about(SubjectKind.OCCURRENCE, occurrence.id),
                    reason="club_rests",
                )
                uow.events.update_occurrence(occurrence.id, state=OccurrenceState.CANCELLED)
                uow.due.settle(occurrence.id, DueKind.PLAN)


def _keep_or_forget(acting: Acting, club: Club, becomes: Becomes) -> None:
    """Whoever is in a club that ended is forgotten as who left it is; not while it goes on."""
    uow = acting.uow
    for membership, _ in uow.clubs.roster(club.id, LIVING):
        if becomes.value in CLOSED:
            uow.due.set(DueKind.GONE, membership.id, acting.now)
        else:
            uow.due.settle(membership.id, DueKind.GONE)
