"""What is told of somebody right behind his name: a birth, a phone, where he lives."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS
from bot.rosters.animals import OF_THE_MOON
from bot.rosters.contacts import numbers_in, reached

_YEAR = r"(?:18|19|20)\d\d"
_SPAN = Pattern(rf"\(\s*({_YEAR})\s*[-–]\s*(20\d\d)\s*\)")
BIRTH = Pattern(
    rf"[\s,;:(\-–/.]*(?:(?:sinh|sanh)(?:\s+(?:ngày|năm|ngay|nam))?|s\.?\s?n|n\.?\s?s|năm sinh|nam sinh)?[\s.:]*"
    rf"((?:\d{{1,2}}[/.-]){{0,2}}{_YEAR}(?!\d)|(?:ngày )?(?:(?:mùng|mồng|mung|mong) )?\d{{1,2}} tháng \d{{1,2}},? năm {_YEAR}|"
    r"\d{2,3}\s*(?:tuổi|tuoi|t)\b(?: hay (?:là )?sinh năm \d{2,4})?)",
    re.IGNORECASE,
)
SHORT = Pattern(
    r"[\s,;:(\-–/]*(?:(?:sinh|sanh)(?:\s+(?:ngày|năm|ngay|nam))?|s\.?\s?n|n\.?\s?s)[\s.:]*(\d\d)(?!\d)"
    r"|\s*[,;\-–/]\s*(\d\d)(?=\s*(?:$|[,;\-–/]))",
    re.IGNORECASE,
)
_BARE = Pattern(
    r"\s*\(\s*(\d\d)\s*\??\s*\)|\s+([2-9]\d)(?=\s*[,;]|\s+(?:(?:tổ|to|ấp|ap)\s+\d|(?:số |so )?(?:đt|dt|sđt|sdt|số|so|zalo|điện thoại|dien thoai)\b|0\d{2}|(?:không|khong|ko|k|hông|chưa|chua) (?:có |co |xài |xai )?(?:số|so|đt|dt|sđt|sdt|điện thoại|dien thoai)\b))",
    re.IGNORECASE,
)
_EITHER = Pattern(r"\s*(?:hay|hoặc|hoac)\s+(?:19)?(\d\d)(?!\d)")
_EITHER_YEAR = Pattern(
    rf"\s*(?:(?:hay|hoặc|hoac)\s+(?:là\s+)?(?P<said>{_YEAR})(?!\d)"
    r"|[/\\–-]\s*(?P<signed>(?:1[89])?\d\d)(?![\d/.\w])|[,;]?\s*\(\s*(?P<beside>(?:18|19)\d\d)\s*\??\s*\))"
)
"""A second year right behind the first: "1957 hay 1959", "1957/1959", "1957/59", "1957 (1959)"."""
_SHORT_EITHER = Pattern(r"[\s,(:–-]*([2-7]\d)\s*[/–-]\s*([2-7]\d)(?![\d/.\w])\)?")
_NEAR = range(1, 6)
"""Years between two of which one is somebody's: "57/59" is no house."""
_IN_WORDS = Pattern(
    r"[\s,(]*(?:sinh\s+)?(năm\s+[^,;.()\d]{3,30}?)(?=\s*(?:$|[,;.()]|số\b|sđt\b|đt\b))",
    re.IGNORECASE,
)
_YEAR_IN_DIGITS = Pattern(r"^năm\s+(?=một\s+(?:chín|tám)\b|mười\s+chín\b|một\s+ngàn)")
_TOO_SHORT = Pattern(r"(?<![\w/.-])0\d(?:[ .]?\d){5,11}(?![\w/-])")
_WITHOUT = Pattern(
    r"(?<=\d)[\s–-]+((?:không|khong|ko|hông|hong|chưa|chua|hổng) (?:có |co |xài |xai |dùng |dung )?(?:sđt|sdt|số đt|số điện thoại|đt|dt|điện thoại|dien thoai|số|máy)(?!\w))",
    re.IGNORECASE,
)
"""That somebody has no phone, right behind where he lives: "to 3 ko dt"."""
_OF_THE_MOON = Pattern(rf"[\s,;:(–-]*({OF_THE_MOON})(?!\w)", re.IGNORECASE)
_TICKS = Pattern("[✅✔☑👍❤🙏]\ufe0f?")
_WARD = Pattern(rf"((?:TT|Tt|tt|P|p|F|X|x)\.\s?(?:\d{{1,2}}|[{CAPITALS}][^\W\d_].*))")
"""A town or a ward in short: "TT.Long Điền", "P.8"."""
_LIVES = Pattern(
    r"\s*(?:trú tại|thường trú|tạm trú|cư ngụ|trú|ngụ tại|ngụ|nơi ở|địa chỉ|đ/c|đc)\s*:?\s+(.+)",
    re.IGNORECASE,
)
_PLACE = Pattern(
    r"(?:(?:cũng|cung) )?(?:(?:(?:nhà|nha) )?(?:ở|o) |nhà )?((?i:tổ|to|ấp|ap|hẻm|hem|xóm|xom|thôn|khóm|khom|kp|khu phố|khu pho|đường|duong|số nhà|nhà số|(?<!nhà )số(?= \d{1,4}[A-Za-z]?(?:/\d+[A-Za-z]?)*,? (?:tổ|ấp|đường|hẻm|khu|kp|xóm|thôn|khóm|ngõ)\b)|ngõ|ngách|kiệt|bản|buôn|làng|sóc|phum|giáo họ|xã|xa|phường|phuong|thị trấn|thi tran|tt\.?|p\.|f\.|khu|đội)"
    rf"\s+(?:\d|[{CAPITALS}]).*)"
)
"""A place by its kind: "tổ 3", "nhà ở hẻm 3"; a "tổ trưởng" is none."""
_ABOUT = Pattern(r"\s*,?\s*(khoảng|chừng|tầm|gần|hơn|ngoài)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """Somebody who is told of, each as it is written."""

    name: str
    sex: str = ""
    birth: str = ""
    phone: str = ""
    address: str = ""
    contact: str = ""
    note: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of HEADS."""
        return (
            self.name, self.sex, self.birth, self.phone, self.address, self.contact, self.note,
        )  # fmt: skip


_OTHER_NAME = Pattern(
    rf"\s+(?:hay|hoặc|hoac)(?:\s+là)?\s+[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*)*(?:\s+gì(?: đó| á)?)?(?![\w])"
)
"""Another way to read the name before it: "Quách Kim Lý hay Lỳ gì đó"."""


def person_of(name: str, behind: str) -> Told | None:
    if (other := _OTHER_NAME.match(behind)) is not None:
        said = re.sub(r"\s+gì.*$", "", other[0])
        person = person_of(name, behind[other.end() :])
        return replace(person, name=f"{person.name}{said}") if person is not None else None
    birth, note, rest = "", "", behind
    if span := _SPAN.search(behind[:20]):
        birth, note, rest = span[1], f"mất {span[2]}", behind[span.end() :]
    elif found := BIRTH.match(behind) or BIRTH.search(_without_numbers(behind)):
        about = _ABOUT.search(behind[: found.start(1)])
        birth = f"{about[1]} {found[1]}" if about else found[1]
        begins = min(found.start(), about.start()) if about else found.start()
        ends = found.end()
        if either := _EITHER_YEAR.match(behind[ends:]):
            year = either["said"] or either["signed"] or either["beside"]
            birth, ends = f"{birth} hay {_in_full(year)}", ends + either.end()
        rest = f"{behind[:begins]}, {behind[ends:]}"
    elif found := _BARE.match(behind):
        # A year or an age: nobody knows, so it is asked.
        birth, rest = found[1] or found[2], behind[found.end() :]
    elif (found := _SHORT_EITHER.match(behind)) and int(found[2]) - int(found[1]) in _NEAR:
        birth, rest = f"19{found[1]} hay 19{found[2]}", behind[found.end() :]
    elif found := SHORT.search(_without_numbers(behind)):
        birth = f"19{found[1] or found[2]}"
        if either := _EITHER.match(behind[found.end() :]):
            birth = f"{birth} hay 19{either[1]}"
        rest = f"{behind[: found.start()]}, {behind[found.end() :]}"
    elif found := _IN_WORDS.match(behind):
        birth, rest = _YEAR_IN_DIGITS.sub("", found[1]), behind[found.end() :]
    phone, contact, rest = reached(rest)
    if not phone and (found := _TOO_SHORT.search(rest)):
        # A number that can't be called is told, and is no note.
        phone, rest = found[0], f"{rest[: found.start()]}, {rest[found.end() :]}"
    if not birth and not phone and (found := _OF_THE_MOON.match(behind)):
        birth, rest = found[1], behind[found.end() :]
    if not birth and not phone:
        return None
    rest = _WITHOUT.sub(r", \1, ", _TICKS.sub(", ", rest))
    kept = re.sub(r"[\s,;.:()\-–/|]*[,;][\s,;.:()\-–/|]*", ", ", rest).strip(" ,;.:()-–/|")
    parts = [
        each for each in (note, *kept.split(", ")) if each and not _SAID_BETWEEN.fullmatch(each)
    ]
    lives = [found[1] for part in parts if (found := _lives(part))]
    sex = next((part for part in parts if part.lower() in _SEXES), "")
    parts = [part for part in parts if not _lives(part) and part != sex]
    return Told(name, sex, birth, phone, ", ".join(lives), contact, ", ".join(parts))


def _in_full(year: str) -> str:
    return year if len(year) > _SHORT_YEAR else f"19{year}"


_SHORT_YEAR = 2
_SEXES = ("nam", "nữ")
_SAID_BETWEEN = Pattern(
    r"(?:rồi|rồi tới|tới|xong|dạ|vậy|(?:ông|bà) này|(?:vậy là |thế là )?hết(?: rồi| (?:\w+ ){1,2}người)(?: (?:đó|nha|nghe|ạ|chị|anh|cô|chú|em)){0,3}|kế đó|tiếp theo|rồi (?:đó|nha|nghe)(?: \w+)?)",
    re.IGNORECASE,
)
"""What somebody says who reads a list aloud, and tells of nobody."""


def _lives(part: str) -> re.Match[str] | None:
    return _LIVES.fullmatch(part) or _PLACE.fullmatch(part) or _WARD.fullmatch(part)


def _without_numbers(text: str) -> str:
    """A text with its phones blanked out, each letter at its place."""
    for begin, end, _, _ in numbers_in(text):
        text = f"{text[:begin]}{'#' * (end - begin)}{text[end:]}"
    return text
