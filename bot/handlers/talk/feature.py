"""What talking with the bot brings to its tables: the first screen, courtesies, how one speaks."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.conversations.asked_for import CONVERSATIONS
from bot.handlers import menu
from bot.handlers.feature import Action, Feature, Following, Slash, answered, told
from bot.handlers.guards import anyone
from bot.handlers.talk import following, screens
from bot.intents.understanding import Intent
from bot.intents.words import Meaning
from bot.speech.translation import say

TALK = Feature(
    "talk",
    flows=tuple(each.flow for each in CONVERSATIONS),
    actions={
        buttons.Menu: Action(menu.menu_action, anyone),
        buttons.Stay: Action(menu.stay_action, anyone),
        buttons.Continue: Action(menu.continue_action, anyone),
        buttons.Address: Action(screens.address_action, anyone),
    },
    effects=(told(effects.ChooseForm, screens.note_form), told(effects.WayBack, screens.way_back)),
    following={
        Intent.ADDRESS_FORM: Following(following.address_form, say("address.offer")),
        Intent.LANGUAGE: Following(following.language, say("meant.language")),
        Intent.NAVIGATE: Following(following.navigate, say("engine.to_menu")),
        Intent.GREETING: Following(following.greet),
        Intent.THANKS: Following(answered(say("engine.welcome"))),
        Intent.ABOUT_BOT: Following(answered(say("talk.about_bot"))),
        Intent.SMALL_TALK: Following(answered(say("talk.small_talk"))),
        Intent.INSULT: Following(answered(say("talk.insult"))),
    },
    typed={
        Meaning.MENU: screens.first_screen,
        Meaning.BACK: screens.first_screen,
        Meaning.CORRECT: screens.first_screen,
        Meaning.HELLO: screens.hello,
        Meaning.GOODBYE: screens.farewell,
        Meaning.HELP: screens.help_and_menu,
        Meaning.THANKS: screens.welcome,
        Meaning.YES: screens.kindly,
        Meaning.HEARD: screens.heard,
        Meaning.WILL_ASK: screens.ask_away,
        Meaning.DONE: screens.kindly,
        Meaning.NO: screens.nothing_asked,
        Meaning.SKIP: screens.next_one,
        Meaning.REPEAT: screens.repeat,
    },
    slash=(
        Slash("menu", ("menu", "menu"), screens.leave_for_menu, place=1),
        Slash("help", ("giup", "help"), screens.help_in_between, place=4),
    ),
)
