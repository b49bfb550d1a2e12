"""How somebody is spoken to from now on; nothing is said here."""

from __future__ import annotations

from bot.handlers.acting import Acting, Refused


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
