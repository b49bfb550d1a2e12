"""How it is by now: "đỡ rồi", "chưa", "không sao", said to who asks after somebody.

`read_recovery` hears what only can be meant so; `read_recovery_asked` also a plain yes or no, for
where that was asked last.
"""

from __future__ import annotations

import re
from enum import StrEnum

from bot.intents.message import read_message
from bot.intents.words import read_yes_no
from bot.language.patterns import Pattern


class Recovery(StrEnum):
    """Whether it is better."""

    BETTER = "better"
    NOT_YET = "not_yet"


_LONGEST = 14
"""Words of an answer; a longer text tells something."""
_FINE = Pattern(r"\b(?:khong|hong|chua) (?:co )?sao\b")
_STILL = Pattern(
    r"\b(?:chua|van (?:con|vay|the|dau|met|buon|nhu|chua|khong)|cung vay|y vay|nhu (?:cu|truoc|vay)"
    r"|con (?:dau|met|buon|yeu|nang|sot|chay|nam|benh|nhuc|kho|so|rau)"
    r"|(?:nang|te|dau|met|buon|yeu) (?:hon|them)|(?:khong|hong|chang|dau co) (?:thay )?(?:do|bot|on|khoe|thay|kha|nhe)"
    r"|still|worse|not (?:yet|better|well|found|home|back))\b"
)
_OVER = Pattern(
    r"\b(?:(?:do|bot|khoe|on|yen|het|kha|tinh|nhe|ve|tat|dap|qua khoi|lanh)"
    r"(?: (?:lai|hon|ra|long|nguoi|benh|dau|met|buon|toi|nha|duoc|xuong|khan|ca))*"
    r" (?:roi|nhieu|chut|it|luon|het)|(?:tim|kiem|gap|thay)(?: lai)?(?: duoc)?(?: \S+){0,2} roi"
    r"|(?:ra|xuat) vien|(?:cung|do|co|thay|cam thay) do|(?:cung|thay|cam thay) (?:khoe|nhe|on|kha|yen)"
    r"|on (?:dinh|het|ca)|khoe (?:lai|re)|het lo|qua roi|better|fine|all right|ok now|recovered|back home|safe)\b"
)
_ALONE = frozenset(
    ("do", "bot", "khoe", "on", "kha", "nhe", "yen", "binh thuong", "nhe hon", "do hon")
)


def read_recovery(text: str) -> Recovery | None:
    """How it is, where the words say so by themselves and ask nothing."""
    message = read_message(text)
    if message.asks or len(message.words) > _LONGEST:
        return None
    folded = message.folded
    if _FINE.search(folded):
        return Recovery.BETTER
    if _STILL.search(folded):
        return Recovery.NOT_YET
    is_over = _OVER.search(folded) is not None or message.bare_content in _ALONE
    return Recovery.BETTER if is_over else None


_HE = Pattern(r"^(?:dạ |da )?(?:ổng|bả|ảnh|cổ|ông ấy|bà ấy)\s", re.IGNORECASE)


def says_he_is_back(text: str) -> bool:
    """Whether somebody who was spoken of before is home or well again: "ổng về rồi con"."""
    return _HE.match(text) is not None and read_recovery(text) is Recovery.BETTER


def read_recovery_asked(text: str) -> Recovery | None:
    """How it is, where that was just asked: a plain yes or no counts as well."""
    found = read_recovery(text)
    if found is not None:
        return found
    return {"yes": Recovery.BETTER, "no": Recovery.NOT_YET}.get(read_yes_no(text) or "")


_AFRAID = Pattern(r"\b(?:so|run|hoang|hoang so|khiep)(?: \w+)? (?:lam|qua|wa|muon chet|het hon)\b")
_SHORT = 8
"""Words of one who is only afraid; who says more tells something anew."""


def says_afraid(text: str) -> bool:
    """Whether somebody says no more than that he is afraid: "ba so lam"."""
    message = read_message(text)
    return (
        not message.asks and len(message.words) <= _SHORT and bool(_AFRAID.search(message.folded))
    )


_CALLED = Pattern(
    r"\b(?:goi|keu|dien)(?: \S+){0,2} (?:115|113|114|xe|cap cuu|bac si|cong an|tram)(?: \S+){0,3} roi\b"
    r"|\b(?:goi|keu) (?:xe )?roi\b|\bxe (?:cap cuu )?(?:toi|den|cho di) roi\b"
    r"|\b(?:dang|da) (?:cho|dua)(?: \S+){0,3} (?:di|toi|vo|vao) (?:benh vien|vien|tram|cap cuu)\b"
    r"|\b(?:called|on the way to the hospital|ambulance is (?:here|coming))\b"
)


def says_help_called(text: str) -> bool:
    """Whether help was called already: "gọi 115 rồi", "đang chở bà đi viện"."""
    message = read_message(text)
    return not message.asks and _CALLED.search(message.folded) is not None
