"""The founding's steps as conversations: one flow a step, made from the declared fields.

What is asked, its kind and its limits stand in `bot.domain.founding.FIELDS`; here they become
questions. Answers are kept field by field in the founding's own data, so that any organiser can
go on where another stopped and two at once don't overwrite each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.conversations.effects import FoundingChanged
from bot.conversations.engine import Answers, Flow, State, Step, Store
from bot.conversations.kinds import (
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
    PercentKind,
    PhoneKind,
    Read,
    RecurrenceKind,
    SeveralKind,
    TextKind,
    TimeKind,
)
from bot.conversations.permissions import is_organiser
from bot.conversations.turn import Turn
from bot.domain.founding import (
    AREAS,
    BOARD_USUAL,
    FIELDS,
    NEEDED_POSTS,
    RULES,
    STEPS,
    Field,
    StepKey,
    applies,
    areas_without,
    can_be_taken_over,
    willing,
)
from bot.language.lunar import to_lunar
from bot.language.numbers import Unit
from bot.speech.show import show_date
from bot.speech.translation import Listing, Phrase, say
from bot.storage.installation import JOIN_CODE_LENGTH
from bot.storage.records import Club


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
        there = {str(entry["_item"]) for entry in answers.get("group_members") or []}
        if answers.get("group_head") not in {None, *there}:
            # The head was taken off the list: the question is open again.
            del answers["group_head"]
        return answers

    def put(self, turn: Turn, state: State, key: str, value: Any) -> None:
        turn.uow.founding.put(self._club(state), self._step, key, value, by=turn.account.id)

    def put_item(
        self, turn: Turn, state: State, key: str, item: int | None, value: Answers
    ) -> None:
        kept = {name: each for name, each in value.items() if name != "_item"}
        if item is None:
            turn.uow.founding.add_item(self._club(state), self._step, key, kept, by=turn.account.id)
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
            f"{person.shown_name} ({person.birth_year})"
            if person.birth_year
            else person.shown_name,
        )
        for _, person in turn.uow.clubs.roster(_club(turn, answers).id, ["active"])
    ]


def _group(turn: Turn, answers: Answers) -> list[tuple[str, str]]:
    """The mobilising group's members, for its head."""
    return [
        (str(entry["_item"]), str(entry.get("name", "?")))
        for entry in answers.get("group_members") or []
    ]


_COUNTED: dict[str, Unit] = {"loan_term_months": "month", "term_years": "year"}


def kind_of(step: StepKey, field: Field) -> Kind:
    """The kind of answer that a declared field asks for."""
    if field.name == "group_head":
        return ChoiceKind(options_of=_group)
    low, high = field.low, field.high
    least, most = field.limits if field.kind in ("number", "percent", "money") else (0.0, 0.0)
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
            return TextKind(int(low or 1), int(high or 200))
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


_DONE = frozenset(("agreed", "permission", "read_out"))
"""What is asked with "đã … chưa": whether it has been done yet."""

_SHARED = {"wishes": "area", "activity_area": "area", "post": "post", "sex": "sex"}
"""Fields whose options have the same words wherever they are asked."""


def _shared(field: Field) -> str | None:
    return _SHARED.get(field.name)


