"""Lines of what came, went and is left, of money or of people: "Chi thăm bệnh T3", "TĂNG TRONG KỲ"."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line

_SPENT = Pattern(
    r"chi (?:tham|mua|tien|phung|vieng|tra|cho|ho tro|qua|nuoc|an|xe|thue|phi|khac|thang|t\d|tet|le|hop)\b.*"
)
_LEFT = Pattern(r"(?:con lai|con du|ton(?: quy| dau| cuoi| dong)?|so du|thu|da thu|da chi)\b.*")


def is_spent(text: str) -> bool:
    """Whether words say what was paid for; "Chi 2" is a branch of a family."""
    return bool(_SPENT.fullmatch(fold(single_line(text))))


def is_balance(text: str) -> bool:
    """Whether words beside a number say what is left of money, or came in."""
    return bool(_LEFT.fullmatch(fold(single_line(text))))


_OF_CHANGES = Pattern(
    r"(?:tang|giam|bo sung|phat sinh|con lai|hien co)(?: (?:moi|them|trong|so|dau|cuoi)\b.*)?|.*\b(?:trong|dau|cuoi) (?:ky|nam|quy|thang)\b.*"
)


def is_of_changes(text: str) -> bool:
    """Whether words head those who came or went, though they read as a name: "TĂNG TRONG KỲ"."""
    return bool(_OF_CHANGES.fullmatch(fold(single_line(text)))) or any(
        map(str.islower, text.split())
    )
