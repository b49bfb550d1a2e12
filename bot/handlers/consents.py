"""Consents after the registration: taken back, asked again, left open; leaving; wishes about data.

What a person says through an own account is done at once. What a helper wants of somebody else's
membership or data becomes a request with a number and a day: the person is asked first.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any, Literal

from bot import buttons
from bot.buttons import Rows
from bot.conversations.engine import Draft
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import named, roster_name
from bot.delivery.telling import tell, tell_organisers
from bot.domain.membership import LIVING, PURPOSES, MembershipState
from bot.handlers.desk import Desk
from bot.handlers.founding import recompute
from bot.handlers.members import open_consents
from bot.handlers.personal import (
    REQUEST_DAYS,
    correct_action,
    delete_action,
    erase,
    mute_off,
    my_data_action,
    person_action,
    stop_messages,
)
from bot.intents.wishes import Wish, WishReading, of_one
from bot.intents.wishes import read_wish as read_words
from bot.reminders.planner import stop_telling
from bot.speech.show import show_day
from bot.speech.translation import Lines, Opening, say
from bot.storage.records import Club, DataRequest, Membership, Person

WARN_DAYS = 10
"""Days after which an organiser is reminded of a request (plan-and-law §4.3.6)."""
PAGE = 10


# Words


def read_wish(desk: Desk, turn: Turn, text: str) -> bool:
    """ "rời câu lạc bộ", "rút lại đồng ý", "xóa thông tin"; False for anything else."""
    people = [person for _, person in turn.uow.people.of_account(turn.account.id)]
    reading = read_words(text)
    one = None
    if reading is None:
        one, reading = _of_another(text, people)
    if reading is None:
        return False
    if one is not None:
        people = [one]
    if reading.wish in _QUIET and turn.sessions.current() is not None:
        # "sửa địa chỉ" in the middle of something belongs there.
        return False
    drafts = _registrations_begun(desk, turn)
    if not people and not drafts:
        return False
    if (
        drafts
        and reading.wish in (Wish.DELETE, Wish.LEAVE)
        and (not people or _is_open(desk, turn))
    ):
        _forget_drafts(desk, turn, drafts)
        return True
    if reading.wish is Wish.START_MESSAGES:
        remind_again(desk, turn)
        return True
    desk.engine.leave(turn, quietly=True)
    if reading.wish is Wish.STOP_MESSAGES:
        stop_messages(desk, turn)
    elif reading.wish is Wish.SHOW:
        _for_whom(desk, turn, people, buttons.ShowPerson, person_action)
    elif reading.wish is Wish.CORRECT:
        _for_whom(desk, turn, people, buttons.Correct, correct_action)
    elif reading.wish is Wish.DELETE and one is not None:
        delete_action(desk, turn, one)
    elif reading.wish is Wish.DELETE:
        if drafts:
            _forget_drafts(desk, turn, drafts)
        my_data_action(desk, turn)
    elif reading.wish is Wish.LEAVE:
        _for_whom(desk, turn, people, buttons.Leave, leave_action)
    elif reading.purpose == "reminders":
        stop_messages(desk, turn)
    elif reading.purpose is not None:
        button = partial(buttons.Withdraw, purpose=reading.purpose)
        _for_whom(desk, turn, people, button, partial(withdraw_action, purpose=reading.purpose))
    else:
        my_data_action(desk, turn)
    return True


_QUIET = (Wish.SHOW, Wish.CORRECT)


def _of_another(text: str, people: list[Person]) -> tuple[Person | None, WishReading | None]:
    """ "xóa tên dì Tư": a wish for one whom this account speaks for, by what he is called."""
    for names in ([p.called or "" for p in people], [p.full_name or "" for p in people]):
        found = of_one(text, names)
        reading = read_words(found[1]) if found else None
        if found and reading:
            return people[found[0]], reading
    return None, None


def _is_open(desk: Desk, turn: Turn) -> bool:
    asked = desk.engine.open_question(turn)
    return asked is not None and asked.flow == "registration"


def _registrations_begun(desk: Desk, turn: Turn) -> list[Draft]:
    """Registrations of oneself or a relative that were not finished."""
    begun = desk.engine.drafts(turn, "registration")
    return [each for each in begun if each.args.get("mode") != "organiser"]


def _forget_drafts(desk: Desk, turn: Turn, drafts: list[Draft]) -> None:
    for draft in drafts:
        found = turn.uow.conversations.find(turn.account.id, draft.name)
        turn.sessions.drop(draft.name)
        if found is not None:
            since = min(draft.began or found.started_at, found.started_at)
            turn.uow.inbox.blank(turn.account.channel, turn.account.external_id, since)
    turn.say(say("data.draft_forgotten"))


def _for_whom(
    desk: Desk,
    turn: Turn,
    people: list[Person],
    button: Callable[[int], buttons.Button],
    run: Callable[[Desk, Turn, Person], None],
) -> None:
    """Do it for the one person an account speaks for, else ask who is meant."""
    if len(people) == 1:
        run(desk, turn, people[0])
        return
    turn.offer(
        say("data.for_whom"),
        *[
            [(Opening(named(turn.uow, turn.account, person, desk.zone)), button(person.id))]
            for person in people
        ],
        [(say("engine.back_to"), buttons.no(buttons.Menu()))],
    )


# Taking a consent back


def withdraw_action(
    desk: Desk, turn: Turn, person: Person, purpose: str = "reminders", sure: bool = False
) -> None:
    """A consent is taken back: asked once, then used no more."""
    if purpose == "roster":
        leave_action(desk, turn, person)
        return
    who = named(turn.uow, turn.account, person, desk.zone)
    if not sure:
        turn.offer(
            say(f"withdraw.{purpose}_sure", who=who),
            [
                (
                    say("withdraw.yes"),
                    buttons.yes(buttons.Withdraw(person.id, purpose, sure=True)),
                ),
                (say("withdraw.no"), buttons.no(buttons.ShowPerson(person.id))),
            ],
        )
        return
    turn.uow.people.withdraw(person.id, purpose)
    if purpose == "circumstances":
        turn.uow.people.update(person.id, circumstances=None)
    if purpose == "reminders":
        stop_telling(turn.uow, person.id, desk.zone, reason="no_consent")
    number = turn.uow.conversations.add_data_request(
        turn.account.id, person.id, "withdraw", REQUEST_DAYS
    )
    turn.uow.conversations.close_data_request(number)
    for membership in _memberships(turn, person):
        letter = Letter(
            key=f"withdrawn/{number}",
            phrase=say(
                "withdraw.told",
                who=roster_name(turn.uow, person),
                purpose=say(f"data.purpose.{purpose}"),
            ),
        )
        tell_organisers(turn.uow, membership.club_id, desk.zone, letter, besides=turn.account.id)
        recompute(desk.zone, turn.uow, membership.club_id)
    turn.say(say(f"withdraw.{purpose}_done", who=who, number=number))


def _memberships(turn: Turn, person: Person) -> list[Membership]:
    return [
        membership
        for membership in turn.uow.clubs.memberships_of(person.id)
        if membership.state in LIVING
    ]


# Leaving


def leave_action(desk: Desk, turn: Turn, person: Person, sure: bool = False) -> None:
    """Somebody leaves: asked once; a helper's wish becomes a request."""
    memberships = _memberships(turn, person)
    who = named(turn.uow, turn.account, person, desk.zone)
    if not memberships:
        turn.say(say("leave.no_member", who=who))
        return
    if all(each.state == MembershipState.UNCONFIRMED.value for each in memberships):
        # Who never agreed has nothing to leave: what is known of him was promised to be forgotten.
        delete_action(desk, turn, person)
        return
    club = turn.uow.clubs.get(memberships[0].club_id)
    if not sure:
        turn.offer(
            say("leave.sure", who=who, club=club.name),
            [
                (say("leave.yes"), buttons.yes(buttons.Leave(person.id, sure=True))),
                (say("leave.no"), buttons.no(buttons.Menu())),
            ],
        )
        return
    if must_be_asked(turn, person):
        ask_person(desk, turn, person, "leave")
        return
    leave(desk, turn, person)
    turn.say(
        say("leave.done", who=who, club=club.name, months=desk.keeping.after_leaving.days // 30)
    )


def leave(desk: Desk, turn: Turn, person: Person) -> None:
    """Somebody leaves his clubs: no consent stands any more, the organisers hear of it."""
    for membership in _memberships(turn, person):
        turn.uow.clubs.set_state(membership.id, MembershipState.LEFT.value)
        letter = Letter(
            key=f"left/{membership.id}/{turn.now.isoformat()}",
            phrase=say(
                "leave.told",
                who=roster_name(turn.uow, person),
                club=turn.uow.clubs.get(membership.club_id).name,
            ),
        )
        tell_organisers(turn.uow, membership.club_id, desk.zone, letter, besides=turn.account.id)
        recompute(desk.zone, turn.uow, membership.club_id)
    for purpose in PURPOSES:
        turn.uow.people.withdraw(person.id, purpose)
    turn.uow.people.update(person.id, circumstances=None)
    stop_telling(turn.uow, person.id, desk.zone, reason="left")


# What a helper wants of somebody else's data


def must_be_asked(turn: Turn, person: Person) -> bool:
    """Whether a helper asks for what the person himself must decide.

    Who isn't a member yet was brought by the helper, and is taken away by him.
    """
    if turn.uow.people.is_self(turn.account.id, person.id):
        return False
    return any(
        membership.state not in (MembershipState.UNCONFIRMED.value, MembershipState.APPLIED.value)
        for membership in turn.uow.clubs.memberships_of(person.id)
    )


def ask_person(desk: Desk, turn: Turn, person: Person, kind: str) -> None:
    """Note a helper's request; the person's own phone and the organisers are asked."""
    found = turn.uow.conversations.open_request(person.id, kind)
    number = (
        found.id
        if found is not None
        else turn.uow.conversations.add_data_request(
            turn.account.id, person.id, kind, REQUEST_DAYS, warn_days=WARN_DAYS
        )
    )
    due = show_day((turn.now + timedelta(days=REQUEST_DAYS)).astimezone(desk.zone).date())
    if found is not None:
        due = show_day(found.due_at.astimezone(desk.zone).date())
    else:
        _tell_of_request(desk, turn, person, kind, number, due)
    turn.say(
        say(
            f"requests.{kind}_noted",
            who=named(turn.uow, turn.account, person, desk.zone),
            number=number,
            due=due,
        )
    )


def _tell_of_request(
    desk: Desk, turn: Turn, person: Person, kind: str, number: int, due: str
) -> None:
    choices = [
        [
            (say(f"requests.{kind}_yes"), buttons.DecideRequest(number, "yes")),
            (say(f"requests.{kind}_no"), buttons.DecideRequest(number, "no")),
        ]
    ]
    for tie, account in turn.uow.people.accounts_of(person.id):
        if tie.is_self and account.id != turn.account.id and account.blocked_at is None:
            letter = Letter(
                key=f"request/{number}/{account.id}",
                phrase=say(f"requests.{kind}_ask_self", number=number),
                choices=choices,
            )
            tell(turn.uow, account, desk.zone, letter)
    for membership in turn.uow.clubs.memberships_of(person.id):
        letter = Letter(
            key=f"request/{number}",
            phrase=say(
                f"requests.{kind}_told", who=roster_name(turn.uow, person), number=number, due=due
            ),
            choices=choices,
        )
        tell_organisers(turn.uow, membership.club_id, desk.zone, letter, besides=turn.account.id)


def requests_action(desk: Desk, turn: Turn, club: Club) -> None:
    """Wishes about data that wait for an organiser, one after the other."""
    found = turn.uow.conversations.requests_of_club(club.id)
    if not found:
        turn.offer(say("requests.none"), [(say("engine.back_to"), buttons.Members(club.id))])
        return
    request = found[0]
    turn.offer(
        _request_line(desk, turn, request),
        [
            (say(f"requests.{request.kind}_yes"), buttons.DecideRequest(request.id, "yes")),
            (say(f"requests.{request.kind}_no"), buttons.DecideRequest(request.id, "no")),
        ],
        [(say("engine.back_to"), buttons.Members(club.id))],
    )


def _request_line(desk: Desk, turn: Turn, request: DataRequest) -> Any:
    assert request.person_id is not None
    person = turn.uow.people.get(request.person_id)
    return say(
        f"requests.{request.kind}_told",
        who=roster_name(turn.uow, person),
        number=request.id,
        due=show_day(request.due_at.astimezone(desk.zone).date()),
    )


def request_action(
    desk: Desk, turn: Turn, request: DataRequest, answer: Literal["yes", "no"]
) -> None:
    """What the person wanted when he was asked."""
    if request.done_at is not None or request.person_id is None:
        turn.say(say("requests.over"))
        return
    person = turn.uow.people.get(request.person_id)
    asker = turn.uow.accounts.get(request.account_id) if request.account_id else None
    if answer == "yes" and request.kind == "delete":
        erase(desk, turn, person.id)
    elif answer == "yes":
        leave(desk, turn, person)
        turn.say(say("requests.done", number=request.id))
    else:
        turn.say(say("requests.kept", number=request.id))
    turn.uow.conversations.close_data_request(request.id)
    if asker is not None and asker.id != turn.account.id:
        letter = Letter(
            key=f"request/{request.id}/answered",
            phrase=say(
                "requests.told_done" if answer == "yes" else "requests.told_kept",
                number=request.id,
            ),
        )
        tell(turn.uow, asker, desk.zone, letter)


# Reminders, again


def remind_again(desk: Desk, turn: Turn) -> None:
    """ "bật nhắc": the phone is told again; where the consent is gone it is asked anew."""
    missing = [
        (person, membership.club_id)
        for _, person in turn.uow.people.of_account(turn.account.id)
        for membership in turn.uow.clubs.memberships_of(person.id)
        if membership.state == MembershipState.ACTIVE.value
        and not turn.uow.people.agrees(person.id, membership.club_id, "reminders")
    ]
    if turn.account.muted_at is not None or not missing:
        mute_off(desk, turn)
    if len(missing) == 1:
        person, club_id = missing[0]
        desk.engine.start(turn, "remind", person=person.id, club=club_id)
    elif missing:
        turn.offer(
            say("remind.for_whom"),
            *[
                [
                    (
                        named(turn.uow, turn.account, person, desk.zone),
                        buttons.Remind(person.id, club_id),
                    )
                ]
                for person, club_id in missing
            ],
            [(say("engine.back_to"), buttons.no(buttons.Menu()))],
        )


def remind_action(desk: Desk, turn: Turn, person: Person, club: Club) -> None:
    """Ask the consent for reminders anew."""
    membership = turn.uow.clubs.membership_of(club.id, person.id)
    if membership is None or membership.state != MembershipState.ACTIVE.value:
        turn.say(say("registration.gone"))
        return
    desk.engine.start(turn, "remind", person=person.id, club=club.id)


# What was left open at a registration


def left_open(desk: Desk, turn: Turn, membership_id: int, purposes: tuple[str, ...]) -> None:
    """Consents were answered unclearly: nothing is stored, and the organisers ask once more."""
    found = turn.uow.clubs.membership(membership_id)
    if found is None:
        return
    person = turn.uow.people.get(found.person_id)
    for purpose in purposes:
        letter = Letter(
            key=f"consent/{found.id}/{purpose}/{turn.now.isoformat()}",
            phrase=say(
                "consents.told",
                who=roster_name(turn.uow, person),
                club=turn.uow.clubs.get(found.club_id).name,
                purpose=say(f"data.purpose.{purpose}"),
            ),
            choices=[[(say("consents.note"), buttons.NoteAnswer(found.id, purpose))]],
        )
        tell_organisers(turn.uow, found.club_id, desk.zone, letter, besides=turn.account.id)


def open_consents_action(desk: Desk, turn: Turn, club: Club, page: int) -> None:
    """Whom an organiser has to ask, and for what."""
    found = open_consents(turn, club.id)
    rows: Rows = [
        [
            (
                say(
                    "consents.line",
                    who=person.shown_name,
                    purpose=say(f"data.purpose.{purpose}"),
                ),
                buttons.NoteAnswer(membership.id, purpose),
            )
        ]
        for membership, person, purpose in found[page * PAGE : (page + 1) * PAGE]
    ]
    if (page + 1) * PAGE < len(found):
        rows.append([(say("calls.more"), buttons.OpenConsents(club.id, page + 1))])
    rows.append([(say("engine.back_to"), buttons.Members(club.id))])
    turn.offer(Lines((say("consents.head", count=len(found)),)), *rows)


def note_action(desk: Desk, turn: Turn, membership: Membership, purpose: str) -> None:
    """Write down what the person said when he was asked."""
    desk.engine.start(turn, "note_consent", membership=membership.id, purpose=purpose)
