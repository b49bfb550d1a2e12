"""The roster as organisers work with it: applications, unconfirmed people, lists, codes."""

from __future__ import annotations

from typing import Any

from bot.conversations.turn import Turn
from bot.domain.founding import RULES, StepKey
from bot.domain.membership import MembershipState, may_become
from bot.handlers.desk import Desk
from bot.handlers.founding import meter_lines, recompute
from bot.handlers.links import link_for
from bot.language.show import show_date
from bot.language.translation import Lines, say
from bot.messages import NO, YES
from bot.storage.installation import INVITATION_LENGTH, JOIN_CODE_LENGTH
from bot.storage.records import Membership, Person
from bot.voices import tell

RELATIONS = ("self", "parent", "grandparent", "spouse", "neighbour", "other")
INVITATION_DAYS = 14
PAGE = 15
WAITING_PAGE = 8


def members_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """members/<club>[/<page>]: who waits first, then the meter and the ways to add people."""
    club = turn.uow.clubs.get(int(args[0]))
    waiting = turn.uow.clubs.roster(
        club.id, [MembershipState.APPLIED.value, MembershipState.UNCONFIRMED.value]
    )
    page = int(args[1]) if len(args) > 1 and args[1].isdigit() else 0
    shown = waiting[page * WAITING_PAGE : (page + 1) * WAITING_PAGE]
    rows: list[list[tuple[Any, str]]] = [
        [
            (
                say(f"members.row_{membership.state}", who=person.shown_name),
                f"member/{membership.id}",
            )
        ]
        for membership, person in shown
    ]
    if (page + 1) * WAITING_PAGE < len(waiting):
        rows.append([(say("members.see_on"), f"members/{club.id}/{page + 1}")])
    elif page:
        rows.append([(say("members.from_first"), f"members/{club.id}/0")])
    rows.append([(say("members.write_one"), f"register/organiser/{club.id}")])
    rows.append([(say("members.send_list"), f"sendlist/{club.id}")])
    rows.append([(say("members.names"), f"names/{club.id}/0")])
    rows.append([(say("engine.back_to"), f"club/{club.id}")])
    if page == 0:
        turn.say(Lines(tuple(meter_lines(desk, turn, club))))
        turn.offer(say("members.waiting", count=len(waiting)), *rows)
        return
    first = page * WAITING_PAGE + 1
    last = first + len(shown) - 1
    turn.offer(say("members.waiting_page", first=first, last=last, count=len(waiting)), *rows)


def names_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """names/<club>/<page>: the roster, a page at a time."""
    club = turn.uow.clubs.get(int(args[0]))
    page = int(args[1]) if len(args) > 1 and args[1].isdigit() else 0
    roster = turn.uow.clubs.roster(club.id, [MembershipState.ACTIVE.value])
    part = roster[page * PAGE : (page + 1) * PAGE]
    lines = [
        say(
            "members.line",
            number=page * PAGE + place,
            who=person.shown_name,
            year=str(person.birth_year) if person.birth_year else say("show.birth.unknown"),
        )
        for place, (_, person) in enumerate(part, 1)
    ]
    rows: list[tuple[Any, str]] = []
    if (page + 1) * PAGE < len(roster):
        rows.append((say("answer.read_on"), f"names/{club.id}/{page + 1}"))
    turn.offer(
        Lines((say("members.names_head", club=club.name, count=len(roster)), *lines)),
        rows,
        [(say("members.get_list"), f"getlist/{club.id}")],
        [(say("engine.back_to"), f"club/{club.id}")],
    )


def member_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """member/<membership>: one who waits, and what can be done."""
    found = turn.uow.clubs.membership(int(args[0]))
    if found is None:
        turn.say(say("registration.gone"))
        return
    person = turn.uow.people.get(found.person_id)
    if found.state == MembershipState.UNCONFIRMED.value:
        turn.offer(
            say("members.unconfirmed", who=person.shown_name,
                until=show_date(found.erase_at.astimezone(desk.zone).date())
                if found.erase_at else ""),
            [(say("members.note_consent"), f"register/confirm/{found.club_id}/{found.id}")],
            [(say("members.refuse"), f"refuse/{found.id}")],
            [(say("engine.back_to"), f"members/{found.club_id}")],
        )  # fmt: skip
        return
    offer_decision(desk, turn, found, person)


