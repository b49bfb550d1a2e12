"""The words people type for yes, no, back, stop and the like, and what is made of them.

A message is compared as a whole. Accents count where they were typed: "đúng" is yes, "dừng" is
stop, and "dung" may be either, so it is asked back and never guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from bot.intents.courtesies import announces_question, is_heard
from bot.intents.leaving import gives_up
from bot.intents.spellings import spellings_of
from bot.language.keys import mend_keys
from bot.language.patterns import Pattern
from bot.language.syllables import is_syllable
from bot.language.text import (
    answer_text,
    fold,
    is_typed,
    same,
    squeeze,
    strip_ends,
    without_emoji,
)


class Meaning(StrEnum):
    """What a whole message can mean besides an answer of its own."""

    YES = "yes"
    NO = "no"
    SKIP = "skip"
    BACK = "back"
    CORRECT = "correct"
    STOP = "stop"
    STOP_MESSAGES = "stop_messages"
    START_MESSAGES = "start_messages"
    MENU = "menu"
    HELP = "help"
    PERSON_IN_CHARGE = "person_in_charge"
    REPEAT = "repeat"
    THANKS = "thanks"
    HELLO = "hello"
    GOODBYE = "goodbye"
    DONE = "done"
    ADD = "add"
    READ_ON = "read_on"
    GO_ON = "go_on"
    MY_DATA = "my_data"
    ENGLISH = "english"
    VIETNAMESE = "vietnamese"
    REGISTER = "register"
    HEARD = "heard"
    WILL_ASK = "will_ask"


WORDS: dict[Meaning, str] = {
    Meaning.YES: (
        "có, dạ, dạ có, dạ vâng, vâng, vâng ạ, phải, dạ phải, phải rồi, ừ, ừm, uh, um, ờ, ừa, đúng, "
        "đúng rồi, dạ đúng, chính xác, được, dạ được, đc, dc, ok, oke, okie, okê, oki, đồng ý, "
        "nhất trí, đồng ý hết, đồng ý luôn, đúng vậy, đúng đó, phải đó, có luôn, có chứ, có ạ, có nha, chắc chắn, rồi, tham gia, có đi, sẽ đi, thôi được, yes, y, "
        "yep, yeah, sure, that is right, right, correct, 👍, ✅, 👌"
    ),
    Meaning.NO: (
        "không, dạ không, hông, hổng, hong, hem, hok, khg, kh, ko, k, kô, không có, không phải, "
        "chưa, dạ chưa, không đi, không được, ko dc, k dc, bận, bận rồi, không đồng ý, khỏi, "
        "hông có, hổng có, ko có, hông phải, hổng phải, ko phải, hông được, hổng được, hông đúng, "
        "hổng đúng, hông đi, hổng đi, ko đi, chưa đúng, không đúng, không đâu, hông đâu, chưa đâu, không cần, thôi khỏi, khỏi cần, no, nope, not right, n, 👎, ❌"
    ),
    Meaning.SKIP: (
        "bỏ qua, qua, lướt, để sau, tính sau, để tính sau, không biết, ko biết, hông biết, hổng biết, không nhớ, "
        "hông nhớ, hổng nhớ, ko nhớ, hông rõ, hổng rõ, "
        "không rõ, chưa rõ, chưa biết, chưa nhớ, "
        "skip, -, tiếp, tiếp theo, later, don't know"
    ),
    Meaning.BACK: ("quay lại, trở lại, trở về, về, lui, lùi lại, lại, câu trước, back, go back"),
    # The same as back, but where something was just read back it is that which is corrected.
    Meaning.CORRECT: (
        "sửa, sửa lại, nhầm, nhầm rồi, lộn, lộn rồi, sai, sai rồi, wrong, correct it"
    ),
    Meaning.STOP: (
        "thôi, dạ thôi, dừng, dừng lại, ngừng, ngưng, hủy, hủy bỏ, thoát, kết thúc, không làm nữa, "
        "stop, cancel, quit, exit"
    ),
    Meaning.STOP_MESSAGES: (
        "dừng nhắc, tắt nhắc, đừng nhắn nữa, không nhận nữa, tắt thông báo, ngưng nhắn, "
        "dừng tin nhắn, đừng nhắc nữa, stop messages, stop reminders, unsubscribe"
    ),
    Meaning.START_MESSAGES: (
        "nhắc lại cho tôi, bật nhắc, mở nhắc, nhận nhắc, nhận lại tin nhắn, bật thông báo, "
        "start messages, start reminders"
    ),
    Meaning.MENU: (
        "trang chủ, đầu trang, về đầu trang, bắt đầu, bắt đầu lại, về đầu, menu, start, danh mục, main menu"
    ),
    Meaning.HELP: (
        "giúp, giúp tôi, trợ giúp, hướng dẫn, hd, help, ?, không hiểu, ko hiểu, hông hiểu, hổng hiểu, làm sao, chỉ tôi, "
        "chỉ giùm, hỗ trợ"
    ),
    Meaning.PERSON_IN_CHARGE: (
        "gặp người phụ trách, người phụ trách, gặp người thật, nói chuyện với người, gặp người, "
        "gặp ban chủ nhiệm, person in charge, talk to a person, a person"
    ),
    Meaning.REPEAT: "nhắc lại, nói lại, đọc lại, gì, hả, dạ gì, sao, lặp lại, repeat, again, what",
    Meaning.THANKS: "cảm ơn, cám ơn, tks, cảm ơn nhiều, cám ơn nhiều, thanks, thank you",
    Meaning.HELLO: "chào, xin chào, alo, a lô, hi, hello, chào con, chào bot",
    Meaning.GOODBYE: (
        "tạm biệt, bye, bye bye, bai bai, chào nha, chào nghe, hẹn gặp lại, ngủ ngon, đi ngủ, đi ngủ đây, "
        "tôi đi ngủ, tui đi ngủ, bà đi ngủ, ông đi ngủ, bác đi ngủ, goodbye, good night, see you"
    ),
    Meaning.DONE: "xong, xong rồi, hết, hết rồi, đủ, đủ rồi, done, finished, that's all",
    Meaning.ADD: "thêm, thêm nữa, ghi thêm, thêm người, nữa, add, another, more",
    Meaning.READ_ON: "đọc tiếp, xem tiếp, read on",
    Meaning.GO_ON: "ghi tiếp, làm tiếp, tiếp tục, viết tiếp, làm nốt, ghi nốt, go on, continue",
    Meaning.MY_DATA: (
        "thông tin của tôi, dữ liệu của tôi, bot biết gì về tôi, xóa thông tin, xóa dữ liệu, "
        "my data, my information"
    ),
    Meaning.ENGLISH: "english, tiếng anh, in english",
    Meaning.VIETNAMESE: "tiếng việt, việt, vietnamese, tieng viet",
    Meaning.REGISTER: (
        "đăng ký, ghi danh, ghi tên, tham gia câu lạc bộ, vào câu lạc bộ, đăng ký cho mẹ, "
        "đăng ký cho má, join, register"
    ),
}
"""Each word belongs to one meaning; `check_words` finds one that is claimed twice."""

_FAREWELL = Pattern(r"\b(?:tam biet|bye|bai bai|hen gap lai|ngu ngon|di ngu|goodbye|good night)\b")


def says_goodbye(text: str) -> bool:
    """Whether a greeting is one of leaving: "thôi tạm biệt con nghe"."""
    return _FAREWELL.search(fold(text)) is not None


SHORT_ANSWER = 4
"""Words a yes or no may have: "có bao nhiêu người" is a question."""


class WordClaimedTwiceError(Exception):
    """Two meanings claim the same word, accents and all."""


def check_words(words: dict[Meaning, str] = WORDS) -> None:
    """Refuse a table in which one word has two meanings."""
    owner: dict[str, Meaning] = {}
    for meaning, forms in words.items():
        for form in forms.split(", "):
            key = _same_words(form)
            if owner.setdefault(key, meaning) is not meaning:
                raise WordClaimedTwiceError(f"{form}: {owner[key]} and {meaning}")


def check_free(owner: str, forms: Iterable[str]) -> None:
    """Refuse forms of which one is a word of command already."""
    for form in forms:
        for meaning in sorted(meanings_of(form)):
            raise WordClaimedTwiceError(f"{form}: {meaning} and {owner}")


def _same_words(form: str) -> str:
    return " ".join(same(word) for word in form.split())


@lru_cache(maxsize=1)
def _index() -> dict[str, list[tuple[tuple[str, ...], Meaning]]]:
    """Folded form → the forms with accents and their meanings."""
    found: dict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
    for meaning, forms in WORDS.items():
        for form in forms.split(", "):
            words = tuple(same(word) for word in form.split())
            found[fold(form)].append((words, meaning))
    return dict(found)


def _matches(typed: list[str], form: tuple[str, ...]) -> bool:
    """Whether typed words are the form's, each with its accents or with none at all."""
    return len(typed) == len(form) and all(map(is_typed, typed, form))


