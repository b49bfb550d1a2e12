"""How somebody is reached, as lists have it: phones with words around them, places in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.patterns import Pattern
from bot.language.phones import MOVED, is_mobile, read_phone
from bot.language.text import CAPITALS, fold, single_line

_NONE = Pattern(
    r"(?:khong|ko|k|kg|hong|chua|0+|x+|none|no|n/?a|[\s\-–—_.…/\\?*]*)(?: co| co sdt| co so| sdt| dung| dien thoai| so| dt| xai| biet| ro)*\.?"
)
_BEGINNING = Pattern(r"(?<!\d)(?:\(?\+?84|\(?0|(?<!\w)[135789](?=\d\d))")
"""A number without its zero begins with three digits: the "3" of "tổ 3 0300 …" begins none."""
_LENGTHS = dict.fromkeys("13579", (10, 9))
"""Digits of what begins without its zero: the "5" of "tổ 5 0300 …" begins none."""
_PLAIN = Pattern(
    r"[\s\-–—_.,;:/()|&+'’`\"]*(?:zalo|sdt|dt|sđt|đt|số (?:đt|sđt|di động)|tel|phone|mobile|so|số|va|hoac|hay)?[\s\-–—_.,;:/()|&+'’`\"]*",
    re.IGNORECASE,
)

_NAMED = Pattern(
    r"(?:^|(?<!ko)(?<!không)(?<!khong)[\s.,;:(–-])(?:số )?(?:sđt|sdt|đt|dt|điện thoại|dien thoai|zalo)[\s.:]*$",
    re.IGNORECASE,
)
"""What a number that stood at the end was called."""


@dataclass(frozen=True)
class WrittenPhone:
    """A phone, and what goes beside it.

    `beside`: what the cell says more, kept in the note. `renewed`: whether the number is what an
    old one became when prefixes changed (fixed lines 2017, mobiles 2018). `unread`: whether what
    stands there is no number that can be called. `mended`: whether letters stood for digits.
    """

    number: str | None = None
    beside: str | None = None
    renewed: bool = False
    unread: bool = False
    mended: bool = False


_LABEL = Pattern(
    r"^(?:số )?(?:sđt|sdt|đt|dt|điện thoại|dien thoai|zalo|tel|phone)\s*:\s*", re.IGNORECASE
)
_LIKE_DIGITS = Pattern(r"(?<![^\W\d_])[oOlI|\d](?:[\s.\-]?[oOlI|\d]){8,10}(?![^\W_])")


def _misread(line: str) -> str:
    """A number with letters that look like digits as those: "O3OO OOO 6l2", as photos are read."""
    line = re.sub(r"(?<![a-zA-Z])[oO](?=[\d\s.]*\d)|(?<=\d)[oO](?![a-zA-Z])", "0", line)
    return _LIKE_DIGITS.sub(
        lambda found: (
            found[0].translate(_DIGITS_MEANT)
            if sum(map(str.isdigit, found[0])) >= _FEWEST_DIGITS
            else found[0]
        ),
        line,
    )


_DIGITS_MEANT = str.maketrans("oOlI|", "00111")
_FEWEST_DIGITS = 2


def read_written_phone(text: str) -> WrittenPhone:
    """The phone in a cell: none where it says so, the first of several."""
    line = _LABEL.sub("", single_line(text).strip("'’`\" "))
    if not line or _NONE.fullmatch(fold(line.strip("() "))):
        return WrittenPhone()
    if re.fullmatch(r"\d\.\d{4,9}E\+?0?[89]", line, re.IGNORECASE):
        return WrittenPhone(read_phone(line).number)
    line, mended = _misread(line), line
    if (found := _first_to_call(line)) is not None:
        begin, end, number, renewed = found
        beside = _tidy(f"{line[:begin]} {line[end:]}") or None
        return WrittenPhone(number, beside, renewed, mended=line != mended)
    whole = read_phone(line)
    if whole.number is not None:
        return WrittenPhone(whole.number)
    if whole.problem == "several" and whole.candidates:
        return WrittenPhone(whole.candidates[0], line)
    if not any(map(str.isdigit, line)):
        # "chung với bà Mười": no number, but worth keeping.
        return WrittenPhone(None, line)
    return WrittenPhone(None, line, unread=True)


def _first_to_call(line: str) -> tuple[int, int, str, bool] | None:
    """The number of a cell that is taken: the first one, of a fixed line and a mobile the mobile."""
    numbers = list(numbers_in(line))
    if not numbers or is_mobile(numbers[0][2]):
        return next(iter(numbers), None)
    ends = [0, *(end for _, end, *_ in numbers)]
    for at, (begin, end, number, _) in enumerate(numbers):
        around = f"{line[ends[at] : begin]} {whose_behind(line[end:])[0]}"
        if is_mobile(number) and not is_anothers(around):
            return numbers[at]
    return numbers[0]


_NEW_NUMBER = Pattern(
    r"\b(?:(?:đổi|thay) (?:số|sim|sđt|đt|điện thoại|máy)(?: điện thoại| đt)?|(?:số|sđt|đt|sim)(?: điện thoại| đt)? mới|(?:số|sđt|đt) (?:hiện nay|bây giờ|hiện tại))"
    r"\b(?: mới| sang| thành| là| qua|[\s:=.,–-])*(?=\+?\d)",
    re.IGNORECASE,
)


def new_number(notes: str) -> str | None:
    """The number that a note says somebody has now: "đổi số mới 0300 …"."""
    for said in _NEW_NUMBER.finditer(notes):
        found = next(numbers_in(notes[said.end() :]), None)
        if found is not None and found[0] == 0:
            return found[2]
    return None


_ANOTHERS = Pattern(
    r"\b(?:(?:số )?(?:của )?(?:con|cháu|vợ|chồng|dâu|rể|má|mẹ|cha)|hàng xóm|người nhà|người thân|nhờ|gọi qua|chung)\b"
)


def is_anothers(beside: str | None) -> bool:
    """Whether the words beside a number say that it is somebody else's: "con Hạnh", "hàng xóm"."""
    if not beside or any(map(str.isdigit, beside)):
        return False
    line = _OF_THEMSELVES.sub(" ", beside.lower())
    return bool(_ANOTHERS.search(line)) or bool(line.isascii() and _ANOTHERS_FOLDED.search(line))


