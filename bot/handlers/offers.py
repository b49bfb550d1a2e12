"""Choices that were offered, answered by typing: a digit, a label or words of one, a yes or a no."""

from __future__ import annotations

import re

from bot import buttons
from bot.buttons import Button, read_button, wire
from bot.conversations.engine.choices import asks_to_stop, is_asked_back, is_choice, is_of
from bot.conversations.turn import Turn
from bot.handlers.actions import run_action
from bot.handlers.answers import enquiries
from bot.handlers.events.attendance_screens import read_sentence, take_understood
from bot.handlers.events.several import ask_of_the_other
from bot.handlers.joining import register_called
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.handlers.talk.screens import offer_again
from bot.intents.asking import looks_like_question
from bot.intents.button_labels import (
    doubts_label,
    forbids,
    only_label,
    puts_off,
    says_label,
    turns_down,
    wants_it_stopped,
)
from bot.intents.event_to_come import is_too_weak_to_come
from bot.intents.leaving import gives_up
from bot.intents.put_right import after_no
from bot.intents.sending import says_to_do
from bot.intents.understanding import Attendance, Attending, Intent
from bot.intents.words import Meaning, meanings_of, read_yes_no
from bot.language.kinship import names_registration, read_only_kin, read_relatives
from bot.language.text import accents_fit, fold, plain_words, same_text, single_line
from bot.messages import BY_WORDS, NO, YES, Choice
from bot.speech.translation import say
from bot.storage.records import OutboxRow

Offered = list[tuple[str, str]]
"""The choices of a message: label and value."""


def _choices(row: OutboxRow) -> Offered:
    return [(label, value) for line in row.rows for label, value in line]


def _marked(choices: Offered, mark: str) -> tuple[str, str] | None:
    """The one choice that has something done (`YES`), or leaves it (`NO`): a message has one at most."""
    return next((each for each in choices if each[1].endswith(mark)), None)


def _deed(scene: Standing) -> tuple[str, str] | None:
    """What the message that stands last offers to do."""
    return None if scene.last is None else _marked(_choices(scene.last), YES)


def press(services: Services, turn: Turn, value: str) -> None:
    """Take a choice, pressed or typed: of the open question, or a button."""
    turn.value = value
    if is_choice(value):
        if not services.engine.handle(turn):
            turn.say(say("engine.old_button"))
            services.engine.ask_again(turn)
    else:
        run_action(services, turn, read_button(value))


# Digits and labels


def read_shown(scene: Standing, text: str) -> bool:
    """A digit or a label of the message that was shown last."""
    shown = scene.shown[0]
    choices = _choices(shown)
    typed = single_line(text).rstrip(".)")
    folded = fold(typed)
    # "０" to "９" of a full-width keyboard are digits as well.
    if folded.isdecimal() and len(folded) <= 2:
        place = int(folded)
        if 1 <= place <= len(choices) and not choices[place - 1][1].endswith(BY_WORDS):
            if _is_number_meant(scene, choices):
                return False
            press(scene.services, scene.turn, choices[place - 1][1])
            return True
        return False
    for compare in (same_text, fold):
        wanted = compare(typed)
        hits = [
            value
            for label, value in choices
            if compare(label) == wanted and accents_fit(typed, label)
        ]
        if len(hits) != 1:
            continue
        if compare is fold and _is_asked_back(scene, choices) and read_yes_no(text) == "unclear":
            # Asked "đúng hay dừng?", a bare "dung" is either still: it stays asked.
            return False
        if not is_choice(hits[0]) and len(typed.split()) < 2 and scene.is_asked:
            # Words typed at an open question belong to it, unless the label says more than yes.
            return False
        _press_typed(scene, hits[0])
        return True
    said = None if scene.is_asked else _place_said(choices, typed)
    # "hai bà đi" after a reminder are two who come.
    if said is not None and (scene.reminder is None or any(map(str.isdigit, typed))):
        press(scene.services, scene.turn, choices[said][1])
        return True
    meant = _of_two(scene, choices, text)
    if meant is not None:
        press(scene.services, scene.turn, meant)
    return meant is not None


