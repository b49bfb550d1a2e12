"""The founding's steps as conversations: one flow a step, made from the declared fields.

What is asked, its kind and its limits stand in `bot.domain.founding.FIELDS`; here they become
questions. Answers are kept field by field in the founding's own data, so that any organiser can
go on where another stopped and two at once don't overwrite each other.
"""

from __future__ import annotations

from typing import Any

from bot.conversations.effects import FoundingChanged
from bot.conversations.engine import Answers, Flow, State, Step, Store
from bot.conversations.kinds import (
    BirthKind,
    ChoiceKind,
    ConfirmKind,
    DateKind,
    Kind,
    ListKind,
    MemberKind,
    MoneyKind,
    NameKind,
    NumberKind,
    PercentKind,
    PhoneKind,
    RecurrenceKind,
    SeveralKind,
    TextKind,
    TimeKind,
)
from bot.conversations.turn import Turn
from bot.domain.founding import FIELDS, STEPS, Field, StepKey
from bot.language.translation import Phrase, say
from bot.storage.records import Club

YEAR = "year"


class FoundingStore(Store):
    """Answers in the founding's data: one row a field, one a list entry."""

    def __init__(self, step: StepKey) -> None:
        self._step = step.value

    @staticmethod
    def _club(state: State) -> int:
        return int(state["args"]["club"])

    def load(self, turn: Turn, state: State) -> Answers:
        answers: Answers = dict(state["args"])
        for datum in turn.uow.founding.data(self._club(state), self._step):
            if datum.item == 0:
                answers[datum.field] = datum.value
            else:
                answers.setdefault(datum.field, []).append({**datum.value, "_item": datum.item})
        return answers

    def put(self, turn: Turn, state: State, key: str, value: Any) -> None:
        turn.uow.founding.put(self._club(state), self._step, key, value, by=turn.account.id)

    def put_item(
        self, turn: Turn, state: State, key: str, item: int | None, value: Answers
    ) -> None:
        kept = {name: each for name, each in value.items() if name != "_item"}
        if item is None:
            turn.uow.founding.add_item(
                self._club(state), self._step, key, kept, by=turn.account.id
            )
        else:
            turn.uow.founding.put(
                self._club(state), self._step, key, kept, by=turn.account.id, item=item
            )

    def remove_item(self, turn: Turn, state: State, key: str, item: int) -> None:
        turn.uow.founding.remove(self._club(state), self._step, key, item)


def _club(turn: Turn, answers: Answers) -> Club:
    return turn.uow.clubs.get(int(answers["club"]))


def _people(turn: Turn, answers: Answers) -> list[tuple[int, str]]:
    """The club's members for a post or a task, by name with the birth year."""
    return [
        (
            person.id,
            f"{person.shown_name} ({person.birth_year})" if person.birth_year else person.shown_name,
        )
        for _, person in turn.uow.clubs.roster(_club(turn, answers).id, ["active"])
    ]


def _group(turn: Turn, answers: Answers) -> list[tuple[str, str]]:
    """The mobilising group's members, for its head."""
    return [
        (str(entry["_item"]), str(entry.get("name", "?")))
        for entry in answers.get("group_members") or []
    ]


def kind_of(step: StepKey, field: Field) -> Kind:
    """The kind of answer that a declared field asks for."""
    if field.name == "group_head":
        return ChoiceKind(options_of=_group)
    low, high = field.low, field.high
    match field.kind:
        case "choice":
            return ChoiceKind(tuple(field.choices), shared=_shared(field))
        case "several":
            return SeveralKind(tuple(field.choices), shared=_shared(field))
        case "name":
            return NameKind()
        case "year":
            return BirthKind()
        case "date":
            past = field.past
            return DateKind(past=past, any_time=not past)
        case "time":
            return TimeKind(str(low or "05:00"), str(high or "22:00"))
        case "phone":
            return PhoneKind()
        case "number":
            return NumberKind(int(low or 0), int(high if high is not None else 1_000_000))
        case "percent":
            return PercentKind(float(low or 0), float(high if high is not None else 100))
        case "money":
            return MoneyKind(int(low or 0), int(high if high is not None else 500_000_000))
        case "text":
            return TextKind(int(low or 1), int(high or 200))
        case "confirm":
            return ConfirmKind()
        case "recurrence":
            return RecurrenceKind()
        case "member":
            return MemberKind(_people)
        case "list":
            return ListKind()
    raise ValueError(f"{step}.{field.name}: unknown kind {field.kind}")


