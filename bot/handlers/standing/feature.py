"""What a club's rest, end and return bring to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.conversations.standings import FLOWS
from bot.handlers.feature import Action, Feature, done, told
from bot.handlers.guards import coordinator_of, coordinator_of_standing, organiser
from bot.handlers.standing import screens

STANDING = Feature(
    "standing",
    flows=FLOWS,
    actions={
        buttons.Overseen: Action(screens.overseen_action, coordinator_of),
        buttons.ChangeStanding: Action(screens.change_action, coordinator_of),
        buttons.DeclineStanding: Action(screens.decline_action, coordinator_of_standing),
        buttons.AskStanding: Action(screens.ask_action, organiser),
    },
    effects=(
        told(effects.AskStanding, screens.ask),
        told(effects.ChangeStanding, screens.change),
        done(effects.StandingAsked, screens.tell_asked),
        done(effects.StandingDeclined, screens.tell_declined),
        done(effects.StandingChanged, screens.tell_changed),
    ),
    organisers_words={"standing": buttons.AskStanding},
)
