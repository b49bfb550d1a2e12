"""Chats that were copied without their times, and lists that one told over several lines.

"Lan: Lê Thị Hoa 1950", "Lan: số cổ 0300 …"; or a name in one line and what is told of it below.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, single_line
from bot.rosters.absence import read_absence
from bot.rosters.chats import Message
from bot.rosters.contacts import numbers_in
from bot.rosters.family_names import begins_as_name
from bot.rosters.heads import Column, column_of_head
from bot.rosters.lines import is_group, is_signature, is_title
from bot.rosters.messages import is_put_right
from bot.rosters.spoken_names import with_capitals
from bot.rosters.strangers import doubt_of_heading
from bot.rosters.told import bare_name, people_told

_LINE = Pattern(r"\s*(?P<sender>[^\W\d][^:;,\t\[\]\n]{0,39}?)\s*:(?!\d\d\b)\s*(?P<text>.*)")
_WORD = Pattern(r"[^\W\d_]+")
_KIN = frozenset(
    "vo chong ma me ba cha bo tia con chau noi ngoai ong bà co chu bac anh chi di em nam nu dau re hv moi them sua luu to ap "
    "xom khu thon hem nhom".split()
)
"""Words, folded, that alone before a colon name nobody who wrote."""
_FORMS = frozenset("ông bà cụ cô chú bác anh chị dì thầy má mẹ ba em út".split())
_FEWEST = 2
_MOST_SENDERS_WORDS = 4
_LONGEST = 300_000
_LONGEST_SAID = 120
_TELLER = "…"
"""Who told of all, where nobody stands before the words."""
_YEAR = r"(?:18|19|20)\d\d"
_BIRTH = Pattern(
    rf"\W*(?:(?:sinh|sanh|sn|ns)\b[\s.:]*(?:năm|nam|ngày)?[\s.:]*\d|(?:\d{{1,2}}[/.-]){{0,2}}{_YEAR}(?!\d)|\d\d (?:tuổi|tuoi)\b)",
    re.IGNORECASE,
)
_PHONE = Pattern(
    r"\W*(?:(?:số|so)?\s*(?:điện thoại|dien thoai|sđt|sdt|đt|dt|zalo|số|so)?[\s.:]*(?:của )?(?:ổng|bả|cổ|chỉ|ảnh|nó)?\s*(?:là|la)?\s*\+?[\d(][\d\s.()-]{7,}\d)"
    r"|\W*(?:không|khong|ko|k|hông|chưa|chua) (?:có |co |xài |xai )?(?:số|so|sđt|sdt|đt|dt|điện thoại|dien thoai)\b",
    re.IGNORECASE,
)
_PLACE = Pattern(
    r"\W*(?:(?:nhà )?ở |nhà )?(?:tổ|to(?= \d| so \d)|ấp|ap|hẻm|hem|xóm|xom|thôn|khóm|khom|kp|khu phố|số nhà|nhà số|đường|(?<=nhà )số) (?:số )?\w",
    re.IGNORECASE,
)
_HOUSE = Pattern(r"(?:nhà|hộ|số nhà|nhà số|phòng|căn hộ|căn) (?:số )?\d", re.IGNORECASE)
"""A house before a colon is where they live: "Nhà 12 Phan Chu Trinh: …"."""
_LABELLED = Pattern(r"\W*([^\d:=]{2,30}?)\s*[:=]\s*(?=\S)")
_TWO_WORDS = Pattern(rf"[{CAPITALS}][^\W\d_]*\s+[{CAPITALS}]")
_ONCE = (Column.ADDRESS, Column.SEX, Column.NOTE, Column.CIRCUMSTANCES)
_SEX = Pattern(r"\W*(?:nam|nữ|nu)\W*", re.IGNORECASE)


def read_untimed(text: str) -> list[Message] | None:
    """A message for each line of a chat without times, or of what somebody told; None for others."""
    if len(text) > _LONGEST or "\t" in text:
        return None
    lines = text.split("\n")
    messages = _sent_inline(lines) or _sent_above(lines)
    is_chat = messages is not None
    if messages is None:
        if not any(_may_go_on(line) for line in lines):
            return None
        messages = [Message(with_capitals(single_line(line)), _TELLER) for line in lines]
    joined = _joined(messages)
    told = sum(
        len(people_told(each.text)) or (is_chat and bool(bare_name(each.text))) for each in joined
    )
    if told < _FEWEST or not (is_chat or _goes_on(messages, joined)):
        return None
    return joined


def joined_facts(messages: list[Message]) -> list[Message]:
    """Messages of a chat, what is told of somebody right behind his name put beside it."""
    return _joined(messages)


def _may_go_on(line: str) -> bool:
    """Whether a line, by a glance, tells of who was named in another one."""
    is_short = 0 < len(line) <= _LONGEST_SAID
    is_fact = _is_fact(line) or _PLACE.match(line)
    return is_short and bool((is_fact and not _TWO_WORDS.search(line)) or is_put_right(line))


def _goes_on(messages: list[Message], joined: list[Message]) -> bool:
    """Whether lines tell more of who stands above: then they were told, and are no list's."""
    if joined != messages:
        return True
    texts = [message.text for message in messages]
    named = [bool(people_told(text)) for text in texts]
    first = named.index(True) if any(named) else len(named)
    return any(
        not is_named and is_put_right(text) and len(text) <= _LONGEST_SAID
        for text, is_named in zip(texts[first:], named[first:], strict=True)
    )


