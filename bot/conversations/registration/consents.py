"""The consents on the way: noted when they are given, written down with the person at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot import buttons
from bot.conversations.effects import HandOver, MemberUnconfirmed, WordsForgotten
from bot.conversations.engine import Answers, Proof, Session
from bot.conversations.registration.following import offer_another, offer_next
from bot.conversations.registration.known import begin_with_known
from bot.conversations.registration.who import club_of, mode_of, speak_for_relative, who
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of
from bot.domain.membership import UNCONFIRMED_DAYS, WARNED_BEFORE
from bot.speech.translation import say, words_version
from bot.storage.records import Club

_NOTED = ("reminders", "circumstances", "sharing")
"""Purposes that an organiser is asked about one by one."""


def _proof(turn: Turn, question: str, way: str, *, agreed: bool) -> Proof:
    words = f"registration.{question}.ask"
    return Proof(agreed, way, words, words_version(words, turn.account.language))


def _note(turn: Turn, session: Session, purpose: str, value: str) -> Session:
    """Remember the proof of a consent."""
    agreed, _, way = value.partition(":")
    proofs = {key: proof for key, proof in session.proofs.items() if key != purpose}
    left_open = tuple(each for each in session.left_open if each != purpose)
    if agreed != "unclear":
        proofs[purpose] = _proof(turn, purpose, way, agreed=agreed == "agreed")
        return replace(session, proofs=proofs, left_open=left_open)
    # Law 91/2025 art. 9: what wasn't said expressly is neither a yes nor a no.
    if purpose != "roster":
        contact = contact_of(turn.uow, club_of(turn, session.answers))
        turn.say(say("registration.left_open", who=who(session.answers), contact=contact))
    return replace(session, proofs=proofs, left_open=(*left_open, purpose))


def noting(purpose: str) -> Callable[[Turn, Session, str], Session]:
    """Remembers the consent to a purpose."""

    def after(turn: Turn, session: Session, value: str) -> Session:
        return _note(turn, session, purpose, value)

    return after


def after_roster(turn: Turn, session: Session, value: str) -> Session:
    """Without the consent to stand on the roster nothing more is asked, and nothing kept."""
    noted = _note(turn, session, "roster", value)
    if value.startswith("agreed"):
        return begin_with_known(turn, noted)
    answers = session.answers
    club, relative = club_of(turn, answers), mode_of(answers) == "relative"
    if value.startswith("refused"):
        turn.say(say("registration.refused", club=club.name))
        turn.do(WordsForgotten(session.began))
        if relative:
            offer_another(turn, club, shared=answers.get("shared_from"))
        return noted.stop()
    unclear = say("registration.unclear", contact=contact_of(turn.uow, club))
    if relative:
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
                (say("registration.hear_again"), buttons.yes(buttons.RegisterSelf(club.id))),
                (say("registration.later"), buttons.no(buttons.Menu())),
            ],
        )
    turn.do(WordsForgotten(session.began))
    return noted.stop()


def after_present(turn: Turn, session: Session, value: str) -> Session:
    """Who isn't there can't agree: she is asked later."""
    if value != "away":
        return session
    answers = session.answers
    club = club_of(turn, answers)
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
    return session.stop()


def after_way(turn: Turn, session: Session, value: str) -> Session:
    """Who wasn't asked yet is a name that waits for the consent."""
    if value != "not_yet":
        return session
    answers = session.answers
    club = club_of(turn, answers)
    if answers.get("membership"):
        turn.say(say("registration.still_unconfirmed"))
        return session.stop()
    person_id = turn.uow.people.add(full_name=answers["full_name"])
    _add_unconfirmed(turn, club, person_id, source="organiser")
    turn.say(say("registration.name_only", who=answers["full_name"], days=UNCONFIRMED_DAYS))
    offer_next(turn, club)
    return session.stop()


def _keep_unconfirmed(turn: Turn, answers: Answers, club: Club) -> None:
    """The elder is not there: only the form of address, the relation and the club are kept."""
    person_id = turn.uow.people.add()
    speak_for_relative(turn, answers, person_id)
    turn.do(MemberUnconfirmed(_add_unconfirmed(turn, club, person_id, source="relative")))


def _add_unconfirmed(turn: Turn, club: Club, person_id: int, *, source: str) -> int:
    erase_at = turn.now + timedelta(days=UNCONFIRMED_DAYS)
    return turn.uow.clubs.add_member(
        club,
        person_id,
        state="unconfirmed",
        source=source,
        erase_at=erase_at,
        warn_at=erase_at - WARNED_BEFORE,
    ).id


def write_consents(
    turn: Turn, session: Session, answers: Answers, person_id: int, club: Club
) -> None:
    """A row a purpose, with the words that were asked and how they were answered."""
    proofs, on = dict(session.proofs), turn.today
    if mode_of(answers) == "organiser":
        # The proof of what an organiser noted is the question that he was asked about it.
        on = date.fromisoformat(answers["consent_date"])
        proofs = {"roster": _proof(turn, "way", answers["way"], agreed=True)}
        for purpose in _NOTED:
            question = f"{purpose}_noted"
            agreed = answers.get(question)
            if agreed is not None:
                proofs[purpose] = _proof(turn, question, answers["way"], agreed=agreed)
    for purpose, proof in proofs.items():
        turn.uow.people.add_consent(
            person_id,
            club.id,
            purpose,
            agreed=proof.agreed,
            words=proof.words,
            words_version=proof.version,
            way=proof.way,
            answered_on=on,
            channel=turn.account.channel,
            account_id=turn.account.id,
        )
