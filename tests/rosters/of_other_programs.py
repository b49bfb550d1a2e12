"""Lists of programs in English, of forms that ask who wants to join, of funds and phone books."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, written, xlsx

OTHER_PROGRAMS: dict[str, Case] = {
    "english_heads_with_the_month_first": Case(
        lambda path: text(path, [
            ["Member ID", "Surname", "Given names", "DOB (MM/DD/YYYY)", "Sex", "Mobile", "Village", "Status", "Emergency contact"],
            ["VN-1", "Cù", "Thị Mận", "04/09/1957", "F", "+84 300 000 201", "Thôn Sen", "Active", "0300 000 209 (son)"],
            ["VN-2", "Đỗ", "Văn Ổi", "03/25/1949", "M", "", "Thôn Sen", "Deceased", ""],
            ["VN-3", "Nông", "Văn Chanh", "12/05/1949", "M", "", "Thôn Mơ", "Active", ""]], "\t", "utf-16"),
        """
        Cù Thị Mận | 09/04/1957 | nữ | 0300 000 201 | Thôn Sen | | 0300 000 209 (son)
        Nông Văn Chanh | 05/12/1949 | nam | | Thôn Mơ
        """,
        left=("3 deceased",),
        ending="csv",
    ),
    "a_form_that_asks_who_wants_to_join": Case(
        lambda path: text(path, [
            ["Dấu thời gian", "Họ tên của bạn", "Năm sinh", "Giới tính", "Bạn có muốn tham gia câu lạc bộ không?"],
            ["05/03/2026 08:12:44", "Cù Thị Mận", "1950", "Nữ", "Có"], ["05/03/2026 09:12:44", "Đỗ Văn Ổi", "1948", "Nam", "Không"],
            ["05/03/2026 10:12:44", "Nông Thị Chanh", "1951", "Nữ", "Có ạ"], ["05/03/2026 11:12:44", "La Văn Quýt", "1949", "Nam", "Để suy nghĩ thêm"]]),
        """
        Cù Thị Mận | 1950 | nữ
        Nông Thị Chanh | 1951 | nữ
        """,
        left=("3 refused",),
        waiting=("5 La Văn Quýt waiting",),
        ending="csv",
    ),
    "a_phone_book_with_titles_before_given_names": Case(
        lambda path: text(path, [
            ["First Name", "Middle Name", "Last Name", "Birthday", "Phone 1 - Value"], ["Bà Mận", "", "Cù", "1944-12-03", ""],
            ["Ông Ổi", "Văn", "Đỗ", "1948-02-01", "0300 000 202"], ["Chanh", "Thị", "Nông", "1951-05-06", "0300 000 203"]]),
        """
        Cù Mận | 03/12/1944 | nữ
        Đỗ Văn Ổi | 01/02/1948 | nam | 0300 000 202
        Nông Thị Chanh | 06/05/1951 | | 0300 000 203
        """,
        ending="csv",
    ),
    "where_somebody_went_under_what_he_is_called": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Tên thường gọi", "Năm sinh", "Số nhà"], [1, "Cù Thị Mận", "bà Ba", 1950, "14"],
            [2, "Sa Mi Ah", "đã về Malaysia với con", 1960, "52"], [3, "Đỗ Văn Ổi", None, 1948, "12/3"]]),
        """
        Cù Thị Mận | 1950 | | | số nhà 14 | | | bà Ba
        Đỗ Văn Ổi | 1948 | | | số nhà 12/3
        """,
        waiting=("3 Sa Mi Ah gone",),
    ),
    "bare_heads_of_a_birth_in_three_columns": Case(
        lambda path: xlsx(path, [
            ["STT", "HO", "CHU LOT", "TEN", "GIOI TINH", "NGAY", "THANG", "NAM", "XOM"], [1, "Cù", "Thị", "Mận", "Nữ", 12, 4, 1952, "Xóm Bắc"],
            [2, "Đỗ", "Văn", "Ổi", "Nam", None, None, 1946, "Xóm Nam"], [3, "Nông", "Thị", "Chanh", "Nữ", 3, 11, 1960, "Xóm Nam"]]),
        """
        Cù Thị Mận | 12/04/1952 | nữ | | Xóm Bắc
        Đỗ Văn Ổi | 1946 | nam | | Xóm Nam
        Nông Thị Chanh | 03/11/1960 | nữ | | Xóm Nam
        """,
    ),
    "a_hidden_heading_heads_hidden_lines": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ và tên", "Năm sinh"], [1, "Cù Thị Mận", 1950], [None, "người chuyển đi (ẩn lại để lưu)"], [2, "Đỗ Văn Ổi", 1948],
            [3, "Nông Thị Chanh", 1951]], hidden_rows=(3, 4)),
        """
        Cù Thị Mận | 1950
        Nông Thị Chanh | 1951
        """,
        left=("3 heading", "4 moved"),
    ),
    "printed_on_one_side": Case(
        lambda path: xlsx(path, {"in 1 mat": [["TT", "Họ tên", "NS"], [1, "Cù Thị Mận", 1950], [2, "Đỗ Văn Ổi", 1948]]}),
        """
        Cù Thị Mận | 1950
        Đỗ Văn Ổi | 1948
        """,
    ),
    "a_fund_and_what_is_left_of_it": Case(
        lambda path: xlsx(path, [
            ["Stt", "Tên", "NS", "Chỗ ở", "T1", "T2"], [1, "Cù Thị Mận", 1950, "hẻm 12", 20, 20], [2, "Đỗ Văn Ổi", 1948, "hẻm 27", 20, 0],
            [None, "CỘNG", None, None, 40, 20], [None, "Chi thăm bệnh T2", None, None, None, -30], [None, "Còn lại", None, None, None, 30]]),
        """
        Cù Thị Mận | 1950 | | | hẻm 12
        Đỗ Văn Ổi | 1948 | | | hẻm 27
        """,
        left=("4 sum", "5 sum", "6 sum"),
    ),
    "bullets_that_are_no_crosses_and_years_of_the_moon": Case(
        lambda path: written(path, "Mấy bà xóm Miễu nhớ tuổi theo con giáp\n+ bà Cù Thị Mận tuổi Dần 1950, 0300 000 201\n+ bà Nông Thị Chanh Mậu Tý (1948), không phone\n"
            "+ ông Đỗ Văn Ổi tuổi Ngọ, năm nay 72 tuổi, 0300 000 202\n+ bà La Thị Quýt sinh năm Đinh Hợi 1947, 0300 000 203\n+ ông Hứa Văn Dậu tuổi Tuất 1946, ổng mất hồi ra Giêng, khỏi ghi\n"),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 201 | | | | tuổi Dần
        Nông Thị Chanh | 1948 | nữ | | | | | không phone
        Đỗ Văn Ổi | 1954 | nam | 0300 000 202 | | | | năm nay 72 tuổi
        La Thị Quýt | 1947 | nữ | 0300 000 203
        """,
        left=("1 title", "6 deceased"),
        ending="txt",
    ),
    "what_is_said_of_each_of_two": Case(
        lambda path: written(path, "ông Đỗ Văn Ổi 1947 bà Tư tên Cù Thị Mận 1950, máy ông 0300 000 201 máy bà 0300 000 202\n"
            "ông La Văn Quýt và bà Nông Thị Chanh, bà 1953 ông 1951\n"),
        """
        Đỗ Văn Ổi | 1947 | nam | 0300 000 201 | | | | bà Tư
        La Văn Quýt | 1951 | nam
        Cù Thị Mận | 1950 | nữ | 0300 000 202
        Nông Thị Chanh | 1953 | nữ
        """,
        ending="txt",
    ),
    "numbers_of_children_by_their_label": Case(
        lambda path: written(path, "- ba Ta Thi Man 1961 dt cua chau 0300 000 201\n- ong Do Van Oi sn 1950 dt 0300 000 202\n- ba Nong Thi Chanh 1953 ko dt\n"),
        """
        Ta Thi Man | 1961 | nữ | 0300 000 201 | | | | cua chau
        Do Van Oi | 1950 | nam | 0300 000 202
        Nong Thi Chanh | 1953 | nữ
        """,
        remarks=("1 whose",),
        ending="txt",
    ),
    "who_wrote_it_behind_the_sum": Case(
        lambda path: written(path, "DANH SÁCH CLB ẤP SEN\n\nTổ 1 (2 người)\nCù Thị Mận - 1951 - 0300 000 201\nĐỗ Văn Ổi (nam) - 1946 - 0300 000 202\n\n"
            "Cộng 2 người. Người ghi: Nông Minh Tâm - tổ trưởng 0300 000 209\n"),
        """
        Cù Thị Mận | 1951 | | 0300 000 201 | Tổ 1
        Đỗ Văn Ổi | 1946 | nam | 0300 000 202 | Tổ 1
        """,
        left=("1 title", "3 heading", "7 sum"),
        ending="txt",
    ),
    "who_tells_takes_himself_out": Case(
        lambda path: written(path, "Nhóm mình có mấy người nghe cháu: bà Cù Thị Mận sinh năm 1947, số máy 0300 000 201; bà Nông Thị Chanh năm nay tám mươi tuổi; "
            "sau hết là cô La Thị Quýt sinh năm 1963, số 0300 000 202. Còn bác thì bác sĩ bắt nằm nhà, bác xin rút tên.\n"),
        """
        Cù Thị Mận | 1947 | nữ | 0300 000 201
        Nông Thị Chanh | ~1946 | nữ
        La Thị Quýt | 1963 | nữ | 0300 000 202
        """,
        left=("4 heading",),
        remarks=("2 about",),
        ending="txt",
    ),
    "houses_named_by_somebody_of_them": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Quan hệ", "Số nhà"], ["I", "Hộ ông Đỗ Văn Ổi", None, None, "12"], [1, "Đỗ Văn Ổi", 1950, "Chủ hộ", None],
            [2, "Cù Thị Mận", 1955, "Vợ", None], ["II", "Hộ bà Nông Thị Chanh", None, None, "15/2"], [3, "Nông Thị Chanh", 1949, "Chủ hộ", None]]),
        """
        Đỗ Văn Ổi | 1950 | | | số nhà 12
        Cù Thị Mận | 1955 | nữ | | số nhà 12
        Nông Thị Chanh | 1949 | | | số nhà 15/2
        """,
        left=("2 heading", "5 heading"),
    ),
    "children_to_call_and_their_numbers": Case(
        lambda path: xlsx(path, [
            ["Họ tên", "Sinh", "Con liên lạc", "Số con"], ["Cù Thị Mận", 1940, "Hùng", "0300000201"], ["Đỗ Văn Ổi", 1946, None, None], ["Nông Thị Chanh", 1938, "Lan", "0300000202"]]),
        """
        Cù Thị Mận | 1940 | | | | | Hùng 0300000201
        Đỗ Văn Ổi | 1946
        Nông Thị Chanh | 1938 | | | | | Lan 0300000202
        """,
    ),
    "hamlets_in_small_letters": Case(
        lambda path: written(path, "ap hai lac: cu thi man sn 1950 dt 0300000201, do van oi 1948\nap hai dinh: la van quyt 1947, nong thi chanh 1952 0300000202\n"),
        """
        Cu Thi Man | 1950 | | 0300 000 201 | ap hai lac
        La Van Quyt | 1947 | | | ap hai dinh
        Do Van Oi | 1948 | | | ap hai lac
        Nong Thi Chanh | 1952 | | 0300 000 202 | ap hai dinh
        """,
        ending="txt",
    ),
}  # fmt: skip
