"""How somebody wants to be addressed, by his words: "kêu dì thôi, đừng kêu bà"."""

from __future__ import annotations

import re

from bot.intents.kin import only_asks_for_it, people_in
from bot.intents.message import Message
from bot.intents.phrases import Phrases, written
from bot.language.patterns import Pattern
from bot.language.text import fold

_DENIED_FORM = Phrases(
    r"(gọi|kêu|xưng|call)( (tôi|tui|me|là|bằng))* \S+ (nghe|thấy|sounds|feels) (\S+ )?(già|kỳ|ngại|lạ|xa|sợ|khách sáo|mắc cỡ|old|strange)",
    r"(đừng|khỏi|không|thôi|chớ|miễn|don't|not) (có )?(gọi|kêu|xưng|nói|call)( (tôi|tui|me|em|mình))?( (là|bằng))? \S+( nữa)?",
)


_FORMS_BARE = {
    fold(form): form
    for form in ("ông", "bà", "cụ", "bác", "cô", "chú", "dì", "cậu", "anh", "chị", "em", "bạn", "má", "mẹ", "nội", "ngoại", "thím", "thầy", "con", "cháu", "đồng chí")
} | {"a": "anh", "c": "chị", "e": "em"}  # fmt: skip


_CALL_SO = Pattern(
    r"(?<!\w)"
    + written(
        r"(?:kêu|gọi|xưng)(?: hô)?(?: với)?(?: (?:tôi|tui|tao|qua|em|e|con|cháu|mình|bác|cô|chú|dì|cậu|bà|ông|anh|chị|má|mẹ|mạ|o|cụ)) (?:là|bằng) "
    )
)
_NO_MORE_SO = Pattern(
    written(r"(?<!\w)(?:đừng|khỏi|không|thôi|chớ|miễn|sao|ai|cứ bị|bị|mà)(?: \w+){0,2} $")
)


def _called_so(message: Message) -> str | None:
    """The form behind the last "kêu … bằng" that isn't denied: "kêu dì bằng dì thôi chứ kêu bà nghe già"."""
    for found in reversed(list(_CALL_SO.finditer(message.line))):
        if _NO_MORE_SO.search(message.line[: found.start()]):
            continue
        at = len(message.line[: found.end()].split())
        named = next((each for each in people_in(message) if each.start == at), None)
        if named is not None and named.text != "thằng":
            return named.text
        form = _FORMS_BARE.get(message.plain[at]) if at < len(message.plain) else None
        if form:
            return form
    return None


_COMRADE = Phrases(r"(gọi|kêu|xưng)( \S+){0,4} đồng chí")


def form_of(message: Message) -> str | None:
    """How the writer wants to be addressed."""
    if message.is_english:
        found = re.search(
            r"\b(?:call|address)(?: me| him| her)?(?: as)?(?: just)? ((?!by|me|him|her)[\w ]{2,20})",
            message.text,
            re.IGNORECASE,
        )
        if found:
            form = re.split(r"\b(?:please|instead|not|from|and|thanks|is|she|he)\b|,", found[1])[
                0
            ].strip()
            if form:
                return form
    denied = _DENIED_FORM.find(message.line)
    refused = range(0)
    if denied:
        start = len(message.line[: denied.start()].split())
        refused = range(start, start + len(denied[0].split()))
    if _COMRADE.find(message.line):
        return "đồng chí"
    if so := _called_so(message):
        return so
    named = [
        each
        for each in people_in(message)
        if each.text not in ("con", "thằng") and not only_asks_for_it(each, message)
    ]
    lead = [
        place
        for place in range(len(message.words))
        if message.plain[place] in ("goi", "keu", "xung", "la", "bang", "call")
        and place not in refused
    ]
    allowed = [each for each in named if each.start not in refused]
    for place in reversed(lead):
        # Right behind the word: "kêu dì", typed bare as well.
        word = message.words[place + 1] if place + 1 < len(message.words) else ""
        form = _FORMS_BARE.get(fold(word))
        if form and place + 1 not in refused and not any(each.start == place + 1 for each in named):
            rest = message.words[place + 2 : place + 3]
            if not rest or fold(rest[0]) in (
                "di",
                "nha",
                "nghen",
                "thoi",
                "a",
                "con",
                "duoc",
                "nhe",
                "cho",
                "nghe",
                "la",
                "luon",
            ):
                return form
    if lead:
        behind = [each for each in allowed if each.start > lead[-1]]
        if behind:
            return behind[0].text
        behind = [each for each in allowed if each.start > lead[0]]
        if behind:
            return behind[-1].text
        after = lead[-1] + 1
        if (
            after < len(message.words)
            and after not in refused
            and message.plain[after] in ("con", "chau", "em", "ban", "ten")
        ):
            return message.typed[after].lower()
    return allowed[-1].text if allowed else None
