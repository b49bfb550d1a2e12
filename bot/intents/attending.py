"""Who comes and who doesn't: each person's part of an answer to a reminder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.intents.message import Message
from bot.intents.people import Mention, mentions, sex_of
from bot.intents.phrases import Phrases
from bot.intents.scene import Scene
from bot.intents.understanding import Attendance

Lean = Callable[[str], Attendance]
"""What a piece of a message leans to, by its words."""


@dataclass(frozen=True)
class AttendanceReading:
    """Whom an answer is about and what it says of each."""

    people: dict[str, Attendance]
    is_sure: bool = True


_EVERYBODY = Phrases(
    r"(cả|đủ|hết|tất cả|trọn|đông đủ|luôn) ?(hai|ba|bốn|mấy|2|3|4)? ?(người|ông bà|bà|ông|cụ|vợ chồng|nhà|đứa|má con|mẹ con|thảy|ng)",
    r"(cả|đủ) (hai|ba|bốn|2|3|4)",
    r"(hai|ba|bốn|2|3|4) (người|ng|cụ|vợ chồng|ông bà|bà|ông|đứa|bác|ổng bả|má con|mẹ con)",
    r"(tất cả|hết thảy|mọi người|ai cũng|cả nhà|cả đám|đều|tụi (tôi|tui|em|con)|chúng (tôi|tui)|ông bà (đều|cũng|cùng))",
    r"both|all (of us|of them|three|two)|everyone|we all|they all|we are|we're|the two of",
)
_NOBODY = Phrases(r"(không|chẳng|chả|đâu) (có )?ai|neither|none of|nobody|no one")
_ONLY = Phrases(
    r"(chỉ|chỉ có|có mình|có mỗi|mỗi|mỗi mình|mình|một mình|duy nhất|only|just)( có| một| mình)?$",
)
_EXCEPT = Phrases(r"(trừ|ngoài|ngoại trừ|except|all but)( có| mình)?$")
_LINKS = frozenset(("va", "voi", "cung", "and", "lan", "&", "hai", "roi"))
_JOINTS = frozenset(("con", "nhung", "ma", "chu", "but", "while", "thi"))
_OPPOSITE = {Attendance.YES: Attendance.NO, Attendance.NO: Attendance.YES}
_REST = Phrases(r"(còn lại|người kia|mấy người kia|kia|the (others|rest|other))")
_BARE_YES = Phrases(
    r"(dạ |vâng |ừ |ok |oki |ờ )*(dạ|vâng|ừ|ừm|ok|oki|okie|oke|ờ|uh|um|u|👌|👍|yes|được|có)( con| em| nha| nghen)*"
)


def read_attendance(message: Message, scene: Scene, lean: Lean) -> AttendanceReading:
    """Who of the scene comes; `lean` judges a piece of the message."""
    asked = list(scene.waiting) or [person.called for person in scene.people]
    if not asked:
        return AttendanceReading({}, is_sure=False)
    overall = lean(message.line)
    known = mentions(message, scene)
    if len(asked) == 1:
        others = {called for each in known for called in each.people} - set(asked)
        return AttendanceReading({asked[0]: overall}, is_sure=not others or len(known) == 0)
    if _NOBODY.find(message.line):
        return AttendanceReading(dict.fromkeys(asked, Attendance.NO))
    groups = _groups(message, [each for each in known if set(each.people) & set(asked)])
    if not groups or (_EVERYBODY.find(message.line) and len(groups) < 2):
        whole = _whole(message, asked, groups, overall)
        if whole is not None:
            return whole
    return _by_groups(message, asked, groups, overall, lean)


def _whole(
    message: Message, asked: Sequence[str], groups: Sequence[Sequence[Mention]], overall: Attendance
) -> AttendanceReading | None:
    """What is said of all alike."""
    everybody = _EVERYBODY.find(message.line)
    if groups and everybody:
        before = len(message.line[: everybody.start()].split())
        named = groups[0][0]
        # "trừ bà nội ra, còn lại đi hết", "một người thôi, ba": somebody is set apart.
        if _EXCEPT.find(" ".join(message.words[: named.start])) or _REST.find(message.line):
            return None
        if abs(before - named.start) > 3 and len({c for m in groups[0] for c in m.people}) == 1:
            return None
    bare = bool(_BARE_YES.whole(message.line))
    return AttendanceReading(dict.fromkeys(asked, overall), is_sure=not bare or len(asked) == 1)


def _groups(message: Message, known: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions that are joined: "ông với bà Tư", "má, tía"."""
    groups: list[list[Mention]] = []
    breaks = {end for _, end in message.parts}
    for each in known:
        last = groups[-1][-1] if groups else None
        between = message.plain[last.end : each.start] if last else ()
        joined = last is not None and (
            (len(between) == 1 and between[0] in _LINKS)
            or (not between and (last.end in breaks or each.people != last.people))
        )
        if joined:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _by_groups(
    message: Message,
    asked: Sequence[str],
    groups: Sequence[Sequence[Mention]],
    overall: Attendance,
    lean: Lean,
) -> AttendanceReading:
    answers: dict[str, Attendance] = {}
    is_sure = True
    taken: set[str] = set()
    for place, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        stop = groups[place + 1][0].start if place + 1 < len(groups) else len(message.words)
        before = message.words[(groups[place - 1][-1].end if place else 0) : start]
        after = (
            _until_joint(message, end, stop) if place + 1 < len(groups) else message.words[end:stop]
        )
        names: list[str] = []
        for each in group:
            candidates = [
                called for called in each.people if called in asked and called not in taken
            ]
            if not candidates:
                candidates = [called for called in each.people if called in asked]
            if len(candidates) > 1:
                narrowed = _told_apart(message, each, candidates)
                is_sure = is_sure and len(narrowed) == 1
                candidates = narrowed
            names += candidates[:1]
        said = lean(" ".join(after)) if after else overall
        if not after and place + 1 == len(groups) and place:
            said = lean(" ".join(before))
        lead = " ".join(before)
        if _EXCEPT.find(lead):
            answers |= dict.fromkeys(asked, Attendance.YES) | answers
            said = Attendance.NO
            for name in names:
                answers[name] = said
            taken |= set(names)
            continue
        alone = bool(_ONLY.find(lead)) or _is_only(message, end, stop, place, groups)
        if alone and len(groups) == 1 and said is not Attendance.UNSURE:
            if not _speaks(after):
                said = Attendance.YES
            answers |= dict.fromkeys(asked, _OPPOSITE[said])
        for name in names:
            answers[name] = said
        taken |= set(names)
    if _REST.find(message.line) and len(answers) < len(asked):
        rest = _REST.find(message.line)
        assert rest is not None
        said = lean(message.line[rest.end() :] or message.line)
        for name in asked:
            answers.setdefault(name, said)
    return AttendanceReading(answers, is_sure=is_sure and bool(answers))


