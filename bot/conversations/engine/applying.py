"""Making a move: what the session becomes, and what has to be said. Speaks to no chat.

Answers go through the store of the flow. Every move ends at a question that is put, at the end
of the conversation, or outside of it.
"""

from __future__ import annotations

from dataclasses import replace

from bot.conversations.engine import moves
from bot.conversations.engine.choices import Chosen, Command, spell
from bot.conversations.engine.course import Course
from bot.conversations.engine.lines import item_label
from bot.conversations.engine.moves import Move
from bot.conversations.engine.outcomes import (
    AnswerQuestion,
    Left,
    NamePerson,
    Offer,
    PutAgain,
    ShowMenu,
    ShowPicked,
    Stopped,
    Tell,
)
from bot.conversations.engine.placing import (
    Outcomes,
    advance,
    finish,
    go_back,
    next_inner,
    opened,
    put_question,
    unfinished,
)
from bot.conversations.engine.session import (
    Answer,
    Entry,
    Menu,
    Mode,
    Pending,
    Picked,
)
from bot.conversations.engine.table import Step
from bot.domain.entries import ITEM
from bot.language.text import single_line
from bot.speech.translation import Phrase, say

GIVES_UP_AFTER = 2
"""Inputs in a row that weren't understood, after which another way is offered."""


def apply(course: Course, move: Move) -> Outcomes:
    """Make a move."""
    match move:
        case moves.Anew(instead):
            course.change(pending=None, held=None)
            return apply(course, instead)
        case moves.Answered():
            return _accept(course, move)
        case moves.Confirm():
            pending = course.session.pending
            assert pending is not None
            return _accept(course, moves.Answered(pending.value, sure=True), confirmed=True)
        case moves.ConfirmAnd():
            return _confirm_and(course, move)
        case moves.Deny():
            course.change(pending=_as_typed(course))
            return put_question(course)
        case moves.Keep():
            return _go_on(course)
        case moves.Skip():
            return _skip(course)
        case moves.Back():
            return go_back(course)
        case moves.Stop():
            return [Left()]
        case moves.ToMenu():
            return [Left(quietly=True), ShowMenu()]
        case moves.PersonInCharge():
            return [NamePerson(), PutAgain()]
        case moves.CannotSkip():
            return _again(course, say("engine.cannot_skip"))
        case moves.OldButton():
            return _again(course, say("engine.old_button"))
        case moves.Again(word):
            return _again(course, word)
        case moves.GoOn():
            return [PutAgain()]
        case moves.NotUnderstood(problem):
            return _not_understood(course, problem)
        case moves.Which(problem):
            return [Offer(problem.phrase, problem.choices, stacked=True)]
        case (
            moves.Unclear()
            | moves.PerhapsStop()
            | moves.PerhapsCommand()
            | moves.PerhapsQuestion()
            | moves.PerhapsElse()
        ):
            return [_ask_back(course, move)]
        case moves.AnswerHeld(text):
            course.change(held=None)
            return [AnswerQuestion(text), PutAgain()]
        case moves.PickOption(options):
            course.change(picked=Picked(course.place, options))
            return [ShowPicked()]
        case moves.PickDone():
            picked = list(course.picked)
            course.change(picked=None)
            return _accept(course, moves.Answered(picked, sure=True))
        case moves.Right():
            return finish(course)
        case moves.Wrong():
            course.change(choosing=True)
            return put_question(course)
        case moves.FixLine(key):
            course.change(choosing=False, at=key, fixing=True, failures=0)
            return put_question(course)
        case moves.Correct(key, answer):
            return _correct(course, key, answer)
    step = course.step
    assert step is not None
    return _apply_in_list(course, step, move)


def _again(course: Course, word: Phrase | None = None) -> Outcomes:
    told: Outcomes = [] if word is None else [Tell(word)]
    return [*told, *put_question(course, again=True)]


# What may mean one of two things


def _ask_back(
    course: Course,
    move: moves.Unclear
    | moves.PerhapsStop
    | moves.PerhapsCommand
    | moves.PerhapsQuestion
    | moves.PerhapsElse,
) -> Offer:
    stop = (Command.STOP, say("kinds.stop"))
    note = (Command.NOTE, say("engine.note"))
    match move:
        case moves.Unclear(right):
            return _offer(say("kinds.unclear_dung"), (right, say("kinds.right")), stop)
        case moves.PerhapsStop():
            return _offer(say("engine.stop_meant"), stop, (Command.AGAIN, say("engine.go_on")))
        case moves.PerhapsCommand(text):
            course.change(held=text)
            return _offer(say("engine.command_or_note", typed=single_line(text)), stop, note)
        case moves.PerhapsQuestion(text):
            course.change(held=text)
            question = (Command.QUESTION, say("engine.question"))
            return _offer(say("engine.question_or_note"), question, note)
        case moves.PerhapsElse(text):
            course.change(held=text)
            other = (Command.QUESTION, say("engine.else"))
            return _offer(say("engine.else_or_note"), other, note)


def _offer(phrase: Phrase, *choices: tuple[Chosen, Phrase]) -> Offer:
    return Offer(phrase, tuple((spell(chosen), label) for chosen, label in choices))


# Answers


