"""Lines of a list that are no people: sums, headings of groups, signatures, the state's title."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, is_typed, single_line
from bot.rosters.changes import is_spent
from bot.rosters.contacts import numbers_in
from bot.rosters.corrections import PUT_RIGHT
from bot.rosters.family_names import begins_as_name
from bot.rosters.heads import column_of_head
from bot.rosters.naming import is_nickname, without_title
from bot.rosters.shortened import is_shortened
from bot.rosters.sorts import sorts_people, without_sort


class Kind(StrEnum):
    """Why a line is no person."""

    HEAD = "head"
    NUMBERING = "numbering"
    HEADING = "heading"
    SUM = "sum"
    SIGNATURE = "signature"
    TITLE = "title"


_SUM = Pattern(
    r"(?:tong (?:cong|so|ket)|cong (?:trang|mang|chuyen|don|cuoi|so|tong)|cong (?:to|ap|nhom|khu|kp|thon|xom|doi|ho)\b.*\d|luy ke|(?:trang \d+ )?mang sang|chuyen trang|"
    r"(?:\(?an dinh )?danh sach (?:nay |tren )?(?:co|gom)|total|sub ?total|so luong)\b.*"
    r"|(?:tong|cong)\s*(?:[:\-.(].*|\d.*)?|trong do\b.*|(?:so )?(?:nam|nu|nguoi|hoi vien)\s*:\s*\d+.*"
    r"|\d{1,4} (?:ho|nguoi|hoi vien|hv|thanh vien|nct)"
)
_TITLE = Pattern(
    r"(?:ds\b|d/s\b|cong hoa xa hoi|doc lap|hoi (?:nguoi cao tuoi|nct)|uy ban|ubnd|danh sach|mat tran|phu luc|mau so|"
    r"so (?:clb|cau lac bo|hoi vien|theo doi|danh sach|diem danh|quan ly|ghi chep)\b|bieu mau|\(?kem theo|so:|ban hanh).*"
    # Minutes tell of a meeting, and a sign-up list of what is signed up for.
    r"|(?:bien ban|(?:hoi nghi|cuoc hop|buoi hop|dai hoi)(?! vien)|(?:ghi danh|dang ky)(?: ten)? (?:tham gia|vao|vo|gia nhap|sinh hoat|clb|cau lac bo))\b.*"
    r"|(?:hom nay|hom qua|(?:sang|chieu|toi|bua) nay)\b.*|(?:(?:vao |bat dau |khai mac |ket thuc )?(?:luc|hoi) \d|vao ngay|ngay \d|thoi gian\b|dia diem\b|noi dung\b|chuong trinh\b|bat dau\b|ket thuc\b|khai mac\b|be mac\b).*"
    # What people write around a list in a chat.
    r"|(?:(?:da|thua|kinh|em|con|chau|toi|tui)\b[ ,]*)*(?:xin )?(?:gui|goi|nop|cam on|chao)\b.*"
)
_DAY = Pattern(r".{0,60}\bngay\b.{0,14}\bthang\b.{0,14}\bnam\b.{0,12}")
_SIGNATURE = Pattern(
    r"(?:nguoi (?:lap|ghi(?=\s*:)|soan|nhap|danh may|cap nhat|ky|kiem tra|duyet|viet|tong hop)|lap (?:bang|bieu|danh sach)|t ?/ ?m\b|tm\b|thay mat|kt\b|"
    r"xac nhan|truong (?:ban|ap|khu|thon|to|khom)|chu (?:nhiem|tich)|pho (?:chu|ban)|chi hoi truong|chi hoi pho|bi thu|"
    r"thu ky|\(?ky\b|\(?da ky|ky ten|ban (?:chap hanh|chu nhiem|quan ly|van dong|to chuc)|dai dien|ke toan|thu quy|thu truong|giam doc|tru tri|can bo|"
    r"noi nhan|luu(?! y\b):?|ghi chu:|\(?ghi ro|chu ky)\b.*"
)
_ORDER = r"(?:(?:[ivx]+|[a-h]|\d{1,2})\s*[.)/:\-]\s*|\*+\s*|[-+]\s*)?"
_GROUPS = ("tổ", "ấp", "thôn", "xóm", "khóm", "khu", "nhóm", "đội", "cụm", "hẻm", "xã", "phường",
           "làng", "buôn", "sóc", "kp", "tdp", "chi hội", "khu phố", "tổ dân phố", "tổ dân cư",
           "tổ tự quản", "phân hội", "đường", "ngõ", "ngách", "kiệt", "bản", "bon", "phum", "giáo họ", "giáo khu", "giáo xóm", "dãy", "câu lạc bộ", "clb", "chi", "hộ")  # fmt: skip
_WHO = Pattern(
    rf"{_ORDER}(?:(?:nhom|doi) )?(?:cac |nhung )?(?:hoi vien |thanh vien |cu )?(nam|nu|nam gioi|nu gioi|ong|ba)"
    r"\s*[:.]?\s*(?:\(?\s*\d+\s*(?:nguoi|hoi vien|hv|thanh vien|cu)?\s*\)?)?"
)
_EXPLAINED = Pattern(r"[^\d()]{2,30} \((nam|nu|nam gioi|nu gioi)\)")
_OTHER_GROUPS = Pattern(
    rf"{_ORDER}(?:ban (?:chu nhiem|chap hanh|van dong|quan ly)|hoi vien|thanh vien|nguoi (?:cao tuoi|tre|da mat|mat|chuyen|khuyet)|"
    r"dien|ho (?:ngheo|can ngheo)|tinh nguyen vien|tu \d+.*tuoi|duoi \d+|tren \d+|\d+ ?(?:[-–] ?\d+ )?tuoi\b(?: tro (?:len|xuong))?$|do tuoi|danh sach|da (?:mat|chuyen)|"
    r"phan|muc|nguoi)\b.*"
)
_ROMAN = Pattern(r"(?:[ivx]{1,5}|[a-h])[.)]?")


@lru_cache(maxsize=8192)
def seems_name(text: str) -> bool:
    """Whether a few words name somebody and no place: "Tô Văn Ba", "Bảy Rô", not "tổ 3"."""
    if _LEADER.match(text):
        return False
    is_name = begins_as_name(text) or is_nickname(text) or is_shortened(text)
    return is_name and not any(map(str.isdigit, text)) and group_place(text) is None


@lru_cache(maxsize=8192)
def is_sum(text: str) -> bool:
    """Whether words begin a line of sums; "Tống Văn Bình" doesn't."""
    folded = fold(single_line(text)).strip("* -")
    first = single_line(text).strip("* -").split(" ")[0].lower().rstrip(":.") if folded else ""
    if first in ("cộng", "tổng"):
        # Nobody is called so: whatever is counted together here.
        return True
    if folded.startswith("tong") and not is_typed(first, "tổng"):
        return False
    if folded.startswith("cong") and not is_typed(first, "cộng"):
        return False
    return bool(_SUM.fullmatch(folded)) or is_spent(text) or _is_subtotal(text)