_OF_THEMSELVES = Pattern(
    r"\b(?:vợ|chồng|con(?: (?:trai|gái|dâu|rể))?|mẹ|má|cha|em|vo|chong|me)(?: (?:của|cua))? (?:ông|bà|cụ|bác|ong|ba|cu|bac) \w+"
    r"|\b(?:vợ|chồng|má|mẹ|cha|bố|tía|vo|chong|ma|me)(?: (?:của|cua))? (?:tui|tôi|toi|em|mình|minh|con|anh|chị)\b"
)
"""What says whose wife or child the person is, and nothing of the number: "vợ ông Tám"."""
_KIN = r"(?i:con|cháu|dâu|rể|vợ|chồng|hàng xóm|người nhà|người thân)"
_BEHIND = Pattern(
    rf"[\s,:–-]*(?:\(([^)\d]{{2,40}})\)|((?:(?i:của|máy|số|zalo|là|nhờ|gọi|qua) )*{_KIN}(?: (?i:gái|trai|dâu|rể|nội|ngoại|cả|út|lớn|đầu))*"
    rf"(?: (?:là |tên )?(?:(?i:chị|anh|cô|em|chú|cháu) )?[{CAPITALS}][^\W\d_]*)*)(?=\s*(?:$|[,;.)–-])))"
)


def whose_behind(text: str) -> tuple[str, int]:
    """The words right behind a number that say it is another's, and where they end."""
    found = _BEHIND.match(text)
    said = single_line(found[1] or found[2]) if found is not None else ""
    return (said, found.end()) if found is not None and is_anothers(said) else ("", 0)


_ANOTHERS_FOLDED = Pattern(fold(_ANOTHERS.written_out()))


