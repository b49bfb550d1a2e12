"""Registration: oneself, a relative on the family phone, or by an organiser for anybody.

The order is the law's (Law 91/2025 art. 9; Decree 356/2025 art. 6): notice, consent, then the
rest. For a relative only the form of address and the relation come before the notice.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from bot.conversations.effects import (
    ConsentsOpen,
    HandOver,
    MemberApplied,
    MemberUnconfirmed,
    RosterChanged,
    WordsForgotten,
)
from bot.conversations.engine import Answers, Flow, State, Step
from bot.conversations.kinds import (
    CALLED_JOIN,
    AddressKind,
    BirthKind,
    CalledKind,
    ChoiceKind,
    ConfirmKind,
    ConsentKind,
    DateKind,
    NameKind,
    PhoneKind,
    Read,
    SeveralKind,
    Sure,
    TextKind,
    Unread,
)
from bot.conversations.permissions import is_organiser
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of
from bot.domain.membership import UNCONFIRMED_DAYS, WARNED_BEFORE, MembershipState
from bot.language.kinship import elder_form, is_kin_word, read_presence, relation_of, says_here
from bot.messages import NO, YES
from bot.speech.translation import Listing, Opening, Phrase, say, words_version
from bot.storage.records import Club, Membership

CIRCUMSTANCES = ("poor", "near_poor", "hardship", "disabled", "none", "undisclosed")
NEXT = "@next"
"""Where those wait who were named together and are registered one after the other."""
WAYS = ("aloud", "signed_list", "phone", "not_yet")


def _club(turn: Turn, state_or_answers: dict[str, Any]) -> Club:
    return turn.uow.clubs.get(int(state_or_answers["club"]))


def waits(membership: Membership) -> bool:
    """Whether a consent is still waited for; who was forgotten or decided on doesn't come back."""
    return membership.state == MembershipState.UNCONFIRMED.value


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


def _noted_by_organiser(turn: Turn, answers: Answers) -> bool:
    """Whether an organiser writes down somebody who agreed: each purpose is asked by itself."""
    return _by_organiser(turn, answers) and _details(turn, answers)


def _founding(turn: Turn, answers: Answers) -> bool:
    return _details(turn, answers) and _club(turn, answers).recognised_on is None


def _who(answers: Answers) -> Phrase | str:
    """How the sentence names the person: as he is addressed, else as the reader.

    Once an elder holds the phone he reads it himself: "má" and "bà ngoại" are "bà" to the bot.
    """
    if _mode(answers) == "self":
        return say("registration.you")
    called = answers.get("called")
    if called and answers.get("present") == "here" and is_kin_word(called):
        return elder_form(called) or str(called)
    name = called or answers.get("full_name")
    return str(name) if name else say("registration.this_person")


def _relation(answers: Answers) -> str:
    """How the person stands to the helper: as the word says, else as was asked."""
    return relation_of(answers["called"]) or str(answers.get("relation", "other"))


def _asks_relation(turn: Turn, answers: Answers) -> bool:
    called = str(answers.get("called") or "")
    return _by_relative(turn, answers) and bool(called) and relation_of(called) is None


class PresentKind(ChoiceKind):
    """Whether the elder holds the phone now: "Bà đây", "ừ", "đang cầm máy"."""

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        called = str(scope.get("called") or "")
        presence = read_presence(text, called)
        if presence is not None:
            return Sure(presence)
        # "ông đây" isn't "Bà đây", whatever words the two share.
        return Unread() if says_here(text) else super().read(turn, words, scope, text)


def _presence(turn: Turn, answers: Answers) -> list[tuple[str, str]]:
    called = str(answers.get("called", ""))
    form = elder_form(called) if is_kin_word(called) else called
    who = Opening(form or called or say("registration.this_person"))
    return [
        ("here", turn.text(say("registration.present.here", who=who))),
        ("away", turn.text(say("registration.present.away", who=who))),
    ]


