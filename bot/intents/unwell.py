"""Somebody says in a few words that he doesn't feel well: "bà mệt quá con ơi"."""

from __future__ import annotations

import re

from bot.language.text import plain_words

_WHO = r"(?:(?:ba|ong|toi|tui|bac|co|chu|minh|ngoai|noi|ma|me|ba noi|ba ngoai|ong noi|ong ngoai) )?"
_HOW = (
    r"(?:met(?: trong nguoi| moi)?|moi(?: chan| tay| goi)?|nhuc moi|nhuc dau|dau dau|dau lung|dau chan"
    r"|dau khop|dau bung|chong mat|kho o|yeu(?: trong nguoi)?|khong khoe|hong khoe|ko khoe|khong duoc khoe"
    r"|bi benh|bi binh|benh|om|bi om|bi cam|bi sot|sot)"
)
_SAD = r"(?:buon|rau|buon rau|co don|te nhat|tui than)"
_SENTENCE = (
    rf"(?:da )?(?:con oi |chau oi |em oi )?(?:hom nay |bua nay |may bua nay )?{_WHO}"
    r"(?:thay |dang |cam thay |hoi )*%s(?: (?:qua|lam|roi|nua|het suc|qua troi|du|con|chau|oi|a|ha|day|ne))*"
)


def feels_unwell(text: str) -> str | None:
    """ "ill" or "sad" where a whole message says that somebody feels so, and asks nothing."""
    if "?" in text:
        return None
    folded = plain_words(text)
    if len(folded.split()) < 2:
        return None
    for feeling, how in (("ill", _HOW), ("sad", _SAD)):
        if re.fullmatch(_SENTENCE % how, folded):
            return feeling
    return None
