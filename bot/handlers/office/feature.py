"""What those who run the plan bring to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.handlers.feature import Action, Feature, Following
from bot.handlers.guards import coordinator
from bot.handlers.office import following, staff
from bot.handlers.scene import Need
from bot.intents.understanding import Intent
from bot.speech.translation import say

OFFICE = Feature(
    "office",
    actions={
        buttons.Invite: Action(staff.invite_action, coordinator),
        buttons.Report: Action(staff.report_action, coordinator),
    },
    following={
        Intent.CODE: Following(following.code, say("join.have_code")),
        Intent.REPORT: Following(following.report, say("menu.report"), (Need.STAFF,)),
        Intent.INVITE: Following(following.invite, say("meant.invite"), (Need.STAFF,)),
    },
    coordinators_words={"report": buttons.Report, "invite": buttons.Invite},
)
