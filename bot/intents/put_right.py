"""What stands behind a yes or a no that begins a message, and a change that isn't said yet."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import answer_text, fold, single_line

_YES_BEFORE = Pattern(
    r"^\W*(?:da |vang |roi |con )*(?:(?:dung|phai|chinh xac|chuan|chac|u|uh|um|ua|ok|oke|okie|yes|right|correct)"
    r"(?: (?:roi|vay|do|ha|a|con|het|the|nha|nghen|la|y))*)(?:[\s,.;:!-]+|$)"
)


def after_yes(text: str) -> str | None:
    """What comes after a yes that begins a message ("đúng rồi, sinh năm 48"); None where none does."""
    typed = single_line(text)
    found = _YES_BEFORE.match(fold(typed))
    if found is None or len(fold(typed)) != len(typed):
        return None
    return typed[found.end() :].strip() or None


_NO_BEFORE = Pattern(
    r"^\W*(?:da |a |u )*(?:khong|hong|ko|k|sai|lon|nham|no)(?: (?:phai|dung|roi|dau|con|chau|em|a|ma|la|lai|vay))*(?:[\s,.;:!-]+)"
)


_MEANT_AFTER = Pattern(
    r"(?<![\s,])[\s,]+(?:moi (?:la )?(?:dung|phai)|chu|co ma|con|nha|nhe|a)[\s.!]*$"
)


def after_no(text: str) -> str | None:
    """What comes after a no that begins a message ("không, 80"); None where none does."""
    typed = single_line(text)
    found = _NO_BEFORE.match(fold(typed))
    if found is None or len(fold(typed)) != len(typed):
        return None
    end = _MEANT_AFTER.search(fold(typed), found.end())
    return typed[found.end() : end.start() if end else None].strip() or None


_CHANGES = Pattern(
    r"(?:(?:da|con|em|cho|toi|tui|ba|ong|muon|xin) )*(?:doi|sua|chinh|dieu chinh)(?: lai)?"
    r"(?: (?:cho|gio|ngay|noi|dia diem|buoi|cai|dum|gium|giup))*"
    r"(?: (?:khac|lai|di|giup|gium|dum|duoc khong|mot chut|xiu|ti|het))*"
)


def wants_change(text: str) -> bool:
    """Whether a whole message wants something another way and doesn't say how: "đổi chỗ khác"."""
    return _CHANGES.fullmatch(fold(answer_text(text))) is not None
