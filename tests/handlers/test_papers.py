"""Papers in the chat and on the command line: who gets them, where, and what may not leave."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from bot.app import open_database
from bot.documents.facts import ClubFacts
from bot.handlers.papers.facts import facts_for
from bot.plan.loader import load_plan
from bot.scripting import Options, run_script
from bot.settings import Settings
from bot.storage.unit_of_work import UnitOfWork
from tests.command_line import one_line, run
from tests.conftest import SCRIPTS, Talk
from tests.documents.test_papers import paragraphs
from tests.handlers.test_founding import club_upto
from tests.test_scripts import lines_of

LIST = "danh-sach-thanh-vien-sang-lap-26686-01"
REQUEST = "don-de-nghi-thanh-lap-26686-01"
INVITATION = "giay-moi-26686-01"


@pytest.fixture
def formed(empty_database: Path, tmp_path: Path) -> Talk:
    """A club that has met; its papers are being made."""
    return club_upto(empty_database, tmp_path, 12)


def names(line: dict[str, Any]) -> list[str]:
    """The files of a message, as they are kept: a name, what tells the content, the kind."""
    return [Path(path).name.rpartition("-")[0] + Path(path).suffix for path in line["files"]]


def files_of(heard: list[dict[str, Any]]) -> list[str]:
    return [path for line in heard for path in line.get("files", [])]


def text_of(path: str | Path) -> str:
    return "\n".join(paragraphs(docx.Document(str(path))))


def with_people(talk: Talk) -> str:
    """A club with a mobilising group and a list of 47 members who signed."""
    code = talk.club()
    talk.press("tu", "Lập ban vận động")
    for name in ("Nguyễn Văn Tư", "Trần Thị Lan", "Lê Thị Nga"):
        talk.press("tu", "Ghi thêm")
        talk.text("tu", name, "1964")
        talk.press("tu", "Nữ", "Bỏ qua", "Rồi")
    talk.press("tu", "Xong rồi", "Trần Thị Lan", "Đúng hết rồi")
    talk.press("tu", "Lập danh sách thành viên")
    talk.play([{"from": "tu", "file": "roster.csv"}])
    talk.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    assert not talk.errors, talk.errors
    return code


def facts(talk: Talk) -> ClubFacts:
    async def look() -> ClubFacts:
        database = await open_database(talk.settings.database_url)

        def read(uow: UnitOfWork) -> ClubFacts:
            uow = uow.at(datetime(2026, 12, 1, 2, tzinfo=UTC))
            return facts_for(uow, uow.clubs.get(1), load_plan(), talk.settings.zone)

        try:
            return await database.run(read)
        finally:
            await database.close()

    return asyncio.run(look())


# In the chat


def test_an_organiser_takes_the_list_from_its_step(talk: Talk) -> None:
    with_people(talk)
    talk.press("tu", "Lập danh sách thành viên")
    assert "Gửi giấy tờ" in talk.buttons("tu")
    assert talk.press("tu", "Gửi giấy tờ") == [
        "Dạ, anh/chị cần giấy nào của CLB Liên thế hệ tự giúp nhau ấp Hải Lạc ạ?"
    ]
    assert talk.buttons("tu") == [
        "Danh sách thành viên sáng lập", "Phiếu ký đồng ý", "Bản ghi việc giữ thông tin",
        "Tài liệu để in, để đọc",
        "Xem các bước",
    ]  # fmt: skip
    heard = talk.play([{"from": "tu", "press": "Danh sách thành viên sáng lập"}])
    assert heard[0]["text"] == (
        'Dạ, đây là "Danh sách thành viên sáng lập" của CLB Liên thế hệ tự giúp nhau ấp Hải Lạc. '
        "Chỗ nào chưa biết thì để dòng chấm, anh/chị điền tay. Anh/chị coi lại trước khi in ạ."
    )
    assert names(heard[0]) == [f"{LIST}.docx", f"{LIST}.xlsx"]
    assert talk.buttons("tu") == ["Gửi giấy khác", "Xem các bước"]
    text = text_of(heard[0]["files"][0])
    for (name,) in talk.sql("select full_name from person"):
        assert name in text
    assert "thành viên không nêu tên" not in text
    assert not talk.errors, talk.errors


def test_names_without_accents_are_told_before_they_are_printed(talk: Talk) -> None:
    with_people(talk)
    for number, name in enumerate(("Nguyen Thi Sau", "Le Van Nam", "Mai Lan Anh"), 1):
        talk.sql_write(f"update person set full_name = '{name}' where id = {number}")
    talk.press("tu", "Lập danh sách thành viên", "Gửi giấy tờ")
    said = talk.press("tu", "Danh sách thành viên sáng lập")
    assert not talk.errors, talk.errors
    assert said[1:2] == [
        "Dạ, tên này chưa có dấu: Nguyen Thi Sau và Le Van Nam. Anh/chị thêm dấu trong tệp rồi hãy"
        " in ạ."
    ]


def test_a_finished_step_offers_its_papers(formed: Talk) -> None:
    formed.press("tu", "Bước khác", "12. Họp thành lập, bầu ban chủ nhiệm")
    assert any("có giấy làm sẵn" in line["text"] for line in formed.said[-4:])
    formed.press("tu", "Đúng hết rồi")
    assert "Gửi giấy tờ" in formed.buttons("tu")
    formed.press("tu", "Gửi giấy tờ")
    assert formed.buttons("tu") == ["Giấy mời", "Xem các bước"]


def test_papers_in_the_middle_of_a_step_bring_its_question_back(formed: Talk) -> None:
    asked = formed.press("tu", "Làm: Hoàn thiện hồ sơ")[-1]
    formed.press("tu", "Gửi giấy tờ")
    heard = formed.play([{"from": "tu", "press": "Đơn đề nghị thành lập"}])
    assert names(heard[0]) == [f"{REQUEST}.docx"]
    assert heard[-1]["text"].endswith(asked.splitlines()[-1])
    formed.press("tu", "Rồi")
    assert formed.sql(
        "select value from founding_datum where field = 'signed_founding_request'"
    ) == [("true",)]
    assert not formed.errors, formed.errors


def test_the_founding_meeting_is_asked_its_day_before_people_are_invited(
    empty_database: Path, tmp_path: Path
) -> None:
    talk = club_upto(empty_database, tmp_path, 11)
    talk.press("tu", "Gửi giấy tờ")
    said = talk.press("tu", "Giấy mời")
    assert "họp thành lập ngày nào" in said[-1]
    talk.text("tu", "20/12/2026")
    heard = talk.play([{"from": "tu", "text": "8 giờ sáng"}])
    (path,) = files_of(heard)
    text = text_of(path)
    assert "08:00, Chủ nhật, ngày 20 tháng 12 năm 2026 (ngày 12 tháng 11 âm lịch)" in text
    assert "BAN VẬN ĐỘNG THÀNH LẬP" in text
    # Planned is not held: the step is as open as before.
    assert talk.sql("select state from founding_step where step = 'founding_meeting'") == [
        ("open",)
    ]
    # Asked for again it comes at once.
    talk.press("tu", "Gửi giấy khác")
    assert files_of(talk.play([{"from": "tu", "press": "Giấy mời"}]))
    assert not talk.errors, talk.errors


def test_a_day_not_fixed_yet_is_dotted(empty_database: Path, tmp_path: Path) -> None:
    talk = club_upto(empty_database, tmp_path, 11)
    talk.press("tu", "Gửi giấy tờ", "Giấy mời", "Bỏ qua")
    heard = talk.play([{"from": "tu", "press": "Bỏ qua"}])
    (path,) = files_of(heard)
    assert "Thời gian: ……, ngày …… tháng …… năm ……" in text_of(path)


def test_an_event_has_an_invitation_of_its_own(formed: Talk) -> None:
    formed.text("tu", "menu")
    formed.press("tu", "CLB", "Lịch sinh hoạt", "Đặt lịch khám sức khỏe")
    formed.text("tu", "20/1/2027 luc 7 gio 30 sang tai trạm y tế xã")
    formed.press("tu", "Đúng rồi")
    formed.text("tu", "sổ khám bệnh & thẻ <bảo hiểm>")
    formed.press("tu", "Chưa rõ", "Đúng hết rồi", "Lịch sinh hoạt")
    row = next(label for label in formed.buttons("tu") if label.startswith("khám sức khỏe"))
    formed.press("tu", row)
    heard = formed.play([{"from": "tu", "press": "Giấy mời"}])
    assert names(heard[0]) == ["giay-moi-kham-suc-khoe-26686-01-20270120-0730.docx"]
    text = text_of(heard[0]["files"][0])
    assert "07:30, thứ Tư, ngày 20 tháng 01 năm 2027" in text
    assert "Xin mang theo: sổ khám bệnh & thẻ <bảo hiểm>" in text
    assert not formed.errors, formed.errors


def test_nobody_is_invited_to_what_was_cancelled(formed: Talk) -> None:
    formed.text("tu", "menu")
    formed.press("tu", "CLB", "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    formed.text("tu", "20/1/2027 lúc 8 giờ sáng tại nhà văn hóa")
    formed.press("tu", "Đúng rồi", "Đúng hết rồi", "Lịch sinh hoạt")
    row = next(label for label in formed.buttons("tu") if label.startswith("sinh hoạt"))
    formed.press("tu", row, "Hủy buổi này", "Hủy")
    assert formed.sql("select state from occurrence") == [("cancelled",)]
    heard = formed.play([{"from": "tu", "press": "Giấy mời"}])
    assert not files_of(heard)
    assert len(heard) == 1
    assert not formed.errors, formed.errors


def test_without_files_it_is_said_where_the_paper_is_had(formed: Talk) -> None:
    formed.play([{"from": "tu", "channel": "zalo"}])
    formed.text("tu", "menu")
    formed.press("tu", "CLB", "Các bước thành lập", "Làm: Hoàn thiện hồ sơ", "Gửi giấy tờ")
    heard = formed.play([{"from": "tu", "press": "Đơn đề nghị thành lập"}])
    assert not files_of(heard)
    assert "ở đây em không gửi tệp được" in heard[0]["text"]
    assert "http://127.0.0.1:8080/" in heard[0]["text"]
    assert "Mời người cùng tổ chức" in heard[0]["text"]
    # The step goes on where it was.
    assert "đơn đề nghị thành lập đã xong và ký chưa" in heard[-1]["text"]
    formed.text("tu", "có")
    assert formed.sql(
        "select value from founding_datum where field = 'signed_founding_request'"
    ) == [("true",)]
    # Who is invited takes it from a page that can show files.
    formed.text("tu", "dừng", "menu")
    formed.press("tu", "CLB", "Mời người cùng tổ chức")
    code = formed.last("tu").split("?start=")[1][:8]
    formed.play([{"from": "lan", "start": code}])
    formed.text("lan", "menu")
    formed.press("lan", "CLB", "Các bước thành lập", "Gửi giấy tờ")
    heard = formed.play([{"from": "lan", "press": "Đơn đề nghị thành lập"}])
    assert names(heard[0]) == [f"{REQUEST}.docx"]
    assert not formed.errors, formed.errors


def test_in_english_the_message_is_english_and_the_paper_is_not(formed: Talk) -> None:
    formed.text("tu", "English", "menu")
    formed.press("tu", "CLB", "Founding steps", "Send papers")
    heard = formed.play([{"from": "tu", "press": "Founding request"}])
    assert heard[0]["text"].startswith(
        'Here is the paper "Founding request" of CLB, in Vietnamese.'
    )
    assert "ĐƠN ĐỀ NGHỊ" in text_of(heard[0]["files"][0])


# Who may have them


@pytest.mark.parametrize(
    "action",
    ["papers/1", "papers/1/founding_dossier", "paper/1/founding_request",
     "paper/1/founding_member_list", "paper/1/invitation", "paper/1/invitation/1"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["stranger", "coordinator", "other organiser", "member"])
def test_nobody_but_an_organiser_of_this_very_club(formed: Talk, who: str, action: str) -> None:
    if who == "coordinator":
        formed.play([{"from": "x", "start": formed.code("coordinator")}])
    elif who == "other organiser":
        formed.club("x", hamlet="ấp khác")
    elif who == "member":
        formed.text("x", "chào")
        formed.sql_write(
            "insert into speaks_for (account_id, person_id, relation, is_self, told, created_at)"
            " values (2, 1, 'self', 1, 1, '2026-12-01')"
        )
    else:
        formed.text("x", "chào")
    heard = pressed(formed, "x", action)
    assert [line["text"] for line in heard] == [NOT_ALLOWED]
    assert not files_of(heard)
    assert not list(
        Path(formed.settings.database_url.rpartition("///")[2]).parent.glob("files/*/*")
    )


NOT_ALLOWED = "Dạ, việc này chỉ người tổ chức của câu lạc bộ làm được ạ."


def pressed(talk: Talk, who: str, action: str) -> list[dict[str, Any]]:
    """A forged press, as a browser could send one."""
    from bot.app import build_program
    from bot.channels.script import NAME, ScriptChannel
    from bot.clock import VirtualClock
    from bot.messages import Address, Inbound, Incoming

    heard: list[dict[str, Any]] = []

    async def send() -> None:
        database = await open_database(talk.settings.database_url)
        clock = VirtualClock(datetime(2026, 12, 1, 2, tzinfo=UTC))
        channel = ScriptChannel(heard.append, clock.now, talk.settings.zone)
        database.keep_time(clock, "test")
        program = build_program(talk.settings, database, [channel])
        await program.pipeline.receive(
            [Inbound(Address(NAME, who), Incoming.PRESS, f"a/{action}", update_key=f"p{action}")]
        )
        await program.settle()
        await database.close()

    asyncio.run(send())
    return [line for line in heard if line["to"] == who]


@pytest.mark.parametrize(
    "action", ["paper/1/king", "papers/1/king", "paper/1/invitation/77", "paper/1", "paper/x/y"]
)
def test_an_old_or_forged_button_does_nothing(formed: Talk, action: str) -> None:
    heard = pressed(formed, "tu", action)
    assert not files_of(heard)
    assert "nút" in heard[0]["text"]


def test_an_invitation_to_another_clubs_event_is_not_given(formed: Talk) -> None:
    formed.club("x", hamlet="ấp khác")
    formed.text("x", "menu")
    formed.press("x", "CLB Liên thế hệ tự giúp nhau ấp khác", "Lịch sinh hoạt")
    formed.press("x", "Đặt lịch sinh hoạt")
    formed.text("x", "20/1/2027 lúc 8 giờ sáng tại nhà văn hóa")
    formed.press("x", "Đúng rồi", "Đúng hết rồi")
    (number,) = formed.sql("select id from occurrence")[0]
    assert not files_of(pressed(formed, "tu", f"paper/1/invitation/{number}"))


# What may leave the club


def test_who_refused_is_counted_and_not_named(talk: Talk) -> None:
    with_people(talk)
    people = dict(talk.sql("select full_name, id from person"))
    refused, withdrawn, never, silent = list(people.items())[3:7]
    talk.sql_write(
        f"update consent set agreed = 0 where purpose = 'sharing' and person_id = {refused[1]}"
    )
    talk.sql_write(
        f"update consent set withdrawn_at = '2026-12-01' where purpose = 'sharing' and person_id = {withdrawn[1]}"
    )
    talk.sql_write(f"delete from consent where purpose = 'sharing' and person_id = {never[1]}")
    talk.sql_write(
        f"update consent set agreed = 0 where purpose = 'circumstances' and person_id = {silent[1]}"
    )
    talk.sql_write(f"update membership set circumstances = 'poor' where person_id = {silent[1]}")
    talk.sql_write("update membership set state = 'unconfirmed' where person_id = 47")
    talk.sql_write("update membership set state = 'left' where person_id = 46")
    gone = [name for name, number in people.items() if number in (46, 47)]
    talk.press("tu", "Lập danh sách thành viên", "Gửi giấy tờ")
    heard = talk.play([{"from": "tu", "press": "Danh sách thành viên sáng lập"}])
    assert "3 người chưa đồng ý cho gửi tên ra ngoài" in heard[1]["text"]
    for path in files_of(heard):
        if path.endswith(".docx"):
            text = text_of(path)
        else:
            cells = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
            text = str(list(cells))
        for name in (refused[0], withdrawn[0], never[0], *gone):
            assert name not in text
        assert silent[0] in text
    document = docx.Document(files_of(heard)[0])
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert [row[1] for row in rows].count("thành viên không nêu tên") == 3
    assert {row[1] for row in rows[-3:]} == {"thành viên không nêu tên"}
    assert rows[-1][2:] == ["", "", "", "", ""]
    assert document.tables[2].rows[1].cells[1].text == "45"
    (row,) = [row for row in rows if row[1] == silent[0]]
    # Neither told nor asked for by a dotted line.
    assert row[5] == ""


def test_members_stand_by_group_and_then_by_given_name(talk: Talk) -> None:
    with_people(talk)
    talk.sql_write("update membership set address = 'chợ' where person_id = 1")
    from bot.language.names import sort_key
    from bot.language.places import neighbourhood_group

    members = facts(talk).members
    order = [(neighbourhood_group(each.address) or 999, sort_key(each.name or ""))
             for each in members]  # fmt: skip
    assert order == sorted(order)
    assert members[-1].address == "chợ"
    assert len({group for group, _ in order}) > 3


def test_a_board_member_who_may_not_be_named_stays_dotted(formed: Talk) -> None:
    found = facts(formed)
    assert found.board_elected
    assert [each.post for each in found.board] == [
        "chair", "deputy", "secretary", "treasurer", "board_member",
    ]  # fmt: skip
    assert {each.person.name for each in found.board} == {None}
    assert [each.votes for each in found.board] == [40] * 5
    formed.press("tu", "Gửi giấy tờ")
    heard = formed.play([{"from": "tu", "press": "Đơn đề nghị thành lập"}])
    assert "5 người chưa đồng ý" in heard[1]["text"]
    text = text_of(files_of(heard)[0])
    for (name,) in formed.sql("select full_name from person"):
        assert name not in text


def test_a_person_who_asks_to_be_forgotten_is_in_no_kept_paper(talk: Talk) -> None:
    with_people(talk)
    talk.press("tu", "Lập danh sách thành viên", "Gửi giấy tờ")
    paths = files_of(talk.play([{"from": "tu", "press": "Danh sách thành viên sáng lập"}]))
    assert all(Path(path).is_file() for path in paths)
    talk.text("lan", "chào")
    talk.sql_write(
        "insert into speaks_for (account_id, person_id, relation, is_self, told, created_at)"
        " values (2, 4, 'self', 1, 1, '2026-12-01')"
    )
    talk.text("lan", "thông tin của tôi")
    talk.press("lan", "Xóa", "Xóa hết")
    assert talk.sql("select erased_at is not null from person where id = 4") == [(1,)]
    assert not any(Path(path).exists() for path in paths)
    assert not talk.errors, talk.errors


def test_papers_are_kept_no_longer_than_the_words_about_them(formed: Talk) -> None:
    formed.press("tu", "Gửi giấy tờ")
    (path,) = files_of(formed.play([{"from": "tu", "press": "Đơn đề nghị thành lập"}]))
    kept = datetime.fromtimestamp(os.stat(path).st_mtime, UTC)
    assert kept.date() == date(2026, 12, 1)
    formed.at("2026-12-29T08:00:00")
    formed.text("tu", "menu")
    assert Path(path).is_file()
    formed.at((date(2026, 12, 1) + timedelta(days=33)).isoformat() + "T08:00:00")
    formed.text("tu", "menu")
    assert not Path(path).exists()


def test_the_same_paper_is_kept_once(formed: Talk) -> None:
    paths = []
    for _ in range(2):
        formed.text("tu", "menu")
        formed.press("tu", "CLB", "Các bước thành lập", "Gửi giấy tờ")
        paths += files_of(formed.play([{"from": "tu", "press": "Đơn đề nghị thành lập"}]))
    assert paths[0] == paths[1]


# Scripts and the command line


@pytest.mark.long
def test_a_seed_gives_the_same_files(tmp_path: Path, empty_database: Path) -> None:
    """The story's first half, then every paper asked for twice from there."""
    lines = lines_of("story")
    until = next(place for place, line in enumerate(lines) if "2026-12-22T09:00" in line)
    begun = tmp_path / "begun"
    begun.mkdir()
    shutil.copyfile(empty_database, begun / "bot.db")
    play(begun, lines[:until])
    asked = [
        {"from": "tu", "text": "menu"},
        {"from": "tu", "press": "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc"},
        {"from": "tu", "press": "Các bước thành lập"},
        {"from": "tu", "press": "Gửi giấy tờ"},
        {"from": "tu", "press": "Danh sách thành viên sáng lập"},
        {"from": "tu", "press": "Gửi giấy khác"},
        {"from": "tu", "press": "Đơn đề nghị thành lập"},
    ]
    folders = [shutil.copytree(begun, tmp_path / name) for name in ("first", "second")]
    first, second = (play(folder, [json.dumps(line) for line in asked]) for folder in folders)
    assert first == second
    sent = files_of(first)
    assert sent == [f"{LIST}.docx", f"{LIST}.xlsx", f"{REQUEST}.docx"]
    files = [folder / "sent" for folder in folders]
    for name in sent:
        assert (files[0] / name).read_bytes() == (files[1] / name).read_bytes()
    text = text_of(files[0] / f"{REQUEST}.docx")
    for words in ("Tôi là Nguyễn Văn Tư, sinh năm 1964", "tổ 1, ấp Hải Lạc", "0918 204 615",
                  "52 người", "180 người cao tuổi", "47/49 người có mặt", "Phạm Văn Ơn",
                  "hai mươi triệu đồng", "năm triệu đồng"):  # fmt: skip
        assert words in text, words


