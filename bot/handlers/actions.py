"""What can be pressed: every action with who may do it. Nothing is allowed by default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversations.permissions import answers_enquiry, is_organiser
from bot.conversations.turn import Turn
from bot.handlers import (
    answers,
    attendance,
    calls,
    consents,
    events,
    founding,
    members,
    menu,
    papers,
    personal,
    staff,
)
from bot.handlers.danger import danger_action
from bot.handlers.desk import Action, Desk, is_coordinator
from bot.handlers.roster_export import export_action
from bot.handlers.roster_import import changes_action, import_action
from bot.speech.translation import say

Guard = Callable[[Turn, list[str]], bool]


def anyone(_turn: Turn, _args: list[str]) -> bool:
    """Open to guests."""
    return True


def organiser(turn: Turn, args: list[str]) -> bool:
    """An organiser of the club that the first argument names."""
    return is_organiser(turn.uow, turn.account, int(args[0]))


def organiser_of_member(turn: Turn, args: list[str]) -> bool:
    """An organiser of the club on whose roster the membership stands."""
    found = turn.uow.clubs.membership(int(args[0]))
    return found is not None and is_organiser(turn.uow, turn.account, found.club_id)


def organiser_of_occurrence(turn: Turn, args: list[str]) -> bool:
    """An organiser of the club that holds the occurrence."""
    found = turn.uow.events.occurrence(int(args[0]))
    return is_organiser(turn.uow, turn.account, found.club_id)


def organiser_of_notice(turn: Turn, args: list[str]) -> bool:
    """An organiser of the club that the notice comes from."""
    found = turn.uow.events.notice(int(args[0]))
    return found is not None and is_organiser(turn.uow, turn.account, found.club_id)


def coordinator(turn: Turn, _args: list[str]) -> bool:
    """A coordinator of anything; the action checks the area."""
    return is_coordinator(turn.uow, turn.account)


def speaks_for(turn: Turn, args: list[str]) -> bool:
    """An account that speaks for the person."""
    wanted = int(args[0])
    return any(person.id == wanted for _, person in turn.uow.people.of_account(turn.account.id))


def decides_request(turn: Turn, args: list[str]) -> bool:
    """An organiser of the person's club, or the person himself through an own account."""
    found = turn.uow.conversations.data_request(int(args[0]))
    if found is None or found.person_id is None:
        return False
    if turn.uow.people.is_self(turn.account.id, found.person_id):
        return True
    return any(
        is_organiser(turn.uow, turn.account, membership.club_id)
        for membership in turn.uow.clubs.memberships_of(found.person_id)
    )


def in_charge_of_enquiry(turn: Turn, args: list[str]) -> bool:
    """Staff to whom the question was handed."""
    return answers_enquiry(turn.plan, turn.uow, turn.account, int(args[0]))


@dataclass(frozen=True)
class Verb:
    """An action and its guard. A press on a `leaves` action leaves an open conversation."""

    run: Action
    guard: Guard
    leaves: bool = True


def _reply(desk: Desk, turn: Turn, args: list[str]) -> None:
    """reply/<enquiry>: answer somebody's question."""
    found = turn.uow.conversations.enquiry(int(args[0]))
    if found is None or not found.text:
        turn.say(say("answer.gone"))
        return
    desk.engine.start(turn, "reply", enquiry=found.id)


def _in_charge(desk: Desk, turn: Turn, args: list[str]) -> None:
    """incharge: who can help, and a word left for them."""
    answers.person_in_charge(desk, turn)


def _checklist(desk: Desk, turn: Turn, args: list[str]) -> None:
    """founding/<club>: all steps and what is next."""
    founding.checklist(desk, turn, turn.uow.clubs.get(int(args[0])))


