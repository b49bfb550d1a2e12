"""Answers by the kind of question, as people give them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intents.choices import read_choice
from bot.intents.codes import find_code, find_secret
from bot.intents.message import read_message
from bot.intents.scene import Asked, Scene
from bot.intents.understanding import Secret
from bot.intents.values import read_value
from bot.intents.values.moments import read_moment
from bot.intents.values.phones import phones_in
from bot.intents.values.texts import entries_of

TODAY = date(2026, 12, 1)
NOW = datetime.fromisoformat("2026-12-01T08:00:00+07:00")


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (Asked.YEAR, "1955", "1955"),
        (Asked.YEAR, "tui sanh 1940 chẵn", "1940"),
        (Asked.YEAR, "sinh nam mot ngan chin tram nam muoi", "1950"),
        (Asked.YEAR, "bà tuổi Tuất, sanh năm một chín bốn sáu", "1946"),
        (Asked.YEAR, "co tuoi ngo, sanh nam nam tu", "1954"),
        (Asked.YEAR, "giấy ghi 1952 mà thiệt ra 1950", "1950"),
        (Asked.YEAR, "cccd ghi 1952 chứ thiệt ra 1950, cứ ghi theo giấy", "1952"),
        (Asked.YEAR, "sinh năm bốn chín tuổi kỷ sửu", "1949"),
        (Asked.YEAR, "bảy mươi tuổi con ơi", "1956"),
        (Asked.YEAR, "năm nay bảy tám bảy chín gì đó", None),
        (Asked.NUMBER, "60 phần trăm, à nhầm, đang hỏi số người, 41", "41"),
        (Asked.ADDRESS, "o ap Lang Dai, ke cho moi", "ap Lang Dai, ke cho moi"),
        (Asked.NUMBER, "khoảng năm chục mấy người, ghi năm hai đi con", "52"),
        (Asked.NUMBER, "47, k tính 2 cái chờ QĐ", "47"),
        (Asked.MONEY, "một trăm hai chục ngàn một người, đóng đủ rồi", "120000"),
        (Asked.MONEY, "xã cho 3 triệu, bà con góp thêm 2 triệu", "5000000"),
        (Asked.MONEY, "thu 500k ủng hộ", "500000"),
        (Asked.DATE, "thứ năm này em kẹt nên để thứ tư đi", "2026-12-02"),
        (Asked.TIME, "5h sáng tui dậy rồi, gặp lúc 6 rưỡi sáng", "06:30"),
        (Asked.CALLED, "cu keu ong Sau Lua, ca xom keu vay", "ong Sau Lua"),
        (Asked.CALLED, "Bảy Mộc, ai ở đây cũng kêu vậy", "Bảy Mộc"),
        (Asked.TEXT, "ghi là: bà con đề nghị thêm nước uống, ghi y vậy", "bà con đề nghị thêm nước uống"),
        (Asked.ADDRESS, "hỏi hoài, tôi trả lời rồi: sau lưng chợ", "sau lưng chợ"),
        (Asked.YEAR, "tam muoi mot tuoi", "1945"),
        (Asked.YEAR, "tám mươi tám tuổi lận đó", "1938"),
        (Asked.YEAR, "77 tuoi ta", "1950"),
        (Asked.YEAR, "Bính Tuất", "1946"),
        (Asked.YEAR, "sinh năm bốn mươi mốt", "1941"),
        (Asked.YEAR, "ngày 3 tháng 9 năm 1949", "1949"),
        (Asked.YEAR, "grandpa was born in 1939", "1939"),
        (Asked.YEAR, "83t", "1943"),
        (Asked.PHONE, "số má là 0373 552 018 nghen em", "0373552018"),
        (Asked.PHONE, "khong chin khong bay sau sau mot hai ba tam", "0907661238"),
        (Asked.PHONE, "+84 79 334 5021", "0793345021"),
        (Asked.PHONE, "0254.3.876.119 MÁY BÀN", "02543876119"),
        (Asked.NAME, "Phan Thị Lài", "Phan Thị Lài"),
        (Asked.NAME, "nguyeenx vawn ba", "Nguyễn Văn Ba"),
        (Asked.NAME, "Dạ ngoại con tên Đặng Thị Mười Hai ạ", "Đặng Thị Mười Hai"),
        (Asked.NAME, "tên chi hỏi hoài, Võ Thị Lẹ đó", "Võ Thị Lẹ"),
        (Asked.NAME, "Ngô Thị Thôi (má của Nhi)", "Ngô Thị Thôi"),
        (Asked.NAME, "Bà cụ Trần Thị Sảnh, 83 tuổi", "Trần Thị Sảnh"),
        (Asked.DATE, "18/12 nha", "2026-12-18"),
        (Asked.DATE, "SÁNG CHỦ NHẬT TUẦN TỚI", "2026-12-13"),
        (Asked.TIME, "10H KEM 10", "09:50"),
        (Asked.TIME, "sáu giờ rưỡi sáng", "06:30"),
        (Asked.NUMBER, "61 người", "61"),
        (Asked.NUMBER, "hai vo chong gia voi con cho, ghi 2", "2"),
        (Asked.MONEY, "4 trieu ruoi", "4500000"),
        (Asked.MONEY, "khong thu dong nao cua ba con", "0"),
        (Asked.MONEY, "10 củ", "10000000"),
        (Asked.SEX, "gái, bà già rồi mà", "Nữ"),
        (Asked.CALLED, "mẹ chồng tui", "mẹ chồng"),
        (Asked.CALLED, "thằng cậu Bảy", "cậu Bảy"),
        (Asked.ADDRESS, "ấp Hải Sơn, tổ 11 nha con", "ấp Hải Sơn, tổ 11"),
        (Asked.TIME, "10g sáng, sửa lại 9g30 giùm chị", "09:30"),
        (Asked.TIME, "mười bốn giờ", "14:00"),
        (Asked.TIME, "quarter to nine", "08:45"),
        (Asked.YEAR, "tui đẻ năm lụt lớn trôi nhà, ba tui nói là năm bốn tám", "1948"),
        (Asked.YEAR, "nam nay ong cu 91", "1935"),
        (Asked.DATE, "15 tây tháng tới", "2027-01-15"),
        (Asked.DATE, "hạn chót là ngày cuối năm", "2026-12-31"),
        (Asked.DATE, "the last day of the year", "2026-12-31"),
        (Asked.DATE, "15th of next month", "2027-01-15"),
        (Asked.DATE, "Jan 15th", "2027-01-15"),
        (Asked.DATE, "thứ sáu 18", "2026-12-18"),
        (Asked.DATE, "sinh ngày 3 tháng 2 năm 48", "1948-02-03"),
        (Asked.MONEY, "tui mượn 5tr thôi, mua heo con", "5000000"),
        (Asked.MONEY, "quyx hieenj cos 3tr2", "3200000"),
        (Asked.MONEY, "con lai 1tr8 sau khi mua qua", "1800000"),
        (Asked.MONEY, "củ rưỡi", "1500000"),
        (Asked.MONEY, "mỗi đứa một triệu, hai đứa là hai triệu", "2000000"),
        (Asked.MONEY, "five hundred thousand dong", "500000"),
        (Asked.NUMBER, "đúng năm mươi hội viên, trong đó 30 bà", "50"),
        (Asked.NUMBER, "forty seven", "47"),
        (Asked.PHONE, "so cu 0300 000 100 bo roi, xai so 0300 000 200", "0300000200"),
        (Asked.NAME, "lê văn lượm lượm là lượm lúa", "Lê Văn Lượm"),
        (Asked.NAME, "mai văn cộc cộc trong lộc cộc", "Mai Văn Cộc"),
        (Asked.NAME, "Cứ ghi là Câu lạc bộ Liên thế hệ ấp Suối Đá nha con", "Câu lạc bộ Liên thế hệ ấp Suối Đá"),
        (Asked.SEX, "đực rựa chính hiệu", "Nam"),
        # Sums before or after those who make them up, and how old those are who are counted.
        (Asked.NUMBER, "hai mươi mốt nữ với mười ba nam", "34"),
        (Asked.NUMBER, "trong nhà có bốn người, hai ông bà già với hai đứa cháu", "4"),
        (Asked.NUMBER, "tía má, vợ chồng tui với thằng nhỏ là năm", "5"),
        (Asked.NUMBER, "ba chục có lẻ bốn người", "34"),
        (Asked.NUMBER, "nửa trăm", "50"),
        (Asked.NUMBER, "một trăm hai mươi cụ trên 80", "120"),
        (Asked.NUMBER, "bốn mươi người, tính luôn tôi với bà nhà", "40"),
        (Asked.MONEY, "còn 7.250.000đ, tiền mặt chị Tám giữ", "7250000"),
        # How far two are apart is no age; papers count where they are to be followed.
        (Asked.YEAR, "ông sanh năm bốn bảy, lớn hơn bà ba tuổi", "1947"),
        (Asked.YEAR, "thiệt là bốn sáu mà giấy ghi bốn chín, cứ theo giấy đi con", "1949"),
        (Asked.YEAR, "năm nay tám mươi hai rồi, năm đẻ thì quên", "1944"),
        # A day that is turned down is no answer; a full moon that is over is the next one.
        (Asked.DATE, "mốt đi em, mai chị mắc đám giỗ", "2026-12-03"),
        (Asked.DATE, "rằm tháng này", "2026-12-23"),
        (Asked.TIME, "3h chiu nha con", "15:00"),
        (Asked.TIME, "tam gio kem muoi lam ba con moi toi kip", "07:45"),
        (Asked.TIME, "bay gio toi", "19:00"),
        (Asked.TIME, "chín giờ tối bên này là bảy giờ tối bên Việt Nam, lấy giờ Việt Nam nha", "19:00"),
        (Asked.TIME, "bảy giờ rưỡi sáng giờ Việt Nam", "07:30"),
        (Asked.TIME, "Sau giờ tập thể dục, đúng chín giờ kém mười lăm", "08:45"),
        (Asked.NAME, "ông tên phạm văn đậu", "Phạm Văn Đậu"),
        (Asked.NAME, "Đỗ thị Mười ấp Gò Cát", "Đỗ Thị Mười"),
        (Asked.NAME, "trần văn nam", "Trần Văn Nam"),
        (Asked.NAME, "Trần Văn Nam sinh năm 1950", "Trần Văn Nam"),
        (Asked.CALLED, "xóm này kêu ổng là ông Sáu Lò Gạch", "ông Sáu Lò Gạch"),
        (Asked.CALLED, "o day ai cung keu ba Bay Ghe", "ba Bay Ghe"),
        (Asked.CALLED, "em gọi bằng ông cậu", "ông cậu"),
        (Asked.SEX, "giống cái", "Nữ"),
        (Asked.CALLED, "hồi nào giờ kêu tui là Tư Mập thì cứ vậy", "Tư Mập"),
        (Asked.CALLED, "goi co Sau di", "cô Sáu"),
        (Asked.CALLED, "đừng kêu cụ, kêu dì Năm thôi", "dì Năm"),
        (Asked.CALLED, "kêu dì Út được rồi, ai kêu bằng cụ", "dì Út"),
        (Asked.CALLED, "ba vo em", "ba vợ"),
        (Asked.MONEY, "quỹ còn năm triệu hai trăm rưỡi", "5250000"),
        (Asked.MONEY, "chưa thiếu ai một xu", "0"),
        (Asked.MONEY, "35 trieu ngan sach, xa hoi hoa thi chua co", "35000000"),
        (Asked.MONEY, "gửi ngân hàng 5 triệu", "5000000"),
        (Asked.MONEY, "su co cung duong hai chuc trieu, phat tu gop them bay trieu, tong 27tr", "27000000"),
        (Asked.MONEY, "góp năm trăm ngàn, ủng hộ ba trăm, tất cả tám trăm ngàn", "800000"),
        (Asked.MONEY, "hai triệu tất cả", "2000000"),
        (Asked.NUMBER, "toàn tỉnh tới cuối tháng 11 là một trăm lẻ tám câu lạc bộ", "108"),
        (Asked.NUMBER, "có mình mạ thôi", "1"),
        (Asked.YEAR, "bà nhà tôi kém tôi ba tuổi, tôi thì 1949, vậy bà ấy năm hai", "1952"),
        (Asked.YEAR, "dì Út sanh sau dì Năm bốn năm, dì Năm 1949 vậy dì Út 53", "1953"),
        (Asked.YEAR, "bà lớn hơn ông 2 tuổi, ông 1950", "1948"),
        (Asked.YEAR, "tôi sinh 1949, kém ông hai tuổi", "1949"),
        (Asked.YEAR, "she was born in nineteen fifty-two", "1952"),
        (Asked.NUMBER, "vợ chồng tui với ba đứa con", "5"),
        (Asked.NUMBER, "dì với 2 đứa cháu ngoại còn đi học", "3"),
        (Asked.YEAR, "ba 1948, còn má thì 1951", "1951"),
        (Asked.NAME, "họ Trần, tên Trần Văn Ký", "Trần Văn Ký"),
        (Asked.NAME, "câu lạc bộ liên thế hệ ấp Phú Lâm, ghi vậy cho gọn", "câu lạc bộ liên thế hệ ấp Phú Lâm"),
        (Asked.TEXT, "bà nặng tai phải hét bà mới nghe", "bà nặng tai phải hét bà mới nghe"),
        (Asked.TEXT, "Đặt là câu lạc bộ Tình Xóm ấp Phước Tấn nghe em", "câu lạc bộ Tình Xóm ấp Phước Tấn"),
    ],
)  # fmt: skip
def test_values(asked: Asked, typed: str, value: str) -> None:
    scene = Scene(asked=asked, choices=("Nữ", "Nam") if asked is Asked.SEX else ())
    assert read_value(read_message(typed), scene, TODAY).value == value


_SAID = "không một hai ba bốn năm sáu bảy tám chín".split()


def _group(digits: str) -> str:
    """Three digits as people say them: 312 is "ba trăm mười hai"; one with a zero in it, digit by digit."""
    hundreds, tens, ones = map(int, digits)
    if "0" in digits:
        return " ".join(_SAID[int(each)] for each in digits)
    ten = "mười" if tens == 1 else f"{_SAID[tens]} mươi"
    return f"{_SAID[hundreds]} trăm {ten} {'lăm' if ones == 5 else _SAID[ones]}"


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("nội, ngoại vs bà Năm kế bên", ("nội", "ngoại", "bà Năm kế bên")),
        ("Chị Hạnh, anh Lực với bé Ngân giữ tiền", ("Chị Hạnh", "anh Lực", "bé Ngân")),
        ("có mặt bà Nhàn với cô Ánh, ghi hai tên đó thôi", ("bà Nhàn", "cô Ánh")),
        ("chưa bầu, mai họp", ()),
        ("Ngô Văn Tám, Lý Thị Sen vs Mai Văn Khá", ("Ngô Văn Tám", "Lý Thị Sen", "Mai Văn Khá")),
        ("Ban gồm bà Hai Mận, ông Ba Cò với lại cô Út, ba người thôi", ("bà Hai Mận", "ông Ba Cò", "cô Út")),
        ("má em Trần Thị Lúa, cậu Sáu", ("Trần Thị Lúa", "cậu Sáu")),
        ("bà Hai Mận", ()),
        ("Trần Thị Lúa 1951, Mai Văn Khá 1949", ()),
        ("chưa ai chịu làm, để đó", ()),
    ],
)  # fmt: skip
def test_whom_a_list_names(typed: str, entries: tuple[str, ...]) -> None:
    assert entries_of(typed) == entries


@given(st.integers(min_value=100, max_value=999), st.booleans())
def test_a_phone_is_heard_in_groups_as_digit_by_digit(last: int, in_groups: bool) -> None:
    number = f"0300000{last}"
    said = _group(str(last)) if in_groups else " ".join(_SAID[int(each)] for each in str(last))
    typed = f"số là không ba không không, không không không, {said} nha"
    assert read_value(read_message(typed), Scene(asked=Asked.PHONE), TODAY).value == number


@pytest.mark.parametrize(
    "typed", ["84", "1947 mà khai sanh làm trễ ghi 1950", "tam muoi mot, gan tam muoi hai"]
)
def test_doubtful_years_are_not_sure(typed: str) -> None:
    assert not read_value(read_message(typed), Scene(asked=Asked.YEAR), TODAY).is_sure


SELF, RELATIVE, BACK = "Ghi tên cho tôi", "Ghi tên cho người nhà", "Quay lại"
HARDSHIP = ("Hộ nghèo", "Hộ cận nghèo", "Khó khăn", "Khuyết tật", "Không có", "Không muốn nói")


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("2️⃣", RELATIVE), ("số 2 nha con", RELATIVE), ("(2)", RELATIVE), ("hai", RELATIVE),
        ("chọn 2 đi con", RELATIVE), ("dạ 2", RELATIVE), ("bam hai di con", RELATIVE),
        ("dap an 2", RELATIVE), ("cái thứ nhứt", SELF), ("cái trên", SELF), ("cai chot", BACK),
        ("tui muốn ghi cho tui", SELF), ("cho má em", RELATIVE), ("quay lại", BACK),
    ],
)  # fmt: skip
def test_a_choice_by_number_place_or_word(typed: str, label: str) -> None:
    assert read_choice(read_message(typed), (SELF, RELATIVE, BACK)).labels == (label,)


def test_a_number_beyond_the_choices_chooses_none() -> None:
    reading = read_choice(read_message("6"), (SELF, RELATIVE, BACK))
    assert reading.beyond
    assert not reading.labels


@pytest.mark.parametrize("typed", ["ba đây", "sau nha", "lui 1 câu"])
def test_words_that_only_look_like_numbers(typed: str) -> None:
    assert not read_choice(read_message(typed), HARDSHIP).by_number


def test_several_choices() -> None:
    assert read_choice(read_message("1, 3"), HARDSHIP, several=True).labels == (
        "Hộ nghèo",
        "Khó khăn",
    )


@pytest.mark.parametrize(
    "typed",
    [
        "đâu có nghèo",
        "gia đình tui đâu có thuộc diện nghèo",
        "không nghèo",
        "nhà đâu có ai khuyết tật",
    ],
)
def test_a_negation_before_a_word_denies_it(typed: str) -> None:
    assert read_choice(read_message(typed), HARDSHIP, several=True).labels == ("Không có",)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("có mã này mà nhập ở đâu ạ: KP7-2204", "KP7-2204"), ("đưa cô cái này BRVT-58 biểu gõ vô", "BRVT-58"), ("nhập H4W-PZ8", "H4WPZ8"), ("tổ 3, nhà A2-B3", None),
        ("mã của tui là R4WQ7X", "R4WQ7X"), ("hp5y8n nha em", "HP5Y8N"), ("nhập giùm mã 26680-02", "26680-02"),
        ("người ta đưa tui cái mã R5T7W biểu nhắn vô đây", "R5T7W"), ("ma tham gia: W2 GX 9C", "W2GX9C"), ("ma so f5-vk-8e", "F5VK8E"), ("bà nội đi được", None),
        ("0912345678", None), ("thanh6 pho61", None), ("21/QĐ-UBND", None), ("05/KH-HNCT", None),
    ],
)  # fmt: skip
def test_codes(typed: str, code: str | None) -> None:
    assert find_code(read_message(typed)) == code


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("0300 447 215. mk cổng báo cáo là Hnct@2026", Secret.CODE), ("mk là bà Sáu", None),
        ("mã đăng nhập ngân hàng của mẹ là 775120", Secret.CODE),
        ("cccd cua toi la 077060003344", Secret.IDENTITY_NUMBER),
        ("cmnd 271220334", Secret.IDENTITY_NUMBER),
        ("077060003344", Secret.IDENTITY_NUMBER),
        ("số tài khoản 31410002267788 bidv", Secret.ACCOUNT_NUMBER),
        ("so the 9704 0722 1100 5599", Secret.ACCOUNT_NUMBER),
        ("otp 773201 ne", Secret.CODE),
        ("pin của tui 1357", Secret.CODE),
        ("số của tui 0912 345 678", None),
        ("mã định danh là gì", None),
        ("nó xin mã otp", None),
    ],
)  # fmt: skip
def test_secrets(typed: str, kind: Secret | None) -> None:
    assert find_secret(read_message(typed)) is kind


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("lên lịch họp sáng thứ bảy 12/12 lúc 8h", "2026-12-12T08:00"),
        ("ghi lich hop ban chieu mai 3 gio", "2026-12-02T15:00"),
        ("khám mắt sáng thứ tư mùng chín lúc bảy giờ rưỡi", "2026-12-09T07:30"),
        ("dời lịch tập huấn tới 20/12", "2026-12-20"),
        ("họp nghen. 3/12. 15h", "2026-12-03T15:00"),
        ("Sunday 8am", "2026-12-06T08:00"),
        ("họp mặt cho vui", None),
    ],
)  # fmt: skip
def test_moments(typed: str, moment: str | None) -> None:
    assert read_moment(typed, NOW) == moment


def test_phones_in_a_sentence() -> None:
    assert phones_in("số cũ 0909 121 343 không dùng nữa, số mới 0784 339 510") == [
        "0909121343", "0784339510",
    ]  # fmt: skip
