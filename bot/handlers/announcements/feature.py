"""What announcements bring to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.conversations.announcing import ANNOUNCE
from bot.domain.due import DueKind
from bot.handlers.announcements import commands, screens
from bot.handlers.feature import Action, Feature, Following, Handling, told
from bot.handlers.guards import organiser
from bot.handlers.scene import Need
from bot.intents.understanding import Intent
from bot.speech.translation import say

ANNOUNCEMENTS = Feature(
    "announcements",
    flows=(ANNOUNCE,),
    actions={buttons.Announce: Action(screens.announce_action, organiser)},
    effects=(
        told(effects.Announce, screens.announce),
        told(effects.AnnouncementMade, screens.tell_made),
    ),
    following={
        Intent.ANNOUNCE: Following(screens.of_announcing, say("meant.announce"), (Need.ORGANISER,)),
    },
    due={
        DueKind.ANNOUNCEMENTS: Handling(
            lambda _services, uow, due: commands.forget_words(uow, due),
            kept=lambda kept: kept.conversations,
        ),
    },
)
