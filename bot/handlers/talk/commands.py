"""How somebody is spoken to from now on; nothing is said here."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.acting import Acting, Refused
from bot.storage.records import Account


def choose_language(acting: Acting, language: str) -> Refused | None:
    """Speak another language, one of LANGUAGES."""
    if acting.account is None:
        return Refused.NOT_YOURS
    acting.uow.accounts.update(acting.account.id, language=language)
    return None


def choose_form(acting: Acting, form: str) -> Refused | None:
    """Address an account by another form."""
    if acting.account is None:
        return Refused.NOT_YOURS
    acting.uow.accounts.update(acting.account.id, form_of_address=form)
    return None


def hear_form(acting: Acting, form: str, *, age_told: bool) -> Account | None:
    """Keep the form that the writer's own words suggest; the account as it is then, None where not.

    What was chosen, what an own person's age says and who works here stand above it; an age that
    is told stands above what was heard before.
    """
    account = acting.account
    if account is None or account.form_of_address is not None:
        return None
    if account.form_heard is not None and not age_told:
        return None
    uow = acting.uow
    if uow.people.self_of(account.id) is not None or uow.accounts.roles(account.id):
        return None
    uow.accounts.update(account.id, form_heard=form)
    return replace(account, form_heard=form)
