"""What happens in a member's life: rests, is back, moves, leaves, dies and doesn't; phones and daughters."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.buttons import ChangeState, Search, Secretary
from tests.command_line import run
from tests.conftest import Talk
from tests.handlers.pressing import press_all
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import reminders, set_event
from tests.handlers.test_registration import begin, myself


def card(talk: Talk, name: str = "Nguyễn Thị Sáu (1948)") -> None:
    talk.text("tu", "tìm thành viên sau")
    talk.press("tu", name)


def state(talk: Talk) -> str:
    return str(talk.sql("select state from membership where id = 1")[0][0])


def test_who_rests_is_not_reminded_until_she_is_back(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    card(club)
    club.press("tu", "Tạm nghỉ", "Đúng vậy")
    assert state(club) == "suspended"
    assert "tạm nghỉ sinh hoạt" in club.last("sau")
    assert reminders(club.at("2026-12-18T08:00:00")) == []
    card(club)
    club.press("tu", "Sinh hoạt lại", "Đúng vậy")
    assert state(club) == "active"
    assert reminders(club.at("2026-12-20T07:00:00")) == ["2026-12-19T17:00"]


@pytest.mark.parametrize(
    ("label", "ended", "told"),
    [
        ("Chuyển nơi khác", "moved", "chuyển đi nơi khác"),
        ("Thôi tham gia", "left", "thôi tham gia"),
    ],
)
def test_who_moves_or_leaves_is_used_for_nothing_more(
    club: Talk, label: str, ended: str, told: str
) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    card(club)
    club.press("tu", label, "Đúng vậy")
    assert state(club) == ended
    assert told in club.last("sau")
    assert club.sql("select count(*) from consent where agreed and withdrawn_at is null") == [(0,)]
    assert reminders(club.at("2026-12-20T07:00:00")) == []


def test_who_moved_joins_the_club_where_she_lives_now(club: Talk) -> None:
    card(club)
    club.press("tu", "Chuyển nơi khác", "Đúng vậy")
    club.club("lan", "ấp Phước An")
    myself(club)
    club.press("lan", "Nhận")
    assert club.sql("select state from membership order by id") == [("moved",), ("active",)]


def test_a_death_noted_by_mistake_is_undone(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    card(club)
    club.press("tu", "Người này mất rồi", "Đúng, đã mất")
    assert state(club) == "deceased"
    card(club)
    club.press("tu", "Còn sống, ghi nhầm", "Đúng vậy")
    assert state(club) == "active"
    assert reminders(club.at("2026-12-20T07:00:00")) == ["2026-12-17T08:00", "2026-12-19T17:00"]
    # A year on nobody is forgotten for having died.
    club.at("2028-01-10T08:00:00")
    assert club.sql("select full_name from person") == [("Nguyễn Thị Sáu",)]


def test_an_organiser_corrects_phone_and_address(club: Talk) -> None:
    card(club)
    club.press("tu", "Sửa", "Số điện thoại")
    club.text("tu", "0987 654 321", "đúng rồi")
    assert club.sql("select phone from membership") == [("+84987654321",)]
    card(club)
    club.press("tu", "Sửa", "Chỗ ở")
    club.text("tu", "tổ 9, ấp Hải Lạc", "đúng rồi")
    assert club.sql("select address from membership") == [("tổ 9, ấp Hải Lạc",)]


def test_nobody_else_changes_a_member(club: Talk) -> None:
    club.text("la", "chào")
    pressed = [ChangeState(1, "left", sure=True), Search(1, "sau"), Secretary(1)]
    for who in ("la", "sau", "minh"):
        assert len(press_all(club, who, pressed)) >= len(pressed)
        assert state(club) == "active"
        assert club.sql("select count(*) from access") == [(0,)]
    press_all(club, "tu", pressed)
    assert not club.errors, club.errors
    assert state(club) == "left"
    assert club.sql("select count(*) > 0 from access") == [(1,)]


# Two daughters


@pytest.fixture
def daughters(club: Talk) -> Talk:
    """Two daughters speak for one mother, each by her own word."""
    relative(club, "má", "Bà đây", "Trần Thị Mười", "1944", "Nữ", who="hanh")
    before = len(club.said)
    begin(club, "thuy", "Ghi tên cho người nhà")
    club.text("thuy", "bà ngoại")
    club.press("thuy", "Bà đây", "Đồng ý", "Đồng ý")
    club.text("thuy", "Trần Thị Mười", "1944")
    club.press("thuy", "Nữ")
    club.text("thuy", "tổ 3, ấp Hải Lạc", "0937123456")
    club.press("thuy", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert not any("đã có" in each["text"] for each in club.said[before:] if each["to"] == "thuy")
    # The organiser knows that it is one mother, and has asked her.
    club.press("tu", "Cùng một người", "Đã hỏi, đúng là một")
    return club


def test_two_daughters_call_her_differently_and_one_is_told(daughters: Talk) -> None:
    ties = daughters.sql(
        "select external_id, called, told from speaks_for join account on account.id = account_id"
        " where called is not null order by external_id"
    )
    assert ties == [("hanh", "má", 1), ("thuy", "bà ngoại", 1)]
    daughters.text("thuy", "thông tin của tôi")
    daughters.press("thuy", "Việc khác", "Đừng báo tin cho máy này")
    assert "máy khác nói thay vẫn nhận" in daughters.last("thuy")
    set_event(daughters, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    heard = daughters.at("2026-12-20T07:00:00")
    told = {each["to"] for each in heard if each["kind"] == "reminder"}
    assert "hanh" in told
    assert "thuy" not in told
    (first, *_) = [each["text"] for each in heard if each["to"] == "hanh"]
    assert "má" in first
    # The other one may be told again.
    daughters.text("thuy", "thông tin của tôi")
    daughters.press("thuy", "Việc khác", "Báo tin cho máy này")
    assert "vào máy này" in daughters.last("thuy")


def test_where_no_phone_is_told_a_person_calls(club: Talk) -> None:
    relative(club, "má", "Bà đây", "Trần Thị Mười", "1944", "Nữ", who="hanh")
    club.text("hanh", "thông tin của tôi")
    club.press("hanh", "Việc khác", "Đừng báo tin cho máy này")
    assert "người tổ chức sẽ gọi điện" in club.last("hanh")
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.at("2026-12-18T09:00:00")
    club.text("tu", "danh sách gọi điện")
    assert "Trần Thị Mười" in "\n".join(each["text"] for each in club.said[-3:])


def test_who_spoke_for_her_before_hears_of_the_second_daughter(daughters: Talk) -> None:
    """Nobody begins to read an elder's data without those who care for her hearing of it."""
    assert "thuy cũng nói thay má, được xem, sửa và nhận tin" in daughters.last("hanh")
    assert "xác nhận bà ngoại đã có tên trong sổ" in daughters.last("thuy")
    # Who registers her once more is no news to anybody.
    before = len(daughters.said)
    begin(daughters, "thuy", "Ghi tên cho người nhà")
    daughters.text("thuy", "bà ngoại")
    assert not any(each["to"] == "hanh" for each in daughters.said[before:])


