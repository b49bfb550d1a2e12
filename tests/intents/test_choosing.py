"""Which option is meant where none is named as it stands: by what it is, by its place, by denial."""

from __future__ import annotations

import pytest

from bot.intents.choices import read_choice
from bot.intents.message import read_message

EVENTS = ("Họp hằng tháng", "Đo sức khỏe", "Tập huấn")
SIDES = ("Bà nội", "Bà ngoại", "Cả hai")
DAYS = ("Sáng thứ bảy", "Chiều chủ nhật")
PLACES = ("Nhà văn hóa ấp", "Trụ sở xã", "Nhà hội viên")
BEGINNINGS = ("Đăng ký cho tôi", "Đăng ký cho người thân", "Hỏi thông tin")
ACTIVITIES = ("Văn nghệ", "Thể dục", "Chăm sóc tại nhà", "Vay vốn")
GAMES = ("Hát", "Cờ tướng", "Múa dưỡng sinh")
ILLNESSES = ("Huyết áp", "Tiểu đường", "Khớp", "Mắt")

REQUESTS = ("Duyệt", "Trả lại", "Để sau")
POOR = ("Hộ nghèo", "Hộ cận nghèo", "Không thuộc diện nào")
WAYS = ("Tự đi", "Có người chở", "Cần xe đón")
OLD = ("Bà nội", "Ông nội", "Bà ngoại")
TIMES = ("Buổi sáng", "Buổi chiều", "Buổi tối")
RELATIONS = ("Con", "Cháu", "Vợ hoặc chồng", "Hàng xóm")
PAPERS = ("Đơn đề nghị", "Quy chế", "Danh sách thành viên")


@pytest.mark.parametrize(
    ("typed", "labels", "meant"),
    [
        ("cận gì mà cận, nghèo thứ thiệt", POOR, 0),
        # What stands instead of something else, and what is so by now.
        ("số một nha, à khoan, số ba", PLACES, 2),
        ("bấm trúng Trả lại rồi, ý chị là duyệt", REQUESTS, 0),
        ("số ba hả, đâu có, số hai em ơi", PLACES, 1),
        ("trả lại để xã ký cho đủ", REQUESTS, 1),
        ("hồi trước tự đi, giờ có người chở rồi", WAYS, 1),
        ("nghèo rớt mồng tơi chứ cận gì", POOR, 0),
        ("sáng đi chợ, chiều hẵng gọi", TIMES, 1),
        ("tôi kêu bả bằng bà cô", RELATIONS, 1),
        ("ở kế bên nhà nhau mấy chục năm", RELATIONS, 3),
        ("cái chót á con, hai cái trên tui hổng ham", GAMES, 2),
        ("cai o Hai Lac", ("CLB ấp Hải Lạc", "CLB ấp Phước Thành"), 0),
        ("bà Sáu", ("Trần Văn Hai", "Nguyễn Thị Sáu"), 1),
        ("ông Hai", ("Nguyễn Thị Sáu", "Trần Văn Hai"), 1),
        ("số hai", ("CLB ấp Hải Lạc", "CLB ấp Phước Thành"), 1),
        ("rằm nào cũng họp", ("Hằng tuần", "Hằng tháng", "Hằng quý"), 1),
        ("lấy hết cả ba tháng", ("Tháng 10", "Tháng 11", "Cả quý"), 2),
        ("cái bữa có bác sĩ xuống khám á", EVENTS, 1),
        ("do huyet ap di con", EVENTS, 1),
        ("cái vụ học sơ cứu đó con", EVENTS, 2),
        ("cái nằm chính giữa á em, bữa đó tui rảnh", EVENTS, 1),
        ("dòng dưới chót nghen cô", EVENTS, 2),
        ("bên ba em á", SIDES, 0),
        ("mẹ của má em", SIDES, 1),
        ("hai bà luôn", SIDES, 2),
        ("thứ bảy tui kẹt, lấy cái kia", DAYS, 1),
        ("bảy đi con, chủ nhật đi nhà thờ", DAYS, 0),
        ("buổi chiều đi, sáng tui bán chợ", DAYS, 1),
        ("chủ nhật, chớ thứ bảy ai rảnh", DAYS, 1),
        ("nhà văn hóa đang sửa, mượn nhà bác Năm", PLACES, 2),
        ("trụ sở thì xa, thôi nhà văn hóa", PLACES, 0),
        ("cho má em, em chưa đủ tuổi", BEGINNINGS, 1),
        ("tui hổng ghi cho tui, ghi cho bà già", BEGINNINGS, 1),
        ("chưa ghi gì hết, muốn biết thêm thôi", BEGINNINGS, 2),
        ("t6 di", ("Thứ tư", "Thứ sáu"), 1),
        ("có thằng rể đèo", WAYS, 1),
        ("lội bộ được, sát bên mà", WAYS, 0),
        ("nhờ đứa nào ghé đón giùm", WAYS, 2),
        ("con Tư đưa bà đi", WAYS, 1),
        ("ghi cho má, không phải cho em", ("Cho tôi", "Cho người khác"), 1),
        ("tối tối mới rảnh", ("Sáng", "Chiều", "Tối"), 2),
    ],
)
def test_one_by_what_it_is(typed: str, labels: tuple[str, ...], meant: int) -> None:
    assert read_choice(read_message(typed), labels).labels == (labels[meant],)


