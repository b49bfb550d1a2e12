"""Whole answers that are the same at every kind of question: yes, no, later, unknown, none."""

from __future__ import annotations

from bot.intents import particles
from bot.intents.message import Message
from bot.intents.particles import Particle
from bot.intents.phrases import Phrases
from bot.intents.understanding import Said
from bot.language.patterns import Pattern

_THUMBS = {
    "👍": Said.YES,
    "✅": Said.YES,
    "👌": Said.YES,
    "✔": Said.YES,
    "👎": Said.NO,
    "❌": Said.NO,
}

_LATER = Phrases(
    r"để (sau|mai|mốt|bữa|hôm|lát|chút|đó|dành)",
    r"để (tôi |tui |em |con |bác |bà |ông |chị |anh |má |về |mai |tối )*(hỏi|coi|xem|nghĩ|suy nghĩ|tính|bàn|đọc|kiếm|tìm|lục)",
    r"(hỏi|coi|xem|nghĩ|bàn|đọc) (lại|ý|thử|kỹ)?.*(đã|cái đã|rồi (trả lời|nhắn|báo|nói|tính|gửi|đọc))",
    # Not "chờ tôi", which typed bare is "cho tôi".
    r"(khoan|đợi) (đã|chút|tí|xíu|con|cháu|tôi|em|hỏi|nó|đi|để|mai)|chờ (chút|tí|xíu|đã)",
    r"(lát|chút|xíu|tí|chốc|tối|mai|chiều|bữa khác|hôm khác|lúc khác|khi khác|khi nào|chừng nào|bao giờ).{0,30}(trả lời|nhắn|báo|nói|tính|gửi|đọc|điền|bấm|ghi|coi|cho|hay|có|biết|làm)( (sau|tiếp|lại|cho))?$",
    r"(trả lời|nhắn|báo|nói|tính|gửi|điền|bổ sung|cho biết|quyết) sau",
    r"(bữa|hôm|lúc|khi|dịp) khác",
    r"(từ từ|tính sau|để sau|sau đi|sau nha|chút nữa|lát nữa|xíu nữa|tí nữa|mai mốt)",
    r"(hỏi|đợi|bàn|xin) (lại )?(ý )?(ông nhà|bà nhà|con|cháu|chồng|vợ|má|mẹ|ba|bà|ông|thằng|nhỏ|anh|chị|cả nhà|gia đình|xã|trưởng|con gái|con trai|tụi nhỏ)",
    r"(not now|later|another time|let me (think|ask|check)|ask (my|her|him|mom|dad)|i'll (think|ask|check|send|get back))",
    r"(chưa|đang|đương) (đọc|coi|bàn|nghĩ|suy nghĩ|quyết|chốt|tính|thống nhất|kịp)",
    r"(đang|mắc|bận) (nấu|tắm|ăn|lái|chạy|làm|họp|bận|dở|đi|bồng|tay).{0,30}(lát|chút|sau|xíu|tí|tối)",
)  # fmt: skip
_UNKNOWN = Phrases(
    r"(không|chẳng|chả|đâu|chưa|hết|nỏ|mô có) (có )?(còn )?(biết|nhớ|rõ|rành|hay)( được| ra| nổi| chắc)?",
    r"(không|chưa|đâu|chẳng|nỏ) (có )?(nắm|rành|theo dõi|sát|tường|thống kê|cập nhật)( (được|kỹ|rõ|con số|số liệu|vụ (này|đó)))?|mù tịt|mù mờ|biết chết liền",
    r"(không phải|đâu phải|đâu có|không) (\S+ )?(phần |việc )?(tôi|tui|mình|em|bác) (giữ|cầm|coi|nắm|quản|theo dõi|lo)( (sổ|số|vụ|cái|khoản|phần|tiền))?",
    r"hong (nho|biet|ro)( \S+)?",
    r"(quên|quên mất|quên rồi|quên tuốt|quên mất tiêu|quên trớt|lẫn rồi)",
    r"(ai|có ai|làm sao|sao|đố|đố ai) (mà |còn )?(biết|nhớ|hay|ghi)",
    r"(có |đâu có )?ai (có )?(biên|ghi|coi) (ngày|tháng|năm|lịch|sổ)|(chưa|không) (có )?(nắm|đếm|thống kê)( được| chắc| rõ)?",
    r"(biết|nhớ) (đâu|gì|sao được|chết liền)",
    r"(chịu|chịu thua|bó tay|chịu chết|thua)$",
    r"(don't|do not|dont|can't) (know|remember)|forgot|no idea|not sure",
)
_NONE = Phrases(
    r"không (có )?(muốn|thích|cho|chịu|tiện|dám|ưng) (nói|ghi|cho|trả lời|khai|để|biết|tiết lộ|đưa|kể|lộ)",
    r"(khỏi|đừng|thôi đừng|thôi khỏi|thôi không) (ghi|nói|hỏi|cần|để|lấy|khai|nhập|điền)",
    r"(chuyện|cái|vụ) (này )?(riêng|riêng tư|tế nhị)|bí mật|kín đáo|giữ kín|riêng tư",
    r"(không|chưa|đâu|làm gì|chẳng) (có )?(xài|dùng|sắm|mua|sài)? ?(cái )?(điện thoại|máy|số)( nào| gì| riêng)?",
    r"không (có )?(gì|ai|cái nào|diện nào|cái gì|thuộc|nằm trong|vướng|bị gì|khó khăn gì|mắc)",
    r"(none|nothing|no phone|rather not|prefer not)",
)


