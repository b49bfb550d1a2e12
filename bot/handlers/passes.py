"""Passes for the officers' pages: signed, for one page and one account, good for an hour.

Who holds one is asked again whenever a page is fetched whether the account still may.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.handlers.services import is_coordinator
from bot.storage.records import Account
from bot.storage.unit_of_work import UnitOfWork

GOOD_FOR = timedelta(hours=1)
_OPERATOR = 0
"""Stands for the account of whoever works on the machine itself."""
_FORM = re.compile(r"(?P<account>\d{1,10})\.(?P<until>\d{1,12})\.(?P<signature>[0-9a-f]{32})")


class Page(StrEnum):
    """The pages that a pass can open."""

    GAPS = "gaps"


@dataclass(frozen=True)
class Visitor:
    """Who opens a page; `account` None is the operator."""

    account: Account | None


def write_pass(uow: UnitOfWork, page: Page, account: Account | None) -> str:
    """A pass for a page, for an account or for the operator."""
    number = _OPERATOR if account is None else account.id
    claim = f"{number}.{int((uow.now + GOOD_FOR).timestamp())}"
    return f"{claim}.{uow.installation.sign(_signed(page, claim))}"


def visitor(uow: UnitOfWork, page: Page, given: str) -> Visitor | None:
    """Who may open a page with a pass; None for everybody else.

    A pass that is forged, over, or for another page opens nothing, nor does that of an account
    whose role was taken away since.
    """
    found = _FORM.fullmatch(given)
    if found is None:
        return None
    claim, _, signature = given.rpartition(".")
    if not uow.installation.is_signed(_signed(page, claim), signature):
        return None
    if datetime.fromtimestamp(int(found["until"]), UTC) <= uow.now:
        return None
    if int(found["account"]) == _OPERATOR:
        return Visitor(None)
    try:
        account = uow.accounts.get(int(found["account"]))
    except LookupError:
        return None
    return Visitor(account) if is_coordinator(uow, account) else None


def _signed(page: Page, claim: str) -> str:
    return f"{page}/{claim}"
