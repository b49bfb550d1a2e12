"""The words of articles and questions: what they are compared by, which of them tell little."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from bot.guidance.meant import GROUPS
from bot.language.text import fold, has_vietnamese_letter, nfc, same

FUNCTION_WEIGHT = 0.4
"""Of words such as "có" and "gì"."""

_FUNCTION = {
    "vi": frozenset(
        (
            "toi tui minh con em chau bac co chu ong ba anh chi ho la thi ma va hay hoac voi cua cho "
            "o tai trong tren duoi khi neu vi do nen de duoc bi co khong hong hong ko k chua da dang "
            "se rat qua lam cung nua roi nay kia do day gi nao sao ai dau bao nhieu may a da vang oi "
            "nhe nha nghe hen thi nhung cac mot nguoi cai viec thoi cho hoi xin muon phai can nhu the "
            "den di ra vao len xuong lai moi con toan tung theo tu bang cach luc ngay biet giup "
            "gium dum bua luon ben no ta hoai ha keu chac thiet ne hom coi"
        ).split()
    ),
    "en": frozenset(
        (
            "the a an of to in is are was be been do does did can could may might must should will "
            "would how what when where who why which my your our their his her its i you we they it "
            "and or for with from by on at if not no need have has had get got about there this that "
            "these those any some many much as so but me us them he she please tell want also just "
            "really like let go im am were into out up over him himself herself themselves ourselves "
            "than then too very only even still again because while after before until since other "
            "another each every all both more most less such same own here now anyway actually "
            "honestly wondering ok okay hi hello thanks m s t ll re ve d don doesn isn won didn "
            "couldn gran nan nana granny grandma grandmother grandad granddad grandpa grandfather mum "
            "mom mummy mother dad father daddy papa aunt auntie uncle cousin parent parents folks "
            "sister brother"
        ).split()
    ),
}
_LITTLE = frozenset(
    map(
        same,
        (
            "tôi tui mình con em cháu bác cô chú ông bà anh chị họ là thì mà và hay hoặc với của cho ở "
            "tại trong trên dưới khi nếu vì do nên để được bị có không hong hông hổng ko k chưa đã "
            "đang sẽ rất quá làm cũng nữa rồi này kia đó đây gì nào sao ai đâu bao nhiêu mấy ạ dạ vâng "
            "ơi nhé nha nghe hen những các một người cái việc thôi hỏi xin muốn phải cần như thế đến "
            "đi ra vào vô lên xuống lại mới toàn từng theo từ bằng cách lúc ngày biết giúp giùm dùm "
            "bữa luôn bên nó ta hoài hả kêu chắc thiệt nè hôm coi"
        ).split(),
    )
)
"""The Vietnamese ones of these with their accents: "thẻ" and "mượn" are none, "thế" and "muốn" are."""
GENERIC = frozenset(("cau", "lac", "bo", "clb", "nguoi", "cao", "tuoi", "club", "clubs", "older",
                     "people", "elderly", "person"))  # fmt: skip
"""Words that every article has: beside words that none has they make no question ours."""

_EVERYDAY = {
    "vi": {
        "vô": "vào", "xài": "dùng", "má": "mẹ", "tía": "cha", "bịnh": "bệnh", "coi": "xem",
        "lãnh": "nhận", "ghi danh": "đăng ký", "ghi tên": "đăng ký", "hội viên": "thành viên",
        "nội quy": "quy chế", "điều lệ": "quy chế", "giấy tờ": "hồ sơ", "đơn từ": "hồ sơ",
        "lãnh đạo": "ban chủ nhiệm", "khai trương": "ra mắt", "người già": "người cao tuổi",
        "mạnh thường quân": "tài trợ", "té": "ngã", "bữa họp": "sinh hoạt", "đi họp": "sinh hoạt",
        "clb": "câu lạc bộ", "bcn": "ban chủ nhiệm", "ubnd": "ủy ban nhân dân",
    },
    "en": {"sign up": "register", "committee": "board", "rules": "rules charter"},
}  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)


def words_of(text: str) -> list[str]:
    """The words of a text in NFC and lower case."""
    return _TOKEN.findall(nfc(text).lower())


_TYPED_SHORT = {
    "dc": "được", "đc": "được", "bn": "bao nhiêu", "bnhiu": "bao nhiêu", "bnhieu": "bao nhiêu",
    "bnhiêu": "bao nhiêu", "nhiu": "nhiêu", "k": "không", "ko": "không",
    "kg": "không", "hok": "không", "khum": "không", "hong": "không", "hông": "không",
    "hổng": "không", "hem": "không", "j": "gì", "r": "rồi", "rùi": "rồi", "lm": "làm",
    "ng": "người", "ngừi": "người", "mún": "muốn", "h": "giờ", "v": "vậy", "zậy": "vậy",
    "zay": "vậy", "zô": "vô", "zo": "vô", "dô": "vô", "dìa": "về", "dzia": "về", "dzìa": "về",
    "vs": "với", "cx": "cũng", "trc": "trước", "bik": "biết", "bít": "biết", "bt": "biết",
    "mn": "mọi người", "mng": "mọi người", "lun": "luôn", "thui": "thôi", "nhìu": "nhiều",
    "đt": "điện thoại", "sđt": "số điện thoại", "sdt": "số điện thoại", "nx": "nữa",
    "ntn": "như thế nào", "tnv": "tình nguyện viên", "bhyt": "bảo hiểm y tế",
    "nct": "người cao tuổi", "t": "tôi", "e": "em", "tt": "thông tin",
}  # fmt: skip
"""What is typed short, or as it is said, and the words that it stands for."""
_SHORT = {typed: full.split() for typed, full in _TYPED_SHORT.items()}
_SHORT_BARE = {typed: fold(full).split() for typed, full in _TYPED_SHORT.items()}


def written_out(words: Sequence[str], language: str) -> list[str]:
    """Vietnamese words with short ones written out, without accents where none has any.

    "dzo" and "dzậy" are "vô" and "vậy": no Vietnamese word begins like that.
    """
    if language != "vi":
        return list(words)
    table = _SHORT if has_vietnamese_letter("".join(words)) else _SHORT_BARE
    found: list[str] = []
    for word in words:
        if word in table:
            found += table[word]
        elif word.startswith("dz") and len(word) > 2:
            found.append(f"v{word[2:]}")
        else:
            found.append(word)
    return found


_WHOLE = frozenset(("evening", "outing", "willing"))
"""Words that aren't "even", "out" and "will" with an ending."""


