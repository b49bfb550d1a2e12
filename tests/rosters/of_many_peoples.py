"""Lists of places told in other words, of names of many peoples, of houses: in the same form."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, written, xlsx

MANY_PEOPLES: dict[str, Case] = {
    "homes_under_heads_of_several_kinds": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Tuổi (năm sinh)", "Buôn/Bon"],
                ["Cù Thị Mận", "76 (1950)", "buôn Ea Nao"],
                ["Giang Văn Ổi", "75 (1951)", "bon Pi Nao"],
                ["Nông Thị Chanh", "74 (1942)", "buôn Ea Nao"],
            ],
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
            [
                ["Họ và tên", "Năm sinh", "Gia đình đang sống ở đâu?", "Bác đồng ý tham gia chứ?"],
                ["Cù Thị Mận", 1950, "Số 4 hẻm 3", "Đồng ý"],
                ["Giang Văn Ổi", 1951, "T. 4", "Còn suy nghĩ"],
                ["Nông Thị Chanh", 1952, "nhà thờ cũ", "Có"],
                ["La Văn Quýt", 1953, "T. 6", "Không"],
            ],
        ),
        """
        Cù Thị Mận | 1950 | | | Số 4 hẻm 3
        Nông Thị Chanh | 1952 | | | nhà thờ cũ
        """,
        left=("5 refused",),
        waiting=("3 Giang Văn Ổi waiting",),
        ending="csv",
    ),
    "homes_under_a_head_that_nobody_knows": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "Vị trí"],
                ["Cù Thị Mận", 1950, "12/3 Trần Hưng Đạo, KP Hải Tân"],
                ["Giang Văn Ổi", 1951, "7B Nguyễn Huệ"],
                ["Nông Thị Chanh", 1952, "sau chợ, tổ 3"],
            ],
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
            [
                ["Họ tên", "Năm sinh", "Nhà số", "Tên đường", "Thuộc ấp", "Số tổ"],
                ["Cù Thị Mận", 1950, 12, "Lê Lai", "Hải Tân", 3],
                ["Giang Văn Ổi", 1951, "7B", "Lê Lai", "Bà Côi", 4],
            ],
        ),
        """
        Cù Thị Mận | 1950 | | | 12, đường Lê Lai, ấp Hải Tân, tổ 3
        Giang Văn Ổi | 1951 | | | 7B, đường Lê Lai, ấp Bà Côi, tổ 4
        """,
    ),
    "who_says_no_in_a_note": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "Ghi chú"],
                ["Cù Thị Mận", 1950, "ko chịu vô hội"],
                ["Giang Văn Ổi", 1951, "từ chối tham gia vì bận"],
                ["Nông Thị Chanh", 1952, "không muốn tham gia đội múa"],
                ["La Văn Quýt", 1953, "con không đồng ý cho ông tham gia"],
                ["Lữ Thị Hai", 1954, "không đồng ý chụp hình"],
                ["Mã Thị Dâu", 1955, "để suy nghĩ thêm"],
            ],
        ),
        """
        Nông Thị Chanh | 1952 | | | | | | không muốn tham gia đội múa
        Lữ Thị Hai | 1954 | | | | | | không đồng ý chụp hình
        """,
        left=("2 refused", "3 refused"),
        waiting=("5 La Văn Quýt gone", "7 Mã Thị Dâu waiting"),
    ),
    "years_shown_as_days_of_1905": Case(
        lambda path: text(
            path,
            [
                ["Họ tên", "Ngày sinh"],
                ["Cù Thị Mận", "03/05/1905"],
                ["Giang Văn Ổi", "1905-05-10"],
                ["Nông Thị Chanh", "10/10/1905"],
            ],
        ),
        "",
        waiting=("2 Cù Thị Mận which 1950", "3 Giang Văn Ổi which 1957", "4 Nông Thị Chanh unread"),
        ending="csv",
    ),
    "names_of_several_peoples_by_dashes": Case(
        lambda path: written(
            path,
            "bà con tổ mình:\n1) Abdul Karim – nam – 1950 – 0300000101\n2) Từ Công Phụng – nam – 1951 – 0300000102\n"
            "3) H'Nhiên – nữ – 1952\n4) Chế Thị Lan – nữ – 1953 – 0300000104\n5) Chamaléa Châu – nam – 1954\n"
            "6) Thổ Nhơn – nam – 1955",
        ),
        """
        Abdul Karim | 1950 | nam | 0300 000 101
        Từ Công Phụng | 1951 | nam | 0300 000 102
        H'Nhiên | 1952 | nữ
        Chế Thị Lan | 1953 | nữ | 0300 000 104
        Chamaléa Châu | 1954 | nam
        Thổ Nhơn | 1955 | nam
        """,
        left=("1 other",),
        ending="txt",
    ),
    "names_of_a_people_that_nobody_knows": Case(
        lambda path: text(
            path,
            [
                ["Bờ Nah Rich", 1950, "0300000101"],
                ["Plong Thiêng", 1951, "0300000102"],
                ["Drong Mơi", 1952, None],
                ["Grin Pơ Yang", 1953, "0300000104"],
            ],
        ),
        """
        Bờ Nah Rich | 1950 | | 0300 000 101
        Plong Thiêng | 1951 | | 0300 000 102
        Drong Mơi | 1952
        Grin Pơ Yang | 1953 | | 0300 000 104
        """,
        ending="csv",
    ),
    "family_names_that_are_forms_of_address": Case(
        lambda path: written(
            path,
            "Chị ghi giùm em:\n01/ Ông Thị Vân / 1944 / Nữ / tổ 2, ấp Láng / 0300000101 hoặc 0300000111\n"
            "02/ Ông Văn Vân / 1945 / Nam / tổ 3, ấp Láng / không có điện thoại\n"
            "03/ ông Văn Công Hùng / 1946 / Nam / tổ 3, ấp Láng / 0300000103",
        ),
        """
        Ông Thị Vân | 1944 | nữ | 0300 000 101 | tổ 2, ấp Láng | | | 0300000111
        Ông Văn Vân | 1945 | nam | | tổ 3, ấp Láng
        Ông Văn Công Hùng | 1946 | nam | 0300 000 103 | tổ 3, ấp Láng
        """,
        left=("1 other",),
        ending="txt",
    ),
    "a_khmer_name_that_vni_would_change": Case(
        lambda path: text(
            path,
            [
                ["Họ tên", "Năm sinh", "Địa chỉ"],
                ["Neáng Thu", 1950, "phum Đồng"],
                ["Thạch Sương", 1951, "phum Đồng"],
                ["Chau Kim Sến", 1952, "phum Đồng"],
            ],
        ),
        """
        Neáng Thu | 1950 | | | phum Đồng
        Thạch Sương | 1951 | | | phum Đồng
        Chau Kim Sến | 1952 | | | phum Đồng
        """,
        ending="csv",
    ),
    "places_and_phones_before_years": Case(
        lambda path: written(
            path,
            "1. cu thi man 1950 to 1 0300000101\n2.giang van oi to 3 sn 1951 dt 0300000102\n3. nong thi chanh o ap 2 sinh 1952\n"
            "4. la van quyt to 4 ap lang, 1953, 0300 000 104\n5.lu thi hai 0300000105 1954 to 2",
        ),
        """
        Cu Thi Man | 1950 | | 0300 000 101 | to 1
        Giang Van Oi | 1951 | | 0300 000 102 | to 3
        Nong Thi Chanh | 1952 | | | ap 2
        La Van Quyt | 1953 | | 0300 000 104 | to 4 ap lang
        Lu Thi Hai | 1954 | | 0300 000 105 | to 2
        """,
        ending="txt",
    ),
    "words_below_of_where_all_live": Case(
        lambda path: written(
            path,
            "em gửi mấy cô tập múa nha\nCù Thị Mận 76 tuổi 0300000101\nNông Thị Chanh 1952 tổ 4\nLữ Thị Hai 1954 ấp Bà Côi\n"
            "mấy cô này đều ở ấp Hải Tân hết trơn nha chị\nMã Thị Dâu 1955\nai cũng ở tổ 5 không?",
        ),
        """
        Cù Thị Mận | ~1950 | | 0300 000 101 | ấp Hải Tân
        Nông Thị Chanh | 1952 | | | tổ 4, ấp Hải Tân
        Lữ Thị Hai | 1954 | | | ấp Bà Côi
        Mã Thị Dâu | 1955
        """,
        left=("1 title", "5 other", "7 other"), remarks=("2 about",), ending="txt",
    ),
    "places_in_the_first_words_of_messages": Case(
        lambda path: written(
            path,
            "[18:10, 14/11/2026] Cô Lan: ghi giùm chị tổ 2\nCù Thị Mận 1950\nGiang Văn Ổi 1951 tổ 9\n"
            "[18:12, 14/11/2026] Em Ngân: dạ\n[18:17, 14/11/2026] Chú Năm: ấp Bà Côi bên chú mới có vầy\nNông Thị Chanh 1952\n"
            "[18:20, 14/11/2026] Cô Lan: mai họp ở tổ 3 nha\nLa Văn Quýt 1953",
        ),
        """
        Cù Thị Mận | 1950 | | | tổ 2
        Giang Văn Ổi | 1951 | | | tổ 9
        Nông Thị Chanh | 1952 | | | ấp Bà Côi
        La Văn Quýt | 1953
        """,
        left=("1 other", "4 other", "5 other", "7 other"), ending="txt",
    ),
    "keys_left_in_the_words_of_places": Case(
        lambda path: written(
            path,
            "1) Nguyeenx Thij Mais - 1950 - toor 1 - 0300000101\n2) Traanf Vawn Gif - 1951 - aaps Bawngf - 0300000102\n"
            "3) Leej Thij Lan - 1952 - nhaf 3 - 0300000103\n4) Hồ Thị Năm - 1953 - tổ 4 - 0300000104",
        ),
        """
        Nguyễn Thị Mái | 1950 | | 0300 000 101 | tổ 1
        Trần Văn Gì | 1951 | | 0300 000 102 | ấp Bằng
        Lệ Thị Lan | 1952 | | 0300 000 103 | nhà 3
        Hồ Thị Năm | 1953 | | 0300 000 104 | tổ 4
        """,
        ending="txt",
    ),
    "houses_that_are_counted": Case(
        lambda path: written(
            path,
            "Em gửi từng hộ\nHộ 1: ông Cù Văn Mận (1950) và bà Nông Thị Chanh (1952), tổ 4 ấp Láng, sđt 0300000101\n"
            "Hộ 2: bà La Thị Quýt 1953, số nhà 7 đường Lê Lai, gọi con trai Lữ Văn Hai 0300000102\n"
            "Hộ 3: ông Giang Văn Ổi (1951), bà Mã Thị Dâu (1955), ấp Hải Tân, sđt cháu nội Giang Thị Mơ 0300000103\n"
            "Hộ 4: ông Tạ Văn Lê (1954) với bà Vi Thị Na (1956), nhà số 9 tổ 2, số bà 0300000104",
        ),
        """
        Cù Văn Mận | 1950 | nam | 0300 000 101 | tổ 4 ấp Láng | | | số chung
        La Thị Quýt | 1953 | nữ | | số nhà 7 đường Lê Lai | | gọi con trai Lữ Văn Hai 0300000102
        Giang Văn Ổi | 1951 | nam | | ấp Hải Tân | | cháu nội Giang Thị Mơ 0300000103
        Tạ Văn Lê | 1954 | nam | | nhà số 9 tổ 2
        Nông Thị Chanh | 1952 | nữ | 0300 000 101 | tổ 4 ấp Láng | | | số chung
        Mã Thị Dâu | 1955 | nữ | | ấp Hải Tân | | cháu nội Giang Thị Mơ 0300000103
        Vi Thị Na | 1956 | nữ | 0300 000 104 | nhà số 9 tổ 2
        """,
        left=("1 title",), remarks=("2 whose", "6 whose"), ending="txt",
    ),
    "houses_that_are_counted_above_who_lives_there": Case(
        lambda path: written(
            path,
            "Nhà 1: nhà số 23 tổ 1\n- Cù Văn Mận 1950\n- Nông Thị Chanh 1952\nNhà 2: nhà số 7 tổ 2, đt 0300000105\n"
            "- La Thị Quýt 1953\nNhà 3: 12 đường Lê Lai\n- Giang Văn Ổi 1951",
        ),
        """
        Cù Văn Mận | 1950 | | | nhà số 23 tổ 1
        Nông Thị Chanh | 1952 | | | nhà số 23 tổ 1
        La Thị Quýt | 1953 | | 0300 000 105 | nhà số 7 tổ 2 | | | số của hộ
        Giang Văn Ổi | 1951 | | | 12 đường Lê Lai
        """,
        left=("1 heading", "4 heading", "6 heading"), ending="txt",
    ),
    "couples_with_one_place_behind_them": Case(
        lambda path: written(
            path,
            "Cù Văn Mận (1950) và Nông Thị Chanh (1952), tổ 4 ấp Láng, 0300000101\nLa Thị Quýt 1953 tổ 2, 0300000102\n"
            "ông Giang Văn Ổi 1951 với bà Mã Thị Dâu 1955 ở tổ 5",
        ),
        """
        Cù Văn Mận | 1950 | | | tổ 4 ấp Láng
        La Thị Quýt | 1953 | | 0300 000 102 | tổ 2
        Giang Văn Ổi | 1951 | nam | | tổ 5
        Nông Thị Chanh | 1952 | | 0300 000 101 | tổ 4 ấp Láng
        Mã Thị Dâu | 1955 | nữ | | tổ 5
        """,
        ending="txt",
    ),
    "read_aloud_in_order": Case(
        lambda path: written(
            path,
            "con nghe nè\nthứ nhất bà cù thị mận sinh năm 1950 số điện thoại 0300 000 101 nhà ở tổ 1\n"
            "thứ nhì ông giang văn ổi sinh năm 1951 không có điện thoại nhà ở tổ 2\nthứ ba bà nông thị chanh sanh 1952 ấp bà côi\n"
            "thứ tư ông ông văn tư sinh năm 1953 tổ 3 ấp hải tân số điện thoại 0300000104",
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | tổ 1
        Giang Văn Ổi | 1951 | nam | | tổ 2 | | | không có điện thoại
        Nông Thị Chanh | 1952 | nữ | | ấp Bà Côi
        Ông Văn Tư | 1953 | nam | 0300 000 104 | tổ 3, ấp Hải Tân
        """,
        ending="txt",
    ),
    "read_aloud_one_after_the_other": Case(
        lambda path: written(
            path,
            "đầu tiên là bà cù thị mận sinh năm 1950 tổ 1\nkế đó ông giang văn ổi sinh năm 1951 tổ 2\n"
            "tiếp theo bà nông thị chanh sinh năm 1952 tổ 2\nsau cùng là cô lê thị na 76 tuổi",
        ),
        """
        Cù Thị Mận | 1950 | nữ | | tổ 1
        Giang Văn Ổi | 1951 | nam | | tổ 2
        Nông Thị Chanh | 1952 | nữ | | tổ 2
        Lê Thị Na | ~1950 | nữ
        """,
        remarks=("4 about",), ending="txt",
    ),
    "villages_of_several_peoples_above_them": Case(
        lambda path: written(
            path,
            "Làng Chăm 1:\n- Mohamad Ysa, nam, 1950\n- Phatimah Sa, nữ, 1951\nPHUM TRÀ KHA\n- Neáng Sa Rinh, nữ, 1952\n"
            "Buôn Ea Nao:\n- H'Yam Niê, 1953\n- K'Tẻo, 1955",
        ),
        """
        Mohamad Ysa | 1950 | nam | | Làng Chăm 1
        Phatimah Sa | 1951 | nữ | | Làng Chăm 1
        Neáng Sa Rinh | 1952 | nữ | | Phum Trà Kha
        H'Yam Niê | 1953 | nữ | | Buôn Ea Nao
        K'Tẻo | 1955 | nam | | Buôn Ea Nao
        """,
        left=("1 heading", "4 heading", "6 heading"), ending="txt",
    ),
    "numbers_without_a_point_and_no_accents": Case(
        lambda path: written(
            path,
            "em gui chi ds to 5 ap lang\n1 le thi hoa 1950 0300000101\n2 ong van muoi 1951\n3 to thi bay 1953 to 6",
        ),
        """
        Le Thi Hoa | 1950 | | 0300 000 101 | to 5, ap lang
        Ong Van Muoi | 1951 | | | to 5, ap lang
        To Thi Bay | 1953 | | | to 6, ap lang
        """,
        left=("1 title",), ending="txt",
    ),
    "places_in_two_parts_before_people": Case(
        lambda path: written(
            path,
            "Tổ 1 - nhà 23: Cù Văn Mận 1950, vợ Nông Thị Chanh 1952\nTổ 2 - nhà 3: La Thị Quýt 1953, 0300000102\n"
            "ông Giang Văn Ổi 1951, vợ Mã Thị Dâu 1955, số 4 tổ 1",
        ),
        """
        Cù Văn Mận | 1950 | | | nhà 23, Tổ 1
        La Thị Quýt | 1953 | | 0300 000 102 | nhà 3, Tổ 2
        Giang Văn Ổi | 1951 | nam | | số 4 tổ 1
        Nông Thị Chanh | 1952 | nữ | | nhà 23, Tổ 1
        Mã Thị Dâu | 1955 | nữ | | số 4 tổ 1
        """,
        ending="txt",
    ),
    "slashes_without_blanks": Case(
        lambda path: written(
            path,
            "Cù Thị Mận/1950/nữ/tổ 1/0300000101\nGiang Văn Ổi/2.3.1951/nam/số 4/7 tổ 2/\nNông Thị Chanh/1952/nữ/tổ 3/0300000103",
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | tổ 1
        Giang Văn Ổi | 02/03/1951 | nam | | số 4/7 tổ 2
        Nông Thị Chanh | 1952 | nữ | 0300 000 103 | tổ 3
        """,
        ending="txt",
    ),
    "forms_that_ask_for_parts_of_a_place": Case(
        lambda path: written(
            path,
            "Họ và tên: Cù Thị Mận\nNăm sinh: 1950\nĐường: Lê Lai\nTổ: 3\nẤp: Hải Tân\nSố điện thoại: 0300000101\n\n"
            "Họ và tên: Giang Văn Ổi\nNăm sinh: 1951\nTổ: 4\nSố điện thoại: không",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | đường Lê Lai, tổ 3, ấp Hải Tân
        Giang Văn Ổi | 1951 | | | tổ 4
        """,
        ending="txt",
    ),
    "headings_with_their_leaders": Case(
        lambda path: written(
            path,
            "TỔ 1 (2 người) - tổ trưởng: ông Lê Văn Tám\n1. Cù Thị Mận 1950\n2. Giang Văn Ổi 1951\n"
            "TỔ 2 - tổ trưởng bà Nông Thị Chanh\n1. Nông Thị Chanh 1952",
        ),
        """
        Cù Thị Mận | 1950 | | | Tổ 1
        Giang Văn Ổi | 1951 | | | Tổ 1
        Nông Thị Chanh | 1952 | | | Tổ 2
        """,
        left=("1 heading", "4 heading"), ending="txt",
    ),
    "one_breath_of_a_house_and_of_a_hamlet": Case(
        lambda path: written(
            path,
            "Chị ơi nhà em có 2 người: bà nội Cù Thị Mận 1950, ông nội Giang Văn Ổi 1948, nhà số 4 tổ 1\n"
            "bà Nông Thị Chanh 74 tuổi ở tổ 2, ông La Văn Quýt 1953 cũng tổ 2, tất cả ấp Láng nha em",
        ),
        """
        Cù Thị Mận | 1950 | nữ | | nhà số 4 tổ 1
        Nông Thị Chanh | ~1952 | nữ | | tổ 2, ấp Láng
        Giang Văn Ổi | 1948 | nam | | nhà số 4 tổ 1
        La Văn Quýt | 1953 | nam | | tổ 2, ấp Láng
        """,
        remarks=("2 about",), ending="txt",
    ),
    "who_has_not_agreed_yet": Case(
        lambda path: text(
            path,
            [["Họ tên", "Năm sinh", "Đồng ý tham gia"], ["Cù Thị Mận", 1950, "x"], ["Giang Văn Ổi", 1951, "chưa"], ["La Văn Quýt", 1953, None], ["Lữ Thị Hai", 1954, "x"],
             ["Nông Thị Chanh", 1952, "không"]],
        ),
        "Cù Thị Mận | 1950\nLữ Thị Hai | 1954",
        left=("6 refused",), waiting=("3 Giang Văn Ổi gone", "4 La Văn Quýt gone"), ending="csv",
    ),
    "a_first_line_that_heads_nothing": Case(
        lambda path: written(
            path,
            "Lưu Thị Mừng - 1950 - nữ - Chăm - thôn 3\nTừ Văn Đá - 1951 - nam - Chăm - thôn 3\nThổ Văn Sang - 1952 - nam - Chơ Ro - ấp Bàu",
        ),
        """
        Lưu Thị Mừng | 1950 | nữ | | thôn 3 | | | Chăm
        Từ Văn Đá | 1951 | nam | | thôn 3 | | | Chăm
        Thổ Văn Sang | 1952 | nam | | ấp Bàu | | | Chơ Ro
        """,
        ending="txt",
    ),
    "a_place_that_has_somebody": Case(
        lambda path: written(
            path,
            "[08:00, 1/11/2026] Chị Ba: Xóm Chùa có:\n[08:01, 1/11/2026] Chị Ba: Cù Thị Mận 1950\n"
            "[08:02, 1/11/2026] Chị Ba: Giang Văn Ổi 1951 0300000102\n[08:03, 1/11/2026] Chú Tám: xóm Giếng nè\n"
            "[08:04, 1/11/2026] Chú Tám: Bà Chanh (Nông Thị Chanh) 1952",
        ),
        """
        Cù Thị Mận | 1950 | | | Xóm Chùa
        Giang Văn Ổi | 1951 | | 0300 000 102 | Xóm Chùa
        Nông Thị Chanh | 1952 | nữ | | xóm Giếng
        """,
        left=("4 other",), ending="txt",
    ),
    "phones_in_two_columns_without_heads": Case(
        lambda path: written(
            path,
            "Ds tổ 4\nBà Cù Thị Mận - 1950 - chơi đàn - 0300000101\nÔng Giang Văn Ổi - 1951 - sống một mình - không có điện thoại\n"
            "Bà Nông Thị Chanh - 1952 - 0300000103",
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | tổ 4 | | | chơi đàn
        Giang Văn Ổi | 1951 | nam | | tổ 4 | | | sống một mình
        Nông Thị Chanh | 1952 | nữ | 0300 000 103 | tổ 4
        """,
        left=("1 title",), ending="txt",
    ),
    "all_of_somebody_in_brackets": Case(
        lambda path: written(
            path,
            "1. Cù Thị Mận (nữ, 1950, tổ 1, 0300000101)\n2. Giang Văn Ổi (nam, 1951, tổ 2)\n3. Ông Thị Vân (nữ, 1952, tổ 2, 0300000103)",
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | tổ 1
        Giang Văn Ổi | 1951 | nam | | tổ 2
        Ông Thị Vân | 1952 | nữ | 0300 000 103 | tổ 2
        """,
        ending="txt",
    ),
    "parts_of_a_place_in_brackets_of_heads": Case(
        lambda path: xlsx(
            path,
            [["Họ tên", "Năm sinh", "Nơi cư trú (Tổ)", "Nơi cư trú (Ấp)"], ["Cù Thị Mận", 1950, 1, "Hải Tân"],
             ["Giang Văn Ổi", 1951, 2, "ấp Láng"]],
        ),
        """
        Cù Thị Mận | 1950 | | | tổ 1, ấp Hải Tân
        Giang Văn Ổi | 1951 | | | tổ 2, ấp Láng
        """,
    ),
    "some_years_in_two_digits": Case(
        lambda path: written(
            path, "Cù Thị Mận 1950\nGiang Văn Ổi 46\nnông thị chanh 1952\nLa Văn Quýt 49\nMạc Thị Bưởi 1955"
        ),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1946
        Nông Thị Chanh | 1952
        La Văn Quýt | 1949
        Mạc Thị Bưởi | 1955
        """,
        ending="txt",
    ),
    "a_place_that_has_some_people": Case(
        lambda path: written(
            path,
            "Xóm Dừa mình có mấy bà như vầy nè cô:\n1) B. Cù Thị Mận, sn 1950, không xài điện thoại\n2) Ô. Giang Văn Ổi, sn 1951, đt 0300.000.102",
        ),
        """
        Cù Thị Mận | 1950 | nữ | | Xóm Dừa
        Giang Văn Ổi | 1951 | nam | 0300 000 102 | Xóm Dừa
        """,
        left=("1 heading",), ending="txt",
    ),
    "a_phone_of_the_house_and_who_has_no_mind_to": Case(
        lambda path: xlsx(
            path,
            [["Hộ", "Họ tên", "Sinh", "Nhà", "Số phone của hộ", "Ghi chú"],
             [1, "Cù Thị Mận", 1950, "Xóm Dừa, nhà 4", "0300 000 101", ""],
             [2, "Giang Văn Ổi", 1951, "Xóm Dừa, nhà 5", "0300 000 102", ""],
             [3, "La Văn Quýt", 1953, "Xóm Dừa, nhà 6", "", "chưa chịu vô"]],
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | Xóm Dừa, nhà 4
        Giang Văn Ổi | 1951 | | 0300 000 102 | Xóm Dừa, nhà 5
        """,
        waiting=("4 La Văn Quýt waiting",),
    ),
}  # fmt: skip
