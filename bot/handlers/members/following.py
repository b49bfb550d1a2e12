"""What follows from a wish to join, or to write somebody down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot import buttons
from bot.conversations.effects import FindClub, Press
from bot.conversations.registration import keep_named
from bot.handlers.answers import enquiries
from bot.handlers.joining import find_action, join_action, offer_registration, register_called
from bot.handlers.scene import Standing, offered
from bot.intents.club_sought import names_where
from bot.intents.live import wants_to_join
from bot.intents.scene import Role
from bot.intents.told_ahead import relatives_to_join
from bot.intents.understanding import Admitted, Intent, Understanding
from bot.language.accents import begins_as_name
from bot.language.kinship import is_kin_word, names_registration, read_relatives, relation_of
from bot.language.names import read_name
from bot.language.text import fold, single_line
from bot.speech.translation import say
from bot.storage.records import Club


def join(scene: Standing, text: str, _meaning: Understanding) -> bool:
    called = relatives_to_join(text)
    if called:
        # "cho bà nội tham gia câu lạc bộ" is of her, and not of who writes.
        begin_registration(scene, text, called)
        return True
    join_action(scene.services, scene.turn)
    return True


def register(scene: Standing, text: str, meaning: Understanding) -> bool:
    relation = _one_of(meaning.entities) if isinstance(meaning.entities, Admitted) else None
    named = _named_relatives(text) or (() if relation is None else (relation,))
    begin_registration(scene, text, named)
    return True


def _one_of(meant: Admitted) -> str | None:
    """Whom it is about by his name, where one is meant and has one."""
    return meant.person if isinstance(meant.person, str) else meant.relation


def says_to_register(text: str) -> bool:
    """Whether a text says that somebody is to be written down, or wants to join."""
    return bool(_named_relatives(text)) or wants_to_join(text)


def _named_relatives(text: str) -> tuple[str, ...]:
    return read_relatives(text) if names_registration(text) else ()


def read_registration(scene: Standing, text: str) -> bool:
    """ "ghi tên cho bà ngoại", "muốn vào câu lạc bộ": into one's own club, else into which one.

    "con đăng ký cho bà rồi phải không" asks whether it was done, and names nobody "rồi phải không".
    """
    meaning = scene.understand(text)
    if meaning.sure and meaning.intent is Intent.MY_STATE:
        return False
    begin_registration(scene, text, _named_relatives(text))
    return True


def read_place(scene: Standing, text: str) -> bool:
    """A stranger says no more than where he lives: the clubs there."""
    if scene.role is not Role.GUEST:
        return False
    scene.turn.do(FindClub(single_line(text)))
    return True


def read_club_sought(scene: Standing, text: str) -> bool:
    """ "quanh đây có câu lạc bộ nào không": those of the place that is named, else it is asked where."""
    if names_where(text):
        scene.turn.do(FindClub(single_line(text)))
    else:
        find_action(scene.services, scene.turn)
    return True


def _says_else(scene: Standing, text: str) -> bool:
    """Whether small letters that begin as a name say something: "danh sách gọi điện", "lam sao vo".

    With the middle name of most they do only where that is sure.
    """
    meaning = scene.understand(text)
    if meaning.intent is Intent.UNCLEAR:
        return False
    return meaning.sure or fold(text).split()[1] not in _MIDDLES


_MIDDLES = ("thi", "van")


def read_full_name(scene: Standing, text: str) -> bool:
    """A full name and nothing else: written down, looked for, or whoever writes says his own."""
    name = read_name(text).name
    if name is None or not begins_as_name(name):
        return False
    if not all(word[:1].isupper() for word in text.split()) and _says_else(scene, text):
        return False
    none = [(say("meant.none"), buttons.no(buttons.Menu()))]
    words = say("name.what_with", name=name)
    if scene.organised:
        club = scene.organised[0]
        find, write = buttons.Search(club.id, name), buttons.RegisterByOrganiser(club.id, name)
        scene.turn.offer(words, [(say("name.find"), find)], [(say("name.write_down"), write)], none)
        return True
    if scene.is_coordinator:
        # Officers read numbers, and no names of members.
        return False
    join = (say("name.join"), buttons.Join())
    if not enquiries.offer_word(
        scene.services, scene.turn, text, lambda _contact: words, join, asks_which=True
    ):
        scene.turn.offer(words, [join], none)
    return True


def begin_registration(scene: Standing, text: str, called: Sequence[str]) -> None:
    """Begin with the relatives who were named, in the club that was chosen or the writer's only one.

    Else it is asked which club it is.
    """
    clubs = scene.clubs
    if scene.organised and not wants_to_join(text) and not _is_own(text, called):
        # Who organises a club and has somebody written down means its list.
        club = scene.organised[0].id
        # Of "bác Bảy" the name is known, of "vợ" none is.
        named = len(called) == 1 and len(called[0].split()) > 1 and not is_kin_word(called[0])
        one = buttons.RegisterByOrganiser(club, called[0]) if named else buttons.Members(club)
        scene.turn.do(Press(one))
        return
    offered_now = _club_that_is_offered(scene)
    if called and (offered_now is not None or len(clubs) == 1):
        register_called(scene.services, scene.turn, offered_now or clubs[0], None, called)
        return
    if offered_now is not None:
        offer_registration(scene.turn, offered_now)
        return
    if called:
        keep_named(scene.turn, called)
    join_action(scene.services, scene.turn)


def _club_that_is_offered(scene: Standing) -> Club | None:
    """The club that a code has chosen: whom to write down into it is what was asked last."""
    if scene.last is None or scene.is_asked:
        return None
    button = next(offered(scene.last, buttons.RegisterRelative), None)
    return None if button is None else scene.turn.uow.clubs.find(button.club)


_OF_HIS_OWN = re.compile(r"\b(?:toi|tui|em|minh|nha)\b")


def _is_own(text: str, called: Sequence[str]) -> bool:
    """Whether it is one of the writer's own family: "má tôi", "vợ", and no "bác Bảy", no "ghi vô"."""
    if not called or relation_of(called[0]) not in ("grandparent", "parent", "spouse"):
        return False
    words = single_line(text).lower().split()
    return bool(_OF_HIS_OWN.search(fold(text))) or called[0].split()[0] in words
