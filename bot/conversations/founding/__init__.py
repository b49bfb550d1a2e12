"""The founding's steps as conversations.

What is asked, its kind and its limits stand in `bot.domain.founding.FIELDS`; here they become
questions (`questions`), with when they are asked and what speaks against an answer (`rules`).
"""

from bot.conversations.founding.flows import FLOWS

__all__ = ["FLOWS"]
