"""What a club's papers bring to the bot's tables."""

from __future__ import annotations

from functools import partial

from bot import buttons
from bot.conversations import effects
from bot.conversations.organising import INVITATION
from bot.documents.materials import MATERIALS
from bot.handlers.feature import Action, Feature, Following, told
from bot.handlers.guards import organiser, organiser_or_coordinator
from bot.handlers.papers import following, materials, screens
from bot.handlers.scene import Need
from bot.intents.understanding import Intent
from bot.speech.translation import say

PAPERS = Feature(
    "papers",
    flows=(INVITATION,),
    actions={
        buttons.Papers: Action(screens.papers_action, organiser, leaves=False),
        buttons.SendPaper: Action(screens.paper_action, organiser, leaves=False),
        buttons.Materials: Action(
            materials.materials_action, organiser_or_coordinator, leaves=False
        ),
        buttons.SendMaterial: Action(
            materials.material_action, organiser_or_coordinator, leaves=False
        ),
    },
    effects=(told(effects.SendPaper, screens.send_paper),),
    following={
        Intent.PAPERS: Following(following.papers, say("meant.papers"), (Need.ORGANISER,)),
    },
    organisers_words={
        "signing": partial(buttons.SendPaper, paper="signing_sheet"),
        "materials": buttons.Materials,
        **{code: partial(buttons.SendMaterial, code) for code in MATERIALS},
    },
    coordinators_words={
        "materials": buttons.Materials,
        **{code: partial(buttons.SendMaterial, code) for code in MATERIALS},
    },
)
