"""Lines of a list that are no people: sums, headings of groups, signatures, the state's title."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bot.language.accents import begins_as_name
from bot.language.text import fold, is_typed, single_line


class Kind(StrEnum):
    """Why a line is no person."""

    HEAD = "head"
    NUMBERING = "numbering"
    HEADING = "heading"
    SUM = "sum"
    SIGNATURE = "signature"
    TITLE = "title"


_SUM = re.compile(
    r"(?:tong (?:cong|so|ket)|cong (?:trang|mang|chuyen|don|cuoi|so|tong)|cong (?:to|ap|nhom|khu|kp|thon|xom|doi|ho)\b.*\d|luy ke|mang sang|chuyen trang|"
    r"(?:\(?an dinh )?danh sach (?:nay |tren )?(?:co|gom)|total|sub ?total|so luong)\b.*"
    r"|(?:tong|cong)\s*(?:[:\-.(].*|\d.*)?|trong do\b.*|(?:so )?(?:nam|nu|nguoi|hoi vien)\s*:\s*\d+.*"
)
_TITLE = re.compile(
    r"(?:cong hoa xa hoi|doc lap|hoi (?:nguoi cao tuoi|nct)|uy ban|ubnd|danh sach|mat tran|phu luc|mau so|"
    r"bieu mau|\(?kem theo|so:|ban hanh).*"
    # What people write around a list in a chat.
    r"|(?:(?:da|thua|kinh|em|con|chau|toi|tui)\b[ ,]*)*(?:xin )?(?:gui|goi|nop|cam on|chao)\b.*"
)
_DAY = re.compile(r".{0,60}\bngay\b.{0,14}\bthang\b.{0,14}\bnam\b.{0,12}")
_SIGNATURE = re.compile(
    r"(?:nguoi (?:lap|ky|kiem tra|duyet|viet|tong hop)|lap (?:bang|bieu|danh sach)|t ?/ ?m\b|tm\b|thay mat|kt\b|"
    r"xac nhan|truong (?:ban|ap|khu|thon|to|khom)|chu (?:nhiem|tich)|pho (?:chu|ban)|chi hoi truong|chi hoi pho|bi thu|"
    r"thu ky|\(?ky\b|\(?da ky|ky ten|ban (?:chap hanh|chu nhiem|quan ly|van dong)|dai dien|ke toan|thu quy|"
    r"noi nhan|luu:?|ghi chu:|\(?ghi ro|chu ky)\b.*"
)
_ORDER = r"(?:(?:[ivx]+|[a-h]|\d{1,2})\s*[.)/:\-]\s*|\*+\s*|[-+]\s*)?"
_GROUPS = ("tổ", "ấp", "thôn", "xóm", "khóm", "khu", "nhóm", "đội", "cụm", "hẻm", "xã", "phường",
           "làng", "buôn", "sóc", "kp", "tdp", "chi hội", "khu phố", "tổ dân phố", "tổ dân cư",
           "tổ tự quản", "phân hội", "đường", "câu lạc bộ", "clb", "chi", "hộ")  # fmt: skip
_WHO = re.compile(
    rf"{_ORDER}(?:cac |nhung )?(?:hoi vien |thanh vien |cu )?(nam|nu|nam gioi|nu gioi|ong|ba)"
    r"\s*[:.]?\s*(?:\(?\s*\d+\s*(?:nguoi|hoi vien|hv|thanh vien|cu)?\s*\)?)?"
)
_OTHER_GROUPS = re.compile(
    rf"{_ORDER}(?:ban (?:chu nhiem|chap hanh|van dong|quan ly)|hoi vien|thanh vien|nguoi (?:cao tuoi|tre|da mat|mat|chuyen|khuyet)|"
    r"dien|ho (?:ngheo|can ngheo)|tinh nguyen vien|tu \d+.*tuoi|duoi \d+|tren \d+|do tuoi|danh sach|da (?:mat|chuyen)|"
    r"phan|muc|nguoi)\b.*"
)
_ROMAN = re.compile(r"(?:[ivx]{1,5}|[a-h])[.)]?")


@lru_cache(maxsize=8192)
def seems_name(text: str) -> bool:
    """Whether a few words begin as a full name and name no place: "Tô Văn Ba", not "tổ 3"."""
    return begins_as_name(text) and not any(map(str.isdigit, text)) and group_place(text) is None


@lru_cache(maxsize=8192)
def is_sum(text: str) -> bool:
    """Whether words begin a line of sums; "Tống Văn Bình" doesn't."""
    folded = fold(single_line(text)).strip("* -")
    first = single_line(text).strip("* -").split(" ")[0].lower().rstrip(":.") if folded else ""
    if first == "cộng":
        # Nobody is called so: whatever is counted together here.
        return True
    if folded.startswith("tong") and not is_typed(first, "tổng"):
        return False
    if folded.startswith("cong") and not is_typed(first, "cộng"):
        return False
    return bool(_SUM.fullmatch(folded))


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
    )


@lru_cache(maxsize=8192)
def group_place(text: str) -> str | None:
    """The place that heads a group, without its number in the list: "Tổ dân cư số 2"."""
    line = re.sub(rf"(?i)^{_ORDER}", "", single_line(text)).strip(" :.-")
    line = re.sub(
        r"\s*[:(\-–]\s*\(?\s*\d+\s*(?:người|nguoi|hội viên|hoi vien|hv|thành viên)?\)?\s*$",
        "",
        line,
    )
    line = re.sub(r"\s*\(.*\)$", "", line)
    words = line.lower().split()
    if not 1 < len(words) <= 10 or line.endswith(","):
        return None
    for group in _GROUPS:
        known = group.split()
        if len(words) <= len(known) or not all(map(is_typed, words, known)):
            continue
        # Without accents "to" may be the family name Tô: then a number tells.
        if words[0].isascii() and known[0] != words[0] and not any(map(str.isdigit, line)):
            if begins_as_name(line):
                continue
        return _lowered(line)
    return None


_WITHIN = frozenset(("to", "nhom", "cum", "hem", "doi", "tdp"))
_HAMLETS = frozenset(("ap", "thon", "xom", "khom", "khu", "kp", "lang", "buon", "soc"))


def is_hamlet(place: str) -> bool:
    """Whether the place of a group is a hamlet: "Ấp Hải Lạc"."""
    return fold(place).split()[0] in _HAMLETS


def is_within(place: str) -> bool:
    """Whether the place of a group lies within a hamlet: "Tổ 3"."""
    return fold(place).split()[0] in _WITHIN


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
        [words[0].capitalize(), *words[1:known], *(word.title() for word in words[known:])]
    )


@lru_cache(maxsize=8192)
def group_sex(text: str) -> str | None:
    """The sex that a heading of a group names: "I. NAM", "Nữ: 30 người"."""
    found = _WHO.fullmatch(fold(single_line(text)))
    if found is None:
        return None
    return "female" if found[1].endswith(("nu", "ba", "nu gioi")) else "male"


def is_roman(text: str) -> bool:
    """Whether it numbers a group: "II", "A."."""
    return bool(_ROMAN.fullmatch(fold(text.strip())))
