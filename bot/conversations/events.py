"""Events in short conversations: setting one, moving an occurrence, how many came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import ClassVar, NotRequired, TypedDict

from bot.conversations.changed import read_changed
from bot.conversations.effects import CountAttended, MoveOccurrence, SetEvent
from bot.conversations.engine import Answer, Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import (
    ChoiceKind,
    DateKind,
    Kind,
    NumberKind,
    Problem,
    Read,
    Sure,
    TextKind,
    TimeKind,
    Unread,
    Value,
    VenueKind,
    is_recurrence,
)
from bot.conversations.engine.surroundings import Turn as AnyTurn
from bot.conversations.faults import no_name, no_place
from bot.conversations.guards import organises
from bot.conversations.same_day import same_day
from bot.conversations.series import SERIES
from bot.conversations.turn import Turn
from bot.domain.events import KINDS
from bot.domain.events.rules import Datum
from bot.intents.event_kinds import kind_named, without_names
from bot.intents.fasting import asks_fasting
from bot.language.dates.reading import read_date
from bot.language.event_notes import part_notes
from bot.language.recurrences import Recurrence, asks_interval, read_event
from bot.speech.show import show_date, show_moment, show_recurrence, show_time
from bot.speech.translation import Joined, Phrase, say


def _club_name(turn: Turn, answers: Answers) -> Answers:
    return {"club": turn.uow.clubs.get(int(answers["club"])).name}


# Setting an event, in the organiser's own words


class EventWords(TypedDict):
    """A rule, with the hour, the place and what people are asked for where that was said as well."""

    recurrence: Answers
    hour: str | None
    place: str | None
    bring: NotRequired[str]
    fasting: NotRequired[str]
    left: NotRequired[str]
    """What else people are asked for: an event has no place for it."""


class EventWordsKind(Kind[EventWords]):
    """When and where, in one sentence; what it doesn't hold is asked after it."""

    amends: ClassVar[bool] = True
    amends_all: ClassVar[bool] = True

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[EventWords]:
        if asks_interval(text):
            return Problem(say("events.no_interval"))
        notes = part_notes(text)
        text = without_names(notes.rest, scope["kind"])
        reading = read_event(text, turn.local_now)
        if reading.recurrence is None:
            found = read_date(text, turn.today)
            if found.problem in (None, "none"):
                return Unread()
            options = tuple(
                (each.isoformat(), turn.text(show_date(each))) for each in found.options
            )
            return Problem(say(f"kinds.date.{found.problem}"), options)
        if reading.recurrence.kind == "once" and (
            reading.first is None or reading.first < turn.today
        ):
            return Problem(say("events.past"))
        hour = reading.time.value.strftime("%H:%M") if reading.time and reading.time.value else None
        value = EventWords(recurrence=reading.recurrence.as_json(), hour=hour, place=reading.place)
        if notes.bring:
            value["bring"] = notes.bring
        if notes.fasting is not None:
            value["fasting"] = "yes" if notes.fasting else "no"
        if notes.left:
            value["left"] = notes.left
        return Value(value, _with_notes(shown_event(turn, value, lunar=reading.lunar), value))

    def amended(
        self, turn: AnyTurn, words: str, scope: Answers, kept: EventWords, text: str
    ) -> Read[EventWords]:
        if asks_interval(text):
            return Problem(say("events.no_interval"))
        notes = part_notes(text)
        if kind_named(notes.rest) not in (None, scope["kind"]):
            # What is said of another kind of event is none of this one.
            return Unread()
        rule = Recurrence.from_json(kept["recurrence"])
        told = without_names(notes.rest, scope["kind"])
        changed = read_changed(turn, told, rule, kept["hour"] or scope.get("hour"), may_repeat=True)
        if changed is None and notes.bring is None:
            return Unread()
        value: EventWords = {**kept}
        if changed is not None:
            value["recurrence"] = changed.rule.as_json()
            value["hour"] = changed.hour or kept["hour"]
            value["place"] = changed.place or kept["place"]
        if notes.bring is not None:
            value["bring"] = notes.bring
        return Value(value, _with_notes(shown_event(turn, value), value))

    def pressed(self, turn: AnyTurn, words: str, scope: Answers, value: str) -> Read[EventWords]:
        """One of the days offered instead of one that does not exist."""
        try:
            rule = Recurrence("once", date=date.fromisoformat(value))
        except ValueError:
            return Unread()
        picked = EventWords(recurrence=rule.as_json(), hour=None, place=None)
        return Value(picked, shown_event(turn, picked))

    def show(self, turn: AnyTurn, words: str, value: EventWords) -> object:
        return shown_event(turn, value)

    def fits(self, value: object) -> bool:
        return (
            isinstance(value, dict)
            and is_recurrence(value.get("recurrence"))
            and {"hour", "place"} <= set(value)
        )


