"""Carrying out what flows ask for, in the transaction of the turn."""

from __future__ import annotations

from bot.conversations import effects
from bot.conversations.turn import Turn
from bot.handlers import understood
from bot.handlers.answers import enquiries
from bot.handlers.events import screens as events
from bot.handlers.founding import screens as founding
from bot.handlers.members import roster_import
from bot.handlers.members import screens as members
from bot.handlers.own_data import consents, personal, withdrawals
from bot.handlers.papers import screens as papers
from bot.handlers.services import Services


def carry_out(services: Services, turn: Turn) -> None:
    """Every effect in order; an effect may ask for more."""
    while turn.effects:
        _one(services, turn, turn.effects.pop(0))


def _one(services: Services, turn: Turn, effect: object) -> None:
    match effect:
        case effects.MemberApplied(membership_id):
            members.applied(services, turn, membership_id)
        case effects.ConsentsOpen(membership_id, purposes):
            consents.left_open(services, turn, membership_id, purposes)
        case effects.MemberUnconfirmed(membership_id):
            members.unconfirmed(services, turn, membership_id)
        case effects.RosterChanged(club_id):
            founding.recompute(services.zone, turn.uow, club_id)
        case effects.FoundingChanged(club_id, step, quietly):
            founding.step_changed(services, turn, club_id, step, quietly=quietly)
        case effects.SendPaper(club_id, code, occurrence_id):
            papers.send_paper(services, turn, club_id, code, occurrence_id)
        case effects.EventAdded(event_id):
            events.event_added(services, turn, event_id)
        case effects.OccurrenceChanged(occurrence_id, what):
            events.changed(services, turn, occurrence_id, what)
        case effects.WordsForgotten(since):
            turn.uow.inbox.blank(turn.account.channel, turn.account.external_id, since)
        case effects.HandOver(text, club_id, quietly):
            enquiries.hand_over(services, turn, text, club_id, quietly=quietly)
        case effects.Meant(text, intent):
            understood.act_as_meant(services, turn, text, intent)
        case effects.Reply(enquiry_id, text):
            enquiries.send_reply(services, turn, enquiry_id, text)
        case effects.ImportRoster():
            roster_import.show_preview(services, turn, effect)
        case effects.ErasePerson(person_id, club_id):
            person = turn.uow.people.get(person_id)
            if withdrawals.must_be_asked(turn, person, club_id):
                withdrawals.ask_person(services, turn, person, "delete", club_id)
            else:
                personal.erase(services, turn, person_id, club_id)
        case _:
            raise TypeError(f"nobody carries out {type(effect).__name__}")
