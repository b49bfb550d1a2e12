"""The roster as organisers work with it: applications, unconfirmed people, lists, codes."""

from __future__ import annotations

from typing import Literal

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import (
    MemberApplied,
    MembershipDecided,
    MemberUnconfirmed,
)
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name, list_name, named, roster_name
from bot.delivery.telling import tell, tell_organisers
from bot.domain.due import DueKind
from bot.domain.founding import RULES, StepKey
from bot.domain.membership import MembershipState
from bot.handlers.accesses import note_access
from bot.handlers.acting import Refused, acting
from bot.handlers.invitations import INVITATION_DAYS
from bot.handlers.links import link_for
from bot.handlers.members import commands, list_lines, list_return, places
from bot.handlers.members.claim_screens import both_sides, claim_screen
from bot.handlers.members.claims import claim_of
from bot.handlers.members.commands import Decision
from bot.handlers.members.roster import open_consents
from bot.handlers.members.secretary_screens import member_card
from bot.handlers.members_told import OfMember, tell_of_member
from bot.handlers.meter import meter_lines
from bot.handlers.sections import deceased_choices
from bot.handlers.services import Services
from bot.language.phones import show_phone
from bot.speech.show import show_date
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Account, Application, Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork

PAGE = 15
WAITING_PAGE = 8


def members_action(services: Services, turn: Turn, club: Club, page: int = 0) -> None:
    """Who waits first, then the meter and the ways to add people."""
    states = [MembershipState.APPLIED, MembershipState.UNCONFIRMED]
    waiting = turn.uow.clubs.count(club.id, states)
    shown = turn.uow.clubs.roster(club.id, states, limit=WAITING_PAGE, offset=page * WAITING_PAGE)
    names = [list_name(turn.uow, person) for _, person in shown]
    rows: Rows = []
    for name, (membership, person) in zip(names, shown, strict=True):
        who = name if names.count(name) == 1 else roster_name(turn.uow, person)
        row = say(f"members.row_{membership.state}", who=who)
        rows.append([(row, buttons.Member(membership.id))])
    if (page + 1) * WAITING_PAGE < waiting:
        rows.append([(say("members.see_on"), buttons.Members(club.id, page + 1))])
    elif page:
        rows.append([(say("members.from_first"), buttons.Members(club.id))])
    held = turn.uow.clubs.held(club.id)
    seen = [person for _, person in (*shown, *held)]
    note_access(acting(turn), club.id, seen, "waiting")
    applied = turn.uow.clubs.count(club.id, [MembershipState.APPLIED])
    if applied > 1:
        rows.append([(say("members.approve_all", count=applied), buttons.ApproveAll(club.id))])
    places = turn.uow.clubs.count(club.id, [MembershipState.WAITLISTED])
    if places:
        rows.append([(say("members.row_waiting_list", count=places), buttons.WaitingList(club.id))])
    rows += _open_matters(turn, club.id, held)
    rows += _of_the_last_list(turn, club)
    rows.append([(say("members.write_one"), buttons.RegisterByOrganiser(club.id))])
    rows.append([(say("members.send_list"), buttons.SendList(club.id))])
    rows.append([(say("members.names"), buttons.Names(club.id))])
    rows.append([(say("members.limit"), buttons.MemberLimit(club.id))])
    rows.append([(say("engine.back_to"), buttons.OpenClub(club.id))])
    if page == 0:
        turn.say(Lines(tuple(meter_lines(services, turn, club))))
        turn.offer(say("members.waiting", count=waiting), *rows)
        return
    first = page * WAITING_PAGE + 1
    last = first + len(shown) - 1
    turn.offer(say("members.waiting_page", first=first, last=last, count=waiting), *rows)


