"""What a sentence about an event asks of who comes: to bring something, to come fasting, and else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.dates.hours import read_time
from bot.language.dates.readings import aligned
from bot.language.patterns import Pattern
from bot.language.text import without_courtesy

_TELLS = (
    r"(?:(?:(?:moi nguoi|ba con|cac bac|cac cu|ong ba|ai cung|ai|thanh vien) )?(?:nho|nhac|dan|bao|keu|noi)(?: (?:nhac|dan|bao|cho|voi|moi nguoi|ba con|cac bac|cac cu|ong ba|cac thanh vien|"
    r"ai cung|la|nho|phai|den|toi|di|nhe|nha|giup|gium))* )?"
)
_FASTING = r"(?:nhin (?:an|doi)|(?:khong|dung|khoi|hong|ko)(?: duoc)? an (?:sang|gi)|(?:de )?bung doi|fasting|without breakfast)"
_NO_FAST = r"(?:(?:khong|khoi|hong|ko) (?:can|phai) nhin(?: an| doi)?|an sang (?:binh thuong|duoc))"
_BRINGS = r"(?:(?:mang|dem|cam)(?= theo\b)|mang|bring)(?: theo)?(?: (?:cai|nhung))?(?=:? \w)"
_ELSE = (
    r"(?:(?:mac|ban)(?: bo)? (?:ao|do|quan ao)|(?:toi|den|di|co mat) (?:som|dung gio)|(?:dung|khong) (?:di |toi |den )?tre|"
    r"wear|come early)"
)
_NOTE = Pattern(
    rf"(?:(?:^|[\s,;.(:-]+)(?:(?:va|voi|nhung|luon|roi|and) )?){_TELLS}"
    rf"(?:(?P<no_fast>{_NO_FAST})|(?P<fast>{_FASTING})|(?P<bring>{_BRINGS})|(?P<other>{_ELSE}))\b"
)
_PLACED = Pattern(
    r"^(?:va )?(?:tai|o|at|luc|vao|ngay|sang|chieu|toi|mai|mot|thu|chu nhat|nha|tram|truong|hoi truong|dinh|chua|to \d|ap)\b"
)
_TRIMMED = " ,.;:-–("


@dataclass(frozen=True)
class EventNotes:
    """A sentence without its notes, and the notes."""

    rest: str
    bring: str | None = None
    fasting: bool | None = None
    """Whether people come without breakfast; None where nothing is said of it."""
    left: str | None = None
    """What is asked besides, as it was typed: an event has no place for it."""
    typed: str | None = None
    """All of it, as it was typed."""


def part_notes(text: str) -> EventNotes:
    """The notes of a sentence: "…, nhớ nhịn ăn sáng, mang theo BHYT, sổ khám bệnh".

    A note goes on over what is counted up behind it, until a piece with a number or a place.
    """
    line, folded = aligned(text)
    notes = [each for each in _NOTE.finditer(folded) if _is_note(line, folded, each)]
    kept, at = "", 0
    bring: list[str] = []
    left: list[str] = []
    typed: list[str] = []
    fasting: bool | None = None
    for place, note in enumerate(notes):
        until = notes[place + 1].start() if place + 1 < len(notes) else len(line)
        end = _end(folded, note.end(), until)
        kept += line[at : note.start()]
        at = end
        typed.append(line[note.start() : end].strip(_TRIMMED))
        if note["fast"] or note["no_fast"]:
            fasting = note["fast"] is not None
        elif note["bring"]:
            bring.append(line[note.end() : end].strip(_TRIMMED))
        else:
            left.append(typed[-1])
    kept += line[at:]
    things = [without_courtesy(each).strip(_TRIMMED) for each in bring if each]
    return EventNotes(
        kept.strip(_TRIMMED) if notes else text,
        ", ".join(things) or None,
        fasting,
        ", ".join(map(without_courtesy, left)) or None,
        ", ".join(map(without_courtesy, typed)) or None,
    )


_PLACED_CLOTHES = Pattern(r"\b(?:tiem|may|cho|cua hang|shop|quan|xuong|nguoi|co|ba|chi|hang)\s*$")
"""Before these words clothes are a shop's: "tiệm bán đồ", "chỗ may mặc áo cưới"."""


def _is_note(line: str, folded: str, note: re.Match[str]) -> bool:
    """Whether words that ask for something else ("mặc áo dài") do so, and name no place.

    They stand behind a break or a word of telling, or they are typed with their accents where no
    place goes on: "bán đồ" and "tới sớm" fold to "ban do" and "toi som".
    """
    if not note["other"]:
        return True
    typed = line[slice(*note.span("other"))].lower()
    if note["other"].startswith("ban ") and not typed.startswith("bận "):
        return False
    told = folded[note.start() : note.start("other")].strip()
    if told or note.start() == 0:
        return True
    clothes = note["other"].startswith(("mac ", "ban "))
    return clothes and _PLACED_CLOTHES.search(folded[: note.start()]) is None


def _end(folded: str, start: int, until: int) -> int:
    """Where a note ends that begins before `start`: at a piece that says when or where."""
    end = folded.find(",", start, until)
    while end != -1:
        following = folded.find(",", end + 1, until)
        piece = folded[end + 1 : until if following == -1 else following].strip()
        is_moment = any(map(str.isdigit, piece)) or read_time(piece).value is not None
        if is_moment or _PLACED.search(piece):
            return end
        end = following
    return until
