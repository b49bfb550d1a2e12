"""What people call their elders: "ba ngoai, ong ngoai va di Tam" read, mended and told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.letters import holds_link, is_latin, one_script
from bot.language.patterns import Pattern
from bot.language.text import (
    answer_text,
    clean,
    fold,
    same,
    same_text,
    single_line,
    strip_ends,
    without_courtesy,
)

MOST_WORDS = 4
_FORMS = (
    "ông", "bà", "cụ", "cố", "bác", "cô", "chú", "dì", "cậu", "mợ", "thím", "dượng", "anh", "chị",
    "em", "má", "mẹ", "tía", "ba", "cha", "bố", "vợ", "chồng", "bạn",
)  # fmt: skip
_SIDES = ("ngoại", "nội")
_BONDS = ("xã", "nhà", "chồng", "vợ", "nuôi", "sui")
"""What says how somebody is tied, behind the form: "ông xã", "má chồng", "bà sui"."""
_SPOUSES = (("ông", "xã"), ("bà", "xã"), ("ông", "nhà"), ("bà", "nhà"))
_ORDERS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út", "cả")
_ASKING = ("với", "nha", "nhé", "nghe", "nghen", "đi", "ạ", "luôn", "giùm", "giúp", "trước", "của")
_OWN = ("tôi", "tui", "con", "em", "mình", "cháu")
_PAIRS = (("ông", "bà"), ("ba", "má"), ("ba", "mẹ"), ("cha", "mẹ"), ("tía", "má"), ("bố", "mẹ"))
_MOTHERS, _FATHERS = ("má", "mẹ"), ("tía", "ba", "cha", "bố")
_NOBODY = frozenset(
    ("khong", "hong", "hong biet", "khong biet", "ai", "khong co", "khong co ai", "co", "da", "vang",
     "u", "ok", "gi", "la sao", "sao", "chua", "nguoi do", "no", "yes", "duoc", "roi", "hong co",
     "khong nho", "hong nho", "ho", "ba day", "ong day", "ba o day", "ong o day", "day", "o day")
)  # fmt: skip
_JOINS = Pattern(r"\s*[,;+&\n]\s*|\s+(?:và|va|với|voi|cùng|cung|and)\s+", re.IGNORECASE)


# In English: what somebody is to the speaker, and how he is called.
_ENGLISH_KIN = {
    **dict.fromkeys(("mother", "mom", "mum", "mama", "mommy", "mummy", "stepmother"), "parent"),
    **dict.fromkeys(("father", "dad", "papa", "daddy", "stepfather"), "parent"),
    **dict.fromkeys(("grandmother", "grandma", "granny", "gran", "nana"), "grandparent"),
    **dict.fromkeys(("grandfather", "grandpa", "granddad", "grandad"), "grandparent"),
    **dict.fromkeys(("wife", "husband"), "spouse"),
    **dict.fromkeys(("neighbour", "neighbor"), "neighbour"),
    **dict.fromkeys(("aunt", "auntie", "aunty", "uncle"), None),
}
_ENGLISH = Pattern(
    r"(?:(?:for|of) )?(?:(?:my|our|the|his|her|their) )?(?:old )?(?P<in_law>(?:husband|wife)['’]?s )?(?P<great>great[ -])?"
    rf"(?P<kin>{'|'.join(_ENGLISH_KIN)})(?P<law>[ -]in[ -]law)?(?P<name>(?: [^\W\d_]+\.?){{0,3}})",
    re.IGNORECASE,
)


def _english(part: str) -> tuple[str, str | None] | None:
    """An English word for a relative as it is kept ("mother-in-law", "aunt Lan"), with the relation."""
    found = _ENGLISH.fullmatch(part.strip())
    if found is None or not all(word[0].isupper() for word in found["name"].split()):
        return None
    kin = found["kin"].lower()
    law = "-in-law" if found["law"] or found["in_law"] else ""
    great = "great-" if found["great"] else ""
    return f"{great}{kin}{law}{found['name']}", _ENGLISH_KIN[kin]


# "con muốn ghi tên cho bà ngoại": only who it is counts.
_LEAD = Pattern(
    r"^(?:(?:con|cháu|chau|em|tôi|toi|tui|mình|minh)\s+)?(?:(?:muốn|muon|xin|tính|tinh|định|dinh|nhờ|nho)\s+)*"
    r"(?:ghi tên|ghi ten|ghi danh|ghi thêm|ghi them|ghi|đăng ký|dang ky|đăng kí|dang ki|thêm|them|vô tên|vo ten)\s+"
    r"(?:(?:giùm|gium|dùm|dum|giúp|giup|thêm|them)\s+)?(?:cho\s+)?(?=\S)",
    re.IGNORECASE,
)
_LETS_JOIN = Pattern(
    r"^(?:(?:con|cháu|chau|em|tôi|toi|tui|mình|minh)\s+)?(?:(?:muốn|muon|xin|tính|tinh|định|dinh|nhờ|nho)\s+)*"
    r"cho\s+(\S+(?:\s+\S+){0,2}?)\s+(?:tham gia|gia nhập|gia nhap|vô|vo|vào|vao)\s+(?:câu lạc bộ|cau lac bo|clb|hội|hoi|nhóm|nhom)$",
    re.IGNORECASE,
)
"""The same the other way round: "cho bà nội tham gia câu lạc bộ"."""
_MOST_NAMING = 10
"""Words of a message that is short enough to name somebody and no more."""
_IN_THE_BOOK = Pattern(
    r"\s+(?:vô|vo|vào|vao)(?:\s+(?:trong|luôn|luon))?"
    r"\s+(?:danh sách|danh sach|sổ|so|câu lạc bộ|cau lac bo|clb|hội|hoi|nhóm|nhom)\b[^,.;]{0,20}$",
    re.IGNORECASE,
)
"""Where somebody is to be written: "thêm bà Năm vô danh sách"."""
_PUTS = Pattern(
    r"^(?:(?:con|em|tôi|toi|tui|mình|minh|nhờ|nho|giúp|giup|muốn|muon)\s+)*"
    r"(?:đưa|dua|bổ sung|bo sung|nhập|nhap|kết nạp|ket nap|bỏ|bo|chép|chep)\s+(?:thêm|them|tên|ten|giùm|gium)?\s*",
    re.IGNORECASE,
)
"""The same by words that say so only with where to: "đưa cô Bảy vào danh sách"."""
_LIVING = Pattern(
    r"(?<=\S \S)(\S*)\s+(?:(?:nhà|nha|ở|o|bên|ben|gần|gan)\s+\S.*|(?:hàng xóm|hang xom|kế bên|ke ben))$",
    re.IGNORECASE,
)
"""Where he lives, behind a form and a name."""


@dataclass(frozen=True)
class CalledReading:
    """Who was named: one or several, or a word of two meanings, or why it is none.

    `options` are the readings of a word typed without accents ("di Tam": dì Tám, dì Tâm).
    Problems: "sentence", "digits", "nobody", "long".
    """

    called: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    problem: str | None = None
    sure: bool = True
    """False where accents were guessed that another name might have ("di Tam")."""


def _of(word: str, forms: tuple[str, ...]) -> list[str]:
    """The forms that a word may be: the exact one, else those it is without accents."""
    if word.isascii():
        return [form for form in forms if fold(form) == word.lower()]
    return [form for form in forms if same(form) == same(word)]


def _bond(word: str, *, accented: bool) -> str | None:
    """The tie that a word behind a form names; "nha" without its accent is a word of courtesy."""
    if not word.islower() or word == "nha" or (accented and word.isascii()):
        return word if word in _BONDS else None
    return next(iter(_of(word, _BONDS)), None)


def _tied(typed: str, forms: list[str], bond: str) -> str:
    """The form before a tie: "ba chong" is a father-in-law, "ba xa" a wife."""
    fathers = bond in ("chồng", "vợ", "nuôi") and typed == "ba"
    return "ba" if fathers else next((form for form in forms if form != "ba"), forms[0])


def _mended(words: list[str], *, accented: bool) -> tuple[list[str], bool]:
    """What a person's words may be with their accents, and whether that is sure.

    `accented`: others of the same message have accents, so that "ba" is no "bà".
    """
    first = _of(words[0], _FORMS)
    if not first:
        return [], True
    if len(words) == 1:
        # "ba" alone may be bà or ba, and is asked.
        exact = [each for each in first if each == words[0].lower()] if accented else []
        return exact or [each for each in first if each != "cố"], True
    rest, sure = words[1:], True
    if len(rest) == 1 and _of(rest[0], _OWN) and not _of(rest[0], _ORDERS):
        # "má tôi", "chồng tôi": whose it is needs no saying.
        return first, True
    if len(rest) == 2 and rest[1].islower() and _of(rest[1], _OWN):
        # "bà ngoại tui", "ong nha tui": of his own, so that "nha" is no courtesy.
        whose = {"nha": "nhà"}.get(rest[0], rest[0])
        if _of(whose, (*_SIDES, *_BONDS)):
            rest = [whose]
    if not rest[1:] and (bond := _bond(rest[0], accented=accented)) is not None:
        # "vợ chồng" are two, and who writes is one of them.
        both = first[0] in ("vợ", "chồng")
        return ([] if both else [f"{_tied(words[0], first, bond)} {bond}"]), True
    if len(first) > 1:
        # "ba Tam", "ba ngoai": nobody calls a father so.
        first = [each for each in first if each != "ba"][:1]
    if _of(rest[0], _SIDES):
        return [" ".join((first[0], *_of(rest[0], _SIDES), *rest[1:]))], True
    if len(rest) == 1:
        orders = _of(rest[0], _ORDERS)
        if orders:
            sure = not rest[0].isascii() or orders[0] == rest[0].lower()
            return [f"{first[0]} {orders[0].capitalize()}"], sure
        return [f"{first[0]} {rest[0][:1].upper()}{rest[0][1:]}"], True
    return [" ".join((first[0], *rest))], True


def _apart(parts: list[str]) -> list[str]:
    """ "ông bà ngoại" is two persons."""
    found: list[str] = []
    for part in parts:
        words = part.split()
        for one, other in _PAIRS:
            if len(words) in (2, 3) and _of(words[0], (one,)) and _of(words[1], (other,)):
                side = words[2:] if len(words) == 3 else []
                # "ông Ba" and "ong ba" are one man, the third born.
                plain = words[1] == words[1].lower() and (other != "bà" or not words[1].isascii())
                if (side and _of(side[0], _SIDES)) or (not side and plain):
                    found += [" ".join((one, *side)), " ".join((other, *side))]
                    break
        else:
            found.append(part)
    return found


def is_kin_word(called: str) -> bool:
    """Whether it tells only how somebody is related to the speaker: "má", "bà ngoại", "mother"."""
    english = _english(called)
    if english is not None:
        return " " not in english[0]
    words = called.lower().split()
    return bool(words) and all(
        any(same(word) == same(form) for form in (*_FORMS, *_SIDES, *_BONDS, *_OWN))
        for word in words
    )


_BESIDES = re.compile(r"(?<=\w)(?:\s+(?:nữa|nua|luôn|luon|thôi))+$")
"""Behind somebody's name it says that he comes besides: "chị Hai nữa"."""


