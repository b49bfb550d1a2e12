"""Fixed phrases of what must be heard: danger, death, a cheat, a secret, a stop, a person, a complaint.

A pattern is written for a kind of phrase, not for a sentence. It is strong where the words leave
no doubt, and else only says that it should be asked about. What looks alike and is harmless
stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.intents.codes import find_secret
from bot.intents.emergency import Emergency, find_emergency
from bot.intents.message import Message
from bot.intents.phrases import Phrases
from bot.intents.understanding import Danger, Intent


class Heard(NamedTuple):
    """An intent that a phrase speaks of, with what it says beside it."""

    intent: Intent
    part: str | None = None
    is_strong: bool = True

    @property
    def name(self) -> str:
        """The pattern's name, for operators and for the classifier."""
        return f"{self.intent}/{self.part or '-'}/{'strong' if self.is_strong else 'weak'}"


class _Pattern(NamedTuple):
    """Phrases that are strong, phrases that only hint, and what makes both harmless."""

    intent: Intent
    part: str | None
    strong: Phrases
    weak: Phrases
    never: Phrases


_WHO = r"(tôi|tui|bà|ông|má|mẹ|ba|cha|bố|tía|nội|ngoại|cụ|bác|chú|cô|dì|cậu|mợ|thím|anh|chị|em|con|cháu|nó|vợ|chồng|bà xã|ông xã|người ta|hàng xóm|ổng|bả|cổ|mình)"
_HARMLESS = (
    r"(phòng|tránh|ngừa|dấu hiệu|triệu chứng|làm sao (để|mà)|cách (xử|phòng|sơ)|nói chuyện về|chuyên đề|nghe nói|phim|kể|chuyện xưa|hồi (xưa|trước|đó|nhỏ|trẻ)|năm (ngoái|trước|xưa|\d{4})|tháng trước|"
    r"mấy năm|lâu rồi|đã khỏi|giờ (khỏe|ổn|hết)|hết rồi|khỏi rồi|khỏe rồi|bài hát|trong mơ|giỡn|nói chơi|là gì|nếu|khi (bị|có)|lỡ (bị|mà))"
)
_ANIMAL = r"(con |cái |thằng )?(chó|mèo|gà|vịt|heo|trâu|bò|chim|cá|tôm|cua|chuột|kiến|dê|két|cây|bông|hoa|máy|pin|xe|điện thoại|tivi|quạt|đèn)"

_NO_STOP = (
    r"(không|chưa|đâu)( (có|hề|phải|từng|là))* (kêu|biểu|nói|bảo|xin|đòi)( (là|muốn))* (ngưng|ngừng|dừng|tắt)"
    # "tui đâu có xin, ngưng nhắn đi" stops them all the same.
    r"(?!( \S+){0,4} (đi|liền|ngay|giùm|nữa|giúp))"
)
STOP_DENIED = Phrases(_NO_STOP)
"""Nobody has stopped the messages, and somebody misses them: "em không có kêu ngưng nhắc ba"."""

IN_HOSPITAL = Phrases(
    r"(nằm|vô|vào|nhập) (bệnh )?viện|nằm nhà thương|(vô|vào|đi) nhà thương|xuất viện|in (the )?hospital"
)
"""Somebody is in hospital, or just out of it."""
LONG_AGO = Phrases(
    r"hồi (xưa|trước|đó|nhỏ|trẻ|\d{2,4})|năm (ngoái|xưa|kia|\d{2,4})|(mấy|nhiều|\d+) năm (trước|rồi|nay)|ngày xưa"
)
"""When it was, where it is over."""
BY_HOW_MUCH = Phrases(
    r"(lui|lùi|dời|dịch|đẩy|trễ|sớm)( \S+){0,2} (một|nửa|hai|ba|\d+) (tiếng|giờ|tuần|ngày|phút|bữa|hôm)"
)
"""A shift of an event, whatever stands before it: "lui lai 1 tieng"."""

NAME_OUT = Phrases(
    r"(xin |cho |làm ơn )*(bỏ|gạch|xóa) tên (của )?(tôi|tui|mình|em|bác|cô|chú|ông|bà)( ra| đi| giùm| với| nha| luôn)*"
)
"""The words in which a stranger whose name another wrote down is told to have it taken out."""

