"""What some words say of coming, by phrases alone: that somebody comes, doesn't, or that it is open.

Asked before the fitted model, which leans by single words ("khỏi", "ở nhà") whatever they deny.
"""

from __future__ import annotations

from bot.intents.message import Message
from bot.intents.phrases import Phrases, written
from bot.intents.understanding import Attendance
from bot.language.patterns import Pattern

_GO = r"(đi|tới|đến|dự|tham dự|tham gia|ra|qua|xuống|lên|vô|có mặt)"
_WRITER = r"(tui|tôi|bác|bà|ông|cô|chú|em|con|ngoại|nội|má|mẹ|ba|dì|cậu|anh|chị)"
_HOUR = (
    r"(chừng|cỡ|khoảng|tầm|lối|đâu) (\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"( ?(giờ|h|g|rưỡi|hơn|mười|lăm|phút|\d{1,2})){1,3}"
)
_SPARED = Phrases(
    rf"ai {_GO} (thì|cứ|mặc|kệ)( \S+)? {_GO}( (chứ|chớ|mặc))?",
    r"(xin |được )?nghỉ (bán|làm|buôn|dạy|chợ|học|rẫy|tiệm|việc|gánh|câu|gặt|cấy|chạy)( hàng| đồng| quán| chè| xe| lúa)?( (một|1|luôn|bữa|buổi|ngày|hôm|đó|này|sáng|chiều))*",
    r"(xin |được |sẽ )?nghỉ( (một|1|nửa|cả|luôn|phép))*( (bữa|buổi|ngày|hôm|ca))? (để|mà|đặng|rồi) (\S+ )?(chở|đưa|rước|đi|dắt|theo|kè|đẩy)",
    r"(khỏi|đừng|không cần|khỏi cần|chẳng cần|đâu cần|no need( (for|to))?)( (phải|cần|có|lo|ai|phải lo|mắc công))*"
    r" (rước|đón|chở|nhắc|hỏi|chờ|đợi|lo|xe|kêu|báo|gọi|nói|đưa|dắt|tốn|phiền|mời|năn nỉ|hối|a ride|worry|remind)( (xe|gì|chi|nữa|hết|mắc công|tui|tôi|bác|bà|ông))*",
    r"(họp|khám|học|dự|tan)( \S+)? (xong|rồi)( (tui|tôi|bà|ông|bác|cô|chú|em|con))? (mới|rồi|là|sẽ)( (gánh|chở|xách|kéo|lùa))? (đi|về|ghé|ra|chạy|qua)( (?!không|hông)\S+){0,3}",
    r"lo xe|cảm ơn( \S+){0,2} (đã )?nhắc( hộ)?",
)
"""What is needless or rests, and not who stays away: "lội bộ cũng tới, khỏi rước", "tui nghỉ bán, đi được"."""
_SURELY = Phrases(
    rf"không {_GO} (thì )?(sao|răng|đâu) (được|đặng|cho được)|không {_GO} (thì |là )?(tiếc|uổng|phí|buồn|hối hận)",
    rf"(lần|bữa|kỳ|buổi|tháng) nào( mà)?( \S+){{0,2}} (không|chẳng|lại không) {_GO}( (đâu|chứ|chớ|mà|nè|con|em))*$|(không|vắng|thiếu)( \S+)? (đi|tới|tui|tôi|bà|ông) thì ai( \S+)? (đi|tới|coi|hát)",
    rf"(tội gì|mắc gì|việc gì|dại gì|ngu gì|khùng gì|điên gì|tội chi|dại chi|sợ gì|sợ chi|ngại gì|lo gì|lý do gì|hơi đâu|mắc mớ gì|cớ gì|sao|tại sao|làm sao)( \S+)? (mà )?(không|lại không|lại hông)( {_GO}| chứ| chớ)?$",
    rf"(đòi|nhất quyết|khăng khăng|nằng nặc)( \S+){{0,2}} {_GO} cho (bằng |kỳ )?(được|đặng)|(cản|ngăn|cấm)( \S+){{0,3}} (không|chẳng|đâu)( \S+)? (được|nổi|nghe|lại)",
    rf"ai (không đi|nghỉ|vắng|bỏ|ở nhà)( \S+){{0,2}} (thì|chứ|chớ|mặc|kệ|cũng)( \S+){{0,4}} {_GO}|(tội gì|mắc gì|việc gì|dại gì|ngu gì|khùng gì|điên gì|tội chi|dại chi|sợ gì|sợ chi|ngại gì|lo gì|lý do gì|mắc mớ gì|cớ gì|sao lại|tại sao lại|sao mà)( \S+){{0,2}} không {_GO}",
    r"^(dạ |ừ |đã )*(đi|tới|ra|có mặt) (rồi|nơi rồi)( (mà|đó|nè|nha))*$|(đang|đã) (ngồi|có mặt|đứng|ở)( \S+){0,3} (hội trường|nhà văn hóa|chỗ họp|trụ sở|sân đình|phòng họp|chỗ khám|đình)",
    rf"(có gì|có (chuyện|việc) gì|đâu có gì|chẳng có gì)( đâu)? mà( lại)? không( {_GO}| tới)?( con| em| cháu)?$",
    r"^(dạ |ừ |ờ |có |thì )*(đi|có|tới|ra) (chứ|chớ)|hứa (là )?(qua |tui |bác |tôi )?(sẽ |có )?(đi|tới|ra)(?! (đám|ăn|cưới|giỗ|tiệc|chùa|chợ|viện|chơi|công))",
    r"(?<!đừng )(?<!khỏi )(?<!chưa )(?<!không )(ghi|chấm|tính)( (tên|giùm|giúp|cho|lại|là))*( (tui|tôi|bác|bà|ông|em|con|cô|chú|dì|chị|anh|nội|ngoại|má|mẹ|ba))?( là)? (có|đi|tới|tham gia)( (được|luôn|nha|nghen|nghe|nhé|đó|con|em|cháu|ạ))*$",
    rf"(?<!không ){_GO} chắc( (rồi|luôn|mẻm|cú|ăn))*( (nha|nghen|nhé|con|em|ạ|đó))*$",
    r"^(cùng |đều |cũng )*(khám|họp|học|dự|tập)( (nha|nghen|nhé|con|em|luôn|hết|chung|ạ))+$",
    r"đổi ý( lại)?( rồi)? (chịu |muốn )?(đi|ra|tới)( (rồi|được|luôn))?(?! không)",
    rf"{_GO}( (chứ|chớ|mà|còn))? ở nhà( \S+){{0,3}} (buồn|chán|mốc)( \S+)?$",
    rf"sao (lại )?không|{_GO} (chứ|chớ) (sao )?(lại )?không|{_GO} (chứ|chớ)( \S+)? (ở nhà|mắc|sợ)",
    r"sao (mà )?(vắng|nghỉ|bỏ|thiếu)( mặt)? (được|đành|nổi|cho đành)|(vắng|nghỉ|không đi|bỏ) (mặt )?thì ai( \S+)? (coi|mở|lo|ghi|chủ trì|điều khiển|nấu|làm|đọc|giữ)",
    r"(vắng|thiếu|bỏ|nghỉ|ở nhà|vắng mặt) (sao|răng|đâu) (được|đặng|cho được|nổi)(?! \S+ (bỏ|thiếu))|(vắng|thiếu|bỏ|nghỉ|trễ) gì (thì|cũng)|(bỏ|vắng) (qua )?(sao|răng) (được|đặng)",
    r"(không|đâu có|đâu|chẳng|chưa|khỏi|chưa (bao|hồi|khi|bữa|lần)( \S+)?|không bao giờ|chưa bao giờ) (có |dám |thể |khi nào |lần nào )*(vắng|thiếu|nghỉ|bỏ (?=buổi|bữa|lần|qua|lỡ)) ?(mặt |buổi |bữa |một |qua |lỡ )*(\S+ ){0,2}(đâu|nào|được|cả|hết)|lý do gì (\S+ )?mà (vắng|nghỉ|bỏ|không)",
    rf"(bận|mệt|mưa|nắng|đau|kẹt|ghét|xa|chết|gì|ma|tối|gió|bão|lạnh|nhức|sốt)( \S+){{0,5}} cũng (ráng |phải |sẽ |cố |bò |lết |chống gậy |vẫn )*({_GO}|lết|bò)(?! không| hông)",
    rf"(vẫn|ráng|nhất định|quyết|dù gì cũng|thế nào cũng|kiểu gì cũng|cách gì cũng|trời gầm cũng|đằng nào cũng) (ráng |phải |sẽ |vẫn |cố |muốn |lết |bò )*{_GO}(?! (không|hông|viện))",
    rf"(không|chẳng|đâu có|có gì( đâu)?|việc gì)( (mà|phải|có|gì))* (ngại|ngán|sợ|lười|tiếc|phiền)( \S+)? {_GO}|(chán|buồn|ngán) ở nhà( \S+){{0,4}} {_GO}",
    rf"ở nhà( \S+){{0,3}} (buồn|chán|mốc|một mình)( \S+){{0,6}} {_GO}|ở nhà( hoài| miết| mãi)? (làm gì|chi|chán|cũng chán)",
    r"(không|đâu|chẳng) (có )?(bận|mắc|kẹt|vướng)( việc)?( gì| chi)?( hết| cả| đâu)?$",
    rf"(?<!không ){_GO}( hơi| có| sẽ)? (trễ|trể|muộn)(?! (quá|rồi|thì|không))|({_HOUR}|(\d{{1,2}}|bảy|tám|chín|mười|hai|ba|bốn) ?(giờ|h|g)( rưỡi| hơn)?)( {_WRITER})? mới {_GO}(?! (mở|tan|xong))",
    rf"(ngồi|ghé|{_GO[1:-1]})( được)? (một |1 |hai |2 )?(xíu|chút|lát|lúc|tí|tiếng|giờ|buổi)( \S+){{0,2}} (rồi |là |xin |phải )*({_WRITER} )?(xin )?về|(?<!không ){_GO}( \S+){{0,2}} (xin |cho |phải )*({_WRITER} )?về (sớm|trước)",
    rf"(?<!không ){_GO}( \S+){{0,6}} (chỉ|được|có)( có| được)? (một|1|nửa|nữa) (buổi|bữa|ngày)( (sáng|chiều|trưa|đầu))? (thôi|đầu)",
    r"(hồi trước|bữa trước|hôm trước|lúc đầu|ban đầu|mới đầu|định|tính)( \S+){0,6} (mà|nhưng|giờ|nay)( \S+){0,12} (nên |giờ |thôi )?(\S+ )?(đi|ra|tới)( luôn| được)?$",
)
_AFTER_ALL = Phrases(
    r"(đừng|khỏi|không|chưa) (ghi|chấm|tính)( (tên|cho|là))*( (tui|tôi|bác|bà|ông|em|cô|chú|dì|chị|anh|nội|ngoại|má|mẹ))?( là)? (có|đi|tới|tham gia)( (nha|nghen|nghe|nhé|con|em|cháu|ạ|nữa))*$",
    r"(mốt|bữa sau|hôm sau|tuần sau|tháng sau|qua tết|cuối tháng|đầu tháng|chủ nhật|thứ \S+|ngày \d+|mấy bữa)( nữa| sau)? mới (về|vô|lên|ra|xuống|qua)( lại)?$",
    r"(mà|nhưng) (giờ|nay)( (tính|nghĩ|coi|xin|ngẫm))?( lại)? thôi( (nha|nghen|nhé|con|em|ạ|vậy))*( .*)?$",
    r"^(giờ|nay|bây giờ)( (tính|nghĩ|coi|xin|đổi ý))?( lại)? (thôi|nghỉ|không|khỏi|ở nhà)( .*)?$",
    r"(tui|tôi|bác|bà|ông|em|con|chị|anh|cô|chú|xin|nên|đành|cho) (xin )?(khất|kiếu)( (nha|nghen|nhé|con|em|ạ|vậy|thôi|bữa|kỳ|lần)( \S+)?)*$",
    r"(phải|mắc|kẹt|còn)( \S+)? (đi )?theo (coi|chăm|nuôi|trông|lo)( \S+){0,3}$",
    r"(will|is|has to|have to|must|gonna|going to|\w+'ll) skip( \S+)?",
)
"""A no in words that elsewhere leave it open: "mốt nữa mới vô", "mà giờ tính lại thôi"."""
_CANNOT = Phrases(
    r"^(is|are|am|will|do|does|'s|'re|'m) not$|^(isn't|aren't|won't|doesn't|don't)$|((còn|đang|mắc)( \S+)? |^)dở (tay|dang|việc)$",
    r"(xin |đành |cho |thôi )*hẹn (lần|bữa|kỳ|buổi|dịp|đợt|tháng|khi) (sau|khác|tới)|nỏ( đi| mô| đâu)?$",
    r"(bỏ|để)( \S+){1,3} (cho )?ai (coi|trông|giữ|chăm|lo|bán|nấu|đút|chăn)( (cho|giùm|nổi|đây|bây giờ))*$",
    r"(ủy quyền|nhờ|cử|giao)( cho)?( \S+){1,4} (thay|thế|dự|đi)( \S+){0,2}$|ủy quyền|(nên|vậy|thì|mà)( \S+)? (xin )?thôi( (nha|nghen|nhé|con|em|ạ|vậy))*$",
    r"(nhà|tui|tôi|em|con|bác sĩ|tụi (tui|em|con)|con cháu|cả nhà|chồng|vợ) (không|đâu có|chưa) (cho|dám cho)( (đi|ra|tới|bả|ổng|bà|ông|ba|má|mẹ|nội|ngoại))*$",
    r"(chưa|không) (về|lên|vô|ra|xuống|qua)( kịp| lại| nổi| bờ| bến| tới| nhà)?$",
    rf"(lấy gì|lấy chi|lấy ai|có gì|kiếm đâu)( \S+){{0,2}} (mà )?{_GO}|(sao|làm sao|răng) (mà )?{_GO}(?! không)|(?<!không ){_GO} (sao|răng|gì|chi) (nổi|được|đặng|cho được)",
    r"(khám|họp|học) gì (mà )?(khám|họp|học)? ?(hoài|miết|lắm|nữa|dữ)",
    r"(đi|ra|tới) (cũng|thì) (có |còn )?(nghe|thấy|hiểu|làm|được)( \S+){0,3} (gì|chi) (đâu|nữa)|(đi đứng|đi|họp hành|họp|học|khám|học hành|đi họp|tham gia) (gì|chi|làm gì|làm chi|gì mà|chi mà)( nữa| nổi| được)|(sao|răng) (nổi|mà) (mà )?(đi|ra|tới)|(đau|sưng|mệt|yếu|nhức)( \S+){0,3} (sao|răng) (mà )?(đi|ra|tới)",
    rf"(không|chưa|chẳng|hết|đâu có|đâu|sao) (có |thể |có thể |sẽ |được |dám |còn |tiện |khỏe |mà )*{_GO} ?(được|nổi|đặng|kịp|nữa|đâu)",
    rf"{_GO} (không|hông|hết) (được|nổi|kịp|đặng|xong|lọt)|(không|chẳng|hết) (thể|còn sức|đủ sức|khoái|thèm|ham|muốn|chịu|thích|tiện|rảnh|nổi|kịp|khỏe|chịu đi)( \S+)? ?({_GO}|nổi|được|nữa|đâu|hết)?",
    r"xin (kiếu|vắng|cáo|lỗi|khất|phép (nghỉ|vắng|không|về|bữa))|cáo (lỗi|bệnh|từ)|vắng mặt|cho( \S+){0,2} (vắng|kiếu|khất|nghỉ (phép|một|1|bữa|kỳ|buổi|ngơi|xả hơi|dưỡng|lấy sức|khỏe))|tui (vắng|kiếu)",
    r"count (me|him|her|them|us) out|skip( it)? this (time|one)|not this time|(can't|cannot|can not|won't|not able to|unable to)( \S+){0,2} ?(come|go|make it|attend|be there|join)?|neither|(is|are|am|'s|'m|'re)?( \S+)? ?not (coming|going|joining)",
    r"(^|(thôi|xin|đành|chịu|nên|phải|tui|bác|bà|ông|ngoại|nội|cho) (phép |cho |xin )*)nghỉ (bữa|buổi|kỳ|lần|đợt|một|1|đi|nha|nghen|nhé|thôi|hai|2)|(nên|đành|chắc|xin|phải) nghỉ( bữa| buổi)?( đó| này| nay)?$|nghỉ (bữa|buổi|kỳ) (này|nay|đó)",
    r"(thôi )?(nhường|để|để dành)( phần)?( chỗ)?( cho)? (người khác|đứa khác|mấy đứa( \S+)?|(tụi|lớp|bọn)( tui)? (trẻ|nhỏ|kia))|coi bộ khó|cử( \S+){1,4} đi thay|khỏi (đi|tới|dự|họp|khám|học)|hổng ham|không ham",
)
_OPEN = Phrases(
    r"(không|hông|chưa|chẳng|hong) (biết|bit|bít|bik|chắc|rõ) (có |được )?(ai|đứa nào|người nào|xe|thằng|con|cháu)( \S+){0,2} (chở|dắt|đưa|rước|đón|coi|trông|giữ|kèm|đi cùng)",
    r"(?<!khỏi )(?<!không )phải hỏi( (lại|thử|ý|đã))?(?! (gì|chi|nữa))",
    r"(mưa|lạnh|gió|mệt|sốt|đau|bận|kẹt|động)( \S+){0,3} (là|thì)( \S+){0,6} (nắng|khỏe|rảnh|tạnh|bớt|ấm|khô|êm)( \S+){0,2} thì|"
    r"(nắng|khỏe|rảnh|tạnh|bớt|ấm|khô|êm)( \S+){0,3} (là|thì)( \S+){0,6} (mưa|lạnh|gió|mệt|sốt|đau|bận|kẹt|động)( \S+){0,3} (là|thì)",
    r"(chưa|không) (gặp|gọi|điện|liên lạc|liên hệ|nói chuyện|nói được|hỏi|kịp gặp|thấy (trả lời|nói|báo|ừ|hồi âm)|có (trả lời|hồi âm))( được)?( với)?( \S+)?$|(không|chưa) (thấy )?(bắt|nghe|nhấc|cầm) máy|(gọi|điện|nhắn)( \S+){0,3} (không|chưa) (được|nghe|bắt|thấy|trả lời|ai)",
    r"(chờ|đợi)( \S+){1,4} (phân công|cho ý kiến|duyệt|xếp lịch|quyết|bố trí|đồng ý|sắp lịch|chỉ đạo)|(lãnh đạo|sếp|thủ trưởng|giám đốc|cấp trên)( \S+)? chưa (duyệt|phân|bố trí|xếp|trả lời|quyết|cho)|(cố|cố gắng|ráng)( \S+)? (thu xếp|sắp xếp)",
    rf"kịp thì {_GO}|thì {_GO} không thì",
    r"(xem|coi)( \S+){1,6} (sao|ra sao|thế nào|như thế nào)$",
    r"chưa (biết|chắc|rõ|quyết|tính|dám|hứa|trả lời|nghe nói|thấy nói|ừ|gật|ok|nói|định|ngã ngũ|bàn|hỏi)|(không|hông) (biết|rõ|chắc|dám (chắc|hứa)|hứa)|hỏi( \S+){0,3} (chưa|mới) (kịp|được|xong)|chưa kịp hỏi",
    r"(để|đợi|mai|tối|chiều|về|còn phải) (\S+ ){0,4}?(coi|xem|hỏi|tính|bàn|suy nghĩ|trả lời|báo)( \S+){0,9} (đã|sao|không|chưa|lại|cái|nào|rồi|được|chừng)|để (coi|xem|hỏi|tính|bàn|sau|đó|suy nghĩ|bữa đó|tới|sáng|tối|chiều|mai)( \S+)?|hỏi (lại|ý|thử)|mai (mới )?(trả lời|báo|tính)|(tính|báo|trả lời|nói) sau|coi( \S+){1,7} (đã|không đã|sao đã|có .{1,20} không)|coi (lại|đã|sao)|còn (phải )?(coi|xem|canh|dò)( \S+){1,8} (chưa|không|sao)|lát (nữa )?\S+ (trả lời|báo|nói)|nói trước( \S+)? (không|mắc|bước)",
    r"chưa (chịu|ưng)( \S+){0,3} (mai|mốt|tối|chiều|lát|để)( \S+){0,6} (trả lời|báo|nói|tính|coi)",
    r"(?<!không )(?<!đâu )sợ( (phải|cái))? (đi )?(họp|khám|học)(?! (\S+ )?(trễ|muộn))|hên xui|hên thì|(còn )?(tùy|tuỳ)|nửa muốn|năm ăn năm thua|50 50|năm mươi năm mươi|lừng khừng|ngần ngừ|lưng chừng|phân vân|lưỡng lự|do dự|chần (chừ|giờ)|suy nghĩ|suy tính|đắn đo|nghĩ (đã|coi)|cân nhắc|im re|chưa (có )?ai (coi|giữ|chở|trông|đưa|rước)|nghiệm lại|chờ( \S+){0,3} cho phép|bàn lại|tính lại|biết đâu|mới (biết|dám|tính|hay)",
    r"(có lẽ|chắc chừng|chừng đâu|không chừng|hông chừng)",
    rf"(?<!không ){_GO}( được)? (nếu|với điều kiện|miễn là)( \S+){{0,5}} (chở|đưa|rước|khỏe|rảnh|xe|coi|giữ|mưa|tạnh|đỡ)",
    r"(rồi|hẵng|hãy) (hay|tính|liệu)(?! (là|chứ|quá|lắm))|tới đâu (hay|tính|liệu)|(chờ|đợi)( \S+){1,5} có( \S+){0,3} (không|chưa)|(rồi|mới)( \S+)? (trả lời|báo) (được|lại|sau)",
    r"(ham|muốn|thèm|khoái|thích|mê)( \S+){0,3} (mà|nhưng|ngặt|khổ nỗi|hiềm)( \S+){0,3} ai (chở|rước|đưa|đón|dắt)",
    rf"(^|(không|hả|gì) )có( (?!gì|sao)\S+){{0,2}} thì( (?!cũng|vẫn|không|sao)\S+){{0,2}} {_GO}(?! (sao|gì|không|chi|được không))",
    r"maybe|might|(will |'ll )?try( to)?|hope( to)?|perhaps|probably|(not|n't|isn't|aren't|am not|'m not) sure|unsure|depends?|if|thinking|undecided|((has|have|had)(n't| not)|not( yet)?|still) (decid\w+|made up|sure|answered|said)|will (let you know|tell you|see)|let you know|ask (me|him|her|again)|unless|50 50",
    rf"(nếu|hễ|chừng nào|có ai|có xe|có người|ai|hết|tạnh|không mưa|trời|chở|rước|dắt|khỏe|rảnh|nắng|mưa|êm|động|đưa|về kịp|xong|đón|chịu|lành|bớt|có quà|có hát)( \S+){{0,6}} thì (\S+ ){{0,2}}({_GO}|thôi|nghỉ|chở|đưa|rước)(?! (tiếc|buồn))",
    rf"(chở|rước|dắt|đưa|rảnh|khỏe|có ai|ai|coi|giữ|trông|đi|cho|hết|xong|đón|kèm|về)( \S+){{0,6}} (thì )?mới( \S+){{0,2}} ({_GO}|chở|dám)|(?<!^)mới( \S+){{0,2}} {_GO}( \S+)? (được|nổi)|(không|hông) thì (thôi|nghỉ|chịu)|(đi|có) hay (không|nghỉ)|ai (chở|rước|đưa|dắt)( \S+){{0,3}} (thì|mới)|{_GO} (thì|mà) (\S+ ){{0,2}}(mới|mới cho)",
)
_TO_GO = rf"({_GO}|họp|khám|học|sinh hoạt|tập huấn)"
_REFUSES = Phrases(
    r"(?<!không )(?<!chưa )(?<!đâu )(?<!đâu có )(?<!chẳng )(?<!đừng )(?<!mà )(?<!gì )(?<!có )"
    r"(khỏi|miễn|hết|ngại|ngán|(?<!chắc )(?<!đau )(?<!sưng )(?<!nhức )(?<!mỏi )(?<!bàn )chán|lười|biếng|làm biếng|trốn|kiêng|ghét|đâu cần|đâu có cần|cần gì|cần chi|hơi đâu|hơi sức đâu|sức đâu|còn sức đâu)"
    rf"( (có|cần|phải|muốn|ham|mà|chuyện|vụ|cái|việc|mắc công))* {_TO_GO}(?! (\S+ ){{0,3}}(trễ|muộn|một mình|cũng (đi|ráng|tới)))",
    rf"{_WRITER} (nay |giờ |bữa đó |kỳ này |lần này |xin |đành |chắc )*thôi( (nay|giờ))? {_TO_GO}( (đâu|nữa|nha|nghen|nhé|con|em|cháu|ạ|họp|khám|vậy|luôn))*$",
    rf"{_WRITER}( (mà|thì|cần))? (đi|đi họp|đi khám|đi học|đi tập huấn|họp|khám|tới)( đó)? (chi|gì|làm chi|chi cho (mệt|mất công|cực))( (nữa|đâu|con|em|cháu))*$",
    r"(khỏi|đừng|không cần|thôi khỏi)( (có|phải))? (ghi|giữ|chừa|để dành|dành|đăng ký|xí|tính|nấu)( \S+){0,2} (tên|chỗ|ghế|phần|suất|cơm|cho (tui|tôi|bà|ông|bác|em|cô|chú|má|mẹ))",
    r"(gạch|bỏ|xóa|rút|lấy)( \S+)? (tên )?( ?\S+){0,3} ?(bữa|buổi|kỳ|lần|hôm) (đó|này|nay)( ra| đi)?( (nha|nghen|con|em|giùm))*$",
    rf"{_TO_GO}( \S+)? (mất công|tốn công|uổng công|phí công|cực (lắm|quá|thân))( (lắm|quá|con|em))*$",
    r"(rather|prefer) (not|to stay|stay)( \S+){0,3}|(don't|do not|doesn't|no) (need|want|have|feel like|wish|care)( to| for)?( (go|come|going|coming|attend\w*|join\w*|be there)).*|no need (to|for \S+ to) (go|come|attend|join)|(will|\w+'ll) (pass|pá)( (on )?(this|that)( one| time)?)?$|(too lazy|not up) (to|for).*",
)
"""A no in words that turn going down: "tui ngại đi họp", "bà đâu cần đi", "bà đi họp chi".

"Pass" is "pá" to who types Telex.
"""
_BUSY = Phrases(
    r"có (công (chuyện|việc)|(việc|chuyện) (nhà|riêng|gấp|rồi|bận))|bận(?! (xong|hang|hàng|rau|ca|cá|be|cho|do|đồ|gia|van|trua|trà|tra))|mắc (việc|công|đám|chuyện|giữ|coi|kẹt|mưa|ca|họp|dạy|trực|phải|chăm|lo|con|cháu|bận|đi)|kẹt|vướng|vắng|ở nhà|né|từ chối|bệnh|mệt|sốt|chóng mặt|cảm (lạnh|cúm|sốt)|truyền nước|đau (lưng|chân|gối|đầu|bụng|khớp|răng|mắt|tim|\S+ quá)|nhức|sưng|yếu|hết hơi|(bị|đang|mới|còn) (ốm|đau|té|gút|cúm|ho)|té (gãy|trầy|xe|hôm|nhẹ)",
    r"(trực|gác)( \S+)? (cơ quan|trạm|viện|bệnh viện|đêm|chốt|đồn|ủy ban)|(trực|gác|trông|giữ|coi|canh) (nhà|cháu|con|rẫy|tiệm|quán|em|nó|ca|đồ|vườn|heo|ruộng|gian|bếp|hàng|quầy)|nấu cơm|lo (cơm|tiệm|quán|hàng|bếp|heo|vườn)|đi (viện|sài gòn|xa|vắng|câu|biển|cấy|gặt|vũng tàu|đà lạt|châu đốc|chùa|du lịch|làm|chợ|đám|ăn)|nằm (hoài |miết |mãi |luôn )?(viện|nhà|bệnh|một chỗ|liệt|liệt giường)|về (quê|bển|bên|sóc|long|bến|vĩnh|cần|trà)|(mới|vừa) (mổ|tiêm|chích|sinh|sanh|phẫu)|mổ (mắt|tim|xong|cườm|ruột|khớp)|nhập viện|cấp cứu",
    r"(đi|về|lên|xuống|ra|vô|qua)( (?!họp|khám|học|dự)\S+){0,4} thăm (con|cháu|mẹ|má|ba|bạn|bà|ông|em|chị|anh|thằng|nhỏ|bà con|họ hàng|người|bệnh|mả|mộ|quê)",
    r"tái khám|(có|lỡ|đã|trúng|trùng|kẹt) hẹn|hẹn (khám|mổ|tái|nhổ|bác sĩ|ở|với)|trùng (ngày|lịch|giờ|bữa|buổi|vô)|nhằm (ngày|bữa|lúc|đám)|đám (cưới|giỗ|tang|ma|hỏi|nói|dạm|đầy)|ăn (cưới|giỗ|tân gia|đám)|(cúng|có|ngày|nhà|cái|đi|về|lo) giỗ|ngủ (ngày|trưa|bù|nướng|mê)|ngủ$|giỗ (ông|bà|má|mẹ|ba|chồng|vợ|nội|ngoại|tía|tổ|cụ|cha|bố|con|cháu|chị|anh)|lọc thận|chạy thận|hóa trị|xạ trị|(lãnh|lấy|chích|truyền|bốc) thuốc|(đi|lên|vô|ra|phải) (chích|mổ|truyền|xạ|lọc|chụp|xét nghiệm|thăm|cúng|viếng|nuôi)|(không|chẳng|đâu có) (có )?ai (giữ|coi|trông|ở nhà|đỡ)|xe (hư|xẹp|bể|lủng|chết máy|hết xăng)|(hư|mượn|đem|lấy) xe|nước lên|sóng gió|hết tiền( xe| đi)?",
    r"(is|are|am|\w+'(?:s|m|re)) (out(?! of)|bad|sore|swollen|hurting|acting up)|(knee|hip|leg|back|foot|heart)s? (hurts?|aches?)",
    r"busy|ha(s|ve) (a (cold|fever|cough|funeral|wedding)|the flu|to (work|stay|babysit|look after|watch))|refuse[sd]?|say xe|stay(s|ing)?( at)? home|(is|are|will be) (away|out of town|sick|ill|abroad|in hospital)|away|dialysis|surgery|appointment|clinic|hospital|sick|ill|lắc( đầu)?|giận|(?:còn )?(nằm|ở) (dưới|trên) (quê|thành phố|sài gòn)|miễn|thua$",
)
_FREE = Phrases(
    r"(theo|quá giang|đi ké|ké|đi) (xe|honda)( \S+){0,3} (ra|tới|qua|lên|vô)$",
    r"rảnh|lội bộ|đi bộ|tự (đi|tới|ra|chạy|lội)|quá giang|chắc chắn|chắc ăn|chắc mẻm|gật( đầu)?|đồng ý|nhất trí|có mặt|sẵn sàng|háo hức|nôn|ham đi|ham lắm|trông (mấy|từ|tới|hoài|cả|bữa|ngày)|tham gia|(dĩ nhiên|đương nhiên|tất nhiên|hiển nhiên|nhất định) (là )?(có|đi|tới|phải|ra|dự)|hết (bệnh|sốt|đau|nhức|sưng|mệt|bận) ?(rồi|hẳn)?",
    rf"cũng {_GO}(?! (không|được không))|(cùng|đều) (nhau )?(khám|họp|học)(?! không)|(?<!không ){_GO} (bình thường|như thường|như mọi (khi|lần|bữa|kỳ)|đều đều|biết$)|(tui|tôi|tao|qua|bác|bà|ông|cô|chú|ngoại|nội|má|mẹ|ba|dì|cậu|anh|chị) (đi|ra|tới)$",
    rf"(sẽ|đòi|chịu|đang) (sẽ |được )?{_GO}(?! (không|viện))|(?<!mới ){_GO} (được|liền|chứ|chớ|luôn|đủ|hết|nha|nghen|nhé|sớm|trước|trễ|trể|đúng giờ|phụ|bộ|chung|thay)(?! (không|đâu))|(đi|tới|ra) (họp|sinh hoạt|tập huấn|dự)(?! hành| (không|chi|gì|làm))|đầy đủ|đủ (cả )?(hai|ba|bốn|2|3|4|mặt|hết|người|mạng)",
    r"(chở|đưa|dắt|lôi|dẫn|rước|cõng|đèo|kéo|bế|kè) (hết |cả |nhau |luôn |nhau )*(hai|2|ông|bà|má|mẹ|ba|cụ|nội|ngoại|tới|ra|qua|lên|đi|chú|dì|cô|bác|cậu)|(đi|kéo|rủ|dắt|dẫn) (nhau|hết|cả)",
    r"(ghi|giữ|chừa|để|đăng ký|xí|dành)( \S+){0,3} (tên|chỗ|ghế|phần|suất|một|1)|một ghế|^(dạ |ừ |ờ )*có (tui|tôi|bác|em|qua|ngoại|nội|má|mẹ|ba|bà|ông|cô|chú)(?! (hẹn|bệnh|việc|ca|giỗ|đám|con|cháu))|chờ (tui|tôi|bác) (với|đi|ra)|mặc đồ đẹp|(soạn|ủi|mặc) (áo|đồ)",
    r"can (make it|come|go|attend|join|be there)|(will|is|are|am|\w+'(?:ll|m|re|s)) (be )?(there|coming|going|come|go|attend\w*|join\w*|in(?! (hospital|bed|the|her|his|a|town|my)))|count (me|him|her|us|them) in|see you( there)?|wouldn't miss|of course|keen|up for it|looking forward|coming|fine|ok|okay|happy to",
)
_NEGATED = Phrases(
    rf"(không|chưa|chẳng|đâu có|đâu|khỏi(?! (bệnh|bịnh|ốm|đau|hẳn|rồi|re)( |$))|not|n't|never|won't|can't|cannot|isn't|aren't)( \S+){{0,4}} ({_GO}|rảnh|chắc chắn|đồng ý|có mặt|come|coming|going|go|there|attend)( được| nổi| kịp)?|hết {_GO}( được| nổi)?",
    r"(không|chẳng|đâu có) (có )?ai( \S+){0,2} (chở|đưa|rước|dắt|đèo)( \S+)?",
)
_NOT_BUSY = Phrases(
    r"(không|hết|đỡ|bớt|chẳng|khỏi|lành|đâu có) (có |còn |bị |hẳn )*(bận|mắc|kẹt|bệnh|mệt|ốm|vướng|đau|nhức|sưng|sốt|coi|giữ|trông)"
)


