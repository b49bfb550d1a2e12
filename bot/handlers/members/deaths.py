"""A death that was told: whom it is about, and that it isn't left undecided.

Organisers are asked when it is told, after three and after seven days; then those who coordinate
the club hear that it waits, without a name.
"""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import DeathReported, WayBack
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name, roster_name
from bot.delivery.telling import tell_each, tell_organisers
from bot.domain.due import Looked
from bot.domain.membership import MembershipState
from bot.domain.rights import Right
from bot.handlers.accesses import note_access
from bot.handlers.acting import acting
from bot.handlers.answers import enquiries
from bot.handlers.answers.commands import forget, hand_over, remembered
from bot.handlers.members import commands
from bot.handlers.members.commands import AFTER_DEATH
from bot.handlers.members.roster import Found, members_named
from bot.handlers.members_told import OfMember, tell_of_member
from bot.handlers.sections import deceased_choices
from bot.handlers.services import Services, clubs_of_account, coordinators_of, organised_clubs
from bot.intents.named import read_named
from bot.speech.translation import say
from bot.storage.records import Club, DueRow, Membership
from bot.storage.unit_of_work import UnitOfWork

MOST_SHOWN = 6
"""Members of one name who are shown as choices."""

# That it is decided


def ask_of_death(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """An organiser hasn't said yet whether somebody died: he is asked again, then his coordinator."""
    membership = uow.clubs.membership(due.subject_id)
    if membership is None or membership.state != MembershipState.ACTIVE:
        return Looked()
    club = uow.clubs.get(membership.club_id)
    if due.version >= len(AFTER_DEATH):
        _tell_coordinators(services, uow, club, f"death/{membership.id}")
        return Looked()
    person = uow.people.get(membership.person_id)
    letter = Letter(
        key=f"death/{membership.id}/{uow.now.isoformat()}",
        phrase=say("deceased.still_open", who=roster_name(uow, person), club=club.name),
        choices=deceased_choices(membership.id),
    )
    tell_organisers(uow, club.id, services.zone, letter)
    _next(uow, due)
    return Looked()


def ask_of_news(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """The same where a neighbour's word names nobody on the list: until it is answered."""
    found = enquiries.still_open(uow, due.subject_id)
    if found is None:
        return Looked()
    enquiry, club = found
    if due.version >= len(AFTER_DEATH):
        _tell_coordinators(services, uow, club, f"death_news/{enquiry.id}")
        return Looked()
    letter = Letter(
        key=f"death_news/{enquiry.id}/{uow.now.isoformat()}",
        phrase=say("deceased.news_open", club=club.name, text=enquiry.text[:300]),
        choices=[
            [
                (say("person.reply"), buttons.Reply(enquiry.id)),
                (say("members.list"), buttons.Members(club.id)),
            ]
        ],
    )
    tell_organisers(uow, club.id, services.zone, letter)
    _next(uow, due)
    return Looked()


def _next(uow: UnitOfWork, due: DueRow) -> None:
    """Look again when the next time has come; the row's version counts the times."""
    pause = AFTER_DEATH[due.version] - AFTER_DEATH[due.version - 1]
    uow.due.set(due.kind, due.subject_id, uow.now + pause, version=due.version + 1)


def _tell_coordinators(services: Services, uow: UnitOfWork, club: Club, key: str) -> None:
    """Without a name: coordinators read no member's."""
    letter = Letter(
        key=f"{key}/coordinator",
        phrase=say("deceased.undecided", club=club.name),
        rights=[Right.oversees(club.id)],
    )
    tell_each(uow, coordinators_of(services.plan, uow, club), services.zone, letter)


# Whom it is about


def open_for_organiser(services: Services, turn: Turn, text: str) -> bool:
    """Condolence, and her screen: asked which of several; False where no organiser writes."""
    clubs = organised_clubs(turn.uow, turn.account)
    if not clubs:
        return False
    found = members_named(turn.uow, [club.id for club in clubs], read_named(text))
    waits = services.engine.set_aside(turn)
    if waits is not None:
        turn.do(WayBack(waits))
    turn.say(say("deceased.sorry"))
    shown = found[:MOST_SHOWN]
    for membership, person in shown:
        note_access(acting(turn), membership.club_id, [person], "search")
    rows: Rows = [
        [(roster_name(turn.uow, person), buttons.DeathOf(membership.id))]
        for membership, person in shown
    ]
    on_list = [(say("deceased.on_list"), buttons.Names(club.id)) for club in clubs[:1]]
    if len(found) == 1:
        death_of_action(services, turn, found[0][0])
    elif found:
        turn.offer(say("deceased.which_member"), *rows, on_list)
    else:
        turn.offer(say("deceased.not_found", club=clubs[0].name), on_list)
    turn.offered = True
    return True


def death_of_action(services: Services, turn: Turn, membership: Membership) -> None:
    """Ask whether it is noted that a member died."""
    person = turn.uow.people.get(membership.person_id)
    club = turn.uow.clubs.get(membership.club_id)
    turn.offer(
        say("deceased.note", who=roster_name(turn.uow, person), club=club.name),
        [
            (say("deceased.yes"), buttons.yes(buttons.Deceased(membership.id, "yes"))),
            (say("deceased.other"), buttons.no(buttons.Members(club.id))),
        ],
    )


# A neighbour's word


def report_action(services: Services, turn: Turn) -> None:
    """What a neighbour told goes to the organisers, with the member it names where it is one.

    Whom a full name means for certain hears no more until they have looked.
    """
    text = remembered(acting(turn))
    if text is None:
        turn.say(say("answer.handed_on_already"))
        services.engine.ask_again(turn)
        return
    named = read_named(text)
    clubs = clubs_of_account(turn.uow, turn.account)
    found = members_named(turn.uow, [club.id for club in clubs], named)
    if len(found) == 1:
        _report(services, turn, found[0], sure=any(each.is_full for each in named))
        forget(acting(turn))
    else:
        _hand_on(services, turn, text)
    services.engine.ask_again(turn)


def _hand_on(services: Services, turn: Turn, text: str) -> None:
    """The reply is the same, so that nobody learns here who is a member."""
    number = hand_over(acting(turn), text, enquiries.in_charge(services, turn))
    if not isinstance(number, int):
        # It is over the limit, or there is nobody: that is said.
        enquiries.say_not_handed(services, turn, number)
        return
    commands.await_news(acting(turn), number)
    contact = enquiries.person_in_charge_name(services, turn)
    turn.say(say("deceased.handed_on", contact=contact))
    forget(acting(turn))


def _report(services: Services, turn: Turn, found: Found, *, sure: bool) -> None:
    if commands.report_death(acting(turn), found[0], sure=sure) is not None:
        turn.say(say("engine.not_allowed"))
        return
    contact = enquiries.person_in_charge_name(services, turn)
    turn.say(say("deceased.handed_on", contact=contact))


def tell_reported(services: Services, turn: Turn, effect: DeathReported) -> None:
    """Organisers hear what a neighbour told, and look."""
    by = account_name(turn.uow, turn.account)

    def letter(member: OfMember) -> Letter:
        slots = {"by": by, "who": member.who, "club": member.club}
        return Letter(
            f"deceased/{member.id}/{turn.now.isoformat()}",
            say("deceased.told_by", **slots)
            if effect.sure
            else say("deceased.told_unsure", **slots),
            choices=deceased_choices(member.id),
        )

    tell_of_member(services, turn, effect.membership_id, letter, writer_too=True)