@pytest.mark.parametrize(
    ("typed", "labels", "meant"),
    [
        ("một với bốn nghen con", ACTIVITIES, (0, 3)),
        ("buổi nào cũng được trừ buổi tối", TIMES, (0, 1)),
        # What is put off isn't meant by now, nor what is well.
        ("văn nghệ, thể dục, còn vay vốn để quý tới tính", ACTIVITIES, (0, 1)),
        ("ông nội với ngoại, còn bà nội chưa chịu", OLD, (1, 2)),
        ("nội ông, nội bà, ngoại thì hỏi lại đã", OLD, (0, 1)),
        ("khớp với mắt, huyết áp thì đo thấy bình thường", ILLNESSES, (2, 3)),
        # A man and a woman in one word, and "bà" where "Ba" stands.
        ("hai ông bà thôi, dì khoan", ("Má", "Ba", "Dì Hai"), (0, 1)),
        ("ba với dì, bà cụ khỏi", ("Má", "Ba", "Dì Hai"), (1, 2)),
        ("tất cả trừ vay vốn", ACTIVITIES, (0, 1, 2)),
        ("lấy hết, bỏ thể dục", ACTIVITIES, (0, 2, 3)),
        ("khong vay, con lai lay het", ACTIVITIES, (0, 1, 2)),
        ("hết ráo luôn", ACTIVITIES, (0, 1, 2, 3)),
        ("ca hát với tập dưỡng sinh", ACTIVITIES, (0, 1)),
        ("vay vốn thôi, mấy cái kia khỏi", ACTIVITIES, (3,)),
        ("tap the duc, van nghe thi khong", ACTIVITIES, (1,)),
        ("chỉ thiếu quy chế, còn lại có đủ", PAPERS, (0, 2)),
        ("hai cái cuối", ACTIVITIES, (2, 3)),
        ("cờ thì được, hát hò tui dở lắm", GAMES, (1,)),
        ("múa thì cho tui xin, đánh cờ thì chơi liền", GAMES, (1,)),
        ("hát với cờ, múa thì không", GAMES, (0, 1)),
        ("hát thì tôi mê, cờ tướng nữa, còn múa may thì chịu", GAMES, (0, 1)),
        ("cờ thì tui chịu, hát cũng được", GAMES, (0, 1)),
        ("cao máu với đau khớp, mắt mổ xong hết rồi", ILLNESSES, (0, 2)),
        ("huyết áp thì có, tiểu đường thì không", ILLNESSES, (0,)),
        ("có sổ cận nghèo, mà chân cũng bị cụt", ("Hộ nghèo", "Hộ cận nghèo", "Khuyết tật"), (1, 2)),
    ],
)  # fmt: skip
def test_several_and_all_but_some(
    typed: str, labels: tuple[str, ...], meant: tuple[int, ...]
) -> None:
    found = read_choice(read_message(typed), labels, several=True).labels
    assert found == tuple(labels[place] for place in meant)


@pytest.mark.parametrize("typed", ["cái nào cũng được", "tui hổng rành mấy cái này"])
def test_what_chooses_none(typed: str) -> None:
    assert not read_choice(read_message(typed), EVENTS).labels


@pytest.mark.parametrize(
    "typed",
    [
        "toi, Nguyen Van Tu, sn 1964, nam, 0300000777",
        "xa dong y roi nha con, dong y mieng bua thu 2 tuan truoc",
    ],
)
def test_a_person_and_a_weekday_are_no_options(typed: str) -> None:
    labels = ("Bằng văn bản", "Chưa trả lời", "Tôi chưa rõ")
    assert not read_choice(read_message(typed), labels).labels


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        # One word of a name in common, and its other word another one.
        ("ap Hai Son", ("CLB ấp Hải Lạc", "CLB ấp Phước Thành")),
        ("Phước Long Thọ", ("Xã Đất Đỏ", "Xã Phước Hải")),
        # When it is, and no place in the list.
        ("cuối tuần", ("Thứ năm", "Thứ sáu", "Thứ bảy")),
        ("đầu tháng đi con", ("Thứ năm", "Thứ sáu", "Thứ bảy")),
    ],
)
def test_what_names_none_of_them(typed: str, labels: tuple[str, ...]) -> None:
    assert read_choice(read_message(typed), labels).labels == ()