def stem(word: str) -> str:
    """An English word without its endings: "meetings", "meeting" and "meet" are one.

    None becomes a word that tells little: "notes" aren't "not", a "theme" isn't "them".
    """
    word = fold(word)
    if len(word) > 4 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word in _WHOLE:
        return word
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    if len(word) > 3 and word.endswith("e"):
        return word if word[:-1] in _FUNCTION["en"] else word[:-1]
    doubled = len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls"
    return word[:-1] if doubled else word


FORM: dict[str, Callable[[str], str]] = {"vi": fold, "en": stem}
"""What a word is compared by."""
GENERIC_FORMS = {language: frozenset(map(form, GENERIC)) for language, form in FORM.items()}
FUNCTION_FORMS = {
    language: frozenset(map(form, _FUNCTION[language])) for language, form in FORM.items()
}
_ORDINARY: dict[str, dict[str, dict[str, str]]] = {
    language: {
        "accented": dict(table),
        "plain": {fold(plain): proper for plain, proper in table.items()},
    }
    for language, table in _EVERYDAY.items()
}
_SAID = {
    language: {
        kind: re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, table))})(?= )")
        for kind, table in kinds.items()
    }
    for language, kinds in _ORDINARY.items()
}


def with_everyday(text: str, language: str) -> str:
    """A text with the articles' own words beside everyday ones, so that either finds the other."""
    words = nfc(text).lower()
    kind = "accented" if has_vietnamese_letter(words) else "plain"
    words = words if kind == "accented" else fold(words)
    found = set(_SAID[language][kind].findall(f" {words} "))
    if not found:
        return text
    added = (proper for plain, proper in _ORDINARY[language][kind].items() if plain in found)
    return f"{text} {' '.join(added)}"


@lru_cache(maxsize=16384)
def form_of(word: str, language: str) -> str:
    """What a word is compared by: folded, and in English without its endings."""
    return FORM[language](word)


_MEANT: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""By its first word, what is said of a thing and the token of the group that it belongs to."""
for _name, _ways in GROUPS.items():
    for _way in _ways.split(", "):
        _forms = tuple(map(stem, words_of(_way)))
        _MEANT.setdefault(_forms[0], []).append((_forms, f"={_name}"))


def meant_by(forms: Sequence[str], language: str) -> list[str]:
    """The groups of words alike that an English text has some of, each once."""
    if language != "en":
        return []
    return list(
        dict.fromkeys(
            group
            for at, form in enumerate(forms)
            for said, group in _MEANT.get(form, ())
            if tuple(forms[at : at + len(said)]) == said
        )
    )


def weight_of(form: str, language: str) -> float:
    """How much a word counts by what it is."""
    return FUNCTION_WEIGHT if form in FUNCTION_FORMS[language] else 1.0


def is_little(word: str) -> bool:
    """Whether a Vietnamese word as it is written tells little; one typed bare is taken for such."""
    return word.isascii() or same(word) in _LITTLE
