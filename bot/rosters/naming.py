"""A name cell: the name, and what people write beside it: titles, marks, nicknames, a year."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bot.language.names import read_name
from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, is_typed, single_line
from bot.rosters.absence import CROSSED, MARKS
from bot.rosters.family_names import begins_as_name
from bot.rosters.glued import apart, without_office
from bot.rosters.saints import name_sex, without_saints
from bot.rosters.shortened import is_shortened, with_blanks

_NUMBER = Pattern(r"^\d{1,4}\s*[.)/:\-]\s*(?=\D)|^\d{1,3}\s+(?=[^\W\d_])")
_BESIDE = Pattern(r"""\s*(?:[(\[{]([^)\]}]*)[)\]}]?|["“”„«]([^"“”„«»]+)["“”»])\s*""")
_ALSO = Pattern(
    r"\s(?:tự|tức|tức là|còn gọi(?: là)?|thường gọi(?: là)?|gọi là|bí danh|biệt danh)\s*:?\s+(\S.*)$"
)
"""What else somebody is called, as people write it behind the name; a "Tự" of the name is a capital."""
_LEAD = Pattern(
    r"^(?:tự|tức|tức là|còn gọi là|thường gọi là|gọi là|bí danh|biệt danh)\s*:?\s+", re.IGNORECASE
)
_AFTER_DASH = Pattern(
    rf"\s+[-–—]+\s*(\S.*)$|[,;:]\s*(\S.*)$|\s*([*†✝+{CROSSED}]+)\ufe0f?$"
    r"|\s+(\d{1,3}|(?:18|19|20)\d\d|\+?\d[\d.\- ]{7,14}\d)\.?$"
)
_TWO = Pattern(r"\s*(?:/|&|\+|\n|;|\bvà\b)\s*")
_FEMALE = ("bà", "cô", "chị", "dì", "thím", "mợ", "mẹ", "má", "mrs", "ms", "b")
_MALE = ("ông", "chú", "anh", "cậu", "dượng", "mr", "ô", "o")
_EITHER = (
    "cụ", "bác", "cố", "em", "thầy", "ô/b", "ông/bà", "đ/c", "đc", "hv", "clb",
)  # fmt: skip
_LONG = (
    "bà mẹ vnah",
    "mẹ vnah",
    "mẹ việt nam anh hùng",
    "cụ ông",
    "cụ bà",
    "ông cụ",
    "bà cụ",
    "cụ bà:",
    "đồng chí",
    *("bác sĩ", "bác sỹ", "dược sĩ", "y sĩ", "kỹ sư", "luật sư", "giáo sư", "tiến sĩ", "thạc sĩ", "nhà giáo", "nhà thơ", "nghệ nhân"),
    *("đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu tướng"),
    *("đại đức", "thượng tọa", "hòa thượng", "sư thầy", "linh mục"),
    *("thầy giáo", "cô giáo", "giáo viên", "lương y", "y tá", "điều dưỡng", "thầy thuốc", "cựu chiến binh"),
    *("sư cô", "ni sư", "ni cô", "sư bà"),
)  # fmt: skip
_NUNS = frozenset(("cô", "ni"))

_NEVER_NAMES = (
    "bà", "cụ", "cô", "chú", "chị", "dì", "thím", "mợ", "dượng", "cậu", "ô/b", "ông/bà", "đ/c",
)  # fmt: skip
_MIDDLES = ("thi", "van")
_NAMES_TOO = ("ong", "chu")
"""Family names that are forms of address without their accents."""
_TITLES = frozenset(map(fold, (*_FEMALE, *_MALE, *_EITHER, *_LONG)))
_FIRST_WORDS = frozenset(fold(form.split()[0]) for form in (*_FEMALE, *_MALE, *_EITHER, *_LONG))


@dataclass(frozen=True)
class WrittenName:
    """A name as it goes into the roster and what stood beside it.

    `problem` is one of `read_name`, or "two" for two people in a cell; `title_sex` what the form
    of address says.
    """

    name: str | None = None
    beside: tuple[str, ...] = ()
    title: str = ""
    title_sex: str | None = None
    problem: str | None = None
    others: tuple[str, ...] = field(default=())
    """The names in the cell, where they are two."""


