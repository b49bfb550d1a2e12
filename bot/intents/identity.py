"""What people asked, without who they are: no names, no numbers, no illnesses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.intents.concepts import CONCEPTS
from bot.language.names import is_full_name
from bot.language.patterns import Pattern
from bot.language.text import fold, nfc, single_line

LONGEST = 300
"""Characters that are kept."""

_ILL = ("ill", "hospital", "body_alarm", "faint", "suicide")
_KIN = frozenset(
    (
        "ông bà bác chú cô dì cậu mợ thím dượng anh chị em cháu con cụ má mẹ ba cha nội ngoại tên "
        "mr mrs ms ong bac chu co di cau cu me"
    ).split()
)
_MORE_ILLNESSES = (
    "bệnh lao, bị lao, lao phổi, lao hạch, lao xương, ho lao, kháng thuốc, tâm thần, tâm thần phân liệt, "
    "phân liệt, động kinh, tự kỷ, bại não, bại liệt, sa sút trí tuệ, lú lẫn, alzheimer, viêm gan, xơ gan, "
    "suy gan, suy thận, sỏi thận, ung bướu, khối u, u xơ, bướu cổ, máu trắng, mỡ máu, đái tháo đường, hiv, "
    "aids, sida, siđa, giang mai, bệnh lậu, bệnh phong, bệnh cùi, bệnh trĩ, vảy nến, loãng xương, tiền đình, "
    "đục thủy tinh thể, cườm nước, cườm khô, tăng nhãn áp, covid, sốt xuất huyết, cai nghiện, nghiện rượu, "
    "nghiện ma túy, cụt chân, cụt tay, cancer, tumour, tumor, diabetes, tuberculosis, dementia, "
    "schizophrenia, epilepsy, hepatitis, cirrhosis, kidney failure, depression, addiction"
)
"""Illnesses that nobody asks the articles about, beside those of the concepts."""
_BORN_AS = Pattern(
    r"\b(ông|bà|bác|chú|cô|dì|cậu|mợ|thím|dượng|anh|chị|cụ|má|ong|bac|chu|di|cau|chi)\s+"
    r"(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười|út|tu|nam|sau|bay|tam|chin|muoi|ut)\b"
    r"(?!\s+(?:nay|ngoái|ngoai|trước|truoc|tuổi|tuoi|người|nguoi|tháng|thang|cái|cai|lần|lan|đứa|dua)\b)",
    re.IGNORECASE,
)
"""Who is called by the place among brothers and sisters: "chị tư"."""
_MIDDLE = ("thi", "van")
_NUMBER = Pattern(r"\d[\d .,/\-]*\d|\d")
_WORD = Pattern(r"\w+")


def _unnamed(text: str) -> str:
    """A text without capitalised words after a word of kinship, and without runs of them."""
    words = list(_WORD.finditer(text))
    large = [word[0][0].isupper() for word in words]
    small = _small_names([word[0] for word in words])
    out, end = [], 0
    for at, word in enumerate(words):
        if at in small:
            out += [text[end : word.start()], "@"]
            end = word.end()
        if not large[at] or at in small:
            continue
        before = words[at - 1][0].lower() if at else ""
        beside = (at > 0 and large[at - 1]) or (at + 1 < len(words) and large[at + 1])
        if before in _KIN or (beside and word[0].lower() not in _KIN):
            out += [text[end : word.start()], "@"]
            end = word.end()
    return _BORN_AS.sub(r"\1 @", "".join([*out, text[end:]]))


def _small_names(words: list[str]) -> frozenset[int]:
    """The places of words that are a full name with a usual middle name, however it is written."""
    return frozenset(
        place
        for at in range(len(words) - 2)
        if fold(words[at + 1]) in _MIDDLE and is_full_name(" ".join(words[at : at + 3]))
        for place in range(at, at + 3)
    )


@lru_cache(maxsize=1)
def _illnesses() -> re.Pattern[str]:
    phrases = [*(CONCEPTS[key] for key in _ILL), _MORE_ILLNESSES]
    said = {each.strip() for phrase in phrases for each in phrase.split(",")}
    every = sorted(said | {fold(each) for each in said if " " in each}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)


def without_identity(text: str, names: Iterable[str]) -> str:
    """A question without numbers, illnesses and names of people; `names` are known ones."""
    words = nfc(single_line(text))
    for name in sorted(filter(None, names), key=len, reverse=True):
        for form in {name, fold(name)}:
            words = re.sub(rf"\b{re.escape(form)}\b", "@", words, flags=re.IGNORECASE)
    words = _NUMBER.sub("#", _unnamed(words))
    return _illnesses().sub("…", words)[:LONGEST]
