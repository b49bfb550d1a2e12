"""A founding's steps and papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.buttons.wire import Button, ClubId, MaterialCode, OccurrenceId, PaperCode
from bot.domain.founding import StepKey


@dataclass(frozen=True)
class Checklist(Button, verb="founding"):
    """All steps and what is next."""

    club: ClubId


@dataclass(frozen=True)
class Steps(Button, verb="steps"):
    """Pick any step."""

    club: ClubId


@dataclass(frozen=True)
class OpenStep(Button, verb="step"):
    """Open the conversation of a step.

    `way`: "do" although it may be skipped; "answer" what decides it, with the `choice`.
    """

    club: ClubId
    step: StepKey
    way: Literal["do", "answer"] | None = None
    choice: str | None = None


@dataclass(frozen=True)
class Unchanged(Button, verb="unchanged"):
    """A step that was to be looked at again stays as it is."""

    club: ClubId
    step: StepKey


@dataclass(frozen=True)
class Rework(Button, verb="rework"):
    """After a refusal the papers are mended and handed in once more."""

    club: ClubId


@dataclass(frozen=True)
class Skip(Button, verb="skip"):
    """Pass over a step, with a reason."""

    club: ClubId
    step: StepKey


@dataclass(frozen=True)
class Fewer(Button, verb="fewer"):
    """Go on with fewer than fifty members, with a reason."""

    club: ClubId


@dataclass(frozen=True)
class Papers(Button, verb="papers"):
    """Which paper is to be sent: of a step, or of all."""

    club: ClubId
    step: StepKey | None = None


@dataclass(frozen=True)
class SendPaper(Button, verb="paper"):
    """Send a paper; an invitation may be to one day of an event."""

    club: ClubId
    paper: PaperCode
    occurrence: OccurrenceId | None = None


@dataclass(frozen=True)
class Materials(Button, verb="materials"):
    """Which of what is handed out is to be sent: of a step, or all; of a club, or of none."""

    club: ClubId | None = None
    step: StepKey | None = None


@dataclass(frozen=True)
class SendMaterial(Button, verb="material"):
    """Send what is handed out, with what a club says of itself or with dots for it."""

    material: MaterialCode
    club: ClubId | None = None
