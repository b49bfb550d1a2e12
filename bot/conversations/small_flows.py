"""Short conversations: one or a few questions each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import ClassVar, NotRequired, TypedDict

from bot.conversations.effects import (
    ErasePerson,
    EventAdded,
    FoundingChanged,
    ImportRoster,
    OccurrenceChanged,
    Reply,
    RosterChanged,
    SendPaper,
)
from bot.conversations.engine import Answer, Answers, Flow, Session, Step, args_are_answers
from bot.conversations.engine.kinds import (
    AddressKind,
    BirthKind,
    ChoiceKind,
    ConfirmKind,
    DateKind,
    Kind,
    NameKind,
    NumberKind,
    Pairs,
    PhoneKind,
    Problem,
    Read,
    Sure,
    TextKind,
    TimeKind,
    Unread,
    Value,
    is_recurrence,
)
from bot.conversations.engine.surroundings import Turn as AnyTurn
from bot.conversations.permissions import answers_enquiry, is_organiser
from bot.conversations.turn import Turn
from bot.delivery.naming import named
from bot.domain.events import RULES
from bot.intents.fasting import asks_fasting
from bot.language.address import CHOICES
from bot.language.dates import read_date
from bot.language.recurrences import Recurrence, asks_interval, read_event
from bot.speech.show import show_date, show_moment, show_recurrence, show_time
from bot.speech.translation import Phrase, say


def _organises(turn: Turn, session: Session) -> bool:
    return is_organiser(turn.uow, turn.account, int(session.args["club"]))


def _club_name(turn: Turn, answers: Answers) -> Answers:
    return {"club": turn.uow.clubs.get(int(answers["club"])).name}


# Setting an event, in the organiser's own words


class EventWords(TypedDict):
    """A rule, and the hour and the place where they were said as well."""

    recurrence: Answers
    hour: str | None
    place: str | None


class EventWordsKind(Kind[EventWords]):
    """When and where, in one sentence; what it doesn't hold is asked after it."""

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[EventWords]:
        if asks_interval(text):
            return Problem(say("events.no_interval"))
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
        return Value(value, self._shown(turn, value, lunar=reading.lunar))

    def pressed(self, turn: AnyTurn, words: str, scope: Answers, value: str) -> Read[EventWords]:
        """One of the days offered instead of one that does not exist."""
        try:
            rule = Recurrence("once", date=date.fromisoformat(value))
        except ValueError:
            return Unread()
        picked = EventWords(recurrence=rule.as_json(), hour=None, place=None)
        return Value(picked, self._shown(turn, picked))

    def _shown(self, turn: AnyTurn, value: EventWords, *, lunar: bool = False) -> Phrase:
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

    def show(self, turn: AnyTurn, words: str, value: EventWords) -> object:
        return self._shown(turn, value)

    def fits(self, value: object) -> bool:
        return (
            isinstance(value, dict)
            and is_recurrence(value.get("recurrence"))
            and {"hour", "place"} <= set(value)
        )


class BringKind(TextKind):
    """What people bring along; whether they come without breakfast is asked on its own."""

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[str]:
        if asks_fasting(text):
            return Problem(say("event.bring.no_fasting"))
        return super().read(turn, words, scope, text)


def _finish_event(turn: Turn, session: Session, answers: Answers) -> None:
    when = answers["when"]
    event = turn.uow.events.add(
        club_id=int(answers["club"]),
        kind=answers["kind"],
        recurrence=when["recurrence"],
        hour=when["hour"] or answers["hour"],
        place=when["place"] or answers["place"],
        bring=answers.get("bring"),
        fasting=answers.get("fasting"),
        places=answers.get("places"),
        created_by=turn.account.id,
        extend_at=turn.now,
    )
    turn.do(EventAdded(event.id))


def _needs(key: str) -> Callable[[Turn, Answers], bool]:
    def missing(_turn: Turn, answers: Answers) -> bool:
        return bool(answers.get("when")) and not answers["when"].get(key)

    return missing


