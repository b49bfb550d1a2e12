"""A regular event is held another way from some day on: one question, said back with what changes."""

from __future__ import annotations

from datetime import date, time
from typing import TypedDict

from bot.conversations.effects import ChangeSeries
from bot.conversations.engine import Answer, Answers, Flow, Session, Step
from bot.conversations.engine.kinds import (
    Kind,
    Problem,
    Read,
    TimeKind,
    Unread,
    Value,
    is_recurrence,
)
from bot.conversations.engine.surroundings import Turn as AnyTurn
from bot.conversations.guards import organises
from bot.conversations.same_day import same_day
from bot.conversations.turn import Turn
from bot.language.event_notes import part_notes
from bot.language.recurrences import Recurrence, asks_interval
from bot.language.series import read_change
from bot.speech.show import show_date, show_moment, show_recurrence, show_time
from bot.speech.translation import Joined, Phrase, say


class SeriesWords(TypedDict):
    """How a regular event is held from a day on, whole; `asks_hour`: at an hour still to be said."""

    recurrence: Answers
    hour: str
    place: str
    since: str | None
    asks_hour: bool


class SeriesWordsKind(Kind[SeriesWords]):
    """What is to be another way; all that isn't named stays as it was."""

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[SeriesWords]:
        if asks_interval(text):
            return Problem(say("events.no_interval"))
        before = scope["before"]
        rule = Recurrence.from_json(before["recurrence"])
        notes = part_notes(text)
        found = read_change(notes.rest, rule, time.fromisoformat(before["hour"]), turn.local_now)
        if not found.changes:
            return Unread()
        value = SeriesWords(
            recurrence=(found.recurrence or rule).as_json(),
            hour=found.time.strftime("%H:%M") if found.time else before["hour"],
            place=found.place or before["place"],
            since=found.since.isoformat() if found.since else None,
            asks_hour=found.asks_hour,
        )
        if notes.typed is None:
            return Value(value)
        left = say("events.left_out", left=notes.typed)
        return Value(value, Joined((shown_change(turn.today, value), left)))

    def show(self, turn: AnyTurn, words: str, value: SeriesWords) -> object:
        return shown_change(turn.today, value)

    def fits(self, value: object) -> bool:
        return (
            isinstance(value, dict)
            and is_recurrence(value.get("recurrence"))
            and {"hour", "place", "since", "asks_hour"} <= set(value)
        )


def shown_change(today: date, value: SeriesWords) -> Phrase:
    """ "từ nay họp Chủ nhật đầu tháng, 8 giờ, tại chùa Long Bàn"."""
    since = date.fromisoformat(value["since"]) if value["since"] else None
    hour: Phrase | str = ""
    if not value["asks_hour"]:
        hour = say("events.at_hour", hour=show_time(time.fromisoformat(value["hour"])))
    rule = Recurrence.from_json(value["recurrence"])
    return say(
        "series.understood",
        since=say("series.since", day=show_date(since)) if since else say("series.from_now"),
        rule=show_recurrence(rule),
        hour=hour,
        place=say("events.at_place", place=value["place"]),
        first=show_date(rule.next_on_or_after(max(since or today, today))),
    )


def _as_it_is(turn: Turn, session: Session, _answers: Answers) -> Session:
    event = turn.uow.events.get(int(session.args["event"]))
    before = {"recurrence": event.recurrence, "hour": event.hour, "place": event.place}
    return session.with_answers(**session.args, kind=event.kind, before=before)


def _as_now(_turn: Turn, answers: Answers) -> Answers:
    before = answers["before"]
    return {
        "what": say(f"event.kind.{answers['kind']}"),
        "rule": show_recurrence(Recurrence.from_json(before["recurrence"])),
        "hour": show_time(time.fromisoformat(before["hour"])),
        "place": before["place"],
    }


def _beside(turn: Turn, answers: Answers, value: Answer) -> Phrase | None:
    """Another event on one of the new days is said before it is set."""
    rule = Recurrence.from_json(value["recurrence"])
    other = same_day(turn, int(answers["club"]), rule, besides=int(answers["event"]))
    if other is None:
        return None
    return say(
        "events.beside",
        understood=shown_change(turn.today, value),
        what=say(f"event.kind.{other.kind}"),
        when=show_moment(other.starts_at, turn.zone),
    )


def _finish(turn: Turn, session: Session, answers: Answers) -> None:
    value = answers["how"]
    turn.do(
        ChangeSeries(
            event_id=int(session.args["event"]),
            recurrence=value["recurrence"],
            hour=answers["hour"] if value["asks_hour"] else value["hour"],
            place=value["place"],
            since=date.fromisoformat(value["since"]) if value["since"] else None,
        )
    )


SERIES = Flow(
    key="series",
    args={"club": int, "event": int},
    introduce=_as_it_is,
    allowed=organises,
    finish=_finish,
    review=False,
    resume=False,
    steps=(
        Step("how", SeriesWordsKind(), slots=_as_now, doubt=_beside, shown_in_review=False),
        Step(
            "hour",
            TimeKind(earliest="05:00", latest="20:00"),
            when=lambda _turn, answers: bool((answers.get("how") or {}).get("asks_hour")),
            shown_in_review=False,
        ),
    ),
)
