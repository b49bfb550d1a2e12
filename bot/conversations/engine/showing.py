"""What a person reads: a session as messages with choices. Changes nothing.

Shown is what stands open: a question with its progress, a value to confirm, a list, the review;
with each the ways back and out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.conversations.engine.choices import (
    Chosen,
    Command,
    Fix,
    Option,
    Pick,
    value_of,
)
from bot.conversations.engine.course import Course, Question
from bot.conversations.engine.kinds import ChoiceKind, ConfirmKind, Kind, SeveralKind
from bot.conversations.engine.lines import Line, item_label, item_line, review_lines
from bot.conversations.engine.outcomes import Ask, Offer
from bot.conversations.engine.session import Answer, Answers, Entry, Menu, Mode, Pending
from bot.conversations.engine.table import Step
from bot.domain.entries import ITEM
from bot.language.text import begin_small
from bot.messages import Choice
from bot.speech.translation import Lines, Phrase, say

Row = list[Choice]


@dataclass(frozen=True)
class Message:
    """Something to read, and the rows of choices below it."""

    thing: object
    rows: tuple[Row, ...] = ()


def show_open(course: Course, ask: Ask) -> list[Message]:
    """The open question, with what must be read before it."""
    step, inside = course.step, course.session.inside
    if step is None:
        return _review(course)
    if course.session.pending is not None:
        return [_confirmation(course, course.session.pending)]
    if isinstance(inside, Menu):
        return _list(course, step, inside) if inside.mode is Mode.MENU else [_which(course, step)]
    question = course.question
    assert question is not None
    return _question(course, question, ask)


def show_offer(course: Course, offer: Offer) -> Message:
    """Something that is asked beside the open question."""
    choices = [_choice(course, Option(value), label) for value, label in offer.choices]
    rows = tuple([each] for each in choices) if offer.stacked else (choices,)
    return Message(offer.phrase, rows)


def show_picked(course: Course) -> Message:
    """What was picked so far, and what can be picked besides."""
    question = course.question
    assert question is not None
    kind, picked = question.step.kind, course.picked
    assert isinstance(kind, SeveralKind)
    rows = [_row(course, row) for row in kind.picking(course.turn, question.words, picked)]
    shown = question.shown(course.turn, list(picked)) if picked else say("engine.none")
    return Message(say("kinds.several.so_far", picked=shown), (*rows, _ways_out(course)))


# Choices


def _choice(
    course: Course, chosen: Chosen, label: Phrase | str, *, by_words: bool = False
) -> Choice:
    value = value_of(course.session.asked, chosen, by_words=by_words)
    return Choice(course.turn.text(label), value)


def _row(course: Course, pairs: Iterable[tuple[str, str]]) -> Row:
    return [_choice(course, Option(value), label) for value, label in pairs]


def _ways_out(course: Course) -> Row:
    """The way back and the way out, shown with every question; no digit picks them."""
    session = course.session
    first = session.inside is None and course.number == 0 and not session.fixing
    back = _choice(course, Command.BACK, say("engine.back_to"), by_words=True)
    stop = _choice(course, Command.STOP, say("kinds.stop"), by_words=True)
    return [stop] if first else [back, stop]


# Questions


def _confirmation(course: Course, pending: Pending) -> Message:
    shown = pending.shown
    no = _choice(course, Command.UNSURE, say("engine.sure.no"))
    if pending.value == pending.as_typed:
        # The accents that were proposed are wrong.
        yes = _choice(course, Command.SURE, say("engine.sure.as_typed.yes"))
        return Message(say("engine.sure.as_typed", value=shown), ([yes, no],))
    yes = _choice(course, Command.SURE, say("engine.sure.yes"))
    if course.question is not None and _has_labels(course.question.step.kind):
        shown = begin_small(shown)
    return Message(say("engine.sure", value=shown), ([yes, no],))


def _has_labels(kind: Kind[Answer]) -> bool:
    """Whether what is said back is a label of ours, and no name that somebody typed."""
    if isinstance(kind, ChoiceKind):
        return kind.options_of is None
    return isinstance(kind, SeveralKind | ConfirmKind)


def _question(course: Course, question: Question, ask: Ask) -> list[Message]:
    turn, step = course.turn, question.step
    messages: list[Message] = []
    notice = None if ask.again else question.notice(turn)
    if notice:
        messages.append(Message(notice))
    pieces: list[Phrase] = []
    if course.session.inside is None and (ask.progress or not ask.again):
        pieces += _progress(course)
    pieces.append(question.asks(turn))
    hint = step.kind.hint(turn)
    if hint:
        pieces.append(hint)
    rows = [_row(course, row) for row in step.kind.rows(turn, question.words, question.scope)]
    besides: Row = []
    by_words = step.kind.takes_digits
    if question.kept is not None and step.kind.keeps:
        shown = turn.text(question.shown(turn, question.kept))
        if step.kind.offers(question.kept):
            pieces.append(say("engine.kept", value=shown))
        else:
            keep = say("engine.keep", value=shown[:40])
            besides.append(_choice(course, Command.KEEP, keep, by_words=by_words))
    if step.optional:
        besides.append(_choice(course, Command.SKIP, say("engine.skip"), by_words=by_words))
    if besides:
        rows.append(besides)
    rows.append(_ways_out(course))
    return [*messages, Message(Lines(tuple(pieces)), tuple(rows))]


def _progress(course: Course) -> list[Phrase]:
    keys = [step.key for step in course.open_steps if step.counted]
    at = course.session.at
    if len(keys) < 3 or at not in keys or course.session.fixing:
        return []
    return [say("engine.progress", number=keys.index(at) + 1, total=len(keys))]


# Lists


def _which(course: Course, step: Step) -> Message:
    """Which entry is to be changed or taken out?"""
    menu = course.session.menu
    assert menu is not None
    rows = [
        [_choice(course, Pick(entry[ITEM]), item_label(course, step, entry))]
        for entry in course.entries(step)
    ]
    rows.append([_choice(course, Command.MENU, say("engine.list.cancel"))])
    return Message(say(f"engine.list.{menu.mode}"), tuple(rows))


def _list(course: Course, step: Step, menu: Menu) -> list[Message]:
    """A list's entries, and what can be done with them."""
    turn, entries = course.turn, course.entries(step)
    messages: list[Message] = []
    if entries:
        lines = [item_line(course, step, entry) for entry in entries]
        shown = Lines(tuple(f"{place}. {line}" for place, line in enumerate(lines, 1)))
        messages.append(Message(Lines((say("engine.list.so_far"), shown))))
    choices: Row = []
    if menu.left is not None:
        choices.append(_resume(course, step, menu.left))
    if len(entries) < step.highest:
        choices.append(_choice(course, Command.ADD, say("engine.list.add")))
    if len(entries) >= step.lowest:
        choices.append(_choice(course, Command.DONE, say("engine.list.done")))
    rows = [choices]
    if entries:
        rows.append(
            [
                _choice(course, Command.CHANGE, say("engine.list.change_one")),
                _choice(course, Command.REMOVE, say("engine.list.remove_one")),
            ]
        )
    if menu.removed is not None:
        rows.append([_choice(course, Command.UNDO, say("engine.list.undo"))])
    rows.append(_ways_out(course))
    lacking = step.lowest - len(entries)
    question = say(
        f"{course.flow.words(step)}.ask",
        count=len(entries),
        lowest=step.lowest,
        next=say("engine.list.next_lacking", lacking=lacking)
        if lacking > 0
        else say("engine.list.next"),
        **step.slots(turn, course.answers),
    )
    return [*messages, Message(question, tuple(rows))]


