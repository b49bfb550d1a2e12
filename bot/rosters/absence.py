"""Words that say of somebody on a list that he died, moved away or left: he isn't written down.

"Chồng đã mất" and "mất sức" say nothing of the sort; what isn't sure is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.grid import is_cross
from bot.rosters.program_words import in_words, said_by_switch

DECEASED, MOVED, LEFT, UNSURE = "deceased", "moved", "left", "unsure"
UNMARKED = "unmarked"
"""Why somebody is left out whom a list of all who live somewhere doesn't mark as a member."""
NOT_MEMBER, REFUSED = "not_member", "refused"
"""Of whom a list says that he is no member, and who says no to being kept on it."""


MARKS = "✅✔☑🟢🔴🟡🟠🔵⚪⚫👍👎⭕"
"""Other signs that chats set before names, which mean what the chat says."""
CROSSED = "❌✖✗✘❎🚫⛔❓❔"
"""Signs before a name with which chats say that somebody is out, or perhaps."""


@dataclass(frozen=True)
class Absence:
    """What is said: "deceased", "moved", "left", or "unsure" where it has to be asked."""

    kind: str
    said: str = ""
    """The words that say so, where they don't stand in the line itself."""


_NOT_DEATH = (
    "sức|trí|ngủ|liên lạc|khả năng|thẻ|sổ|giấy|tiền|điện thoại|máy|bhyt|việc|vợ|chồng|con|ông xã|bà xã|nhà|đất|thị lực|"
    "ngón|tay|chân|tật|mắt|cccd|cmnd|hồ sơ|hụt|đuối|mùa|dấu|gốc|nước|hết|đt|sđt|số|sim|xe|ruộng|vườn|trí nhớ|tai nghe|răng|máu|tiếng|giọng|cảm giác|thăng bằng|trộm|cắp"
)
_WHO = "(?:đã |mới |vừa |ông |bà |ổng |bả |cổ |chỉ |ảnh |cụ |bác |hv |hội viên |người này |nay )*"
_DIED_HOW = (
    r"\d+|t\d+|ngày|tháng|năm|hồi|vì|do|bởi|ở|tại|trên|dưới|trong|ngoài|bên|rồi|đột|hôm|lúc|khi|cách|vừa|mới|sớm|đầu|cuối|giữa|tết|mùng|mồng|rằm|"
    r"bệnh|bịnh|già|tuổi|nay|trước|sau|luôn|đi|tuần|qua|từ|thứ|sáng|chiều|trưa|tối|đêm|khuya|quý|dịp|đợt|covid|cô vít|tai|ung thư|đột quỵ|được|nhưng|và|theo|"
    r"chưa|âm|dương|ngay|nha|nhé|nhe|nghe|ạ|á|à|đó|nè|lâu|xóa|xoá|gạch|bỏ|không|ko|báo|thọ|hưởng"
)
"""How words go on that say when, where or of what somebody died: what else is lost, "mất xe", is asked about."""
_DEATH = (
    rf"mất(?! (?!(?:{_DIED_HOW})\b)\w)|chết|qua đời|từ trần|tạ thế|tử vong|hy sinh|hi sinh|khuất núi|khuất|quy tiên|không còn sống|"
    "(?:về|theo) (?:với |theo )?(?:ông bà|tổ tiên|đất mẹ|cát bụi|tiên tổ|chúa|phật|cõi phật|cõi vĩnh hằng)|"
    "về (?:nơi|miền) (?:chín suối|cực lạc|vĩnh hằng|an nghỉ)|an nghỉ|an táng|ra đi mãi mãi|mãn phần|quá cố|xuống lỗ|lìa trần|lìa đời|mệnh chung|viên tịch|hưởng thọ|hưởng dương|"
    "thiêu rồi|hỏa táng|hoả táng|rip|yên nghỉ|khuất bóng|vãng sanh|vãng sinh|thị tịch|qui tiên|quy thiên|tắt thở|lâm chung|mạng chung|"
    "(?:được |đã )?chúa (?:gọi|rước|đón|cất)(?: về)?|về (?:nước|nhà) (?:chúa|cha|trời)|về (?:cùng|bên) chúa|deceased|died|dead|passed away"
)
_WITHIN = "tổ|nhóm|phòng|số|thẻ|điện thoại|viện|bv|bệnh viện|tuyến"
"""What somebody changes who stays where he is: "chuyển sang tổ 2"."""
_RELATIVES = "vợ|chồng|con|cháu|cha|mẹ|má|tía|bố|anh|chị|em|dâu|rể|ba má|ông xã|bà xã|người thân"
_A_WHILE = (
    r"(?:họp|phép|lễ|tết|hưu|tạm|"
    r"(?:(?:tập|sinh hoạt|họp)\s+)?(?:(?:\d{1,2}|một|hai|ba|vài|mấy|ít)\s+)?(?:buổi|bữa|hôm|kỳ|kì|lần|tuần|đợt|ngày))\b"
)
"""How long somebody is away who comes again: "xin nghỉ họp tháng 11", "nghỉ 2 buổi"."""
_SOME = r"(?:\d{1,2}|một|hai|ba|vài|mấy|ít)\s+(?:buổi|bữa|hôm|kỳ|kì|lần|tuần|đợt|ngày|tháng)\b"
_BACK = (
    rf"^(?!.*\b(?:{_RELATIVES})\b).*?(?<!\w)(?<!không )(?<!chưa )(?<!ko )(?<!hông )(?<!hổng )(?<!muốn )(?<!xin )"
    r"(?:(?:vào|vô|trở|quay|về|sinh hoạt|tham gia|nhập|đăng ký|họp) lại|(?:nay|giờ|đã|có|hiện|cũng|vẫn) (?:\w+ )?đi lại)"
    r"(?=\s*$|\s+(?:\d|từ\b|tháng|năm|clb|câu lạc bộ|hội|đây|nhóm|ấp|tổ|địa phương|rồi|sinh hoạt|tham gia|bình thường|đều))"
)
"""How somebody who went is told to be here again: "vào lại 6/2026"."""
_GOES_AND_COMES = "hưu|lại|họp|tập|chùa|chợ|bộ|xe|làm|viện|khám|đứng|được|nhóm|sinh hoạt|hội|đều|đúng|tái khám|bệnh viện"
"""Where somebody goes who comes back: "đi họp luôn"."""
_JOINS = r"(?:tham gia|gia nhập|ghi tên|vô|vào|theo|sinh hoạt)(?: (?:clb|câu lạc bộ|hội|nhóm này|đội này))?"
_SAYS_NO = r"(?:không|ko|hông|hổng|hong|k|kg|hok) (?:đồng ý|chịu|muốn|ưng|có nhu cầu|thích|đồng tình|nhận lời)(?: cho ghi)?|từ chối"
"""How somebody says no to being a member."""
_PATTERNS: tuple[tuple[str, str], ...] = (
    (REFUSED, rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:{_SAYS_NO}) {_JOINS}(?=\s*$| (?:nữa|đâu|nha|nhé|nhe|ạ|vì|do|rồi|luôn|lúc này)\b)"),
    (UNSURE, rf"\b(?:{_SAYS_NO}) (?:cho (?:\w+ ){{1,3}})?{_JOINS}(?=\s*$)|^{_WHO}(?:{_SAYS_NO})$"),
    (UNSURE, rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:nghe nói|nghe đâu|nghe đồn|hình như|có lẽ|chắc là|chắc(?= (?:chuyển|dọn|mất|chết|nghỉ|đi)))\b.*\b(?:{_DEATH}|(?:chuyển|dọn|dời)(?: (?:sang|qua|về|lên|xuống))?+|nghỉ|rút|ra hội|(?:đi|về|lên|qua|vô|vào|xuống) (?!{_GOES_AND_COMES}|{_WITHIN})\w)"
             rf"(?! (?:\d+ )?(?:{_NOT_DEATH}|{_WITHIN}|{_A_WHILE}|đến|từ|đây)\b)"),
    (DECEASED, rf"^{_WHO}(?:{_DEATH})\b(?! (?:\d+ )?(?:{_NOT_DEATH})\b)"),
    (DECEASED, rf"^(?!.*\b(?:{_RELATIVES})\b).*\bđã (?:{_DEATH})\b(?! (?:\d+ )?(?:{_NOT_DEATH})\b)"),
    (DECEASED, r"^(?:ngày |năm )mất\b"),
    (DECEASED, r"^đã [†✝+]"),
    (DECEASED, r"^(?:\w+ ){0,2}báo:? mất\b"),
    (DECEASED, rf"^(?!.*\b(?:{_RELATIVES})\b)(?:mới |vừa |nay |lễ |cúng )?(?:giỗ (?:đầu|\d|lần|giáp năm|mãn tang)|mãn tang|(?:cúng )?(?:thất đầu|bảy thất|49 ngày|100 ngày|trăm ngày))"),
    (UNSURE, r"\b(?:đã |chi |nhận |trả )(?:chi |nhận |lãnh |trả )?(?:tiền )?(?:mai táng|phúng điếu|phúng viếng|viếng tang)|\bviếng (?:tang|500|\d)"),
    (UNSURE, rf"\bxin nghỉ (?!{_A_WHILE})(?:tập|tháng \d{{1,2}}(?!\s*[/.\-]\s*\d)|một thời gian|ít lâu)\b"),
    (LEFT, rf"\bxin (?:ra|nghỉ(?! {_A_WHILE})|rút|thôi|rời)\b|\bra khỏi\b|\b(?:rút|xóa|xoá|gạch|cắt|bỏ) tên\b|\bthôi (?:tham gia|sinh hoạt|hội viên|là)\b|"
           rf"\b(?:nghỉ|bỏ|ngưng|ngừng) (?:sinh hoạt|tham gia|hội|clb|câu lạc bộ|luôn)\b(?! {_SOME})|"
           r"^(?:nay )?(?:không|ko|hông|k|kg|hok|thôi) (?:còn )?(?:tham gia|sinh hoạt|đi sinh hoạt|vô hội|theo hội)(?! (?:đều|thường|được|nổi))\b|^đã (?:nghỉ|rút|ra|rời)\b(?! (?:hưu|viện|trại|\d{1,2} (?:buổi|bữa|hôm|lần|tuần|ngày)))|^left\b|\bkhai trừ\b|"
           r"^ra (?:hội|clb|câu lạc bộ)\b|\btự (?:nguyện )?(?:ra|rút)\b"),
    (MOVED, rf"^{_WHO}(?:xin |hộ |gia đình )?(?:chuyển|dời|dọn)(?: (?:đi|sinh hoạt|hộ khẩu|hktt|khẩu|nơi|chỗ ở|nhà|vùng|sang|lên|ra|qua))\b"
            rf"(?! (?:đến|về đây|từ|{_WITHIN}))|^đã (?:chuyển|dời|dọn)\b(?! (?:đến|về đây|từ))|\b(?:đi|chuyển) (?:nơi|chỗ) khác\b|\b(?:không|ko|hông|k|kg) (?:còn )?(?:ở |sống |có mặt |cư trú )?(?:tại |ở )?(?:địa phương|đây|ấp|xã|khu phố|kp|tổ)\b(?= (?:nữa|này)|$|\W)|"
            r"\b(?:không|ko|hông) (?:còn )?(?:về|trở về) nữa\b|\bkhông về luôn\b|\bđịnh cư\b|^moved\b|"
            rf"^(?!.*\b(?:{_RELATIVES})\b.*\bxuất cảnh).*\bxuất cảnh\b(?! (?:thăm|chơi|du lịch|chữa|khám))|"
            rf"^{_WHO}(?:chuyển|dời|dọn) về (?!(?:đây|từ|đến|với|nhà|địa phương|ấp|thôn|xã|xóm|khu|kp|sinh hoạt|bên|{_WITHIN})\b)\w|"
            r"^chuyển (?:clb|câu lạc bộ|chi hội|xã|phường)\b.*\bkhác\b|\bbán nhà (?:đi|chuyển|dọn|về|rồi đi)\b|"
            rf"^{_WHO}(?:về|đi|lên|ra|vào|vô|qua|sang|xuống) (?!{_GOES_AND_COMES})(?:\w+ ){{0,4}}?(?:ở luôn|luôn rồi|hẳn)\b"),
    (NOT_MEMBER, rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:không|ko|hông|hổng|chưa) (?:phải là |phải |là )?(?:hội viên|hv|thành viên)\b(?! (?:hội|đoàn|đảng|ccb|nct|tích cực|nòng cốt))|"
                 rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:không|ko|hông|hổng|chưa) (?:thuộc|nằm trong|ở trong|có trong|vào|vô) (?:clb|câu lạc bộ|hội mình)\b|"
                 rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:không|ko|hông|hổng) (?:nằm |ở |có )?trong (?:tổ|nhóm|hội|chi hội|clb|câu lạc bộ)\b(?! \d)|"
                 rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:không|ko|hông|hổng) (?:được )?(?:duyệt|kết nạp|chấp thuận|xét vào)\b|"
                 r"(?:^|[:–-] ?)(?:khách )?(?:ngoài|người ngoài) (?:clb|câu lạc bộ)\b"),
    (MOVED, rf"^{_WHO}(?:đi|qua|sang|ở) (?:làm (?:ăn )?)?(?:xa|biệt|mỹ|úc|nước ngoài)\b(?: \w+){{0,2}} (?:không|ko|hông|hổng|chưa từng) (?:thấy |còn )?(?:về|trở về|trở lại|quay lại|quay về)$|^{_WHO}(?:đi biệt|biệt xứ|bỏ xứ)\b"),
    (MOVED, r"\b(?:rước|đón|đem) (?:đi|về|lên|qua|ra|vô|vào)\b.*\b(?:hẳn|luôn)\b"),
    (UNSURE, r"^(?:(?:ông|bà|cụ|bác|cô|chú|anh|chị|dì)(?: \w+){1,2} )?(?:xin )?thôi (?:nha|nghe|nhé|nhe|ạ|rồi|khỏi|bỏ)\b|\bcòn (?:sinh hoạt|tham gia|sống)\b.*\b(?:không|hông|hong|hôn|ko)\b"),
    (LEFT, r"^(?:nội |ông |bà |đã |bị |nay )*gạch(?: (?:rồi|bỏ|tên|đi|ra|luôn))*$|\b(?:rút|lấy lại) đơn\b"),
    (UNSURE, r"^(?:đã |mới |xin )?bỏ(?: rồi| luôn)?$"),
    (UNSURE, r"(?:^|\W|\b(?:mà|nhưng) )(?:nay|giờ|bữa nay|bây giờ) (?:thì |lại )?thôi(?: (?:rồi|luôn))?$"),
    (UNSURE, r"\b(?:không|ko|hông|hổng|thôi) (?:(?:vào|vô|theo|đi)|(?:đi )?(?:họp|tập|sinh hoạt|tham gia)) nữa\b"),
    (DECEASED, rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:giấy (?:báo|chứng) tử|báo tử|khai tử)\b"),
    (MOVED, rf"^(?!.*\b(?:{_RELATIVES})\b){_WHO}(?:cắt (?:hộ )?khẩu|(?:nhập|chuyển) (?:hộ )?khẩu (?:qua|sang|về|đi|lên|xuống) (?!(?:đây|địa phương|bên này|ấp mình|tổ mình)\b)\w)"),
    (REFUSED, rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:thôi|đổi ý|rút lời|suy nghĩ lại)(?: (?:rồi|là|thì|nên|nói|kêu|bảo))* (?:không|ko|hông|hổng|khỏi|chẳng) {_JOINS}(?=\s*$| (?:đâu|nha|nhé|nhe|nghe|ạ|rồi|luôn)\b)"),
    (LEFT, r"\bbỏ (?:đội|nhóm|lớp|tổ) (?:này|mình|rồi)\b"),
    (UNSURE, r"^(?:đi|về|lên|qua|ra|vô) (?!" + _GOES_AND_COMES + r").*\bluôn\b|^qua (?:xứ|xã|ấp|khu|phường|clb|xóm) (?!\d)"),
    (UNSURE, rf"^(?!.*\b(?:{_RELATIVES})\b).*\b(?:mất|chết)\b(?! (?:\d+ )?(?:{_NOT_DEATH})\b)"),
    (UNSURE, rf"^(?:tạm )?nghỉ\b(?! {_A_WHILE})|^(?:chuyển|dời|dọn)\b(?! (?:(?:sang |qua |về |lên |xuống )?(?:{_WITHIN})|đến|về đây|từ)\b)|\bvề quê\b(?! (?:ăn|thăm|chơi|vài|mấy|\d))|\bbỏ đi\b|"
             rf"^{_WHO}bỏ (?:xứ |làng |ấp |xóm |quê |nhà |đây )?(?:đi|về|lên|qua|sang|ra(?! \d| tiền| công)|vào|vô|xuống)\b|"
             rf"^{_WHO}(?:đang |hiện )?(?:(?:về|qua|lên|ra|sang|xuống|đi)\b(?! hưu\b)(?: \w+){{0,4}}? (?:ở|sống) (?:với|cùng|luôn|bên|trên|dưới|ngoài)\b|"
             r"(?:vào|vô) (?:nam|sài gòn|trong)\b|.*\btu (?:chùa|viện|luôn)\b|"
             r".*\bở luôn\b|đi làm (?:ăn )?xa\b|"
             rf"hết ở (?:đây|ấp|xóm|thôn)\b|(?:về|lên|qua|sang|xuống) (?:bên |dưới |trên )?nhà con (?:\w+ )?ở\b|theo (?:vợ |chồng )?con\b|(?:đi|ở|qua|sang) (?:mỹ|úc|nước ngoài|xa)\b(?! (?:thăm|chơi|du lịch|chữa|khám|dự)\b))|^ra\b(?! (?:giêng|tết|năm|viện|chơi))|^\(?[+†✝{CROSSED}]\)?$|"
             rf"^(?:nay |giờ |bà |ông |cụ )*(?:không|ko|hông|hổng|k|kg) còn(?: nữa)?$|^(?!.*\b(?:{_RELATIVES})\b).*(?:\b(?:phúng |đi )?(?:viếng|điếu)\b(?! chùa| lăng| mộ| cảnh)|\bvòng hoa\b)|^bán nhà\b"),
)  # fmt: skip
_COMPILED = tuple((kind, Pattern(pattern)) for kind, pattern in _PATTERNS)
_FOLDED = tuple((kind, Pattern(fold(pattern))) for kind, pattern in _PATTERNS)
_HERE = Pattern(
    r"(?:còn sống|con song|đang|dang|bình thường|hoạt động|chính thức|active|living|alive)\b"
)
_HERE_FOLDED = Pattern(
    r"(?:van (?:con|dang|sinh hoat|tham gia)|con (?:sinh hoat|tham gia|hoat dong|o)|hoat dong|chinh thuc|binh thuong|hien (?:dang|con|co)|ok|current|enabled|member|hoi vien|thanh vien)\b(?! (?:khong|chua|cho|tam|nua|cu))"
)
_OF_A_STATUS = (
    # Who rests comes back, perhaps.
    (UNSURE, Pattern(r"^(?:đang |dang |xin )?(?:tạm|tam)\b|^(?:inactive|not active|disabled|suspended|archived|on hold|paused?|blocked|banned)\b")),
    (DECEASED, Pattern(rf"^(?:đã )?(?:{_DEATH})(?! (?:\d+ )?(?:{_NOT_DEATH})\b)|"
                          rf"^(?:da )?(?:{fold(_DEATH)})(?! (?:\d+ )?(?:{fold(_NOT_DEATH)})\b)|deceased|dead|^\(?[+†]")),
    (MOVED, Pattern(rf"(?:chuyển|chuyen)(?! (?:đến|den|từ|tu|về đây|ve day|(?:(?:sang|qua|về|ve|lên|len|xuống|xuong|vào|vao) )?(?:{_WITHIN}|{fold(_WITHIN)}))\b)|dời|\bmoved|đi nơi khác|^(?:transferred|relocated|emigrated)\b")),
    (NOT_MEMBER, Pattern(r"^(?:non|not a|not) ?members?\b")),
    (LEFT, Pattern(r"\b(?:nghỉ|nghi|ngừng|ngưng|ngung|dừng)\b(?! (?:hưu|huu|mất sức|mat suc|dưỡng|duong))|\bra\b|rút|rut|thôi|thoi|left|refused|withdr[ae]w|resigned|"
                      r"\b(?:rời|roi) (?:nhóm|nhom|hội|hoi|clb|câu lạc bộ|khỏi|khoi|tổ|đi)\b|^(?:đã |da )?(?:rời|roi|hủy|huy|huỷ)$|\b(?:xóa|xoá|xoa)\b(?! (?:nghèo|ngheo|nợ|no|mù|mu)\b)|\b(?:deleted?|removed?|quit|expelled|terminated|withdrawn|cancell?ed|former|ex member)\b|^(?:cựu|cuu|hết|het) (?:hội viên|thành viên|hoi vien|thanh vien|hoạt động|hoat dong|sinh hoạt|sinh hoat|tham gia)\b|"
                      r"(?:không|khong) (?:còn|con)\W*(?=$|[;,.()]|(?:nữa|nua|tham gia|sinh hoạt|sinh hoat|ở|o|là|la|trong|thuộc|thuoc|hội|hoi|hv|tv|thành viên|đi|di|trực tiếp)\b)(?! (?:minh|khỏe|khoe|đi|di|làm|lam|nhớ|nho|thấy|thay|nghe|nói|noi|răng|rang|ai|vợ|vo|chồng|chong)\b)")),
    (UNSURE, Pattern(r"(?:không|khong) (?:còn|con) (?!(?:minh|khỏe|khoe|đi|di|làm|lam|nhớ|nho|thấy|thay|nghe|nói|noi|răng|rang|ai|vợ|vo|chồng|chong|"
                        r"nhà|nha|đất|dat|tiền|tien|việc|viec|sức|suc|khả năng|lương|bhyt|thẻ|xe|cha|mẹ|con|cháu|người thân|khó khăn|hộ|nghèo|cận)\b)\w")),
    # "Đi Mỹ", "về Bến Tre": gone or on a visit. "Đi lại khó" is how he is.
    (UNSURE, Pattern(r"^(?:đã |da )?(?:đi|di|về|ve|qua|sang|theo con|ở với|o voi)\b"
                        r"(?! (?:lại|lai|đứng|dung|nạng|nang|xe|được|duoc|bộ|bo|làm|lam|khó|kho|hưu|huu)\b)")),
)  # fmt: skip
_STAYS = Pattern(
    r"\b(?:vẫn|van|còn|con) (?:là |la |ở |o |trong |có trong |sinh hoạt |sinh hoat |tham gia |đi )+(?:ở |o |trong |với |voi )*"
    r"(?:tv |hv |hội viên |thành viên |hoi vien |thanh vien )?(?:clb|câu lạc bộ|cau lac bo)\b(?! (?:khác|khac|cũ|bên|bạn))"
)
"""Words of who stopped something else: "Dừng trợ cấp (vẫn ở CLB)"."""
_FOR_ANOTHER = Pattern(r"\bthay (?:cho |the )?(?:ong|ba|cu|anh|chi|co|chu|bac)\b")
"""Words of somebody who stepped in: "thay ông Khá (đã mất)" may be said of ông Khá."""
_PARTS = Pattern(r"[;,.()\[\]\n/–]|\s-\s")


