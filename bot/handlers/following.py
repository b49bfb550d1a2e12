"""What follows from what a text means: for each intent one of the things that exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot import buttons
from bot.buttons import Button
from bot.delivery.naming import named
from bot.domain.membership import PURPOSES
from bot.handlers import commands
from bot.handlers.actions import run_action
from bot.handlers.answers import enquiries
from bot.handlers.answers import screens as answers
from bot.handlers.answers.danger import ask_of_danger
from bot.handlers.events.attendance import bring_back
from bot.handlers.menu import found_action, join_action, join_with_code, menu
from bot.handlers.offers import offer_again
from bot.handlers.office.staff import take_code
from bot.handlers.own_data import consents, personal
from bot.handlers.scene import Need, Standing
from bot.intents.scene import OWN
from bot.intents.understanding import (
    About,
    Addressed,
    Admitted,
    Danger,
    Endangered,
    Going,
    Inquired,
    Intent,
    Invited,
    Owned,
    Spoken,
    Stated,
    Understanding,
    Way,
)
from bot.intents.wishes import Wish, WishReading
from bot.language.address import read_form
from bot.language.text import fold
from bot.speech.translation import Lines, Opening, Phrase, say
from bot.storage.records import Person

Act = Callable[[Standing, str, Understanding], bool]
"""Answers a text whose meaning is known; False where nothing follows from it here."""


# People


def _meant(scene: Standing, entities: object) -> list[Person]:
    """Whom a text is about, of those whom its writer speaks for; without a name all of them."""
    called = entities.person if isinstance(entities, About) else None
    if called is None:
        return scene.people
    if called == OWN:
        own = scene.turn.uow.people.selves_of(scene.turn.account.id)
        return [person for person in scene.people if person.id in own]
    return [
        person
        for tie, person in scene.turn.uow.people.of_account(scene.turn.account.id)
        if fold(called) in (fold(tie.called or ""), fold(person.full_name or ""))
    ]


# Warnings


def _scam(scene: Standing, text: str, _meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    turn.say(Lines((say("scam.stop"), say("scam.then"))))
    enquiries.offer_word(
        services, turn, text, lambda contact: say("person.call_now", contact=contact)
    )
    return True


def _secret(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    scene.turn.forgotten = True
    scene.turn.say(say("secret.sent"))
    return True


def _danger(scene: Standing, text: str, meaning: Understanding) -> bool:
    kind = meaning.entities.kind if isinstance(meaning.entities, Endangered) else None
    if kind is not Danger.SELF_HARM:
        ask_of_danger(scene.turn)
        return True
    scene.turn.say(say("self_harm.stay"))
    if not enquiries.offer_word(
        scene.services, scene.turn, text, lambda contact: say("person.call_now", contact=contact)
    ):
        enquiries.person_in_charge(scene.services, scene.turn)
    return True


# People of whom there is news


def _death(scene: Standing, text: str, meaning: Understanding) -> bool:
    """Asked once where it is one of those whom the writer speaks for; else handed on."""
    services, turn = scene.services, scene.turn
    people = [person for person in _meant(scene, meaning.entities) if person.held_at is None]
    if len(people) == 1:
        who = named(turn.uow, turn.account, people[0], services.zone)
        turn.offer(
            say("deceased.is_it", who=Opening(who)),
            [
                (say("deceased.it_is"), buttons.yes(buttons.PassedAway(people[0].id))),
                (say("deceased.no"), buttons.no(buttons.Danger("none"))),
            ],
        )
        return True
    turn.say(say("deceased.sorry"))
    if people:
        enquiries.remember(turn, text)
        turn.offer(
            say("deceased.whom"),
            *[
                [
                    (
                        Opening(named(turn.uow, turn.account, each, services.zone)),
                        buttons.PassedAway(each.id),
                    )
                ]
                for each in people
            ],
            [(say("deceased.another"), buttons.Ask("hand_on"))],
        )
        return True
    enquiries.offer_word(
        services, turn, text, lambda contact: say("deceased.offer", contact=contact)
    )
    return True


def _alive(scene: Standing, _text: str, meaning: Understanding) -> bool:
    return bring_back(scene.services, scene.turn, _meant(scene, meaning.entities))


def _unwell(scene: Standing, text: str, meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    called = meaning.entities.person if isinstance(meaning.entities, About) else None
    if called is None or called == OWN:
        enquiries.unwell(services, turn, text, "ill")
        return True
    turn.say(say("unwell.other", who=called))
    enquiries.offer_word(services, turn, text, lambda contact: say("news.offer", contact=contact))
    return True


def _lonely(scene: Standing, text: str, _meaning: Understanding) -> bool:
    enquiries.unwell(scene.services, scene.turn, text, "sad")
    return True


def _moved_away(scene: Standing, text: str, _meaning: Understanding) -> bool:
    return enquiries.offer_word(
        scene.services, scene.turn, text, lambda contact: say("news.offer", contact=contact)
    )


def _wrong_number(scene: Standing, text: str, _meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    turn.say(say("wrong_number.sorry"))
    if not enquiries.offer_word(
        services,
        turn,
        text,
        lambda contact: say("wrong_number.offer", contact=contact),
        (say("mute.yes"), buttons.Mute()),
    ):
        personal.stop_messages(services, turn)
    return True


# A person is wanted


def _human(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    enquiries.person_in_charge(scene.services, scene.turn)
    return True


def _complaint(scene: Standing, text: str, _meaning: Understanding) -> bool:
    enquiries.complain(scene.services, scene.turn, text)
    return True


def _cannot_read(scene: Standing, text: str, _meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    if not enquiries.offer_word(
        services, turn, text, lambda contact: say("cannot_read.offer", contact=contact)
    ):
        enquiries.person_in_charge(services, turn)
    return True


# One's own data and messages


def _wish(wish: Wish) -> Act:
    def carry_out(scene: Standing, _text: str, meaning: Understanding) -> bool:
        services, turn, people = scene.services, scene.turn, scene.people
        found = _meant(scene, meaning.entities)
        one = found[0] if len(found) == 1 and len(people) > 1 else None
        if people and not found:
            # Somebody whom the writer doesn't speak for: whose it is to be is asked.
            one = None
        what = meaning.entities.what if isinstance(meaning.entities, Owned) else None
        purpose = what if wish is Wish.WITHDRAW and what in PURPOSES else None
        if not consents.carry_out(services, turn, WishReading(wish, purpose), people, one):
            personal.my_data_action(services, turn)
        return True

    return carry_out


def _copy(scene: Standing, _text: str, meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    people = _meant(scene, meaning.entities) or scene.people
    if not people:
        personal.my_data_action(services, turn)
    else:
        consents.for_whom(services, turn, people, buttons.Copy, personal.copy_action)
    return True


def _mute(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    personal.stop_messages(scene.services, scene.turn)
    return True


def _unmute(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    consents.remind_again(scene.services, scene.turn)
    return True


# Joining and founding


def _join(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    join_action(scene.services, scene.turn)
    return True


def _register(scene: Standing, _text: str, meaning: Understanding) -> bool:
    relation = meaning.entities.relation if isinstance(meaning.entities, Admitted) else None
    commands.begin_registration(scene, relation)
    return True


def _found(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    found_action(scene.services, scene.turn)
    return True


def _code(scene: Standing, _text: str, meaning: Understanding) -> bool:
    code = meaning.entities.code if isinstance(meaning.entities, Admitted) else None
    if code is None or not take_code(scene.services, scene.turn, code, certain=False):
        join_with_code(scene.services, scene.turn)
    return True


# Questions about the own club


def _event_question(scene: Standing, _text: str, meaning: Understanding) -> bool:
    asks = meaning.entities.asks if isinstance(meaning.entities, Inquired) else None
    return answers.next_events(scene.services, scene.turn, bring=asks == "bring")


def _my_state(scene: Standing, _text: str, meaning: Understanding) -> bool:
    asks = meaning.entities.asks if isinstance(meaning.entities, Stated) else None
    if asks == "leader":
        enquiries.person_in_charge(scene.services, scene.turn)
    elif not answers.registrations(scene.turn):
        personal.my_data_action(scene.services, scene.turn)
    return True


# The screens of those who work for clubs


def _screen(button: Callable[[int], Button]) -> Act:
    """A screen of the first club that the writer organises."""

    def show(scene: Standing, _text: str, _meaning: Understanding) -> bool:
        run_action(scene.services, scene.turn, button(scene.organised[0].id))
        return True

    return show


def _report(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    club = None if scene.is_coordinator else scene.organised[0]
    run_action(
        scene.services, scene.turn, buttons.Report() if club is None else buttons.OpenClub(club.id)
    )
    return True


def _invite(scene: Standing, _text: str, meaning: Understanding) -> bool:
    """The code for neighbours or the one for who helps to run the club: asked where it isn't said."""
    if not scene.organised:
        run_action(scene.services, scene.turn, buttons.Invite())
        return True
    club = scene.organised[0]
    whom = meaning.entities.whom if isinstance(meaning.entities, Invited) else None
    if whom is not None:
        code = buttons.JoinCode if whom == "members" else buttons.CoOrganiser
        run_action(scene.services, scene.turn, code(club.id))
        return True
    scene.turn.offer(
        say("invite.whom", club=club.name),
        [(say("invite.members"), buttons.JoinCode(club.id))],
        [(say("invite.helpers"), buttons.CoOrganiser(club.id))],
        *([[(say("invite.founder"), buttons.Invite())]] if scene.is_coordinator else []),
    )
    return True


