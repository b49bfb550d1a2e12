"""Who comes, as somebody told an organiser: "bà Sáu gọi nói bệnh không đi"."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Pressable, Rows
from bot.delivery.naming import roster_name
from bot.handlers.accesses import note_access
from bot.handlers.acting import acting
from bot.handlers.members.roster import members_named
from bot.handlers.scene import Standing
from bot.intents.event_kinds import kind_named
from bot.intents.event_to_come import says_not_coming
from bot.intents.named import read_named
from bot.intents.scene import Person
from bot.intents.understanding import Attendance, Attending, Intent
from bot.language.text import single_line
from bot.speech.show import show_moment
from bot.speech.translation import say
from bot.storage.records import Occurrence

_MAY_BE_NEWS = frozenset(
    (Intent.ATTEND, Intent.ATTENDANCE_LIST, Intent.SMALL_TALK, Intent.UNCLEAR, Intent.UNWELL,
     Intent.ADDRESS_FORM, Intent.GREETING)
)  # fmt: skip
"""What news of somebody is taken for where no reminder asks the writer."""
MOST_SHOWN = 4
"""Members of one name who are shown as choices."""


def read_members_coming(scene: Standing, text: str) -> bool:
    """News of a member for the next event: asked about, and noted by a press, as on the phone."""
    named = read_named(text)
    plain = scene.understand(text)
    if len(named) != 1 or (plain.sure and plain.intent not in _MAY_BE_NEWS):
        return False
    turn = scene.turn
    found = members_named(turn.uow, [club.id for club in scene.organised], named)
    if not 1 <= len(found) <= MOST_SHOWN:
        return False
    kind = kind_named(text)
    occurrence = _next(scene, found[0][0].club_id, kind)
    called = _called(text, " ".join(named[0].typed))
    if occurrence is None:
        return False
    event = turn.uow.events.event_of(occurrence)
    said = _said_of(scene, text, called, event.kind)
    if said is None:
        return False
    people = [person for membership, person in found if membership.club_id == occurrence.club_id]
    note_access(acting(turn), occurrence.club_id, people, "search")
    rows: Rows = []
    for person in people:
        answers = buttons.AnswerFor(occurrence.id, said.value, person.id)
        one: Pressable = buttons.yes(answers) if len(people) == 1 else answers
        rows.append([(roster_name(turn.uow, person), one)])
    turn.offer(
        say(
            f"attend.of_member_{said.value}",
            who=called,
            what=say(f"event.kind.{event.kind}"),
            when=show_moment(occurrence.starts_at, scene.services.zone),
        ),
        *rows,
        [(say("meant.none"), buttons.no(buttons.Menu()))],
    )
    return True


def _next(scene: Standing, club_id: int, kind: str | None) -> Occurrence | None:
    """The club's next event, of the kind that is named."""
    found = scene.turn.uow.events.occurrences([club_id], since=scene.turn.now, kind=kind, limit=1)
    return found[0] if found else None


def _called(text: str, name: str) -> str:
    """The name with the form of address that stands before it."""
    line = single_line(text)
    before = line[: max(line.lower().find(name.lower()), 0)].split()
    return f"{before[-1]} {name}" if before else name


def _said_of(scene: Standing, text: str, called: str, kind: str) -> Attendance | None:
    """What a text says of somebody's coming, weighed as if a reminder had asked for him alone."""
    meaning = scene.understand_as_answer(text, kind, [called], [Person(called, False)])
    if meaning.sure and isinstance(meaning.entities, Attending):
        return next(iter(meaning.entities.people.values()), None)
    is_ill = meaning.sure and meaning.intent is Intent.UNWELL
    return Attendance.NO if is_ill and says_not_coming(text) else None
