"""What can be done next in a founding, offered with its papers."""

from __future__ import annotations

from collections.abc import Mapping

from bot import buttons
from bot.conversations.effects import FoundingShown
from bot.conversations.turn import Turn
from bot.delivery.letters import Choices
from bot.documents.materials import materials_of
from bot.documents.papers import PAPERS, papers_of
from bot.domain.founding import (
    RULES,
    STEPS,
    WORKING,
    StepKey,
    StepState,
    next_step,
    states,
)
from bot.handlers.founding.facts import facts_of
from bot.handlers.founding.lines import skipped_words, step_name
from bot.handlers.services import Services
from bot.speech.translation import Phrase, say
from bot.storage.records import Club


def _papers_row(
    computed: dict[StepKey, StepState], club: Club, worked_on: StepKey | None = None
) -> list[tuple[Phrase, buttons.Button]]:
    """The way to the papers, those of the step just worked on else all, and to its materials."""
    row: list[tuple[Phrase, buttons.Button]] = []
    of_step = worked_on if worked_on is not None and papers_of(worked_on) else None
    ready = any(
        computed[step] is not StepState.LOCKED for paper in PAPERS.values() for step in paper.steps
    )
    if of_step is not None or ready:
        row.append((say("papers.send"), buttons.Papers(club.id, of_step)))
    if worked_on is not None and materials_of(worked_on):
        row.append((say("materials.send"), buttons.Materials(club.id, worked_on)))
    return row


def offer_next(
    services: Services,
    turn: Turn,
    club: Club,
    worked_on: StepKey | None = None,
    *,
    more: Choices = (),
) -> None:
    """What can be done now: the next step first, then the other open ones, and the papers.

    `more` are choices that what was just said asks for.
    """
    facts = facts_of(turn.uow, club, turn.today)
    computed = states(facts)
    coming = next_step(facts)
    ways_out = [
        (say("founding.other_step"), buttons.Steps(club.id)),
        (say("engine.back_to"), buttons.OpenClub(club.id)),
    ]
    if coming is None:
        turn.offer(
            say("founding.all_done", club=club.name, skipped=skipped_words(turn, club)),
            _papers_row(computed, club, worked_on),
            [(say("club.menu"), buttons.OpenClub(club.id))],
            ways_out[:1],
        )
        return
    again = computed[coming] is StepState.REVIEW
    turn.offer(
        say(
            "founding.next_review" if again else "founding.next",
            number=RULES[coming].number,
            total=len(STEPS),
            name=step_name(coming),
            hint=say(f"founding.{coming}.hint"),
        ),
        *more,
        *_step_rows(computed, club, coming),
        _papers_row(computed, club, worked_on),
        ways_out,
    )


def _step_rows(computed: Mapping[StepKey, StepState], club: Club, coming: StepKey) -> buttons.Rows:
    """The step that comes next, to be done or looked at again, then up to four other open ones."""
    rows: buttons.Rows = []
    again = computed[coming] is StepState.REVIEW
    if again:
        rows.append([(say("founding.unchanged"), buttons.no(buttons.Unchanged(club.id, coming)))])
    label = say("founding.look_again" if again else "founding.do_step", name=step_name(coming))
    rows.append([(label, buttons.yes(buttons.OpenStep(club.id, coming)))])
    others = [
        step.key for step in STEPS if computed[step.key] in WORKING and step.key is not coming
    ]
    for key in others[:4]:
        rows.append([(step_name(key), buttons.OpenStep(club.id, key))])
    return rows


def show_next(services: Services, turn: Turn, shown: FoundingShown) -> None:
    """What can be done next, offered to who organises the club."""
    if turn.organises(shown.club_id):
        offer_next(services, turn, turn.uow.clubs.get(shown.club_id))
