"""Kinds of lists that others keep, each in more than one form: what signs, headings and short words say."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

ANEW: dict[str, Case] = {
    "heads_of_groups_with_their_leaders": Case(
        lambda path: xlsx(
            path,
            [
                ["DANH SÁCH HỘI VIÊN"],
                ["STT", "Họ và tên", "Năm sinh", "Địa chỉ", "SĐT"],
                ["Tổ 1 – Tổ trưởng: ông Lê Trọng Nghĩa (không tham gia CLB), ĐT 0300 000 203"],
                [1, "Lê Thị An", 1950, "12/1", None],
                ["TỔ 2 (Tổ trưởng: Nguyễn Văn Tám - 0300 000 901, đã mất)"],
                [2, "Trần Văn Bê", 1949, "12/2", "0300 000 902"],
                ["Khóm 3 - bà Nguyễn Thị Hai phụ trách, xin nghỉ"],
                [3, "Đỗ Văn Dần", 1944, None, None],
            ],
            merges=["A3:E3", "A5:E5", "A7:E7"],
        ),
        """
        Lê Thị An | 1950 |  |  | 12/1, tổ 1
        Trần Văn Bê | 1949 |  | 0300 000 902 | 12/2, tổ 2
        Đỗ Văn Dần | 1944 |  |  | Khóm 3
        """,
        left=(
            "1 title",
            "3 heading",
            "5 heading",
            "7 heading",
        ),
    ),
    "groups_of_a_text_with_their_leaders": Case(
        lambda path: written(
            path,
            (
                "Tổ 1 (tổ trưởng ông Ba Lành, không vô CLB)\n1. Bà Lê Thị An, 1950, 0300 000 903\n2. Ông Trần Văn Bê, 1949\n"
                "Tổ 2 - tổ trưởng: cô Sáu (đã nghỉ)\n3. Bà Lê Thị Cúc, 1951\n4. Bà Mai Thị Én, 1955, 0300 000 904"
            ),
        ),
        """
        Lê Thị An | 1950 | nữ | 0300 000 903 | Tổ 1
        Trần Văn Bê | 1949 | nam |  | Tổ 1
        Lê Thị Cúc | 1951 | nữ |  | Tổ 2
        Mai Thị Én | 1955 | nữ | 0300 000 904 | Tổ 2
        """,
        left=(
            "1 heading",
            "4 heading",
        ),
        ending="txt",
    ),
    "a_poll_with_ticks_and_keycaps": Case(
        lambda path: written(
            path,
            (
                "📋 Chốt danh sách CLB năm 2027\n(✅ ở lại   ❌ xin rút)\n1️⃣ ✅ Bà Lê Thị Sương – 1956 – 0300 000 296\n"
                "2️⃣ ✅ Ông Lê Hữu Tòng – 1948 – chưa có số\n3️⃣ ❌ Bà Trần Thị Đậm – 1950 – 0300 000 298\n🔟 ✅ Chị Lâm Mỹ Hằng – 1983 – 0300 000 300 👍"
            ),
        ),
        """
        Lê Thị Sương | 1956 | nữ | 0300 000 296
        Lê Hữu Tòng | 1948 | nam |  |  |  |  | chưa có số
        Lâm Mỹ Hằng | 1983 | nữ | 0300 000 300
        """,
        left=(
            "1 other",
            "2 other",
            "5 left",
        ),
        ending="txt",
    ),
    "ticks_behind_the_names": Case(
        lambda path: written(
            path,
            (
                "Ai còn ở lại CLB thì ✅, ai xin ra thì ❌\nLê Thị Hồng - 1950 - ✅\nTrần Văn Bảy - 1949 - ❌\n"
                "Đỗ Thị Én - 1951 - ✅\nNgô Văn Giáp - 1947 - ✅"
            ),
        ),
        """
        Lê Thị Hồng | 1950
        Đỗ Thị Én | 1951
        Ngô Văn Giáp | 1947
        """,
        left=(
            "1 other",
            "3 left",
        ),
        ending="txt",
    ),
    "ticks_behind_the_names_unexplained": Case(
        lambda path: written(
            path,
            "Lê Thị Hồng - 1950 - ✅\nTrần Văn Bảy - 1949 - ❌\nĐỗ Thị Én - 1951 - ✅\nNgô Văn Giáp - 1947 - ✅",
        ),
        """
        Lê Thị Hồng | 1950
        Đỗ Thị Én | 1951
        Ngô Văn Giáp | 1947
        """,
        waiting=("2 Trần Văn Bảy gone",),
        ending="txt",
    ),
    "signs_of_what_was_paid": Case(
        lambda path: written(
            path,
            (
                "Chú thích: ✅ = đã đóng quỹ, ⭕ = chưa đóng\n1️⃣ ✅ Lê Thị Hồng – 1950 – 0300 000 907\n2️⃣ ⭕ Trần Văn Bảy – 1949\n"
                "3️⃣ ✅ Đỗ Thị Én – 1951\n1️⃣0️⃣ ✅ Ngô Văn Giáp – 1947"
            ),
        ),
        """
        Lê Thị Hồng | 1950 |  | 0300 000 907
        Trần Văn Bảy | 1949
        Đỗ Thị Én | 1951
        Ngô Văn Giáp | 1947
        """,
        left=("1 other",),
        ending="txt",
    ),
    "a_text_message_in_short_signs": Case(
        lambda path: written(
            path,
            (
                "Gui chi ds to 4:\n1.Nguyen Thi Hoa ns 1951 to 3 dt 0300000279\n2) Tran Van Duong NS: 1947 to 3 0300000280\n"
                "3. Le Thi My Le sn 63 to 3 ko dt\n4- Pham Quoc Tuan n.s 1958 to 5 sdt: 0300000281\n5.Dinh Thi Rang ns 2054 to 5\n"
                "6. Do Van Hung nam 1944 hay 1946 dt 0300000282\nHet. Em Ngoc"
            ),
        ),
        """
        Nguyen Thi Hoa | 1951 |  | 0300 000 279 | to 3
        Tran Van Duong | 1947 |  | 0300 000 280 | to 3
        Le Thi My Le | 1963 |  |  | to 3 |  |  | ko dt
        Pham Quoc Tuan | 1958 |  | 0300 000 281 | to 5
        """,
        left=(
            "1 title",
            "8 other",
        ),
        waiting=(
            "6 Dinh Thi Rang unread",
            "7 Do Van Hung which 1944 1946",
        ),
        ending="txt",
    ),
    "a_first_line_with_a_phone_heads_nothing": Case(
        lambda path: written(
            path,
            (
                "TỔ 1:\n1. Bà Trần Thị Ngọc Sương, sinh năm 1951, điện thoại 0300 000 239\n"
                "2. Đ/c Đặng Văn Quới, sinh năm 1947, điện thoại 0300 000 240\n3. Bà Lữ Thị Ánh, sinh năm 1955, đã mất hồi tháng 7"
            ),
        ),
        """
        Trần Thị Ngọc Sương | 1951 | nữ | 0300 000 239 | Tổ 1
        Đặng Văn Quới | 1947 |  | 0300 000 240 | Tổ 1
        """,
        left=(
            "1 heading",
            "4 deceased",
        ),
        ending="txt",
    ),
    "what_is_said_in_place_of_a_phone": Case(
        lambda path: written(
            path,
            (
                "1. Bà Lê Thị Sáu - 1950 - tổ 3 - 0300 000 038\n2. Ông Võ Văn Đẹt - 1947 - tổ 3 - không có đt\n3. Ông Phan Văn Cò - 1945 - tổ 5 - gạch rồi\n"
                "4. Bà Dương Thị Hai - 1942 - tổ 6 - bà mất hồi tháng 7\n5. Ông Cao Văn Mót - 1956 - tổ 6 - 0300 000 043"
            ),
        ),
        """
        Lê Thị Sáu | 1950 | nữ | 0300 000 038 | tổ 3
        Võ Văn Đẹt | 1947 | nam |  | tổ 3
        Cao Văn Mót | 1956 | nam | 0300 000 043 | tổ 6
        """,
        left=(
            "3 left",
            "4 deceased",
        ),
        ending="txt",
    ),
    "members_marked_and_counted": Case(
        lambda path: xlsx(
            path,
            [
                ["Hộ", "Họ tên", "Quan hệ", "Năm sinh", "Thành viên CLB"],
                [1, "Lê Văn Nhu", "Chủ hộ", 1950, "x"],
                [None, "Đỗ Thị Chắc", "Vợ", 1951, "x"],
                [None, "Lê Thị Trang", "Con", 1982, None],
                [2, "Phan Văn Tám", "Chủ hộ", 1970, None],
                [None, "Ngô Thị Thìn", "Mẹ", 1944, "X"],
                ["Cộng: 2 hộ", "5 nhân khẩu", None, None, "3"],
            ],
        ),
        """
        Lê Văn Nhu | 1950
        Đỗ Thị Chắc | 1951 | nữ
        Ngô Thị Thìn | 1944 | nữ
        """,
        left=(
            "4 unmarked",
            "5 unmarked",
            "7 sum",
        ),
    ),
    "tables_below_headings_that_say_it_of_all": Case(
        lambda path: xlsx(
            path,
            [
                ["I. BAN CHỦ NHIỆM"],
                ["Chức vụ", "Họ tên", "Năm sinh", "SĐT"],
                ["Chủ nhiệm", "Lê Văn Nhu", 1950, "0300 000 911"],
                ["Phó", "Đỗ Thị Chắc", 1951, "0300 000 912"],
                [],
                ["II. ĐÃ XIN RA KHỎI CLB"],
                ["Họ tên", "Năm sinh"],
                ["Phan Văn Tám", 1950],
                [],
                ["III. NGƯỜI MỚI HỎI THĂM, CHƯA VÀO"],
                ["Họ tên", "SĐT"],
                ["Trần Văn Khá", "0300 000 913"],
                ["Lê Thị Hoài", "0300 000 914"],
            ],
        ),
        """
        Lê Văn Nhu | 1950 |  | 0300 000 911
        Đỗ Thị Chắc | 1951 |  | 0300 000 912
        """,
        left=(
            "1 title",
            "6 heading",
            "8 left",
            "10 heading",
        ),
        waiting=(
            "12 Trần Văn Khá waiting",
            "13 Lê Thị Hoài waiting",
        ),
    ),
    "guests_below_a_heading_with_a_colon": Case(
        lambda path: xlsx(
            path,
            [
                ["Số", "Họ tên", "Tuổi", "Giới"],
                [1, "Lê Thị Kim Thoa", 71, "Nữ"],
                [2, "Nguyễn Văn Đực", 80, "Nam"],
                ["Khám ghép: người ngoài CLB"],
                [1, "Võ Thị Oanh", 45, "Nữ"],
            ],
        ),
        """
        Lê Thị Kim Thoa | ~1955 | nữ
        Nguyễn Văn Đực | ~1946 | nam
        """,
        left=(
            "4 heading",
            "5 not_member",
        ),
    ),
    "the_family_name_that_is_a_ditto_without_accents": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ", "Tên đệm", "Tên", "Năm sinh", "Địa chỉ"],
                ["Phan", "Văn", "Bổn", 1950, "tổ 1"],
                ["Đỗ", "Hoàng", "Yến", 1951, "do"],
                ["Đỗ", "Thị", "Ba", 1952, "-do-"],
            ],
        ),
        """
        Phan Văn Bổn | 1950 |  |  | tổ 1
        Đỗ Hoàng Yến | 1951 |  |  | tổ 1
        Đỗ Thị Ba | 1952 |  |  | tổ 1
        """,
    ),
    "applications_of_which_one_was_withdrawn": Case(
        lambda path: written(
            path,
            "\n\n".join(
                f"PHIẾU ĐĂNG KÝ SỐ {place}\nHọ tên: {name}\nNăm sinh: {birth}\nĐịa chỉ: tổ 1{said}"
                for place, (name, birth, said) in enumerate(
                    (
                        ("Lê Thị Hồng", 1950, ""),
                        ("Phạm Văn Sáu", 1947, "\n(Bác Sáu đã rút đơn hôm 12/11, không vào nữa)"),
                        ("Ngô Thị Bảy", 1955, ""),
                    ),
                    1,
                )
            ),
        ),
        """
        Lê Thị Hồng | 1950 |  |  | tổ 1
        Ngô Thị Bảy | 1955 |  |  | tổ 1
        """,
        left=(
            "1 other",
            "6 other",
            "10 other",
            "12 other",
        ),
        waiting=("7 Phạm Văn Sáu gone",),
        ending="txt",
    ),
    "a_poll_in_parts": Case(
        lambda path: written(
            path,
            (
                "❌ Xin nghỉ (2)\nPhan Thị Hai - 1944\nLý Văn Ba - 1943\n✅ Ở lại (3)\nLê Thị Hồng - 1950\nTrần Văn Bảy - 1949\nĐỗ Thị Én - 1951"
            ),
        ),
        """
        Lê Thị Hồng | 1950
        Trần Văn Bảy | 1949
        Đỗ Thị Én | 1951
        """,
        left=(
            "1 heading",
            "2 left",
            "3 left",
            "4 heading",
        ),
        ending="txt",
    ),
    "coloured_dots_explained": Case(
        lambda path: written(
            path,
            (
                "🟢 còn sinh hoạt 🔴 đã nghỉ\n🟢 Lê Thị Hồng 1950 0300 000 511\n🔴 Trần Văn Bảy 1949\n🟢 Đỗ Thị Én 1951\n🟢 Mai Thị Sáu 1952"
            ),
        ),
        """
        Lê Thị Hồng | 1950 |  | 0300 000 511
        Đỗ Thị Én | 1951
        Mai Thị Sáu | 1952
        """,
        left=(
            "1 other",
            "3 left",
        ),
        ending="txt",
    ),
    "names_of_the_highlands_without_heads": Case(
        lambda path: written(
            path,
            (
                "DANH SACH HOI VIEN\n1/ Y Nguê Buôn Krông ns 1950 buon Ea Tul\n2/ H'Yam Bkrông ns 1955 dt 0300000521\n3/ Ka Dêu ns 1948\n"
                "4/ Rơ Châm Hyưt ns 1960 dt 0300000522\nHet."
            ),
        ),
        """
        Y Nguê Buôn Krông | 1950 | nam |  |  |  |  | buon Ea Tul
        H'Yam Bkrông | 1955 | nữ | 0300 000 521
        Ka Dêu | 1948 | nữ
        Rơ Châm Hyưt | 1960 |  | 0300 000 522
        """,
        left=(
            "1 title",
            "6 other",
        ),
        ending="txt",
    ),
}