def _of_the_last_list(turn: Turn, club: Club) -> Rows:
    """What is left to do about the list that was sent last: its unclear lines, taking it back."""
    rows: Rows = []
    waiting = list_lines.waiting_lines(acting(turn), club)
    if waiting is not None:
        asked = say("members.ask_lines", count=len(waiting["lines"]))
        rows.append([(asked, buttons.AskLines(club.id))])
    if list_return.is_returnable(acting(turn), club):
        rows.append([(say("roster.take_back"), buttons.TakeBackList(club.id))])
    return rows


def names_action(services: Services, turn: Turn, club: Club, page: int) -> None:
    """The roster, a page at a time."""
    states = [MembershipState.ACTIVE]
    count = turn.uow.clubs.count(club.id, states)
    part = turn.uow.clubs.roster(club.id, states, limit=PAGE, offset=page * PAGE)
    note_access(acting(turn), club.id, [person for _, person in part], "names")
    lines = [
        say(
            "members.line",
            number=page * PAGE + place,
            who=say("members.restricted", who=person.shown_name)
            if membership.restricted_at is not None
            else person.shown_name,
            year=str(person.birth_year) if person.birth_year else say("show.birth.unknown"),
        )
        for place, (membership, person) in enumerate(part, 1)
    ]
    more = []
    if (page + 1) * PAGE < count:
        more.append((say("answer.read_on"), buttons.Names(club.id, page + 1)))
    turn.offer(
        Lines((say("members.names_head", club=club.name, count=count), *lines)),
        more,
        [(say("members.read_consents"), buttons.WhoseConsents(club.id, page))],
        [
            (say("search.begin"), buttons.Search(club.id)),
            (say("members.get_list"), buttons.GetList(club.id)),
        ],
        [(say("secretary.open"), buttons.Secretary(club.id))],
        [(say("engine.back_to"), buttons.OpenClub(club.id))],
    )


def member_action(services: Services, turn: Turn, membership: Membership) -> None:
    """One who waits, and what can be done."""
    person = turn.uow.people.get(membership.person_id)
    note_access(acting(turn), membership.club_id, [person], "member")
    if person.held_at is not None and membership.state == MembershipState.ACTIVE:
        club = turn.uow.clubs.get(membership.club_id)
        turn.offer(
            say("deceased.told", who=roster_name(turn.uow, person), club=club.name),
            *deceased_choices(membership.id),
            [(say("engine.back_to"), buttons.Members(membership.club_id))],
        )
        return
    if membership.state == MembershipState.UNCONFIRMED:
        day = turn.uow.due.moment(DueKind.UNCONFIRMED, membership.id)
        turn.offer(
            say("members.unconfirmed", who=roster_name(turn.uow, person),
                until=show_date(day.astimezone(services.zone).date()) if day else ""),
            [(say("members.note_consent"), buttons.NoteConsent(membership.club_id, membership.id))],
            [(say("members.refuse"), buttons.Refuse(membership.id))],
            [(say("engine.back_to"), buttons.Members(membership.club_id))],
        )  # fmt: skip
        return
    if membership.state not in (MembershipState.APPLIED, MembershipState.WAITLISTED):
        member_card(turn, membership, person)
        return
    club = turn.uow.clubs.get(membership.club_id)
    phrase, rows = application_words(turn, club, membership, person)
    _note_likeness(turn, membership, person)
    read = [(say("members.read_consents"), buttons.ReadConsents(membership.id))]
    turn.offer(phrase, *rows, read)


def _open_matters(turn: Turn, club_id: int, held: list[tuple[Membership, Person]]) -> Rows:
    """Rows for what waits besides people: consents to be asked, wishes about data."""
    rows: Rows = []
    asked = len(open_consents(turn.uow, club_id))
    if asked:
        rows.append([(say("consents.row", count=asked), buttons.OpenConsents(club_id))])
    rows += [
        [(say("deceased.row", who=person.shown_name), buttons.Member(membership.id))]
        for membership, person in held
    ]
    wishes = len(turn.uow.requests.waiting_in(club_id))
    if wishes:
        rows.append([(say("requests.row", count=wishes), buttons.Requests(club_id))])
    return rows