def shown_event(turn: AnyTurn, value: EventWords, *, lunar: bool = False) -> Phrase:
    """The rule, the hour and the place as they were understood, with the first day."""
    rule = Recurrence.from_json(value["recurrence"])
    lunar = lunar or rule.kind == "lunar_day"
    hour: Phrase | str = ""
    if value["hour"]:
        hour = say("events.at_hour", hour=show_time(time.fromisoformat(value["hour"])))
    first = rule.next_on_or_after(turn.today)
    if value["hour"]:
        starts = datetime.combine(first, time.fromisoformat(value["hour"]), turn.zone)
        if starts <= turn.now and rule.kind != "once":
            first = rule.next_on_or_after(date.fromordinal(first.toordinal() + 1))
        shown_first = show_moment(
            datetime.combine(first, time.fromisoformat(value["hour"]), turn.zone),
            turn.zone,
            lunar=lunar,
        )
    else:
        shown_first = show_date(first, lunar=lunar)
    place = say("events.at_place", place=value["place"]) if value["place"] else ""
    if rule.kind == "once":
        return say("events.understood_once", first=shown_first, place=place)
    return say(
        "events.understood",
        rule=show_recurrence(rule),
        hour=hour,
        first=shown_first,
        place=place,
    )


def _with_notes(shown: Phrase, value: Mapping[str, Answer]) -> Joined:
    """What was understood, with what people are asked for, and what of that is written nowhere."""
    said: list[Phrase] = [shown]
    if value.get("bring"):
        said.append(say("events.to_bring", bring=value["bring"]))
    if value.get("fasting"):
        said.append(say(f"events.fasting_{value['fasting']}"))
    if value.get("left"):
        said.append(say("events.left_out", left=value["left"]))
    return Joined(tuple(said))


def _noted(_turn: Turn, session: Session, value: EventWords) -> Session:
    """What people are asked for is an answer of its own, that stands in the review."""
    said = {key: value.get(key) for key in ("bring", "fasting")}
    return session.with_answers(**{key: each for key, each in said.items() if each})


def _same_day(
    turn: Turn, club_id: int, rule: Recurrence, understood: object, besides: int | None = None
) -> Phrase | None:
    """What was understood, with what the club holds on that day already; None where it is free."""
    other = same_day(turn, club_id, rule, besides=besides)
    if other is None:
        return None
    return say(
        "events.beside",
        understood=understood,
        what=say(f"event.kind.{other.kind}"),
        when=show_moment(other.starts_at, turn.zone),
    )