def read_written_name(text: str) -> WrittenName:
    """The name in a cell."""
    text, office = without_office(apart(text))
    line = _NUMBER.sub("", text)
    if office is not None:
        found = read_written_name(text)
        return replace(found, beside=(*found.beside, office))
    if (both := two_names(text)) is not None:
        return WrittenName(problem="two", others=both)
    line = with_blanks(single_line(line)).lstrip(f"{MARKS}\ufe0f ")
    line = _KIN_CALLED.sub("", _ADDED.sub("", line))
    told = _TOLD.fullmatch(line)
    is_label = told is not None and fold(told[1]) not in _TITLES and not begins_as_name(told[1])
    if told is not None and is_label and begins_as_name(without_title(told[2])):
        # "Con đăng ký cho má: Phan Thị Lụa": who it is stands behind the colon.
        found = read_written_name(told[2])
        label_sex = _without_title(told[1])[2] if is_nickname(told[1]) else None
        return replace(
            found, beside=(*found.beside, told[1].strip()), title_sex=found.title_sex or label_sex
        )
    if (real := _BY_PAPERS.search(line)) and begins_as_name(real[1].strip(" )")):
        called = line[: real.start()]
        found = read_written_name(real[1].strip(" )"))
        bare, _, said = _without_title(called)
        return replace(found, beside=(bare, *found.beside), title_sex=found.title_sex or said)
    beside = [said for each in _BESIDE.findall(line) if (said := "".join(each).strip())]
    line = single_line(_BESIDE.sub(" ", line))
    if (also := _ALSO.search(line)) and len(line[: also.start()].split()) > 1:
        beside.insert(0, also[1].strip(" .,-"))
        line = line[: also.start()]
    while (tail := _AFTER_DASH.search(line)) and not _of_the_name(line, tail):
        said = next(each for each in tail.groups() if each)
        beside.insert(0, said.strip(" .,-"))
        line = line[: tail.start()].strip()
    if line.startswith(_CROSSES):
        # The cross of the dead, or of who is out: it is asked about.
        beside.insert(0, line[0])
        line = line.lstrip(f"†✝{CROSSED}\ufe0f ")
    if (animal := ANIMAL_LAST.search(line)) and " " in line[: animal.start()].strip():
        # "Ông Trương Văn Quắn tuổi Dần".
        beside.insert(0, animal[1])
        line = line[: animal.start()]
    line, title, sex = _without_title(line)
    words = line.split()
    if count := _called_before(words):
        # "Bà Sáu Nguyễn Thị Sáng": what neighbours call her stands before the whole name.
        beside.insert(0, f"{title} {' '.join(words[:count])}".strip())
        line = " ".join(words[count:])
    line, saints = without_saints(line)
    if saints:
        beside.insert(0, saints)
        sex = sex or name_sex(f"{saints} {line}")
    line = _with_capitals(_SIGNS.sub(_written_sign, line))
    if _EITHER_NAME.search(line):
        # "Quách Kim Lý hay Lỳ": nobody here knows.
        return WrittenName(None, tuple(beside), title, sex, "either")
    reading = read_name(line)
    if (said := next((each for each in beside if each.lower() in _SEXES), None)) is not None:
        beside.remove(said)
        sex = sex or _SEXES[said.lower()]
    kept = tuple(bare for each in beside if (bare := _LEAD.sub("", each)))
    called = f"{title} {line}".strip()
    is_called = " " not in line and not any(map(str.isdigit, line))
    if (is_called or is_nickname(line) or is_shortened(line) or _is_of_faith(line, sex, kept)) and (
        full := next((each for each in kept if each[0].isupper() and begins_as_name(each)), None)
    ):
        # "Bà Bảy Rô (Nguyễn Thị Rô)", "Bà Hai (Trần Thị Ba)": the other way round.
        found = read_written_name(full)
        others = (each for each in kept if each != full)
        beside = [called if is_called else line, *others]
        return replace(found, beside=tuple(beside), title_sex=found.title_sex or sex)
    return WrittenName(
        reading.name, kept, title, sex, reading.problem if reading.name is None else None
    )