def said(message: Message) -> Said | None:
    """The answer that a whole message is, in a form that leaves no doubt."""
    if not message.words:
        marks = {_THUMBS[sign] for sign in message.signs if sign in _THUMBS}
        return marks.pop() if len(marks) == 1 else None
    words = list(message.content)
    if particles.is_whole(Particle.UNKNOWN, words):
        return Said.UNKNOWN
    if particles.is_whole(Particle.LATER, words):
        return Said.LATER
    whole = list(message.words)
    # "thôi được" is a yes; "dung" may be đúng or dừng, and is none.
    if whole in (["dung"], ["dung", "roi"]):
        return None
    for kind, meaning in ((Particle.NO, Said.NO), (Particle.YES, Said.YES)):
        if particles.is_whole(kind, words) or particles.is_whole(kind, whole):
            return meaning
    return _in_pieces(message)


def _in_pieces(message: Message) -> Said | None:
    """A yes or no with words that add nothing: "ừ đúng rồi đó con", "dạ không phải đâu"."""
    words = list(message.content)
    if len(words) > 8:
        return None
    at, kinds = 0, set()
    while at < len(words):
        for kind, meaning in ((Particle.NO, Said.NO), (Particle.YES, Said.YES)):
            length = particles.length_at(kind, words, at)
            if length:
                opens = particles.is_whole(Particle.OPENING, words[at : at + length])
                if not (opens and at + length < len(words)):
                    kinds.add(meaning)
                at += length
                break
        else:
            closing = particles.length_at(Particle.CLOSING, words, at)
            if not closing:
                return None
            at += closing
    return kinds.pop() if len(kinds) == 1 else None


_HEAD_NO = Pattern(
    r"^(?:da |thoi |u |o |a |thua )*(?:khong|hong (?:phai|dung|co)|dau co|chua|khoi|sai|trat|lon|nham|no|nope|not)\b"
)
_DENIES = Phrases(
    r"^(dạ |thôi |ý |ủa |khoan )*(đừng|chớ) (có )?(bỏ|hủy|xóa|đổi|dời|nghỉ|cắt|ngưng)( (nha|nghen|đi|hết|luôn|con|em))*(?= (để|giữ|cứ|mà|bà|cho)|$)",
    # Who has changed her mind stops it, though a bare "dung" may be đúng as well.
    r"đổi ý( (rồi|lại|nha|con|em))* (đừng|chớ|không|khỏi|thôi)( \S+)* (xóa|bỏ|hủy|gửi|gọi|ghi|rút|làm|nghỉ|dời)( \S+){0,2}$",
    r"^(dạ |thôi |ý |ủa |trời )*(tầm bậy|bậy|trật lất|làm gì có|đời nào|nói bậy|xạo)",
    r"(?<!không )(trừ|ngoại trừ) (cái |cái chỗ |chỗ |câu |dòng |mỗi |tên |số |năm )+( ?\S+){0,8} (là|phải|chứ|chớ|sai|thiếu|trật)",
    r"(^|(?<=bậy ))ai (mà |lại )?(ở|sinh|tên|họ|làm|đi|nói|ghi)( \S+){0,4} bao giờ$|^(hồi nào|bao giờ|đời nào) mà (tui|tôi|bác|bà|ông|em|chị|anh)",
)
_HOLDS_BACK = Phrases(
    r"^(dạ )?(đừng|chớ|chưa|không) (có )?(duyệt|ký|gửi|nộp|phát|ban hành|đồng ý)(?= |$)"
)
_HEAD_YES = Pattern(
    r"^(?:da |thua |u |o |a )*(?:dung|phai|duoc|ok|okay|oke|oki|chuan|trung|chinh xac|dong y|nhat tri|yes|yep|yeah|sure|"
    r"correct|right|co|um|uh|u|o|ua|vang|da|roi)\b"
)


