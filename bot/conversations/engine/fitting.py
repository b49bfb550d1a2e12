"""Whether what is stored fits the tables of today, and what of it can be taken over.

A session may have been stored by another version of the program: a flow or a step has another
name by now, or a question asks for another kind of answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.conversations.engine.kinds import ListKind
from bot.conversations.engine.session import (
    BEGINNING,
    REVIEW,
    Answer,
    Answers,
    Entry,
    Menu,
    Session,
)
from bot.conversations.engine.storing import UnreadableSessionError, from_json
from bot.conversations.engine.table import Flow, Step

Flows = Mapping[str, Flow]


def read_session(flows: Flows, state: object) -> Session:
    """A stored session that can be gone on with; raises UnreadableSessionError."""
    session = from_json(state)
    flow = flows.get(session.flow)
    if flow is None:
        raise UnreadableSessionError(f"flow {session.flow}")
    if not flow.is_begun_with(session.args):
        raise UnreadableSessionError("args")
    if session.at not in (BEGINNING, REVIEW):
        if not flow.has_step(session.at):
            raise UnreadableSessionError(f"step {session.at}")
        _check_place(session, flow.step(session.at))
    for step in flow.steps:
        value = session.answers.get(step.key)
        if value is not None and not fits(step, value):
            raise UnreadableSessionError(f"answer {step.key}")
    return session


def _check_place(session: Session, step: Step) -> None:
    if session.inside is not None and not step.is_list:
        raise UnreadableSessionError(f"step {step.key}")
    menu, question = session.menu, step
    for entry in (session.entry, menu.left if menu else None):
        if entry is None:
            continue
        if not step.has_item(entry.at):
            raise UnreadableSessionError(f"step {step.key}.{entry.at}")
        if not _fits_entry(step, entry.draft):
            raise UnreadableSessionError(f"entry of {step.key}")
        question = step.item(entry.at)
    if menu is not None and menu.removed is not None and not _fits_entry(step, menu.removed):
        raise UnreadableSessionError(f"entry of {step.key}")
    if session.pending is not None and not fits(question, session.pending.value):
        raise UnreadableSessionError(f"pending at {question.key}")


def fits(step: Step, value: Answer) -> bool:
    """Whether something stored can be the answer to a question."""
    if step.is_list:
        return ListKind().fits(value) and all(_fits_entry(step, entry) for entry in value)
    return step.kind.fits(value)


def _fits_entry(step: Step, entry: Answers) -> bool:
    return all(
        entry.get(inner.key) is None or inner.kind.fits(entry[inner.key]) for inner in step.items
    )


def _fitting(step: Step, value: object) -> Answer:
    """What of a stored answer can still be one: of a list the entries that can, None for nothing."""
    if not step.is_list:
        return value if value is not None and step.kind.fits(value) else None
    if not isinstance(value, list) or not ListKind().fits(value):
        return None
    return [entry for entry in value if _fits_entry(step, entry)] or None


def taken_over(flow: Flow, session: Session, state: object) -> Session:
    """A session that just began, with all that was said before and fits.

    What an answer brought about when it was given (`Step.after`: the proof of a consent) is known
    only of a state that can be read whole; of any other such questions are asked again.
    """
    try:
        old = from_json(state)
    except UnreadableSessionError:
        answers = state.get("answers") if isinstance(state, dict) else None
        if not isinstance(answers, dict):
            return session
        steps = [step for step in flow.steps if step.after is None]
        return session.with_answers(**_answers(steps, answers))
    keys = {step.key for step in flow.steps}
    found = replace(
        session.with_answers(**_answers(flow.steps, old.answers)),
        skipped=tuple(key for key in old.skipped if key in keys),
        closed=tuple(dict.fromkeys(key for key in (*session.closed, *old.closed) if key in keys)),
        proofs=old.proofs,
        shown=old.shown,
        left_open=old.left_open,
    )
    if old.at in keys and old.entry is not None:
        return _with_entry(flow.step(old.at), found, old.entry)
    return found


def _answers(steps: tuple[Step, ...] | list[Step], answers: Answers) -> Answers:
    found = {step.key: _fitting(step, answers.get(step.key)) for step in steps}
    return {key: value for key, value in found.items() if value is not None}


def _with_entry(step: Step, session: Session, entry: Entry) -> Session:
    """An entry that was half typed waits at the menu of its list."""
    draft = {
        inner.key: kept
        for inner in step.items
        if (kept := _fitting(inner, entry.draft.get(inner.key))) is not None
    }
    if not draft:
        return session
    left = Entry(step.items[0].key, entry.item, draft)
    return replace(session, at=step.key, inside=Menu(left=left, paused=True))