def offer_decision(desk: Desk, turn: Turn, membership: Membership, person: Person) -> None:
    """An application with its data, and yes or no."""
    turn.offer(
        say(
            "members.application",
            who=person.shown_name,
            year=str(person.birth_year) if person.birth_year else say("show.birth.unknown"),
            address_of=person.address or "–",
        ),
        [
            (say("members.approve"), f"approve/{membership.id}{YES}"),
            (say("members.refuse"), f"refuse/{membership.id}{NO}"),
        ],
    )


def approve_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """approve/<membership>: an applicant becomes a member."""
    decide(desk, turn, int(args[0]), MembershipState.ACTIVE)


def refuse_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """refuse/<membership>: an application is not taken."""
    decide(desk, turn, int(args[0]), MembershipState.REFUSED)


def decide(desk: Desk, turn: Turn, membership_id: int, state: MembershipState) -> None:
    """Decide on an application once; who registered is told."""
    found = turn.uow.clubs.membership(membership_id)
    if found is None:
        turn.say(say("registration.gone"))
        return
    person = turn.uow.people.get(found.person_id)
    before = MembershipState(found.state)
    if before is state or not may_become(before, state):
        turn.say(
            say("members.decided_already", who=person.shown_name,
                state=say(f"membership.{found.state}"))
        )  # fmt: skip
        return
    if before is MembershipState.UNCONFIRMED and state is MembershipState.ACTIVE:
        turn.say(say("members.consent_first", who=person.shown_name))
        return
    turn.uow.clubs.set_state(found.id, state.value, decided_by=turn.account.id)
    club = turn.uow.clubs.get(found.club_id)
    key = "approved" if state is MembershipState.ACTIVE else "refused"
    for tie, account in turn.uow.people.accounts_of(person.id):
        if account.id == turn.account.id or account.blocked_at is not None:
            continue
        form = "self" if tie.is_self else "other"
        choices = [[(say("address.offer"), "address")]] if tie.is_self and key == "approved" else []
        tell(
            turn.uow,
            account,
            desk.zone,
            key=f"{key}/{found.id}/{account.id}/{turn.now.isoformat()}",
            phrase=say(
                f"members.told_{key}_{form}",
                who=person.called or person.shown_name,
                club=club.name,
            ),
            choices=choices,
        )
    turn.say(say(f"members.{key}", who=person.shown_name))
    recompute(desk.zone, turn.uow, club.id)
    waiting = turn.uow.clubs.roster(club.id, [MembershipState.APPLIED.value])
    if waiting:
        offer_decision(desk, turn, *waiting[0])


def applied(desk: Desk, turn: Turn, membership_id: int) -> None:
    """Somebody waits for an organiser's yes: every organiser is told, the first decides."""
    found = turn.uow.clubs.membership(membership_id)
    if found is None:
        return
    person = turn.uow.people.get(found.person_id)
    club = turn.uow.clubs.get(found.club_id)
    for account in turn.uow.accounts.organisers(club.id):
        tell(
            turn.uow,
            account,
            desk.zone,
            key=f"applied/{found.id}/{account.id}/{turn.now.isoformat()}",
            phrase=say(
                "members.told_applied",
                who=person.shown_name,
                club=club.name,
                year=str(person.birth_year) if person.birth_year else say("show.birth.unknown"),
                address_of=person.address or "–",
            ),
            choices=[
                [
                    (say("members.approve"), f"approve/{found.id}{YES}"),
                    (say("members.refuse"), f"refuse/{found.id}{NO}"),
                ]
            ],
        )


def maybe_known(desk: Desk, turn: Turn, membership_id: int, account_id: int, relation: str) -> None:
    """Somebody may be on the roster already: an organiser says whether it is the same person."""
    found = turn.uow.clubs.membership(membership_id)
    if found is None:
        return
    person = turn.uow.people.get(found.person_id)
    club = turn.uow.clubs.get(found.club_id)
    stem = f"{found.id}/{account_id}/{relation}"
    for account in turn.uow.accounts.organisers(club.id):
        tell(
            turn.uow,
            account,
            desk.zone,
            key=f"alike/{found.id}/{account_id}/{account.id}/{turn.now.isoformat()}",
            phrase=say(
                "members.told_alike",
                who=person.shown_name,
                club=club.name,
                year=str(person.birth_year) if person.birth_year else say("show.birth.unknown"),
            ),
            choices=[
                [
                    (say("members.same"), f"link/{stem}/yes{YES}"),
                    (say("members.different"), f"link/{stem}/no{NO}"),
                ]
            ],
        )


