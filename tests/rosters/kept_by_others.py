"""Lists as others keep them: at the health station, in a notebook, by a form, for couples and helpers."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, xlsx

KEPT: dict[str, Case] = {
    "ages_on_the_day_of_an_examination": Case(
        lambda path: xlsx(path, [
            ["TRẠM Y TẾ XÃ PHƯỚC TỈNH (thành lập năm 2025 theo Quyết định 12/3/2026)"], ["DANH SÁCH ĐO LOÃNG XƯƠNG, ngày 08/03/2023"],
            ["STT", "Họ tên", "Tuổi", "Phái", "Chỉ số T"], [1, "Cù Thị Mận", 70, "Nữ", "-1.2"], [2, "Giang Văn Ổi", "65t", "Nam", "-2.6"]]),
        """
        Cù Thị Mận | ~1953 | nữ
        Giang Văn Ổi | ~1958 | nam
        """,
        left=("1 title", "2 title"),
    ),
    "ages_on_the_day_of_who_signed": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ và tên", "Tuổi"], [1, "Cù Thị Mận", 70], [2, "Giang Văn Ổi", 65], [None, "Phước Tỉnh, ngày 20 tháng 10 năm 2024"],
            [None, "Người lập biểu"]]),
        """
        Cù Thị Mận | ~1954
        Giang Văn Ổi | ~1959
        """,
        left=("4 signature", "5 signature"),
    ),
    "ages_when_a_form_was_sent": Case(
        lambda path: text(path, [
            ["Dấu thời gian", "Họ và tên", "Sinh năm nào?", "Nhà ở đâu (tổ, hẻm)"], ["12/03/2025 8:12:40", "Cù Thị Mận", "70 tuổi", "tổ 4"],
            ["13/03/2025 19:01:02", "Giang Văn Ổi", "1958", "hẻm 6"]]),
        """
        Cù Thị Mận | ~1955 | | | tổ 4
        Giang Văn Ổi | 1958 | | | hẻm 6
        """,
        remarks=("2 about",),
        ending="csv",
    ),
    "animals_and_the_ages_of_the_old_reckoning": Case(
        lambda path: xlsx(path, [
            ["Sổ CLB, tháng 3 năm 2025"], ["stt", "tên", "tuổi con", "tuổi ta", "nhà"], [1, "Cù Thị Mận", "Tỵ", 73, "tổ 1"], [2, "Giang Văn Ổi", "Mẹo", 75, "tổ 1"],
            [3, "Nông Thị Chanh", "heo", 67, "tổ 2"], [4, "La Văn Quýt", "Sửu", None, "tổ 2"]]),
        """
        Cù Thị Mận | 1953 | | | tổ 1
        Giang Văn Ổi | 1951 | | | tổ 1
        Nông Thị Chanh | 1959 | | | tổ 2
        """,
        left=("1 title",),
        waiting=("6 La Văn Quýt which 1937 1949 1961 1973",),
    ),
    "some_days_that_became_numbers": Case(
        lambda path: xlsx(path, [
            ["HO_TEN", "NGAY_SINH"], ["Cù Thị Mận", 18629], ["Giang Văn Ổi", "05/1951"], ["Nông Thị Chanh", 19500], ["La Văn Quýt", 1949]]),
        """
        Cù Thị Mận | 01/01/1951
        Giang Văn Ổi | 1951
        Nông Thị Chanh | 21/05/1953
        La Văn Quýt | 1949
        """,
        remarks=("2 serial", "4 serial"),
    ),
    "one_number_that_may_be_a_slip": Case(
        lambda path: xlsx(path, [["Họ tên", "Ngày sinh"], ["Cù Thị Mận", 19500], ["Giang Văn Ổi", "05/1951"]]),
        "Giang Văn Ổi | 1951",
        waiting=("2 Cù Thị Mận which 1953",),
    ),
    "groups_of_who_is_no_member": Case(
        lambda path: xlsx(path, [
            ["A. HỘI VIÊN CHÍNH THỨC"], ["#", "Họ tên", "Năm sinh", "ĐT"], [1, "Cù Thị Mận", 1950, "0300000201"], [2, "Giang Văn Ổi", 1948],
            ["B. CHỜ KẾT NẠP (khi nào có chỗ)"], [1, "Nông Thị Chanh", 1951], ["C. CÓ ĐƠN XIN RA KHỎI CLB"], [1, "La Văn Quýt", 1946],
            ["DANH SÁCH ĐÃ QUA ĐỜI"], [1, "Ma Văn Bưởi", 1940], ["Người ngoài CLB tới đo huyết áp:"], [1, "Ma Thị Dâu", 1970]]),
        """
        Cù Thị Mận | 1950 | | 0300 000 201
        Giang Văn Ổi | 1948
        """,
        left=("1 title", "5 heading", "7 heading", "8 left", "9 heading", "10 deceased", "11 heading", "12 not_member"),
        waiting=("6 Nông Thị Chanh waiting",),
    ),
    "a_sheet_of_who_waits": Case(
        lambda path: xlsx(path, {
            "Hội viên": [["Họ tên", "NS"], ["Cù Thị Mận", 1950]], "Chờ kết nạp": [["Họ tên", "NS"], ["Nông Thị Chanh", 1951], ["Giang Văn Ổi", 1948]]}),
        "Cù Thị Mận | 1950",
        waiting=("2 Nông Thị Chanh waiting", "3 Giang Văn Ổi waiting"),
    ),
    "parts_and_notes_of_who_is_no_member": Case(
        lambda path: xlsx(path, [
            ["Họ và tên", "Năm sinh", "Vai trò", "Ghi chú"], ["Cù Thị Mận", 1950, "hội viên", "chồng không phải hội viên"], ["Giang Văn Ổi", 1948, "khách mời", None],
            ["Nông Thị Chanh", 1951, "nấu ăn", "không phải hội viên"], ["La Văn Quýt", 1946, "hội viên", "chưa là hội viên Hội NCT"], ["Ma Thị Dâu", 1947, "khách hàng", None]]),
        """
        Cù Thị Mận | 1950 | | | | | | chồng không phải hội viên
        La Văn Quýt | 1946 | | | | | | chưa là hội viên Hội NCT
        Ma Thị Dâu | 1947
        """,
        left=("4 not_member",),
        waiting=("3 Giang Văn Ổi guest",),
    ),
    "who_says_no_to_being_kept": Case(
        lambda path: text(path, [
            ["Họ và tên", "Năm sinh", "Đồng ý cho CLB lưu thông tin?", "Đồng ý nhận tin Zalo?"], ["Cù Thị Mận", 1950, "Đồng ý", "Không"],
            ["Giang Văn Ổi", 1948, "Không đồng ý", "Không"], ["Nông Thị Chanh", 1951, "", "Có"]]),
        """
        Cù Thị Mận | 1950
        Nông Thị Chanh | 1951
        """,
        left=("3 refused",),
        ending="csv",
    ),
    "who_could_not_be_read_is_named": Case(
        lambda path: xlsx(path, [
            ["Họ và tên", "Năm sinh", "ĐT"], ["Cù Thị Mận", 1950, "0300000201"], ["Giang Văn Ổi", 1948, None], ["HLV: cô Ma Thị Dâu 0300000909"],
            [None, None, None, "thiếu bà Nông Thị Chanh, 1951, 0300000203"], ["Tổng cộng: 2"]]),
        """
        Cù Thị Mận | 1950 | | 0300 000 201
        Giang Văn Ổi | 1948
        """,
        left=("4 other", "5 unread", "6 sum"),
    ),
    "a_key_that_gives_each_colour_its_line": Case(
        lambda path: xlsx(path, [
            ["Chú thích:", "xám = đã mất"], [None, "hồng = đã chuyển đi nơi khác"], [None, "cam = hộ nghèo"], ["TT", "Họ tên", "NS"], [1, "Cù Thị Mận", 1950],
            [2, "Giang Văn Ổi", 1948], [3, "Nông Thị Chanh", 1951], [4, "La Văn Quýt", 1946]],
            fills={"B1": "FFBFBFBF", "B2": "FFFFC7CE", "B3": "FFFFC000", "B5": "FFFFC000", "B6": "FFBFBFBF", "B7": "FFFFC7CE"}),
        """
        Cù Thị Mận | 1950
        La Văn Quýt | 1946
        """,
        left=("1 title", "2 title", "3 title", "6 deceased", "7 moved"),
    ),
    "a_sheet_of_the_year_before": Case(
        lambda path: xlsx(path, {
            "2025": [["Họ tên", "Năm sinh"], ["Cù Thị Mận", 1950], ["Giang Văn Ổi", 1948], ["Nông Thị Chanh", 1951]],
            "2026": [["Họ tên", "Năm sinh", "ĐT"], ["Cù Thị Mận", 1950, "0300000201"], ["Giang Văn Ổi", 1948, None], ["La Văn Quýt", 1946, None]]}),
        """
        Cù Thị Mận | 1950 | | 0300 000 201
        Giang Văn Ổi | 1948
        La Văn Quýt | 1946
        """,
        left=("2 twice", "3 twice"),
        waiting=("4 Nông Thị Chanh older",),
    ),
    "who_came_in_other_years": Case(
        lambda path: xlsx(path, {
            "Vào năm 2025": [["Họ tên", "Năm sinh"], ["Cù Thị Mận", 1950], ["Giang Văn Ổi", 1948]],
            "Vào năm 2026": [["Họ tên", "Năm sinh"], ["Nông Thị Chanh", 1951], ["La Văn Quýt", 1946]]}),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1948
        Nông Thị Chanh | 1951
        La Văn Quýt | 1946
        """,
    ),
    "gone_by_what_is_held_for_the_dead": Case(
        lambda path: xlsx(path, [
            ["Họ tên", "Năm sinh", "Ghi chú"], ["Cù Thị Mận", 1950, "không còn (giỗ đầu tháng 8)"], ["Giang Văn Ổi", 1948, "mới cúng 49 ngày"],
            ["Nông Thị Chanh", 1951, "bận giỗ chồng tháng 3"], ["La Văn Quýt", 1946, "không còn"], ["Ma Thị Dâu", 1947, "không còn răng, ăn cháo"]]),
        """
        Nông Thị Chanh | 1951 | | | | | | bận giỗ chồng tháng 3
        Ma Thị Dâu | 1947 | | | | | | không còn răng, ăn cháo
        """,
        left=("2 deceased", "3 deceased"),
        waiting=("5 La Văn Quýt gone",),
    ),
    "who_cares_and_who_is_cared_for": Case(
        lambda path: xlsx(path, [
            ["TT", "Tình nguyện viên", "ĐT TNV", "NS TNV", "Người được chăm sóc", "NS", "Tổ", "Là hội viên? (C/K)"],
            [1, "Cù Thị Mận", "0300 000 201", 1970, "Bà Giang Thị Ổi", 1936, 5, "C"], [2, "Nông Thị Chanh", "0300 000 202", 1968, "Ông La Văn Quýt", 1941, 5, "K"],
            [3, "Nông Thị Chanh (nt)", "nt", "nt", "Ông Ma Văn Bưởi", 1939, 6, "C"]]),
        """
        Cù Thị Mận | 1970 | | 0300 000 201
        Nông Thị Chanh | 1968 | | 0300 000 202
        Giang Thị Ổi | 1936 | nữ | | tổ 5
        Ma Văn Bưởi | 1939 | nam | | tổ 6
        """,
        left=("3 unmarked", "4 twice"),
    ),
    "a_second_column_of_names": Case(
        lambda path: xlsx(path, [
            ["Họ tên", "Năm sinh", "Bạn đi cùng", "Năm sinh"], ["Cù Thị Mận", 1950, "Giang Thị Ổi", 1949], ["Nông Thị Chanh", 1951, "La Văn Quýt", 1946]]),
        """
        Cù Thị Mận | 1950
        Nông Thị Chanh | 1951
        """,
        waiting=("2 Giang Thị Ổi second", "3 La Văn Quýt second"),
    ),
    "the_births_of_husbands": Case(
        lambda path: xlsx(path, [
            ["Họ tên", "Năm sinh", "Họ tên chồng", "Năm sinh"], ["Cù Thị Mận", 1950, "Giang Văn Ổi", 1946], ["Nông Thị Chanh", 1951, "La Văn Quýt", 1940]]),
        """
        Cù Thị Mận | 1950
        Nông Thị Chanh | 1951
        """,
    ),
    "households_with_one_address": Case(
        lambda path: xlsx(path, [
            ["Hộ số", "Nhà", "Họ tên chủ hộ và người trong hộ", "Quan hệ với chủ hộ", "Năm sinh", "HV CLB"], [1, "45/2", "CÙ VĂN MẬN", "Chủ hộ", 1948, "x"],
            [None, None, "Giang Thị Ổi", "Vợ", 1952, "x"], [None, None, "Cù Bảo Nam", "Cháu", 2010, None], [2, "47", "NÔNG THỊ CHANH", "Chủ hộ", 1944, "x"]]),
        """
        Cù Văn Mận | 1948 | | | 45/2
        Giang Thị Ổi | 1952 | nữ | | 45/2
        Nông Thị Chanh | 1944 | | | 47
        """,
        left=("4 unmarked",),
    ),
    "couples_of_all_kinds": Case(
        lambda path: xlsx(path, [
            ["số", "Ông bà", "Sinh năm", "Phone"], [1, "Ông Cù Văn Mận - Bà Giang Thị Ổi", "1945 - 1950", "0300 000 201 (bà)"],
            [2, "Ô. Nông Văn Chanh & B. La Thị Quýt", "1943, 1944", "bà: 0300 000 203 - ông: 0300 000 202"],
            [3, "Bà Ma Thị Dâu - Ông Ma Phát Tài", "ông 1955, bà 1957", None], [4, "Ông Vi Xuân Hồng (bà mất năm ngoái)", 1946, None],
            [5, "Bà Vi Thị Bưởi (ông đã mất)", 1948, None]]),
        """
        Cù Văn Mận | 1945 | nam | | | | Giang Thị Ổi 0300 000 201
        Giang Thị Ổi | 1950 | nữ | 0300 000 201 | | | | bà
        Nông Văn Chanh | 1943 | nam | 0300 000 202
        La Thị Quýt | 1944 | nữ | 0300 000 203
        Ma Thị Dâu | 1957 | nữ
        Ma Phát Tài | 1955 | nam
        Vi Xuân Hồng | 1946 | nam | | | | | bà mất năm ngoái
        Vi Thị Bưởi | 1948 | nữ | | | | | ông đã mất
        """,
        remarks=("2 parted", "2 parted", "3 parted", "3 parted", "4 parted", "4 parted"),
    ),
    "saints_before_the_names": Case(
        lambda path: xlsx(path, {
            "neo đơn": [["stt", "Tên thánh, họ tên", "Ngày sinh"], [1, "Maria Cù Thị Mận", "15/08/1946"], [2, "Giuse Giang Văn Ổi", 1949], [3, "Nông Thị Chanh", 1951]],
            "họp mặt": [["stt", "Họ tên", "Điện thoại"], [1, "Cù Thị Mận", "0300000201"], [2, "Giang Văn Ổi", "0300000202"], [3, "La Văn Quýt", "0300000204"],
                        [None, "Khách dự", "0"]]}),
        """
        Cù Thị Mận | 15/08/1946 | nữ | 0300 000 201 | | | | Maria
        Giang Văn Ổi | 1949 | nam | 0300 000 202 | | | | Giuse
        Nông Thị Chanh | 1951
        La Văn Quýt | | | 0300 000 204
        """,
        left=("2 twice", "3 twice", "5 other"),
    ),
    "papers_say_another_year": Case(
        lambda path: xlsx(path, [
            ["Họ tên", "Năm sinh", "Ghi chú"], ["Cù Thị Mận", 1949, "chưa rõ, CCCD ghi 1947"], ["Giang Văn Ổi", 1948, "khai sinh đúng 1948"],
            ["Nông Thị Chanh", 1951, "thương binh 1972, sổ hộ nghèo năm 2020"]]),
        """
        Giang Văn Ổi | 1948 | | | | | | khai sinh đúng 1948
        Nông Thị Chanh | 1951 | | | | | | thương binh 1972, sổ hộ nghèo năm 2020
        """,
        waiting=("2 Cù Thị Mận which 1947 1949",),
    ),
}  # fmt: skip
