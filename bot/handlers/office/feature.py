"""What those who run the plan bring to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.handlers.feature import Action, Feature, Following, told
from bot.handlers.guards import coordinator
from bot.handlers.office import following, screens
from bot.handlers.scene import Need
from bot.intents.understanding import Intent
from bot.speech.translation import say

OFFICE = Feature(
    "office",
    actions={
        buttons.Invite: Action(screens.invite_action, coordinator),
        buttons.Report: Action(screens.report_action, coordinator),
        buttons.ReportAreas: Action(screens.report_areas_action, coordinator),
    },
    effects=(told(effects.CoOrganiserJoined, screens.tell_joined),),
    following={
        Intent.CODE: Following(following.code, say("join.have_code")),
        Intent.REPORT: Following(following.report, say("menu.report"), (Need.STAFF,)),
        Intent.INVITE: Following(following.invite, say("meant.invite"), (Need.STAFF,)),
    },
    coordinators_words={"report": buttons.Report, "invite": buttons.Invite},
)
