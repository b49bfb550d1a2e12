"""How names begin, and names that were typed without their accents, as many people type.

Only what is surely Vietnamese and surely bare counts: "Mai Lan Anh" has none to miss.
"""

from __future__ import annotations

from bot.language.text import fold

# Family names that are never written without a mark; "Phan", "Lam" and "Ha" may be whole names.
_FAMILY_NAMES = frozenset(
    "nguyen tran le pham hoang huynh vo vu dang bui ho ngo duong ly dinh doan trinh dao luong "
    "truong chau phung quach tang thai vuong thach kieu hua ton".split()
)
# Those that may stand without a mark, with the Khmer and Chinese ones of the south; none that
# is a common word ("mai", "ông", "la").
_OTHER_FAMILY_NAMES = frozenset(
    "phan lam ha cao to tu tang son kim danh chau tong luu khuu trang diep doan lieu lu bach vien "
    "vuu giang kha nghiem tat".split()
)
_MIDDLE_NAMES = frozenset(("thi", "van"))
_PLACES = frozenset(
    ("ap", "thon", "xom", "nha van hoa", "khu pho", "to dan pho", "tru so", "hoi truong", "xa",
     "phuong", "dinh", "chua", "truong")
)  # fmt: skip


def lacks_accents(name: str) -> bool:
    """Whether a person's or a place's name surely lacks accents: "Nguyen Thi Sau", "ap 3"."""
    words = name.lower().split()
    if not words or not name.isascii():
        return False
    if any(f" {place} " in f" {' '.join(words)} " for place in _PLACES):
        return True
    return len(words) > 1 and (words[0] in _FAMILY_NAMES or words[1] in _MIDDLE_NAMES)


MOST_NAME_WORDS = 5


def begins_as_name(text: str) -> bool:
    """Whether a few words begin as a full name does, with a family name: "Tô Hồng Mắt".

    A given name may mean anything, so what follows is not looked at.
    """
    words = fold(text).split()
    if not 2 <= len(words) <= MOST_NAME_WORDS:
        return False
    return words[0] in _FAMILY_NAMES | _OTHER_FAMILY_NAMES or words[1] in _MIDDLE_NAMES
