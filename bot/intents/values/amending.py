"""What somebody puts right within one answer: "10g sáng, sửa lại 9g30", "15 triệu, à không, 12"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.intents.message import Message, comparable
from bot.intents.phrases import written
from bot.intents.scene import Asked
from bot.language.patterns import Pattern

_BREAK = r"[\s,.:;…!?-]+(?=\S)"
_NUMBER = written(r"(?=(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|một|hăm|gần|khoảng|\d))")
_INSTEAD = Pattern(
    r"(?<!\w)(?:"
    + written(
        r"(?:sửa|đổi) (?:lại|thành)(?: là| thành)?|đính chính(?: là| lại)?|à (?:lộn|không|không phải|nhầm|quên|ko|hông|ý)(?: rồi)?|"
        r"(?:ý|í) (?:lộn|quên|nhầm)(?: rồi)?|(?:nói|ghi|gõ|bấm|nhớ|tính|viết) (?:lộn|nhầm)(?! thành| ra| là)(?: rồi| mất)?|(?:lộn|nhầm|trật|sai) rồi|"
        r"(?:không|hông|hong|ko) phải .{1,30}? mà(?: là)?|nói chơi|actually|sorry|i mean|no wait|xin lỗi|"
        r"chốt(?: lại)?(?: là)?|(?:tức|nghĩa) là|vị chi|tổng cộng|nữa là|(?:đúng|chính xác) ra(?: là| phải là)?|(?:nhưng|mà|chứ) (?:đúng(?: ra)? là|(?:thật|thiệt|thực) (?:ra|sự)(?: là)?)|ý (?:tôi|tui|tao|mình|em|con|cháu|anh|chị|bác|cô|chú|ông|bà)(?: (?:nói|muốn))? (?:là|muốn|phải)"
    )
    + rf"){_BREAK}|(?<!\w)"
    + written(r"(?:lộn|nhầm|quên),")
    + r"\s*(?=\S)|\.\.\.\s*"
    + written(r"à\s+")
    + "|(?<!\\w)"
    + written(
        r"(?:(?:cộng lại|tính ra|vậy|tổng|đứa|người) là|mà thôi(?: (?:lấy|để|qua|ghi|chốt))*)\s+"
    )
    + _NUMBER
)
_RATHER = Pattern(
    r"[\s]*(?:[,.;:…!?]|\.\.\.)\s*(?:"
    + written(
        r"(?:à|ủa|ấy|chết|ơ|quên|thôi|khoan)(?:,? (?:mà|quên|thôi|lộn|nhầm|khoan))*|đâu có|không phải|mà thôi|hay (?:là )?|(?:vậy|thôi thì|rốt cuộc|cuối cùng)(?: thì| là)?(?: (?:ghi|lấy|để|chốt|cho))*(?= (?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))|no|wait"
    )
    + rf"){_BREAK}"
)
"""Only where a value stands before it and another behind it: "9 giờ, thôi 10 giờ"."""
_SINCE_THEN = (
    r"à không(?: được| có)?|ủa|à mà thôi|mà thôi|thôi|mà (?:kẹt|bận|xa|nắng|mưa|chắc|sợ)(?: \S+){0,2}|"
    r"(?:nên |vậy )?(?:chuyển|đổi|dời)(?: qua| sang)?"
)
_TURNS = {
    Asked.DATE: Pattern(
        rf"(?<!\w)(?:{written(_SINCE_THEN + '|(?:vậy|v) để|để|con ghi|em ghi')})[\s,]+(?=\S)|(?<=\w)\.\s+(?=\d)"
    ),
    Asked.TIME: Pattern(rf"(?<!\w)(?:{written(_SINCE_THEN + '|con ghi|em ghi|để')})[\s,]+(?=\S)"),
    Asked.MONEY: Pattern(
        rf"(?<!\w)(?:{written('mà chắc|chắc(?: chỉ)?|(?:họ|người ta|trên|xã|nó) cho|thôi(?: lấy| ghi)?|được(?: có)?|giảm còn|nâng lên')})\s+(?=\S)"
    ),
    Asked.NUMBER: Pattern(
        rf"(?<!\w)(?:{written('(?:mới )?(?:nâng|tăng) lên|giảm (?:còn|xuống)|đếm (?:đi đếm )?lại(?: được| còn| có)?|thực tế(?: là| có| chỉ)?')})\s+(?=\S)"
    ),
}
"""What turns an answer round, where a value stands before it and another behind it, by what is asked."""
_RIGHT_IS = Pattern(
    rf"(?P<right>[^,;…]+?)\s+{written('mới (?:là )?(?:đúng|phải|chính xác|chuẩn)')}(?!\w)"
)
_NOT_THAT = Pattern(
    r"[\s,]+"
    + written(
        r"(?:chứ|chớ|không|ko|hông) (?:(?:không|ko|hông|hổng|chưa|đâu)(?: có)? )?phải(?: là)?"
    )
    + r"\s[^,.;…]+"
)
"""What it is not, behind what it is: "1951 chứ không phải 1957"."""


class Amended(NamedTuple):
    """An answer as it is put right; `before`: what has to hold a value as well, if anything."""

    text: str
    before: str | None = None


def amended(message: Message, asked: Asked | None) -> Iterator[Amended]:
    """What stands instead of something else in an answer, the likeliest first."""
    text = message.text
    line = comparable(text)
    if right := _RIGHT_IS.search(line):
        yield Amended(text[slice(*right.span("right"))].strip())
    found = list(_INSTEAD.finditer(line))
    if found:
        head, rest = text[: found[-1].start()], text[found[-1].end() :]
        yield Amended(_with_its_unit(head, rest, asked))
    rather = list(_RATHER.finditer(line))
    if rather:
        head, rest = text[: rather[-1].start()], text[rather[-1].end() :]
        if head.strip() and not _ADDS.match(comparable(rest)):
            yield Amended(_with_its_unit(head, rest, asked), head)
    turned = list(_TURNS[asked].finditer(line)) if asked in _TURNS else []
    if turned:
        head, rest = text[: turned[-1].start()], text[turned[-1].end() :]
        yield Amended(_with_its_unit(head, rest, asked), head)
    without = _NOT_THAT.search(line)
    if without and text[: without.start()].strip():
        yield Amended(text[: without.start()] + text[without.end() :])


_ADDS = Pattern(
    written(r"(?:có|thêm|còn|mới|trong đó|kể|tính|mấy|được) (?!.*(?<!\w)(?:là|còn|thành) )")
)
"""What is told besides and puts nothing right: "52 người, à có ba người mới"."""
_SIZE = Pattern(written(r"(?<![^\W\d])(?:triệu|tr|củ|ngàn|nghìn|k|trăm|tỷ|tỉ|chục)(?!\w)"))
_EVENING = Pattern(written(r"(?<!\w)(?:tối|chiều|đêm)(?!\w)"))
_PART_OF_DAY = Pattern(written(r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm|khuya|am|pm)(?!\w)"))
_LATE_HOUR = Pattern(
    written(r"^\s*(?:lúc )?(?:[1-6]|một|hai|ba|bốn|năm|sáu)(?!\d| mươi)(?= |h|g|:|$)")
)
_WEEK_OR_MONTH = Pattern(
    written(
        r"(?:tuần|tháng) (?:này|sau|tới|\d{1,2}|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|chạp)(?: năm (?:sau|tới|\d+))?(?!\w)|(?<=\d)/\d{1,2}(?:/\d{2,4})?(?!\d)"
    )
)


def _with_its_unit(head: str, rest: str, asked: Asked | None) -> str:
    """What is put right with the unit said before only: "15 triệu, à không, 12"."""
    before, behind = comparable(head), comparable(rest)
    if asked is Asked.MONEY and (size := _SIZE.search(before)) and not _SIZE.search(behind):
        return _DIGITS.sub(rf"\g<0> {size[0]}", rest, count=1)
    if asked is Asked.TIME and not _PART_OF_DAY.search(behind):
        evening = _EVENING.search(before)
        if evening and (evening[0][0] != "c" or _LATE_HOUR.match(behind)):
            return f"{rest} {evening[0]}"
    if asked is Asked.DATE and not _WEEK_OR_MONTH.search(behind):
        named = list(_WEEK_OR_MONTH.finditer(before))
        day = _DAY.search(rest)
        if named and day and day[0].isdecimal() != named[-1][0].startswith(("tuần", "tuan")):
            joint = "" if named[-1][0].startswith("/") else " "
            return f"{rest[: day.end()]}{joint}{named[-1][0]}{rest[day.end() :]}"
    return rest


_DIGITS = Pattern(r"\d+(?:[.,]\d+)?(?!\d)")
_DAY = Pattern(
    r"(?:(?<!\d)\d{1,2}(?!\d|/)|" + written(r"(?<!\w)(?:thứ \w+|chủ nhật|mùng \w+|rằm)(?!\w)") + ")"
)
