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
}
