"""Events as organisers work with them: setting, moving, cancelling, counting, calling."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot import buttons
from bot.buttons import SAID, Rows, Said
from bot.conversations.effects import (
    CountAttended,
    MoveOccurrence,
    OccurrenceChanged,
    SetEvent,
)
from bot.conversations.turn import Turn
from bot.delivery.naming import roster_name
from bot.domain.due import SubjectKind
from bot.domain.events import KINDS
from bot.domain.membership import MembershipState
from bot.domain.states import NoticeState, OccurrenceState
from bot.handlers.accesses import note_access
from bot.handlers.acting import Refused, acting
from bot.handlers.answers.commands import remembered_as
from bot.handlers.events import commands
from bot.handlers.events.attendance import is_to_come
from bot.handlers.sections import why_over
from bot.handlers.services import Services
from bot.intents.moving import says_later, shifted
from bot.language.dates.hours import read_time
from bot.language.dates.reading import read_date
from bot.language.recurrences import Recurrence
from bot.language.series import parts_of_move, read_place_change
from bot.reminders.changes import tell_change
from bot.reminders.told import told_words
from bot.speech.show import show_moment, show_recurrence, show_time
from bot.speech.translation import Lines, Listing, Phrase, say
from bot.storage.records import Club, Event, Occurrence, Person

COUNTED_WITHIN = timedelta(days=31)
"""How long after an event its organiser is offered to note how many came."""

NAMES_PAGE = 20
"""Names that are shown at once."""


def events_action(services: Services, turn: Turn, club: Club) -> None:
    """What is coming, and setting something new."""
    coming = turn.uow.events.occurrences([club.id], since=turn.now, limit=6)
    counted_from = turn.now - COUNTED_WITHIN
    past = [
        each
        for each in turn.uow.events.occurrences(
            [club.id],
            since=counted_from,
            states=(OccurrenceState.HELD, OccurrenceState.PLANNED),
            limit=12,
        )
        if each.starts_at <= turn.now and each.attended is None
    ]
    rows: Rows = [
        [(_row(services, turn, each), buttons.Occasion(each.id))] for each in [*past[-2:], *coming]
    ]
    rows += [[(say(f"events.new_{kind}"), buttons.NewEvent(club.id, kind))] for kind in KINDS]
    rows.append([(say("engine.back_to"), buttons.OpenClub(club.id))])
    turn.offer(say("events.head" if coming else "events.none", club=club.name), *rows)


def _row(services: Services, turn: Turn, occurrence: Occurrence) -> Phrase:
    """One day of an event, as it stands on a button."""
    what = say(f"event.kind.{turn.uow.events.get(occurrence.event_id).kind}")
    return say("events.row", what=what, when=show_moment(occurrence.starts_at, services.zone))


MOST_TO_CANCEL = 4


def ask_what_to_cancel(services: Services, turn: Turn, club: Club) -> bool:
    """Which of the next events is to be called off; that there is none is said."""
    coming = turn.uow.events.occurrences([club.id], since=turn.now, limit=MOST_TO_CANCEL)
    rows: Rows = [[(_row(services, turn, each), buttons.Cancel(each.id))] for each in coming]
    if coming:
        rows.append([(say("events.cancel_nothing"), buttons.no(buttons.Stay()))])
        turn.offer(say("events.cancel_which"), *rows)
    else:
        back = (say("engine.back_to"), buttons.Menu())
        turn.offer(
            say("events.none_to_cancel"), [(say("club.events"), buttons.Events(club.id)), back]
        )
    return True


def event_action(services: Services, turn: Turn, club: Club, kind: str) -> None:
    """Set an event in one's own words."""
    begin_event(services, turn, club.id, kind)


def begin_event(
    services: Services, turn: Turn, club_id: int, kind: str, said: str | None = None
) -> None:
    """Ask when and where an event is to be; what was `said` of it already is said back."""
    if turn.uow.clubs.get(club_id).closed:
        turn.say(say("events.club_rests"))
        return
    name = f"event/{club_id}/{kind}"
    if said is not None:
        turn.say(say("events.begun", what=say(f"event.kind.{kind}")))
    services.engine.start(turn, "event", name=name, said=said, club=club_id, kind=kind)


def set_event(services: Services, turn: Turn, effect: SetEvent) -> None:
    """Set an event, and say when its first day is."""
    outcome = commands.set_event(acting(turn), effect)
    if isinstance(outcome, Refused):
        rests = outcome is Refused.OVER
        turn.say(say("events.club_rests") if rests else refusal(outcome))
        return
    if outcome.first is None:
        turn.say(say("events.past"))
        return
    done = say(
        "events.set",
        what=say(f"event.kind.{outcome.event.kind}"),
        club=outcome.club.name,
        when=show_moment(outcome.first.starts_at, services.zone, lunar=True),
        place=outcome.event.place,
    )
    before = _regular_before(turn, outcome.event)
    if before is not None:
        turn.say(done)
        _ask_of_before(turn, before)
        return
    turn.offer(
        done,
        [
            (say("club.events"), buttons.Events(outcome.club.id)),
            (say("engine.back_to"), buttons.OpenClub(outcome.club.id)),
        ],
    )


