"""Words for people in a text: "ba noi" is "bà nội", "bac Sau Tho Moc" is a man by his name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.intents.message import Message, canonical
from bot.language.text import fold

_FORMS = (
    "ông bà ngoại, ông bà nội, ba má, cha mẹ, ba mẹ, bố mẹ, tía má, vợ chồng, ông nội, bà nội, ông ngoại, bà ngoại, ông cố, bà cố, ông xã, bà xã, "
    "ông nhà, bà nhà, ông già, bà già, má chồng, mẹ chồng, ba chồng, cha chồng, bố chồng, má vợ, mẹ vợ, ba vợ, cha vợ, bố vợ, má nuôi, mẹ nuôi, "
    "má ruột, mẹ ruột, bố chồng, bố vợ, con dâu, con rể, con gái, con trai, anh trai, chị gái, em gái, em trai, chị dâu, anh rể, bà cô, bà dì, ông chú, ông cậu, "
    "bà cụ hàng xóm, ông cụ hàng xóm, bà hàng xóm, ông hàng xóm, chị hàng xóm, anh hàng xóm, cô hàng xóm, bác hàng xóm, dì hàng xóm, em vợ, em chồng, anh chồng, anh vợ, "
    "ông bà nội, ông bà ngoại, ông bà già, ông già vợ, bà già vợ, ông già chồng, bà già chồng, ông già tía, bà già trầu, ông bà già chồng, ông bà già vợ, tía vợ, tía chồng, "
    "mẹ kế, má kế, dì ghẻ, cha dượng, ba dượng, bố dượng, cha nuôi, ba nuôi, bố nuôi, tía nuôi, con nuôi, cha ruột, ba ruột, chị ruột, anh ruột, em ruột, em gái ruột, em trai ruột, em dâu, em rể, "
    "chị họ, anh họ, em họ, dì ruột, chú ruột, cô ruột, bác ruột, cậu ruột, bà vú, bà lão, ông lão, bà mụ, sư bà, sư cô, ni cô, sư thầy, cô giáo, thầy giáo, bà cố ngoại, bà cố nội, ông cố nội, ông cố ngoại, "
    "bà xui, ông xui, bạn già, bạn đạo, bà bạn già, ông bạn già, cháu gái, cháu trai, bà cụ, ông cụ, cụ ông, cụ bà, vợ chồng con, a má, "
    "chị chồng, chị vợ, cháu nội, cháu ngoại, bà bạn, ông bạn, chị bạn, bạn học, đồng đội, ông bà, bà vợ, ông chồng, đồng chí, bác cả, bác họ, cô họ, ông bác họ, bà bác, ông bác, ông thông gia, bà thông gia, ông sui, bà sui, thông gia, hàng xóm, "
    "ông, bà, cụ, bác, cô, cố, chú, dì, cậu, mợ, thím, dượng, anh, chị, má, mẹ, tía, cha, bố, thầy, vợ, chồng, ngoại, nội, mệ, bầm, bu, u, "
    "mạ, ba, thằng, bạn, em, parents, grandparents, mother in law, father in law, in laws, brother, sister, brother in law, sister in law, granny, mr, mrs, ms, wife, grandfather, grandmother, mom, mum, dad, grandma, grandpa, husband, wife, aunt, uncle, auntie, mother, father, neighbour"
).split(", ")
_ENGLISH = frozenset(
    "parents grandparents brother sister granny mr mrs ms wife grandfather grandmother mom mum dad grandma grandpa husband aunt uncle auntie mother father neighbour".split()
)
_ORDERS = "Hai, Ba, Tư, Năm, Sáu, Bảy, Tám, Chín, Mười, Út, Cả".split(", ")
_NEIGHBOUR = ("hàng xóm", "láng giềng")
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _form in _FORMS:
    _words = tuple(canonical(each) for each in _form.split())
    _BY_FIRST.setdefault(fold(_words[0]), []).append((_words, _form))
for _each in _BY_FIRST.values():
    _each.sort(key=lambda entry: -len(entry[0]))
_ORDER_OF = {canonical(order.lower()): order for order in _ORDERS} | {
    fold(order): order for order in _ORDERS
}
_DOUBTFUL = frozenset("u bu co di em mo cau chi ma me noi cha vo bo thay ca cu anh".split())
"""Typed bare, these are other words more often than people."""
_SAYS_WHOSE = frozenset("toi tui em con chau minh mat nam bi chong vo ruot".split())
"""What stands behind one of them where it is somebody after all."""
_LIKELY_IN_BARE = frozenset("ma me noi chi anh cu".split())
"""Those that in a text without accents are people more often than not."""


class Named(NamedTuple):
    """Words of a text for a person, with accents where they are sure."""

    start: int
    end: int
    text: str
    has_name: bool


_COUNTED = frozenset(
    "tuoi nguoi lan con dua chau gio h g ngay thang nam bua buoi cai chuc tram ngan trieu to ap xom cay nha".split()
)


def _is_order_in_digits(words: Sequence[str], at: int) -> bool:
    """Whether "7" stands for a name, "ông 7", and counts nothing."""
    after = fold(words[at + 1]) if at + 1 < len(words) else ""
    return words[at] in "23456789" and len(words[at]) == 1 and after not in _COUNTED


_LIES_IN = frozenset("duoi xuong ngoai vien benh nha liet cho trong mot mo".split())


def _lies(message: Message, at: int) -> bool:
    """Whether a bare "nam" is nằm and no Năm: "ông nằm viện"."""
    return at + 1 < len(message.plain) and message.plain[at + 1] in _LIES_IN


def _is_name(message: Message, at: int) -> bool:
    raw = message.typed[at]
    if message.is_english and raw == "I":
        return False
    return raw[:1].isupper() and raw.isalpha() and not message.text.isupper()


def _is_capital_name(message: Message, at: int, form: tuple[str, ...]) -> bool:
    """Whether the second word of a form, typed without its accent, begins as a name does."""
    second = at + 1
    return (
        len(form) > 1 and message.typed[second][:1].isupper() and message.words[second] != form[1]
    )


_IN_LAWS = frozenset(("vợ", "nhà"))
_AUNTS = (("bà", "cô"), ("bà", "dì"))
"""Typed bare, the second word of these is có or đi more often: "ba di benh vien"."""
_MINE = frozenset(("toi", "tui", "minh"))
_OWNERS = frozenset(
    ("ruot", "ho", "toi", "tui", "em", "con", "minh", "anh", "chu", "chau", "nay", "kia")
)


def _is_whole_form(message: Message, at: int, form: tuple[str, ...]) -> bool:
    """Whether a bare "vo" or "nha" behind a word for somebody is vợ or nhà: "cho chi vo" is vô."""
    last = at + len(form) - 1
    after = message.plain[last + 1] if last + 1 < len(message.words) else ""
    if form in _AUNTS and message.words[last] != form[-1]:
        return after in _OWNERS
    if form[-1] not in _IN_LAWS or len(form) < 2 or message.words[last] == form[-1]:
        return True
    # "dc" is written out with accents, and yet the text has none.
    return all(map(str.isascii, message.typed)) and after in _OWNERS


def _fits(typed: str, known: str) -> bool:
    typed = typed.removesuffix("'s")
    return typed == known or typed == fold(known)


_COMRADE = "đồng chí"
"""A title that is nobody without the name behind it."""
_TITLED = frozenset((_COMRADE, "bà cụ", "ông cụ", "cụ ông", "cụ bà", "bà lão", "ông lão", "sư cô"))
"""Forms of two words behind which a name may stand as behind one: "bà cụ Lành"."""
_BEFORE_KIN = frozenset(("thang", "ong", "ba", "cai"))


def people_in(message: Message) -> list[Named]:
    """The people that a text speaks of, with the names behind the words for them."""
    found: list[Named] = []
    words, at = message.words, 0
    while at < len(words):
        named = _person_at(message, at)
        if (
            named
            and not named.has_name
            and named.end - at == 1
            and message.plain[at] in _BEFORE_KIN
        ):
            # "thằng em rể", "ông anh chồng": the second word says who it is.
            kin = _person_at(message, at + 1) if at + 1 < len(words) else None
            named = kin if kin and kin.end - kin.start > 1 and not kin.has_name else named
        if named and named.has_name and at and words[at] == _BUT:
            # "vay von ma ba To doi": mà bà Tơ.
            kin = _person_at(message, at + 1)
            named = kin if kin and kin.has_name else named
        if named and words[named.end - 1].endswith("'s") and named.end < len(words):
            # "my husband's mother" is she, and no husband.
            kin = _person_at(message, named.end)
            if kin and kin.text in _ENGLISH:
                text = f"{named.text}'s {kin.text}"
                named = Named(at, kin.end, text, named.has_name or kin.has_name)
        if named is None:
            at += 1
        else:
            found.append(named)
            at = named.end
    return found


_BUT = "ma"
"""Bare before somebody who is named it is mà, and no má."""


def is_of_mine(message: Message, named: Named) -> bool:
    """Whether somebody is the writer's own: "ông xã tôi"."""
    after = message.plain[named.end] if named.end < len(message.plain) else ""
    return after in ("toi", "tui", "em", "con", "minh")