_NEGATED_END = Phrases(
    rf"(không|chẳng|đâu có) (có )?{_GO}( (họp|khám|dự|học))?( (đâu|được|nổi|nha|nghen|nhé|con|em|cháu|ạ))*$"
)
"""A plain no behind whatever else was said: "gởi lời hỏi thăm mọi người, bà hổng tới"."""


_AFTER_ALL_NOT = Phrases(
    r"(không|chưa) (có )?(họp|khám|học|dự|tham dự|đi)( (họp|khám|học|dự|tập huấn|sinh hoạt|lớp|buổi|bữa|kỳ|này|đó))* (được|nổi)( \S+)?$"
)
_HONG = Pattern(r"\bhong\b")
"""Bare it may be a name elsewhere; in an answer to who comes it denies."""


_BY_NOW = Pattern(
    written(
        r"^.*?(?:bữa|hôm|hồi|tuần|tháng|kỳ|lần|buổi) (?:trước|rồi|kia|qua|nãy|đó)(?!\w).*?(?<!\w)(?:đi|tới|ra|dự|họp|khám)(?!\w).*?"
        r"(?<!\w)(?=(?:tuần|bữa|hôm|kỳ|lần|buổi|đợt|tháng) (?:này|nay)(?!\w)|(?:mà|nhưng) (?:giờ|nay)(?!\w))"
    )
)
"""What was so before in front of what is so by now: "tuần trước đi rồi, tuần này nghỉ"."""
_SAID_BEFORE = Pattern(
    written(
        r"^.*?(?<!\w)(?:nói|tính|định|báo|nhắn|bảo|kêu|hứa|đòi|ghi|ừ|chịu|bấm|nhấn|chọn|trả lời|hẹn)(?: (?:là|sẽ|có|bà|ông|ba|má|mẹ|dì|cô|chú|cậu|bác|tui|tôi|em|nội|ngoại|chồng|vợ|hai|tư|năm|sáu|bảy|tám|chín|mười|út|cho))*"
        r" (?:không )?(?:đi|tới|ra|dự|họp|khám|nghỉ|thôi|ở nhà|có|không)(?: (?:được|rồi|mà|nhưng|lỡ|r))*"
        r" (?=(?:giờ|nay|bây giờ|bữa nay|hôm nay)(?!\w)(?! (?:\d|này thì sao)))"
    )
)
"""What was meant to be in front of what is so by now: "hồi sáng nói đi giờ thôi"."""