def _event_beside(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    rule = Recurrence.from_json(value["recurrence"])
    understood = _with_notes(shown_event(turn, value), value)
    return _same_day(turn, int(answers["club"]), rule, understood)


class BringKind(TextKind):
    """What people bring along; whether they come without breakfast is asked on its own."""

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[str]:
        if asks_fasting(text) and Datum.FASTING in KINDS[scope["kind"]].asks:
            return Problem(say("event.bring.no_fasting", example=_bring_example(scope)))
        return super().read(turn, words, scope, text)


def _bring_example(answers: Answers) -> Phrase:
    if Datum.BRING not in KINDS[answers["kind"]].asks:
        return say("event.bring.example")
    return say(f"event.kind.{answers['kind']}.bring")


def _what(_turn: Turn, answers: Answers) -> Answers:
    return {"what": say(f"event.kind.{answers['kind']}")}


def _to_bring(_turn: Turn, answers: Answers) -> Answers:
    return {"what": say(f"event.kind.{answers['kind']}"), "example": _bring_example(answers)}


def _asks(datum: Datum) -> Callable[[Turn, Answers], bool]:
    """Whether a datum is asked for with events of this kind, or was said unasked."""
    return lambda _turn, answers: (
        datum in KINDS[answers["kind"]].asks or bool(answers.get(datum.value))
    )


def _finish_event(turn: Turn, session: Session, answers: Answers) -> None:
    when = answers["when"]
    turn.do(
        SetEvent(
            club_id=int(answers["club"]),
            kind=answers["kind"],
            recurrence=when["recurrence"],
            hour=when["hour"] or answers["hour"],
            place=when["place"] or answers["place"],
            bring=answers.get("bring"),
            fasting=answers.get("fasting"),
            places=answers.get("places"),
        )
    )


def _needs(key: str) -> Callable[[Turn, Answers], bool]:
    def missing(_turn: Turn, answers: Answers) -> bool:
        return bool(answers.get("when")) and not answers["when"].get(key)

    return missing


EVENT = Flow(
    key="event",
    args={"club": int, "kind": str},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_event,
    steps=(
        Step(
            "when",
            EventWordsKind(),
            slots=_what,
            fault=no_place,
            doubt=_event_beside,
            after=_noted,
        ),
        Step("hour", TimeKind(earliest="05:00", latest="20:00"), when=_needs("hour")),
        Step("place", VenueKind(shortest=3, longest=120), when=_needs("place"), fault=no_name),
        Step(
            "bring",
            BringKind(shortest=2, longest=200),
            when=_asks(Datum.BRING),
            slots=_to_bring,
            optional=True,
        ),
        Step(
            "fasting",
            ChoiceKind(("yes", "no", "unknown")),
            when=_asks(Datum.FASTING),
        ),
        Step(
            "places",
            NumberKind(1, 500),
            when=_asks(Datum.PLACES),
            slots=_what,
            optional=True,
        ),
    ),
)


# Moving one occurrence


class MoveWords(TypedDict):
    """The new day, and the hour and the place where they were said as well."""

    date: str
    hour: NotRequired[str]
    place: NotRequired[str]
    left: NotRequired[str]
    """What people are asked for besides: a move has no place for it."""


class MoveWordsKind(Kind[MoveWords]):
    """The new day, with the hour and the place where they were said as well."""

    takes_digits: ClassVar[bool] = True
    amends: ClassVar[bool] = True
    amends_all: ClassVar[bool] = True
    _day: ClassVar[DateKind] = DateKind()

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[MoveWords]:
        notes = part_notes(text)
        reading = read_event(notes.rest, turn.local_now)
        rule = reading.recurrence
        if rule is None or rule.kind != "once" or rule.date is None:
            moved = self._from_its_moment(turn, words, scope, text)
            if isinstance(moved, Value):
                return moved
            return self._of_day(turn, self._day.read(turn, words, scope, notes.rest))
        if rule.date < turn.today:
            return Problem(say("kinds.date.over", day=show_date(rule.date)))
        value = MoveWords(date=rule.date.isoformat())
        if reading.time and reading.time.value:
            value["hour"] = reading.time.value.strftime("%H:%M")
        if reading.place:
            value["place"] = reading.place
        if notes.typed:
            value["left"] = notes.typed
        return Value(value, _with_notes(shown_move(turn, value), value))

    def _from_its_moment(
        self, turn: AnyTurn, words: str, scope: Answers, text: str
    ) -> Read[MoveWords]:
        """ "lại một tuần", "9h", "qua đình Hải Lạc": what isn't named stays as it is."""
        if "planned" not in scope:
            return Unread()
        day, _, hour = str(scope["planned"]).partition("T")
        return self.amended(turn, words, {**scope, "hour": hour}, MoveWords(date=day), text)

    def amended(
        self, turn: AnyTurn, words: str, scope: Answers, kept: MoveWords, text: str
    ) -> Read[MoveWords]:
        rule = Recurrence("once", date=date.fromisoformat(kept["date"]))
        hour = kept.get("hour") or scope.get("hour")
        changed = read_changed(turn, part_notes(text).rest, rule, hour)
        if changed is None or changed.rule.date is None:
            return Unread()
        value: MoveWords = {**kept, "date": changed.rule.date.isoformat()}
        if changed.hour is not None:
            value["hour"] = changed.hour
        if changed.place is not None:
            value["place"] = changed.place
        return Value(value, shown_move(turn, value))

    def pressed(self, turn: AnyTurn, words: str, scope: Answers, value: str) -> Read[MoveWords]:
        return self._of_day(turn, self._day.pressed(turn, words, scope, value))

    @staticmethod
    def _of_day(turn: AnyTurn, read: Read[str]) -> Read[MoveWords]:
        if not isinstance(read, Value):
            return read
        value = MoveWords(date=read.value)
        return Sure(value) if isinstance(read, Sure) else Value(value)

    def show(self, turn: AnyTurn, words: str, value: MoveWords) -> object:
        return shown_move(turn, value)

    def fits(self, value: object) -> bool:
        return isinstance(value, dict) and self._day.fits(value.get("date"))


def shown_move(turn: AnyTurn, value: MoveWords) -> Phrase:
    """The new day, with the hour and the place where they were said."""
    day = date.fromisoformat(value["date"])
    shown = show_date(day, lunar=True)
    if value.get("hour"):
        starts = datetime.combine(day, time.fromisoformat(value["hour"]), turn.zone)
        shown = show_moment(starts, turn.zone, lunar=True)
    place = say("events.at_place", place=value["place"]) if value.get("place") else ""
    return say("events.understood_once", first=shown, place=place)


def _move_beside(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    rule = Recurrence("once", date=date.fromisoformat(value["date"]))
    event = turn.uow.events.occurrence(int(answers["occurrence"])).event_id
    shown = _with_notes(shown_move(turn, value), value)
    return _same_day(turn, int(answers["club"]), rule, shown, besides=event)


def _finish_move(turn: Turn, session: Session, answers: Answers) -> None:
    day = answers["day"]
    starts_at = datetime.combine(
        date.fromisoformat(day["date"]),
        time.fromisoformat(day.get("hour") or answers["hour"]),
        turn.zone,
    )
    place = day.get("place") or answers.get("place")
    turn.do(MoveOccurrence(int(answers["occurrence"]), starts_at, place))


def _day_fault(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    if value.get("hour") and (passed := _passed(turn, value["date"], value["hour"])):
        return passed
    return no_place(turn, answers, value)


def _hour_fault(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    day = answers.get("day")
    return _passed(turn, day["date"], value) if day else None


def _passed(turn: Turn, day: str, hour: str) -> Phrase | None:
    starts_at = datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), turn.zone)
    return say("events.past") if starts_at <= turn.now else None


def _day_lacks(key: str) -> Callable[[Turn, Answers], bool]:
    def missing(_turn: Turn, answers: Answers) -> bool:
        return bool(answers.get("day")) and not answers["day"].get(key)

    return missing


def _with_its_moment(turn: Turn, session: Session, _answers: Answers) -> Session:
    """Where it is moved from, besides what the flow begins with."""
    starts_at = turn.uow.events.occurrence(session.args["occurrence"]).starts_at
    planned = f"{starts_at.astimezone(turn.zone):%Y-%m-%dT%H:%M}"
    return session.with_answers(**session.args, planned=planned)


MOVE = Flow(
    key="move",
    args={"club": int, "occurrence": int},
    introduce=_with_its_moment,
    allowed=organises,
    finish=_finish_move,
    steps=(
        Step("day", MoveWordsKind(), fault=_day_fault, doubt=_move_beside),
        Step("hour", TimeKind(), when=_day_lacks("hour"), fault=_hour_fault),
        Step(
            "place",
            VenueKind(shortest=3, longest=120),
            when=_day_lacks("place"),
            optional=True,
            fault=no_name,
        ),
    ),
)


# How many came


def _finish_count(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(CountAttended(int(answers["occurrence"]), answers["attended"]))


COUNT = Flow(
    key="count",
    args={"club": int, "occurrence": int},
    introduce=args_are_answers,
    allowed=organises,
    finish=_finish_count,
    review=False,
    resume=False,
    steps=(Step("attended", NumberKind(0, 500), slots=_club_name),),
)

FLOWS = (EVENT, MOVE, SERIES, COUNT)
