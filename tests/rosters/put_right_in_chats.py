"""What people type in haste, tell of in one breath and put right below: in the form of the lists."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written

PUT_RIGHT: dict[str, Case] = {
    "small_letters_and_short_years_without_accents": Case(
        lambda path: written(
            path,
            "gui co danh sach to 4\n"
            "cu thi man 50 dt 0300 000 101\n"
            "ong to van ba 48\n"
            "ho thi lai 57 dt 0300000102\n"
            "to thi hai 49 to 4\n"
            "ba la thi quyt 52 so con gai 0300 000 103\n"
            "doi van tu 53 0300000105",
        ),
        """
        Cu Thi Man | 1950 | | 0300 000 101 | to 4
        To Van Ba | 1948 | nam | | to 4
        Ho Thi Lai | 1957 | | 0300 000 102 | to 4
        To Thi Hai | 1949 | | | to 4
        La Thi Quyt | 1952 | nữ | 0300 000 103 | to 4 | | | so con gai
        Doi Van Tu | 1953 | | 0300 000 105 | to 4
        """,
        left=("1 title",),
        remarks=("6 whose",),
        ending="txt",
    ),
    "said_of_somebody_behind_a_place": Case(
        lambda path: written(
            path,
            "* Hẻm 12 Lê Lai\n"
            "- ông Giang Văn Ổi (1952) số nhà 5, 0300 000 102\n"
            "- bà Nông Thị Chanh (1951) số nhà 5, vợ ông Ổi, xài chung máy ổng\n"
            "- bà Cù Thị Mận (1947) nhà 7 (con gái bà Tư), không có điện thoại\n"
            "- ông Lữ Văn Hai (1944) số nhà 9, 0300 000 105, bị lãng tai\n"
            "- bà La Thị Quýt (1950) số nhà 11 trùng tên bà Quýt tổ 2",
        ),
        """
        Giang Văn Ổi | 1952 | nam | 0300 000 102 | số nhà 5, hẻm 12 Lê Lai
        Nông Thị Chanh | 1951 | nữ | | số nhà 5, hẻm 12 Lê Lai | | Giang Văn Ổi 0300 000 102 | vợ ông Ổi; xài chung máy ổng
        Cù Thị Mận | 1947 | nữ | | nhà 7, hẻm 12 Lê Lai | | | con gái bà Tư
        Lữ Văn Hai | 1944 | nam | 0300 000 105 | số nhà 9, hẻm 12 Lê Lai | | | bị lãng tai
        La Thị Quýt | 1950 | nữ | | số nhà 11, hẻm 12 Lê Lai | | | trùng tên bà Quýt tổ 2
        """,
        left=("1 heading",),
        ending="txt",
    ),
    "in_one_breath_by_sexes": Case(
        lambda path: written(
            path,
            "Nhóm xóm Đình đây chị. Nữ: Cù Thị Mận 1949, Nông Thị Chanh 1953 (0300000101), La Thị Quýt 1958 (0300 000 102). "
            "Nam: Giang Văn Ổi 1947 (0300 000 103), Lữ Hai 1950. Tổng 5 người, chị coi giùm.",
        ),
        """
        Cù Thị Mận | 1949 | nữ
        Nông Thị Chanh | 1953 | nữ | 0300 000 101
        La Thị Quýt | 1958 | nữ | 0300 000 102
        Giang Văn Ổi | 1947 | nam | 0300 000 103
        Lữ Hai | 1950 | nam
        """,
        ending="txt",
    ),
    "in_one_breath_by_places": Case(
        lambda path: written(
            path,
            "Danh sách nhóm: Tổ 1: Cù Thị Mận 1949, Nông Thị Chanh 1953 0300000102; Tổ 2: Giang Văn Ổi 1947, "
            "Lữ Hai 1950 số 0300000104; tổ 3 có bà La Thị Quýt 1952",
        ),
        """
        Cù Thị Mận | 1949 | | | Tổ 1
        Nông Thị Chanh | 1953 | | 0300 000 102 | Tổ 1
        Giang Văn Ổi | 1947 | | | Tổ 2
        Lữ Hai | 1950 | | 0300 000 104 | Tổ 2
        La Thị Quýt | 1952 | nữ | | tổ 3
        """,
        ending="txt",
    ),
    "numbers_in_words_with_pauses": Case(
        lambda path: written(
            path,
            "Người đầu là bà Cù Thị Mận sinh năm bốn chín, số không ba không không, không không không, một không một. "
            "Kế đó ông Giang Văn Ổi sinh năm năm mươi hai, số không ba trăm không không không một không hai. "
            "Rồi bà Nông Thị Chanh sinh năm bốn mươi sáu, số không ba không không không.",
        ),
        """
        Cù Thị Mận | 1949 | nữ | 0300 000 101
        Giang Văn Ổi | 1952 | nam | 0300 000 102
        Nông Thị Chanh | 1946 | nữ | | | | | số không ba không không không
        """,
        remarks=("3 unread",),
        ending="txt",
    ),
    "numbers_parted_by_any_sign": Case(
        lambda path: written(
            path,
            "mấy bác bên tổ 4 nè anh\n"
            "Cù Thị Mận 1950, 0254/3851234 nhà, đt tay 0300/000/101\n"
            "Giang Văn Ổi 1951, 0300_000_102\n"
            "Nông Thị Chanh 1952, 0300*000*103\n"
            "La Văn Quýt 1953, 0300 000 1x4\n"
            "Lữ Thị Hai 1954, 0300 000 10",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | tổ 4 | | | 0254.3851234; nhà, đt tay
        Giang Văn Ổi | 1951 | | 0300 000 102 | tổ 4
        Nông Thị Chanh | 1952 | | 0300 000 103 | tổ 4
        La Văn Quýt | 1953 | | | tổ 4 | | | 0300 000 1x4
        Lữ Thị Hai | 1954 | | | tổ 4 | | | 0300 000 10
        """,
        left=("1 title",),
        remarks=("5 unread", "6 unread"),
        ending="txt",
    ),
    "mobiles_beside_fixed_lines": Case(
        lambda path: written(
            path,
            "Cù Thị Mận, 1950, (0254) 385 1234 là số bàn, di động 0300.00.01.01\n"
            "Giang Văn Ổi, 1951, +84 300 000 102\n"
            "Nông Thị Chanh, 1952\n"
            "La Văn Quýt, 1953, 0 3 0 0 0 0 0 1 0 4\n"
            "Lữ Thị Hai, 1954, số tiệm thuốc của con rể 0300 000 105\n"
            "Mã Văn Dâu, 1955, 0300/000/106",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | | | | (0254) 385 1234 là số bàn; di động
        Giang Văn Ổi | 1951 | | 0300 000 102
        Nông Thị Chanh | 1952
        La Văn Quýt | 1953 | | 0300 000 104
        Lữ Thị Hai | 1954 | | 0300 000 105 | | | | số tiệm thuốc của con rể
        Mã Văn Dâu | 1955 | | 0300 000 106
        """,
        remarks=("5 whose",),
        ending="txt",
    ),
    "days_and_agenda_of_a_meeting": Case(
        lambda path: written(
            path,
            "BIÊN BẢN SINH HOẠT\n"
            "Hôm nay ngày 12/3/2025, lúc 14 giờ, tại nhà ông Tư.\n"
            "Địa điểm: nhà văn hóa ấp\n"
            "Sinh hoạt định kỳ ngày 15/3/2025\n"
            "Có mặt:\n"
            "1. Bà Cù Thị Mận, sinh năm 1950, điện thoại 0300.000.101\n"
            "2. Ông Giang Văn Ổi, sinh năm 1951\n"
            "3. Bà Nông Thị Chanh, sinh năm 1952\n"
            "Kết thúc lúc 16 giờ cùng ngày",
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101
        Giang Văn Ổi | 1951 | nam
        Nông Thị Chanh | 1952 | nữ
        """,
        left=("1 title", "2 title", "3 title", "4 heading", "5 other", "9 title"),
        ending="txt",
    ),
    "years_of_the_moon_alone": Case(
        lambda path: written(
            path,
            "Bác đọc cho cháu ghi nghe\n"
            "bà Cù Thị Mận tuổi Canh Dần, số 0300 000 101\n"
            "ông Giang Văn Ổi tuổi Mậu Tý\n"
            "bà Nông Thị Chanh tuổi con Gà\n"
            "ông La Văn Quýt, Giáp Ngọ, 0300000104\n"
            "ông Mã Văn Dâu tuổi Quý Mùi không có số\n"
            "bà Tăng Thị Bưởi (Ất Dậu)\n"
            "ông Đèo Văn Me năm Nhâm Thìn",
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | | | | tuổi Canh Dần
        Giang Văn Ổi | 1948 | nam | | | | | tuổi Mậu Tý
        La Văn Quýt | 1954 | nam | 0300 000 104 | | | | Giáp Ngọ
        Mã Văn Dâu | 1943 | nam | | | | | tuổi Quý Mùi
        Tăng Thị Bưởi | 1945 | nữ | | | | | Ất Dậu
        Đèo Văn Me | 1952 | nam | | | | | năm Nhâm Thìn
        """,
        left=("1 title",),
        waiting=("4 Nông Thị Chanh which 1933 1945 1957 1969",),
        ending="txt",
    ),
    "put_right_below_by_names": Case(
        lambda path: written(
            path,
            "Em ơi danh sách nhóm mình nè\n"
            "Cù Thị Mận 1950, 0300 000 101\n"
            "Giang Văn Ổi 1957\n"
            "Nông Thị Chanh 1955, 0300 000 103\n"
            "La Văn Quýt 1949, tổ 3\n"
            "Lữ Thị Hai 1942, 0300 000 105\n"
            "Đèo Thị Me 1953, 0300 000 106\n"
            "À quên, bà Hai mất hồi tháng rồi, bỏ bả ra nha em.\n"
            "Số bà Chanh số cuối là 9 không phải 3: 0300 000 109\n"
            "ông Ổi 1951 chứ không phải 1957\n"
            "đổi số bà Mận: 0300 000 110\n"
            "Tên bà Me viết sai, Đèo Thị Mè mới đúng\n"
            "ông Quýt ở tổ 4 chứ không phải tổ 3\n"
            "Còn thiếu ông Mã Văn Dâu 1946, nhà đối diện bà Hai, chưa có số.",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 110 | | | | đổi số bà Mận: 0300 000 110
        Giang Văn Ổi | 1951
        Nông Thị Chanh | 1955 | | 0300 000 109
        La Văn Quýt | 1949 | | | tổ 4 | | | ông Quýt ở tổ 4 chứ không phải tổ 3
        Đèo Thị Mè | 1953 | | 0300 000 106 | | | | Tên bà Me viết sai, Đèo Thị Mè mới đúng
        Mã Văn Dâu | 1946 | nam | | | | | nhà đối diện bà Hai, chưa có số
        """,
        left=("1 other", "8 other", "9 other", "10 other", "11 other", "12 other", "13 other"),
        waiting=("6 Lữ Thị Hai gone",),
        remarks=("2 elsewhere", "3 elsewhere", "4 elsewhere", "5 elsewhere", "7 elsewhere"),
        ending="txt",
    ),
    "put_right_by_who_sent_it": Case(
        lambda path: written(
            path,
            "[19:02] Tư Trưởng: Ai vô nhóm thì ghi tên, năm sinh, số đt nha\n"
            "[19:05] Hoa Cù: em đăng ký, Cù Thị Hoa 1955, 0300 000 101\n"
            "[19:06] Ben Giang: cho má tui vô nha, má tên NÔNG THỊ CHANH 1948, không có đt\n"
            "[19:10] Bảy Quýt: La Văn Quýt 1951 0300000103\n"
            "[19:11] Dũng Lữ: Lữ Văn Dũng, sn 1957, 0300 000 104\n"
            "[19:22] Ngọc Trâm: dạ bà ngoại em Cao Thị Nhiễu sinh 1944, ông ngoại Đỗ Văn Hoằng sinh 1942\n"
            "[20:11] Dũng Lữ: thôi anh Tư cho tôi rút tên, mắc đi làm\n"
            "[20:13] Ben Giang: cho tui đính chính má tui sinh 1946\n"
            "[20:14] Bảy Quýt: em đưa nhầm số, số đúng 0300 000 109\n"
            "[20:22] Ngọc Trâm: ông ngoại em không tham gia nữa\n"
            "[20:30] Tư Trưởng: ok chốt danh sách nghe, tôi chỉ ghi giùm chứ không vô nhóm này",
        ),
        """
        Cù Thị Hoa | 1955 | | 0300 000 101
        Nông Thị Chanh | 1946 | nữ | | | | | không có đt, cho tui đính chính má tui sinh 1946
        La Văn Quýt | 1951 | | 0300 000 109 | | | | em đưa nhầm số, số đúng 0300 000 109
        Cao Thị Nhiễu | 1944 | nữ
        """,
        left=(
            "1 other",
            "5 left",
            "7 other",
            "8 other",
            "9 other",
            "10 other",
            "11 other",
            "12 left",
        ),
        ending="txt",
    ),
    "in_one_breath_by_sexes_and_lanes": Case(
        lambda path: written(
            path,
            "Hẻm 3: các bà Cù Thị Mận 1950, La Quýt 1955 chưa có số; hẻm 5: ông Giang Văn Ổi 1951 và bà Nông Thị Chanh 1952 (0300000103), hẻm 7: ông Lữ Hai 1953",
        ),
        """
        Cù Thị Mận | 1950 | nữ | | Hẻm 3
        La Quýt | 1955 | nữ | | Hẻm 3 | | | chưa có số
        Giang Văn Ổi | 1951 | nam | | hẻm 5
        Nông Thị Chanh | 1952 | nữ | 0300 000 103 | hẻm 5
        Lữ Hai | 1953 | nam | | hẻm 7
        """,
        ending="txt",
    ),
    "two_put_right_in_one_line": Case(
        lambda path: written(
            path,
            "Cù Thị Mận 1950 0300000101\n"
            "Giang Văn Ổi 1951 0300000102\n"
            "Nông Thị Chanh 1952 0300000103\n"
            "ông Ổi với bà Chanh ghi lộn số của nhau\n"
            "năm sinh bà Mận với bà Chanh cũng lộn: bà Mận 1952, bà Chanh 1950\n"
            "số bà Mận: 0300000109",
        ),
        """
        Cù Thị Mận | 1952 | | 0300 000 101
        Giang Văn Ổi | 1951 | | 0300 000 102 | | | | ông Ổi với bà Chanh ghi lộn số của nhau
        Nông Thị Chanh | 1950 | | 0300 000 103 | | | | ông Ổi với bà Chanh ghi lộn số của nhau
        """,
        left=("4 other", "5 other", "6 other"),
        remarks=("1 elsewhere", "1 differs", "3 elsewhere"),
        ending="txt",
    ),
    "said_below_and_putting_nothing_right": Case(
        lambda path: written(
            path,
            "Danh sách nhóm\n"
            "Cù Thị Mận 1950 0300000101\n"
            "Giang Văn Ổi 1951 0300000102\n"
            "có gì sai gọi bà Mận 0300 000 150 nha\n"
            "ông Ổi nói năm 1975 ổng mới dọn về đây chứ không phải 1980\n"
            "số mới của con ông Ổi là 0300000188",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101
        Giang Văn Ổi | 1951 | | 0300 000 102 | | | | số mới của con ông Ổi là 0300000188
        """,
        left=("1 title", "4 other", "5 other", "6 other"),
        remarks=("2 differs",),
        ending="txt",
    ),
    "a_mothers_year_of_the_papers": Case(
        lambda path: written(
            path,
            "[10:01, 3/12/2026] Hồng Gấm: Chị ơi em đăng ký cho má em Cù Thị Mận 1949\n"
            "[10:02, 3/12/2026] Hồng Gấm: sđt 0300 000 101\n"
            "[10:05, 3/12/2026] Tư Ếch: cho tui với, Giang Văn Ổi, sn 57, 0300 000 102\n"
            "[10:07, 3/12/2026] Hồng Gấm: à má em 1947 nha chị, giấy ghi 49 mà thiệt là 47",
        ),
        """
        Cù Thị Mận | 1947 | nữ | 0300 000 101 | | | | à má em 1947 nha chị, giấy ghi 49 mà thiệt là 47
        Giang Văn Ổi | 1957 | | 0300 000 102
        """,
        left=("4 other",),
        ending="txt",
    ),
}