_AT_REST = Pattern(r"(?<!\w)R\. ?I\. ?P(?!\w)\.?", re.IGNORECASE)
_MEETINGS = Pattern(r"(?<!\w)(?:SH|sh|Sh)(?!\w)")


def _written_out(text: str) -> str:
    """ "Không SH nữa", "R.I.P" in whole words."""
    return _MEETINGS.sub("sinh hoạt", _AT_REST.sub("RIP", text))


@lru_cache(maxsize=4096)
def read_absence(text: str) -> Absence | None:
    """What a note or the words beside a name say of somebody's leaving; None where nothing.

    Of several things that are said the first counts that is sure.
    """
    text = _FEWER_BY.sub("", _written_out(text))
    if _STAYS.search(single_line(text).lower()):
        return None
    if _DIED_ON.search(single_line(text)):
        return Absence(DECEASED)
    for_another = bool(_FOR_ANOTHER.search(fold(text)))
    said: list[Absence] = []
    for part in _PARTS.split(text):
        found = _of_part(part)
        said += [found] if found is not None else []
        if _is_back(part):
            said = [each for each in said if each.kind == DECEASED]
    sure = next((each for each in said if each.kind != UNSURE), None)
    if sure is not None and not for_another:
        return sure
    return Absence(UNSURE) if said else None


