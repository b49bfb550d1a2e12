"""Lines as people type them in a chat, parted by the year in them: "Cù Thị Iêm 1950 0300 … tổ 2"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.absence import CROSSED, MARKS
from bot.rosters.animals import OF_THE_MOON
from bot.rosters.contacts import is_anothers, numbers_in, whose_behind
from bot.rosters.lines import is_home
from bot.rosters.naming import ANIMAL_LAST, without_title

Rows = list[tuple[int, list[str]]]
_LONGEST = 300
"""Characters of a line that somebody wrote by hand."""

_NUMBER = r"(?:sđt|sdt|số đt|so dt|số điện thoại|so dien thoai|đt|dt|điện thoại|dien thoai|số|so|máy|zalo)"
NO_PHONE = (
    rf"(?:không|khong|ko|kô|hông|hong|hổng|k|kg|hok|chưa|chua|chả) (?:có |co |xài |xai |sài |sai |dùng |dung |biết |biet |nhớ )?{_NUMBER}(?!\w)"
    rf"|{_NUMBER}\s*:?\s*(?:không|khong|ko|hông|hong|hổng|k|kg|chưa|chua)(?: (?:có|co))?(?=\s*(?:$|[,;.)]))"
)
"""That somebody has no phone, in full and in short: "chưa có số", "k co dt", "sđt không"."""
_WITHOUT = Pattern(rf"[,;(\s]*\b(?:{NO_PHONE})\)?", re.IGNORECASE)
_BORN = r"(?:s(?:inh|anh)?\.?\s*n?(?:ăm|am)?|n\.?\s?s|năm)\.?:?\s*"
_WITH_YEAR = Pattern(
    rf"\W*(?:\d{{1,4}}(?:\s*[.)/:\-]\s*|\s+))?(?P<name>[^\d(,;]+?)(?P<between>[\s,;:(\-–]+)(?P<said>(?i:{_BORN}))?"
    r"(?P<birth>(?:\d{1,2}[/.\-]){0,2}(?:18|19|20)\d\d(?:\s*(?:hay|hoặc|hoac)(?: là| la)? (?:18|19)\d\d)?)"
    r"(?!\d)[\s),;.:\-–]*(?P<rest>.*)"
)
_REACHED = rf"(?:{_NUMBER}|goi|gọi)\b[^\d,;]{{0,40}}\d{{3}}"
_WITHIN = r"(?:tổ|to|ấp|ap|xóm|xom|thôn|thon|khóm|khom|hẻm|hem|kp|khu phố|khu pho) \d"
_WITH_SHORT_YEAR = Pattern(
    r"\W*(?:\d{1,4}(?:\s*[.)/:\-]\s*|\s+))?(?P<name>[^\W\d_]+(?: [^\W\d_]+)+?)(?P<between>[\s,;:(\-–]+)"
    r"(?:(?<=\s)(?<![,;:(\-–]\s)(?P<said>(?i:năm\s+sinh|nam\s+sinh|s(?:inh|anh)(?:\s+(?:năm|nam))?|s\.?\s?n|n\.?\s?s|năm)[\s.:]*)(?P<spoken>[2-9]\d)(?![\d/.\-]|\s*(?i:tuổi|tuoi|t)\b)"
    rf"|(?P<bare>[2-9]\d)(?=\s*(?:[-–/]\s*)?(?:$|[,;)]|(?i:nam|nữ|nu)\b|0\d|(?i:{NO_PHONE})|(?i:{_REACHED})|(?i:{_WITHIN}))))[\s),;]*(?P<rest>.*)"
)
"""A year by its last two digits: behind "sn", or before a sex, a phone or that there is none, a place."""
_WITH_AGE = Pattern(
    r"\W*(?:\d{1,4}(?:\s*[.)/:\-]\s*|\s+))?(?P<name>[^\W\d_]+(?: [^\W\d_]+)+?)(?P<between>[\s,;:(\-–]+)"
    r"(?P<birth>[2-9]\d|1[01]\d)\s*(?i:tuổi|tuoi)\b[\s),;.:\-–]*(?P<rest>.*)"
)
_WITH_ANIMAL = Pattern(
    r"\W*(?:\d{1,4}(?:\s*[.)/:\-]\s*|\s+))?(?P<name>[^\W\d_]+(?: [^\W\d_]+)+?)(?P<between>[\s,;:(\-–]+)"
    r"(?:(?:không|hông|hổng|ko|chẳng|hết|quên) (?:nhớ |biết |rõ )?(?:chính xác )?(?:năm|ngày|tuổi)[^,;()\d]{0,20}[,;(\s]+)?"
    rf"(?P<birth>{OF_THE_MOON})(?!\w)[\s),;.:\-–]*(?P<rest>.*)",
    re.IGNORECASE,
)
"""The year of the moon alone: "Bà Lê Thị Bèo không nhớ năm, tuổi con Ngựa, sđt …"."""
_SEX_BETWEEN = Pattern(
    rf"^(\W*(?:\d{{1,4}}(?:\s*[.)/:\-]\s*|\s+))?[^\d,;(]{{3,60}}?)\s*(?:[,;]|\s[–-])\s*(nam|nữ|nu)\s*[,;–-]\s*((?:{_BORN})?(?:\d{{1,2}}[/.\-]){{0,2}}(?:(?:18|19|20)\d\d|[2-9]\d))(?![\d/])",
    re.IGNORECASE,
)
_YEAR_BEHIND = Pattern(
    r"(?P<name>\W*(?:\d{1,4}\s*[.)/:\-]\s*)?[^\d(,;]{3,60}?)[\s,;:–-]+(?:(?:ở|o|nhà|nha)\s+)*(?P<between>"
    r"(?:tổ|to|ấp|ap|thôn|thon|xóm|xom|khóm|khom|hẻm|hem|kp|khu phố|khu pho|khu|đội|doi)\s?\d{1,3}[a-z]?(?:\s(?!(?:s\.?\s?n|n\.?\s?s|sinh|sanh|năm|nam|sđt|sdt|đt|dt)\b)[^\W\d_]+){0,5}"
    r"|(?:(?:đt|sđt|dt|sdt|so|số)[\s.:]*)?0(?:[\s.\-]?\d){9})[\s,;:–-]+"
    rf"(?P<birth>(?i:{_BORN})?(?:\d{{1,2}}[/.\-]){{0,2}}(?:18|19|20)\d\d)(?!\d)(?P<behind>.*)",
    re.IGNORECASE,
)
"""A place or a phone before the year: "le thi ba to 3 sn 1958 dt 0300 …"."""
SAID_FIRST = r"(?P<said>\((?=[^()]*[^\W\d_]{2})[^()]{3,40}\))"
"""What is said of somebody in brackets before his name: "(người này chưa hỏi) Lê Văn Hiền 1960"."""
_SAID_FIRST = Pattern(
    rf"^(?P<number>\W{{0,3}}(?:\d{{1,4}}\s*[.)/:\-]\s*)?){SAID_FIRST}\s*(?P<rest>\S.*)$"
)
_SAID_BETWEEN = Pattern(
    r"(?P<before>\W*(?:\d{1,4}\s*[.)/:\-]\s*)?[^\d(),;]{3,60}?)\s*(?P<said>\((?!(?:khoảng|khoang|chừng|cỡ|tuổi|tuoi|sinh|năm)\b)[^()\d]{2,30}\))[\s,;:–-]+"
    rf"(?P<behind>(?i:{_BORN})?(?:\d{{1,2}}[/.\-]){{0,2}}(?:18|19)\d\d(?!\d).*)"
)
"""The same behind his name: "Thạch Kim Sươl (nam) - 1960"."""
_YEAR_SAID = Pattern(r"(?<=[^\W\d_])\s+nam$")
ODD_PHONE = Pattern(
    r"(?<!\d)((?:\+84|0)(?:[\s.\-]?\d|(?<=[\doOxX?])[oOxX?]){6,12}|\d{3}(?:[\s.\-]?\d){5,9})(?!\d)"
)
_KIN_BEFORE = Pattern(
    r"(?:^|[,;(–-]\s*|\s)(?:(?:số|máy|zalo|gọi|của|thằng|đứa|so|may|goi|cua|thang|dua)\s+)*(?:con|cháu|dâu|rể|vợ|chồng|hàng xóm|người nhà|chau|dau|vo|chong|hang xom|nguoi nha)\b[^,;.()\d]{0,30}(?:\([^()\d]{1,30}\))?[\s:]*$",
    re.IGNORECASE,
)
_CALLED = Pattern(
    r"(?:\b(?:(?:số |so )?(?:đt|sđt|điện thoại|dien thoai|dt|sdt|máy|may)|số|so))?[\s.:]*$",
    re.IGNORECASE,
)
"""What a number is called, right before it."""


def parted_by_year(lines: list[str]) -> list[list[str]]:
    """Lines, each parted by its year where it has one."""
    worded = [_WORDED.search(line) is not None for line in lines if len(line) <= _LONGEST]
    # Where most say "Năm 1950" it is the word, whoever is called so.
    are_worded = sum(worded) >= _FEWEST_WORDS and sum(worded) * 2 >= len(worded)
    return [by_year(line, are_worded=are_worded) for line in lines]


_WORDED = Pattern(r"(?<![Tt]hị )(?<![Vv]ăn )\b(?:[Nn]ăm|[Ss]inh) (?:18|19)\d\d(?!\d)")


def by_year(line: str, *, are_worded: bool = False) -> list[str]:
    """ "3. Cù Thị Iêm 1950 0300000201 tổ 2": parted by its year, as people write in a chat."""
    if len(line) > 2 * _LONGEST:
        return [line]
    line = single_line(line)
    if len(line) > _LONGEST:
        return [line]
    if (first := _SAID_FIRST.match(line)) is not None:
        parted = by_year(f"{first['number']}{first['rest']}", are_worded=are_worded)
        return [f"{parted[0]} {first['said']}", *parted[1:]] if len(parted) > 1 else [line]
    if (said := _SAID_BETWEEN.match(line)) is not None:
        parted = by_year(f"{said['before']} {said['behind']}", are_worded=are_worded)
        return [f"{parted[0]} {said['said']}", *parted[1:]] if len(parted) > 1 else [line]
    line = _SEX_BETWEEN.sub(r"\1 \3 \2", line)
    if (turned := _YEAR_BEHIND.fullmatch(line)) is not None:
        line = f"{turned['name']} {turned['birth']} {turned['between']} {turned['behind']}"
    if (parts := _parts(line, are_worded=are_worded)) is None:
        return [line]
    crossed, name, birth, rest = parts
    if (sex := _SEX_LAST.search(name)) is not None:
        # "Bá Văn Quyến – nam – 1961".
        name, rest = name[: sex.start()], f"{sex[1]} {rest}"
    if not name.islower() or name.endswith(" nam nam"):
        # "Do Van Hung nam 1944", but "do van nam 1944".
        name = _YEAR_SAID.sub("", name)
    # A cross before the number says something of who is named.
    cross = "".join(each for each in crossed if each in CROSSED + MARKS)
    name = f"{cross} {name}".strip()
    phone = next(numbers_in(rest), None)
    if phone is None:
        # Of too many digits, or too few: it is said where it stands.
        odd = ODD_PHONE.search(rest) or _WITHOUT.search(rest)
        phone = (*odd.span(), "", False) if odd else None
    if phone is None:
        return [name, birth, "", rest.strip(" ,;.-–")]
    whose, until = whose_behind(rest[phone[1] :])
    before, after = _CALLED.sub(" ", rest[: phone[0]]), rest[phone[1] + until :]
    led = _KIN_BEFORE.search(before)
    if led is not None and is_anothers(led[0]):
        # "con dâu Hằng 0300 …" is no number of his own.
        whose = single_line(led[0].strip(" ,;.(–-"))
        before = _CALLED.sub(" ", before[: led.start()])
    return [
        name, birth, f"{rest[phone[0] : phone[1]].strip(' ,;(')} {f'({whose})' if whose else ''}".strip(),
        single_line(f"{before} {after}").strip(" ,;.-–"),
    ]  # fmt: skip


def _parts(line: str, *, are_worded: bool) -> tuple[str, str, str, str] | None:
    """What stands before a name, the name, the birth right behind it, and the rest."""
    if (found := _WITH_YEAR.fullmatch(line)) is not None:
        birth, said = found["birth"], found["said"] or ""
    elif (found := _WITH_SHORT_YEAR.fullmatch(line)) is not None:
        birth, said = found["spoken"] or found["bare"], found["said"] or ""
    elif (found := _WITH_AGE.fullmatch(line)) is not None and (
        "(" in found["between"] or found["name"].islower()
    ):
        # Else the words tell of him, whatever else stands in the line.
        birth, said = f"{found['birth']} tuổi", ""
    elif (found := _WITH_ANIMAL.fullmatch(line)) is not None:
        birth, said = found["birth"], ""
    else:
        return None
    name, rest = found["name"], found["rest"]
    if _OF_TODAY.search(birth) and _OF_A_DAY.search(fold(name)):
        # "Họp ngày 5/4/2025" tells of a day, and of nobody.
        return None
    if said and found["between"].isspace():
        name = _with_end(name, said.split(), are_worded=are_worded)
    if (animal := ANIMAL_LAST.search(name)) is not None:
        # "Ông Trương Văn Quắn tuổi Dần 1950": it is borne out by the year.
        name, rest = name[: animal.start()], f"{animal[1]}, {rest}"
    if (about := _ABOUT_LAST.search(name)) is not None:
        name, birth = name[: about.start()], f"{about[1]} {birth}"
    is_said = said and (name == found["name"] or len(said.split()) > 1)
    if len(birth) == _SHORT and is_said:
        # A bare number may be an age: all of its column tell.
        birth = f"19{birth}"
    return line[: found.start("name")], name, birth, rest


def _with_end(name: str, said: list[str], *, are_worded: bool) -> str:
    """A name with a word for being born that is its own: "Trần Thị Năm 1951", "Lê Văn Sinh 1950"."""
    if said[0].lower() not in ("năm", "nam", "sinh", "sanh"):
        return name
    words = without_title(name).split()
    if len(words) < _FEWEST_WORDS or fold(words[-1]) in _MIDDLES or words[-1] in _FORMS:
        return f"{name} {said[0]}"
    # Who writes "Năm" large in a line that isn't means no year.
    is_large = said[0][0].isupper() and not name.isupper() and not are_worded
    is_name = is_large and len(said) == 1 and all(word[0].isupper() for word in words)
    return f"{name} {said[0]}" if is_name else name


_FEWEST_WORDS = _SHORT = 2
_OF_TODAY = Pattern(r"(?<!\d)20(?:0[89]|[1-9]\d)$")
_OF_A_DAY = Pattern(r"\b(?:ngay|thang|quy|hop|luc|dot|ky|khoa|ke hoach|hom nay)(?: nam)?$")
_ABOUT_LAST = Pattern(
    r"(?<![Tt]hị)(?<![Vv]ăn)[\s,(–-]+(khoảng|khoang|chừng|áng chừng|ang chung|cỡ|tầm|độ|hình như|hinh nhu|chắc)(?:\s+(?:năm|nam|sinh|sinh năm))?$"
)
"""How sure a year is, between it and the name; "chung" and "co" may be names."""
_MIDDLES = ("thi", "van")
_FORMS = ("ông", "bà", "cô", "chú", "bác", "anh", "chị", "dì")


def sexes_apart(rows: Rows) -> Rows:
    """Lines parted by their year, the sex that begins what is left in a column of its own.

    So is what is said beside a home between dashes: "tổ 3 – BHYT hết hạn".
    """
    parted = []
    for number, row in rows:
        sex = _SEX_FIRST.match(row[-1].strip()) if len(row) > 1 else None
        rest = (row[-1].strip()[sex.end() :] if sex else row[-1]).strip(" ,;.-–")
        parted.append((number, [*row[:-1], sex[1] if sex else "", rest] if len(row) > 1 else row))
    told = [_homes_apart(row[-1]) for _, row in parted]
    if not any(home and said for home, said in told):
        return parted
    return [
        (number, [*row[:-1], *both] if len(row) > 1 else row)
        for (number, row), both in zip(parted, told, strict=True)
    ]


def _homes_apart(rest: str) -> tuple[str, str]:
    """The pieces between dashes that say where somebody lives, and the others."""
    pieces = [piece for each in _DASHES.split(rest) if (piece := each.strip(" ,;.()–-"))]
    homes = [piece for piece in pieces if is_home(piece)]
    others = [piece for piece in pieces if piece not in homes]
    return ", ".join(homes), ", ".join(others)


_DASHES = Pattern(r"\s[–-]\s")
_SEX_LAST = Pattern(r"\s*[,;:/|(–—-]\s*(nam|nữ|nu)[\s)]*$", re.IGNORECASE)
_SEX_FIRST = Pattern(r"(nam|nữ|nu)(?=$|[\s,;.(–-])", re.IGNORECASE)
