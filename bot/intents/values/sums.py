"""Sums of money among the words of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.intents.message import Message, comparable, read_message, removed
from bot.intents.phrases import Phrases, written
from bot.intents.values.numbers import ENGLISH_NUMBERS, NUMERAL, one_of_two, windows
from bot.intents.values.reading import LONGEST, NOTHING, ValueReading
from bot.language.numbers import read_money
from bot.language.patterns import Pattern
from bot.language.text import fold, single_line

_FREE = Phrases(
    r"(không|chưa|chẳng|đâu) (có )?(thu|tốn|đóng|mất)?( \S+)? ?(đồng|tiền|phí|xu|cắc|bạc|gì|nào)",
    r"miễn phí|free|nothing",
)


_HAS_NONE = Pattern(
    written(
        r"(?:,? ?(?<!\w)(?:chứ|chớ|vì|tại|mà|nhiều quá))?(?: (?:thì|cũng))* ?(?<!\w)(?:bà con|người ta|dân|họ|hội viên|mấy bà|mấy ông|ai|nhiều người|nhà nào)(?: \S+){0,2} (?:không|chưa|làm gì|đâu) có tiền(?: \S+)?$"
    ),
    re.IGNORECASE,
)
_NOT_A_CENT = Phrases(
    r"(không|chưa|chẳng|đâu)( \S+){0,5} (một|nửa) (đồng|cắc|xu)( (nào|cả|hết|bạc))*$"
)


_SLANG = (
    ("chai|củ|cu", "triệu"),
    ("xị|xi|lít|lit", "trăm ngàn"),
)
_MILLIONS = Pattern(
    rf"\b(?:({'|'.join(ENGLISH_NUMBERS)})\s+)?(?:million(?: dong)?)\b", re.IGNORECASE
)


def _slang_sum(text: str) -> str:
    """A sum with the market's words for a million and a hundred thousand written out."""
    text = _MILLIONS.sub(
        lambda found: f"{ENGLISH_NUMBERS[found[1].lower()] if found[1] else ''} triệu".strip(), text
    )
    if not _COUNTED_SUM.search(text):
        return text
    for slang, full in _SLANG:
        text = re.sub(rf"(?:^|(?<=\w))\s*\b(?:{slang})\b", f" {full}", text, flags=re.IGNORECASE)
    return text.strip()


_COUNTED_SUM = Pattern(
    r"\d|mot|một|hai|ba|bon|bốn|nam|năm|sau|sáu|bay|bảy|tam|tám|chin|chín|muoi|mười|nua|nửa|ruoi|rưỡi",
    re.IGNORECASE,
)
_SUM_IN_DIGITS = Pattern(r"\d+(?:[.,]\d+)*(?:k|tr|trieu|ngan|nghin|m|d)\d*k?")
_SCALE = Pattern(r"tram|chuc|ngan|nghin|trieu|tr|k|ti|ty|muoi|ruoi")


def _windows_of_sums(content: list[str]) -> Iterator[list[str]]:
    """Stretches that may be a sum, those with digits or a word for a size first."""
    later: list[list[str]] = []
    for window in windows(content, 6):
        if "," in window:
            continue
        ends = [fold(window[0]), fold(window[-1])]
        if not any(NUMERAL.fullmatch(end) or _SUM_IN_DIGITS.fullmatch(end) for end in ends):
            continue
        if ends[0] in ("k", "tr", "le", "linh") or (ends[0] == "ruoi" and len(window) > 1):
            continue
        sized = any(
            any(letter.isdigit() for letter in word) or _SCALE.fullmatch(fold(word))
            for word in window
        )
        if sized:
            yield window
        else:
            later.append(window)
    yield from later


def _with_breaks(message: Message) -> list[str]:
    """The words of the core with a comma between their pieces, over which no sum goes."""
    start, end = message.core
    breaks = {stop for _, stop in message.parts}
    found: list[str] = []
    for at in range(start, end):
        found.append(message.words[at])
        if at + 1 in breaks and at + 1 < end:
            found.append(",")
    return found


_ENGLISH_SIZES = {"hundred": 100, "thousand": 1_000}


def _english_sum(text: str) -> int | None:
    """ "five hundred thousand"; None without a thousand in words."""
    words = re.findall(r"[a-z]+|\d+", text.lower())
    if "thousand" not in words:
        return None
    total = 0
    for word in words[: words.index("thousand")]:
        if word in ENGLISH_NUMBERS or word.isdecimal():
            total += ENGLISH_NUMBERS[word] if word in ENGLISH_NUMBERS else int(word)
        elif word in _ENGLISH_SIZES:
            total = max(total, 1) * _ENGLISH_SIZES[word]
    return total * 1_000 or None


