"""The conversation engine: read what somebody means, apply it, show what stands open then.

A flow is a table of steps (`table`); where an account stands in it is a `Session` (`session`),
typed and versioned, JSON at its edge only. An input is read into a move (`reading`), the move is
applied to the session (`applying`), and what stands open is shown (`showing`). The engine knows no
database: the account's sessions, a flow's store of answers and the turn are handed to it
(`surroundings`). Handlers use `Engine` alone.
"""

from bot.conversations.engine.aside import ASIDE, Draft
from bot.conversations.engine.facade import Engine, OpenQuestion
from bot.conversations.engine.session import (
    REVIEW,
    Answer,
    Answers,
    Proof,
    Session,
    Shown,
)
from bot.conversations.engine.storing import UnreadableSessionError
from bot.conversations.engine.surroundings import NOTES, Sessions, Stored, Surroundings
from bot.conversations.engine.table import (
    BrokenFlowError,
    Flow,
    SessionStore,
    Step,
    Store,
    args_are_answers,
    check_flows,
)

__all__ = [
    "ASIDE",
    "NOTES",
    "REVIEW",
    "Answer",
    "Answers",
    "BrokenFlowError",
    "Draft",
    "Engine",
    "Flow",
    "OpenQuestion",
    "Proof",
    "Session",
    "SessionStore",
    "Sessions",
    "Shown",
    "Step",
    "Store",
    "Stored",
    "Surroundings",
    "UnreadableSessionError",
    "args_are_answers",
    "check_flows",
]
