"""Questions that are answered from the club's own data, not from articles."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.language.text import fold


class Live(StrEnum):
    """What can be looked up for the one who asks."""

    NEXT_EVENT = "next_event"
    REGISTRATION = "registration"
    ARE_YOU_HUMAN = "are_you_human"


_WHEN = ("khi nao", "bao gio", "hom nao", "ngay nao", "bua nao", "may gio", "luc nao", "when",
         "ngay may", "o dau")  # fmt: skip
_MEETING = ("hop", "sinh hoat", "kham", "tap huan", "meeting", "health check", "training", "buoi")
_NEXT = (
    "toi",
    "sap toi",
    "ky toi",
    "thang nay",
    "tuan nay",
    "next",
    "clb minh",
    "chung ta",
    "minh",
)
_STATUS = ("duyet chua", "duoc nhan chua", "dang ky cua toi", "dang ky toi dau", "da vo so chua",
           "da duoc nhan chua", "my registration", "am i registered", "xong chua")  # fmt: skip
_HUMAN = ("may hay nguoi", "nguoi hay may", "nguoi hay la may", "nguoi that khong", "la robot", "la may a", "are you a robot",
          "are you human", "are you a person", "phai nguoi khong")  # fmt: skip
_GENERAL = ("moi thang", "may lan", "bao lau", "bao nhieu", "lam gi", "gom", "the nao", "ra sao",
            "how", "what", "ai ")  # fmt: skip


def read_live(text: str) -> Live | None:
    """The live question in a text, None when it asks for general guidance."""
    folded = f" {fold(text)} "
    if any(phrase in folded for phrase in _HUMAN):
        return Live.ARE_YOU_HUMAN
    if any(phrase in folded for phrase in _STATUS) and len(folded.split()) <= 12:
        return Live.REGISTRATION
    general = any(f" {phrase.strip()} " in folded for phrase in _GENERAL)
    when = any(f" {phrase} " in folded for phrase in _WHEN)
    meeting = any(f" {phrase} " in folded for phrase in _MEETING)
    if when and meeting and not general and len(folded.split()) <= 10:
        return Live.NEXT_EVENT
    return None


_NEXT_STEP = (
    "buoc tiep theo", "buoc ke tiep", "buoc sau", "lam gi nua", "lam gi tiep", "phai lam gi",
    "lam tiep", "ghi tiep", "tiep tuc", "lam buoc nay", "dang o buoc", "toi buoc nao", "next step",
    "go on", "continue",
)  # fmt: skip
_ALL_STEPS = ("cac buoc", "danh sach buoc", "xem buoc", "buoc khac", "con buoc nao", "all steps")
_ORGANISERS_WORDS = 8
"""A longer text tells or asks something, and is no wish to go on."""


def read_step_request(text: str) -> int | str | None:
    """What an organiser wants of the founding: "next", "all", a step's number, or None."""
    folded = " ".join(fold(text).replace("?", " ").split())
    if len(folded.split()) > _ORGANISERS_WORDS:
        return None
    number = re.search(r"\b(?:buoc|step)(?: so)? (\d{1,2})\b", folded)
    if number:
        return int(number.group(1))
    padded = f" {folded} "
    if any(f" {phrase} " in padded for phrase in _ALL_STEPS):
        return "all"
    if any(f" {phrase} " in padded for phrase in _NEXT_STEP):
        return "next"
    return None
