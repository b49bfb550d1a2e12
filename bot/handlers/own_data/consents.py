"""What somebody wants of consents and data, in words; consents asked again, and left open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import (
    ConsentsOpen,
    NoteConsent,
    WordsForgotten,
)
from bot.conversations.engine import Draft
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import named, roster_name
from bot.handlers.accesses import note_access
from bot.handlers.acting import acting
from bot.handlers.members.roster import open_consents
from bot.handlers.members_told import OfMember, tell_of_member
from bot.handlers.own_data import commands, rights_screens
from bot.handlers.own_data.personal import (
    clear_action,
    correct_action,
    delete_action,
    my_data_action,
    person_action,
    refusal_words,
    stop_messages,
)
from bot.handlers.own_data.reminding import remind_again
from bot.handlers.own_data.taking_out import take_out_action
from bot.handlers.own_data.withdrawals import leave_action, withdraw_action
from bot.handlers.services import Services
from bot.intents.wishes import Wish, WishReading, of_one, says_own
from bot.intents.wishes import read_wish as read_words
from bot.speech.translation import Lines, Opening, say
from bot.storage.records import Club, Membership, Person, SpeaksFor

PAGE = 10


# Words


def read_wish(services: Services, turn: Turn, text: str) -> bool:
    """ "rời câu lạc bộ", "rút lại đồng ý", "xóa thông tin"; False for anything else."""
    spoken_for = turn.uow.people.of_account(turn.account.id)
    people = [person for _, person in spoken_for]
    reading = read_words(text)
    one = None
    if reading is None:
        one, reading = _of_another(text, spoken_for)
    if reading is None:
        return False
    if one is None and reading.wish is Wish.DELETE and says_own(text):
        one = next((person for tie, person in spoken_for if tie.is_self), None)
    if reading.wish in _QUIET and turn.sessions.current() is not None:
        # "sửa địa chỉ" in the middle of something belongs there.
        return False
    return carry_out(services, turn, reading, people, one)


def carry_out(
    services: Services,
    turn: Turn,
    reading: WishReading,
    people: list[Person],
    one: Person | None = None,
) -> bool:
    """Do what is wished for one of these, or for whom is asked; False where nothing is kept."""
    if one is not None:
        people = [one]
    if reading.wish is Wish.TAKE_OUT:
        services.engine.leave(turn, quietly=True)
        take_out_action(services, turn)
        return True
    drafts = _registrations_begun(services, turn)
    if not people and not drafts:
        return False
    if (
        drafts
        and reading.wish in (Wish.DELETE, Wish.LEAVE)
        and (not people or _is_open(services, turn))
    ):
        _forget_drafts(services, turn, drafts)
        return True
    if reading.wish is Wish.START_MESSAGES:
        remind_again(services, turn)
        return True
    if reading.wish is not Wish.LEAVE:
        # Whether somebody leaves the club is asked first; what is open waits.
        services.engine.leave(turn, quietly=True)
    if reading.wish is Wish.DELETE and drafts and one is None:
        _forget_drafts(services, turn, drafts)
    _fulfil(services, turn, reading, people)
    return True


def _only(turn: Turn, people: list[Person]) -> Person | None:
    """The one of several on this phone who is meant; None where it is all of them."""
    those = turn.uow.people.of_account(turn.account.id)
    return people[0] if len(people) == 1 < len(those) else None


def _fulfil(services: Services, turn: Turn, reading: WishReading, people: list[Person]) -> None:
    """Open what a wish is about, for one of these or for whom is asked."""
    if reading.wish is Wish.STOP_MESSAGES:
        stop_messages(services, turn, _only(turn, people))
    elif reading.wish is Wish.SHOW:
        for_whom(services, turn, people, buttons.ShowPerson, person_action)
    elif reading.wish is Wish.CORRECT:
        for_whom(services, turn, people, buttons.Correct, correct_action)
    elif reading.wish is Wish.DELETE:
        for_whom(services, turn, people, buttons.Delete, delete_action)
    elif reading.what is not None:
        clear = partial(buttons.Clear, what=reading.what)
        for_whom(services, turn, people, clear, partial(clear_action, what=reading.what))
    elif reading.wish in _RIGHTS:
        for_whom(services, turn, people, *_RIGHTS[reading.wish])
    elif reading.wish is Wish.LEAVE:
        for_whom(services, turn, people, buttons.Leave, leave_action)
    elif reading.purpose == "reminders":
        stop_messages(services, turn, _only(turn, people))
    elif reading.purpose is not None:
        button = partial(buttons.Withdraw, purpose=reading.purpose)
        for_whom(services, turn, people, button, partial(withdraw_action, purpose=reading.purpose))
    else:
        my_data_action(services, turn)


_RIGHTS: dict[
    Wish,
    tuple[Callable[[int], buttons.Button], Callable[[Services, Turn, Person], None]],
] = {
    Wish.RESTRICT: (buttons.Restrict, rights_screens.restrict_action),
    Wish.LIFT: (buttons.LiftRestriction, rights_screens.lift_action),
    Wish.OBJECT: (buttons.ObjectToUse, rights_screens.object_action),
    Wish.WHO_SAW: (buttons.WhoSaw, rights_screens.who_saw_action),
    Wish.REQUESTS: (buttons.MyRequests, rights_screens.requests_action),
    Wish.COMPLAIN: (buttons.ComplainOfData, rights_screens.complain_action),
}
"""Wishes that are for one person: what asks for whom, and what is done."""
_QUIET = (Wish.SHOW, Wish.CORRECT)


def _of_another(
    text: str, spoken_for: list[tuple[SpeaksFor, Person]]
) -> tuple[Person | None, WishReading | None]:
    """ "xóa tên dì Tư": a wish for one whom this account speaks for, by what it calls him."""
    callings = [tie.called or "" for tie, _ in spoken_for]
    for names in (callings, [person.full_name or "" for _, person in spoken_for]):
        found = of_one(text, names)
        reading = read_words(found[1]) if found else None
        if found and reading:
            return spoken_for[found[0]][1], reading
    return None, None


def _is_open(services: Services, turn: Turn) -> bool:
    asked = services.engine.open_question(turn)
    return asked is not None and asked.flow == "registration"


def _registrations_begun(services: Services, turn: Turn) -> list[Draft]:
    """Registrations of oneself or a relative that were not finished."""
    begun = services.engine.drafts(turn, "registration")
    return [each for each in begun if each.args.get("mode") != "organiser"]


def _forget_drafts(services: Services, turn: Turn, drafts: list[Draft]) -> None:
    for draft in drafts:
        found = turn.uow.conversations.find(turn.account.id, draft.name)
        turn.sessions.drop(draft.name)
        if found is not None:
            turn.do(WordsForgotten(min(draft.began or found.started_at, found.started_at)))
    turn.say(say("data.draft_forgotten"))


def for_whom(
    services: Services,
    turn: Turn,
    people: list[Person],
    button: Callable[[int], buttons.Button],
    run: Callable[[Services, Turn, Person], None],
) -> None:
    """Do it for the one person an account speaks for, else ask who is meant."""
    if len(people) == 1:
        run(services, turn, people[0])
        return
    turn.offer(
        say("data.for_whom"),
        *[
            [(Opening(named(turn.uow, turn.account, person, services.zone)), button(person.id))]
            for person in people
        ],
        [(say("engine.back_to"), buttons.no(buttons.Menu()))],
    )


# What was left open at a registration


def left_open(services: Services, turn: Turn, effect: ConsentsOpen) -> None:
    """Consents were answered unclearly: nothing is stored, and the organisers ask once more."""

    def letter(purpose: str, member: OfMember) -> Letter:
        return Letter(
            f"consent/{member.id}/{purpose}/{turn.now.isoformat()}",
            say(
                "consents.told",
                who=member.who,
                club=member.club,
                purpose=say(f"data.purpose.{purpose}"),
            ),
            choices=[[(say("consents.note"), buttons.NoteAnswer(member.id, purpose))]],
        )

    for purpose in effect.purposes:
        tell_of_member(services, turn, effect.membership_id, partial(letter, purpose))


def open_consents_action(services: Services, turn: Turn, club: Club, page: int) -> None:
    """Whom an organiser has to ask, and for what."""
    found = open_consents(turn.uow, club.id)
    part = found[page * PAGE : (page + 1) * PAGE]
    note_access(acting(turn), club.id, [person for _, person, _ in part], "open_consents")
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
        for membership, person, purpose in part
    ]
    if (page + 1) * PAGE < len(found):
        rows.append([(say("calls.more"), buttons.OpenConsents(club.id, page + 1))])
    unsigned = buttons.SecretaryList(club.id, "without_consent")
    rows.append([(say("consents.of_roster"), unsigned)])
    rows.append([(say("engine.back_to"), buttons.Members(club.id))])
    head = say("consents.head", count=len(found)) if found else say("consents.none")
    turn.offer(Lines((head,)), *rows)


def note_action(services: Services, turn: Turn, membership: Membership, purpose: str) -> None:
    """Write down what the person said when he was asked."""
    services.engine.start(turn, "note_consent", membership=membership.id, purpose=purpose)


def note_consent(services: Services, turn: Turn, effect: NoteConsent) -> None:
    """Write down what an organiser was answered, and lead back to what is still open."""
    refused = commands.note_consent(
        acting(turn),
        effect.person_id,
        effect.club_id,
        effect.purpose,
        effect.proof,
        effect.answered_on,
        guardian=effect.guardian,
    )
    if refused is not None:
        turn.say(refusal_words(refused))
        return
    who = roster_name(turn.uow, turn.uow.people.get(effect.person_id))
    turn.offer(
        say("note_consent.done", who=who, purpose=say(f"data.purpose.{effect.purpose}")),
        [(say("engine.back_to"), buttons.OpenConsents(effect.club_id))],
    )
