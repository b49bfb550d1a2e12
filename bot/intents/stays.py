"""Somebody is in hospital or ill for long, or home and well again: "bà nằm viện rồi", "má ra viện rồi"."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.intents.message import read_message
from bot.language.patterns import Pattern


class Stay(StrEnum):
    """Whether somebody is away for a while because of an illness."""

    AWAY = "away"
    BACK = "back"


_HOSPITAL = Pattern(
    r"\b(?:(?:nam|nhap|vo|vao|di|chuyen)(?: (?:benh )?vien)|(?:o|trong) benh vien)\b(?! (?:duong|kham|chut))|\b(?:phai|sap|di|moi|vua|cho|bi|se|lich) (?:mo|phau thuat)\b"
    r"|\bphau thuat\b|\bmo (?:tim|mat|ruot|khop|bao tu|u|soi|cot song|xong)\b|\bhoi suc\b|\bxa tri\b|\bvo thuoc\b|\bhoa tri\b"
    r"|\b(?:in|to) (?:the )?hospital\b|\bsurgery\b|\boperation\b"
)
_LONG = Pattern(
    r"\bnam (?:mot|1|nguyen) cho\b|\bliet giuong\b|\b(?:benh|om|dau|yeu|nam)(?: \S+){0,3} (?:dai (?:ngay|han)|lau|hoai(?! (?:khong|hong|chang|ma khong) ngu)|ca (?:thang|tuan)|may (?:thang|tuan)|lien mien|nang)\b"
    r"|\bnam liet\b|\bbedridden\b|\bill for (?:a long|weeks|months)\b|\bseriously ill\b"
)
_BACK = Pattern(
    r"\b(?:ra|xuat)(?: khoi)? (?:benh )?vien\b|\bve (?:nha|toi nha)(?: duoc)? roi\b|\b(?:khoe|manh)(?: gioi)? (?:lai|roi|re|han|hon nhieu)\b"
    r"|\b(?:het|khoi|lanh|binh phuc)(?: han)?(?: benh| om| dau)?(?: han)? roi\b|\b(?:binh phuc|hoi phuc)\b|\bdi (?:lai|dung) duoc(?: roi)?\b"
    r"|\b(?:out of|left) (?:the )?hospital\b|\b(?:well|recovered|back home|home) (?:again|now)\b|\brecovered\b"
)
_NOT = Pattern(r"\b(?:chua|khong|hong|bao gio|khi nao|chung nao|sap|mai|may bua nua)\b")


def read_stay(text: str) -> Stay | None:
    """What a message tells of somebody's stay; None where it tells nothing, or asks."""
    message = read_message(text)
    if message.asks:
        return None
    said = message.folded
    back = _BACK.search(said)
    if back is not None and not _NOT.search(said[: back.end()]):
        return Stay.BACK
    away = _HOSPITAL.search(said) or _LONG.search(said)
    if away is None or back is not None:
        return None
    return (
        None
        if re.search(
            r"\b(?:khong|hong|khoi|dau co|chua) (?:phai |can |co )?$", said[: away.start()]
        )
        else Stay.AWAY
    )


def is_in_care(text: str) -> bool:
    """Whether an illness is told of that doctors have in hand: no cry for help."""
    said = read_message(text).folded
    return read_stay(text) is Stay.AWAY and _HOSPITAL.search(said) is not None
