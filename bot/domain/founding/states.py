"""The state of every step, computed from the data and never pressed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import ceil

from bot.domain.entries import ITEM
from bot.domain.founding.board import (
    board_size,
    open_posts,
    persons,
    posts_held_twice,
    untrained,
    willing,
)
from bot.domain.founding.facts import FoundingFacts, StepData
from bot.domain.founding.fields import AREAS, FIELDS, MEMBERS_NEEDED, applies
from bot.domain.founding.names import F
from bot.domain.founding.steps import (
    REVIEWED_ON_SUPPLEMENT,
    STEPS,
    K,
    Stage,
    StepKey,
    StepState,
)


def missing(key: StepKey, facts: FoundingFacts) -> list[str]:
    """What a step still lacks: names of fields, and "@…" for conditions on them. Empty = done."""
    data = facts.data.get(key, {})
    lacking = []
    for each in FIELDS[key]:
        if not each.starred or not applies(each, data, facts.today):
            continue
        value = data.get(each.name)
        if each.kind == "list":
            entries = value or []
            whole = all(
                entry.get(inner.name) is not None
                for entry in entries
                for inner in each.fields
                if inner.starred and applies(inner, entry, facts.today)
            )
            if len(entries) < max(each.low_count, 1) or not whole:
                lacking.append(each.name)
        elif value is None or value == [] or value == "" or (each.kind == "confirm" and not value):
            lacking.append(each.name)
    condition = _CONDITIONS.get(key)
    if not lacking and condition is not None:
        lacking.extend(condition(facts, data))
    return lacking


def _support(_facts: FoundingFacts, data: StepData) -> list[str]:
    return [] if data[F.SUPPORT_WAY] in ("verbal", "written") else ["@answer"]


def _group(_facts: FoundingFacts, data: StepData) -> list[str]:
    members = data[F.GROUP_MEMBERS]
    lacking = [] if all(each[F.AGREED] for each in members) else ["@agreed"]
    if str(data[F.GROUP_HEAD]) not in {str(each.get(ITEM)) for each in members}:
        lacking.append(F.GROUP_HEAD)
    return lacking


def _members(facts: FoundingFacts, data: StepData) -> list[str]:
    if facts.members_counted >= MEMBERS_NEEDED:
        return []
    if facts.members_counted and data.get(F.CONTINUE_BELOW) and data.get(F.REASON):
        return []
    return ["@members"]


def _candidates(facts: FoundingFacts, data: StepData) -> list[str]:
    people = willing(data)
    lacking = [] if len(persons(people)) >= board_size(facts) else ["@board_size"]
    return [*lacking, "@posts"] if open_posts(people) else lacking


def areas_without(data: StepData) -> list[str]:
    """The activity areas in which nothing is planned."""
    there = {each.get(F.ACTIVITY_AREA) for each in data.get(F.ACTIVITIES) or []}
    return [area for area in AREAS if area not in there]


def _activities(_facts: FoundingFacts, data: StepData) -> list[str]:
    return ["@areas"] if areas_without(data) and not data.get(F.REASON_FOR_NONE) else []


def quorum(facts: FoundingFacts) -> int:
    """How many of those invited had to be there."""
    rules, meeting = facts.data.get(K.DRAFT_RULES, {}), facts.data.get(K.FOUNDING_MEETING, {})
    return ceil(int(meeting.get(F.INVITED) or 0) * float(rules.get(F.QUORUM) or 50) / 100)


def votes_needed(facts: FoundingFacts) -> int:
    """How many of those present had to be for the rules."""
    rules, meeting = facts.data.get(K.DRAFT_RULES, {}), facts.data.get(K.FOUNDING_MEETING, {})
    return ceil(int(meeting.get(F.PRESENT) or 0) * float(rules.get(F.ADOPT_SHARE) or 51) / 100)


def _founding_meeting(facts: FoundingFacts, data: StepData) -> list[str]:
    present = data[F.PRESENT]
    lacking = []
    if data[F.FOR] + data[F.AGAINST] + data[F.ABSTAIN] > present:
        lacking.append("@votes")
    if present < quorum(facts):
        lacking.append("@quorum")
    if not present or data[F.FOR] < votes_needed(facts):
        lacking.append("@adopted")
    if len(persons(data[F.ELECTED])) != board_size(facts):
        lacking.append("@board_elected")
    if open_posts(data[F.ELECTED]):
        lacking.append("@posts")
    if posts_held_twice(data[F.ELECTED]):
        lacking.append("@posts_twice")
    return lacking


def _submitted(facts: FoundingFacts, data: StepData) -> list[str]:
    held = facts.data.get(K.FOUNDING_MEETING, {}).get(F.DATE)
    return ["@before_meeting"] if held and data[F.SUBMITTED_ON] < held else []


def _decided(_facts: FoundingFacts, data: StepData) -> list[str]:
    return [] if data[F.OUTCOME] == "decided" else ["@decision"]


def _trained(facts: FoundingFacts, _data: StepData) -> list[str]:
    return ["@trained"] if untrained(facts) else []


def _held(facts: FoundingFacts, data: StepData) -> list[str]:
    held = date.fromisoformat(data[F.DATE]) <= facts.today and data.get(F.PRESENT)
    return [] if held else ["@held"]


def awaited_day(facts: FoundingFacts) -> date | None:
    """The day to come of a launch that is all planned: nothing lacks but the day itself."""
    if missing(K.LAUNCH_CEREMONY, facts) != ["@held"]:
        return None
    day = date.fromisoformat(facts.data[K.LAUNCH_CEREMONY][F.DATE])
    return day if day > facts.today else None


_CONDITIONS = {
    K.COMMUNE_SUPPORT: _support,
    K.MOBILISING_GROUP: _group,
    K.FOUNDING_MEMBERS: _members,
    K.BOARD_CANDIDATES: _candidates,
    K.ACTIVITY_PLAN: _activities,
    K.FOUNDING_MEETING: _founding_meeting,
    K.DOSSIER_SUBMITTED: _submitted,
    K.RECOGNITION_DECISION: _decided,
    K.BOARD_TRAINING: _trained,
    K.LAUNCH_CEREMONY: _held,
}
CONDITION_KEYS = (
    "@answer", "@agreed", "@members", "@board_size", "@board_elected", "@posts", "@posts_twice",
    "@areas", "@votes", "@quorum", "@adopted", "@before_meeting", "@decision", "@trained", "@held",
)  # fmt: skip


def _awaits(key: StepKey, facts: FoundingFacts) -> bool:
    """Whether a step waits for the commune and not for the organiser."""
    data = facts.data.get(key, {})
    if key is K.COMMUNE_SUPPORT:
        return data.get(F.SUPPORT_WAY) in ("no_answer", "not_agreed")
    if key is K.RECOGNITION_DECISION:
        return data.get(F.OUTCOME) in ("supplement", "no_answer")
    return False


DECISIVE: Mapping[StepKey, str] = {
    K.COMMUNE_SUPPORT: F.SUPPORT_WAY,
    K.RECOGNITION_DECISION: F.OUTCOME,
}
"""The question of a step that waits for the commune: what did it say?"""


def unsettled(key: StepKey, data: StepData) -> bool:
    """Whether the commune's last word on a step was none, or not a yes."""
    if key is K.COMMUNE_SUPPORT:
        return data.get(F.SUPPORT_WAY) in ("no_answer", "not_agreed")
    if key is K.RECOGNITION_DECISION:
        return data.get(F.OUTCOME) in ("supplement", "refused", "no_answer")
    return False


