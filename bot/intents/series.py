"""Whether one day of a regular event is meant, or all of them from now on."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.series import reads_every
from bot.language.text import fold, plain_words

_FROM = Pattern(
    r"\btu (?:nay|gio|ray|day|(?:thang|tuan|nam) (?:sau|toi|\w+))\b|\bsang nam\b|\bfrom (?:now on|next)\b"
)
_FOR_GOOD = Pattern(
    r"\bve sau\b|\btro di\b|\bmai mai\b"
    r"|\bvinh vien\b|\bhan\b|\bluon\b|\bca loat\b|\bca lich\b|\bmoi buoi\b|\btat ca cac buoi\b"
    r"|\bcac buoi sau\b|\bbuoi nao cung\b|\bdut lich\b|\bfor good\b|\bseries\b"
    r"|\bpermanently\b|\ball (?:the )?meetings\b"
)
_ONLY_ONE = Pattern(
    r"\b(?:chi|moi|rieng) (?:\w+ )?(?:buoi|bua|lan|hom|ky|tuan|thang) (?:nay|do|kia|toi|sau|mai)\b"
    r"|\b(?:buoi|bua|lan|hom|ky|tuan|thang|thu \w+|chu nhat) (?:nay|do|toi|sap toi)\b"
    r"|\b(?:mai|mot|ngay mai|bua nay|hom nay|toi nay|chieu nay|sang mai|chieu mai)\b"
    r"|\b(?:this|next|only) (?:one|time|week|meeting|saturday|sunday)\b|\btomorrow\b|\btoday\b"
    r"|\b\d{1,2}\s*[/.-]\s*\d{1,2}\b|\bngay \d{1,2}\b(?! hang| moi)"
)


def says_for_good(text: str) -> bool | None:
    """True for all days from now on, False for one of them, None where it isn't said."""
    folded = " ".join(re.findall(r"[\w/.-]+", fold(text)))
    if _FROM.search(folded) or reads_every(text):
        return True
    # "hủy luôn buổi mai": a day that is named is one.
    if _ONLY_ONE.search(folded):
        return False
    return True if _FOR_GOOD.search(folded) else None


_ONE_ASKED = Pattern(
    r"\b(?:chi|co|moi|mot|1|rieng)(?: \w+)? (?:buoi|bua|lan|hom|ky|tuan|thang|cai|ngay)\b"
    r"|\b(?:buoi|bua|lan|hom|ky|tuan|ngay) (?:do|day|ay|thoi|ma thoi|ay thoi)\b|\bjust (?:this|once|one)\b|\bonce\b"
)
_MOST_ASKED = 9
"""Words of an answer to which of the two is meant."""


def answers_for_good(text: str) -> bool | None:
    """The same where just that was asked: "một bữa thôi" is one, "luôn đi con" all of them."""
    folded = plain_words(text)
    if "?" in text or len(folded.split()) > _MOST_ASKED:
        return None
    said = says_for_good(text)
    if said is None or (said and not _FROM.search(folded)):
        return False if _ONE_ASKED.search(folded) else said
    return said