_THOUGHT_AGAIN = Pattern(
    written(
        r"^.*?(?<!\w)(?:tính|nghĩ|suy nghĩ) lại (?:rồi|r) (?!báo|nói|nhắn|trả lời|cho|mới|tính|gọi|hay|sẽ)(?=\S+ \S)"
    )
)
"""Who has made up her mind in front of what she will do: "bà tính lại rồi, có xe bà đi"."""


def as_it_is_now(line: str) -> str:
    """What a line says by now, where it begins with what was so before."""
    for before in (_BY_NOW, _SAID_BEFORE, _THOUGHT_AGAIN):
        line = before.sub("", line, count=1)
    return line


def plain_lean(message: Message) -> Attendance | None:
    """What some words say of coming where phrases tell it; None for a mixture and for anything else."""
    line = _SPARED.remove(_HONG.sub("không", as_it_is_now(message.line)))
    if not line:
        return None
    if _AFTER_ALL_NOT.find(line):
        return Attendance.NO
    if _SURELY.find(line):
        return Attendance.YES
    if _AFTER_ALL.find(line):
        return Attendance.NO
    if _OPEN.find(line):
        return Attendance.UNSURE
    if _CANNOT.find(line) or _REFUSES.find(line):
        return Attendance.NO
    if len(message.content) <= 4 and message.plain[-1:] == ("khong",):
        return Attendance.NO
    denied = _NEGATED.find(line)
    free = bool(_FREE.find(_NEGATED.remove(line)))
    busy = bool(_BUSY.find(_NOT_BUSY.remove(line)))
    if denied and not free and not busy and _NEGATED_END.find(line):
        return Attendance.NO
    if free == busy:
        return Attendance.YES if _NOT_BUSY.find(line) and not busy and not denied else None
    if busy:
        return Attendance.NO
    return None if denied else Attendance.YES
