"""Reminders rest while somebody is in hospital or ill for long; in two weeks it is asked how it is.

Whoever rests stands in `due`: the row is looked at when it is time to ask, and reminders pass by
whom it is about.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from bot import buttons
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import named
from bot.delivery.telling import tell
from bot.domain.due import DueKind, Looked
from bot.handlers.accesses import note_access
from bot.handlers.acting import acting
from bot.handlers.answers import enquiries
from bot.handlers.events import attendance
from bot.handlers.events.attendance import ASKED_AFTER
from bot.handlers.events.attendance_screens import read_sentence
from bot.handlers.members.roster import members_named
from bot.handlers.scene import Standing, offered
from bot.handlers.services import Services
from bot.intents.kin import is_of_mine, people_in
from bot.intents.message import read_message
from bot.intents.named import read_named
from bot.intents.recovery import Recovery, read_recovery, read_recovery_asked, says_he_is_back
from bot.intents.stays import Stay, read_stay
from bot.language.text import fold
from bot.speech.translation import Listing, Opening, say
from bot.storage.records import Account, DueRow, OutboxRow, Person
from bot.storage.unit_of_work import UnitOfWork

SELDOM = timedelta(days=30)
"""How far apart it is asked once it was asked `OFTEN` times."""
OFTEN = 3


def rest(services: Services, turn: Turn, people: list[Person], text: str) -> None:
    """Let reminders of some people rest, and offer to tell those in charge."""
    if attendance.rest(acting(turn), people) is not None:
        turn.say(say("engine.not_allowed"))
        return
    who = Listing(tuple(named(turn.uow, turn.account, each, services.zone) for each in people))
    keep = (say("rest.keep"), buttons.Rested(people[0].id, "remind"))
    if not any(turn.speaks_for(each.id) for each in people):
        # Her organiser knows already.
        turn.offer(say("rest.noted", who=who), [keep])
        return
    turn.say(say("rest.noted", who=who))
    enquiries.offer_word(
        services, turn, text, lambda contact: say("news.offer", contact=contact), keep
    )


def rested_action(
    services: Services, turn: Turn, person: Person, answer: Literal["well", "not_yet", "remind"]
) -> None:
    """What was answered to who asks whether somebody is back; or that reminders go on anyhow."""
    who = named(turn.uow, turn.account, person, services.zone)
    if answer == "not_yet":
        refused = attendance.rest_on(acting(turn), person)
        turn.say(say("engine.not_allowed") if refused else say("rest.still", who=who))
        return
    if attendance.end_rest(acting(turn), person) is not None:
        turn.say(say("engine.not_allowed"))
        return
    turn.say(say("rest.awake", who=who) if answer == "well" else say("rest.goes_on", who=who))
    services.engine.ask_again(turn)


def ask_back(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Ask those who speak for somebody whether he is back, else who organises his club."""
    person = uow.people.find_now(due.subject_id)
    if person is None or person.held_at is not None or not uow.clubs.active_memberships(person.id):
        return Looked()
    asked = [
        account
        for tie, account in uow.people.accounts_of(person.id)
        if tie.told and account.blocked_at is None and account.muted_at is None
    ] or _organisers(uow, person)
    for account in asked:
        letter = Letter(
            key=f"away/{person.id}/{account.id}/{uow.now.isoformat()}",
            phrase=say("rest.ask", who=Opening(named(uow, account, person, services.zone))),
            choices=[
                [
                    (say("rest.well"), buttons.yes(buttons.Rested(person.id, "well"))),
                    (say("rest.not_yet"), buttons.no(buttons.Rested(person.id, "not_yet"))),
                ]
            ],
        )
        tell(uow, account, services.zone, letter)
    if asked:
        pause = ASKED_AFTER if due.version < OFTEN else SELDOM
        uow.due.set(DueKind.AWAY, person.id, uow.now + pause, version=due.version + 1)
    return Looked()


