"""Whom a message is about: one of the scene, somebody by the words typed, or who holds an office."""

from __future__ import annotations

from collections.abc import Sequence

from bot.intents.accused import ACCUSED, office_of
from bot.intents.concepts import concepts_of
from bot.intents.kin import Named, is_of_mine, only_asks_for_it, people_in
from bot.intents.message import Message
from bot.intents.people import Mention, is_pronoun, mentions, sex_of
from bot.intents.phrases import Phrases
from bot.intents.scene import Scene
from bot.language.patterns import Pattern
from bot.language.text import fold


def person_of(message: Message, scene: Scene, near: str | None = None) -> str | None:
    """Whom a message is about: one of the scene, else somebody by the words typed."""
    known = mentions(message, scene)
    at = _place_of(message, near)
    named = [
        each
        for each in people_in(message)
        if _is_somebody(each, message) and not only_asks_for_it(each, message)
    ]
    others = [each for each in known if not each.is_self and not _is_another(each, named)]
    changed = [each for each in others if not _stays_so(message, each.end)]
    others = changed or others
    strangers = [
        each
        for each in named
        if each.has_name
        and not any(
            m.start <= each.start < m.end or each.start <= m.start < each.end for m in others
        )
    ]
    meant = [
        each
        for each in others
        if not (is_pronoun(message, each) and any(s.start < each.start for s in strangers))
    ]
    if meant:
        best = min(
            meant,
            key=lambda each: (
                # "ngoại bỏ mẹ con em đi rồi": who leaves them has died.
                near == "death" and message.plain[each.end : each.end + 1] != ("bo",),
                not each.is_sure,
                # "noi" alone is more often "nói" than "nội".
                each.end - each.start < 2,
                abs(each.start - at) if at is not None else each.start,
            ),
        )
        return best.people[0]
    if strangers and at is not None and near == "alive":
        # "người mất là bà Năm Gạo chứ bà Năm Thẹo còn sờ sờ"
        living = min(strangers, key=lambda each: abs(each.end - at))
        return _as_the_scene_has(living.text, scene)
    if strangers:
        return _as_the_scene_has(strangers[0].text, scene)
    office = ACCUSED.find(message.line) if near else None
    if office and not named and not (scene.people and not scene.own):
        return office_of(message, office)
    kin = [
        each
        for each in named
        if each.text.split()[0] not in ("em", "anh", "chị", "bác", "cô", "chú") or each.has_name
    ]
    if kin and (only := _only_one_meant(kin[0].text, scene)) is not None:
        return only
    if kin and (scene.own is None or len(kin[0].text.split()) > 1 or is_of_mine(message, kin[0])):
        return kin[0].text
    if scene.people and not scene.own and len(scene.people) == 1:
        return scene.people[0].called
    return scene.own if scene.own and any(each.is_self for each in known) else None


def _only_one_meant(form: str, scene: Scene) -> str | None:
    """Who is meant by a form for elders where there is only one other person: "tên cụ là Nhàn"."""
    others = [each.called for each in scene.people if not each.is_self]
    if form not in _ELDERS or len(others) != 1:
        return None
    sexes = {sex_of(form), sex_of(others[0])} - {None}
    return others[0] if len(sexes) <= 1 else None


_ELDERS = frozenset(("cụ", "ông", "bà"))


def _as_the_scene_has(text: str, scene: Scene) -> str:
    """A name as the phone has it, where it was typed bare: "ba Lai" is bà Lài."""
    return next((c.called for c in scene.people if fold(c.called) == fold(text)), text)


def _is_another(mention: Mention, named: Sequence[Named]) -> bool:
    """Whether "bà" goes on to a name, "bà Tư", or to a side, "bà nội", that is nobody's of the scene."""
    return any(
        (each.has_name and each.start <= mention.start and mention.end < each.end)
        or (each.text in _WITH_SIDE and _is_part(mention, each) and each.text not in mention.people)
        for each in named
    )


_WITH_SIDE = frozenset(("bà nội", "ông nội", "bà ngoại", "ông ngoại"))


def _is_part(mention: Mention, named: Named) -> bool:
    """Whether a mention is one word of several that somebody is called by."""
    inside = named.start <= mention.start and mention.end <= named.end
    return inside and mention.end - mention.start < named.end - named.start


def _is_somebody(named: Named, message: Message) -> bool:
    after = message.plain[named.end] if named.end < len(message.plain) else ""
    if named.text in ("em", "con", "anh em") or after == "oi":
        return False
    return not _BEFORE_PLACE.find(" ".join(message.words[: named.start]))


_BEFORE_PLACE = Phrases(
    r"(bệnh viện|bv|trạm xá|thị xã|thành phố|tỉnh|huyện|núi|cầu|kinh|rạch)( đa khoa| tỉnh| huyện)?$"
)
"""Before the name of a place that sounds like somebody's: "bệnh viện Bà Rịa", "núi Bà Đen"."""


def _stays_so(message: Message, end: int) -> bool:
    """Whether it is said of somebody that all stays as it is: "ông nội vẫn nhắc nha"."""
    return bool(_STILL.match(" ".join(message.plain[end : end + 4])))


_STILL = Pattern(r"(?:thi )?(?:van|cu|de) (?:nhac|nhan|gui|goi|giu|de|con|nguyen|nhu)\b")


def _place_of(message: Message, concept: str | None) -> int | None:
    if concept is None:
        return None
    told = _BESIDE.get(concept, (concept,))
    return next((each.start for each in concepts_of(message) if each.concept in told), None)


_BESIDE = {"ill": ("ill", "hospital", "faint", "body_alarm")}
"""What tells the same of somebody: "nội khỏe, ngoại đang nằm viện"."""
