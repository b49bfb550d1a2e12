"""The proof of a consent is what was read before it, word for word, and can be read aloud."""

from __future__ import annotations

from typing import Any

import pytest

from bot.buttons import ReadConsents
from tests.conftest import Talk
from tests.handlers.pressing import every_press, press_all
from tests.handlers.test_events import screen
from tests.handlers.test_registration import begin, myself

VI = {
    "for_me": "Ghi tên cho tôi", "for_relative": "Ghi tên cho người nhà", "agree": "Đồng ý",
    "refuse": "Không đồng ý", "female": "Nữ", "male": "Nam", "right": "Đúng hết rồi",
    "neighbour": "Hàng xóm", "poor": "Hộ nghèo", "done": "Xong",
}  # fmt: skip
EN = {
    "for_me": "For myself", "for_relative": "For a relative or neighbour", "agree": "I agree",
    "refuse": "I don't agree", "female": "Female", "male": "Male", "right": "All right",
    "neighbour": "Neighbour", "poor": "Poor household", "done": "Done",
}  # fmt: skip
LANGUAGES = pytest.mark.parametrize(("language", "words"), [("vi", VI), ("en", EN)])
Row = tuple[Any, ...]


class Family:
    """A phone on which consents are asked: what it showed, and what became of it."""

    def __init__(self, talk: Talk, who: str, language: str, words: dict[str, str]) -> None:
        self.talk, self.who, self.language, self.words = talk, who, language, words
        self.notice = ""
        self.expected: list[Row] = []
        talk.play([{"from": who, "text": "English" if language == "en" else "tiếng Việt"}])

    def begin(self, whom: str) -> None:
        begin(self.talk, self.who, self.words[whom])

    def press(self, key: str) -> None:
        self.talk.press(self.who, self.words[key])

    def answer(self, purpose: str, key: str) -> None:
        """A consent is asked now: the proof must be what stands in the transcript before the press."""
        read = [line["text"] for line in self.talk.said if line["to"] == self.who]
        if purpose == "roster":
            self.notice = read[-2]
        self.press(key)
        self.expected.append((purpose, key == "agree", self.language, self.notice, read[-1]))

    def details(self, name: str, sex: str) -> None:
        self.talk.text(self.who, name, "1948")
        self.press(sex)
        self.talk.text(self.who, "tổ 3, ấp Hải Lạc", "0912 345 678")


def proofs(talk: Talk) -> list[Row]:
    found = talk.sql("select purpose, agreed, language, notice, question from consent order by id")
    return [(purpose, bool(agreed), *rest) for purpose, agreed, *rest in found]


def by_purpose(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row[4], row[0]))


@LANGUAGES
def test_who_registers_herself(talk: Talk, language: str, words: dict[str, str]) -> None:
    talk.club()
    family = Family(talk, "sau", language, words)
    family.begin("for_me")
    family.answer("roster", "agree")
    family.answer("reminders", "agree")
    family.details("Nguyễn Thị Sáu", "female")
    family.answer("circumstances", "agree")
    family.press("poor")
    family.press("done")
    family.answer("sharing", "agree")
    family.answer("circumstances_shared", "refuse")
    family.press("right")
    assert by_purpose(proofs(talk)) == by_purpose(family.expected)
    assert talk.sql("select purpose, words from consent order by purpose") == [
        ("circumstances", "registration.circumstances_consent.ask"),
        ("circumstances_shared", "registration.circumstances_shared.ask"),
        ("reminders", "registration.reminders.ask"),
        ("roster", "registration.roster.ask"),
        ("sharing", "registration.sharing.ask"),
    ]
    # With the version of the words, the day, the way and where it was answered.
    kept = (
        "select distinct length(words_version), way, answered_on, recorded_at, channel from consent"
    )
    assert talk.sql(kept) == [(12, "press", "2026-12-01", "2026-12-01 01:00:00.000000", "script")]
    # The notice names the club and who answers for it, and no proof lacks it.
    assert "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc" in family.notice
    assert talk.sql("select count(*) from consent where notice_version is null") == [(0,)]


