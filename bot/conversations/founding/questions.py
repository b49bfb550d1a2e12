"""A declared field of a founding step as a question, and the entries of its lists in words."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversations.engine import Answers, Step
from bot.conversations.founding.kinds import kind_of
from bot.conversations.founding.rules import AFTER, doubt, fault, when
from bot.conversations.turn import Turn
from bot.domain.founding import F, Field, StepKey, applies, areas_without
from bot.speech.translation import Listing, say


def step_of(step: StepKey, field: Field, parent: Field | None = None) -> Step:
    """A question of a founding step."""
    is_list = field.kind == "list"
    return Step(
        field.name,
        kind_of(step, field),
        optional=field.later or (not field.starred and not is_list and field.name != F.AS_PROPOSED),
        items=tuple(step_of(step, inner, field) for inner in field.fields),
        lowest=field.low_count if is_list else 0,
        highest=field.high_count if is_list else 100,
        when=when(step, field),
        slots=_slots,
        fault=fault(step, field, parent),
        doubt=doubt(step, field),
        item_label=_label(step, field) if is_list else None,
        item_line=_line(step, field) if is_list else None,
        shown_in_review=field.name != F.AS_PROPOSED,
        after=AFTER.get((step, field.name)),
    )


def _slots(turn: Turn, scope: Answers) -> Answers:
    """Whom a question about an entry is about, and which areas still lack an activity."""
    member = scope.get(F.MEMBER)
    areas = Listing(tuple(say(f"area.{area}") for area in areas_without(scope)))
    return {
        "who": member["name"] if member else scope.get(F.NAME) or say("founding.this_person"),
        "areas": areas,
    }


def _label(step: StepKey, field: Field) -> Callable[[Turn, Answers], str]:
    """The short name of an entry, for picking one: what its first two fields say."""

    def label(turn: Turn, entry: Answers) -> str:
        said = [inner for inner in field.fields[:2] if entry.get(inner.name) is not None]
        return ": ".join(turn.text(_shown(turn, step, field, inner, entry)) for inner in said)

    return label


def _line(step: StepKey, field: Field) -> Callable[[Turn, Answers], str]:
    """All that was said of an entry, for reading it over."""

    def line(turn: Turn, entry: Answers) -> str:
        first, *rest = field.fields
        parts = []
        for inner in rest:
            value = entry.get(inner.name)
            if value is None or not applies(inner, entry, turn.today):
                continue
            shown = _shown(turn, step, field, inner, entry)
            stem = f"founding.{step}.{field.name}.{inner.name}"
            if inner.kind == "confirm":
                shown = say(f"{stem}.yes" if value else f"{stem}.no")
            elif inner.name == F.VOTES:
                shown = say("founding.votes", count=value)
            parts.append(turn.text(shown))
        head = turn.text(_shown(turn, step, field, first, entry)) if first.name in entry else "?"
        return f"{head}: {', '.join(parts)}" if parts else head

    return line


def _shown(turn: Turn, step: StepKey, field: Field, inner: Field, entry: Answers) -> object:
    stem = f"founding.{step}.{field.name}.{inner.name}"
    return kind_of(step, inner).show(turn, stem, entry[inner.name])
