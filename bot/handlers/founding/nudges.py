"""Asking the organisers about founding steps on which nothing moves."""

from __future__ import annotations

from datetime import timedelta

from bot import buttons
from bot.delivery.letters import Choices, Letter
from bot.delivery.telling import tell_each
from bot.domain.due import DueKind, Looked
from bot.domain.founding import DECISIVE, FIELDS, RULES, STEPS, StepKey, StepState
from bot.domain.rights import Right
from bot.handlers.founding.lines import step_name
from bot.handlers.services import Services
from bot.messages import Kind
from bot.speech.translation import Phrase, say
from bot.storage.records import Club, DueRow, FoundingStepRow
from bot.storage.unit_of_work import UnitOfWork

NUDGES_APART = timedelta(days=3)
"""A club is asked about one step at a time, and not every day (a proposal)."""
DECISION_AGAIN = timedelta(days=10)
"""When the organisers are asked once more whether the commune has decided."""
_PLACES = {step.key: place for place, step in enumerate(STEPS)}


def nudge(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Ask a club's organisers about the first of its steps on which nothing moved.

    The others of them wait with it: whoever looks at one of these in the same go says nothing.
    """
    step = uow.founding.step(due.subject_id)
    if step is None:
        return Looked()
    club = uow.clubs.get(step.club_id)
    rows = {StepKey(key): row for key, row in uow.founding.steps(club.id).items()}
    moments = uow.due.moments(DueKind.NUDGE, [row.id for row in rows.values()])
    own = moments.get(step.id)
    if own is None or own > uow.now:
        return Looked(again=own)
    over = [key for key, row in rows.items() if row.id in moments and moments[row.id] <= uow.now]
    later = {rows[key].id: uow.now + _again(key) for key in over}
    if not club.closed:
        first = min(over, key=_PLACES.__getitem__)
        _ask(services, uow, club, first, rows[first])
        earliest = uow.now + NUDGES_APART
        coming = moments | later
        later |= {number: earliest for number, moment in coming.items() if moment < earliest}
    again = later.pop(step.id)
    for number, moment in later.items():
        uow.due.set(DueKind.NUDGE, number, moment)
    return Looked(again=again)


def _again(key: StepKey) -> timedelta:
    if key is StepKey.RECOGNITION_DECISION:
        return DECISION_AGAIN
    return timedelta(days=RULES[key].nudge_days)


def _ask(
    services: Services, uow: UnitOfWork, club: Club, key: StepKey, row: FoundingStepRow
) -> None:
    phrase, choices = _question(club, key, row)
    heard = [
        each
        for each in uow.accounts.organisers(club.id)
        if each.blocked_at is None and each.muted_at is None
    ]
    letter = Letter(
        key=f"nudge/{club.id}/{key.value}/{uow.now.date().isoformat()}",
        kind=Kind.NUDGE,
        phrase=phrase,
        choices=choices,
        rights=[Right.organises(club.id)],
    )
    tell_each(uow, heard, services.zone, letter)


def _question(club: Club, key: StepKey, row: FoundingStepRow) -> tuple[Phrase, Choices]:
    """What is asked about a step, with its choices: of one that waits, what the commune said."""
    steps = (say("founding.steps"), buttons.Checklist(club.id))
    if row.state == StepState.AWAITING.value and key in DECISIVE:
        stem = f"founding.{key.value}.{DECISIVE[key]}"
        declared = next(each for each in FIELDS[key] if each.name == DECISIVE[key])
        choices = [
            [(say(f"{stem}.{option}"), buttons.OpenStep(club.id, key, "answer", option))]
            for option in declared.choices
        ]
        phrase = say("founding.nudge_awaiting", club=club.name, question=say(f"{stem}.ask"))
        return phrase, [*choices, [steps]]
    phrase = say("founding.nudge", club=club.name, number=RULES[key].number, name=step_name(key))
    return phrase, [[(say("founding.go_on"), buttons.yes(buttons.OpenStep(club.id, key))), steps]]
