"""Conversations that people ask for in words of command: every file of this folder is one.

A file has its `CONVERSATION`: the flow, the words by which it is begun, and for whom it is.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from bot.conversations.asking import Conversation

CONVERSATIONS: tuple[Conversation, ...] = tuple(
    import_module(f"{__name__}.{module.name}").CONVERSATION for module in iter_modules(__path__)
)