def link_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """link/<membership>/<account>/<relation>/<yes|no>: whether the account knows the person."""
    found = turn.uow.clubs.membership(int(args[0]))
    if found is None or args[2] not in RELATIONS:
        turn.say(say("registration.gone"))
        return
    person = turn.uow.people.get(found.person_id)
    club = turn.uow.clubs.get(found.club_id)
    account = turn.uow.accounts.get(int(args[1]))
    same, is_self = args[3] == "yes", args[2] == "self"
    if same:
        turn.uow.people.speak_for(account.id, person.id, args[2], is_self=is_self, told=True)
    key = ("told_linked_self" if is_self else "told_linked_other") if same else "told_not_linked"
    turn.say(say("members.linked" if same else "members.not_linked", who=person.shown_name))
    if account.id != turn.account.id:
        tell(
            turn.uow,
            account,
            desk.zone,
            key=f"link/{found.id}/{account.id}/{turn.now.isoformat()}",
            phrase=say(f"members.{key}", who=person.shown_name, club=club.name),
        )


def unconfirmed(desk: Desk, turn: Turn, membership_id: int) -> None:
    """Somebody was named who has not agreed yet: the organisers are told."""
    found = turn.uow.clubs.membership(membership_id)
    if found is None:
        return
    person = turn.uow.people.get(found.person_id)
    for account in turn.uow.accounts.organisers(found.club_id):
        if account.id == turn.account.id:
            continue
        tell(
            turn.uow,
            account,
            desk.zone,
            key=f"unconfirmed/{found.id}/{account.id}",
            phrase=say(
                "members.told_unconfirmed",
                who=person.shown_name,
                club=turn.uow.clubs.get(found.club_id).name,
                by=turn.account.name or say("person.guest"),
            ),
            choices=[
                [(say("members.note_consent"), f"register/confirm/{found.club_id}/{found.id}")]
            ],
        )


def join_code_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """joincode/<club>[/new]: the code with which people apply, and a new one on request."""
    club = turn.uow.clubs.get(int(args[0]))
    if len(args) > 1 and args[1] == "new":
        turn.uow.clubs.update(club.id, join_code=new_join_code(turn))
        club = turn.uow.clubs.get(club.id)
    turn.offer(
        say(
            "members.code",
            club=club.name,
            code=club.join_code,
            link=link_for(desk, turn.uow, turn.account, club.join_code),
        ),
        [(say("members.new_code"), f"joincode/{club.id}/new")],
        [(say("engine.back_to"), f"club/{club.id}")],
    )


def new_join_code(turn: Turn) -> str:
    """A join code that no club has."""
    while True:
        code = turn.uow.installation.draw_code(JOIN_CODE_LENGTH)
        if turn.uow.clubs.by_join_code(code) is None:
            return code


def new_invitation(
    turn: Turn, role: str, *, area: str | None = None, club_id: int | None = None
) -> str:
    """A one-time code for a role."""
    code = turn.uow.installation.draw_code(INVITATION_LENGTH)
    turn.uow.accounts.add_invitation(
        code,
        role,
        days=INVITATION_DAYS,
        area=area,
        club_id=club_id,
        created_by=turn.account.id,
    )
    return code


def co_organiser_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """coorganiser/<club>: a one-time code for somebody who works on this club too."""
    club = turn.uow.clubs.get(int(args[0]))
    code = new_invitation(turn, "organiser", club_id=club.id)
    turn.say(
        say(
            "members.co_organiser_code",
            club=club.name,
            code=code,
            days=INVITATION_DAYS,
            link=link_for(desk, turn.uow, turn.account, code),
        )
    )


def send_list_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """sendlist/<club>: how a list is sent."""
    turn.say(say("roster.send" if turn.capabilities.files else "roster.send_elsewhere"))


def fewer_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """fewer/<club>: go on with fewer than fifty, with a reason."""
    desk.engine.start(turn, "reason", club=int(args[0]), step="founding_members", what="fewer")


def skip_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """skip/<club>/<step>: pass over a step that may be, with a reason."""
    if not RULES[StepKey(args[1])].skippable:
        turn.say(say("engine.cannot_skip"))
        return
    desk.engine.start(turn, "reason", club=int(args[0]), step=args[1], what="skip")
