"""The ticks: each a function of the unit of work, run when something may be due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import structlog

from bot import buttons
from bot.delivery.letters import Letter
from bot.delivery.naming import calling
from bot.delivery.telling import tell, tell_organisers
from bot.domain.membership import GONE, PURPOSES, MembershipState
from bot.domain.rights import Right
from bot.handlers.desk import Desk, Keeping
from bot.handlers.founding import nudge_due
from bot.handlers.papers import forget_papers
from bot.handlers.personal import forget_copies
from bot.reminders.planner import extend_events, plan_occurrences
from bot.speech.show import show_day
from bot.speech.translation import say
from bot.storage.database import Database
from bot.storage.measures import Tick
from bot.storage.records import Membership
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

LAST_WARNING = timedelta(days=5)
"""How long before its day an organiser is reminded of a request once more."""


def plan(desk: Desk, uow: UnitOfWork) -> int:
    """Write down occurrences that come into sight, and turn due reminders into messages."""
    return extend_events(uow, desk.zone) + plan_occurrences(uow, desk.zone)


def nudge(desk: Desk, uow: UnitOfWork) -> int:
    """Ask about founding steps on which nothing moves."""
    return nudge_due(desk, uow)


def care(desk: Desk, uow: UnitOfWork) -> int:
    """Forget what may not be kept longer, each by its purpose; the run is logged in numbers.

    Those who know an unconfirmed person, or a wish about data, are told before its day.
    """
    warned = _warn_of_erasure(desk, uow) + _warn_of_requests(desk, uow)
    keeping = desk.keeping
    before = uow.now - keeping.conversations
    done = {
        "unconfirmed": _unconfirmed(desk, uow),
        "gone": _gone(desk, uow, uow.now - keeping.after_leaving),
        "proofs": uow.retention.drop_proofs(uow.now - keeping.proof),
        "conversations": _conversations(uow, before),
        "enquiries": uow.retention.blank_enquiries(before),
        "updates": uow.retention.blank_updates(before),
        "messages": uow.retention.blank_messages(before),
        "tallies": uow.tallies.drop_old(),
        "files": _forget_files(Path(desk.files), before),
    }
    count = sum(done.values())
    if count:
        log.info("forgotten", **{name: number for name, number in done.items() if number})
    return warned + count


def _unconfirmed(desk: Desk, uow: UnitOfWork) -> int:
    """People for whom no consent was noted in time."""
    due = uow.clubs.due_for_erasure()
    for membership in due:
        if membership.state == MembershipState.UNCONFIRMED.value:
            _tell_of_membership(desk, uow, membership, "erased_unconfirmed")
            uow.clubs.set_state(membership.id, MembershipState.LEFT.value)
            if _is_known_elsewhere(uow, membership):
                uow.clubs.forget_told(membership.id)
            else:
                uow.people.erase(membership.person_id)
            forget_papers(desk, uow.clubs.get(membership.club_id))
        else:
            uow.clubs.set_state(membership.id, membership.state)
    return len(due)


def _is_known_elsewhere(uow: UnitOfWork, membership: Membership) -> bool:
    """Whether another club still has to do with somebody."""
    return any(
        each.id != membership.id and MembershipState(each.state) not in GONE
        for each in uow.clubs.memberships_of(membership.person_id)
    )


def _gone(desk: Desk, uow: UnitOfWork, before: datetime) -> int:
    """People who left long ago; of whom another club knows still, what this one was told."""
    count = 0
    for membership in uow.retention.take_gone(GONE, before):
        others = uow.clubs.memberships_of(membership.person_id)
        ended = [each for each in others if MembershipState(each.state) in GONE]
        if len(ended) < len(others) or any(each.changed_at > before for each in ended):
            uow.clubs.forget_told(membership.id)
            forget_papers(desk, uow.clubs.get(membership.club_id))
            continue
        for purpose in PURPOSES:
            uow.people.withdraw(membership.person_id, purpose)
        forget_copies(desk, uow, membership.person_id)
        uow.people.erase(membership.person_id)
        for each in ended:
            forget_papers(desk, uow.clubs.get(each.club_id))
        count += 1
    return count


def _conversations(uow: UnitOfWork, before: datetime) -> int:
    """Conversations that nobody went on with."""
    stale = uow.conversations.stale(before)
    for row in stale:
        uow.conversations.drop(row.account_id, row.flow)
    return len(stale)


def _warn_of_erasure(desk: Desk, uow: UnitOfWork) -> int:
    """A word to those who know an unconfirmed person, some days before he is forgotten."""
    found = uow.clubs.due_for_warning()
    for membership in found:
        if membership.state == MembershipState.UNCONFIRMED.value and membership.erase_at:
            day = show_day(membership.erase_at.astimezone(desk.zone).date())
            _tell_of_membership(desk, uow, membership, "erased_soon", until=day)
    return len(found)


def _tell_of_membership(
    desk: Desk, uow: UnitOfWork, membership: Membership, what: str, **slots: str
) -> None:
    """Tell helper and organisers about an unconfirmed person by no more than the form of address."""
    person = uow.people.get(membership.person_id)
    who = calling(uow, person) or say("members.with_code", code=membership.code)
    choices = (
        [
            [
                (
                    say("members.note_consent"),
                    buttons.NoteConsent(membership.club_id, membership.id),
                )
            ]
        ]
        if what == "erased_soon"
        else []
    )
    staff = uow.accounts.organisers(membership.club_id)
    helpers = [account for _, account in uow.people.accounts_of(person.id)]
    for account in {each.id: each for each in [*staff, *helpers]}.values():
        organises = any(account.id == each.id for each in staff)
        letter = Letter(
            key=f"{what}/{membership.id}/{account.id}",
            phrase=say(
                f"members.{what}",
                who=who,
                club=uow.clubs.get(membership.club_id).name,
                **slots,
            ),
            choices=choices if organises else [],
            rights=[
                Right.organises(membership.club_id) if organises else Right.speaks_for(person.id)
            ],
        )
        tell(uow, account, desk.zone, letter)


def _warn_of_requests(desk: Desk, uow: UnitOfWork) -> int:
    """Organisers are reminded of a wish about data before its day passes."""
    found = uow.conversations.requests_to_warn_of()
    for request in found:
        second = request.due_at - LAST_WARNING
        again = second if second > uow.now else None
        uow.conversations.warn_of_request(request.id, again)
        if request.person_id is None or request.done_at is not None:
            continue
        for membership in uow.clubs.memberships_of(request.person_id):
            if request.club_id not in (None, membership.club_id):
                continue
            letter = Letter(
                key=f"request/{request.id}/{uow.now.isoformat()}",
                phrase=say(
                    "requests.soon_due",
                    number=request.id,
                    due=show_day(request.due_at.astimezone(desk.zone).date()),
                ),
                choices=[[(say("requests.open"), buttons.Requests(membership.club_id))]],
            )
            tell_organisers(uow, membership.club_id, desk.zone, letter)
    return len(found)


def _forget_files(folder: Path, before: datetime) -> int:
    """Lists that were sent and copies that were given lie no longer than the words about them."""
    count = 0
    for path in [*folder.glob("received/*"), *folder.glob("copies/*")]:
        if path.is_file() and datetime.fromtimestamp(path.stat().st_mtime, UTC) < before:
            path.unlink(missing_ok=True)
            count += 1
    return count


TICKS: dict[str, tuple[Callable[[Desk, UnitOfWork], int], int]] = {
    "plan": (plan, 20),
    "nudge": (nudge, 300),
    "care": (care, 3600),
}
"""Each tick and the seconds between two of its runs."""


def standing_still(ticks: Mapping[str, Tick], now: datetime) -> dict[str, datetime | None]:
    """The ticks that should have run since, and when they ran last; None is never."""
    found: dict[str, datetime | None] = {}
    for name, (_, seconds) in TICKS.items():
        last = ticks[name].ran_at if name in ticks else None
        if last is None or now - last > timedelta(seconds=3 * seconds + 60):
            found[name] = last
    return found


async def run_tick(database: Database, desk: Desk, name: str) -> int:
    """Run one tick in one transaction; how much there was to do, at most a batch of it.

    Of several workers one does it; the others find nothing to do.
    """
    tick, _ = TICKS[name]

    def work(uow: UnitOfWork) -> int:
        begun = perf_counter()
        if not uow.installation.alone(f"tick/{name}"):
            return 0
        done = tick(desk, uow)
        uow.installation.note_tick(name, seconds=round(perf_counter() - begun, 4))
        return done

    return await database.run(work)


def next_due(uow: UnitOfWork, keeping: Keeping) -> datetime | None:
    """When anything is due next: for a clock that jumps."""
    stale = uow.conversations.oldest()
    gone = uow.retention.next_gone(GONE)
    times = [
        uow.events.next_due(),
        uow.founding.next_nudge(),
        uow.outbox.next_due(),
        uow.clubs.next_care(),
        uow.conversations.next_warning(),
        stale + keeping.conversations + timedelta(seconds=1) if stale else None,
        gone + keeping.after_leaving if gone else None,
    ]
    return min((each for each in times if each is not None), default=None)
