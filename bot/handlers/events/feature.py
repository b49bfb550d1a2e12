"""What a club's events bring to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.conversations.events import FLOWS
from bot.domain.due import DueKind
from bot.handlers.events import (
    attendance_screens,
    calls,
    following,
    resting,
    screens,
    series_screens,
)
from bot.handlers.feature import Action, Feature, Following, Handling, screen, told
from bot.handlers.guards import (
    anyone,
    organiser,
    organiser_of_event,
    organiser_of_notice,
    organiser_of_occurrence,
    speaks_for,
    speaks_for_or_organises,
)
from bot.handlers.scene import Need
from bot.intents.understanding import Intent
from bot.reminders import planner
from bot.speech.translation import say

_SHOWN = Following(screen(buttons.Events), say("meant.events"), (Need.ORGANISER,))
_CHANGED = Following(series_screens.of_events, say("meant.events"), (Need.ORGANISER,))

EVENTS = Feature(
    "events",
    flows=FLOWS,
    actions={
        buttons.Events: Action(screens.events_action, organiser),
        buttons.NewEvent: Action(screens.event_action, organiser),
        buttons.Occasion: Action(screens.occasion_action, organiser_of_occurrence),
        buttons.Move: Action(screens.move_pressed, organiser_of_occurrence),
        buttons.Cancel: Action(screens.cancel_action, organiser_of_occurrence),
        buttons.ChangeSeries: Action(series_screens.change_action, organiser_of_event),
        buttons.EndSeries: Action(series_screens.end_pressed, organiser_of_event),
        buttons.Count: Action(screens.count_action, organiser_of_occurrence),
        buttons.Who: Action(screens.who_action, organiser_of_occurrence),
        buttons.Keep: Action(screens.keep_action, organiser_of_occurrence),
        buttons.Calls: Action(calls.calls_action, organiser),
        buttons.Called: Action(calls.called_action, organiser_of_notice),
        buttons.CallLater: Action(calls.call_later_action, organiser_of_notice),
        buttons.AnswerFor: Action(calls.answer_for_action, organiser_of_occurrence),
        buttons.Attend: Action(attendance_screens.attend, anyone, leaves=False),
        buttons.Rested: Action(resting.rested_action, speaks_for_or_organises, leaves=False),
        buttons.PassedAway: Action(attendance_screens.passed_away_action, speaks_for, leaves=False),
    },
    effects=(
        told(effects.SetEvent, screens.set_event),
        told(effects.MoveOccurrence, screens.move),
        told(effects.ChangeSeries, series_screens.change),
        told(effects.CountAttended, screens.count_attended),
        told(effects.OccurrenceChanged, screens.tell_changed),
        told(effects.AttendanceAnswered, attendance_screens.tell_answered),
        told(effects.DeathTold, attendance_screens.tell_of_death),
        told(effects.DeathTakenBack, attendance_screens.tell_taken_back),
    ),
    following={
        Intent.DEATH_UNDONE: Following(following.alive, say("meant.death_undone")),
        Intent.EVENT_QUESTION: Following(
            following.event_question, say("meant.event_question"), (Need.CLUB,)
        ),
        Intent.CALL_LIST: Following(following.call_list, say("meant.call_list"), (Need.ORGANISER,)),
        Intent.ATTENDANCE_LIST: _SHOWN,
        Intent.SET_EVENT: Following(following.set_event, say("meant.events"), (Need.ORGANISER,)),
        Intent.MOVE_EVENT: _CHANGED,
        Intent.CANCEL_EVENT: _CHANGED,
        Intent.END_SERIES: _CHANGED,
        Intent.CHANGE_SERIES: _CHANGED,
    },
    organisers_words={"calls": buttons.Calls, "events": buttons.Events},
    due={
        DueKind.EXTEND: Handling(
            lambda services, uow, due: planner.extend(uow, due, services.zone)
        ),
        # As many as 300 messages at most.
        DueKind.PLAN: Handling(
            lambda services, uow, due: planner.plan(uow, due, services.zone), batch=5
        ),
        DueKind.AWAY: Handling(resting.ask_back),
    },
)
