"""What follows from news, worries and questions."""

from __future__ import annotations

from bot import buttons
from bot.conversations.effects import Press
from bot.delivery.naming import named
from bot.handlers.acting import acting
from bot.handlers.answers import enquiries
from bot.handlers.answers import screens as answers
from bot.handlers.answers.commands import remember
from bot.handlers.answers.danger import ask_of_danger, stop_for
from bot.handlers.events.resting import read_away
from bot.handlers.members import deaths
from bot.handlers.own_data import personal
from bot.handlers.scene import Standing
from bot.intents.arbiter import understand_as
from bot.intents.codes import find_secret, without_numbers
from bot.intents.live import Live, read_own
from bot.intents.message import read_message
from bot.intents.patterns import heard
from bot.intents.scene import OWN
from bot.intents.slots import declines_call
from bot.intents.understanding import (
    About,
    Danger,
    Endangered,
    Intent,
    Stated,
    Understanding,
)
from bot.speech.translation import Lines, Opening, say


def scam(scene: Standing, text: str, _meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    if find_secret(read_message(text)) is not None:
        turn.forgotten = True
        text = without_numbers(text)
    turn.say(Lines((say("scam.stop"), say("scam.then"))))
    enquiries.offer_word(
        services, turn, text, lambda contact: say("person.call_now", contact=contact)
    )
    return True


def secret(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    scene.turn.forgotten = True
    scene.turn.say(say("secret.sent"))
    return True


def read_secret(scene: Standing, text: str) -> bool:
    """A number or a code that nobody should send: it isn't kept, as an answer neither."""
    message = read_message(text)
    if find_secret(message) is None:
        return False
    if any(each.intent is Intent.SCAM and each.is_strong for each in heard(message)):
        # Somebody asks for it.
        return scam(scene, text, understand_as(text, scene.scene, Intent.SCAM))
    scene.turn.forgotten = True
    scene.turn.say(say("secret.sent"))
    scene.services.engine.ask_again(scene.turn)
    return True


def danger(scene: Standing, text: str, meaning: Understanding) -> bool:
    kind = meaning.entities.kind if isinstance(meaning.entities, Endangered) else None
    if kind is Danger.SELF_HARM:
        stop_for(scene.services, scene.turn, kind)
    else:
        remember(acting(scene.turn), text)
        ask_of_danger(scene.turn)
    return True


def death(scene: Standing, text: str, meaning: Understanding) -> bool:
    """Asked once where it is one of those whom the writer speaks for; else handed on."""
    services, turn = scene.services, scene.turn
    people = [person for person in scene.meant(meaning.entities) if person.held_at is None]
    if scene.organised:
        # Who organises a club and writes of a death means a member, never himself.
        own = turn.uow.people.selves_of(turn.account.id)
        people = [person for person in people if person.id not in own]
    if len(people) == 1:
        who = named(turn.uow, turn.account, people[0], services.zone)
        remember(acting(turn), text)
        turn.offer(
            say("deceased.is_it", who=Opening(who)),
            [
                (say("deceased.it_is"), buttons.yes(buttons.PassedAway(people[0].id))),
                (say("deceased.no"), buttons.no(buttons.Danger("none"))),
            ],
            [(say("deceased.another"), buttons.ReportDeath())],
        )
        return True
    if not people and deaths.open_for_organiser(services, turn, text):
        return True
    turn.say(say("deceased.sorry"))
    if people:
        remember(acting(turn), text)
        turn.offer(
            say("deceased.whom"),
            *[
                [
                    (
                        Opening(named(turn.uow, turn.account, each, services.zone)),
                        buttons.PassedAway(each.id),
                    )
                ]
                for each in people
            ],
            [(say("deceased.another"), buttons.ReportDeath())],
        )
        return True
    enquiries.offer_word(
        services,
        turn,
        text,
        lambda contact: say("deceased.offer", contact=contact),
        send=buttons.ReportDeath(),
    )
    return True


def unwell(scene: Standing, text: str, meaning: Understanding) -> bool:
    if read_away(scene, text):
        return True
    services, turn = scene.services, scene.turn
    called = meaning.entities.person if isinstance(meaning.entities, About) else None
    if called is None or called == OWN:
        enquiries.unwell(services, turn, text, "ill")
        return True
    turn.say(say("unwell.other", who=called))
    enquiries.offer_word(services, turn, text, lambda contact: say("news.offer", contact=contact))
    return True


def lonely(scene: Standing, text: str, _meaning: Understanding) -> bool:
    enquiries.unwell(scene.services, scene.turn, text, "sad")
    return True


def moved_away(scene: Standing, text: str, _meaning: Understanding) -> bool:
    if not enquiries.offer_word(
        scene.services, scene.turn, text, lambda contact: say("news.offer", contact=contact)
    ):
        # News is no question for an article.
        scene.turn.say(say("person.none"))
    return True


def wrong_number(scene: Standing, text: str, _meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    turn.say(say("wrong_number.sorry"))
    if not enquiries.offer_word(
        services,
        turn,
        text,
        lambda contact: say("wrong_number.offer", contact=contact),
        (say("mute.yes"), buttons.Mute()),
    ):
        personal.stop_messages(services, turn)
    return True


def human(scene: Standing, text: str, _meaning: Understanding) -> bool:
    written = declines_call(text) and enquiries.offer_word(
        scene.services, scene.turn, text, lambda contact: say("person.write_back", contact=contact)
    )
    if not written:
        _person_in_charge(scene)
    return True


def _person_in_charge(scene: Standing) -> None:
    """Whom to turn to; a coordinator above whom nobody stands means those of one of his clubs."""
    services, turn = scene.services, scene.turn
    if scene.is_coordinator and not enquiries.in_charge(services, turn).accounts:
        turn.do(Press(buttons.PickClub()))
    else:
        enquiries.person_in_charge(services, turn)


def complaint(scene: Standing, text: str, _meaning: Understanding) -> bool:
    enquiries.complain(scene.services, scene.turn, text)
    return True


def cannot_read(scene: Standing, text: str, _meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    if not enquiries.offer_word(
        services, turn, text, lambda contact: say("cannot_read.offer", contact=contact)
    ):
        enquiries.person_in_charge(services, turn)
    return True


def my_state(scene: Standing, text: str, meaning: Understanding) -> bool:
    asks = meaning.entities.asks if isinstance(meaning.entities, Stated) else None
    own = read_own(text) or (Live.ANSWERED if asks == "answer" else None)
    if own is None and asks == "club" and not scene.scene.people:
        # Who speaks for nobody means the club that he founds.
        own = Live.FOUNDING
    if own is not None and answers.answer_own(scene.turn, own):
        return True
    if asks == "leader":
        _person_in_charge(scene)
    elif not answers.registrations(scene.turn, scene.meant(meaning.entities)):
        personal.my_data_action(scene.services, scene.turn)
    return True


def question(scene: Standing, text: str, _meaning: Understanding) -> bool:
    answers.answer(scene.services, scene.turn, text)
    return True