def read_called(text: str) -> CalledReading:
    """Whom somebody wants to register, as he calls them."""
    line = one_script(strip_ends(without_courtesy(clean(text))))
    if holds_link(line):
        return CalledReading(problem="link")
    if not is_latin(line):
        return CalledReading(problem="script")
    line = re.sub(r"^(?:dạ|da|thưa)\s+", "", line, flags=re.IGNORECASE)
    line = _LEAD.sub("", line)
    line = re.sub(r"^(?:cho|gọi là|goi la|là|la)\s+", "", line, flags=re.IGNORECASE)
    line = _BESIDES.sub("", line)
    if any(letter.isdigit() for letter in line):
        return CalledReading(problem="digits")
    if "?" in text or fold(single_line(line)) in _NOBODY:
        return CalledReading(problem="nobody")
    parts = _apart([part.strip() for part in _JOINS.split(line) if part and part.strip()])
    if not parts:
        return CalledReading(problem="nobody")
    if len(parts) > 6:
        return CalledReading(problem="long")
    called: list[str] = []
    sure = True
    for part in parts:
        words = part.split()
        if (english := _english(part)) is not None:
            called.append(english[0])
            continue
        # "mẹ tôi ở quê" tells more than how she is called.
        tells = any(fold(word) == "o" for word in words[1:])
        if len(words) > MOST_WORDS or len(part) > 40 or tells:
            return CalledReading(problem="sentence")
        readings, certain = _mended(words, accented=not all(map(str.isascii, parts)))
        sure = sure and certain
        if len(readings) > 1 and len(parts) == 1:
            return CalledReading(options=tuple(readings[:4]))
        if readings:
            called.append(readings[0])
        elif _is_name(words):
            called.append(" ".join(words))
        else:
            return CalledReading(problem="sentence")
    return CalledReading(called=tuple(dict.fromkeys(called)), sure=sure)


