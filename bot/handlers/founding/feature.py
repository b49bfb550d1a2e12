"""What founding a club brings to the bot's tables."""

from __future__ import annotations

from bot import buttons
from bot.conversations import effects
from bot.conversations.founding import FLOWS
from bot.domain.due import DueKind
from bot.handlers import menu
from bot.handlers.acting import Acting
from bot.handlers.feature import Action, Feature, Following, Handling, done, screen, told
from bot.handlers.founding import commands, following, nudges, offering, outcome_screens, screens
from bot.handlers.guards import anyone, coordinator_of, organiser
from bot.handlers.members.places import look_for_place
from bot.handlers.scene import Need
from bot.intents.understanding import Intent
from bot.speech.translation import say


def _roster_changed(acting: Acting, effect: effects.RosterChanged) -> None:
    commands.recompute(acting.zone, acting.uow, effect.club_id)
    look_for_place(acting.uow, effect.club_id)


FOUNDING = Feature(
    "founding",
    flows=FLOWS,
    actions={
        buttons.Found: Action(screens.found_action, anyone),
        buttons.OpenClub: Action(menu.club_action, anyone),
        buttons.Checklist: Action(screens.checklist, organiser),
        buttons.Steps: Action(screens.steps_action, organiser),
        buttons.OpenStep: Action(screens.step_action, organiser),
        buttons.Unchanged: Action(screens.unchanged_action, organiser),
        buttons.Rework: Action(screens.rework_action, organiser),
        buttons.ConfirmDecision: Action(
            outcome_screens.confirm_action, coordinator_of, leaves=False
        ),
        buttons.DisputeDecision: Action(
            outcome_screens.dispute_action, coordinator_of, leaves=False
        ),
    },
    effects=(
        done(effects.RosterChanged, _roster_changed),
        done(
            effects.FoundingOutdated,
            lambda acting, effect: commands.recompute(acting.zone, acting.uow, effect.club_id),
        ),
        told(effects.OpenFounding, outcome_screens.open_founding),
        told(effects.FoundingOpened, outcome_screens.tell_opened),
        told(effects.RenameClub, outcome_screens.rename),
        told(effects.PassOverStep, outcome_screens.pass_over),
        told(effects.GoOnWithFewer, outcome_screens.go_on_with_fewer),
        told(effects.FewWentOn, outcome_screens.tell_few_went_on),
        told(effects.PlanMeeting, outcome_screens.plan_meeting),
        told(effects.FoundingChanged, outcome_screens.step_changed),
        told(effects.FoundingShown, offering.show_next),
        told(effects.SupportRefused, outcome_screens.tell_support_refused),
        told(effects.RecognitionRefused, outcome_screens.tell_recognition_refused),
        told(effects.DecisionNoted, outcome_screens.ask_to_compare),
        told(effects.DecisionConfirmed, outcome_screens.tell_confirmed),
        told(effects.DecisionDisputed, outcome_screens.tell_disputed),
    ),
    following={
        Intent.FOUND: Following(following.found, say("menu.found")),
        Intent.STEPS: Following(
            screen(buttons.Checklist), say("founding.steps"), (Need.ORGANISER,)
        ),
    },
    due={DueKind.NUDGE: Handling(nudges.nudge)},
    organisers_words={"report": buttons.OpenClub},
)
