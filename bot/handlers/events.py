"""Events as organisers work with them: setting, moving, cancelling, counting, calling."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.conversations.turn import Turn
from bot.domain.events import RULES
from bot.handlers.desk import Desk
from bot.language.phones import show_phone
from bot.language.show import show_moment
from bot.language.translation import Lines, Listing, Phrase, say
from bot.messages import NO, YES
from bot.reminders.planner import extend_event, name_of, tell_change
from bot.storage.events import NOTICE_STATES
from bot.storage.records import Notice

COUNTED_WITHIN = timedelta(days=31)
"""How long after an event its organiser is offered to note how many came."""

PAGE = 10
"""People of a call list that are shown at once."""

Rows = list[list[tuple[Any, str]]]


def events_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """events/<club>: what is coming, and setting something new."""
    club = turn.uow.clubs.get(int(args[0]))
    coming = turn.uow.events.occurrences([club.id], since=turn.now, limit=6)
    counted_from = turn.now - COUNTED_WITHIN
    past = [
        each
        for each in turn.uow.events.occurrences(
            [club.id], since=counted_from, states=("held", "planned"), limit=12
        )
        if each.starts_at <= turn.now and each.attended is None
    ]
    rows: Rows = []
    for occurrence in [*past[-2:], *coming]:
        event = turn.uow.events.get(occurrence.event_id)
        rows.append(
            [
                (
                    say(
                        "events.row",
                        what=say(f"event.kind.{event.kind}"),
                        when=show_moment(occurrence.starts_at, desk.zone),
                    ),
                    f"occasion/{occurrence.id}",
                )
            ]
        )
    rows += [[(say(f"events.new_{kind}"), f"event/{club.id}/{kind}")] for kind in RULES]
    rows.append([(say("engine.back_to"), f"club/{club.id}")])
    turn.offer(say("events.head" if coming else "events.none", club=club.name), *rows)


def event_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """event/<club>/<kind>: set an event in one's own words."""
    if args[1] not in RULES:
        return
    desk.engine.start(turn, "event", club=int(args[0]), kind=args[1])


def event_added(desk: Desk, turn: Turn, event_id: int) -> None:
    """An event was set: write its days down and say when people will be told."""
    event = turn.uow.events.get(event_id)
    extend_event(turn.uow, event, desk.zone)
    coming = turn.uow.events.future_of(event_id)
    club = turn.uow.clubs.get(event.club_id)
    if not coming:
        turn.say(say("events.past"))
        return
    turn.offer(
        say(
            "events.set",
            what=say(f"event.kind.{event.kind}"),
            club=club.name,
            when=show_moment(coming[0].starts_at, desk.zone, lunar=True),
            place=event.place,
        ),
        [
            (say("club.events"), f"events/{club.id}"),
            (say("engine.back_to"), f"club/{club.id}"),
        ],
    )


def occasion_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """occasion/<occurrence>: who comes, who does not, and what can be done."""
    occurrence = turn.uow.events.occurrence(int(args[0]))
    event = turn.uow.events.get(occurrence.event_id)
    answers = turn.uow.events.answers(occurrence.id)
    lines: list[Any] = [
        say(
            "events.counts",
            what=say(f"event.kind.{event.kind}"),
            when=show_moment(occurrence.starts_at, desk.zone),
            place=occurrence.place,
            yes=sum(answer == "yes" for answer in answers.values()),
            no=sum(answer == "no" for answer in answers.values()),
            unsure=sum(answer == "unsure" for answer in answers.values()),
        )
    ]
    coming = [turn.uow.people.get(key) for key, answer in answers.items() if answer == "yes"]
    if coming:
        lines.append(
            say("events.coming", who=Listing(tuple(name_of(each) for each in coming[:60])))
        )
    told = turn.uow.events.notice_counts(occurrence.id)
    if told:
        counts = [
            say(f"events.notices.{state}", count=told[state])
            for state in NOTICE_STATES
            if state in told
        ]
        lines.append(say("events.notices", counts=Listing(tuple(counts))))
    turn.say(Lines(tuple(lines)))
    rows: Rows = []
    if occurrence.state == "planned" and occurrence.starts_at > turn.now:
        rows.append(
            [
                (say("events.move"), f"move/{occurrence.id}"),
                (say("events.cancel"), f"cancel/{occurrence.id}"),
            ]
        )
        rows.append(
            [
                (
                    say("paper.invitation"),
                    f"paper/{occurrence.club_id}/invitation/{occurrence.id}",
                )
            ]
        )
    else:
        rows.append([(say("events.count"), f"count/{occurrence.id}")])
    rows.append([(say("engine.back_to"), f"events/{occurrence.club_id}")])
    turn.offer(say("events.what_now"), *rows)


def move_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """move/<occurrence>: another day or hour."""
    occurrence = turn.uow.events.occurrence(int(args[0]))
    desk.engine.start(turn, "move", occurrence=occurrence.id, club=occurrence.club_id)