def _is_name(words: list[str]) -> bool:
    """Whether words without a form of address can be a name: each begun with a capital."""
    return all(
        word[:1].isupper() and all(c.isalpha() or c in "'’-." for c in word) for word in words
    )


_ALIKE = frozenset(("anh", "chị", "em", "bạn", "vợ", "chồng"))
"""Words for people who are no elders of who calls them so."""


def is_called_as_elder(called: str) -> bool:
    """Whether somebody is called as one of the older ones: "bà ngoại", "chú Ba", not "chị Hai"."""
    words = called.lower().split()
    return bool(words) and words[0] not in _ALIKE


def relation_of(called: str) -> str | None:
    """How the named person stands to the speaker, where the word says it."""
    words = called.lower().split()
    if not words:
        return None
    english = _english(called)
    if english is not None:
        return english[1]
    first = words[0]
    if any(same_text(neighbour) in same_text(called) for neighbour in ("hàng xóm", "láng giềng")):
        return "neighbour"
    if len(words) == 2 and any(same(words[1]) == same(side) for side in _SIDES):
        return "grandparent" if first in ("ông", "bà", "cố") else "other"
    in_law = len(words) == 2 and words[1] in ("vợ", "chồng")
    if (len(words) == 1 or in_law) and first in (*_MOTHERS, *_FATHERS):
        return "parent"
    if tuple(words) in _SPOUSES or (len(words) == 1 and first in ("vợ", "chồng")):
        return "spouse"
    return None