_SUBTOTAL = Pattern(
    r"(.+?)\s+(?:sub|grand)?\s*(?:total|count|average)|(.+?)\s+(?:tổng|cộng|tổng cộng|tổng số)",
    re.IGNORECASE,
)


def _is_subtotal(text: str) -> bool:
    """Whether words are those of a spreadsheet under each group that it summed up: "Tổ 1 Total"."""
    found = _SUBTOTAL.fullmatch(single_line(text).strip(" *:"))
    return found is not None and (found[1] is not None or group_place(found[2]) is not None)


@lru_cache(maxsize=8192)
def is_signature(text: str) -> bool:
    """Whether words belong under a list: the day, who made it, who signs."""
    folded = fold(single_line(text)).strip("* -")
    return bool(_SIGNATURE.fullmatch(folded) or _DAY.fullmatch(folded))


@lru_cache(maxsize=8192)
def is_title(text: str) -> bool:
    """Whether words belong above a list: the state's title, the association, what list it is."""
    return bool(_TITLE.fullmatch(fold(single_line(text)).strip("* -")))


@lru_cache(maxsize=8192)
def is_group(text: str) -> bool:
    """Whether words head a group: "Tổ 3", "II. TỔ DÂN CƯ SỐ 2", "Ấp Hải Lạc", "Nữ:"."""
    return (
        group_place(text) is not None
        or group_sex(text) is not None
        or bool(_OTHER_GROUPS.fullmatch(fold(single_line(text))))
        or is_sort(text)
    )


def is_sort(text: str) -> bool:
    """Whether words, with their number or without, head people of one age, sex or state: "I. Nhóm nữ"."""
    return sorts_people(re.sub(rf"(?i)^{_ORDER}", "", without_signs(text)))


