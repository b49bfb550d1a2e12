"""Words that say of somebody on a list that he may be no member: a guest, or who still waits to become one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line

_GUESTS = Pattern(
    r"\b(?:khach(?: moi| vang lai)?|quan khach|nha tai tro|manh thuong quan|lanh dao|thanh phan moi|dai dien|"
    r"dai bieu|can bo|chinh quyen|giao vien|huan luyen vien|hlv|nguoi ho tro|tai xe|phuc vu|y te)\b"
)
_MEMBERS = Pattern(r"\b(?:hoi vien|thanh vien|chinh thuc)\b")
_WAITING = Pattern(
    r"(?<!dt )(?<!so )(?<!tuoi )(?<!sinh )\bchua hoi(?=\W*$)|\b(?:cho (?:ket nap|duyet|xet|xep|vao|vo|cho trong)|du bi|du khuyet|chua (?:duoc )?ket nap|danh sach cho|dang cho|"
    r"(?:de|con|dang) (?:suy nghi|can nhac)|suy nghi (?:them|lai)|chua chac(?=\W*$| (?:vo|vao|tham gia|co (?:vo|vao)))|chua biet (?:y|sao|ra sao|the nao)(?! (?:kien|nghia))|"
    r"(?:qua nam|sang nam|nam sau|thang sau|ra tet|qua tet|qua gieng|tuan sau|bua nao)(?: \w+){0,2} (?:moi|se|roi) (?:vo|vao|tham gia|ghi)|chua (?:dong y|chiu (?:vo|vao|tham gia|ghi ten|di)|(?:hoi y(?: kien)?|chiu)(?=\W*$)|muon (?:vo|vao|tham gia)|quyet dinh|quyet)(?! (?:chup|cho|nhan|luu|chia se|dang|thong tin)))\b"
)


_NOT_YET_ALL = Pattern(
    r"\b(?:(?:nguoi |ba con )?(?:moi )?hoi tham|moi hoi|chua (?:duoc )?(?:vo|vao|gia nhap|ket nap|dang ky|tham gia)|dang ky moi|muon (?:vao|vo|tham gia)|"
    r"co nguyen vong|moi den thu|di thu|sinh hoat thu)\b(?!.*\b(?:bhyt|bao hiem|to|nhom)\b)"
)


@lru_cache(maxsize=1024)
def doubt_of_heading(text: str) -> str | None:
    """Why people below a heading may be no members: "guest" ("Nhà tài trợ"), "waiting" ("Chờ kết nạp")."""
    folded = fold(single_line(text))
    if _WAITING.search(folded) or _NOT_YET_ALL.search(folded):
        return "waiting"
    return "guest" if _GUESTS.search(folded) and not _MEMBERS.search(folded) else None


_NOT_YET = Pattern(
    r"\bchua (?:duoc )?(?:vo|vao|gia nhap|ket nap|dang ky|tham gia)\b(?!.*\b(?:bhyt|bao hiem|to|nhom)\b)"
)


_PENDING = Pattern(
    r"(?:pending|wait(?:ing|list(?:ed)?)|applied|applicant|prospect|invited|new request)\b|cho (?:xac (?:nhan|minh)|phe duyet|kich hoat)\b"
)
"""The same as programs write it."""


def is_waiting(text: str) -> bool:
    """Whether words beside a name say that he is no member yet: "chưa vô hội", "chờ kết nạp"."""
    folded = fold(_OF_THE_OTHER.sub(" ", single_line(text)))
    return bool(_WAITING.search(folded) or _NOT_YET.search(folded) or _PENDING.match(folded))


_OF_THE_OTHER = Pattern(
    r"\b(?:vợ|chồng|bà xã|ông xã|con (?:trai|gái|dâu|rể)|vo (?=ong|anh|chu|bac)|chong (?=ba|chi|co))(?: (?:ông|bà|bác|cô|chú|chị|anh|ổng|bả|cổ|chỉ|ảnh))*"
    r" (?:thì |cũng |còn )?(?:chưa|chua)\b[^;,.()]*",
    re.IGNORECASE,
)
"""What is said of a wife is not said of her husband: "vợ ông chưa đăng ký"."""


_ROLE_OF_GUESTS = Pattern(
    r"(?:khach(?: moi| vang lai| du)?|dai bieu|nha tai tro|manh thuong quan|guest|visitor)\b(?! hang)"
)


_OF_GUESTS = Pattern(
    r"(?:danh sach |ds )?(?:cac |quy )?(?:khach(?: moi)?|dai bieu|nha tai tro|manh thuong quan)(?! hang)(?: (?:va|du|moi|tham du|ung ho|nam)\b.*)?"
)


def is_of_guests(title: str) -> bool:
    """Whether a title is of guests and donors, and of nobody else: "Danh sách khách mời"."""
    folded = fold(single_line(title))
    return bool(_OF_GUESTS.fullmatch(folded)) and not _MEMBERS.search(folded)


def is_guest(text: str) -> bool:
    """Whether words beside a name say that he is no member: "khách, nhạc công"."""
    return bool(_ROLE_OF_GUESTS.match(fold(single_line(text))))


def doubt_beside(notes: Iterable[str], others: Iterable[str]) -> str | None:
    """Why somebody may be no member by the words beside his name, which may be among others."""
    notes, others = tuple(notes), tuple(others)
    if any(map(is_guest, (*others, *notes))):
        return "guest"
    return "waiting" if any(map(is_waiting, (*notes, *others))) else None