_CALLED = Pattern(
    r"(?:(?:số|so)\s*)?(?:điện thoại|dien thoai|sđt|sdt|đt|dt|máy|may|số|so)\s*[:.]*\s*$",
    re.IGNORECASE,
)
_OF_ANOTHER = Pattern(
    r"(?<!cho )\b(?:thằng|đứa|thang (?:ut|con|hai|ba|tu|chau|re)|dua (?:con|chau)|con|cháu|em|dâu|rể|hàng xóm|vợ|chồng|gọi cho|gọi)\b[^,;.]*$",
    re.IGNORECASE,
)
_CALLED_OF = Pattern(
    r"(?:(?:số|so)\s*)?(?:điện thoại|dien thoai|sđt|sdt|đt|dt|máy|may|số|so|zalo|liên hệ|lien he)\s*[(\[]([^()\[\]\d]{2,40})[)\]]\s*[:.–-]*\s*$",
    re.IGNORECASE,
)
"""Whose a number is by its label: "ĐT (con): "."""


_LABELLED_OF = Pattern(
    r"(?:^|(?<=\W))(?:(?:số|so|sđt|sdt|đt|dt|điện thoại|dien thoai|máy|may|zalo) )+(?:(?:của|cua|là|la|qua) )*"
    r"(?P<whose>(?:con|cháu|chau|dâu|dau|rể|vợ|chồng|chong|em (?:gái|trai|gai)|hàng xóm|hang xom|người nhà|nguoi nha)(?!\w)[^,;.:()\d]{0,30}(?:\([^()\d]{1,30}\))?)\s*[:.–-]*\s*$",
    re.IGNORECASE,
)
"""The same told in full: "ĐT cháu ngoại (Diễm): ", "dt cua chau "."""


def reached(rest: str) -> tuple[str, str, str]:
    """The first number behind a name: his own or whom to call, and what is left of the words."""
    found = _first_to_call(rest)
    if found is None:
        return "", "", rest
    begin, end = found[:2]
    named = _CALLED_OF.search(rest[:begin])
    if named is not None and (is_anothers(named[1]) or _OF_ANOTHER.search(named[1])):
        contact = single_line(f"{named[1]} {rest[begin:end]}")
        return "", contact, f"{rest[: named.start()]}, {rest[end:]}"
    before = re.split(r"[,;(]|\.\s", rest[:begin])[-1]
    if _OF_ANOTHER.search(before):
        contact = single_line(f"{_NUMBER_OF.sub('', before)} {rest[begin:end]}").strip(" .-–:")
        return "", contact, f"{rest[: begin - len(before)]}, {rest[end:]}"
    if (labelled := _LABELLED_OF.search(rest[:begin])) is not None:
        contact = single_line(f"{labelled['whose']} {rest[begin:end]}")
        return "", contact, f"{rest[: labelled.start()]}, {rest[end:]}"
    phone = rest[begin:end].strip()
    whose, until = whose_behind(rest[end:])
    if whose:
        # It is said of the number, and stays with it.
        return f"{phone} ({whose})", "", f"{_CALLED.sub('', rest[:begin])}, {rest[end + until :]}"
    return phone, "", f"{_CALLED.sub('', rest[:begin])}, {rest[end:]}"


_NUMBER_OF = Pattern(
    r"^\s*(?:sđt|sdt|đt|dt|điện thoại)\s+(?=(?:con|cháu|dâu|rể|em)\b)",
    re.IGNORECASE,
)


def numbers_in(line: str) -> Iterator[tuple[int, int, str, bool]]:
    """Each number that can be called, from where to where it is written, whether it was renewed."""
    at = 0
    while match := _BEGINNING.search(line, at):
        at = match.start() + 1
        for digits in _LENGTHS.get(match[0], (10, 11, 12, 9, 13)):
            piece = re.match(
                rf"\(?\+?\d(?:[\s.\-()]{{0,2}}\d){{{digits - 1}}}(?!\d)\)?", line[match.start() :]
            )
            called = _called(piece[0]) if piece else None
            if piece and called and _ONE_MORE.match(line[match.start() + piece.end() :]):
                called = called if piece[0].strip("()+").isdigit() else None
            if piece and called:
                yield match.start(), match.start() + piece.end(), *called
                at = match.start() + piece.end()
                break


_ONE_MORE = Pattern(r"[ .\-]\d(?!\d)\s*(?:$|[,;)])")
"""A digit too many behind a number in groups: "0300 00 02 01 5" is nobody's."""


