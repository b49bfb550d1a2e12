"""Lists of invented people as clubs keep them: each with whom it holds and what is left out.

A person is "name | year or day | sex | phone | address | circumstances | contact | note"; what
is left out "line why"; who waits "line name why". Empty ends may be missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.rosters.writing import (
    changed,
    ods,
    page,
    spreadsheet_xml,
    strict,
    text,
    with_sheet,
    xlsx,
)

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """A list, the people it holds, the lines left out, and who has to be asked about."""

    build: Callable[[Path], Path]
    people: str
    left: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    ending: str = "xlsx"


HEAD = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Số điện thoại", "Địa chỉ"]
ROWS = [
    [1, "Nguyễn Thị Mười", 1950, "Nữ", "0912345601", "tổ 1, ấp Hải Lạc"],
    [2, "Trần Văn Bửu", 1947, "Nam", "0912345602", "tổ 2, ấp Hải Lạc"],
    [3, "Lê Thị Hường", 1955, "Nữ", "0912345603", "tổ 3, ấp Hải Lạc"],
    [4, "Đặng Văn Được", 1944, "Nam", None, "tổ 4, ấp Hải Lạc"],
]
FOUR = """
    Nguyễn Thị Mười | 1950 | nữ | 0912 345 601 | tổ 1, ấp Hải Lạc
    Trần Văn Bửu | 1947 | nam | 0912 345 602 | tổ 2, ấp Hải Lạc
    Lê Thị Hường | 1955 | nữ | 0912 345 603 | tổ 3, ấp Hải Lạc
    Đặng Văn Được | 1944 | nam | | tổ 4, ấp Hải Lạc