_KEYCAP = re.compile("[\ufe0f\u20e3]")
_AROUND = r"da|con|a|cho|toi|tui|ba|ong|bac|co|chu|em"
_PICKS = r"lay|chon|bam|nhan|nut|phim|so|cau|cai|muc|press|number"
_PLACE = re.compile(
    rf"(?:(?:{_AROUND}|{_PICKS}) )*?"
    rf"(?:(?P<plain>\d{{1,2}}|mot|hai|one|two|three)|(?:{_PICKS}) (?P<picked>ba|bon|tu|nam|sau|bay|tam|chin))"
    r"(?: (?:nha|nhe|nghen|di|con|chau|em|a|do|ne|oi|luon|please))*"
)
"""A number among words that only pick it; "ba" or "sau" alone are somebody, or later."""
_PLACES = {
    word: place
    for place, words in enumerate(
        ("mot one", "hai two", "ba three", "bon tu", "nam", "sau", "bay", "tam", "chin"), 1
    )
    for word in words.split()
}


def _place_said(choices: Offered, typed: str) -> int | None:
    """The place that a number in words, or with words around it, means: "(2)", "số 2 nha con"."""
    folded = plain_words(_KEYCAP.sub("", typed))
    found = _PLACE.fullmatch(folded)
    if found is None:
        return None
    said = found["plain"] or found["picked"]
    place = (int(said) if said.isdecimal() else _PLACES[said]) - 1
    if not 0 <= place < len(choices) or choices[place][1].endswith(BY_WORDS):
        return None
    return place


def _of_two(scene: Standing, choices: Offered, text: str) -> str | None:
    """Which of the two things that words may have meant is said in words of one alone.

    Asked "đúng hay dừng?", "dung het roi" and "dung lai" leave no doubt, whatever "dung" is
    elsewhere; a label's word with its accents never does.
    """
    if len(choices) != 2 or not _is_asked_back(scene, choices):
        return None
    (_, first), (_, second) = choices
    labels = [label for label, _ in choices]
    answer = read_yes_no(text)
    if asks_to_stop(first, second) and answer is not None:
        return second if answer == "no" else first
    typed = set(same_text(single_line(text)).split())
    words = [set(same_text(label).split()) for label in labels]
    accented = [
        place
        for place, own in enumerate(words)
        if any(not word.isascii() for word in typed & own - words[1 - place])
    ]
    place = accented[0] if len(accented) == 1 else only_label(text, labels)
    return None if place is None else choices[place][1]


def _is_asked_back(scene: Standing, choices: Offered) -> bool:
    if all(is_choice(value) for _, value in choices):
        return all(is_asked_back(value) for _, value in choices)
    asked = [scene.turn.text(each) for each in (say("kinds.right"), say("kinds.stop"))]
    return [label for label, _ in choices] == asked


def _press_typed(scene: Standing, value: str) -> None:
    """A label that was written out: where buttons are shown, somebody answered in his own words."""
    press(scene.services, scene.turn, value)
    shows_buttons = scene.turn.capabilities.buttons
    if shows_buttons and isinstance(read_button(value), buttons.Attend):
        ask_of_the_other(scene)


def _is_number_meant(scene: Standing, choices: Offered) -> bool:
    """Whether a digit answers the open question, and not choices of a message before it."""
    question = scene.question
    if question is None:
        return False
    ours = any(is_of(question.asked, value) for _, value in choices)
    return not ours and scene.last is None


def read_earlier(scene: Standing, text: str) -> bool:
    """A label of an earlier message, written out; at an open question only what goes by words."""
    is_asked = scene.is_asked
    typed = same_text(single_line(text))
    for row in scene.shown[1:]:
        for label, value in _choices(row):
            if is_asked and not value.endswith(BY_WORDS):
                continue
            if not is_choice(value) and same_text(label) == typed:
                press(scene.services, scene.turn, value)
                return True
    return False


