"""Registration: oneself, a relative on the family phone, or by an organiser for anybody.

The order is the law's (Law 91/2025 art. 9; Decree 356/2025 art. 6): notice, consent, then the
rest. For a relative only the form of address and the relation come before the notice.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from bot.conversations.effects import (
    HandOver,
    MaybeKnown,
    MemberApplied,
    MemberUnconfirmed,
    RosterChanged,
    WordsForgotten,
)
from bot.conversations.engine import Answers, Flow, State, Step
from bot.conversations.kinds import (
    BirthKind,
    ChoiceKind,
    ConfirmKind,
    ConsentKind,
    DateKind,
    NameKind,
    PhoneKind,
    SeveralKind,
    TextKind,
)
from bot.conversations.turn import Turn
from bot.domain.membership import UNCONFIRMED_DAYS
from bot.language.text import fold
from bot.language.translation import Phrase, say, words_version
from bot.messages import NO, YES
from bot.storage.records import Club
from bot.voices import contact_of

CIRCUMSTANCES = ("poor", "near_poor", "hardship", "disabled", "none", "undisclosed")
WAYS = ("aloud", "signed_list", "phone", "not_yet")


def _club(turn: Turn, state_or_answers: dict[str, Any]) -> Club:
    return turn.uow.clubs.get(int(state_or_answers["club"]))


def _mode(answers: Answers) -> str:
    return str(answers["mode"])


def _by_relative(_turn: Turn, answers: Answers) -> bool:
    return _mode(answers) == "relative"


def _by_organiser(_turn: Turn, answers: Answers) -> bool:
    return _mode(answers) == "organiser"


def _present(_turn: Turn, answers: Answers) -> bool:
    return _mode(answers) == "self" or answers.get("present") == "here"


def _details(_turn: Turn, answers: Answers) -> bool:
    """Whether the person agreed, so that the rest may be asked."""
    if _mode(answers) == "organiser":
        return answers.get("way") not in (None, "not_yet")
    return str(answers.get("roster", "")).startswith("agreed")


def _founding(turn: Turn, answers: Answers) -> bool:
    return _details(turn, answers) and _club(turn, answers).recognised_on is None


def _who(answers: Answers) -> Phrase | str:
    """How the sentence names the person: by what the elder is called, else as the reader."""
    if _mode(answers) == "self":
        return say("registration.you")
    name = answers.get("called") or answers.get("full_name")
    return str(name) if name else say("registration.this_person")


def _slots(turn: Turn, answers: Answers) -> dict[str, Any]:
    return {"who": _who(answers), "club": _club(turn, answers).name}


def _notice(turn: Turn, answers: Answers) -> Phrase:
    club = _club(turn, answers)
    return say(
        "registration.notice", who=_who(answers), club=club.name, contact=contact_of(turn.uow, club)
    )


def _began(state: State) -> datetime:
    return datetime.fromisoformat(state["began"])


def _note(turn: Turn, state: State, purpose: str, value: str) -> None:
    """Remember the proof of a consent; it is written with the person at the end."""
    agreed, _, way = value.partition(":")
    state.setdefault("proofs", {})[purpose] = {
        "agreed": agreed == "agreed",
        "way": way,
        "words": f"registration.{purpose}.ask",
        "version": words_version(f"registration.{purpose}.ask", turn.account.language),
    }


def _after_roster(turn: Turn, state: State, value: Any) -> None:
    _note(turn, state, "roster", value)
    answers = state["answers"]
    club = _club(turn, answers)
    if value.startswith("agreed"):
        return
    state["stopped"] = True
    if value.startswith("refused"):
        turn.say(say("registration.refused", club=club.name))
        turn.do(WordsForgotten(_began(state)))
        return
    turn.say(say("registration.unclear", contact=contact_of(turn.uow, club)))
    if _mode(answers) == "relative":
        _keep_unconfirmed(turn, answers, club)
    else:
        text = turn.text(say("registration.unclear_enquiry", name=turn.account.name or ""))
        turn.do(HandOver(text, club.id))
    turn.do(WordsForgotten(_began(state)))


def _after_reminders(turn: Turn, state: State, value: Any) -> None:
    _note(turn, state, "reminders", value)


def _after_circumstances_consent(turn: Turn, state: State, value: Any) -> None:
    _note(turn, state, "circumstances", value)


def _after_sharing(turn: Turn, state: State, value: Any) -> None:
    _note(turn, state, "sharing", value)


def _after_present(turn: Turn, state: State, value: Any) -> None:
    if value != "away":
        return
    state["stopped"] = True
    answers = state["answers"]
    club = _club(turn, answers)
    _keep_unconfirmed(turn, answers, club)
    turn.say(
        say(
            "registration.kept_unconfirmed",
            who=answers["called"],
            contact=contact_of(turn.uow, club),
            days=UNCONFIRMED_DAYS,
        )
    )
    offer_another(turn, club, shared=answers.get("shared_from"))


def _keep_unconfirmed(turn: Turn, answers: Answers, club: Club) -> None:
    """The elder is not there: only the form of address, the relation and the club are kept."""
    person_id = turn.uow.people.add(called=answers["called"])
    turn.uow.people.speak_for(
        turn.account.id, person_id, answers["relation"], is_self=False, told=True
    )
    membership = turn.uow.clubs.add_member(
        club,
        person_id,
        state="unconfirmed",
        source="relative",
        erase_at=turn.now + timedelta(days=UNCONFIRMED_DAYS),
    )
    turn.do(MemberUnconfirmed(membership.id))


def offer_another(turn: Turn, club: Club, *, shared: Any) -> None:
    """After one relative: the next on the same phone, asking only once what they share."""
    suffix = f"/{shared}" if shared else ""
    turn.offer(
        say("registration.another"),
        [
            (say("registration.another_yes"), f"register/relative/{club.id}{suffix}{YES}"),
            (say("registration.another_no"), f"menu{NO}"),
        ],
    )


def _after_way(turn: Turn, state: State, value: Any) -> None:
    if value != "not_yet":
        return
    state["stopped"] = True
    answers = state["answers"]
    club = _club(turn, answers)
    if answers.get("membership"):
        turn.say(say("registration.still_unconfirmed"))
        return
    person_id = turn.uow.people.add(full_name=answers["full_name"])
    turn.uow.clubs.add_member(
        club,
        person_id,
        state="unconfirmed",
        source="organiser",
        erase_at=turn.now + timedelta(days=UNCONFIRMED_DAYS),
    )
    turn.say(say("registration.name_only", who=answers["full_name"], days=UNCONFIRMED_DAYS))
    offer_next(turn, club)


def offer_next(turn: Turn, club: Club) -> None:
    """After an organiser wrote somebody down: the next one."""
    turn.offer(
        say("registration.next_person"),
        [
            (say("registration.next_yes"), f"register/organiser/{club.id}{YES}"),
            (say("registration.next_no"), f"club/{club.id}{NO}"),
        ],
    )


def _shares(turn: Turn, answers: Answers) -> bool:
    return _details(turn, answers) and bool(answers.get("shared_from"))


def _own_address(turn: Turn, answers: Answers) -> bool:
    return _details(turn, answers) and answers.get("shared") != "same"


def _of_oneself(_turn: Turn, answers: Answers) -> bool:
    return _mode(answers) == "self"


def _shared_slots(turn: Turn, answers: Answers) -> dict[str, Any]:
    person = turn.uow.people.get(int(answers["shared_from"]))
    return {**_slots(turn, answers), "address_before": person.address or ""}


def _alike(turn: Turn, answers: Answers) -> int | None:
    """Somebody on this roster with the same name and the same birth year or phone."""
    name, birth = answers.get("full_name"), answers.get("birth") or {}
    if not name:
        return None
    for membership, person in turn.uow.clubs.roster(_club(turn, answers).id):
        if membership.id == answers.get("membership"):
            continue
        if fold(person.full_name or "") != fold(name):
            continue
        same_year = birth.get("year") is not None and person.birth_year == birth["year"]
        same_phone = answers.get("phone") is not None and person.phone == answers["phone"]
        if same_year or same_phone:
            return person.id
    return None


def _looks_alike(turn: Turn, answers: Answers) -> bool:
    return _details(turn, answers) and _alike(turn, answers) is not None


def _circumstances(turn: Turn, answers: Answers) -> bool:
    if _mode(answers) == "organiser":
        return _details(turn, answers)
    return str(answers.get("circumstances_consent", "")).startswith("agreed")


def _introduce(turn: Turn, state: State, answers: Answers) -> None:
    """The arguments are answers too: mode, club, what was shared or is being confirmed."""
    state["answers"].update({key: value for key, value in state["args"].items() if value})
    if state["args"].get("membership"):
        membership = turn.uow.clubs.membership(int(state["args"]["membership"]))
        if membership is None:
            state["stopped"] = True
            turn.say(say("registration.gone"))
            return
        person = turn.uow.people.get(membership.person_id)
        for key in ("full_name", "called", "sex", "phone", "address"):
            if getattr(person, key):
                state["answers"][key] = getattr(person, key)


def _allowed(turn: Turn, state: State) -> bool:
    if state["args"]["mode"] != "organiser":
        return True
    club_id = int(state["args"]["club"])
    return any(account.id == turn.account.id for account in turn.uow.accounts.organisers(club_id))


def _person_values(answers: Answers) -> dict[str, Any]:
    birth = answers.get("birth") or {}
    picked = answers.get("circumstances")
    if picked is None:
        circumstances = "undisclosed" if "circumstances_consent" in answers else None
    elif "none" in picked:
        circumstances = ""
    else:
        circumstances = ";".join(picked)
    return {
        "full_name": answers["full_name"],
        "called": answers.get("called"),
        "birth_year": birth.get("year"),
        "birth_date": date.fromisoformat(birth["date"]) if birth.get("date") else None,
        "birth_estimated": bool(birth.get("estimated")),
        "sex": answers.get("sex"),
        "address": answers.get("address"),
        "phone": answers.get("phone"),
        "circumstances": circumstances,
        "contact_person": answers.get("contact_person"),
    }


def _finish(turn: Turn, state: State, answers: Answers) -> None:
    club = _club(turn, answers)
    mode = _mode(answers)
    values = _person_values(answers)
    people, clubs = turn.uow.people, turn.uow.clubs
    if answers.get("shared") == "same":
        before = people.get(int(answers["shared_from"]))
        values["address"] = before.address
        values["phone"] = values["phone"] or before.phone
    alike = _alike(turn, answers)
    if alike is not None and answers.get("same_person"):
        if mode == "organiser":
            people.update(alike, **{key: kept for key, kept in values.items() if kept})
            _write_consents(turn, state, answers, alike, club)
            turn.say(say("registration.updated", who=values["full_name"]))
            turn.do(RosterChanged(club.id))
            offer_next(turn, club)
            return
        turn.say(say("registration.same_person_asked", contact=contact_of(turn.uow, club)))
        membership = clubs.membership_of(club.id, alike)
        assert membership is not None
        relation = "self" if mode == "self" else str(answers["relation"])
        turn.do(MaybeKnown(membership.id, turn.account.id, relation))
        turn.do(WordsForgotten(_began(state)))
        return
    if answers.get("membership"):
        membership = clubs.membership(int(answers["membership"]))
        if membership is None:
            turn.say(say("registration.gone"))
            return
        person_id = membership.person_id
        people.update(person_id, **{key: kept for key, kept in values.items() if kept is not None})
        clubs.set_state(membership.id, "active", decided_by=turn.account.id)
        membership_id = membership.id
    else:
        person_id = people.add(**values)
        membership_id = clubs.add_member(
            club,
            person_id,
            state="active" if mode == "organiser" else "applied",
            source=mode,
            decided_by=turn.account.id if mode == "organiser" else None,
        ).id
    _write_consents(turn, state, answers, person_id, club)
    if mode == "self":
        people.speak_for(turn.account.id, person_id, "self", is_self=True, told=True)
        turn.say(say("registration.sent_self", club=club.name, contact=contact_of(turn.uow, club)))
        turn.do(MemberApplied(membership_id))
    elif mode == "relative":
        people.speak_for(turn.account.id, person_id, answers["relation"], is_self=False, told=True)
        turn.say(say("registration.sent_relative", who=_who(answers), club=club.name))
        turn.do(MemberApplied(membership_id))
        offer_another(turn, club, shared=person_id)
    else:
        total = len(clubs.roster(club.id, ["active"]))
        turn.say(say("registration.written", who=values["full_name"], count=total))
        turn.do(RosterChanged(club.id))
        offer_next(turn, club)


def _write_consents(turn: Turn, state: State, answers: Answers, person_id: int, club: Club) -> None:
    proofs: dict[str, dict[str, Any]] = dict(state.get("proofs", {}))
    on = turn.today
    if _mode(answers) == "organiser":
        on = date.fromisoformat(answers["consent_date"])
        version = words_version("registration.way.ask", turn.account.language)
        noted = {
            "agreed": True,
            "way": answers["way"],
            "words": "registration.way.ask",
            "version": version,
        }
        proofs = {"roster": noted, "reminders": noted}
        if answers.get("circumstances") and "undisclosed" not in answers["circumstances"]:
            proofs["circumstances"] = noted
        if answers.get("sharing_noted") is not None:
            proofs["sharing"] = {**noted, "agreed": answers["sharing_noted"]}
    for purpose, proof in proofs.items():
        turn.uow.people.add_consent(
            person_id,
            club.id,
            purpose,
            agreed=proof["agreed"],
            words=proof["words"],
            words_version=proof["version"],
            way=proof["way"],
            answered_on=on,
            channel=turn.account.channel,
            account_id=turn.account.id,
        )


def _left(turn: Turn, state: State, answers: Answers) -> None:
    """Stopped before a consent: nothing about the person may stay."""
    if not _details(turn, answers) and _mode(answers) != "organiser":
        turn.uow.conversations.drop(turn.account.id, state["name"])
        turn.do(WordsForgotten(_began(state)))


FLOW = Flow(
    key="registration",
    introduce=_introduce,
    allowed=_allowed,
    left=_left,
    finish=_finish,
    steps=(
        Step(
            "called",
            TextKind(shortest=2, longest=40),
            when=_by_relative,
            counted=False,
        ),
        Step(
            "relation",
            ChoiceKind(("parent", "grandparent", "spouse", "neighbour", "other")),
            when=_by_relative,
            slots=_slots,
            counted=False,
        ),
        Step(
            "present",
            ChoiceKind(("here", "away")),
            when=_by_relative,
            slots=_slots,
            after=_after_present,
            shown_in_review=False,
            counted=False,
        ),
        Step(
            "roster",
            ConsentKind(),
            when=_present,
            notice=_notice,
            slots=_slots,
            after=_after_roster,
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "reminders",
            ConsentKind(),
            when=lambda turn, answers: _present(turn, answers) and _details(turn, answers),
            slots=_slots,
            after=_after_reminders,
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "full_name",
            NameKind(),
            when=lambda turn, answers: _by_organiser(turn, answers) or _details(turn, answers),
            slots=_slots,
        ),
        Step(
            "way",
            ChoiceKind(WAYS),
            when=_by_organiser,
            slots=_slots,
            after=_after_way,
            counted=False,
        ),
        Step(
            "consent_date",
            DateKind(past=True),
            when=lambda turn, answers: _by_organiser(turn, answers) and _details(turn, answers),
            slots=_slots,
            counted=False,
        ),
        Step("birth", BirthKind(), when=_details, slots=_slots),
        Step("sex", ChoiceKind(("female", "male")), when=_details, slots=_slots),
        Step(
            "shared",
            ChoiceKind(("same", "other")),
            when=_shares,
            slots=_shared_slots,
            shown_in_review=False,
        ),
        Step("address", TextKind(shortest=2, longest=150), when=_own_address, slots=_slots),
        Step("phone", PhoneKind(own=_of_oneself), when=_own_address, optional=True, slots=_slots),
        Step(
            "contact_person",
            TextKind(longest=100),
            when=lambda turn, answers: _by_organiser(turn, answers) and _details(turn, answers),
            optional=True,
            slots=_slots,
        ),
        Step(
            "same_person",
            ConfirmKind(),
            when=_looks_alike,
            slots=_slots,
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "circumstances_consent",
            ConsentKind(),
            when=lambda turn, answers: not _by_organiser(turn, answers) and _details(turn, answers),
            slots=_slots,
            after=_after_circumstances_consent,
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "circumstances",
            SeveralKind(CIRCUMSTANCES, shared="circumstances", alone=("none", "undisclosed")),
            when=_circumstances,
            slots=_slots,
            counted=False,
        ),
        Step(
            "sharing",
            ConsentKind(),
            when=lambda turn, answers: (
                not _by_organiser(turn, answers) and _founding(turn, answers)
            ),
            slots=_slots,
            after=_after_sharing,
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "sharing_noted",
            ConfirmKind(),
            when=lambda turn, answers: _by_organiser(turn, answers) and _founding(turn, answers),
            slots=_slots,
            shown_in_review=False,
            counted=False,
        ),
    ),
)
