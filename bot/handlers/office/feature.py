"""What those who run the plan bring to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.conversations.coordinating import FLOWS
from bot.handlers.feature import Action, Feature, Following, told
from bot.handlers.guards import coordinator
from bot.handlers.office import following, screens
from bot.handlers.scene import Need
from bot.intents.understanding import Intent
from bot.speech.translation import say

OFFICE = Feature(
    "office",
    flows=FLOWS,
    actions={
        buttons.OwnName: Action(screens.own_name_action, coordinator),
        buttons.Invite: Action(screens.invite_action, coordinator),
        buttons.Invitations: Action(screens.invitations_action, coordinator),
        buttons.CancelInvitation: Action(screens.cancel_invitation_action, coordinator),
        buttons.Report: Action(screens.report_action, coordinator),
        buttons.PickClub: Action(screens.pick_club_action, coordinator),
        buttons.ReportAreas: Action(screens.report_areas_action, coordinator),
    },
    effects=(
        told(effects.CoOrganiserJoined, screens.tell_joined),
        told(effects.TellOwnName, screens.keep_name),
    ),
    following={
        Intent.CODE: Following(following.code, say("join.have_code")),
        Intent.REPORT: Following(following.report, say("menu.report"), (Need.STAFF,)),
        Intent.INVITE: Following(following.invite, say("meant.invite"), (Need.STAFF,)),
    },
    coordinators_words={
        "report": buttons.Report,
        "counts": buttons.Report,
        "invite": buttons.Invite,
        "standing": buttons.PickClub,
        "areas": buttons.ReportAreas,
        "invitations": buttons.Invitations,
        "ownname": buttons.OwnName,
    },
)