def application_words(
    turn: Turn, club: Club, membership: Membership, person: Person, *, compare: bool = True
) -> tuple[Phrase, Rows]:
    """An application in words with what can be done about it; a likeness comes first.

    While it waits for a member's word, that is what is shown; who said no isn't compared again.
    """
    application = turn.uow.applications.latest(membership.id)
    number = None if application is None else application.id
    claim = claim_of(turn.uow, membership)
    if claim is not None and application is not None:
        return claim_screen(turn, application, claim[1], person)
    slots = {
        "who": roster_name(turn.uow, person),
        "club": club.name,
        "address_of": membership.address or "–",
    }
    alike = commands.likeness(turn.uow, membership, person, application) if compare else None
    if alike is not None:
        known, _ = alike
        return both_sides(turn, club, (membership, person), alike), [
            [
                (say("members.same"), buttons.yes(buttons.Same(membership.id, known.id, number))),
                (say("members.different"), buttons.no(buttons.Different(membership.id, number))),
            ]
        ]
    return say("members.application", **slots), [
        [
            (say("members.approve"), buttons.yes(buttons.Approve(membership.id, number))),
            (say("members.refuse"), buttons.no(buttons.Refuse(membership.id, number))),
        ]
    ]


def offer_decision(
    turn: Turn, membership: Membership, person: Person, *, compare: bool = True
) -> None:
    """An application with its data, and yes or no."""
    club = turn.uow.clubs.get(membership.club_id)
    phrase, rows = application_words(turn, club, membership, person, compare=compare)
    note_access(acting(turn), club.id, [person], "waiting")
    _note_likeness(turn, membership, person, compare=compare)
    turn.offer(phrase, *rows)


def _note_likeness(
    turn: Turn, membership: Membership, person: Person, *, compare: bool = True
) -> None:
    """Note who of the roster is shown beside an applicant."""
    claim = claim_of(turn.uow, membership)
    application = turn.uow.applications.latest(membership.id)
    alike = commands.likeness(turn.uow, membership, person, application) if compare else None
    known = claim or alike
    if known is not None:
        note_access(acting(turn), membership.club_id, [known[1]], "waiting")


def refusal_words(refused: Refused) -> Phrase:
    """Why nothing was done about an application, in words."""
    return {
        Refused.NOT_YOURS: say("engine.not_allowed"),
        Refused.GONE: say("registration.gone"),
        Refused.OVER: say("members.over"),
    }[refused]


def show_waiting(turn: Turn, membership: Membership, application: Application | None) -> None:
    """A button was of an application before the one that waits.

    One of before there were applications names none: what waits now is shown, and decided on by
    its own buttons.
    """
    if application is None and membership.state == MembershipState.APPLIED:
        offer_decision(turn, membership, turn.uow.people.get(membership.person_id))
    else:
        turn.say(say("members.over"))


def approve_action(
    services: Services, turn: Turn, membership: Membership, application: Application | None
) -> None:
    """An applicant becomes a member."""
    _decide(turn, membership, application, MembershipState.ACTIVE)


def refuse_action(
    services: Services, turn: Turn, membership: Membership, application: Application | None
) -> None:
    """An application is not taken."""
    _decide(turn, membership, application, MembershipState.REFUSED)


