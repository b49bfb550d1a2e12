"""What a complaint tells of somebody's data, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.intents.exposed import complains_of_data


@pytest.mark.parametrize(
    "text",
    [
        "chú Tư đưa số điện thoại của tôi cho người bán thuốc",
        "ai bán số của tôi cho bọn quảng cáo",
        "co Lan doc ten nha tui ngheo len loa",
        "đem hoàn cảnh nhà tui ra nói giữa chợ",
        "dán danh sách hộ nghèo ngoài quán nước có tên tôi",
        "ĐĂNG HÌNH MÁ TÔI LÊN ZALO không hỏi",
        "sổ thành viên để ngoài quán nước",
        "lộ thông tin của má tôi rồi",
        "cho người ta xem số điện thoại tui, giờ người lạ gọi hoài",
        "tự ý sửa ngày sinh của tôi",
        "không cho tôi xem thông tin của tôi",
        "thong tin cua toi bi lo ra ngoai",
        "ông kế toán lấy căn cước của tui đi vay cho người ta",
        "địa chỉ nhà tôi sao người bán bảo hiểm biết",
        "nói ra hoàn cảnh của bà trước cả xóm",
        "Chị thư ký gửi số điện thoại mấy bà cho công ty thuốc",
        "they sold my phone number",
    ],
)
def test_what_was_done_with_data(text: str) -> None:
    assert complains_of_data(text)


@pytest.mark.parametrize(
    "text",
    [
        "cô y tá la má tôi",
        "phát quà theo danh sách mà không có tên tôi",
        "chủ nhiệm thu tiền quỹ không biên nhận",
        "sao không duyệt đơn của tôi",
        "ông tổ trưởng nói hỗn với bà già",
        "cho vay toàn người nhà",
        "bi gach ten khoi danh sach vay",
        "đọc báo cáo thu chi lơ mơ",
        "ăn hết tiền quỹ rồi nói không có",
        "gọi điện hoài không ai nghe máy",
        "cho gạo hộ nghèo mà chia cho bà con nhà ổng",
        "the treasurer shouted at my mother",
    ],
)
def test_what_was_done_otherwise(text: str) -> None:
    assert not complains_of_data(text)
