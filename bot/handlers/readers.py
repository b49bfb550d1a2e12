"""The table of readers: what a text is, asked from the first row to the last.

A row is asked where the scene has what it needs and the text is of the kind that it hears. The
first that takes the text answers it; its name is kept with the update, so that an operator sees
why something was said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.handlers import general, offers, understood, words
from bot.handlers.answers import calling_back
from bot.handlers.answers.aftercare_screens import read_how_it_is
from bot.handlers.answers.danger import answer_danger
from bot.handlers.answers.following import read_secret
from bot.handlers.events.coming import read_changed_answer, read_coming, read_none_open
from bot.handlers.events.following import read_cancel, read_set
from bot.handlers.events.members_coming import read_members_coming
from bot.handlers.events.resting import read_away, read_back
from bot.handlers.events.series_screens import read_how_much
from bot.handlers.events.several import read_each
from bot.handlers.members import following as joining
from bot.handlers.members.roster_screens import read_pasted
from bot.handlers.members.told_ahead import read_ahead
from bot.handlers.own_data import returning
from bot.handlers.scene import Need, Standing
from bot.handlers.talk import screens as talk
from bot.intents.attendance import takes_death_back
from bot.intents.club_sought import asks_for_clubs
from bot.intents.event_kinds import asks_about_event, kind_to_set
from bot.intents.event_to_come import changes_answer, tells_of_somebody
from bot.intents.live import read_of_organiser, read_own, says_to_cancel
from bot.intents.series import answers_for_good
from bot.intents.staff_words import read_staff_request
from bot.intents.today import asks_day
from bot.intents.unwell import feels_unwell
from bot.intents.wishes import wants_back, wants_for_good
from bot.intents.words import Meaning, meaning_of, meanings_of
from bot.language.names import is_full_name
from bot.language.places import says_place
from bot.language.text import clean, single_line

CONVERSATION = "conversation"
"""The reader of answers."""
SHORTEST_QUESTION = 3
"""Words that a question has at least that a club may have answered."""
SHORTEST_SPELLED = 9
"""Words of a message in which a number may be spelled out."""
SHORTEST_NEWS = 4
"""Words that news of a scam has at least; a form's usual answers aren't weighed for it."""


ELSEWHERE = (
    Meaning.MENU,
    Meaning.HELLO,
    Meaning.GOODBYE,
    Meaning.HELP,
    Meaning.THANKS,
    Meaning.PERSON_IN_CHARGE,
)
"""Whole messages that say nothing of who comes, whatever was asked."""


def _anything(_text: str) -> bool:
    return True


def _has_some_words(text: str) -> bool:
    return len(single_line(text).split()) >= SHORTEST_QUESTION


@dataclass(frozen=True)
class Reader:
    """A row: its name, what it hears, what must stand before the writer, and why it has its place.

    `take` answers the text, or leaves it to the rows below with False.
    """

    name: str
    take: Callable[[Standing, str], bool]
    reason: str
    needs: tuple[Need, ...] = ()
    hears: Callable[[str], bool] = _anything

    def reads(self, scene: Standing, text: str) -> bool:
        """Answer a text where it is for this row; False where it isn't."""
        if not self.hears(text):
            return False
        return all(map(scene.meets, self.needs)) and self.take(scene, text)


DANGER = Reader(
    "danger",
    answer_danger,
    "somebody may die while anything else is thought of, so nothing that is open keeps it back",
)