def _decide(
    turn: Turn, found: Membership, application: Application | None, state: MembershipState
) -> None:
    outcome = commands.decide(acting(turn), found, application, state)
    who = list_name(turn.uow, turn.uow.people.get(found.person_id))
    match outcome:
        case Refused():
            turn.say(refusal_words(outcome))
        case Decision.ANOTHER:
            show_waiting(turn, found, application)
        case Decision.ALREADY:
            was = say(f"membership.{found.state}")
            turn.say(say("members.decided_already", who=who, state=was))
        case Decision.CONSENT_FIRST:
            turn.say(say("members.consent_first", who=who))
        case Decision.WAITLISTED | Decision.FULL:
            limit = turn.uow.clubs.get(found.club_id).member_limit
            behind = places.free_places(turn.uow, turn.uow.clubs.get(found.club_id))
            turn.offer(
                say("members.decided_behind", who=who, count=behind)
                if behind
                else say(f"members.decided_{outcome.value}", who=who, limit=limit),
                [(say("members.limit"), buttons.MemberLimit(found.club_id))],
                [(say("engine.back_to"), buttons.Members(found.club_id))],
            )
        case Decision.DONE:
            active = state is MembershipState.ACTIVE
            if active:
                turn.say(_approved_words(turn, found, who))
            else:
                why = buttons.RefusalReason(found.id)
                turn.offer(say("members.refused", who=who), [(say("members.say_why"), why)])
            _offer_next_decision(turn, found.club_id)


def _approved_words(turn: Turn, found: Membership, who: Phrase | str) -> Phrase:
    """That somebody is a member now; who has no phone here is called by whoever decided."""
    ties = turn.uow.people.accounts_of(found.person_id)
    if any(account.blocked_at is None for _, account in ties):
        return say("members.approved", who=who)
    phone = show_phone(found.phone) if found.phone else say("calls.no_number")
    return say("members.approved_call", who=who, phone=phone)


_DECIDED = {
    MembershipState.ACTIVE: "approved",
    MembershipState.REFUSED: "refused",
    MembershipState.WAITLISTED: "waitlisted",
}


def _offer_next_decision(turn: Turn, club_id: int) -> None:
    for waiting, applicant in turn.uow.clubs.roster(club_id, [MembershipState.APPLIED]):
        if claim_of(turn.uow, waiting) is None:
            offer_decision(turn, waiting, applicant)
            return


def tell_decision(services: Services, turn: Turn, effect: MembershipDecided) -> None:
    """Who registered somebody hears what an organiser said."""
    key = "place" if effect.waited and effect.state == "active" else _DECIDED[effect.state]
    _tell_those_who_speak(
        services, turn, effect.membership_id, key, f"{key}/{effect.membership_id}"
    )


def _is_first(uow: UnitOfWork, account: Account) -> bool:
    """Whether a helper is asked how he is to be called: with the first whom he has brought in."""
    if account.form_of_address is not None or account.language != "vi":
        return False
    people = (person.id for _, person in uow.people.of_account(account.id))
    return len(uow.clubs.active_memberships(*people)) == 1


def _tell_those_who_speak(
    services: Services, turn: Turn, membership_id: int, what: str, key: str
) -> None:
    """Tell the accounts that speak for a person what was decided about him."""
    membership = turn.uow.clubs.membership(membership_id)
    if membership is None:
        return
    person = turn.uow.people.get(membership.person_id)
    club = turn.uow.clubs.get(membership.club_id)
    reminded = what in ("approved", "place") and turn.uow.people.agrees(
        person.id, club.id, "reminders"
    )
    for tie, account in turn.uow.people.accounts_of(person.id):
        if account.id == turn.account.id or account.blocked_at is not None:
            continue
        form = "self" if tie.is_self else "other"
        asked = what in ("approved", "place") and (tie.is_self or _is_first(turn.uow, account))
        choices = [[(say("address.offer"), buttons.Address())]] if asked else []
        letter = Letter(
            key=f"{key}/{account.id}/{turn.now.isoformat()}",
            phrase=say(
                f"members.told_{what}_{form}",
                who=named(turn.uow, account, person, services.zone),
                club=club.name,
                reminded=say("members.will_remind") if reminded else "",
            ),
            choices=choices,
        )
        tell(turn.uow, account, services.zone, letter)