_SIGNS_AROUND = Pattern(
    r"^(?:(?![❌✗✘✖❎🚫⛔])[\s=#>~•·\u2190-\u2bff\u3010\u3011\U0001f000-\U0001faff\ufe0f\u200d])+"
    r"|[\s=#<~•·\u2190-\u2bff\u3010\u3011\U0001f000-\U0001faff\ufe0f\u200d]+$"
)


def without_signs(text: str) -> str:
    """A heading without the signs that draw the eye to it: "📍 Tổ 3", "== Tổ 4 =="."""
    return _SIGNS_AROUND.sub("", single_line(text))


@lru_cache(maxsize=8192)
def group_place(text: str) -> str | None:
    """The place that heads a group, without its number in the list: "Tổ dân cư số 2"."""
    line = re.sub(rf"(?i)^{_ORDER}", "", without_signs(text)).strip(" :.-")
    if (home := _home(line)) is not None:
        return home
    if sorts_people(line):
        return None
    line = without_sort(line)
    line = re.sub(
        r"(?:\s*[:(\-–]\s*\(?|\s+(?:có|co|gồm|gom))\s*\d+\s*(?:người|nguoi|hội viên|hoi vien|hv|thành viên)?\)?\s*$",
        "",
        line,
    )
    if sorts_people(line):
        return None
    line = _HAS_SOME.sub("", _without_number(line))
    line = re.sub(r"\s*\((?!(?i:xóm|ấp|thôn|khóm|khu phố|kp) \w).*\)$", "", line)
    line = re.sub(r"^([^\W\d_]+(?: [^\W\d_]+)?):\s+(?=\S)", r"\1 ", line)
    line = _CLOSE.sub(r"\1 \2", line)
    words = line.lower().split()
    if not 1 < len(words) <= 10 or line.endswith(","):
        return None
    if _OF_A_TEAM.match(fold(line)) or is_spent(line):
        return None
    if _LEADER.match(line) or are_heads(line):
        return None
    for group in _GROUPS:
        known = group.split()
        if len(words) <= len(known) or not all(map(is_typed, words, known)):
            continue
        if known[0] in _WITH_ACCENTS and words[0].isascii():
            continue
        # Without accents "to" may be the family name Tô: then a number tells.
        if words[0].isascii() and known[0] != words[0] and _is_of_somebody(line):
            continue
        return _lowered(line)
    return None


def are_heads(line: str) -> bool:
    """Whether words name what stands below them: "HO VA TEN - NAM SINH - DIEN THOAI"."""
    parts = [each for each in _BETWEEN_HEADS.split(line) if each]
    is_begun = len(parts) > 1 and column_of_head(parts[0]) is not None
    return is_begun and any(column_of_head(each) is not None for each in parts[1:])


_BETWEEN_HEADS = Pattern(r"\s+[-–|]\s+|\s*[,;/|]\s*")


def _without_number(line: str) -> str:
    """A heading without a telephone's number and whose it is: "tổ 4, đt tổ trưởng 0300 000 201"."""
    number = next(numbers_in(line), None)
    return line if number is None else _WHOSE_NUMBER.sub("", line[: number[0]])


_WHOSE_NUMBER = Pattern(
    r"[\s,;:(–-]*(?:\b(?:đt|dt|sđt|sdt|điện thoại|dien thoai|số|so|của|cua|liên hệ|lien he|tổ trưởng|to truong|trưởng|truong)\b[\s:.(–-]*)*$",
    re.IGNORECASE,
)


def _is_of_somebody(line: str) -> bool:
    """Whether words without accents name somebody: "to van ba", "ho thi lai 57", but "to dan pho 3"."""
    name = re.split(r"[\d,;(:]", line, maxsplit=1)[0].strip()
    if name == line:
        return begins_as_name(line)
    words = fold(name).split()
    is_told = next(numbers_in(line), None) is not None or _YEAR.search(line) is not None
    has_middle = len(words) > _FEWEST_SIGNS and words[1] in _MIDDLES
    return has_middle or (is_told and len(words) > 1 and begins_as_name(name))


