"""What people's own data, consents and messages bring to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import consent_flows, effects
from bot.conversations.clearing import CLEAR
from bot.conversations.data_rights import COMPLAIN, OBJECT, TAKE_OUT
from bot.conversations.own_data import CORRECT, DELETE
from bot.conversations.turn import Turn
from bot.domain.due import DueKind, Looked
from bot.handlers.feature import (
    Action,
    Feature,
    Following,
    Handling,
    Slash,
    Tick,
    told,
)
from bot.handlers.guards import (
    anyone,
    decides_request,
    made_request,
    organiser,
    organiser_of_member,
    speaks_for,
    speaks_for_or_organises,
)
from bot.handlers.own_data import (
    consents,
    following,
    keeping,
    keeping_screens,
    member_data,
    personal,
    reminding,
    returning,
    rights_screens,
    taking_out,
    withdrawals,
)
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.intents.understanding import Intent
from bot.intents.wishes import Wish
from bot.intents.words import Meaning
from bot.speech.translation import say


def _forget_words(_services: Services, turn: Turn, effect: effects.WordsForgotten) -> None:
    turn.uow.inbox.blank(turn.account.channel, turn.account.external_id, effect.since)


def _tell_made(services: Services, turn: Turn, effect: effects.RequestMade) -> None:
    withdrawals.tell_asked(services, turn, effect)
    rights_screens.tell_to_answer(services, turn, effect)


def _tell_decided(services: Services, turn: Turn, effect: effects.RequestDecided) -> None:
    withdrawals.tell_decided(services, turn, effect)
    rights_screens.tell_answered(services, turn, effect)


def _my_data(scene: Standing) -> None:
    personal.my_data_action(scene.services, scene.turn)


def _leave_for_my_data(scene: Standing) -> None:
    scene.services.engine.leave(scene.turn, quietly=True)
    personal.my_data_action(scene.services, scene.turn)


def _stop(scene: Standing) -> None:
    personal.stop_messages(scene.services, scene.turn)


def _stop_or_rest(scene: Standing) -> None:
    """ "thôi" below a screen, of somebody who is reminded of nothing, only ends the talk."""
    if scene.people and (scene.last is None or scene.reminder is not None):
        _stop(scene)
    elif scene.people or scene.organised or scene.is_coordinator:
        scene.turn.say(say("talk.enough"))
    else:
        scene.turn.say(say("unwell.rest"))


def _remind_again(scene: Standing) -> None:
    reminding.remind_again(scene.services, scene.turn)


OWN_DATA = Feature(
    "own_data",
    flows=(CORRECT, DELETE, CLEAR, OBJECT, COMPLAIN, TAKE_OUT, *consent_flows.FLOWS),
    actions={
        buttons.OpenConsents: Action(consents.open_consents_action, organiser),
        buttons.NoteAnswer: Action(consents.note_action, organiser_of_member),
        buttons.Requests: Action(withdrawals.requests_action, organiser),
        buttons.DecideRequest: Action(withdrawals.request_action, decides_request, leaves=False),
        buttons.MyData: Action(personal.my_data_action, anyone),
        buttons.TakeMeOut: Action(taking_out.take_out_action, anyone),
        buttons.ShowPerson: Action(personal.person_action, speaks_for),
        buttons.Copy: Action(personal.copy_action, speaks_for),
        buttons.Correct: Action(personal.correct_action, speaks_for_or_organises),
        buttons.Delete: Action(personal.delete_action, speaks_for),
        buttons.Clear: Action(personal.clear_action, speaks_for),
        buttons.TakeBack: Action(returning.take_back_action, made_request, leaves=False),
        buttons.EraseForGood: Action(returning.erase_for_good_action, made_request, leaves=False),
        buttons.Withdraw: Action(withdrawals.withdraw_action, speaks_for, leaves=False),
        buttons.Leave: Action(withdrawals.leave_action, speaks_for, leaves=False),
        buttons.MoreRights: Action(rights_screens.rights_action, speaks_for),
        buttons.Restrict: Action(rights_screens.restrict_action, speaks_for, leaves=False),
        buttons.LiftRestriction: Action(rights_screens.lift_action, speaks_for, leaves=False),
        buttons.ObjectToUse: Action(rights_screens.object_action, speaks_for),
        buttons.ComplainOfData: Action(rights_screens.complain_action, speaks_for),
        buttons.TellMe: Action(rights_screens.tell_me_action, speaks_for, leaves=False),
        buttons.WhoSaw: Action(rights_screens.who_saw_action, speaks_for),
        buttons.MyRequests: Action(rights_screens.requests_action, speaks_for),
        buttons.Remind: Action(reminding.remind_action, speaks_for),
        buttons.MemberData: Action(member_data.member_data_action, organiser_of_member),
        buttons.MemberWish: Action(member_data.member_wish_action, organiser_of_member),
        buttons.Mute: Action(personal.mute_action, anyone, leaves=False),
    },
    effects=(
        told(effects.ConsentsOpen, consents.left_open),
        told(effects.AnswerReminders, reminding.answer_reminders),
        told(effects.NoteConsent, consents.note_consent),
        told(effects.WordsForgotten, _forget_words),
        told(effects.CorrectPerson, personal.correct),
        told(effects.ErasePerson, withdrawals.erase),
        told(effects.PersonBack, returning.tell_back),
        told(effects.PersonForgotten, personal.tell_forgotten),
        told(effects.ConsentWithdrawn, withdrawals.tell_withdrawn),
        told(effects.MemberLeft, withdrawals.tell_left),
        told(effects.RequestMade, _tell_made),
        told(effects.RequestDecided, _tell_decided),
        told(effects.DataRestricted, rights_screens.tell_restricted),
        told(effects.ObjectToUse, rights_screens.object_to_use),
        told(effects.TakeOut, taking_out.take_out),
        told(effects.ComplainOfData, rights_screens.complain_of_data),
    ),
    following={
        Intent.NEW_PHONE: Following(following.new_phone, say("meant.new_phone")),
        Intent.SEE_DATA: Following(following.wish(Wish.SHOW), say("menu.my_data")),
        Intent.CORRECT_DATA: Following(following.wish(Wish.CORRECT), say("meant.correct_data")),
        Intent.EXPORT_DATA: Following(following.copy, say("meant.export_data")),
        Intent.DELETE_DATA: Following(following.wish(Wish.DELETE), say("meant.delete_data")),
        Intent.WITHDRAW_CONSENT: Following(following.wish(Wish.WITHDRAW), say("meant.withdraw")),
        Intent.LEAVE_CLUB: Following(following.wish(Wish.LEAVE), say("withdraw.button_roster")),
        Intent.MUTE: Following(following.mute, say("mute.yes")),
        Intent.UNMUTE: Following(following.unmute, say("meant.unmute")),
    },
    typed={
        Meaning.MY_DATA: _my_data,
        Meaning.STOP: _stop_or_rest,
        Meaning.STOP_MESSAGES: _stop,
        Meaning.START_MESSAGES: _remind_again,
    },
    slash=(
        Slash("my_data", ("thong_tin_cua_toi", "my_data"), _leave_for_my_data, place=2),
        Slash("stop", ("dung", "stop"), _stop, place=5),
    ),
    organisers_words={"consents": buttons.OpenConsents, "requests": buttons.Requests},
    due={
        DueKind.WARN_UNCONFIRMED: Handling(keeping_screens.warn_of_erasure),
        DueKind.WARN_REQUEST: Handling(keeping_screens.warn_of_request),
        DueKind.UNCONFIRMED: Handling(keeping_screens.forget_unconfirmed),
        DueKind.GONE: Handling(keeping.forget_gone, kept=lambda kept: kept.after_leaving),
        DueKind.PROOFS: Handling(
            lambda _services, uow, due: keeping.forget_proofs(uow, due),
            kept=lambda kept: kept.proof,
        ),
        DueKind.DELETION: Handling(
            lambda _services, uow, due: Looked(forgotten=uow.deletions.end(due.subject_id))
        ),
        DueKind.CONVERSATIONS: Handling(
            keeping.forget_conversations, kept=lambda kept: kept.conversations
        ),
        DueKind.ENQUIRIES: Handling(
            lambda _services, uow, due: keeping.forget_enquiry(uow, due),
            kept=lambda kept: kept.conversations,
        ),
        DueKind.REQUEST_WORDS: Handling(
            lambda _services, uow, due: Looked(forgotten=uow.requests.blank(due.subject_id)),
            kept=lambda kept: kept.conversations,
        ),
    },
    ticks={"care": Tick(keeping.care, 3600)},
)