def _resume(course: Course, step: Step, left: Entry) -> Choice:
    half = item_label(course, step, left.draft)
    return _choice(course, Command.RESUME, say("engine.list.resume", what=half[:40]))


# The review


def _review(course: Course) -> list[Message]:
    lines = review_lines(course)
    stop = _choice(course, Command.STOP, say("kinds.stop"), by_words=True)
    if course.session.choosing:
        rows = [
            [_choice(course, Fix(line.step.key), _to_fix(line, course.answers))] for line in lines
        ]
        back = _choice(course, Command.BACK, say("engine.back_to"), by_words=True)
        return [Message(say("engine.review.which"), (*rows, [back, stop]))]
    shown = [f"{place}. {line.text}" for place, line in enumerate(lines, 1)]
    right = _choice(course, Command.RIGHT, say("engine.review.right"))
    wrong = _choice(course, Command.WRONG, say("engine.review.wrong"))
    return [
        Message(Lines((say("engine.review.head"), *shown))),
        Message(say("engine.review.ask"), ([right, wrong], [stop])),
    ]


def _to_fix(line: Line, answers: Answers) -> Phrase | str:
    """A line of the review as a choice: a list by its name and how many it has."""
    if not line.step.is_list:
        return line.text[:60]
    count = len(answers.get(line.step.key) or [])
    return say("engine.review.list", name=line.name, count=count)
