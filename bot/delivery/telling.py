"""Speaking to an account: its language, its form of address, its channel's limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.buttons import wire
from bot.channels.registry import capabilities_of
from bot.delivery.letters import Files, Letter, Message
from bot.domain.events.rules import next_allowed
from bot.domain.rights import Right
from bot.messages import BY_WORDS, POLICIES, Capabilities, Choice
from bot.speech.cutting import split_text, utf16_length
from bot.speech.forms import form_english, form_for
from bot.speech.translation import Speaker, people_in
from bot.storage.records import Account
from bot.storage.unit_of_work import UnitOfWork


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
        heard=account.form_heard,
        staff=staff,
    )
    return Speaker(account.language, form.address, form.speaker)


def queue(uow: UnitOfWork, account: Account, message: Message) -> int | None:
    """Put a message into the outbox, in as many pieces as the channel needs.

    The choices go with the last piece; its row's id is returned, None when the key was known.
    """
    pieces = _pieces(message, capabilities_of(account.capabilities))
    last: int | None = None
    for place, (text, files) in enumerate(pieces):
        final = place == len(pieces) - 1
        last = uow.outbox.add(
            account.id,
            account.channel,
            key=message.key if final else f"{message.key}#{place}",
            kind=message.kind,
            text=text,
            rows=message.rows if final else (),
            files=files,
            not_before=message.not_before,
            expires_at=message.expires_at,
            priority=message.priority,
            inbox_id=message.inbox_id,
            rights=message.rights,
        )
    return last


def _pieces(message: Message, capabilities: Capabilities) -> list[tuple[str, Files]]:
    """A message as so many texts and files as the channel needs, one sending each."""
    whole = compose(message.text, message.rows, capabilities)
    texts: list[tuple[str, Files]] = [
        (piece, ()) for piece in split_text(whole, capabilities.text_limit)
    ] or [("", ())]
    files = message.files
    if not files:
        return texts
    if capabilities.caption_limit is None:
        return [*texts[:-1], (texts[-1][0], files)]
    # A file a message, so that each is sent or not sent for itself; the last carries the text.
    if len(texts) == 1 and utf16_length(whole) <= capabilities.caption_limit:
        return [*(("", [file]) for file in files[:-1]), (whole, files[-1:])]
    return [*(("", [file]) for file in files), *texts]


def tell(uow: UnitOfWork, account: Account, zone: ZoneInfo, letter: Letter) -> int | None:
    """Tell an account that did not just write; the row that ends it, None when it was told.

    Files go only where the channel carries them. Nobody is disturbed in the quiet hours, whatever
    it is about.
    """
    not_before = letter.not_before
    if not_before is None and not POLICIES[letter.kind].answers:
        not_before = next_allowed(uow.now, zone)
    speaker = speaker_for(uow, account, zone)
    rows = [
        [Choice(speaker.text(label), wire(button)) for label, button in row]
        for row in letter.choices
    ]
    message = Message(
        letter.key,
        letter.kind,
        speaker.text(letter.phrase),
        rows,
        letter.files if capabilities_of(account.capabilities).files else (),
        not_before,
        letter.expires_at,
        letter.priority,
        rights={*letter.rights, *rights_to_read(letter.phrase, letter.choices)},
    )
    return queue(uow, account, message)


def rights_to_read(
    phrase: object, choices: Sequence[Sequence[tuple[object, object]]] = ()
) -> set[Right]:
    """What one must be to read words: to speak for everybody whom they name."""
    labels = [label for row in choices for label, _ in row]
    return {Right.speaks_for(each) for words in (phrase, *labels) for each in people_in(words)}


def tell_each(uow: UnitOfWork, accounts: Iterable[Account], zone: ZoneInfo, letter: Letter) -> None:
    """Tell several accounts the same; each one's message has its number behind the key."""
    for account in accounts:
        tell(uow, account, zone, letter.to(account.id))


def tell_organisers(
    uow: UnitOfWork, club_id: int, zone: ZoneInfo, letter: Letter, *, besides: int | None = None
) -> None:
    """Tell all who organise a club but the account `besides`, which knows it."""
    accounts = [each for each in uow.accounts.organisers(club_id) if each.id != besides]
    own = replace(letter, rights={*letter.rights, Right.organises(club_id)})
    tell_each(uow, accounts, zone, own)
