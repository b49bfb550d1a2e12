"""What is glued to a name: a dash before it, underscores for blanks, an office before or behind it."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.family_names import begins_as_name

_BULLETS = Pattern(r"^(?:\d{1,4}\s*[.)/:]\s*)?(?:[-–—•·●▪◦‣>*]+\s*)+(?=[^\W_])|^\s+(?=[^\W_])")
_NEXT_LINE = Pattern(
    r"\s*\n\s*(?=(?:(?:tổ|ấp|thôn|xóm|khóm|khu phố|kp|đt|sđt|điện thoại|số đt|zalo)\b|0\d{2}))",
    re.IGNORECASE,
)
"""Below the name in its cell: a home, a phone."""
_UNDERSCORES = Pattern(r"(?<=[^\W_])\s*_+\s*(?=[^\W_])")
_OFFICE = (
    r"(?:(?:tổ|nhóm|đội|chi hội|phân hội|hội|khu|ấp|thôn|xóm|khóm|cụm|ban) (?:trưởng|phó)"
    r"|(?:nguyên |cựu )?(?:phó )?(?:chủ nhiệm|chủ tịch|bí thư)"
    r"|(?:trưởng|phó) (?:ban|ấp|thôn|xóm|khóm|khu|nhóm|chi hội)"
    r"|thư ký|thư kí|thủ quỹ|kế toán|(?:ủy|uỷ) viên|(?:phó |trưởng )?(?-i:TT|TP|CN|PCN|BCN|CLB|TK|TQ|UV|BCN|TV|HV|CCB|ĐV|NCT))"
)
_OFFICE_BEHIND = Pattern(
    rf"\s*(?:[-–—_/,|:]+\s*|\s)({_OFFICE}(?!\w)[^()\n]{{0,40}})$", re.IGNORECASE
)
_OFFICE_BEFORE = Pattern(
    rf"({_OFFICE}(?: (?:tổ|nhóm|ấp|khu|clb|câu lạc bộ|chi bộ|đảng ủy|đoàn|chi hội|hội|mặt trận)(?: \d{{1,2}})?(?!\w))?)\s*[-–—_/,|:]*\s+(?=\w)",
    re.IGNORECASE,
)


def apart(text: str) -> str:
    """A name cell without a dash before it, and with blanks where underscores stand for them.

    "Lê_Văn_Cường" is one name; in "Lê Văn Cường_Tổ trưởng" something stands behind it.
    """
    line = _BULLETS.sub("", text.strip(" \t\r\n_"))
    line = _NEXT_LINE.sub(" - ", line)
    return _UNDERSCORES.sub(" - " if re.search(r"\s", line) else " ", line)


def without_office(line: str) -> tuple[str, str | None]:
    """A name without the office of who bears it, and that: "Lê Văn Cường-Tổ trưởng", "Thư ký Lê Thị Ba"."""
    found = _OFFICE_BEHIND.search(line)
    is_capitals = line.isupper() and found is not None and found[1].isupper()
    name = line[: found.start()].split() if found is not None else []
    # "Nguyễn Thị Thư Ký" has no name without it.
    is_whole = begins_as_name(" ".join(name)) and fold(name[-1]) not in ("thi", "van")
    if found is not None and is_whole and not is_capitals:
        return line[: found.start()].strip(), found[1].strip()
    found = _OFFICE_BEFORE.match(line)
    if found is not None and begins_as_name(line[found.end() :]):
        return line[found.end() :].strip(), found[1].strip()
    return line, None