# How they speak to one another


def _address_form(scene: Standing, text: str, meaning: Understanding) -> bool:
    wanted = meaning.entities.form if isinstance(meaning.entities, Addressed) else None
    if read_form(wanted or "") is None:
        personal.address_action(scene.services, scene.turn)
        return True
    return commands.read_address_form(scene, wanted or text)


def _language(scene: Standing, _text: str, meaning: Understanding) -> bool:
    language = meaning.entities.language if isinstance(meaning.entities, Spoken) else None
    if language is None or language == scene.turn.account.language:
        return False
    commands.speak(scene, language)
    return True


def _navigate(scene: Standing, _text: str, meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    way = meaning.entities.to if isinstance(meaning.entities, Going) else None
    if way is Way.REPEAT and offer_again(scene):
        return True
    if way is Way.GO_ON:
        left = services.engine.left(turn)
        if left:
            services.engine.go_on(turn, left[0])
            return True
    if way is Way.HELP:
        turn.say(say("engine.help"))
    menu(services, turn)
    return True


def _greet(scene: Standing, _text: str, _meaning: Understanding) -> bool:
    menu(scene.services, scene.turn, greet=True)
    return True


def _say(words: Phrase) -> Act:
    def answer(scene: Standing, _text: str, _meaning: Understanding) -> bool:
        scene.turn.say(words)
        return True

    return answer


def _question(scene: Standing, text: str, _meaning: Understanding) -> bool:
    answers.answer(scene.services, scene.turn, text)
    return True


# The table


@dataclass(frozen=True)
class Following:
    """What follows from an intent, what it needs, and what it is called when it is asked back.

    `label` None: it is never asked about; what harms nobody is just said.
    """

    act: Act
    label: Phrase | None = None
    needs: tuple[Need, ...] = ()


_EVENTS = Following(_screen(buttons.Events), say("meant.events"), (Need.ORGANISER,))

FOLLOWING: Mapping[Intent, Following] = {
    Intent.SCAM: Following(_scam, say("meant.scam")),
    Intent.SECRET: Following(_secret, say("meant.secret")),
    Intent.DANGER: Following(_danger, say("emergency.needed")),
    Intent.DEATH: Following(_death, say("meant.death")),
    Intent.DEATH_UNDONE: Following(_alive, say("meant.death_undone"), (Need.PEOPLE,)),
    Intent.UNWELL: Following(_unwell, say("meant.unwell")),
    Intent.LONELY: Following(_lonely, say("meant.lonely")),
    Intent.MOVED_AWAY: Following(_moved_away, say("meant.moved_away"), (Need.CLUB,)),
    Intent.WRONG_NUMBER: Following(_wrong_number, say("meant.wrong_number")),
    Intent.NEW_PHONE: Following(_wish(Wish.CORRECT), say("meant.new_phone"), (Need.PEOPLE,)),
    Intent.HUMAN: Following(_human, say("founding.person_in_charge")),
    Intent.COMPLAINT: Following(_complaint, say("meant.complaint")),
    Intent.CANNOT_READ: Following(_cannot_read, say("meant.cannot_read")),
    Intent.SEE_DATA: Following(_wish(Wish.SHOW), say("menu.my_data")),
    Intent.CORRECT_DATA: Following(_wish(Wish.CORRECT), say("meant.correct_data")),
    Intent.EXPORT_DATA: Following(_copy, say("meant.export_data")),
    Intent.DELETE_DATA: Following(_wish(Wish.DELETE), say("meant.delete_data")),
    Intent.WITHDRAW_CONSENT: Following(_wish(Wish.WITHDRAW), say("meant.withdraw")),
    Intent.LEAVE_CLUB: Following(_wish(Wish.LEAVE), say("withdraw.button_roster")),
    Intent.MUTE: Following(_mute, say("mute.yes")),
    Intent.UNMUTE: Following(_unmute, say("meant.unmute")),
    Intent.JOIN: Following(_join, say("menu.join")),
    Intent.REGISTER: Following(_register, say("join.for_relative")),
    Intent.FOUND: Following(_found, say("menu.found")),
    Intent.CODE: Following(_code, say("join.have_code")),
    Intent.EVENT_QUESTION: Following(_event_question, say("meant.event_question"), (Need.CLUB,)),
    Intent.MY_STATE: Following(_my_state, say("meant.my_state")),
    Intent.ROSTER: Following(_screen(buttons.Members), say("meant.roster"), (Need.ORGANISER,)),
    Intent.CALL_LIST: Following(_screen(buttons.Calls), say("meant.call_list"), (Need.ORGANISER,)),
    Intent.REPORT: Following(_report, say("menu.report"), (Need.STAFF,)),
    Intent.PAPERS: Following(_screen(buttons.Papers), say("meant.papers"), (Need.ORGANISER,)),
    Intent.STEPS: Following(_screen(buttons.Checklist), say("founding.steps"), (Need.ORGANISER,)),
    Intent.INVITE: Following(_invite, say("meant.invite"), (Need.STAFF,)),
    **dict.fromkeys(
        (
            Intent.ATTENDANCE_LIST,
            Intent.SET_EVENT,
            Intent.MOVE_EVENT,
            Intent.CANCEL_EVENT,
            Intent.END_SERIES,
            Intent.CHANGE_SERIES,
        ),
        _EVENTS,
    ),
    Intent.ADDRESS_FORM: Following(_address_form, say("address.offer")),
    Intent.LANGUAGE: Following(_language, say("meant.language")),
    Intent.NAVIGATE: Following(_navigate, say("engine.to_menu")),
    Intent.GREETING: Following(_greet),
    Intent.THANKS: Following(_say(say("engine.welcome"))),
    Intent.ABOUT_BOT: Following(_say(say("talk.about_bot"))),
    Intent.SMALL_TALK: Following(_say(say("talk.small_talk"))),
    Intent.INSULT: Following(_say(say("talk.insult"))),
    Intent.QUESTION: Following(_question, say("menu.ask")),
}
"""By intent. What isn't here is nothing that anything follows from where nothing was asked."""