_MIDDLES = ("thi", "van")
_HAS_SOME = Pattern(
    r"(?:\s+(?:mình|minh|bên|ben|tụi|tui|em|con|cháu|chau|mình đây))*\s+(?:có|co|gồm|gom)(?:\s+"
    r"(?:mấy|may|các|cac|những|nhung|một số|mot so)\s+\S.*)?$",
    re.IGNORECASE,
)
"""What goes on behind a place in a message: "Xóm Vườn mình có mấy người nầy nè cô"."""
_WITH_ACCENTS = ("bản", "dãy", "kiệt", "ngõ")
"""Places that without accents are other words: "BAN CHỦ NHIỆM"."""
_HOME = Pattern(r"(?:\d+\W+)?(?:nhà|hộ|gia đình|gđ)\b", re.IGNORECASE)
_LIVES = Pattern(r"(?:địa chỉ|đ/c|ngụ|ở|tại)\b[\s:]*", re.IGNORECASE)
_WHOSE = Pattern(
    rf"(?:(?i:ông|bà|cụ|cô|chú|anh|chị|bác|dì) )?[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{0,5}}"
    r"|\d{1,2} (?:người|nhân khẩu|khẩu|hội viên|thành viên|hv|tv)"
)
_STREET = Pattern(
    r"(?:(?:nhà )?số(?: nhà)? \d|\d+[/\w]* (?:đường|hẻm)\b|(?:đường|hẻm) \w)", re.IGNORECASE
)


def _home(line: str) -> str | None:
    """The place of a household without whose it is: "Nhà ông Sáu Phước, tổ 1"."""
    if _HOME.match(line) is None:
        return None
    parts = [_LIVES.sub("", each.strip()) for each in re.split(r"[(),;:·]|\s[–-]\s", line)[1:]]
    parts = [each for each in parts if each]
    parts = [each for each in parts if not _WHOSE.fullmatch(each)]
    if not parts or not all(is_home(each) or _STREET.match(each) for each in parts):
        return None
    is_told = any(is_home(each) or _WITHIN_ONE.search(each) for each in parts)
    return ", ".join(parts) if is_told else None


_WITHIN_ONE = Pattern(rf"\b(?i:tổ|ấp|thôn|xóm|khóm|khu phố|kp|hẻm|đường) (?:\d|[{CAPITALS}])")
"""A group within one part of a place: "nhà số 23 tổ 1"."""


def is_home(text: str) -> bool:
    """Whether words are a place in which somebody lives: "tổ 3", "ấp Hải Lạc", not "nhóm nòng cốt"."""
    place = group_place(text)
    if place is None:
        return False
    return is_hamlet(place) or (is_within(place) and any(map(str.isdigit, place)))


_CLOSE = Pattern(r"^(kp|tdp|tổ|ấp|thôn|xóm|khóm|khu|nhóm|hẻm)(\d{1,2})(?=$|[\s,.(])", re.IGNORECASE)
"""A number right behind what it numbers, as sheets are named: "KP1"."""
_LEADER = Pattern(
    r"(?:tổ|to|ấp|ap|thôn|thon|xóm|xom|khóm|khom|nhóm|nhom|đội|doi|khu(?: phố| pho)?|chi hội|chi hoi|cụm|clb) (?:trưởng|truong|phó|pho(?! \d))(?!\w)"
    rf"|(?:tổ|to|đội|doi|nhóm|nhom|chi hội|chi hoi|(?:xã|xa)(?! \w+ (?-i:[{CAPITALS}]))) (?:viên|vien)(?!\w)",
    re.IGNORECASE,
)
"""Who leads a place or belongs to a group is none: "Tổ trưởng", "Tổ viên", but "Xã Viên An"."""
_OF_A_TEAM = Pattern(
    r"(?:doi|nhom|chi) (?!\d|so\b|hoi\b)(?:duong sinh|van nghe|[a-z]+(?: [a-z]+){3,})|xa hoi\b"
    r"|(?:to|nhom|doi) (?:chuc|phu nu|vay|tiet kiem|hop tac|tin dung|tuong tro|tuong te|hoa giai|an ninh|tu thien|thien nguyen)\b"
)
"""A team has a name and lives nowhere: "Đội dưỡng sinh khu phố 3"."""
_WITHIN = frozenset(("to", "nhom", "cum", "hem", "doi", "tdp", "ngo", "ngach", "kiet", "day"))
_HAMLETS = frozenset(
    ("ap", "thon", "xom", "khom", "khu", "kp", "lang", "buon", "soc", "ban", "bon", "phum")
)


def is_club(text: str) -> bool:
    """Whether words begin as the name of a club: it says where the club is, and nobody's home."""
    return bool(_CLUB.match(fold(text)))


_CLUB = Pattern(r"(?:clb|cau lac bo)\b")