_CROSS = "[†✝✞✟]\ufe0f?"
_DIED_ON = Pattern(
    rf"^(?:{_CROSS}|\+) ?(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{1,2}}[/.-]\d{{4}}|(?:19|20)\d\d)(?!\d)"
    rf"|\d ?{_CROSS}$"
)
"""A cross and a day: "+ 12/2/2026 (âm)"."""
_ONLY_CROSS = Pattern(rf"\(?\s*{_CROSS}\s*\)?")


def read_note(text: str) -> Absence | None:
    """What a note says: a cross of the dead alone is enough there, where at a name it is asked about."""
    return Absence(DECEASED) if _ONLY_CROSS.fullmatch(text.strip()) else read_absence(text)


_BACK_AGAIN, _BACK_FOLDED = Pattern(_BACK), Pattern(fold(_BACK))


def _is_back(part: str) -> bool:
    """Whether somebody who went is here again."""
    line = single_line(part).lower()
    return bool(_BACK_FOLDED.search(fold(line)) if line.isascii() else _BACK_AGAIN.search(line))


def _of_part(part: str) -> Absence | None:
    """What one of the parts of a note says by itself."""
    line = _LED_IN.sub("", single_line(part).lower())
    bare = line.isascii()
    for kind, pattern in _FOLDED if bare else _COMPILED:
        if line and pattern.search(fold(line) if bare else line):
            # "mat" without accents may be eyes or honey.
            is_odd = bare and kind == DECEASED and _ODD.fullmatch(line)
            return Absence(UNSURE if is_odd and not re.search(r"\d", line) else kind)
    return None


