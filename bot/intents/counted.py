"""Words around those who are asked: who is counted, set apart or yet to be asked, and courtesies."""

from __future__ import annotations

from bot.intents.phrases import Phrases

EVERYBODY = Phrases(
    r"(cả|đủ|hết|tất cả|trọn|đông đủ|luôn) ?(hai|ba|bốn|mấy|2|3|4)? ?(người|ông bà|bà|ông|cụ|vợ chồng|nhà|đứa|má con|mẹ con|thảy|ng|mạng|mống)",
    r"(cả|đủ) (hai|ba|bốn|2|3|4)",
    r"(hai|ba|bốn|2|3|4) (người|ng|cụ|vợ chồng|ông bà|bà|ông|đứa|bác|ổng bả|má con|mẹ con|mạng|mống)",
    r"(tất cả|hết thảy|mọi người|ai cũng|cả nhà|cả đám|đều|tụi (tôi|tui|em|con)|chúng (tôi|tui)|ông bà (đều|cũng|cùng))",
    r"both|all (of us|of them|three|two)|everyone|we all|they all|we are|we're|the two of",
)
WHOLE = Phrases(
    r"(?P<some>hai|ba|bốn|2|3|4) (người|ng|ông bà|cụ|đứa|mạng|bác) (?=(đều|cùng|sẽ|cũng) )",
    r"(?<!cho )(cả|đủ|đủ cả|hết cả|tất cả) (?P<count>hai|ba|bốn|2|3|4)(?! (ngày|bữa|buổi|hôm|lần|tuần))( (người|ng|ông bà|bà|ông|cụ|đứa|mạng|mống|bác))?|cả nhà( (tui|tôi|em|con|mình))?|tất cả|mọi người|ai cũng|hết thảy",
)
"""All of them, whoever is named besides: "cả ba đều đi, chú Sáu tới trễ"."""
PAIR = Phrases(
    r"(hai )?(ông bà|ông bà già|ba má|ba mẹ|cha mẹ|bố mẹ|tía má|ổng bả)( (em|tui|tôi|con|già))?"
)
"""A man and a woman in one word, where the others are named: "mình cậu đi, ông bà ở nhà"."""
NOBODY = Phrases(r"(không|chẳng|chả|đâu) (có )?ai|neither|none of|nobody|no one")
ALL_STAY = Phrases(
    r"(nên|vậy|thôi|đành|chắc|rồi) (thôi |đành |phải )*(thôi|nghỉ|khỏi|ở nhà|khỏi đi) (luôn )?(cả (hai|ba|nhà|đám|hai người)|hết( trơn| ráo| luôn)?|hai người|hai đứa)( (luôn|nha|nghen|nhé|con|em|chị|anh|cô|chú|ạ|đó))*$"
)
COUPLE = Phrases(
    r"((cả )?(hai|2) )?(vợ chồng|vợ chồng già|vc|ông bà già)( già)?( (tôi|tui|em|con|bác|mình|nhà))*"
)
COUNTED = Phrases(
    r"(?P<count>hai|ba|bốn|2|3|4|both|two|three) (my |the )?(?P<kin>người|ng|cụ|già|lão|thân già|ông bà|ông|bà|đứa|bác|má con|mẹ con|cô|chú|dì|cậu|thím|mợ|dượng|má|ladies|aunts|aunties|uncles|grandmas)( (kia|già|còn lại))?"
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
ONLY = Phrases(
    r"(chỉ|chỉ có|có mình|có mỗi|mỗi|mỗi mình|mình|một mình|duy nhất|đúng|chừa|ghi mình|ghi|1|một|only|just)( có| một| mình)?$",
    r"(chỉ|được|có|chở)( \S+)? (một|1) (người|chỗ|suất|ghế)( thôi| à)?( (nên|thì|là|vậy|chắc|để))*$",
)
ALONE_BEHIND = Phrases(
    r"(đi |tới |dự |ra )?(thôi|một mình|mình ên|1 mình|là được|only|alone|this time)( (nha|nghen|nhé|con|em|à|ạ|đó))*"
)
EXCEPT = Phrases(
    r"(trừ|ngoài|ngoại trừ|thiếu|vắng|bỏ|except|all but|not|without|(không|hong) phải)( có| mình| mỗi)?$"
)
INSTEAD_OF = Phrases(
    r"(thay|thế)( cho| mặt| phần)?$|(đi|dự|tới) (giùm|dùm|hộ)( cho)?$|(khỏi|đừng) (tính|kể|ghi|đếm)( cho)?$"
)
COURTESIES = frozenset(
    "ạ a e nha nhá nhé nhe nghen nghe nhen hen nè con em cháu chị anh cô chú bác ơi oi đó".split()
)
"""Words behind somebody that say nothing of him."""
ASKS_HIM = Phrases(r"(hỏi|gọi hỏi|chờ|đợi)( lại| thử| ý| coi| ý kiến)*$")
NOT_YET = Phrases(r"(được|đã|cái|coi|xem|sao|lại|thử|chưa|rồi (mới|tính|trả lời|báo|nhắn)|xong).*|")
BARE_YES = Phrases(
    r"(dạ |vâng |ừ |ok |oki |ờ )*(dạ|vâng|ừ|ừm|ok|oki|okie|oke|ờ|uh|um|u|👌|👍|yes|được|có)( con| em| nha| nghen)*"
)