def elder_form(called: str) -> str | None:
    """How the bot addresses somebody whom his family calls so: "má" and "vợ" are "bà"."""
    words = called.lower().split()
    if not words:
        return None
    first = words[0]
    if first in _MOTHERS or first == "vợ":
        return "bà"
    if first in _FATHERS or first == "chồng":
        return "ông"
    return first if first in ("ông", "bà", "cụ", "bác", "cô", "chú") else None


_HERE = frozenset(
    ("u", "um", "uh", "o", "ua", "da", "vang", "roi", "co", "day", "day ne", "ok", "oke", "duoc", "dang cam may",
     "cam may roi", "dang cam", "cam roi", "co day", "co o day", "o day", "dua roi", "da dua", "dua may roi",
     "da co", "xong", "xong roi", "san sang", "phai", "dung roi", "toi day", "tui day", "yes", "here", "ba day",
     "ong day", "toi dang cam may", "tui dang cam may", "ba dang cam may", "ong dang cam may", "dang o day")
)  # fmt: skip
_AWAY = frozenset(
    ("khong", "hong", "ko", "k", "chua", "khong co", "hong co", "ko co", "khong co day", "khong co o day",
     "hong co o day", "ko co o day", "k co o day", "khong o day", "hong o day", "di vang", "vang nha",
     "khong co nha", "hong co nha", "ko co nha", "di cho roi", "khong co mat", "o que", "o xa",
     "dang o que", "khong o chung", "no", "not here", "away")
)  # fmt: skip


_TELLS_AWAY = Pattern(
    r"\b(?:(?:o|duoi|ngoai|ve) que|o (?:xa|nha (?!day)|vien|benh vien|nuoc ngoai)|(?:khong|hong|ko|k) (?:co )?(?:o )?day"
    r"|di (?:cho|chua|vang|lam|kham|choi|que)|vang nha|(?:dang )?ngu(?: roi| mat)?|nam vien|moi ve|ve roi)\b"
)
_DENIES_AWAY = Pattern(r"\b(?:dang )?(?:cam may|ngoi (?:day|ben|canh|ke)|ben canh|o day roi)\b")
MOST_TOLD = 14


_SAYS_HERE = Pattern(
    r"(?:da |u )?(?:(?:toi|tui) la )?(\w+)(?: (?!khong|hong|ko|k|chua|dau|di)\w+)?(?: dang)?"
    r"(?: (?:day|o day|cam may|cam roi|cam may roi|day ne))"
)
_OTHER_SEX = ({"ba", "ma", "me", "co", "di", "mo", "thim", "chi", "vo"},
              {"ong", "tia", "cha", "bo", "chu", "cau", "duong", "anh", "chong"})  # fmt: skip


