"""Whether what is stored names somebody: for forgetting it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from bot.language.text import fold


def whole_word(name: str) -> re.Pattern[str]:
    """A name as a whole word; "Mai Lan" isn't named by "Mai Lanh"."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def naming(names: Iterable[str], phones: Iterable[str]) -> re.Pattern[str]:
    """Somebody's names and numbers (E.164) as people write them: without accents, in any groups.

    A name of one syllable counts with its accents only: without them it is another word.
    """
    written = list(names)
    plain = [fold(each) for each in written if " " in each]
    numbers = [
        r"(?:\+?84|0)" + "".join(rf"[\s.\-]*{digit}" for digit in each.removeprefix("+84"))
        for each in phones
    ]
    words = [r"\s+".join(map(re.escape, each.split())) for each in dict.fromkeys(written + plain)]
    ways = [*words, *numbers]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE) if ways else _NOBODY


_NOBODY = re.compile(r"(?!)")


def says(stored: object, name: re.Pattern[str]) -> bool:
    """Whether a name stands anywhere in stored words, however deep in lists and objects."""
    if isinstance(stored, str):
        return name.search(normalize("NFC", stored)) is not None
    if isinstance(stored, dict):
        return any(says(each, name) for each in stored.values())
    return isinstance(stored, list) and any(says(each, name) for each in stored)
