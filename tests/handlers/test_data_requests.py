"""Wishes about one's data: each has a number and the law's days, and somebody who answers it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from bot.domain.requests import DAYS, RequestKind
from tests.command_line import run
from tests.conftest import Talk
from tests.handlers.test_events import reminders, screen, set_event
from tests.handlers.test_registration import begin, myself


@pytest.fixture
def member(club: Talk) -> Talk:
    """sau is a member of tu's club, over which minh watches."""
    return club


def rows(talk: Talk) -> list[tuple[str, str | None]]:
    return talk.sql("select kind, outcome from data_request order by id")  # type: ignore[return-value]


CODE = "26686-01"


def days(talk: Talk, kind: str) -> float:
    """Days between a request and its day."""
    return float(
        talk.sql(
            "select julianday(due_at) - julianday(asked_at) from data_request where kind = ?", kind
        )[0][0]
    )


def test_the_laws_days_are_those_of_the_decree() -> None:
    ten = (RequestKind.SEE, RequestKind.CORRECT, RequestKind.COPY)
    fifteen = (RequestKind.WITHDRAW, RequestKind.RESTRICT, RequestKind.OBJECT)
    assert {DAYS[kind] for kind in ten} == {10}
    assert {DAYS[kind] for kind in fifteen} == {15}
    assert DAYS[RequestKind.DELETE] == 20


def test_seeing_correcting_and_a_copy_are_done_at_once_and_noted(member: Talk) -> None:
    member.text("sau", "thông tin của tôi")
    member.text("sau", "thông tin của tôi")
    assert rows(member) == [("see", "done")]
    member.press("sau", "Lấy bản sao")
    member.text("sau", "sửa địa chỉ")
    assert member.text("sau", "tổ 9, ấp Hải Lạc") == [
        "Dạ, con sửa chỗ ở của bà thành tổ 9, ấp Hải Lạc, đúng không ạ?"
    ]
    assert rows(member) == [("see", "done"), ("copy", "done")]
    member.text("sau", "đúng")
    assert rows(member) == [("see", "done"), ("copy", "done"), ("correct", "done")]
    member.text("sau", "thông tin của tôi")
    member.press("sau", "Việc khác")
    said = member.press("sau", "Các yêu cầu đã gửi")[0]
    assert "Số 2, 01/12/2026: lấy bản sao, xong ngày 01/12/2026" in said