VERBS: dict[str, Verb] = {
    "menu": Verb(menu.menu_action, anyone),
    "continue": Verb(menu.continue_action, anyone),
    "found": Verb(menu.found_action, anyone),
    "join": Verb(menu.join_action, anyone),
    "joinwithcode": Verb(menu.join_with_code, anyone),
    "joinclub": Verb(menu.join_club, anyone),
    "register": Verb(menu.register_action, anyone),
    "club": Verb(menu.club_action, anyone),
    "founding": Verb(_checklist, organiser),
    "steps": Verb(founding.steps_action, organiser),
    "step": Verb(founding.step_action, organiser),
    "unchanged": Verb(founding.unchanged_action, organiser),
    "rework": Verb(founding.rework_action, organiser),
    "papers": Verb(papers.papers_action, organiser, leaves=False),
    "paper": Verb(papers.paper_action, organiser, leaves=False),
    "members": Verb(members.members_action, organiser),
    "names": Verb(members.names_action, organiser),
    "getlist": Verb(export_action, organiser),
    "member": Verb(members.member_action, organiser_of_member),
    "approve": Verb(members.approve_action, organiser_of_member, leaves=False),
    "refuse": Verb(members.refuse_action, organiser_of_member, leaves=False),
    "joincode": Verb(members.join_code_action, organiser),
    "coorganiser": Verb(members.co_organiser_action, organiser),
    "sendlist": Verb(members.send_list_action, organiser),
    "import": Verb(import_action, organiser),
    "importview": Verb(changes_action, organiser),
    "fewer": Verb(members.fewer_action, organiser),
    "skip": Verb(members.skip_action, organiser),
    "events": Verb(events.events_action, organiser),
    "event": Verb(events.event_action, organiser),
    "occasion": Verb(events.occasion_action, organiser_of_occurrence),
    "move": Verb(events.move_action, organiser_of_occurrence),
    "cancel": Verb(events.cancel_action, organiser_of_occurrence),
    "count": Verb(events.count_action, organiser_of_occurrence),
    "who": Verb(events.who_action, organiser_of_occurrence),
    "keep": Verb(events.keep_action, organiser_of_occurrence),
    "calls": Verb(calls.calls_action, organiser),
    "called": Verb(calls.called_action, organiser_of_notice),
    "calllater": Verb(calls.call_later_action, organiser_of_notice),
    "answerfor": Verb(calls.answer_for_action, organiser_of_occurrence),
    "deceased": Verb(members.deceased_action, organiser_of_member, leaves=False),
    "same": Verb(members.same_action, organiser_of_member, leaves=False),
    "different": Verb(members.different_action, organiser_of_member, leaves=False),
    "consents": Verb(consents.open_consents_action, organiser),
    "note": Verb(consents.note_action, organiser_of_member),
    "requests": Verb(consents.requests_action, organiser),
    "request": Verb(consents.request_action, decides_request, leaves=False),
    "attend": Verb(attendance.attend, anyone, leaves=False),
    "danger": Verb(danger_action, anyone, leaves=False),
    "article": Verb(answers.article_action, anyone, leaves=False),
    "ask": Verb(answers.ask_action, anyone, leaves=False),
    "reply": Verb(_reply, in_charge_of_enquiry),
    "invite": Verb(staff.invite_action, coordinator),
    "report": Verb(staff.report_action, coordinator),
    "confirm": Verb(staff.confirm_action, coordinator, leaves=False),
    "dispute": Verb(staff.dispute_action, coordinator, leaves=False),
    "incharge": Verb(_in_charge, anyone, leaves=False),
    "mydata": Verb(personal.my_data_action, anyone),
    "person": Verb(personal.person_action, speaks_for),
    "copy": Verb(personal.copy_action, speaks_for),
    "correct": Verb(personal.correct_action, speaks_for),
    "delete": Verb(personal.delete_action, speaks_for),
    "withdraw": Verb(consents.withdraw_action, speaks_for, leaves=False),
    "leave": Verb(consents.leave_action, speaks_for, leaves=False),
    "remind": Verb(consents.remind_action, speaks_for),
    "address": Verb(personal.address_action, anyone),
    "mute": Verb(personal.mute_action, anyone, leaves=False),
}


def run_action(desk: Desk, turn: Turn, value: str) -> None:
    """Do what a button says, if this account may; an old or forged one gets a kind word."""
    name, *args = value.removeprefix("a/").rstrip("!").partition("?")[0].split("/")
    verb = VERBS.get(name)
    try:
        allowed = verb is not None and verb.guard(turn, args)
    except (LookupError, ValueError, OverflowError):
        turn.say(say("engine.old_button"))
        return
    if verb is None:
        turn.say(say("engine.old_button"))
        return
    if not allowed:
        turn.say(say("engine.not_allowed"))
        return
    if verb.leaves:
        desk.engine.leave(turn, quietly=True)
    try:
        verb.run(desk, turn, args)
    except (LookupError, ValueError, OverflowError):
        turn.say(say("engine.old_button"))
