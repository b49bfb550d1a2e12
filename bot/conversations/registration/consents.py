"""The consents on the way: noted when they are given, written down with the person at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot import buttons
from bot.conversations.effects import HandOver, KeepName, WordsForgotten
from bot.conversations.engine import Answers, Proof, Session
from bot.conversations.proofs import proof_of
from bot.conversations.registration.following import offer_another, offer_next
from bot.conversations.registration.known import begin_with_known
from bot.conversations.registration.who import club_of, mode_of, relation, who
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of
from bot.domain.membership import UNCONFIRMED_DAYS
from bot.speech.translation import say
from bot.storage.records import Club

_NOTED = ("reminders", "circumstances", "sharing", "circumstances_shared")
"""Purposes that an organiser is asked about one by one."""


def _proof(turn: Turn, session: Session, asked: str, way: str, *, agreed: bool) -> Proof:
    """The proof of an answer: the question `asked`, as it was shown."""
    return proof_of(turn, session, asked, f"registration.{asked}.ask", way, agreed=agreed)


def _note(turn: Turn, session: Session, purpose: str, value: str, asked: str) -> Session:
    """Remember the proof of a consent."""
    agreed, _, way = value.partition(":")
    proofs = {key: proof for key, proof in session.proofs.items() if key != purpose}
    left_open = tuple(each for each in session.left_open if each != purpose)
    if agreed != "unclear":
        proofs[purpose] = _proof(turn, session, asked, way, agreed=agreed == "agreed")
        return replace(session, proofs=proofs, left_open=left_open)
    # Law 91/2025 art. 9: what wasn't said expressly is neither a yes nor a no.
    if purpose != "roster":
        contact = contact_of(turn.uow, club_of(turn, session.answers))
        turn.say(say("registration.left_open", who=who(session.answers), contact=contact))
    return replace(session, proofs=proofs, left_open=(*left_open, purpose))


def noting(purpose: str, *, asked: str | None = None) -> Callable[[Turn, Session, str], Session]:
    """Remembers the consent to a purpose; `asked` is its question, where that has another name."""

    def after(turn: Turn, session: Session, value: str) -> Session:
        return _note(turn, session, purpose, value, asked or purpose)

    return after


def after_roster(turn: Turn, session: Session, value: str) -> Session:
    """Without the consent to stand on the roster nothing more is asked, and nothing kept."""
    noted = _note(turn, session, "roster", value, "roster")
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
        _keep_name(turn, answers, club)
        offer_another(turn, club, shared=answers.get("shared_from"))
    else:
        name = turn.account.name or say("person.guest")
        words = say("registration.unclear_enquiry", name=name)
        turn.do(HandOver(words, club.id, quietly=True))
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
    _keep_name(turn, answers, club)
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
    turn.do(KeepName(club.id, full_name=answers["full_name"]))
    turn.say(say("registration.name_only", who=answers["full_name"], days=UNCONFIRMED_DAYS))
    offer_next(turn, club)
    return session.stop()


def _keep_name(turn: Turn, answers: Answers, club: Club) -> None:
    """The elder is not there: only the form of address, the relation and the club are kept."""
    turn.do(KeepName(club.id, called=answers["called"], relation=relation(answers)))


def proofs_of(turn: Turn, session: Session, answers: Answers) -> dict[str, Proof]:
    """By purpose, the words that were asked and how they were answered."""
    if mode_of(answers) != "organiser":
        return dict(session.proofs)
    # The proof of what an organiser noted is the question that he was asked about it.
    proofs = {"roster": _proof(turn, session, "way", answers["way"], agreed=True)}
    for purpose in _NOTED:
        question = f"{purpose}_noted"
        agreed = answers.get(question)
        if agreed is not None:
            proofs[purpose] = _proof(turn, session, question, answers["way"], agreed=agreed)
    return proofs


def answered_on(turn: Turn, answers: Answers) -> date:
    """The day on which he agreed: what an organiser notes was said before."""
    if mode_of(answers) != "organiser":
        return turn.today
    return date.fromisoformat(answers["consent_date"])