def is_hamlet(place: str) -> bool:
    """Whether the place of a group is a hamlet: "Ấp Hải Lạc"."""
    return fold(place).split()[0] in _HAMLETS


def is_within(place: str) -> bool:
    """Whether the place of a group lies within a hamlet: "Tổ 3"."""
    return fold(place).split()[0] in _WITHIN


_SHORT = ("kp", "tdp", "clb")


def _lowered(line: str) -> str:
    """ "TỔ DÂN CƯ SỐ 2" as it is written within an address: "Tổ dân cư số 2"."""
    if line != line.upper() or line == line.lower():
        return line
    words = line.lower().split()
    known = next(
        (len(group.split()) for group in sorted(_GROUPS, key=len, reverse=True)
         if all(map(is_typed, words, group.split())) and len(words) >= len(group.split())),
        1,
    )  # fmt: skip
    if words[known:] and words[known] == "số":
        known += 1
    return " ".join(
        [
            words[0].upper() if words[0] in _SHORT else words[0].capitalize(),
            *words[1:known],
            *(word.title() for word in words[known:]),
        ]
    )


@lru_cache(maxsize=8192)
def group_sex(text: str) -> str | None:
    """The sex that a heading of a group names: "I. NAM", "Nữ: 30 người"."""
    line = fold(without_signs(text))
    if explained := _EXPLAINED.fullmatch(line):
        # "MNIÊ (NỮ)": another language's word, and ours beside it.
        line = explained[1]
    found = _WHO.fullmatch(line)
    if found is None or not _names_sex(text):
        return None
    return "female" if found[1].endswith(("nu", "ba", "nu gioi")) else "male"


def _names_sex(text: str) -> bool:
    """Whether the word for a sex is one with its accents, too: "Năm 2026" is no group of men."""
    words = re.findall(r"[^\W\d_]+", single_line(text).lower())
    return any(is_typed(word, sex) for word in words for sex in ("nam", "nữ", "ông", "bà"))


_SEX_OF_ALL = Pattern(
    r"\b(?:hội viên|thành viên|danh sách|các cụ|giới|phái)\s+(nam|nữ)\b(?!\s*(?:và|,|/|-|hay)?\s*(?:nam|nữ)\b)"
)


@lru_cache(maxsize=1024)
def sex_of_all(text: str) -> str | None:
    """The sex that a title or the words before a table name: "Danh sách hội viên nữ"."""
    if (sex := group_sex(text)) is not None:
        return sex
    told = set(_SEX_OF_ALL.findall(single_line(text).lower()))
    return {"nam": "male", "nữ": "female"}[told.pop()] if len(told) == 1 else None


_BORN = Pattern(r"\b(?:sinh|tuoi|tho)\b")
_YEAR = Pattern(r"(?<!\d)(?:18[89]|19[0-7])\d(?!\d)")


_ONE_OF_MANY = Pattern(
    r"\b(?:tro (?:ve|len|xuong)|ve truoc|tro di|den nay|tu nam|truoc nam|sau nam)\b"
)


