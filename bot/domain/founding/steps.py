"""The eighteen steps of a founding: their fixed keys, their order, and what each waits for.

The order follows what clubs report (founding meeting before the dossier, decision before the
launch); days are proposals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class StepKey(StrEnum):
    """The fixed keys of the steps."""

    OPEN_FOUNDING = "open_founding"
    COMMUNE_SUPPORT = "commune_support"
    MOBILISING_GROUP = "mobilising_group"
    SURVEY = "survey"
    INFORMATION_MEETING = "information_meeting"
    FOUNDING_MEMBERS = "founding_members"
    MEETING_PLACE = "meeting_place"
    STARTUP_FUND = "startup_fund"
    DRAFT_RULES = "draft_rules"
    BOARD_CANDIDATES = "board_candidates"
    ACTIVITY_PLAN = "activity_plan"
    FOUNDING_MEETING = "founding_meeting"
    FOUNDING_DOSSIER = "founding_dossier"
    DOSSIER_SUBMITTED = "dossier_submitted"
    RECOGNITION_DECISION = "recognition_decision"
    BOARD_TRAINING = "board_training"
    LAUNCH_CEREMONY = "launch_ceremony"
    FIRST_MEETING = "first_meeting"


K = StepKey


class StepState(StrEnum):
    """Where a step stands."""

    LOCKED = "locked"
    OPEN = "open"
    AWAITING = "awaiting"
    DONE = "done"
    REVIEW = "review"
    SKIPPED = "skipped"


WORKING = (StepState.OPEN, StepState.AWAITING, StepState.REVIEW)
"""The states in which something is to be done at a step, or waited for."""


class Stage(StrEnum):
    """How far a club is, for reports."""

    PREPARING = "preparing"
    FORMED = "formed"
    SUBMITTED = "submitted"
    RECOGNISED = "recognised"
    ACTIVE = "active"
    PAUSED = "paused"
    GIVEN_UP = "given_up"
    MERGED = "merged"
    DISSOLVED = "dissolved"


CLOSED = frozenset((Stage.GIVEN_UP, Stage.MERGED, Stage.DISSOLVED))


@dataclass(frozen=True)
class StepRule:
    """One step: what it waits for, and after how many days it is asked about."""

    key: StepKey
    number: int
    waits_for: tuple[StepKey, ...]
    nudge_days: int
    skippable: bool = False


STEPS: tuple[StepRule, ...] = (
    StepRule(K.OPEN_FOUNDING, 1, (), 3),
    StepRule(K.COMMUNE_SUPPORT, 2, (K.OPEN_FOUNDING,), 10),
    StepRule(K.MOBILISING_GROUP, 3, (K.OPEN_FOUNDING,), 7),
    StepRule(K.SURVEY, 4, (K.COMMUNE_SUPPORT, K.MOBILISING_GROUP), 10, skippable=True),
    StepRule(K.INFORMATION_MEETING, 5, (K.COMMUNE_SUPPORT, K.MOBILISING_GROUP), 10),
    StepRule(K.FOUNDING_MEMBERS, 6, (K.MOBILISING_GROUP,), 10),
    StepRule(K.MEETING_PLACE, 7, (K.MOBILISING_GROUP,), 10),
    StepRule(K.STARTUP_FUND, 8, (K.MOBILISING_GROUP,), 14),
    StepRule(K.DRAFT_RULES, 9, (K.MOBILISING_GROUP,), 10),
    StepRule(K.BOARD_CANDIDATES, 10, (K.FOUNDING_MEMBERS,), 7),
    StepRule(K.ACTIVITY_PLAN, 11, (K.MEETING_PLACE,), 7),
    StepRule(
        K.FOUNDING_MEETING,
        12,
        (K.FOUNDING_MEMBERS, K.MEETING_PLACE, K.DRAFT_RULES, K.BOARD_CANDIDATES),
        7,
    ),
    StepRule(
        K.FOUNDING_DOSSIER,
        13,
        (K.COMMUNE_SUPPORT, K.STARTUP_FUND, K.ACTIVITY_PLAN, K.FOUNDING_MEETING),
        5,
    ),
    StepRule(K.DOSSIER_SUBMITTED, 14, (K.FOUNDING_DOSSIER,), 3),
    StepRule(K.RECOGNITION_DECISION, 15, (K.DOSSIER_SUBMITTED,), 15),
    StepRule(K.BOARD_TRAINING, 16, (K.FOUNDING_MEETING,), 21, skippable=True),
    StepRule(K.LAUNCH_CEREMONY, 17, (K.RECOGNITION_DECISION,), 14),
    StepRule(K.FIRST_MEETING, 18, (K.RECOGNITION_DECISION,), 25),
)
RULES: Mapping[StepKey, StepRule] = {step.key: step for step in STEPS}
REVIEWED_ON_SUPPLEMENT = (
    K.DRAFT_RULES,
    K.BOARD_CANDIDATES,
    K.ACTIVITY_PLAN,
    K.FOUNDING_MEETING,
    K.FOUNDING_DOSSIER,
)
"""Steps to look at again when the commune asks for more."""
