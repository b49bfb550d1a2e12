"""The roster as organisers work with it: applications, unconfirmed people, lists, codes."""

from __future__ import annotations

from typing import Literal

from bot import buttons
from bot.buttons import Rows
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import list_name, named, roster_name
from bot.delivery.telling import tell, tell_organisers
from bot.domain.due import DueKind
from bot.domain.founding import RULES, StepKey
from bot.domain.limits import Limited
from bot.domain.membership import MembershipState, may_become
from bot.handlers.acting import acting
from bot.handlers.founding.commands import recompute
from bot.handlers.invitations import INVITATION_DAYS, add_invitation
from bot.handlers.limits import count, minutes_to_wait
from bot.handlers.links import link_for
from bot.handlers.members.claims import claim_of, claim_screen
from bot.handlers.meter import meter_lines
from bot.handlers.services import Services
from bot.reminders.notices import stop_telling
from bot.speech.show import show_date
from bot.speech.translation import Lines, Phrase, say
from bot.storage.installation import JOIN_CODE_LENGTH
from bot.storage.records import Application, Club, Membership, Person

PAGE = 15
WAITING_PAGE = 8


def members_action(services: Services, turn: Turn, club: Club, page: int = 0) -> None:
    """Who waits first, then the meter and the ways to add people."""
    states = [MembershipState.APPLIED.value, MembershipState.UNCONFIRMED.value]
    waiting = turn.uow.clubs.count(club.id, states)
    shown = turn.uow.clubs.roster(club.id, states, limit=WAITING_PAGE, offset=page * WAITING_PAGE)
    rows: Rows = [
        [
            (
                say(
                    f"members.row_{membership.state}",
                    who=list_name(turn.uow, person),
                ),
                buttons.Member(membership.id),
            )
        ]
        for membership, person in shown
    ]
    if (page + 1) * WAITING_PAGE < waiting:
        rows.append([(say("members.see_on"), buttons.Members(club.id, page + 1))])
    elif page:
        rows.append([(say("members.from_first"), buttons.Members(club.id))])
    rows += open_matters(turn, club.id)
    rows.append([(say("members.write_one"), buttons.RegisterByOrganiser(club.id))])
    rows.append([(say("members.send_list"), buttons.SendList(club.id))])
    rows.append([(say("members.names"), buttons.Names(club.id))])
    rows.append([(say("engine.back_to"), buttons.OpenClub(club.id))])
    if page == 0:
        turn.say(Lines(tuple(meter_lines(services, turn, club))))
        turn.offer(say("members.waiting", count=waiting), *rows)
        return
    first = page * WAITING_PAGE + 1
    last = first + len(shown) - 1
    turn.offer(say("members.waiting_page", first=first, last=last, count=waiting), *rows)


def names_action(services: Services, turn: Turn, club: Club, page: int) -> None:
    """The roster, a page at a time."""
    states = [MembershipState.ACTIVE.value]
    count = turn.uow.clubs.count(club.id, states)
    part = turn.uow.clubs.roster(club.id, states, limit=PAGE, offset=page * PAGE)
    lines = [
        say(
            "members.line",
            number=page * PAGE + place,
            who=person.shown_name,
            year=str(person.birth_year) if person.birth_year else say("show.birth.unknown"),
        )
        for place, (_, person) in enumerate(part, 1)
    ]
    more = []
    if (page + 1) * PAGE < count:
        more.append((say("answer.read_on"), buttons.Names(club.id, page + 1)))
    turn.offer(
        Lines((say("members.names_head", club=club.name, count=count), *lines)),
        more,
        [(say("members.get_list"), buttons.GetList(club.id))],
        [(say("engine.back_to"), buttons.OpenClub(club.id))],
    )


def member_action(services: Services, turn: Turn, membership: Membership) -> None:
    """One who waits, and what can be done."""
    person = turn.uow.people.get(membership.person_id)
    if person.held_at is not None and membership.state == MembershipState.ACTIVE.value:
        club = turn.uow.clubs.get(membership.club_id)
        turn.offer(
            say("deceased.told", who=roster_name(turn.uow, person), club=club.name),
            *deceased_choices(membership.id),
            [(say("engine.back_to"), buttons.Members(membership.club_id))],
        )
        return
    if membership.state == MembershipState.UNCONFIRMED.value:
        day = turn.uow.due.moment(DueKind.UNCONFIRMED, membership.id)
        turn.offer(
            say("members.unconfirmed", who=roster_name(turn.uow, person),
                until=show_date(day.astimezone(services.zone).date()) if day else ""),
            [(say("members.note_consent"), buttons.NoteConsent(membership.club_id, membership.id))],
            [(say("members.refuse"), buttons.Refuse(membership.id))],
            [(say("engine.back_to"), buttons.Members(membership.club_id))],
        )  # fmt: skip
        return
    offer_decision(turn, membership, person)


