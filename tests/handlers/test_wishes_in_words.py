"""What people wish for in words of their own: two things at once, a bare name, a paper, a step."""

from __future__ import annotations

import pytest

from bot.buttons import RegisterByOrganiser
from bot.language.kinship import read_relatives
from tests.conftest import Talk
from tests.handlers.pressing import press_all
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself

# Two wishes in one message


@pytest.mark.parametrize(
    "typed",
    ["cho toi gap nguoi phu trach va xem lich", "cho bà gặp người phụ trách với xem lịch họp"],
)
def test_of_two_wishes_the_first_is_done_and_the_other_stays_at_hand(
    club: Talk, typed: str
) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    assert "nhắn nhờ gọi lại" in club.text("sau", typed)[0]
    assert club.buttons("sau") == ["Nhắn giúp tôi", "Quay lại", "Còn: Hỏi lịch sắp tới"]
    assert "20/12/2026" in club.press("sau", "Còn: Hỏi lịch sắp tới")[0]


def test_the_other_of_two_screens_stands_below_the_first(club: Talk) -> None:
    club.text("tu", "gửi danh sách thành viên và danh sách gọi điện")
    assert "Xem danh sách" in club.buttons("tu")
    assert club.buttons("tu")[-1] == "Còn: Danh sách gọi điện"
    assert "gọi" in club.press("tu", "Còn: Danh sách gọi điện")[-1]


# A bare name


def test_a_full_name_alone_is_asked_about_by_who_reads_it(club: Talk) -> None:
    assert club.text("tu", "Nguyễn Thị Sáu") == ["Dạ, Nguyễn Thị Sáu thì anh/chị muốn em làm gì ạ?"]
    club.press("tu", "Tìm người này trong danh sách")
    assert "Nguyễn Thị Sáu (1948)" in club.buttons("tu")
    club.text("tu", "Nguyễn Văn Bông")
    assert club.press("tu", "Ghi tên người này") == ["Dạ, Nguyễn Văn Bông, đúng không ạ?"]
    club.text("tu", "đúng")
    assert "đồng ý cho ghi tên vào sổ thành viên bằng cách nào" in club.last("tu")


def test_nobody_else_looks_for_a_name(club: Talk) -> None:
    for who in ("sau", "an"):
        club.text(who, "Nguyễn Thị Bảy")
        assert club.buttons(who) == ["Nhắn giúp tôi", "Ghi tên vào câu lạc bộ", "Thôi, khỏi cần"]


# Relatives who were named before the club was known


def test_relatives_named_first_are_begun_with_once_the_club_is_chosen(club: Talk) -> None:
    assert "câu lạc bộ nào" in club.text("la", "ghi tên cho bà nội và ông ngoại")[0]
    # Another process answers each message: what was named is kept in the database.
    said = club.press("la", club.buttons("la")[0])
    assert said[0] == "Dạ, mình ghi từng người: trước là bà nội, rồi tới ông ngoại ạ."
    assert "đưa máy cho bà nội" in said[1]


def test_a_link_to_the_club_knows_them_too_and_a_day_later_nobody_does(club: Talk) -> None:
    for who in ("la", "an"):
        club.text(who, "ghi tên cho bà nội")
    assert "bà nội" in club.text("la", club.join_code())[-1]
    club.at("2026-12-03T09:00:00")
    assert "ghi tên cho ai" in club.text("an", club.join_code())[-1]


# Who can't come where nothing asks


def test_who_can_not_come_that_day_hears_that_nothing_waits_for_it(club: Talk) -> None:
    said = club.text("sau", "bữa đó tui không đi được")
    assert "không thấy buổi nào đang chờ trả lời" in said[0]
    assert club.buttons("sau")[0] == "Nhắn giúp tôi"
    assert "không thấy buổi nào" in club.text("tu", "chủ nhật này tôi không đi được")[0]
    assert "Lịch sinh hoạt" in club.buttons("tu")
    assert "chưa thấy bác trong câu lạc bộ nào" in club.text("la", "bữa đó bà không đi được")[0]
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    # Another day than the event's is shown what there is.
    assert "20/12/2026" in club.text("sau", "thứ năm này bà không đi được")[-1]
    assert club.sql("select count(*) from attendance") == [(0,)]


# Founding


def test_who_founds_a_club_already_is_brought_to_his_step(club: Talk) -> None:
    said = club.text("tu", "muốn lập câu lạc bộ")
    assert "đang làm hồ sơ thành lập" in said[0]
    assert "bước tiếp theo là 2/18" in said[1]
    assert "mã mời" in club.text("la", "muốn lập câu lạc bộ")[0]


def test_what_this_step_is_about_is_told_in_one_line(club: Talk) -> None:
    typed = "buoc nay la lam cai gi? gap ai?"
    (said,) = club.text("tu", typed)
    assert "Gặp Hội Người cao tuổi và UBND xã" in said
    club.text("tu", "có")
    told, asked = club.text("tu", typed)
    assert told.startswith("Dạ, mình đang ở bước 2/18")
    assert "Hội Người cao tuổi xã giúp mình" in asked