def _lookup(text: str) -> frozenset[Meaning]:
    typed = text.split()
    forms = _index().get(fold(text), [])
    exact = {meaning for form, meaning in forms if tuple(map(same, typed)) == form}
    if exact:
        return frozenset(exact)
    return frozenset(meaning for form, meaning in forms if _matches(typed, form))


def _one_slip(typed: str, known: str) -> bool:
    """Whether two words are one letter apart: changed, lost, added or swapped."""
    if abs(len(typed) - len(known)) > 1 or typed == known:
        return False
    if len(typed) == len(known):
        wrong = [place for place in range(len(typed)) if typed[place] != known[place]]
        if len(wrong) == 1:
            return True
        return (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and typed[wrong[0]] == known[wrong[1]]
            and typed[wrong[1]] == known[wrong[0]]
        )
    longer, shorter = (typed, known) if len(typed) > len(known) else (known, typed)
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _slips(text: str) -> frozenset[Meaning]:
    """Meanings one slip away, in words of five letters or more only.

    A possible syllable is no slip: "đầu tháng" is no "đầu trang".
    """
    typed = fold(text).split()
    found: set[Meaning] = set()
    for folded, forms in _index().items():
        known = folded.split()
        if len(known) != len(typed):
            continue
        pairs = list(zip(typed, known, strict=True))
        wrong = [(one, other) for one, other in pairs if one != other]
        if len(wrong) != 1 or min(map(len, wrong[0])) < 5 or is_syllable(wrong[0][0]):
            continue
        if _one_slip(*wrong[0]):
            found.update(meaning for _, meaning in forms)
    return frozenset(found)