# Who comes


def read_who_comes(scene: Standing, text: str) -> bool:
    """ "bà đi, ông không" after a reminder that was shown last."""
    reminder = scene.reminder
    if reminder is None:
        return False
    if read_sentence(scene.services, scene.turn, reminder, text) or _take_meant(
        scene, reminder, text
    ):
        ask_of_the_other(scene)
        return True
    return _take_too_weak(scene, reminder, text)


def _take_meant(scene: Standing, reminder: buttons.Attend, text: str) -> bool:
    """Who comes, as it is surely meant."""
    meaning = scene.understand(text)
    if not meaning.sure or not isinstance(meaning.entities, Attending):
        return False
    said = meaning.entities.people
    return take_understood(scene.services, scene.turn, reminder, text, said)


def _take_too_weak(scene: Standing, reminder: buttons.Attend, text: str) -> bool:
    """ "chân đau quá đi hổng nổi" doesn't come, and is wished well; of several it isn't known who."""
    meaning, people = scene.understand(text), _reminded(scene)
    is_ill = meaning.sure and meaning.intent is Intent.UNWELL and is_too_weak_to_come(text)
    if not is_ill or len(people) != 1:
        return False
    said = {people[0]: Attendance.NO}
    if not take_understood(scene.services, scene.turn, reminder, text, said):
        return False
    enquiries.unwell(scene.services, scene.turn, text, "ill")
    return True


def _reminded(scene: Standing) -> tuple[str, ...]:
    """Whom the reminder asks for, by what this account calls them."""
    return tuple(called for each in scene.scene.reminder for called in each.people)


# Yes, no, and words of a label


def read_in_between(scene: Standing, text: str) -> bool:
    """A plain yes or no where another question came in between: it answers what was read last."""
    choices = [] if scene.last is None else _choices(scene.last)
    if any(is_choice(value) for _, value in choices):
        return False
    if _is_put_off(scene, text):
        return True
    mark = {"yes": YES, "no": NO}.get(read_yes_no(text) or "")
    chosen = _marked(choices, mark) if mark else None
    if chosen is None:
        return False
    press(scene.services, scene.turn, chosen[1])
    return True


def _is_put_off(scene: Standing, text: str) -> bool:
    """Whether what is offered is to wait: nothing is done, and the choices are put once more."""
    deed = _deed(scene)
    if deed is None or not puts_off(text, deed[0]):
        return False
    scene.turn.say(say("offers.waits"))
    return offer_again(scene)


_TURNS_DOWN = frozenset((Meaning.STOP, Meaning.DONE, Meaning.SKIP, Meaning.CORRECT))


def _takes_it_back(text: str) -> bool:
    """ "không, lộn": what was offered is not what he meant."""
    rest = after_no(text)
    return rest is not None and bool(meanings_of(rest) & (_TURNS_DOWN | {Meaning.NO}))


def read_wish_again(scene: Standing, text: str) -> bool:
    """Who is asked whether something is to stop and wishes it once more has said yes."""
    deed = _deed(scene)
    if deed is None or not wants_it_stopped(text, deed[0]):
        return False
    press(scene.services, scene.turn, deed[1])
    return True


_NONE_MEANT = wire(buttons.no(buttons.Ask("none")))


def _wants(text: str, deed: str, answer: str | None) -> bool:
    """Whether an answer has done what a label does; a word of command means itself: "thôi" is no "Thôi tham gia"."""
    if answer is not None:
        return answer == "yes"
    return says_label(text, deed) or (not meanings_of(text) and says_to_do(text, deed))


