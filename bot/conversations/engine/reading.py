"""Understanding one input where the conversation stands. Says nothing, stores nothing.

Words typed while a question is open are judged by what the whole message surely is (`meaning`),
then by the question's own kind, then as words of command, then as anything else.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.conversations.engine import moves
from bot.conversations.engine.choices import Command, Press, read_press
from bot.conversations.engine.course import Course, Question
from bot.conversations.engine.kinds import FileKind, NameKind, SeveralKind
from bot.conversations.engine.kinds.base import Problem, Unread, Value
from bot.conversations.engine.lines import entries_named, review_lines
from bot.conversations.engine.meaning import (
    amends,
    answer_meant,
    is_doubtful,
    is_news,
    is_told,
    read_amended,
    read_meant,
    read_put_right,
    way_of,
)
from bot.conversations.engine.moves import Move
from bot.conversations.engine.pressing import read_choice
from bot.conversations.engine.session import REVIEW, Answer, Menu, Mode
from bot.conversations.engine.surroundings import Turn
from bot.conversations.engine.table import Step
from bot.intents.asking import asks_plainly, looks_like_question
from bot.intents.corrections import is_all_right, read_correction
from bot.intents.leaving import gives_up, leaves_out, puts_off, takes_back, takes_leave
from bot.intents.list_commands import read_line_command
from bot.intents.live import asks_of_this_step
from bot.intents.put_right import after_no, after_yes, wants_change
from bot.intents.sending import says_to_keep
from bot.intents.understanding import Said
from bot.intents.words import (
    Meaning,
    is_exact_command,
    meanings_of,
    read_yes_no,
)
from bot.language.accents import begins_as_name
from bot.language.births import tells_age
from bot.language.text import fold
from bot.messages import Incoming
from bot.speech.translation import say

_WORDLESS = (Incoming.STICKER, Incoming.VOICE, Incoming.PHOTO, Incoming.OTHER)


def read_input(course: Course) -> Move:
    """What the turn's input means."""
    turn = course.turn
    if turn.value:
        press = read_press(turn.value)
        if not isinstance(press, Press) or press.number != str(course.session.asked):
            return moves.OldButton()
        return read_choice(course, press.chosen)
    kind = turn.inbound.kind
    question = course.question
    if question is not None and isinstance(question.step.kind, FileKind):
        if kind in (Incoming.FILE, Incoming.PHOTO):
            return _file(turn)
    if kind is Incoming.FILE:
        return moves.Again(say("engine.no_file_here"))
    if kind in _WORDLESS:
        return moves.Again(say("engine.cannot_read"))
    return _text(course, turn.inbound.text)


def _file(turn: Turn) -> Move:
    """A file or a photo where one is asked for.

    Not every channel hands a photo on; some send it smaller and without a name.
    """
    path = turn.inbound.file_path
    if path:
        return moves.Answered(
            {"path": path, "name": turn.inbound.file_name or Path(path).name}, True
        )
    return moves.Again(
        say("engine.picture_as_file") if turn.capabilities.files else say("engine.no_files")
    )


def _text(course: Course, text: str) -> Move:
    session = course.session
    asked = course.question
    if (asked is None or not asked.step.kind.takes_anything) and (
        takes_leave(text) or puts_off(text)
    ):
        return moves.Stop()
    if session.pending is not None:
        move = _confirming(course, text)
        if move is not None:
            return move
    if session.at == REVIEW:
        move = _review_text(course, text)
    else:
        step, question = course.step, course.question
        if step is None:
            move = _command_or_else(course, text)
        elif question is None:
            move = _list_text(course, step, text)
        else:
            move = _answer_text(course, question, text)
    waits = session.pending is not None or session.held is not None
    return moves.Anew(move) if waits else move


