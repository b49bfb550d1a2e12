"""Reminders wanted again: the phone is told again, and where the consent is gone it is asked anew."""

from __future__ import annotations

from collections import Counter

from bot import buttons
from bot.conversations.effects import AnswerReminders
from bot.conversations.turn import Turn
from bot.delivery.naming import named
from bot.domain.membership import MembershipState
from bot.handlers.acting import acting
from bot.handlers.own_data import commands
from bot.handlers.own_data.personal import mute_off, refusal_words
from bot.handlers.services import Services
from bot.speech.translation import About, Phrase, say
from bot.storage.records import Club, Person


def remind_again(services: Services, turn: Turn) -> None:
    """ "bật nhắc": the phone is told again; where the consent is gone it is asked anew."""
    missing = [
        (person, membership.club_id)
        for _, person in turn.uow.people.of_account(turn.account.id)
        for membership in turn.uow.clubs.active_memberships(person.id)
        if not turn.uow.people.agrees(person.id, membership.club_id, "reminders")
    ]
    if turn.account.muted_at is not None or not missing:
        mute_off(services, turn)
    if len(missing) == 1:
        person, club_id = missing[0]
        services.engine.start(turn, "remind", person=person.id, club=club_id)
    elif missing:
        clubs = Counter(person.id for person, _ in missing)
        turn.offer(
            say("remind.for_whom"),
            *[
                [
                    (
                        _in_club(turn, services, person, club_id, several=clubs[person.id] > 1),
                        buttons.Remind(person.id, club_id),
                    )
                ]
                for person, club_id in missing
            ],
            [(say("engine.back_to"), buttons.no(buttons.Menu()))],
        )


def _in_club(
    turn: Turn, services: Services, person: Person, club_id: int, *, several: bool
) -> About | Phrase:
    """Who is meant; with the club where he is in `several`."""
    who = named(turn.uow, turn.account, person, services.zone)
    if not several:
        return who
    return say("clubs.who_in", who=who, club=turn.uow.clubs.get(club_id).name)


def remind_action(services: Services, turn: Turn, person: Person, club: Club) -> None:
    """Ask the consent for reminders anew."""
    membership = turn.uow.clubs.membership_of(club.id, person.id)
    if membership is None or membership.state != MembershipState.ACTIVE:
        turn.say(say("registration.gone"))
        return
    services.engine.start(turn, "remind", person=person.id, club=club.id)


def answer_reminders(services: Services, turn: Turn, effect: AnswerReminders) -> None:
    """Write down what was answered about reminders, and say whether they come."""
    refused = commands.note_consent(
        acting(turn), effect.person_id, effect.club_id, "reminders", effect.proof, turn.today
    )
    if refused is not None:
        turn.say(refusal_words(refused))
        return
    who = named(turn.uow, turn.account, turn.uow.people.get(effect.person_id), services.zone)
    turn.say(say("remind.on" if effect.proof.agreed else "remind.stays_off", who=who))