_PATTERNS: Sequence[_Pattern] = (
    _Pattern(
        Intent.DANGER,
        Danger.SELF_HARM,
        Phrases(
            r"(tự (tử|vẫn|sát)|quyên sinh)|nghĩ (quẩn|quẫn|dại)|(làm|nghĩ) chuyện dại( dột)?",
            r"(không|hết|chẳng|chả|đâu) (còn )?(muốn|thiết|ham|thèm) sống( nữa)?",
            r"(muốn|thèm|đòi|định|tính|chỉ mong|mong|ước( gì)?|cầu( cho)?|xin)( được)?( cho)? (chết|đi theo (ông|bà|ổng|bả|chồng|vợ))( cho)?( rồi| xong| khỏe| đi| quách| phứt| sớm| luôn| lẹ)?",
            r"chết (quách|phứt|cho (rồi|xong|khỏe|khuất|rảnh|đỡ)|đi cho|sướng hơn|còn (hơn|sướng)|mà khỏe)",
            r"(sống|thở) (làm (gì|chi)|chi|để làm gì|cũng (như|bằng) (không|thừa)|hết nổi|không nổi nữa|thêm ngày nào khổ)",
            r"(nhảy|đâm đầu|gieo mình|lao) (xuống )?(cầu|sông|giếng|lầu|biển|ao|hồ|xe|đường ray)( cho)?( rồi| chết)?",
            r"(mai|mốt|nay mai|mai mốt|sau này|từ mai|tuần sau|tháng sau|tối nay)( \S+){0,6} (khỏi|hết|đỡ|không còn)( ai)?( phải| còn)* (lo|cực|khổ|nuôi|chăm|hầu|phiền|nấu|vướng|gánh)|sống( \S+){0,2} (thừa|dư|ai cần)|(không|hết|chẳng) (còn )?ai cần (tôi|tui|bà|ông|bác|mình)|(gom|để dành|dành) (\S+ ){0,4}thuốc( ngủ)?( \S+){0,3} (đủ|rồi|uống|kha khá)|(đi|chết|uống) (\S+ ){0,2}cho (nhẹ|khỏi|đỡ|rảnh|thanh thản|yên) (\S+ ){0,2}(gánh|nợ|con cháu|tụi nó|mọi người|khổ)|sống chi nữa|chật (đất|nhà)",
            r"(thắt|treo) cổ|(cắt|rạch|cứa) (cổ )?tay|uống (hết )?(vỉ )?thuốc (sâu|rầy|chuột|cỏ|ngủ|trừ sâu)( cho| hết| tự)?|mua (sẵn )?thuốc (sâu|rầy|chuột)",
            r"(vĩnh biệt|từ biệt|tạm biệt) (con|mọi người|cuộc đời|cõi đời|đời|tất cả)|(kết thúc|chấm dứt|kết liễu) (cuộc )?(đời|sống)|bỏ (cuộc )?đời",
            r"chán sống|chán đời muốn chết|(buồn|khổ|tủi|cô đơn|đau|nhục|bế tắc)( \S+){0,3} muốn chết",
            r"kill myself|suicid\w*|end (my life|it all)|want to die|(no|don't|not) (want|wish|reason)( to)? (to )?live|better off dead|no point (in )?(living|going on)|goodbye note|nobody would miss me",
        ),
        Phrases(r"muốn chết|sống (chi|làm gì)( nữa)?|chết (đi|quách)|giải thoát|hết đường|uống thuốc (cho )?(yên|ngủ luôn)|chán đời"),
        Phrases(
            r"(vui|cười|mê|ghiền|ngon|nóng|lạnh|đói|khát|mắc cỡ|ngứa|thương|nhớ|thích|mệt|đau bụng|đẹp|đông|dễ thương|sợ|lo|bận|nực|rét|thèm|mừng|ghét|giận|tức) (muốn|gần|thấy) (chết|xỉu|té)",
            r"(điếc( cả)? tai|điếc|nhức (óc|tai)|inh tai|ồn( ào)?|cay|mặn|kiếm|tìm|(rã|mỏi) (giò|chân)) muốn (chết|xỉu)|(chết|muốn chết) (cười|mệt|đói|rét|cóng|nóng)|mê \S+( \S+)? muốn chết|đẹp chết|hết pin|phòng (chống|ngừa) tự tử",
        ),
    ),
    _Pattern(
        Intent.DANGER,
        Danger.LOST_PERSON,
        Phrases(
            r"(đi|bị) lạc|lạc (đường|mất|đâu)( rồi)?|mất tích|(bỏ|trốn) (nhà )?đi (mất|đâu|rồi)|không (biết|thấy) (đi|ở) đâu|(tìm|kiếm)( \S+){0,4} (không (ra|thấy|có)|khắp|hoài)",
            rf"{_WHO}( \S+){{0,5}} (đi|ra|chèo|lội|bơi|lặn)( \S+){{0,14}} (chưa|không|vẫn chưa) (thấy )?(về|đâu|bóng|dìa|vô (bờ|bến|nhà)|vào (bờ|bến|nhà)|lên bờ)|(quên|không (biết|nhớ)|hết (biết|nhớ)) đường (về|dìa|vô nhà|tới nhà)",
            rf"{_WHO}( \S+){{0,8}} (từ (hôm|sáng|tối|khuya|chiều|trưa|đêm)|(cả|hai|ba|bốn|mấy|\d) (ngày|bữa|hôm|đêm))( \S+){{0,4}} không (thấy |ai thấy )?(mở cửa|ra (khỏi )?(nhà|cửa|sân|ngoài)|ló|bóng|đâu|tiếng|động tĩnh|trả lời|bắt máy|nghe máy|thưa|lên tiếng|liên lạc)",
            r"(cả|hai|ba|bốn|mấy|\d) (ngày|bữa|hôm|đêm)( \S+){0,2} (ba|má|mẹ|bà|ông|nội|ngoại|cụ|dì|cậu|chú|bác|cô)( \S+){0,3} không (thấy |ai thấy )?(mở cửa|ra (khỏi )?(nhà|cửa|sân|ngoài)|ló|đâu|trả lời|bắt máy|nghe máy|thưa|lên tiếng)",
            r"(went|wandered|gone)( \S+){0,6} (missing|off)|missing since|hasn't come (home|back)|(still )?not back|can't find (him|her|my|mom|dad|grand\w+)|not been seen",
        ),
        Phrases(r"lạc|chưa (thấy )?về|không thấy về|không liên lạc được"),
        Phrases(r"câu lạc bộ|lạc hậu|liên lạc (?!được)|" + _HARMLESS + r"|lạc (rang|luộc)|hải lạc|đi lạc vô|mất (ví|bóp|giấy|sổ|dép|đồ|kiếng|kính|chìa khóa|tiền|sóng|điện)|" + _ANIMAL + r"( \S+){0,2} (lạc|đi đâu)"),
    ),
    _Pattern(
        Intent.DANGER,
        Danger.FIRE,
        Phrases(
            r"(nhà|bếp|chợ|xe|kho|rẫy|vườn|đồng|rừng|mùng|rèm|ổ điện|tủ|quán|phòng|lầu)( \S+){0,3} (đang |bị |bốc )?cháy( lan| lớn| to| rồi)?|cháy (nhà|chợ|bếp|kho|lan|lớn|to|rừng|rồi|bự|dữ)|bốc (cháy|khói|lửa)|lửa (cháy|lan|bốc|phừng|ngùn ngụt)|đang cháy",
            r"(khói|khét)( \S+){0,4} (mù mịt|nghi ngút|um|dữ|quá|đen|đầy)|(xì|rò|hở|nổ) (bình )?ga|chập điện|nổ (bình|điện|lớn)|phừng (phừng|lên)|hỏa hoạn|phát hỏa",
            r"mùi (ga|gas)( \S+){0,2} (nồng|nặc|hôi|khắp|đầy|um|dữ)|(nồng nặc|nghe|ngửi|sực|bay|hôi)( \S+){0,2} mùi (ga|gas)|(ga|gas|bình)( \S+){0,2} (xì xì|xì hơi|xì ra|xì hoài)|(ga|gas) (rò|thoát)|(bình|ống|van|dây) (ga|gas)( \S+){0,3} (xì|rò|hở|nổ)|khói( \S+){0,8} không thấy (đường|lối|gì)",
            r"(house|kitchen|room|something)( \S+){0,2} (is )?(on fire|burning)|gas (is )?leak\w*|(leak\w*|smell\w*)( \S+){0,2} gas|smoke (everywhere|coming)|on fire",
        ),
        Phrases(r"cháy|khói|lửa|khét"),
        Phrases(r"(ngon|cay|nắng|bán|vé|hàng|da|họng|túi|bá) cháy|cháy (hàng|họng|túi|vé|da|nắng|máy|phố|cơm|sạch|đen thui|khét lẹt)|cháy (nồi|ấm) (cơm|cháo|cá|canh|chè|thịt|nước)(?!( \S+){0,6} (lan|lên|qua|lửa|khói))|nhóm lửa|nấu|phòng cháy|chữa cháy|diễn tập|" + _HARMLESS),
    ),
    _Pattern(
        Intent.DANGER,
        Danger.VIOLENCE,
        Phrases(
            rf"(nó|hắn|thằng \S+|cháu|dượng|anh rể|con nuôi|con trai|con rể|con dâu|chồng|chồng tôi|ổng|ông|ba|người ta|mấy đứa|hàng xóm|tụi nó|giang hồ)( \S+){{0,5}} (đánh|đập|chém|đâm|rượt|bóp cổ|tát|đấm|đạp|xô|tạt|nhốt|trói|siết cổ|cầm dao|lấy (dao|rựa|gậy)|hành hung|bạo hành)( \S+){{0,2}} ({_WHO[1:-1]}|hoài|dữ|chảy máu)",
            r"bị (\S+ ){0,3}(đánh|đập|chém|đâm|hành hung|bạo hành|hiếp|cưỡng hiếp|sàm sỡ|bóp cổ|nhốt|cướp|giật (đồ|túi|dây)|rượt|bỏ đói)(?! (thuế|giá|rơi|số|dấu))",
            r"(dọa|đòi|hăm)( \S+){0,2} (giết|chém|đâm|đốt|đánh)|giết (tôi|tui|bà|ông|má|mẹ)|cầm (dao|rựa|mã tấu|súng|cây)|đang (đánh|rượt|đập)|(trộm|cướp|ăn trộm)( \S+){0,3} (đang|vô nhà|cạy|trong nhà|vào nhà)|có (trộm|cướp)",
            r"(bóp|siết) cổ (tui|tôi|em|chị|cô|bà|ông|má|mẹ|ba|dì|cháu|con|nó|vợ)|(lôi|kéo|nắm (tóc|đầu|áo))( \S+){0,6} (ra|xuống)? ?(đánh|đập)|(la|kêu|hét)( \S+)? cứu|(khóa|chốt|chặn) cửa( \S+){0,2} trốn|trốn (trong|dưới|sau|ngoài) (buồng|phòng|gầm|giường|hè|chuồng|bếp)",
            r"(hits?|beats?|beating|hitting|attack\w*|threaten\w*|strangl\w*)( \S+){0,2} (me|her|him|us|mom|grandma)|with a knife|robbed|being attacked|break(ing)? in",
        ),
        Phrases(r"đánh|đập|dao|rựa|chém|trộm|cướp|đe dọa|đòi nợ"),
        Phrases(r"(lao|lảo) (đao|đảo)|đánh (đàn|bài|cờ|cá|răng|vần|máy|dấu|thuế|số|giá|thức|trống|bóng|chữ|lưới|véc ni|trận)|súng nước|chơi (ăn )?cướp|bị đánh (thuế|giá|dấu|rơi|số)|đập (lúa|đá)|dao (lam|cạo)|trốn tìm|" + _ANIMAL + r"( \S+){0,2} trốn|" + _HARMLESS),
    ),
    _Pattern(
        Intent.DANGER,
        Danger.MEDICAL,
        Phrases(
            r"(bất tỉnh|hôn mê|mê man|ngất|xỉu|té xỉu|ngất xỉu|lịm)( đi| rồi| luôn| mất| ngoài| trong| nãy| giữa)|(gọi|kêu|lay)( \S+){0,2} (không|hoài không|chẳng) (\S+ )?(tỉnh|dậy|thưa|trả lời|nghe|nhúc nhích)|(gọi|kêu|lay) (mãi|hoài|miết)( \S+){0,3} (không|chẳng|chưa)( \S+){0,2} (mở mắt|tỉnh|dậy|thưa|ừ hử)|(lả|gục|khuỵu|quỵ|sụm|xụi)( \S+){0,2} xuống|không (nhúc nhích|thở|tỉnh)|(ngưng|ngừng|hết) (thở|tim)|co giật|sùi bọt|đột quỵ|tai biến|nhồi máu|đứng tim",
            r"(khó|nghẹt|ngộp|không) thở( được| nổi)?( quá| lắm| rồi)?|thở (không (được|nổi|ra)|hổn hển|dốc|khò khè)|(tức|đau|nhói|thắt|nặng) ngực|đau tim|mệt tim",
            r"(choáng váng|xây xẩm( mặt mày)?|lảo đảo|xiểng niểng|loạng choạng|chóng mặt)( \S+){0,9} (muốn (nhào|té|xỉu|ngã|lật)|(đứng|ngồi|dậy) không (nổi|vững|được)|không (đứng|ngồi|dậy) (nổi|vững|được))|(méo|xệch|lệch) (miệng|mồm|mặt)|miệng( \S+)? (méo|xệch|lệch|kéo (qua|một|về))|nói (ú ớ|u ớ|không thành tiếng)|(đớ|cứng) lưỡi|nói (đớ|ngọng|không (được|rõ|ra hơi))|(liệt|tê|yếu|mất cảm giác) (nửa|một bên|1 bên)|giơ (lên )?không nổi|một bên (tay|người)",
            r"(máu|chảy máu)( \S+){0,3} (nhiều|ra|chảy|không cầm|hoài|quá|ướt|lênh láng|đầy)|(ói|ho|nôn|tiêu|đi cầu|ộc) ra( cục)? máu|chảy máu (đầu|mũi hoài|không)",
            r"huyết áp( \S+){0,4} (1[6-9]\d|2\d\d|lên|tăng|tụt|cao (quá|lắm|vọt)|xuống)|(1[89]\d|2\d\d) (trên|/) ?\d{2,3}|(tụt|hạ) (đường huyết|huyết áp)|đường( huyết)? (lên|tăng|xuống|[3-6]\d\d)",
            rf"{_WHO}( \S+){{0,4}} (té|ngã|trượt chân)( xuống| ngửa| sấp| đập| gãy| xe| lầu| giếng| cầu thang| trong| ngoài| rồi| nhào| bể| nằm| lăn)|(té|ngã)( \S+){{0,3}} (gãy|bể đầu|đập đầu|chảy máu|không (dậy|đứng)|bất tỉnh|nằm im|đau quá|sưng)|bị té( rồi| đau| nặng| gãy)|(mới|vừa) (té|ngã)",
            r"(gãy|bể|trật) (chân|tay|xương|đầu|háng|sườn)( rồi)?( nằm)?|(lấy|cầm|rót|tưởng)( \S+){0,6} (lộn|nhầm|nước)( \S+){0,6} uống( một| 1| hết| rồi| ngụm)|uống (lộn|nhầm|lố)( \S+){0,3}( thuốc| dầu| xăng| nước tẩy| thuốc sâu)?|uống( \S+){0,3} (quá liều|gấp (đôi|ba))|ngộ độc|điện giật|rắn cắn|hóc xương|mắc nghẹn|đuối nước|chết đuối|chìm (ghe|xuồng)|phỏng nặng|bị phỏng",
            r"cấp cứu(?! viên)|cứu (tôi|tui|với|mạng|bà|ông|má|mẹ|ba)|(gọi|kêu)( giùm)? (115|xe cứu thương|bác sĩ gấp)|xe cứu thương|sốt (cao|mê man|li bì|trên 4\d|4\d)|tím (tái|ngắt)|lạnh ngắt|toát mồ hôi|trợn mắt|xuất huyết|bị xe (đụng|tông)|xe (đụng|tông) (bà|ông|má|ba|tôi)",
            r"(can't|cannot|not|trouble|hard to) breath\w*|chest pain|(has |just |wait my \S+ )?(fell|fallen|collapsed|fainted|passed out|unconscious)|heart attack|stroke|bleeding (a lot|badly|heavily)|ambulance|emergency|seizure|choking|overdose|won't wake up",
        ),
        Phrases(r"(ngồi|đứng|gượng)( (dậy|lên))+ (không|hong|chẳng) (nổi|được)|(không|hong|chẳng) (ngồi|đứng|gượng)( (dậy|lên))+ (nổi|được)|nằm (sóng soài|sõng soài|(dài |im )*(dưới|trên|ngoài|giữa) (nền|sàn|đất|đường|sân))|té|ngã|xỉu|ngất|máu|khó thở|huyết áp (cao|2\d\d)|đau quá|chóng mặt quá|choáng váng|(xây|xâm) (xẩm|xâm)( mặt mày)?|lảo đảo|xiểng niểng|loạng choạng|muốn (nhào|té|ngã quỵ)|sắp chết|nguy|cấp cứu|tê nửa|phỏng|gãy"),
        Phrases(r"cười (té|xỉu|ngất)|té (nước|ghế|ra là|tua)|mệt muốn xỉu|muốn xỉu( luôn)? (vì|mà)|" + _HARMLESS + r"|" + _ANIMAL + r" (té|ngã|chết|xỉu)|diễn tập|sơ cấp cứu|lớp cấp cứu|té ra|ngã (ba|tư|năm|sáu|bảy)"),
    ),
    _Pattern(
        Intent.SCAM,
        None,
        Phrases(
            r"(công an|tòa án|tòa|viện kiểm sát|kiểm sát|cảnh sát|ngân hàng|bưu điện|điện lực|y tế|bảo hiểm|thuế|cán bộ|nhân viên|bộ đội|trung tá|đại tá|cán bộ xã|thanh tra)( \S+){0,8} (gọi|điện|xưng|nhắn|kêu|bảo|biểu|đòi|yêu cầu|hù)( \S+){0,8} (chuyển|nạp|nộp|đóng|đọc|cung cấp|tiền|mã|otp|số|thẻ|tài khoản|căn cước|khoản)",
            r"(tự )?xưng (là |tên )?(công an|tòa|viện|cảnh sát|ngân hàng|cán bộ|bác sĩ|y tế|điện lực|nhân viên|người|trung tá|đại tá|bên|cháu|con|bạn|thuế|\S+)|(giả|mạo) (danh|mạo|làm|thằng|con|cháu)|kẻ (gian|lừa)",
            r"(trúng|nhận|lãnh)( \S+){0,2} (thưởng|giải|xe|quà|tivi|iphone|sh|vàng|triệu|tỷ)( \S+){0,6} (đóng|phí|thuế|nộp|cọc|chuyển|link|bấm|bao)|trúng thưởng|nhận quà( \S+){0,4} (phí|nước ngoài|mạng)",
            r"(xin|đòi|kêu|biểu|bảo|hỏi|bắt|đọc|lấy|gửi|cho|đưa)( \S+){0,4} (mã )?(otp|mã (xác nhận|số gửi|gửi về)|mật khẩu|pin|số thẻ|mã (6|sáu|bốn|4) số|cái mã)",
            r"(bấm|nhấp|nhấn|ấn|vô|vào|mở|gửi|cái|đường) (vô |vào |phải |lộn |nhầm )*(cái )?(link|đường link|linh|đường dẫn)( \S+){0,10} (tiền|nhận|phạt|mất|tài khoản|trừ|quà|lạ|nộp|hack)|(link|app|ứng dụng)( \S+){0,4} (lạ|giả|lừa)|cài (cái )?(app|ứng dụng|phần mềm)",
            r"(fb|facebook|fanpage|trang|nick|zalo|hình|logo)( \S+){0,6} (y chang|giống hệt|giả|mạo|nhái)( \S+){0,12} (ck|chuyển|đóng|nộp|thu|phí|cọc)|(tự nhận|tự xưng)( \S+){0,8} (nộp|đóng|chuyển|thu)( \S+){0,4} (phí|tiền|cọc)|(đóng|nộp|ck|chuyển|chuyển khoản)( \S+){0,3} (để )?giữ (chỗ|suất|phần)",
            r"(bị )?(lừa|gạt)( đảo| tiền| mất| rồi| hết| lấy| chuyển)|lừa đảo|(lỡ|mới|đã|vừa|trót) (chuyển|gửi|nạp|đưa|đọc)( \S+){0,6} (tiền|triệu|mã|otp|số thẻ|cho (nó|họ|hắn|người (ta|lạ)|kẻ))|mất (hết )?(tiền|\d+ (triệu|tr))( \S+){0,3} (tài khoản|thẻ|trên mạng)|bay hết( tiền)?|(bị|tài khoản \S+ bị) hack",
            r"(kêu|biểu|bảo|đòi|bắt|yêu cầu|hối|giục|rủ|dụ)( \S+){0,6} (chuyển|nạp|gửi|đóng|nộp|cọc|mua|đầu tư|góp)( \S+){0,4} (tiền|khoản|thẻ|cào|vàng|cổ phần|cổ phiếu|triệu|trăm|phí|thuế|tiền ảo)|(dụ|rủ)( \S+){0,3} (đầu tư|mua|ký|vay|góp|chơi)|lời( \S+){0,2} (một|1|mỗi) (tháng|ngày)|lãi (cao|suất cao)( \S+){0,3} (rủ|dụ)",
            r"(khóa|phong tỏa|chặn)( \S+){0,2} (thẻ|sim|tài khoản|số|atm)|phạt nguội|rửa tiền|lệnh bắt|liên quan (vụ án|ma túy|đường dây)|(số|người) lạ( \S+){0,4} (gọi|nhắn|kêu|xin|hỏi|tới|đòi|bảo|rủ|gửi)|nghi (ngờ )?lừa",
            r"(đoàn|nhóm|tốp|đám|toán|áo|đồng phục|người lạ|(mấy|hai|ba|có) (anh|chị|cô|ông|bà|thằng|đứa|người|em))( \S+){0,12} (thu|thâu|đòi|bắt (đóng|nộp|trả))( \S+){0,4} (ngàn|nghìn|trăm|chục|triệu|tiền|phí|lệ phí)( \S+){0,3} (đổi|cấp|làm|gia hạn|lập|cập nhật)( lại)?( \S+){0,2} (thẻ|sổ|giấy|hồ sơ|bảo hiểm|căn cước|công tơ)",
            r"(asked|asking|asks|wants?|told|tells)( \S+){0,6} (otp|password|pin|transfer|money|pay|bank|gift cards?|card number)|scam\w*|fraud|clicked (on )?(a |the )?link|(won|prize)( \S+){0,5} (fee|pay|tax)|pretend\w* to be|suspicious (call|caller|link|message)|police (on the phone|call\w*)",
        ),
        Phrases(r"lừa|gạt|link|otp|chuyển tiền|nạp tiền|số lạ|người lạ|xưng|dụ|trúng|app|(từng|mỗi) nhà( \S+){0,2} (thu|thâu|lấy|bán)|hỏi (giấy( giới thiệu)?|công văn|biên lai|ai (cử|sai))( \S+){0,2} (không|làm thinh|lặng|bỏ đi|nói quanh|quanh co)"),
        Phrases(r"(mừng tuổi|lì xì|con (trai|gái) (mới )?(gửi|chuyển) tiền|tiền (con|cháu) (cho|gửi))|làm sao (để )?(biết|nhận|tránh|phòng)|dấu hiệu|(cách|dạy)( \S+){0,3} (phòng|nhận biết|khóa cửa)|cảnh giác|tuyên truyền|hội phí"),
    ),
    _Pattern(
        Intent.DEATH,
        None,
        Phrases(
            rf"{_WHO}( \S+){{0,4}} (mới |vừa |đã |vừa mới |mới vừa |đã |bị )?(mất|chết|qua đời|từ trần|tạ thế|đi xa|khuất( núi| bóng)?|trút hơi( thở)?|tắt thở|thôi thở|hết thở|nhắm mắt|về với (ông bà|phật|chúa|tổ tiên|đất)|lìa (đời|trần)|về trời|viên tịch)( rồi| hồi| hôm| bữa| lúc| sáng| khuya| tối| tuần| tháng| đêm| ngày| được| vì| do| năm| vô| nhẹ| luôn| đột| cách| lâu| chiều| trưa| mấy| xuôi| hết| trên| ở| \d+)",
            r"(mới|vừa|đã|vừa mới) (mất|qua đời|từ trần|chết|khuất|tạ thế|đi xa)|qua đời|từ trần|tạ thế|trút hơi thở|tắt thở|thôi thở|không (còn nữa|qua khỏi|cứu được)|lên thiên đàng|về chầu|về với ông bà|ngủm|chầu diêm vương|đi bán muối",
            r"(nhà|gia đình|bên) (\S+ ){0,3}(có|đang|bận|lo) (\S+ )?(tang|đám (tang|ma)|hậu sự)|(đám|lo) (tang|ma)( \S+)? (ông|bà|má|mẹ|ba|cha|tía|nội|ngoại|chồng|vợ|cụ|dì|chú|bác|cô)|tang (sự|lễ|gia)|báo (tang|tử)|phát tang|cáo phó|tẩm liệm|nhập quan|mở cửa mả|chôn (cất |rồi|hôm|bữa)|an táng|hỏa táng|nằm ngoài nghĩa trang",
            r"(passed (away|on)|has died|died|is dead|is gone|funeral|deceased|no longer with us|lost (my|our) (mom|mum|dad|wife|husband|grand\w+))",
        ),
        Phrases(r"mất|chết|đi rồi|ra đi|tang|không còn|đám ma"),
        Phrases(
            r"mất (cái|ví|bóp|kiếng|kính|mắt|giọng|ngủ|điện|nước|mạng|sóng|dép|chìa khóa|thẻ|đồ|xe|công|thời|thì giờ|lòng|mặt|ngon|tiền|sổ|số|giấy|con|điện thoại|máy|sim|trí|nết|dạy|tích|phương hướng|cảm giác|mùa|hồn|vía|toi|nhiều|hết tiền|bao|mấy (giờ|tiếng|ngày)|khẩu vị|vị|zalo|tin|mật khẩu|mã|đường|liên lạc)",
            r"(tuổi|lâu|lớn|già|xa|trễ|khuya|muộn|nhiều|sớm|dài|dư|lố) mất (rồi|thôi)",
            r"(chưa|không|đâu|chẳng)( có| phải)? (mất|chết|qua đời)|còn (sống|ngồi|cười|thở|cãi)|giỗ|(ông bà|tổ tiên|ông cố|bà cố)( \S+){0,3} (hồi xưa|ngày xưa|mất sớm)|chết (cây|cười|đói|cha|máy|tôi rồi|mẹ|bà|rồi quên|con)|"
            + _ANIMAL
            + r"( \S+){0,4} (chết|mất)|muốn chết|sắp chết|chết (cho|quách)|tiền tử tuất|mai táng phí|nếu|khi hội viên|thủ tục|đi (dự |đưa |viếng )?đám (tang|ma)",
        ),
    ),
    _Pattern(
        Intent.MUTE,
        None,
        Phrases(
            r"(đừng|thôi|ngưng|ngừng|dừng|khỏi|tắt|hết|không cần|không muốn|hết cần|bớt|miễn|chớ|dẹp|tạm ngưng|cắt|chặn|hủy)( \S+){0,4} (nhắc|nhắn|gửi|thông báo|tin nhắn|báo lịch|báo|tin|chuông|spam|làm phiền|nhắc nhở)( \S+){0,4}( nữa| hoài| đi| giùm| tin)?|(nhắn|nhắc|gửi)( \S+){0,3} (hoài|suốt|dày|phiền)( \S+){0,3}",
            r"nghỉ (nhắn|nhắc|gửi|báo)(?! (việc|phép))( \S+){0,4}|(vui lòng|làm ơn|xin|đề nghị)( \S+){0,2} không (gửi|nhắn|nhắc|báo)( \S+){0,3}|(kêu|reo|rung|hú)( (tít|ting|reng|tinh|bíp|inh ỏi|suốt|hoài|um|rè|ong óng)){1,4}( \S+){0,6} (dẹp|tắt|im|ngưng|thôi)",
            r"(stop|don't|no more|quit|turn off)( \S+){0,2} (ping\w*|buzz\w*|spam\w*|messag\w+|remind\w+|text\w*|send\w*|notif\w+)|unsubscribe|leave me alone",
        ),
        Phrases(r"(đừng|thôi|ngưng|dừng|tắt|khỏi)( \S+){0,2} (nhắn|nhắc|gửi|báo)"),
        Phrases(r"(bật|mở|lỡ|hủy|nhầm)( \S+){0,2} (tắt|ngưng)|tắt (lộn|nhầm)|(nhắc|nhắn|gửi|mở|bật)( \S+){0,3} lại|báo cáo|thông báo (nghỉ|hủy|hoãn)|đừng (quên )?nhắc|" + _NO_STOP),
    ),
    _Pattern(
        Intent.HUMAN,
        None,
        Phrases(
            r"(gặp|nói chuyện|nói|trao đổi|liên hệ|liên lạc|tiếp|tìm|kiếm|hỏi|chuyển( máy)?|kết nối|nối máy|nhờ|cần)( \S+){0,4} (người (thật|phụ trách|quản lý|trực|hướng dẫn|có trách nhiệm|có thẩm quyền|lớn|đàng hoàng|nào|ta)|con người|cán bộ|nhân viên|chủ nhiệm|ban chủ nhiệm|trưởng (nhóm|ban|ấp)|tổng đài|ai đó|văn phòng|hội người cao tuổi|kỹ thuật viên|kỹ thuật|(bộ phận|bên) hỗ trợ|người)( \S+)?",
            r"(gọi|điện|phone|alo|kêu|a lô)( lại)?( điện| thoại| giùm)? (cho )?(tôi|tui|bác|bà|ông|em|chị|anh|má|mình|con|cô|chú|ngoại|nội)( \S+){0,4}( lại| đi| nha| với| cái| nghe| số| gấp| liền)?|(kêu|nhờ|bảo|biểu|nhắn)( \S+){0,5} (gọi|điện|phone)( lại)? (cho |tôi|tui|bác|bà|ông|em|chị|anh|má|mình)",
            r"(số|xin số|cho số|cho xin số)( điện thoại)?( của)? (cô|chú|anh|chị|ông|bà|ban|văn phòng|người|hội|cán bộ|chủ nhiệm|trạm)|hotline|đường dây nóng|số tổng đài",
            r"(real |live )?(person|human|agent|someone|somebody|operator)( \S+){0,3}( talk| speak| call| please)?|(talk|speak) (to|with)|call me( back)?|(can|could|please)( \S+){0,4} (call|phone|ring) (me|us|back|mom|her|him)|phone number of",
        ),
        Phrases(r"người thật|người phụ trách|cán bộ|gọi (lại )?cho|gặp|hotline|call me"),
        Phrases(r"(gọi|kêu) (tôi|tui|bà|bác|em|chị|anh) (là|bằng)|(ai|gọi ai|gọi cho ai)( \S+){0,3} (phải|cần) gọi|danh sách gọi|call me (by|uncle|aunt\w*|mr|mrs|ms|just|[a-z]+ (please|instead))|(nói|gặp) ai (cũng|nấy)|không gặp ai|đừng gọi|(gọi|điện)( (xuống|lên|về|qua))?( \S+){0,2} (khen|biểu dương|chúc)"),
    ),
    _Pattern(
        Intent.COMPLAINT,
        None,
        Phrases(
            r"ăn (chặn|bớt|gian|tiền|cắp|xén)|(giữ|giấu|lấy|bỏ túi|xài|ém)( \S+){0,3} (hết )?(tiền|quỹ|quà|gạo|phần)( \S+){0,3}( quỹ| hội| bà con| cho ai)?|biển thủ|tham nhũng|nhũng nhiễu|đòi (tiền trà|hối lộ)|ký (khống|ké)|ký (giấy|tờ|đơn) trắng|xin lại( \S+){0,4} (tiền trà|trà nước|bồi dưỡng|cà phê)|(không|thiếu) (công khai|minh bạch|biên lai|công bằng)|bất công|thiên vị|bè phái|mờ ám|gian dối|nói dối|ăn nói (hỗn|bậy)",
            r"(thái độ|hách dịch|nạt( nộ)?|quát (tháo|nạt|vào|tôi|tui|bà|ông|má|mẹ|mấy|người)|chửi|la mắng|mắng (tôi|tui|bà|ông|má|mẹ|ngoại|nội|dì|cụ|mấy|người|cho|vào|xối)|khinh|coi (thường|khinh)|xỉa xói|bắt nạt|xúc phạm|hỗn (hào|láo|với)|(bị|cứ|còn|mà|đòi) đuổi|đuổi (tôi|tui|bà|ông|má|mẹ|mấy|cụ|về|ra|khỏi|thẳng|như))( \S+){0,4}( bà| ông| tôi| tui| má| hội viên| bà con| mấy| người già| tôi)?|(phản ánh|tố cáo|tố giác|khiếu nại|(thưa|đi|khởi) kiện|phàn nàn|báo cáo về|góp ý)( \S+){0,6}|bức xúc|bất bình|bất mãn|phiền lòng",
            r"(giữ|cầm|cất)( \S+){0,2} riêng|nuốt (luôn|hết|mất)|(không|khỏi|đừng|ngoài)( cần)?( phải)?( ghi)? (vào |vô )sổ|(không|khỏi|chẳng)( \S+){0,2} (biên lai|biên nhận|biên bản nhận)|hoa hồng|ký thay (nhau|mấy|cho mấy)|khai gian|(số|danh sách|chữ ký) (khống|giả)|(bắt|ép)( \S+){0,3} (lăn tay|đóng thêm|nộp thêm|mua)|đòi( \S+){0,2} (bồi dưỡng|biếu)|(thu|đóng|nộp)( \S+){0,3} hai lần|giữ lại( \S+){0,2} (nửa|tiền|phần)",
            r"(cười|chọc|ghẹo|la|rầy|xua|nói)( \S+){0,6} (trước mặt|giữa (đám đông|hội|buổi|cuộc))|nói (móc|xéo|mát|nặng|bóng)|bóng gió|làm mặt nặng|(đăng|chụp|chiếu|khoe)( \S+){0,3} (hình|ảnh|mặt|cảnh)( \S+){0,8} (lên|khoe|cười|mạng|nhóm|coi)|(cười|chọc|ghẹo) (tôi|tui|má|mẹ|ngoại|nội|dì)",
            r"(complain\w*|unfair\w*|rude\w*|stole\w*|steal\w*|shout\w* at|cheat\w*|disrespect\w*|treats? (us|me|her|him|people) badly|report (him|her|the))",
        ),
        Phrases(r"tức quá|bực|tiền (quỹ|ủng hộ) đâu|tiền đâu mất|không ai thèm|chia( \S+)? không đều|đợi cả|tới trễ|dở ẹc|tệ quá"),
        Phrases(r"góp ý (cho )?quy chế|báo cáo (tháng|quý|năm|số liệu)|cách (khiếu nại|góp ý)"),
    ),
)  # fmt: skip

