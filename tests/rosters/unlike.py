"""Lists unlike those before, in the same form: by what is no list of members at first sight."""

from __future__ import annotations

from datetime import date, datetime

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.rosters.lists import HERE, Case
from tests.rosters.writing import written, xlsx

_DAY = datetime(1951, 3, 12)  # noqa: DTZ001 - a day as a spreadsheet keeps it has no zone
_STRUCK = TextBlock(InlineFont(strike=True), "0300 000 109 ")

UNLIKE: dict[str, Case] = {
    "summary_sheet_names_leaders": Case(
        lambda path: xlsx(path, {
            "Tổng hợp": [["BẢNG TỔNG HỢP HỘI VIÊN CÁC TỔ"], ["STT", "Tổ", "Tổ trưởng", "Số hội viên", "Ghi chú"],
                         [1, "Tổ 1", "Phan Văn Khá", 2, None], [2, "Tổ 2", "Hồ Thị Nhung", 1, None], [None, "Cộng", None, 3, None]],
            "TỔ 1": [["TT", "Họ và tên", "Năm sinh", "SĐT"], [1, "Phan Văn Khá", 1951, "0300000101"], [2, "Mai Thị Út", 1946, None]],
            "TỔ 2": [["TT", "Họ và tên", "Năm sinh", "SĐT"], [1, "Hồ Thị Nhung", 1958, "0300000102"]]}),
        """
        Phan Văn Khá | 1951 | | 0300 000 101 | Tổ 1
        Mai Thị Út | 1946 | | | Tổ 1
        Hồ Thị Nhung | 1958 | | 0300 000 102 | Tổ 2
        """,
    ),
    "page_sums_carried_over": Case(
        lambda path: xlsx(path, [
            ["STT", "HỌ VÀ TÊN", "NĂM SINH", "NỮ", "GHI CHÚ"],
            [1, "Phan Văn Khá", 1951, None, None], [2, "Mai Thị Út", 1946, "x", None],
            [None, "Cộng trang 1", 2, 1, None], [None, "Mang sang", 2, 1, None],
            [3, "Hồ Thị Nhung", 1958, "x", None], [4, "Cao Văn Lãnh", 1949, None, None],
            [None, "Cộng mang sang: 4 người", None, None, None], [None, "Tổng cộng (Bốn người)", 4, 2, None]]),
        """
        Phan Văn Khá | 1951 | nam
        Mai Thị Út | 1946 | nữ
        Hồ Thị Nhung | 1958 | nữ
        Cao Văn Lãnh | 1949 | nam
        """,
        left=("4 sum", "5 sum", "8 sum", "9 sum"),
        remarks=("2 concluded", "7 concluded"),
    ),
    "family_name_by_ditto_marks": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ và chữ lót", "Tên", "Năm sinh", "Địa chỉ"],
            [1, "Phan Văn", "Khá", 1951, "tổ 1"], [2, '"', "Giỏi", 1953, '"'], [3, "Mai Thị", "Út", 1946, "tổ 2"], [4, "nt", "Tám", 1940, "nt"]]),
        """
        Phan Văn Khá | 1951 | | | tổ 1
        Phan Văn Giỏi | 1953 | | | tổ 1
        Mai Thị Út | 1946 | | | tổ 2
        Mai Thị Tám | 1940 | | | tổ 2
        """,
    ),
    "english_and_swapped": Case(
        lambda path: xlsx(path, [
            ["Remarks", "Phone No.", "Hamlet", "DOB", "Gender", "Member's full name", "No"],
            ["deceased Aug 2026", None, "Hai Lac", "1940", "Male", "Ta Van Ben", 1],
            [None, "0300 000 101", "Hai Lac", "12-Mar-1951", "Male", "Phan Van Kha", 2],
            ["moved to HCMC", None, "Hai Lac", 1950, "Female", "Do Thi Kim", 3],
            [None, "+84 300 000 102", "Phuoc Loi", "1946", "Female", "Mai Thi Ut", 4]]),
        """
        Phan Van Kha | 12/03/1951 | nam | 0300 000 101 | Hai Lac
        Mai Thi Ut | 1946 | nữ | 0300 000 102 | Phuoc Loi
        """,
        left=("2 deceased", "4 moved"),
    ),
    "xml_2003_with_merges_and_days": Case(
        lambda path: written(path, """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="DS"><Table>
        <Row><Cell ss:MergeAcross="4"><Data ss:Type="String">DANH SÁCH HỘI VIÊN</Data></Cell></Row>
        <Row ss:Index="3"><Cell><Data ss:Type="String">STT</Data></Cell><Cell><Data ss:Type="String">Họ và tên</Data></Cell><Cell><Data ss:Type="String">Năm sinh</Data></Cell><Cell><Data ss:Type="String">Điện thoại</Data></Cell><Cell><Data ss:Type="String">Địa chỉ</Data></Cell></Row>
        <Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Phan Văn</B> Khá</ss:Data></Cell><Cell><Data ss:Type="DateTime">1951-03-12T00:00:00.000</Data></Cell><Cell><Data ss:Type="String">0300000101</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="String">tổ 1</Data></Cell></Row>
        <Row><Cell><Data ss:Type="Number">2</Data></Cell><Cell><Data ss:Type="String">Mai Thị Út</Data></Cell><Cell><Data ss:Type="Number">1946</Data></Cell></Row>
        <Row ss:Hidden="1"><Cell><Data ss:Type="Number">3</Data></Cell><Cell><Data ss:Type="String">Tạ Văn Bền</Data></Cell></Row>
        </Table></Worksheet></Workbook>"""),
        """
        Phan Văn Khá | 12/03/1951 | | 0300 000 101 | tổ 1
        Mai Thị Út | 1946 | | | tổ 1
        """,
        left=("1 title", "6 hidden"),
        ending="xls",
    ),
    "formulas_for_ordinal_age_and_phone": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Tuổi", "Điện thoại"],
            [1, "Phan Văn Khá", 1951, "=2026-C2", "0300000101"], ["=A2+1", "Mai Thị Út", 1946, "=2026-C3", '="0300"&"000102"'],
            ["=A3+1", "Hồ Thị Nhung", "=1950+8", "=2026-C4", None]]),
        """
        Phan Văn Khá | 1951 | | 0300 000 101
        Mai Thị Út | 1946
        """,
        waiting=("4 Hồ Thị Nhung unread",),
        remarks=("3 uncounted",),
    ),
    "old_number_struck_within_the_cell": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Điện thoại", "Địa chỉ"],
            [1, "Phan Văn Khá", 1951, CellRichText(_STRUCK, "0300 000 101"), "tổ 1"],
            [2, CellRichText(TextBlock(InlineFont(b=True), "Mai Thị "), "Út"), 1946, "0300000102", "tổ 2"]]),
        """
        Phan Văn Khá | 1951 | | 0300 000 101 | tổ 1
        Mai Thị Út | 1946 | | 0300 000 102 | tổ 2
        """,
    ),
    "births_as_bare_serials": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ tên", "Ngày tháng năm sinh", "Tuổi"], [1, "Phan Văn Khá", 18699, 75], [2, "Mai Thị Út", 17046, 80], [3, "Hồ Thị Nhung", 21430, 68], [4, "Cao Văn Lãnh", 18000, 77]]),
        """
        Phan Văn Khá | 12/03/1951
        Mai Thị Út | 01/09/1946
        Hồ Thị Nhung | 02/09/1958
        Cao Văn Lãnh | 12/04/1949
        """,
        remarks=("2 serial", "3 serial", "4 serial", "5 serial"),
    ),
    "phones_old_and_odd": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ tên", "Năm sinh", "SĐT"],
            [1, "Phan Văn Khá", 1951, "0168 000 0101"], [2, "Mai Thị Út", 1946, 84300000102], [3, "Hồ Thị Nhung", 1958, "(+84) 300.000.103"],
            [4, "Cao Văn Lãnh", 1949, "0300000104/0300000114"], [5, "Tạ Thị Bông", 1953, "0300000105 (con trai)"], [6, "Lý Văn Hạnh", 1944, "O300000106"],
            [7, "Đỗ Thị Kim", 1948, 300000107], [8, "Bùi Văn Sang", 1948, 1690000108], [9, "Dương Thị Nga", 1950, "064 385 6789"],
            [10, "Trịnh Văn Tám", 1939, "030000011"], [11, "Từ Thị Mận", 1952, "0300 000 11O"], [12, "Châu Văn Đờn", 1945, "0300000112 - ko zalo"]]),
        """
        Phan Văn Khá | 1951 | | 0380 000 101
        Mai Thị Út | 1946 | | 0300 000 102
        Hồ Thị Nhung | 1958 | | 0300 000 103
        Cao Văn Lãnh | 1949 | | 0300 000 104 | | | | 0300000114
        Tạ Thị Bông | 1953 | | 0300 000 105 | | | | con trai
        Lý Văn Hạnh | 1944 | | 0300 000 106
        Đỗ Thị Kim | 1948 | | 0300 000 107
        Bùi Văn Sang | 1948 | | 0390 000 108
        Dương Thị Nga | 1950 | | 0254 3856 789
        Trịnh Văn Tám | 1939 | | | | | | 030000011
        Từ Thị Mận | 1952 | | 0300 000 110
        Châu Văn Đờn | 1945 | | 0300 000 112 | | | | ko zalo
        """,
        remarks=("2 renewed", "6 whose", "7 mended", "9 renewed", "10 renewed", "11 unread", "12 mended"),
    ),
    "a_column_for_the_form_of_address": Case(
        lambda path: xlsx(path, [
            ["STT", "Danh xưng", "Họ và tên", "Năm sinh"], [1, "Ông", "Phan Văn Khá", 1951], [2, "Bà", "Mai Thị Út", 1946], [3, "Bà", "Hồ Nhung", 1958]]),
        """
        Phan Văn Khá | 1951 | nam
        Mai Thị Út | 1946 | nữ
        Hồ Nhung | 1958 | nữ
        """,
    ),
    "titles_apart_without_a_head": Case(
        lambda path: xlsx(path, [
            ["STT", None, "Họ và tên", "Năm sinh"], [1, "Ông", "Phan Văn Khá", 1951], [2, "Bà", "Mai Thị Út", 1946]], merges=[]),
        """
        Phan Văn Khá | 1951 | nam
        Mai Thị Út | 1946 | nữ
        """,
    ),
    "notes_of_who_left_and_who_did_not": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Ghi chú"],
            [1, "Phan Văn Khá", 1951, "mất 15/3/2025"], [2, "Mai Thị Út", 1946, "về ở với con ở Đồng Nai"], [3, "Hồ Thị Nhung", 1958, "chuyển qua CLB khác"],
            [4, "Cao Văn Lãnh", 1949, "bệnh nặng, nằm một chỗ"], [5, "Tạ Thị Bông", 1953, "con trai mất năm 2020"], [6, "Lý Văn Hạnh", 1944, "đã xin ra CLB tháng 6"],
            [7, "Đỗ Thị Kim", 1948, "TỪ TRẦN"], [8, "Bùi Văn Sang", 1948, "mới vào"], [9, "Dương Thị Nga", 1950, "hay quên, mất trí nhớ"],
            [10, "Trịnh Văn Tám", 1939, "Chuyển từ KP Hải Tân về"], [11, "Từ Thị Mận", 1952, "Mãn phần 2/2026"], [12, "Châu Văn Đờn", 1945, "đã ra khỏi danh sách"]]),
        """
        Cao Văn Lãnh | 1949 | | | | | | bệnh nặng, nằm một chỗ
        Tạ Thị Bông | 1953 | | | | | | con trai mất năm 2020
        Bùi Văn Sang | 1948 | | | | | | mới vào
        Dương Thị Nga | 1950 | | | | | | hay quên, mất trí nhớ
        Trịnh Văn Tám | 1939 | | | | | | Chuyển từ KP Hải Tân về
        """,
        left=("2 deceased", "4 moved", "7 left", "8 deceased", "12 deceased", "13 left"),
        waiting=("3 Mai Thị Út gone",),
    ),
    "states_by_numbers_told_in_the_head": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Tình trạng (1: đang sinh hoạt; 2: đã chuyển đi; 3: đã mất)"],
            [1, "Phan Văn Khá", 1951, 1], [2, "Mai Thị Út", 1946, 3], [3, "Hồ Thị Nhung", 1958, 1], [4, "Cao Văn Lãnh", 1949, 2]]),
        """
        Phan Văn Khá | 1951
        Hồ Thị Nhung | 1958
        """,
        left=("3 deceased", "5 moved"),
    ),
    "crosses_under_left_and_died": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Biến động", None, "Ghi chú"], [None, None, None, "Chuyển đi", "Đã mất", None],
            [1, "Phan Văn Khá", 1951, None, None, None], [2, "Mai Thị Út", 1946, None, "x", None], [3, "Hồ Thị Nhung", 1958, "x", None, None]],
            merges=["D1:E1"]),
        "Phan Văn Khá | 1951",
        left=("4 deceased", "5 moved"),
    ),
    "a_form_with_instructions_first": Case(
        lambda path: xlsx(path, [
            ["UBND XÃ PHƯỚC HẢI"], ["HỘI NGƯỜI CAO TUỔI", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [None, None, None, "Độc lập - Tự do - Hạnh phúc"], [],
            ["Hướng dẫn: ghi rõ họ và tên, năm sinh, số điện thoại của từng hội viên; không viết tắt."], ["1. Cột họ và tên ghi chữ in hoa."], ["2. Cột năm sinh ghi đủ bốn số."], [],
            ["Kính gửi: Ủy ban nhân dân xã"], [],
            ["TT", "HỌ VÀ TÊN\n(chữ in hoa)", "NĂM SINH\n(4 số)", "SỐ ĐIỆN THOẠI\n(nếu có)", "CHỖ Ở HIỆN NAY"], ["(1)", "(2)", "(3)", "(4)", "(5)"],
            [1, "PHAN VĂN KHÁ", 1951, "0300000101", "tổ 1"], [2, "MAI THỊ ÚT", 1946, "không", "tổ 2"]]),
        """
        Phan Văn Khá | 1951 | | 0300 000 101 | tổ 1
        Mai Thị Út | 1946 | | | tổ 2
        """,
        left=("1 title", "2 title", "3 title", "5 title", "6 title", "7 title", "9 title", "12 numbering"),
    ),
    "csv_with_quotes_ditto_and_tail": Case(
        lambda path: written(path,
            'STT;"Họ và tên";"Năm sinh";"Địa chỉ";;\n1;"Phan Văn ""Ba"" Khá";1951;"tổ 1";;\n2;Mai Thị Út;1946;"""";;\n;"Tổng cộng: 2";;;;\n;;;;;\n'),
        """
        Phan Văn Khá | 1951 | | | tổ 1 | | | Ba
        Mai Thị Út | 1946 | | | tổ 1
        """,
        left=("4 sum",),
        ending="csv",
    ),
    "txt_aligned_by_blanks": Case(
        lambda path: written(path,
            "DANH SACH HOI VIEN\n\nSTT   Họ và tên             Năm sinh   Số điện thoại\n 1    Phan Văn Khá          1951       0300000101\n 2    Mai Thị Út            1946       0300000102\n 3    Nguyễn Thị Hồng Nhung 1958       0300000103\n"),
        """
        Phan Văn Khá | 1951 | | 0300 000 101
        Mai Thị Út | 1946 | | 0300 000 102
        Nguyễn Thị Hồng Nhung | 1958 | | 0300 000 103
        """,
        left=("1 title",),
        ending="txt",
    ),
    "txt_as_told_in_a_message": Case(
        lambda path: written(path,
            "Danh sách tổ 3 nè chị:\n1. Ông Phan Văn Khá, sinh 1951, tổ 3, đt 0300000101\n2. Bà Mai Thị Út, sinh 1946, tổ 3\n3. Bà Hồ Thị Nhung, sinh 1958, tổ 3, đt 0300000103\n4. Ông Cao Văn Lãnh, 1949\n"),
        """
        Phan Văn Khá | 1951 | nam | 0300 000 101 | tổ 3
        Mai Thị Út | 1946 | nữ | | tổ 3
        Hồ Thị Nhung | 1958 | nữ | 0300 000 103 | tổ 3
        Cao Văn Lãnh | 1949 | nam | | tổ 3
        """,
        left=("1 title",),
        ending="txt",
    ),
    "couples_in_columns_of_their_own": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ tên ông", "Năm sinh", "Họ tên bà", "Năm sinh", "Địa chỉ"],
            [1, "Phan Văn Khá", 1951, "Mai Thị Út", 1953, "tổ 1"], [2, "Cao Văn Lãnh", 1949, None, None, "tổ 2"], [3, None, None, "Hồ Thị Nhung", 1958, "tổ 3"]]),
        """
        Phan Văn Khá | 1951 | nam | | tổ 1
        Cao Văn Lãnh | 1949 | nam | | tổ 2
        Mai Thị Út | 1953 | nữ | | tổ 1
        Hồ Thị Nhung | 1958 | nữ | | tổ 3
        """,
    ),
    "bands_of_age_by_crosses": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Nữ", "Dưới 60", "60-79", "80 trở lên"], [1, "Phan Văn Khá", None, None, "x", None], [2, "Mai Thị Út", "x", None, None, "x"]]),
        """
        Phan Văn Khá | | nam
        Mai Thị Út | | nữ
        """,
        remarks=("2 concluded",),
    ),
    "numbers_within_the_name_cell": Case(
        lambda path: xlsx(path, [
            ["Họ và tên", "Năm sinh", "Nơi ở"], ["01/ Phan Văn Khá", 1951, "tổ 1"], ["02- Mai Thị Út", 1946, "tổ 1"], ["03. Bà Hồ Thị Nhung", 1958, "tổ 2"], ["4 Cao Văn Lãnh", 1949, "tổ 2"]]),
        """
        Phan Văn Khá | 1951 | | | tổ 1
        Mai Thị Út | 1946 | | | tổ 1
        Hồ Thị Nhung | 1958 | nữ | | tổ 2
        Cao Văn Lãnh | 1949 | | | tổ 2
        """,
    ),
    "real_dates_with_times_and_mixed": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Ngày tháng năm sinh"], [1, "Phan Văn Khá", _DAY], [2, "Mai Thị Út", date(1946, 9, 1)], [3, "Hồ Thị Nhung", "02/09/1958 00:00:00"], [4, "Cao Văn Lãnh", "1949-04-12"], [5, "Tạ Thị Bông", "1953-05-06T00:00:00"]]),
        """
        Phan Văn Khá | 12/03/1951
        Mai Thị Út | 01/09/1946
        Hồ Thị Nhung | 02/09/1958
        Cao Văn Lãnh | 12/04/1949
        Tạ Thị Bông | 06/05/1953
        """,
    ),
    "two_columns_of_phones": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "ĐT bàn", "ĐTDĐ"], [1, "Phan Văn Khá", 1951, "0254.3856.789", "0300000101"], [2, "Mai Thị Út", 1946, None, "0300000102"], [3, "Hồ Thị Nhung", 1958, "3856790", None]]),
        """
        Phan Văn Khá | 1951 | | 0300 000 101 | | | | 0254.3856.789
        Mai Thị Út | 1946 | | 0300 000 102
        Hồ Thị Nhung | 1958 | | | | | | 3856790
        """,
        remarks=("4 unread",),
    ),
    "as_above_in_many_ways": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Địa chỉ"], [1, "Phan Văn Khá", 1951, "tổ 1, ấp Hải Lạc"], [2, "Mai Thị Út", 1946, "-nt-"], [3, "Hồ Thị Nhung", 1958, "Như trên"],
            [4, "Cao Văn Lãnh", 1949, "//"], [5, "Tạ Thị Bông", 1953, "''"], [6, "Lý Văn Hạnh", 1944, "- -"], [7, "Đỗ Thị Kim", 1948, "tổ 2"], [8, "Bùi Văn Sang", 1948, "cùng địa chỉ"]]),
        """
        Phan Văn Khá | 1951 | | | tổ 1, ấp Hải Lạc
        Mai Thị Út | 1946 | | | tổ 1, ấp Hải Lạc
        Hồ Thị Nhung | 1958 | | | tổ 1, ấp Hải Lạc
        Cao Văn Lãnh | 1949 | | | tổ 1, ấp Hải Lạc
        Tạ Thị Bông | 1953 | | | tổ 1, ấp Hải Lạc
        Lý Văn Hạnh | 1944
        Đỗ Thị Kim | 1948 | | | tổ 2
        Bùi Văn Sang | 1948 | | | tổ 2
        """,
    ),
    "subtotals_of_groups": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Giới tính"], [None, "TỔ 1", None, None], [1, "Phan Văn Khá", 1951, "Nam"], [2, "Mai Thị Út", 1946, "Nữ"],
            [None, "Cộng tổ 1: 2 người (nam: 1, nữ: 1)", None, None], [None, "TỔ 2", None, None], [1, "Hồ Thị Nhung", 1958, "Nữ"], [None, "Cộng tổ 2", 1, None], ["Tổng cộng 2 tổ", None, 3, None]]),
        """
        Phan Văn Khá | 1951 | nam | | Tổ 1
        Mai Thị Út | 1946 | nữ | | Tổ 1
        Hồ Thị Nhung | 1958 | nữ | | Tổ 2
        """,
        left=("2 heading", "5 sum", "6 heading", "8 sum", "9 sum"),
    ),
    "a_pdf_turned_into_a_sheet": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", None, "Năm", None, "Địa chỉ", None], [None, None, None, "sinh", None, None, None],
            [1, None, "Phan Văn Khá", None, 1951, None, "tổ 1, ấp Hải"], [None, None, None, None, None, None, "Lạc"],
            [2, None, "Mai Thị Út", None, 1946, None, "tổ 2, ấp Hải"], [None, None, None, None, None, None, "Lạc"]],
            merges=["A1:A2", "B1:C2", "D1:E1", "D2:E2", "F1:G2"]),
        """
        Phan Văn Khá | 1951 | | | tổ 1, ấp Hải Lạc
        Mai Thị Út | 1946 | | | tổ 2, ấp Hải Lạc
        """,
        remarks=("3 joined", "5 joined"),
    ),
    "columns_of_a_ministry": Case(
        lambda path: xlsx(path, [
            ["STT", "Mã hội viên", "Họ, chữ đệm và tên khai sinh", "Ngày, tháng, năm sinh", "Giới tính", "Dân tộc", "Số CCCD", "Nơi thường trú", "Nơi ở hiện tại", "Ngày vào hội", "Chức vụ"],
            [1, "HV001", "Phan Văn Khá", "12/03/1951", "Nam", "Kinh", "077051000001", "tổ 1, ấp Hải Lạc", "tổ 1, ấp Hải Lạc", "01/10/2015", "Chi hội trưởng"],
            [2, "HV002", "Mai Thị Út", "01/01/1946", "Nữ", "Kinh", "077146000002", "xã Long Sơn", "tổ 2, ấp Hải Lạc", "01/10/2018", None]]),
        """
        Phan Văn Khá | 12/03/1951 | nam | | tổ 1, ấp Hải Lạc
        Mai Thị Út | 1946 | nữ | | tổ 2, ấp Hải Lạc
        """,
    ),
    "namesakes_told_apart": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh"], [1, "Mai Thị Lan (lớn)", 1946], [2, "Mai Thị Lan (nhỏ)", 1956], [3, "Hồ Thị Nhung A", 1958], [4, "Hồ Thị Nhung B", 1950], [5, "Cao Văn Lãnh (Sáu Lãnh)", 1949], [6, "Phan Văn Khá tự Hai Khá", 1951], [7, "Tạ Thị Bông, tức bà Bảy", 1953]]),
        """
        Mai Thị Lan | 1946 | | | | | | lớn
        Mai Thị Lan | 1956 | | | | | | nhỏ
        Hồ Thị Nhung | 1958 | | | | | | A
        Hồ Thị Nhung | 1950 | | | | | | B
        Cao Văn Lãnh | 1949 | | | | | | Sáu Lãnh
        Phan Văn Khá | 1951 | | | | | | Hai Khá
        Tạ Thị Bông | 1953 | | | | | | bà Bảy
        """,
    ),
    "old_mac_line_ends": Case(
        lambda path: written(path, "STT;Họ và tên;Năm sinh\r1;Phan Văn Khá;1951\r2;Mai Thị Út;1946\r"),
        """
        Phan Văn Khá | 1951
        Mai Thị Út | 1946
        """,
        ending="csv",
    ),
    "attendance_sheet_with_weeks": Case(
        lambda path: xlsx(path, [
            ["BẢNG ĐIỂM DANH THÁNG 11/2026"], ["STT", "Họ và tên", "Năm sinh", "7/11", "14/11", "21/11", "28/11", "Tổng"],
            [1, "Phan Văn Khá", 1951, "x", "x", None, "x", 3], [2, "Mai Thị Út", 1946, "x", "v", "P", None, 2], [None, "Tổng số có mặt", None, 2, 2, 0, 1, None]]),
        """
        Phan Văn Khá | 1951
        Mai Thị Út | 1946
        """,
        left=("1 title", "5 sum"),
    ),
    "sex_only_by_titles_and_middle_blank": Case(
        lambda path: xlsx(path, [
            ["STT", "Ông, bà", "Sinh năm", "Ấp", "Tổ"], [1, "Ông Phan Văn Khá", 1951, "Hải Lạc", 1], [2, "Bà Mai Thị Út", 1946, "Hải Lạc", "2"], [3, "Bà Tư Nhung", 1958, "Hải Tân", "Tổ 3"]]),
        """
        Phan Văn Khá | 1951 | nam | | ấp Hải Lạc, tổ 1
        Mai Thị Út | 1946 | nữ | | ấp Hải Lạc, tổ 2
        """,
        waiting=("4 Tư Nhung nickname",),
    ),
    "years_that_cannot_be": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh"], [1, "Phan Văn Khá", 19511], [2, "Mai Thị Út", 2046], [3, "Hồ Thị Nhung", "195"], [4, "Cao Văn Lãnh", 1949], [5, "Tạ Thị Bông", 1753], [6, "Lý Thị Hạnh", 2019]]),
        "Cao Văn Lãnh | 1949",
        waiting=("2 Phan Văn Khá which 1953", "3 Mai Thị Út unread", "4 Hồ Thị Nhung unread", "6 Tạ Thị Bông unread", "7 Lý Thị Hạnh too_young"),
    ),
    "hardship_in_words": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh", "Hoàn cảnh"], [1, "Phan Văn Khá", 1951, "Hộ nghèo"], [2, "Mai Thị Út", 1946, "neo đơn, cận nghèo"], [3, "Hồ Thị Nhung", 1958, "Không"], [4, "Cao Văn Lãnh", 1949, "khuyết tật nặng"]]),
        """
        Phan Văn Khá | 1951 | | | | poor
        Mai Thị Út | 1946 | | | | near_poor
        Hồ Thị Nhung | 1958
        Cao Văn Lãnh | 1949 | | | | disabled
        """,
        remarks=("3 unread",),
    ),
    "who_stepped_in_for_somebody_dead": Case(
        lambda path: xlsx(path, [["TT", "Họ và tên", "Chức danh", "Năm sinh", "Ghi chú"],
            [1, "Phan Văn Khá", "Chủ nhiệm", 1951, "Đã qua đời 2/9/2025"], [2, "Mai Thị Út", "Phó", 1946, "thay ông Khá (đã mất)"]]),
        "",
        left=("2 deceased",),
        waiting=("3 Mai Thị Út gone",),
    ),
    "phones_in_the_cells_of_names": Case(
        lambda path: xlsx(path, [["STT", "Họ tên và số điện thoại", "Năm sinh"], [1, "Phan Văn Khá 0300000101", 1951],
            [2, "Mai Thị Út - 0300.000.102", 1946], [3, "Hồ Thị Nhung (0300000103)", 1958]]),
        """
        Phan Văn Khá | 1951 | | 0300 000 101
        Mai Thị Út | 1946 | | 0300 000 102
        Hồ Thị Nhung | 1958 | | 0300 000 103
        """,
    ),
    "old_number_struck_on_a_page": Case(
        lambda path: written(path, "<html><meta charset=utf-8><table><tr><td>Họ và tên<td>SĐT<tr><td>Phan Văn Khá"
                             "<td><s>0300 000 109</s> 0300 000 101<tr><td><s>Tạ Văn Bền</s><td>0300 000 102</table>"),
        "Phan Văn Khá | | | 0300 000 101",
        left=("3 struck",),
        ending="xls",
    ),
    "old_number_struck_in_old_excel": Case(
        lambda _: HERE / "struck.xls", "Phan Văn Khá | 1951 | | 0300 000 101", ending="xls",
    ),
}  # fmt: skip
