"""Texts that are taken by what they are understood to mean.

Where that isn't sure it is asked back, with the likeliest as buttons.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from bot import buttons
from bot.buttons import Rows, wire
from bot.conversations.effects import MeantToo, WayBack
from bot.conversations.turn import Turn
from bot.guidance.retriever import Outcome
from bot.handlers.acting import acting
from bot.handlers.answers import enquiries
from bot.handlers.answers import screens as answers
from bot.handlers.answers.commands import mark_of, remember
from bot.handlers.feature import Following
from bot.handlers.registry import FOLLOWING
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.intents.arbiter import understand, understand_as
from bot.intents.asking import asks_in_few_words, looks_like_question
from bot.intents.message import read_message
from bot.intents.patterns import heard
from bot.intents.scene import Asked
from bot.intents.several import wishes_in
from bot.intents.understanding import CHANGES_EVENT, CRITICAL, Intent, Owned, Understanding
from bot.language.event_notes import part_notes
from bot.messages import Choice
from bot.speech.translation import Phrase, say

_WARNED = frozenset((Intent.SCAM, Intent.SECRET, Intent.DANGER))
_SCREENS = frozenset(
    (
        Intent.ROSTER,
        Intent.CALL_LIST,
        Intent.REPORT,
        Intent.PAPERS,
        Intent.STEPS,
        Intent.INVITE,
        Intent.ATTENDANCE_LIST,
        Intent.MOVE_EVENT,
        Intent.CANCEL_EVENT,
        Intent.END_SERIES,
        Intent.CHANGE_SERIES,
        Intent.ANNOUNCE,
    )
)
"""What opens a screen: the form waits, and the way back is shown under it."""
_CLUBS_OWN = _SCREENS | {Intent.SET_EVENT}
"""What the organisers of a club do, and nobody for them."""
_IN_ARTICLES = frozenset((Intent.PAPERS, Intent.STEPS))
_MEANWHILE = (
    _WARNED
    | _SCREENS
    | {
        Intent.DEATH,
        Intent.UNWELL,
        Intent.LONELY,
        Intent.MOVED_AWAY,
        Intent.WRONG_NUMBER,
        Intent.HUMAN,
        Intent.COMPLAINT,
        Intent.CANNOT_READ,
        Intent.MUTE,
        Intent.LEAVE_CLUB,
        Intent.WITHDRAW_CONSENT,
        Intent.SEE_DATA,
        Intent.EVENT_QUESTION,
        Intent.MY_STATE,
        Intent.ABOUT_BOT,
        Intent.SMALL_TALK,
        Intent.INSULT,
        Intent.THANKS,
        Intent.ADDRESS_FORM,
        Intent.LANGUAGE,
    }
)
"""What is heard in the middle of a form: it opens no other conversation, so that the form waits."""
_NEWS = _MEANWHILE - _SCREENS
_OTHERWISE = frozenset(
    (Intent.CORRECT_DATA, Intent.DELETE_DATA, Intent.EXPORT_DATA, Intent.NEW_PHONE)
)
"""Wishes that open a conversation of their own: heard where the open one keeps nothing to go on with."""
_CHOICES = frozenset((Asked.CHOICE, Asked.SEVERAL, Asked.CONFIRM, Asked.REVIEW))
_BESIDE_CHOICES = (
    _MEANWHILE
    - CHANGES_EVENT
    - {Intent.ANNOUNCE, Intent.SMALL_TALK, Intent.INSULT, Intent.THANKS, Intent.MUTE}
) | _OTHERWISE
"""What is meant by words that none of the choices that are open can read, had nothing been asked.