def _until_joint(message: Message, start: int, stop: int) -> tuple[str, ...]:
    """The words about somebody, without the "còn" that leads over to the next."""
    end = stop
    while end > start and message.plain[end - 1] in _JOINTS:
        end -= 1
    return message.words[start:end]


_ALONE_BEHIND = Phrases(r"^(thôi|đi thôi|một mình|là được|đi một mình|only|alone)")


def _is_only(
    message: Message, end: int, stop: int, place: int, groups: Sequence[Sequence[Mention]]
) -> bool:
    after = " ".join(message.words[end:stop])
    only_one = Phrases(r"(một|1|mình) (người|ng|mạng|bà|ông)( thôi| đi)").find(message.line)
    return len(groups) == 1 and (bool(_ALONE_BEHIND.find(after)) or bool(only_one))


def _speaks(words: Sequence[str]) -> bool:
    return any(len(word) > 1 for word in words) and not Phrases(
        r"(thôi|nha|nghen|nhé|con|em|ạ|đi|được|rảnh|tới|a|one|only|có mặt|tham gia|dự|ra| )+"
    ).whole(" ".join(words))


def _told_apart(message: Message, mention: Mention, candidates: Sequence[str]) -> list[str]:
    """Which of several a bare word means: by its accents ("bà" is no "ba"), else all."""
    word = message.words[mention.start]
    exact = [called for called in candidates if called.lower().split()[0] == word]
    if len(exact) == 1 and not word.isascii():
        return exact
    sexes = {sex_of(called) for called in candidates}
    return list(exact or candidates) if len(sexes) else list(candidates)


_BUSY = Phrases(
    r"bận|mắc|kẹt|vướng|vắng|xin nghỉ|ở nhà|đi (viện|sài gòn|xa|vắng)|bệnh|ốm|đau|mệt|không (đi|tới|được|dự|ra|rảnh|nổi)|đi không|khỏi|busy|can't|cannot|won't|not (coming|going|able)"
)
_FREE = Phrases(
    r"rảnh|có mặt|đi được|tới được|sẽ (đi|tới|có|dự)|có (đi|tới)|đi chứ|đi liền|dự được|tham gia|will (come|go|attend|be there)|coming|is in|are in"
)
_OPEN = Phrases(
    r"chưa (biết|chắc|tính|rõ|quyết)|không (biết|chắc|rõ)|để (coi|xem|hỏi|tính|đó|sau)|hên xui|tùy|nếu|hay không|coi (lại|sao|đã)|có lẽ|chắc (là )?(không|đi|được)|thì (đi|thôi|nghỉ|tới)|might|maybe|not sure|depends|if|ngần ngừ|lưng chừng|tính lại"
)


def plain_lean(message: Message) -> Attendance | None:
    """What some words say of coming where only one kind of word is there; None for a mixture."""
    line = message.line
    if _OPEN.find(line):
        return None
    if len(message.content) <= 4 and message.plain[-1:] == ("khong",):
        return Attendance.NO
    free, busy = _FREE.find(line), _BUSY.find(line)
    if (
        busy
        and not free
        and not Phrases(
            r"không (bận|mắc|kẹt|bệnh|mệt|ốm|vướng)|hết (bận|bệnh|mệt|đau)|(nhưng|mà) (vẫn|cũng|ráng|sẽ)|vẫn|ráng"
        ).find(line)
    ):
        return Attendance.NO
    if free and not busy and not Phrases(r"không|chưa|đâu|chẳng|chả|hết|not|n't").find(line):
        return Attendance.YES
    return None