@pytest.mark.parametrize("typed", ["doi ten clb", "đổi tên câu lạc bộ giùm tôi"])
def test_a_club_is_renamed_by_asking_for_it(club: Talk, typed: str) -> None:
    assert "câu lạc bộ tên gì" in club.text("tu", typed)[0]
    club.text("tu", "CLB Hoa Sen ấp Hải Lạc", "đúng hết rồi")
    assert club.sql("select name from club") == [("CLB Hoa Sen ấp Hải Lạc",)]
    assert "ấp, khu phố nào" in club.text("tu", "sua ten ap lai")[0]


def test_somebody_to_work_with_gets_a_code(club: Talk) -> None:
    assert "mã cho người cùng tổ chức" in club.text("tu", "co Lan lam chung voi toi duoc ko")[0]


@pytest.mark.parametrize(
    "typed", ["Nguyễn Văn Phú", "ấp Tân Phú", "dạ xã Tân Phú", "Trần Lâm Chung"]
)
def test_a_name_that_sounds_like_helping_asks_for_no_code(club: Talk, typed: str) -> None:
    assert "mã cho người cùng tổ chức" not in " ".join(club.text("tu", typed))


def test_whoever_is_called_so_is_written_down(club: Talk) -> None:
    press_all(club, "tu", [RegisterByOrganiser(1)])
    assert "Nguyễn Văn Phú đã đồng ý" in club.text("tu", "Nguyễn Văn Phú")[-1]


def test_words_of_a_limit_answer_the_question_for_it(club: Talk) -> None:
    assert "tối đa bao nhiêu người" in club.text("tu", "giới hạn thành viên")[0]
    assert "nhận tới 70 người" in club.text("tu", "giới hạn 70 người")[0]
    assert club.sql("select member_limit from club") == [(70,)]


@pytest.mark.parametrize("typed", ["gửi tôi mẫu phiếu khảo sát", "gui toi mau phieu khao sat"])
def test_of_a_form_that_is_not_made_the_step_and_the_answer_are_told(
    club: Talk, typed: str
) -> None:
    told, answer = club.text("tu", typed)
    assert "Tới bước 4, Khảo sát nhu cầu, em hỏi từng câu" in told
    assert "Trước đó cần xong: Xin chủ trương của xã" in told
    assert "hộ nghèo" in answer


def test_a_paper_of_a_later_step_is_had_with_dots(club: Talk) -> None:
    (said,) = club.text("tu", "in đơn đề nghị thành lập")
    assert '"Đơn đề nghị thành lập" làm ở bước 13' in said
    heard = club.play([{"from": "tu", "press": "Gửi bản để chấm"}])
    assert heard[0]["files"]


def test_words_of_keeping_are_no_name_of_a_hamlet(club: Talk) -> None:
    club.text("tu", "đổi tên ấp giùm tôi")
    assert "1. Ấp, khu phố: ấp Hải Lạc" in club.text("tu", "giữ nguyên")[0]


def test_giving_up_leaves_neither_a_deletion_nor_a_question_behind(club: Talk) -> None:
    club.text("sau", "xóa hết thông tin của tui")
    assert club.text("sau", "thôi") == ["Dạ, con giữ nguyên ạ."]
    assert club.sql("select count(*) from conversation where flow = 'delete'") == [(0,)]


def test_another_wish_about_data_is_heard_where_nothing_else_is_lost(club: Talk) -> None:
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    relative(club, "ông nội", "Ông đây", "Lê Văn Năm", "1945", "Nam")
    club.text("hanh", "sửa số điện thoại của bà ngoại")
    assert "ông nội" in club.text("hanh", "xóa hết thông tin của ông nội đi")[0]
    assert club.press("hanh", "Không xóa") == ["Dạ, em giữ nguyên ạ."]
    club.text("hanh", "sửa số điện thoại của bà ngoại")
    assert club.text("hanh", "ong sinh nam 1944 chu ko phai 45") == [
        "Dạ, em sửa năm sinh của ông nội thành 1944, đúng không ạ?"
    ]


def test_a_year_is_nobodys_place(club: Talk) -> None:
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    club.text("hanh", "sửa chỗ ở của bà ngoại")
    (said, asked) = club.text("hanh", "bà sinh năm 1944 chứ không phải 45")
    assert "1944" not in said
    assert asked.startswith("Dạ, bà ngoại ở đâu ạ?")


