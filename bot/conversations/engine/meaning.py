"""What a whole message is taken for, beside what the open question's own kind reads in it.

A kind knows how its answers are written. Whether a sentence is an answer at all ("tui đang nằm
viện" where nữ or nam is asked), and what an answer in free words comes to, `bot.intents` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.conversations.engine import moves
from bot.conversations.engine.course import Course, Question
from bot.conversations.engine.kinds import (
    AddressKind,
    BirthKind,
    CalledKind,
    ChoiceKind,
    ConfirmKind,
    ConsentKind,
    Kind,
    NameKind,
    PhoneKind,
    SeveralKind,
)
from bot.conversations.engine.kinds.base import Problem, Unread, Value
from bot.conversations.engine.lines import review_lines
from bot.conversations.engine.moves import Move
from bot.conversations.engine.session import Answer
from bot.intents.answers import TYPED
from bot.intents.asking import looks_like_question
from bot.intents.message import read_message
from bot.intents.understanding import (
    CHANGES_EVENT,
    CRITICAL,
    Admitted,
    Answered,
    Going,
    Intent,
    Owned,
    Said,
    Understanding,
    Way,
)
from bot.intents.values.persons import read_full_name
from bot.intents.words import Meaning, read_consent
from bot.language.accents import begins_as_name
from bot.language.patterns import Pattern
from bot.language.text import fold

SHORTEST_NEWS = 3
"""Words from which on a sentence may be something else than the answer that it contains."""
SHORTEST_DOUBT = 4
"""Words from which on an answer is said back where the whole hardly is one."""
SHORTEST_NO_NAME = 2
"""The same where a name is asked, unless they begin as one: "thôi khỏi" is nobody's."""
LONGEST_NAME = 5
"""Words from which on what doesn't begin as a name is told rather than called."""
_BY_LABEL = (ChoiceKind, SeveralKind, ConfirmKind)
"""Kinds whose answers are shown: what surely means one of them needs no saying back."""


def is_told(course: Course, question: Question, text: str) -> bool:
    """Whether a text surely is something else than an answer, whatever the kind finds in it.

    Never where any text is an answer: a message to members may tell of a death.
    """
    kind = question.step.kind
    if kind.takes_anything:
        return False
    if isinstance(kind, ConsentKind) and read_consent(text) is not None:
        return False
    if kind.names:
        return course.turn.surroundings.surely_tells(text, screens=True)
    return is_news(course, text)


def is_news(course: Course, text: str) -> bool:
    """Whether a sentence surely is news or a wish, and asks for no screen."""
    long_enough = len(text.split()) >= SHORTEST_NEWS
    return long_enough and course.turn.surroundings.surely_tells(text, screens=False)


_WAYS: Mapping[Way, Meaning] = {
    Way.STOP: Meaning.STOP,
    Way.BACK: Meaning.BACK,
    Way.SKIP: Meaning.SKIP,
    Way.MENU: Meaning.MENU,
    Way.HELP: Meaning.HELP,
    Way.REPEAT: Meaning.REPEAT,
    Way.GO_ON: Meaning.REPEAT,
}


def way_of(course: Course, question: Question, text: str) -> Meaning | None:
    """The word of command that a sentence surely stands for: where somebody wants to go."""
    kind = question.step.kind
    shortest = SHORTEST_NO_NAME if kind.names else SHORTEST_NEWS
    if len(text.split()) < shortest or kind.takes_anything:
        return None
    meaning = course.turn.surroundings.meaning(text)
    if meaning is None or not meaning.sure or not isinstance(meaning.entities, Going):
        return None
    to = meaning.entities.to
    return None if to is None or begins_as_name(text) else _WAYS[to]


def answer_meant(meaning: Understanding | None) -> str | tuple[str, ...] | None:
    """The value of what is taken for an answer."""
    if meaning is None or meaning.intent is not Intent.ANSWER:
        return None
    return meaning.entities.value if isinstance(meaning.entities, Answered) else None