_LED_IN = Pattern(
    r"^(?:(?:nay|giờ|bây giờ|gio|còn) )?(?:thì|thời|thi)(?: (?:là|nay|giờ|bây giờ|nghe))? "
)
"""What leads over from a name to what is said of him: "chú Nhẫn thì đã chuyển đi"."""
_ODD = Pattern(r"(?:bi )?(?:mat|khuat)(?: .*)?")
_FEWER_BY = Pattern(
    r"^\W*(?:đã |da )?(?:báo |bao )?(?:giảm|giam)\s*(?:[:;,.–—(-]+\s*|(?:do|vì|bởi|vi|boi)\s+)(?=\w)",
    re.IGNORECASE,
)
"""What stands before why a list has one fewer: "Giảm: từ trần 11/02", "giảm do chuyển đi"."""
_ONLY_FEWER = Pattern(
    r"\W*(?:đã |da )?(?:giảm|giam)\b(?! (?:nghèo|ngheo|cân|can|tiền|tien|phí|phi|thị|thi|sức|suc)\b).*"
)
_FEWER = Pattern(r"giảm|giam (?:trong|nam|hoi|thang)|biến động|tạm (?:nghỉ|ngừng|vắng)")


OF_ONE = Pattern(
    rf"(?<!\w)(?i:ông|bà|cụ|bác|cô|chú|dì|anh|chị) (?:(?i:số|stt) \d|[{CAPITALS}][^\W\d_]*[^\W\d_{CAPITALS}](?!\w))"
    r"|:\s*(?i:số|stt) \d"
)
"""What is said of one who is named or numbered heads nobody: "(Ông Quý đã rút đơn)"."""