LONGEST_WORDS = 60
"""Characters that words of command have at most."""
_COURTESY = ("dạ", "da", "vâng", "vang")


def _candidates(text: str) -> Iterable[str]:
    line = without_emoji(text)
    whole = squeeze(strip_ends(line)).lower()
    yield whole
    yield answer_text(text)
    first, _, rest = whole.partition(" ")
    if rest and first in _COURTESY:
        yield answer_text(rest)


def is_whole(text: str, forms: Iterable[str]) -> bool:
    """Whether a whole message is one of some forms, with their accents or with none at all.

    What people write for the same word is the same: "tui" is "tôi", "1" is "một", "clb" is
    "câu lạc bộ".
    """
    typed = [each.split() for each in _candidates(text)] if len(text) <= LONGEST_WORDS else []
    return any(
        _matches(each, way) for form in forms for way in spellings_of(form) for each in typed
    )


def meaning_of(text: str) -> Meaning | None:
    """The one thing that a whole message means; None when it may mean several or none."""
    meanings = meanings_of(text)
    return next(iter(meanings)) if len(meanings) == 1 else None


@lru_cache(maxsize=2048)
def meanings_of(text: str) -> frozenset[Meaning]:
    """What a whole message may mean; more than one where accents were left out, none mostly."""
    if len(text) > LONGEST_WORDS:
        return frozenset()
    candidates = list(dict.fromkeys(each for each in _candidates(text) if each))
    for candidate in candidates:
        found = _lookup(candidate)
        if found:
            return found
    for candidate in candidates:
        found = _lookup(" ".join(mend_keys(word) for word in candidate.split()))
        if found:
            return found
    for candidate in candidates:
        found = _slips(candidate)
        if len(found) == 1:
            return found
    if any(map(is_heard, candidates)):
        return frozenset({Meaning.HEARD})
    if any(map(announces_question, candidates)):
        return frozenset({Meaning.WILL_ASK})
    return frozenset({Meaning.STOP}) if gives_up(text) else frozenset()