_ABOUT: Mapping[str, type[Kind[Answer]]] = {
    "name": NameKind,
    "year": BirthKind,
    "phone": PhoneKind,
    "address": AddressKind,
}
"""What is put right, as `bot.intents` names it, and the kind of question that it was said at."""


def read_put_right(course: Course, text: str) -> moves.Correct | None:
    """A sentence that puts an earlier answer right: with the new one where that can be read."""
    meaning = course.turn.surroundings.meaning(text)
    if meaning is None or not meaning.sure or meaning.intent is not Intent.CORRECT_DATA:
        return None
    what = meaning.entities.what if isinstance(meaning.entities, Owned) else None
    kind = _ABOUT.get(what or "")
    said = [
        line.step
        for line in review_lines(course)
        if kind is not None and isinstance(line.step.kind, kind) and course.is_answered(line.step)
    ]
    if len(said) != 1:
        return None
    step = said[0]
    read = None if step.kind.free else course.about(step).read(course.turn, text)
    if isinstance(read, Value):
        return moves.Correct(step.key, moves.Answered(read.value, sure=False, shown=read.shown))
    return moves.Correct(step.key)


_LIKE_AN_ANSWER = frozenset(
    (
        Intent.ANSWER,
        Intent.UNCLEAR,
        Intent.FOUND,
        Intent.JOIN,
        Intent.REGISTER,
        Intent.CODE,
        Intent.ATTEND,
        Intent.SET_EVENT,
        Intent.STEPS,
    )
)
"""What a sentence may be taken for though it answers: a club's name sounds like founding one."""


def is_doubtful(course: Course, question: Question, text: str) -> bool:
    """Whether a sentence is hardly an answer, though that isn't sure."""
    named = question.step.kind.names and not begins_as_name(text)
    if len(text.split()) < (SHORTEST_NO_NAME if named else SHORTEST_DOUBT):
        return False
    if isinstance(question.step.kind, NameKind) and named and _is_told_at_length(text):
        return True
    meaning = course.turn.surroundings.meaning(text)
    return meaning is not None and meaning.intent not in _LIKE_AN_ANSWER


def _is_told_at_length(text: str) -> bool:
    words = fold(text).split()
    if len(words) < LONGEST_NAME or not _OF_A_SENTENCE.intersection(words):
        return False
    # "ten tui la nguyen thi sau" holds a name.
    return not begins_as_name(read_full_name(read_message(text)).value or "")


_OF_A_SENTENCE = frozenset(("tui", "toi", "khong", "hom", "bua"))
"""Words of who tells something, which no long name has that begins as none: "bua nay khong di hop duoc"."""


_LIKE_A_CHANGE = CHANGES_EVENT | {Intent.CORRECT_DATA, Intent.EVENT_QUESTION}
"""What words may be taken for that change what was read back: "chỗ khác, ở nhà văn hóa"."""


def amends(course: Course, text: str) -> bool:
    """Whether words may change a part of an answer that stands: no question, no other wish."""
    if looks_like_question(text):
        return False
    meaning = course.turn.surroundings.meaning(text)
    if meaning is None or not meaning.sure:
        return True
    return meaning.intent in _LIKE_AN_ANSWER | _LIKE_A_CHANGE


_TO_BE_CHANGED = CHANGES_EVENT | {Intent.CORRECT_DATA}


