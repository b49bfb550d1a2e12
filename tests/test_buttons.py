"""Buttons: what is written is read back, what was sent once stays readable, the rest is nobody's."""

from __future__ import annotations

import inspect
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import buttons
from bot.buttons import Argument, Button, Named, arguments, every_button, read_button, wire
from bot.documents.materials import MATERIALS, Material
from bot.documents.papers import PAPERS, Paper
from bot.domain.founding import StepKey
from bot.handlers.registry import ACTIONS
from bot.storage.data_records import DataRequest
from bot.storage.records import (
    Application,
    Club,
    ClubAnswer,
    Enquiry,
    Event,
    Membership,
    Notice,
    Occurrence,
    Person,
    Standing,
)
from tests.examples import examples

EVERY = sorted(
    (each for each in every_button() if each.__module__.startswith("bot.")),
    key=lambda each: each.verb,
)


def values(argument: Argument) -> st.SearchStrategy[Any]:
    """What a field may hold."""
    found: st.SearchStrategy[Any]
    if argument.kind is bool:
        return st.booleans()
    if get_origin(argument.kind) is Literal:
        found = st.sampled_from(get_args(argument.kind))
    elif argument.one_of:
        found = st.sampled_from(argument.one_of)
    elif argument.kind is StepKey:
        found = st.sampled_from(list(StepKey))
    elif argument.named is Named.PAPER:
        found = st.sampled_from(list(PAPERS))
    elif argument.named is Named.MATERIAL:
        found = st.sampled_from(list(MATERIALS))
    elif argument.kind == buttons.PersonIds:
        found = st.lists(st.integers(1, 2**31 - 1), min_size=1, max_size=6).map(tuple)
    elif argument.kind is int:
        large = argument.named is not None or argument.is_whole
        found = st.integers(1, 2**31 - 1 if large else 9999)
    elif argument.takes_rest:
        found = st.sampled_from(["registration/self/1", "event", "founding.launch_ceremony/3"])
    else:
        found = st.from_regex(r"[a-z][a-z0-9\-]{1,20}", fullmatch=True)
    return st.one_of(st.none(), found) if argument.optional else found


def made(button: type[Button]) -> st.SearchStrategy[Button]:
    return st.builds(button, **{each.name: values(each) for each in arguments(button)})


@pytest.mark.parametrize("button", EVERY, ids=lambda each: each.verb)
@settings(max_examples=examples(30))
@given(data=st.data(), mark=st.sampled_from(["", "!", "?yes", "?no"]))
def test_what_is_written_is_read_back(button: type[Button], data: st.DataObject, mark: str) -> None:
    one = data.draw(made(button))
    value = wire(buttons.Marked(one, mark))
    assert read_button(value) == one
    assert value.endswith(mark)