def _called(piece: str) -> tuple[str, bool] | None:
    """The number that digits are, and whether it is what an old one became."""
    digits = re.sub(r"\D", "", piece)
    if digits.startswith("8") and len(digits) > 9 and not digits.startswith("84"):
        return None
    if digits.startswith("84") and len(digits) == 12:
        digits = f"0{digits[2:]}"
    elif digits.startswith("1") and len(digits) == 10:
        # A spreadsheet ate the zero.
        digits = f"0{digits}"
    if digits[:4] in MOVED:
        piece = digits
    reading = read_phone(piece)
    if reading.problem == "moved":
        return reading.candidates[0], True
    return (reading.number, False) if reading.number else None


def _tidy(text: str) -> str:
    text = single_line(text)
    if _PLAIN.fullmatch(text):
        return ""
    text = re.sub(r"^\W*(?:hoặc|hay|và)\s+(?=\d)", "", text, flags=re.IGNORECASE)
    text = _NAMED.sub("", text.strip(" -–—_.,;:/|&+'’`\"")).strip(" -–—_.,;:/|&+'’`\"")
    if text.count("(") != text.count(")") or (
        text.startswith("(") and text.endswith(")") and text.count("(") == 1
    ):
        text = text.replace("(", " ").replace(")", " ")
    return single_line(text).strip(" -–—_.,;:/|&+'’`\"")


_UNITS = (
    (r"giao khu", "giáo khu"), (r"giao xom", "giáo xóm"),
    (r"(?:to|tdp)(?: nhan dan| nd| lien gia| dan cu| dan pho)?(?: tu quan| tq| ndtq| nd| dc| dp| doan ket| hoi| sh| sinh hoat)?(?: so)?", "tổ"), (r"ap|ap kp|thon ap|ap thon", "ấp"),
    (r"thon", "thôn"), (r"khu pho|kp", "khu phố"), (r"xom", "xóm"), (r"khom", "khóm"),
    (r"xa|phuong xa|xa phuong", "xã"), (r"phuong", "phường"), (r"so nha", "số nhà"),
    (r"duong", "đường"), (r"hem", "hẻm"), (r"doi", "đội"), (r"khu", "khu"),
    (r"ngo", "ngõ"), (r"ngach", "ngách"), (r"kiet", "kiệt"), (r"ban", "bản"), (r"buon", "buôn"),
    (r"lang", "làng"), (r"soc", "sóc"), (r"phum", "phum"), (r"bon", "bon"), (r"giao ho", "giáo họ"),
    (r"group no|group number", "tổ"),
)  # fmt: skip


def place_part(head: str, value: str) -> str:
    """A part of an address with the word for what it is: "3" under "Tổ" is "tổ 3"."""
    folded = fold(value)
    for rule, word in _UNITS:
        if not re.search(rf"(?:^| )(?:{rule})$", head):
            continue
        if word == "số nhà" or any(
            f"{each} " in f"{folded} "
            for each in (
                "to",
                "ap",
                "thon",
                "khu",
                "kp",
                "xom",
                "xa",
                "phuong",
                "duong",
                "hem",
                "doi",
                "khom",
                "ngo",
                "ngach",
                "kiet",
                "ban",
                "buon",
                "lang",
                "soc",
                "phum",
                "bon",
                "cum",
                "tdp",
                "giao",
            )
        ):
            return value
        if word in (
            "xã",
            "ấp",
            "thôn",
            "đường",
            "phường",
            "bản",
            "buôn",
            "làng",
            "sóc",
            "phum",
            "bon",
            "giáo họ",
        ) or re.match(r"\d|[a-z]\b|[ivx]+\b", folded):
            return f"{word} {value}"
    return value


_HAMLET = Pattern(r"\b(?:ap|thon|xom|khom|khu pho|kp|buon|lang) \w")


def with_place(address: str | None, place: str | None) -> str | None:
    """An address with the place that heads its group, unless it names one of that kind itself."""
    if place is None:
        return address
    if address is None:
        return place
    folded = fold(address)
    if any(
        _HAMLET.match(each := fold(part)) and each not in folded and _HAMLET.search(folded)
        for part in place.split(", ")
    ):
        # He lives in another hamlet than most of the list.
        return address
    missing = []
    for part in place.split(", "):
        kind = fold(part).split()[0]
        if fold(part) not in folded and not re.search(rf"\b{re.escape(kind)}\b", folded):
            is_short = part.split()[0].isupper()
            missing.append(part if is_short else part[:1].lower() + part[1:])
    return ", ".join([address, *missing])