def tell_applied(services: Services, turn: Turn, effect: MemberApplied) -> None:
    """Somebody waits for an organiser's yes: every organiser is told, the first decides.

    Who looks like somebody on the roster is shown beside him, to organisers only: a stranger
    isn't told who is a member. What goes over the limit stands on their list alone.
    """
    found = turn.uow.clubs.membership(effect.membership_id)
    if found is None or not commands.count_newcomer(acting(turn)):
        return
    person = turn.uow.people.get(found.person_id)
    club = turn.uow.clubs.get(found.club_id)
    phrase, rows = application_words(turn, club, found, person)
    letter = Letter(key=f"applied/{found.id}/{turn.now.isoformat()}", phrase=phrase, choices=rows)
    tell_organisers(turn.uow, club.id, services.zone, letter)


def deceased_action(
    services: Services, turn: Turn, membership: Membership, found: Literal["yes", "no"]
) -> None:
    """What an organiser found out about somebody said dead."""
    refused = commands.note_death(acting(turn), membership, died=found == "yes")
    if refused is not None:
        turn.say(refusal_words(refused))
        return
    person = turn.uow.people.get(membership.person_id)
    who = roster_name(turn.uow, person)
    turn.say(say("deceased.noted_yes" if found == "yes" else "deceased.noted_no", who=who))


def tell_unconfirmed(services: Services, turn: Turn, effect: MemberUnconfirmed) -> None:
    """Somebody was named who has not agreed yet: the organisers are told."""

    def letter(member: OfMember) -> Letter:
        words = say(
            "members.told_unconfirmed",
            who=member.who,
            club=member.club,
            by=account_name(turn.uow, turn.account),
        )
        note = buttons.NoteConsent(member.club_id, member.id)
        return Letter(
            f"unconfirmed/{member.id}", words, choices=[[(say("members.note_consent"), note)]]
        )

    if turn.uow.clubs.membership(effect.membership_id) is not None:
        if commands.count_newcomer(acting(turn)):
            tell_of_member(services, turn, effect.membership_id, letter)


def join_code_action(services: Services, turn: Turn, club: Club, new: bool) -> None:
    """The code with which people apply, and a new one on request."""
    code = commands.renew_join_code(acting(turn), club) if new else club.join_code
    if isinstance(code, Refused):
        turn.say(refusal_words(code))
        return
    link = link_for(services, turn.uow, turn.account, code)
    turn.offer(
        say("members.code", club=club.name, code=code, link=link)
        if link
        else say("members.code_typed", club=club.name, code=code),
        [(say("members.new_code"), buttons.JoinCode(club.id, new=True))],
        [(say("engine.back_to"), buttons.OpenClub(club.id))],
    )


def co_organiser_action(services: Services, turn: Turn, club: Club) -> None:
    """A one-time code for somebody who works on this club too."""
    code = commands.invite_co_organiser(acting(turn), club)
    if isinstance(code, Refused):
        turn.say(refusal_words(code))
        return
    turn.back = buttons.OpenClub(club.id)
    told = {"club": club.name, "code": code, "days": INVITATION_DAYS}
    link = link_for(services, turn.uow, turn.account, code)
    turn.say(
        say("members.co_organiser_code", **told, link=link)
        if link
        else say("members.co_organiser_code_typed", **told)
    )


def send_list_action(services: Services, turn: Turn, club: Club) -> None:
    """How a list is sent."""
    turn.back = buttons.Members(club.id)
    turn.say(say("roster.send" if turn.capabilities.files else "roster.send_elsewhere"))


def fewer_action(services: Services, turn: Turn, club: Club) -> None:
    """Go on with fewer than fifty, with a reason."""
    step = StepKey.FOUNDING_MEMBERS
    services.engine.start(turn, "reason", club=club.id, step=step, what="fewer")


def skip_action(services: Services, turn: Turn, club: Club, step: StepKey) -> None:
    """Pass over a step that may be, with a reason."""
    if not RULES[step].skippable:
        turn.say(say("engine.cannot_skip"))
        return
    services.engine.start(turn, "reason", club=club.id, step=step, what="skip")
