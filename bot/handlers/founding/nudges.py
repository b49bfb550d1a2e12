"""Asking the organisers about founding steps on which nothing moves."""

from __future__ import annotations

from bot import buttons
from bot.delivery.letters import Choices, Letter
from bot.delivery.naming import contact_of
from bot.delivery.telling import tell_each
from bot.domain.due import Looked
from bot.domain.founding import DECISIVE, FIELDS, RULES, StepKey, StepState
from bot.domain.rights import Right
from bot.handlers.founding.lines import step_name
from bot.handlers.founding.stuck import Stuck, nudge_key, take_stuck
from bot.handlers.services import Services, coordinators_of
from bot.messages import Kind
from bot.speech.translation import Phrase, say
from bot.storage.records import Club, DueRow, FoundingStepRow
from bot.storage.unit_of_work import UnitOfWork


def nudge(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Ask a club's organisers about the first of its steps on which nothing moved."""
    stuck, looked = take_stuck(uow, due)
    if stuck is not None:
        _ask(services, uow, stuck)
    return looked


def _ask(services: Services, uow: UnitOfWork, stuck: Stuck) -> None:
    heard = [
        each
        for each in uow.accounts.organisers(stuck.club.id)
        if each.blocked_at is None and each.muted_at is None
    ]
    if stuck.for_coordinators or not heard:
        _tell_coordinators(services, uow, stuck)
        return
    phrase, choices = _question(stuck.club, stuck.key, stuck.row)
    letter = Letter(
        key=f"{nudge_key(stuck.club)}{stuck.key}/{uow.now.date().isoformat()}",
        kind=Kind.NUDGE,
        phrase=phrase,
        choices=choices,
        rights=[Right.organises(stuck.club.id)],
    )
    tell_each(uow, heard, services.zone, letter)


def _tell_coordinators(services: Services, uow: UnitOfWork, stuck: Stuck) -> None:
    """Those above hear once that asking the organisers was in vain, or that nobody can be asked."""
    club = stuck.club
    letter = Letter(
        key=f"{nudge_key(club)}above/{stuck.since.date().isoformat()}",
        phrase=say(
            "founding.stands_still",
            club=club.name,
            number=RULES[stuck.key].number,
            name=step_name(stuck.key),
            days=(uow.now - stuck.since).days,
            contact=contact_of(uow, club),
        ),
        choices=[[(say("menu.report"), buttons.Report())]],
        rights=[Right.oversees(club.id)],
    )
    tell_each(uow, coordinators_of(services.plan, uow, club), services.zone, letter)


def _question(club: Club, key: StepKey, row: FoundingStepRow) -> tuple[Phrase, Choices]:
    """What is asked about a step, with its choices: of one that waits, what the commune said."""
    steps = (say("founding.steps"), buttons.Checklist(club.id))
    if row.state == StepState.AWAITING and key in DECISIVE:
        stem = f"founding.{key}.{DECISIVE[key]}"
        declared = next(each for each in FIELDS[key] if each.name == DECISIVE[key])
        choices = [
            [(say(f"{stem}.{option}"), buttons.OpenStep(club.id, key, "answer", option))]
            for option in declared.choices
        ]
        phrase = say("founding.nudge_awaiting", club=club.name, question=say(f"{stem}.ask"))
        return phrase, [*choices, [steps]]
    phrase = say("founding.nudge", club=club.name, number=RULES[key].number, name=step_name(key))
    return phrase, [[(say("founding.go_on"), buttons.yes(buttons.OpenStep(club.id, key))), steps]]