@LANGUAGES
def test_two_elders_on_one_phone(talk: Talk, language: str, words: dict[str, str]) -> None:
    talk.club()
    family = Family(talk, "hanh", language, words)
    for called, here, name, sex in (
        ("bà Sáu", "Bà Sáu", "Nguyễn Thị Sáu", "female"),
        ("ông Bảy", "Ông Bảy", "Trần Văn Bảy", "male"),
    ):
        family.begin("for_relative")
        talk.text("hanh", called)
        if words["neighbour"] in talk.buttons("hanh"):
            family.press("neighbour")
        present = talk.buttons("hanh")[0]
        assert present.startswith((here, here.split()[0]))
        talk.press("hanh", present)
        family.answer("roster", "agree")
        family.answer("reminders", "refuse")
        family.details(name, sex)
        if words["agree"] not in talk.buttons("hanh"):
            talk.press("hanh", talk.buttons("hanh")[0])
        family.answer("circumstances", "refuse")
        family.answer("sharing", "agree")
        family.press("right")
    assert not talk.errors, talk.errors
    assert by_purpose(proofs(talk)) == by_purpose(family.expected)
    assert len(family.expected) == 8


@LANGUAGES
def test_who_goes_on_days_later(talk: Talk, language: str, words: dict[str, str]) -> None:
    """What was read is kept when it is read: a club that got another name since changes nothing."""
    talk.club()
    family = Family(talk, "sau", language, words)
    family.begin("for_me")
    family.answer("roster", "agree")
    family.answer("reminders", "agree")
    talk.sql_write("update club set name = 'CLB Hoa Mai'")
    talk.at("2026-12-03T08:00:00")
    family.details("Nguyễn Thị Sáu", "female")
    family.answer("circumstances", "refuse")
    family.answer("sharing", "agree")
    family.press("right")
    assert by_purpose(proofs(talk)) == by_purpose(family.expected)
    assert all("Hoa Mai" not in row[3] for row in proofs(talk))


@LANGUAGES
def test_a_relative_lets_hardship_be_told_to_the_commune(
    talk: Talk, language: str, words: dict[str, str]
) -> None:
    """Her mother agrees to all of it; the organiser reads out what she agreed to."""
    talk.club()
    family = Family(talk, "hanh", language, words)
    family.begin("for_relative")
    talk.text("hanh", "má")
    talk.press("hanh", talk.buttons("hanh")[0])
    family.answer("roster", "agree")
    family.answer("reminders", "agree")
    family.details("Nguyễn Thị Sáu", "female")
    family.answer("circumstances", "agree")
    family.press("poor")
    family.press("done")
    family.answer("sharing", "agree")
    family.answer("circumstances_shared", "agree")
    family.press("right")
    talk.press("tu", "Nhận")
    assert not talk.errors, talk.errors
    assert by_purpose(proofs(talk)) == by_purpose(family.expected)
    assert len(family.expected) == 5
    told = "\n\n".join(read_out(talk))
    for _, _, _, notice, question in family.expected:
        assert notice in told
        assert question in told
    assert "Gửi hoàn cảnh lên UBND xã: đồng ý, 01/12/2026, bấm nút." in told
    assert ("không đồng ý" in told.replace(family.notice, "")) is False