def read_heading(text: str) -> Absence | None:
    """What the heading of a group says of all in it; "Giảm trong năm" doesn't say how they went."""
    if OF_ONE.search(text):
        return None
    found = read_absence(text)
    if found is not None and found.kind != UNSURE:
        return found
    fewer = _FEWER.match(single_line(text).lower())
    return Absence(UNSURE, single_line(text)[:80]) if fewer else None


def told_by_head(head: str, text: str) -> str:
    """What a mark says under its head: "x" under "Đã mất", "3" under "1: còn; 3: đã mất"."""
    if (switched := said_by_switch(head, text)) is not None and not re.search(r"\d", head):
        return switched
    if re.fullmatch(r"\w", text):
        told = re.search(rf"(?<!\w){re.escape(text)}\s*[:=.)\-–]\s*([^;,\d()]+)", head)
        if told is not None:
            return told[1].strip()
        if re.search(r"\d\s*[:=.)\-–]\s*\w", head):
            return text
    is_day = any(map(str.isdigit, text)) and not any(map(str.isalpha, text))
    asked = in_words(head)
    is_dated = is_day and (read_absence(asked) or _DAY_OF.fullmatch(fold(asked)))
    return asked if is_cross(text) or is_dated else text


_DAY_OF = Pattern(
    r"(?:deleted|removed|deceased|died|moved|archived) (?:at|on|date)|ngay (?:xoa|roi|ra) ?(?:nhom|hoi|clb)?"
)
"""Heads over the days on which somebody went."""


