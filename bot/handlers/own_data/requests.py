"""What a helper wants of somebody else's membership or data: asked, then decided; nothing is said.

A person decides for all her clubs through an account that is her own. An organiser who spoke with
her decides for his own club alone: everywhere a wish is carried out once every club has said yes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.conversations.effects import RequestDecided, RequestMade, RosterChanged
from bot.domain.membership import LIVING, uses_of
from bot.domain.requests import Outcome, RequestKind
from bot.handlers.acting import Acting, Refused
from bot.handlers.own_data.commands import (
    Erased,
    end_memberships,
    end_use,
    erase,
    forget_in,
    leave,
    living,
    must_be_asked,
)
from bot.reminders.notices import stop_telling
from bot.storage.data_records import DataRequest
from bot.storage.records import Membership, Person
from bot.storage.unit_of_work import UnitOfWork

Wanted = Literal[RequestKind.DELETE, RequestKind.LEAVE]


@dataclass(frozen=True)
class Asked:
    """The person is asked first; `clubs` is how many are asked, each for its own book."""

    request: DataRequest
    clubs: int


def erase_or_ask(
    acting: Acting, person: Person, club_id: int | None = None, *, for_good: bool = False
) -> Erased | Asked | Refused:
    """Forget a person by one club or by all, or ask where somebody else has to say yes."""
    if must_be_asked(acting, person, club_id):
        return ask(acting, person, RequestKind.DELETE, club_id)
    return erase(acting, person, club_id, for_good=for_good)


def leave_or_ask(acting: Acting, person: Person, club_id: int) -> Asked | Refused | None:
    """Take somebody out of a club, or ask where he has to say yes; None when he left."""
    if must_be_asked(acting, person, club_id):
        return ask(acting, person, RequestKind.LEAVE, club_id)
    return leave(acting, person, club_id)


def ask(
    acting: Acting, person: Person, kind: Wanted, club_id: int | None = None
) -> Asked | Refused:
    """Note a helper's request; the person's own phone and the organisers are asked, once."""
    uow = acting.uow
    concerned = _concerned(uow, person, club_id)
    if not acting.speaks_for(person.id) and not any(
        acting.organises(each.club_id) for each in concerned
    ):
        return Refused.NOT_YOURS
    request = uow.requests.open(person.id, kind, club_id) or _put(acting, person, kind, club_id)
    return Asked(request, len(_asked(concerned)))


def object_to(
    acting: Acting, person: Person, words: str, purpose: str | None
) -> list[DataRequest] | Refused:
    """Note that somebody objects to a use of his data: it stops at once, until that is decided.

    Each club that he is in decides for its own book, so that there is a request a club. Of a use
    that is none of the program's (no `purpose`) its organisers are asked to let it be meanwhile.
    """
    if not acting.speaks_for(person.id):
        return Refused.NOT_YOURS
    clubs: list[int | None] = [each.club_id for each in living(acting.uow, person)]
    made = []
    for club_id in clubs or [None]:
        request = _put(acting, person, RequestKind.OBJECT, club_id, words, purpose)
        _pause(acting, request)
        made.append(request)
    return made


def _pause(acting: Acting, request: DataRequest) -> None:
    """Stop the use that is objected to."""
    if request.purpose is None or request.person_id is None:
        return
    uow, person_id = acting.uow, request.person_id
    uow.people.pause(request.id, person_id, uses_of(request.purpose), club_id=request.club_id)
    if "reminders" in uses_of(request.purpose):
        stop_telling(uow, person_id, acting.zone, reason="no_consent", club_id=request.club_id)


def _decide_objection(acting: Acting, request: DataRequest, *, agreed: bool) -> None:
    """The use is over, or goes on: unless another objection to it waits."""
    uow, purpose = acting.uow, request.purpose
    if request.person_id is None or purpose is None:
        return
    person = uow.people.get(request.person_id)
    if agreed and purpose != "roster":
        end_use(acting, person, purpose, request.club_id)
    elif agreed:
        for each in living(uow, person, request.club_id):
            uow.clubs.note_told(each.id, restricted_at=each.restricted_at or uow.now)
    uow.people.end_pause(request.id)
    for other in uow.requests.of_person(person.id):
        if other.kind is RequestKind.OBJECT and other.done_at is None and other.id != request.id:
            _pause(acting, other)


def complain(acting: Acting, person: Person, words: str) -> DataRequest | Refused:
    """Note a complaint about the use of somebody's data; it goes past who organises his clubs."""
    if not acting.speaks_for(person.id):
        return Refused.NOT_YOURS
    return _put(acting, person, RequestKind.COMPLAIN, words=words)


