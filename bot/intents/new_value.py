"""What something that is kept is to become, where the wish says it: "sửa tên tôi thành Nguyễn Thị Sen"."""

from __future__ import annotations

from typing import Literal

from bot.intents.message import comparable
from bot.intents.phrases import written
from bot.intents.values.phones import phones_in
from bot.language.accents import begins_as_name
from bot.language.patterns import Pattern
from bot.language.text import fold

What = Literal["full_name", "birth", "phone", "address", "sex"]

_NO = r"(?:không|ko|k|hông|hổng|hong|đâu)(?: có)? phải(?: là)?"
_RATHER = Pattern(rf"(?<!\w){written(_NO)}\s.+?[\s,]{written('mà(?: phải)?(?: là)?')}\s+")
"""What it isn't, and after it what it is: "không phải 1948 mà là 1947"."""
_NOT_THAT = Pattern(
    rf"[\s,]+(?:{written('(?:chứ|chớ|mà)')}\s+)?{written(_NO)}\s.*$"
    rf"|[\s,]+{written('(?:chứ|chớ) (?:ai|sao) (?:lại|mà)')}\s.*$|[\s,]+(?:and )?not\s.*$"
)
"""What it isn't, behind what it is: "1947 chứ không phải 1948"."""
_FROM = Pattern(rf"(?<!\w){written('(?:từ|from)')}\s+.+?(?=\s(?:{written('thành|sang|qua|to')})\s)")
_BECOMES = Pattern(
    rf"(?<!\w)(?:{written('thành|lại là|phải là|đúng là|chính xác là|mới là|là|qua|về|sang|lại|to|is')})\s+|:\s*"
)
_ENDS = frozenset(
    "moi dung phai gium giup dum nha nhe nghe nghen a roi di voi con em chau tui toi o lai please".split()
)
"""What may stand behind a value, in small letters: "Nguyễn Thị Sáu Em" is a whole name."""
_PLACE = Pattern(
    rf"(?<!\w)(?:{written('tổ|ấp|thôn|xóm|số|đường|hẻm|xã|phường|khu phố|kp|buôn|bản|khóm|street|hamlet')})(?!\w)"
)
_YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SEX = Pattern(rf"(?<!\w)(?:{written('nam|nữ|male|female')})(?!\w)")


def new_value(text: str, what: What) -> str | None:
    """The words for the new value, what it isn't left out; None where the wish doesn't tell one.

    Read back before anything is changed, so that a doubtful one may be said.
    """
    said = _without_what_it_is_not(text)
    if what == "phone":
        found = phones_in(said)
        return found[0] if len(found) == 1 else None
    line = comparable(said)
    if what in ("birth", "sex"):
        hits = [hit[0] for hit in (_YEAR if what == "birth" else _SEX).finditer(line)]
        return hits[-1] if hits else None
    value = _behind_the_last_word_for_it(said)
    if value is None:
        return None
    if what == "full_name":
        return value if begins_as_name(value) else None
    return value if _PLACE.search(comparable(value)) else None


def _without_what_it_is_not(text: str) -> str:
    for pattern in (_RATHER, _FROM, _NOT_THAT):
        found = pattern.search(comparable(text))
        if found is not None:
            leads = " là " if pattern is _RATHER else " "
            text = f"{text[: found.start()]}{leads}{text[found.end() :]}".strip()
    return text


def _behind_the_last_word_for_it(text: str) -> str | None:
    """What stands behind the first word that leads to a value: "là", "thành", a colon."""
    found = _BECOMES.search(comparable(text))
    if found is None:
        return None
    words = text[found.end() :].replace("!", " ").split()
    while words and _is_an_end(words):
        words.pop()
    return " ".join(words).strip(" ,.") or None


def _is_an_end(words: list[str]) -> bool:
    last = words[-1].strip(" ,.")
    is_name = len(words) > 1 and fold(words[-2]) in ("thi", "van")
    return not last or (fold(last) in _ENDS and last[0].islower() and not is_name)