def _accept(course: Course, answer: moves.Answered, *, confirmed: bool = False) -> Outcomes:
    """moves.Keep a value, once it is neither faulty nor in doubt."""
    turn, question, step = course.turn, course.question, course.step
    assert question is not None
    assert step is not None
    asked, value = question.step, answer.value
    fault = asked.fault(turn, question.scope, value)
    if fault is not None:
        course.change(pending=None)
        return _not_understood(course, fault)
    entry = course.session.entry
    stored = question.kept if entry is None else None
    if stored is not None and stored not in (value, course.session.seen):
        # Somebody else answered it meanwhile: nobody's words are lost without being seen.
        course.change(pending=None)
        shown = question.shown(turn, stored)
        return [Tell(say("engine.meanwhile", value=shown)), *put_question(course)]
    if not confirmed:
        doubt = asked.doubt(turn, question.scope, value)
        if doubt is not None or not answer.sure:
            said_back = doubt or answer.shown or question.shown(turn, value)
            course.change(pending=Pending(value, turn.text(said_back), answer.as_typed))
            return put_question(course)
    course.change(pending=None)
    if entry is not None:
        said = entry.said(asked.key, value)
        course.change(inside=said)
        course.after(asked, value)
        return next_inner(course, step, said)
    course.put(asked.key, value)
    skipped = tuple(key for key in course.session.skipped if key != asked.key)
    course.change(skipped=skipped)
    course.after(asked, value)
    return [Stopped()] if course.session.stopped else advance(course)


def _as_typed(course: Course) -> Pending | None:
    """What is asked after a proposal was denied: whether it is to stand as it was typed."""
    pending, question = course.session.pending, course.question
    if pending is None or question is None or pending.as_typed in (None, pending.value):
        return None
    typed = pending.as_typed
    return Pending(typed, course.turn.text(question.shown(course.turn, typed)), typed)


def _confirm_and(course: Course, move: moves.ConfirmAnd) -> Outcomes:
    """What waited is right; the next question is answered at once where it is put.

    A proposal that nobody said yes to is not kept: what was typed is.
    """
    pending = course.session.pending
    if pending is not None and pending.as_typed is not None and not move.says_yes:
        course.change(pending=replace(pending, value=pending.as_typed))
    coming = course.coming(pending.value if pending else None)
    outcomes = apply(course, moves.Confirm())
    question = course.question
    if coming is None or question is None or question.step is not coming.step:
        return outcomes
    told = [each for each in outcomes if isinstance(each, Tell)]
    return [*told, *apply(course, move.answer)]


def _go_on(course: Course) -> Outcomes:
    """Whatever stands there is left as it is."""
    entry, step = course.session.entry, course.step
    if entry is None or step is None:
        return advance(course)
    return next_inner(course, step, replace(entry, passed=(*entry.passed, entry.at)))


def _skip(course: Course) -> Outcomes:
    entry, step = course.session.entry, course.step
    if entry is not None and step is not None:
        return next_inner(course, step, entry.left_out(entry.at))
    if course.session.at not in course.session.skipped:
        course.change(skipped=(*course.session.skipped, course.session.at))
    return advance(course)


def _correct(course: Course, key: str, answer: moves.Answered | None) -> Outcomes:
    """Go to what was said before, with the new words if there are."""
    course.change(
        choosing=False,
        inside=None,
        pending=None,
        failures=0,
        at=key,
        fixing=True,
        seen=course.answers.get(key),
    )
    return put_question(course) if answer is None else _accept(course, answer)


def _not_understood(course: Course, problem: Phrase | None) -> Outcomes:
    """Say what is needed; after a second time also another way."""
    course.change(failures=course.session.failures + 1)
    failed = course.session.failures >= GIVES_UP_AFTER
    question = course.question
    if failed and question is not None and question.step.kind.gives_up is not None:
        return _accept(course, moves.Answered(question.step.kind.gives_up, sure=True))
    typed = " ".join(course.turn.inbound.text.split())
    shown = typed if len(typed) <= 60 else typed[:59] + "…"
    told: Outcomes = [Tell(problem or say("engine.not_understood", typed=shown))]
    if failed:
        told.append(Tell(say("engine.another_way")))
    return [*told, *put_question(course, again=True)]


# Lists


def _apply_in_list(course: Course, step: Step, move: Move) -> Outcomes:
    menu = course.session.menu or Menu()
    match move:
        case moves.AddEntry():
            return next_inner(course, step, Entry(step.items[0].key))
        case moves.ResumeEntry():
            course.change(inside=menu.left)
            return put_question(course)
        case moves.RestoreEntry():
            removed = menu.removed or {}
            kept = {key: value for key, value in removed.items() if key != ITEM}
            course.put_entry(step, removed[ITEM], kept)
            course.change(inside=Menu())
            return put_question(course)
        case moves.CloseList():
            return _close(course, step)
        case moves.ShowList(mode):
            course.change(inside=replace(menu, mode=mode))
            return put_question(course)
        case moves.PickEntry(item, mode):
            return _pick(course, step, item, mode)
    raise TypeError(f"no such move: {type(move).__name__}")


def _close(course: Course, step: Step) -> Outcomes:
    """A list is done, unless an entry lacks something."""
    lacking = unfinished(course, step)
    if lacking is not None:
        course.change(inside=lacking)
        return put_question(course)
    if step.key not in course.session.closed:
        course.change(closed=(*course.session.closed, step.key))
    return advance(course)


def _pick(course: Course, step: Step, item: int, mode: Mode) -> Outcomes:
    """An entry is opened, or taken out."""
    entry: dict[str, Answer] | None = course.entry(step, item)
    if entry is None:
        course.change(inside=Menu())
        return put_question(course)
    if mode is Mode.REMOVE:
        course.remove_entry(step, item)
        course.change(inside=Menu(removed=entry))
        what = item_label(course, step, entry)
        return [Tell(say("engine.list.removed", what=what)), *put_question(course)]
    course.change(inside=opened(entry, step.items[0].key))
    return put_question(course)