def read_yes_no(text: str) -> str | None:
    """ "yes", "no", "unclear" ("dung" may be đúng or dừng), or None for anything else."""
    answer = answer_text(text).split()
    if len(answer) > SHORT_ANSWER or "?" in text.strip()[1:]:
        return None
    done = _done_or_not(answer)
    if done is not None:
        return done
    meanings = meanings_of(text)
    if Meaning.YES in meanings:
        return "unclear" if len(meanings) > 1 else "yes"
    if meanings == {Meaning.NO}:
        return "no"
    return None if meanings else _several_yes(answer)


_DEEDS = frozenset(
    (
        "ký, đọc, nhận, nhận lời, xin, xin phép, làm, gửi, gởi, nộp, có, họp, bầu, chọn, hỏi, gặp, nói, "
        "coi, xem, đồng ý, cho, cho phép, duyệt, mời, báo, thông báo, thông qua, đóng, góp, lập, "
        "đăng ký, trả lời, viết, in, chuẩn bị, được, xong, làm xong, đi, trả, thu, lãnh, ghi, giao, "
        "hoàn thành, bàn, bàn giao, phát, chịu, thỏa thuận, thống nhất"
    ).split(", ")
)


def _is_deed(words: list[str]) -> bool:
    while words and is_typed(words[-1], "xong"):
        words = words[:-1] or ["xong"]
        if words == ["xong"]:
            break
    return any(_matches(words, tuple(each.split())) for each in _DEEDS)


def _done_or_not(words: list[str]) -> str | None:
    """The answer to "đã ký chưa?": "ký rồi", "đã ký" and "xong rồi" are yes, "chưa ký" is no."""
    if len(words) > 1 and any(is_typed(words[0], each) for each in ("dạ", "vâng")):
        rest = _done_or_not(words[1:])
        if rest is not None:
            return rest
    if len(words) < 2:
        return None
    first, *rest_words = words
    if any(is_typed(first, each) for each in ("chưa", "không", "hông", "hổng", "ko", "khg")):
        if is_typed(rest_words[0], "có") and len(rest_words) > 1:
            rest_words = rest_words[1:]
        return "no" if _is_deed(rest_words) else None
    ended = rest_words[:-1] if is_typed(words[-1], "đó") else rest_words
    if ended and is_typed(ended[-1], "rồi"):
        deed = [first, *ended[:-1]]
        if len(deed) > 1 and is_typed(deed[0], "đã"):
            deed = deed[1:]
        return "yes" if _is_deed(deed) else None
    if is_typed(first, "đã") and not any(is_typed(words[-1], each) for each in ("chưa", "không")):
        return "yes" if _is_deed(rest_words) else None
    return None


def _several_yes(words: list[str]) -> str | None:
    """ "ừ đúng rồi con": a yes said twice; None when a part is anything else."""
    if len(words) < 2:
        return None
    for cut in range(1, len(words)):
        first = _lookup(" ".join(words[:cut]))
        if first != {Meaning.YES}:
            continue
        rest = words[cut:]
        if _lookup(" ".join(rest)) == {Meaning.YES} or _several_yes(rest) == "yes":
            return "yes"
    return None


