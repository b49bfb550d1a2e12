"""How those who run the bot are spoken to, also when the words themselves can't be read."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from bot.speech.compiled import CatalogueError
from bot.speech.forms import form_for
from bot.speech.translation import LANGUAGES, Speaker, catalogue, unspoken


def staff_words(language: str) -> Speaker:
    """How somebody is spoken to of whom nothing is known but that he works for the clubs."""
    form = form_for(birth_year=None, sex=None, year=0, staff=True)
    return Speaker(language, form.address, form.speaker)


def words_at_any_rate(language: str) -> Callable[[object], str]:
    """The operator's language, else another one, else the bare keys: somebody must be told."""
    for each in (language, *LANGUAGES):
        if each in LANGUAGES:
            with contextlib.suppress(CatalogueError):
                catalogue(each)
                return staff_words(each).text
    return unspoken