ANIMAL_LAST = Pattern(r"[\s,(–-]+((?:tuổi|cầm tinh|tuoi)\s+(?:con\s+)?[^\W\d_]+(?:\s+[^\W\d_]+)?)$")
"""The year of the moon in which somebody was born, behind his name."""


def _called_before(words: list[str]) -> int:
    """How many words before a whole name are what neighbours call somebody: "Sáu", "Tư Râu"."""
    if len(words) < _LONGEST_NICKNAME or words[0].lower() not in (*_RANKS, *_RANKS_TOO):
        return 0
    for count in (1, 2):
        rest = words[count:]
        if not begins_as_name(" ".join(rest)) or {fold(rest[0]), fold(words[1])} & {*_MIDDLES}:
            continue
        is_long = len(rest) > 2 and fold(rest[1]) in _MIDDLES
        if is_long if count > 1 else words[0].lower() in _RANKS:
            return count
    return 0


_RANKS_TOO = ("tu", "nam")
"""Ranks that are families and given names, too, where they have no accents."""


def _is_of_faith(line: str, sex: str | None, beside: tuple[str, ...]) -> bool:
    """Whether two words are what somebody is called in a pagoda: "Diệu Hạnh (Nguyễn Thị Hạnh)"."""
    words = line.split()
    full = next((each for each in beside if begins_as_name(each)), "")
    other = sex_of_middle(full)
    return (
        len(words) == 2
        and all(word[0].isupper() and word.isalpha() for word in words)
        and not begins_as_name(line)
        and len(full.split()) >= len(words)
        and (None in (sex, other) or sex == other)
        # "Mỹ Lệ (Trần Văn Hai)" may name her husband.
        and (sex is not None or words[0] in _OF_FAITH or words[-1] == full.split()[-1])
    )


_OF_FAITH = frozenset(
    "Diệu Thiện Quảng Quang Tâm Minh Nguyên Huệ Tuệ Pháp Chơn Chân Giác Từ Đức Hạnh Như Trí Viên Nhuận Tịnh Phước Chúc".split()
)
"""How names begin that Buddhists are given."""


_SEXES = {"nam": "male", "nữ": "female"}
_SIGNS = Pattern(r"\b([HYK])\s*(['’`]) ?|\s*([-'’`])\s*")


def _written_sign(sign: re.Match[str]) -> str:
    """An apostrophe or a dash within a name; behind the K of "K' Brơi" a blank stays as it is written."""
    if sign[1]:
        return f"{sign[1]}{sign[2]}{' ' if sign[0].endswith(' ') else ''}"
    return "-" if sign[3] == "-" else f"{sign[3]} "


def _with_capitals(line: str) -> str:
    """ "Nguyễn Thị ẩn" and "NGUYễN THị ẩN" with their capitals.

    TCVN3 has none of letters with a tone: its fonts of capitals show them.
    """
    words = line.split()
    if any(word[0].isascii() and not word[0].isupper() for word in words):
        return line
    bare = [letter for letter in line if letter.isalpha() and letter.isascii()]
    if len(bare) > 1 and all(map(str.isupper, bare)):
        return line.upper()
    return " ".join(word[0].upper() + word[1:] for word in words)


