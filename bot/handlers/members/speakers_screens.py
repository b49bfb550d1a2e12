"""Who speaks for a member: seen and changed by an organiser; the member and his helpers are told."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import MembershipLinked, SpeakerChanged
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name, named, roster_name
from bot.delivery.telling import tell
from bot.handlers.accesses import note_access
from bot.handlers.acting import Refused, acting
from bot.handlers.members import speakers
from bot.handlers.services import Services
from bot.speech.translation import About, Lines, Phrase, say
from bot.storage.records import Account, Membership, SpeaksFor


def speakers_action(services: Services, turn: Turn, membership: Membership) -> None:
    """Who speaks for a member, by name and word, each told or not."""
    person = turn.uow.people.get(membership.person_id)
    note_access(acting(turn), membership.club_id, [person], "member")
    who = roster_name(turn.uow, person)
    found = turn.uow.people.accounts_of(person.id)
    # The own phones first.
    found.sort(key=lambda each: not each[0].is_self)
    rows: Rows = []
    for tie, account in found:
        if tie.is_self:
            continue
        name, number = account_name(turn.uow, account), account.id
        words = say("speakers.tell_not" if tie.told else "speakers.tell", name=name)
        to: speakers.To = "not_told" if tie.told else "told"
        rows.append([(words, buttons.ChangeSpeaker(membership.id, number, to))])
        rows.append(
            [
                (
                    say("speakers.end", name=name),
                    buttons.ChangeSpeaker(membership.id, number, "gone"),
                )
            ]
        )
    rows.append([(say("engine.back_to"), buttons.Member(membership.id))])
    lines = [say("speakers.head" if found else "speakers.nobody", who=who)]
    lines += [_line(turn, place, *each) for place, each in enumerate(found, 1)]
    turn.offer(Lines((*lines, say("speakers.how_to_add", who=who))), *rows)


def _line(turn: Turn, place: int, tie: SpeaksFor, account: Account) -> Phrase:
    told = say("speakers.told" if tie.told else "speakers.not_told")
    if tie.is_self:
        return say("speakers.line_own", number=place, told=told)
    name = account_name(turn.uow, account)
    return say("speakers.line", number=place, name=name, called=tie.called or "–", told=told)


def change_action(
    services: Services,
    turn: Turn,
    membership: Membership,
    account: int,
    to: speakers.To,
    sure: bool = False,
) -> None:
    """A helper is told, isn't told, or speaks for the member no more, which is asked once."""
    person = turn.uow.people.get(membership.person_id)
    speaks = turn.uow.people.tie(account, person.id) is not None
    name = account_name(turn.uow, turn.uow.accounts.get(account)) if speaks else ""
    who = roster_name(turn.uow, person)
    if to == "gone" and not sure and speaks:
        yes = buttons.ChangeSpeaker(membership.id, account, "gone", sure=True)
        turn.offer(
            say("speakers.sure", name=name, who=who),
            [
                (say("card.yes"), buttons.yes(yes)),
                (say("engine.back_to"), buttons.no(buttons.Speakers(membership.id))),
            ],
        )
        return
    refused = speakers.change_speaker(acting(turn), membership, account, to)
    if refused is not None:
        not_yours = refused is Refused.NOT_YOURS
        turn.say(say("engine.not_allowed" if not_yours else "members.over"))
        return
    turn.offer(
        say(f"speakers.done_{to}", name=name, who=who),
        [(say("engine.back_to"), buttons.Speakers(membership.id))],
    )


def tell_changed(services: Services, turn: Turn, effect: SpeakerChanged) -> None:
    """The helper hears it, and the member's own phone, or who else speaks for him."""
    membership = turn.uow.clubs.membership(effect.membership_id)
    if membership is None:
        return
    person = turn.uow.people.get(membership.person_id)
    helper = turn.uow.accounts.get(effect.account_id)
    club = turn.uow.clubs.get(membership.club_id).name
    name = account_name(turn.uow, helper)
    key = f"speaker/{membership.id}/{helper.id}/{effect.to}/{turn.now.isoformat()}"
    # Who speaks for her no more is named her by his own word: a name he may not read.
    whom = effect.called or say("registration.this_person")
    mine = say(f"speakers.you_{effect.to}", who=whom, club=club)
    if helper.id != turn.account.id and helper.blocked_at is None:
        tell(turn.uow, helper, services.zone, Letter(f"{key}/own", mine))
    for _, account in turn.uow.people.accounts_of(person.id):
        if account.id in (helper.id, turn.account.id) or account.blocked_at is not None:
            continue
        who = named(turn.uow, account, person, services.zone)
        words = say(f"speakers.others_{effect.to}", name=name, who=who, club=club)
        tell(turn.uow, account, services.zone, Letter(f"{key}/{account.id}", words))


def tell_linked(services: Services, turn: Turn, effect: MembershipLinked) -> None:
    """Who applied for a member hears that she is on the roster, whoever spoke for her before of him."""
    membership = turn.uow.clubs.membership(effect.membership_id)
    if membership is None:
        return
    person = turn.uow.people.get(membership.person_id)
    club = turn.uow.clubs.get(membership.club_id).name
    speaking = turn.uow.people.accounts_of(person.id)
    for tie, account in speaking:
        if account.id == turn.account.id or account.blocked_at is not None:
            continue
        who = named(turn.uow, account, person, services.zone)
        if account.id in effect.applied:
            words = [_linked(turn, membership, club, who, own=tie.is_self)]
        else:
            words = [
                _joined(turn, *other, club, who)
                for other in speaking
                if other[1].id in effect.joined
            ]
        for place, phrase in enumerate(words):
            key = f"same/{membership.id}/{account.id}/{place}/{turn.now.isoformat()}"
            tell(turn.uow, account, services.zone, Letter(key, phrase))


def _linked(turn: Turn, membership: Membership, club: str, who: About, *, own: bool) -> Phrase:
    reminded = turn.uow.people.agrees(membership.person_id, membership.club_id, "reminders")
    after = say("members.will_remind") if reminded else ""
    if own:
        return say("members.told_linked_self", club=club, reminded=after)
    return say("members.told_linked_other", who=who, club=club, reminded=after)


def _joined(turn: Turn, tie: SpeaksFor, account: Account, club: str, who: About) -> Phrase:
    if tie.is_self:
        return say("speakers.others_own", who=who, club=club)
    return say("speakers.others_joined", name=account_name(turn.uow, account), who=who, club=club)
