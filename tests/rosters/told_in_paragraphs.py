"""What a paragraph below a list says of several of its people: in the form of the lists."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written

IN_PARAGRAPHS: dict[str, Case] = {
    "each_sentence_of_whom_it_names": Case(
        lambda path: written(
            path,
            "Chào em, chị gửi danh sách câu lạc bộ mình nhe:\n"
            "• Bà Cù Thị Mận, 1948, 0300 000 101\n"
            "• Ông Giang Văn Ổi, 1951, đt 0300.000.102\n"
            "• Bà Nông Thị Chanh sn 1956, ko có đt\n"
            "• Bà La Thị Quýt, 1960\n"
            "• Ông Lữ Văn Mít, 1953, số con gái là 0300 000 105\n"
            "Ông Ổi chị ghi lộn năm, đúng là 1952 nha em. Bà Quýt mới dọn lên Thủ Đức ở với cháu rồi, thôi bỏ bà ra.\n"
            "Cảm ơn em nhiều",
        ),
        """
        Cù Thị Mận | 1948 | nữ | 0300 000 101
        Giang Văn Ổi | 1952 | nam | 0300 000 102 | | | | Ông Ổi chị ghi lộn năm, đúng là 1952 nha em.
        Nông Thị Chanh | 1956 | nữ | | | | | ko có đt
        Lữ Văn Mít | 1953 | nam | | | | số con gái là 0300 000 105
        """,
        left=("1 title", "5 moved", "7 other", "8 title"),
        ending="txt",
    ),
    "short_years_explained_and_people_added": Case(
        lambda path: written(
            path,
            "Gửi em danh sách xóm Gò\n"
            "1. Kha Văn Mít 47 0300 000 101\n"
            "2. Lục Thị Ổi 53\n"
            "3. Ngô Thị Me 58 0300 000 103\n"
            "4. Cao Văn Xoài 50, lo giấy tờ\n"
            "2 số sau tên là năm sinh 19xx nghe\n"
            "Số 2 có điện thoại rồi: 0300 000 102. Bổ sung 5. Tạ Thị Cóc 61 0300 000 105, 6. Đào Văn Bưởi 49.\n"
            "Số 4 gạch tên giùm cô.",
        ),
        """
        Kha Văn Mít | 1947 | | 0300 000 101 | xóm Gò
        Lục Thị Ổi | 1953 | | 0300 000 102 | xóm Gò
        Ngô Thị Me | 1958 | | 0300 000 103 | xóm Gò
        Tạ Thị Cóc | 1961 | | 0300 000 105 | xóm Gò
        Đào Văn Bưởi | 1949 | | | xóm Gò
        """,
        left=("1 title", "6 title", "7 other", "10 heading"),
        waiting=("5 Cao Văn Xoài gone",),
        remarks=("3 elsewhere",),
        ending="txt",
    ),
    "below_a_table_with_tabs": Case(
        lambda path: written(
            path,
            "Stt\tHọ tên\tNăm sinh\tGT\tĐT\n"
            "1\tCù Thị Mận\t1948\tNữ\t0300 000 101\n"
            "2\tGiang Văn Ổi\t1951\tNam\t0300 000 102\n"
            "3\tNông Thị Chanh\t1956\tNữ\t\n"
            "4\tLữ Văn Mít\t1960\tNam\t0300 000 104\n"
            "Chị Chanh cũng là thành viên luôn nha. Ông Mít thì ảnh dọn về Cần Thơ rồi. Chú Ổi thì đã chuyển hộ khẩu đi Long An.",
        ),
        """
        Cù Thị Mận | 1948 | nữ | 0300 000 101
        Nông Thị Chanh | 1956 | nữ
        """,
        left=("6 other",),
        waiting=("3 Giang Văn Ổi gone", "5 Lữ Văn Mít gone"),
        ending="txt",
    ),
    "by_what_neighbours_call_them": Case(
        lambda path: written(
            path,
            "Chị ơi ghi giùm mấy người xóm Gò\n"
            "- Hai Cà Na (Cù Thị Mận) 1954 - 0300 000 101\n"
            "- ông Đồ (Giang Văn Ổi) 1946 - 0300 000 102\n"
            "- bà Ba bún riêu (Nông Thị Chanh) 1951\n"
            "- Tám Xe Lôi (Lữ Văn Mít) 1949 - 0300 000 105\n"
            "- Út Hớt Tóc (La Văn Quýt) 1947 - ảnh hứa mà rồi đổi ý không tham gia\n"
            "À Hai Cà Na đổi số, số mới 0300 000 111 nghe, số kia bỏ.\n"
            "Ông Đồ sinh 1947 mới đúng\n"
            "Bà Ba bún riêu có số rồi 0300 000 103\n"
            "Năm Đất số mới 0300 000 107\n"
            "Bỏ Tám Xe Lôi giùm em nha",
        ),
        """
        Cù Thị Mận | 1954 | | 0300 000 111 | xóm Gò | | | Hai Cà Na, À Hai Cà Na đổi số, số mới 0300 000 111 nghe, số kia bỏ.
        Giang Văn Ổi | 1947 | nam | 0300 000 102 | xóm Gò | | | Đồ, Ông Đồ sinh 1947 mới đúng
        Nông Thị Chanh | 1951 | nữ | 0300 000 103 | xóm Gò | | | Ba bún riêu, Bà Ba bún riêu có số rồi 0300 000 103
        """,
        left=(
            "1 other",
            "5 left",
            "6 refused",
            "7 other",
            "8 other",
            "9 other",
            "10 other",
            "11 other",
        ),
        ending="txt",
    ),
    "by_the_number_of_kin": Case(
        lambda path: written(
            path,
            "[07:10, 3/5/2024] Minh Khôi: Ba con là Giang Văn Ổi, sinh 1951, số ba con 0300 000 101\n"
            "[07:15, 3/5/2024] Chị Mận: Tôi tên Cù Thị Mận sinh 1958 số 0300 000 102\n"
            "[08:06, 3/5/2024] Minh Khôi: Dạ thêm má con Nông Thị Chanh sinh 1953, gọi số ba con cũng được",
        ),
        """
        Giang Văn Ổi | 1951 | nam | 0300 000 101
        Cù Thị Mận | 1958 | | 0300 000 102
        Nông Thị Chanh | 1953 | nữ | | | | Giang Văn Ổi 0300 000 101 | gọi số ba con cũng được
        """,
        ending="txt",
    ),
    "the_first_line_of_a_group_has_its_place": Case(
        lambda path: written(
            path,
            "Con gởi cô danh sách mấy bác xin vô ạ\nTổ 3 gồm: Cù Thị Mận 1951 0300 000 201\nĐỗ Văn Ổi 1947 chưa có số\nTổ 5 gồm: La Văn Quýt 1949 0300 000 202\nNông Thị Chanh 1953\n",
        ),
        """
        Cù Thị Mận | 1951 | | 0300 000 201 | Tổ 3
        Đỗ Văn Ổi | 1947 | | | Tổ 3
        La Văn Quýt | 1949 | | 0300 000 202 | Tổ 5
        Nông Thị Chanh | 1953 | | | Tổ 5
        """,
        left=("1 title", "2 heading", "5 heading"),
        ending="txt",
    ),
    "between_dashes_of_lines_of_all_lengths": Case(
        lambda path: written(
            path,
            "1) Cù Thị Mận – nữ – 15/03/1951 – tổ 3 – 0300 000 201\n2) Đỗ Văn Ổi – nam – 1947 – tổ 3\n3) La Thị Quýt – nữ – 55 – tổ 4 – 0300 000 202 – BHYT hết hạn\n"
            "4) ông Nông Văn Chanh – 1949 – bệnh nằm một chỗ – tổ 5\n5) Ma Thị Dâu – 1950 – qua năm mới vô\n",
        ),
        """
        Cù Thị Mận | 15/03/1951 | nữ | 0300 000 201 | tổ 3
        Đỗ Văn Ổi | 1947 | nam | | tổ 3
        La Thị Quýt | 1955 | nữ | 0300 000 202 | tổ 4 | | | BHYT hết hạn
        Nông Văn Chanh | 1949 | nam | | tổ 5 | | | bệnh nằm một chỗ
        """,
        waiting=("5 Ma Thị Dâu waiting",),
        ending="txt",
    ),
    "parents_of_who_writes": Case(
        lambda path: written(
            path,
            "Ba mẹ tôi là ông Đỗ Văn Ổi sinh 1945 và bà Cù Thị Mận sinh 1949, nhà số 12 tổ 2. Hai cụ bên cạnh là ông La Văn Quýt 1942, bà Nông Thị Chanh 1944.\n",
        ),
        """
        Đỗ Văn Ổi | 1945 | nam | | nhà số 12 tổ 2
        Cù Thị Mận | 1949 | nữ | | nhà số 12 tổ 2
        La Văn Quýt | 1942 | nam
        Nông Thị Chanh | 1944 | nữ
        """,
        ending="txt",
    ),
    "long_dashes_and_who_has_stopped_by_now": Case(
        lambda path: written(
            path,
            "Em chào chị, bên khóm 4 có các cô chú sau:\n* Cù Thị Mận (1951) — 0300 000 201 — bán bánh canh\n* Đỗ Văn Ổi (1947) — 0300 000 202 — hôm trước có vô, nay thôi\n* Nông Thị Chanh (1953) — 0300 000 203 — chưa chắc vô\n",
        ),
        """
        Cù Thị Mận | 1951 | | 0300 000 201 | | | | bán bánh canh
        """,
        left=("1 title",),
        waiting=("3 Đỗ Văn Ổi gone", "4 Nông Thị Chanh waiting"),
        ending="txt",
    ),
}
