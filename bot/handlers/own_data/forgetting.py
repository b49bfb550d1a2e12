"""Forgetting a person wherever the storage knows him, and the files that were made of him."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.files import RECEIVED
from bot.domain.due import DueKind
from bot.domain.membership import GONE, PURPOSES, MembershipState
from bot.domain.requests import RequestKind
from bot.handlers.answers.commands import ASKED
from bot.messages import Address
from bot.reminders.notices import stop_telling, tell_again
from bot.reminders.planner import catch_up
from bot.storage.data_records import Deletion
from bot.storage.naming import naming, whole_word
from bot.storage.notices import FORGOTTEN
from bot.storage.records import Person
from bot.storage.unit_of_work import UnitOfWork

TAKEN_IN_WITHIN = timedelta(minutes=1)
"""A file lies on the disk before the update that brings it is written down: so long it is left."""
COPY = "copy"
"""How the file's name of a copy begins; the number of the request follows."""


def forget_person(uow: UnitOfWork, zone: ZoneInfo, person: Person) -> None:
    """Erase somebody for good wherever the storage knows him: the rows, and the words of messages.

    What stays is a bare row, the proof of the consents, and that somebody left.
    """
    stop_telling(uow, person.id, zone, reason=FORGOTTEN)
    _empty(uow, person)
    uow.deletions.end_parts_of(person.id)


def put_away(
    uow: UnitOfWork, zone: ZoneInfo, person: Person, number: int, parted_from: int | None
) -> None:
    """Erase somebody as he would be for good, and keep for a day what `return_person` needs.

    `number`: of the request; `parted_from`: whose row it was, where some of several clubs forget.
    """
    stop_telling(uow, person.id, zone, reason=FORGOTTEN)
    with uow.deletions.put_away(number, person.id, parted_from):
        _empty(uow, person)


def return_person(uow: UnitOfWork, zone: ZoneInfo, deletion: Deletion) -> Person:
    """Put back everything about somebody whose deletion was taken back, reminders too."""
    uow.deletions.take_back(deletion.request_id)
    uow.due.settle(deletion.person_id, DueKind.PROOFS)
    person_id = deletion.person_id
    tell_again(uow, person_id, zone)
    if deletion.parted_from is not None and uow.identities.rejoin(person_id, deletion.parted_from):
        person_id = deletion.parted_from
    for membership in uow.clubs.memberships_of(person_id):
        if membership.state not in GONE:
            uow.due.settle(membership.id, DueKind.GONE)
        catch_up(uow, person_id, membership.club_id, zone)
    return uow.people.get(person_id)


def _empty(uow: UnitOfWork, person: Person) -> None:
    memberships = uow.clubs.memberships_of(person.id)
    for membership in memberships:
        if membership.state not in GONE:
            uow.clubs.set_state(membership.id, MembershipState.LEFT)
    for purpose in PURPOSES:
        uow.people.withdraw(person.id, purpose)
    ties = uow.people.accounts_of(person.id)
    # Coordinators are handed questions where a club's organisers are not there.
    heard = {account.id for _, account in ties} | uow.accounts.coordinated()
    for membership in memberships:
        heard |= uow.accounts.organised_by(membership.club_id)
    addresses = [
        Address(account.channel, account.external_id)
        for account in uow.accounts.several(heard).values()
    ]
    clubs = {each.club_id for each in memberships}
    phones = sorted({each.phone for each in memberships if each.phone})
    names = naming([person.full_name] if person.full_name else [], phones)
    uow.outbox.forget_names(names, heard)
    uow.inbox.forget_names(names, addresses)
    uow.conversations.forget_names(names, heard)
    uow.requests.forget_names(names, heard)
    uow.club_answers.forget_names(names, clubs)
    uow.people.forget_names(names, clubs)
    uow.deletions.forget_names(names)
    for tie, account in ties:
        if tie.called:
            uow.people.forget_names(whole_word(tie.called), clubs, person_id=person.id)
        uow.inbox.blank(account.channel, account.external_id, account.created_at)
        if tie.is_self:
            uow.conversations.blank_enquiries_of(account.id)
            uow.conversations.drop(account.id, ASKED)
    uow.conversations.drop_about(person.id, memberships, heard)
    uow.people.erase(person.id)
    uow.requests.close_all_of(person.id)


def forget_received(files: str, uow: UnitOfWork) -> int:
    """Take away the files that people sent and that nothing waits for any more; how many it was.

    A list is needed until it is written or put aside: after that it is a second roster, in which
    everybody stands who asks to be forgotten.
    """
    needed = {Path(each).resolve() for each in uow.retention.files_needed()}
    before = uow.now - TAKEN_IN_WITHIN
    count = 0
    for path in (Path(files) / RECEIVED).glob("*"):
        if path.is_file() and path.resolve() not in needed and touched_before(path, before):
            path.unlink(missing_ok=True)
            count += 1
    return count


def touched_before(path: Path, moment: datetime) -> bool:
    """Whether a file was written before a moment; not if somebody else took it away."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) < moment
    except FileNotFoundError:
        return False


def forget_copies(files: str, uow: UnitOfWork, person_id: int) -> None:
    """Take away the copies of somebody's data that were given: nothing in them is kept any more."""
    for number in uow.requests.numbers_of(person_id, RequestKind.COPY):
        for path in (Path(files) / "copies").glob(f"{COPY}-{number}-*"):
            path.unlink(missing_ok=True)