def only_asks_for_it(named: Named, message: Message) -> bool:
    """Whether a bare "di" at the end is đi: "xoa so cua ba di" is of no aunt."""
    return (
        named.text in ("bà dì", "ông dì", "bà dị")
        and named.end == len(message.words)
        and message.words[-1] == "di"
    )


def _person_at(message: Message, at: int) -> Named | None:
    """Who begins at a word: a word for kin with the name behind it, or a full name."""
    chosen = _form_at(message, at)
    if chosen is None:
        return _by_full_name(message, at)
    form, text = chosen
    end = at + len(form)
    name: list[str] = []
    if len(form) == 1 or text in _TITLED:
        name, end = _name_behind(message, end)
    if not name and text == _COMRADE:
        return None
    if not name and not _is_somebody(message, at, form):
        return None
    if any(word.isascii() and word not in _ORDERS for word in name):
        # A name without accents stays as it was typed, and the word before it too.
        text, *name = _once(message.typed[at:end])
    if message.is_english:
        text = text.replace(" in law", "-in-law").replace("in laws", "in-laws")
        if text in ("mr", "mrs", "ms") or name:
            text = message.typed[at]
    return Named(at, end, " ".join((text, *_once(tuple(name)))), bool(name))


def _form_at(message: Message, at: int) -> tuple[tuple[str, ...], str] | None:
    """The longest word for somebody that stands there, its words and how it is written."""
    words = message.words
    fitting = [
        (form, text)
        for form, text in _BY_FIRST.get(fold(words[at]).removesuffix("'s"), ())
        if at + len(form) <= len(words) and all(map(_fits, words[at : at + len(form)], form))
    ]
    if message.is_english:
        fitting = [each for each in fitting if each[1].split()[0] in (*_ENGLISH, "in")]
    if not message.text.isupper():
        # "ông Ba Kiểng" is no "ông bà".
        fitting = [each for each in fitting if not _is_capital_name(message, at, each[0])]
    fitting = [each for each in fitting if _is_whole_form(message, at, each[0])]
    if not fitting:
        return None
    longest = max(len(form) for form, _ in fitting)
    fitting = [each for each in fitting if len(each[0]) == longest]
    exact = [each for each in fitting if words[at : at + longest] == each[0]]
    return (exact if exact and not message.is_bare else fitting)[0]


