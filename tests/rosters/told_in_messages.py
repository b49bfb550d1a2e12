"""Chats that were copied and lists that were spoken to a telephone: what each makes of its people."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written

IN_MESSAGES: dict[str, Case] = {
    "chat_zalo_time_only": Case(
        lambda path: written(path, (
            "[08:15] Cô Lan: Bà con gửi tên vô đây nha\n"
            "[08:16] Hồng Đào: Trần Thị Đào 1951 tổ 2 0300 111 201\n"
            "[08:17] Chú Bảy: ba tam 1950 to 3\n"
            "[08:20] Chú Bảy: nguyen van bay 1948 to 3 0300 111 202\n"
            "[08:22] Hồng Đào: em ghi lộn, sinh 1952 nha\n"
            "[08:30] Cô Lan: cô Đào thôi nghe, cổ nói không vô nữa"
        )),
        """
        Nguyen Van Bay | 1948 |  | 0300 111 202 | to 3
        """,
        left=("1 other", "5 other", "6 other",),
        waiting=("2 Trần Thị Đào gone", "3 Ba Tam nickname",),
        ending="txt",
    ),
    "chat_messenger_heads": Case(
        lambda path: written(path, (
            "Lan, 12/11/2026 8:15 CH\n"
            "Lê Thị Bé 1949 tổ 1 đt 0300 111 203\n"
            "Lan, 12/11/2026 8:16 CH\n"
            "Phạm Văn Cội, sn 1946, không có đt\n"
            "Hùng Trần, 12/11/2026 8:20 CH\n"
            "má con là Đỗ Thị Sương sinh năm 1955 số 0300 111 204"
        )),
        """
        Lê Thị Bé | 1949 |  | 0300 111 203 | tổ 1
        Phạm Văn Cội | 1946 |  |  |  |  |  | không có đt
        Đỗ Thị Sương | 1955 | nữ | 0300 111 204
        """,
        ending="txt",
    ),
    "chat_whatsapp_android": Case(
        lambda path: written(path, (
            "12/11/2026, 08:15 - Tám Lúa: danh sách tổ 4 nè\n"
            "12/11/2026, 08:16 - Tám Lúa: Hồ Văn Lúa 1947 0300 111 205\n"
            "12/11/2026, 08:17 - Tám Lúa: Hồ Thị Mạ 1952 0300 111 206\n"
            "12/11/2026, 08:40 - Út Nhí: rút tên bà Mạ giùm, bả theo con rồi"
        )),
        """
        Hồ Văn Lúa | 1947 |  | 0300 111 205 | tổ 4
        """,
        left=("1 title", "3 left", "4 other",),
        ending="txt",
    ),
    "chat_whatsapp_ios": Case(
        lambda path: written(path, (
            "[12/11/26, 08:15:30] Thầy Minh: Tôi Bùi Quang Minh, 1950, 0300.111.207\n"
            "[12/11/26, 08:16:02] Thầy Minh: vợ tôi Ngô Thị Hạnh 1953\n"
            "[12/11/26, 08:18:44] Thầy Minh: số của vợ là 0300.111.208\n"
            "[12/11/26, 09:01:10] Dì Sáu: Võ Thị Sáu 1944 k có đt"
        )),
        """
        Bùi Quang Minh | 1950 |  | 0300 111 207
        Ngô Thị Hạnh | 1953 | nữ |  |  |  | số của vợ là 0300.111.208
        Võ Thị Sáu | 1944 |  |  |  |  |  | k có đt
        """,
        left=("3 other",),
        ending="txt",
    ),
    "chat_telegram": Case(
        lambda path: written(path, (
            "Kim Chi, [12.11.2026 08:15]\n"
            "Dương Thị Kim Chi 1957 0300 111 209\n"
            "\n"
            "Ông Mười, [12.11.2026 08:17]\n"
            "dang van muoi 1943 to 6\n"
            "\n"
            "Kim Chi, [12.11.2026 08:19]\n"
            "sửa giùm: Dương Thị Kim Chi sinh 1956 mới đúng"
        )),
        """
        Dương Thị Kim Chi | 1956 |  | 0300 111 209 |  |  |  | mới đúng
        Dang Van Muoi | 1943 |  |  | to 6
        """,
        left=("8 other",),
        ending="txt",
    ),
    "chat_name_time_line": Case(
        lambda path: written(path, (
            "Thu Hà 08:15\n"
            "Cao Thị Nở 1950 tổ 5 0300 111 210\n"
            "Ba Gà 08:21\n"
            "Mai Văn Gà 1945 tổ 5\n"
            "Thu Hà 08:25\n"
            "cô Nở số mới 0300 111 211, bỏ số kia\n"
            "Thu Hà 08:26\n"
            "👍"
        )),
        """
        Cao Thị Nở | 1950 |  | 0300 111 211 | tổ 5
        Mai Văn Gà | 1945 |  |  | tổ 5
        """,
        left=("6 other", "8 other",),
        remarks=("2 elsewhere",),
        ending="txt",
    ),
    "chat_time_first": Case(
        lambda path: written(path, (
            "8h15 Chị Tư: nguyễn thị tư 1959 tổ 1 0300 111 212\n"
            "8h17 Hai Lúa: trần văn hai sinh 1941, tổ 1\n"
            "8h19 Chị Tư: thêm lê thị thắm 1963 số 0300 111 213\n"
            "8h30 Hai Lúa: bác Thắm mất năm ngoái rồi mà?"
        )),
        """
        Nguyễn Thị Tư | 1959 |  | 0300 111 212 | tổ 1
        Trần Văn Hai | 1941 |  |  | tổ 1
        """,
        left=("4 other",),
        waiting=("3 Lê Thị Thắm gone",),
        ending="txt",
    ),
    "chat_brackets_after": Case(
        lambda path: written(path, (
            "Ngọc (08:15): Phan Thị Ngọc 1961, 0300 111 214\n"
            "Ngọc (08:15): má chồng em: Tô Thị Lượm 1939\n"
            "Sang (09:00): em đăng ký cho ông nội Huỳnh Văn Rô 1936 tổ 2\n"
            "Sang (09:02): ghi nhầm tổ, tổ 3 mới đúng"
        )),
        """
        Phan Thị Ngọc | 1961 |  | 0300 111 214
        Tô Thị Lượm | 1939 | nữ
        Huỳnh Văn Rô | 1936 | nam |  | tổ 3 |  |  | ghi nhầm tổ, tổ 3 mới đúng
        """,
        left=("4 other",),
        ending="txt",
    ),
    "chat_several_lines": Case(
        lambda path: written(path, (
            "[08:15, 12/11/2026] Năm Cần: Tổ 7 gồm:\n"
            "Lý Thị Cần 1948 0300 111 215\n"
            "Lý Văn Mẫn 1950\n"
            "Tạ Thị Chuyên 1955 0300 111 216\n"
            "[08:20, 12/11/2026] Bé Ba: dạ em nhận\n"
            "[08:22, 12/11/2026] Năm Cần: bỏ tên ông Mẫn ra, ổng không tham gia"
        )),
        """
        Lý Thị Cần | 1948 | | 0300 111 215 | Tổ 7
        Tạ Thị Chuyên | 1955 | | 0300 111 216 | Tổ 7
        """,
        left=("1 other", "3 left", "5 other", "6 other",),
        ending="txt",
    ),
    "chat_messenger_sent": Case(
        lambda path: written(path, (
            "Bạn đã gửi\n"
            "Chị ơi gửi em danh sách tổ 8\n"
            "12 thg 11, 2026, 8:15 CH\n"
            "Nguyễn Phượng\n"
            "trịnh thị phượng 1960 0300 111 217\n"
            "12 thg 11, 2026, 8:17 CH\n"
            "Nguyễn Phượng\n"
            "trịnh văn long 1958 chồng em\n"
            "12 thg 11, 2026, 8:18 CH"
        )),
        """
        Trịnh Thị Phượng | 1960 |  | 0300 111 217
        Trịnh Văn Long | 1958 |  |  |  |  |  | chồng em
        """,
        left=("2 title",),
        ending="txt",
    ),
    "spoken_ordinals": Case(
        lambda path: written(path, (
            "người thứ nhất bà lê thị hoa sinh năm một chín năm mươi tổ hai điện thoại không ba không không một một "
            "một hai không một người thứ hai ông trần văn tám sinh năm một chín bốn chín tổ hai không có điện thoại "
            "người thứ ba bà phạm thị nết sinh năm năm ba tổ một"
        )),
        """
        Lê Thị Hoa | 1950 | nữ | 0300 111 201 | tổ 2
        Trần Văn Tám | 1949 | nam |  | tổ 2 |  |  | không có điện thoại
        Phạm Thị Nết | 1953 | nữ |  | tổ 1
        """,
        ending="txt",
    ),
    "spoken_points": Case(
        lambda path: written(path, (
            "bà nguyễn thị sen một chín bốn bảy chấm ông đỗ văn bền một chín bốn sáu số không ba không không một một "
            "một hai không hai chấm bà huỳnh thị liễu một chín năm lăm chấm hết"
        )),
        """
        Nguyễn Thị Sen | 1947 | nữ
        Đỗ Văn Bền | 1946 | nam | 0300 111 202
        Huỳnh Thị Liễu | 1955 | nữ
        """,
        left=("4 other",),
        ending="txt",
    ),
    "spoken_thousand": Case(
        lambda path: written(path, (
            "số một bà võ thị lan sinh năm một ngàn chín trăm năm mươi hai ở tổ ba số hai ông võ văn lành sinh năm "
            "một nghìn chín trăm bốn mươi lăm ở tổ ba số điện thoại không ba trăm một một một hai không ba"
        )),
        """
        Võ Thị Lan | 1952 | nữ |  | tổ 3
        Võ Văn Lành | 1945 | nam | 0300 111 203 | tổ 3
        """,
        ending="txt",
    ),
    "spoken_corrected": Case(
        lambda path: written(path, (
            "người thứ nhất bà cao thị tư à không cao thị từ sinh năm một chín bốn tám à không bốn chín người thứ hai "
            "ông bùi văn chót sinh năm một chín ba chín tổ bốn"
        )),
        """
        Cao Thị Từ | 1949 | nữ
        Bùi Văn Chót | 1939 | nam |  | tổ 4
        """,
        ending="txt",
    ),
    "spoken_dropped": Case(
        lambda path: written(path, (
            "người thứ nhất ông phan văn khá sinh năm một chín năm mốt người thứ hai bà đào thị quý thôi bỏ bà quý ra "
            "bả dọn đi rồi người thứ hai là bà tạ thị ơn sinh năm một chín năm bốn số không ba không không một một "
            "một hai không năm"
        )),
        """
        Phan Văn Khá | 1951 | nam
        Tạ Thị Ơn | 1954 | nữ | 0300 111 205
        """,
        left=("2 other",),
        ending="txt",
    ),
    "spoken_days": Case(
        lambda path: written(path, (
            "người thứ nhất bà hồ thị ngân sinh ngày hai mươi tháng mười năm một chín năm bảy người thứ hai ông hồ "
            "văn sông sinh ngày mùng hai tháng chín năm một chín bốn lăm"
        )),
        """
        Hồ Thị Ngân | 20/10/1957 | nữ
        Hồ Văn Sông | 02/09/1945 | nam
        """,
        ending="txt",
    ),
    "spoken_no_accents": Case(
        lambda path: written(path, (
            "nguoi thu nhat ba nguyen thi nhan sinh nam mot chin bon tam to mot nguoi thu hai ong le van dung sinh "
            "nam mot chin nam mot to hai dien thoai khong ba khong khong mot mot mot hai khong bay"
        )),
        """
        Nguyen Thi Nhan | 1948 | nữ |  | to 1
        Le Van Dung | 1951 | nam | 0300 111 207 | to 2
        """,
        ending="txt",
    ),
    "spoken_capitals_only_names": Case(
        lambda path: written(path, (
            "Bà Tô Thị Na sinh năm một chín bốn ba, tổ sáu. Ông Mạc Văn Thu sinh năm một chín bốn hai, tổ sáu, điện "
            "thoại không ba không không một một một hai không tám. Bà Kiều Thị Oanh sinh năm hai ngàn lẻ hai, tình "
            "nguyện viên."
        )),
        """
        Tô Thị Na | 1943 | nữ |  | tổ 6
        Mạc Văn Thu | 1942 | nam | 0300 111 208 | tổ 6
        Kiều Thị Oanh | 2002 | nữ |  |  |  |  | tình nguyện viên
        """,
        ending="txt",
    ),
    "chat_of_two_groups": Case(
        lambda path: written(path, (
            "[08:15] Năm: Tổ 7:\n"
            "[08:15] Năm: Lê Thị Na 1950\n"
            "[08:16] Năm: Lê Văn Mít 1947, hẻm 3\n"
            "[08:18] Hoa: Tô Thị Bé 1948\n"
            "[08:19] Năm: Tô Thị Út 1949\n"
            "[08:20] Sáu: Tổ 8 có Đỗ Thị Bơ 1953, Đỗ Văn Cam 1950\n"
            "[08:21] Sáu: tổ 8 có ai nữa không"
        )),
        """
        Lê Thị Na | 1950 | | | Tổ 7
        Lê Văn Mít | 1947 | | | hẻm 3, tổ 7
        Tô Thị Bé | 1948
        Tô Thị Út | 1949
        Đỗ Thị Bơ | 1953 | | | Tổ 8
        Đỗ Văn Cam | 1950 | | | Tổ 8
        """,
        left=("1 other", "7 other"),
        ending="txt",
    ),
    "chat_which_year": Case(
        lambda path: written(path, (
            "[08:15] Lan: Bùi Thị Na 1950 tổ 1\n"
            "[08:16] Cô Sáu: Bùi Thị Na 1950 hay 1951 vậy?\n"
            "[08:17] Lan: 1951 nha cô\n"
            "[08:18] Lan: Đặng Thị Cúc 1952 hay 1953 không rõ"
        )),
        """
        Bùi Thị Na | 1951 | | | tổ 1 | | | vậy?, 1951 nha cô
        """,
        left=("2 other", "3 other"),
        waiting=("4 Đặng Thị Cúc which 1952 1953",),
        ending="txt",
    ),
    "chat_of_zalo_on_a_computer": Case(
        lambda path: written(path, (
            "Lan Nguyễn 8:15 AM\n"
            "Trần Thị Ngọ 1951 tổ 2\n"
            "và chồng Lê Văn Mùi 1949\n"
            "Tám Rồng 9:02 AM\n"
            "thêm tui Hồ Văn Tám, sn 1950, 0300 111 202"
        )),
        """
        Trần Thị Ngọ | 1951 | | | tổ 2
        Lê Văn Mùi | 1949 | nam
        Hồ Văn Tám | 1950 | | 0300 111 202
        """,
        ending="txt",
    ),
    "spoken_ages_and_years_the_other_way_round": Case(
        lambda path: written(path, (
            "bà cao thị lan năm sinh một chín bốn tám kế đó ông cao văn huệ năm sinh một chín bốn sáu "
            "người thứ ba bà lê thị ba bảy mươi lăm tuổi tổ một"
        )),
        """
        Cao Thị Lan | 1948 | nữ
        Cao Văn Huệ | 1946 | nam
        Lê Thị Ba | ~1951 | nữ | | tổ 1
        """,
        remarks=("3 about",),
        ending="txt",
    ),
    "spoken_of_somebody_who_died": Case(
        lambda path: written(path, (
            "bà phan thị tư sinh năm một chín ba tám mất rồi ông phan văn năm sinh năm một chín bốn mươi tổ sáu "
            "kế tiếp bà tô thị na sinh năm một chín bốn hai"
        )),
        """
        Tô Thị Na | 1942 | nữ
        Phan Văn Năm | 1940 | nam | | tổ 6
        """,
        left=("1 deceased",),
        ending="txt",
    ),
    "answers_to_a_form_with_times_and_years_in_words": Case(
        lambda path: written(path, (
            "Dấu thời gian,Họ và tên,Năm sinh,Người thân,Ghi chú\n"
            "12/11/2026 8:00:00,Nguyễn Thị Hoa,1950,con: Lê Văn Hùng 0300 111 201,má sinh năm bốn lăm\n"
            "12/11/2026 8:01:00,Lê Văn Ba,1948,con: Lê Thị Lan 0300 111 202,ba sinh năm bốn hai\n"
        )),
        """
        Nguyễn Thị Hoa | 1950 | | | | | con: Lê Văn Hùng 0300 111 201 | má sinh năm bốn lăm
        Lê Văn Ba | 1948 | | | | | con: Lê Thị Lan 0300 111 202 | ba sinh năm bốn hai
        """,
        ending="csv",
    ),
    "chat_without_times": Case(
        lambda path: written(path, (
            "Cô Lan: Bà con gửi tên vô đây nha\n"
            "Hồng Đào: Trần Thị Đào, 1951, tổ 2, 0300 111 201\n"
            "Chú Bảy: nguyen van bay 1948 to 3 0300 111 202\n"
            "Hồng Đào: em ghi lộn, sinh 1952 nha\n"
            "Cô Lan: Nguyễn Thị Hoa\n"
            "Cô Lan: 1950\n"
            "Cô Lan: số cổ 0300 111 203\n"
            "Hồng Đào: thêm bà Lê Thị Tư nữa"
        )),
        """
        Trần Thị Đào | 1952 |  | 0300 111 201 | tổ 2 |  |  | em ghi lộn, sinh 1952 nha
        Nguyen Van Bay | 1948 |  | 0300 111 202 | to 3
        Nguyễn Thị Hoa | 1950 |  | 0300 111 203 |  |  |  | số cổ
        """,
        left=("1 other", "4 other"),
        waiting=("8 Lê Thị Tư unlike",),
        ending="txt",
    ),
    "chat_senders_above": Case(
        lambda path: written(path, (
            "Lan\nNguyễn Thị Hoa 1950 tổ 1 0300 111 201\nHùng Trần\nem đăng ký cho má em Trần Thị Bưởi sinh 1947 tổ 2\n"
            "Lan\nthêm Lê Văn Ba 1948\nok\nHùng Trần\nđổi lại 1946 nha"
        )),
        """
        Nguyễn Thị Hoa | 1950 |  | 0300 111 201 | tổ 1
        Trần Thị Bưởi | 1946 | nữ |  | tổ 2 |  |  | đổi lại 1946 nha
        Lê Văn Ba | 1948
        """,
        left=("7 other", "9 other"),
        ending="txt",
    ),
    "told_over_several_lines": Case(
        lambda path: written(path, (
            "Nguyễn Thị Hoa\n1950\n0300 111 201\ntổ 1\nTrần Văn Ba 1948\ntổ 2, số 0300 111 202\n"
            "Lê Thị Tư\nSinh năm: 1944\nĐịa chỉ: tổ 3\nthêm ông Mai Văn Sáu 1939 tổ 3\nà chị Hoa sinh 1951 mới đúng"
        )),
        """
        Nguyễn Thị Hoa | 1951 |  | 0300 111 201 | tổ 1 |  |  | à chị Hoa sinh 1951 mới đúng
        Trần Văn Ba | 1948 |  | 0300 111 202 | tổ 2
        Lê Thị Tư | 1944 |  |  | tổ 3
        Mai Văn Sáu | 1939 | nam |  | tổ 3
        """,
        left=("11 other",),
        ending="txt",
    ),
    "numbers_above_names_are_nobodys": Case(
        lambda path: written(path, "0300 111 201\nNguyễn Thị Hoa 1950\n0300 111 202\nTrần Văn Ba 1948"),
        """
        Nguyễn Thị Hoa | 1950
        Trần Văn Ba | 1948
        """,
        left=("1 other", "3 other"),
        ending="txt",
    ),
    "a_line_is_put_right_by_its_number": Case(
        lambda path: written(path, (
            "1. Nguyễn Thị Hoa 1950 tổ 1\n2. Trần Văn Ba 1948 tổ 1\n3. Lê Thị Tư 1944 tổ 2\n"
            "à số 2 sinh 1949 mới đúng"
        )),
        """
        Nguyễn Thị Hoa | 1950 |  |  | tổ 1
        Trần Văn Ba | 1949 |  |  | tổ 1 |  |  | à số 2 sinh 1949 mới đúng
        Lê Thị Tư | 1944 |  |  | tổ 2
        """,
        left=("4 other",),
        ending="txt",
    ),
    "a_place_or_a_post_before_each_line": Case(
        lambda path: written(path, (
            "Tổ 1: Nguyễn Thị Hoa 1950, Trần Văn Ba 1948\nTổ 2: Lê Thị Tư 1944\n"
            "Thủ quỹ: Mai Văn Sáu, 1939\n"
        )),
        """
        Nguyễn Thị Hoa | 1950 |  |  | Tổ 1
        Lê Thị Tư | 1944 |  |  | Tổ 2
        Mai Văn Sáu | 1939
        Trần Văn Ba | 1948 |  |  | Tổ 1
        """,
        ending="txt",
    ),
    "a_number_told_behind_the_last_one_is_another_ones": Case(
        lambda path: written(path, (
            "Tổ 3 có bà Nguyễn Thị Hoa 1950, ông Trần Văn Ba 1948, bà Lê Thị Tư sinh 1944 và ông Mai Văn Sáu (1939). "
            "Bà Tư không có điện thoại, số ông Ba là 0300111202."
        )),
        """
        Nguyễn Thị Hoa | 1950 | nữ | | Tổ 3
        Trần Văn Ba | 1948 | nam | 0300 111 202 | Tổ 3
        Lê Thị Tư | 1944 | nữ | | Tổ 3
        Mai Văn Sáu | 1939 | nam | | Tổ 3
        """,
        left=("5 other",),
        remarks=("2 elsewhere",),
        ending="txt",
    ),
    "births_each_in_other_words": Case(
        lambda path: written(path, (
            "Nguyễn Thị Hoa, sinh ngày 12/3/1950\nTrần Văn Ba, 5-6-48\nLê Thị Tư, 1944-05-06\nMai Văn Sáu, tháng 5 năm 1939\n"
            "Võ Thị Bé, tuổi Dần"
        )),
        """
        Nguyễn Thị Hoa | 12/03/1950
        Trần Văn Ba | 05/06/1948
        Lê Thị Tư | 06/05/1944
        Mai Văn Sáu | 1939
        """,
        waiting=("5 Võ Thị Bé which 1938 1950 1962 1974",),
        ending="txt",
    ),
}  # fmt: skip