What may be about the open conversation itself isn't: "gửi cho mọi người" begins no second one.
"""
_FEWEST_BESIDE = 3
"""Words of such a text, courtesies apart: "ghi đi con", "xong chưa" are of what is asked."""
_OFTEN_MEANT = frozenset(
    (
        Intent.FOUND,
        Intent.JOIN,
        Intent.HUMAN,
        Intent.SMALL_TALK,
        Intent.ABOUT_BOT,
        Intent.LANGUAGE,
        Intent.NAVIGATE,
        Intent.CANNOT_READ,
    )
)
"""What a few words of a question are easily taken for, and nothing that is live or urgent."""
_DOES = frozenset(("founding-steps", "how-to-join", "register-for-a-relative", "using-the-bot"))
"""Articles that tell how to do what those mean: then it is done at once."""
KNOWN = 0.9
"""How sure an article must be for that."""
MOST_ASKED = 3
"""Meanings that are offered at once, beside that it is none of them."""


def _follows(scene: Standing, intent: Intent) -> Following | None:
    found = FOLLOWING.get(intent)
    return found if found is not None and all(map(scene.meets, found.needs)) else None


def _act(scene: Standing, text: str, meaning: Understanding) -> bool:
    found = _follows(scene, meaning.intent)
    return found is not None and found.act(scene, text, meaning)


def read_scam(scene: Standing, text: str) -> bool:
    """Who is being cheated, while a question is open: that is put again behind the warning."""
    meaning = scene.understand(text)
    if not meaning.sure or meaning.intent is not Intent.SCAM:
        return False
    if scene.scene.asked is Asked.TEXT and not _speaks_of_scam(text):
        # What somebody complains of in his own words belongs to who reads complaints.
        return False
    _act(scene, text, meaning)
    if not scene.turn.offered:
        scene.services.engine.ask_again(scene.turn)
    return True


def _speaks_of_scam(text: str) -> bool:
    return any(each.intent is Intent.SCAM and each.is_strong for each in heard(read_message(text)))


def read_warned(scene: Standing, text: str) -> bool:
    """Who is being cheated, gives a secret away or is in danger, where that is sure."""
    meaning = scene.understand(text)
    return meaning.sure and meaning.intent in _WARNED and _act(scene, text, meaning)


def _heard_meanwhile(scene: Standing, meaning: Understanding) -> Understanding | None:
    is_heard = meaning.intent in _MEANWHILE or (
        meaning.intent in _OTHERWISE and _keeps_nothing(scene, but=meaning.intent)
    )
    return meaning if meaning.sure and is_heard and _follows(scene, meaning.intent) else None


def _beside_choices(scene: Standing, text: str) -> Understanding:
    """What a text means that the open question can't read.

    Choices are asked of nearly everything that is typed below them; what isn't one of them is
    weighed as if nothing had been asked: "ai chưa trả lời" below "Gửi đi", "Sửa lại lời".
    """
    meaning = scene.understand(text)
    if meaning.intent is not Intent.ANSWER or scene.scene.asked not in _CHOICES:
        return meaning
    if len(read_message(text).content) < _FEWEST_BESIDE:
        return meaning
    apart = understand(text, scene.scene._replace(asked=None, choices=()))
    return apart if apart.intent in _BESIDE_CHOICES else meaning


def _keeps_nothing(scene: Standing, *, but: Intent) -> bool:
    """Whether the open conversation is one of those that are over when they are left.

    `but`: what is wished; asked whether to delete, "xóa đi con" answers.
    """
    question = scene.question
    if question is None or (question.flow, but) == ("delete", Intent.DELETE_DATA):
        return False
    return not scene.services.engine.flows[question.flow].resume


def is_heard_meanwhile(scene: Standing, text: str, *, screens: bool) -> bool:
    """Whether a text surely means what is heard in the middle of a form; says nothing.

    `screens`: what opens a screen counts, too.
    """
    meaning = _heard_meanwhile(scene, scene.understand(text))
    return meaning is not None and (screens or meaning.intent not in _SCREENS)


def read_meanwhile(scene: Standing, text: str) -> bool:
    """What is surely meant by a text that the open question can't read: a form is no wall.

    The question is put again behind it, unless what was said asks something itself.
    """
    turn, meaning = scene.turn, _heard_meanwhile(scene, _beside_choices(scene, text))
    if meaning is None:
        return False
    if meaning.intent in _SCREENS:
        return read_aside(scene, text, meaning)
    before = len(turn.said)
    if not _act(scene, text, meaning):
        return False
    turn.offered = turn.offered or any(said.rows for said in turn.said[before:])
    return True


def read_perhaps_meanwhile(scene: Standing, text: str) -> bool:
    """Ask back what was meant by a text that the open question can't read; the form waits."""
    meaning = _beside_choices(scene, text)
    likely = [each for each in (meaning.intent, *meaning.others) if each in _NEWS]
    if meaning.sure or not likely or (looks_like_question(text) and meaning.intent not in likely):
        return False
    is_first = meaning.intent in likely or not CRITICAL.isdisjoint(likely)
    offered = _offered(scene, likely) if is_first else []
    if offered:
        _ask_back(scene.turn, text, offered)
    return bool(offered)


