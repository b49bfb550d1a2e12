"""Carrying out what flows ask for, in the transaction of the turn."""

from __future__ import annotations

from bot.conversations import effects
from bot.conversations.turn import Turn
from bot.handlers import (
    consents,
    enquiries,
    events,
    founding,
    members,
    papers,
    personal,
    roster_import,
    understood,
    withdrawals,
)
from bot.handlers.desk import Desk


def carry_out(desk: Desk, turn: Turn) -> None:
    """Every effect in order; an effect may ask for more."""
    while turn.effects:
        _one(desk, turn, turn.effects.pop(0))


def _one(desk: Desk, turn: Turn, effect: object) -> None:
    match effect:
        case effects.MemberApplied(membership_id):
            members.applied(desk, turn, membership_id)
        case effects.ConsentsOpen(membership_id, purposes):
            consents.left_open(desk, turn, membership_id, purposes)
        case effects.MemberUnconfirmed(membership_id):
            members.unconfirmed(desk, turn, membership_id)
        case effects.RosterChanged(club_id):
            founding.recompute(desk.zone, turn.uow, club_id)
        case effects.FoundingChanged(club_id, step, quietly):
            founding.step_changed(desk, turn, club_id, step, quietly=quietly)
        case effects.SendPaper(club_id, code, occurrence_id):
            papers.send_paper(desk, turn, club_id, code, occurrence_id)
        case effects.EventAdded(event_id):
            events.event_added(desk, turn, event_id)
        case effects.OccurrenceChanged(occurrence_id, what):
            events.changed(desk, turn, occurrence_id, what)
        case effects.WordsForgotten(since):
            turn.uow.inbox.blank(turn.account.channel, turn.account.external_id, since)
        case effects.HandOver(text, club_id, quietly):
            enquiries.hand_over(desk, turn, text, club_id, quietly=quietly)
        case effects.Meant(text, intent):
            understood.act_as_meant(desk, turn, text, intent)
        case effects.Reply(enquiry_id, text):
            enquiries.send_reply(desk, turn, enquiry_id, text)
        case effects.ImportRoster():
            roster_import.show_preview(desk, turn, effect)
        case effects.ErasePerson(person_id, club_id):
            person = turn.uow.people.get(person_id)
            if withdrawals.must_be_asked(turn, person, club_id):
                withdrawals.ask_person(desk, turn, person, "delete", club_id)
            else:
                personal.erase(desk, turn, person_id, club_id)
        case _:
            raise TypeError(f"nobody carries out {type(effect).__name__}")
