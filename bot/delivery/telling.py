"""Speaking to an account: its language, its form of address, its channel's limits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.buttons import Pressable, wire
from bot.domain.events.rules import next_allowed
from bot.domain.rights import Right
from bot.messages import BY_WORDS, CHANNELS, Capabilities, Choice, Kind
from bot.speech.cutting import split_text, utf16_length
from bot.speech.forms import form_english, form_for
from bot.speech.translation import Speaker, people_in
from bot.storage.records import Account
from bot.storage.unit_of_work import UnitOfWork

Choices = Sequence[Sequence[tuple[Any, Pressable]]]
"""Rows of choices: what each says, and the button."""


def compose(text: str, rows: Sequence[Sequence[Choice]], capabilities: Capabilities) -> str:
    """The text as a channel shows it: without buttons the choices stand in it, numbered."""
    choices = [choice for row in rows for choice in row]
    if capabilities.buttons or not choices:
        return text
    # Such a choice goes by its words: a question for a number takes digits as the number, and
    # the way back has no digit that somebody might mean otherwise.
    numbered = [
        f"{place}. {choice.label}"
        for place, choice in enumerate(choices, 1)
        if not choice.value.endswith(BY_WORDS)
    ]
    worded = [f"- {choice.label}" for choice in choices if choice.value.endswith(BY_WORDS)]
    return "\n".join((text, *_lines(numbered), *_lines(worded)))


def without_choices(text: str, rows: Sequence[Sequence[Choice]], capabilities: Capabilities) -> str:
    """The text of a message that was sent, without the choices that `compose` put into it."""
    return text.removesuffix(compose("", rows, capabilities))


def _lines(shown: list[str]) -> list[str]:
    """Few and short choices in one line, others under one another."""
    short = len(shown) <= 3 and sum(map(len, shown)) <= 50
    return ["  ".join(shown)] if shown and short else shown


def speaker_for(uow: UnitOfWork, account: Account, zone: ZoneInfo) -> Speaker:
    """How an account is spoken to: by what it chose, else by age and sex of its own person.

    An account of staff without a person of its own is "anh/chị" (a proposal, settable).
    """
    if account.language == "en":
        form = form_english()
        return Speaker("en", form.address, form.speaker)
    person = uow.people.self_of(account.id)
    staff = person is None and bool(uow.accounts.roles(account.id))
    form = form_for(
        birth_year=person.birth_year if person else None,
        sex=person.sex if person else None,  # type: ignore[arg-type]
        year=uow.now.astimezone(zone).year,
        chosen=account.form_of_address,
        staff=staff,
    )
    return Speaker(account.language, form.address, form.speaker)


def stranger_speaker(language: str) -> Speaker:
    """How somebody is spoken to of whom nothing is known yet."""
    form = form_english() if language == "en" else form_for(birth_year=None, sex=None, year=0)
    return Speaker(language, form.address, form.speaker)


def queue(
    uow: UnitOfWork,
    account: Account,
    *,
    key: str,
    kind: Kind,
    text: str,
    rows: Sequence[Sequence[Choice]] = (),
    files: Sequence[tuple[str, str]] = (),
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    priority: int | None = None,
    inbox_id: int | None = None,
    rights: Collection[Right] = (),
) -> int | None:
    """Put a message into the outbox, in as many pieces as the channel needs.

    The choices go with the last piece; its row's id is returned, None when the key was known.
    """
    capabilities = CHANNELS[account.capabilities]
    whole = compose(text, rows, capabilities)
    pieces = [(piece, ()) for piece in split_text(whole, capabilities.text_limit)] or [("", ())]
    messages: list[tuple[str, Sequence[tuple[str, str]]]] = [*pieces]
    if files:
        messages[-1] = (messages[-1][0], files)
    if files and capabilities.caption_limit is not None:
        # A file a message, so that each is sent or not sent for itself; the last carries the text.
        fits = len(pieces) == 1 and utf16_length(whole) <= capabilities.caption_limit
        alone = files[:-1] if fits else files
        messages = [*(("", [file]) for file in alone), *pieces]
        if fits:
            messages[-1] = (whole, files[-1:])
    last: int | None = None
    for place, (piece, carried) in enumerate(messages):
        final = place == len(messages) - 1
        last = uow.outbox.add(
            account.id,
            account.channel,
            key=key if final else f"{key}#{place}",
            kind=kind.value,
            text=piece,
            rows=rows if final else (),
            files=carried,
            not_before=not_before,
            expires_at=expires_at,
            priority=priority,
            inbox_id=inbox_id,
            rights=rights,
        )
    return last


def tell(
    uow: UnitOfWork,
    account: Account,
    zone: ZoneInfo,
    *,
    key: str,
    phrase: Any,
    kind: Kind = Kind.NOTICE,
    choices: Choices = (),
    files: Sequence[tuple[str, str]] = (),
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    priority: int | None = None,
    rights: Collection[Right] = (),
) -> int | None:
    """Say a phrase to an account that did not just write: (label, button) pairs a row.

    It is read under `rights`, and by who speaks for the persons that it names.

    Files go only where the channel carries them. Nobody is disturbed in the quiet hours, whatever it is about.
    """
    if not_before is None and kind not in (Kind.REPLY, Kind.ANSWER):
        not_before = next_allowed(uow.now, zone)
    speaker = speaker_for(uow, account, zone)
    rows = [[Choice(speaker.text(label), wire(button)) for label, button in row] for row in choices]
    return queue(
        uow,
        account,
        key=key,
        kind=kind,
        text=speaker.text(phrase),
        rows=rows,
        files=files if CHANNELS[account.capabilities].files else (),
        not_before=not_before,
        expires_at=expires_at,
        priority=priority,
        rights={*rights, *rights_to_read(phrase, choices)},
    )


def rights_to_read(phrase: Any, choices: Choices = ()) -> set[Right]:
    """What one must be to read words: to speak for everybody whom they name."""
    labels = [label for row in choices for label, _ in row]
    return {Right.speaks_for(each) for words in (phrase, *labels) for each in people_in(words)}


def tell_each(
    uow: UnitOfWork,
    accounts: Iterable[Account],
    zone: ZoneInfo,
    *,
    key: str,
    phrase: Any,
    kind: Kind = Kind.NOTICE,
    choices: Choices = (),
    files: Sequence[tuple[str, str]] = (),
    expires_at: datetime | None = None,
    rights: Collection[Right] = (),
) -> None:
    """Say the same to several accounts; each one's message has its number behind the key."""
    for account in accounts:
        tell(
            uow,
            account,
            zone,
            key=f"{key}/{account.id}",
            phrase=phrase,
            kind=kind,
            choices=choices,
            files=files,
            expires_at=expires_at,
            rights=rights,
        )


def tell_organisers(
    uow: UnitOfWork,
    club_id: int,
    zone: ZoneInfo,
    *,
    key: str,
    phrase: Any,
    choices: Choices = (),
    expires_at: datetime | None = None,
    besides: int | None = None,
) -> None:
    """Say the same to all who organise a club but the account `besides`, which knows it."""
    accounts = [each for each in uow.accounts.organisers(club_id) if each.id != besides]
    tell_each(
        uow,
        accounts,
        zone,
        key=key,
        phrase=phrase,
        choices=choices,
        expires_at=expires_at,
        rights=[Right.organises(club_id)],
    )
