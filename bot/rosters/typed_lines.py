"""Lines as people type them in a chat, parted by the year in them: "Cù Thị Iêm 1950 0300 … tổ 2"."""

from __future__ import annotations

import re

from bot.language.text import single_line
from bot.rosters.absence import CROSSED, MARKS
from bot.rosters.contacts import is_anothers, numbers_in, whose_behind

Rows = list[tuple[int, list[str]]]
_LONGEST = 300
"""Characters of a line that somebody wrote by hand."""

_BORN = r"(?:s(?:inh|anh)?\.?\s*n?(?:ăm|am)?|n\.?\s?s|năm)\.?:?\s*"
_WITH_YEAR = re.compile(
    rf"\W*(?:\d{{1,4}}(?:\s*[.)/:\-]\s*|\s+))?(?P<name>[^\d(,;]+?)[\s,;:(\-–]+(?i:{_BORN})?"
    r"(?P<birth>(?:\d{1,2}[/.\-]){0,2}(?:18|19|20)\d\d(?:\s*(?:hay|hoặc|hoac)(?: là| la)? (?:18|19)\d\d)?)"
    r"(?!\d)[\s),;.:\-–]*(?P<rest>.*)"
)
_WITH_SHORT_YEAR = re.compile(
    r"\W*(?:\d{1,4}(?:\s*[.)/:\-]\s*|\s+))?(?P<name>[^\W\d_]+(?: [^\W\d_]+)+)[\s,;:(\-–]+"
    r"(?P<birth>[2-9]\d)(?=\s*(?:$|[,;)]|(?i:nam|nữ|nu)\b|0\d))[\s),;]*(?P<rest>.*)"
)
"""A year by its last two digits, where nothing but a sex or a phone comes next: "Phạm Công Danh 46"."""
_SEX_BETWEEN = re.compile(
    rf"^(\W*(?:\d{{1,4}}(?:\s*[.)/:\-]\s*|\s+))?[^\d,;(]{{3,60}}?)\s*[,;]\s*(nam|nữ|nu)\s*[,;]\s*((?:{_BORN})?(?:\d{{1,2}}[/.\-]){{0,2}}(?:18|19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(
    r"(?P<name>\W*(?:\d{1,4}\s*[.)/:\-]\s*)?[^\d(,;]{3,60}?)[\s,;:–-]+(?:(?:ở|o|nhà|nha)\s+)*(?P<between>"
    r"(?:tổ|to|ấp|ap|thôn|thon|xóm|xom|khóm|khom|hẻm|hem|kp|khu phố|khu pho|khu|đội|doi)\s?\d{1,3}[a-z]?(?:\s(?!(?:s\.?\s?n|n\.?\s?s|sinh|sanh|năm|nam|sđt|sdt|đt|dt)\b)[^\W\d_]+){0,5}"
    r"|(?:(?:đt|sđt|dt|sdt|so|số)[\s.:]*)?0(?:[\s.\-]?\d){9})[\s,;:–-]+"
    rf"(?P<birth>(?i:{_BORN})?(?:\d{{1,2}}[/.\-]){{0,2}}(?:18|19|20)\d\d)(?!\d)(?P<behind>.*)",
    re.IGNORECASE,
)
"""A place or a phone before the year: "le thi ba to 3 sn 1958 dt 0300 …"."""
_YEAR_SAID = re.compile(r"(?<=[^\W\d_])\s+nam$")
_WITHOUT = re.compile(
    r"[,;(\s]*\b(?:không|khong|ko|hông|hong|k|kg|chưa|chua|hổng) (?:có |co |xài |xai |dùng |dung )?(?:sđt|sdt|số đt|số điện thoại|đt|dt|điện thoại|dien thoai|số|so|máy)\b\)?",
    re.IGNORECASE,
)
"""That somebody has no phone."""
ODD_PHONE = re.compile(r"(?<!\d)((?:\+84|0)(?:[\s.\-]?\d){6,12}|\d{3}(?:[\s.\-]?\d){5,9})(?!\d)")
_KIN_BEFORE = re.compile(
    r"(?:^|[,;(–-]\s*|\s)(?:(?:số|máy|zalo|gọi|của)\s+)*(?:con|cháu|dâu|rể|vợ|chồng|hàng xóm|người nhà)\b[^,;.()\d]{0,30}$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:\b(?:số )?(?:đt|sđt|điện thoại|dt|sdt))?[\s.:]*$", re.IGNORECASE)
"""What a number is called, right before it."""


def by_year(line: str) -> list[str]:
    """ "3. Cù Thị Iêm 1950 0300000201 tổ 2": parted by its year, as people write in a chat."""
    if len(line) > 2 * _LONGEST:
        return [line]
    line = single_line(line)
    if len(line) > _LONGEST:
        return [line]
    line = _SEX_BETWEEN.sub(r"\1 \3 \2", line)
    if (turned := _YEAR_BEHIND.fullmatch(line)) is not None:
        line = f"{turned['name']} {turned['birth']} {turned['between']} {turned['behind']}"
    found = _WITH_YEAR.fullmatch(line) or _WITH_SHORT_YEAR.fullmatch(line)
    if found is None:
        return [line]
    rest, name, birth = found["rest"], found["name"], found["birth"]
    if (sex := _SEX_LAST.search(name)) is not None:
        # "Bá Văn Quyến – nam – 1961".
        name, rest = name[: sex.start()], f"{sex[1]} {rest}"
    if not name.islower():
        # "Do Van Hung nam 1944", but "do van nam 1944".
        name = _YEAR_SAID.sub("", name)
    # A cross before the number says something of who is named.
    cross = "".join(each for each in line[: found.start("name")] if each in CROSSED + MARKS)
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
        whose, before = single_line(led[0].strip(" ,;.(–-")), before[: led.start()]
    return [
        name, birth, f"{rest[phone[0] : phone[1]].strip(' ,;(')} {f'({whose})' if whose else ''}".strip(),
        single_line(f"{before} {after}").strip(" ,;.-–"),
    ]  # fmt: skip


def sexes_apart(rows: Rows) -> Rows:
    """Lines parted by their year, the sex that begins what is left in a column of its own."""
    parted = []
    for number, row in rows:
        sex = _SEX_FIRST.match(row[-1].strip()) if len(row) > 1 else None
        rest = row[-1].strip()[sex.end() :] if sex else row[-1]
        parted.append(
            (
                number,
                [*row[:-1], sex[1] if sex else "", rest.strip(" ,;.-–")] if len(row) > 1 else row,
            )
        )
    return parted


_SEX_LAST = re.compile(r"\s*[,;:/|(–—-]\s*(nam|nữ|nu)[\s)]*$", re.IGNORECASE)
_SEX_FIRST = re.compile(r"(nam|nữ|nu)(?=$|[\s,;.(–-])", re.IGNORECASE)
