"""Numbers among the words of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.intents.message import Message, read_message, removed
from bot.intents.phrases import Phrases, written
from bot.intents.values.reading import LONGEST, NOTHING, ValueReading
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold, single_line


def windows(words: list[str], longest: int) -> Iterator[list[str]]:
    """Stretches of words, the longest first."""
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            yield words[start : start + size]


NUMERAL = Pattern(
    r"\d+|khong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|bat|tam|chin|muoi|moi|muoif|chuc|tram|ngan|nghin|trieu|tr|k|ham|bam|ruoi|ti|ty|le|linh|nua|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
ENGLISH_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def numeral_runs(words: list[str]) -> list[list[str]]:
    """Stretches of number words, longest first."""
    runs: list[list[str]] = []
    current: list[str] = []
    for word in [*words, ""]:
        if word and NUMERAL.fullmatch(fold(word)):
            current.append(word)
        elif current:
            runs.append(current)
            current = []
    return sorted(runs, key=len, reverse=True)


def last_number(words: list[str]) -> int | None:
    """The number that some words end in: "má năm nay tám mươi mốt"."""
    for start in range(len(words)):
        value = english_number(words[start:]) or read_number(" ".join(words[start:])).value
        if value is not None:
            return value
    return None


def leading_number(words: list[str]) -> int | None:
    """The number that some words begin with."""
    for end in range(min(len(words), 6), 0, -1):
        value = read_number(" ".join(words[:end])).value
        if value is not None:
            return value
    return None


def first_number(words: list[str]) -> int | None:
    for run in numeral_runs(words):
        for window in windows(run, 6):
            reading = read_number(" ".join(window))
            if reading.value is not None:
                return reading.value
    return None


def english_number(words: list[str]) -> int | None:
    known = [ENGLISH_NUMBERS.get(word) for word in words]
    if not known or any(each is None for each in known):
        return None
    return sum(each for each in known if each is not None)


_ASIDE = Pattern(
    r"[\s,;]+(?:trong đó|trong do|trong số|trong so|vắng|vang|mà|ma|nhưng|nhung|không kể|khong ke|chưa kể|chua ke|kể cả|ke ca|tính luôn|tinh luon|tính cả|tinh ca|gồm|gom)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What is added to a number: how many of them are women, who was away."""


_JOINED = Pattern(written(r" (?:với|và|cùng|thêm|cộng) "))
_PEOPLE = written(
    r"(?:nữ|nam|hội viên|thành viên|đàn ông|đàn bà|phụ nữ|trẻ|đứa|người|ông bà|ông|bà|cụ|cháu|con|thằng|nhỏ|dì|cô|chú|cậu|bác|chị|anh|em|má|mẹ|ba|tía|vợ|chồng|nội|ngoại|cố)(?!\w)"
)
_ONE_PART = Pattern(
    written(
        r"(?:(?:dạ|có|nhà|gồm|còn|chỉ|hai) )*?(?:(?P<couple>(?:(?:hai|2) )?(?:vợ chồng|ông bà|ba má|ba mẹ|cha mẹ|bố mẹ|tía má|má con|mẹ con)(?!\w).*)|"
        r"(?P<count>\d{1,4}|(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|tư|lăm|chục|trăm) )*"
        r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|chục|trăm)) "
    )
    + rf"{_PEOPLE}.*|(?P<one>{_PEOPLE}\D*)|"
    + written(r"(?P<me>(?:tôi|tui|mình|em|con)))")
)
_TOTAL = Phrases(
    r"(ghi|là|tổng|cộng lại|tính ra|vị chi|tất cả|hết thảy|cả thảy|(đếm|tính)( \S+){0,3} (cũng|được|ra|là|có)|cũng|được)"
    r" (?P<sum>(\S+ ){0,2}?\S+?)( (người|mạng|mạnh|miệng|đứa|nhân khẩu|mống|ng))?$"
)
_SAID_FIRST = Pattern(
    written(
        r"(?:(?:dạ|nhà|trong nhà|tui|tôi|em|con|mình|hiện|giờ) )*(?:có|gồm|đủ|tổng cộng|tất cả) (?P<sum>(?:\S+ )?\S+)"
        r" (?:người|mạng|miệng|nhân khẩu|mống|ng)"
    )
)
"""The sum before those who make it up: "nhà có ba người, hai vợ chồng già với thằng cháu"."""