def _confirming(course: Course, text: str) -> Move | None:
    """Words after "đúng không?"; None where they give another value."""
    answer = read_yes_no(text)
    if answer == "yes":
        return moves.Confirm()
    instead = _instead(course, text)
    if instead is not None:
        return instead
    if answer == "no" or meanings_of(text) & {Meaning.CORRECT, Meaning.BACK}:
        return moves.Deny()
    following = _and_the_next(course, text)
    if following is not None:
        return following
    question = course.question
    if question is not None and (amended := _amended(course, question, text)) is not None:
        return amended
    if answer == "unclear":
        return moves.Unclear(Command.SURE)
    if question is None:
        return None
    if is_told(course, question, text):
        return moves.otherwise(course.turn)
    read = question.read(course.turn, text)
    free = question.step.kind.free and looks_like_question(text)
    if free or isinstance(read, Unread | Problem):
        # No other value: what was asked stays asked.
        return (
            _command(course, meanings_of(text))
            or _yes_or_no_meant(course, text)
            or moves.otherwise(course.turn)
        )
    pending = course.session.pending
    if pending is not None and pending.value == read.as_typed:
        # Typed once more as it stands: the proposal that was denied isn't made again.
        return moves.Confirm()
    return None


def _instead(course: Course, text: str) -> Move | None:
    """ "không, 80": what is right stands behind the no."""
    question, rest = course.question, after_no(text)
    if question is None or rest is None or meanings_of(rest):
        return None
    amended = _amended(course, question, rest)
    if amended is not None:
        return amended
    kind = question.step.kind
    if kind.free and not (isinstance(kind, NameKind) and begins_as_name(rest)):
        return None
    read = question.read(course.turn, rest)
    return moves.Answered.of(read) if isinstance(read, Value) else None


def _amended(course: Course, question: Question, text: str) -> Move | None:
    """What words change of the answer that is said back, or else of the one that is to be changed."""
    pending = course.session.pending
    if pending is None and not course.session.fixing:
        return None
    read = question.amended(course.turn, text, None if pending is None else pending.value)
    if isinstance(read, Unread) or not amends(course, text):
        return None
    if isinstance(read, Value) and pending is not None and read.value == pending.value:
        return moves.Again()
    return moves.move_of(course.turn, read)


def _yes_or_no_meant(course: Course, text: str) -> Move | None:
    """A yes or no to "đúng không?" in other words."""
    meaning = course.turn.surroundings.meaning(text)
    value = answer_meant(meaning) if meaning is not None and meaning.sure else None
    if value == Said.YES:
        return moves.Confirm()
    if value == Said.LATER:
        return moves.Stop()
    return moves.Deny() if value == Said.NO else None


def _and_the_next(course: Course, text: str) -> Move | None:
    """ "đúng, 1948", or "1948" alone: the next question's answer in the place of a yes."""
    pending, question = course.session.pending, course.question
    coming = None if pending is None else course.coming(pending.value)
    if coming is None or question is None or coming.step.kind.free:
        return None
    rest = after_yes(text)
    if rest is None and isinstance(question.read(course.turn, text), Value):
        # Another value for what was asked.
        return None
    read = coming.read(course.turn, text if rest is None else rest)
    if isinstance(read, Problem) and read.choices and (rest is not None or tells_age(text)):
        # "tuổi hợi" is one of two years.
        return moves.ConfirmAnd(moves.Which(read), rest is not None)
    if not isinstance(read, Value):
        return None
    return moves.ConfirmAnd(moves.Answered.of(read), rest is not None)


def _review_text(course: Course, text: str) -> Move:
    choosing = course.session.choosing
    amended = read_amended(course, text)
    if amended is not None:
        return amended
    answer, meanings = read_yes_no(text), meanings_of(text)
    all_right = is_all_right(text)
    if choosing and (answer == "no" or (all_right and text == fold(text))):
        # "dung het roi" may be an end: what was read over is shown once more.
        return moves.Back()
    if answer == "yes" or all_right or says_to_keep(text) or meanings == {Meaning.DONE}:
        return moves.Right()
    if answer == "unclear" and not choosing:
        return moves.Unclear(Command.RIGHT)
    is_wrong = answer == "no" or Meaning.CORRECT in meanings or wants_change(text)
    if is_wrong and not choosing:
        return moves.Wrong()
    for line in review_lines(course):
        if fold(text) and fold(line.text).startswith(fold(text)):
            return moves.FixLine(line.step.key)
    if is_news(course, text):
        return moves.otherwise(course.turn)
    return (
        _correction(course, text, plainly=False)
        or read_put_right(course, text)
        or _command_or_else(course, text)
    )