# Who sent a line


def _sent_inline(lines: list[str]) -> list[Message] | None:
    """Lines that begin with who sent them: "Lan: …"."""
    found = [_LINE.fullmatch(line) for line in lines]
    counts = Counter(each["sender"] for each in found if each)
    senders = {each for each in counts if _is_sender(each, counts[each])}
    begun = sum(each is not None and each["sender"] in senders for each in found)
    filled = sum(bool(line.strip()) for line in lines)
    sure = [each for each in senders if counts[each] > 1 or len(each.split()) > 1]
    if begun < _FEWEST or begun * 3 < filled or not sure:
        return None
    messages: list[Message] = []
    sender, own = "", set[str]()
    for line, each in zip(lines, found, strict=True):
        words = line
        if each is not None and each["sender"] in senders:
            sender, words = each["sender"], each["text"]
            if _is_of_himself(sender, words) and sender not in own:
                words = line
            own.add(sender)
        messages.append(Message(with_capitals(single_line(words)), sender))
    return messages if any(_tells(message, lines) for message in messages) else None


def _tells(message: Message, lines: list[str]) -> bool:
    """Whether a message tells of another than who sent it: "Lê Thị Hoa: 1950" is a list's line."""
    is_own_line = message.text in lines
    return not is_own_line and bool(people_told(message.text) or bare_name(message.text))


def _is_of_himself(sender: str, words: str) -> bool:
    """Whether somebody whose whole name stands there tells of himself: "Lê Thị Hoa: 1950 tổ 1"."""
    return begins_as_name(sender) and _BIRTH.match(words) is not None and not people_told(words)


def _is_sender(sender: str, count: int) -> bool:
    """Whether words before a colon are who wrote, and no label: sent twice, or called like somebody."""
    words = _WORD.findall(re.sub(r"[(].*?[)]", "", sender))
    if not words or len(words) > _MOST_SENDERS_WORDS or column_of_head(sender) is not None:
        return False
    if all(fold(word) in _KIN for word in words) or is_group(sender) or is_title(sender):
        return False
    if _HOUSE.match(sender):
        return False
    if is_signature(sender) or doubt_of_heading(sender) or read_absence(sender) is not None:
        return False
    called = words[1:] if words[0].lower() in _FORMS and len(words) > 1 else words
    return all(word[0].isupper() for word in called) or (count > 1 and len(words) < _FEWEST + 1)


