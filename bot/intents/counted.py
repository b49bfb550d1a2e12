"""Words for several of those who are asked: all, none, a couple, a number, the rest."""

from __future__ import annotations

from bot.intents.phrases import Phrases

EVERYBODY = Phrases(
    r"(cả|đủ|hết|tất cả|trọn|đông đủ|luôn) ?(hai|ba|bốn|mấy|2|3|4)? ?(người|ông bà|bà|ông|cụ|vợ chồng|nhà|đứa|má con|mẹ con|thảy|ng|mạng|mống)",
    r"(cả|đủ) (hai|ba|bốn|2|3|4)",
    r"(hai|ba|bốn|2|3|4) (người|ng|cụ|vợ chồng|ông bà|bà|ông|đứa|bác|ổng bả|má con|mẹ con|mạng|mống)",
    r"(tất cả|hết thảy|mọi người|ai cũng|cả nhà|cả đám|đều|tụi (tôi|tui|em|con)|chúng (tôi|tui)|ông bà (đều|cũng|cùng))",
    r"both|all (of us|of them|three|two)|everyone|we all|they all|we are|we're|the two of",
)
NOBODY = Phrases(r"(không|chẳng|chả|đâu) (có )?ai|neither|none of|nobody|no one")
ALL_STAY = Phrases(
    r"(nên|vậy|thôi|đành|chắc|rồi) (thôi |đành |phải )*(thôi|nghỉ|khỏi|ở nhà|khỏi đi) (luôn )?(cả (hai|ba|nhà|đám|hai người)|hết( trơn| ráo| luôn)?|hai người|hai đứa)( (luôn|nha|nghen|nhé|con|em|chị|anh|cô|chú|ạ|đó))*$"
)
COUPLE = Phrases(
    r"((cả )?(hai|2) )?(vợ chồng|vợ chồng già|vc|ông bà già)( già)?( (tôi|tui|em|con|bác|mình|nhà))*"
)
COUNTED = Phrases(
    r"(?P<count>hai|ba|bốn|2|3|4|both|two|three) (my |the )?(?P<kin>người|ng|cụ|ông bà|ông|bà|đứa|bác|má con|mẹ con|cô|chú|dì|cậu|thím|mợ|dượng|má|ladies|aunts|aunties|uncles|grandmas)( (kia|già|còn lại))?"
)
REST = Phrases(
    r"((mấy|hai|2|những) )?(người|ng|ông|bà|cụ) (kia|còn lại|khác)|còn lại|kia|the (others|rest|other( one| two)?)"
)
NUMBERS = {"hai": 2, "ba": 3, "bon": 4, "2": 2, "3": 3, "4": 4, "both": 2, "two": 2, "three": 3}
NO_CLASS = frozenset(
    "má dì di cậu cau thím thim mợ mo dượng duong aunts aunties uncles grandmas".split()
)
"""Words that count only those who are called so."""
KIN_ABROAD = {
    "aunts": ("di", "co", "thim", "mo"),
    "aunties": ("di", "co", "thim", "mo"),
    "uncles": ("cau", "chu", "duong", "bac"),
    "grandmas": ("ba",),
}