_CRIES = {
    Emergency.ILLNESS: (Danger.MEDICAL, True),
    Emergency.FIRE: (Danger.FIRE, True),
    Emergency.VIOLENCE: (Danger.VIOLENCE, True),
    Emergency.UNCLEAR: (Danger.MEDICAL, False),
    Emergency.FALL_OR_NUMBNESS: (Danger.MEDICAL, False),
}


@lru_cache(maxsize=512)
def heard(message: Message) -> tuple[Heard, ...]:
    """What the phrases of a message speak of, the first that must be heard first."""
    line = message.line[:700]
    found: list[Heard] = []
    for pattern in _PATTERNS:
        if any(each.intent is pattern.intent for each in found):
            continue
        strong = pattern.strong.stand_in(line)
        if not strong and not pattern.weak.stand_in(line):
            continue
        harmless = pattern.never.stand_in(line)
        if strong or not harmless:
            found.append(Heard(pattern.intent, pattern.part, strong and not harmless))
    cry = find_emergency(message.text)
    if cry is not None and not any(
        each.intent is Intent.DANGER and each.is_strong for each in found
    ):
        kind, strong = _CRIES[cry]
        found = [each for each in found if each.intent is not Intent.DANGER]
        found.insert(0, Heard(Intent.DANGER, kind, strong))
    secret = find_secret(message)
    if secret is not None:
        found.append(Heard(Intent.SECRET, secret, True))
    return tuple(found)