def _put(
    acting: Acting,
    person: Person,
    kind: RequestKind,
    club_id: int | None = None,
    words: str | None = None,
    purpose: str | None = None,
) -> DataRequest:
    """Write a request down that waits for somebody, who is told of it."""
    requests = acting.uow.requests
    number = requests.add(
        acting.by, person.id, kind, club_id=club_id, words=words, purpose=purpose, waits=True
    )
    acting.do(RequestMade(number))
    request = requests.find(number)
    assert request is not None
    return request


def _concerned(uow: UnitOfWork, person: Person, club_id: int | None) -> list[Membership]:
    """The memberships that a wish is about."""
    return [each for each in uow.clubs.memberships_of(person.id) if club_id in (None, each.club_id)]


def _asked(concerned: list[Membership]) -> list[Membership]:
    """Whose clubs have to say yes: where the person is; where she is in none, all that know her."""
    return [each for each in concerned if each.state in LIVING] or concerned


@dataclass(frozen=True)
class Decided:
    """What became of a request."""

    agreed: bool
    clubs: tuple[int, ...] = ()
    """The clubs for which it was carried out, where others are still asked; none: for all."""
    erased: Erased | None = None


def decide(acting: Acting, request: DataRequest, *, agreed: bool) -> Decided | Refused:
    """What the person wanted when she was asked: as far as whoever says so may decide.

    A no ends the request: nobody takes away what she wants to keep.
    """
    uow = acting.uow
    if request.done_at is not None or request.person_id is None:
        return Refused.OVER
    person = uow.people.get(request.person_id)
    concerned = _concerned(uow, person, request.club_id)
    if request.kind in ANSWERED:
        return _answer(acting, request, concerned, agreed=agreed)
    own = acting.is_self(person.id)
    mine = concerned if own else [each for each in concerned if acting.organises(each.club_id)]
    if not mine:
        return Refused.NOT_YOURS
    if not agreed:
        uow.requests.close(request.id, Outcome.REFUSED)
        acting.do(RequestDecided(request.id, agreed=False))
        return Decided(agreed=False)
    everywhere = own or all(acting.organises(each.club_id) for each in _asked(concerned))
    chosen = concerned if everywhere else mine
    erased = None
    if request.kind is RequestKind.DELETE:
        erased = forget_in(acting, person, chosen)
    else:
        end_memberships(acting, person, [each for each in chosen if each.state in LIVING])
    clubs = () if everywhere else tuple(each.club_id for each in chosen)
    if everywhere:
        uow.requests.close(request.id)
    acting.do(RequestDecided(request.id, agreed=True, clubs=clubs))
    return Decided(True, clubs, erased)


ANSWERED = (RequestKind.OBJECT, RequestKind.COMPLAIN)
"""What is answered by a person who is above or in charge, and nobody else."""


def _answer(
    acting: Acting, request: DataRequest, concerned: list[Membership], *, agreed: bool
) -> Decided | Refused:
    """An objection is answered by those who organise, a complaint by those above them."""
    clubs = [acting.uow.clubs.get(each.club_id) for each in concerned]
    if request.kind is RequestKind.OBJECT:
        mine = any(acting.organises(club.id) for club in clubs)
    else:
        mine = any(acting.oversees(club) for club in clubs)
    if not mine:
        return Refused.NOT_YOURS
    acting.uow.requests.close(request.id, Outcome.DONE if agreed else Outcome.REFUSED)
    if request.kind is RequestKind.OBJECT:
        _decide_objection(acting, request, agreed=agreed)
        for each in concerned:
            acting.do(RosterChanged(each.club_id))
    acting.do(RequestDecided(request.id, agreed=agreed))
    return Decided(agreed)