def is_here(state: str) -> bool:
    """Whether a column of its own says that somebody still is a member: "đang sinh hoạt", "active"."""
    line = in_words(state).lower()
    return bool(_HERE.match(line) or _HERE_FOLDED.match(fold(line)))


@lru_cache(maxsize=1024)
def read_status(text: str) -> Absence | None:
    """What a column of its own says of somebody: "Đã mất", "chuyển đi", "left"."""
    text = _FEWER_BY.sub("", _written_out(in_words(text)))
    line = single_line(text).lower()
    if not line or _HERE.match(line) or _STAYS.search(line):
        return None
    said = read_absence(text)
    if said is not None and said.kind in (DECEASED, MOVED):
        return said
    if said is None and any(map(_is_back, _PARTS.split(text))):
        return None
    for kind, pattern in _OF_A_STATUS:
        if pattern.search(line):
            # "Nghỉ bệnh, nay đi lại được": perhaps again.
            return Absence(UNSURE if kind == LEFT and _AGAIN.search(line) else kind)
    if said is None and _ONLY_FEWER.fullmatch(line):
        return Absence(UNSURE)
    return said


_AGAIN = Pattern(r"\b(?:nay|giờ|gio|đã|da|hiện|hien|có|co)\b.*\b(?:lại|lai)\b")