def _organisers(uow: UnitOfWork, person: Person) -> list[Account]:
    """Who can be asked about somebody for whom nobody else writes."""
    found = {
        account.id: account
        for each in uow.clubs.active_memberships(person.id)
        for account in uow.accounts.organisers(each.club_id)
        if account.blocked_at is None
    }
    return list(found.values())


# In words


def read_away(scene: Standing, text: str) -> bool:
    """ "bà nội nằm viện rồi" of somebody whom the writer speaks for."""
    if read_stay(text) is not Stay.AWAY:
        return False
    people = _named(scene, text, [each for each in scene.people if each.held_at is None])
    if not people:
        return _member_away(scene, text)
    reminder = scene.reminder
    if reminder is not None:
        # Who can't come for that reason has answered as well.
        read_sentence(scene.services, scene.turn, reminder, text)
    rest(scene.services, scene.turn, people, text)
    return True


def _member_away(scene: Standing, text: str) -> bool:
    """The same of a member, told by who organises the club: one who surely is meant."""
    turn = scene.turn
    if len(people_in(read_message(text))) != 1:
        # "chồng bà Sáu nằm viện" is not of her.
        return False
    found = members_named(turn.uow, [club.id for club in scene.organised], read_named(text))
    people = {person.id: person for _, person in found if person.held_at is None}
    if len(people) != 1:
        return False
    note_access(acting(turn), found[0][0].club_id, list(people.values()), "search")
    rest(scene.services, turn, list(people.values()), text)
    return True


def read_back(scene: Standing, text: str) -> bool:
    """ "má tôi ra viện rồi", or "khỏe rồi" and "chưa" to who asked: of those who rest."""
    if read_stay(text) is Stay.BACK or says_he_is_back(text):
        resting = scene.turn.uow.due.moments(DueKind.AWAY, [each.id for each in scene.people])
        people = [each for each in scene.people if each.id in resting]
        found = _named(scene, text, people) or (people if len(people) == 1 else [])
        for person in found:
            rested_action(scene.services, scene.turn, person, "well")
        if found:
            return True
    shown = scene.shown
    person_id = next((each for each in map(_asked_for, shown) if each is not None), None)
    if person_id is None:
        return False
    is_last = scene.last is not None and _asked_for(shown[0]) is not None
    answer = read_recovery_asked(text) if is_last else read_recovery(text)
    asked = next((each for each in scene.people if each.id == person_id), None)
    if answer is None or asked is None:
        return False
    is_well = answer is Recovery.BETTER
    rested_action(scene.services, scene.turn, asked, "well" if is_well else "not_yet")
    return True


def _named(scene: Standing, text: str, people: list[Person]) -> list[Person]:
    """Those of some people who are named in a text; a word for oneself means oneself."""
    said = f" {fold(text)} "
    uow, account = scene.turn.uow, scene.turn.account
    ties = {person.id: tie for tie, person in uow.people.of_account(account.id)}
    found = [
        each
        for each in people
        if any(
            f" {fold(name)} " in said
            for name in (ties[each.id].called, each.full_name)
            if name and not ties[each.id].is_self
        )
    ]
    if found:
        return found
    selves = [each for each in people if ties[each.id].is_self]
    message = read_message(text)
    of_mine = any(is_of_mine(message, each) for each in people_in(message))
    own = (any(f" {word} " in said for word in _OWN) and not of_mine) or not any(
        f" {word} " in said for word in _OTHERS
    )
    return selves if selves and own else []


_OWN = ("toi", "tui", "minh", "em", "con dang nam", "i am", "i'm")
_OTHERS = ("ba", "ong", "ma", "me", "noi", "ngoai", "cha", "tia", "vo", "chong", "anh", "chi", "co", "chu", "bac", "di", "cau", "thim", "duong", "cu", "hang xom")  # fmt: skip
"""Words of who is meant where it isn't the writer."""


def _asked_for(row: OutboxRow) -> int | None:
    """Whom a message asks after; None where it asks something else."""
    found = offered(row, buttons.Rested)
    return next((each.person for each in found if each.answer == "well"), None)