def test_she_hears_who_begins_to_speak_for_her(club: Talk) -> None:
    """The organiser notes that he asked her; her own phone tells her what came of it."""
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "má")
    club.press("hanh", "Bà đây", "Đồng ý", "Đồng ý")
    club.text("hanh", "Nguyễn Thị Sáu", "1948")
    club.press("hanh", "Nữ")
    club.text("hanh", "tổ 3, ấp Hải Lạc", "0937123456")
    club.press("hanh", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    club.press("tu", "Cùng một người", "Đã hỏi, đúng là một")
    assert "từ nay hanh cũng nói thay bà" in club.last("sau")
    assert "xác nhận má đã có tên trong sổ" in club.last("hanh")


def speakers_page(talk: Talk, name: str) -> str:
    talk.text("tu", f"tìm thành viên {name}")
    talk.press("tu", next(each for each in talk.buttons("tu") if each.startswith(name)))
    return talk.press("tu", "Ai nói thay")[-1]


def test_an_organiser_sees_both_and_says_which_is_told(daughters: Talk) -> None:
    shown = speakers_page(daughters, "Trần Thị Mười")
    assert 'hanh, gọi là "má": được nhận tin' in shown
    assert 'thuy, gọi là "bà ngoại": được nhận tin' in shown
    assert "coi ai xin" in shown
    said = daughters.press("tu", "Thôi báo thuy")
    assert "từ nay em thôi báo thuy" in said[0]
    assert "thôi báo" in daughters.last("thuy")
    assert "việc của bà ngoại" in daughters.last("thuy")
    assert "thuy thôi nhận tin về má" in daughters.last("hanh")
    # Not told, she may still look.
    assert "Trần Thị Mười" in "\n".join(daughters.text("thuy", "thông tin của tôi"))
    speakers_page(daughters, "Trần Thị Mười")
    daughters.press("tu", "Báo cho thuy")
    assert "từ nay em báo" in daughters.last("thuy")


def test_who_speaks_no_more_reads_nothing_of_her(daughters: Talk) -> None:
    speakers_page(daughters, "Trần Thị Mười")
    asked = daughters.press("tu", "thuy thôi nói thay")
    assert "Đúng vậy không ạ?" in asked[0]
    daughters.press("tu", "Đúng vậy")
    assert "máy này thôi nói thay bà ngoại" in daughters.last("thuy")
    assert "thuy thôi nói thay má" in daughters.last("hanh")
    assert "Trần Thị Mười" not in "\n".join(daughters.text("thuy", "thông tin của tôi"))
    assert "thuy" not in speakers_page(daughters, "Trần Thị Mười")


# To a phone of her own


def test_she_moves_to_her_own_phone(club: Talk) -> None:
    relative(club, "bà ngoại", "Bà đây", "Trần Thị Mười", "1944", "Nữ", who="hanh")
    myself(club, "muoi", "Trần Thị Mười", "1944")
    before = len(club.said)
    # It isn't said to the new phone that she is known; the organiser sees who asks.
    assert not any("trong sổ" in each["text"] for each in club.said if each["to"] == "muoi")
    asked = club.press("tu", "Cùng một người")
    assert "Người ghi tên lần này: muoi" in asked[-1]
    club.press("tu", "Đã hỏi, đúng là một")
    assert "xác nhận bà đã có tên trong sổ" in club.last("muoi")
    assert "bà ngoại có máy riêng" in club.last("hanh")
    assert "Máy của chính người này: được nhận tin" in speakers_page(club, "Trần Thị Mười")
    # Her own phone is nobody's to take away; her granddaughter's may be.
    labels = club.buttons("tu")
    assert [each for each in labels if "thôi nói thay" in each] == ["hanh thôi nói thay"]
    club.press("tu", "hanh thôi nói thay", "Đúng vậy")
    assert "hanh thôi nói thay bà" in club.last("muoi")
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    heard = club.at("2026-12-20T07:00:00")
    reminded = {each["to"]: each["text"] for each in heard if each["kind"] == "reminder"}
    assert "muoi" in reminded
    assert "hanh" not in reminded
    assert not any("{" in each["text"] for each in club.said[before:])
    assert not club.errors, club.errors


# "dừng", then imported and announced to


def test_who_said_stop_hears_nothing_and_the_organiser_sees_why(club: Talk) -> None:
    club.text("sau", "dừng nhắc")
    club.press("sau", club.buttons("sau")[0])
    assert club.sql("select muted_at is not null from account where external_id = 'sau'") == [(1,)]
    # A list that has her in it brings no message back.
    club.play([{"from": "tu", "file": "list_first.csv"}])
    club.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    assert club.sql("select count(*) from person where full_name = 'Nguyễn Thị Sáu'") == [(1,)]
    before = len(club.said)
    club.text("tu", "nhắn bà con mai đem theo dù")
    club.press("tu", club.buttons("tu")[0])
    assert not any(each["to"] == "sau" for each in club.said[before:])
    assert not any(each["to"] == "sau" for each in club.at("2026-12-02T09:00:00"))
    assert club.sql("select state, reason from notice where person_id = 1") == [
        ("not_sent", "stopped"),
    ]  # fmt: skip
    assert "xin thôi nhận tin" in "\n".join(
        each["text"] for each in club.said[before:] if each["to"] == "tu"
    )


def test_deleted_and_a_list_brings_nobody_back(club: Talk, tmp_path: Path) -> None:
    url, backup = club.settings.database_url, str(tmp_path / "a.backup")
    done = run("backup", backup, url=url)
    assert done.returncode == 0, done.stderr
    club.text("sau", "thông tin của tôi")
    club.press("sau", "Xóa", "Xóa hết")
    before = len(club.said)
    club.play([{"from": "tu", "file": "list_first.csv"}])
    club.press("tu", "Rồi", "Hôm nay")
    # Nothing is known of her that a line could be laid beside: she is none of "như cũ".
    assert "thêm 4 · sửa 0 · như cũ 0" in club.said[-2]["text"]
    club.press("tu", "Ghi vào sổ")
    named = "full_name = 'Nguyễn Thị Sáu'"
    assert club.sql("select erased_at is not null, full_name from person where id = 1") == [
        (1, None)
    ]
    assert club.sql("select state from membership where person_id = 1") == [("left",)]
    agreed = "select count(*) from consent where person_id = 1 and agreed and withdrawn_at is null"
    assert club.sql(agreed) == [(0,)]
    # Who signed is somebody new, and the phone that asked to be forgotten isn't hers.
    assert club.sql(f"select id from person where {named}") == [(2,)]
    assert club.sql("select count(*) from speaks_for") == [(0,)]
    club.text("tu", "nhắn bà con mai đem theo dù")
    club.press("tu", club.buttons("tu")[0])
    club.at("2026-12-02T09:00:00")
    assert not any(line["to"] == "sau" for line in club.said[before:])
    assert "Nguyễn Thị Sáu" not in "\n".join(club.text("sau", "thông tin của tôi"))
    # The backup of before the deletion has her; she stays deleted, and the list is not in it.
    done = run("restore", backup, "--replace", url=url)
    assert done.returncode == 0, done.stderr
    assert club.sql("select id, full_name, erased_at is not null from person") == [(1, None, 1)]
    assert club.sql(agreed) == [(0,)]
    assert "Nguyễn Thị Sáu" not in "\n".join(club.text("sau", "thông tin của tôi"))
    for words in ("sau", "Nguyễn Thị Sáu"):
        told = run("members", "--club", "26686-01", "--find", words, url=url)
        assert (told.returncode, told.stdout) == (0, ""), told.stderr