def _sent_above(lines: list[str]) -> list[Message] | None:
    """Lines with who sent what stands below them, each alone, one of them more than once."""
    names = [_alone(lines, at) for at in range(len(lines))]
    counts = Counter(name for name in names if name)
    again = {name for name in counts if counts[name] > 1}
    if not again or sum(counts[name] for name in again) * 6 < len(lines):
        return None
    senders = {name for name in counts if name in again or not bare_name(name)}
    messages: list[Message] = []
    sender = ""
    for line, name in zip(lines, names, strict=True):
        words = line
        if name in senders:
            sender, words = name, ""
        messages.append(Message(with_capitals(single_line(words)), sender))
    return messages


def _alone(lines: list[str], at: int) -> str:
    """Who a line names and nothing else, above one with words."""
    name = lines[at].strip(" ~:")
    words = name.split()
    if not 0 < len(words) <= _MOST_SENDERS_WORDS or any(map(str.isdigit, name)):
        return ""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    is_sent = below and below != name and not _is_fact(below)
    return name if is_sent and _is_sender(name, 1) else ""


# What is told in several lines


def _joined(messages: list[Message]) -> list[Message]:
    """Messages with what the same sender tells next of whom he named alone beside the name.

    The line from which it comes stays, without words.
    """
    joined = list(messages)
    last: int | None = None
    if _facts_lead(messages):
        return joined
    places = _places_follow(messages)
    for at, message in enumerate(messages):
        if not message.text:
            continue
        here = None if last is None else joined[last]
        if here is not None and last is not None and here.sender == message.sender:
            if _tells_more(here.text, message.text, places=places):
                joined[last] = replace(here, text=f"{here.text.rstrip(' ,;.')}, {message.text}")
                joined[at] = replace(message, text="")
                continue
        is_one = bare_name(message.text) or len(people_told(message.text)) == 1
        last = at if is_one else None
    return joined


def _facts_lead(messages: list[Message]) -> bool:
    """Whether a birth or a phone stands above the first name: it is told of who follows."""
    for each in messages:
        if bare_name(each.text) or people_told(each.text):
            return False
        if _is_fact(each.text):
            return True
    return False


def _tells_more(name: str, text: str, *, places: bool) -> bool:
    """Whether a line tells what isn't told yet of who was named right before."""
    if is_put_right(text) or people_told(text) or bare_name(text):
        return False
    is_called = next(numbers_in(name), None) is not None
    if _BIRTH.match(text) or _labelled(text) is Column.BIRTH:
        told = people_told(name)
        return not (told and told[0].birth)
    if _PHONE.match(text) or _labelled(text) is Column.PHONE:
        return not is_called or next(numbers_in(text), None) is None
    if _SEX.fullmatch(text) or _labelled(text) in _ONCE:
        return True
    if _PLACE.match(text) is None or re.search(rf", {_PLACE.written_out()}", name, re.IGNORECASE):
        return False
    # A place with a number behind it heads nobody.
    is_more = next(numbers_in(text), None) is not None and not is_called
    return places or is_more


def _labelled(text: str) -> Column | None:
    """What the words before a colon say that follows them: "Địa chỉ: tổ 2"."""
    found = _LABELLED.match(text)
    return column_of_head(found[1]) if found else None


def _is_fact(text: str) -> bool:
    return bool(_SEX.fullmatch(text) or _BIRTH.match(text) or _PHONE.match(text))


def _places_follow(messages: list[Message]) -> bool:
    """Whether places stand below people whom they are told of, and head nobody."""
    people = [bool(bare_name(each.text) or people_told(each.text)) for each in messages]
    if not any(people):
        return False
    places = [
        at
        for at, each in enumerate(messages)
        if _PLACE.match(each.text) and not people[at] and not _is_fact(each.text)
    ]
    heads = any(at < people.index(True) or messages[at].text.endswith(":") for at in places)
    if not places or heads:
        return False
    if all(messages[at].text.lstrip(" -+*•")[:1].islower() for at in places):
        return True
    follow = sum(people[at - 1] or _is_fact(messages[at - 1].text) for at in places)
    return follow == len(places) and len(places) * 2 >= sum(people)