# What is to be put right, with its new value


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("sửa tên tôi thành Nguyễn Thị Sáu Em nha", "họ tên của bà thành Nguyễn Thị Sáu Em"),
        ("tên tôi là Nguyễn Thị Sen chứ không phải Sáu", "họ tên của bà thành Nguyễn Thị Sen"),
        ("tôi sinh năm 1947 chứ không phải 1948", "năm sinh của bà thành 1947"),
        ("sửa năm sinh lại 1947, không phải 1948", "năm sinh của bà thành 1947"),
        ("sửa chỗ ở của tôi thành tổ 9, ấp Phước Tân", "chỗ ở của bà thành tổ 9, ấp Phước Tân"),
        ("số điện thoại của tôi là 0908 111 222 chứ không phải 0912 345 678",
         "số điện thoại của bà thành 0908 111 222"),
    ],
)  # fmt: skip
def test_a_correction_begins_with_the_value_that_was_said(
    club: Talk, typed: str, asked: str
) -> None:
    assert club.text("sau", typed) == [f"Dạ, con sửa {asked}, đúng không ạ?"]
    assert "đã sửa xong" in club.text("sau", "đúng rồi")[0]


def test_a_daughter_corrects_her_mothers_number_in_her_own_words(club: Talk) -> None:
    """ "Má em" is her mother, and nobody called Em who isn't on this phone."""
    relative(club, "má", "Bà đây", "Trần Thị Mười", "1944", "Nữ", who="hanh")
    assert club.text("hanh", "má em đổi số 0977 888 999") == [
        "Dạ, em sửa số điện thoại của má thành 0977 888 999, đúng không ạ?"
    ]
    club.press("hanh", "Đúng rồi")
    assert club.sql("select phone from membership order by id desc limit 1") == [("+84977888999",)]


def test_a_number_told_in_two_sentences_is_one_wish(club: Talk) -> None:
    said = club.text("sau", "tui đổi số điện thoại rồi, số mới 0908 222 333")
    assert said == ["Dạ, con sửa số điện thoại của bà thành 0908 222 333, đúng không ạ?"]
    assert club.buttons("sau") == ["Đúng rồi", "Không, sửa lại"]


@pytest.mark.parametrize(
    "typed",
    [
        "con dang ky cho ba roi phai khong",
        "con ghi tên cho bà rồi hả con",
        "dang ky cho ba roi chua vay",
    ],
)
def test_who_asks_whether_she_is_registered_registers_nobody_of_these_words(
    club: Talk, typed: str
) -> None:
    people = club.sql("select count(*) from person")
    said = " ".join(club.text("sau", typed))
    assert "là gì của" not in said
    assert club.sql("select count(*) from person") == people


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("đăng ký cho bà Tư đi con", "bà Tư"),
        ("dang ky cho ong Tam truoc nha", "ông Tám"),
        ("ghi tên cho bà ngoại của con", "bà ngoại"),
    ],
)
def test_words_of_asking_are_no_part_of_a_name(typed: str, called: str) -> None:
    assert read_relatives(typed) == (called,)


# Questions that hold something against somebody


@pytest.mark.parametrize(
    "typed",
    ["nếu chủ nhiệm gian lận thì báo ai", "chu nhiem an chan tien thi kieu o dau"],
)
def test_an_unanswered_question_goes_past_whom_it_accuses(club: Talk, typed: str) -> None:
    """Handed on as any other it would be read by the very one whom it is about."""
    assert "không qua người tổ chức" in club.text("sau", typed)[0]
    club.press("sau", "Gửi giúp tôi")
    assert typed in club.last("minh")
    assert not any(typed in each["text"] for each in club.said if each["to"] == "tu")


def test_what_a_question_has_names_no_aunt(club: Talk) -> None:
    """Bare, "co … khong" asks whether, and is of no cô."""
    said = club.text("sau", "ra khoi hoi co lay lai tien quy khong")
    assert "lay lai tien quy" not in " ".join(said)


@pytest.mark.parametrize("typed", ["đừng nhắn", "khỏi nhắn ai hết", "nhan lam gi"])
def test_an_offer_that_is_forbidden_is_no_wish_about_reminders(club: Talk, typed: str) -> None:
    club.text("sau", "bữa nay mệt quá")
    assert "Nhắn giúp tôi" in club.buttons("sau")
    club.text("tu", "menu")
    said = club.text("sau", typed)
    assert "giữ sức khỏe" in said[0]
    assert "mệt quá" not in club.last("tu")


@pytest.mark.parametrize("typed", ["đừng nhắc nữa", "khoi nhac nua"])
def test_who_wishes_once_more_that_reminders_stop_is_not_asked_again(
    club: Talk, typed: str
) -> None:
    club.text("sau", "dừng nhắc")
    assert club.buttons("sau") == ["Thôi nhắc", "Cứ nhắc tiếp"]
    assert "không nhắc nữa" in club.text("sau", typed)[0]


@pytest.mark.parametrize("typed", ["chưa", "chưa nhận nha", "khoan nhan da"])
def test_an_application_that_is_put_off_waits(club: Talk, typed: str) -> None:
    myself(club, "muoi", "Lê Thị Mười")
    assert club.buttons("tu") == ["Nhận", "Không nhận"]
    assert "chưa làm gì hết" in club.text("tu", typed)[0]
    assert club.buttons("tu") == ["Nhận", "Không nhận"]
    assert club.sql("select state from membership order by id desc limit 1") == [("applied",)]
