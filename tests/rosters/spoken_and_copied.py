"""Lists that were spoken, typed in haste or copied out of a chat: in the same form."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

SPOKEN: dict[str, Case] = {
    "names_that_end_in_words_for_being_born": Case(
        lambda path: written(
            path,
            "1/ Bà Lữ Thị Năm 1951 đt 0300 000 101\n2/ Ông Giang Văn Sinh 1950 0300000102\n"
            "3/ Bà Mã Thị Sanh, 1944, không đt\n4/ Ông Cù Văn Mười (66 tuổi) 0300 000 104\n"
            "5/ Nông Hữu Phước sinh 1955 0300000105\n6/ Bà Cù Thị Tuổi 1949, đt cháu nội 0300 000 106",
        ),
        """
        Lữ Thị Năm | 1951 | nữ | 0300 000 101
        Giang Văn Sinh | 1950 | nam | 0300 000 102
        Mã Thị Sanh | 1944 | nữ
        Cù Văn Mười | ~1960 | nam | 0300 000 104
        Nông Hữu Phước | 1955 | | 0300 000 105
        Cù Thị Tuổi | 1949 | nữ | 0300 000 106 | | | | cháu nội
        """,
        remarks=("4 about", "6 whose"), ending="txt",
    ),
    "years_that_everybody_has_a_word_before": Case(
        lambda path: written(
            path,
            "Cù Thị Mận Năm 1950 0300000101\nGiang Văn Ổi Năm 1951 0300000102\n"
            "Lữ Thị Năm Năm 1956 0300000103",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101
        Giang Văn Ổi | 1951 | | 0300 000 102
        Lữ Thị Năm | 1956 | | 0300 000 103
        """,
        ending="txt",
    ),
    "short_years_before_no_phone_in_small_letters": Case(
        lambda path: written(
            path,
            "vo thi man 1950 0300000101\nle van oi sn 49 k co dt\ntran thi nam 51 ko sdt\n"
            "bui van sinh sn 52 hong co so\nly van quyt 53 chua co dt\nho thi chanh 66 tuoi khong dt",
        ),
        """
        Vo Thi Man | 1950 | | 0300 000 101
        Le Van Oi | 1949
        Tran Thi Nam | 1951
        Bui Van Sinh | 1952
        Ly Van Quyt | 1953
        Ho Thi Chanh | ~1960
        """,
        remarks=("6 about",), ending="txt",
    ),
    "somebody_still_to_be_asked": Case(
        lambda path: written(
            path,
            "1/ Bà Cù Thị Mận 1951 đt 0300 000 101\n2/ Ông Giang Văn Ổi sn 1948 - 0300.000.102\n"
            "3/ Nông Thị Chanh 1950, chồng bà chưa đăng ký\n"
            "Còn bác Ba Đời để con hỏi lại đã\nRiêng cô Lữ Thị Hai chưa trả lời",
        ),
        """
        Cù Thị Mận | 1951 | nữ | 0300 000 101
        Giang Văn Ổi | 1948 | nam | 0300 000 102
        Nông Thị Chanh | 1950 | | | | | | chồng bà chưa đăng ký
        """,
        waiting=("4 Ba Đời nickname", "4 Ba Đời unlike", "5 Lữ Thị Hai unlike"), ending="txt",
    ),
    "a_copied_poll": Case(
        lambda path: written(
            path,
            "[Bình chọn] Bà con nào vô Câu lạc bộ?\nTạo bởi Lan - 08:15 09/02/2026\n"
            "Tôi tham gia (3)\nCù Thị Mận\nGiang Văn Ổi\nBảy Rô\nTôi không tham gia (1)\nNông Thị Chanh\n"
            "Để coi lại (1)\nMã Thị Dâu\nChưa bình chọn (1)\nLa Văn Quýt",
        ),
        """
        Cù Thị Mận
        Giang Văn Ổi
        """,
        left=(
            "1 other", "2 other", "3 other", "7 other", "8 refused", "9 other", "11 other",
            "12 unmarked",
        ),
        waiting=("6 Bảy Rô nickname", "10 Mã Thị Dâu gone"), ending="txt",
    ),
    "a_copied_poll_in_english_with_the_no_first": Case(
        lambda path: written(
            path,
            "Poll: who joins the club?\nNo, thanks\n1 vote\nNong Thi Chanh\nYes, I join\n2 votes\n"
            "Cu Thi Man, Giang Van Oi\nHaven't voted\n1 vote\nLa Van Quyt",
        ),
        """
        Cu Thi Man
        Giang Van Oi
        """,
        left=(
            "1 other", "2 other", "3 other", "4 refused", "5 other", "6 other", "8 other",
            "9 other", "10 unmarked",
        ), ending="txt",
    ),
    "keys_left_in_single_words": Case(
        lambda path: written(
            path,
            "- Nguyeenx Thị Mận, 1953, 0300 000 101\n- Trần Vawn Ổi, 1957, 0300 000 102\n"
            "- Đoanf Thị Chanh, 1948, khoong có đt\n- Thạch Sary, 1955, 0300 000 104\n"
            "- Huỳnh Văn Nghix, 1944, đã maats thangs 12\n- Cao Thị Dâu, 1966, 0300 000 106",
        ),
        """
        Nguyễn Thị Mận | 1953 | | 0300 000 101
        Trần Văn Ổi | 1957 | | 0300 000 102
        Đoàn Thị Chanh | 1948 | | | | | | không có đt
        Thạch Sary | 1955 | | 0300 000 104
        Cao Thị Dâu | 1966 | | 0300 000 106
        """,
        left=("5 deceased",), ending="txt",
    ),
    "keys_left_in_single_words_of_a_sheet": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "Ghi chú"],
                ["Nguyễn Thij Mận", 1953, "ở một mình"],
                ["Trần Văn Ổi", 1957, "nhaf xa"],
                ["Danh Sophia", 1957, ""],
            ],
        ),
        """
        Nguyễn Thị Mận | 1953 | | | | | | ở một mình
        Trần Văn Ổi | 1957 | | | | | | nhà xa
        Danh Sophia | 1957
        """,
    ),
    "phones_before_who_has_them": Case(
        lambda path: written(
            path,
            "Dạ con gởi danh sách bên chùa 🙏\n👉 0300 000 101 – chị Diệu Mận (Cù Thị Mận) – sn 1960\n"
            "👉 0300 000 102 – chú Thiện Ổi (Giang Văn Ổi) – sn 1955\n"
            "👉 chưa có số – bác Quảng Quýt (La Văn Quýt), nam – sn 1946",
        ),
        """
        Cù Thị Mận | 1960 | nữ | 0300 000 101 | | | | chị Diệu Mận
        Giang Văn Ổi | 1955 | nam | 0300 000 102 | | | | chú Thiện Ổi
        La Văn Quýt | 1946 | nam | | | | | bác Quảng Quýt, chưa có số
        """,
        left=("1 title",), ending="txt",
    ),
    "phones_before_names_in_small_letters": Case(
        lambda path: written(
            path, "0300000101 le thi man sn 50\n0300000102 tran van oi sn 51\nk co dt cao thi dau sn 49"
        ),
        """
        Le Thi Man | 1950 | | 0300 000 101
        Tran Van Oi | 1951 | | 0300 000 102
        Cao Thi Dau | 1949
        """,
        ending="txt",
    ),
    "couples_with_a_number_of_each": Case(
        lambda path: written(
            path,
            "+ vợ chồng ông Giang Văn Ổi (1951) và bà Cù Thị Mận (1954), sđt ông 0300 000 101, sđt bà 0300 000 102\n"
            "+ bà Nông Thị Chanh (1946) không dùng điện thoại\n"
            "+ ông La Văn Quýt (1958) 0300 000 104, vợ ông chưa đăng ký\n"
            "+ bà Lữ Thị Hai (1940) và con gái Mã Thị Dâu (1966), số Dâu 0300 000 105",
        ),
        """
        Giang Văn Ổi | 1951 | nam | 0300 000 101
        Nông Thị Chanh | 1946 | nữ | | | | | không dùng điện thoại
        La Văn Quýt | 1958 | nam | 0300 000 104 | | | | vợ ông chưa đăng ký
        Lữ Thị Hai | 1940 | nữ
        Cù Thị Mận | 1954 | nữ | 0300 000 102
        Mã Thị Dâu | 1966 | | 0300 000 105
        """,
        ending="txt",
    ),
    "plus_signs_that_mean_the_dead": Case(
        lambda path: written(
            path,
            "+ Cù Thị Mận, 1946, 0300000101\nGiang Văn Ổi, 1958, 0300000102\n"
            "Nông Thị Chanh, 1950, 0300000103\n(dấu + là đã mất)",
        ),
        """
        Giang Văn Ổi | 1958 | | 0300 000 102
        Nông Thị Chanh | 1950 | | 0300 000 103
        """,
        left=("1 deceased", "4 other"), ending="txt",
    ),
    "plus_signs_before_everybody": Case(
        lambda path: written(
            path, "+ Cù Thị Mận, 1946, 0300000101\n+ Giang Văn Ổi, 1958, 0300000102\n+ Nông Thị Chanh, 1950"
        ),
        """
        Cù Thị Mận | 1946 | | 0300 000 101
        Giang Văn Ổi | 1958 | | 0300 000 102
        Nông Thị Chanh | 1950
        """,
        ending="txt",
    ),
    "what_neighbours_call_somebody_before_the_whole_name": Case(
        lambda path: written(
            path,
            "Bà Sáu Cù Thị Mận tuổi Thìn 1952 sđt 0300 000 101\nÔng Tư Râu Giang Văn Ổi tuổi Dần 1950 0300 000 102\n"
            "Bà Mã Thị Dâu khoảng 1955 0300 000 103\nNông Văn Chanh tuổi Giáp Ngọ 1950 0300 000 104\n"
            "Bà Lữ Thị Bèo không nhớ năm, tuổi con Ngựa, sđt 0300 000 105\nÔng Hai Tửng thì dọn lên Biên Hòa ở với con rồi",
        ),
        """
        Cù Thị Mận | 1952 | nữ | 0300 000 101 | | | | Bà Sáu; tuổi Thìn
        Giang Văn Ổi | 1950 | nam | 0300 000 102 | | | | Ông Tư Râu; tuổi Dần
        Mã Thị Dâu | ~1955 | nữ | 0300 000 103
        """,
        waiting=("4 Nông Văn Chanh which 1950 1954", "5 Lữ Thị Bèo which 1942 1954 1966 1978"), left=("6 other",), remarks=("3 about",), ending="txt",
    ),
    "put_right_in_the_same_breath": Case(
        lambda path: written(
            path,
            "Ghi giùm tôi nha. Người thứ nhất bà Cù Thị Hai, năm sinh 1950, à không phải, 1951, số điện thoại 0300 000 101. "
            "Người thứ hai ông Giang Văn Ổi em bà Hai, sinh năm 1954, số điện thoại 0300 000 109, đọc lại 0300 000 102 mới đúng. "
            "Người thứ ba bà Mã Thị Dâu sinh ngày mùng 2 tháng 9 năm 1959, không điện thoại. "
            "Người thứ tư định ghi ông Tư Râu mà thôi ổng không chịu. Thay vô là bà Nông Thị Chanh 1962 điện thoại 0300 000 104. Xong.",
        ),
        """
        Cù Thị Hai | 1951 | nữ | 0300 000 101
        Giang Văn Ổi | 1954 | nam | 0300 000 102 | | | | em bà Hai
        Mã Thị Dâu | 02/09/1959 | nữ | | | | | không điện thoại
        Nông Thị Chanh | 1962 | nữ | 0300 000 104
        """,
        left=("1 other", "6 other"), ending="txt",
    ),
    "kin_of_others_in_small_letters": Case(
        lambda path: written(
            path,
            "bà lê thị mận sinh năm một chín năm mươi à không năm mươi mốt số không ba không không không không không một không một\n"
            "ông trần văn ổi em bà mận sinh năm một chín bốn tám không có điện thoại\n"
            "bà cao thị dâu sinh năm một chín năm ba",
        ),
        """
        Lê Thị Mận | 1951 | nữ | 0300 000 101
        Trần Văn Ổi | 1948 | nam | | | | | em bà mận, không có điện thoại
        Cao Thị Dâu | 1953 | nữ
        """,
        ending="txt",
    ),
    "numbers_that_others_share": Case(
        lambda path: written(
            path,
            "[08:02, 14/3/2026] Chị Hằng: Ai vô CLB thì ghi họ tên, năm sinh, sđt giùm\n"
            "[08:15, 14/3/2026] Sáu Mận: Cù Thị Mận 1955 0300 000 101\n"
            "[08:15, 14/3/2026] Sáu Mận: với chồng tui Giang Văn Ổi 1952 xài số tui\n"
            "[08:20, 14/3/2026] Dũng: La Văn Quýt 1950 0300 000 103, bà Mã Thị Dâu vợ ông Quýt 1951 xài chung số với ổng",
        ),
        """
        Cù Thị Mận | 1955 | | 0300 000 101
        Giang Văn Ổi | 1952 | nam | | | | Cù Thị Mận 0300 000 101 | xài số tui
        La Văn Quýt | 1950 | | 0300 000 103
        Mã Thị Dâu | 1951 | nữ | | | | La Văn Quýt 0300 000 103 | vợ ông Quýt, xài chung số với ổng
        """,
        left=("1 other",), ending="txt",
    ),
    "short_numbers_that_a_line_explains": Case(
        lambda path: written(
            path,
            "1. Cù Thị Mận - 66 - 0300 000 101\n2. Giang Văn Ổi - 61 - 0300 000 102\n"
            "3. Mã Thị Dâu - 58 - không có\n(con số kế tên là tuổi đó)",
        ),
        """
        Cù Thị Mận | ~1960 | | 0300 000 101
        Giang Văn Ổi | ~1965 | | 0300 000 102
        Mã Thị Dâu | ~1968
        """,
        left=("4 other",), remarks=("1 about", "2 about", "3 about"), ending="txt",
    ),
}  # fmt: skip
