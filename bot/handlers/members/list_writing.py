"""The clear lines of a list written into the roster, with the consents that it was signed for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.conversations.engine import Answers
from bot.domain.membership import TOLD_TO_CLUB, UNCONFIRMED_DAYS, MembershipState
from bot.handlers.acting import Acting
from bot.handlers.members.list_absence import rest_until_known
from bot.handlers.members.list_matching import Matched, Preview, Signatures
from bot.handlers.members.list_return import Done, keep_returnable, plain
from bot.handlers.proofs import write_consent
from bot.rosters.listed import FIELDS, Listed
from bot.storage.records import Club


def _parted(values: Answers) -> tuple[Answers, Answers]:
    """Who somebody is, and what this club is told of him."""
    told = {name: value for name, value in values.items() if name in TOLD_TO_CLUB}
    return {name: value for name, value in values.items() if name not in told}, told


@dataclass(frozen=True)
class Written:
    """A list that was written: rows added or changed, members now, and whether it was signed.

    `found.to_check` are the lines that wait to be asked about.
    """

    found: Preview
    rows: int
    members: int
    signed: bool


def write_list(
    acting: Acting, club: Club, found: Preview, signatures: Signatures | None
) -> Written:
    """Write the clear lines of a previewed list.

    With signatures the consents are noted, way `signed_list`; without, people are `unconfirmed`
    and forgotten after 30 days. Nobody's word is taken for the circumstances of others.
    """
    done = Done()
    for row in found.new:
        _add(acting, club, row, done, signed=signatures is not None)
    for match in found.changed:
        _change(acting, match, done)
    if signatures is not None:
        for match in found.agreed:
            acting.uow.clubs.set_state(
                match.membership.id, MembershipState.ACTIVE, decided_by=acting.by
            )
            done.agreed.append(match.membership.id)
        for person_id in dict.fromkeys(done.touched):
            _note_consents(acting, club, person_id, signatures, done)
    done.held += rest_until_known(acting, found.gone)
    keep_returnable(acting, club, done)
    members = acting.uow.clubs.count(club.id, [MembershipState.ACTIVE])
    return Written(found, len(done.touched), members, signed=signatures is not None)


def _add(acting: Acting, club: Club, row: Listed, done: Done, *, signed: bool) -> None:
    uow = acting.uow
    # Without signatures the least that lets an organiser find the person again.
    values = {name: getattr(row, name) for name in (FIELDS if signed else ("full_name",))}
    identity, told = _parted(values)
    estimated = signed and row.birth_estimated
    person_id = uow.people.add(**identity, birth_estimated=estimated)
    membership = uow.clubs.add_member(
        club,
        person_id,
        state=MembershipState.ACTIVE if signed else MembershipState.UNCONFIRMED,
        source="import",
        erase_at=None if signed else uow.now + timedelta(days=UNCONFIRMED_DAYS),
        decided_by=acting.by,
        **told,
    )
    done.touched.append(person_id)
    done.added.append(membership.id)


def _change(acting: Acting, match: Matched, done: Done) -> None:
    identity, told = _parted(match.changes)
    before = {name: plain(match.known(name)) for name in match.changes}
    if "birth_year" in identity:
        before["birth_estimated"] = match.person.birth_estimated
        identity["birth_estimated"] = match.row.birth_estimated
    if identity:
        acting.uow.people.update(match.person.id, **identity)
    acting.uow.clubs.note_told(match.membership.id, **told)
    done.touched.append(match.person.id)
    done.changed.append(
        {
            "membership": match.membership.id,
            "before": before,
            "after": {name: plain(value) for name, value in match.changes.items()},
        }
    )


def _note_consents(
    acting: Acting, club: Club, person_id: int, signatures: Signatures, done: Done
) -> None:
    held = acting.uow.people.consents(person_id, club.id)
    for purpose in signatures.purposes:
        if purpose in held:
            continue
        proof = signatures.proof(purpose)
        write_consent(acting, person_id, club.id, purpose, proof, signatures.on)
        done.consents.append([person_id, purpose])
