"""What founding a club brings to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.conversations.founding import FLOWS
from bot.domain.due import DueKind
from bot.handlers import menu
from bot.handlers.feature import Action, Feature, Following, Handling, done, screen, told
from bot.handlers.founding import following, nudges, screens
from bot.handlers.guards import anyone, organiser
from bot.handlers.scene import Need
from bot.intents.understanding import Intent
from bot.speech.translation import say

FOUNDING = Feature(
    "founding",
    flows=FLOWS,
    actions={
        buttons.Found: Action(menu.found_action, anyone),
        buttons.OpenClub: Action(menu.club_action, anyone),
        buttons.Checklist: Action(screens.checklist, organiser),
        buttons.Steps: Action(screens.steps_action, organiser),
        buttons.OpenStep: Action(screens.step_action, organiser),
        buttons.Unchanged: Action(screens.unchanged_action, organiser),
        buttons.Rework: Action(screens.rework_action, organiser),
    },
    effects=(
        done(
            effects.RosterChanged,
            lambda acting, effect: screens.recompute(acting.zone, acting.uow, effect.club_id),
        ),
        told(
            effects.FoundingChanged,
            lambda services, turn, effect: screens.step_changed(
                services, turn, effect.club_id, effect.step, quietly=effect.quietly
            ),
        ),
    ),
    following={
        Intent.FOUND: Following(following.found, say("menu.found")),
        Intent.STEPS: Following(
            screen(buttons.Checklist), say("founding.steps"), (Need.ORGANISER,)
        ),
    },
    due={DueKind.NUDGE: Handling(nudges.nudge)},
)
