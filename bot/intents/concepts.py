"""Words that mean alike, so that one sample teaches about all of them.

A table of the everyday words for each thing that people speak of here. A phrase matches with its
accents or with none; short and regional spellings are written out before ("bịnh" is "bệnh").
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.intents.message import Message, may_be_short, words_of
from bot.language.text import fold

CONCEPTS: dict[str, str] = {
    "fall": (
        "té, ngã, bổ, trượt chân, vấp, té xe, té lầu, té cầu thang, té ngửa, té sấp, ngã quỵ, ngã gục, "
        "té giếng, té sông, lật ghe, lật xe, đụng xe, xe tông, xe đụng, rớt xuống, fell, fallen, has fallen, bong gân, trật khớp, va đầu, u đầu, lọt, rơi, sẩy chân, bị đè, tai nạn, tai nạn xe, bị đụng, ngã vật ra, ngã quay, giẫm đinh, quệt"
    ),
    "faint": (
        "xỉu, ngất, ngất xỉu, té xỉu, bất tỉnh, hôn mê, mê man, không tỉnh, chưa tỉnh, gọi không trả lời, "
        "kêu không trả lời, kêu không thưa, gọi không thưa, gọi không dậy, kêu không dậy, lay không dậy, "
        "nằm im, nằm im re, không nhúc nhích, bất động, lịm, xụi lơ, lạnh ngắt, cứng đờ, đột quỵ, tai biến, "
        "co giật, ngưng thở, ngừng thở, ngừng tim, nhồi máu, đứng tim, trúng gió, trúng độc, sốc, unconscious, "
        "collapsed, passed out, stroke, heart attack, not breathing, seizure, won't wake up, choking, xây xẩm, tối sầm, choáng, gục, gục xuống, khuỵu, quỵ, ngã quỵ, đứng không vững, trợn trắng, thất thần, lơ mơ, lừ đừ, li bì, quay cuồng, trời đất quay cuồng, gục rồi, nằm bất động, mạch yếu, đơ, đơ ra, không nhấc lên được, không cử động được"
    ),
    "body_alarm": (
        "khó thở, ngộp thở, nghẹt thở, thở không được, không thở được, thở không nổi, thở dốc, hụt hơi, tức ngực, "
        "đau ngực, nhói ngực, đau thắt ngực, đau tim, mệt tim, méo miệng, miệng méo, méo xệch, đớ lưỡi, nói đớ, "
        "nói ngọng, liệt, liệt nửa người, tê nửa người, yếu nửa người, mất cảm giác, chảy máu, máu ra, ra máu, "
        "máu chảy, ói ra máu, ho ra máu, tiêu ra máu, máu, sốt cao, tím tái, tái mét, sùi bọt mép, trợn mắt, "
        "hóc xương, mắc nghẹn, nghẹn, ngộ độc, điện giật, rắn cắn, ong chích, đuối nước, chết đuối, chìm ghe, "
        "bỏng, phỏng, gãy chân, gãy tay, gãy xương, bể đầu, đập đầu, toát mồ hôi, đau dữ dội, đau quằn quại, "
        "huyết áp lên, huyết áp tăng, tụt huyết áp, huyết áp tụt, hạ đường huyết, đường huyết tụt, uống lộn thuốc, "
        "uống nhầm thuốc, uống nhầm, uống lộn, quá liều, gấp đôi liều, chest pain, can't breathe, bleeding, "
        "blood pressure, overdose, mắc nghẹn, mắc xương, mắc cổ, mắc ngang, cuống họng, xương cá, ngộp, khò khè, lạnh cóng, tái xanh, xanh mét, bủn rủn, tê rần, ôm ngực, ôm tim, phun máu, lòi xương, nuốt, hít phải, bị giật điện, điện giựt, trúng thực, ngộ độc thức ăn, nổi mề đay, sưng vù, nôn, nôn thốc, nôn tháo, say sắn, thở rít, môi thâm, thâm lại, vã mồ hôi, tim nhảy, hẫng, uống nhầm, cứu hộ, slurred speech, drooping, can't stand, turning blue, hurts"
    ),
    "rescue": (
        "cấp cứu, cứu, cứu với, cứu tôi, cứu mạng, xe cứu thương, cứu thương, xe cấp cứu, bác sĩ gấp, gọi 115, "
        "115, 114, 113, emergency, ambulance, help me, gấp, khẩn cấp, lẹ lên, mau lên, nguy rồi, nguy hiểm"
    ),
    "fire": (
        "cháy, cháy nhà, nhà cháy, cháy lan, bốc cháy, cháy rừng, lửa, phát hỏa, hỏa hoạn, khói, bốc khói, "
        "khét, chập điện, xì ga, rò ga, nổ bình ga, bình ga, nổ, phát nổ, cứu hỏa, chữa cháy, fire, smoke, gas leak, lửa táp, lửa cháy, bén lửa, khói mù, chữa cháy, sơ tán"
    ),
    "violence": (
        "đánh, đập, đánh đập, chém, đâm, rượt, bóp cổ, tát, đá, đạp, đấm, giết, đòi giết, dọa giết, hành hung, "
        "bạo hành, hiếp, cưỡng hiếp, sàm sỡ, cướp, giật, trộm, ăn trộm, đột nhập, cạy cửa, dao, con dao, rựa, "
        "mã tấu, súng, đe dọa, hăm dọa, dọa, xiết nợ, đòi nợ, tạt sơn, nhốt, bỏ đói, xô, nắm tóc, ném, la hét, "
        "quậy, say xỉn, hits, beats, beating, knife, threatening, robbed, thief, attacked, ẩu đả, hành hạ, ngược đãi, bạt tai, đòi tiền, cầm cây, phang, xăm trổ, giang hồ, dí, chém giết, leo rào, bịt mặt, cạy, dí dao, xông vào, đập phá, phá cửa, force the door, chém nhau, đánh nhau, nghiện"
    ),
    "suicide": (
        "tự tử, tự vẫn, tự sát, quyên sinh, muốn chết, chết cho rồi, chết cho xong, chết quách, chết phứt, chết đi, "
        "đi chết, thèm chết, chán sống, chán đời, không muốn sống, hết muốn sống, không thiết sống, sống làm gì, "
        "sống chi, sống cũng vậy, sống hết nổi, sống không nổi, nhảy cầu, nhảy sông, nhảy lầu, nhảy giếng, đâm đầu, "
        "thắt cổ, treo cổ, cắt tay, rạch tay, thuốc sâu, thuốc trừ sâu, thuốc rầy, thuốc chuột, thuốc diệt cỏ, "
        "thuốc ngủ, vĩnh biệt, từ biệt, kết thúc cuộc đời, chấm dứt, giải thoát, đi theo ông, đi theo bà, "
        "theo ổng, chết theo, chết sướng hơn, chết còn hơn, chết cho khỏe, suicide, kill myself, end my life, "
        "end it all, want to die, better off dead, no reason to live, no point going on, kết liễu, tự kết liễu, xuống gặp ông, xuống gặp bà, đi gặp ông, đi gặp bà, đi luôn, đi cho xong, hết thuốc ngủ, hết gói thuốc, hết vỉ thuốc, làm gánh nặng, không ai cần, thừa thãi, giải quyết cho gọn, ra đường tàu, không thiết sống, dặn dò, rather be dead, burden"
    ),
    "burden": (
        "gánh nặng, nhẹ gánh, của nợ, hết nợ, nợ đời, sống thừa, sống dư, sống lâu, chật đất, chật nhà, người dư, vô dụng, "
        "khỏi ai phải lo, khỏi ai lo, khỏi ai phải, khỏi phiền, khỏi phiền ai, khỏi làm phiền, khỏi làm khổ, khỏi khổ, khỏi cực, "
        "đỡ phiền, đỡ khổ, đỡ lo, đỡ cực, bớt khổ, làm khổ, phiền con, phiền cháu, không còn tôi, không còn tui, không có tôi, không có tui, "
        "hổng còn tui, hết vướng bận, không vướng bận, buông, buông hết, buông xuôi, chẳng thiết, không thiết, hết thiết, "
        "ngủ luôn, ngủ một giấc, nhắm mắt luôn, đừng thức dậy, đi cho rảnh, đi cho xong, đi cho nhẹ, đi cho thanh thản, "
        "tính rồi, tính xong, tính cả rồi, dọn xong, viết thư để lại, để lại thư, dặn chôn, khỏi cần, ai cần, có ai cần, "
        "nobody will miss, no use to anyone, a burden, won't be around"
    ),
    "lost": (
        "đi lạc, lạc đường, bị lạc, lạc mất, mất tích, chưa về, không thấy về, không về, đi không về, tìm không ra, "
        "tìm không thấy, kiếm không ra, kiếm không thấy, bỏ nhà đi, bỏ đi, đi đâu mất, không liên lạc được, "
        "không biết đường về, quên đường về, lẫn, lú lẫn, missing, lost, wandered off, hasn't come home, not back, biệt tăm, đi biệt, bặt vô âm tín, không thấy đâu, ra khỏi nhà, chưa thấy về, đứt liên lạc, bỏ đi từ, nobody has seen, left the house, tìm khắp, không nhớ đường"
    ),
    "death": (
        "mất, mất rồi, đã mất, mới mất, vừa mất, chết, chết rồi, qua đời, từ trần, tạ thế, ra đi, đi rồi, đi xa, "
        "khuất, khuất bóng, khuất núi, lìa đời, lìa trần, tắt thở, thôi thở, hết thở, trút hơi thở, trút hơi, "
        "nhắm mắt, nhắm mắt xuôi tay, về với ông bà, theo ông bà, theo tổ tiên, về chầu, chầu trời, lên thiên đàng, "
        "về trời, về với Phật, về với Chúa, về nước Chúa, viên tịch, không còn, không còn nữa, không qua khỏi, "
        "không cứu được, đi luôn, ngủm, ngủm củ tỏi, đi bán muối, hy sinh, yên nghỉ, died, passed away, passed on, "
        "dead, gone, is no more, rest in peace, nằm xuống, mãn phần, đi theo ông, đi theo bà, từ giã, tắt hơi, chết biển, bỏ mạng, tử vong, vĩnh viễn ra đi"
    ),
    "mourning": (
        "đám tang, đám ma, tang, có tang, tang lễ, tang sự, nhà có tang, để tang, chịu tang, bận tang, chôn, "
        "chôn cất, an táng, hỏa táng, thiêu, tẩm liệm, liệm, nhập quan, phát tang, cáo phó, báo tử, giấy báo tử, "
        "đưa đám, đưa tang, mở cửa mả, cúng thất, cúng bốn chín ngày, trăm ngày, nghĩa trang, nghĩa địa, quan tài, "
        "hòm, nhang khói, bàn thờ, di ảnh, hưởng thọ, hưởng dương, funeral, buried, burial, động quan, di quan, đưa tiễn, viếng, che rạp, đãi tang, khăn tang, chia buồn"
    ),
    "anniversary": "giỗ, đám giỗ, cúng giỗ, giỗ đầu, ngày giỗ, mồ mả, tảo mộ, thanh minh",
    "alive": (
        "còn sống, còn sờ sờ, sờ sờ ra đó, chưa chết, chưa mất, không chết, không mất, đâu có chết, đâu có mất, sống nhăn, sống sờ sờ, "
        "còn khỏe, vẫn khỏe, khỏe re, khỏe mạnh, tỉnh lại, tỉnh rồi, cứu được, chưa tới số, đang sống, ngồi đây, còn ngồi, còn cười, còn thở, còn cãi, còn nhai trầu, "
        "alive, not dead, is fine, still here"
    ),
    "mistake": (
        "nhầm, lộn, bấm lộn, bấm nhầm, nhắn lộn, nhắn nhầm, ghi lộn, ghi nhầm, ghi sai, nói sai, nói lộn, tầm bậy, "
        "sai, sai rồi, trật, lộn rồi, nhầm rồi, đính chính, lỡ tay, lỡ bấm, gửi lộn, gửi nhầm, mistake, wrong, "
        "wrong button, by accident, oops"
    ),
    "ill": (
        "choáng váng, choáng, xây xẩm, xây xẩm mặt mày, lảo đảo, xiểng niểng, loạng choạng, muốn nhào, quay mòng mòng, "
        "bệnh, ốm, đau, mệt, mệt mỏi, nhức, nhức đầu, đau lưng, đau chân, đau khớp, đau bụng, cảm, cảm cúm, ho, sốt, "
        "chóng mặt, tiểu đường, huyết áp, cao huyết áp, tim mạch, ung thư, thận, chạy thận, gút, khớp, thoái hóa, "
        "suyễn, hen, tê, tê bì, tê chân, tê tay, yếu, già yếu, kém, không khỏe, khó ở, bệnh nặng, sick, ill, "
        "has flu, has a cold, tired, pain, đau dạ dày, dạ dày, zona, thoát vị, gai cột sống, thần kinh tọa, viêm, nhức xương, mất sức, kiệt sức, trầm cảm, lẫn, phổi, tắc nghẽn, suy tim, kèm nhèm, lẩm cẩm, hay quên, glocom, parkinson"
    ),
    "hospital": (
        "nằm viện, nhập viện, vô viện, vào viện, đi viện, bệnh viện, nhà thương, xuất viện, ra viện, mổ, phẫu thuật, "
        "điều trị, hồi sức, chợ rẫy, bó bột, băng bột, tái khám, nằm một chỗ, liệt giường, dưỡng bệnh, hóa trị, "
        "hóa chất, vô nước biển, hospital, surgery, operation, nội soi, chạy chữa, nằm hồi sức, xạ trị, đặt stent, cấp toa, y tá, truyền nước, mổ mắt, mổ tim, xét nghiệm, bó thuốc"
    ),
    "lonely": (
        "buồn, buồn quá, buồn thiu, cô đơn, cô quạnh, hiu quạnh, lẻ loi, một mình, thui thủi, lủi thủi, trống trải, "
        "vắng tanh, vắng vẻ, tủi, tủi thân, không ai nói chuyện, không ai trò chuyện, không ai ngó, không ai thăm, "
        "không ai hỏi thăm, không có ai, nhớ con, nhớ cháu, nhớ nhà, nhớ ổng, nhớ bả, khóc, người dư, bỏ rơi, "
        "bị bỏ, mồ côi, góa, không có bạn, thiếu bạn, lonely, alone, nobody visits, no one to talk to, quiet house, nhớ mấy đứa, nhớ con nhớ cháu, đỡ buồn, quạnh hiu, rộng rinh, trống vắng, lủi thủi, không ai hỏi han, ngó ra"
    ),
    "moved": (
        "dọn, dọn nhà, dọn đi, dọn qua, chuyển nhà, chuyển chỗ ở, chuyển đi, chuyển khẩu, chuyển hộ khẩu, về quê, "
        "về quê ở, ở luôn, về ở với, lên ở với, qua ở với, ở với con, định cư, đi nước ngoài, đi mỹ, lấy chồng xa, "
        "theo chồng, rước đi, rước lên, bán nhà, giải tỏa, tái định cư, viện dưỡng lão, nhà dưỡng lão, không ở đây, "
        "không còn ở, hết ở, đi khỏi, chỗ ở mới, moved, moving, relocated, nursing home, lives with, đón sang, sang ở cùng, ở hẳn, ra hà nội, về ở, chuyển sang"
    ),
    "wrong_number": (
        "sai số, nhầm số, lộn số, nhầm người, lộn người, sai người, nhầm máy, lộn máy, lộn nhà, nhầm nhà, không phải nhà, "
        "không phải số, không phải cháu, không phải con, không quen, không biết ai, không có ai tên, ai vậy, ai đây, "
        "không liên quan, đổi chủ, số này của tôi, số của tôi, sim mới mua, wrong number, wrong person, who is this"
    ),
    "phone": (
        "số điện thoại, điện thoại, sim, số máy, số mới, số cũ, máy, di động, máy bàn, số bàn, zalo, hotline, "
        "tổng đài, đường dây nóng, phone, number, mobile"
    ),
    "change_phone": (
        "đổi số, thay số, đổi sim, thay sim, số mới, số cũ, bỏ số cũ, hết xài, mất máy, mất điện thoại, hư máy, "
        "máy hư, đổi máy, máy mới, dùng số này, xài số này, gọi số này, new number, new phone, changed my number"
    ),
    "call": (
        "gọi, gọi điện, gọi lại, điện cho, điện lại, kêu điện, alo cho, gọi cho tôi, gọi dùm, bốc máy, nghe máy, "
        "call, call me, ring, phone me"
    ),
    "human": (
        "người thật, người phụ trách, người quản lý, người có trách nhiệm, người có thẩm quyền, cán bộ, nhân viên, "
        "người trực, người hướng dẫn, con người, người sống, người ta, ai đó, ai trong ban, real person, human, "
        "a person, someone, somebody, staff, người quản trị, quản trị, kỹ thuật, bộ phận, admin, mấy đứa"
    ),
    "staff": (
        "chủ nhiệm, ban chủ nhiệm, phó chủ nhiệm, trưởng nhóm, trưởng ban, tổ trưởng, trưởng ấp, thủ quỹ, thư ký, "
        "ban chấp hành, hội người cao tuổi, chủ tịch, phó chủ tịch, ủy ban, xã, phường, văn phòng, trạm y tế, "
        "người tổ chức, chi hội, ban vận động, ông trưởng, bà phó, organiser, organizer, chairman, treasurer, officer"
    ),
    "meet": "gặp, gặp mặt, nói chuyện, nói chuyện với, trao đổi, tiếp chuyện, liên hệ, liên lạc, kết nối, , nói lại với, ra nói, ra trả lời, bằng xương bằng thịt, làm việc trực tiếp"
    "nhờ chuyển lời, tới nhà, xuống nhà, talk to, speak to, speak with, contact, connect",
    "complaint": (
        "ăn chặn, ăn bớt, ăn gian, ăn tiền, thiên vị, không công bằng, bất công, thái độ, chửi, chửi mắng, quát, nạt, "
        "nạt nộ, la mắng, hách dịch, khinh, khinh khi, coi thường, xỉa xói, phản ánh, tố cáo, tố giác, khiếu nại, "
        "kiện, góp ý, bất bình, bức xúc, mờ ám, giấu, lấy tiền, biển thủ, gian dối, nói dối, nói xấu, lừa dối, "
        "đổi trắng, ký khống, bắt đóng, thu tiền không, không công khai, không biên lai, chia không đều, cắt quà, "
        "bớt quà, bè phái, tới trễ, bắt chờ, đuổi, tham nhũng, nhũng nhiễu, hối lộ, lợi dụng, bắt nạt, cố tình, "
        "đàng hoàng, complain, complaint, unfair, rude, stole, shouting, treats, thô lỗ, hỗn, ngâm hồ sơ, vô trách nhiệm, tự ý, kỳ thị, chê, chê nghèo, cư xử, không hài lòng, quá tệ, sai quy định, thu sai, ghi thiếu, không ghi biên nhận, gắt, cau có, xúc phạm, xâm hại, không duyệt, bè cánh, chậm trễ, lỗi, tắc trách, cộc lốc, không dân chủ, thiếu tôn trọng, không thấy phiếu thu, bị gạch tên, minh bạch, lần lữa, hẹn lần, ngoài quy chế, làm phiền dân"
    ),
    "praise": (
        "khen, khen ngợi, biểu dương, tuyên dương, ca ngợi, nể, tin tưởng, hài lòng, hết lòng, tận tình, tận tâm, chu đáo, sòng phẳng, rõ ràng, "
        "kỹ lắm, kỹ dữ, tốt lắm, giỏi lắm, hiền khô, công bằng lắm, minh bạch lắm, đàng hoàng lắm, từng đồng, đồng nào ra đồng nấy, không thiếu đồng nào, có biên nhận, có biên lai, "
        "nói oan, nghi oan, mang tiếng oan, nói bậy, đồn bậy, ai đồn, tin đồn, praised, well done"
    ),
    "shamed": (
        "cười nhạo, cười tôi, cười tui, cười bà, cười má, cười mẹ, chọc ghẹo, chọc quê, ghẹo, châm chọc, giễu, mỉa mai, nói móc, nói mát, "
        "nói bóng, bóng gió, nói xéo, làm mặt nặng, mặt nặng, háy, nguýt, bêu, bêu riếu, đem ra kể, đem ra nói, "
        "trước mặt, trước mặt mọi người, giữa đám đông, giữa cuộc họp, giữa hội, giữa buổi, la má, la mẹ, la bà, la ông, mắng, rầy, "
        "quê, mắc cỡ, xấu hổ, nhục, ấm ức, ức, tổn thương, bẽ mặt, đau lòng, chạnh lòng, xót, gạt ngang, đồ lẩm cẩm, "
        "nói nặng, nói nhẹ, kêu trại, hắt hủi, xua, xô đẩy, bị bỏ quên, bỏ sót, không kêu tên, "
        "laughed at, made fun of, mocked, humiliated, ashamed, yelled, scolded, in front of everyone"
    ),
    "pocketed": (
        "giữ riêng, giữ luôn, giữ lại, giữ hết, cầm hết, cầm luôn, lấy luôn, nuốt, nuốt luôn, bỏ túi, đút túi, xài riêng, đem về nhà, "
        "không vào sổ, không vô sổ, khỏi vào sổ, khỏi vô sổ, khỏi ghi, khỏi ghi sổ, đừng ghi vào sổ, không ghi sổ, ngoài sổ, "
        "không biên nhận, khỏi biên lai, không có biên lai, không hóa đơn, thu hai lần, thu thêm, thu ngoài, đòi thêm, đòi bồi dưỡng, "
        "bồi dưỡng, hoa hồng, ăn chia, trả công, mỗi đầu người, lót tay, biếu, ký thay, ký giùm, khai khống, số khống, "
        "khai gian, bắt ký, ép ký, bắt lăn tay, lăn tay, lăn dấu, không trả, không đưa lại, lặn mất, lơ, làm lơ, ngó lơ, người nhà, con dâu bả, "
        "no receipt, kept the money, kept the fee, took the money, off the books, commission"
    ),
    "anger": "tức, tức quá, bực, bực mình, giận, phiền, phiền quá, chán, chán quá, mất mặt, quá đáng, kỳ cục, tệ, dở",
    "money": (
        "tiền, triệu, ngàn, nghìn, đồng, quỹ, tiền quỹ, chuyển khoản, nạp tiền, vay, mượn tiền, đóng tiền, hội phí, "
        "tiền ủng hộ, phong bì, quà, gạo, tài khoản, ngân hàng, money, pay, bank, fund"
    ),
    "scam": (
        "công an gọi, tòa án, viện kiểm sát, trúng thưởng, trúng xe, nhận quà, nhận thưởng, đường link, link, bấm link, "
        "bấm vô, nhấp vào, chuyển tiền, nạp tiền, đóng thuế trước, phí hồ sơ, tiền cọc, mã xác nhận, đọc mã, xin mã, "
        "gửi mã, mã otp, mạo danh, giả danh, giả mạo, giả, lừa, lừa đảo, bị lừa, bị gạt, gạt, app lạ, ứng dụng lạ, "
        "cài app, cài ứng dụng, khóa thẻ, khóa sim, khóa tài khoản, phạt nguội, điện lực, xưng, xưng là, tự xưng, dụ, "
        "dụ dỗ, rủ đầu tư, đầu tư, cổ phần, lãi cao, tiền ảo, đa cấp, vay nóng, số lạ, người lạ, điều tra, lệnh bắt, "
        "rửa tiền, gửi hình căn cước, chụp căn cước, mất tiền, bay hết tiền, hack, bị hack, scam, scammer, otp, "
        "suspicious, fake, gift card, lottery, prize, transfer money, bưu phẩm, ma túy, tài khoản an toàn, đệm, chảo, app làm nhiệm vụ, tiền ảo, định danh mức hai, góp vốn"
    ),
    "secret_word": (
        "căn cước, căn cước công dân, chứng minh, chứng minh nhân dân, số căn cước, mã định danh, hộ chiếu, "
        "bằng lái, bảo hiểm xã hội, sổ hộ khẩu, số tài khoản, stk, số thẻ, thẻ atm, atm, visa, mật khẩu, mật mã, "
        "pass, password, pin, mã pin, otp, mã otp, mã xác nhận, mã xác thực, passport, account number"
    ),
    "cannot_read": (
        "không biết chữ, không biết đọc, không đọc được, đọc không được, đọc không ra, đọc không nổi, đọc không thấy, "
        "mù chữ, ít chữ, dốt chữ, không rành chữ, mắt mờ, mắt kém, mắt yếu, mắt lòa, mờ mắt, cườm mắt, mổ mắt, mù, "
        "chữ nhỏ, chữ nhỏ quá, nhỏ xíu, nhỏ quá, chữ bé, phóng to, chữ lớn, chữ to, lớn hơn, quên kính, mất kính, "
        "kính hư, kiếng, kính, mắt kiếng, nhìn không rõ, nhìn không thấy, thấy không rõ, không thấy chữ, đọc giùm, "
        "đọc cho nghe, nghe tiếng, gửi tiếng, giọng nói, nói miệng, lãng tai, nặng tai, điếc, màn hình bể, "
        "can't read, cannot read, too small, bigger, glasses, read aloud, illiterate, blind, không đi học, đi học, hột mè, con kiến, nói ra tiếng, voice, mắt lão, thấy đường, kèm nhèm, không trông thấy, mù"
    ),
    "data": (
        "thông tin, dữ liệu, hồ sơ, lý lịch, tên tuổi, tờ khai, giấy khai, những gì, ghi gì, lưu gì, biết gì, giữ gì, "
        "khai gì, đã khai, đã ghi, đang lưu, cá nhân, data, information, record, profile, details"
    ),
    "see": "coi, xem, cho coi, cho xem, coi lại, xem lại, kiểm tra, dò lại, đọc lại, tra, mở ra, show, see, view, check, look",
    "fix": (
        "sửa, sửa lại, đổi, đổi lại, chỉnh, chỉnh lại, điều chỉnh, cập nhật, thay, chữa lại, viết lại, ghi lại, "
        "mới đúng, mới phải, chứ không phải, fix, correct, change, update"
    ),
    "field_name": "tên, họ tên, họ và tên, tên họ, chữ lót, tên lót, tên khai sinh, dấu, name, spelled, spelling",
    "field_year": "năm sinh, tuổi, ngày sinh, sinh năm, sinh, born, age, birth, year of birth",
    "field_sex": "giới tính, nam, nữ, đàn ông, đàn bà, sex, gender, male, female",
    "field_phone": "số điện thoại, số phone, số máy, số di động, phone number",
    "field_address": "địa chỉ, chỗ ở, nhà ở, tổ, ấp, xóm, đường, hẻm, thôn, khu phố, address",
    "field_circumstances": (
        "hoàn cảnh, hộ nghèo, cận nghèo, nghèo, khuyết tật, khó khăn, tàn tật, neo đơn, thoát nghèo, circumstances"
    ),
    "field_sharing": (
        "chia sẻ, cho xã, gửi xã, gửi lên xã, đưa lên xã, cho xã coi, cho ủy ban, gửi ủy ban, đưa cho ai, cho ai coi, "
        "cho người khác, đưa hình, share, sharing, commune"
    ),
    "copy": (
        "bản sao, sao, sao chép, sao lục, sao lưu, copy, bản copy, xuất, xuất ra, tải, tải về, in ra, in giấy, file, "
        "gửi file, pdf, trích lục, một bản, chép lại, chụp lại gửi, export, download"
    ),
    "delete": (
        "xóa, xóa hết, xóa sạch, xóa tên, bỏ tên, gạch tên, gỡ tên, gỡ, hủy dữ liệu, hủy hồ sơ, bôi, tẩy, đốt, "
        "loại, bỏ ra, lấy tên ra, đừng giữ, đừng lưu, khỏi lưu, quên tôi, delete, erase, remove, wipe"
    ),
    "consent": (
        "đồng ý, chấp thuận, chấp nhận, cho phép, bằng lòng, ưng, chịu, ký, ký tên, agree, consent, permission, allow"
    ),
    "take_back": (
        "rút lại, rút, thu hồi, lấy lại, đổi ý, hết đồng ý, thôi đồng ý, không đồng ý nữa, không cho nữa, hết cho, "
        "bãi bỏ, bỏ cái giấy, hồi trước đồng ý, withdraw, take back, changed my mind, revoke"
    ),
    "leave": (
        "ra khỏi, rút khỏi, rời, rời khỏi, rút tên, rút lui, nghỉ hội, nghỉ câu lạc bộ, xin nghỉ hội, xin ra, xin rút, "
        "thôi sinh hoạt, nghỉ sinh hoạt, không tham gia nữa, thôi tham gia, hết tham gia, không sinh hoạt nữa, "
        "nghỉ hẳn, nghỉ luôn, thôi hội, thoát hội, giải nghệ, không vô nữa, nghỉ chơi, dừng bước, leave the club, quit the club, resign"
    ),
    "mute": (
        "đừng nhắn, đừng nhắc, đừng gửi, đừng báo, đừng làm phiền, tắt nhắc, tắt báo, tắt thông báo, tắt tin, "
        "tắt chuông, khỏi nhắc, khỏi nhắn, khỏi gửi, khỏi báo, thôi nhắc, thôi nhắn, thôi gửi, dừng nhắc, dừng nhắn, "
        "dừng gửi, ngưng nhắc, ngưng nhắn, ngưng gửi, ngừng nhắn, ngừng nhắc, ngừng gửi, không nhận nữa, "
        "không cần nhắc, không cần nhắn, không muốn nhận, hết cần nhắc, nhắn hoài, nhắc hoài, gửi hoài, reo hoài, "
        "làm phiền, spam, bớt nhắn, thưa bớt, tự nhớ, stop messaging, stop reminding, stop sending, unsubscribe, "
        "no more reminders, mute, bóp chông, kêu hoài, tắt tiếng, noti, tắt noti, im đi"
    ),
    "unmute": (
        "bật nhắc, mở nhắc, bật lại, mở lại, bật lên, mở lên, nhắc lại, nhắn lại, gửi lại, báo lại, mở thông báo, "
        "bật thông báo, nhắc tiếp, nhắn tiếp, như cũ, như xưa, như trước, nhận lại, nhận tin lại, hủy tắt, "
        "lỡ tắt, tắt lộn, turn on, remind me again, start again, resume, unmute"
    ),
    "remind": "nhắc, nhắn, nhắc nhở, tin nhắn, nhắn tin, thông báo, báo, tin, remind, reminder, reminders, message, messages",
    "join": (
        "đăng ký, ghi tên, ghi danh, tham gia, vô hội, vào hội, gia nhập, xin vô, xin vào, cho vô, cho vào, nhập hội, "
        "vô câu lạc bộ, vào câu lạc bộ, muốn vô, muốn vào, vô chung, sinh hoạt chung, kết nạp, khai tên, ghi vô, "
        "nhập tên, join, register, sign up, enroll, become a member"
    ),
    "for_other": "cho má, cho mẹ, cho ba, cho bà, cho ông, cho nội, cho ngoại, cho chồng, cho vợ, cho dì, cho cô, cho chú, "
    "cho bác, cho cậu, giùm, thay cho, thêm người, thêm, nữa, for my, for him, for her",
    "club": "câu lạc bộ, hội, nhóm, chi hội, đội, tổ tự giúp, club, group",
    "found": (
        "thành lập, lập, lập hội, lập câu lạc bộ, mở câu lạc bộ, mở hội, tạo câu lạc bộ, gây dựng, xây dựng câu lạc bộ, "
        "đứng ra lập, khởi động, ra mắt, found a club, start a club, set up a club"
    ),
    "code": "mã, mã số, mã mời, mã tham gia, mã vô hội, mã câu lạc bộ, qr, mã qr, code, link, đường link, linh, đường dẫn",
    "meeting": "họp, họp mặt, buổi họp, đi họp, sinh hoạt, buổi sinh hoạt, giao ban, tụ họp, họp dân, họp ban, họp nhóm, meeting, meet",
    "health": (
        "khám, khám sức khỏe, đi khám, khám bệnh, khám mắt, khám răng, đo huyết áp, đo đường, thử đường, xét nghiệm, "
        "chích ngừa, tiêm, khám lưu động, health check, checkup, check-up, screening"
    ),
    "training": "tập huấn, lớp tập huấn, lớp, buổi học, khóa học, huấn luyện, bồi dưỡng, training, class, workshop",
    "activity": (
        "văn nghệ, dưỡng sinh, tập dưỡng sinh, tập hát, múa, ra mắt, lễ ra mắt, tham quan, đi chơi, tất niên, "
        "tổng kết, thăm, giao lưu, thể dục, dọn vệ sinh"
    ),
    "event": "buổi, bữa, lịch, kỳ, sự kiện, chương trình, cuộc, event, schedule, session, calendar, hội nghị, tổng kết, giao ban, đại hội, lễ, hội thảo, liên hoan, mừng thọ",
    "when": (
        "khi nào, bao giờ, chừng nào, hồi nào, lúc nào, bữa nào, hôm nào, ngày nào, ngày mấy, mấy giờ, thứ mấy, "
        "hôm mấy, mùng mấy, giờ nào, buổi nào, sáng hay chiều, chừng mấy giờ, when, what time, what day"
    ),
    "where": "ở đâu, chỗ nào, nơi nào, đâu, địa điểm, địa chỉ nào, hướng nào, where, which place",
    "bring": (
        "mang gì, đem gì, cầm gì, mang theo, đem theo, chuẩn bị gì, cần gì, đem giấy, mang giấy, nhịn ăn, nhịn đói, "
        "ăn sáng, mặc gì, mặc áo, đem sổ, bring, fast, fasting, wear"
    ),
    "leads": (
        "dẫn, dẫn đầu, dẫn chương trình, dẫn dắt, chủ trì, cầm trịch, điều hành, phụ trách, đứng lớp, chủ tọa, đứng ra, lo buổi, làm chủ xị, "
        "leads, lead, leading, in charge, host, runs it"
    ),
    "who": "ai, người nào, cô nào, ông nào, who",
    "series": (
        "từ nay, từ giờ, từ rày, từ tháng, về sau, sau này, hàng tuần, hằng tuần, hàng tháng, hằng tháng, định kỳ, "
        "mỗi tuần, mỗi tháng, mỗi thứ, thường kỳ, thường niên, cố định, cả loạt, nguyên loạt, cả chuỗi, lặp, lặp lại, "
        "lịch lặp, luôn luôn, tất cả các buổi, mọi buổi, mấy buổi sau, hàng quý, tháng một lần, tháng 1 lần, "
        "recurring, weekly, monthly, every, from now on, permanently, for good, series, các buổi sau, mọi buổi, buổi nào cũng, trở đi, từ chừ, hằng năm, mỗi sáng, mỗi chiều, các buổi"
    ),
    "schedule": (
        "lên lịch, đặt lịch, xếp lịch, ghi lịch, tạo lịch, thêm lịch, thêm buổi, tạo buổi, đặt buổi, mở lớp, mở buổi, "
        "tổ chức, lên buổi, làm buổi, hẹn lịch, create, set up, put on the calendar, hold"
    ),
    "move": (
        "dời, dời lại, dời qua, dời sang, dời lịch, đổi lịch, đổi ngày, đổi giờ, đổi bữa, đổi sang, đổi qua, chuyển sang, "
        "chuyển qua, chuyển ngày, hoãn, hoãn lại, lùi, lùi lại, đẩy, kéo qua, sớm lại, sớm hơn, trễ lại, trễ hơn, "
        "đổi địa điểm, đổi chỗ, postpone, reschedule, move, shift"
    ),
    "cancel": (
        "hủy, hủy bỏ, hủy buổi, hủy họp, bỏ buổi, bỏ họp, nghỉ họp, nghỉ buổi, nghỉ sinh hoạt, khỏi họp, không họp, "
        "không tổ chức, không khám, dẹp, dẹp buổi, không mở, cancel, call off, drop"
    ),
    "end": "ngưng, ngừng, dừng, thôi, dứt, chấm dứt, hết, khỏi, dẹp, giải thể, kết thúc, stop, end, quit",
    "state": (
        "duyệt chưa, được duyệt chưa, nhận chưa, được nhận chưa, vô sổ chưa, có tên chưa, ghi tên chưa, ghi chưa, "
        "tới đâu rồi, đến đâu rồi, xong chưa, được chưa, có trong danh sách, trong danh sách, trả lời chưa, bấm chưa, "
        "thuộc câu lạc bộ nào, hội nào, nhóm nào, câu lạc bộ nào, ai là chủ nhiệm, ai đứng đầu, trưởng là ai, "
        "registered, accepted, approved, application"
    ),
    "roster": (
        "danh sách hội viên, danh sách thành viên, hội viên, thành viên, sổ thành viên, sổ hội viên, chờ duyệt, "
        "đang chờ, mới xin, mới ghi danh, lọc, tra cứu, kiếm, tìm, members, member list, roster, pending, khai trùng, liệt kê, trong sổ"
    ),
    "calls": (
        "danh sách gọi, gọi cho ai, gọi ai, phải gọi, cần gọi, để gọi, gọi miệng, gọi trực tiếp, không có zalo, "
        "không xài zalo, không xài điện thoại, nhắc miệng, báo miệng, tờ gọi điện, chưa đọc tin, gửi không được, "
        "call list, who to call, without zalo"
    ),
    "report": (
        "báo cáo, số liệu, thống kê, tổng hợp, tình hình, tiến độ, con số, tổng số, bao nhiêu câu lạc bộ, "
        "mấy câu lạc bộ, phần trăm, so sánh, excel, quý, các xã, xã nào, report, statistics, figures, how many members, bao nhiêu cụ, bao nhiêu người, tỷ lệ, chỉ tiêu, tính đến, toàn phường, toàn xã, tháng này, cả năm, lâu không"
    ),
    "papers": (
        "giấy tờ, hồ sơ, biên bản, đơn, lá đơn, tờ đơn, quy chế, tờ trình, mẫu, mẫu đơn, văn bản, công văn, giấy mời, "
        "danh sách ký, in, in ra, xuất hồ sơ, đóng hồ sơ, soạn, quyết định, documents, papers, minutes, form, ở đâu em, cột ký, ký nhận, để in, để ký"
    ),
    "steps": (
        "bước, bước tiếp, bước kế, bước nào, bước tới, việc, việc gì, việc nào, làm gì tiếp, làm gì nữa, còn gì, "
        "còn mấy, tới đâu, tới bước, kẹt, vướng, checklist, xong rồi, xong bước, đánh dấu, khảo sát, tiếp theo, "
        "next step, what's next, step, steps, progress, đã nộp, còn thiếu gì, chủ trương, được công nhận"
    ),
    "announce": (
        "thông báo cho, nhắn cho, nhắn bà con, báo bà con, báo cho, nhắn mọi người, báo mọi người, gửi cho mọi người, "
        "gửi mọi người, nhắn hết, báo hết, cả hội, cả xóm, cả ấp, cả làng, phát tin, phát loa, loan tin, đăng thông báo, "
        "soạn tin, nhắn tổ, bà con, mọi người, notify, announce, tell everyone, send to all, nhắn tất cả, tất cả, gửi lời, chuyển công văn, tới các, đến các, nhắc các, phổ biến, nhắc toàn bộ, toàn bộ, báo động, gửi lời nhắc, báo cho"
    ),
    "present": (
        "điểm danh, ai đi, ai tới, ai có mặt, có mặt, vắng, ai vắng, ai trả lời, chưa trả lời, chưa phản hồi, "
        "mấy người đi, bao nhiêu người đi, số người đi, chốt danh sách, ai báo đi, người đăng ký đi, "
        "attendance, who is coming, replied, confirmed, nhận lời, vắng không phép, xác nhận tham dự, chưa xác nhận, dự tập huấn, người dự"
    ),
    "invite": (
        "mời, mã mời, link mời, mời người, người cùng làm, cùng tổ chức, đồng tổ chức, quản lý chung, cấp mã, tạo mã, "
        "xin mã, lấy mã, đổi mã, cấp tài khoản, thêm người quản lý, invite, co-organiser, join code, đồng quản trị, phát mã, mời làm"
    ),
    "form": "gọi là, kêu là, kêu bằng, gọi bằng, xưng, xưng hô, đừng kêu, đừng gọi, kêu tôi, gọi tôi, call me, address me",
    "language": (
        "tiếng anh, tiếng việt, tiếng hoa, tiếng khmer, tiếng ta, tiếng mình, chữ anh, chữ việt, chữ tây, ngôn ngữ, "
        "english, vietnamese, language"
    ),
    "greeting": "chào, xin chào, alo, hello, hi, hey, chúc, tạm biệt, bye, good morning, good night, ngủ ngon, mạnh giỏi",
    "thanks": "cảm ơn, biết ơn, đội ơn, đa tạ, mang ơn, ơn con, quý hóa, giỏi quá, thank you, appreciate, good job, tốt rồi, tốt lắm, được lắm, mừng, xịn, hay quá",
    "bot": (
        "người hay máy, máy hay người, người máy, rô bốt, robot, trí tuệ nhân tạo, ai tạo ra, ai lập ra, ai làm ra, "
        "con là ai, em là ai, mày là ai, tên gì, con mấy tuổi, quê ở đâu, của cơ quan nào, ai đang nhắn, chatbot, "
        "are you a, are you human, who are you, who made you, máy trả lời, am i texting, tổng đài tự động, có giấy phép, ai đứng ra làm, của ủy ban"
    ),
    "insult": (
        "ngu, đồ ngu, ngu ngốc, khùng, điên, đồ khùng, mất dạy, cút, dốt, đồ dốt, vô dụng, vô học, óc, óc trâu, bò, "
        "đồ, con bot xạo, xạo, nói xàm, xàm, tào lao, nhảm, đồ quỷ, đồ chó, đm, vcl, vl, dở ẹc, câm, câm miệng, "
        "lải nhải, stupid, dumb, idiot, useless, garbage, shut up, ngang như cua, rác, app rác, ngáo, vô duyên, nhảm nhí, linh tinh, ngớ ngẩn, đần, mọi, nói nhảm, phát ghét, cục súc, vớ vẩn, chẳng đâu vào đâu, chán, nhảm"
    ),
    "daily": (
        "trời, mưa, nắng, nóng, lạnh, gió, ăn cơm, ăn, uống, nấu, cơm, cá, cua, rau, chợ, cà phê, trà, coi phim, cải lương, "
        "hát, vui, cười, ngon, tết, bánh, vườn, cây, ruộng, lúa, ghe, biển, ngủ, dậy, tập, đi bộ, cháu nội, cháu ngoại, "
        "con cháu, học, đám cưới, weather, rain, cooking, dinner, garden"
    ),
    "animal": "chó, mèo, gà, vịt, heo, trâu, bò, chim, cá, kiến, chuột, con két, ếch, dog, cat, chicken",
    "thing": (
        "ví, bóp, mắt kiếng, giọng, ngủ, điện, nước, mạng, sóng, dép, chìa khóa, thẻ, mùa, pin, tivi, đồ, xe, công, "
        "thời giờ, thì giờ, lòng, mặt, ngon, cây, hoa, giấy, tiền"
    ),
    "past": "tháng trước, năm ngoái, năm trước, tuần trước, hồi trước, hồi xưa, hồi đó, ngày xưa, hồi nhỏ, lâu rồi, bữa trước, bận trước, lần trước, kỳ trước, đợt trước, hôm trước, bữa rồi, hôm rồi, lần rồi, kỳ rồi, bữa hổm, bữa kia, hôm bữa, last year, last month, years ago",
    "now": "bây giờ, nãy giờ, hồi nãy, mới đây, hồi sáng, hồi khuya, đang, vừa, mới, just, right now",
    "back": "quay lại, trở lại, trở về, lui lại, lùi lại, câu trước, câu nãy, bấm nhầm, back, previous",
    "way": (
        "qua cầu, cầu khỉ, cầu ván, cầu tre, cầu đúc, cầu sắt, cầu dừa, qua sông, qua kinh, qua đò, quẹo trái, quẹo phải, quẹo, cua, mé sông, đầu hẻm, cuối hẻm, "
        "cuối đường, cuối ấp, đầu ấp, cổng chào, cây me, cây bàng, cây đa, hàng dừa, hàng rào, nhà không số, không có số nhà, across the bridge"
    ),
    "skip": "bỏ qua, qua câu, câu khác, bỏ câu, cho qua, nhảy qua, khỏi trả lời, không trả lời, skip, next one",
    "halt": (
        "dừng lại, ngừng lại, ngưng lại, thôi khỏi, dẹp đi, dẹp, không làm nữa, không ghi nữa, khỏi ghi, thôi ghi, hủy, "
        "đóng lại, thoát, nghỉ, nghỉ giữa chừng, bỏ đi, không khai nữa, cancel, quit, exit"
    ),
    "help": (
        "giúp, chỉ, chỉ giùm, hướng dẫn, không hiểu, không biết làm, không biết bấm, làm sao, bấm sao, bấm chỗ nào, "
        "cách bấm, cách xài, nghĩa là sao, là sao, help, how do i, don't understand, confused"
    ),
    "menu": "menu, trang chủ, đầu trang, mục lục, danh mục, về đầu, bắt đầu lại, mấy cái nút, main menu, home, màn hình chính, quay về đầu, trang chính, trang tổng quan, tổng quan",
    "repeat": "nói lại, nhắc lại câu, hỏi lại, đọc lại câu, lặp lại, nói gì, con nói gì, hỏi gì, repeat, say again, pardon",
    "go_on": "tiếp, tiếp tục, ghi tiếp, làm tiếp, hỏi tiếp, tiếp đi, típ, continue, go on, carry on, resume",
    "go": "đi, tới, đến, dự, tham dự, có mặt, ra, đi họp, đi khám, come, coming, going, attend, be there",
    "busy": (
        "bận, mắc, kẹt, vướng, bận việc, mắc việc, mắc công chuyện, đám cưới, giữ cháu, trông cháu, coi cháu, "
        "ở nhà, vắng, xin nghỉ, xin vắng, nghỉ, busy, can't make it, skip this"
    ),
    "free": "rảnh, sắp xếp được, thu xếp được, được, free, available",
    "all": "cả hai, cả nhà, cả ba, hết, tất cả, hai người, đủ, cả, luôn, both, all, everyone",
    "only": "chỉ, chỉ có, mình, có mình, một mình, thôi, trừ, ngoài, riêng, only, except, just",
    "rule": (
        "điều kiện, thủ tục, quy định, tiêu chí, quyền lợi, nghĩa vụ, trách nhiệm, chế độ, trợ cấp, bảo hiểm y tế, "
        "lương hưu, mừng thọ, chính sách, lãi, lãi suất, vay vốn, kế hoạch 2836, đề án, luật, nhiệm vụ, cách làm, "
        "là gì, làm gì, gồm những gì, có mất tiền không, có được không, ra sao, thế nào, benefit, requirement, policy"
    ),
}


class Found(NamedTuple):
    """A concept among the words of a message."""

    concept: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, list[tuple[str, str]]], int]:
    """Folded phrase → the phrase as it stands above and its concept; and the longest one's words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for concept, phrases in CONCEPTS.items():
        # A start waits for this: all of a concept are folded at once, and spelled when they are met.
        for phrase, folded in zip(phrases.split(", "), fold(phrases).split(", "), strict=True):
            if may_be_short(folded):
                folded = " ".join(map(fold, words_of(phrase)))
            found.setdefault(folded, []).append((phrase, concept))
    return found, max(folded.count(" ") for folded in found) + 1


_spelled = lru_cache(maxsize=4096)(words_of)


def _typed_so(typed: str, known: str, plain: str) -> bool:
    return typed in (known, plain)


@lru_cache(maxsize=512)
def concepts_of(message: Message) -> tuple[Found, ...]:
    """The concepts of a message in the order of its words; of overlapping ones the longest."""
    table, longest = _table()
    words, plain = message.words, message.plain
    found: list[Found] = []
    for start in range(len(words)):
        taken: set[str] = set()
        for end in range(min(start + longest, len(words)), start, -1):
            for phrase, concept in table.get(" ".join(plain[start:end]), ()):
                if concept in taken:
                    continue
                if all(map(_typed_so, words[start:end], _spelled(phrase), plain[start:end])):
                    taken.add(concept)
                    found.append(Found(concept, start, end))
    longer = [
        each
        for each in found
        if not any(
            other.concept == each.concept
            and other is not each
            and other.start <= each.start
            and each.end <= other.end
            and (other.end - other.start) > (each.end - each.start)
            for other in found
        )
    ]
    return tuple(longer)