def _answer_text(course: Course, question: Question, text: str) -> Move:
    """Words typed at a question."""
    kind = question.step.kind
    if kind.free and (no_answer := _beside_free_answer(course, question, text)) is not None:
        return no_answer
    if question.is_kept_by(text):
        # "giữ nguyên" is no place's name where its name stands there.
        return moves.Keep()
    if is_told(course, question, text):
        return moves.otherwise(course.turn)
    way = way_of(course, question, text)
    command = None if way is None else _command(course, frozenset({way}))
    if command is not None:
        return command
    if kind.names and course.session.inside is None:
        corrected = _correction(course, text, plainly=True)
        if corrected is None or corrected.answer is None:
            corrected = read_put_right(course, text)
        if corrected is not None:
            return corrected
    if isinstance(kind, SeveralKind) and course.session.picked and _says_done(text):
        return moves.PickDone() if course.picked else moves.Again()
    if question.step.optional and read_yes_no(text) == "no":
        # "không có" to what may be left out.
        return moves.Skip()
    amended = _amended(course, question, text)
    if amended is not None:
        return amended
    read = question.read(course.turn, text)
    if isinstance(read, Value):
        return _answered(course, question, read, text)
    return _not_read(course, question, read, text)


def _beside_free_answer(course: Course, question: Question, text: str) -> Move | None:
    """A command or a question typed where any words could be an answer; None for an answer."""
    kind = question.step.kind
    exact = is_exact_command(text)
    command = _command(course, frozenset({exact})) if exact is not None else None
    if command is not None:
        return command
    meanings = meanings_of(text)
    if meanings in ({Meaning.HEARD}, {Meaning.WILL_ASK}):
        # "vậy hả" is nobody's name and no place.
        return _command(course, meanings)
    if kind.asks_commands and meanings == {Meaning.SKIP}:
        return moves.Skip() if question.step.optional else moves.CannotSkip()
    if kind.asks_commands and question.step.optional and leaves_out(text):
        return moves.Skip()
    if kind.names and not question.step.optional and gives_up(text):
        return moves.Stop()
    if kind.asks_commands and (Meaning.STOP in meanings or takes_back(text) or gives_up(text)):
        return moves.PerhapsCommand(text)
    if asks_of_this_step(text):
        # No answer asks what the question is about.
        return moves.otherwise(course.turn)
    if looks_like_question(text) and (
        course.turn.surroundings.surely_asks(text)
        or (isinstance(kind, NameKind) and asks_plainly(text))
    ):
        return moves.PerhapsQuestion(text)
    return None


def _not_read(course: Course, question: Question, read: Problem | Unread, text: str) -> Move:
    """What words mean that are no answer to what is asked."""
    if course.session.inside is None:
        corrected = _correction(course, text, plainly=True) or read_put_right(course, text)
        if corrected is not None:
            return corrected
    command = _command(course, meanings_of(text))
    if command is not None:
        return command
    if gives_up(text):
        # No yes or no was asked for.
        return moves.Stop()
    offers = isinstance(read, Problem) and read.choices
    meant = None if offers else read_meant(course, question, text)
    if meant is not None:
        return meant
    if isinstance(read, Unread):
        return moves.otherwise(course.turn)
    problem = moves.move_of_problem(read)
    asks = not read.asked_back and (
        looks_like_question(text) or is_doubtful(course, question, text)
    )
    return moves.SomethingElse(text, problem) if asks else problem