@lru_cache(maxsize=1024)
def group_birth(text: str) -> int | None:
    """The year of birth of all in a group, as its heading says it: "Thọ 90 tuổi (sinh năm 1936)"."""
    if _ONE_OF_MANY.search(fold(text)):
        return None
    years = set(_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 and _BORN.search(fold(text)) else None


_NUMBERED = Pattern(r"(?:[IVX]{1,5}|[A-H])\s*[.)/:\-–]\s*\S|\d{1,2}\s*[.)]\s+\S")


def is_numbered_heading(text: str) -> bool:
    """Whether a number before some words may be a heading's: "III. Giảm trong năm"."""
    return bool(_NUMBERED.match(single_line(text)))


_NOBODY = Pattern(
    r"\W*(?:(?:cho |con |de |bo )?trong|chua co|chua co nguoi|khong co|het(?: (?:trang|danh sach|ds|roi)\b.*)?|het ?[.,!;…].{0,60}|het (?:a|nha|nhe|nghe)\b.{0,40}|nghi giai lao|giai lao)\W*"
)
_SIGN_MEANT = Pattern(r"[✓✔✅☑✗✘✖❌❎†✝*#]\ufe0f?\s*(?:[:=]|là\b)")
"""A sign and what it means: "✗: vắng"."""
_SIGN = Pattern("[✓✔✅☑✗✘✖❌❎⭕🚫⛔🟢🔴🟡🟠🔵⚪⚫👍👎]\ufe0f?")
_LABEL = Pattern(r"([^:=]{2,40}?)\s*[:=](?:\s|$)\s*(.*)")


_CALLS = Pattern(r"\W*(?:[^\W\d_]+ ){1,3}(?:ơi|oi)\b(?:,? \S+){2}")
"""Who is called on by a message: "Chị Phượng ơi máy em bị lỗi gõ chữ"."""


def is_remark(text: str) -> bool:
    """Whether words between the lines of a list tell of no member: an empty seat, "HLV: cô Châu".

    What stands before a colon names what follows, and that is no name, nor a form of address.
    """
    line = single_line(text)
    if (
        _NOBODY.fullmatch(fold(line))
        or _CALLS.match(line)
        or _SIGN_MEANT.match(line)
        or is_key(line)
    ):
        return True
    label = _LABEL.fullmatch(line)
    if label is None:
        small = [word for word in line.split()[1:] if word.islower()]
        return len(small) > _FEWEST_SIGNS and PUT_RIGHT.search(line) is not None
    before = label[1].strip(" -*•")
    return not seems_name(before) and fold(before) not in _CALLED


_BELOW = Pattern(
    r"\W*(?:luu y|chu y|ghi chu|p ?/? ?s|nb|nhac them|bo sung|sua lai|dinh chinh)\s*:\s*\S.*"
)


def is_said_below(text: str) -> bool:
    """Whether words say something of those of a list: "Lưu ý: bà số 4 mất tháng rồi"."""
    return len(text.split()) > _FEWEST_SIGNS and bool(_BELOW.fullmatch(fold(single_line(text))))


def is_key(line: str) -> bool:
    """Whether a line says what several signs mean, and names nobody: "✅ ở lại, ❌ xin rút"."""
    if len(set(_SIGN.findall(line))) < _FEWEST_SIGNS or any(map(str.isdigit, line)):
        return False
    told = re.split(r"[✓✔✅☑✗✘✖❌❎⭕🚫⛔🟢🔴🟡🟠🔵⚪⚫👍👎,;/]\ufe0f?", line)
    return not any(seems_name(without_title(each.strip(" .()\ufe0f"))) for each in told)


def is_signed(text: str) -> bool:
    """Whether a sign stands before words that name nobody: "❌ Xin nghỉ (2)" heads a part of a poll."""
    found = _SIGN.match(text.strip())
    return (
        found is not None
        and not is_remark(text)
        and not seems_name(without_title(text.strip()[found.end() :].strip()))
    )


_FEWEST_SIGNS = 2
_CALLED = frozenset(
    ("ong", "ba", "cu", "cu ong", "cu ba", "co", "chu", "bac", "anh", "chi", "di", "o", "b", "hv")
)


def is_said(text: str) -> bool:
    """Whether a few words are said of something rather than name somebody: "còn thiếu tổ 3"."""
    line = single_line(re.sub(r"\(.*?\)", "", text))
    return 0 < len(line) <= _LONGEST_SAID and (
        any(map(str.isdigit, line)) or line[0].islower() or line[-1] in "!?…:"
    )


_LONGEST_SAID = 150


_BRACKETED = Pattern(r"\(([^\W\d_][^()]*)\)")


def is_bracketed(text: str) -> bool:
    """Whether all is said in brackets, in several words that name nobody: "(chép lại sổ của nội)"."""
    found = _BRACKETED.fullmatch(single_line(text))
    if found is None or is_group(found[1]) or seems_name(without_title(found[1])):
        return False
    return len(found[1].split()) > _FEWEST_SIGNS and found[1].split()[-1].islower()


_INITIAL = Pattern(
    rf"\W*(?:(?i:vần|chữ(?: cái)?|mục)\s+)?[{CAPITALS}](?:\s*[-–,/&]\s*[{CAPITALS}])*\W*"
)


def is_initial(text: str) -> bool:
    """Whether a line is the letter with which the names below it begin: "B", "Vần C", "A – D"."""
    return bool(_INITIAL.fullmatch(single_line(text)))


def is_lettered(text: str) -> bool:
    """Whether it numbers a group and no line: "II", "A."."""
    return is_roman(text) and not text.isdigit()


def is_roman(text: str) -> bool:
    """Whether it numbers a group: "II", "A."."""
    return bool(_ROMAN.fullmatch(fold(text.strip())))
