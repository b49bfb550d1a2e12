"""Values that are put right, told beside another's, about so much, or explained: a row a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from bot.intents.answers import answer_of
from bot.intents.choices import read_choice
from bot.intents.classifier import lean
from bot.intents.hints import hints_of
from bot.intents.message import read_message
from bot.intents.scene import Asked, Scene
from bot.intents.slots import entities_of
from bot.intents.understanding import Intent
from bot.intents.values import read_value
from bot.intents.values.numbers import count_present

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (Asked.YEAR, "nam ba, a khong nam hai", "1952"),
        (Asked.YEAR, "tui tuổi Mão, năm bốn mốt… à không, năm mốt", "1951"),
        (Asked.YEAR, "1948, quên, 1947", "1947"),
        (Asked.YEAR, "năm 48, nhầm rồi 49", "1949"),
        (Asked.YEAR, "sinh năm 1951 chứ không phải 1957", "1951"),
        (Asked.YEAR, "hồi nãy ghi 1952, 1953 mới đúng", "1953"),
        (Asked.YEAR, "1944, ủa hông, 1945", "1945"),
        (Asked.YEAR, "fifty two, sorry, fifty three", "1953"),
        (Asked.TIME, "9 giờ, à quên 9 giờ có đám ma, thôi 10 giờ", "10:00"),
        (Asked.TIME, "7 giờ tối, à lộn 8 giờ", "20:00"),
        (Asked.TIME, "2h chiều, à lộn 2 rưỡi", "14:30"),
        (Asked.TIME, "10g sáng, sửa lại 9g30", "09:30"),
        (Asked.TIME, "chín giờ chợ còn đông lắm thôi con ghi mười giờ sáng nghe", "10:00"),
        (Asked.TIME, "định 2h mà nắng quá, thôi 3h chiều", "15:00"),
        (Asked.TIME, "8 giờ sáng, để em báo bà con", "08:00"),
        (Asked.MONEY, "xin 20tr. ho cho 12tr thoi", "12000000"),
        (Asked.NUMBER, "ghế thì sáu mươi cái, tôi đếm đi đếm lại được bốn mươi bảy người", "47"),
        (Asked.TIME, "7h, thôi 7h30 cho thong thả", "07:30"),
        (Asked.TIME, "3 gio chieu, y quen 4 gio", "16:00"),
        (Asked.DATE, "thứ bảy, à không thứ sáu tuần tới", "2026-12-11"),
        (Asked.DATE, "thứ bảy tuần tới, à không thứ sáu", "2026-12-11"),
        (Asked.DATE, "15/1, à lộn 16", "2027-01-16"),
        (Asked.DATE, "ngay 20 thang nay, y lon, 21", "2026-12-21"),
        (Asked.MONEY, "15 triệu, à không, 12 triệu thôi", "12000000"),
        (Asked.MONEY, "15 triệu, à không, 12 thôi", "12000000"),
        (Asked.MONEY, "500 ngàn, quên, 600 ngàn", "600000"),
        (Asked.NUMBER, "mười hai hộ, quên, mười ba", "13"),
        (Asked.NUMBER, "52 người, à có ba người mới xin vô", "52"),
        (Asked.NUMBER, "chắc tầm 60 ạ, chưa đếm kỹ, à mà trừ cụ Toản mới mất là 59", "59"),
        (Asked.NUMBER, "45, nhầm, 54", "54"),
        (Asked.NUMBER, "hai mươi, thôi ghi hai mốt đi", "21"),
        (Asked.NUMBER, "có 61, mới xin ra hai người còn 59", "59"),
        (Asked.NUMBER, "48 hội viên, tháng rồi mất một cụ còn 47", "47"),
        (Asked.NUMBER, "năm mươi hai, trừ hai người dọn đi là năm chục", "50"),
        (Asked.PHONE, "0300000778 à lộn 0300000787", "0300000787"),
        (Asked.PHONE, "0300 000 111, ủa nhầm, 0300 000 112", "0300000112"),
        (Asked.PHONE, "khong ba trăm ba số không nữa rồi 1 3 7", "0300000137"),
        (Asked.PHONE, "không ba, hai số không, ba số không, bảy chín một", "0300000791"),
        (Asked.NUMBER, "tỉnh giao cho xã tôi năm tới phải lập ba cái", "3"),
        (Asked.NUMBER, "gần sáu chục người", "60"),
        (Asked.NUMBER, "năm sáu chục người", "60"),
        (Asked.NUMBER, "áng chừng bốn chục", "40"),
        (Asked.NUMBER, "hơn năm chục người", "50"),
        (Asked.NUMBER, "trên dưới bốn mươi", "40"),
        (Asked.NUMBER, "hai ba chục người", "30"),
        (Asked.NUMBER, "không biết được", None),
        (Asked.NUMBER, "tháng tới lập 4 câu lạc bộ", "4"),
        (Asked.NUMBER, "xã giao chỉ tiêu năm sau hai câu lạc bộ", "2"),
        (Asked.MONEY, "chừng năm sáu triệu mua cặp heo giống", "6000000"),
        (Asked.MONEY, "bảy tám trăm ngàn gì đó", "800000"),
        (Asked.MONEY, "chung ba bon trieu", "4000000"),
        (Asked.MONEY, "sáu bảy chục ngàn", "70000"),
        (Asked.MONEY, "tầm hai ba trăm nghìn một tháng", "300000"),
        (Asked.MONEY, "một hai triệu gì đấy", "2000000"),
        (Asked.MONEY, "ba lăm triệu", "35000000"),
        (Asked.MONEY, "bốn mươi lăm ngàn", "45000"),
        (Asked.MONEY, "năm trăm ngàn", "500000"),
        (Asked.MONEY, "hai trăm rưỡi", "250000"),
        (Asked.MONEY, "mot trieu ruoi", "1500000"),
        (Asked.YEAR, "nhỏ thua tui đúng một giáp, mà tui thì năm hai", "1964"),
        (Asked.YEAR, "bả cầm tinh con rồng, nhỏ thua tui đúng một giáp, mà tui thì năm hai", "1964"),
        (Asked.YEAR, "ông hơn bà ba tuổi mà bà thì sinh năm 50", "1947"),
        (Asked.YEAR, "bà nhỏ hơn ông hai tuổi, ông sinh 1945", "1947"),
        (Asked.YEAR, "ba thua tui 4 tuoi, tui 1950", "1954"),
        (Asked.YEAR, "lớn hơn tui một giáp, tui sinh năm 1960", "1948"),
        (Asked.YEAR, "hơn u nhà cháu nửa giáp, u sinh năm 54", "1948"),
        (Asked.YEAR, "tui năm mươi, bà xã kém tui năm tuổi", "1955"),
        (Asked.YEAR, "kém tôi ba tuổi, tôi thì 1949", "1952"),
        (Asked.YEAR, "bằng tuổi ông Hồ hàng xóm, cùng năm mốt cả", "1951"),
        (Asked.YEAR, "tôi sinh năm 52, bà nhà tôi sinh sau tôi hai năm", "1954"),
        (Asked.YEAR, "già hơn chú Tư hai tuổi, chú Tư năm bốn tám", "1946"),
        (Asked.YEAR, "she is three years older than me and I was born in 1950", "1947"),
        (Asked.YEAR, "she was born in fifty-eight", "1958"),
        (Asked.YEAR, "born in nineteen forty-eight", "1948"),
        (Asked.YEAR, "in forty nine", "1949"),
        (Asked.YEAR, "mạ tui tám mươi tuổi tây, còn tuổi ta là tám mốt", "1946"),
        (Asked.YEAR, "ngoại không có khai sanh, áng chừng tám chục ngoài", None),
        (Asked.YEAR, "ngoài tám mươi rồi con", None),
        (Asked.YEAR, "chừng bảy mấy", None),
        (Asked.YEAR, "tám mươi mấy tuổi rồi ai nhớ", None),
        (Asked.YEAR, "ong nam nay tam chuc ngoai", None),
        (Asked.YEAR, "gần tám chục rồi con", "1946"),
        (Asked.YEAR, "78 tuổi", "1948"),
        (Asked.YEAR, "bảy lăm tuổi", "1951"),
        (Asked.YEAR, "tám ba tuổi ta", "1944"),
        (Asked.TIME, "mot gio rui trua", "13:30"),
        (Asked.TIME, "bảy giờ rưởi", "07:30"),
        (Asked.TIME, "ba giờ kém mười lăm chiều", "14:45"),
        (Asked.TIME, "lùi lại nửa tiếng là 8 giờ", "08:00"),
        (Asked.DATE, "muoi chin thang nam giong ngay sanh Bac nam bon chin", "1949-05-19"),
        (Asked.DATE, "ngày hai mươi tháng mười năm sáu ba", "1963-10-20"),
        (Asked.DATE, "ngay 5 thang 3 nam bon bay", "1947-03-05"),
        (Asked.DATE, "mười lăm tháng ba năm hai bảy", "2027-03-15"),
        (Asked.DATE, "mồng hai tháng chín năm 1945", "1945-09-02"),
        (Asked.DATE, "ngày 10 tháng năm", "2027-05-10"),
        (Asked.DATE, "de ngay 20 thang nay di, truoc Noel ba con con ranh", "2026-12-20"),
        (Asked.DATE, "ngày Noel luôn", "2026-12-25"),
        (Asked.DATE, "trước Noel một ngày, 24/12", "2026-12-24"),
        (Asked.DATE, "thứ bảy 19, gần Noel vui", "2026-12-19"),
        (Asked.DATE, "qua Noel, ngày 28", "2026-12-28"),
        (Asked.DATE, "cuối tháng ni, ngày áp chót đó em", "2026-12-30"),
        (Asked.NAME, "Câu lạc bộ liên thế hệ Nắng Chiều, hôm bữa bỏ phiếu rồi", "Câu lạc bộ liên thế hệ Nắng Chiều"),
        (Asked.NAME, "CLB Hoa Sen Trắng, cả tổ biểu quyết rồi", "CLB Hoa Sen Trắng"),
        (Asked.NAME, "clb hoa sen trang, ca to bieu quyet roi", "clb hoa sen trang"),
        (Asked.NAME, "Câu lạc bộ Bình Minh - mấy bà ưng tên này", "Câu lạc bộ Bình Minh"),
        (Asked.NAME, "clb liên thế hệ thôn Đoài (họp hôm thứ 7 chốt rồi)", "clb liên thế hệ thôn Đoài"),
        (Asked.NAME, "CLB Sum Vầy. Tên này ông Tám đặt", "CLB Sum Vầy"),
        (Asked.NAME, "CLB Sum Vầy, Xóm Đình", "CLB Sum Vầy, Xóm Đình"),
        (Asked.NAME, "CLB Sum Vầy, ở đây ai cũng ưng", "CLB Sum Vầy"),
        (Asked.NAME, "Câu lạc bộ mang tên: Ngọc Hà Ấm Áp", "Ngọc Hà Ấm Áp"),
        (Asked.NAME, "clb tụi tôi lấy tên là Tình Quê", "Tình Quê"),
        (Asked.NAME, "Câu lạc bộ Liên thế hệ Khu phố 3, phường Bà Rịa", "Câu lạc bộ Liên thế hệ Khu phố 3"),
        (Asked.NAME, "Võ Văn Kiếm, à mà viết là Kiểm, dấu hỏi", "Võ Văn Kiểm"),
        (Asked.NAME, "Phạm Thị Nhàn nha, nhàn có h, hông phải nhạn", "Phạm Thị Nhàn"),
        (Asked.NAME, "Trần Thị Mân, ghi đúng là Mẫn nghe con", "Trần Thị Mẫn"),
        (Asked.NAME, "dạ tên Đỗ Thị Lụa ạ, cụ mù chữ nên cháu gõ thay", "Đỗ Thị Lụa"),
        (Asked.NAME, "Ghi cho mẹ là Phùng Thị Chắt, chắt trong chắt chiu", "Phùng Thị Chắt"),
        (Asked.NAME, "Hồ Văn Lượm mà xóm ai cũng kêu ông Tám Lượm", "Hồ Văn Lượm"),
        (Asked.CALLED, "bầm Lan, người Phú Thọ nhà em gọi mẹ là bầm", "bầm Lan"),
        (Asked.CALLED, "tía Ba, tụi em người miền Tây kêu cha bằng tía", "tía Ba"),
        (Asked.CALLED, "o Gái, dân Huế kêu rứa", "o Gái"),
        (Asked.CALLED, "kêu bằng o Lý là được rồi con", "o Lý"),
        (Asked.CALLED, "Gọi tôi là đồng chí Thắng", "đồng chí Thắng"),
        (Asked.CALLED, "just call her Mrs Lan", "Mrs Lan"),
        (Asked.CALLED, "cứ gọi tôi là bà giáo Thục", "bà giáo Thục"),
        (Asked.CALLED, "Cả xóm gọi tôi là ông trùm Khải, anh cứ thế mà gọi", "ông trùm Khải"),
        (Asked.CALLED, "cứ kêu là mệ Xuyến cho bà con quen tai", "mệ Xuyến"),
        (Asked.CALLED, "ở xóm ai cũng kêu bà là bà năm bánh khọt", "bà Năm bánh khọt"),
        (Asked.CALLED, "cứ kêu bà Bảy Bánh Bò, cả chợ biết", "bà Bảy Bánh Bò"),
        (Asked.CALLED, "nha em goi bang u, khong ai goi me ca, que em Nam Dinh", "u"),
        (Asked.CALLED, "u Thơm, dân Bắc gọi mẹ bằng u", "u Thơm"),
        (Asked.CALLED, "bu nhà cháu tên Nụ, cứ gọi bu Nụ", "bu Nụ"),
        (Asked.CALLED, "keu la ong Muoi Xich Lo", "ong Muoi Xich Lo"),
        (Asked.CALLED, "bà Tư, mà ngoài chợ quen gọi bà Tư Bún", "bà Tư Bún"),
        (Asked.CALLED, "bá Hoan, ngoài Bắc gọi chị của mẹ là bá", "bá Hoan"),
        (Asked.CALLED, "già Ksor, buôn này ai cũng gọi thế", "già Ksor"),
        (Asked.CALLED, "chú Bảy", "chú Bảy"),
        (Asked.CALLED, "gọi tui là Tư Ếch", "Tư Ếch"),
        (Asked.CALLED, "kêu Tư được rồi", None),
        (Asked.CALLED, "o bên nhà kêu bằng ngoại", "ngoại"),
        (Asked.SEX, "bà chớ ai, mạ mà con hỏi nam hay nữ", "Nữ"),
        (Asked.SEX, "nam hay nữ gì, ông già chống gậy đây nè", "Nam"),
        (Asked.SEX, "đàn bà con ơi, tên Hùng nhưng mà đàn bà", "Nữ"),
    ],
)  # fmt: skip
def test_what_is_told_in_a_roundabout_way(asked: Asked, typed: str, value: str | None) -> None:
    assert read_value(read_message(typed), Scene(asked=asked), TODAY).value == value


@pytest.mark.parametrize(
    "typed", ["chừng năm sáu triệu", "hai ba chục người", "gần sáu chục người"]
)
def test_about_so_much_is_not_sure(typed: str) -> None:
    asked = Asked.MONEY if "triệu" in typed else Asked.NUMBER
    assert not read_value(read_message(typed), Scene(asked=asked), TODAY).is_sure


@pytest.mark.parametrize(
    ("typed", "present"),
    [
        ("bữa ni ba mươi hai người tới, vắng mười, hai người phép", "32"),
        ("hôm qua đi 23 trên 30, hai thôn ven biển bận", "23"),
        ("hăm ba người ra, còn lại ở nhà", "23"),
        ("29 trên 40, mưa lớn quá", "29"),
        ("đếm được ba chục bà con", "30"),
        ("vắng 2: bà Lài, ông Đáng", None),
        ("đủ mặt trừ cụ Huấn", None),
    ],
)
def test_how_many_came(typed: str, present: str | None) -> None:
    assert count_present(read_message(typed)) == present


PARTS = ("Buổi sáng", "Buổi chiều", "Buổi tối")
RELATIONS = ("Con ruột", "Cháu", "Hàng xóm")
POOR = ("Hộ nghèo", "Hộ cận nghèo", "Không thuộc hộ nào")
EVENTS = ("Họp tháng", "Đo huyết áp", "Tập huấn")
PLACES = ("Phước Tỉnh", "Long Hải", "Lộc An")


@pytest.mark.parametrize(
    ("labels", "typed", "place"),
    [
        (PARTS, "trưa trật xế tui mới rảnh, sáng bận bán cháo", 1),
        (("Sáng","Chiều"), "trưa trật xế tui mới rảnh, sáng bận bán cháo", 1),
        (PARTS, "sáng thì bận chợ, chiều thì được", 1),
        (PARTS, "sau bữa cơm tối", 2),
        (PARTS, "tinh mơ, tui dậy sớm lắm", 0),
        (PARTS, "sang chu di lay ve roi, chieu chu ban, dem moi ranh", 2),
        (("Sáng","Tối","Cả ngày"), "ban ngay me giu chau, thoi lay cai toi toi", 1),
        (PARTS, "toi ba ngu som, trua thi nang, thoi luc ga gay mat troi di", 0),
        (PARTS, "xế xế đi con, nắng dịu rồi hẵng ra", 1),
        (PARTS, "lúc lên đèn, cơm nước xong xuôi", 2),
        (PARTS, "ban ngày đi làm mướn hết, tối mới ở nhà", 2),
        (PARTS, "chiều nấu cơm, tối coi cháu, thôi sáng đi", 0),
        (PARTS, "tờ mờ sáng là tui dậy, cứ sáng mà làm", 0),
        (PARTS, "sáng đi con", 0),
        (PARTS, "chiều nào cũng được", 1),
        (PARTS, "toi bua toi ranh", 2),
        (PARTS, "sáng mắc đưa cháu đi học, chiều rảnh rang", 1),
        (PARTS, "tan chợ về, cỡ xế", 1),
        (RELATIONS, "ở sát vách thôi chứ chẳng họ hàng gì", 2),
        (RELATIONS, "cháu gọi bằng bà, con của cậu út", 1),
        (RELATIONS, "nhà sát bên, tối lửa tắt đèn có nhau", 2),
        (RELATIONS, "đẻ ra tui đó, mẹ ruột mà", 0),
        (POOR, "nam ngoai co so ngheo ma nam nay bi cat roi, hong con so gi het", 2),
        (POOR, "mới thoát nghèo hồi tháng tư", 2),
        (POOR, "xã rút sổ năm rồi", 2),
        (POOR, "chưa tới mức nghèo, cận thôi", 1),
        (POOR, "có sổ nghèo", 0),
        (POOR, "sổ cận nghèo còn hạn", 1),
        (EVENTS, "cái đo máu đó con", 1),
        (EVENTS, "vụ đo áp huyết", 1),
        (EVENTS, "cái bữa học sơ cứu á", 2),
        (EVENTS, "họp hành gì đó", 0),
        (PLACES, "cái thứ chót á con, gần nhà bà", 2),
        (PLACES, "cái thứ đầu", 0),
        (("Người lớn tuổi","Người nhà","Muốn lập câu lạc bộ"), "tôi là người già đây chứ còn người nhà nào nữa, tôi tự ghi cho tôi", 0),
    ],
)  # fmt: skip
def test_an_option_in_other_words(labels: tuple[str, ...], typed: str, place: int) -> None:
    assert read_choice(read_message(typed), labels).labels == (labels[place],)


ILL = ("Huyết áp", "Tiểu đường", "Khớp", "Mắt")
PAPERS = ("Đơn đề nghị", "Quy chế", "Danh sách hội viên")
WISHES = ("Sức khỏe", "Văn nghệ", "Vay vốn", "Chăm sóc tại nhà")
FUN = ("Hát", "Cờ tướng", "Nấu ăn")


@pytest.mark.parametrize(
    ("labels", "typed", "places"),
    [
        (ILL, "ba bi cao mau voi lai nhuc khop, con mat thi con sang", (0, 2)),
        (ILL, "mắt kém, gối thì đau suốt, đường huyết thì ổn", (2, 3)),
        (ILL, "lên máu hoài, còn mắt còn tinh", (0,)),
        (PAPERS, "Chọn các mục 2, 3. Mục 1 đã hoàn thành", (1, 2)),
        (WISHES, "ông Sáu mê đờn ca vọng cổ, với cần người tới nhà đỡ đần lúc em đi chợ", (1, 3)),
        (FUN, "số 1 và 3, số 2 làm rồi", (0, 2)),
        (FUN, "hát hò với nấu nướng thì được, cờ tui mù tịt", (0, 2)),
    ],
)
def test_several_in_other_words(
    labels: tuple[str, ...], typed: str, places: tuple[int, ...]
) -> None:
    found = read_choice(read_message(typed), labels, several=True).labels
    assert sorted(found) == sorted(labels[place] for place in places)


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (Asked.YEAR, "em hông nhớ nữa để tối em coi sổ hộ khẩu r nhắn", "later"),
        (Asked.YEAR, "không nhớ rõ, mai về tui hỏi lại bả", "later"),
        (Asked.YEAR, "nỏ nhớ nữa, giấy mất từ hồi lụt năm 99", "unknown"),
        (Asked.YEAR, "ngoại không có khai sanh, áng chừng tám chục ngoài", "unknown"),
        (Asked.NUMBER, "tui đâu có nắm, bên giảm nghèo họ cầm sổ", "unknown"),
        (Asked.NUMBER, "cái đó tôi mù tịt, hỏi chị văn thư ấy", "unknown"),
        (Asked.NAME, "Chưa bầu. Hai phe đang cãi nhau, phe nào cũng đòi.", "none"),
        (Asked.NAME, "đã chốt được tên đâu", "none"),
        (Asked.NAME, "chưa đặt, để mai họp xong đã", "later"),
        (Asked.MONEY, "Không phát sinh chi", "0"),
        (Asked.ATTENDANCE, "đủ mặt trừ cụ Huấn với bà Tuyết", "đủ mặt trừ cụ Huấn với bà Tuyết"),
        (Asked.ATTENDANCE, "bữa ni ba mươi hai người tới, vắng mười", "32"),
        (Asked.ATTENDANCE, "dạ đủ hết", "yes"),
    ],
)
def test_what_is_no_value(asked: Asked, typed: str, value: str) -> None:
    scene, message = Scene(asked=asked), read_message(typed)
    found = answer_of(message, scene, hints_of(message, scene), None)
    assert found.entities.as_json() == {"value": value}


def test_who_does_not_know_which_option_it_is_takes_none() -> None:
    scene, message = (
        Scene(asked=Asked.CHOICE, choices=POOR),
        read_message("hổng biết thuộc diện nào nữa em"),
    )
    found = answer_of(message, scene, hints_of(message, scene), None)
    assert found.entities.as_json() == {"value": "unknown"}


@pytest.mark.parametrize(
    ("typed", "choices", "value"),
    [
        ("thôi khỏi nhờ cô Bảy gọi, em chạy qua nhà cô luôn", ("Nhờ gọi", "Thôi"), "no"),
        ("khoi keu ai het nghen, hoi con du roi", ("Gửi người phụ trách", "Thôi"), "no"),
        ("đừng gọi cổ, cổ bận lắm", ("Nhờ gọi", "Thôi"), "no"),
        ("khỏi hỏi nữa, gửi đi con", ("Gửi", "Thôi"), "Gửi"),
        ("khoi hoi nua dung roi con", ("Đúng", "Sai"), "Đúng"),
        ("2 nha e", ("Phải", "Không phải"), "no"),
        ("1 nghen e", ("Phải", "Không phải"), "yes"),
    ],
)
def test_what_is_offered_and_turned_down(typed: str, choices: tuple[str, ...], value: str) -> None:
    message, scene = read_message(typed), Scene(asked=Asked.CONFIRM, choices=choices)
    found = answer_of(message, scene, hints_of(message, scene), None)
    assert found.entities.value == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("het roi do con", "none"), ("đủ rồi, không còn ai nữa", "none"), ("hết, có bà Hai Mận thôi", "hết, có bà Hai Mận thôi")],
)  # fmt: skip
def test_the_end_of_a_list_is_nobody(typed: str, value: str) -> None:
    message, scene = read_message(typed), Scene(asked=Asked.LIST)
    assert answer_of(message, scene, hints_of(message, scene), None).entities.value == value


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("Tôi không cần tiếng Anh, chuyển lại tiếng Việt", "vi"),
        ("đổi qua tiếng anh, tôi không đọc được tiếng việt", "en"),
        ("tui hong biet tieng anh", "vi"),
        ("nói tiếng Anh đi", "en"),
    ],
)
def test_which_language_is_wanted(typed: str, language: str) -> None:
    message, scene = read_message(typed), Scene()
    found = entities_of(Intent.LANGUAGE, message, scene, hints_of(message, scene), None, lean)
    assert found.as_json()["language"] == language
