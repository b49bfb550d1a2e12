"""A deletion: what is said of it, and taking it back or letting it be for good within its day."""

from __future__ import annotations

from datetime import timedelta

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import PersonBack
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import named
from bot.delivery.telling import tell_organisers
from bot.domain.requests import RequestKind
from bot.handlers.acting import Refused, acting
from bot.handlers.own_data import commands
from bot.handlers.own_data.commands import Erased
from bot.handlers.own_data.personal import refusal_words
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.intents.wishes import wants_back
from bot.speech.show import show_day, show_moment
from bot.speech.translation import Phrase, say
from bot.storage.data_records import DataRequest


def say_erased(services: Services, turn: Turn, erased: Erased) -> None:
    """Say that somebody was forgotten, until when that can be undone, and when no backup holds him.

    Without his name: this very message would keep it.
    """
    who = say("registration.you" if erased.own else "registration.this_person")
    last = timedelta() if erased.until is None else erased.until - turn.now
    slots = {"who": who, "number": erased.number, "backups": _backups(services, turn, last)}
    if erased.until is None:
        turn.say(say("data.deleted", **slots))
        return
    until = show_moment(erased.until, services.zone)
    turn.offer(
        say("data.deleted_for_a_day", until=until, **slots),
        [(say("data.take_back"), buttons.TakeBack(erased.number))],
        [(say("data.for_good"), buttons.EraseForGood(erased.number))],
        [(say("engine.to_menu"), buttons.by_words(buttons.Menu()))],
    )


def _backups(services: Services, turn: Turn, after: timedelta) -> Phrase | str:
    """When the last backup is gone that holds what is deleted so long from now."""
    if services.keeping.backups is None:
        return ""
    # A backup of that day is the last one that may hold him.
    last = (turn.now + after).astimezone(services.zone).date()
    return say("data.backups_until", day=show_day(last + services.keeping.backups))


def take_back_action(services: Services, turn: Turn, request: DataRequest) -> None:
    """Everything about somebody is as before."""
    person = commands.take_back(acting(turn), request)
    if isinstance(person, Refused):
        turn.say(say("data.too_late") if person is Refused.OVER else refusal_words(person))
        return
    who = named(turn.uow, turn.account, person, services.zone)
    rows: Rows = []
    if turn.speaks_for(person.id):
        rows = [[(say("data.look"), buttons.ShowPerson(person.id))]]
    turn.offer(say("data.taken_back", who=who), *rows, [(say("engine.back_to"), buttons.Menu())])


def erase_for_good_action(services: Services, turn: Turn, request: DataRequest) -> None:
    """A deletion is not to wait for its day."""
    refused = commands.erase_now(acting(turn), request)
    if refused is not None:
        turn.say(say("data.too_late") if refused is Refused.OVER else refusal_words(refused))
        return
    backups = _backups(services, turn, timedelta())
    turn.say(say("data.erased_for_good", number=request.id, backups=backups))


def tell_back(services: Services, turn: Turn, effect: PersonBack) -> None:
    """Organisers hear that who was deleted is on their list again."""
    membership = turn.uow.clubs.membership_of(effect.club_id, effect.person_id)
    if membership is None:
        return
    club = turn.uow.clubs.get(effect.club_id)
    letter = Letter(
        key=f"back/{membership.id}/{turn.now.isoformat()}",
        phrase=say("data.told_back", code=membership.code, club=club.name),
    )
    tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)


def read_deletion(scene: Standing, text: str) -> bool:
    """ "lấy lại", "xóa liền, không chờ" of who deleted something; False for anybody else."""
    turn, services = scene.turn, scene.services
    question = scene.question
    if question is not None and question.flow == "delete":
        return False
    waiting = turn.uow.deletions.waiting_of(turn.account.id)
    back = wants_back(text)
    if not waiting:
        asked = turn.uow.requests.latest_by(turn.account.id, RequestKind.DELETE)
        if back and asked is not None and not scene.people:
            turn.say(say("data.too_late"))
            return True
        return False
    action = take_back_action if back else erase_for_good_action
    requests = [turn.uow.requests.find(each.request_id) for each in waiting]
    found = [each for each in requests if each is not None]
    if len(found) == 1:
        action(services, turn, found[0])
        return True
    kind = buttons.TakeBack if back else buttons.EraseForGood
    turn.offer(
        say("data.which_deletion"),
        *(
            [
                (
                    say(
                        "data.deletion",
                        number=each.id,
                        when=show_moment(each.asked_at, services.zone),
                    ),
                    kind(each.id),
                )
            ]
            for each in found
        ),
        [(say("engine.back_to"), buttons.Menu())],
    )
    return True
