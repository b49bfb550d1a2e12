"""Consent given by a court's guardian: his name and the paper that he showed are asked and noted."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversations.engine import Answer, Answers, Step
from bot.conversations.engine.kinds import NameKind, TextKind
from bot.conversations.engine.surroundings import Here
from bot.domain.membership import Guardian
from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.speech.translation import Phrase, say

# What such a paper is called or who gives it, and that there is none.
_PAPER = Pattern(
    r"\b(?:quyet dinh|qd|ban an|toa|tand|trich luc|giam ho|decision|court|judge?ments?|guardianship)\b"
)
_NONE = Pattern(
    r"\b(?:(?:khong|ko|k|hong|hok|chua) (?:co|lam|xin|ra|can|dua|thay|mang|dem)|chua|khoi can|mat roi"
    r"|(?:dang|se) (?:cho|lam|xin|di)|no|not|without|lost)\b"
)


def _no_paper(_turn: Here, _answers: Answers, value: Answer) -> Phrase | None:
    """A child is no guardian by being one (Civil Code 2015 arts. 22-24): without the paper nobody is."""
    said = fold(str(value))
    if _PAPER.search(said) is not None and _NONE.search(said) is None:
        return None
    return say("registration.no_guardian_paper")


def guardian_steps(when: Callable[[Here, Answers], bool]) -> tuple[Step, ...]:
    """Who he is, and by which paper: an organiser looks at it, and no picture of it is kept."""
    words = "registration"
    return (
        Step("guardian", NameKind(), when=when, counted=False, words=f"{words}.guardian"),
        Step(
            "guardian_paper",
            TextKind(shortest=2, longest=200),
            when=when,
            fault=_no_paper,
            counted=False,
            words=f"{words}.guardian_paper",
        ),
    )


def guardian_of(answers: Answers) -> Guardian | None:
    """The guardian who agreed; None where the person did himself."""
    if answers.get("way") != "guardian":
        return None
    return Guardian(answers["guardian"], answers["guardian_paper"])