_BY_PAPERS = Pattern(
    r"[\s(,;–-]*\b(?:tên (?:thật|giấy tờ|khai sinh|trong giấy|thiệt|cúng cơm)|(?:theo )?giấy tờ|khai sinh|cccd)(?: (?:là|ghi|tên))*\s*:?\s+(.+)$",
    re.IGNORECASE,
)
"""What papers call somebody whom people call otherwise: "Bà Sáu Kiên tên thật là Phạm Thị Kiên"."""
_EITHER_NAME = Pattern(rf"[^\W\d_] (?:hay|hoặc|hoac)(?: là| la)? (?=[{CAPITALS}])|(?<=\w)\s*\?+$")
"""Two ways to read a name, or one that is not sure."""
_ADDED = Pattern(
    r"^(?:(?:à|á|ủa)[,\s]+)?(?:(?:còn|con|quên|sót|thiếu|thêm|them|bổ sung|bo sung|và|với|nữa|ghi|giùm|dùm|luôn|mới|có|chị|em|anh|tui|tôi)\b[\s,:]+)+(?=(?:ông|bà|cụ|cô|chú|bác|anh|chị|dì|ong|ba|co|chu|bac)\s+\S+\s\S)",
    re.IGNORECASE,
)
"""What stands before who is told of at the end of a list: "Còn thiếu ông Huỳnh Văn Kế"."""
_KIN_CALLED = Pattern(
    r"^(?:(?:bà|ông) (?:nội|ngoại|cố)|má|mẹ|ba|cha|bố|tía)(?: (?:tôi|tui|em|con|mình))? tên(?: là)?\s*:?\s+",
    re.IGNORECASE,
)
_TOLD = Pattern(r"([^:(]{2,60}?)\s*:\s+(.+)")
_PAIR = Pattern(
    r"^(?:(?:hai )?vợ chồng|vc|v/c|ông bà|ô/b|gđ|gia đình|hộ)\s*:?\s+(?=\S+ \S)", re.IGNORECASE
)
_SPOUSE = Pattern(r"^(vợ|chồng|bà xã|ông xã)\s*(?:là\b|:)?\s+", re.IGNORECASE)
_IN_BRACKETS = Pattern(r"[(\[]\s*((?:vợ|chồng|bà|ông)\b[^)\]]+)[)\]]", re.IGNORECASE)
_BY_DASH = Pattern(
    r"\s+[-–—]\s+|,\s*(?=(?:ông|bà|vợ|chồng)\b|[^\W\d_]+ (?:thị|văn) [^\W\d_]+(?: [^\W\d_]+)?$)",
    re.IGNORECASE,
)


def two_names(text: str) -> tuple[str, str] | None:
    """The two people of a cell, a couple as a rule: "Ông Lê Văn Xê - Bà Lê Thị Ni", "An (vợ: Bình)".

    "Bùi Thị Lan (vợ ông Lực)" is one: the brackets say whose wife she is.
    """
    line = _PAIR.sub("", _NUMBER.sub("", text.strip()))
    if found := _IN_BRACKETS.search(line):
        first, second = line[: found.start()].strip(), found[1].strip()
        bare = _SPOUSE.sub("", second)
        whose = _without_title(bare)[2] if bare != second else None
        said = "female" if fold(second).startswith("vo") else "male"
        sexes = {_without_title(first)[2], _without_title(second)[2]}
        is_couple = (
            _is_capital(first) and _is_capital(bare)
            if bare != second
            else sexes == {"male", "female"} and begins_as_name(without_title(bare))
        )
        if is_couple and whose in (None, said):
            return single_line(first), single_line(second)
    bare = _BESIDE.sub(" ", line)
    for between in (_TWO, _BY_DASH):
        parts = [single_line(each) for each in between.split(bare) if each.strip()]
        if len(parts) == 2 and all(_whole_name(_SPOUSE.sub("", each)) for each in parts):
            if between is _TWO or _is_another(parts[1]):
                return parts[0], parts[1]
    return None


def _is_capital(text: str) -> bool:
    words = without_title(text).split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _is_another(text: str) -> bool:
    """Whether what follows a dash is surely a person: no street is called "bà" or has "Thị"."""
    name, title, _ = _without_title(_SPOUSE.sub("", text))
    words = name.split()
    is_long = len(words) > 2 and is_typed(words[1].lower(), "thị")
    return bool(title) or name != text or is_long or (len(words) > 2 and words[1] in ("Văn", "VĂN"))


def spouse_sex(text: str) -> str | None:
    """The sex that "vợ" or "chồng" before a name says."""
    found = _SPOUSE.match(text)
    if found is None:
        return None
    return "female" if fold(found[1]) in ("vo", "ba xa") else "male"