_AGREE = frozenset(
    ("đồng ý", "dong y", "tôi đồng ý", "toi dong y", "tui đồng ý", "tui dong y", "i agree", "agree")
)
_REFUSE = frozenset(
    ("không đồng ý", "khong dong y", "tôi không đồng ý", "toi khong dong y", "tui không đồng ý",
     "tui khong dong y", "ko dong y",
     "i do not agree", "i don't agree", "disagree")
)  # fmt: skip


_BEFORE_CONSENT = ("ừ", "uh", "ừm", "um", "ok", "oke", "dạ", "vâng", "có", "được", "rồi", "yes")
_AFTER_CONSENT = (
    "luôn", "liền", "ngay", "hết", "đó", "mà", "rồi", "cho ghi", "cho ghi tên", "ghi đi",
    "ghi tên đi", "ghi giùm",
)  # fmt: skip
"""What only says the same more warmly: "ừ đồng ý luôn"."""


def _without_warmth(words: list[str]) -> list[str]:
    while len(words) > 1 and any(is_typed(words[0], each) for each in _BEFORE_CONSENT):
        words = words[1:]
    for form in map(str.split, _AFTER_CONSENT):
        rest, tail = words[: -len(form)], words[-len(form) :]
        if rest and all(map(is_typed, tail, form)):
            return _without_warmth(rest)
    return words


def read_consent(text: str) -> bool | None:
    """True only for "đồng ý" as a whole message, False for its refusal, None for all else.

    Law 91/2025 art. 9: a consent is express; silence, "ừ" or a thumb are none. "Bà đồng ý" may be
    said of somebody else.
    """
    warm = answer_text(" ".join(_without_warmth(answer_text(text).split())))
    for candidate in (*_candidates(text), warm):
        typed = _same_words(candidate)
        if typed in {_same_words(each) for each in _AGREE}:
            return True
        if typed in {_same_words(each) for each in _REFUSE}:
            return False
    return None


_KEEP = frozenset(("giữ", "giữ nguyên", "để vậy", "như cũ", "y cũ", "để nguyên", "keep", "keep it"))


def is_keep(text: str) -> bool:
    """Whether a message leaves what stands there as it is."""
    typed = answer_text(text)
    return _same_words(typed) in set(map(_same_words, _KEEP)) or (
        typed == fold(typed) and typed in set(map(fold, _KEEP))
    )


_COMMANDS = (
    Meaning.BACK,
    Meaning.CORRECT,
    Meaning.STOP,
    Meaning.HELP,
    Meaning.MENU,
    Meaning.SKIP,
    Meaning.PERSON_IN_CHARGE,
    Meaning.REPEAT,
    Meaning.GO_ON,
)
_NEVER_NAMES = frozenset(("ghi tiep", "lam tiep", "tiep tuc", "quay lai", "bo qua", "dung lai", "menu", "giup", "stop", "back", "skip",
                          "help", "cancel"))  # fmt: skip


def is_exact_command(text: str) -> Meaning | None:
    """The command a message at a free-text question is, exactly and with its accents.

    Without accents only what can't be a name or a place ("quay lai", "menu").
    """
    whole = strip_ends(without_emoji(text)).lower()
    typed = tuple(same(word) for word in whole.split())
    for form, meaning in _index().get(fold(whole), []):
        if meaning in _COMMANDS and (
            (typed == form and whole != fold(whole)) or fold(whole) in _NEVER_NAMES or whole in "?-"
        ):
            return meaning
    return Meaning.STOP if _ENOUGH.fullmatch(fold(whole)) else None


_ENOUGH = Pattern(
    r"(?:thoi|thoi khoi|thoi nghi|khoi|thoi khong)(?:,? (?:con|chau|em|nha|nhe|nghen|di|a))+"
)
"""Enough of it, said to somebody: no name has these words."""


BEGINNINGS = (
    "chào con",
    "tham gia câu lạc bộ có tốn tiền không?",
    "what is a club?",
    "bà muốn vào câu lạc bộ",
)
"""What strangers begin with, something of each kind: for a rehearsal before the first comes."""