def read_offer(scene: Standing, text: str) -> bool:
    """A yes, a no or words of a label, typed at the choices that stand last in the chat."""
    last = scene.last
    if last is None:
        return False
    services, turn, choices = scene.services, scene.turn, _choices(last)
    deed, kept = _marked(choices, YES), _marked(choices, NO)
    pressed, way_out = [read_button(value) for _, value in choices], wire(buttons.Menu())
    meanings = meanings_of(text)
    answer = read_yes_no(text)
    is_turned_down = deed is not None and (
        turns_down(text, deed[0])
        or forbids(text, deed[0])
        or (kept is not None and says_label(text, kept[0]))
    )
    if deed is not None and doubts_label(text, deed[0]):
        # "hủy hả" has nothing done: the same choices once more.
        return offer_again(scene)
    if deed is not None and not is_turned_down and _wants(text, deed[0], answer):
        press(services, turn, deed[1])
    elif Meaning.STOP in meanings and kept is not None and kept[1] == _NONE_MEANT:
        # Asked what was meant, who gives up asks nobody.
        turn.say(say("talk.enough"))
    elif kept is not None and (
        answer == "no" or is_turned_down or meanings & _TURNS_DOWN or _takes_it_back(text)
    ):
        press(services, turn, kept[1])
    elif answer == "unclear" and (deed is not None or kept is not None):
        turn.say(
            say("kinds.unclear_dung"),
            [
                [
                    Choice(turn.text(say("kinds.right")), deed[1] if deed else way_out),
                    Choice(turn.text(say("kinds.stop")), kept[1] if kept else way_out),
                ]
            ],
        )
    elif answer in ("yes", "no") and all(map(_asks_nothing, pressed)):
        # A courteous word after an article or an end asks for nothing; it isn't told all over again.
        turn.say(say("engine.kindly"))
    elif answer == "no" and gives_up(text):
        turn.say(say("talk.enough"))
    elif answer in ("yes", "no"):
        # No yes or no was asked for: the same choices once more.
        return offer_again(scene)
    else:
        # A sentence that holds "đi được" somewhere is no answer to who comes.
        loose = not meanings and not any(isinstance(each, buttons.Attend) for each in pressed)
        labels = [label for label, _ in choices]
        place = only_label(text, labels) if loose else _begun_label(text, labels)
        if place is None:
            return _names_relative(scene, pressed, text)
        press(services, turn, choices[place][1])
    return True


def _begun_label(text: str, labels: list[str]) -> int | None:
    """The one label that a word of command begins: "hủy" where "Hủy buổi này" is offered."""
    typed = fold(single_line(text)).rstrip(".!")
    typed = typed.split()[0] if gives_up(text) else typed
    hits = [place for place, label in enumerate(labels) if fold(label).startswith(f"{typed} ")]
    return hits[0] if len(hits) == 1 else None


def _asks_nothing(button: Button | None) -> bool:
    """Whether a button asks nothing: it goes on with an article, judges it, leads back, or changes
    what was answered."""
    reading = buttons.Article | buttons.Passage | buttons.Judge | buttons.Menu
    changes = isinstance(button, buttons.Attend) and button.answer == "each"
    return isinstance(button, reading) or changes or button == buttons.Ask("other")


def _only_kin(text: str) -> tuple[str, ...]:
    """Relatives who are named and nothing else, as they were typed: "ba vợ" is no "bà vợ"."""
    called = tuple(each.lower() for each in read_only_kin(text))
    typed = single_line(text).lower()
    as_typed = typed.isascii() or all(word in typed for each in called for word in each.split())
    return called if as_typed else ()


def _names_relative(scene: Standing, pressed: list[Button | None], text: str) -> bool:
    """ "ghi tên cho bà ngoại tôi" where relatives may be registered: begins with her."""
    offered = next((each for each in pressed if isinstance(each, buttons.RegisterRelative)), None)
    club = scene.turn.uow.clubs.find(offered.club) if offered else None
    if offered is None or club is None:
        return False
    called = read_relatives(text) or _only_kin(text)
    if not called:
        # "ghi ten cho ba" is bà herself or her father: who it is for is asked once more.
        asked = names_registration(text) and not looks_like_question(text)
        return asked and offer_again(scene)
    register_called(
        scene.services, scene.turn, club, offered.shared, called, further=offered.further
    )
    return True