def states(facts: FoundingFacts) -> dict[StepKey, StepState]:
    """The state of every step, computed from the data in the order of the steps."""
    found: dict[StepKey, StepState] = {}
    for step in STEPS:
        ready = all(
            found[each] in (StepState.DONE, StepState.SKIPPED, StepState.REVIEW)
            for each in step.waits_for
        )
        if step.key is K.DOSSIER_SUBMITTED:
            # It is handed in once everything that the commune wanted to be looked at was.
            ready = ready and not facts.review & set(REVIEWED_ON_SUPPLEMENT)
        if step.key in facts.skipped and step.skippable:
            state = StepState.SKIPPED
        elif step.key in facts.review:
            state = StepState.REVIEW
        elif not missing(step.key, facts) and (ready or facts.data.get(step.key)):
            # What is written down stays done, even when a step before it is opened again.
            state = StepState.DONE
        elif not ready:
            state = StepState.LOCKED
        elif _awaits(step.key, facts):
            state = StepState.AWAITING
        else:
            state = StepState.OPEN
        found[step.key] = state
    return found


def next_step(facts: FoundingFacts) -> StepKey | None:
    """The lowest-numbered step that is neither locked, done nor skipped; None when all are done.

    Steps that wait for the commune are named only when nothing else can be done.
    """
    computed = states(facts)
    waiting = (StepState.LOCKED, StepState.DONE, StepState.SKIPPED)
    left = [step.key for step in STEPS if computed[step.key] not in waiting]
    active = [key for key in left if computed[key] is not StepState.AWAITING]
    found = active or left
    return found[0] if found else None


NOT_REPORTED = frozenset((StepState.LOCKED, StepState.DONE, StepState.SKIPPED))
"""States of steps on which nobody works now."""


def reported_step(computed: Mapping[StepKey, StepState]) -> StepKey | None:
    """The step that reports name: the lowest that is neither locked, done nor skipped."""
    return next((step.key for step in STEPS if computed[step.key] not in NOT_REPORTED), None)


def stage(facts: FoundingFacts, closed: str | None = None) -> Stage:
    """How far a club is, by the steps that are done; `closed` is how it ended or "paused"."""
    if closed:
        return Stage(closed)
    computed = states(facts)
    reached = (StepState.DONE, StepState.REVIEW)
    done = {key for key, state in computed.items() if state in reached}
    if K.RECOGNITION_DECISION in done:
        return Stage.ACTIVE if K.FIRST_MEETING in done else Stage.RECOGNISED
    if K.DOSSIER_SUBMITTED in done:
        return Stage.SUBMITTED
    return Stage.FORMED if K.FOUNDING_MEETING in done else Stage.PREPARING
