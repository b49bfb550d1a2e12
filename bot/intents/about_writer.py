"""What a text tells of who writes it: his age, or that he isn't one of the elders himself.

"em 19 tuổi", "đăng ký cho bà nội em", "em muốn hỏi": who writes so is not "bác".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold, single_line


class Writer(NamedTuple):
    """Who writes, as far as a text tells: an age in years where it names one."""

    age: int | None = None


_OWN = r"(?:em|e|con|chau|tui|toi|minh)"
_BEFORE = r"(?:^|[,.;!?] ?)(?:(?:da|dạ|a|alo|hi|hello|ad|shop|thua|chao \w+|\w+ oi|thi|la)[ ,]+)*"
_AGE = Pattern(
    rf"{_BEFORE}{_OWN}(?: (?:nay|nam nay|moi|chi moi|da|duoc|co|hien|thi|la (?:nam|nu|con gai|con trai)))*"
    r" (?P<age>\d{2}|[a-z]+(?: [a-z]+){1,2}) tuoi\b(?! (?:con|chuot|trau|cop|meo|rong|ran|ngua|de|khi|ga|cho|heo))"
)
_GRANDPARENTS = Pattern(
    r"\b(?:ba|ong) (?:noi|ngoai|co) (?:cua )?(?:em|chau)(?! (?:gai|trai|ruot|ho|be|ut)\b)"
    r"|\b(?:ba|ong) (?:noi|ngoai) (?:cua )?(?:con|e)(?= (?:\d|bi|bay|nam nay|muon|o |khong|ko|hong|co |cung|duoc|thi|la |noi|keu|vo|tham gia|di duoc)|[,.?!]|$)"
    r"|\b(?:noi|ngoai) (?:em|chau)(?= (?:\d|bi|nam nay|muon|o |khong|ko|co |cung|duoc|thi)|$)"
    r"|\b(?:dang ky|dky|dki|dk|ghi ten|ghi danh|ghi) (?:giup |gium |dum )?(?:cho )?(?:ba|ong) (?:noi|ngoai)\b(?! day\b)"
)
_PARENTS = Pattern(
    r"(?<!\w)(?:ba má|ba mẹ|bố mẹ|cha mẹ|ba me|má|mẹ|bố|ba|cha|tía|me|bà|ông|ông bà) (?:của |cua )?(?:em|cháu|chau|e)(?!\w)(?! (?:gái|trai|gai|ruột|ruot|họ|bé|út)(?!\w))",
    re.IGNORECASE,
)
""" "mẹ em"; with "con" it may be said to the bot: "bà khỏe mà con"."""
_WISHES = Pattern(
    rf"{_BEFORE}(?:(?:cho|giup|chi|huong dan|nhac|day) (?:em|e|chau) (?:hoi|biet|xin|dang|dki|dky|ghi|voi|xem|coi|cach)"
    r"|(?:em|e|chau) (?:cung )?(?:muon|tinh|dinh|xin|can|dang ky|dky|dki|ghi ten|la (?:con|chau|dau|re|sinh vien|giao vien|can bo|doan vien|nguoi|thanh vien|bi thu)"
    r"|co (?:ba|ong|ma|me|nguoi|mot)|thay|nghe noi|doc|chua|khong biet|ko biet|hong biet|o (?!dau)))"
)
_BOTS = Pattern(
    r"\b(?:em|con|chau) (?:muon|tinh|can|biet|ten|la) (?:gi|ai|sao)\b|\b(?:em|con|chau) la (?:may|robot|ai)\b"
)
"""What is asked of the bot, which is called so as well."""


def writer_of(text: str) -> Writer | None:
    """What a text tells of who writes it; None where that may be anybody.

    Whoever has a living grandmother, or calls himself em, is no elder; of somebody's own child
    ("con tui 19 tuổi") nothing is told.
    """
    line = single_line(text)
    folded = fold(line)
    if _BOTS.search(folded):
        return None
    told = _AGE.search(folded)
    if told is not None:
        age = read_number(told["age"]).value
        if age is not None and _YOUNGEST <= age <= _OLDEST:
            return Writer(age)
    if _GRANDPARENTS.search(folded) or _PARENTS.search(line) or _WISHES.search(folded):
        return Writer()
    return None


_YOUNGEST, _OLDEST = 10, 105
"""Years that somebody who writes may have."""
