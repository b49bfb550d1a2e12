"""Papers: everything that was said stands in them, nothing else does, and they open."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from bot.documents.facts import ClubFacts, Named, Occasion
from bot.documents.fields import FIELDS, Day, Field, Word
from bot.documents.papers import (
    DOT,
    DOTS,
    PAPERS,
    PLACE_DOTS,
    SHORT_DOTS,
    BrokenPaperError,
    FilledPaper,
    Look,
    Paper,
    check_paper,
    check_papers,
    fill,
    papers_of,
)
from bot.documents.sheet import write_sheet
from bot.documents.texts import FOLDER, SLOT, PaperTextError, read_text
from bot.documents.word import write_word
from bot.domain.founding import StepKey
from bot.speech.translation import Speaker, say
from tests.documents.clubs import HARD_NAMES, begun, facts, large

NOW = datetime(2026, 12, 5, 8, tzinfo=UTC)
CODES = list(PAPERS)
UNKNOWN_DAY = f"ngày {SHORT_DOTS} tháng {SHORT_DOTS} năm {SHORT_DOTS}"


def word(code: str, club: ClubFacts) -> Any:
    """The paper as a .docx that was opened again."""
    content = write_word(fill(PAPERS[code], club), title="Giấy", author=club.name, now=NOW)
    return docx.Document(io.BytesIO(content))


def sheet(club: ClubFacts) -> Any:
    """The list of members as an .xlsx that was opened again."""
    filled = fill(PAPERS["founding_member_list"], club)
    content = write_sheet(filled, title="Danh sách", author=club.name, now=NOW)
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def paragraphs(document: Any) -> Iterator[str]:
    """Every paragraph of a .docx in its order, those in tables too."""
    for paragraph in document.element.body.iter(f"{W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def said(code: str, club: ClubFacts) -> str:
    return "\n".join(paragraphs(word(code, club)))


# What was said stands in the paper


def test_the_request_holds_every_datum() -> None:
    text = said("founding_request", facts())
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Thành lập CLB Hải Lạc", "Ủy ban nhân dân xã Phước Hải", "Hội Người cao tuổi xã Phước Hải",
        "Tôi là Nguyễn Văn Tư, sinh năm 1964, chủ nhiệm câu lạc bộ; chỗ ở: tổ 1, ấp Hải Lạc; "
        "điện thoại: 0918 204 615",
        "2. Địa bàn hoạt động: ấp Hải Lạc, xã Phước Hải, Thành phố Hồ Chí Minh",
        "180 người cao tuổi",
        "từ ngày 01 tháng 12 năm 2026 đến ngày 10 tháng 12 năm 2026 cho thấy 65 người",
        "mong muốn nhiều nhất: chăm sóc sức khỏe", "ngày 12 tháng 12 năm 2026 có 70 người dự",
        "được đồng ý bằng văn bản ngày 05 tháng 12 năm 2026",
        "6. Thành viên: 5 người", "(từ 60 tuổi trở lên): 3 người, 75 %", "Dưới 60 tuổi: 1 người, 25 %", "Nữ: 3 người, 75 %",
        "khó khăn: 1 người, 33 % số người đã cho biết",
        "7. Ban chủ nhiệm do cuộc họp thành lập bầu", "Phạm Văn Ơn", "Phó chủ nhiệm",
        "nhà văn hóa, tổ 1. Sinh hoạt định kỳ ngày 15 hằng tháng, lúc 08:00",
        "được hứa 20.000.000 đồng (hai mươi triệu đồng)",
        "đã có 2.505.000 đồng (hai triệu năm trăm linh năm nghìn đồng)",
        "Nguồn: doanh nghiệp và ngân sách xã", "5.000 đồng (năm nghìn đồng)",
        "ngày 20 tháng 12 năm 2026 với 47/49 người có mặt tán thành (1 người không tán thành",
        "Biên bản kiểm phiếu", "HỘI NGƯỜI CAO TUỔI", "XÃ PHƯỚC HẢI", "TM. BAN CHỦ NHIỆM",
        "Phước Hải, ngày 22 tháng 12 năm 2026",
    ):  # fmt: skip
        assert words in text, words
    assert "Ban chủ nhiệm dự kiến" not in text


def test_before_the_election_the_head_of_the_group_asks() -> None:
    text = said("founding_request", facts(board_elected=False))
    assert "Tôi là Lê Thị 1, sinh năm 1960, trưởng ban vận động" in text
    assert f"chỗ ở: {DOT * 16}" in text
    assert "7. Ban chủ nhiệm dự kiến:" in text
    assert "TM. BAN VẬN ĐỘNG\nTRƯỞNG BAN" in text


def test_a_plan_that_is_over_is_no_ground() -> None:
    assert f"kế hoạch số {DOT * 4} của" in said("founding_request", facts())
    current = replace(facts().plan, to_year=2030)
    assert "kế hoạch số 2836/QĐ-UBND của" in said("founding_request", facts(plan=current))


def test_the_list_names_who_agreed_and_counts_the_others() -> None:
    document = word("founding_member_list", facts())
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert rows[1] == ["1", "Nguyễn Văn Tư", "1964", "Nam", "tổ 1, ấp Hải Lạc", SHORT_DOTS,
                       "0918 204 615"]  # fmt: skip
    assert rows[2][5] == "cận nghèo và khuyết tật"
    assert rows[3][2:] == ["khoảng 1950", "Nữ", "tổ 3", "không", "con gái"]
    # Who would rather not say is asked by no dotted line; what nobody asked is one.
    assert rows[4][2:] == [SHORT_DOTS, SHORT_DOTS, SHORT_DOTS, "", SHORT_DOTS]
    assert rows[5] == ["5", "thành viên không nêu tên", "", "", "", "", ""]
    sums = {row.cells[0].text: [cell.text for cell in row.cells[1:]]
            for row in document.tables[2].rows}  # fmt: skip
    assert sums["Tổng số thành viên"] == ["5", "", ""]
    assert sums["Người cao tuổi (từ 60 tuổi trở lên)"] == ["3", "75 %", "1"]
    assert sums["Nữ"] == ["3", "75 %", "1"]
    assert sums["Hộ cận nghèo"] == ["1", "33 %", "2"]
    assert sums["Hộ nghèo"] == ["0", "0 %", "2"]


def test_a_sheet_to_sign_shows_nothing_that_others_may_not_read() -> None:
    document = word("signing_sheet", facts())
    heading, *rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert heading == ["STT", "Họ và tên", "Năm sinh", "Tổ", "1. Vào sổ", "2. Nhắc lịch",
                       "3. Hoàn cảnh", "4. Gửi xã", "Ký tên"]  # fmt: skip
    assert rows[0] == ["1", "Lê Thị Tám", "khoảng 1950", "3", "", "", "", "", ""]
    assert rows[1] == ["2", "Trần Văn Chín", SHORT_DOTS, SHORT_DOTS, "", "", "", "", ""]
    # Who comes and stands on no list yet finds room.
    assert [row[0] for row in rows[2:]] == [str(number) for number in range(3, 21)]
    assert {cell for row in rows[2:] for cell in row[1:]} == {""}
    text = said("signing_sheet", facts())
    for words in (
        "CLB Hải Lạc",
        "Lúc nào cũng được coi lại, sửa, lấy bản sao, xóa hay thôi đồng ý",
    ):
        assert words in text
    for kept in ("0937", "cận nghèo và", "con gái", "tổ 3, ấp"):
        assert kept not in text


def test_a_sheet_to_sign_says_what_the_chat_says_before_it_asks() -> None:
    """Whoever signs on paper was told the same as who presses, but for how to reach the bot."""
    paper = said("signing_sheet", facts())
    speaker = Speaker("vi", "bà", "con")
    chat = speaker.text(
        say("registration.notice", who="bà", club="CLB Hải Lạc", contact="Nguyễn Văn Tư")
    )
    sentences = [each for line in chat.split("\n")[1:4] for each in line.split(". ")]
    assert len(sentences) == 4
    for each in sentences:
        assert each.rstrip(".") in paper
    for kept in ("họ tên, cách gọi, năm sinh, nam hay nữ, chỗ ở, số điện thoại, người liên hệ, và câu trả lời đi hay không đi",
                 "ghi tên vào sổ thành viên",
                 "nhắc ngày sinh hoạt, khám sức khỏe, tập huấn",
                 "hoàn cảnh (nghèo, khó khăn, khuyết tật) để câu lạc bộ biết mà giúp",
                 "ghi tên, năm sinh, nam hay nữ, chỗ ở, điện thoại trong danh sách gửi UBND xã"):  # fmt: skip
        assert kept in paper
        assert any(kept in speaker.text(say(f"registration.{key}", who="bà", club="CLB", contact="x"))
                   for key in ("notice", "roster.ask", "reminders.ask", "circumstances_consent.ask",
                               "sharing_noted.ask"))  # fmt: skip


def test_an_invitation_to_an_event() -> None:
    text = said("invitation", facts())
    for words in (
        "Về việc dự buổi khám sức khỏe của câu lạc bộ", "CLB Hải Lạc trân trọng kính mời",
        "Chủ trì: Nguyễn Văn Tư", "07:30, thứ Tư, ngày 20 tháng 01 năm 2027 (ngày 13 tháng Chạp)",
        "Địa điểm: trạm y tế xã", "Xin mang theo: sổ khám bệnh, thẻ bảo hiểm y tế",
        "Số chỗ: 40 người", "Liên hệ: Nguyễn Văn Tư, 0918 204 615",
        "Phước Hải, ngày 05 tháng 12 năm 2026", "TM. BAN CHỦ NHIỆM\nCHỦ NHIỆM\nNguyễn Văn Tư",
    ):  # fmt: skip
        assert words in text, words
    assert "BAN VẬN ĐỘNG" not in text


def test_the_group_invites_to_the_founding_meeting() -> None:
    occasion = Occasion("founding_meeting", date(2026, 12, 20), time(8), "nhà văn hóa, tổ 1")
    text = said("invitation", facts(occasion=occasion))
    assert "BAN VẬN ĐỘNG THÀNH LẬP\nCLB HẢI LẠC" in text
    assert "08:00, Chủ nhật, ngày 20 tháng 12 năm 2026" in text
    assert "Chủ trì: Lê Thị 1" in text
    assert "TRƯỞNG BAN\nLê Thị 1" in text
    for unsaid in ("mang theo", "Số chỗ"):
        assert unsaid not in text


def test_an_invitation_to_what_is_past_has_no_date_of_its_own() -> None:
    text = said("invitation", facts(today=date(2027, 2, 1)))
    assert f"Phước Hải, {UNKNOWN_DAY}" in text


# Nothing stands there that nobody said

NOT_SAID = {
    "club_name": "CLB Hải Lạc",
    "club_capitals": "CLB HẢI LẠC",
    "hamlet": "ấp Hải Lạc",
    "areas": "tăng thu nhập; chăm sóc sức khỏe; chăm sóc tại nhà; tự giúp nhau và hỗ trợ cộng đồng;"
    " quyền và lợi ích; nâng cao nhận thức, kiến thức; văn hóa, văn nghệ, giao lưu; vận động nguồn"
    " lực",
    "applicant_role": "trưởng ban vận động thành lập câu lạc bộ",
    "signer_body": "TM. BAN VẬN ĐỘNG",
    "signer_post": "TRƯỞNG BAN",
    "inviter_body": "TM. BAN VẬN ĐỘNG",
    "inviter_post": "TRƯỞNG BAN",
    "event": "cuộc họp thành lập câu lạc bộ",
    "moment": f"{SHORT_DOTS}, {UNKNOWN_DAY}",
    "incident_detected": f"{SHORT_DOTS}, {UNKNOWN_DAY}",
    "incident_until": f"{SHORT_DOTS}, {UNKNOWN_DAY}",
    "after_months": "12",
    "talk_days": "30",
    "proof_years": "3",
    "backup_days": "7",
}
"""What a club that just began has said, by name and by being one; all else is dotted."""
DATES = ("meeting_date", "survey_from", "survey_to", "request_day")


def expected_of(template: str, dots: int = DOTS) -> str:
    def unsaid(slot: re.Match[str]) -> str:
        dotted = DOT * int(slot[2] or dots)
        return NOT_SAID.get(slot[1], UNKNOWN_DAY if slot[1] in DATES else dotted)

    return SLOT.sub(unsaid, template)


@pytest.mark.parametrize("code", CODES)
def test_a_club_that_just_began_has_dotted_lines(code: str) -> None:
    filled = fill(PAPERS[code], begun())
    wanted: list[str] = []
    for block in read_text(code).blocks:
        if block.rows_of is not None:
            continue
        shown = [line.text for line in block.lines if line.slot is None or not line.wanted]
        if block.kind == "table":
            for text in shown:
                wanted += [expected_of(cell.strip(), len(SHORT_DOTS)) for cell in text.split("|")]
        else:
            wanted += [expected_of(text) for text in (block.head, *shown)]
    found: list[str] = []
    for part in filled.parts:
        if part.kind == "rows":
            assert all(set(row[1:]) == {""} for row in part.rows)
            assert [row[0] for row in part.rows] == list(range(1, len(part.rows) + 1))
        elif part.kind == "table":
            found += [str(cell) for row in part.rows for cell in row]
        else:
            found += [part.head, *part.lines]
    assert sorted(filter(None, found)) == sorted(filter(None, wanted))
    assert filled.place_and_date == f"{PLACE_DOTS}, ngày 05 tháng 12 năm 2026"
    word(code, begun())


def test_the_record_of_processing_says_what_the_law_asks_of_it() -> None:
    """Purposes, kinds, roles, how long, who gets it, who runs the machine and where it stands."""
    record = said("processing_record", facts())
    for each in (
        "Để làm gì", "Giữ những gì", "Ai xem", "Bao lâu", "Ghi sổ", "Nhắc lịch", "Biết hoàn cảnh",
        "Gửi lên xã", "12 tháng rồi xóa", "chỉ danh sách gửi UBND xã", "vận hành, đặt tại",
        "máy của hãng đó ở nước ngoài", "Không giữ: ảnh giấy tờ", "10 ngày", "15 ngày", "20 ngày",
        "khiếu nại", "72 giờ", "5 năm",
    ):  # fmt: skip
        assert each in record, each


STEPS_OF_DATA = (
    "commune_support", "mobilising_group", "survey", "information_meeting", "meeting_place",
    "startup_fund", "founding_meeting",
)  # fmt: skip


@pytest.mark.parametrize("step", STEPS_OF_DATA)
def test_what_is_taken_away_is_dotted_and_takes_nothing_else_along(step: str) -> None:
    club = facts(board_elected=False)
    paper = PAPERS["founding_request"]

    def values(data: Any) -> dict[str, str]:
        there = replace(club, data=data)
        return {name: repr(FIELDS[name].read(there)) for name in paper.fields}

    whole = values(club.data)
    for field in club.data[step]:
        rest = {**club.data, step: {k: v for k, v in club.data[step].items() if k != field}}
        changed = {name for name, value in values(rest).items() if value != whole[name]}
        for name in changed:
            value = FIELDS[name].read(replace(club, data=rest))
            assert value in (None, False, "", Day(None)), (field, name, value)


def test_nothing_said_at_all_signs_or_votes() -> None:
    text = said("founding_request", begun())
    assert f"với {DOT * 4}/{DOT * 4} người có mặt" in text
    assert text.rstrip().endswith(DOT * 14)


# Layout


def test_75_names_break_over_pages_with_their_headings() -> None:
    document = word("founding_member_list", large())
    table = document.tables[1]
    assert len(table.rows) == 76
    head, *rows = table.rows
    assert head._tr.trPr.find(f"{W}tblHeader") is not None
    for row in rows:
        assert row._tr.trPr.find(f"{W}tblHeader") is None
        assert row._tr.trPr.find(f"{W}cantSplit") is not None
        # Rows that cling to the next would never break over pages.
        assert not any(p.paragraph_format.keep_with_next for c in row.cells for p in c.paragraphs)
    assert [row.cells[0].text for row in rows] == [str(number) for number in range(1, 76)]


@pytest.mark.parametrize("code", CODES)
def test_the_page_is_the_decrees(code: str) -> None:
    document = word(code, large())
    (section,) = document.sections
    sides = sorted((round(section.page_width.mm), round(section.page_height.mm)))
    assert sides == [210, 297]
    assert (section.page_width > section.page_height) is PAPERS[code].landscape
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 15]
    normal = document.styles["Normal"]
    assert normal.font.name == "Times New Roman"
    assert normal.font.size.pt in (13, 14)
    width = section.page_width.mm - 45
    for table in document.tables:
        for row in table.rows:
            assert sum(cell.width.mm for cell in row.cells) <= width + 1
    fields = [each.text.strip() for each in section.header._element.iter(f"{W}instrText")]
    listed = PAPERS[code].look is Look.LIST
    assert fields == (["PAGE", "NUMPAGES"] if listed else ["PAGE"])
    assert section.different_first_page_header_footer is not listed


@pytest.mark.parametrize("code", ["processing_record", "incident_letter", "founding_request"])
def test_nobody_signs_a_page_on_which_nothing_else_stands(code: str) -> None:
    document = word(code, facts())
    before: Any = document.tables[-1]._tbl.getprevious()
    kept = 0
    while before is not None and before.find(f"{W}pPr/{W}keepNext") is not None:
        kept += len("".join(each.text or "" for each in before.iter(f"{W}t")))
        before = before.getprevious()
    assert kept > 20


def test_tables_that_are_short_stay_on_one_page() -> None:
    table = word("founding_request", facts()).tables[0]
    for row in table.rows[:-1]:
        assert all(p.paragraph_format.keep_with_next for c in row.cells for p in c.paragraphs)


@pytest.mark.parametrize(
    ("unit", "place"),
    [("Xã Phước Hải", "Phước Hải"), ("Phường 1", "Phường 1"), ("Đặc khu Côn Đảo", "Côn Đảo")],
)
def test_the_place_before_the_date(unit: str, place: str) -> None:
    assert fill(PAPERS["invitation"], facts(unit=unit)).place_and_date.startswith(f"{place}, ngày")


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2027, 1, 5), "ngày 05 tháng 01 năm 2027"),
        (date(2027, 2, 28), "ngày 28 tháng 02 năm 2027"),
        (date(2027, 3, 9), "ngày 09 tháng 3 năm 2027"),
        (date(2026, 12, 5), "ngày 05 tháng 12 năm 2026"),
    ],
)
def test_days_are_written_as_the_decree_says(day: date, shown: str) -> None:
    text = fill(PAPERS["invitation"], facts(today=day, occasion=Occasion("meeting")))
    assert text.place_and_date == f"Phước Hải, {shown}"


# What people wrote survives, and stays words


@pytest.mark.parametrize("name", HARD_NAMES)
def test_hard_names_survive(name: str) -> None:
    assert name in said("founding_member_list", large())
    held = [cell.value for row in sheet(large()).iter_rows() for cell in row]
    assert name in held


@pytest.mark.parametrize("code", CODES)
def test_a_club_may_be_called_anything(code: str) -> None:
    text = said(code, large())
    assert large().name in text or large().name.upper() in text
    assert "<khu Ngu>" in said("founding_member_list", large())


def test_letters_that_no_file_takes_are_left_out() -> None:
    club = facts(members=(Named("Lê\x00 Thị\x0b\ufffe Ba", 1950),))
    assert "Lê Thị Ba" in said("founding_member_list", club)
    assert "Lê Thị Ba" in [cell.value for row in sheet(club).iter_rows() for cell in row]


def test_no_cell_is_a_formula() -> None:
    cells = [cell for row in sheet(large()).iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    for cell in cells:
        if str(cell.value)[:1] in "=+-@":
            assert cell.data_type == "s"
            assert cell.quotePrefix
    phones = [cell for cell in cells if cell.value == "0918 204 615"]
    assert len(phones) == 75
    assert {cell.number_format for cell in phones} == {"@"}


def test_the_sheet_is_made_for_printing() -> None:
    found = sheet(large())
    head = next(row[0].row for row in found.iter_rows() if row[0].value == "STT")
    assert found.freeze_panes == f"A{head + 1}"
    assert found.print_title_rows == f"${head}:${head}"
    assert found.page_setup.orientation == "landscape"
    assert str(found.page_setup.paperSize) == found.PAPERSIZE_A4
    assert found.page_setup.fitToWidth == 1
    assert found.sheet_properties.pageSetUpPr.fitToPage
    widths = {name: each.width for name, each in found.column_dimensions.items()}
    assert len(widths) == 7
    assert all(width >= 6 for width in widths.values())
    rows = [[cell.value for cell in row] for row in found.iter_rows(min_row=head + 1)]
    assert [row[0] for row in rows[:75]] == list(range(1, 76))


def test_the_sheet_says_what_the_list_says() -> None:
    rows = fill(PAPERS["founding_member_list"], facts())
    listed = next(part for part in rows.parts if part.kind == "rows").rows
    held = [[cell.value for cell in row] for row in sheet(facts()).iter_rows()]
    start = next(place for place, row in enumerate(held) if row[0] == "STT") + 1
    for row, wanted in zip(held[start:], listed, strict=False):
        assert [each or "" for each in row] == list(wanted)


@pytest.mark.parametrize("code", CODES)
def test_the_same_paper_is_the_same_bytes(code: str) -> None:
    filled: FilledPaper = fill(PAPERS[code], large())
    first, second = (write_word(filled, title="x", author="y", now=NOW) for _ in range(2))
    assert first == second


def test_the_same_sheet_is_the_same_bytes() -> None:
    filled = fill(PAPERS["founding_member_list"], large())
    first, second = (write_sheet(filled, title="x", author="y", now=NOW) for _ in range(2))
    assert first == second


# Entries and texts


def test_the_papers_fit_together() -> None:
    check_papers()
    assert {path.name for path in FOLDER.glob("*.vi.md")} == {f"{code}.vi.md" for code in PAPERS}
    for code, paper in PAPERS.items():
        assert paper.code == code
        assert paper.steps or code.startswith("incident_")
        assert set(paper.formats) <= {"docx", "xlsx"}
        assert all(paper in papers_of(step) for step in paper.steps)
    assert {each.code for each in papers_of(StepKey.FOUNDING_DOSSIER)} == {
        "founding_request", "founding_member_list",
    }  # fmt: skip


def test_every_source_is_used() -> None:
    used = {name for paper in PAPERS.values() for name in (*paper.fields, paper.dated_by)}
    assert used == set(FIELDS)


def paper_of(tmp_path: Path, body: str, *fields: str, words: str = "") -> None:
    path = tmp_path / "trial.vi.md"
    path.write_text(f"+++\n{words}\n+++\n{body}\n", encoding="utf-8")
    trial = Paper("trial", Look.OFFICE, (StepKey.SURVEY,), fields, "request_date")
    check_paper(trial, read_text("trial", path))


def test_a_good_text_is_taken(tmp_path: Path) -> None:
    paper_of(tmp_path, "# GIẤY\n\n[if ballot] {club_name}", "club_name", "ballot")


@pytest.mark.parametrize(
    ("body", "fields", "fault"),
    [
        ("{nobody}", ("club_name",), "unknown slot nobody"),
        ("{club_name}", ("club_name", "hamlet"), "never uses hamlet"),
        ("{club_name}", ("club_name", "king"), "no source for king"),
        ("{club_name} {", ("club_name",), "a brace without slot"),
        ("[if nobody] x {club_name}", ("club_name",), "unknown slot nobody"),
        ("{signer_body}", ("signer_body",), "its words are not"),
        ("@rows kings 3\n| A 100 |\n| {number} |", (), "unknown list kings"),
        ("@rows board 3\n| A 100 |\n| {phone} |", ("board",), "unknown slot phone"),
    ],
)
def test_an_entry_and_a_text_that_do_not_fit_are_refused(
    tmp_path: Path, body: str, fields: tuple[str, ...], fault: str
) -> None:
    with pytest.raises(BrokenPaperError, match=fault):
        paper_of(tmp_path, body, *fields)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("no words\n", "two lines"),
        ("+++\nwords = [\n+++\n", "trial.vi.md"),
        ("+++\ntitle = 'x'\n+++\n", "only words"),
        ("+++\n+++\n@king x\n", "unknown block"),
        ("+++\n+++\n### x\n", "is no block"),
        ("+++\n+++\n@table\n| A 100 |\n", "needs headings"),
        ("+++\n+++\n@table\n| A 90 |\n| x |\n", "add up"),
        ("+++\n+++\n@table\n| A |\n| x |\n", "a heading and a width"),
        ("+++\n+++\n@table\n| A 50 | B 50 |\n| x |\n", "not all cells"),
        ("+++\n+++\n@rows board x\n| A 100 |\n| x |\n", "a list, a number"),
    ],
)
def test_a_broken_text_is_refused_by_name(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "trial.vi.md"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PaperTextError, match=fault):
        read_text("trial", path)


def test_a_missing_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperTextError, match="none"):
        read_text("none")


def test_a_source_that_gives_what_no_paper_can_show_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for value in (True, 1.5, object()):
        field = Field("club_name", lambda _facts, value=value: value)  # type: ignore[misc]
        monkeypatch.setitem(FIELDS, "club_name", field)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            fill(PAPERS["founding_request"], facts())


def test_every_word_a_field_may_name_is_declared() -> None:
    for club in (facts(), begun(), large(), facts(board_elected=False)):
        for field in FIELDS.values():
            value = field.read(club)
            if isinstance(value, Word):
                assert value.key in field.words[value.table]


def test_no_vietnamese_in_the_code_and_no_english_in_the_texts() -> None:
    english = re.compile(r"\b(the|club|board|date|name|page)\b", re.IGNORECASE)
    for path in FOLDER.glob("*.vi.*"):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = re.sub(
                r"\{\w+(:\d+)?\}|@\w+( \w+ \d+)?|\[(if|unless) \w+\]|^\[.*|^\w+ = |^#.*", "", line
            )
            assert not english.search(text), (path.name, line)
