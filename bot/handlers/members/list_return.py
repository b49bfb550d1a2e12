"""An import taken back as a whole, within a day: what it added goes, what it changed is as before."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta

from bot.conversations.effects import FoundingChanged, PersonForgotten
from bot.conversations.engine import Answers
from bot.domain.due import DueKind
from bot.domain.founding import StepKey
from bot.domain.membership import TOLD_TO_CLUB, UNCONFIRMED_DAYS, MembershipState
from bot.handlers.acting import Acting, Refused
from bot.handlers.own_data.forgetting import forget_person
from bot.storage.records import Club, ConversationRow, Membership

IMPORTED = "@imported"
"""Where it stands what an import changed, for a day."""
RETURNABLE = timedelta(days=1)


@dataclass
class Done:
    """What an import did: all that is needed to undo it."""

    touched: list[int] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    """Memberships that it made."""
    changed: list[Answers] = field(default_factory=list)
    agreed: list[int] = field(default_factory=list)
    """Memberships whose consent was waited for."""
    consents: list[list[object]] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    """Persons of whom nothing is sent since the list says that they died."""


@dataclass(frozen=True)
class Returned:
    """What was taken back: people gone again, people as before; `kept` were changed since."""

    removed: int
    restored: int
    kept: int


def plain(value: object) -> object:
    """A value as it is kept in JSON."""
    return value.isoformat() if isinstance(value, date) else value


def keep_returnable(acting: Acting, club: Club, done: Done | None) -> None:
    """Keep what an import did, beside what it did before; None begins a new one."""
    if acting.account is None:
        return
    state: Answers = {"club": club.id, "path": "", "at": acting.now.isoformat()}
    if done is not None:
        held = _held(acting, club)
        before = held.state if held is not None else {}
        state["at"] = before.get("at", state["at"])
        state |= {key: [*before.get(key, ()), *value] for key, value in asdict(done).items()}
    acting.uow.conversations.put(acting.account.id, IMPORTED, state, is_open=False)


def _held(acting: Acting, club: Club) -> ConversationRow | None:
    if acting.account is None:
        return None
    held = acting.uow.conversations.find(acting.account.id, IMPORTED)
    return held if held is not None and held.state.get("club") == club.id else None


def _did_something(state: Answers) -> bool:
    return bool(state.get("touched") or state.get("held"))


def is_returnable(acting: Acting, club: Club) -> bool:
    """Whether the last import into a club can still be taken back by who acts."""
    held = _held(acting, club)
    if held is None or not acting.organises(club.id) or not _did_something(held.state):
        return False
    return acting.now - datetime.fromisoformat(held.state["at"]) <= RETURNABLE


def take_back_import(acting: Acting, club: Club) -> Returned | Refused:
    """Undo the last import into a club; what was changed since by somebody else stays."""
    if acting.account is None or not acting.organises(club.id):
        return Refused.NOT_YOURS
    held = _held(acting, club)
    if held is None or not _did_something(held.state):
        return Refused.GONE
    if not is_returnable(acting, club):
        return Refused.OVER
    state = held.state
    acting.uow.conversations.drop(acting.account.id, IMPORTED)
    restored = sum(_restore(acting, each) for each in reversed(state["changed"]))
    for person_id, purpose in state["consents"]:
        acting.uow.people.withdraw(person_id, purpose, club_id=club.id)
    for membership_id in state["agreed"]:
        _wait_again(acting, membership_id)
    for person_id in state.get("held", ()):
        acting.uow.people.update(person_id, held_at=None)
    removed = sum(_remove(acting, each) for each in state["added"])
    kept = len(state["changed"]) + len(state["added"]) - restored - removed
    acting.do(FoundingChanged(club.id, StepKey.FOUNDING_MEMBERS))
    return Returned(removed, restored, kept)


def _restore(acting: Acting, change: Answers) -> bool:
    """Set back what an import changed of somebody, where nobody changed it since."""
    membership = acting.uow.clubs.membership(change["membership"])
    person = acting.uow.people.find(membership.person_id) if membership else None
    if membership is None or person is None or person.erased_at is not None:
        return False
    now = {
        name: plain(getattr(membership if name in TOLD_TO_CLUB else person, name))
        for name in change["after"]
    }
    if now != change["after"]:
        return False
    before = dict(change["before"])
    if isinstance(before.get("birth_date"), str):
        before["birth_date"] = date.fromisoformat(before["birth_date"])
    identity = {name: value for name, value in before.items() if name not in TOLD_TO_CLUB}
    if identity:
        acting.uow.people.update(person.id, **identity)
    told = {name: value for name, value in before.items() if name in TOLD_TO_CLUB}
    acting.uow.clubs.note_told(membership.id, **told)
    return True


def _wait_again(acting: Acting, membership_id: int) -> None:
    """Somebody waits for his consent once more, as long as anybody does."""
    membership = acting.uow.clubs.membership(membership_id)
    if membership is None or membership.state != MembershipState.ACTIVE:
        return
    acting.uow.clubs.set_state(membership_id, MembershipState.UNCONFIRMED, decided_by=acting.by)
    until = acting.now + timedelta(days=UNCONFIRMED_DAYS)
    acting.uow.due.set(DueKind.UNCONFIRMED, membership_id, until)


def _remove(acting: Acting, membership_id: int) -> bool:
    """Forget somebody whom only the import knew."""
    membership = acting.uow.clubs.membership(membership_id)
    if membership is None or not _only_imported(acting, membership):
        return False
    person = acting.uow.people.find(membership.person_id)
    if person is None or person.erased_at is not None:
        return False
    forget_person(acting.uow, acting.zone, person)
    acting.do(PersonForgotten(person.id, quietly=True))
    return True


def _only_imported(acting: Acting, membership: Membership) -> bool:
    """Whether nobody but the import told of somebody: no account, no other club, no decision."""
    return (
        membership.state in (MembershipState.ACTIVE, MembershipState.UNCONFIRMED)
        and not acting.uow.people.accounts_of(membership.person_id)
        and len(acting.uow.clubs.memberships_of(membership.person_id)) == 1
    )
