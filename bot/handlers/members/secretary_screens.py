"""The secretary's tools in the chat: a name is found, lists of who needs something, one member."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import FindMember, MembershipChanged
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name, list_name, named, roster_name
from bot.delivery.telling import tell
from bot.domain.longevity import wish_of
from bot.domain.membership import MembershipState
from bot.handlers.accesses import note_access
from bot.handlers.acting import Refused, acting
from bot.handlers.members import commands, secretary
from bot.handlers.members.secretary import Found, SecretaryLists
from bot.handlers.services import Services
from bot.language.phones import show_phone
from bot.speech.show import show_birth, show_day
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Club, Membership, Person

PAGE = 10

Which = Literal["without_consent", "unreachable", "silent", "celebrations", "birthdays"]
LISTS: tuple[Which, ...] = (
    "without_consent", "unreachable", "silent", "celebrations", "birthdays",
)  # fmt: skip


# Finding somebody


def search_action(services: Services, turn: Turn, club: Club, words: str | None) -> None:
    """Whom the roster holds under a name; asked for it where none was said."""
    if words is None:
        services.engine.start(turn, "find_member", club=club.id)
    else:
        _show_found(turn, club, words)


def find(services: Services, turn: Turn, effect: FindMember) -> None:
    """Show whom the roster holds under what was typed."""
    _show_found(turn, turn.uow.clubs.get(effect.club_id), effect.words)


def _show_found(turn: Turn, club: Club, words: str) -> None:
    found = secretary.search(acting(turn), club, words)
    if isinstance(found, Refused):
        turn.say(say("engine.not_allowed"))
        return
    rows: Rows = [
        [(roster_name(turn.uow, person), buttons.Member(member.id))] for member, person in found
    ]
    rows.append([(say("search.again"), buttons.Search(club.id))])
    rows.append([(say("engine.back_to"), buttons.Members(club.id))])
    if found:
        turn.offer(say("search.found", count=len(found), words=words), *rows)
    else:
        turn.offer(say("search.nobody", words=words, club=club.name), *rows)


# Lists


def secretary_action(services: Services, turn: Turn, club: Club) -> None:
    """Which lists there are, with how many stand in each."""
    lists = secretary.lists_of(acting(turn), club)
    if isinstance(lists, Refused):
        turn.say(say("engine.not_allowed"))
        return
    rows: Rows = [
        [
            (
                say(f"secretary.row.{which}", count=len(_entries(lists, which))),
                buttons.SecretaryList(club.id, which),
            )
        ]
        for which in LISTS
    ]
    rows.append([(say("search.begin"), buttons.Search(club.id))])
    rows.append([(say("engine.back_to"), buttons.Members(club.id))])
    turn.offer(say("secretary.head", club=club.name), *rows)


def _entries(lists: SecretaryLists, which: Which) -> list[tuple[Found, Phrase | None]]:
    """Who stands in a list, and what is said of each."""
    if which == "celebrations":
        return [
            (
                (each.membership, each.person),
                say("secretary.wished", age=each.age, wish=say(f"longevity.{wish_of(each.age)}")),
            )
            for each in lists.celebrations
        ]
    if which == "birthdays":
        return [
            (each, say("secretary.born", day=f"{each[1].birth_date:%d/%m}"))
            for each in lists.birthdays
        ]
    plain: dict[Which, list[Found]] = {
        "without_consent": lists.without_consent,
        "unreachable": lists.unreachable,
        "silent": lists.silent,
    }
    return [(each, None) for each in plain[which]]


def list_action(services: Services, turn: Turn, club: Club, which: Which, page: int = 0) -> None:
    """One list, a page at a time, each with a way to the member."""
    lists = secretary.lists_of(acting(turn), club)
    if isinstance(lists, Refused):
        turn.say(say("engine.not_allowed"))
        return
    entries = _entries(lists, which)
    part = entries[page * PAGE : (page + 1) * PAGE]
    note_access(acting(turn), club.id, [person for (_, person), _ in part], "secretary")
    lines = [
        say("secretary.line", number=page * PAGE + place, who=roster_name(turn.uow, person),
            what=what if what is not None else "")
        for place, ((_, person), what) in enumerate(part, 1)
    ]  # fmt: skip
    rows: Rows = [
        [(list_name(turn.uow, person), buttons.Member(member.id))] for (member, person), _ in part
    ]
    if (page + 1) * PAGE < len(entries):
        rows.append([(say("members.see_on"), buttons.SecretaryList(club.id, which, page + 1))])
    if which == "without_consent":
        rows.append([(say("secretary.other_consents"), buttons.OpenConsents(club.id))])
    rows.append([(say("engine.back_to"), buttons.Secretary(club.id))])
    head = (
        say(f"secretary.list.{which}", count=len(entries))
        if part
        else say(f"secretary.empty.{which}")
    )
    turn.offer(Lines((head, *lines)), *rows)


# One member


def member_card(turn: Turn, membership: Membership, person: Person) -> None:
    """What the club knows of a member, and what can be done about it."""
    shown: list[Phrase] = [
        say(
            "card.head",
            who=person.shown_name,
            code=membership.code,
            state=say(f"membership.{membership.state}"),
        )
    ]
    if membership.restricted_at is not None:
        shown.append(say("data.restricted", since=show_day(membership.restricted_at.date())))
    else:
        shown += _told(turn, membership, person)
    rows: Rows = []
    if membership.state in (MembershipState.ACTIVE, MembershipState.SUSPENDED):
        rows.append([(say("data.correct"), buttons.Correct(person.id))])
    rows += [
        [(say(f"card.to_{to}"), buttons.ChangeState(membership.id, to))]
        for to in commands.changes_of(membership)
    ]
    if membership.state is MembershipState.ACTIVE:
        rows.append([(say("member_data.died"), buttons.DeathOf(membership.id))])
    rows.append(
        [
            (say("members.read_consents"), buttons.ReadConsents(membership.id)),
            (say("speakers.open"), buttons.Speakers(membership.id)),
        ]
    )
    rows.append([(say("engine.back_to"), buttons.Members(membership.club_id))])
    turn.offer(Lines(tuple(shown)), *rows)


def _told(turn: Turn, membership: Membership, person: Person) -> list[Phrase]:
    values: Sequence[tuple[str, object]] = (
        ("birth", show_birth(person.birth_year, person.birth_date, person.birth_estimated)),
        ("phone", show_phone(membership.phone) if membership.phone else None),
        ("address", membership.address),
        ("contact_person", membership.contact_person),
        ("note", membership.note),
    )
    lines = [
        say("data.line", name=say(f"data.{key}"), value=value)
        for key, value in values
        if value is not None
    ]
    for tie, account in turn.uow.people.accounts_of(person.id):
        who = say("card.own_phone") if tie.is_self else account_name(turn.uow, account)
        lines.append(say("card.told" if tie.told else "card.not_told", who=who))
    return lines


def change_action(
    services: Services,
    turn: Turn,
    membership: Membership,
    to: commands.Change,
    sure: bool = False,
) -> None:
    """A member rests, is back, moved away, left, or lives after all; asked once."""
    person = turn.uow.people.get(membership.person_id)
    who = roster_name(turn.uow, person)
    if to not in commands.changes_of(membership):
        turn.say(say("members.over"))
        return
    if not sure:
        turn.offer(
            say(f"card.sure_{to}", who=who),
            [
                (say("card.yes"), buttons.yes(buttons.ChangeState(membership.id, to, sure=True))),
                (say("engine.back_to"), buttons.no(buttons.Member(membership.id))),
            ],
        )
        return
    refused = commands.change_state(acting(turn), membership, to)
    if refused is not None:
        turn.say(say("engine.not_allowed" if refused is Refused.NOT_YOURS else "members.over"))
        return
    turn.offer(
        say(f"card.done_{to}", who=who),
        [(say("engine.back_to"), buttons.Members(membership.club_id))],
    )


def tell_changed(services: Services, turn: Turn, effect: MembershipChanged) -> None:
    """Who speaks for a member hears what an organiser noted; of who lives after all nothing."""
    membership = turn.uow.clubs.membership(effect.membership_id)
    if membership is None or effect.to == "alive":
        return
    person = turn.uow.people.get(membership.person_id)
    club = turn.uow.clubs.get(membership.club_id)
    for _, account in turn.uow.people.accounts_of(person.id):
        if account.id == turn.account.id or account.blocked_at is not None:
            continue
        letter = Letter(
            f"state/{membership.id}/{account.id}/{turn.now.isoformat()}",
            say(
                f"card.told_{effect.to}",
                who=named(turn.uow, account, person, services.zone),
                club=club.name,
            ),
        )
        tell(turn.uow, account, services.zone, letter)
