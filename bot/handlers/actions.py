"""What can be pressed: every action with who may do it. Nothing is allowed by default.

A button is read once (`bot.buttons`), what it names is looked up once, and both the guard and the
action get it by name. Only a button that can't be read, or that names what is gone, is an old one:
a fault of an action is a fault of the program, and ends the update like any other.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot import buttons
from bot.buttons import Button, Named
from bot.conversations.turn import Turn
from bot.documents.papers import PAPERS
from bot.handlers import menu
from bot.handlers.answers import enquiries
from bot.handlers.answers import screens as answers
from bot.handlers.answers.danger import danger_action
from bot.handlers.events import attendance, calls
from bot.handlers.events import screens as events
from bot.handlers.founding import screens as founding
from bot.handlers.members import same_person
from bot.handlers.members import screens as members
from bot.handlers.members.roster_export import export_action
from bot.handlers.members.roster_import import changes_action, import_action
from bot.handlers.office import staff
from bot.handlers.own_data import consents, personal, withdrawals
from bot.handlers.papers import screens as papers
from bot.handlers.services import Services
from bot.speech.translation import say
from bot.storage.records import (
    Application,
    Club,
    DataRequest,
    Enquiry,
    Membership,
    Notice,
    Occurrence,
    Person,
)
from bot.storage.unit_of_work import UnitOfWork

# Who may


def anyone(turn: Turn) -> bool:
    """Open to guests."""
    return True


def organiser(turn: Turn, club: Club) -> bool:
    """An organiser of the club."""
    return turn.organises(club.id)


def organiser_of_member(turn: Turn, membership: Membership) -> bool:
    """An organiser of the club on whose roster the membership stands."""
    return turn.organises(membership.club_id)


def organiser_of_occurrence(turn: Turn, occurrence: Occurrence) -> bool:
    """An organiser of the club that holds the occurrence."""
    return turn.organises(occurrence.club_id)


def organiser_of_notice(turn: Turn, notice: Notice) -> bool:
    """An organiser of the club that the notice comes from."""
    return turn.organises(notice.club_id)


def coordinator(turn: Turn) -> bool:
    """A coordinator of anything; the action checks the area."""
    return turn.coordinates()


def coordinator_of(turn: Turn, club: Club) -> bool:
    """A coordinator of an area that holds the club."""
    return turn.oversees(club)


def speaks_for(turn: Turn, person: Person) -> bool:
    """An account that speaks for the person."""
    return turn.speaks_for(person.id)


def decides_request(turn: Turn, request: DataRequest) -> bool:
    """An organiser of the person's club, or the person himself through an own account."""
    if request.person_id is None:
        return False
    if turn.uow.people.is_self(turn.account.id, request.person_id):
        return turn.speaks_for(request.person_id)
    return any(
        turn.organises(membership.club_id)
        for membership in turn.uow.clubs.memberships_of(request.person_id)
        if request.club_id in (None, membership.club_id)
    )


def answers_claim(turn: Turn, application: Application) -> bool:
    """The member of whom it is said, through an own account, or an organiser of the club."""
    known = turn.uow.clubs.membership(application.known_id) if application.known_id else None
    if known is None:
        return False
    if turn.uow.people.is_self(turn.account.id, known.person_id):
        return turn.speaks_for(known.person_id)
    return turn.organises(known.club_id)


def in_charge_of_enquiry(turn: Turn, enquiry: Enquiry) -> bool:
    """Staff to whom the question was handed."""
    return turn.answers_enquiry(enquiry.id)


# What is done


def _reply(services: Services, turn: Turn, enquiry: Enquiry) -> None:
    """Answer somebody's question."""
    if not enquiry.text:
        turn.say(say("answer.gone"))
        return
    services.engine.start(turn, "reply", enquiry=enquiry.id)


