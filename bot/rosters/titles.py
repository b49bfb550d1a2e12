"""What the words above a list say of all in it: where they live, "Em gửi danh sách tổ 3 ấp Phước Lộc nha chị:"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.absence import OF_ONE

_LONGEST = 160
_MOST_DIGITS = 3
_UNIT = r"(?:tổ(?: dân phố| dân cư| tự quản| hội)?|ấp|thôn|xóm|khóm|khu phố|khu dân cư|kp|tdp|bản|buôn|làng|sóc|hẻm|ngõ|xã|phường|thị trấn)"
BARE_UNIT = r"(?:to|ap|thon|xom|khom|kp|khu pho)"
"""The same without accents, of those that are no other word then."""
_NO_NAME = r"(?!(?i:tổ|ấp|thôn|xóm|khóm|khu|kp|tdp|xã|phường|thị|huyện|tỉnh|năm|tháng|quý|clb|câu|có|gồm)\b)"
_IN_WORDS = r"mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín"
"""The numbers of groups, as a telephone writes them that hears a list."""
_PLACE = rf"(?i:{_UNIT}) (?:(?i:số )?\d{{1,3}}[a-zA-Z]?(?!\w)|(?i:{_IN_WORDS})(?!\w)|{_NO_NAME}[{CAPITALS}][^\W\d_]*(?: {_NO_NAME}[{CAPITALS}][^\W\d_]*){{0,2}})"
PLACES = rf"{_PLACE}(?:\s*[,–-]?\s*{_PLACE}){{0,2}}"
_LISTS = r"(?:danh sách|danh sach|ds)"
THEM = r"(?:hội viên|thành viên|người(?: cao tuổi)?|nct|bà con|cô chú|ông bà|cô bác|các cụ|cụ|anh chị|người già|người dân)"
COURTESY = r"(?:nè|nha|nhé|nhe|nghe|đây|ạ|dạ|em|con|cô|chú|bác|chị|anh|thầy|trước|gồm|có|gửi|của|mình|ne|nhe|day|a)"
_TITLE = Pattern(
    rf"(?P<before>(?i:.*?\b{_LISTS})(?:[\s:;,–-]+(?:(?!(?i:gửi|gởi|cho)\b)[^\W\d_]+\s+){{0,6}}(?i:{THEM}|clb|câu lạc bộ))?|(?P<said>.*?\b(?i:{THEM})))[\s:;,–-]*(?i:của |thuộc |ở |trong )?"
    rf"(?P<places>{PLACES})(?P<behind>(?:\s+(?i:{COURTESY})(?!\w)[^\d:]*|\s*[,.(–-][^\d]*|\s*\((?![^()]*\b(?i:{_UNIT})\b)[^()]{{0,60}}\))?)\s*[:.]?\s*"
)
_PLACE_FIRST = Pattern(
    rf"(?:(?i:{COURTESY}|ơi),?\s+)*(?i:bên |ở )?(?P<places>{PLACES})(?:\s+(?i:{COURTESY}|của))*?\s+(?i:có|gồm|còn)\s+(?:(?i:mấy|các|những|thêm)\s+|\d{{1,3}}\s+)+(?i:{THEM})[^\d:]*:?\s*"
)
"""The place before them: "Tổ 1 ấp Thạnh Phú có mấy người này xin vô:"."""
_BARE = Pattern(
    rf"(?:(?:da|em|con|chau|toi|tui|xin|gui|goi|nop|chi|anh|co|chu|bac|thay|cho),? )*(?i:{_LISTS})(?: (?i:hoi vien|thanh vien|nct|ba con))? (?P<places>{BARE_UNIT} (?:\d{{1,3}}|[a-z]+ [a-z]+)(?: {BARE_UNIT} (?:\d{{1,3}}|[a-z]+(?: [a-z]+)?))?)"
    r"(?: (?:ne|nha|nhe|day|a|em|con|co|chi|anh)\b.*)?\s*:?\s*"
)
"""The same without accents."""
_ONLY_THEM = Pattern(rf"\W*(?:các |mấy )?{THEM}\W*", re.IGNORECASE)
_IS_SENT = Pattern(
    r"\b(?:gửi|gởi|nộp|ghi|thêm|đăng ký|nhập|bổ sung|là|gui|goi|them)\b|:\s*$", re.IGNORECASE
)
"""What says that those who are told of next are meant."""
_IS_ASKED = Pattern(
    r"\?|\bơi,? (?:gửi|gởi|cho)\b|\b(?:xin|giùm|dùm|chừng nào|khi nào)\b.*\b(?:danh sách|ds)\b",
    re.IGNORECASE,
)
"""Who asks for a list sends none."""
_OF_A_CLUB = Pattern(
    r"\b(?:clb|cau lac bo|chi hoi|hoi (?:nct|nguoi cao tuoi|phu nu)|doi|truong|ubnd|lap|thieu|chua|con thieu|bo|xoa|gach|ngoai|khong)\b"
)
"""A club's own name says where it is, and not where each of it lives; nor is a list meant that isn't there."""
_MADE_UP_OF = Pattern(r"\s+gồm\b", re.IGNORECASE)
"""But who follows on "danh sách câu lạc bộ tổ 3 gồm có" is of that group."""
_PART = Pattern(rf"(?i:{_UNIT}) .*?(?=[\s,–-]+(?i:{_UNIT}) |$)")
_BARE_PART = Pattern(rf"{BARE_UNIT} .*?(?= {BARE_UNIT} |$)")


_PLACE_ALONE = Pattern(
    rf"(?:(?i:dạ|thưa),?\s+)?(?P<places>{PLACES})\s+(?i:nè|nha|nhé|nhe|nghe|đây|ạ|em gửi|con gửi|(?:có|gồm)(?=\s*(?::|$)|\s+(?:mấy|những|thêm|các)\b))(?!\w)[^\d:]*:?\s*"
)


def place_before_people(text: str) -> str | None:
    """The place that alone stands before anybody is told of: "Tổ 8 ấp Mỹ Thuận nha em thư ký"."""
    found = _PLACE_ALONE.fullmatch(single_line(text)) if len(text) <= _LONGEST else None
    return written_places(found["places"]) if found is not None else None


_COUNTED = Pattern(rf"\b\d{{1,2}} (?={THEM})", re.IGNORECASE)
_ANY_PLACES = Pattern(rf"(?<!\w){PLACES}")
_ANY_BARE = Pattern(rf"\b{BARE_UNIT} \d{{1,3}}\b")
_OTHERWISE = Pattern(
    r"\?|\b(?:họp|sinh hoạt|tập|gặp|hẹn|ghé|tới|đến|qua|sang|chuyển|không|chưa|ngoài|trừ|khác|hết|trưởng|hop|tap|gap|hen|chuyen|khong|chua|truong)\b",
    re.IGNORECASE,
)
"""What else is said of a place than who lives there."""
_LONGEST_ABOVE = 60


def place_above(text: str) -> str | None:
    """The one place in the first words of a message below which somebody is told of: "tổ 4 bên anh nè"."""
    line = single_line(text)
    if len(line) > _LONGEST_ABOVE or _OTHERWISE.search(line):
        return None
    found = (_ANY_BARE if line.isascii() else _ANY_PLACES).findall(line)
    if len(found) != 1:
        return None
    return found[0] if line.isascii() else written_places(found[0])


@lru_cache(maxsize=2048)
def place_of_title(text: str) -> str | None:
    """Where all of a list live, by the words above it; None where they say it of a club or of none."""
    line = single_line(text).strip(" *•-–")
    if not line or len(line) > _LONGEST:
        return None
    if line.isascii() and (bare := _BARE.fullmatch(line.lower())) is not None:
        return ", ".join(_BARE_PART.findall(bare["places"]))
    if (first := _PLACE_FIRST.fullmatch(line)) is not None and not _IS_ASKED.search(line):
        return written_places(first["places"])
    found = _TITLE.fullmatch(line)
    if found is None:
        return None
    is_within = re.match(r"tổ\b", found["places"].lower()) and _MADE_UP_OF.match(found["behind"])
    if _OF_A_CLUB.search(fold(found["before"])) and not is_within:
        return None
    if _IS_ASKED.search(line):
        return None
    is_alone = found["said"] is not None and _ONLY_THEM.fullmatch(found["said"])
    if found["said"] is not None and not is_alone and not _IS_SENT.search(line):
        return None
    if sum(map(str.isdigit, _COUNTED.sub("", found["before"]))) or OF_ONE.search(found["behind"]):
        return None
    return written_places(found["places"])


_END = Pattern(
    r"(?<=[.;)\d])[\s.;,]*(?:(?i:hết|xong)(?: (?i:rồi|ạ|danh sách|nha|nhé|nghe|rùi|rồi ạ))*"
    rf"|(?i:(?:tất cả|hết thảy|cả|toàn bộ|mấy|các) ?(?:{THEM}|người|nhóm|hai|ông|bà|cô|chú|bác)?(?: (?:này|trên|đó))?(?: (?:đều|cùng|là))*|đều|cùng) (?i:ở|thuộc|bên|nhà ở|(?<=tất cả )|(?<=hết thảy )) ?(?P<places>{PLACES})(?: (?i:{COURTESY}|hết|cả))*)[\s.!]*$"
)


def without_end(text: str) -> tuple[str, str | None]:
    """A paragraph without its closing words, and where all live by them: "… Tất cả ở tổ 6. Hết ạ."."""
    lives = None
    while (found := _END.search(text[-_LONGEST:])) is not None:
        lives = written_places(found["places"]) if found["places"] else lives
        text = text[: len(text) - len(text[-_LONGEST:]) + found.start()]
    return text, lives


def written_places(places: str) -> str:
    """Places as they are written in an address, the narrow ones first as they stand."""
    parts = [each.strip(" ,–-") for each in _PART.findall(places)]
    return ", ".join(map(_lowered, parts))


def _lowered(part: str) -> str:
    """ "ẤP BÀ CÔI" as it is written within an address: "ấp Bà Côi"."""
    unit = re.match(rf"(?i:{_UNIT})(?i: số)?", part)
    if unit is None or part != part.upper():
        return part
    kind = unit[0] if unit[0].lower() in ("kp", "tdp") else unit[0].lower()
    return kind + part[unit.end() :].title()


_OPENS = Pattern(
    r"\b(?:danh sach|(?:may|cac) (?:co|chu|nguoi|ong|ba|bac|cu|anh chi)\b|thong tin (?:may|cac|nguoi|ben|to|cua|co|ong|ba|hoi vien|thanh vien))\b"
    r"|^\W*(?:cap nhat|tinh den|so lieu den|lap luc|in luc)\b"
)


_CLOSES = Pattern(
    r"\W*(?:(?:xin|rat) )?(?:tran trong|kinh (?:thu|chao|bao)|than (?:ai|men|chao)|cam on|cam ta|chan thanh|chuc)(?:[ ,]+[a-z]+){0,6}\W*"
)


@lru_cache(maxsize=8192)
def is_opening(text: str) -> bool:
    """Whether a line only leads to a list, or away from it: "Dạ thông tin mấy cô chú bên em đây ạ"."""
    line = single_line(text)
    if not line or len(line) > _LONGEST or OF_ONE.search(line):
        return False
    is_closed = _CLOSES.fullmatch(fold(line)) and any(map(str.islower, line.split()[1:]))
    if _is_spoken(line) or is_closed or place_of_title(line) is not None:
        return True
    opens = _OPENS.search(fold(line))
    is_dated = opens is not None and not opens.start()
    return opens is not None and (is_dated or sum(map(str.isdigit, line)) <= _MOST_DIGITS)


_SPOKEN = frozenset(
    "giùm dùm nha nhé nhe nghe ạ với rồi nè em con cô chị anh ai báo gửi gởi ghi nhập thôi còn thiếu bổ sung cảm ơn hết mai sau xong này đó "
    "được không là mấy cho nữa nhiêu thêm lại gì dạ đủ coi xem nhớ chép thì".split()
)
"""Words of what people say around a list, and of no name when they are written small."""
_SPOKEN_BARE = frozenset(
    map(fold, (*_SPOKEN, "ơi", "cháu", "ông", "bà", "giúp", "chào", "dùm", "cô", "chú"))
)
_OF_SOMEBODY = Pattern(
    r"\b(?:ông|bà|cụ|chú|bác|dì|thầy|ổng|bả|cổ) (?!(?:đọc|gửi|gởi|ghi|nhờ|kể|nói|viết|chép|xin|cho|cảm|chào|giúp|nhập|lập|coi|xem)\b)\w",
    re.IGNORECASE,
)
_FEWEST_WORDS, _FEWEST_SPOKEN = 4, 2


def _is_spoken(line: str) -> bool:
    """Whether a line is a sentence to who gets the list and tells of nobody: "Nhờ anh nhập giùm em với"."""
    words = re.findall(r"[^\W\d_]+", line)
    if len(words) < _FEWEST_WORDS or any(map(str.isdigit, line)) or _OF_SOMEBODY.search(line):
        return False
    small = [word for word in words[1:] if word.islower()]
    if line.isascii() and line.islower() and not {"thi", "van"} & set(words):
        # "chau oi ghi giup ong voi".
        small, spoken = words[1:], sum(word in _SPOKEN_BARE for word in words)
        return spoken >= max(_FEWEST_SPOKEN, len(words) / 2)
    spoken = sum(word in _SPOKEN for word in small)
    return len(small) >= len(words) - 1 and spoken >= max(_FEWEST_SPOKEN, len(words) / 3)