_GROUPED_SUM = Pattern(
    r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)(?!\s*(?:k|tr|trieu|triệu|ngàn|ngan|nghìn|nghin|tỷ|ty)\b)",
    re.IGNORECASE,
)
"""A sum written with its thousands set apart: "quỹ còn 12.350.000đ, tiền mặt bà Lụa cầm"."""


_SUM_OF_ALL = Phrases(
    r"(?<=\w )(tổng( cộng| số)?|cộng lại|vị chi|cả thảy|tất cả)( (là|được|cỡ|chừng))* (?P<sum>\S+.*)$"
)
"""The sum at the end, behind what makes it up."""
_FROM_BUDGET = Pattern(r"\s+(?:ngân|ngan) (?:sách|sach|hàng|hang)\b", re.IGNORECASE)
"""Begins like ngàn where it is typed bare."""


_FOR_EACH = Pattern(
    written(
        r"(?<=\w) (?:một|1|mỗi|cho một|cho mỗi) (?:đầu )?(?:người|hộ|suất|đứa|nhà|mạng|hội viên|tháng|năm|buổi|bữa)(?!\w)"
    )
)
"""Of whom a sum is: "trăm hai một người" is no hundred and twenty-one."""
_ADDS_UP = Phrases(
    r"cộng (thêm|lại|vô|vào|chung|hết|hai|cả)|(góp|hùn|cho|bù|xin|ủng hộ|tặng|được) thêm"
)
_BETWEEN_SUMS = Pattern(written(r" (?:với|và|cộng|cùng|thêm)(?: thêm)? |[,;+] "))


def _added_sums(message: Message) -> int | None:
    """What some sums make together, where they are to be added up; None where none are."""
    if not _ADDS_UP.find(message.line):
        return None
    pieces = [
        read_message(each) for each in _BETWEEN_SUMS.split(comparable(single_line(message.text)))
    ]
    sums = [value for each in pieces if each.words and (value := _sum_in(each)) is not None]
    return sum(sums) if len(sums) > 1 else None


def _sum_in(message: Message) -> int | None:
    """The sum in one piece of an answer."""
    sums = (read_money(" ".join(each)).value for each in _windows_of_sums(_with_breaks(message)))
    return next((each for each in sums if each), None)


def without_poor(message: Message) -> Message:
    """A sum without why it is no more: "mười ngàn thôi chứ bà con không có tiền"."""
    rest = removed(_HAS_NONE, message.text)
    return read_message(rest) if rest != message.text and rest.strip(" ,.") else message


def read_sum(message: Message) -> ValueReading:
    """A sum in đồng among the words."""
    if (either := one_of_two(message)) is not message:
        return read_sum(either)._replace(is_sure=False)
    if summed := _SUM_OF_ALL.find(message.line):
        total = read_sum(read_message(summed["sum"]))
        if total.value is not None:
            return total
    if (whole := removed(_FOR_EACH, message.text)) != message.text and whole.strip():
        message = read_message(whole)
    if (added := _added_sums(message)) is not None:
        return ValueReading(str(added))
    text = _slang_sum(_FROM_BUDGET.sub(" ", single_line(message.text)[:LONGEST]))
    grouped = set(_GROUPED_SUM.findall(text))
    if len(grouped) == 1:
        return ValueReading(re.sub(r"\D", "", grouped.pop()))
    if _NOT_A_CENT.find(message.line) and not re.search(r"\d", text):
        return ValueReading("0")
    reading = read_money(text)
    if reading.value is not None:
        return ValueReading(str(reading.value))
    if reading.options:
        return ValueReading(str(reading.options[0]), is_sure=False)
    if _FREE.find(message.line) and not re.search(r"\d", text):
        return ValueReading("0")
    if english_sum := _english_sum(text):
        return ValueReading(str(english_sum))
    content = _with_breaks(read_message(text) if text != message.text else message)
    for window in _windows_of_sums(content):
        found = read_money(" ".join(window))
        if found.value:
            return ValueReading(str(found.value), is_sure=True)
        if found.options and len(window) <= 3:
            return ValueReading(str(found.options[0]), is_sure=False)
    return NOTHING
