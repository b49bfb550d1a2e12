"""A question that tells of a death or an illness in the house: kind words come first.

Only what is told as having happened to somebody near: "ai mất thì sao" asks in general.
"""

from __future__ import annotations

import re
from enum import StrEnum

from bot.language.patterns import Pattern
from bot.language.text import clean, fold, plain_words


class Sorrow(StrEnum):
    """What is told beside the question."""

    DEATH = "death"
    ILLNESS = "illness"


_KIN = (
    r"(?:ba|bo|cha|tia|me|ma|u|bu|ong|noi|ngoai|chong|vo|anh|chi|em|con|chau|co|chu|bac|cau|di|thim"
    r"|mo|duong|sui)"
)
_OWN = r"(?: (?!neu|lo|khi|thi|ma|va|co|hay|khong|bi|dang|vua|moi|da|mat|benh|nam|ban)[a-z]+){0,2}"
_AGED = r"(?: (?:(?:nam nay|duoc|da|gan|hon) ){0,2}\d{2,3} (?:tuoi|t))?"
_LOST = r"(?! (?:tien|the|giay|so|can cuoc|cccd|dien thoai|ma|gia|long|vui|ngu|do|cua|luon tien))"
_DIED = (
    rf"(?:(?:vua|moi|da|cung) )+(?:mat|chet)\b{_LOST}"
    r"|mat (?:roi|hoi|hom|tuan|thang|sang|chieu|toi|dem|bua|nam)\b"
    r"|(?:(?:vua|moi|da) )*(?:qua doi|tu tran|khuat nui|tat tho|khong qua khoi)\b"
)
_ILL = (
    r"(?:(?:dang|bi|vua|moi|mac|da|phai) )+(?:benh|binh|om|nam vien|nhap vien|ung thu|tai bien|dot quy|liet|mo|lan"
    r"|gay|te|nam mot cho|chay than)|nam vien|nam liet|nam mot cho|benh nang|binh nang|benh lau"
)
_DEATH = Pattern(rf"\b{_KIN}{_OWN}{_AGED} (?:{_DIED})")
_ILLNESS = Pattern(rf"\b{_KIN}{_OWN}{_AGED} (?:{_ILL})\b")
_GENERAL = Pattern(r"\b(?:neu|lo|nho|khi nao|mai mot|sau nay|lo may|ai|nguoi nao|gia su)\b")
_ENGLISH_KIN = (
    r"\bmy (?:late |old |elderly |own )?(?:mother|father|mum|mom|dad|husband|wife|parents?|son|daughter"
    r"|grand(?:mother|father|ma|pa|parents?|son|daughter)|brother|sister|aunt|uncle|neighbour|friend) "
)
_ENGLISH_DEATH = Pattern(
    _ENGLISH_KIN + r"(?:has |have |just |recently )*(?:died|passed away|passed on)\b"
)
_ENGLISH_ILLNESS = Pattern(
    _ENGLISH_KIN + r"(?:is|has been|was|has|had) (?:\w+ ){0,2}?"
    r"(?:ill|sick|in hospital|bedridden|cancer|a stroke|dementia|dying)\b"
)


def told_sorrow(text: str) -> Sorrow | None:
    """The sorrow that a question tells of, None where it tells of none."""
    plain = plain_words(text)
    if _ENGLISH_DEATH.search(plain):
        return Sorrow.DEATH
    if _ENGLISH_ILLNESS.search(plain):
        return Sorrow.ILLNESS
    for sorrow, pattern in ((Sorrow.DEATH, _DEATH), (Sorrow.ILLNESS, _ILLNESS)):
        found = pattern.search(plain)
        if found and not _GENERAL.search(plain[: found.end()]) and _is_meant(text, plain, found):
            return sorrow
    return None


_LIKE_IT = frozenset(("đi", "mắt", "mặt", "mát", "mật", "mà", "mả", "cỏ", "bò", "bỏ", "có", "đã"))
"""Words that are written like one of kin, or like "mất", without their accents."""
_GOES = Pattern(r"di (?!(?:hai|ba|tu|nam|sau|bay|tam|chin|muoi|ut)\b)")


def _is_meant(text: str, plain: str, found: re.Match[str]) -> bool:
    """Whether the words are meant: "đi khám mắt rồi" tells of no dì, and of no death."""
    typed = re.findall(r"\w+", clean(text).lower())
    first = len(plain[: found.start()].split())
    words = typed[first : first + len(found[0].split())]
    kin, last = words[0], [each for each in words if fold(each) == "mat"]
    is_other = kin in _LIKE_IT or any(each in _LIKE_IT for each in last)
    return not is_other and not (text.isascii() and _GOES.match(found[0]))