SENT = {
    "a/menu": buttons.Menu(),
    "a/menu?no": buttons.Menu(),
    "a/continue/registration/self/1": buttons.Continue("registration/self/1"),
    "a/continue/founding.commune_support/2": buttons.Continue("founding.commune_support/2"),
    "a/found?yes": buttons.Found(),
    "a/join": buttons.Join(),
    "a/join/dat-do": buttons.Join("dat-do"),
    "a/joinwithcode": buttons.JoinWithCode(),
    "a/joinclub/3": buttons.JoinClub(3),
    "a/register/self/3?yes": buttons.RegisterSelf(3),
    "a/register/relative/3": buttons.RegisterRelative(3),
    "a/register/relative/3/7?yes": buttons.RegisterRelative(3, 7),
    "a/register/relative/3/0/next?yes": buttons.RegisterRelative(3, None, next=True),
    "a/register/organiser/3?yes": buttons.RegisterByOrganiser(3),
    "a/register/confirm/3/4": buttons.NoteConsent(3, 4),
    "a/club/3?no": buttons.OpenClub(3),
    "a/founding/3": buttons.Checklist(3),
    "a/steps/3": buttons.Steps(3),
    "a/step/3/commune_support": buttons.OpenStep(3, StepKey.COMMUNE_SUPPORT),
    "a/step/3/survey/do?yes": buttons.OpenStep(3, StepKey.SURVEY, "do"),
    "a/step/3/commune_support/answer/not_agreed": buttons.OpenStep(
        3, StepKey.COMMUNE_SUPPORT, "answer", "not_agreed"
    ),
    "a/unchanged/3/survey?no": buttons.Unchanged(3, StepKey.SURVEY),
    "a/rework/3": buttons.Rework(3),
    "a/papers/3": buttons.Papers(3),
    "a/papers/3/founding_members!": buttons.Papers(3, StepKey.FOUNDING_MEMBERS),
    "a/paper/3/invitation": buttons.SendPaper(3, "invitation"),
    "a/paper/3/invitation/9": buttons.SendPaper(3, "invitation", 9),
    "a/members/3": buttons.Members(3),
    "a/members/3/0": buttons.Members(3),
    "a/members/3/2": buttons.Members(3, 2),
    "a/names/3/0": buttons.Names(3),
    "a/whoseconsents/3/0": buttons.WhoseConsents(3),
    "a/readconsents/4": buttons.ReadConsents(4),
    "a/getlist/3": buttons.GetList(3),
    "a/member/4": buttons.Member(4),
    "a/approve/4?yes": buttons.Approve(4),
    "a/refuse/4?no": buttons.Refuse(4),
    "a/joincode/3": buttons.JoinCode(3),
    "a/joincode/3/new": buttons.JoinCode(3, new=True),
    "a/coorganiser/3": buttons.CoOrganiser(3),
    "a/sendlist/3": buttons.SendList(3),
    "a/import/3?yes": buttons.ImportList(3),
    "a/importaside/3?no": buttons.PutListAside(3),
    "a/importview/3": buttons.ViewChanges(3),
    "a/importlines/3": buttons.AskLines(3),
    "a/join/find": buttons.FindClub(),
    "a/approveall/3": buttons.ApproveAll(3),
    "a/waitinglist/3": buttons.WaitingList(3),
    "a/limit/3": buttons.MemberLimit(3),
    "a/refusal/3": buttons.RefusalReason(3),
    "a/importback/3": buttons.TakeBackList(3),
    "a/importback/3/sure?yes": buttons.TakeBackList(3, sure=True),
    "a/fewer/3": buttons.Fewer(3),
    "a/skip/3/survey?no": buttons.Skip(3, StepKey.SURVEY),
    "a/events/3": buttons.Events(3),
    "a/event/3/meeting": buttons.NewEvent(3, "meeting"),
    "a/occasion/9?no": buttons.Occasion(9),
    "a/move/9": buttons.Move(9),
    "a/cancel/9": buttons.Cancel(9),
    "a/cancel/9/sure?yes": buttons.Cancel(9, sure=True),
    "a/count/9": buttons.Count(9),
    "a/who/9/none/1": buttons.Who(9, "none", 1),
    "a/keep/9?no": buttons.Keep(9),
    "a/calls/3": buttons.Calls(3),
    "a/calls/3/1": buttons.Calls(3, 1),
    "a/called/8": buttons.Called(8),
    "a/calllater/8/0": buttons.CallLater(8),
    "a/answerfor/9/yes/7": buttons.AnswerFor(9, "yes", 7),
    "a/deceased/4/yes": buttons.Deceased(4, "yes"),
    "a/same/5/4?yes": buttons.Same(5, 4),
    "a/different/5?no": buttons.Different(5),
    "a/consents/3/0": buttons.OpenConsents(3),
    "a/note/4/reminders": buttons.NoteAnswer(4, "reminders"),
    "a/requests/3": buttons.Requests(3),
    "a/request/6/no": buttons.DecideRequest(6, "no"),
    "a/attend/9/yes/7": buttons.Attend(9, "yes", (7,)),
    "a/attend/9/each/7,8": buttons.Attend(9, "each", (7, 8)),
    "a/attend/9/no/7/8,10": buttons.Attend(9, "no", (7,), (8, 10)),
    "a/danger/any": buttons.Danger("any"),
    "a/article/founding-steps/0": buttons.Article("founding-steps"),
    "a/article/founding-steps/2": buttons.Article("founding-steps", 2),
    "a/ask/hand_on?yes": buttons.Ask("hand_on"),
    "a/ask/go_on?no": buttons.Ask("go_on"),
    "a/reply/2": buttons.Reply(2),
    "a/invite": buttons.Invite(),
    "a/invite/dat-do": buttons.Invite("dat-do"),
    "a/invite/*": buttons.Invite(buttons.ANYWHERE),
    "a/report": buttons.Report(),
    "a/confirm/3": buttons.ConfirmDecision(3),
    "a/dispute/3": buttons.DisputeDecision(3),
    "a/incharge": buttons.PersonInCharge(),
    "a/mydata": buttons.MyData(),
    "a/person/7?no": buttons.ShowPerson(7),
    "a/copy/7": buttons.Copy(7),
    "a/correct/7": buttons.Correct(7),
    "a/delete/7": buttons.Delete(7),
    "a/withdraw/7/circumstances": buttons.Withdraw(7, "circumstances"),
    "a/withdraw/7/reminders/sure?yes": buttons.Withdraw(7, "reminders", sure=True),
    "a/leave/7": buttons.Leave(7),
    "a/leave/7/sure?yes": buttons.Leave(7, sure=True),
    "a/remind/7/3": buttons.Remind(7, 3),
    "a/address": buttons.Address(),
    "a/mute/on?yes": buttons.Mute(),
}
"""As the release before wrote them: they stand in people's chats for months."""


