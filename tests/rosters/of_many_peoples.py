"""Lists of places told in other words, of names of many peoples, of houses: in the same form."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, xlsx

MANY_PEOPLES: dict[str, Case] = {
    "homes_under_heads_of_several_kinds": Case(
        lambda path: xlsx(
            path,
            [["Họ tên", "Tuổi (năm sinh)", "Buôn/Bon"], ["Cù Thị Mận", "76 (1950)", "buôn Ea Nao"],
             ["Giang Văn Ổi", "75 (1951)", "bon Pi Nao"], ["Nông Thị Chanh", "74 (1942)", "buôn Ea Nao"]],
        ),
        """
        Cù Thị Mận | 1950 | | | buôn Ea Nao
        Giang Văn Ổi | 1951 | | | bon Pi Nao
        """,
        waiting=("4 Nông Thị Chanh which 1942 1952",),
    ),
    "homes_asked_for_in_a_question": Case(
        lambda path: text(
            path,
            [["Họ và tên", "Năm sinh", "Gia đình đang sống ở đâu?", "Bác đồng ý tham gia chứ?"],
             ["Cù Thị Mận", 1950, "Số 4 hẻm 3", "Đồng ý"], ["Giang Văn Ổi", 1951, "T. 4", "Còn suy nghĩ"],
             ["Nông Thị Chanh", 1952, "nhà thờ cũ", "Có"], ["La Văn Quýt", 1953, "T. 6", "Không"]],
        ),
        """
        Cù Thị Mận | 1950 | | | Số 4 hẻm 3
        Nông Thị Chanh | 1952 | | | nhà thờ cũ
        """,
        left=("5 refused",), waiting=("3 Giang Văn Ổi waiting",), ending="csv",
    ),
    "homes_under_a_head_that_nobody_knows": Case(
        lambda path: xlsx(
            path,
            [["Họ tên", "Năm sinh", "Vị trí"], ["Cù Thị Mận", 1950, "12/3 Trần Hưng Đạo, KP Hải Tân"],
             ["Giang Văn Ổi", 1951, "7B Nguyễn Huệ"], ["Nông Thị Chanh", 1952, "sau chợ, tổ 3"]],
        ),
        """
        Cù Thị Mận | 1950 | | | 12/3 Trần Hưng Đạo, KP Hải Tân
        Giang Văn Ổi | 1951 | | | 7B Nguyễn Huệ
        Nông Thị Chanh | 1952 | | | sau chợ, tổ 3
        """,
    ),
    "homes_in_parts_under_heads_in_other_words": Case(
        lambda path: xlsx(
            path,
            [["Họ tên", "Năm sinh", "Nhà số", "Tên đường", "Thuộc ấp", "Số tổ"],
             ["Cù Thị Mận", 1950, 12, "Lê Lai", "Hải Tân", 3], ["Giang Văn Ổi", 1951, "7B", "Lê Lai", "Bà Côi", 4]],
        ),
        """
        Cù Thị Mận | 1950 | | | 12, đường Lê Lai, ấp Hải Tân, tổ 3
        Giang Văn Ổi | 1951 | | | 7B, đường Lê Lai, ấp Bà Côi, tổ 4
        """,
    ),
    "who_says_no_in_a_note": Case(
        lambda path: xlsx(
            path,
            [["Họ tên", "Năm sinh", "Ghi chú"], ["Cù Thị Mận", 1950, "ko chịu vô hội"],
             ["Giang Văn Ổi", 1951, "từ chối tham gia vì bận"], ["Nông Thị Chanh", 1952, "không muốn tham gia đội múa"],
             ["La Văn Quýt", 1953, "con không đồng ý cho ông tham gia"], ["Lữ Thị Hai", 1954, "không đồng ý chụp hình"],
             ["Mã Thị Dâu", 1955, "để suy nghĩ thêm"]],
        ),
        """
        Nông Thị Chanh | 1952 | | | | | | không muốn tham gia đội múa
        Lữ Thị Hai | 1954 | | | | | | không đồng ý chụp hình
        """,
        left=("2 refused", "3 refused"), waiting=("5 La Văn Quýt gone", "7 Mã Thị Dâu waiting"),
    ),
    "years_shown_as_days_of_1905": Case(
        lambda path: text(
            path,
            [["Họ tên", "Ngày sinh"], ["Cù Thị Mận", "03/05/1905"], ["Giang Văn Ổi", "1905-05-10"],
             ["Nông Thị Chanh", "10/10/1905"]],
        ),
        "",
        waiting=("2 Cù Thị Mận which 1950", "3 Giang Văn Ổi which 1957", "4 Nông Thị Chanh unread"), ending="csv",
    ),
}  # fmt: skip