def _regular_before(turn: Turn, event: Event) -> Event | None:
    """The regular event of the same kind that a new regular one may stand in for, the latest."""
    if event.recurrence["kind"] == "once":
        return None
    regular = turn.uow.events.regular([event.club_id])
    return next(
        (each for each in reversed(regular) if each.kind == event.kind and each.id != event.id),
        None,
    )


def _ask_of_before(turn: Turn, before: Event) -> None:
    """Two regular meetings may be meant, or the new one instead of the old one."""
    turn.offer(
        say(
            "events.one_before",
            what=say(f"event.kind.{before.kind}"),
            rule=show_recurrence(Recurrence.from_json(before.recurrence)),
            hour=show_time(time.fromisoformat(before.hour)),
        ),
        [
            (say("events.end_before"), buttons.EndSeries(before.id)),
            (say("events.keep_both"), buttons.no(buttons.Events(before.club_id))),
        ],
    )


def refusal(refused: Refused) -> Phrase:
    """Why nothing was done with an event, in words."""
    return say("engine.not_allowed" if refused is Refused.NOT_YOURS else "attend.over")


def _is_over(turn: Turn, occurrence: Occurrence) -> bool:
    """Whether nothing can be done with one day of an event any more; that is said then."""
    over = not is_to_come(turn.uow, occurrence)
    if over:
        turn.say(why_over(occurrence))
    return over


def occasion_action(services: Services, turn: Turn, occurrence: Occurrence) -> None:
    """How many come, and what can be done."""
    event = turn.uow.events.event_of(occurrence)
    found = turn.uow.events.answers_counted(occurrence)
    counted = {answer: found[answer] for answer in SAID}
    lines: list[Phrase] = [
        say(
            "events.counts",
            what=say(f"event.kind.{event.kind}"),
            when=show_moment(occurrence.starts_at, services.zone, lunar=True),
            place=occurrence.place,
            **counted,
        )
    ]
    told = turn.uow.notices.counts(SubjectKind.OCCURRENCE, occurrence.id)
    if told:
        counts = [
            say(f"events.notices.{state}", count=told[state])
            for state in NoticeState
            if state in told
        ]
        lines.append(say("events.notices", counts=Listing(tuple(counts))))
    turn.say(Lines(tuple(lines)))
    turn.offer(
        say("events.what_now"),
        *(
            [(say(f"events.who_{answer}", count=count), buttons.Who(occurrence.id, answer))]
            for answer, count in counted.items()
            if count
        ),
        *_what_can_be_done(turn, event, occurrence),
        [(say("engine.back_to"), buttons.Events(occurrence.club_id))],
    )


def _what_can_be_done(turn: Turn, event: Event, occurrence: Occurrence) -> Rows:
    """Moving, cancelling and inviting before an occasion, counting who came after it."""
    rows: Rows = []
    if is_to_come(turn.uow, occurrence):
        rows.append(
            [
                (say("events.move"), buttons.Move(occurrence.id)),
                (say("events.cancel"), buttons.Cancel(occurrence.id)),
            ]
        )
        if event.ended_at is None and event.recurrence["kind"] != "once":
            rows.append(
                [
                    (say("series.change"), buttons.ChangeSeries(event.id)),
                    (say("series.end"), buttons.EndSeries(event.id)),
                ]
            )
        rows.append(
            [
                (
                    say("paper.invitation"),
                    buttons.SendPaper(occurrence.club_id, "invitation", occurrence.id),
                )
            ]
        )
    elif occurrence.state is not OccurrenceState.CANCELLED:
        rows.append([(say("events.count"), buttons.Count(occurrence.id))])
    return rows


def _by_answer(turn: Turn, occurrence: Occurrence) -> dict[Said, list[Person]]:
    """The club's members by what they said of an occurrence, in roster order."""
    answers = turn.uow.events.answers(occurrence.id)
    groups: dict[Said, list[Person]] = {answer: [] for answer in SAID}
    for _, person in turn.uow.clubs.roster(occurrence.club_id, [MembershipState.ACTIVE]):
        said: Said = next((each for each in SAID if each == answers.get(person.id)), "none")
        groups[said].append(person)
    return groups


def who_action(
    services: Services, turn: Turn, occurrence: Occurrence, answer: Said, page: int
) -> None:
    """By name who comes, who doesn't, who is silent."""
    people = _by_answer(turn, occurrence)[answer]
    part = people[page * NAMES_PAGE : (page + 1) * NAMES_PAGE]
    note_access(acting(turn), occurrence.club_id, part, "who_comes")
    lines = [
        say("events.who_line", number=page * NAMES_PAGE + place,
            who=roster_name(turn.uow, person))
        for place, person in enumerate(part, 1)
    ]  # fmt: skip
    rows: Rows = []
    if (page + 1) * NAMES_PAGE < len(people):
        rows.append([(say("answer.read_on"), buttons.Who(occurrence.id, answer, page + 1))])
    rows.append([(say("engine.back_to"), buttons.Occasion(occurrence.id))])
    turn.offer(Lines((say(f"events.who_{answer}", count=len(people)), *lines)), *rows)