def _after_called(turn: Turn, state: State, value: Any) -> None:
    """Several named at once are registered one after the other."""
    first, *others = str(value).split(CALLED_JOIN)
    if not others:
        return
    state["answers"]["called"] = first
    waiting = {"club": int(state["answers"]["club"]), "called": others}
    turn.uow.conversations.put(turn.account.id, NEXT, waiting, is_open=False)
    turn.say(say("registration.one_by_one", first=first, rest=Listing(tuple(others))))


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
    left_open = [each for each in state.get("left_open", []) if each != purpose]
    state["left_open"] = left_open
    state.setdefault("proofs", {}).pop(purpose, None)
    if agreed == "unclear":
        # Law 91/2025 art. 9: what wasn't said expressly is neither a yes nor a no.
        left_open.append(purpose)
        if purpose != "roster":
            answers = state["answers"]
            contact = contact_of(turn.uow, _club(turn, answers))
            turn.say(say("registration.left_open", who=_who(answers), contact=contact))
        return
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
        if _mode(answers) == "relative":
            offer_another(turn, club, shared=answers.get("shared_from"))
        return
    unclear = say("registration.unclear", contact=contact_of(turn.uow, club))
    if _mode(answers) == "relative":
        turn.say(unclear)
        _keep_unconfirmed(turn, answers, club)
        offer_another(turn, club, shared=answers.get("shared_from"))
    else:
        name = turn.account.name or say("person.guest")
        text = turn.text(say("registration.unclear_enquiry", name=name))
        turn.do(HandOver(text, club.id, quietly=True))
        # Who makes up his mind a moment later needn't wait: the same notice and question again.
        turn.offer(
            unclear,
            [
                (say("registration.hear_again"), f"register/self/{club.id}{YES}"),
                (say("registration.later"), f"menu{NO}"),
            ],
        )
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
        turn.account.id, person_id, _relation(answers), is_self=False, told=True
    )
    membership = turn.uow.clubs.add_member(
        club,
        person_id,
        state="unconfirmed",
        source="relative",
        erase_at=turn.now + timedelta(days=UNCONFIRMED_DAYS),
        warn_at=turn.now + timedelta(days=UNCONFIRMED_DAYS) - WARNED_BEFORE,
    )
    turn.do(MemberUnconfirmed(membership.id))


def offer_another(turn: Turn, club: Club, *, shared: Any) -> None:
    """After one relative: the next on the same phone, asking only once what they share."""
    waiting = turn.uow.conversations.find(turn.account.id, NEXT)
    if waiting is not None and waiting.state["club"] == club.id:
        turn.offer(
            say("registration.go_on_with", who=waiting.state["called"][0]),
            [
                (
                    say("registration.go_on_yes"),
                    f"register/relative/{club.id}/{shared or 0}/next{YES}",
                ),
                (say("registration.another_no"), f"menu{NO}"),
            ],
        )
        return
    suffix = f"/{shared}" if shared else ""
    turn.offer(
        say("registration.another"),
        [
            (say("registration.another_yes"), f"register/relative/{club.id}{suffix}{YES}"),
            (say("registration.another_no"), f"menu{NO}"),
        ],
    )


def next_called(turn: Turn, club: Club) -> str | None:
    """The next of those who were named together; he waits no longer."""
    waiting = turn.uow.conversations.find(turn.account.id, NEXT)
    if waiting is None or waiting.state["club"] != club.id:
        return None
    first, *others = waiting.state["called"]
    if others:
        left = {**waiting.state, "called": others}
        turn.uow.conversations.put(turn.account.id, NEXT, left, is_open=False)
    else:
        turn.uow.conversations.drop(turn.account.id, NEXT)
    return str(first)


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
        warn_at=turn.now + timedelta(days=UNCONFIRMED_DAYS) - WARNED_BEFORE,
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
    if not answers.get("full_name"):
        return None
    found = turn.uow.clubs.alike(
        _club(turn, answers).id,
        answers["full_name"],
        birth_year=(answers.get("birth") or {}).get("year"),
        phone=answers.get("phone"),
        besides=answers.get("membership"),
    )
    return found[1].id if found else None


def _looks_alike(turn: Turn, answers: Answers) -> bool:
    # A stranger isn't told who is on the roster: of others' applications organisers see it.
    return (
        _by_organiser(turn, answers)
        and _details(turn, answers)
        and _alike(turn, answers) is not None
    )


def _circumstances(turn: Turn, answers: Answers) -> bool:
    if _mode(answers) == "organiser":
        return bool(answers.get("circumstances_noted"))
    return str(answers.get("circumstances_consent", "")).startswith("agreed")