def play(folder: Path, script: list[str]) -> list[dict[str, Any]]:
    """What lines of a script print on the database of a folder; its files in `sent` beside it."""
    config = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{folder}/bot.db")
    output: list[dict[str, Any]] = []
    options = Options(seed="story", folder=SCRIPTS, files=folder / "sent")
    assert asyncio.run(run_script(config, script, options, output.append)), output[-5:]
    return output


def test_the_command_writes_every_paper(formed: Talk, tmp_path: Path) -> None:
    out = tmp_path / "a" / "papers"
    url = formed.settings.database_url
    result = run("documents", "--club", "26686-01", "--out", str(out), url=url)
    assert result.returncode == 0, result.stderr
    wanted = [f"{LIST}.docx", f"{LIST}.xlsx", "phieu-ky-dong-y-26686-01.docx",
              f"{INVITATION}.docx", f"{REQUEST}.docx",
              "ban-ghi-viec-giu-thong-tin-26686-01.docx"]  # fmt: skip
    assert result.stdout.split() == [str(out / name) for name in wanted]
    assert {path.name for path in out.iterdir()} == set(wanted)
    # Written again they are the same, and nothing lies beside them.
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    run("documents", "--club", "26686-01", "--out", str(out), url=url)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_the_command_writes_one_step(formed: Talk, tmp_path: Path) -> None:
    url = formed.settings.database_url
    for step, wanted in (("founding_meeting", [f"{INVITATION}.docx"]), ("survey", [])):
        out = tmp_path / step
        args = ("documents", "--club", "26686-01", "--step", step, "--out", str(out))
        result = run(*args, url=url)
        assert result.returncode == 0
        assert result.stdout.split() == [str(out / name) for name in wanted]


def test_the_command_says_in_one_line_what_is_wrong(formed: Talk, tmp_path: Path) -> None:
    url = formed.settings.database_url
    out = str(tmp_path / "out")
    assert "unknown club 1-1" in one_line(run("documents", "--club", "1-1", "--out", out, url=url))
    told = one_line(run("documents", "--club", "26686-01", "--step", "king", "--out", out, url=url))
    assert "unknown step king" in told
    assert "founding_dossier" in told
    for folder in ("/proc/none", str(tmp_path / "founding.db")):
        told = one_line(run("documents", "--club", "26686-01", "--out", folder, url=url))
        assert folder in told
    assert run("documents", "--club", "26686-01", url=url).returncode == 2