def test_each_right_is_a_request_with_a_number_and_the_laws_day(member: Talk) -> None:
    """In a row, in words; the operator's list and her own say the same."""
    member.text("sau", "thông tin của tôi")
    member.press("sau", "Lấy bản sao")
    member.text("sau", "sửa số điện thoại của tôi thành 0909 111 222", "đúng")
    member.text("sau", "rút lại đồng ý gửi tên lên xã")
    said = member.press("sau", "Đúng, rút lại")
    assert "(yêu cầu số 4)" in said[0]
    shown = member.text("sau", "thông tin của tôi")[0].splitlines()
    assert "Ghi tên gửi UBND xã: đã rút lại, 01/12/2026" in shown
    member.text("sau", "giữ nhưng đừng dùng thông tin của tôi")
    assert "yêu cầu số 5" in member.press("sau", "Đúng, đừng dùng nữa")[0]
    member.text("sau", "xóa hết thông tin của tôi")
    assert "(yêu cầu số 6)" in member.press("sau", "Xóa hết")[0]
    told = run("requests", "--all", url=member.settings.database_url).stdout.splitlines()
    found = [(kind, asked, until) for _, kind, _, asked, until, *_ in map(str.split, told)]
    asked = "2026-12-01"
    assert found == [
        ("see", asked, "2026-12-11"), ("copy", asked, "2026-12-11"), ("correct", asked, "2026-12-11"),
        ("withdraw", asked, "2026-12-16"), ("restrict", asked, "2026-12-16"),
        ("delete", asked, "2026-12-21"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    ["các yêu cầu đã gửi", "cac yeu cau cua toi", "yêu cầu của tôi tới đâu rồi?", "yêu cầu số 1 xong chưa"],
)  # fmt: skip
def test_she_asks_in_words_what_became_of_it(member: Talk, typed: str) -> None:
    objects(member, "đừng đọc tên tôi lên loa", "Việc khác của câu lạc bộ")
    said = member.text("sau", typed)
    assert "Số 1, 01/12/2026: không đồng ý cách dùng, đang chờ, trễ nhất 16/12/2026" in said[0]


def test_she_sees_who_speaks_for_her_and_what_she_answered(member: Talk) -> None:
    """The notice says that answers are kept, and who speaks for her reads all of it."""
    begin(member, "hanh", "Ghi tên cho người nhà")
    member.text("hanh", "má")
    member.press("hanh", "Bà đây", "Đồng ý", "Đồng ý")
    member.text("hanh", "Nguyễn Thị Sáu", "1948")
    member.press("hanh", "Nữ")
    member.text("hanh", "tổ 3, ấp Hải Lạc", "0912 345 678")
    member.press("hanh", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    member.press("tu", "Cùng một người", "Đã hỏi, đúng là một")
    set_event(member, "Đặt lịch sinh hoạt", "8 giờ sáng thứ Bảy hàng tuần, nhà văn hóa")
    for day in range(4, 46, 7):
        member.at(f"2026-12-{day:02d}T18:00:00" if day < 32 else f"2027-01-{day - 31:02d}T18:00:00")
        member.text("sau", "đi được")
    shown = member.text("sau", "thông tin của tôi")[0].splitlines()
    assert "Máy nói thay: hanh, được nhận tin" in shown
    answers = [each for each in shown if each.startswith("Trả lời lịch ngày")]
    assert answers[0] == "Trả lời lịch ngày 09/01/2027: đi được"
    assert len(answers) == 5
    member.press("sau", "Lấy bản sao")
    (path,) = member.said[-1]["files"]
    copy = Path(path).read_text(encoding="utf-8").splitlines()
    assert "Trả lời lịch ngày 05/12/2026: đi được" in copy
    # Her daughter reads that she has a phone of her own, and nothing of her own word for her.
    shown = "\n".join(member.text("hanh", "thông tin của tôi"))
    assert "Máy của chính người này: được nhận tin" in shown
    assert "Máy nói thay" not in shown


@pytest.mark.parametrize(
    "typed",
    [
        "tam ngung dung thong tin cua toi",
        "đừng dùng thông tin của tôi nữa",
        "hạn chế xử lý dữ liệu của tôi",
        "giữ thông tin nhưng đừng dùng",
        "giữ nhưng đừng dùng thông tin của tôi",
    ],
)
def test_data_may_be_kept_and_used_for_nothing(member: Talk, typed: str) -> None:
    set_event(member, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    assert "không nhắc lịch" in member.text("sau", typed)[0]
    said = member.press("sau", "Đúng, đừng dùng nữa")[0]
    assert "yêu cầu số 1, đã làm xong" in said
    assert "xin giữ nhưng đừng dùng thông tin" in member.last("tu")
    assert days(member, "restrict") == 15
    # Shown to her and to the organiser as what it is.
    assert "Giữ nhưng không dùng, từ 01/12/2026" in member.text("sau", "thông tin của tôi")[0]
    screen(member, "Thành viên (0 người chờ)", "Xem danh sách")
    assert "(giữ, không dùng)" in member.last("tu")
    # Nothing is done with it: nobody reminds her, and nobody is to call her.
    assert reminders(member.at("2026-12-20T09:00:00")) == []
    assert member.sql("select count(*) from notice where state in ('sent', 'to_call')") == [(0,)]


def test_nothing_of_who_is_restricted_leaves_the_club(member: Talk, tmp_path: Path) -> None:
    member.text("sau", "tạm ngưng dùng thông tin của tôi")
    member.press("sau", "Đúng, đừng dùng nữa")
    done = run(
        "export-roster", str(tmp_path / "list.csv"), "--club", CODE,
        url=member.settings.database_url,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Sáu" not in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    out = tmp_path / "papers"
    done = run(
        "documents", "--club", CODE, "--out", str(out),
        url=member.settings.database_url,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for path in out.glob("*.docx"):
        text = zipfile.ZipFile(path).read("word/document.xml").decode()
        assert "Thị Sáu" not in text, path.name


def test_what_is_restricted_is_used_again_when_she_says_so(member: Talk) -> None:
    member.text("sau", "tạm ngưng dùng thông tin của tôi")
    member.press("sau", "Đúng, đừng dùng nữa")
    assert "dùng lại" in member.text("sau", "cho dùng lại thông tin của tôi")[0]
    assert "như trước" in member.last("tu")
    set_event(member, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    assert reminders(member.at("2026-12-20T07:00:00")) != []
    assert "đang như vậy rồi" in member.text("sau", "cho dùng lại thông tin của tôi")[0]


def test_an_objection_goes_to_the_organisers_and_its_answer_comes_back(member: Talk) -> None:
    member.text("sau", "phản đối việc dùng thông tin của tôi")
    member.text("sau", "đừng đọc số điện thoại của tôi lúc họp")
    said = member.press("sau", "Việc khác của câu lạc bộ")
    assert "yêu cầu số 1" in said[0]
    assert "16/12/2026" in said[0]
    assert "“đừng đọc số điện thoại của tôi lúc họp”" in member.last("tu")
    assert not any(
        "đọc số điện thoại" in each["text"] for each in member.said if each["to"] == "minh"
    )
    member.press("tu", "Không làm được")
    assert "vẫn có thể bảo con đừng dùng" in member.last("sau")
    assert member.buttons("sau") == ["Giữ nhưng đừng dùng", "Khiếu nại"]
    assert rows(member) == [("object", "refused")]
    # The words are forgotten a while after it is closed.
    member.at("2027-01-02T09:00:00")
    assert member.sql("select words from data_request") == [(None,)]


@pytest.mark.parametrize(
    "typed",
    ["các yêu cầu", "cac yeu cau dang cho", "xem yêu cầu số 1", "yêu cầu nào sắp tới hạn",
     "Có yêu cầu nào chưa trả lời không?", "mấy yêu cầu của bà con", "ai đòi xóa thông tin"],
)  # fmt: skip
def test_who_has_to_answer_finds_what_waits_in_words(member: Talk, typed: str) -> None:
    """They are no words to hand on to the members, as they were taken for."""
    objects(member, "đừng đọc tên tôi lên loa", "Việc khác của câu lạc bộ")
    member.text("tu", typed)
    assert "“đừng đọc tên tôi lên loa”" in member.last("tu")
    assert member.buttons("tu")[:2] == ["Đã làm theo", "Không làm được"]


@pytest.mark.parametrize(
    "typed", ["yêu cầu bà con mai đem theo dù", "yêu cầu để vào câu lạc bộ là gì"]
)
def test_what_an_organiser_demands_is_no_request(member: Talk, typed: str) -> None:
    objects(member, "đừng đọc tên tôi lên loa", "Việc khác của câu lạc bộ")
    before = len(member.said)
    member.text("tu", typed)
    assert not any("lên loa" in each["text"] for each in member.said[before:])


def objects(member: Talk, words: str, use: str) -> str:
    member.text("sau", "phản đối việc dùng thông tin của tôi")
    member.text("sau", words)
    return member.press("sau", use)[0]


def stands(member: Talk, purpose: str) -> bool:
    """Whether a consent is used now."""
    return member.sql(
        "select agreed and withdrawn_at is null and paused_by is null from consent"
        " where purpose = ? order by id desc limit 1",
        purpose,
    ) == [(1,)]


def test_a_use_that_is_objected_to_stops_at_once_and_goes_on_after_a_no(member: Talk) -> None:
    set_event(member, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    said = objects(member, "nhắc hoài mệt quá", "Nhắc lịch")
    assert "ngưng nhắc lịch ngay từ bây giờ" in said
    assert "Em đã ngưng nhắc lịch cho tới khi" in member.last("tu")
    assert "Nhắc lịch: đang ngưng theo yêu cầu số 1" in "\n".join(
        member.text("sau", "thông tin của tôi")
    )
    assert reminders(member.at("2026-12-13T18:00:00")) == []
    member.press("tu", "Không làm được")
    assert "nhắc lịch có lại như bà đã đồng ý" in member.last("sau")
    assert stands(member, "reminders")
    set_event(member, "Đặt lịch sinh hoạt", "8 giờ sáng 27/12/2026, nhà văn hóa")
    assert reminders(member.at("2026-12-26T18:00:00")) != []


def test_a_yes_is_no_use_to_stop(member: Talk) -> None:
    """ "Đúng" was taken for "Dùng hoàn cảnh"."""
    member.text("sau", "phản đối việc dùng thông tin của tôi")
    member.text("sau", "nhắc hoài mệt quá")
    member.text("sau", "đúng")
    assert stands(member, "reminders")
    assert rows(member) == []
    assert "Chuyện hoàn cảnh" in member.buttons("sau")


def test_a_use_that_is_objected_to_ends_with_a_yes(member: Talk) -> None:
    objects(member, "nhắc hoài mệt quá", "Nhắc lịch")
    objects(member, "già rồi nghe hoài mệt", "Nhắc lịch")
    member.press("tu", "Không làm được")
    assert not stands(member, "reminders"), "the first still waits"
    screen(member, "Thành viên (0 người chờ)", "Yêu cầu về thông tin (1)", "Đã làm theo")
    assert "thôi hẳn nhắc lịch" in member.last("sau")
    assert member.sql(
        "select withdrawn_at is null, paused_by from consent where purpose = 'reminders'"
    ) == [(0, None)]


def test_an_objection_to_everything_takes_her_off_lists_and_papers(
    member: Talk, tmp_path: Path
) -> None:
    assert "ngưng dùng thông tin vào mọi việc" in objects(member, "thôi hết đi", "Mọi việc")
    assert not any(stands(member, each) for each in ("roster", "reminders", "circumstances"))
    listed = tmp_path / "a.csv"
    done = run("export-roster", str(listed), "--club", CODE, url=member.settings.database_url)
    assert done.returncode == 0, done.stderr
    assert "Nguyễn Thị Sáu" not in listed.read_text(encoding="utf-8-sig")
    member.press("tu", "Đã làm theo")
    assert stands(member, "roster")
    assert member.sql("select restricted_at is null from membership") == [(0,)]


def test_a_complaint_goes_past_the_organisers(member: Talk) -> None:
    member.text("sau", "khiếu nại về thông tin của tôi")
    said = member.text("sau", "ông tu đưa số của tôi cho người bán thuốc")
    assert "không qua người tổ chức (yêu cầu số 1)" in said[0]
    assert "“ông tu đưa số của tôi cho người bán thuốc”" in member.last("minh")
    assert not any("bán thuốc" in each["text"] for each in member.said if each["to"] == "tu")
    screen(member, "Thành viên (0 người chờ)")
    assert not any("Yêu cầu về thông tin" in each for each in member.buttons("tu"))
    member.press("minh", "Đã giải quyết")
    assert "khiếu nại số 1 của bà đã được giải quyết" in member.last("sau")
    assert rows(member) == [("complain", "done")]


@pytest.mark.parametrize(
    "typed",
    ["khiếu nại: chú Tư đưa số điện thoại của tôi cho người bán thuốc",
     "co Lan to chuc doc ten nha tui ngheo len loa, toi muon khieu nai",
     "tôi muốn phản ánh sổ thành viên để ngoài quán nước"],
)  # fmt: skip
def test_a_complaint_in_her_own_words_has_a_number_too(member: Talk, typed: str) -> None:
    """Whoever complains of what was done with her data needn't know that it is called a request."""
    said = member.text("sau", typed)
    assert "không qua người tổ chức" in said[0]
    said = member.press("sau", "Gửi giúp tôi")
    assert "không qua người tổ chức (yêu cầu số 1), trễ nhất 11/12/2026" in said[0]
    assert f"“{typed}”" in member.last("minh")
    assert member.buttons("minh") == ["Đã giải quyết", "Xem rồi, không đúng"]
    assert rows(member) == [("complain", None)]


@pytest.mark.parametrize(
    "typed",
    ["khiếu nại chủ nhiệm thu quỹ không biên nhận", "tôi muốn phản ánh ông tổ trưởng nói hỗn"],
)
def test_another_complaint_is_no_request_about_data(member: Talk, typed: str) -> None:
    member.text("sau", typed)
    member.press("sau", "Gửi giúp tôi")
    assert rows(member) == []
    assert typed in member.last("minh")


def test_who_has_to_answer_a_complaint_is_reminded_of_it(member: Talk) -> None:
    """It went past the organisers, so the days that run out are told past them, too."""
    member.text("sau", "khiếu nại về thông tin của tôi")
    member.text("sau", "ông tu đưa số của tôi cho người bán thuốc")
    heard = [each for day in range(2, 14) for each in member.at(f"2026-12-{day:02d}T10:00:00")]
    told = [each for each in heard if "yêu cầu số 1" in each["text"]]
    assert told, "nobody is reminded"
    assert {each["to"] for each in told} == {"minh"}


def test_where_nobody_is_above_that_is_said_and_the_complaint_stands(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    talk.text("sau", "khiếu nại về thông tin của tôi")
    said = talk.text("sau", "sổ thành viên để ngoài quán nước")
    assert "UBND xã" in said[0]
    assert talk.sql("select kind, done_at from data_request") == [("complain", None)]


def test_organisers_answer_no_complaint_and_strangers_nothing(member: Talk) -> None:
    from bot.messages import Address, Inbound, Incoming
    from tests.handlers.test_pipeline import deliver

    member.text("sau", "khiếu nại về thông tin của tôi")
    member.text("sau", "sổ thành viên để ngoài quán nước")
    for who in ("tu", "la", "sau"):
        press = Inbound(Address("script", who), Incoming.PRESS, "a/request/1/yes", update_key=who)
        deliver(member, press)
    assert rows(member) == [("complain", None)]


def test_what_waits_is_reminded_of_and_goes_above_when_its_day_is_over(member: Talk) -> None:
    member.text("sau", "phản đối việc dùng thông tin của tôi")
    member.text("sau", "đừng đọc số điện thoại của tôi lúc họp")
    member.press("sau", "Việc khác của câu lạc bộ")
    heard = [each for day in range(2, 20) for each in member.at(f"2026-12-{day:02d}T10:00:00")]
    reminded = [each for each in heard if "còn chờ" in each["text"]]
    assert [(each["to"], each["at"][:10]) for each in reminded] == [
        ("tu", "2026-12-06"), ("tu", "2026-12-11"), ("tu", "2026-12-15"),
    ]  # fmt: skip
    over = [each for each in heard if "quá hạn" in each["text"]]
    assert [(each["to"], each["at"][:10]) for each in over] == [
        ("minh", "2026-12-16"), ("tu", "2026-12-16"),
    ]  # fmt: skip
    # Those above read no name.
    assert "Sáu" not in over[0]["text"]


def test_the_operator_lists_them_by_number_and_day(member: Talk) -> None:
    member.text("sau", "thông tin của tôi")
    member.text("sau", "phản đối việc dùng thông tin của tôi")
    member.text("sau", "đừng đọc số điện thoại của tôi lúc họp")
    member.press("sau", "Việc khác của câu lạc bộ")
    url = member.settings.database_url
    waits = run("requests", "--club", CODE, url=url)
    assert waits.stdout == f"2\tobject\t{CODE}-001\t2026-12-01\t2026-12-16\twaits, 15 days left\n"
    assert len(run("requests", "--all", url=url).stdout.splitlines()) == 2
    assert run("requests", "--club", "nowhere", url=url).returncode == 1


def test_a_deletion_says_when_the_backups_hold_nothing_of_it(member: Talk) -> None:
    member.text("sau", "phản đối việc dùng thông tin của tôi")
    member.text("sau", "đừng đọc số điện thoại của tôi lúc họp")
    member.press("sau", "Việc khác của câu lạc bộ")
    member.text("sau", "thông tin của tôi")
    said = member.press("sau", "Xóa", "Xóa hết")
    assert "Bản sao lưu của máy thì sau 09/12/2026 cũng không còn." in said[-1]
    # What was said goes with the person.
    assert member.sql("select count(*) from data_request where words is not null") == [(0,)]
    assert member.sql("select count(*) from data_request where done_at is null") == [(0,)]


# Who was typed in by others


def test_who_was_typed_in_asks_to_be_taken_out(member: Talk) -> None:
    member.text("la", "bỏ tên tôi")
    assert member.buttons("la")[0] == "Nhờ câu lạc bộ bỏ tên tôi"
    member.press("la", "Nhờ câu lạc bộ bỏ tên tôi")
    said = member.text("la", "ấp Cây Dừa", "Trần Văn Ba, trong ban vận động")
    assert "không tìm thấy câu lạc bộ nào" in said[-1]
    before = len(member.said)
    member.press("la", "Nhờ câu lạc bộ bỏ tên tôi")
    known = member.text("la", "ấp Hải Lạc", "Nguyễn Thị Sáu, trong ban vận động")[-1]
    assert "Xin bỏ tên đã được ghi giùm: Nguyễn Thị Sáu" in member.last("tu")
    # The answer is the same for a name that is on the roster and one that isn't.
    member.text("la", "bỏ tên tôi")
    member.press("la", "Nhờ câu lạc bộ bỏ tên tôi")
    assert member.text("la", "ấp Hải Lạc", "Trần Văn Ba, trong ban vận động")[-1] == known
    assert not any("1948" in each["text"] for each in member.said[before:] if each["to"] == "la")
    member.press("tu", "Trả lời")
    member.text("tu", "dạ bỏ tên rồi ạ")
    assert "dạ bỏ tên rồi ạ" in member.last("la")
    # A member, too, may be named in a book of others.
    member.text("sau", "thông tin của tôi")
    member.press("sau", "Việc khác")
    member.press("sau", "Bỏ tên tôi khỏi ban vận động, sổ quỹ")
    member.text("sau", "ấp Hải Lạc", "Nguyễn Thị Sáu, trong ban vận động")
    assert member.last("sau") == known
    assert "ấp nào, xã nào" in member.text("sau", "xin bỏ tên tôi khỏi ban vận động")[-1]
    member.text("sau", "bỏ tên tôi")
    assert "Bỏ tên tôi khỏi ban vận động, sổ quỹ" in member.buttons("sau")
    member.press("sau", "Ở lại")
    assert not member.errors, member.errors
