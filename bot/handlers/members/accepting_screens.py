"""All who applied taken at once, how many a club takes, and who waits for a place in it."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import ExplainRefusal, LimitMembers
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import list_name, named, roster_name
from bot.delivery.telling import tell, tell_organisers
from bot.domain.due import Looked
from bot.domain.membership import MembershipState
from bot.handlers.accesses import note_access
from bot.handlers.acting import Refused, acting
from bot.handlers.members import approving, commands, places
from bot.handlers.members.screens import offer_decision, refusal_words
from bot.handlers.services import Services
from bot.speech.show import show_day
from bot.speech.translation import say
from bot.storage.records import Club, DueRow, Membership
from bot.storage.unit_of_work import UnitOfWork

SHOWN = 15
"""Who wait for a place and are shown as choices."""


def approve_all_action(services: Services, turn: Turn, club: Club, sure: bool = False) -> None:
    """Take all who applied, once that was confirmed; who may be on the roster is looked at after."""
    count = turn.uow.clubs.count(club.id, [MembershipState.APPLIED])
    if not sure:
        turn.offer(
            say("members.all_sure", count=count),
            [
                (say("members.all_yes"), buttons.yes(buttons.ApproveAll(club.id, sure=True))),
                (say("members.all_no"), buttons.no(buttons.Members(club.id))),
            ],
        )
        return
    outcome = approving.approve_all(acting(turn), club)
    if isinstance(outcome, Refused):
        turn.say(refusal_words(outcome))
        return
    turn.say(say("members.all_approved", count=outcome.approved))
    if outcome.waitlisted:
        turn.say(say("members.all_waitlisted", count=outcome.waitlisted))
    if outcome.left:
        turn.say(say("members.all_left", count=outcome.left))
    for membership, person in turn.uow.clubs.roster(club.id, [MembershipState.APPLIED]):
        offer_decision(turn, membership, person)


def waiting_list_action(services: Services, turn: Turn, club: Club) -> None:
    """Who waits for a place, the first one first."""
    shown = places.waiting(turn.uow, club.id)[:SHOWN]
    note_access(acting(turn), club.id, [person for _, person in shown], "waiting")
    rows: Rows = [
        [(list_name(turn.uow, person), buttons.Member(membership.id))]
        for membership, person in shown
    ]
    back = [(say("engine.back_to"), buttons.Members(club.id))]
    full = places.free_places(turn.uow, club) == 0
    turn.offer(say("members.waiting_list_full" if full else "members.waiting_list"), *rows, back)


def reason_action(services: Services, turn: Turn, membership: Membership) -> None:
    """Ask why somebody wasn't taken, to tell who registered him."""
    if membership.state != MembershipState.REFUSED:
        turn.say(say("members.over"))
        return
    services.engine.start(turn, "refusal", membership=membership.id)


def tell_reason(services: Services, turn: Turn, effect: ExplainRefusal) -> None:
    """Who registered somebody reads why he wasn't taken, in the organiser's own words."""
    membership = turn.uow.clubs.membership(effect.membership_id)
    if membership is None or not acting(turn).organises(membership.club_id):
        turn.say(refusal_words(Refused.NOT_YOURS))
        return
    if membership.state != MembershipState.REFUSED:
        turn.say(say("members.over"))
        return
    club = turn.uow.clubs.get(membership.club_id)
    person = turn.uow.people.get(membership.person_id)
    told = 0
    for _, account in turn.uow.people.accounts_of(person.id):
        if account.blocked_at is None and account.id != turn.account.id:
            who = named(turn.uow, account, person, services.zone)
            letter = Letter(
                key=f"refusal/{membership.id}/{account.id}/{turn.now.isoformat()}",
                phrase=say("members.told_why", club=club.name, who=who, reason=effect.reason),
            )
            tell(turn.uow, account, services.zone, letter)
            told += 1
    turn.say(say("members.why_sent" if told else "members.why_nobody"))


def limit_action(services: Services, turn: Turn, club: Club, most: int | None = None) -> None:
    """Ask how many members the club takes; what was said already is said back."""
    said = None if most is None else str(most)
    services.engine.start(turn, "member_limit", said=said, club=club.id)


def limit_set(services: Services, turn: Turn, effect: LimitMembers) -> None:
    """Say how many the club takes from now on."""
    club = turn.uow.clubs.get(effect.club_id)
    refused = commands.limit_members(acting(turn), club, effect.limit)
    if refused is not None:
        turn.say(refusal_words(refused))
        return
    none = effect.limit is None
    told = (
        say("members.limit_none", club=club.name)
        if none
        else (say("members.limit_set", club=club.name, limit=effect.limit))
    )
    turn.offer(told, [(say("engine.back_to"), buttons.Members(club.id))])


def tell_of_place(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Organisers hear whose turn it is, once of each who waits; nothing where it is no more so."""
    membership = uow.clubs.membership(due.subject_id)
    if membership is None:
        return Looked()
    club = uow.clubs.get(membership.club_id)
    found = places.next_in_line(uow, club)
    if found is None or found[0].id != membership.id:
        return Looked()
    application = uow.applications.latest(membership.id)
    approve = buttons.Approve(membership.id, None if application is None else application.id)
    letter = Letter(
        key=f"place/{membership.id}/{membership.changed_at.isoformat()}",
        phrase=say(
            "members.place_free",
            club=club.name,
            who=roster_name(uow, found[1]),
            since=show_day(membership.changed_at.astimezone(services.zone).date()),
        ),
        choices=[
            [(say("members.approve"), buttons.yes(approve))],
            [(say("members.see_waiting"), buttons.by_words(buttons.WaitingList(club.id)))],
        ],
    )
    tell_organisers(uow, club.id, services.zone, letter)
    return Looked()