_ALONE = Phrases(
    r"^(nhà |trong nhà |dạ )*(chỉ |có |mỗi |còn )+mình( ên)? (tui|tôi|bà|ông|bác|má|mẹ|mạ|mệ|ba|nội|ngoại|em|con|cô|chú)( \S+){0,2}$"
)
_LEFT = Phrases(
    r"(mất|nghỉ|rút|bớt|chuyển|trừ|xin ra|bỏ|dọn|loại)( \S+){0,6} (còn|là|thành)( (lại|có|được|đúng|đâu))* (?P<sum>\d{1,4}|(\S+ ){1,2}?(mươi|chục)( \S+)?|hăm \S+)( (thôi|người|hội viên|hộ|cụ))*( (em|con|chị|nha|ạ))*$"
)
"""Those who are left: "có 61, mới xin ra hai người còn 59"."""
_WRITE = Phrases(
    r"(?<!đừng )(?<!không )(?<!khỏi )(ghi|lấy|để|cứ ghi|chốt)( (là|số|con số|đại|giùm|cho|tròn))* (?P<sum>\d{1,4}|(\S+ ){0,3}?\S+?)( (người|thôi|đi|con|em|cháu|chị|anh|nha|nghen|nhé|ạ|cho chắc|luôn|hội viên|hộ|cụ))*$"
)
"""What is to be written at the end, whatever was counted before: "năm chục mấy, ghi năm hai đi"."""


def _first_of_parts(message: Message) -> int | None:
    """The sum that stands first, where those who make it up follow: "52 hội viên, 20 nam 32 nữ"."""
    if len(message.parts) < 2:
        return None
    start, end = message.parts[0]
    total = read_number(" ".join(message.words[start:end])).value
    rest = [int(word) for word in message.words[end:] if word.isdecimal()]
    return total if total is not None and len(rest) > 1 and sum(rest) == total else None


def _household(message: Message) -> int | None:
    """Those of a house who are counted part by part: "hai vợ chồng với thằng cháu" are three.

    None where any part is no people, or where the sum is said.
    """
    if "con cho" in message.folded:
        return None
    if _ALONE.find(message.line):
        return 1
    if (first := _first_of_parts(message)) is not None:
        return first
    if len(message.parts) > 1:
        start, end = message.parts[0]
        head = _SAID_FIRST.fullmatch(" ".join(message.words[start:end]))
        if head and (said := read_number(head["sum"]).value) is not None:
            return said
    if summed := _TOTAL.find(message.line):
        return last_number(summed["sum"].split())
    return _added_up(message)


def _added_up(message: Message) -> int | None:
    line = " ".join(message.words[slice(*message.core)])
    pieces = [each.strip() for each in _JOINED.split(f" {line} ")]
    if len(pieces) < 2 or not any(_COUNTED_PART.match(each) for each in pieces):
        return None
    total = 0
    for piece in pieces:
        found = _ONE_PART.fullmatch(piece)
        if found is None:
            return None
        if own := _PART_SAID.search(piece):
            # "ba mẹ cậu là 3, thêm em nữa"
            total += int(own[1])
        elif found["couple"]:
            total += 2
        elif found["count"]:
            counted = read_number(found["count"]).value
            if counted is None:
                return None
            total += counted
        else:
            total += 1
    return total


_PART_SAID = Pattern(written(r" là (\d{1,2})$"))
_COUNTED_PART = Pattern(
    written(
        r"(?:(?:dạ|có|nhà|gồm|còn|chỉ) )*(?:vợ chồng|(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) \S)"
    )
)


