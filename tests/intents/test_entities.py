"""What each intent is about: persons, stored data, events, forms of address."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.intents.hints import hints_of
from bot.intents.kin import people_in
from bot.intents.message import read_message
from bot.intents.people import mentions
from bot.intents.scene import Person, Reminder, Scene
from bot.intents.slots import entities_of
from bot.intents.understanding import Attendance, Intent

NOW = datetime.fromisoformat("2026-12-01T08:00:00+07:00")
OWN = (Person("tôi", True),)
GRANDMOTHERS = (Person("bà nội"), Person("bà ngoại"))


def entities(
    intent: Intent,
    typed: str,
    people: tuple[Person, ...] = OWN,
    part: str | None = None,
    kind: str | None = None,
) -> dict[str, object]:
    reminder = (Reminder(kind, tuple(p.called for p in people)),) if kind else ()
    scene = Scene(people=people, reminder=reminder, now=NOW)
    message = read_message(typed)
    found = entities_of(
        intent, message, scene, hints_of(message, scene), part, lambda _: Attendance.YES
    )
    return found.as_json()


@pytest.mark.parametrize(
    ("intent", "typed", "people", "found"),
    [
        (Intent.DEATH, "bà nội mất hồi sáng", (Person("bà nội"),), {"person": "bà nội"}),
        (Intent.DEATH, "noi em mat hoi 4 gio chieu", (Person("bà nội"),), {"person": "bà nội"}),
        (Intent.DEATH, "bà nội mất, còn bà ngoại vẫn khoẻ", GRANDMOTHERS, {"person": "bà nội"}),
        (Intent.DEATH, "chong tui mat bua ram", (*OWN, Person("ông xã")), {"person": "ông xã"}),
        (Intent.DEATH, "cụ Chắt tổ 3 vừa mất hồi hôm", OWN, {"person": "cụ Chắt"}),
        (Intent.DEATH_UNDONE, "người chết là ông Tám Lúa chứ ông Tám Ghe còn sờ sờ", OWN, {"person": "ông Tám Ghe"}),
        (Intent.REGISTER, "ghi cho ong nha tui voi, dc hong", OWN, {"person": "ông nhà", "relation": "ông nhà"}),
        (Intent.EVENT_QUESTION, "tới nơi cửa khóa, dời ngày hả con", OWN, {}),
        (Intent.DEATH, "bác Sáu Thợ Mo6c5 ở tổ 5 ma6t1 rồi", OWN, {"person": "bác Sáu Thợ Mộc"}),
        (Intent.UNWELL, "má bị ho lao phải cách ly", (Person("má"),), {"person": "má"}),
        (Intent.UNWELL, "mẹ nằm viện", (Person("má"),), {"person": "má"}),
        (Intent.MUTE, "ngưng nhắn tin cho bà nội", (Person("bà nội"),), {"person": "bà nội"}),
        (Intent.DELETE_DATA, "xoa ba Tu dum con", (Person("bà nội"), Person("bà Tư hàng xóm")), {"person": "bà Tư hàng xóm"}),
        (Intent.SEE_DATA, "check giùm e địa chỉ của tía", (Person("bà ngoại"), Person("tía")), {"person": "tía", "what": "address"}),
        (Intent.SEE_DATA, "năm sanh của bà ghi nhiêu", (Person("bà nội"),), {"person": "bà nội", "what": "year"}),
        (Intent.CORRECT_DATA, "ghi tui nữ mà tui là nam", OWN, {"person": "tôi", "what": "sex"}),
        (Intent.CORRECT_DATA, "ghi sai số nhà, nhà tui 45", OWN, {"person": "tôi", "what": "address"}),
        (Intent.WITHDRAW_CONSENT, "khong dong y chia se nua", OWN, {"what": "sharing"}),
        (Intent.CORRECT_DATA, "grandma's birth year is wrong", (Person("grandma"),), {"person": "grandma", "what": "year"}),
        (Intent.NEW_PHONE, "so ba noi moi la 0363 118 909", (Person("bà nội"),), {"person": "bà nội", "phone": "0363118909"}),
        (Intent.LONELY, "nhà có mỗi bà, im như chùa", (Person("bà nội"),), {"person": "bà nội"}),
        (Intent.CANNOT_READ, "ngoại mổ mắt chưa coi được", (Person("bà ngoại"),), {"person": "bà ngoại"}),
        (Intent.CALL_LIST, "còn nhà nào chưa trả lời buổi khám", OWN, {"kind": "health_check"}),
        (Intent.CALL_LIST, "còn ai chưa trả lời", OWN, {}),
        (Intent.COMPLAINT, "thủ quỹ clb thôn Tân Hòa lấy tiền vay quay vòng", OWN, {"about": "thủ quỹ clb thôn Tân Hòa"}),
        (Intent.COMPLAINT, "chủ nhiệm clb khu phố 3 lấy tiền quỹ", OWN, {"about": "chủ nhiệm clb khu phố 3"}),
        (Intent.COMPLAINT, "thư ký câu lạc bộ xóm Đình cãi với bà con", OWN, {"about": "thư ký câu lạc bộ xóm Đình"}),
        (Intent.COMPLAINT, "ông tổ trưởng tổ vay chửi tui đồ quỵt", OWN, {"about": "ông tổ trưởng tổ vay"}),
        (Intent.COMPLAINT, "một đồng chí trong ban tên Lộc tự ý lấy quỹ cho em vợ vay", OWN, {"about": "đồng chí Lộc"}),
        (Intent.COMPLAINT, "một đồng chí trong ban tên Lộc đòi tiền bà con", OWN, {"about": "đồng chí Lộc"}),
        (Intent.COMPLAINT, "ông Năm Rạng, ổng làm trưởng nhóm mà hay bêu chuyện nhà tui", OWN, {"about": "ông Năm Rạng"}),
    ],
)  # fmt: skip
def test_persons_and_data(
    intent: Intent, typed: str, people: tuple[Person, ...], found: dict[str, object]
) -> None:
    assert entities(intent, typed, people) == found


@pytest.mark.parametrize(
    ("intent", "typed", "found"),
    [
        (Intent.REGISTER, "đăng ký cho mẹ tôi", {"person": "mẹ", "relation": "mẹ"}),
        (Intent.REGISTER, "ghi ten bà ngoại em vô với", {"person": "bà ngoại", "relation": "bà ngoại"}),
        (Intent.ADDRESS_FORM, "đừng kêu bà, gọi chị", {"form": "chị"}),
        (Intent.ADDRESS_FORM, "keu bang ong di con", {"form": "ông"}),
        (Intent.ADDRESS_FORM, "call me uncle Ba", {"form": "uncle Ba"}),
        (Intent.COMPLAINT, "bà thủ quỹ nói dối", {"about": "bà thủ quỹ"}),
        (Intent.COMPLAINT, "ông Tư ăn chặn tiền", {"about": "ông Tư"}),
        (Intent.COMPLAINT, "tố cáo BCN", {"about": "BCN"}),
        (Intent.COMPLAINT, "chi ke toan moi lam so lem nhem", {"about": "chị kế toán mới"}),
        (Intent.COMPLAINT, "bên hội người cao tuổi phát quà thiên vị", {"about": "hội người cao tuổi"}),
        (Intent.COMPLAINT, "chủ nhiệm CLB ấp 7 thu tiền lung tung", {"about": "chủ nhiệm CLB ấp 7"}),
        (Intent.COMPLAINT, "chú Sáu thủ quỹ mượn tiền không trả", {"about": "chú Sáu"}),
        (Intent.COMPLAINT, "máy nhắc sai ngày, tui đi công cốc", {"about": "bot"}),
        (Intent.COMPLAINT, "xã hứa sửa đường mà không làm", {"about": "xã"}),
        (Intent.COMPLAINT, "má tui đi họp bị cô ghi sổ mắng trước mặt mọi người", {"about": "cô ghi sổ"}),
        (Intent.COMPLAINT, "anh phát quà đuổi má em về không cho lãnh", {"about": "anh phát quà"}),
        (Intent.COMPLAINT, "ba em bị mấy ông cán bộ xã làm khó", {"about": "mấy ông cán bộ xã"}),
        (Intent.COMPLAINT, "thằng Đực con ông chủ nhiệm lấy ghế của hội", {"about": "thằng Đực con ông chủ nhiệm"}),
        (Intent.COMPLAINT, "con Lan thu quy no giu tien hoai khong chia", {"about": "con Lan"}),
        (Intent.COMPLAINT, "mấy bà trong ban ăn chia với nhau", {"about": "mấy bà trong ban"}),
        (Intent.COMPLAINT, "phản ánh chủ nhiệm câu lạc bộ ấp Bàu Sen thu tiền", {"about": "chủ nhiệm câu lạc bộ ấp Bàu Sen"}),
        (Intent.COMPLAINT, "bà Hai Thắm thu quỹ mỗi tháng hai chục mà chẳng ghi vào đâu", {"about": "bà Hai Thắm"}),
        (Intent.COMPLAINT, "ong Bay thu quy giau so", {"about": "ong Bay"}),
        (Intent.COMPLAINT, "cô thủ quỹ tên Mận cho người nhà vay trước", {"about": "cô thủ quỹ tên Mận"}),
        (Intent.COMPLAINT, "ông Lộc phó ấp bắt ký khống", {"about": "ông Lộc"}),
        (Intent.COMPLAINT, "Đồng chí Hậu phó chủ nhiệm tự ý cho vay", {"about": "đồng chí Hậu"}),
        (Intent.COMPLAINT, "ba Tam ban com an bot cua ba con", {"about": "bà Tám"}),
        (Intent.DEATH, "đồng chí Hậu từ trần hồi khuya", {"person": "đồng chí Hậu"}),
        (Intent.REGISTER, "dk cho b ngoai mk vs", {"person": "bà ngoại", "relation": "bà ngoại"}),
        (Intent.CODE, "cô đưa tui tờ giấy có mã LONGDIEN26", {"code": "LONGDIEN26"}),
        (Intent.SECRET, "mã ngân hàng vừa gửi về máy má nè 301846", {"kind": "code"}),
        (Intent.SECRET, "ba chín một không hai sáu cái số ngân hàng mới nhắn về máy ba đó", {"kind": "code"}),
        (Intent.DEATH, "bà cụ Lành mất rồi con", {"person": "bà cụ Lành"}),
        (Intent.REGISTER, "ghi tên cho ông nội 80 tuổi với bà nội 78 tuổi", {"person": ["ông nội", "bà nội"], "relation": "ông nội"}),
        (Intent.REGISTER, "ghi cho dì Út, dì ở chung nhà với ba chồng em", {"person": "dì Út", "relation": "dì Út"}),
        (Intent.MOVE_EVENT, "buổi đo sức khỏe dời qua 17 nha", {"kind": "health_check", "when": "2026-12-17"}),
        (Intent.EVENT_QUESTION, "lớp đó có bác sĩ không", {"kind": "training"}),
        (Intent.SET_EVENT, "họp mười lăm giờ ngày hai mươi tháng mười hai", {"kind": "meeting", "when": "2026-12-20T15:00"}),
        (Intent.DEATH, "trưởng thôn mình mất sáng nay rồi", {"person": "trưởng thôn"}),
        (Intent.UNWELL, "ong nam vien ca tuan nay", {"person": "ông"}),
        (Intent.WRONG_NUMBER, "đây đâu phải máy của bà Lụa", {"person": "bà Lụa"}),
        (Intent.REGISTER, "thằng em rể tui muốn vô, ghi tên nó", {"person": "em rể", "relation": "em rể"}),
        (Intent.REGISTER, "ong anh chong toi o mot minh, ghi ong vo", {"person": "anh chồng", "relation": "anh chồng"}),
        (Intent.REGISTER, "mẹ vợ con hay buồn, đăng ký cho bà", {"person": "mẹ vợ", "relation": "mẹ vợ"}),
        (Intent.REGISTER, "cho chi vo hoi voi", {}),
        (Intent.REGISTER, "my husband's grandma lives with us, can I sign her up", {"person": "husband's grandma", "relation": "husband's grandma"}),
        (Intent.REGISTER, "please sign my mum's neighbour up", {"person": "mum's neighbour", "relation": "mum's neighbour"}),
        (Intent.REGISTER, "my husband would like to join", {"person": "husband", "relation": "husband"}),
        (Intent.REGISTER, "ghi cho chị ruột tui", {"person": "chị ruột", "relation": "chị ruột"}),
        (Intent.REGISTER, "I want to enroll my mother-in-law", {"person": "mother-in-law", "relation": "mother-in-law"}),
        (Intent.CORRECT_DATA, "nhà tui số 12 chứ đâu phải 21", {"what": "address"}),
        (Intent.CORRECT_DATA, "ghi sai họ rồi con", {"what": "name"}),
        (Intent.MOVE_EVENT, "buổi khám dời qua 17 nha", {"kind": "health_check", "when": "2026-12-17"}),
        (Intent.MOVE_EVENT, "hop chu nhat lui xuong 4h chieu", {"kind": "meeting", "when": "2026-12-06T16:00"}),
        (Intent.MOVE_EVENT, "meeting moved to the 19th", {"kind": "meeting", "when": "2026-12-19"}),
        (Intent.SET_EVENT, "họp chủ nhật 13 lúc 8 giờ sáng", {"kind": "meeting", "when": "2026-12-13T08:00"}),
        (Intent.HUMAN, "cho xin số cô chủ nhiệm", {"by": "call"}),
        (Intent.CODE, "mã của tui là R4WQ7X", {"code": "R4WQ7X"}),
        (Intent.SET_EVENT, "ghi lich hop ban chieu mai 3 gio", {"kind": "meeting", "when": "2026-12-02T15:00"}),
        (Intent.MOVE_EVENT, "buổi sinh hoạt 5/12 chuyển qua 6/12", {"kind": "meeting", "when": "2026-12-06"}),
        (Intent.EVENT_QUESTION, "đi khám cần đem giấy gì", {"kind": "health_check", "asks": "bring"}),
        (Intent.EVENT_QUESTION, "họp ở đâu vậy", {"kind": "meeting", "asks": "where"}),
        (Intent.EVENT_QUESTION, "buổi khám bác sĩ nào dìa vậy con", {"kind": "health_check", "asks": "who"}),
        (Intent.EVENT_QUESTION, "chỗ họp có đổi hông con hay vẫn sân đình", {"kind": "meeting", "asks": "where"}),
        (Intent.EVENT_QUESTION, "khám mấy giờ bắt đầu để cô nhịn ăn sáng", {"kind": "health_check", "asks": "when"}),
        (Intent.ADDRESS_FORM, "xưng hô đồng chí với tôi là được", {"form": "đồng chí"}),
        (Intent.THANKS, "cảm ơn con", {}),
    ],
)  # fmt: skip
def test_others(intent: Intent, typed: str, found: dict[str, object]) -> None:
    assert entities(intent, typed, people=()) == found


def test_a_death_is_told_by_the_child_on_the_dead_ones_phone() -> None:
    own = (Person("bác Bảy", True),)
    told = "ba em là bác Bảy mất hôm qua rồi, em là con gái bác"
    assert entities(Intent.DEATH, told, own) == {"person": "bác Bảy"}
    assert entities(Intent.DEATH, "bác mất hồn luôn", own) == {}


def test_a_question_is_about_the_event_of_the_reminder() -> None:
    found = entities(Intent.EVENT_QUESTION, "mấy giờ vậy con", kind="training")
    assert found == {"kind": "training", "asks": "when"}


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("dang ky cho chong toi", ["chồng"]),
        ("bà cụ hàng xóm với dì Bảy", ["bà cụ hàng xóm", "dì Bảy"]),
        ("ba noi va ong ngoai", ["bà nội", "ông ngoại"]),
        ("chu Muoi Xich Lo", ["chu Muoi Xich Lo"]),
        ("nhập thêm Trần Thị Sửu", ["Trần Thị Sửu"]),
        ("can you send me a printout", []),
        ("bua do ba di benh vien tai kham", ["bà"]),
        ("ba di toi mat roi", ["bà dì"]),
    ],
)
def test_people_in_a_text(typed: str, people: list[str]) -> None:
    assert [each.text for each in people_in(read_message(typed))] == people


def test_whom_a_bare_word_may_mean() -> None:
    scene = Scene(people=GRANDMOTHERS)
    both = mentions(read_message("bà bận"), scene)
    assert [each.people for each in both] == [("bà nội", "bà ngoại")]
    one = mentions(read_message("nội đi, bà ngoại không"), scene)
    assert [each.people for each in one] == [("bà nội",), ("bà ngoại",)]


def test_a_relative_is_named_by_any_word_for_him() -> None:
    scene = Scene(people=(Person("má"), Person("ông xã")))
    for typed in ("mẹ", "má em", "me toi", "mom"):
        assert mentions(read_message(typed), scene)[0].people == ("má",)
    assert mentions(read_message("chồng tui"), scene)[0].people == ("ông xã",)


def test_who_is_ill_is_the_one_of_whom_it_is_said() -> None:
    people = (Person("bà nội", False), Person("ông ngoại", False))
    for typed in ("nội e ok, ngoại đang nằm viện", "bà nội khỏe, ông ngoại bị té gãy tay nằm viện"):
        assert entities(Intent.UNWELL, typed, people) == {"person": "ông ngoại"}, typed