def _shared(field: Field) -> str | None:
    shared = {"area": "area", "wishes": "area", "areas": "area", "activity_area": "area",
              "post": "post", "sex": "sex"}  # fmt: skip
    return shared.get(field.name)


def step_of(step: StepKey, field: Field) -> Step:
    """A question of a founding step."""
    return Step(
        field.name,
        kind_of(step, field),
        optional=not field.starred and field.kind != "list",
        items=tuple(step_of(step, inner) for inner in field.fields),
        lowest=field.low_count if field.kind == "list" else 0,
        highest=field.high_count if field.kind == "list" else 100,
        when=_when(field),
        fault=_fault(step, field),
        item_label=_label(step, field) if field.kind == "list" else None,
        slots=lambda turn, answers: {},
    )


def _when(field: Field) -> Any:
    if field.when is None:
        return lambda _turn, _answers: True
    other, wanted = field.when

    def applies(_turn: Turn, answers: Answers) -> bool:
        value = answers.get(other)
        return value in wanted

    return applies


def _fault(step: StepKey, field: Field) -> Any:
    def fault(turn: Turn, answers: Answers, value: Any) -> Phrase | None:
        if field.at_most is not None:
            other = answers.get(field.at_most)
            if other is not None and value > other:
                return say(
                    "founding.at_most",
                    what=say(f"founding.{step.value}.{field.at_most}.name"),
                    value=other,
                )
        if field.not_before is not None:
            other = answers.get(field.not_before)
            if other is not None and value < other:
                return say(
                    "founding.not_before",
                    what=say(f"founding.{step.value}.{field.not_before}.name"),
                )
        if field.name == "amount" and value == 0:
            return None
        return None

    return fault


def _label(step: StepKey, field: Field) -> Any:
    first, second = field.fields[0], field.fields[1] if len(field.fields) > 1 else None

    def label(turn: Turn, entry: Answers) -> str:
        stem = f"founding.{step.value}.{field.name}"
        parts = []
        for inner in (first, second):
            if inner is None or entry.get(inner.name) is None:
                continue
            shown = kind_of(step, inner).show(turn, f"{stem}.{inner.name}", entry[inner.name])
            parts.append(turn.text(shown))
        return ", ".join(parts)

    return label


def _allowed(turn: Turn, state: State) -> bool:
    club_id = int(state["args"]["club"])
    return any(each.id == turn.account.id for each in turn.uow.accounts.organisers(club_id))


def _flow(key: StepKey) -> Flow:
    def finish(turn: Turn, state: State, answers: Answers) -> None:
        turn.do(FoundingChanged(int(state["args"]["club"]), key.value))

    return Flow(
        key=f"founding.{key.value}",
        steps=tuple(step_of(key, field) for field in FIELDS[key]),
        finish=finish,
        left=finish,
        store=FoundingStore(key),
        allowed=_allowed,
    )


# Step 1 opens the club, so it keeps its answers in the conversation until the end.


def _units(turn: Turn, _scope: dict[str, Any]) -> list[tuple[str, str]]:
    return [(unit.code, unit.name) for area in turn.plan.areas for unit in area.units]


FLOWS = tuple(
    _flow(step.key)
    for step in STEPS
    if step.key not in (StepKey.OPEN_FOUNDING, StepKey.FOUNDING_MEMBERS)
)