def open_matters(turn: Turn, club_id: int) -> Rows:
    """Rows for what waits besides people: consents to be asked, wishes about data."""
    rows: Rows = []
    asked = len(open_consents(turn, club_id))
    if asked:
        rows.append([(say("consents.row", count=asked), buttons.OpenConsents(club_id))])
    rows += [
        [(say("deceased.row", who=person.shown_name), buttons.Member(membership.id))]
        for membership, person in turn.uow.clubs.held(club_id)
    ]
    wishes = len(turn.uow.conversations.requests_of_club(club_id))
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
    alike = None
    denied = application is not None and application.agreed is False
    if compare and person.full_name and not denied:
        alike = turn.uow.clubs.alike(
            club.id,
            person.full_name,
            birth_year=person.birth_year,
            phone=membership.phone,
            besides=membership.id,
        )
    if alike is not None:
        known, other = alike
        return say("members.alike", known=roster_name(turn.uow, other), **slots), [
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
    turn.offer(phrase, *rows)


def is_of(turn: Turn, membership: Membership, application: Application | None) -> bool:
    """Whether a button is of the latest application of a membership; said where it isn't.

    One of before names none: what waits now is shown, and decided on by its own buttons.
    """
    latest = turn.uow.applications.latest(membership.id)
    if (application and application.id) == (latest and latest.id):
        return True
    if application is None and membership.state == MembershipState.APPLIED.value:
        offer_decision(turn, membership, turn.uow.people.get(membership.person_id))
    else:
        turn.say(say("members.over"))
    return False


def approve_action(
    services: Services, turn: Turn, membership: Membership, application: Application | None
) -> None:
    """An applicant becomes a member."""
    if is_of(turn, membership, application):
        decide(services, turn, membership, MembershipState.ACTIVE)


def refuse_action(
    services: Services, turn: Turn, membership: Membership, application: Application | None
) -> None:
    """An application is not taken."""
    if is_of(turn, membership, application):
        decide(services, turn, membership, MembershipState.REFUSED)


def decide(services: Services, turn: Turn, found: Membership, state: MembershipState) -> None:
    """Decide on an application once; who registered is told."""
    person = turn.uow.people.get(found.person_id)
    before = MembershipState(found.state)
    if person.erased_at is not None:
        turn.say(say("registration.gone"))
        return
    if before is state or not may_become(before, state):
        turn.say(
            say("members.decided_already", who=list_name(turn.uow, person),
                state=say(f"membership.{found.state}"))
        )  # fmt: skip
        return
    if before is MembershipState.UNCONFIRMED and state is MembershipState.ACTIVE:
        turn.say(say("members.consent_first", who=list_name(turn.uow, person)))
        return
    turn.uow.clubs.set_state(found.id, state.value, decided_by=turn.account.id)
    club = turn.uow.clubs.get(found.club_id)
    key = "approved" if state is MembershipState.ACTIVE else "refused"
    tell_those_who_speak(services, turn, club, person, key, f"{key}/{found.id}")
    turn.say(say(f"members.{key}", who=list_name(turn.uow, person)))
    recompute(services.zone, turn.uow, club.id)
    for waiting, applicant in turn.uow.clubs.roster(club.id, [MembershipState.APPLIED.value]):
        if claim_of(turn.uow, waiting) is None:
            offer_decision(turn, waiting, applicant)
            return


def tell_those_who_speak(
    services: Services, turn: Turn, club: Club, person: Person, what: str, key: str
) -> None:
    """Tell the accounts that speak for a person what was decided about him."""
    reminded = what != "refused" and turn.uow.people.agrees(person.id, club.id, "reminders")
    for tie, account in turn.uow.people.accounts_of(person.id):
        if account.id == turn.account.id or account.blocked_at is not None:
            continue
        form = "self" if tie.is_self else "other"
        choices = (
            [[(say("address.offer"), buttons.Address())]]
            if tie.is_self and what == "approved"
            else []
        )
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


def applied(services: Services, turn: Turn, membership_id: int) -> None:
    """Somebody waits for an organiser's yes: every organiser is told, the first decides.

    Who looks like somebody on the roster is shown beside him, to organisers only: a stranger
    isn't told who is a member. What goes over the limit stands on their list alone.
    """
    found = turn.uow.clubs.membership(membership_id)
    if found is None or not _is_told(turn):
        return
    person = turn.uow.people.get(found.person_id)
    club = turn.uow.clubs.get(found.club_id)
    phrase, rows = application_words(turn, club, found, person)
    letter = Letter(key=f"applied/{found.id}/{turn.now.isoformat()}", phrase=phrase, choices=rows)
    tell_organisers(turn.uow, club.id, services.zone, letter)


def _is_told(turn: Turn) -> bool:
    """Whether organisers hear of one more whom this account brings; counted."""
    if minutes_to_wait(acting(turn), Limited.APPLICATION) is not None:
        return False
    count(acting(turn), Limited.APPLICATION)
    return True


def deceased_choices(membership_id: int) -> Rows:
    """What an organiser may have found out about somebody who is said to have died."""
    return [
        [
            (say("deceased.yes"), buttons.Deceased(membership_id, "yes")),
            (say("deceased.no"), buttons.Deceased(membership_id, "no")),
        ]
    ]


def deceased_action(
    services: Services, turn: Turn, membership: Membership, found: Literal["yes", "no"]
) -> None:
    """What an organiser found out about somebody said dead."""
    person = turn.uow.people.get(membership.person_id)
    who = roster_name(turn.uow, person)
    if person.erased_at is not None:
        turn.say(say("registration.gone"))
        return
    if found == "no":
        turn.uow.people.update(person.id, held_at=None)
        turn.uow.due.settle(membership.id, DueKind.DEATH)
        turn.say(say("deceased.noted_no", who=who))
        return
    # Other clubs look for themselves: until then nothing is sent about him by any.
    if membership.state != MembershipState.DECEASED.value:
        turn.uow.clubs.set_state(
            membership.id, MembershipState.DECEASED.value, decided_by=turn.account.id
        )
        recompute(services.zone, turn.uow, membership.club_id)
    stop_telling(turn.uow, person.id, services.zone, reason="deceased")
    turn.say(say("deceased.noted_yes", who=who))


def unconfirmed(services: Services, turn: Turn, membership_id: int) -> None:
    """Somebody was named who has not agreed yet: the organisers are told."""
    found = turn.uow.clubs.membership(membership_id)
    if found is None or not _is_told(turn):
        return
    person = turn.uow.people.get(found.person_id)
    letter = Letter(
        key=f"unconfirmed/{found.id}",
        phrase=say(
            "members.told_unconfirmed",
            who=roster_name(turn.uow, person),
            club=turn.uow.clubs.get(found.club_id).name,
            by=_name_of(turn),
        ),
        choices=[[(say("members.note_consent"), buttons.NoteConsent(found.club_id, found.id))]],
    )
    tell_organisers(turn.uow, found.club_id, services.zone, letter, besides=turn.account.id)


def _name_of(turn: Turn) -> Phrase | str:
    """Who acts, as organisers read it."""
    own = turn.uow.people.self_of(turn.account.id)
    if own is not None and own.full_name:
        return own.full_name
    return turn.account.name or say("person.guest")


def open_consents(turn: Turn, club_id: int) -> list[tuple[Membership, Person, str]]:
    """Questions of consent that somebody left open when he registered, by name."""
    asked = ["reminders", "circumstances"]
    if turn.uow.clubs.get(club_id).recognised_on is None:
        asked.append("sharing")
    roster = turn.uow.clubs.roster(
        club_id, [MembershipState.APPLIED.value, MembershipState.ACTIVE.value]
    )
    ids = [person.id for _, person in roster]
    answered = {
        purpose: turn.uow.people.latest_consents(ids, club_id, purpose) for purpose in asked
    }
    return [
        (membership, person, purpose)
        for membership, person in roster
        for purpose in asked
        if person.id not in answered[purpose]
        and (membership.source in ("self", "relative") or purpose == "reminders")
    ]


def join_code_action(services: Services, turn: Turn, club: Club, new: bool) -> None:
    """The code with which people apply, and a new one on request."""
    if new:
        turn.uow.clubs.update(club.id, join_code=new_join_code(turn))
        club = turn.uow.clubs.get(club.id)
    turn.offer(
        say(
            "members.code",
            club=club.name,
            code=club.join_code,
            link=link_for(services, turn.uow, turn.account, club.join_code),
        ),
        [(say("members.new_code"), buttons.JoinCode(club.id, new=True))],
        [(say("engine.back_to"), buttons.OpenClub(club.id))],
    )


def new_join_code(turn: Turn) -> str:
    """A join code that no club has."""
    while True:
        code = turn.uow.installation.draw_code(JOIN_CODE_LENGTH)
        if turn.uow.clubs.by_join_code(code) is None:
            return code


def co_organiser_action(services: Services, turn: Turn, club: Club) -> None:
    """A one-time code for somebody who works on this club too."""
    code = add_invitation(acting(turn), "organiser", club_id=club.id)
    turn.say(
        say(
            "members.co_organiser_code",
            club=club.name,
            code=code,
            days=INVITATION_DAYS,
            link=link_for(services, turn.uow, turn.account, code),
        )
    )


def send_list_action(services: Services, turn: Turn, club: Club) -> None:
    """How a list is sent."""
    turn.say(say("roster.send" if turn.capabilities.files else "roster.send_elsewhere"))


def fewer_action(services: Services, turn: Turn, club: Club) -> None:
    """Go on with fewer than fifty, with a reason."""
    step = StepKey.FOUNDING_MEMBERS.value
    services.engine.start(turn, "reason", club=club.id, step=step, what="fewer")


def skip_action(services: Services, turn: Turn, club: Club, step: StepKey) -> None:
    """Pass over a step that may be, with a reason."""
    if not RULES[step].skippable:
        turn.say(say("engine.cannot_skip"))
        return
    services.engine.start(turn, "reason", club=club.id, step=step.value, what="skip")