def keep_action(services: Services, turn: Turn, occurrence: Occurrence) -> None:
    """A meeting on a holiday is held all the same."""
    if _is_over(turn, occurrence):
        return
    when = show_moment(occurrence.starts_at, services.zone, lunar=True)
    turn.say(say("events.kept", when=when))


def target_of(turn: Turn, text: str, occurrence: Occurrence) -> str | None:
    """What a sentence says of the new day, behind "qua", or how much later it is to be."""
    for piece in reversed(parts_of_move(text)[1:]):
        if read_date(piece, turn.today).value is not None:
            return piece
    moved = shifted(text, f"{occurrence.starts_at.astimezone(turn.zone):%Y-%m-%dT%H:%M}")
    if moved is not None:
        return f"{datetime.fromisoformat(moved):%H:%M %d/%m/%Y}"
    names_hour_or_place = read_time(text).value is not None or read_place_change(text) is not None
    return text if names_hour_or_place else None


def move_pressed(services: Services, turn: Turn, occurrence: Occurrence, said: str | None) -> None:
    """Another day or hour, by a button; `said` is the mark of what was said of it."""
    text = remembered_as(acting(turn), said)
    target = None if text is None else target_of(turn, text, occurrence)
    move_action(services, turn, occurrence, said=target)


def move_action(
    services: Services, turn: Turn, occurrence: Occurrence, *, said: str | None = None
) -> None:
    """Another day or hour; `said`: what was said of it already."""
    if _is_over(turn, occurrence):
        return
    before = occurrence.starts_at.astimezone(turn.zone).date()
    if said is not None and not any(map(str.isdecimal, said)):
        day = read_date(said, turn.today).value
        if day == before or (day is not None and day < before and says_later(said)):
            # "chủ nhật này qua chủ nhật sau": the one behind the day that it is moved from.
            found = (read_date(said, before + timedelta(days=days)).value for days in (0, 1))
            behind = next((each for each in found if each is not None and each > before), None)
            said = said if behind is None else f"{behind:%d/%m/%Y}"
    services.engine.start(
        turn,
        "move",
        name=f"move/{occurrence.id}",
        said=said,
        occurrence=occurrence.id,
        club=occurrence.club_id,
    )


def move(services: Services, turn: Turn, effect: MoveOccurrence) -> None:
    """Hold an occurrence at another moment: who is told is said by what follows."""
    occurrence = turn.uow.events.occurrence(effect.occurrence_id)
    refused = commands.move(acting(turn), occurrence, effect.starts_at, effect.place)
    if refused is not None:
        turn.say(refusal(refused))


def cancel_action(services: Services, turn: Turn, occurrence: Occurrence, sure: bool) -> None:
    """An event is called off: asked once, then everybody who was told hears of it."""
    event = turn.uow.events.event_of(occurrence)
    if _is_over(turn, occurrence):
        return
    if not sure:
        turn.offer(
            say(
                "events.cancel_sure",
                what=say(f"event.kind.{event.kind}"),
                when=show_moment(occurrence.starts_at, services.zone),
            ),
            [
                (say("events.cancel_yes"), buttons.yes(buttons.Cancel(occurrence.id, sure=True))),
                (say("events.cancel_no"), buttons.no(buttons.Occasion(occurrence.id))),
            ],
        )
        return
    refused = commands.cancel(acting(turn), occurrence)
    if refused is not None:
        turn.say(refusal(refused))


def tell_changed(services: Services, turn: Turn, effect: OccurrenceChanged) -> None:
    """Tell whom a moved or cancelled occurrence concerns; the organiser reads who hears when."""
    occurrence = turn.uow.events.occurrence(effect.occurrence_id)
    told = tell_change(turn.uow, occurrence, effect.what, services.zone)
    who = told_words(told, services.zone)
    turn.back = buttons.Events(occurrence.club_id)
    choices = [[(say("calls.open"), buttons.Calls(occurrence.club_id))]] if told.to_call else []
    turn.offer(
        say(f"events.{effect.what}_told", who=who,
            when=show_moment(occurrence.starts_at, services.zone, lunar=True)),
        *choices,
    )  # fmt: skip


def count_action(services: Services, turn: Turn, occurrence: Occurrence) -> None:
    """How many came."""
    if occurrence.starts_at > turn.now:
        turn.say(say("events.not_yet"))
        return
    services.engine.start(turn, "count", occurrence=occurrence.id, club=occurrence.club_id)


def count_attended(services: Services, turn: Turn, effect: CountAttended) -> None:
    """Note how many came."""
    occurrence = turn.uow.events.occurrence(effect.occurrence_id)
    refused = commands.count_attended(acting(turn), occurrence, effect.count)
    turn.say(refusal(refused) if refused else say("count.noted", count=effect.count))