def _takes(function: Callable[..., Any], besides: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(inspect.signature(function).parameters)
    return tuple(name for name in names if name not in besides)


@dataclass(frozen=True)
class Verb:
    """An action and its guard. A press on a `leaves` action leaves an open conversation.

    The guard is given the turn, the action the services and the turn; then both take what the button
    holds by the names of its fields, the guard as much of it as it asks for.
    """

    run: Callable[..., None]
    guard: Callable[..., bool]
    leaves: bool = True

    @cached_property
    def guarded(self) -> tuple[str, ...]:
        """The fields that the guard asks for."""
        return _takes(self.guard, ("turn",))

    @cached_property
    def taken(self) -> tuple[str, ...]:
        """The fields that the action takes: all of the button's."""
        return _takes(self.run, ("services", "turn"))


VERBS: dict[type[Button], Verb] = {
    buttons.Menu: Verb(menu.menu_action, anyone),
    buttons.Continue: Verb(menu.continue_action, anyone),
    buttons.Found: Verb(menu.found_action, anyone),
    buttons.Join: Verb(menu.join_action, anyone),
    buttons.JoinWithCode: Verb(menu.join_with_code, anyone),
    buttons.JoinClub: Verb(menu.join_club, anyone),
    buttons.RegisterSelf: Verb(menu.register_self_action, anyone),
    buttons.RegisterRelative: Verb(menu.register_relative_action, anyone),
    buttons.RegisterByOrganiser: Verb(menu.register_by_organiser_action, organiser),
    buttons.NoteConsent: Verb(menu.note_consent_action, organiser),
    buttons.OpenClub: Verb(menu.club_action, anyone),
    buttons.Checklist: Verb(founding.checklist, organiser),
    buttons.Steps: Verb(founding.steps_action, organiser),
    buttons.OpenStep: Verb(founding.step_action, organiser),
    buttons.Unchanged: Verb(founding.unchanged_action, organiser),
    buttons.Rework: Verb(founding.rework_action, organiser),
    buttons.Papers: Verb(papers.papers_action, organiser, leaves=False),
    buttons.SendPaper: Verb(papers.paper_action, organiser, leaves=False),
    buttons.Members: Verb(members.members_action, organiser),
    buttons.Names: Verb(members.names_action, organiser),
    buttons.GetList: Verb(export_action, organiser),
    buttons.Member: Verb(members.member_action, organiser_of_member),
    buttons.Approve: Verb(members.approve_action, organiser_of_member, leaves=False),
    buttons.Refuse: Verb(members.refuse_action, organiser_of_member, leaves=False),
    buttons.JoinCode: Verb(members.join_code_action, organiser),
    buttons.CoOrganiser: Verb(members.co_organiser_action, organiser),
    buttons.SendList: Verb(members.send_list_action, organiser),
    buttons.ImportList: Verb(import_action, organiser),
    buttons.ViewChanges: Verb(changes_action, organiser),
    buttons.Fewer: Verb(members.fewer_action, organiser),
    buttons.Skip: Verb(members.skip_action, organiser),
    buttons.Events: Verb(events.events_action, organiser),
    buttons.NewEvent: Verb(events.event_action, organiser),
    buttons.Occasion: Verb(events.occasion_action, organiser_of_occurrence),
    buttons.Move: Verb(events.move_action, organiser_of_occurrence),
    buttons.Cancel: Verb(events.cancel_action, organiser_of_occurrence),
    buttons.Count: Verb(events.count_action, organiser_of_occurrence),
    buttons.Who: Verb(events.who_action, organiser_of_occurrence),
    buttons.Keep: Verb(events.keep_action, organiser_of_occurrence),
    buttons.Calls: Verb(calls.calls_action, organiser),
    buttons.Called: Verb(calls.called_action, organiser_of_notice),
    buttons.CallLater: Verb(calls.call_later_action, organiser_of_notice),
    buttons.AnswerFor: Verb(calls.answer_for_action, organiser_of_occurrence),
    buttons.Deceased: Verb(members.deceased_action, organiser_of_member, leaves=False),
    buttons.Same: Verb(same_person.same_action, organiser_of_member, leaves=False),
    buttons.Different: Verb(same_person.different_action, organiser_of_member, leaves=False),
    buttons.AnswerClaim: Verb(same_person.claim_action, answers_claim, leaves=False),
    buttons.OpenConsents: Verb(consents.open_consents_action, organiser),
    buttons.NoteAnswer: Verb(consents.note_action, organiser_of_member),
    buttons.Requests: Verb(withdrawals.requests_action, organiser),
    buttons.DecideRequest: Verb(withdrawals.request_action, decides_request, leaves=False),
    buttons.Attend: Verb(attendance.attend, anyone, leaves=False),
    buttons.Danger: Verb(danger_action, anyone, leaves=False),
    buttons.Article: Verb(answers.article_action, anyone, leaves=False),
    buttons.Ask: Verb(answers.ask_action, anyone, leaves=False),
    buttons.Meant: Verb(enquiries.meant_action, anyone, leaves=False),
    buttons.Reply: Verb(_reply, in_charge_of_enquiry),
    buttons.Invite: Verb(staff.invite_action, coordinator),
    buttons.Report: Verb(staff.report_action, coordinator),
    buttons.ConfirmDecision: Verb(staff.confirm_action, coordinator_of, leaves=False),
    buttons.DisputeDecision: Verb(staff.dispute_action, coordinator_of, leaves=False),
    buttons.PersonInCharge: Verb(enquiries.person_in_charge, anyone, leaves=False),
    buttons.MyData: Verb(personal.my_data_action, anyone),
    buttons.ShowPerson: Verb(personal.person_action, speaks_for),
    buttons.Copy: Verb(personal.copy_action, speaks_for),
    buttons.Correct: Verb(personal.correct_action, speaks_for),
    buttons.Delete: Verb(personal.delete_action, speaks_for),
    buttons.Withdraw: Verb(withdrawals.withdraw_action, speaks_for, leaves=False),
    buttons.Leave: Verb(withdrawals.leave_action, speaks_for, leaves=False),
    buttons.PassedAway: Verb(attendance.passed_away_action, speaks_for, leaves=False),
    buttons.Remind: Verb(consents.remind_action, speaks_for),
    buttons.Address: Verb(personal.address_action, anyone),
    buttons.Mute: Verb(personal.mute_action, anyone, leaves=False),
}


# What a button names

_FIND: Mapping[Named, Callable[[UnitOfWork, Any], Any]] = {
    Named.CLUB: lambda uow, number: uow.clubs.find(number),
    Named.MEMBERSHIP: lambda uow, number: uow.clubs.membership(number),
    Named.APPLICATION: lambda uow, number: uow.applications.find(number),
    Named.OCCURRENCE: lambda uow, number: uow.events.find_occurrence(number),
    Named.NOTICE: lambda uow, number: uow.notices.get(number),
    Named.PERSON: lambda uow, number: uow.people.find_now(number),
    Named.REQUEST: lambda uow, number: uow.conversations.data_request(number),
    Named.ENQUIRY: lambda uow, number: uow.conversations.enquiry(number),
    Named.PAPER: lambda _uow, code: PAPERS.get(code),
}


class GoneError(LookupError):
    """A button names what is not there, or not any more."""


def look_up(uow: UnitOfWork, button: Button, names: Collection[str]) -> dict[str, Any]:
    """What a button holds in these fields, with what it names in the place of numbers.

    Raises GoneError.
    """
    found: dict[str, Any] = {}
    for argument in buttons.arguments(type(button)):
        if argument.name not in names:
            continue
        value = getattr(button, argument.name)
        if argument.named is not None and value is not None:
            value = _FIND[argument.named](uow, value)
            if value is None:
                raise GoneError(argument.name)
        found[argument.name] = value
    return found


def _permitted(turn: Turn, button: Button | None) -> tuple[Verb, dict[str, Any]] | None:
    """An action that may be done, with what it takes; None once it was said why not.

    Who may not hears nothing of whether what the button names is there.
    """
    if button is None:
        turn.say(say("engine.old_button"))
        return None
    verb = VERBS[type(button)]
    try:
        held = look_up(turn.uow, button, verb.guarded)
        if not verb.guard(turn, **held):
            turn.say(say("engine.not_allowed"))
            return None
        rest = [name for name in verb.taken if name not in held]
        return verb, held | look_up(turn.uow, button, rest)
    except GoneError:
        turn.say(say("engine.old_button"))
        return None


def run_action(services: Services, turn: Turn, button: Button | None) -> None:
    """Do what a button says, if this account may; an old or forged one gets a kind word."""
    found = _permitted(turn, button)
    if found is None:
        return
    verb, held = found
    if verb.leaves:
        services.engine.leave(turn, quietly=True)
    verb.run(services, turn, **held)