def without_spouse(text: str) -> str:
    """A name without "vợ" or "chồng" before it."""
    return _SPOUSE.sub("", text)


def _whole_name(text: str) -> bool:
    name, title, _ = _without_title(text)
    return begins_as_name(name) or (bool(title) and len(name.split()) >= 1 and name[:1].isupper())


def _of_the_name(line: str, tail: re.Match[str]) -> bool:
    """Whether what follows a dash belongs to the name: nothing before it could be one."""
    before = line[: tail.start()].strip()
    return not any(map(str.isalpha, before)) or fold(before) in _TITLES


def without_number(text: str) -> str:
    """A name without the number of its line: "1. Nguyễn Thị Lệ"."""
    return _NUMBER.sub("", text)


def without_title(line: str) -> str:
    """A name without the form of address before it."""
    return _without_title(line)[0]


def _without_title(line: str) -> tuple[str, str, str | None]:
    """The name without the form of address before it, the form, and the sex that it says."""
    title, sex = "", None
    while True:
        line = line.strip(" :.")
        if (degrees := _DEGREES.match(line)) and begins_as_name(line[degrees.end() :]):
            title = single_line(f"{title} {degrees[0]}")
            line = line[degrees.end() :]
        words = re.sub(r"^([^\W\d_]{1,3})\.\s*", r"\1 ", line).split() if line else []
        taken = _title_of(words, is_short=bool(_SHORT_TITLE.match(line)))
        if taken is None:
            return line, title, sex
        count, said = taken
        title = single_line(f"{title} {' '.join(words[:count])}")
        sex = sex or said
        line = " ".join(words[count:])


_DEGREES = Pattern(
    r"(?:(?:PGS|GS|TSKH|TS|ThS|BS(?:\.?\s?CK\s?[I1]{1,2})?|YS|DS|KS|LS|NGƯT|NGND|NSƯT|NSND|TTND|TTƯT|CCB)\b[.:,/\s]*)+",
    re.IGNORECASE,
)
"""What somebody has learnt or was given, in short: "BS.", "GS.TS"."""
_SHORT_TITLE = Pattern(r"[ÔôOoBb][.:]\s*[^\W\d_]")
"""A form of address in one letter, which a point tells from a name."""


def _title_of(words: list[str], *, is_short: bool = False) -> tuple[int, str | None] | None:
    """How many words at the beginning are a form of address, and the sex that it says."""
    if len(words) < 2 or fold(words[0]).strip(":.") not in _FIRST_WORDS:
        return None
    low = [word.lower().strip(":") for word in words]
    for form in _LONG:
        known = form.split()
        if len(words) > len(known) and all(map(is_typed, low, known)):
            is_woman = bool({"bà", "mẹ", *_NUNS} & set(known))
            said = "female" if is_woman else "male" if "ông" in known else None
            return len(known), said
    rest = " ".join(words[1:])
    for forms, said in ((_FEMALE, "female"), (_MALE, "male"), (_EITHER, None)):
        for form in forms:
            if not is_typed(low[0], form):
                continue
            exact = low[0] == form and not low[0].isascii()
            # "Ông Ích Khiêm" has the family name Ông; "CHU VAN AN" none of the titles.
            if exact and form in _NEVER_NAMES and not is_typed(words[1].lower(), "thị"):
                return 1, said
            if is_short and form in ("b", "ô", "o"):
                return 1, said
            if form == "ông" and low[0] == "ông" and is_typed(low[1], "thị"):
                # No man is called so: "Ông Thị Vân" has the family name.
                continue
            if (
                form == "ông"
                and len(words) == 3
                and is_typed(low[1], "văn")
                and not low[1].isascii()
            ):
                # "Ông Văn Vân", too, whose given name is no second "Văn".
                continue
            if exact and form == "ông" and len(words) > 3 and fold(words[1]) not in _MIDDLES:
                # "Ông Mai Xuân Bách": of who has the family name Ông names are shorter.
                return 1, said
            if low[0] in _NAMES_TOO and not rest.isascii() and len(words) < 4:
                # "Ong Lệ Hà": who writes accents means the family name.
                continue
            is_called = words[1].lower() in _RANKS and fold(words[-1]) not in _MIDDLES
            is_whole = begins_as_name(rest) or _called_before(words[1:]) > 0
            if is_whole or (exact and (len(words) == 2 or is_called)):
                return 1, said
    return None