def _fill_sample(turn: Turn, state: State, value: Any) -> None:
    """A first year's plan to change: one activity in each area, at the club's own place."""
    club_id, step = int(state["args"]["club"]), StepKey.ACTIVITY_PLAN.value
    there = any(each.field == "activities" for each in turn.uow.founding.data(club_id, step))
    if value != "sample" or there:
        return
    place = next(
        (
            each.value
            for each in turn.uow.founding.data(club_id, StepKey.MEETING_PLACE.value)
            if each.field == "place_name"
        ),
        turn.text(say("founding.activity_plan.usual_place")),
    )
    for number, area in enumerate(AREAS):
        turn.uow.founding.add_item(
            club_id,
            step,
            "activities",
            {
                "activity_area": area,
                "activity": turn.text(say(f"founding.activity_plan.sample.{area}")),
                "month": (turn.today.month + number // 2) % 12 + 1,
                "who": turn.text(say("founding.activity_plan.usual_who")),
                "place": place,
            },
            by=turn.account.id,
        )


def _take_over(turn: Turn, state: State, value: Any) -> None:
    """The candidates as they stood are elected; only their votes are left to ask."""
    club_id, step = int(state["args"]["club"]), StepKey.FOUNDING_MEETING.value
    if value is not True or any(
        each.field == "elected" for each in turn.uow.founding.data(club_id, step)
    ):
        return
    for each in willing(_step_data(turn, club_id, StepKey.BOARD_CANDIDATES)):
        entry = {"member": each["member"], "post": each["post"]}
        turn.uow.founding.add_item(club_id, step, "elected", entry, by=turn.account.id)


def _answered_anew(turn: Turn, state: State, value: Any) -> None:
    """Another answer of the commune: what it asked for, or why it refused, is asked anew."""
    for name in ("what", "until", "reason"):
        turn.uow.founding.remove(
            int(state["args"]["club"]), StepKey.RECOGNITION_DECISION.value, name
        )


_AFTER: Mapping[tuple[StepKey, str], Callable[[Turn, State, Any], None]] = {
    (StepKey.ACTIVITY_PLAN, "base"): _fill_sample,
    (StepKey.FOUNDING_MEETING, "as_proposed"): _take_over,
    (StepKey.RECOGNITION_DECISION, "outcome"): _answered_anew,
}


def _step_data(turn: Turn, club_id: int, step: StepKey) -> dict[str, Any]:
    """What stands in one step, lists as lists."""
    found: dict[str, Any] = {}
    for datum in turn.uow.founding.data(club_id, step.value):
        if datum.item == 0:
            found[datum.field] = datum.value
        else:
            found.setdefault(datum.field, []).append(datum.value)
    return found


def step_of(step: StepKey, field: Field, parent: Field | None = None) -> Step:
    """A question of a founding step."""
    is_list = field.kind == "list"
    return Step(
        field.name,
        kind_of(step, field),
        optional=field.later or (not field.starred and not is_list and field.name != "as_proposed"),
        items=tuple(step_of(step, inner, field) for inner in field.fields),
        lowest=field.low_count if is_list else 0,
        highest=field.high_count if is_list else 100,
        when=_when(step, field),
        slots=_slots,
        fault=_fault(step, field, parent),
        doubt=_doubt(step, field),
        item_label=_label(step, field) if is_list else None,
        item_line=_line(step, field) if is_list else None,
        shown_in_review=field.name != "as_proposed",
        after=_AFTER.get((step, field.name)),
    )


def _slots(turn: Turn, scope: Answers) -> dict[str, Any]:
    """Whom a question about an entry is about, and which areas still lack an activity."""
    member = scope.get("member")
    areas = Listing(tuple(say(f"area.{area}") for area in areas_without(scope)))
    return {
        "who": member["name"] if member else scope.get("name") or say("founding.this_person"),
        "areas": areas,
    }


def _when(step: StepKey, field: Field) -> Callable[[Turn, Answers], bool]:
    def asked(turn: Turn, answers: Answers) -> bool:
        if (step, field.name) == (StepKey.ACTIVITY_PLAN, "reason_for_none"):
            return bool(areas_without(answers))
        if (step, field.name) == (StepKey.FOUNDING_MEETING, "as_proposed"):
            return _may_take_over(turn, answers)
        return applies(field, answers, turn.today)

    return asked


def _may_take_over(turn: Turn, answers: Answers) -> bool:
    """Whether the candidates are a whole board, and nobody was written down as elected yet."""
    if answers.get("elected") and not answers.get("as_proposed"):
        return False
    club_id = int(answers["club"])
    size = _step_data(turn, club_id, StepKey.DRAFT_RULES).get("board_size") or BOARD_USUAL
    return can_be_taken_over(_step_data(turn, club_id, StepKey.BOARD_CANDIDATES), int(size))


def _fault(
    step: StepKey, field: Field, parent: Field | None
) -> Callable[[Turn, Answers, Any], Phrase | None]:
    def shown(key: str, name: str, value: Any, turn: Turn) -> Any:
        declared = next(each for each in FIELDS[StepKey(key)] if each.name == name)
        return kind_of(StepKey(key), declared).show(turn, f"founding.{key}.{name}", value)

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
            key, _, name = field.not_before.rpartition(".")
            data = _step_data(turn, int(answers["club"]), StepKey(key)) if key else answers
            other, key = data.get(name), key or step.value
            if other is not None and value < other:
                return say(
                    "founding.not_before",
                    what=say(f"founding.{key}.{name}.name"),
                    value=shown(key, name, other, turn),
                )
        if parent is not None and parent.name == "elected" and field.name == "post":
            for entry in answers.get("elected") or []:
                if (
                    value in NEEDED_POSTS
                    and entry.get("post") == value
                    and entry["_item"] != answers.get("_item")
                ):
                    return say(
                        "founding.post_taken",
                        post=say(f"post.{value}"),
                        who=entry["member"]["name"],
                    )
        return None

    return fault


def _doubt(step: StepKey, field: Field) -> Callable[[Turn, Answers, Any], Phrase | None]:
    def doubt(turn: Turn, answers: Answers, value: Any) -> Phrase | None:
        if (step, field.name) == (StepKey.LAUNCH_CEREMONY, "date"):
            day = date.fromisoformat(value)
            lunar = to_lunar(day)
            if (lunar.month, lunar.day) in _TET:
                return say("founding.on_tet", day=show_date(day))
        return None

    return doubt


_TET = ((1, 1), (1, 2), (1, 3))
"""The three days of Tết, on which people are at home (lunar month and day)."""


def _label(step: StepKey, field: Field) -> Any:
    """The short name of an entry, for picking one."""
    first, second = field.fields[0], field.fields[1] if len(field.fields) > 1 else None

    def label(turn: Turn, entry: Answers) -> str:
        parts = []
        for inner in (first, second):
            if inner is None or entry.get(inner.name) is None:
                continue
            parts.append(turn.text(_shown(turn, step, field, inner, entry)))
        return ": ".join(parts)

    return label


def _line(step: StepKey, field: Field) -> Any:
    """All that was said of an entry, for reading it over."""

    def line(turn: Turn, entry: Answers) -> str:
        first, *rest = field.fields
        parts = []
        for inner in rest:
            value = entry.get(inner.name)
            if value is None or not applies(inner, entry, turn.today):
                continue
            shown = _shown(turn, step, field, inner, entry)
            stem = f"founding.{step.value}.{field.name}.{inner.name}"
            if inner.kind == "confirm":
                shown = say(f"{stem}.yes" if value else f"{stem}.no")
            elif inner.name == "votes":
                shown = say("founding.votes", count=value)
            parts.append(turn.text(shown))
        head = turn.text(_shown(turn, step, field, first, entry)) if first.name in entry else "?"
        return f"{head}: {', '.join(parts)}" if parts else head

    return line


def _shown(turn: Turn, step: StepKey, field: Field, inner: Field, entry: Answers) -> Any:
    stem = f"founding.{step.value}.{field.name}.{inner.name}"
    return kind_of(step, inner).show(turn, stem, entry[inner.name])


def _allowed(turn: Turn, state: State) -> bool:
    return is_organiser(turn.uow, turn.account, int(state["args"]["club"]))


def _flow(key: StepKey) -> Flow:
    def finish(turn: Turn, state: State, answers: Answers) -> None:
        turn.do(FoundingChanged(int(state["args"]["club"]), key.value))

    def left(turn: Turn, state: State, answers: Answers) -> None:
        turn.do(FoundingChanged(int(state["args"]["club"]), key.value, quietly=True))

    def where(turn: Turn, state: State) -> Phrase:
        return say(
            "founding.where",
            number=RULES[key].number,
            total=len(STEPS),
            name=say(f"founding.{key.value}.title"),
            club=turn.uow.clubs.get(int(state["args"]["club"])).name,
        )

    return Flow(
        key=f"founding.{key.value}",
        steps=tuple(step_of(key, field) for field in FIELDS[key]),
        finish=finish,
        review_one=False,
        left=left,
        where=where,
        store=FoundingStore(key),
        allowed=_allowed,
    )


# Step 1 opens the club. Until it stands its answers live in the conversation; once it stands,
# the same questions correct its hamlet and its name.


def _allowed_units(turn: Turn, scope: Answers) -> list[tuple[str, str]]:
    wanted = scope.get("area")
    return [
        (unit.code, unit.name)
        for area in turn.plan.areas
        for unit in area.units
        if wanted in (None, area.id, unit.code)
    ]


def _regions(turn: Turn, scope: Answers) -> list[tuple[str, str]]:
    return [(area.id, area.name) for area in turn.plan.areas]


def _needs_region(turn: Turn, answers: Answers) -> bool:
    return len(_allowed_units(turn, answers)) > 8


def _units(turn: Turn, scope: Answers) -> list[tuple[str, str]]:
    units = _allowed_units(turn, scope)
    region = turn.plan.area(str(scope.get("region") or ""))
    if region is not None:
        held = {unit.code for unit in region.units}
        units = [unit for unit in units if unit[0] in held]
    return units


def _unit_fault(turn: Turn, answers: Answers, value: Any) -> Phrase | None:
    known = {code for code, _ in _allowed_units(turn, answers)}
    if known:
        return None
    code = str(value).strip()
    return None if len(code) == 5 and code.isdigit() else say("open_founding.bad_code")


def _name_fault(turn: Turn, answers: Answers, value: Any) -> Phrase | None:
    besides = answers.get("club")
    if turn.uow.clubs.name_taken(
        str(answers["club_area"]), value, besides=int(besides) if besides else None
    ):
        return say("open_founding.name_taken", name=value)
    return None


class _OpeningStore(Store):
    """In the conversation while the club is not there yet; its code is the area's unit."""

    def load(self, turn: Turn, state: State) -> Answers:
        return {**state["args"], **super().load(turn, state)}


def _suggested_name(turn: Turn, answers: Answers) -> list[tuple[str, str]]:
    name = turn.text(say("open_founding.default_name", hamlet=answers.get("hamlet") or ""))
    return [(name, name)]


class _ClubNameKind(TextKind):
    """A name of one's own, or the usual one with a press."""

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[list[tuple[str, str]]]:
        return [_suggested_name(turn, scope)]

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        return self.read(turn, words, scope, value)


def _open(turn: Turn, state: State, answers: Answers) -> None:
    """The club comes into being, with its first organiser."""
    values = {key: answers[key] for key in ("club_area", "hamlet", "club_name")}
    while True:
        code = turn.uow.installation.draw_code(JOIN_CODE_LENGTH)
        if turn.uow.clubs.by_join_code(code) is None:
            break
    club = turn.uow.clubs.add(
        unit_code=values["club_area"],
        hamlet=values["hamlet"],
        name=values["club_name"],
        join_code=code,
        created_by=turn.account.id,
    )
    turn.uow.accounts.grant(turn.account.id, "organiser", club_id=club.id)
    for role in turn.uow.accounts.roles(turn.account.id):
        # An invitation opens one founding.
        if role.role == "organiser" and role.club_id is None and role.area == answers.get("area"):
            turn.uow.accounts.revoke_role(role.id)
            break
    for key, value in values.items():
        turn.uow.founding.put(club.id, StepKey.OPEN_FOUNDING.value, key, value, by=turn.account.id)
    turn.say(say("open_founding.opened", club=club.name, code=club.code))
    turn.do(FoundingChanged(club.id, StepKey.OPEN_FOUNDING.value))


def _may_open(turn: Turn, state: State) -> bool:
    return any(
        role.role == "organiser" and role.club_id is None and role.area == state["args"].get("area")
        for role in turn.uow.accounts.roles(turn.account.id)
    )


_CLUB_AREA = Step(
    "club_area",
    ChoiceKind(options_of=_units),
    fault=_unit_fault,
    words="founding.open_founding.club_area",
)
_HAMLET = Step("hamlet", TextKind(2, 60), words="founding.open_founding.hamlet")
_CLUB_NAME = Step(
    "club_name",
    _ClubNameKind(3, 80),
    fault=_name_fault,
    words="founding.open_founding.club_name",
)
OPEN = Flow(
    key="open_founding",
    steps=(
        Step(
            "region",
            ChoiceKind(options_of=_regions),
            when=_needs_region,
            counted=False,
            shown_in_review=False,
        ),
        _CLUB_AREA,
        _HAMLET,
        _CLUB_NAME,
    ),
    finish=_open,
    store=_OpeningStore(),
    allowed=_may_open,
)


def _renamed(turn: Turn, state: State, answers: Answers) -> None:
    turn.uow.clubs.update(
        int(state["args"]["club"]), hamlet=answers["hamlet"], name=answers["club_name"]
    )
    turn.do(FoundingChanged(int(state["args"]["club"]), StepKey.OPEN_FOUNDING.value))


RENAME = Flow(
    key=f"founding.{StepKey.OPEN_FOUNDING.value}",
    steps=(_HAMLET, _CLUB_NAME),
    finish=_renamed,
    store=FoundingStore(StepKey.OPEN_FOUNDING),
    allowed=_allowed,
)

FLOWS = (
    OPEN,
    RENAME,
    *(
        _flow(step.key)
        for step in STEPS
        if step.key not in (StepKey.OPEN_FOUNDING, StepKey.FOUNDING_MEMBERS)
    ),
)
