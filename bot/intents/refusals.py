"""Questions that are always refused, since shared words make them look like ours.

Doses of medicine, lawsuits, politics, tips for money: an answer found by its words would harm.
"""

from __future__ import annotations

from bot.language.text import fold

_PHRASES = (
    # medicine
    "may vien", "lieu thuoc", "thuoc gi", "thuoc nao", "uong thuoc", "cach nhau may tieng",
    "paracetamol", "panadol", "khang sinh", "thuoc nam", "bai thuoc", "dose", "tablet",
    "tablets", "antibiotic", "antibiotics", "which medicine", "what medicine",
    # lawsuits
    "khoi kien", "kien tung", "lawsuit", "sue",
    # politics
    "quoc hoi", "dang cong san", "chinh tri", "politics", "parliament",
    # money tips; "shares of women", "bank account" and "ai lo để" are ours
    "chung khoan", "gia vang", "ty gia", "tiet kiem", "tien ao", "xo so", "danh de", "choi lo de",
    "savings", "buy shares", "stock market", "invest", "lottery", "gold price", "which bank",
    "bank interest", "bank loan",
)  # fmt: skip


def is_always_refused(text: str) -> bool:
    """Whether a question touches what the bot never answers."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    padded = f" {' '.join(words.split())} "
    return any(f" {phrase} " in padded for phrase in _PHRASES)
