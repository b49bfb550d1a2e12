"""What questions, worries and danger bring to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.conversations.organising import CLUB_ANSWER, REPLY
from bot.conversations.turn import Turn
from bot.domain.due import DueKind
from bot.handlers.answers import (
    aftercare_screens,
    club_answers,
    danger,
    enquiries,
    following,
    gaps,
    reading,
    replying,
    screens,
    unanswered,
)
from bot.handlers.feature import Action, Feature, Following, Handling, Slash, told
from bot.handlers.guards import (
    anyone,
    coordinator,
    in_charge_of_enquiry,
    organiser,
    organiser_of_answer,
)
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.intents.understanding import Intent
from bot.intents.words import Meaning
from bot.speech.translation import say
from bot.storage.records import Enquiry


def _reply(services: Services, turn: Turn, enquiry: Enquiry) -> None:
    """Answer somebody's question."""
    if not enquiry.text:
        turn.say(say("answer.gone"))
        return
    services.engine.start(turn, "reply", enquiry=enquiry.id)


def _person_in_charge(scene: Standing) -> None:
    enquiries.person_in_charge(scene.services, scene.turn)


def _person_in_between(scene: Standing) -> None:
    enquiries.person_in_charge(scene.services, scene.turn)
    scene.services.engine.ask_again(scene.turn)


ANSWERS = Feature(
    "answers",
    flows=(REPLY, CLUB_ANSWER),
    actions={
        buttons.Danger: Action(danger.danger_action, anyone, leaves=False),
        buttons.AfterDanger: Action(aftercare_screens.after_danger_action, anyone, leaves=False),
        buttons.Article: Action(reading.article_action, anyone, leaves=False),
        buttons.Passage: Action(reading.passage_action, anyone, leaves=False),
        buttons.Share: Action(reading.share_action, anyone, leaves=False),
        buttons.Calendar: Action(screens.calendar_action, anyone, leaves=False),
        buttons.Judge: Action(screens.judge_action, anyone, leaves=False),
        buttons.Ask: Action(screens.ask_action, anyone, leaves=False),
        buttons.Meant: Action(enquiries.meant_action, anyone, leaves=False),
        buttons.MeantToo: Action(enquiries.meant_too_action, anyone, leaves=False),
        buttons.Reply: Action(_reply, in_charge_of_enquiry),
        buttons.Settled: Action(unanswered.settled_action, in_charge_of_enquiry),
        buttons.KeepAnswer: Action(club_answers.keep_action, in_charge_of_enquiry),
        buttons.ClubAnswers: Action(club_answers.list_action, organiser),
        buttons.OpenAnswer: Action(club_answers.open_action, organiser_of_answer),
        buttons.EditAnswer: Action(club_answers.edit_action, organiser_of_answer),
        buttons.DropAnswer: Action(club_answers.drop_action, organiser_of_answer),
        buttons.Gaps: Action(gaps.gaps_action, coordinator),
        buttons.PersonInCharge: Action(enquiries.person_in_charge, anyone, leaves=False),
    },
    effects=(
        told(effects.HandOver, enquiries.hand_over),
        told(effects.EnquiryHandedOn, enquiries.tell_in_charge),
        told(effects.Reply, replying.send_reply),
        told(effects.EditClubAnswer, club_answers.edited),
        told(effects.EnquiryAnswered, replying.tell_answered),
    ),
    following={
        Intent.SCAM: Following(following.scam, say("meant.scam")),
        Intent.SECRET: Following(following.secret, say("meant.secret")),
        Intent.DANGER: Following(following.danger, say("emergency.needed")),
        Intent.DEATH: Following(following.death, say("meant.death")),
        Intent.UNWELL: Following(following.unwell, say("meant.unwell")),
        Intent.LONELY: Following(following.lonely, say("meant.lonely")),
        Intent.MOVED_AWAY: Following(following.moved_away, say("meant.moved_away")),
        Intent.WRONG_NUMBER: Following(following.wrong_number, say("meant.wrong_number")),
        Intent.HUMAN: Following(following.human, say("founding.person_in_charge")),
        Intent.COMPLAINT: Following(following.complaint, say("meant.complaint")),
        Intent.CANNOT_READ: Following(following.cannot_read, say("meant.cannot_read")),
        Intent.MY_STATE: Following(following.my_state, say("meant.my_state")),
        Intent.QUESTION: Following(following.question, say("menu.ask")),
    },
    typed={Meaning.PERSON_IN_CHARGE: _person_in_charge},
    slash=(Slash("person", ("nguoi_phu_trach", "person"), _person_in_between, place=3),),
    organisers_words={"clubanswers": buttons.ClubAnswers},
    coordinators_words={"gaps": buttons.Gaps},
    due={
        DueKind.AFTER_DANGER: Handling(aftercare_screens.ask_after),
        DueKind.UNANSWERED: Handling(unanswered.ask_after),
    },
)
