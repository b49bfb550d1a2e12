"""What is offered once more, and how somebody is spoken to from now on."""

from __future__ import annotations

from dataclasses import replace

from bot import buttons
from bot.buttons import wire
from bot.conversations.asked_for import CONVERSATIONS
from bot.conversations.effects import ChooseForm, WayBack
from bot.conversations.engine.kinds import CalledKind
from bot.conversations.turn import Turn
from bot.delivery.telling import speaker_for, without_choices
from bot.domain.rights import Right
from bot.handlers.acting import acting
from bot.handlers.menu import menu
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.handlers.talk.commands import choose_form, choose_language, hear_form
from bot.intents.about_writer import Writer, writer_of
from bot.intents.leaving import gives_up, puts_off, takes_leave
from bot.intents.words import Meaning, is_whole, meaning_of
from bot.language.address import asks_for_form, read_form
from bot.language.kinship import read_only_kin, relation_of
from bot.language.text import fold
from bot.messages import Choice
from bot.speech.forms import younger_form
from bot.speech.translation import LANGUAGES, say


def offer_again(scene: Standing) -> bool:
    """The choices that stand last in the chat, once more; False when there are none."""
    last = scene.last
    if last is None:
        return False
    rows = [[Choice(label, value) for label, value in row] for row in last.rows]
    scene.turn.rights |= {right for each in last.rights or () if (right := Right.read(each))}
    scene.turn.say(without_choices(last.text, rows, scene.turn.capabilities), rows)
    return True


def way_back(services: Services, turn: Turn, effect: WayBack) -> None:
    """The button that leads back to what waits, under what was shown last."""
    if not turn.said or effect.conversation not in services.engine.left(turn):
        return
    last = turn.said[-1]
    button = Choice(turn.text(say("menu.continue")), wire(buttons.Continue(effect.conversation)))
    turn.said[-1] = replace(last, rows=(*last.rows, (button,)))


def help_and_menu(scene: Standing) -> None:
    """What can be typed, by whom, then the first screen."""
    scene.turn.say(say("engine.help"))
    if scene.organised:
        scene.turn.say(say("help.organiser"))
    if scene.is_coordinator:
        scene.turn.say(say("help.coordinator"))
    menu(scene.services, scene.turn)


def help_in_between(scene: Standing) -> None:
    """What can be typed; an open question is put again behind it."""
    scene.turn.say(say("engine.help"))
    scene.services.engine.ask_again(scene.turn)


def first_screen(scene: Standing) -> None:
    """The first screen where nothing is open."""
    menu(scene.services, scene.turn)


def leave_for_menu(scene: Standing) -> None:
    """Leave what is open, and the first screen."""
    scene.services.engine.leave(scene.turn, quietly=True)
    menu(scene.services, scene.turn)


def hello(scene: Standing) -> None:
    """The first screen with a greeting."""
    menu(scene.services, scene.turn, greet=True)


def farewell(scene: Standing) -> None:
    """A goodbye is answered, and opens nothing; how what was begun is gone on with is said."""
    begun = bool(scene.services.engine.left(scene.turn))
    founds = any(club.recognised_on is None for club in scene.organised)
    scene.turn.say(say("talk.farewell_begun" if begun or founds else "talk.farewell"))


def says_to_leave(text: str) -> bool:
    """Whether a whole message leaves for now, or leaves what was asked for later."""
    return takes_leave(text) or puts_off(text)


def read_leave(scene: Standing, text: str) -> bool:
    """ "mai làm tiếp nha, giờ chú đi nấu cơm"; who is asked whether he comes may leave that open."""
    if scene.reminder is not None and scene.last is not None and puts_off(text):
        return False
    farewell(scene)
    return True


def read_go_on(scene: Standing, _text: str) -> bool:
    """ "ghi tiếp": what was left last; without any it is for the readers below."""
    left = scene.services.engine.left(scene.turn)
    return bool(left) and scene.services.engine.go_on(scene.turn, left[0])


def welcome(scene: Standing) -> None:
    """An answer to thanks."""
    scene.turn.say(say("engine.welcome"))


