"""Consent given by a court's guardian: his name and the paper that he showed are asked and noted."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversations.engine import Answers, Step
from bot.conversations.engine.kinds import NameKind, TextKind
from bot.conversations.engine.surroundings import Here
from bot.domain.membership import Guardian


def guardian_steps(when: Callable[[Here, Answers], bool]) -> tuple[Step, ...]:
    """Who he is, and by which paper: an organiser looks at it, and no picture of it is kept."""
    words = "registration"
    return (
        Step("guardian", NameKind(), when=when, counted=False, words=f"{words}.guardian"),
        Step(
            "guardian_paper",
            TextKind(shortest=8, longest=200),
            when=when,
            counted=False,
            words=f"{words}.guardian_paper",
        ),
    )


def guardian_of(answers: Answers) -> Guardian | None:
    """The guardian who agreed; None where the person did himself."""
    if answers.get("way") != "guardian":
        return None
    return Guardian(answers["guardian"], answers["guardian_paper"])