def _introduce(turn: Turn, state: State, answers: Answers) -> None:
    """The arguments are answers too: mode, club, what was shared or is being confirmed."""
    state["answers"].update({key: value for key, value in state["args"].items() if value})
    if state["args"].get("membership"):
        membership = turn.uow.clubs.membership(int(state["args"]["membership"]))
        if membership is None or not waits(membership):
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
    return is_organiser(turn.uow, turn.account, club_id)


def _person_values(answers: Answers) -> dict[str, Any]:
    birth = answers.get("birth") or {}
    picked = answers.get("circumstances")
    if picked is None:
        refused = str(answers.get("circumstances_consent", "")).startswith("refused")
        kept_back = refused or "circumstances_noted" in answers
        circumstances = "undisclosed" if kept_back else None
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
    if mode == "organiser" and answers.get("same_person"):
        alike = _alike(turn, answers)
        if alike is not None:
            people.update(alike, **{key: kept for key, kept in values.items() if kept})
            _write_consents(turn, state, answers, alike, club)
            turn.say(say("registration.updated", who=values["full_name"]))
            turn.do(RosterChanged(club.id))
            offer_next(turn, club)
            return
    if answers.get("membership"):
        membership = clubs.membership(int(answers["membership"]))
        if membership is None or not waits(membership):
            # Forgotten or decided on meanwhile: what was typed isn't written over that.
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
    if state.get("left_open"):
        turn.do(ConsentsOpen(membership_id, tuple(state["left_open"])))
    if mode == "self":
        people.speak_for(turn.account.id, person_id, "self", is_self=True, told=True)
        turn.say(say("registration.sent_self", club=club.name, contact=contact_of(turn.uow, club)))
        turn.do(MemberApplied(membership_id))
    elif mode == "relative":
        people.speak_for(turn.account.id, person_id, _relation(answers), is_self=False, told=True)
        turn.say(say("registration.sent_relative", who=answers["called"], club=club.name))
        turn.do(MemberApplied(membership_id))
        offer_another(turn, club, shared=person_id)
    else:
        total = clubs.count(club.id, ["active"])
        turn.say(say("registration.written", who=values["full_name"], count=total))
        turn.do(RosterChanged(club.id))
        offer_next(turn, club)


def _noted(turn: Turn, answers: Answers, question: str, *, agreed: bool) -> dict[str, Any]:
    """The proof of what an organiser noted: the question that he was asked about the purpose."""
    words = f"registration.{question}.ask"
    return {
        "agreed": agreed,
        "way": answers["way"],
        "words": words,
        "version": words_version(words, turn.account.language),
    }


def _write_consents(turn: Turn, state: State, answers: Answers, person_id: int, club: Club) -> None:
    proofs: dict[str, dict[str, Any]] = dict(state.get("proofs", {}))
    on = turn.today
    if _mode(answers) == "organiser":
        on = date.fromisoformat(answers["consent_date"])
        proofs = {"roster": _noted(turn, answers, "way", agreed=True)}
        for purpose in ("reminders", "circumstances", "sharing"):
            agreed = answers.get(f"{purpose}_noted")
            if agreed is not None:
                proofs[purpose] = _noted(turn, answers, f"{purpose}_noted", agreed=agreed)
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
            CalledKind(shortest=2, longest=120),
            when=_by_relative,
            after=_after_called,
            counted=False,
        ),
        Step(
            "relation",
            ChoiceKind(("parent", "grandparent", "spouse", "neighbour", "other")),
            when=_asks_relation,
            slots=_slots,
            counted=False,
        ),
        Step(
            "present",
            PresentKind(options_of=_presence),
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
            when=_noted_by_organiser,
            slots=_slots,
            counted=False,
        ),
        Step(
            "reminders_noted",
            ConfirmKind(),
            when=_noted_by_organiser,
            slots=_slots,
            shown_in_review=False,
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
        Step(
            "address",
            AddressKind(shortest=2, longest=150),
            when=_own_address,
            optional=True,
            slots=_slots,
        ),
        Step("phone", PhoneKind(own=_of_oneself), when=_own_address, optional=True, slots=_slots),
        Step(
            "contact_person",
            TextKind(longest=100),
            when=_noted_by_organiser,
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
            "circumstances_noted",
            ConfirmKind(),
            when=_noted_by_organiser,
            slots=_slots,
            shown_in_review=False,
            counted=False,
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
