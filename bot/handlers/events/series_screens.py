"""Regular events as organisers speak of them: one day of them, or all from now on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from bot import buttons
from bot.buttons import Pressable, Rows
from bot.conversations.effects import ChangeSeries, Press
from bot.conversations.turn import Turn
from bot.handlers.acting import Refused, acting
from bot.handlers.answers.commands import mark_of, remember, remembered_as
from bot.handlers.events import screens, series
from bot.handlers.scene import Standing, offered
from bot.handlers.services import Services
from bot.intents.event_kinds import kind_named
from bot.intents.series import answers_for_good, says_for_good
from bot.intents.understanding import Intent, Scheduled, Understanding
from bot.language.dates.reading import read_date
from bot.language.dates.words import WEEKDAY, weekday_of
from bot.language.recurrences import Recurrence
from bot.language.series import parts_of_move, read_change
from bot.language.text import fold
from bot.speech.show import show_date, show_moment, show_recurrence
from bot.speech.translation import Phrase, say
from bot.storage.records import Event, Occurrence

_ENDS = (Intent.CANCEL_EVENT, Intent.END_SERIES)
MOST_OFFERED = 4


def of_events(scene: Standing, text: str, meaning: Understanding) -> bool:
    """An event is to be called off, moved, ended or held another way: which, and all of it?"""
    turn = scene.turn
    whole = says_for_good(text)
    ids = [club.id for club in scene.organised]
    named = kind_named(parts_of_move(text)[0])
    if named is not None and not turn.uow.events.occurrences(
        ids, since=turn.now, kind=named, limit=1
    ):
        turn.say(say("answer.no_such_event", what=say(f"event.kind.{named}")))
        screens.events_action(scene.services, turn, scene.organised[0])
        return True
    regular = _of_kind(turn.uow.events.regular(ids), meaning)
    if whole and regular:
        _all_of_it(scene, text, meaning, _named(regular, text) or regular)
        return True
    found = _occurrence(scene, text, meaning, ids)
    if found is None:
        screens.events_action(scene.services, turn, scene.organised[0])
        return True
    event = turn.uow.events.get(found.event_id)
    if whole is None and event in regular:
        _ask_how_much(scene, text, meaning, event, found)
    elif meaning.intent in _ENDS:
        screens.cancel_action(scene.services, turn, found, sure=False)
    else:
        screens.move_action(scene.services, turn, found, said=screens.target_of(turn, text, found))
    return True


# Which one is meant


def _kind(meaning: Understanding) -> str | None:
    return meaning.entities.kind if isinstance(meaning.entities, Scheduled) else None


def _of_kind(events: Sequence[Event], meaning: Understanding) -> list[Event]:
    """The events of the kind that was named, all where there is none of it."""
    return [each for each in events if each.kind == _kind(meaning)] or list(events)


def _named(events: Sequence[Event], text: str) -> list[Event]:
    """Those of them whose weekday or day of the month a text names."""
    weekdays = {weekday_of(match) for match in re.finditer(WEEKDAY, fold(text))}
    rules = [(each, Recurrence.from_json(each.recurrence)) for each in events]
    return [each for each, rule in rules if rule.kind == "weekday" and rule.weekday in weekdays]


def _occurrence(
    scene: Standing, text: str, meaning: Understanding, club_ids: Sequence[int]
) -> Occurrence | None:
    """The day that is meant: the one that is named, else the next."""
    turn = scene.turn
    coming = turn.uow.events.occurrences(club_ids, since=turn.now)
    kinds = {each.id: turn.uow.events.get(each.event_id).kind for each in coming}
    coming = [each for each in coming if kinds[each.id] == _kind(meaning)] or coming
    # Of a move the day before "qua" is the old one.
    words = text if meaning.intent in _ENDS else parts_of_move(text)[0]
    day = read_date(words, turn.today).value
    on = [(each, each.starts_at.astimezone(turn.zone).date()) for each in coming]
    exact = next((each for each, its in on if its == day), None)
    if exact is not None or day is None:
        return exact or (coming[0] if coming else None)
    if re.search(WEEKDAY, fold(words)):
        return next((each for each, its in on if its.weekday() == day.weekday()), None)
    return None


# One day of it, or all


def _ask_how_much(
    scene: Standing, text: str, meaning: Understanding, event: Event, occurrence: Occurrence
) -> None:
    turn = scene.turn
    remember(acting(turn), text)
    mark = mark_of(text)
    ends = meaning.intent in _ENDS
    when = show_moment(occurrence.starts_at, scene.services.zone)
    one: Pressable = (
        buttons.Cancel(occurrence.id) if ends else buttons.Move(occurrence.id, said=mark)
    )
    turn.offer(
        say(
            "series.one_or_all_end" if ends else "series.one_or_all_change",
            what=say(f"event.kind.{event.kind}"),
            rule=_rule(event),
            when=when,
        ),
        [(say("series.only_this", when=when), one)],
        [(say("series.for_good"), _all_of(event, text, ends=ends))],
        [(say("meant.none"), buttons.no(buttons.Events(event.club_id)))],
    )


def read_how_much(scene: Standing, text: str) -> bool:
    """One day or all of them, in words, where that was just asked."""
    last = scene.last
    if last is None:
        return False
    all_of = [*offered(last, buttons.EndSeries), *offered(last, buttons.ChangeSeries)]
    one = [*offered(last, buttons.Cancel), *offered(last, buttons.Move)]
    if len(all_of) != 1 or len(one) != 1:
        return False
    scene.turn.do(Press(all_of[0] if answers_for_good(text) else one[0]))
    return True


def _all_of(event: Event, text: str, *, ends: bool) -> Pressable:
    if ends:
        return buttons.EndSeries(event.id)
    return buttons.ChangeSeries(event.id, said=mark_of(text))


def _rule(event: Event) -> Phrase:
    return show_recurrence(Recurrence.from_json(event.recurrence))


def _all_of_it(scene: Standing, text: str, meaning: Understanding, events: Sequence[Event]) -> None:
    """End or change the one that is meant; which, where it may be several."""
    services, turn = scene.services, scene.turn
    ends = meaning.intent in _ENDS
    if len(events) == 1:
        (event,) = events
        if ends:
            end_action(services, turn, event, since=_since(turn, event, text))
        else:
            _change(services, turn, event, text)
        return
    remember(acting(turn), text)
    rows: Rows = [
        [
            (
                say("series.which_row", what=say(f"event.kind.{each.kind}"), rule=_rule(each)),
                _all_of(each, text, ends=ends),
            )
        ]
        for each in events[:MOST_OFFERED]
    ]
    rows.append([(say("meant.none"), buttons.no(buttons.Events(events[0].club_id)))])
    turn.offer(say("series.which_end" if ends else "series.which_change"), *rows)


def _since(turn: Turn, event: Event, text: str) -> date | None:
    rule = Recurrence.from_json(event.recurrence)
    return read_change(text, rule, time.fromisoformat(event.hour), turn.local_now).since


# Ending


def end_action(
    services: Services, turn: Turn, event: Event, since: date | None = None, sure: bool = False
) -> None:
    """A regular event takes place no more: asked once, then whoever knows of a day hears of it."""
    if event.ended_at is not None:
        turn.say(say("series.over"))
        return
    what = say(f"event.kind.{event.kind}")
    from_when = say("series.since", day=show_date(since)) if since else say("series.from_now")
    if not sure:
        turn.offer(
            say("series.end_sure", what=what, rule=_rule(event), since=from_when),
            [
                (say("series.end_yes"),
                 buttons.yes(buttons.EndSeries(event.id, since.isoformat() if since else None, sure=True))),
                (say("series.end_no"), buttons.no(buttons.Events(event.club_id))),
            ],
        )  # fmt: skip
        return
    ended = series.end(acting(turn), event, since)
    if isinstance(ended, Refused):
        turn.say(screens.refusal(ended))
        return
    club = turn.uow.clubs.get(event.club_id)
    turn.offer(
        say("series.ended", what=what, club=club.name, rule=_rule(event), since=from_when),
        [(say("club.events"), buttons.Events(club.id))],
        [(say("engine.back_to"), buttons.OpenClub(club.id))],
    )


def end_pressed(
    services: Services, turn: Turn, event: Event, since: str | None, sure: bool
) -> None:
    """The same by a button."""
    end_action(services, turn, event, date.fromisoformat(since) if since else None, sure)


# Changing


def change_action(services: Services, turn: Turn, event: Event, said: str | None) -> None:
    """A regular event is held another way: how is asked, or said back where it was said."""
    _change(services, turn, event, remembered_as(acting(turn), said))


def _change(services: Services, turn: Turn, event: Event, text: str | None) -> None:
    if event.ended_at is not None:
        turn.say(say("series.over"))
        return
    services.engine.start(
        turn,
        "series",
        name=f"series/{event.id}",
        said=text,
        club=event.club_id,
        event=event.id,
    )


def change(services: Services, turn: Turn, effect: ChangeSeries) -> None:
    """Hold a regular event another way, and say when it is now."""
    before = turn.uow.events.get(effect.event_id)
    changed = series.change(acting(turn), before, effect)
    if isinstance(changed, Refused):
        turn.say(screens.refusal(changed))
        return
    club = turn.uow.clubs.get(before.club_id)
    first: Phrase | str = ""
    if changed.first is not None:
        first = say("series.first", when=show_moment(changed.first.starts_at, services.zone))
    turn.offer(
        say(
            "series.changed",
            what=say(f"event.kind.{changed.event.kind}"),
            club=club.name,
            rule=_rule(changed.event),
            place=changed.event.place,
            first=first,
        ),
        [(say("club.announce"), buttons.Announce(club.id))],
        [(say("club.events"), buttons.Events(club.id))],
        [(say("engine.back_to"), buttons.OpenClub(club.id))],
    )
