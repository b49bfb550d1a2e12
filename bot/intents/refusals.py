"""Questions that are always refused, since shared words make them look like ours.

Doses of medicine, lawsuits, politics, tips for money: an answer found by its words would harm. So
would the sum of one benefit where another's is asked for: what a war invalid, a widow or a pensioner
gets is no social pension. What a ride or a private test costs is no share of it that is taken off. An
identity card, a passport, a title to land that has run out or is lost is no health insurance card.
"""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import fold

_PHRASES = (
    # medicine
    "may vien", "lieu thuoc", "thuoc gi", "thuoc nao", "uong thuoc", "cach nhau may tieng",
    "paracetamol", "panadol", "khang sinh", "bai thuoc", "dose", "tablet",
    "tablets", "antibiotic", "antibiotics", "which medicine", "what medicine",
    # lawsuits
    "khoi kien", "kien tung", "nop don toa", "don ly hon", "ra toa", "thue luat su", "lawsuit", "sue",
    "divorce",
    # politics
    "quoc hoi", "dang cong san", "chinh tri", "politics", "parliament",
    # money tips; "shares of women", "bank account" and "ai lo để" are ours
    "chung khoan", "gia vang", "ty gia", "tiet kiem", "tien ao", "xo so", "danh de", "choi lo de",
    "savings", "buy shares", "stock market", "invest", "lottery", "gold price", "which bank",
    "bank interest", "bank loan",
)  # fmt: skip

# "thuốc năm trăm ngàn" is a price and no herb ("thuốc nam").
_HERBS = Pattern(r" thuoc nam (?!(?:\w+ )?(?:tram|chuc|muoi|ngan|trieu) )")

_MANY = r"(?:bao nhieu|bao nhiu|nhieu|nhiu|may (?:dong|tram|ngan|trieu|phan))"
_OTHER_SUMS = Pattern(
    rf" (?:(?:thuong|benh) binh|liet si|da cam|tien tuat|tu tuat) (?:\w+ ){{0,9}}{_MANY} "
    r"| luong huu (?:\w+ ){0,6}tang | tang (?:\w+ ){0,3}luong huu "
)
_OURS = Pattern(r" (?:them|nua|tien gia|huu tri xa hoi|khuyet tat|the|bhyt) ")

_PRICE = (
    r"(?:bao nhieu|bao nhiu|bi nhieu|bi nhiu|nhieu|nhiu|gia ve|bang gia|(?:ton|het|co) co nao"
    r"|may (?:dong|chuc|tram|ngan|trieu|tien))"
)
_RIDE = (
    r"(?:tau (?:canh ngam|cao toc|lua|hoa|thuy|ra|di|ve)|xe (?:buyt|do|khach|hoa mai)|may bay"
    r"|(?:di|qua|ve|ben|chuyen) pha|pha (?:qua|can gio|cat lai|vam)|cap treo|ve (?:tau|xe|pha|may bay|tham quan|vo (?:cua|cong)|vao (?:cua|cong)))"
)
_TEST = (
    r"(?:xet nghiem|sieu am|noi soi|x quang|chup (?:phim|phoi|ct|mri)|kham dich vu|kham tu"
    r"|phong kham tu|phong mach)"
)
_FARE = Pattern(
    rf" {_RIDE} (?:\w+ ){{0,8}}{_PRICE} | {_PRICE} (?:\w+ ){{0,5}}{_RIDE} "
    rf"| {_RIDE} (?:\w+ ){{0,5}}may (?:gio|tieng|chuyen) "
    rf"| {_TEST} (?:\w+ ){{0,8}}{_PRICE} | {_PRICE} (?:\w+ ){{0,5}}{_TEST} "
)
_TAKEN_OFF = Pattern(
    r" (?:giam|bot|mien|uu tien|uu dai|nua gia|phan tram|khoi|nguoi (?:gia|cao tuoi|lon tuoi)"
    r"|bao hiem|bhyt|cau lac bo|clb|quy|ai (?:tra|chi|lo)) "
)

_EN_PRICE = r"(?:how much|price|prices|fare|cost|costs|what time|timetable|schedule)"
_EN_RIDE = (
    r"(?:ferry|ferries|speedboat|hydrofoil|train|bus|coach|flight|flights|plane (?:fare|ticket)s?"
    r"|cable car)"
)
_EN_FARE = Pattern(
    rf" {_EN_PRICE} (?:\w+ ){{0,12}}{_EN_RIDE} | {_EN_RIDE} (?:\w+ ){{0,12}}{_EN_PRICE} "
)
_EN_TAKEN_OFF = Pattern(
    r" (?:off|less|reduction|reductions|reduced|discount|discounts|cheaper|half|free|concession"
    r"|senior|seniors|elderly|older|old|over|full|pay|pays|paid|club|group|fund|commune|our|we|us) "
)

_PAPER = (
    r"(?:can cuoc|cccd|cmnd|chung minh nhan dan|ho chieu|so do|so hong|bang lai|giay phep lai xe"
    r"|(?:identity|id|citizen) cards?|passports?|driving licen[cs]e|red book)"
)
_ANEW = (
    r"(?:het han|qua han|gia han|lam lai|cap lai|cap doi|doi lai|doi moi|lam moi|mat may (?:bua|ngay)"
    r"|expired?|expires|renew|renewed|renewal|replace|replaced|replacement|ran out|runs out|run out"
    r"|out of date)"
)
_PAPER_ANEW = Pattern(rf" {_PAPER} (?:\w+ ){{0,8}}{_ANEW} | {_ANEW} (?:\w+ ){{0,5}}{_PAPER} ")
_FOR_OURS = Pattern(
    r" (?:bao hiem|bhyt|the kham|kham|vien|tien gia|tro cap|huu tri|mung tho|cau lac bo|clb|nhom|vay"
    r"|dang ky|ghi ten|giam|uu tien|cho doi|xep hang|sap nhap|sat nhap|sap tinh|(?:tinh|xa|huyen) cu"
    r"|goi|nhan tin|link|lua|bot|app|chay|insurance|allowance|pension|club|group|loan|register|join"
    r"|dia chi|show|shows|prove|discount|reduction|queue|merged?|merger|called?|caller|texted|sms|link|scam|fire|burnt) "
)


def is_always_refused(text: str) -> bool:
    """Whether a question touches what the bot never answers."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    padded = f" {' '.join(words.split())} "
    if _OTHER_SUMS.search(padded) and not _OURS.search(padded):
        return True
    if _HERBS.search(padded):
        return True
    if _FARE.search(padded) and not _TAKEN_OFF.search(padded):
        return True
    if _EN_FARE.search(padded) and not _EN_TAKEN_OFF.search(padded):
        return True
    if _PAPER_ANEW.search(padded) and not _FOR_OURS.search(padded):
        return True
    return any(f" {phrase} " in padded for phrase in _PHRASES)