def read_aside(scene: Standing, text: str, meaning: Understanding) -> bool:
    """Open the screen that is meant in the middle of a form, which waits with a way back to it."""
    question = scene.question
    if question is None:
        return False
    scene.services.engine.set_aside(scene.turn)
    if not _act(scene, text, meaning):
        scene.services.engine.go_on(scene.turn, question.name)
        return True
    scene.turn.do(WayBack(question.name))
    return True


def read_understood(scene: Standing, text: str) -> bool:
    """Whatever else is sure, but questions that need knowledge."""
    if _read_two(scene, text):
        return True
    meaning = scene.understand(text)
    if not meaning.sure or meaning.intent is Intent.QUESTION:
        return False
    if meaning.intent in _OFTEN_MEANT and _is_known(scene, text, but=_DOES):
        return False
    return _act(scene, text, meaning) or _not_his(scene, text, meaning.intent)


def _is_known(scene: Standing, text: str, but: Container[str] = ()) -> bool:
    """Whether a few words ask what an article surely answers: "ai lập ra clb" founds none."""
    if not asks_in_few_words(text):
        return False
    found = scene.services.answer_question(text, scene.turn.account.language)
    is_sure = found.outcome is Outcome.ANSWER and found.score >= KNOWN
    return is_sure and found.article not in but


_WISHES = _CLUBS_OWN | {
    Intent.HUMAN,
    Intent.EVENT_QUESTION,
    Intent.SEE_DATA,
    Intent.CORRECT_DATA,
    Intent.EXPORT_DATA,
    Intent.NEW_PHONE,
    Intent.MY_STATE,
    Intent.JOIN,
    Intent.REGISTER,
}
"""What may be wished for beside something else in one message."""


def _read_two(scene: Standing, text: str) -> bool:
    """ "cho tôi gặp người phụ trách và xem lịch": the first is done, the other waits at a button."""
    halves = wishes_in(text)
    if halves is None or part_notes(text).typed is not None:
        # What people are to bring belongs to the event that is spoken of.
        return False
    meant = [understand(half, scene.scene) for half in halves]
    intents = {each.intent for each in meant}
    if len(intents) < len(halves) or not intents <= _WISHES or not all(each.sure for each in meant):
        return False
    if _are_one(meant):
        return False
    other = _follows(scene, meant[1].intent)
    if other is None or other.label is None or not _act(scene, halves[0], meant[0]):
        return False
    scene.turn.do(MeantToo(halves[1], meant[1].intent))
    return True


def _are_one(meant: Sequence[Understanding]) -> bool:
    """Whether both halves are of the phone: "tui đổi số rồi, số mới 0908 222 333"."""
    if {each.intent for each in meant} != {Intent.CORRECT_DATA, Intent.NEW_PHONE}:
        return False
    named = {each.entities.what for each in meant if isinstance(each.entities, Owned)}
    return named <= {None, "phone"}


