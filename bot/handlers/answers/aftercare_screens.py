"""After a danger was told: who is to hear of it, and how it is later that day.

Whoever reads the phone besides learns nothing from a question about violence or a wish to die: it
only asks how one is.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot import buttons
from bot.buttons import Pressable, Rows, Word
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.telling import tell
from bot.domain.care import next_morning
from bot.domain.due import DueKind, Looked
from bot.handlers.acting import acting
from bot.handlers.answers import aftercare, enquiries
from bot.handlers.answers.commands import forget, remember, remembered
from bot.handlers.scene import Standing, offered
from bot.handlers.services import Services
from bot.intents.recovery import (
    Recovery,
    read_recovery,
    read_recovery_asked,
    says_afraid,
    says_help_called,
)
from bot.intents.stays import Stay, read_stay
from bot.intents.understanding import Danger
from bot.speech.translation import Phrase, say
from bot.storage.records import DueRow, OutboxRow
from bot.storage.unit_of_work import UnitOfWork

_FINE: dict[Danger, str] = {
    Danger.MEDICAL: "better",
    Danger.SELF_HARM: "better",
    Danger.LOST_PERSON: "found",
}


def follow(
    services: Services, turn: Turn, kind: Danger | None, text: str | None, way_back: Rows
) -> None:
    """Ask whether those in charge are to be told now, and how it is later that day.

    `text`: what was said, None where that was kept before; of a wish to die nothing is kept.
    `way_back` leads to what was open.
    """
    if kind is Danger.SELF_HARM:
        text = turn.text(say("self_harm.word"))
    if text is not None:
        remember(acting(turn), text)
    aftercare.ask_later(acting(turn), kind or Danger.MEDICAL)
    if enquiries.in_charge(services, turn).accounts:
        _offer_to_tell(services, turn, kind, way_back)
    elif way_back:
        turn.offer(say("danger.form_waits"), *way_back)


# Who is to hear of it


def _offer_to_tell(services: Services, turn: Turn, kind: Danger | None, more: Rows) -> None:
    """Whether those in charge are to be told right now. Of a wish to die only that somebody calls."""
    of = (kind or Danger.MEDICAL).value
    contact = enquiries.person_in_charge_name(services, turn)
    turn.offer(
        say("self_harm.offer", contact=contact)
        if kind is Danger.SELF_HARM
        else say("danger.offer", contact=contact),
        _ways(of),
        *more,
    )
    turn.offered = True


def _ways(kind: str) -> list[tuple[Phrase, Pressable]]:
    return [
        (say("danger.tell"), buttons.yes(buttons.AfterDanger(kind, "tell"))),
        (say("unwell.no_need"), buttons.no(buttons.AfterDanger(kind, "keep"))),
    ]


def after_danger_action(services: Services, turn: Turn, kind: str, answer: Word) -> None:
    """What was answered to who asks after somebody."""
    danger = Danger(kind)
    match answer:
        case "tell":
            words = remembered(acting(turn))
            if words is None:
                turn.say(say("answer.handed_on_already"))
            elif enquiries.hand_on(services, turn, words, urgent=True):
                forget(acting(turn))
        case "keep":
            # Where the words were handed on before, it would be untrue that nobody is told.
            waits = remembered(acting(turn)) is not None
            turn.say(say("danger.kept" if waits else "answer.handed_on_already"))
        case "better":
            aftercare.end(acting(turn))
            turn.say(say("after.glad_self_harm" if danger is Danger.SELF_HARM else "after.glad"))
            services.engine.ask_again(turn)
        case "not_yet":
            _not_yet(services, turn, danger)


def _not_yet(services: Services, turn: Turn, kind: Danger) -> None:
    """What to do, a person once more, and the question again on the next morning."""
    turn.say(say(f"after.still_{kind}"))
    aftercare.ask_tomorrow(acting(turn), kind)
    if enquiries.in_charge(services, turn).accounts:
        if remembered(acting(turn)) is None:
            words = say("self_harm.word" if kind is Danger.SELF_HARM else "after.word")
            remember(acting(turn), turn.text(words))
        _offer_to_tell(services, turn, kind, [])


# How it is by now


def ask_after(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Ask somebody who told of a danger how it is; once more the next morning, then no more."""
    account = uow.accounts.get(due.subject_id)
    kind = aftercare.count_asking(uow, account)
    if kind is None:
        return Looked()
    letter = Letter(
        key=f"after_danger/{account.id}/{uow.now.isoformat()}",
        phrase=say(f"after.ask_{kind}"),
        choices=[
            [
                (_label(kind), buttons.yes(buttons.AfterDanger(kind, "better"))),
                (say("after.not_yet"), buttons.no(buttons.AfterDanger(kind, "not_yet"))),
            ]
        ],
    )
    tell(uow, account, services.zone, letter)
    return Looked(again=next_morning(uow.now, services.zone))


def _label(kind: Danger) -> Phrase:
    return say(f"after.{_FINE.get(kind, 'fine')}")


def read_called(scene: Standing, latest: OutboxRow, text: str) -> bool:
    """ "gọi 115 rồi" right after it was said whom to call: nothing is told all over again."""
    told = next(offered(latest, buttons.AfterDanger), None)
    if told is None or not says_help_called(text):
        return False
    scene.turn.offer(say("danger.called"), _ways(told.kind))
    return True


def read_how_it_is(scene: Standing, text: str) -> bool:
    """ "đỡ rồi", "chưa", "không sao" to who asked how it is; a plain yes or no where he asked last.

    Said right below what was told of a danger, it has passed.
    """
    shown = scene.shown
    last = scene.last
    told = None if last is None else next(offered(last, buttons.AfterDanger), None)
    if told is not None and read_recovery(text) is Recovery.BETTER:
        after_danger_action(scene.services, scene.turn, told.kind, "better")
        return True
    if told is not None and says_afraid(text):
        after_danger_action(scene.services, scene.turn, told.kind, "not_yet")
        return True
    place = next((at for at, row in enumerate(shown) if _asked_after(row) is not None), None)
    if place is None or _is_of_who_rests(scene, shown[:place], text):
        return False
    kind = str(_asked_after(shown[place]))
    is_last = scene.last is not None and _asked_after(shown[0]) is not None
    answer = read_recovery_asked(text) if is_last else read_recovery(text)
    if answer is None:
        return False
    word: Word = "better" if answer is Recovery.BETTER else "not_yet"
    after_danger_action(scene.services, scene.turn, kind, word)
    return True


def _is_of_who_rests(scene: Standing, later: Sequence[OutboxRow], text: str) -> bool:
    """Whether a text is about somebody who is away ill: it says so, or that was asked after later."""
    if any(next(offered(row, buttons.Rested), None) is not None for row in later):
        return True
    ids = [each.id for each in scene.people]
    return read_stay(text) is Stay.BACK and bool(scene.turn.uow.due.moments(DueKind.AWAY, ids))


def _asked_after(row: OutboxRow) -> str | None:
    """What danger a message asks after; None where it asks something else."""
    found = offered(row, buttons.AfterDanger)
    return next((each.kind for each in found if each.answer == "better"), None)