EVENT = Flow(
    key="event",
    args={"club": int, "kind": str},
    introduce=args_are_answers,
    allowed=_organises,
    finish=_finish_event,
    resume=False,
    steps=(
        Step(
            "when",
            EventWordsKind(),
            slots=lambda turn, answers: {"what": say(f"event.kind.{answers['kind']}")},
        ),
        Step("hour", TimeKind(earliest="05:00", latest="20:00"), when=_needs("hour")),
        Step("place", TextKind(shortest=3, longest=120), when=_needs("place")),
        Step(
            "bring",
            BringKind(shortest=2, longest=200),
            when=lambda _turn, answers: RULES[answers["kind"]].asks_bring,
            optional=True,
        ),
        Step(
            "fasting",
            ChoiceKind(("yes", "no", "unknown")),
            when=lambda _turn, answers: RULES[answers["kind"]].asks_fasting,
        ),
        Step(
            "places",
            NumberKind(1, 500),
            when=lambda _turn, answers: RULES[answers["kind"]].asks_places,
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


class MoveWordsKind(Kind[MoveWords]):
    """The new day, with the hour and the place where they were said as well."""

    takes_digits: ClassVar[bool] = True
    _day: ClassVar[DateKind] = DateKind()

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[MoveWords]:
        reading = read_event(text, turn.local_now)
        rule = reading.recurrence
        if rule is None or rule.kind != "once" or rule.date is None:
            return self._of_day(turn, self._day.read(turn, words, scope, text))
        if rule.date < turn.today:
            return Problem(say("kinds.date.over", day=show_date(rule.date)))
        value = MoveWords(date=rule.date.isoformat())
        if reading.time and reading.time.value:
            value["hour"] = reading.time.value.strftime("%H:%M")
        if reading.place:
            value["place"] = reading.place
        return Value(value)

    def pressed(self, turn: AnyTurn, words: str, scope: Answers, value: str) -> Read[MoveWords]:
        return self._of_day(turn, self._day.pressed(turn, words, scope, value))

    @staticmethod
    def _of_day(turn: AnyTurn, read: Read[str]) -> Read[MoveWords]:
        if not isinstance(read, Value):
            return read
        value = MoveWords(date=read.value)
        return Sure(value) if isinstance(read, Sure) else Value(value)

    def show(self, turn: AnyTurn, words: str, value: MoveWords) -> object:
        day = date.fromisoformat(value["date"])
        shown = show_date(day, lunar=True)
        if value.get("hour"):
            starts = datetime.combine(day, time.fromisoformat(value["hour"]), turn.zone)
            shown = show_moment(starts, turn.zone, lunar=True)
        place = say("events.at_place", place=value["place"]) if value.get("place") else ""
        return say("events.understood_once", first=shown, place=place)

    def fits(self, value: object) -> bool:
        return isinstance(value, dict) and self._day.fits(value.get("date"))


def _finish_move(turn: Turn, session: Session, answers: Answers) -> None:
    occurrence = turn.uow.events.occurrence(int(answers["occurrence"]))
    if occurrence.state != "planned" or occurrence.starts_at <= turn.now:
        turn.say(say("attend.over"))
        return
    day = answers["day"]
    hour = day.get("hour") or answers["hour"]
    starts_at = datetime.combine(
        date.fromisoformat(day["date"]), time.fromisoformat(hour), turn.zone
    )
    if starts_at != occurrence.starts_at:
        # Who could come on the old day may be busy on the new one.
        turn.uow.events.forget_answers(occurrence.id)
    turn.uow.events.update_occurrence(
        occurrence.id,
        starts_at=starts_at,
        moved_from=occurrence.starts_at,
        place=day.get("place") or answers.get("place") or occurrence.place,
        plan_version=occurrence.plan_version + 1,
        plan_at=turn.now,
    )
    turn.do(OccurrenceChanged(occurrence.id, "moved"))


def _day_fault(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    return _passed(turn, value["date"], value["hour"]) if value.get("hour") else None


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


MOVE = Flow(
    key="move",
    args={"club": int, "occurrence": int},
    introduce=args_are_answers,
    allowed=_organises,
    finish=_finish_move,
    resume=False,
    steps=(
        Step("day", MoveWordsKind(), fault=_day_fault),
        Step("hour", TimeKind(), when=_day_lacks("hour"), fault=_hour_fault),
        Step(
            "place",
            TextKind(shortest=3, longest=120),
            when=_day_lacks("place"),
            optional=True,
        ),
    ),
)


# Inviting to the founding meeting: its day and hour, as far as they are known


def _finish_invitation(turn: Turn, session: Session, answers: Answers) -> None:
    club_id = int(answers["club"])
    for field, value in (
        ("planned_date", answers.get("date")),
        ("planned_time", answers.get("hour")),
    ):
        if value is not None:
            turn.uow.founding.put(club_id, "founding_meeting", field, value, by=turn.account.id)
    turn.do(SendPaper(club_id, "invitation"))


INVITATION = Flow(
    key="invitation",
    args={"club": int},
    introduce=args_are_answers,
    allowed=_organises,
    finish=_finish_invitation,
    review=False,
    resume=False,
    steps=(
        Step("date", DateKind(), optional=True),
        Step("hour", TimeKind(), optional=True),
    ),
)


# How many came


def _finish_count(turn: Turn, session: Session, answers: Answers) -> None:
    turn.uow.events.update_occurrence(
        int(answers["occurrence"]), attended=answers["attended"], state="held"
    )
    turn.say(say("count.noted", count=answers["attended"]))


COUNT = Flow(
    key="count",
    args={"club": int, "occurrence": int},
    introduce=args_are_answers,
    allowed=_organises,
    finish=_finish_count,
    review=False,
    resume=False,
    steps=(Step("attended", NumberKind(0, 500), slots=_club_name),),
)


# Going on with fewer than fifty, and passing over a step, each with a reason that is kept


def _finish_reason(turn: Turn, session: Session, answers: Answers) -> None:
    club_id, step = int(answers["club"]), answers["step"]
    if answers["what"] == "fewer":
        turn.uow.founding.put(club_id, step, "continue_below", True, by=turn.account.id)
        turn.uow.founding.put(club_id, step, "reason", answers["reason"], by=turn.account.id)
    else:
        turn.uow.founding.put_step(
            club_id, step, state="skipped", reason=answers["reason"], nudge_at=None
        )
    turn.do(FoundingChanged(club_id, step))


REASON = Flow(
    key="reason",
    args={"club": int, "step": str, "what": str},
    introduce=args_are_answers,
    allowed=_organises,
    finish=_finish_reason,
    review=False,
    resume=False,
    steps=(
        Step(
            "reason",
            TextKind(shortest=3, longest=300),
            slots=lambda _turn, answers: {"what": say(f"reason.what.{answers['what']}")},
        ),
    ),
)


# Replying to somebody's question


def _finish_reply(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(Reply(int(answers["enquiry"]), answers["text"]))


def _answers_for_the_club(turn: Turn, session: Session) -> bool:
    return answers_enquiry(turn.plan, turn.uow, turn.account, int(session.args["enquiry"]))


REPLY = Flow(
    key="reply",
    args={"enquiry": int},
    introduce=args_are_answers,
    finish=_finish_reply,
    review=False,
    resume=False,
    allowed=_answers_for_the_club,
    steps=(Step("text", TextKind(shortest=2, longest=1000)),),
)


# Correcting what is kept about a person

CORRECTABLE = ("full_name", "called", "birth", "sex", "address", "phone", "contact_person")


def _correcting(key: str) -> Callable[[Turn, Answers], bool]:
    def applies(_turn: Turn, answers: Answers) -> bool:
        return bool(answers.get("what") == key)

    return applies


def _speaks_for(turn: Turn, session: Session) -> bool:
    person_id = int(session.args["person"])
    if any(p.id == person_id for _, p in turn.uow.people.of_account(turn.account.id)):
        return True
    person = turn.uow.people.find(person_id)
    if person is None or person.erased_at is not None:
        return False
    return any(
        is_organiser(turn.uow, turn.account, membership.club_id)
        for membership in turn.uow.clubs.memberships_of(person_id)
    )


def _finish_correct(turn: Turn, session: Session, answers: Answers) -> None:
    person_id = int(answers["person"])
    what = answers["what"]
    value = answers[what]
    if what == "birth":
        turn.uow.people.update(
            person_id,
            birth_year=value["year"],
            birth_date=date.fromisoformat(value["date"]) if value.get("date") else None,
            birth_estimated=value["estimated"],
        )
    else:
        changes = {what: value}
        if what == "full_name":
            changes["called"] = turn.uow.people.get(person_id).called
        if what == "called":
            changes["full_name"] = turn.uow.people.get(person_id).full_name
        turn.uow.people.update(person_id, **changes)
    turn.say(say("correct.done"))
    for membership in turn.uow.clubs.memberships_of(person_id):
        turn.do(RosterChanged(membership.club_id))


def _of_oneself(turn: Turn, answers: Answers) -> bool:
    return turn.uow.people.is_self(turn.account.id, int(answers["person"]))


def _person_slots(turn: Turn, answers: Answers) -> Answers:
    person = turn.uow.people.get(int(answers["person"]))
    return {"who": named(turn.uow, turn.account, person, turn.zone)}


CORRECT = Flow(
    key="correct",
    args={"person": int},
    introduce=args_are_answers,
    allowed=_speaks_for,
    finish=_finish_correct,
    review=False,
    resume=False,
    steps=(
        Step("what", ChoiceKind(CORRECTABLE), slots=_person_slots),
        Step("full_name", NameKind(), when=_correcting("full_name"), slots=_person_slots),
        Step("called", TextKind(2, 40), when=_correcting("called"), slots=_person_slots),
        Step("birth", BirthKind(), when=_correcting("birth"), slots=_person_slots),
        Step("sex", ChoiceKind(("female", "male")), when=_correcting("sex"), slots=_person_slots),
        Step("address", AddressKind(2, 150), when=_correcting("address"), slots=_person_slots),
        Step(
            "phone",
            PhoneKind(own=_of_oneself),
            when=_correcting("phone"),
            slots=_person_slots,
        ),
        Step(
            "contact_person",
            TextKind(2, 100),
            when=_correcting("contact_person"),
            slots=_person_slots,
        ),
    ),
)


# An imported list: are the signatures there, and of which day?


def _finish_list(turn: Turn, session: Session, answers: Answers) -> None:
    turn.do(
        ImportRoster(
            club_id=int(answers["club"]),
            path=answers["path"],
            name=answers["file_name"],
            signed_on=answers.get("signed_on") if answers["signed"] else None,
        )
    )


LIST = Flow(
    key="roster_list",
    args={"club": int, "path": str, "file_name": str},
    introduce=args_are_answers,
    allowed=_organises,
    finish=_finish_list,
    review=False,
    resume=False,
    steps=(
        Step("signed", ConfirmKind(done=True), shown_in_review=False),
        Step(
            "signed_on",
            DateKind(past=True),
            when=lambda _turn, answers: bool(answers.get("signed")),
            shown_in_review=False,
        ),
    ),
)


# Deleting what is kept


def _finish_delete(turn: Turn, session: Session, answers: Answers) -> None:
    if answers["sure"]:
        turn.do(ErasePerson(int(answers["person"])))
    else:
        turn.say(say("delete.kept"))


DELETE = Flow(
    key="delete",
    args={"person": int},
    introduce=args_are_answers,
    allowed=_speaks_for,
    finish=_finish_delete,
    review=False,
    resume=False,
    steps=(Step("sure", ConfirmKind(), slots=_person_slots, shown_in_review=False),),
)

# The form of address, offered once after joining


def _finish_form(turn: Turn, session: Session, answers: Answers) -> None:
    turn.uow.accounts.update(turn.account.id, form_of_address=answers["form"])
    turn.say(say("address.noted", form=answers["form"]))


def _forms(turn: Turn, _scope: Answers) -> Pairs:
    return [(each, each) for each in CHOICES]


ADDRESS = Flow(
    key="address",
    finish=_finish_form,
    review=False,
    resume=False,
    steps=(Step("form", ChoiceKind(options_of=_forms), shown_in_review=False),),
)

FLOWS = (EVENT, MOVE, INVITATION, COUNT, REASON, REPLY, CORRECT, LIST, DELETE, ADDRESS)
