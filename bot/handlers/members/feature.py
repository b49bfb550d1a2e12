"""What a club's roster brings to the bot's tables."""

from __future__ import annotations

from functools import partial

from bot import buttons
from bot.conversations import effects
from bot.conversations.effects import Press
from bot.conversations.organising import FIND, LIMIT, LINE, LIST, REASON, REFUSAL
from bot.conversations.registration import FLOW
from bot.domain.due import DueKind
from bot.handlers import joining
from bot.handlers.feature import Action, Feature, Following, Handling, screen, told
from bot.handlers.guards import answers_claim, anyone, organiser, organiser_of_member
from bot.handlers.members import (
    accepting_screens,
    consent_screens,
    deaths,
    following,
    registration_screens,
    roster_export,
    roster_screens,
    same_person,
    screens,
    secretary_screens,
    speakers_screens,
)
from bot.handlers.members.secretary_screens import LISTS
from bot.handlers.scene import Need, Standing
from bot.intents.understanding import Intent
from bot.intents.words import Meaning
from bot.speech.translation import say


def _join(scene: Standing) -> None:
    joining.join_action(scene.services, scene.turn)


def _add(scene: Standing) -> None:
    """ "thêm người" of an organiser is about his roster, else about whom to register."""
    if scene.organised:
        scene.turn.do(Press(buttons.Members(scene.organised[0].id)))
    else:
        _join(scene)


MEMBERS = Feature(
    "members",
    flows=(FLOW, REASON, FIND, LIST, LINE, LIMIT, REFUSAL),
    actions={
        buttons.Join: Action(joining.join_action, anyone),
        buttons.FindClub: Action(joining.find_action, anyone),
        buttons.JoinWithCode: Action(joining.join_with_code, anyone),
        buttons.JoinClub: Action(joining.join_club, anyone),
        buttons.RegisterSelf: Action(joining.register_self_action, anyone),
        buttons.RegisterRelative: Action(joining.register_relative_action, anyone),
        buttons.RegisterByOrganiser: Action(joining.register_by_organiser_action, organiser),
        buttons.NoteConsent: Action(joining.note_consent_action, organiser),
        buttons.Members: Action(screens.members_action, organiser),
        buttons.Names: Action(screens.names_action, organiser),
        buttons.WhoseConsents: Action(consent_screens.whose_action, organiser),
        buttons.ReadConsents: Action(consent_screens.read_action, organiser_of_member),
        buttons.GetList: Action(roster_export.export_action, organiser),
        buttons.Search: Action(secretary_screens.search_action, organiser),
        buttons.Secretary: Action(secretary_screens.secretary_action, organiser),
        buttons.SecretaryList: Action(secretary_screens.list_action, organiser),
        buttons.ChangeState: Action(
            secretary_screens.change_action, organiser_of_member, leaves=False
        ),
        buttons.Speakers: Action(speakers_screens.speakers_action, organiser_of_member),
        buttons.ChangeSpeaker: Action(
            speakers_screens.change_action, organiser_of_member, leaves=False
        ),
        buttons.Member: Action(screens.member_action, organiser_of_member),
        buttons.Approve: Action(screens.approve_action, organiser_of_member, leaves=False),
        buttons.RefusalReason: Action(
            accepting_screens.reason_action, organiser_of_member, leaves=False
        ),
        buttons.ApproveAll: Action(accepting_screens.approve_all_action, organiser),
        buttons.WaitingList: Action(accepting_screens.waiting_list_action, organiser),
        buttons.MemberLimit: Action(accepting_screens.limit_action, organiser),
        buttons.Refuse: Action(screens.refuse_action, organiser_of_member, leaves=False),
        buttons.JoinCode: Action(screens.join_code_action, organiser),
        buttons.CoOrganiser: Action(screens.co_organiser_action, organiser),
        buttons.SendList: Action(screens.send_list_action, organiser),
        buttons.ImportList: Action(roster_screens.import_action, organiser),
        buttons.PutListAside: Action(roster_screens.put_aside_action, organiser),
        buttons.ViewChanges: Action(roster_screens.changes_action, organiser),
        buttons.AskLines: Action(roster_screens.ask_lines_action, organiser),
        buttons.TakeBackList: Action(roster_screens.take_back_action, organiser),
        buttons.Fewer: Action(screens.fewer_action, organiser),
        buttons.Skip: Action(screens.skip_action, organiser),
        buttons.ReportDeath: Action(deaths.report_action, anyone, leaves=False),
        buttons.DeathOf: Action(deaths.death_of_action, organiser_of_member, leaves=False),
        buttons.Deceased: Action(screens.deceased_action, organiser_of_member, leaves=False),
        buttons.Same: Action(same_person.same_action, organiser_of_member, leaves=False),
        buttons.Different: Action(same_person.different_action, organiser_of_member, leaves=False),
        buttons.AnswerClaim: Action(same_person.claim_action, answers_claim, leaves=False),
    },
    effects=(
        told(effects.Register, registration_screens.register),
        told(effects.KeepName, registration_screens.keep_name),
        told(effects.ExplainRefusal, accepting_screens.tell_reason),
        told(effects.LimitMembers, accepting_screens.limit_set),
        told(effects.FindClub, joining.show_found),
        told(effects.MemberApplied, screens.tell_applied),
        told(effects.MemberUnconfirmed, screens.tell_unconfirmed),
        told(effects.MembershipDecided, screens.tell_decision),
        told(effects.MembershipChanged, secretary_screens.tell_changed),
        told(effects.SpeakerChanged, speakers_screens.tell_changed),
        told(effects.FindMember, secretary_screens.find),
        told(effects.MembershipLinked, speakers_screens.tell_linked),
        told(effects.ClaimMade, same_person.ask_member),
        told(effects.ClaimAgreed, same_person.tell_agreed),
        told(effects.ClaimDenied, same_person.tell_denied),
        told(effects.DeathReported, deaths.tell_reported),
        told(effects.ImportRoster, roster_screens.show_preview),
        told(effects.AnswerListLine, roster_screens.line_answered),
    ),
    following={
        Intent.JOIN: Following(following.join, say("menu.join")),
        Intent.REGISTER: Following(following.register, say("join.for_relative")),
        Intent.ROSTER: Following(screen(buttons.Members), say("meant.roster"), (Need.ORGANISER,)),
    },
    typed={Meaning.REGISTER: _join, Meaning.ADD: _add},
    organisers_words={
        "coorganiser": buttons.CoOrganiser,
        "members": buttons.Members,
        "joincode": buttons.JoinCode,
        "find": buttons.Search,
        "secretary": buttons.Secretary,
        "importback": buttons.TakeBackList,
        "getlist": buttons.GetList,
        "limit": buttons.MemberLimit,
        "counts": buttons.Members,
        **{which: partial(buttons.SecretaryList, which=which) for which in LISTS},
    },
    due={
        DueKind.PLACE: Handling(accepting_screens.tell_of_place),
        DueKind.DEATH: Handling(deaths.ask_of_death),
        DueKind.DEATH_NEWS: Handling(deaths.ask_of_news),
    },
)