def kindly(scene: Standing) -> None:
    """A courteous word after something was said asks for nothing."""
    scene.turn.say(say("engine.kindly"))


def heard(scene: Standing) -> None:
    """ "biết rồi con" to a reminder leaves open who comes: that is asked again."""
    if scene.reminder is None or not offer_again(scene):
        kindly(scene)


def ask_away(scene: Standing) -> None:
    """Who says that he has a question is told to ask it."""
    scene.turn.say(say("answer.ask"))


def nothing_asked(scene: Standing) -> None:
    """A no where nothing was asked; "thôi khỏi" wants nothing more either."""
    if gives_up(scene.turn.inbound.text):
        scene.turn.say(say("talk.enough"))
        return
    scene.turn.say(say("engine.nothing_asked"))
    menu(scene.services, scene.turn)


def next_one(scene: Standing) -> None:
    """ "tiếp đi" leaves a question out while one is open; else it goes on with what was left."""
    text = scene.turn.inbound.text
    if not (fold(text).startswith("tiep") and read_go_on(scene, text)):
        nothing_asked(scene)


def repeat(scene: Standing) -> None:
    """What was offered last, once more."""
    if not offer_again(scene):
        nothing_asked(scene)


# How one speaks


def speak(scene: Standing, language: str) -> None:
    """Speak another language from now on."""
    services, turn = scene.services, scene.turn
    choose_language(acting(turn), language)
    turn.account = turn.uow.accounts.get(turn.account.id)
    turn.speaker = speaker_for(turn.uow, turn.account, services.zone)
    turn.say(say("language.changed"))
    if not services.engine.ask_again(turn):
        menu(services, turn)


def read_language(scene: Standing, text: str) -> bool:
    """ "English", "tiếng Việt"."""
    speak(scene, LANGUAGES[1] if meaning_of(text) is Meaning.ENGLISH else LANGUAGES[0])
    return True


def asks_for_conversation(text: str) -> bool:
    """Whether a whole message is what some conversation is asked for with."""
    return any(is_whole(text, each.forms) for each in CONVERSATIONS)


def read_asked_for(scene: Standing, text: str) -> bool:
    """Begin the conversation that is asked for; False where it isn't for who asks."""
    for each in CONVERSATIONS:
        if is_whole(text, each.forms) and (begun := each.begins(scene.turn)) is not None:
            scene.services.engine.start(scene.turn, each.flow.key, **begun)
            return True
    return False


def address_action(services: Services, turn: Turn) -> None:
    """How the person likes to be addressed."""
    services.engine.start(turn, "address")


def says_form(text: str) -> bool:
    """Whether a text says how its writer wants to be addressed."""
    return read_form(text) is not None and asks_for_form(text)


def read_address_form(scene: Standing, text: str) -> bool:
    """ "gọi tôi là chị"."""
    form = read_form(text)
    if form is None:
        return False
    _address_as(scene.turn, form)
    return True


def note_form(services: Services, turn: Turn, wanted: ChooseForm) -> None:
    """The form that was chosen holds from now on."""
    _address_as(turn, wanted.form)


def hear_writer(scene: Standing) -> None:
    """Speak to who writes as his own words suggest, from this answer on."""
    turn = scene.turn
    if turn.account.language != "vi":
        return
    writer = writer_of(turn.inbound.text) or _grandchild(scene)
    if writer is None:
        return
    form, age_told = younger_form(writer.age), writer.age is not None
    account = hear_form(acting(turn), form, age_told=age_told)
    if account is not None:
        turn.account = account
        turn.speaker = speaker_for(turn.uow, account, turn.zone)


def _grandchild(scene: Standing) -> Writer | None:
    """Who registers a grandmother is no elder, whatever else is known of him."""
    called = read_only_kin(scene.turn.inbound.text)
    if not any(relation_of(each) == "grandparent" for each in called):
        return None
    question = scene.question
    is_asked = question is not None and isinstance(question.kind, CalledKind)
    return Writer() if is_asked else None


def _address_as(turn: Turn, form: str) -> None:
    choose_form(acting(turn), form)
    turn.say(say("address.noted", form=form))