READERS: Sequence[Reader] = (
    DANGER,
    Reader(
        "pasted_list",
        read_pasted,
        "names, years and numbers in lines would be taken for words, a secret or a paste gone wrong",
        (Need.ORGANISER,),
        hears=lambda text: "\n" in text,
    ),
    Reader(
        "too_long",
        general.too_long,
        "a paste gone wrong is no message; reading on in it would find anything",
        hears=lambda text: len(text) > general.LONGEST_MESSAGE,
    ),
    Reader(
        "nothing",
        general.nothing,
        "what has no letter left answers nothing below",
        hears=lambda text: not text,
    ),
    Reader(
        "slash",
        words.read_slash,
        "a slash is typed by a menu of the platform and means only one thing",
        hears=lambda text: text.startswith("/"),
    ),
    Reader(
        "wish_again",
        offers.read_wish_again,
        "who is asked whether something is to stop and wishes it once more has said yes",
        (Need.LAST,),
    ),
    Reader(
        "own_data",
        general.own_data,
        "who wants to leave or to be forgotten is heard in the middle of anything",
    ),
    Reader(
        "language",
        talk.read_language,
        "who can't read the open question can't answer it first",
        hears=general.says(Meaning.ENGLISH, Meaning.VIETNAMESE),
    ),
    Reader(
        "everywhere",
        words.read_typed,
        "one's own data and an end of messages are a right, not an answer",
        hears=general.says(Meaning.MY_DATA, Meaning.STOP_MESSAGES, Meaning.START_MESSAGES),
    ),
    Reader(
        "shown_choice",
        offers.read_shown,
        "a digit or a whole label can only mean what stands before his eyes",
        (Need.SHOWN,),
    ),
    Reader(
        "one_or_all",
        read_how_much,
        "asked whether one day is meant or all, words of either are no new wish",
        (Need.LAST,),
        lambda text: answers_for_good(text) is not None,
    ),
    Reader(
        "deletion",
        returning.read_deletion,
        "what was deleted by mistake can be had back for a day, whatever is asked meanwhile",
        hears=lambda text: wants_back(text) or wants_for_good(text),
    ),
    Reader(
        "how_it_is",
        read_how_it_is,
        "who was in danger and is asked how it is must be heard before anything that was open",
        (Need.SHOWN,),
    ),
    Reader(
        "away",
        read_away,
        "who lies in hospital is not to be reminded, whatever else is said about him",
        (Need.PEOPLE,),
    ),
    Reader(
        "each_event",
        read_each,
        "of two reminders that wait each is answered by its own name, not the later one by both",
        (Need.SHOWN,),
    ),
    Reader(
        "who_comes",
        offers.read_who_comes,
        "a reminder that was shown last owns the next answer; an older form waits",
        (Need.REMINDED,),
        hears=lambda text: meaning_of(text) not in ELSEWHERE,
    ),
    Reader(
        "alive",
        general.alive,
        "until it is heard that somebody lives nothing is sent about him",
        (Need.PEOPLE,),
        takes_death_back,
    ),
    Reader(
        "back",
        read_back,
        "who is home again is reminded again; nobody would say so twice",
        (Need.PEOPLE,),
    ),
    Reader(
        "earlier_choice",
        offers.read_earlier,
        "a whole label of an older message is meant as it stands, once the last one has no such",
        (Need.EARLIER,),
    ),
    Reader(
        "call_back",
        calling_back.read_number,
        "a number at the offer of a call is where to call, whatever it would be elsewhere",
        hears=calling_back.says_number,
    ),
    Reader(
        "code",
        general.code,
        "only what is known as a code counts, so it takes no answer away from what is open",
    ),
    Reader(
        "in_between",
        offers.read_in_between,
        "a bare yes or no answers what was read last, not the form behind it",
        (Need.LAST,),
    ),
    Reader(
        "scam",
        understood.read_scam,
        "who is being cheated right now is told so in the middle of a form, too",
        (Need.QUESTION,),
        hears=lambda text: len(text.split()) >= SHORTEST_NEWS,
    ),
    Reader(
        "secret",
        read_secret,
        "what nobody should send is no answer to anything, and is not kept as one",
        hears=lambda text: any(map(str.isdecimal, text)) or len(text.split()) >= SHORTEST_SPELLED,
    ),
    Reader(
        "staff_meanwhile",
        words.read_staff_meanwhile,
        "who works for a club may need another screen now; his form waits and loses nothing",
        (Need.QUESTION, Need.STAFF),
        hears=lambda text: read_staff_request(text) is not None,
    ),
    Reader(
        CONVERSATION,
        general.conversation,
        "what is asked owns whatever can be its answer; the rest is only for who is asked nothing",
        (Need.QUESTION,),
    ),
    Reader(
        "warned",
        understood.read_warned,
        "who is being cheated or gives a secret away is told at once, before any screen or article",
        hears=lambda text: not meanings_of(text),
    ),
    Reader(
        "told_ahead",
        read_ahead,
        "what is told of somebody while a club must be chosen is written down once it is",
        (Need.LAST,),
    ),
    Reader(
        "later",
        general.later,
        "news of who comes is worth more than a label it may resemble, and names whom it is about",
        (Need.PEOPLE,),
    ),
    Reader(
        "coming",
        read_coming,
        "who says that he comes to the next one, or not, needs no reminder to be noted",
        (Need.PEOPLE,),
    ),
    Reader(
        "changed_answer",
        read_changed_answer,
        "what was answered to a reminder is put right in any words, as it was said that it may be",
        (Need.PEOPLE,),
        hears=changes_answer,
    ),
    Reader(
        "club_answer",
        general.club_answer,
        "what the own club wrote to just this question is nearer than a calendar or an article",
        hears=_has_some_words,
    ),
    Reader(
        "own_club",
        general.own_club,
        "how many they are and how far they came is known here, for those who belong to it",
        hears=lambda text: read_own(text) is not None,
    ),
    Reader(
        "organised",
        general.organised,
        "how many there are and how far the founding came, asked by who organises: his screen says it",
        (Need.ORGANISER,),
        lambda text: read_of_organiser(text) is not None,
    ),
    Reader(
        "day",
        general.day,
        "what day it is asks for no event and no article",
        hears=asks_day,
    ),
    Reader(
        "event_question",
        words.read_event_question,
        "when and where is answered from the club's own calendar before any article",
        (Need.CLUB,),
        asks_about_event,
    ),
    Reader(
        "leave",
        talk.read_leave,
        "who goes on later says so in words of going on: nothing is to be opened now",
        hears=talk.says_to_leave,
    ),
    Reader(
        "offer",
        offers.read_offer,
        "words of a label mean it while it stands last in the chat, before words of command do",
        (Need.LAST,),
    ),
    Reader(
        "go_on",
        talk.read_go_on,
        "what was left last is gone on with before the founding's next step is looked for",
        hears=general.says(Meaning.GO_ON),
    ),
    Reader(
        "cancel",
        read_cancel,
        "who organises and calls something off means an event, and no reminders of his own",
        (Need.ORGANISER,),
        says_to_cancel,
    ),
    Reader(
        "command",
        words.read_typed,
        "whole messages that are words of command, once nothing that was asked wants them",
    ),
    Reader(
        "asks_for",
        talk.read_asked_for,
        "a conversation that is begun by words of its own, which are no other word of command",
        hears=talk.asks_for_conversation,
    ),
    Reader(
        "club_sought",
        joining.read_club_sought,
        "which club is near is looked up, and is no question for an article nor a wish to join",
        hears=lambda text: asks_for_clubs(text) and not talk.asks_for_conversation(text),
    ),
    Reader(
        "members_coming",
        read_members_coming,
        "who organises hears from members whether they come, and has it noted for them",
        (Need.ORGANISER,),
        tells_of_somebody,
    ),
    Reader(
        "steps",
        general.steps,
        "a founding's steps are called by their names by nobody but who founds",
        (Need.ORGANISER,),
    ),
    Reader(
        "sets_event",
        read_set,
        "what it is and when is all that its form asks for; staff's own words show a screen only",
        (Need.ORGANISER,),
        lambda text: kind_to_set(text) is not None,
    ),
    Reader(
        "staff",
        words.read_staff,
        "the screens of who works for clubs, by their own words",
        (Need.STAFF,),
    ),
    Reader(
        "own_name",
        words.read_own_name,
        "a coordinator answers with his name what was asked when he used his code",
        (Need.STAFF,),
        is_full_name,
    ),
    Reader(
        "place",
        joining.read_place,
        "whoever belongs to no club and says where he lives looks for one there",
        hears=says_place,
    ),
    Reader(
        "registration",
        joining.read_registration,
        "a wish to join, after staff's words that name members too",
        hears=joining.says_to_register,
    ),
    Reader(
        "address_form",
        talk.read_address_form,
        "says how to speak, and asks for nothing",
        hears=talk.says_form,
    ),
    Reader(
        "unwell",
        general.unwell,
        "who is ill or sad is answered kindly, not with an article on illness",
        hears=lambda text: feels_unwell(text) is not None,
    ),
    Reader(
        "none_open",
        read_none_open,
        "who says that he can't come that day isn't asked back what he means: nothing waits for it",
    ),
    Reader(
        "full_name",
        joining.read_full_name,
        "a bare name may be to be written down or to be found: which is asked of who may do either",
        hears=is_full_name,
    ),
    Reader(
        "understood",
        understood.read_understood,
        "what no row above has words for, where all that was written before makes it sure",
    ),
    Reader(
        "not_understood",
        general.not_understood,
        "a lone word, or whom somebody has, asks nothing that could be looked up",
        hears=general.says_nothing,
    ),
    Reader(
        "unsure",
        understood.read_unsure,
        "asking back with the likeliest is better than an article that nobody asked for",
    ),
    Reader("question", general.question, "whatever is left is taken as a question"),
)


def read(scene: Standing, raw: str) -> str:
    """Answer what was typed; the name of the reader that took it."""
    text = clean(raw)
    for reader in READERS:
        if reader.reads(scene, text):
            return reader.name
    raise AssertionError("the last row takes everything")


def read_danger(scene: Standing, raw: str) -> bool:
    """Answer words of danger in what came with a link, too."""
    return DANGER.reads(scene, clean(raw))