"""
PLAIN = [HEAD, *ROWS]


def _tcvn3(words: str) -> str:
    from bot.language.fonts import _TCVN3

    back = {letter: sign for sign, letter in _TCVN3.items()}
    return "".join(back.get(letter, letter) for letter in words)


def _vni(words: str) -> str:
    import unicodedata

    from bot.language.fonts import _VNI_LETTERS, _VNI_MARKS

    letters = {
        unicodedata.normalize("NFC", after): before for before, after in _VNI_LETTERS.items()
    }
    marks = {unicodedata.normalize("NFC", after): before for before, after in _VNI_MARKS.items()}
    found = ""
    for letter in words:
        if letter in letters:
            found += letters[letter]
            continue
        apart = unicodedata.normalize("NFD", letter)
        base, signs = apart[0], apart[1:]
        if "\u031b" in signs:
            base = letters[unicodedata.normalize("NFC", base + "\u031b")]
            signs = signs.replace("\u031b", "")
        key = next(
            (each for each in marks if sorted(each) == sorted(unicodedata.normalize("NFC", signs))),
            None,
        )
        if key is None and signs:
            key = next(
                each
                for each, _ in marks.items()
                if sorted(unicodedata.normalize("NFD", each)) == sorted(signs)
            )
        mark = marks[key] if key else ""
        found += base + (mark.upper() if letter.isupper() else mark)
    return found


def _in_font(write: Callable[[str], str], rows: list[list[object]]) -> list[list[object]]:
    return [[write(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


CASES: dict[str, Case] = {
    # Files
    "plain_xlsx": Case(lambda path: xlsx(path, PLAIN), FOUR),
    "declared_size_too_small": Case(
        lambda path: changed(xlsx(path, PLAIN), {"sheet1.xml": ('ref="A1:F5"', 'ref="A1"')}), FOUR
    ),
    "strict_xlsx": Case(lambda path: strict(path, PLAIN), FOUR),
    "escapes_of_xml": Case(
        lambda path: xlsx(path, [HEAD, [1, "Nguyễn Thị_x000D_\nMười", 1950, "Nữ", None, "tổ 1,_x000D_\nấp Hải Lạc"]]),
        "Nguyễn Thị Mười | 1950 | nữ | | tổ 1, ấp Hải Lạc",
    ),
    "old_excel": Case(lambda _: HERE / "plain.xls", FOUR, ending="xls"),
    "old_excel_with_merged_struck_and_hidden": Case(
        lambda _: HERE / "marked.xls",
        """
        Nguyễn Thị Mười | 1950 | nữ | 0912 345 601 | tổ 1
        Trần Văn Bửu | 1947 | nam | 0912 345 601 | tổ 1
        """,
        left=("4 struck", "5 hidden"),
        ending="xls",
    ),
    "libreoffice": Case(lambda path: ods(path, {"Trang 1": PLAIN}), FOUR, ending="ods"),
    "libreoffice_household": Case(
        lambda path: ods(
            path,
            {"Hộ": [HEAD, ROWS[0], [2, "Trần Văn Bửu", 1947, "Nam", None, None]]},
            spans={"2:4": 2, "2:5": 2},
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ | 0912 345 601 | tổ 1, ấp Hải Lạc
        Trần Văn Bửu | 1947 | nam | 0912 345 601 | tổ 1, ấp Hải Lạc
        """,
        ending="ods",
    ),
    "page_named_xls": Case(lambda path: page(path, PLAIN), FOUR, ending="xls"),
    "spreadsheet_xml_named_xls": Case(lambda path: spreadsheet_xml(path, PLAIN), FOUR, ending="xls"),
    "csv_utf8": Case(lambda path: text(path, PLAIN), FOUR, ending="csv"),
    "csv_utf8_with_mark_and_title": Case(
        lambda path: text(path, [["DANH SÁCH HỘI VIÊN, ẤP HẢI LẠC"], [], *PLAIN], ";", "utf-8-sig"),
        FOUR, left=("1 title",), ending="csv",
    ),
    "csv_utf16_tabs": Case(lambda path: text(path, PLAIN, "\t", "utf-16"), FOUR, ending="csv"),
    "txt_utf16_without_mark": Case(lambda path: text(path, PLAIN, "\t", "utf-16-le"), FOUR, ending="txt"),
    "csv_windows_1258": Case(
        lambda path: text(path, [[_decomposed(cell) for cell in row] for row in PLAIN], ";", "cp1258"),
        FOUR, ending="csv",
    ),
    "csv_tcvn3": Case(
        lambda path: text(path, _in_font(_tcvn3, PLAIN), ",", "latin-1"), FOUR, ending="csv"
    ),
    "txt_vni": Case(lambda path: text(path, _in_font(_vni, PLAIN), "\t", "cp1252"), FOUR, ending="txt"),
    "xlsx_tcvn3_below_unicode_heads": Case(
        lambda path: xlsx(path, [HEAD, *_in_font(_tcvn3, ROWS)]), FOUR
    ),
    "xlsx_vni_throughout": Case(lambda path: xlsx(path, _in_font(_vni, PLAIN)), FOUR),
    "txt_numbered_without_heads": Case(
        lambda path: text(path, [["1. Nguyễn Thị Mười", 1950, "tổ 1"], ["2. Trần Văn Bửu", 1947, "tổ 2"],
                                 ["3. Lê Thị Hường", 1955, "tổ 3"]], ", "),
        """
        Nguyễn Thị Mười | 1950 | | | tổ 1
        Trần Văn Bửu | 1947 | | | tổ 2
        Lê Thị Hường | 1955 | | | tổ 3
        """,
        ending="txt",
    ),
    # Tables
    "one_sheet_a_group": Case(
        lambda path: xlsx(
            path,
            {"Bìa": [["DANH SÁCH CÂU LẠC BỘ"], ["Năm 2026"]],
             "Tổ 1": [["STT", "Họ và tên", "Năm sinh"], [1, "Nguyễn Thị Mười", 1950]],
             "Tổ 2": [["STT", "Họ và tên", "Năm sinh"], [1, "Trần Văn Bửu", 1947]],
             "Cũ": [["STT", "Họ và tên"], [1, "Lê Thị Cũ"]]},
            hidden_sheets=["Cũ"],
        ),
        """
        Nguyễn Thị Mười | 1950 | | | Tổ 1
        Trần Văn Bửu | 1947 | | | Tổ 2
        """,
    ),
    "group_headings": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "Địa chỉ"], ["Tổ 1"], [1, "Nguyễn Thị Mười", 1950, None],
             [2, "Trần Văn Bửu", 1947, "số 12, đường Võ Thị Sáu"], ["II", "TỔ DÂN CƯ SỐ 2"],
             [3, "Tô Văn Ba", 1955, None], [None, "Ấp Hải Lạc"], [4, "Lê Thị Hường", 1950, None]],
        ),
        """
        Nguyễn Thị Mười | 1950 | | | Tổ 1
        Trần Văn Bửu | 1947 | | | số 12, đường Võ Thị Sáu, tổ 1
        Tô Văn Ba | 1955 | | | Tổ dân cư số 2
        Lê Thị Hường | 1950 | | | Ấp Hải Lạc
        """,
        left=("2 heading", "5 heading", "7 heading"),
    ),
    "men_and_women_apart": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh"], ["I. NAM"], [1, "Trần Văn Bửu", 1947], ["II. NỮ (2 người)"],
             [1, "Lê Thị Hường", 1955], [2, "Nguyễn Thị Mười", 1950]],
        ),
        """
        Trần Văn Bửu | 1947 | nam
        Lê Thị Hường | 1955 | nữ
        Nguyễn Thị Mười | 1950 | nữ
        """,
        left=("2 heading", "4 heading"),
    ),
    "the_official_form": Case(
        lambda path: xlsx(
            path,
            [["HỘI NGƯỜI CAO TUỔI XÃ PHƯỚC HẢI", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
             ["CHI HỘI ẤP HẢI LẠC", None, None, None, "Độc lập - Tự do - Hạnh phúc"], [],
             ["DANH SÁCH HỘI VIÊN NĂM 2026"], [],
             ["TT", "Họ và tên", "Năm sinh", None, "Địa chỉ", "Ký tên"], [None, None, "Nam", "Nữ"],
             ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
             [1, "Nguyễn Thị Mười", None, 1950, "tổ 1"], [2, "Trần Văn Bửu", 1947, None, "tổ 2"], [],
             ["Tổng cộng danh sách có 02 người (nam 1, nữ 1)"],
             [None, None, None, None, "Phước Hải, ngày 20 tháng 11 năm 2026"],
             [None, "NGƯỜI LẬP BIỂU", None, None, "TM. BAN CHẤP HÀNH"],
             [None, "(Ký, ghi rõ họ tên)", None, None, "CHI HỘI TRƯỞNG"], [],
             [None, "Trần Thị Lan", None, None, "Nguyễn Văn Tư"]],
            merges=["C6:D6", "A6:A7", "B6:B7", "E6:E7", "F6:F7"],
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ | | tổ 1
        Trần Văn Bửu | 1947 | nam | | tổ 2
        """,
        left=("1 title", "2 title", "4 title", "8 numbering", "12 sum", "13 signature", "14 signature",
              "15 signature", "17 signature"),
    ),
    "heads_again_on_each_page": Case(
        lambda path: xlsx(
            path,
            [["TT", "Họ và tên", "NS", "SĐT"], [1, "Nguyễn Thị Mười", 1950, "0912345601"], ["Cộng trang: 1 người"],
             ["TT", "Họ và tên", "NS", "SĐT"], [2, "Trần Văn Bửu", 1947, "0912345602"],
             ["Cộng trang", None, 1], ["Tổng cộng", None, 2]],
        ),
        """
        Nguyễn Thị Mười | 1950 | | 0912 345 601
        Trần Văn Bửu | 1947 | | 0912 345 602
        """,
        left=("3 sum", "4 head", "6 sum", "7 sum"),
    ),
    "two_tables_side_by_side": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "NS", None, "STT", "Họ và tên", "NS"],
             [1, "Nguyễn Thị Mười", 1950, None, 3, "Lê Thị Hường", 1955],
             [2, "Trần Văn Bửu", 1947, None, 4, "Đặng Văn Được", 1944]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | 1947
        Lê Thị Hường | 1955
        Đặng Văn Được | 1944
        """,
    ),
    "merged_household": Case(
        lambda path: xlsx(
            path,
            [HEAD, [1, "Nguyễn Thị Mười", 1950, "Nữ", "0912345601", "tổ 1"], [2, "Trần Văn Bửu", 1947, "Nam"],
             [3, "Trần Thị Hường", 1975, "Nữ"], [4, "Phạm Văn Sang", 1944, "Nam", "0912345604", "tổ 4"]],
            merges=["E2:E4", "F2:F4"],
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ | 0912 345 601 | tổ 1
        Trần Văn Bửu | 1947 | nam | 0912 345 601 | tổ 1
        Trần Thị Hường | 1975 | nữ | 0912 345 601 | tổ 1
        Phạm Văn Sang | 1944 | nam | 0912 345 604 | tổ 4
        """,
    ),
    "ditto_marks": Case(
        lambda path: xlsx(
            path,
            [HEAD, [1, "Nguyễn Thị Mười", 1950, "Nữ", "0912345601", "tổ 1"], [2, "Trần Văn Bửu", 1947, "Nam", "nt", "″"],
             [3, "Trần Thị Hường", 1975, '"', "-", "như trên"], [4, "Phạm Văn Sang", 1944, "Nam", None, "//"]],
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ | 0912 345 601 | tổ 1
        Trần Văn Bửu | 1947 | nam | 0912 345 601 | tổ 1
        Trần Thị Hường | 1975 | nam | | tổ 1
        Phạm Văn Sang | 1944 | nam | | tổ 1
        """,
    ),
    "struck_through_and_hidden": Case(
        lambda path: xlsx(path, PLAIN, struck=["B3", "C3"], hidden_rows=[4]),
        """
        Nguyễn Thị Mười | 1950 | nữ | 0912 345 601 | tổ 1, ấp Hải Lạc
        Đặng Văn Được | 1944 | nam | | tổ 4, ấp Hải Lạc
        """,
        left=("3 struck", "4 hidden"),
    ),
    "hidden_by_a_filter": Case(
        lambda path: xlsx(path, PLAIN, hidden_rows=[4], filtered="A1:F5"),
        """
        Nguyễn Thị Mười | 1950 | nữ | 0912 345 601 | tổ 1, ấp Hải Lạc
        Trần Văn Bửu | 1947 | nam | 0912 345 602 | tổ 2, ấp Hải Lạc
        Đặng Văn Được | 1944 | nam | | tổ 4, ấp Hải Lạc
        """,
        waiting=("4 Lê Thị Hường hidden",),
    ),
    "formulas_nobody_counted": Case(
        lambda path: xlsx(
            path, [["STT", "Họ và tên", "Năm sinh"], [1, "Nguyễn Thị Mười", "=2026-76"], [2, '=B2&" Hai"', 1950]]
        ),
        "",
        waiting=("2 Nguyễn Thị Mười unread", "3 – uncounted"),
    ),
    "heads_wrapped_over_two_lines": Case(
        lambda path: xlsx(
            path, [["Số", "Họ và", "Năm", "Số điện"], ["TT", "tên", "sinh", "thoại"], [1, "Nguyễn Thị Mười", 1950, "0912345601"]]
        ),
        "Nguyễn Thị Mười | 1950 | | 0912 345 601",
    ),
    "heads_with_more_words": Case(
        lambda path: xlsx(
            path,
            [["STT", "HỌ VÀ TÊN NGƯỜI CAO TUỔI", "NĂM SINH", "TUỔI", "GIỚI TÍNH", "THÔN/ẤP", "SỐ THẺ BHYT"],
             [1, "NGUYỄN THỊ MƯỜI", 1950, 76, "Nữ", "Hải Lạc", "GB 4 77 1234567890"]],
        ),
        "Nguyễn Thị Mười | 1950 | nữ | | ấp Hải Lạc",
    ),
    "place_in_parts": Case(
        lambda path: xlsx(
            path,
            [["TT", "Họ và tên", "Ngày tháng năm sinh", "Địa chỉ", None, None, "ĐT liên hệ"], [None, None, None, "Số nhà", "Tổ", "Ấp"],
             [1, "Nguyễn Thị Mười", "15/03/1950", "12A", 3, "Hải Lạc", "0912.345.601"]],
            merges=["D1:F1"],
        ),
        "Nguyễn Thị Mười | 15/03/1950 | | 0912 345 601 | 12A, tổ 3, ấp Hải Lạc",
    ),
    # People
    "name_in_two_columns_under_one_head": Case(
        lambda path: xlsx(
            path,
            [["DANH SÁCH HỘI VIÊN"], ["STT", "Họ và tên", None, "Năm sinh", "Giới tính"],
             [1, "Nguyễn Thị", "Mười", 1950, "Nữ"], [2, "Trần Văn", "Bửu", 1947, "Nam"]],
            merges=["B2:C2", "A1:E1"],
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ
        Trần Văn Bửu | 1947 | nam
        """,
        left=("1 title",),
    ),
    "family_and_given_name_apart": Case(
        lambda path: xlsx(
            path, [["TT", "Họ và chữ lót", "Tên", "Năm sinh"], [1, "Nguyễn Thị", "Mười", 1950], [2, "Trần", "Bửu", 1947]]
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Bửu | 1947
        """,
    ),
    "name_in_three_columns": Case(
        lambda path: text(
            path, [["Họ", "Đệm", "Tên", "Giới tính"], ["Nguyễn", "Thị", "Mười", "nữ"], ["Trần", None, "Bửu", "nam"]], ";"
        ),
        """
        Nguyễn Thị Mười | | nữ
        Trần Bửu | | nam
        """,
        ending="csv",
    ),
    "names_with_titles_marks_and_nicknames": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh"], [1, "Bà Nguyễn Thị Sáu", 1940], [2, "Cụ Trần Văn Hợi", 1941],
             [3, "Nguyễn Thị Lan (A)", 1942], [4, "Nguyễn Thị Lan (B)", 1943], [5, "Lê Văn Tám (Tám Đờn)", 1944],
             [6, "Phạm Thị Hoa 1", 1945], [7, "Ô. Nguyễn Văn Bền", 1947], [8, "H' Hen Niê", 1948],
             [9, "Lê Thị Năm - TV", 1950], [10, "Ông Ích Khiêm", 1951], [11, "Bà Sáu", 1939],
             [12, "Võ Văn Út/ Nguyễn Thị Bê", 1951], [13, "TRẦN THỊ CHU", 1950], [14, "Lý Thị Mai A", 1950],
             [15, "Lý Thị Mai B", 1951]],
        ),
        """
        Nguyễn Thị Sáu | 1940 | nữ
        Trần Văn Hợi | 1941
        Nguyễn Thị Lan | 1942 | | | | | | A
        Nguyễn Thị Lan | 1943 | | | | | | B
        Lê Văn Tám | 1944 | | | | | | Tám Đờn
        Phạm Thị Hoa | 1945 | | | | | | 1
        Nguyễn Văn Bền | 1947 | nam
        H' Hen Niê | 1948 | nữ
        Lê Thị Năm | 1950 | | | | | | TV
        Ông Ích Khiêm | 1951
        Trần Thị Chu | 1950
        Lý Thị Mai | 1950 | | | | | | A
        Lý Thị Mai | 1951 | | | | | | B
        """,
        waiting=("12 Sáu nickname", "13 Võ Văn Út/ Nguyễn Thị Bê two"),
    ),
    "only_women_are_crossed": Case(
        lambda path: xlsx(
            path, [["STT", "Họ và tên", "Năm sinh", "Nữ"], [1, "Nguyễn Thị Mười", 1950, "x"], [2, "Trần Văn Bửu", 1947, None],
                   [3, "Bà Lê Hường", 1955, None], [4, "Lê Thị Xê", 1956, None]]
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ
        Trần Văn Bửu | 1947 | nam
        Lê Hường | 1955 | nữ
        Lê Thị Xê | 1956
        """,
        remarks=("3 concluded",),
    ),
    "crosses_for_both": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Ngày sinh", "Giới tính", None, "Hộ nghèo", "Cận nghèo", "Khuyết tật"], [None, None, None, "Nam", "Nữ"],
             [1, "Nguyễn Thị Mười", date(1950, 3, 15), None, "x", "x", None, "x"],
             [2, "Trần Văn Bửu", date(1947, 1, 1), "x", None, None, "x", None]],
            merges=["D1:E1"],
        ),
        """
        Nguyễn Thị Mười | 15/03/1950 | nữ | | | poor;disabled
        Trần Văn Bửu | 1947 | nam | | | near_poor
        """,
    ),
    "years_under_men_and_women": Case(
        lambda path: text(
            path, [["STT", "Họ và tên", "Năm sinh nam", "Năm sinh nữ"], [1, "Nguyễn Thị Mười", None, 1950], [2, "Trần Văn Bửu", 47, None]], "\t"
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ
        Trần Văn Bửu | 1947 | nam
        """,
        ending="txt",
    ),
    "day_month_and_year_apart": Case(
        lambda path: xlsx(
            path,
            [["TT", "Họ tên", "Ngày sinh", None, None, "Phái"], [None, None, "Ngày", "Tháng", "Năm"],
             [1, "Nguyễn Thị Mười", 15, 3, 1950, "Nữ"], [2, "Trần Văn Bửu", None, None, 1947, "Nam"], [3, "Lê Thị Hường", 0, 0, 1955, "Nữ"]],
            merges=["C1:E1", "A1:A2", "B1:B2", "F1:F2"],
        ),
        """
        Nguyễn Thị Mười | 15/03/1950 | nữ
        Trần Văn Bửu | 1947 | nam
        Lê Thị Hường | 1955 | nữ
        """,
    ),
    "births_of_every_form": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh"], *([number, f"Nguyễn Văn {name}", birth] for number, (name, birth) in enumerate([
                ("An", "00/00/1952"), ("Ba", "  /  /1952"), ("Cà", "1952 (74T)"), ("Dư", "12/1952"), ("Đa", "1.952"),
                ("Em", "15-3-52"), ("Gấm", "1/1/48"), ("Hai", "Mậu Tý"), ("Kha", 48), ("Lan", "khoảng 1945"),
                ("Mai", "19 52"), ("Năm", "1952\n(âm lịch)"), ("Ơn", "15/13/1950"), ("Phú", "74 tuổi"),
                ("Quý", "T7/1950"), ("Rê", "12-5-1948"), ("Sáu", "1950/07/15"), ("Tám", "gần 80"),
                ("Út", date(1948, 5, 12)), ("Xê", "không nhớ"), ("Yên", 15031952),
            ], 1))],
        ),
        """
        Nguyễn Văn An | 1952
        Nguyễn Văn Ba | 1952
        Nguyễn Văn Cà | 1952
        Nguyễn Văn Dư | 1952
        Nguyễn Văn Đa | 1952
        Nguyễn Văn Em | 15/03/1952
        Nguyễn Văn Gấm | 1948
        Nguyễn Văn Hai | 1948
        Nguyễn Văn Kha | 1948
        Nguyễn Văn Lan | ~1945
        Nguyễn Văn Mai | 1952
        Nguyễn Văn Năm | 1952
        Nguyễn Văn Ơn | 1950
        Nguyễn Văn Phú | ~1952
        Nguyễn Văn Quý | 1950
        Nguyễn Văn Rê | 12/05/1948
        Nguyễn Văn Sáu | 15/07/1950
        Nguyễn Văn Tám | ~1947
        Nguyễn Văn Út | 12/05/1948
        Nguyễn Văn Xê
        Nguyễn Văn Yên | 15/03/1952
        """,
        remarks=("11 about", "14 day", "15 about", "19 about"),
    ),
    "births_to_ask_about": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh"], [1, "Nguyễn Văn An", 1952], [2, "Nguyễn Văn Ba", "1937 hay 1973"],
             [3, "Nguyễn Văn Cà", "19x8"], [4, "Nguyễn Văn Dư", 2015], [5, "Lê Văn Em", 1850]],
            formats={"C2": "dd/mm/yyyy"},
        ),
        "",
        waiting=("2 Nguyễn Văn An which 1952", "3 Nguyễn Văn Ba which 1937 1973", "4 Nguyễn Văn Cà unread",
                 "5 Nguyễn Văn Dư too_young", "6 Lê Văn Em unread"),
    ),
    "a_year_that_the_age_denies": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "Tuổi"], [1, "Nguyễn Thị Mười", 1950, 76], [2, "Lê Thị Hường", 1955, 71],
             [3, "Trần Văn Bửu", 1937, 53], [4, "Đặng Văn Được", 1944, 82]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Lê Thị Hường | 1955
        Đặng Văn Được | 1944
        """,
        waiting=("4 Trần Văn Bửu which 1937 1973",),
    ),
    "ages_only": Case(
        lambda path: xlsx(
            path, [["DANH SÁCH NĂM 2024"], ["STT", "Họ và tên", "Tuổi", "Nam/Nữ"], [1, "Nguyễn Thị Mười", 74, "nữ"], [2, "Trần Văn Bửu", "80 tuổi", "nam"]]
        ),
        """
        Nguyễn Thị Mười | ~1950 | nữ
        Trần Văn Bửu | ~1944 | nam
        """,
        left=("1 title",),
    ),
    "phones_of_every_form": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "Điện thoại"], *([number, f"Nguyễn Văn {name}", 1950, phone] for number, (name, phone) in enumerate([
                ("An", "0912345678 - 0987654321"), ("Ba", "0912345678 (con Lan)"), ("Cà", 912345678), ("Dư", 84912345678),
                ("Đa", "không có"), ("Em", "x"), ("Gấm", 0), ("Hai", "(0254) 3856789"), ("Kha", "chung với bà Mười"),
                ("Lan", "dùng số con gái 0912345677"), ("Mai", "’0912345678"), ("Năm", "0912 345 678 Zalo"),
                ("Ơn", "01662345678"), ("Phú", "3856789"),
            ], 1))],
        ),
        """
        Nguyễn Văn An | 1950 | | 0912 345 678 | | | | 0987654321
        Nguyễn Văn Ba | 1950 | | 0912 345 678 | | | | con Lan
        Nguyễn Văn Cà | 1950 | | 0912 345 678
        Nguyễn Văn Dư | 1950 | | 0912 345 678
        Nguyễn Văn Đa | 1950
        Nguyễn Văn Em | 1950
        Nguyễn Văn Gấm | 1950
        Nguyễn Văn Hai | 1950 | | 0254 3856 789
        Nguyễn Văn Kha | 1950 | | | | | | chung với bà Mười
        Nguyễn Văn Lan | 1950 | | 0912 345 677 | | | | dùng số con gái
        Nguyễn Văn Mai | 1950 | | 0912 345 678
        Nguyễn Văn Năm | 1950 | | 0912 345 678
        Nguyễn Văn Ơn | 1950 | | 0362 345 678
        Nguyễn Văn Phú | 1950 | | | | | | 3856789
        """,
        remarks=("3 whose", "11 whose", "14 renewed", "15 unread"),
    ),
    "a_column_of_states": Case(
        lambda path: xlsx(
            path,
            [["Họ và tên", "Ngày sinh", "Trạng thái"], ["Nguyễn Thị Mười", "12/03/1950", "Còn sống"],
             ["Trần Văn Bửu", "01/01/1937", "Đã mất"], ["Lê Thị Hường", "20/10/1945", "chuyển đi"], ["Võ Văn Út", "1950", "xin nghỉ"]],
        ),
        "Nguyễn Thị Mười | 12/03/1950",
        left=("3 deceased", "4 moved", "5 left"),
    ),
    "notes_that_tell_of_leaving": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "Ghi chú"], *([number, f"Nguyễn Văn {name}", 1950, note] for number, (name, note) in enumerate([
                ("An", "mất 12/2025"), ("Ba", "chồng đã mất"), ("Cà", "mất sức lao động"), ("Dư", "chuyển đi Bình Dương"),
                ("Đa", "mới chuyển đến"), ("Em", "xin ra khỏi hội"), ("Gấm", "hộ nghèo"), ("Hai", "nghỉ hưu"),
                ("Kha", "Qua đời"), ("Lan", "chuyển"), ("Mai", "bà xã mất năm 2020"), ("Năm (đã mất)", None), ("Ơn", "mắt kém"),
            ], 1))],
        ),
        """
        Nguyễn Văn Ba | 1950 | | | | | | chồng đã mất
        Nguyễn Văn Cà | 1950 | | | | | | mất sức lao động
        Nguyễn Văn Đa | 1950 | | | | | | mới chuyển đến
        Nguyễn Văn Gấm | 1950 | | | | | | hộ nghèo
        Nguyễn Văn Hai | 1950 | | | | | | nghỉ hưu
        Nguyễn Văn Mai | 1950 | | | | | | bà xã mất năm 2020
        Nguyễn Văn Ơn | 1950 | | | | | | mắt kém
        """,
        left=("2 deceased", "5 moved", "7 left", "10 deceased", "13 deceased"),
        waiting=("11 Nguyễn Văn Lan gone",),
    ),
    "columns_that_tell_of_leaving": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "Ngày mất", "Lý do giảm"],
             [1, "Nguyễn Thị Mười", 1950, None, None], [2, "Trần Văn Bửu", 1947, "12/2/2026", None],
             [3, "Lê Thị Hường", 1955, None, "chuyển đi nơi khác"], [4, "Võ Văn Út", 1951, None, None, "từ trần"]],
        ),
        "Nguyễn Thị Mười | 1950",
        left=("3 deceased", "4 moved", "5 deceased"),
    ),
    "who_died_beside_somebody_is_not_her": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "Chồng/vợ"], [1, "Nguyễn Thị Mười", 1950, "Lê Văn Chín (mất)"],
             [2, "Trần Văn Bửu", "21/3/1952 (âm lịch)", None], [3, "Lê Thị Hường", "1950-2024", None]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | 1952
        """,
        waiting=("4 Lê Thị Hường which 1950",),
        remarks=("3 day",),
    ),
    "a_list_to_sign": Case(
        lambda path: xlsx(
            path, [["STT", "Họ và tên", "Chữ ký"], [1, "Nguyễn Thị Mười"], [2, "Trần Văn Bửu"], [None, "Vắng mặt:"], [3, "Lê Thị Hường"]]
        ),
        """
        Nguyễn Thị Mười
        Trần Văn Bửu
        Lê Thị Hường
        """,
        left=("4 other",),
    ),
    "in_english": Case(
        lambda path: xlsx(
            path,
            [["Name", "Year of birth", "Gender", "Phone number", "Note"], ["Nguyễn Thị Mười", 1950, "Female", "0912 345 601", "passed away"],
             ["Trần Văn Bửu", 1947, "Male", None, "moved to Huế"], ["Lê An", 1950, "male", "0912345602", None]],
        ),
        "Lê An | 1950 | nam | 0912 345 602",
        left=("2 deceased", "3 moved"),
    ),
    "names_that_look_like_other_words": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và Tên", "Năm sinh", "ĐC"], ["1.", "Ngô Thị Tổ", "1947", "Tổ 3"], ["2.", "Tống Thị Cộng", 1950, "Tổ 3"],
             ["3.", "Ký Văn Ba", 1951, "Tổ 1"], ["4.", "Tô Văn Tổng", 1951, "Tổ 1"]],
        ),
        """
        Ngô Thị Tổ | 1947 | | | Tổ 3
        Tống Thị Cộng | 1950 | | | Tổ 3
        Ký Văn Ba | 1951 | | | Tổ 1
        Tô Văn Tổng | 1951 | | | Tổ 1
        """,
    ),
    "sexes_by_number": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Giới tính (1: nam, 2: nữ)"], [1, "Nguyễn Thị Mười", 2], [2, "Trần Văn Bửu", 1]],
        ),
        """
        Nguyễn Thị Mười | | nữ
        Trần Văn Bửu | | nam
        """,
    ),
    "txt_parted_by_dashes": Case(
        lambda path: text(
            path,
            [["DANH SÁCH"], ["1. Bà Nguyễn Thị Mười", 1950, "tổ 1", "0912345601"], ["2. Ông Trần Văn Bửu", 1947, "tổ 2", "không có"],
             ["3. Lê Thị Hường", 1955, "tổ 3", "0912345603"]],
            " - ",
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ | 0912 345 601 | tổ 1
        Trần Văn Bửu | 1947 | nam | | tổ 2
        Lê Thị Hường | 1955 | | 0912 345 603 | tổ 3
        """,
        left=("1 title",), ending="txt",
    ),
    "a_group_of_the_dead": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh"], [1, "Nguyễn Thị Mười", 1950], ["HỘI VIÊN ĐÃ MẤT"], [1, "Trần Văn Bửu", 1937]],
        ),
        "Nguyễn Thị Mười | 1950",
        left=("3 heading", "4 deceased"),
    ),
    "a_line_without_its_number_below": Case(
        lambda path: xlsx(
            path, [["STT", "Họ và tên", "Năm sinh"], [1, "Nguyễn Thị Mười", 1950], [2, "Trần Văn Bửu", 1947], [], [None, "Lê Văn Ký"]]
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | 1947
        """,
        waiting=("5 Lê Văn Ký no_ordinal",),
    ),
    "columns_nobody_asked_for": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "CCCD", "Nhóm máu", "Người thân", "SĐT người thân", "Ngày vào hội", "Diện"],
             [1, "Nguyễn Thị Mười", 1950, "077050001234", "O", "con Lan", "0912345678", "1/1/2010", "Hộ nghèo"],
             [2, "Trần Văn Bửu", 1947, None, "A", None, None, None, "chính sách"]],
        ),
        """
        Nguyễn Thị Mười | 1950 | | | | poor | con Lan 0912345678
        Trần Văn Bửu | 1947
        """,
        remarks=("3 unread",),
    ),
    "names_alone": Case(
        lambda path: xlsx(path, [["STT", "Họ và tên"], [1, "Nguyễn Thị Mười"], [2, "Trần Văn Bửu"]]),
        """
        Nguyễn Thị Mười
        Trần Văn Bửu
        """,
    ),
    "no_accents_at_all": Case(
        lambda path: text(
            path, [["STT", "Ho va ten", "Nam sinh", "Gioi tinh", "Dia chi"], [1, "Nguyen Thi Muoi", 1950, "Nu", "to 1"], [2, "To Van Ba", 1947, "Nam", "to 2"],
                   ["Tong cong: 2 nguoi"]]
        ),
        """
        Nguyen Thi Muoi | 1950 | nữ | | to 1
        To Van Ba | 1947 | nam | | to 2
        """,
        left=("4 sum",), ending="csv",
    ),
    "months_before_days": Case(
        lambda path: text(
            path, [["Họ và tên", "Ngày sinh"], ["Nguyễn Thị Mười", "03/25/1950"], ["Trần Văn Bửu", "04/05/1947"]]
        ),
        """
        Nguyễn Thị Mười | 25/03/1950
        Trần Văn Bửu | 1947
        """,
        remarks=("3 day",), ending="csv",
    ),
    "an_empty_list_with_lines_to_fill": Case(
        lambda path: xlsx(path, [["STT", "Họ và tên", "Năm sinh"], [1, "Nguyễn Thị Mười", 1950], [2], [3], [4]]),
        "Nguyễn Thị Mười | 1950",
    ),
    "a_sheet_that_tells_no_places": Case(
        lambda path: with_sheet(
            path,
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            "<row><c t=\"inlineStr\"><is><t>Họ và tên</t></is></c><c t=\"inlineStr\"><is><t>Năm sinh</t></is></c></row>"
            "<row><c t=\"inlineStr\"><is><r><t>Nguyễn </t></r><r><t>Thị Mười</t></r></is></c><c><v>1950</v></c></row>"
            "</sheetData></worksheet>",
        ),
        "Nguyễn Thị Mười | 1950",
    ),
}  # fmt: skip


def _decomposed(cell: object) -> object:
    """Words as Windows-1258 holds them: vowels with their hats, the tones apart."""
    import unicodedata

    if not isinstance(cell, str):
        return cell
    found = ""
    for letter in cell:
        apart = unicodedata.normalize("NFD", letter)
        tones = "".join(sign for sign in apart if sign in "\u0300\u0301\u0303\u0309\u0323")
        rest = "".join(sign for sign in apart if sign not in tones)
        found += unicodedata.normalize("NFC", rest) + tones
    return found
