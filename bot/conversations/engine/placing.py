"""Where a conversation goes next: the question that is put, one back, or the end."""

from __future__ import annotations

from dataclasses import replace

from bot.conversations.engine.course import Course, Question
from bot.conversations.engine.lines import reads_over
from bot.conversations.engine.outcomes import Ask, Finished, Outcome, Tell
from bot.conversations.engine.session import REVIEW, Answers, Entry, Menu, Mode, Shown
from bot.conversations.engine.table import Step
from bot.domain.entries import ITEM
from bot.speech.translation import say, words_version

Outcomes = list[Outcome]


def put_question(course: Course, *, again: bool = False, progress: bool = False) -> Outcomes:
    """Put the question that the session stands at; `again`: it stood there before."""
    step = course.step
    if step is not None and not course.applies(step):
        # Something else that was said took it away.
        return advance(course)
    if not again:
        course.change(asked=course.session.asked + 1)
    if step is not None and course.session.pending is None:
        if step.is_list and course.session.inside in (None, Menu()):
            course.change(inside=unfinished(course, step) or Menu())
        if course.session.inside is None:
            course.change(seen=course.answers.get(step.key))
        if step.proved:
            course.change(shown={**course.session.shown, step.key: _shown(course, again=again)})
    return [Ask(again, progress)]


def _shown(course: Course, *, again: bool) -> Shown:
    """What is read now: the words of the open question, and the notice that was read last."""
    turn, question, before = course.turn, course.question, course.session.shown
    assert question is not None
    language = turn.speaker.language
    asks, notice = question.asks(turn), None if again else question.notice(turn)
    read = [each for each in before.values() if each.notice is not None]
    last = read[-1] if read else None
    shown = Shown(language, words_version(asks.key, language), turn.text(asks))
    if notice is not None:
        version = words_version(notice.key, language)
        return replace(shown, notice=turn.text(notice), notice_version=version)
    if last is not None:
        return replace(shown, notice=last.notice, notice_version=last.notice_version)
    return shown


def advance(course: Course) -> Outcomes:
    """Go to the next question that isn't answered, or finish."""
    course.change(pending=None, failures=0, inside=None)
    place = course.next_place
    if place == REVIEW and not (course.flow.review and reads_over(course)):
        return finish(course)
    course.change(at=place, fixing=False)
    return put_question(course)


def finish(course: Course) -> Outcomes:
    """The end, unless something that was true when it was said no longer is."""
    steps, answers = course.open_steps, course.answers
    for step in steps:
        value = None if step.is_list else answers.get(step.key)
        fault = None if value is None else step.fault(course.turn, answers, value)
        if fault is not None:
            # A name that another took meanwhile.
            course.change(at=step.key, fixing=True)
            return [Tell(fault), *put_question(course)]
    # What was said at a question that no longer applies was taken back on the way.
    closed = {step.key for step in course.flow.steps} - {step.key for step in steps}
    return [Finished({key: value for key, value in answers.items() if key not in closed})]


def next_inner(course: Course, step: Step, entry: Entry) -> Outcomes:
    """The next question about the open entry of a list, or keep the entry."""
    course.change(failures=0, pending=None, inside=entry)
    changing = entry.item is not None
    inner = step.items
    if changing:
        inner = inner[[each.key for each in inner].index(entry.at) + 1 :]
    scope = course.scope(entry)
    for each in inner:
        done = each.key in entry.passed or (not changing and entry.draft.get(each.key) is not None)
        if not done and each.when(course.turn, scope):
            course.change(inside=replace(entry, at=each.key))
            return put_question(course)
    course.put_entry(step, entry.item, entry.draft)
    course.change(inside=Menu())
    return put_question(course)


def unfinished(course: Course, step: Step) -> Entry | None:
    """The first entry that came in without something needed, opened at what it lacks."""
    for each in course.entries(step):
        scope = {**course.answers, **each}
        for inner in step.items:
            lacks = each.get(inner.key) is None and not inner.optional
            if lacks and inner.when(course.turn, scope):
                entry = opened(each, inner.key)
                said = tuple(other.key for other in step.items if other.key in entry.draft)
                return replace(entry, passed=said)
    return None


def opened(entry: Answers, at: str) -> Entry:
    """An entry of a list, opened at a question."""
    draft = {key: kept for key, kept in entry.items() if key != ITEM}
    return Entry(at, entry[ITEM], draft)


def answered_last(course: Course) -> Question | None:
    """The question before the open one, with what was answered; None where that isn't plain."""
    session, step = course.session, course.step
    if session.fixing or session.menu is not None or session.pending is not None:
        return None
    if step is not None and session.entry is not None:
        keys = [each.key for each in course.inner_steps(step, session.entry)]
        place = keys.index(session.entry.at) if session.entry.at in keys else 0
        if place == 0:
            return None
        return course.inner(step, replace(session.entry, at=keys[place - 1]))
    number = course.number
    if number == 0:
        return None
    before = course.open_steps[number - 1]
    return None if before.is_list else course.about(before)


def go_back(course: Course) -> Outcomes:
    """One question back, as the table has them; at the first, say so."""
    course.change(failures=0)
    session, step = course.session, course.step
    if step is not None and session.entry is not None:
        course.change(inside=_back_in_entry(course, step, session.entry))
        return put_question(course)
    if step is not None and session.menu is not None and session.menu.mode is not Mode.MENU:
        course.change(inside=Menu())
        return put_question(course)
    if step is None and session.choosing:
        course.change(choosing=False)
        return put_question(course)
    if session.fixing:
        course.change(fixing=False, at=REVIEW, inside=None)
        return put_question(course)
    number = course.number
    if number == 0:
        return [Tell(say("engine.first_question")), *put_question(course, again=True)]
    at = course.open_steps[number - 1].key
    course.change(
        inside=None,
        at=at,
        closed=tuple(key for key in session.closed if key != at),
        skipped=tuple(key for key in session.skipped if key != at),
    )
    return put_question(course)


def _back_in_entry(course: Course, step: Step, entry: Entry) -> Entry | Menu:
    keys = [each.key for each in course.inner_steps(step, entry)]
    place = keys.index(entry.at) if entry.at in keys else 0
    if place == 0:
        # What was typed of an entry waits at the menu.
        said = entry.draft and (entry.item is None or entry.passed)
        return Menu(left=entry if said else None, paused=True)
    at = keys[place - 1]
    return replace(entry, at=at, passed=tuple(key for key in entry.passed if key != at))