def test_an_unclear_answer_is_asked_again_and_the_proof_is_of_that(talk: Talk) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    notice = talk.said[-2]["text"]
    talk.text("sau", "ừ")
    question = talk.last("sau")
    talk.text("sau", "đồng ý", "không đồng ý", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "không có")
    talk.press("sau", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert talk.sql("select notice, question from consent where purpose = 'roster'") == [
        (notice, question)
    ]


def test_what_an_organiser_notes_is_proved_by_what_he_was_asked(talk: Talk) -> None:
    talk.club()
    screen(talk, "Thành viên (0 người chờ)", "Ghi một người")
    to_read, _ = talk.text("tu", "Lê Thị Tám")
    assert "đọc giúp em cho Lê Thị Tám nghe" in to_read
    asked = {"roster": talk.last("tu")}
    talk.press("tu", "Nói trước cuộc họp", "Hôm nay")
    asked["reminders"] = talk.last("tu")
    talk.press("tu", "Có")
    talk.text("tu", "1950")
    talk.press("tu", "Nữ")
    talk.text("tu", "tổ 3")
    talk.press("tu", "Bỏ qua", "Bỏ qua")
    asked["circumstances"] = talk.last("tu")
    talk.press("tu", "Không")
    asked["sharing"] = talk.last("tu")
    talk.press("tu", "Không", "Đúng hết rồi")
    found = talk.sql("select purpose, question, notice from consent")
    assert {purpose: question for purpose, question, _ in found} == asked
    assert {notice for _, _, notice in found} == {to_read}
    # Who keeps it, what, for what, who sees it, how long, and what one may do about it.
    for each in ("ấp Hải Lạc (tu)", "họ tên", "để mời sinh hoạt", "Ban tổ chức xem", "chừng một năm",
                 "thôi đồng ý", "khiếu nại"):  # fmt: skip
        assert each in to_read
    screen(talk, "Thành viên (0 người chờ)", "Xem danh sách", "Đọc lời đồng ý")
    talk.press("tu", talk.buttons("tu")[0])
    assert any(to_read in each["text"] for each in talk.said[-8:])


def test_reminders_switched_on_again_have_a_proof_of_their_own(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    talk.text("sau", "thông tin của tôi")
    talk.press("sau", "Thôi nhắc lịch", "Đúng, rút lại")
    talk.text("sau", "nhắc lại cho tôi")
    asked = talk.last("sau")
    talk.press("sau", "Đồng ý")
    latest = "select purpose, question from consent order by id desc limit 1"
    assert talk.sql(latest) == [("reminders", asked)]


def test_a_signed_list_is_proved_by_what_was_asked_about_it(talk: Talk) -> None:
    talk.club()
    screen(talk, "Thành viên (0 người chờ)", "Gửi danh sách")
    talk.play([{"from": "tu", "file": "roster.csv"}])
    asked = talk.last("tu")
    talk.press("tu", "Rồi")
    talk.press("tu", "Hôm nay")
    talk.press("tu", talk.buttons("tu")[0])
    found = "select distinct question, language, way from consent"
    assert talk.sql(found) == [(asked, "vi", "signed_list")]
    purposes = "select distinct purpose from consent order by purpose"
    assert [each for (each,) in talk.sql(purposes)] == [
        "circumstances", "reminders", "roster", "sharing",
    ]  # fmt: skip


def test_a_list_says_for_what_it_was_signed(talk: Talk) -> None:
    talk.club()
    screen(talk, "Thành viên (0 người chờ)", "Gửi danh sách")
    talk.play([{"from": "tu", "file": "roster.csv"}])
    asked = {"roster": talk.last("tu")}
    talk.press("tu", "Rồi, mà chỉ vài việc")
    asked["reminders"] = talk.last("tu").split("\n")[0]
    talk.press("tu", "Nhắc lịch", "Xong", "Hôm nay")
    talk.press("tu", talk.buttons("tu")[0])
    proofs = dict(talk.sql("select distinct purpose, question from consent"))
    assert set(proofs) == set(asked)
    assert proofs["roster"] == asked["roster"]
    assert proofs["reminders"].startswith(asked["reminders"])
    # Nobody agreed to have a hardship noted, so none is.
    assert talk.sql("select distinct circumstances from membership") == [(None,)]


def test_a_list_signed_for_the_roster_alone(talk: Talk) -> None:
    talk.club()
    screen(talk, "Thành viên (0 người chờ)", "Gửi danh sách")
    talk.play([{"from": "tu", "file": "roster.csv"}])
    talk.press("tu", "Rồi, mà chỉ vài việc", "Chỉ ghi tên vào sổ", "Hôm nay")
    talk.press("tu", talk.buttons("tu")[0])
    assert talk.sql("select distinct purpose from consent") == [("roster",)]


# Reading aloud


@pytest.fixture
def member(talk: Talk) -> Talk:
    """bà Sáu is a member through her own phone."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    return talk


def read_out(talk: Talk) -> list[str]:
    screen(talk, "Thành viên (0 người chờ)", "Xem danh sách", "Đọc lời đồng ý")
    return talk.press("tu", talk.buttons("tu")[0])


def test_a_consent_is_read_aloud_from_its_proof(member: Talk) -> None:
    heard = [line["text"] for line in member.said if line["to"] == "sau"]
    said = read_out(member)
    assert len(said) == 6
    for (_, agreed, _, notice, question), told in zip(proofs(member), said[1:5], strict=True):
        assert notice in heard
        assert question in heard
        assert question in told
        assert ("không đồng ý" in told.splitlines()[0]) is not agreed
    assert proofs(member)[0][3] in said[1]
    assert said[1].startswith("Ghi tên vào sổ: đồng ý, 01/12/2026, bấm nút.")
    member.text("sau", "rút lại đồng ý")
    member.press("sau", "Thôi cho gửi tên lên xã", "Đúng, rút lại")
    assert any(
        "Ghi tên gửi UBND xã: đã đồng ý, sau đó rút lại" in told for told in read_out(member)
    )


def test_only_organisers_of_the_club_hear_it(member: Talk) -> None:
    member.club("lan", hamlet="ấp Phước Tân")
    member.text("guest", "chào")
    for who, heard in (("lan", False), ("sau", False), ("guest", False), ("tu", True)):
        said = press_all(member, who, list(every_press(member, [ReadConsents])))
        assert said
        assert not member.errors, member.errors
        assert any("đồng ý cho ghi tên" in line["text"] for line in said) is heard, who


def test_what_an_earlier_release_kept_is_read_out_as_what_it_is(member: Talk) -> None:
    member.sql_write("update consent set question = null, notice = null, language = null")
    assert "chỗ tên để trống" in read_out(member)[1]
    member.sql_write("update consent set words_version = '123456789abc' where purpose = 'roster'")
    assert "số bản: 123456789abc" in read_out(member)[1]
    mended = "update consent set mended_from = 'registration.circumstances.ask 1'"
    member.sql_write(f"{mended} where purpose = 'circumstances'")
    assert "nay đã sửa lại đúng câu" in read_out(member)[3]
    member.sql_write("update consent set words = 'registration.circumstances.ask' where purpose ="
                     " 'circumstances'")  # fmt: skip
    assert "không biết đã hỏi câu nào" in read_out(member)[3]


def test_who_is_forgotten_is_named_in_no_proof(talk: Talk) -> None:
    talk.club()
    begin(talk, "hanh", "Ghi tên cho người nhà")
    talk.text("hanh", "bà Sáu")
    talk.press("hanh", "Hàng xóm", "Bà Sáu đây", "Đồng ý", "Đồng ý")
    talk.text("hanh", "Nguyễn Thị Sáu", "1948")
    talk.press("hanh", "Nữ")
    talk.text("hanh", "tổ 3", "0912 345 678")
    talk.press("hanh", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    named = "select count(*) from consent where question || notice like '%bà Sáu%'"
    assert talk.sql(named) == [(4,)]
    talk.text("hanh", "thông tin của tôi")
    talk.press("hanh", "Xóa", "Xóa hết")
    assert talk.sql("select count(*) from person where erased_at is not null") == [(1,)]
    assert talk.sql(named) == [(0,)]
    assert talk.sql("select count(*) from consent where question like '%đồng ý%'") == [(4,)]
