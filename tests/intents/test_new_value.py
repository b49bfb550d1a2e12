"""What is to be put right becomes what, in the words of the wish."""

from __future__ import annotations

import pytest

from bot.intents.named import read_named
from bot.intents.new_value import What, new_value


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("tôi sinh năm 1947 chứ không phải 1948", "birth", "1947"),
        ("năm sinh của tôi không phải 1948 mà là 1947", "birth", "1947"),
        ("sua nam sinh tu 1948 thanh 1947", "birth", "1947"),
        ("sửa năm sinh lại 1947, không phải 1948", "birth", "1947"),
        ("hông phải 1948 mà 1947", "birth", "1947"),
        ("ghi 1948 là sai, đúng là 1947", "birth", "1947"),
        ("I was born 1947 not 1948", "birth", "1947"),
        ("năm sinh sai rồi", "birth", None),
        ("số tôi là 0908 111 222 chứ hổng phải 0912 345 678", "phone", "0908111222"),
        ("đổi số từ 0912 345 678 sang 0908 111 222", "phone", "0908111222"),
        ("đổi số 0912 345 678 hay 0908 111 222", "phone", None),
        ("doi ten toi thanh Nguyễn Thị Sáu Em", "full_name", "Nguyễn Thị Sáu Em"),
        ("sửa tên tôi thành Nguyễn Thị Sáu Em nha con", "full_name", "Nguyễn Thị Sáu Em"),
        ("tên tôi là Nguyễn Thị Sen chứ không phải Sáu", "full_name", "Nguyễn Thị Sen"),
        ("tên tôi không phải Sáu mà là Nguyễn Thị Sen", "full_name", "Nguyễn Thị Sen"),
        ("họ tên đúng: Trần Văn Tư", "full_name", "Trần Văn Tư"),
        ("sua ten thanh nguyen thi em nha", "full_name", "nguyen thi em"),
        ("sửa tên thành Lê Văn Mới mới đúng", "full_name", "Lê Văn Mới"),
        ("tên tôi viết sai", "full_name", None),
        ("sửa tên tôi thành Sáu", "full_name", None),
        ("tên là gì cũng được", "full_name", None),
        ("sửa chỗ ở của tôi thành tổ 9, ấp Phước Tân", "address", "tổ 9, ấp Phước Tân"),
        ("tôi dọn nhà qua tổ 9 ấp Phước Tân rồi", "address", "tổ 9 ấp Phước Tân"),
        ("dia chi moi la to 9 ap phuoc tan nha", "address", "to 9 ap phuoc tan"),
        ("chuyển về ấp Hải Lạc ở rồi con", "address", "ấp Hải Lạc"),
        ("địa chỉ của tôi sai rồi", "address", None),
        ("chuyển qua nhà con gái ở", "address", None),
        ("tôi là nam chứ không phải nữ", "sex", "nam"),
        ("giới tính ghi sai, nữ mới đúng", "sex", "nữ"),
    ],
)
def test_the_new_value_is_taken_and_not_the_old_one(
    text: str, what: What, value: str | None
) -> None:
    assert new_value(text, what) == value


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("má em đổi số 0977 888 999", []), ("ba em sinh năm 1951", []), ("me em doi so", []),
        ("cha em đổi số", []), ("má Em đổi số", [("Em",)]), ("ba em doi so", [("em",)]),
        ("bà em đổi số", [("em",)]), ("má Sáu đổi số", [("Sáu",)]),
    ],
)  # fmt: skip
def test_a_mother_of_mine_is_nobody_called_em(text: str, named: list[tuple[str, ...]]) -> None:
    assert [each.typed for each in read_named(text)] == named
