"""Lists that say in another place who somebody is, who is gone, and who is no member."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import ods, text, xlsx

ELSEWHERE: dict[str, Case] = {
    "gone_by_another_sheet": Case(
        lambda path: xlsx(path, {
            "Gốc": [["STT", "Họ và tên", "Năm sinh"], [1, "Tạ Thị Bông", 1950], [2, "Lê Văn Khoái", 1948],
                    [3, "Mai Văn Đực", 1939], [4, "Hồ Thị Gấm", 1952], [5, "Bùi Văn Nghĩa", 1947]],
            "Giảm": [["STT", "Họ và tên", "Năm sinh", "Lý do giảm"], [1, "Lê Văn Khoái", 1948, "Từ trần 11/5"],
                     [2, "Mai Văn Đực", None, "Chuyển khẩu đi Đồng Nai"], [3, "Hồ Thị Gấm", 1959, "xin ra hội"]]}),
        """
        Tạ Thị Bông | 1950
        Hồ Thị Gấm | 1952
        Bùi Văn Nghĩa | 1947
        """,
        left=("3 deceased", "2 deceased", "3 moved", "4 left"),
        waiting=("4 Mai Văn Đực gone",),
    ),
    "back_in_a_later_sheet": Case(
        lambda path: xlsx(path, {
            "2025": [["STT", "Họ và tên", "Năm sinh", "Ghi chú"], [1, "Tạ Thị Bông", 1950, None],
                     [2, "Lê Văn Khoái", 1948, "xin nghỉ sinh hoạt"]],
            "2026": [["STT", "Họ và tên", "Năm sinh"], [1, "Lê Văn Khoái", 1948]]}),
        "Tạ Thị Bông | 1950",
        left=("3 left",),
        waiting=("2 Lê Văn Khoái gone",),
    ),
    "a_key_of_colours_in_the_margin": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ tên", "Năm sinh", None, "Chú thích màu"], [1, "Tạ Thị Bông", 1950, None, None, "đã mất"],
            [2, "Lê Văn Khoái", 1948, None, None, "chuyển nơi khác"], [3, "Mai Văn Đực", 1939], [4, "Hồ Thị Gấm", 1952]],
            fills={"E2": "FFBFBFBF", "E3": "FFFFFF00", "B4": "FFBFBFBF", "B5": "FFFFFF00"}),
        """
        Tạ Thị Bông | 1950
        Lê Văn Khoái | 1948
        """,
        left=("4 deceased", "5 moved"),
    ),
    "a_key_of_colours_below_the_list": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ tên", "Năm sinh"], [1, "Tạ Thị Bông", 1950], [2, "Lê Văn Khoái", 1948], [],
            [None, "đã mất"], [None, None, "xin nghỉ sinh hoạt"]],
            fills={"B3": "FFBFBFBF", "B5": "FFBFBFBF", "B6": "FFFFC000"}),
        "Tạ Thị Bông | 1950",
        left=("3 deceased", "5 other", "6 other"),
    ),
    "gone_in_the_margin_and_in_the_months": Case(
        lambda path: xlsx(path, [
            ["Số", "Hội viên", "NS", "T1", "T2", "T3"], [1, "Tạ Thị Bông", 1950, 5, 5, 5], [2, "Lê Văn Khoái", 1948, 5, "mất 20/4"],
            [3, "Mai Văn Đực", 1939, 5, 5, 5, "<-- chú Đực về quê hẳn từ tháng 6"], [4, "Hồ Thị Gấm", 1952, 5, "vào Nam với con"],
            [5, "Bùi Văn Nghĩa", 1947, 5, 5, 5, "<- điếc, nói to"], [None, "Trang 1 mang sang", None, 25, 20, 15]]),
        """
        Tạ Thị Bông | 1950
        Bùi Văn Nghĩa | 1947
        """,
        left=("3 deceased", "4 moved", "7 sum"),
        waiting=("5 Hồ Thị Gấm gone",),
    ),
    "only_marked_members_of_households": Case(
        lambda path: xlsx(path, [
            ["Hộ", "Họ tên", "Quan hệ với chủ hộ", "Phái", "Năm sinh", "HV CLB"], [1, "Lê Văn Khoái", "Chủ hộ", "Nam", 1948, "x"],
            [None, "Tạ Thị Bông", "Vợ", "Nữ", 1950, "x"], [None, "Lê Văn Quý", "Con", "Nam", 1979], [2, "Hồ Thị Gấm", "Chủ hộ", "Nữ", 1952, "x"]]),
        """
        Lê Văn Khoái | 1948 | nam
        Tạ Thị Bông | 1950 | nữ
        Hồ Thị Gấm | 1952 | nữ
        """,
        left=("4 unmarked",),
    ),
    "couples_under_a_head_for_each": Case(
        lambda path: xlsx(path, [
            ["CÁC CẶP VỢ CHỒNG HỘI VIÊN"], ["Chồng", None, "Vợ", None, "Năm cưới", "SĐT liên hệ"], ["Họ tên", "SN", "Họ tên", "SN"],
            ["Lê Khoái", 1948, "Tạ Bông", 1950, 1969, "0300000201"], ["Mai Đực (đã mất)", 1939, "Hồ Gấm", 1942, 1970, "0300000202"],
            ["Bùi Nghĩa", 1947, None, None, None, "0300000203"]],
            merges=["A2:B2", "C2:D2"]),
        """
        Lê Khoái | 1948 | nam | | | | Tạ Bông 0300 000 201
        Bùi Nghĩa | 1947 | nam | 0300 000 203
        Tạ Bông | 1950 | nữ | | | | Lê Khoái 0300 000 201
        Hồ Gấm | 1942 | nữ | 0300 000 202
        """,
        left=("1 title", "5 deceased"),
        remarks=("4 shared", "4 shared"),
    ),
    "a_second_line_below_each": Case(
        lambda path: ods(path, {"DS": [
            ["STT", "Họ tên / Địa chỉ", "Năm sinh / ĐT", "Nam, Nữ"], [1, "Tạ Thị Bông", 1950, "nữ"], [None, "xóm Trên", "0300 000 201"],
            [2, "Lê Văn Khoái", 1948, "nam"], [None, "xóm Dưới", None, "Đã mất 9/2026"], [3, "Mai Văn Đực", 1939, "nam"], [None, "xóm Giữa"]]}),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201 | xóm Trên
        Mai Văn Đực | 1939 | nam | | xóm Giữa
        """,
        left=("4 deceased",),
        remarks=("2 joined", "6 joined"),
        ending="ods",
    ),
    "sex_in_two_languages_and_by_names": Case(
        lambda path: xlsx(path, [
            ["編號 STT", "姓名", "Tên Việt", "性別 Phái", "出生 N.S."], [1, "陳亞妹", "Trần A Múi", "女 Nữ", 1950],
            [2, "王麗霞", "Ong Lệ Hà", "女 Nữ", 1954], [3, "莊南", "Trang Nam", "男", 1946], [4, None, "Thích Nữ Diệu Hạnh", None, 1951],
            [5, None, "Giuse Trần Khâm", "Cụ ông", 1949], [6, None, "Y Bhăm Niê", None, 1947]]),
        """
        Trần A Múi | 1950 | nữ
        Ong Lệ Hà | 1954 | nữ
        Trang Nam | 1946 | nam
        Thích Nữ Diệu Hạnh | 1951 | nữ
        Trần Khâm | 1949 | nam | | | | | Giuse
        Y Bhăm Niê | 1947 | nam
        """,
    ),
    "sex_by_headings_that_are_explained_and_by_titles": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ tên", "Năm sinh"], [None, "MNIÊ (NỮ)"], [1, "Amí Sen", 1945], [None, "ÊKEI (NAM)"], [1, "Aê Tlang", 1939],
            ["Cộng: 2"], ["B. HỘI VIÊN NAM"], ["TT", "NS", "Họ và tên", "Ghi chú"], [1, 1945, "Nguyễn Khôn"], [2, 1953, "Lê Dại"]]),
        """
        Amí Sen | 1945 | nữ
        Aê Tlang | 1939 | nam
        Nguyễn Khôn | 1945 | nam
        Lê Dại | 1953 | nam
        """,
        left=("2 heading", "4 heading", "6 sum", "7 heading"),
    ),
    "exported_by_a_program": Case(
        lambda path: text(path, [
            ["id", "last_name", "middle_name", "first_name", "gender", "dob", "phone", "status", "emergency_contact"],
            ["4000", "Tạ", "Thị", "Bông", "F", "1950-04-12", "0300000201", "ACTIVE", "Lê Bình, con"],
            ["4001", "Lê", "NULL", "Khoái", "M", "1948-01-30", "NULL", "ACTIVE", "NULL"],
            ["4002", "Hồ", "Thị", "Gấm", "F", "1952-10-19", "0300000203", "MOVED_OUT", "NULL"],
            ["4003", "Mai", "Văn", "Đực", "M", "1939-10-19", "0300000204", "WITHDRAWN", "NULL"]]),
        """
        Tạ Thị Bông | 12/04/1950 | nữ | 0300 000 201 | | | Lê Bình, con
        Lê Khoái | 30/01/1948 | nam
        """,
        left=("4 moved", "5 left"),
        ending="csv",
    ),
    "delegates_and_posts_are_nobody": Case(
        lambda path: xlsx(path, [
            ["STT", "Ông/bà", "Họ tên", "N.sinh", "SĐT", "Ký nhận"], ["I", None, "ĐẠI BIỂU"], [1, "Ông", "Đinh Công Trí", 1975, "0300000991"],
            ["II", None, "HỘI VIÊN CLB"], [1, "Bà", "Tạ Thị Bông", 1950, "0300000201", "vắng (ốm)"], [2, "Ông", "Lê Văn Khoái", 1948, None, "đã mất"],
            [None, None, "Kế toán", None, "Thủ trưởng"], [None, None, "Lê Minh Sơn", None, "Đinh Công Trí"]]),
        "Tạ Thị Bông | 1950 | nữ | 0300 000 201",
        left=("2 heading", "4 heading", "6 deceased", "7 signature", "8 signature"),
        waiting=("3 Đinh Công Trí guest",),
    ),
    "lines_that_broke_in_a_message": Case(
        lambda path: text(path, [
            ["1. Ta Thi Bong 1950 nu 0300000201 doi ve bac lieu"], ["2. Le Van Khoai 1948 nam 0300000202"], ["3. Ho Thi Gam 1952"],
            ["    nu 0300000203"], ["4. Mai Van Duc 1939 nam 0300000204"]]),
        """
        Le Van Khoai | 1948 | nam | 0300 000 202
        Ho Thi Gam | 1952 | nữ | 0300 000 203
        Mai Van Duc | 1939 | nam | 0300 000 204
        """,
        left=("1 moved",),
        ending="txt",
    ),
}  # fmt: skip
