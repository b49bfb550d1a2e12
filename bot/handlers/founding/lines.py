"""A founding in words: how steps are called, where they stand, what exactly they lack."""

from __future__ import annotations

from datetime import date

from bot.conversations.turn import Turn
from bot.domain.founding import (
    STEPS,
    F,
    FoundingFacts,
    StepData,
    StepKey,
    StepState,
    areas_without,
    awaited_day,
    board_size,
    missing,
    open_posts,
    persons,
    posts_held_twice,
    quorum,
    untrained,
    votes_needed,
    willing,
)
from bot.handlers.founding.facts import steps_counted
from bot.speech.show import show_day
from bot.speech.translation import Lines, Listing, Phrase, say
from bot.storage.records import Club, FoundingStepRow

MARKS = {
    StepState.DONE: "✓",
    StepState.OPEN: "▶",
    StepState.AWAITING: "…",
    StepState.REVIEW: "!",
    StepState.SKIPPED: "–",
    StepState.LOCKED: "·",
}
"""Signs beside the words, never instead of them."""


def step_name(key: StepKey | str) -> Phrase:
    """A step's name."""
    return say(f"founding.{StepKey(key).value}.title")


def state_words(
    key: StepKey, state: StepState, facts: FoundingFacts, row: FoundingStepRow | None
) -> Phrase:
    """Where a step stands, in a word or two: with the reason of a skipped one, the day waited for."""
    data = facts.data.get(key, {})
    if state is StepState.SKIPPED and row is not None and row.reason:
        return say("founding.state.skipped_for", reason=row.reason)
    if key is StepKey.COMMUNE_SUPPORT and data.get(F.SUPPORT_WAY) == "not_agreed":
        if state is StepState.AWAITING:
            return say("founding.state.not_agreed")
    if key is StepKey.RECOGNITION_DECISION and data.get(F.OUTCOME) == "refused":
        return say("founding.state.refused")
    if key is StepKey.LAUNCH_CEREMONY and state is StepState.OPEN:
        day = awaited_day(facts)
        if day is not None:
            return say("founding.state.until_day", day=show_day(day))
    if state is StepState.OPEN and not data and key is not StepKey.FOUNDING_MEMBERS:
        return say("founding.state.untouched")
    return say(f"founding.state.{state}")


def missing_lines(key: StepKey, facts: FoundingFacts) -> Lines:
    """What a step still lacks, a line each, naming the people, posts and figures."""
    data = facts.data.get(key, {})
    return Lines(
        tuple(
            say("founding.bullet", what=_lacking(key, name, facts, data))
            for name in missing(key, facts)
        )
    )


def _lacking(key: StepKey, name: str, facts: FoundingFacts, data: StepData) -> Phrase:
    if not name.startswith("@"):
        called = say(f"founding.{key}.{name}.name")
        # A no was said, which is not the same as nothing.
        return say("founding.not_yet", what=called) if data.get(name) is False else called
    return say(f"founding.missing.{name}", **_details(key, name, facts, data))


def _names(entries: list[StepData]) -> Listing:
    return Listing(
        tuple(each[F.MEMBER]["name"] if each.get(F.MEMBER) else each[F.NAME] for each in entries)
    )


def _posts(posts: list[str]) -> Listing:
    return Listing(tuple(say(f"post.{each}.small") for each in posts))


def _details(key: StepKey, name: str, facts: FoundingFacts, data: StepData) -> dict[str, object]:
    board = data.get(F.ELECTED) if key is StepKey.FOUNDING_MEETING else willing(data)
    match name:
        case "@agreed":
            return {"names": _names([x for x in data[F.GROUP_MEMBERS] if not x[F.AGREED]])}
        case "@members":
            return {"count": facts.members_counted}
        case "@board_size" | "@board_elected":
            return {"count": len(persons(board or [])), "size": board_size(facts)}
        case "@posts":
            return {"posts": _posts(open_posts(board or []))}
        case "@posts_twice":
            return {"posts": _posts(posts_held_twice(board or []))}
        case "@areas":
            return {"areas": Listing(tuple(say(f"area.{x}") for x in areas_without(data)))}
        case "@votes":
            votes = data[F.FOR] + data[F.AGAINST] + data[F.ABSTAIN]
            return {"count": votes, "present": data[F.PRESENT]}
        case "@quorum":
            return {"count": data[F.PRESENT], "needed": quorum(facts)}
        case "@adopted":
            return {"count": data[F.FOR], "needed": votes_needed(facts)}
        case "@before_meeting":
            held = facts.data[StepKey.FOUNDING_MEETING][F.DATE]
            return {"day": show_day(date.fromisoformat(held))}
        case "@trained":
            return {"names": _names(untrained(facts))}
    return {}


def skipped_words(turn: Turn, club: Club) -> Phrase | str:
    """How many steps were passed over, in words; nothing where none was."""
    _, skipped = steps_counted(turn.uow, club.id)
    return say("founding.and_skipped", count=skipped) if skipped else ""


def summary(turn: Turn, club: Club) -> Phrase:
    """A club's stage in one line."""
    done, _ = steps_counted(turn.uow, club.id)
    return say(
        "founding.summary",
        club=club.name,
        stage=say(f"stage.{club.stage}"),
        done=done,
        total=len(STEPS),
        skipped=skipped_words(turn, club),
    )