_WHERE_AND_WHEN = Pattern(
    written(
        r"(?<!\w)(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|mấy|vài) (?:ngày|bữa|hôm|tuần|tháng|tiếng) (?:nữa|sau|tới)(?!\w)|(?<!\w)(?:một|1|mỗi|trong) (?:tháng|tuần|năm|ngày) (?=\D*?\w+ (?:lần|bận|bữa|buổi|lượt)(?!\w))|(?<!\w)(?:trên|trong) (?:địa bàn|toàn xã|xã|huyện|danh sách|giấy|sổ)(?: \w+)?? (?=có|được|là)|(?<!\w)năm (?:nay|ngoái|rồi|sau|tới|trước)(?!\w)"
    )
    + written(r"|(?<!\w)(?:(?:tới|đến|hết|cuối|đầu) )+tháng \d{1,2}(?!\d)"),
    re.IGNORECASE,
)
"""What a count is of and from when: no figure, and no "hơn"."""
_OF_AGE = Pattern(
    written(
        r"\s(?:(?:từ|trên|dưới|ngoài|quá|khỏi) (?:\d{2}|\S+ (?:mươi|chục)(?: \S+)?)(?: tuổi)?|\d{2,3} tuổi)(?: trở lên| đổ lên)?(?!\w)"
    ),
    re.IGNORECASE,
)
"""How old those are who are counted: "ba trăm mười tám cụ trên 80"."""


def read_count(message: Message) -> ValueReading:
    """A whole number among the words, before what is said of some of them."""
    if (counted := removed(_OF_AGE, message.text)) != message.text and counted.strip():
        found = read_count(read_message(counted))
        if found.value is not None:
            return found
    text = removed(_WHERE_AND_WHEN, message.text)
    if text != message.text and text.strip():
        message = read_message(" ".join(text.split()))
    if (left := _LEFT.find(message.line)) and (count := last_number(left["sum"].split())):
        return ValueReading(str(count))
    if len(message.parts) > 1 and (count := _at_head(message)) is not None:
        return ValueReading(str(count))
    if len(message.parts) > 1 and (count := _to_write(message)) is not None:
        return ValueReading(str(count))
    if (nearly := _NEARLY.find(message.line)) and (count := last_number(nearly["sum"].split())):
        return ValueReading(str(count), is_sure=False)
    if (either := one_of_two(message)) is not message:
        return read_count(either)._replace(is_sure=False)
    head = _ASIDE.sub("", message.text)
    together = _household(read_message(head) if head.strip() else message)
    if together is not None:
        return ValueReading(str(together))
    if head != message.text and head.strip():
        found = _count_in(read_message(head))
        if found.value is not None:
            return found
    return _count_in(message)


_HEAD = Phrases(
    r"^(dạ |có |được |hiện |giờ |khoảng )*(?P<sum>\d{1,4})( (clb|câu lạc bộ|người|hội viên|hộ|cụ|tổ|xã|cái|đơn vị|thành viên))?$"
)


def _at_head(message: Message) -> int | None:
    """The number that a whole first piece is, before what is told of it: "47, không tính 2 cái chờ"."""
    if _LEFT.find(message.line) or _INSTEAD_BEHIND.find(message.line):
        return None
    start, end = message.parts[0]
    found = _HEAD.find(" ".join(message.words[start:end]))
    return None if found is None else read_number(found["sum"]).value


_INSTEAD_BEHIND = Phrases(r"à không|nhầm|lộn|sửa|ghi|lấy|tổng|thêm|cộng|với|và|còn|nữa|mới|vị chi")


def _to_write(message: Message) -> int | None:
    """The number that the last piece of an answer asks to write; None where it asks for none."""
    start, end = message.parts[-1]
    found = _WRITE.find(" ".join(message.words[start:end]))
    return None if found is None else read_number(found["sum"]).value


