"""The kind of answer that a declared field of a founding step asks for."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversations.engine import Answer, Answers
from bot.conversations.engine.kinds import (
    BirthKind,
    ChoiceKind,
    ConfirmKind,
    DateKind,
    FileKind,
    Kind,
    ListKind,
    MemberKind,
    MoneyKind,
    MonthKind,
    NameKind,
    NumberKind,
    Pairs,
    PercentKind,
    PhoneKind,
    RecurrenceKind,
    SeveralKind,
    TextKind,
    TimeKind,
    VenueKind,
)
from bot.conversations.turn import Turn
from bot.domain.entries import ITEM
from bot.domain.founding import F, Field, StepKey
from bot.language.numbers import Unit

_COUNTED: Mapping[str, Unit] = {F.LOAN_TERM_MONTHS: "month", F.TERM_YEARS: "year"}
_DONE = frozenset((F.AGREED, F.PERMISSION, F.READ_OUT))
"""What is asked with "đã … chưa": whether it has been done yet."""
_SHARED: Mapping[str, str] = {
    F.WISHES: "area",
    F.ACTIVITY_AREA: "area",
    F.POST: "post",
    F.SEX: "sex",
}
"""Fields whose options have the same words wherever they are asked."""


def _people(turn: Turn, answers: Answers) -> list[tuple[int, str]]:
    """The club's members for a post or a task, by name with the birth year."""
    return [
        (
            person.id,
            f"{person.shown_name} ({person.birth_year})"
            if person.birth_year
            else person.shown_name,
        )
        for _, person in turn.uow.clubs.roster(int(answers["club"]), ["active"])
    ]


def _group(turn: Turn, answers: Answers) -> Pairs:
    """The mobilising group's members, for its head."""
    return [
        (str(entry[ITEM]), str(entry.get(F.NAME, "?")))
        for entry in answers.get(F.GROUP_MEMBERS) or []
    ]


def kind_of(step: StepKey, field: Field) -> Kind[Answer]:
    """The kind of answer that a field asks for."""
    if field.name == F.GROUP_HEAD:
        return ChoiceKind(options_of=_group)
    low, high = field.low, field.high
    least, most = field.limits if field.kind in ("number", "percent", "money") else (0.0, 0.0)
    match field.kind:
        case "choice":
            return ChoiceKind(tuple(field.choices), shared=_SHARED.get(field.name))
        case "several":
            return SeveralKind(tuple(field.choices), shared=_SHARED.get(field.name))
        case "name":
            return NameKind()
        case "year":
            return BirthKind()
        case "date":
            past = field.past
            return DateKind(past=past, any_time=not past)
        case "month":
            return MonthKind()
        case "time":
            return TimeKind("00:00", "23:59", usual=(str(low), str(high)))
        case "phone":
            return PhoneKind()
        case "number":
            return NumberKind(
                int(least),
                int(most),
                usual=(int(low or 0), int(high or 0)),
                unit=_COUNTED.get(field.name),
            )
        case "percent":
            return PercentKind(least, most, usual=(float(low or 0), float(high or 0)))
        case "money":
            return MoneyKind(int(least), int(most), usual=(int(low or 0), int(high or 0)))
        case "text":
            return (VenueKind if field.name == F.PLACE else TextKind)(
                int(low or 1), int(high or 200)
            )
        case "confirm":
            return ConfirmKind(done=field.name in _DONE or field.name.startswith("signed_"))
        case "recurrence":
            return RecurrenceKind()
        case "member":
            return MemberKind(_people)
        case "file":
            return FileKind()
        case "list":
            return ListKind()
    raise ValueError(f"{step}.{field.name}: unknown kind {field.kind}")