def sex_of_middle(name: str) -> str | None:
    """What "Thị" and "Văn" let expect: enough to doubt what a blank cell seems to say."""
    words = fold(name).split()[1:-1]
    return "female" if "thi" in words else "male" if "van" in words else None


_CROSSES = ("†", "✝", *CROSSED)


_RANKS = frozenset("hai ba tư năm sáu bảy bẩy tám chín mười út cả bay sau tam chin muoi ut".split())
"""What children are called by their order of birth; "Tu" and "Nam" are family names and given names."""
_LONGEST_NICKNAME = 3


@lru_cache(maxsize=8192)
def is_nickname(text: str) -> bool:
    """Whether somebody is named as neighbours call him, and not in full: "Bảy Rô", "bà Út", "Sáu Nhỏ"."""
    words = without_title(single_line(text)).split()
    if not 0 < len(words) <= _LONGEST_NICKNAME or words[0].lower() not in _RANKS:
        return False
    if len(words) == 1 and " " not in text.strip():
        # "Sáu" may be all of a name that somebody has.
        return False
    is_written = all(word[0].isupper() and word.isalpha() for word in words)
    return is_written and not any(fold(word) in _MIDDLES for word in words[1:])


_TRIED = Pattern(
    r"(?:test|demo|vi du|example|(?:nguoi dung|user|tai khoan|thanh vien|hoi vien|ban ghi)(?: (?:thu(?: nghiem)?|test|mau|demo|an danh|\d+))+)(?: .*)?|.* test|thu(?: nghiem)?|mau|abc|asdf|a{2,9}|x{2,9}|nguyen (?:van|thi) a|ho (?:va )?ten"
)


def is_tried(text: str) -> bool:
    """Whether somebody only tried a form out, or an example stands there: "test", "Nguyễn Văn A"."""
    return bool(_TRIED.fullmatch(fold(single_line(text))))


_YEAR_BESIDE = Pattern(
    r"(?:s(?:inh)?\.?\s*n?(?:ăm|gày)?\.?\s*)?((?:18|19|20)\d\d|(?:\d{1,2}[/.-]){0,2}(?:18|19)\d\d(?:\s*(?:[/–-]|hay|hoặc)\s*(?:là )?(?:18|19)\d\d)?)",
    re.IGNORECASE,
)


_BIRTH_SAID = Pattern(
    r"(?:^|[;,(]\s*)(?:sinh|sn|ns)\s*(?:ngày|năm)?\s*[:.]?\s*((?:\d{1,2}[/.-]){0,2}(?:18|19|20)\d\d)\b",
    re.IGNORECASE,
)


_BIRTH_FIRST = Pattern(
    r"((?:(?:khoảng|chừng)\s+)?(?:\d{1,2}[/.-]){0,2}(?:18|19)\d\d|\d{2,3} tuổi)(?=$|[\s,;(–-])",
    re.IGNORECASE,
)


def birth_said(text: str, *, is_first: bool = False) -> str | None:
    """A birth that is told among other words: "sinh 1949", "góa, sn 12/3/1949".

    `is_first`: whether a bare year at the beginning is one, too, as no head says otherwise.
    """
    found = _BIRTH_SAID.search(text.strip())
    if found is None and is_first:
        found = _BIRTH_FIRST.match(text.strip())
    return found[1] if found else None


def year_beside(text: str) -> str | None:
    """The birth in what stands beside a name: "(1950)", "sinh năm 1950", "12/3/1950", "1950 hay 1951"."""
    found = _YEAR_BESIDE.fullmatch(text.strip())
    return found[1] if found else None
