"""Words around somebody in an answer that decide whether he comes, stays, or is only spoken of."""

from __future__ import annotations

from bot.intents.phrases import Phrases

FOR_HIS_PART = Phrases(r"(thay|thế)( luôn)?( cho)? (phần|mặt)( (của|cho|luôn))*$")
WHO_STAYS = Phrases(
    r"(người|đứa|ai)( (mà|đi|có|đó))? (không|không đi|không tới|vắng|nghỉ|ở nhà|kẹt)( được)? (là|thì là)$"
)
REPORTED = Phrases(
    r"^(thì |có )?(bảo|nói|kêu|trả lời|báo)( là| rằng)? (không|thôi|khỏi|đi|có|ừ|chịu)"
)
NOT_KNOWN = Phrases(r"^(\S+ ){0,3}?(chưa|không) (biết|rõ|chắc)( (là|coi|có|được))*$")
SINCE = Phrases(r"(vì|tại|do|bởi)( (vì|là))?( (?!mà|nên|nhưng)\S+){0,3}$")
BECAUSE = Phrases(r"(hỏi|chưa biết|chưa chắc|không biết)( \S+){0,2} (vì|tại|do|bởi)$")
ASKED = Phrases(r"(hỏi|coi|xem|biết)( (coi|xem|thử|lại|ý))*$")
ASKING = frozenset(("khong", "chua", "sao", "hong"))
TAKES_ALONG = Phrases(r"(chở|đưa|rước|dắt|đón|cõng|kèm|dẫn)$")
COUNTED_IN = Phrases(r"(tính|kể|ghi|gồm)( thêm| cả| luôn)+$")
IS_AT_WORK = Phrases(r"dở (tay|dang|việc)$")
NOT_SURE_YET = Phrases(r"(?<=\w )(chưa (chắc|biết|rõ|dám chắc)|hên xui)( \S+){0,4}$")
IS_NOT = Phrases(r"(không|hong) phải( là| có)?$")
WRITES = Phrases(r"ghi( \S+)?$")
BUT_HIM = frozenset(("cho", "chu", "con", "chớ", "chứ", "còn"))
GETS_READY = Phrases(
    r"(chuẩn bị|soạn|sắm|may|ủi|mua|sửa soạn)( \S+){0,4} (áo|đồ|dép|nón|sổ|giấy|rồi|sẵn)"
)
IT_IS_HIM = Phrases(r"mới (đi|tới|dự|ra|là người đi)( .*)?")
UNLIKELY = Phrases(r"chắc (là |phải |cũng )*(không|khỏi|nghỉ|ở nhà|vắng)")
EITHER_WAY = Phrases(
    r"^(thì |cũng |nói |bảo |kêu )*(sao|thế nào|ra sao|kiểu nào|kiểu gì|cách nào) cũng (được|đặng|ok|xong|chịu)( (hết|cả|luôn|nha|nghen|nhé|con|em|chị|ạ))*$"
)
"""Leaves it to others: "ông thì sao cũng được"."""
HARDLY = Phrases(
    r"chắc (là |phải |cũng )*không (có )?(đi|tới|ra|dự|lết|leo|ngồi)( \S+)? ?(nổi|được|đâu|kịp|xuể)( (rồi|nha|nghen|con|em|ạ))*$",
    r"^(thì )?chắc (là |phải |cũng )*không (có )?(đi|tới|ra|dự)( (được|nổi|đâu))* (vì|tại|do|bởi|bị|mắc)",
)
"""What is no more than likely, and is a no as people mean it: "chắc hổng đi nổi"."""
LIKEWISE = Phrases(
    r"(thì )?((cũng )?(vậy|thế|y vậy|y chang)|y vậy|y chang|như vậy|nữa|luôn|too|as well|likewise)( (nha|nghen|nhé|con|em|ạ|luôn))*"
)
BY_NOW = Phrases(r"(giờ|h|bây giờ|nay|bữa nay|tuần này|lại)$")
"""What leads over to what is so of the same one by now: "báo dì Năm đi mà giờ dì đổi ý"."""
SURE_TOPIC = Phrases(
    r"chắc( rồi| ăn| mẻm| chắn| cú| luôn| (như|hơn) (đinh|bắp|đóng đinh|cua gạch|bê tông)( đóng cột)?)*( (đi|đó|nha|nghen))*"
)


THAT_ONE = Phrases(r"^(ấy|đó|nhà)")
