"""Who hears of it before something is forgotten: helpers, and those who organise."""

from __future__ import annotations

from bot import buttons
from bot.delivery.letters import Letter
from bot.delivery.naming import calling
from bot.delivery.telling import tell, tell_each, tell_organisers
from bot.domain.due import DueKind, Looked
from bot.domain.requests import RequestKind, next_look
from bot.domain.rights import Right
from bot.handlers.own_data import keeping
from bot.handlers.services import Services, coordinators_of
from bot.speech.show import show_day
from bot.speech.translation import say
from bot.storage.records import DueRow, Membership
from bot.storage.unit_of_work import UnitOfWork


def warn_of_erasure(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """A word to those who know an unconfirmed person, some days before he is forgotten."""
    membership = keeping.unconfirmed(uow, due)
    day = uow.due.moment(DueKind.UNCONFIRMED, due.subject_id)
    if membership is not None and day is not None:
        until = show_day(day.astimezone(services.zone).date())
        _tell_of_membership(services, uow, membership, "erased_soon", until=until)
    return Looked()


def forget_unconfirmed(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Forget somebody of whom no consent was noted in time, and say so to those who know him."""
    membership = keeping.unconfirmed(uow, due)
    if membership is None:
        return Looked()
    _tell_of_membership(services, uow, membership, "erased_unconfirmed")
    keeping.forget_unconfirmed(services, uow, membership)
    return Looked(forgotten=1)


def warn_of_request(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Who has to answer a wish about data is reminded before its day; after it, those above."""
    request = uow.requests.find(due.subject_id)
    if request is None or request.person_id is None or request.done_at is not None:
        return Looked()
    over = request.due_at <= uow.now
    above = over or request.kind is RequestKind.COMPLAIN
    for membership in uow.clubs.memberships_of(request.person_id):
        if request.club_id not in (None, membership.club_id):
            continue
        club = uow.clubs.get(membership.club_id)
        words = say(
            "requests.overdue" if over else "requests.soon_due",
            number=request.id,
            club=club.name,
            due=show_day(request.due_at.astimezone(services.zone).date()),
        )
        key = f"request/{request.id}/{uow.now.isoformat()}"
        if above:
            # Without a name: coordinators read no member's.
            told = coordinators_of(services.plan, uow, club)
            rights = [Right.oversees(club.id)]
            tell_each(uow, told, services.zone, Letter(key, words, rights=rights))
        if request.kind is not RequestKind.COMPLAIN:
            opens = [[(say("requests.open"), buttons.Requests(club.id))]]
            tell_organisers(uow, club.id, services.zone, Letter(key, words, choices=opens))
    return Looked(again=next_look(request.due_at, uow.now))


def _tell_of_membership(
    services: Services, uow: UnitOfWork, membership: Membership, what: str, **slots: str
) -> None:
    """Tell helper and organisers about an unconfirmed person by no more than the form of address."""
    person = uow.people.get(membership.person_id)
    who = calling(uow, person) or say("members.with_code", code=membership.code)
    choices = (
        [
            [
                (
                    say("members.note_consent"),
                    buttons.NoteConsent(membership.club_id, membership.id),
                )
            ]
        ]
        if what == "erased_soon"
        else []
    )
    staff = uow.accounts.organisers(membership.club_id)
    helpers = [account for _, account in uow.people.accounts_of(person.id)]
    for account in {each.id: each for each in [*staff, *helpers]}.values():
        organises = any(account.id == each.id for each in staff)
        letter = Letter(
            key=f"{what}/{membership.id}/{account.id}",
            phrase=say(
                f"members.{what}",
                who=who,
                club=uow.clubs.get(membership.club_id).name,
                **slots,
            ),
            choices=choices if organises else [],
            rights=[
                Right.organises(membership.club_id) if organises else Right.speaks_for(person.id)
            ],
        )
        tell(uow, account, services.zone, letter)
