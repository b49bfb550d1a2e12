"""Whether a complaint is of what was done with somebody's data: passed on, read out, put up, kept back."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import plain_words

_WHO = (
    r"(?:toi|tui|minh|em|con|chau|ba|ong|ma|me|cha|tia|bac|co|chu|noi|ngoai|nha|gia dinh|nguoi ta)"
)
_DATA = (
    rf"(?:so (?:dien thoai|dt|phone)|sdt|so (?:cua )?{_WHO}|so dien thoai|thong tin|du lieu|hoan canh|dia chi"
    rf"|can cuoc|cccd|hinh|anh|ten(?: tuoi)?(?: (?:cua )?{_WHO})|ngay sinh|nam sinh|danh sach (?:ho )?(?:can )?ngheo"
    r"|so (?:thanh vien|hoi vien)|danh sach (?:thanh vien|hoi vien))"
)
_DONE = (
    r"(?:dua|ban|lo|de lo|lam lo|tiet lo|doc|dang|tung|dan|rao|noi ra|noi|ke|khoe|phat|gui|cho|chia se|xai|dung|lay"
    r"|dem|chup|de|giu|sua|xem|coi|goi ten)"
)
_OUT = (
    r"(?:len loa|ra loa|tren loa|len mang|tren mang|len zalo|len facebook|len nhom|vo nhom|vao nhom|ra ngoai|ngoai quan|ngoai cho"
    r"|nguoi ta|nguoi la|nguoi ngoai|nguoi ban|cong ty|quang cao|ban thuoc|bao hiem|khap noi|ca ap|ca xom|bi lo|lo ra)"
)
_EXPOSED = Pattern(
    rf"\b{_DONE} (?:\w+ ){{0,3}}{_DATA}\b.*\b(?:{_OUT}|cho|ra|tum lum|tu y|khong (?:hoi|xin))\b"
    rf"|\b(?:ban|lo|de lo|lam lo|tiet lo) (?:\w+ ){{0,3}}{_DATA}\b"
    rf"|\b{_DATA}\b (?:\w+ ){{0,6}}{_OUT}\b"
    rf"|\b(?:tu y|khong (?:hoi|xin|cho phep)(?: \w+){{0,4}} ma) (?:\w+ ){{0,3}}{_DATA}\b"
    rf"|\b(?:khong|hong|ko) cho (?:toi |tui |ba |ong )?(?:xem|coi|sua|xoa) {_DATA}\b"
    r"|\b(?:gave|sold|leaked|shared|posted|read out) (?:out )?(?:my|our|her|his|mother'?s) (?:\w+ )?(?:number|phone|data|information|name|address|photo)\b"
)


def complains_of_data(text: str) -> bool:
    """Whether a complaint's words tell of somebody's data: "đưa số của tôi cho người bán thuốc".

    Only asked of what is a complaint already; both kinds go to the same people.
    """
    return _EXPOSED.search(plain_words(text)) is not None