def _name_behind(message: Message, start: int) -> tuple[list[str], int]:
    """The name behind a word for somebody, and where it ends; none: no words, `start`."""
    words, end = message.words, start
    breaks = {stop for _, stop in message.parts}
    name: list[str] = []
    while end < len(words) and end not in breaks and len(name) < 4:
        part = _part_of_name(message, end, is_first=not name)
        if part is None:
            break
        name.append(part)
        end += 1
    for tail in _NEIGHBOUR:
        extra = tuple(canonical(each) for each in tail.split())
        if name and len(words) >= end + 2 and all(map(_fits, words[end : end + 2], extra)):
            name.append(tail)
            end += 2
    return name, end


def _part_of_name(message: Message, at: int, *, is_first: bool) -> str | None:
    """A word of a name, an order of birth with its accents; None: no name goes on there."""
    words, raw = message.words, message.typed[at]
    order = None if message.is_english else _ORDER_OF.get(words[at])
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "nam" and _lies(message, at):
        return None
    if is_first and fold(after) in _TENS and not raw[:1].isupper():
        # "bà năm mươi mà", "ba sau chuc": an age.
        return None
    if order == "Cả" and fold(after) in _BY_FIRST:
        # "cả má cả ba đều đi"
        return None
    is_capital = raw[:1].isupper()
    if order and (is_first or is_capital) and not (order == "Năm" and after.isdecimal()):
        if words[at] in _ALSO_OTHERS and not is_capital and not message.is_bare:
            return None
        return raw if not raw.isascii() and is_capital else order
    if _is_name(message, at) or (is_first and _is_order_in_digits(words, at)):
        return raw
    return None


_TENS = frozenset(("muoi", "chuc", "tram"))
_ALSO_OTHERS = frozenset(("sau", "nam", "ba", "ca", "hai"))
"""Orders of birth that without accents or a capital are other words in an accented text."""


def _is_somebody(message: Message, at: int, form: tuple[str, ...]) -> bool:
    """Whether a word for kin without a name behind it is one, and not a word written alike."""
    word = message.words[at]
    if len(form) > 1 or word != fold(form[0]) or word not in _DOUBTFUL:
        return True
    after = fold(message.words[at + 1]) if at + 1 < len(message.words) else ""
    # "cha tôi" has no accent to leave off.
    if form[0].isascii() and after in _MINE:
        return True
    return message.is_bare and (after in _SAYS_WHOSE or word in _LIKELY_IN_BARE)


_FAMILY_NAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh đào lâm lương mai trương "
    "nguyen tran le pham hoang huynh vu vo dang bui ho ngo duong dinh doan trinh dao lam luong truong tạ thái cao châu".split()
)


def _by_full_name(message: Message, at: int) -> Named | None:
    """Somebody by his full name: "Trần Thị Sửu"."""
    end = at
    while (
        end < len(message.typed)
        and message.typed[end][:1].isupper()
        and message.typed[end].isalpha()
    ):
        end += 1
    if message.text.isupper() or end - at < 2 or message.typed[at].lower() not in _FAMILY_NAMES:
        return None
    return Named(at, end, " ".join(message.typed[at:end]), True)


def _once(typed: tuple[str, ...]) -> list[str]:
    """Words as typed, each short form that was written out in several only once."""
    return [word for place, word in enumerate(typed) if not place or typed[place - 1] is not word]
