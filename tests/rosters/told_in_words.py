"""Lists that are no tables: captions, forms, decisions, comments, messages, what somebody dictated."""

from __future__ import annotations

from pathlib import Path

import docx

from tests.rosters.lists import Case
from tests.rosters.writing import ods, written, xlsx


def paragraphs(path: Path, *lines: str) -> Path:
    """A letter without a table."""
    letter = docx.Document()
    for line in lines:
        letter.add_paragraph(line)
    letter.save(str(path))
    return path


IN_WORDS: dict[str, Case] = {
    "captions_under_photos": Case(
        lambda path: xlsx(path, [
            ["ẢNH HỘI VIÊN"], ["[ảnh]", None, "[ảnh]"], ["Bà Tạ Thị Bông\nSN 1950\nĐT 0300 000 201", None, "Ông Mai Xuân Khoái\nSN 1948"],
            ["[ảnh]"], ["Cụ Hồ Văn Gấm\n(1939 - 2025)"]]),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201
        Mai Xuân Khoái | 1948 | nam
        """,
        left=("1 other", "2 other", "4 other", "5 deceased"),
    ),
    "one_cell_for_each": Case(
        lambda path: ods(path, {"DS": [
            ["Hội viên thôn Bái", "Ghi thêm"], ["1. Bà Tạ Thị Bông - 1950 - 0300000201"], ["2. Ông Lê Bá Khoái - 0300000202 - sn 1948"],
            ["3. Bà Hồ Thị Gấm - 52 - chưa có đt"], ["4. Cụ bà Mai Thị Đực - 1939 - con: 0300 000 204", "đi Sài Gòn luôn rồi"]]}),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201
        Lê Bá Khoái | 1948 | nam | 0300 000 202
        Hồ Thị Gấm | 1952 | nữ | | | | | chưa có đt
        """,
        left=("5 moved",),
        ending="ods",
    ),
    "a_decision": Case(
        lambda path: paragraphs(
            path, "QUYẾT ĐỊNH", "Xét đề nghị của bà Phan Thanh Lịch, thường trực Hội;", "Điều 1. Công nhận các ông, bà sau đây là hội viên:",
            "1. Bà Tạ Thị Bông, sinh năm 1950, trú tại xóm Đình;", "2. Ông Lê Khoái, sinh năm 1948, trú tại xóm Chợ, ĐT: 0300 000 202;",
            "Điều 2. Đưa ra khỏi danh sách: bà Hồ Thị Gấm, sinh năm 1943 (có đơn xin ra); ông Mai Đực, sinh năm 1945 (từ trần).", "CHỦ TỊCH", "Đinh Công Trí"),
        """
        Tạ Thị Bông | 1950 | nữ | | xóm Đình
        Lê Khoái | 1948 | nam | 0300 000 202 | xóm Chợ
        """,
        left=("2 other", "3 other", "4 other", "7 left", "8 signature", "9 other", "10 deceased"),
        ending="docx",
    ),
    "applications_one_after_another": Case(
        lambda path: paragraphs(path, *(line for name, birth, ticks, phone in (
            ("Tạ Thị Bông", "02/03/1950", "☑ Nữ   ☐ Nam", "0300 000 201"), ("Lê Khoái", "1948", "☐ Nữ   ☑ Nam", ""))
            for line in ("ĐƠN XIN GIA NHẬP CÂU LẠC BỘ", f"Tôi tên là: ......{name}.......", f"Sinh ngày: ....{birth}....   {ticks}",
                         "Nơi ở: ...thôn Hạ......", f"Điện thoại: .....{phone}......", "Khi cần báo tin cho: ...cháu Tâm, 0300 000 882...",
                         "Tôi xin tự nguyện gia nhập CLB.", "Người làm đơn"))),
        """
        Tạ Thị Bông | 02/03/1950 | nữ | 0300 000 201 | thôn Hạ | | cháu Tâm, 0300 000 882
        Lê Khoái | 1948 | nam | | thôn Hạ | | cháu Tâm, 0300 000 882
        """,
        left=("2 other", "8 other", "9 heading", "10 other", "16 other", "17 heading"),
        ending="docx",
    ),
    "a_form_on_each_sheet": Case(
        lambda path: xlsx(path, {
            f"P{place}": [["PHIẾU THÔNG TIN HỘI VIÊN"], ["Họ và tên:", None, name], ["Năm sinh:", None, birth], ["Giới tính:", None, sex],
                          ["Người thân khi cần:", None, "Lê Hùng (con)"], [None, None, None, "Người ghi phiếu"], [None, None, None, "Đinh Công Trí"]]
            for place, (name, birth, sex) in enumerate((("Tạ Thị Bông", 1950, "Nữ"), ("Lê Khoái", 1948, "Nam")), 1)}),
        """
        Tạ Thị Bông | 1950 | nữ | | | | Lê Hùng (con)
        Lê Khoái | 1948 | nam | | | | Lê Hùng (con)
        """,
        left=("1 other", "6 heading", "7 other", "1 other", "6 heading", "7 other"),
    ),
    "names_under_their_sex": Case(
        lambda path: xlsx(path, [
            ["STT", "Nam", "Nữ", "Tuổi", "SĐT", "Người nhận thay"], [1, None, "Tạ Thị Bông", 76, "0300000201"], [2, "Lê Khoái", None, 78, None, "Lê Quý (con)"],
            [None, "TM. Ban tổ chức", None, None, "Trụ trì"], [None, "Đinh Công Trí"]]),
        """
        Tạ Thị Bông | ~1950 | nữ | 0300 000 201
        Lê Khoái | ~1948 | nam | | | | Lê Quý (con)
        """,
        left=("4 signature", "5 signature"),
    ),
    "comments_with_asides": Case(
        lambda path: written(path, "Thanh Hà\nAi đi lễ 20/11 cho em xin họ tên, năm sinh, sđt\nVân Tạ\nBà Tạ Thị Bông 1950 sđt 0300 000 201\n"
                             "Tina Le\nĐăng ký cho má em nha: Hồ Thị Gấm, 1952, má em không xài đt, gọi em 0300.000.219\n"
                             "Ngọc Shop\nNhận may áo dài giá rẻ ib em 0300 000 993\nMai\nBà Mai Thị Nụ 1960 - 0300 000 225. Với ông xã là Lê Khoái 1948 cùng số luôn\n"
                             "Ba Lượm: Bà Nụ mất hồi tháng 9 rồi\n"),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201
        Hồ Thị Gấm | 1952 | nữ | | | | gọi em 0300.000.219 | má em không xài đt
        Lê Khoái | 1948 | nam | | | | | cùng số luôn
        """,
        left=("1 other", "2 other", "3 other", "5 other", "7 other", "8 other", "9 other", "11 other"),
        waiting=("10 Mai Thị Nụ gone",),
        ending="txt",
    ),
    "messages_with_their_senders": Case(
        lambda path: written(path, "From: +84300000201  12/11/2026 07:02\nba Ta Thi Bong sinh 1950 dang ky\n\nFrom: +84300000209  12/11/2026 09:00\n"
                             "Le Van Khoai sn 1948. Dk luon cho ong Mai Van Duc 1939 ke ben (ong ko co dt)\n\nFrom: VIETTEL  12/11/2026 09:30\n"
                             "Quy khach con 5.000d trong tai khoan\n"),
        """
        Ta Thi Bong | 1950 | nữ | 0300 000 201 | | | | dang ky; số người gửi tin
        Le Van Khoai | 1948 | | 0300 000 209 | | | | số người gửi tin
        Mai Van Duc | 1939 | nam | | | | | ke ben (ong ko co dt
        """,
        left=("1 other", "4 other", "7 other", "8 other"),
        ending="txt",
    ),
    "a_typewriter_with_signs": Case(
        lambda path: written(path, "           DANH SÁCH HỘI VIÊN\n\n  STT  HỌ VÀ TÊN              NĂM SINH  ĐIỆN THOẠI\n=======================================\n"
                             "  1. Tạ Thị Bông ............... 1950  0300.000.201\n  2. + Lê Văn Khoái ............ 1948  ------------\n"
                             "  3. Mai Văn Đực ............... 1939  0300.000.203  (*)\n  4. Hồ Thị Gấm ................ 1952  0300.000.204\n"
                             "---------------------------------------\nCộng: 4.   Ghi chú:  + đã qua đời   (*) đã chuyển đi\n"),
        """
        Tạ Thị Bông | 1950 | | 0300 000 201
        Hồ Thị Gấm | 1952 | | 0300 000 204
        """,
        left=("1 title", "3 head", "6 deceased", "7 moved", "10 sum"),
        ending="txt",
    ),
    "phones_below_the_list": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ và tên", "NS"], [1, "Tạ Thị Bông (TT)", 1950], [2, "Lê Văn Khoái", 1948], [3, "Lê Văn Nam", 1949], [],
            ["ĐT tổ trưởng: bà Bông 0300.000.201 – ông Khoái 0300.000.202"]]),
        """
        Tạ Thị Bông | 1950 | | 0300 000 201 | | | | TT
        Lê Văn Khoái | 1948 | | 0300 000 202
        Lê Văn Nam | 1949
        """,
        left=("6 other",),
        remarks=("2 elsewhere", "3 elsewhere"),
    ),
    "who_is_to_be_asked_is_no_member": Case(
        lambda path: paragraphs(
            path, "Họp ngày 12/12/2026. Thắc mắc liên hệ ông Đinh Công Trí, phó chủ tịch, ĐT 0300 000 111 hoặc gặp bà Phan Thị Lan số 0300 000 112.",
            "Danh sách đi gồm: bà Tạ Thị Bông (1950), ông Lê Văn Khoái, 1948; bà Hồ Thị Gấm (1952, đã ra viện).", "Trân trọng."),
        """
        Tạ Thị Bông | 1950 | nữ
        Lê Văn Khoái | 1948 | nam
        Hồ Thị Gấm | 1952 | nữ | | | | | đã ra viện
        """,
        left=("2 other", "4 other"),
        ending="docx",
    ),
    "what_died_was_no_person_and_colours_in_one_cell": Case(
        lambda path: xlsx(path, [
            ["TT", "Hội viên", "Năm sinh", "Tình trạng đàn"], [1, "Tạ Thị Bông", 1950, "chết 3 con"], [2, "Lê Văn Khoái", 1948, "chết hết"],
            [3, "Mai Văn Đực", 1939, "còn đủ"], [], [None, "Vàng: mới vào; Xám: đã mất"]], fills={"B4": "FFBFBFBF", "B2": "FFFFFF00"}),
        """
        Tạ Thị Bông | 1950
        Lê Văn Khoái | 1948
        """,
        left=("4 deceased", "6 other"),
    ),
    "a_chat_with_senders": Case(
        lambda path: written(path, "Lan: mấy cô chú ghi tên đi khám nha, ghi họ tên + năm sinh\nTư: Trần Văn Tư 1949 0300000201\n"
                             "Hai Lúa: cho tui với, Lê Thị Hai, 1955\nÚt: bà Hai nghỉ nha, bả về quê luôn rồi\n"
                             "Tư: Nguyễn Thị Năm 1952 0300000205 vợ tui đó\n"),
        """
        Trần Văn Tư | 1949 | | 0300 000 201
        Nguyễn Thị Năm | 1952 | | 0300 000 205 | | | | vợ tui đó
        """,
        left=("1 other", "4 other"),
        waiting=("3 Lê Thị Hai gone",),
        ending="txt",
    ),
}  # fmt: skip