def read_amended(course: Course, text: str) -> Move | None:
    """Words at the review that change a part of one answer: "8 giờ chứ không phải 7 giờ".

    Where something is to be another way, and it isn't plain what, that is asked.
    """
    steps = [line.step for line in review_lines(course) if line.step.kind.amends]
    if not steps:
        return None
    found: dict[str, Value[Answer] | Problem] = {}
    for step in steps:
        read = course.about(step).amended(course.turn, text)
        if not isinstance(read, Unread):
            found[step.key] = read
            if step.kind.amends_all:
                break
    if len(found) == 1 and amends(course, text):
        ((key, each),) = found.items()
        if isinstance(each, Problem):
            return moves.NotUnderstood(each.phrase)
        if each.value == course.answers.get(key):
            # It stands there as it is said.
            return moves.Again()
        return moves.Correct(key, moves.Answered(each.value, sure=False, shown=each.shown))
    meaning = course.turn.surroundings.meaning(text)
    wishes = meaning is not None and _wishes_a_change(meaning)
    return moves.Wrong() if wishes and not course.session.choosing else None


def _wishes_a_change(meaning: Understanding) -> bool:
    """Whether something is likely to be another way, and nothing urgent may be meant."""
    if meaning.sure:
        return meaning.intent in _TO_BE_CHANGED
    likely = {meaning.intent, *meaning.others}
    return bool(likely & _TO_BE_CHANGED) and CRITICAL.isdisjoint(likely)


def read_meant(course: Course, question: Question, text: str) -> Move | None:
    """An answer in words that the kind itself doesn't know; None where it is none.

    It is said back, unless it surely is a choice that was shown.
    """
    meaning = course.turn.surroundings.meaning(text)
    kind = question.step.kind
    if meaning is None or (isinstance(kind, ChoiceKind) and kind.by_label_alone):
        return None
    if isinstance(question.step.kind, CalledKind) and isinstance(meaning.entities, Admitted):
        # "tôi muốn đăng ký cho mẹ ở quê" says whom he means, too.
        whom = meaning.entities.person
        relation = whom if isinstance(whom, str) else meaning.entities.relation
        return None if relation is None else _as_typed(course, question, relation, meaning)
    value = answer_meant(meaning)
    if value is None:
        return None
    if not meaning.sure and not CRITICAL.isdisjoint(meaning.others):
        # Better asked about than read back as a year or a sex.
        return None
    if value in tuple(Said):
        return _said(course, question, Said(value), meaning, text) if meaning.sure else None
    if isinstance(question.step.kind, ConsentKind):
        return None
    words = value if isinstance(value, str) else ", ".join(value)
    meant = _as_typed(course, question, words, meaning)
    if isinstance(meant, moves.Answered) and _tells_more(text):
        return replace(meant, sure=False)
    return meant


_MORE = Pattern(r"\d{4}|\d{3} \d{3}|\bten(?: \w+){0,3} la\b|\bhis name\b|\bher name\b")


def _tells_more(text: str) -> bool:
    """Whether a name, a year or a number is told beside what a choice was taken from.

    "tên ông là Trần Văn Ba, sinh 1945" tells of somebody, and is no "Ông bà".
    """
    return _MORE.search(fold(text)) is not None


def _said(
    course: Course, question: Question, said: Said, meaning: Understanding, text: str
) -> Move | None:
    """Yes, no, later or unknown, as a question of any kind takes it."""
    optional = question.step.optional
    if isinstance(question.step.kind, ConsentKind):
        # A consent is given in its own words alone; to refuse or to put it off any will do.
        if said is Said.NO:
            return moves.Answered("refused:typed", sure=True)
        puts_off = said is Said.LATER and len(text.split()) >= SHORTEST_NEWS
        return moves.Stop() if puts_off else None
    if said in (Said.YES, Said.NO) or (said is Said.UNKNOWN and not optional):
        return _as_typed(course, question, TYPED[said], meaning)
    if optional:
        return moves.Skip()
    return moves.Stop() if said is Said.LATER else None


def _as_typed(
    course: Course, question: Question, words: str, meaning: Understanding
) -> Move | None:
    read = question.read(course.turn, words)
    if isinstance(read, Problem) and read.choices:
        return moves.Which(read)
    if not isinstance(read, Value):
        return None
    sure = meaning.sure and isinstance(question.step.kind, _BY_LABEL)
    return moves.Answered(read.value, sure, read.shown)
