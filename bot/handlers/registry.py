"""The features, a line each, and the tables that are put together of what they bring."""

from __future__ import annotations

from bot.buttons import Button
from bot.conversations.engine import Flow
from bot.domain.due import DueKind
from bot.handlers.announcements.feature import ANNOUNCEMENTS
from bot.handlers.answers.feature import ANSWERS
from bot.handlers.events.feature import EVENTS
from bot.handlers.feature import (
    Action,
    Effect,
    Feature,
    Following,
    Handling,
    Slash,
    Tick,
    Typed,
    together,
)
from bot.handlers.founding.feature import FOUNDING
from bot.handlers.incidents.feature import INCIDENTS
from bot.handlers.members.feature import MEMBERS
from bot.handlers.office.feature import OFFICE
from bot.handlers.own_data.feature import OWN_DATA
from bot.handlers.papers.feature import PAPERS
from bot.handlers.standing.feature import STANDING
from bot.handlers.talk.feature import TALK
from bot.intents.understanding import Intent
from bot.intents.words import Meaning

FEATURES: tuple[Feature, ...] = (
    FOUNDING,
    MEMBERS,
    EVENTS,
    ANNOUNCEMENTS,
    OWN_DATA,
    ANSWERS,
    PAPERS,
    OFFICE,
    STANDING,
    INCIDENTS,
    TALK,
)

FLOWS: tuple[Flow, ...] = tuple(flow for each in FEATURES for flow in each.flows)
"""Every conversation; the engine refuses two of one key."""

ACTIONS: dict[type[Button], Action] = together(
    "button", ((each.name, each.actions) for each in FEATURES)
)

EFFECTS: dict[type, Effect] = together(
    "effect", ((each.name, {effect.type: effect}) for each in FEATURES for effect in each.effects)
)

FOLLOWING: dict[Intent, Following] = together(
    "intent", ((each.name, each.following) for each in FEATURES)
)
"""By intent. What isn't here is nothing that anything follows from where nothing was asked."""

TYPED: dict[Meaning, Typed] = together(
    "word of command", ((each.name, each.typed) for each in FEATURES)
)

SLASH: dict[str, Slash] = together(
    "slash command",
    ((each.name, {slash.name: slash}) for each in FEATURES for slash in each.slash),
)

ORGANISERS_WORDS = together(
    "organisers' word", ((each.name, each.organisers_words) for each in FEATURES)
)

COORDINATORS_WORDS = together(
    "coordinators' word", ((each.name, each.coordinators_words) for each in FEATURES)
)

_DUE = together("kind of what is due", ((each.name, each.due) for each in FEATURES))
HANDLINGS: dict[DueKind, Handling] = {kind: _DUE[kind] for kind in DueKind}
"""Every kind of what is due, in the order in which it is looked at."""

TICKS: dict[str, Tick] = together("tick", ((each.name, each.ticks) for each in FEATURES))