@pytest.mark.parametrize("value", SENT)
def test_a_button_that_was_sent_stays_readable(value: str) -> None:
    assert read_button(value) == SENT[value]


def test_every_button_of_the_release_before_is_among_them() -> None:
    known = {type(each) for each in SENT.values()}
    assert set(EVERY) - known == NEW


NEW: set[type[Button]] = {
    buttons.Stay,
    buttons.AfterDanger, buttons.Announce, buttons.AnswerClaim, buttons.Calendar,
    buttons.CancelInvitation, buttons.Invitations, buttons.OwnName, buttons.PickClub,
    buttons.Overseen, buttons.ChangeStanding, buttons.DeclineStanding, buttons.AskStanding,
    buttons.ChangeSeries, buttons.Clear, buttons.ClubAnswers, buttons.DeathOf, buttons.DropAnswer,
    buttons.EditAnswer, buttons.EndSeries, buttons.Gaps, buttons.Judge, buttons.KeepAnswer,
    buttons.Materials, buttons.Meant, buttons.MeantToo, buttons.MemberData, buttons.MemberWish, buttons.OpenAnswer, buttons.PassedAway, buttons.Passage,
    buttons.ReportAreas, buttons.ReportDeath, buttons.Settled, buttons.Share,
    buttons.Rested, buttons.SendMaterial, buttons.MoreRights, buttons.Restrict,
    buttons.TakeBack, buttons.EraseForGood,
    buttons.LiftRestriction, buttons.ObjectToUse, buttons.ComplainOfData, buttons.MyRequests,
    buttons.WhoSaw, buttons.TellMe, buttons.Search, buttons.Secretary, buttons.SecretaryList,
    buttons.ChangeState, buttons.Speakers, buttons.ChangeSpeaker,
    buttons.TakeMeOut,
}  # fmt: skip
"""Buttons that the release before didn't have."""


@pytest.mark.parametrize(
    "value",
    [
        "", "a", "a/", "c/1/x", "menu", "a/nothing", "a/club", "a/club/", "a/club/0", "a/club/x",
        "a/club/-1", "a/club/1.5", "a/club/٣", "a/club/99999999999", "a/club/2147483648",
        "a/club/1/2", "a/step/1/nothing", "a/step/1/survey/perhaps", "a/members/1/-1",
        "a/members/1/10000", "a/approve", "a/event/1/dancing", "a/note/1/roster", "a/note/1/x",
        "a/withdraw/1/x", "a/withdraw/1/reminders/perhaps", "a/attend/1/yes", "a/attend/1/yes/",
        "a/attend/1/yes/1,x", "a/attend/1/maybe/1", "a/danger/fire", "a/ask/me", "a/mute",
        "a/mute/off", "a/register", "a/register/king/1", "a/register/confirm/1", "a/join/",
        "a/menu/1", "a/deceased/1/perhaps", "?yes",
    ],
)  # fmt: skip
def test_what_can_not_be_read_is_no_button(value: str) -> None:
    assert read_button(value) is None


@given(st.text(max_size=60))
def test_whatever_comes_is_read_or_not(value: str) -> None:
    found = read_button(f"a/{value}")
    assert found is None or read_button(wire(found)) == found


# Actions and guards take what buttons hold

RECORDS: dict[Named, Any] = {
    Named.CLUB: Club,
    Named.MEMBERSHIP: Membership,
    Named.APPLICATION: Application,
    Named.EVENT: Event,
    Named.OCCURRENCE: Occurrence,
    Named.NOTICE: Notice,
    Named.PERSON: Person,
    Named.REQUEST: DataRequest,
    Named.ENQUIRY: Enquiry,
    Named.PAPER: Paper,
    Named.MATERIAL: Material,
    Named.CLUB_ANSWER: ClubAnswer,
    Named.STANDING: Standing,
}


def held(button: type[Button]) -> dict[str, Any]:
    """The type in which each field comes to the action."""
    found = {}
    for argument in arguments(button):
        kind = RECORDS[argument.named] if argument.named else argument.kind
        found[argument.name] = kind | None if argument.optional else kind
    return found


def test_every_button_has_an_action() -> None:
    assert set(ACTIONS) == set(EVERY)


@pytest.mark.parametrize("button", EVERY, ids=lambda each: each.verb)
def test_actions_and_guards_take_what_the_button_holds(button: type[Button]) -> None:
    action, fields = ACTIONS[button], held(button)
    assert action.taken == tuple(fields)
    assert set(action.guarded) <= set(fields)
    for function, taken in ((action.run, action.taken), (action.guard, action.guarded)):
        hints = get_type_hints(function, vars(inspect.getmodule(function)))
        for name in taken:
            assert hints[name] == fields[name], (function.__name__, name)