def _of_another(folded: str, called: str | None) -> bool:
    """Whether somebody of the other sex says to be there: "ông đây" where "bà" is asked."""
    said, asked = folded.split()[:1], fold(called or "").split()[:1]
    if not said or not asked:
        return False
    return any(
        said[0] in one and asked[0] in other for one, other in (_OTHER_SEX, _OTHER_SEX[::-1])
    )


def read_presence(text: str, called: str | None = None) -> str | None:
    """Whether the elder holds the phone: "here", "away", None for anything else.

    `called`: who is asked for. Whoever else says to be there isn't the one.
    """
    folded = fold(answer_text(text))
    if _of_another(folded, called):
        return None
    plain = re.sub(r"^(?:da|vang|thua) (?=.)", "", folded)
    plain = re.sub(
        r"^(?:ba|ong|ma|me|tia|di|chu|co|bac|cau|mo|thim|anh|chi|ba ngoai|ong ngoai|ba noi|ong noi"
        r"|nguoi do) (?=k|h)", "", plain
    )  # fmt: skip
    if folded in _AWAY or plain in _AWAY:
        return "away"
    if folded in _HERE or plain in _HERE:
        return "here"
    words = fold(called or "").split()
    spoken = _SAYS_HERE.fullmatch(folded)
    if spoken and words and spoken[1] == words[0]:
        return "here"
    # "bà ở quê, con đọc cho bà nghe rồi": nobody here can answer for herself.
    tells = _TELLS_AWAY.search(folded) and not _DENIES_AWAY.search(folded)
    return "away" if tells and "?" not in text and len(folded.split()) <= MOST_TOLD else None


def says_here(text: str) -> bool:
    """Whether somebody, whoever it is, says that he holds the phone: "ông đây"."""
    folded = fold(answer_text(text))
    return bool(_SAYS_HERE.fullmatch(folded)) and "khong" not in folded


def read_relatives(text: str) -> tuple[str, ...]:
    """The elders whom a short message names: "ghi tên cho bà ngoại tôi", "bà nội với ông nội"."""
    line = _BESIDES.sub("", _to_be_written(text))
    if len(line.split()) > _MOST_NAMING:
        return ()
    if lets_join := _LETS_JOIN.search(line):
        line = f"ghi {lets_join[1]}"
    named = _LEAD.search(line)
    words = line[named.end() :].split() if named else line.split()
    while (len(words) > 1 and _of(words[-1], _ASKING)) or (
        len(words) > 2 and _of(words[-1], _OWN) and not _of(words[-2], ("nhà",))
    ):
        # "ghi tên giúp bà với", "bà Tư đi con": words of asking and of speaking to, no name.
        words = words[:-1]
    if not words or not _of(words[0], _FORMS) or (len(words) == 1 and not named):
        return ()
    if not named and not (_of(words[1], _SIDES) or _of(words[1], _ORDERS)):
        return ()
    called = read_called(" ".join(words)).called
    # Of several each must be a word for somebody: "bà Sáu, tổ 3" names one.
    return called if len(called) == 1 or all(map(is_kin_word, called)) else ()


def read_only_kin(text: str) -> tuple[str, ...]:
    """Whom a text names that says no more than whom one has: "má chồng", "bà nội với ông nội"."""
    called = read_called(text).called
    return called if all(map(is_kin_word, called)) else ()


def names_registration(text: str) -> bool:
    """Whether a text says that somebody is to be registered: "ghi thêm dì Tư"."""
    line = _to_be_written(text)
    return bool(_LEAD.search(line) or _LETS_JOIN.search(line))


def _to_be_written(text: str) -> str:
    """A wish without where to: "đưa cô Bảy nhà bên vào danh sách" as "ghi cô Bảy"."""
    line = strip_ends(without_courtesy(clean(text)))
    where = _IN_THE_BOOK.search(line)
    if where is None or _LETS_JOIN.search(line):
        return line
    whom = line[: where.start()]
    puts = _PUTS.search(whom)
    if puts is not None:
        whom = f"ghi {whom[puts.end() :]}"
    return _LIVING.sub(r"\1", whom) if _LEAD.search(whom) else line