def _answered(course: Course, question: Question, read: Value[Answer], text: str) -> Move:
    """What a kind read; said back where the sentence around it hardly is an answer."""
    answered = moves.Answered.of(read)
    kind = question.step.kind
    if kind.takes_anything or not is_doubtful(course, question, text):
        return answered
    if kind.names:
        # Read back as a name, a sentence would be hurtful or silly.
        return answered if begins_as_name(text) else moves.PerhapsElse(text)
    return replace(answered, sure=False)


def _says_done(text: str) -> bool:
    return Meaning.DONE in meanings_of(text)


def _list_text(course: Course, step: Step, text: str) -> Move:
    """Words typed at the menu of a list."""
    mode = (course.session.menu or Menu()).mode
    entries = course.entries(step)
    meanings = meanings_of(text)
    command = read_line_command(text) if entries else None
    if command is not None and not meanings - {Meaning.SKIP}:
        wanted = Mode(command.what)
        if command.number is not None:
            matching = entries[command.number - 1 : command.number] if command.number else []
        else:
            matching = entries_named(course, step, command.words or "")
        return moves.PickEntry.of(matching, wanted) or moves.ShowList(wanted)
    if mode is not Mode.MENU:
        named = moves.PickEntry.of(entries_named(course, step, fold(text)), mode)
        if named is not None:
            return named
        if meanings & {Meaning.BACK, Meaning.CORRECT, Meaning.STOP}:
            return moves.ShowList(Mode.MENU)
    elif Meaning.DONE in meanings:
        lacking = step.lowest - len(entries)
        return (
            moves.CloseList()
            if lacking <= 0
            else moves.Again(say("engine.list.lacking", lacking=lacking))
        )
    elif Meaning.ADD in meanings and len(entries) < step.highest:
        return moves.AddEntry()
    elif Meaning.CORRECT in meanings and entries:
        return moves.ShowList(Mode.CHANGE)
    return _command_or_else(course, text)


def _correction(course: Course, text: str, *, plainly: bool) -> moves.Correct | None:
    """ "ủa, địa chỉ là tổ 6": goes to what was said before, with the new words if there are.

    `plainly`: only where it says that something is to be put right.
    """
    lines = [
        line
        for line in review_lines(course)
        if not line.step.is_list and course.is_answered(line.step)
    ]
    found = read_correction(text, [line.name for line in lines])
    if found is None or (plainly and not found.plainly):
        return None
    step = lines[found.place].step
    if found.value:
        read = course.about(step).read(course.turn, found.value)
        if isinstance(read, Value):
            return moves.Correct(step.key, moves.Answered.of(read))
    return moves.Correct(step.key)


def _command(course: Course, meanings: frozenset[Meaning]) -> Move | None:
    """Words that every conversation takes; None for any other."""
    if {Meaning.YES, Meaning.STOP} <= meanings:
        return moves.PerhapsStop()
    if meanings & {Meaning.BACK, Meaning.CORRECT}:
        return moves.Back()
    if meanings & {Meaning.STOP, Meaning.GOODBYE}:
        return moves.Stop()
    if Meaning.MENU in meanings:
        return moves.ToMenu()
    if Meaning.SKIP in meanings:
        if course.question is None:
            return None
        return moves.Skip() if course.question.step.optional else moves.CannotSkip()
    if Meaning.PERSON_IN_CHARGE in meanings:
        return moves.PersonInCharge()
    if Meaning.HELP in meanings:
        return moves.Again(say("engine.help"))
    if meanings & {Meaning.REPEAT, Meaning.GO_ON}:
        return moves.Again()
    if meanings & {Meaning.THANKS, Meaning.HELLO, Meaning.HEARD}:
        return moves.Again(say("engine.kindly"))
    if Meaning.WILL_ASK in meanings:
        return moves.Again(say("answer.ask"))
    return None


def _command_or_else(course: Course, text: str) -> Move:
    return _command(course, meanings_of(text)) or moves.otherwise(course.turn)