_NO_FAULT = Phrases(
    r"(không|hết|chưa thấy) (có |còn |thấy )*(gì |chỗ nào |cái nào )?(sai|trật|lộn|nhầm|thiếu sót|phải sửa|cần sửa|sửa gì)( (gì|chỗ nào|cái nào|chỗ|cho|chữ|chu|câu|dòng|cái|nào|hết|cả|đâu|con|em|chị|anh|nha|ạ|trơn))*$"
)
_LET_GO = Phrases(
    r"^(rồi |thì |cứ |em |con |ok |oke |ờ |ừ |dạ |có |luôn |đề nghị |nhất trí |đồng ý |thống nhất |cứ (thế|vậy|y vậy)( mà)? )*(gửi|nộp|lưu|đăng|chuyển|phát|in|duyệt|chốt|triển khai|ban hành)( lại| lên| cho \S+)? (đi|luôn|liền|ngay)( (con|em|chị|anh|chú|cô|bác|cháu|nha|nghen|giùm|ạ|nhé|cho tôi|cho kịp|kịp giờ))*$",
    r"^(tôi |tui |em |đã |rồi |thì |rà soát |có |cứ (thế|vậy|y vậy)( mà)? )*(nhất trí|đồng ý|thống nhất|cứ (thế|vậy|y vậy)( mà)?) (gửi|nộp|lưu|đăng|chuyển|phát|in|duyệt|chốt|triển khai|ban hành)( (đi|luôn|liền|ngay|nha|nhé|ạ))*$",
)
# Bare, "đừng" is đúng as well.
_HOLDS = Phrases(
    r"(?<!thế )(?<!vậy )mà|(khoan|đừng (gửi|lưu|nộp|ghi|có|vội)|chưa|để|đợi|chờ|nhưng|hãy|sửa|đổi|không|thiếu)"
)


def _is_let_go(message: Message) -> bool:
    """Whether what was read back is right or is to go: "coi kỹ rồi, gửi đi", "không sai chỗ nào"."""
    pieces = [" ".join(message.words[start:end]) for start, end in message.parts]
    if any(_NO_FAULT.find(each) for each in pieces):
        return not any(_HOLDS.find(_NO_FAULT.remove(each)) for each in pieces)
    goes = [each for each in pieces if _LET_GO.whole(each)]
    return bool(goes) and not any(_HOLDS.find(each) for each in pieces)


_RIGHT_FIRST = Phrases(
    r"(dạ |ừ |ừm |um |ukm |uhm |ờ |à |vâng |thì |tôi bảo rồi )*(duyệt|xác nhận|nhất trí|chuẩn)( (rồi|hết|luôn|đó|ạ|nha))*",
    r"(dạ |ừ |ờ |à |vâng )*(đúng|chuẩn|chính xác|trúng|y chang|không sai|correct|right)"
    r"( (boong|bông|phóc|bon|luôn|đó|vậy|ý|chóc|ngay|hết|không cần chỉnh|cơm mẹ nấu|tuyệt đối))+( (con|em|cháu|ạ|nha))*",
)


def _says_right_first(message: Message) -> bool:
    """Whether it begins with nothing but that it is right: "đúng boong, bà nói sao con ghi y vậy"."""
    start, end = message.parts[0] if message.parts else (0, 0)
    return bool(_RIGHT_FIRST.whole(" ".join(message.words[start:end])))


def leaning(message: Message) -> Said | None:
    """What a longer answer leans to, by its head, its tail and its phrases."""
    line = message.line
    if denies(message):
        return Said.NO
    if _is_let_go(message) or _says_right_first(message):
        return Said.YES
    if _LATER.stand_in(line):
        return Said.LATER
    if _UNKNOWN.stand_in(line):
        return Said.UNKNOWN
    if _NONE.stand_in(line):
        return Said.NONE
    folded = message.folded
    if _HEAD_NO.match(folded):
        return Said.NO
    # "đừng gửi" is no đúng.
    if _HEAD_YES.match(folded) and not message.asks and message.words[0] != "đừng":
        return Said.YES
    return None


def denies(message: Message) -> bool:
    """Whether it calls what was read back nonsense, or stops it: "tầm bậy", "đừng duyệt, còn thiếu"."""
    # Bare, "dung gui" may be đúng, gửi.
    held = "dung" not in message.words[:2] and _HOLDS_BACK.find(message.line)
    return bool(held or _DENIES.find(message.line))


def says_later(message: Message) -> bool:
    """Whether it puts the answer off."""
    return particles.is_whole(Particle.LATER, message.content) or _LATER.stand_in(message.line)


def says_unknown(message: Message) -> bool:
    """Whether it says that the answer isn't known."""
    return _UNKNOWN.stand_in(message.line)


def says_none(message: Message) -> bool:
    """Whether it says that there is none, or that it is not to be told."""
    return _NONE.stand_in(message.line)