def cancel_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """cancel/<occurrence>[/sure]: asked once, then everybody who was told hears of it."""
    occurrence = turn.uow.events.occurrence(int(args[0]))
    event = turn.uow.events.get(occurrence.event_id)
    if occurrence.state != "planned" or occurrence.starts_at <= turn.now:
        turn.say(say("attend.over"))
        return
    if len(args) < 2:
        turn.offer(
            say(
                "events.cancel_sure",
                what=say(f"event.kind.{event.kind}"),
                when=show_moment(occurrence.starts_at, desk.zone),
            ),
            [
                (say("events.cancel_yes"), f"cancel/{occurrence.id}/sure{YES}"),
                (say("events.cancel_no"), f"occasion/{occurrence.id}{NO}"),
            ],
        )
        return
    turn.uow.events.update_occurrence(
        occurrence.id,
        state="cancelled",
        plan_at=None,
        plan_version=occurrence.plan_version + 1,
    )
    changed(desk, turn, occurrence.id, "cancelled")


def changed(desk: Desk, turn: Turn, occurrence_id: int, what: str) -> None:
    """Tell whom a moved or cancelled occurrence concerns."""
    occurrence = turn.uow.events.occurrence(occurrence_id)
    told = tell_change(turn.uow, occurrence, what, desk.zone)
    turn.say(say(f"events.{what}_told", count=told))


def count_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """count/<occurrence>: how many came."""
    occurrence = turn.uow.events.occurrence(int(args[0]))
    if occurrence.starts_at > turn.now:
        turn.say(say("events.not_yet"))
        return
    desk.engine.start(turn, "count", occurrence=occurrence.id, club=occurrence.club_id)


def calls_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """calls/<club>: who has to be told by a person, with the number to call."""
    club = turn.uow.clubs.get(int(args[0]))
    calls = turn.uow.events.call_list(club.id)
    if not calls:
        turn.offer(say("calls.none", club=club.name), [(say("engine.back_to"), f"club/{club.id}")])
        return
    people: dict[int, list[Notice]] = {}
    for notice, person in calls:
        people.setdefault(person.id, []).append(notice)
    lines: list[Any] = [say("calls.head", count=len(people))]
    rows: Rows = []
    for place, (person_id, notices) in enumerate(list(people.items())[:PAGE], 1):
        person = turn.uow.people.get(person_id)
        phone = show_phone(person.phone) if person.phone else (person.contact_person or "")
        lines.append(
            say(
                "calls.line",
                number=place,
                who=person.shown_name,
                phone=phone or say("calls.no_number"),
                what=Listing(tuple(_what(desk, turn, each) for each in notices)),
            )
        )
        ids = ",".join(str(each.id) for each in notices)
        rows.append([(say("calls.called", who=person.shown_name), f"called/{ids}")])
    turn.say(Lines(tuple(lines)))
    rows.append([(say("engine.back_to"), f"club/{club.id}")])
    turn.offer(say("calls.which"), *rows)


def _what(desk: Desk, turn: Turn, notice: Notice) -> Phrase:
    occurrence = turn.uow.events.occurrence(notice.occurrence_id)
    event = turn.uow.events.get(occurrence.event_id)
    return say(
        "calls.event",
        what=say(f"event.kind.{event.kind}"),
        when=show_moment(occurrence.starts_at, desk.zone),
    )


def called_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """called/<notices of one person>: it was told by voice; does the person come?"""
    found = [turn.uow.events.notice(int(each)) for each in args[0].split(",")]
    notices = [each for each in found if each is not None and each.state in ("to_call", "called")]
    if not notices or len({(each.person_id, each.club_id) for each in notices}) != 1:
        turn.say(say("calls.over"))
        return
    turn.uow.events.set_notices([each.id for each in notices], "called", called_by=turn.account.id)
    person = turn.uow.people.get(notices[0].person_id)
    for notice in notices:
        turn.offer(
            say("calls.noted", who=person.shown_name, what=_what(desk, turn, notice)),
            [
                (say(f"attend.{answer}"), f"answerfor/{notice.occurrence_id}/{answer}/{person.id}")
                for answer in ("yes", "no", "unsure")
            ],
        )


def answer_for_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """answerfor/<occurrence>/<answer>/<person>: what somebody said on the phone."""
    occurrence = turn.uow.events.occurrence(int(args[0]))
    person_id = int(args[2])
    membership = turn.uow.clubs.membership_of(occurrence.club_id, person_id)
    if args[1] not in ("yes", "no", "unsure") or membership is None:
        return
    turn.uow.events.answer(occurrence.id, person_id, args[1], turn.account.id)
    person = turn.uow.people.get(person_id)
    turn.say(say(f"attend.noted_{args[1]}", who=person.shown_name))
    calls_action(desk, turn, [str(occurrence.club_id)])
