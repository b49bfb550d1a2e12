"""The table of the registration.

The order is the law's (Law 91/2025 art. 9; Decree 356/2025 art. 6): notice, consent, then the
rest. For a relative only the form of address and the relation come before the notice.
"""

from __future__ import annotations

from bot.conversations.engine import Flow, Step
from bot.conversations.engine.kinds import (
    AddressKind,
    BirthKind,
    CalledKind,
    ChoiceKind,
    ConfirmKind,
    ConsentKind,
    DateKind,
    NameKind,
    PhoneKind,
    SeveralKind,
    TextKind,
)
from bot.conversations.faults import no_name
from bot.conversations.registration import consents, known, who, writing
from bot.conversations.registration.following import after_called

CIRCUMSTANCES = ("poor", "near_poor", "hardship", "disabled", "none", "undisclosed")
WAYS = ("aloud", "signed_list", "phone", "not_yet")

FLOW = Flow(
    key="registration",
    args={"mode": str, "club": int},
    introduce=writing.introduce,
    allowed=writing.is_allowed,
    left=writing.left,
    finish=writing.finish,
    steps=(
        Step(
            "called",
            CalledKind(shortest=2, longest=120),
            when=who.by_relative,
            after=after_called,
            counted=False,
        ),
        Step(
            "relation",
            ChoiceKind(("parent", "grandparent", "spouse", "neighbour", "other")),
            when=who.asks_relation,
            slots=who.slots,
            counted=False,
        ),
        Step(
            "present",
            who.PresentKind(options_of=who.presence),
            when=who.by_relative,
            slots=who.slots,
            after=consents.after_present,
            shown_in_review=False,
            counted=False,
        ),
        Step(
            "roster",
            ConsentKind(),
            when=who.is_present,
            proved=True,
            notice=who.notice,
            slots=who.slots,
            after=consents.after_roster,
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "reminders",
            ConsentKind(),
            when=who.asks_reminders,
            proved=True,
            slots=who.slots,
            after=consents.noting("reminders"),
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "full_name",
            NameKind(),
            when=who.asks_name,
            slots=who.slots,
        ),
        Step(
            "way",
            ChoiceKind(WAYS),
            when=who.by_organiser,
            proved=True,
            slots=who.slots,
            after=consents.after_way,
            counted=False,
        ),
        Step(
            "consent_date",
            DateKind(past=True),
            when=who.is_noted,
            slots=who.slots,
            counted=False,
        ),
        Step(
            "reminders_noted",
            ConfirmKind(),
            when=who.is_noted,
            proved=True,
            slots=who.slots,
            shown_in_review=False,
            counted=False,
        ),
        Step("birth", BirthKind(), when=who.asks_details, slots=who.slots),
        Step("sex", ChoiceKind(("female", "male")), when=who.asks_details, slots=who.slots),
        Step(
            "shared",
            ChoiceKind(("same", "other")),
            when=who.asks_shared,
            slots=who.shared_slots,
            shown_in_review=False,
        ),
        Step(
            "address",
            AddressKind(shortest=2, longest=150),
            when=who.asks_address,
            optional=True,
            slots=who.slots,
            fault=no_name,
            remark=known.remark("address"),
        ),
        Step(
            "phone",
            PhoneKind(own=who.of_oneself),
            when=who.asks_address,
            optional=True,
            slots=who.slots,
            remark=known.remark("phone"),
        ),
        Step(
            "contact_person",
            TextKind(longest=100),
            when=who.is_noted,
            optional=True,
            slots=who.slots,
            fault=no_name,
        ),
        Step(
            "same_person",
            ConfirmKind(),
            when=who.looks_alike,
            slots=who.slots,
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "circumstances_consent",
            ConsentKind(),
            when=who.speaks_himself,
            proved=True,
            slots=who.slots,
            after=consents.noting("circumstances", asked="circumstances_consent"),
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "circumstances_noted",
            ConfirmKind(),
            when=who.is_noted,
            proved=True,
            slots=who.slots,
            shown_in_review=False,
            counted=False,
        ),
        Step(
            "circumstances",
            SeveralKind(CIRCUMSTANCES, shared="circumstances", alone=("none", "undisclosed")),
            when=who.asks_circumstances,
            slots=who.slots,
            counted=False,
        ),
        Step(
            "sharing",
            ConsentKind(),
            when=who.shares_himself,
            proved=True,
            slots=who.slots,
            after=consents.noting("sharing"),
            counted=False,
            shown_in_review=False,
        ),
        Step(
            "sharing_noted",
            ConfirmKind(),
            when=who.sharing_is_noted,
            proved=True,
            slots=who.slots,
            shown_in_review=False,
            counted=False,
        ),
    ),
)