def keep_at_hand(turn: Turn, wished: MeantToo) -> None:
    """The other wish as a button below what came of the first."""
    label = FOLLOWING[wished.intent].label
    button = wire(buttons.MeantToo(wished.intent, wished.text))
    row = (Choice(turn.text(say("meant.too", what=label)), button),)
    if not turn.said:
        turn.say(say("engine.kindly"), [row])
        return
    turn.said[-1] = replace(turn.said[-1], rows=(*turn.said[-1].rows, row))


def _not_his(scene: Standing, text: str, intent: Intent) -> bool:
    """What organisers do in their club, asked for by others: who does it, and what can be done.

    Papers and steps are known by the articles, too.
    """
    if intent not in _CLUBS_OWN or scene.organised:
        return False
    if not scene.is_coordinator:
        return intent not in _IN_ARTICLES and enquiries.offer_word(
            scene.services,
            scene.turn,
            text,
            lambda contact: say("office.organisers_own", contact=contact),
        )
    scene.turn.offer(
        say("office.clubs_own"),
        [(say("menu.report"), buttons.Report())],
        [(say("menu.invite"), buttons.Invite())],
    )
    return True


def read_unsure(scene: Standing, text: str) -> bool:
    """Ask back what was meant, where the articles know no better."""
    meaning = scene.understand(text)
    likely = (meaning.intent, *meaning.others)
    if meaning.sure or (CRITICAL.isdisjoint(likely) and _is_known(scene, text)):
        return False
    asks = looks_like_question(text)
    offered = _offered(scene, likely)
    is_to_do = bool(offered) and offered[0][0] is meaning.intent is not Intent.QUESTION
    if asks and Intent.QUESTION in likely and not is_to_do:
        # Either an article knows, or it is said that nothing is known.
        return False
    if asks or meaning.intent is Intent.QUESTION:
        found = scene.services.answer_question(text, scene.turn.account.language)
        if found.outcome is not Outcome.REFUSE:
            return False
    if asks and not offered:
        # What asks and can't be asked back is handed on, and no small talk.
        return False
    if not asks and not offered and meaning.intent is not Intent.UNCLEAR:
        # Who says something for which nothing stands here is no one who asks an article.
        _ask_back(scene.turn, text, _offered(scene, (Intent.QUESTION,)))
        return True
    if all(intent is Intent.QUESTION for intent, _ in offered):
        return _act(scene, text, meaning) if meaning.intent is not Intent.QUESTION else False
    _ask_back(scene.turn, text, offered)
    return True


def _offered(scene: Standing, intents: Sequence[Intent]) -> list[tuple[Intent, Phrase]]:
    """What can be asked about, each thing once."""
    found: dict[str, tuple[Intent, Phrase]] = {}
    for intent in intents:
        following = _follows(scene, intent)
        if following is not None and following.label is not None:
            found.setdefault(following.label.key, (intent, following.label))
    return list(found.values())[:MOST_ASKED]


def _ask_back(turn: Turn, text: str, offered: Sequence[tuple[Intent, Phrase]]) -> None:
    remember(acting(turn), text)
    mark = mark_of(text)
    rows: Rows = [[(label, buttons.Meant(intent, mark))] for intent, label in offered]
    if len(offered) == 1:
        # Of one thing alone it is asked whether that is meant: "ừ" says so.
        ((intent, label),) = offered
        rows = [[(label, buttons.yes(buttons.Meant(intent, mark)))]]
    rows.append([(say("meant.none"), buttons.no(buttons.Ask("none")))])
    turn.offer(say("meant.which"), *rows)


def act_as_meant(services: Services, turn: Turn, text: str, intent: Intent) -> None:
    """What was chosen becomes what was said."""
    scene = Standing(services, turn)
    if not _act(scene, text, understand_as(text, scene.scene, intent)):
        answers.answer(services, turn, text)