_NEARLY = Phrases(
    r"^((dạ|có|được|cỡ|chừng|khoảng|chắc|cũng|nhóm|xã|ấp|tổ|thôn|hiện|giờ) )*(gần|hơn|ngót nghét|ngót|trên dưới|xấp xỉ|non|nearly|almost|over|about) (được )?"
    r"(?P<sum>\d{2,4}|(\S+ )?(mươi|chục|trăm)|trăm)( (người|hội viên|hộ|cụ|thành viên|nhà|bà con|ng|mạng|người ạ))*( \S+){0,2}$"
)
"""A round number that is nearly so: it is said back before it counts."""
_DIGIT_WORDS = "một hai ba bốn năm sáu bảy tám chín".split()
_EITHER = Pattern(
    r"(?<!\w)(?:"
    + "|".join(
        f"(?P<n{at}>{written(one)}) (?={written(other)} (?:{written('chục|trăm|ngàn|nghìn|triệu|tỷ|tỉ|chai|củ')})(?!\\w))"
        for at, (one, other) in enumerate(pairwise(_DIGIT_WORDS), 1)
    )
    + ")"
)
"""The lower of two that are said for about so much: "năm sáu triệu", "hai ba chục người"."""


def one_of_two(message: Message) -> Message:
    """A message with one of two numbers: which is meant is open, 56 of them isn't."""
    line = _EITHER.sub("", message.line)
    return read_message(line) if line != message.line else message


def _count_in(message: Message) -> ValueReading:
    text = single_line(message.text)[:LONGEST]
    reading = read_number(text)
    if reading.value is not None:
        return ValueReading(str(reading.value), is_sure=not reading.is_about)
    if reading.problem == "about":
        return NOTHING
    content = list(message.content)
    english = [
        each
        for each in (english_number([word]) for word in re.split(r"[\s-]+", text.lower()))
        if each
    ]
    if english and (message.is_english or len(english) == len(text.split())):
        return ValueReading(str(sum(english)), is_sure=len(english) < 3)
    digits = re.findall(r"(?<![\d/.,])\d{1,5}(?![\d/.,]*\d)", text)
    if len(digits) == 1:
        return ValueReading(digits[0])
    for run in numeral_runs(content):
        if fold(run[0]) == "khong" and len(content) > 1:
            # "không nhớ con số", "số này không nắm": it denies, and counts nobody.
            continue
        for window in windows(run, 6):
            found = read_number(" ".join(window))
            if found.value is not None:
                return ValueReading(str(found.value), is_sure=len(digits) < 2)
            if found.options and len(window) == len(run):
                return ValueReading(str(found.options[0]), is_sure=False)
    if digits:
        return ValueReading(digits[-1], is_sure=False)
    return NOTHING


_FIGURE = r"\d{1,4}|hăm (mốt|hai|ba|tư|lăm|sáu|bảy|tám|chín)|(\S+ )?(mươi|chục|trăm)( (mốt|một|hai|ba|tư|bốn|lăm|năm|sáu|bảy|tám|chín))?|mười( (một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?"
_PRESENT = Phrases(
    rf"^((dạ|có|được|chị ơi|em ơi|(bữa|hôm|buổi|kỳ|tuần|sáng|chiều) (này|nay|qua|rồi|đó)|hôm qua|tổng cộng|cả thảy|(đếm|điểm danh) (được|có)|khoảng|chừng|cỡ) )*(?P<first>{_FIGURE}) ((người|bà con|cụ|hội viên|thành viên|đại biểu|ng)( \S+)? ?(có mặt|đi|tới|dự|tham dự)?|có mặt|tham dự|(trên|trong( số| tổng số)?|/) \d+)",
    rf"(có mặt|đi|tới|đến|dự|tham dự|được|đủ|có)( (được|cả|dự|tổng cộng|chừng|khoảng))* (?P<count>{_FIGURE}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)(?! (giờ|h|g|tuổi|tháng))",
)


def count_present(message: Message) -> str | None:
    """How many came, of what was counted: "có mặt 41 người, vắng 9"; None where no figure says it."""
    found = _PRESENT.find(message.line)
    if found is None:
        return None
    value = read_number(found["count"] or found["first"]).value
    return None if value is None else str(value)
