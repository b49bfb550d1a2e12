"""What is typed where a place is asked for, and is none."""

from __future__ import annotations

import re

from bot.intents.asking import looks_like_question
from bot.intents.values.phones import phones_in
from bot.intents.words import meanings_of
from bot.language.births import tells_age
from bot.language.patterns import Pattern
from bot.language.text import answer_text, fold

_NONE = frozenset(
    ("khong nho", "hong nho", "ko nho", "khong biet", "hong biet", "ko biet", "khong ro", "hong ro",
     "chua", "chua biet", "chua ro", "chua nho", "gi", "la gi", "la sao", "sao", "o dau", "dau",
     "khong", "hong", "ko", "co", "da", "u", "ok", "vang", "ha", "don't know", "no", "yes", "khong co",
     "o day", "o nha", "quen roi", "hoi lam gi", "khong noi")
)  # fmt: skip
_LETTERS = Pattern(r"[a-z]{2}")
_ASKS_BACK = Pattern(r"\b(?:o dau|la sao|la gi|cho nao|lam gi|sao vay|dau vay|chi vay)\b")


_BORN = Pattern(r"\b(?:sinh nam|nam sinh|sinh ngay|ngay sinh|sn) \d")
_PLACE = Pattern(r"\b(?:to|ap|thon|xom|khom|khu|duong|so nha|hem|xa|phuong)\b")


def asks_back(text: str) -> bool:
    """Whether a text asks what is meant by the question: "ở đâu là sao?"."""
    folded = fold(answer_text(text))
    return bool(_ASKS_BACK.search(folded)) and len(folded.split()) <= 6


def is_no_place(text: str) -> bool:
    """Whether a text asks something, agrees to something, or says that it isn't known.

    "ở đâu là sao?", "hông nhớ"; "dong y" belongs to the question before this one.
    """
    folded = re.sub(r"^(?:da|thua|con oi) ", "", fold(answer_text(text)))
    if folded in _NONE or asks_back(text) or meanings_of(text) or tells_age(text):
        return True
    if _BORN.search(folded) and not _PLACE.search(folded):
        # "ông sinh năm 1944 chứ không phải 45" puts another datum right.
        return True
    if not _LETTERS.search(folded) and phones_in(text):
        # The number is asked for next.
        return True
    return text.strip().endswith("?") or (looks_like_question(text) and len(folded.split()) <= 8)
