"""Lists that name people as their neighbours call them."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

NEIGHBOURS: dict[str, Case] = {
    "nicknames_alone": Case(
        lambda path: written(path, "1. Bảy Rô\n2. Sáu Nhỏ\n3. bà Tư Đờn\n4. Út Cà Mau\n"),
        "",
        waiting=("1 Bảy Rô nickname", "2 Sáu Nhỏ nickname", "3 Tư Đờn nickname", "4 Út Cà Mau nickname"),
        ending="txt",
    ),
    "nicknames_under_their_head": Case(
        lambda path: xlsx(path, [["STT", "Tên thường gọi", "Năm sinh"], [1, "Hai Lúa", 1950], [2, "Năm Chèo", 1947]]),
        "",
        waiting=("2 Hai Lúa nickname", "3 Năm Chèo nickname"),
    ),
    "nicknames_among_full_names": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh"], [1, "Ngô Thị Sáu", 1950], [2, "Tám Nhỏ (Ngô Văn Tám)", 1947], [3, "Bà Chín", 1944],
            [4, "Ba Thị Mười", 1951], [5, "Nam Hải", 1952]]),
        """
        Ngô Thị Sáu | 1950
        Ngô Văn Tám | 1947 | | | | | | Tám Nhỏ
        Ba Thị Mười | 1951
        Nam Hải | 1952
        """,
        waiting=("4 Chín nickname",),
    ),
    "words_that_begin_as_nicknames": Case(
        lambda path: xlsx(path, [
            ["Năm 2026"], ["STT", "Họ và tên", "Năm sinh", "Ấp"], ["Hai bà ở ấp trên:"], [1, "Ngô Thị Sáu", 1950, "Năm Căn"],
            [2, "Ngô Văn Bảy", 1948, "Ba Tri"]]),
        """
        Ngô Thị Sáu | 1950 | | | ấp Năm Căn
        Ngô Văn Bảy | 1948 | | | ấp Ba Tri
        """,
        left=("1 title", "3 other"),
    ),
    "papers_call_them_otherwise": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh"], [1, "Bà Sáu Kiểng tên thật là Ngô Thị Kiểng", 1951], [2, "Ông Năm Nhỏ (Ngô Văn Nhỏ)", 1950],
            [3, "Bà Út Lành: Ngô Ngọc Lành", 1949], [4, "Ông Tư Đờn (giấy tờ: Lê Văn Đờn)", 1946]]),
        """
        Ngô Thị Kiểng | 1951 | nữ | | | | | Sáu Kiểng
        Ngô Văn Nhỏ | 1950 | nam | | | | | Năm Nhỏ
        Ngô Ngọc Lành | 1949 | nữ | | | | | Bà Út Lành
        Lê Văn Đờn | 1946 | nam | | | | | Tư Đờn
        """,
    ),
    "a_grandchild_types_what_she_is_told": Case(
        lambda path: xlsx(path, [
            ["con gửi danh sách xóm của ngoại ạ"], ["1. Bà Ngô Thị Kiểng, 1947, tổ 2, 0300000201"], ["2. Ông Lê Văn Đờn 1944 tổ 5 0300000202"],
            ["3. Bà Sáu Lành tên thật là Cù Thị Lành, 1951, tổ 4"], ["4. Ông Năm Nhỏ (Cù Văn Nhỏ) 1950 tổ 8 0300000203"],
            ["5. Ông Hai Rô ngoại nói mất rồi khỏi ghi"], ["6. Bà Mạc Thị Sương; sn 1948; hẻm 3 đường Hoàng Diệu; gọi con tên Hiếu 0300000204"],
            ["7. Ông Phan Hiếu Lễ, khoảng 70 tuổi, tổ 1"], ["8. bà tên Tăng Thị Mỹ 1953 tổ 6"], ["hết rồi ạ, số con 0300 000 299"]]),
        """
        Ngô Thị Kiểng | 1947 | nữ | 0300 000 201 | tổ 2
        Lê Văn Đờn | 1944 | nam | 0300 000 202 | tổ 5
        Cù Thị Lành | 1951 | nữ | | tổ 4 | | | Sáu Lành
        Cù Văn Nhỏ | 1950 | nam | 0300 000 203 | tổ 8 | | | Năm Nhỏ
        Mạc Thị Sương | 1948 | nữ | | hẻm 3 đường Hoàng Diệu | | gọi con tên Hiếu 0300000204
        Phan Hiếu Lễ | ~1956 | nam | | tổ 1
        Tăng Thị Mỹ | 1953 | nữ | | tổ 6
        """,
        left=("1 title", "6 heading", "10 other"),
        remarks=("8 about",),
    ),
    "messages_of_a_granddaughter": Case(
        lambda path: written(path, "Dạ con chào cô, con gửi tên mấy bà ạ\nĐầu tiên là bà con: Cù Thị Lành sinh 1950, nhà ở hẻm 3 đường Hoàng Sa, sđt 0300000201\n"
                             "- ông Mạc Vĩnh Phúc sinh ngày 2 tháng 9 năm 1946, hẻm 9, 0300000202\n- bà Trương Thị Cảnh 78 tuổi hay sinh năm 78 con hok rõ\n"
                             "- bà Đào Thị Út 1949 hẻm 5 0300 000 203\nHết rồi cô ơi\n"),
        """
        Cù Thị Lành | 1950 | | 0300 000 201 | hẻm 3 đường Hoàng Sa
        Mạc Vĩnh Phúc | 02/09/1946 | nam | 0300 000 202 | hẻm 9
        Đào Thị Út | 1949 | nữ | 0300 000 203 | hẻm 5
        """,
        left=("1 title", "6 other"),
        waiting=("4 Trương Thị Cảnh unread",),
        ending="txt",
    ),
    "words_of_names_shortened": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Giới tính"], [1, "Ng. Đ. Khoa", 1950, "Nam"], [2, "Ng Thị Sáu", 1947, None],
            [3, "Ph.V.Tư", 1944, "Nam"], [4, "Ng.V.Ba", 1945, "Nam"], [5, "Lê T. Hoa", 1941, "Nữ"], [6, "Lê T. Hường", 1942, None],
            [7, "Tr.T.Lan (Trần Thị Lan)", 1946, None], [8, "Phạm.Văn.Mười", 1939, None], [9, "H Bia Niê", 1951, None]]),
        """
        Nguyễn Thị Sáu | 1947
        Nguyễn Văn Ba | 1945 | nam
        Lê Thị Hoa | 1941 | nữ
        Trần Thị Lan | 1946 | | | | | | Tr. T. Lan
        Phạm Văn Mười | 1939
        H Bia Niê | 1951 | nữ
        """,
        waiting=("2 Ng. Đ. Khoa ", "4 Ph. V. Tư ", "7 Lê T. Hường "),
        remarks=("3 written_out", "5 written_out", "6 written_out", "9 written_out"),
    ),
    "shortened_names_told_in_lines": Case(
        lambda path: written(path, "1. Ng.T.Hoa, 1950, tổ 2\n2. Ng Văn Lợi, 1947, tổ 2\n3. Ph.V.Tư, 1944, tổ 3\n"),
        """
        Nguyễn Văn Lợi | 1947 | | | tổ 2
        """,
        waiting=("1 Ng. T. Hoa ", "3 Ph. V. Tư "),
        remarks=("2 written_out",),
        ending="txt",
    ),
}  # fmt: skip
