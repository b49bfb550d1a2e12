"""Every message is given the slots that its words use, in both languages, and no others.

Read from the program's own text: each `say("key", slot=…)`, with the keys that it may compose and
the dicts that it unpacks as far as they are written out. What can't be read so is named below.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from bot.buttons import SAID
from bot.catalogue import PACKAGE, declared, read_catalogue
from bot.conversations.engine import Step
from bot.handlers.registry import FLOWS
from bot.speech.translation import LANGUAGES

OWN = {"address", "Address", "self", "Self"}
"""What the speaker adds by himself."""
SAYS = ("say", "RosterError")
"""What says something: the function, and an error that is said."""


@cache
def used(key: str) -> frozenset[str]:
    """The placeholders of a message, in either language."""
    found = set()
    for language in LANGUAGES:
        words = _words(language)[key]
        found |= {name for _, name, _, _ in string.Formatter().parse(words) if name}
    return frozenset(found - OWN)


@cache
def _words(language: str) -> dict[str, str]:
    return read_catalogue(language)


@cache
def _declared() -> frozenset[str]:
    """The keys that tables declare: what composes a key says one of them."""
    return frozenset(declared())


@dataclass(frozen=True)
class Said:
    """A place where something is said: the keys it may say, what it passes, what it unpacks."""

    place: str
    keys: tuple[str, ...]
    passed: frozenset[str]
    open: bool
    """Something is unpacked that can't be read here: more slots than those may be passed."""


@dataclass
class Module:
    """One file, with the functions that return slots, and what is said in which function."""

    name: str
    tree: ast.Module
    functions: dict[str, ast.FunctionDef]
    calls: list[tuple[ast.Call, ast.AST]]


@cache
def modules() -> tuple[Module, ...]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        functions = {each.name: each for each in functions_in(tree)}
        # Most of what there is to read are tables, and they say nothing.
        says = any(f"{name}(" in source for name in SAYS)
        said = list(calls(tree, tree)) if says else []
        found.append(Module(str(path.relative_to(PACKAGE)), tree, functions, said))
    return tuple(found)


def functions_in(node: ast.AST) -> Iterator[ast.FunctionDef]:
    """Every function, outer ones first; only statements hold some."""
    for block in ("body", "orelse", "handlers", "finalbody", "cases"):
        inner = getattr(node, block, ())
        for each in inner if isinstance(inner, list) else ():
            if isinstance(each, ast.FunctionDef):
                yield each
            yield from functions_in(each)


def _pattern(node: ast.JoinedStr, local: dict[str, list[ast.expr]]) -> re.Pattern[str]:
    pieces = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            pieces.append(re.escape(str(part.value)))
            continue
        assert isinstance(part, ast.FormattedValue)
        known = keys_of(part.value, local) if isinstance(part.value, ast.Name) else None
        pieces.append("|".join(map(re.escape, known)).join("()") if known else r"[\w.@]+")
    return re.compile("".join(pieces))


def _written_out(node: ast.JoinedStr) -> int:
    return sum(len(str(part.value)) for part in node.values if isinstance(part, ast.Constant))


@cache
def _all_composed() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Every pattern of keys in the program, and how much of it is written out."""
    return tuple(
        (_pattern(call.args[0], {}), _written_out(call.args[0]))
        for module in modules()
        for call, _ in module.calls
        if isinstance(call.args[0], ast.JoinedStr)
        and isinstance(call.args[0].values[0], ast.Constant)
    )


@cache
def _closest() -> dict[str, int]:
    """How much is written out of the closest pattern that composes a key."""
    return {
        key: max((length for each, length in _all_composed() if each.fullmatch(key)), default=0)
        for key in _declared()
    }


def composed_keys(node: ast.JoinedStr, local: dict[str, list[ast.expr]]) -> list[str] | None:
    """Declared keys that a pattern composes, but for those that a closer pattern composes.

    None where not even its beginning is written out. What a question is asked with, and how it is
    called, the engine says.
    """
    if not isinstance(node.values[0], ast.Constant):
        return None
    pattern, length = _pattern(node, local), _written_out(node)
    closest = _closest()
    of_steps = str(getattr(node.values[-1], "value", "")).endswith((".ask", ".name"))
    return [
        key
        for key in _declared()
        if pattern.fullmatch(key)
        and key.endswith((".ask", ".name")) == of_steps
        and closest.get(key, 0) <= length
    ]


def keys_of(node: ast.expr, local: dict[str, list[ast.expr]]) -> list[str] | None:
    """The keys that an expression may be; None where that can't be read."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.IfExp):
        both = [keys_of(each, local) for each in (node.body, node.orelse)]
        return None if None in both else [key for keys in both for key in keys or ()]
    if isinstance(node, ast.JoinedStr):
        return composed_keys(node, local)
    if isinstance(node, ast.Name) and node.id in local:
        each = [keys_of(value, local) for value in local[node.id] if value is not node]
        if each and None not in each:
            return [key for keys in each for key in keys or ()]
    return None


def slots_of(
    node: ast.expr, module: Module, local: dict[str, list[ast.expr]]
) -> frozenset[str] | None:
    """The names of an unpacked dict; None where that can't be read."""
    if isinstance(node, ast.Dict):
        found: frozenset[str] = frozenset()
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant):
                found |= {str(key.value)}
                continue
            inner = slots_of(value, module, local) if key is None else None
            if inner is None:
                return None
            found |= inner
        return found
    if isinstance(node, ast.Name) and len(local.get(node.id, ())) == 1:
        return slots_of(local[node.id][0], module, local)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        home = _home_of(node.func.id, module)
        return returned(home.functions[node.func.id], home) if home is not None else None
    return None


def _home_of(name: str, module: Module) -> Module | None:
    """Where a function stands: in this file, else in the only one that has one of that name."""
    if name in module.functions:
        return module
    homes = [each for each in modules() if name in each.functions]
    return homes[0] if len(homes) == 1 else None


def returned(function: ast.FunctionDef, module: Module) -> frozenset[str] | None:
    """The names that a function's dict has, whichever way it returns."""
    ways = [each for each in ast.walk(function) if isinstance(each, ast.Return) and each.value]
    found = [slots_of(each.value, module, assigned(function)) for each in ways if each.value]
    return found[0] if found and len(set(found)) == 1 else None


@cache
def assigned(function: ast.AST) -> dict[str, list[ast.expr]]:
    """What is assigned to each name in a function."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                values = (
                    node.value.elts
                    if isinstance(node.value, ast.Tuple) and len(names) > 1
                    else [node.value] * len(names)
                )
                for name, value in zip(names, values, strict=False):
                    if isinstance(name, ast.Name):
                        found.setdefault(name.id, []).append(value)
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and isinstance(node.target, ast.Name):
            if node.value is not None:
                found.setdefault(node.target.id, []).append(node.value)
    return found


def calls(node: ast.AST, around: ast.AST) -> Iterator[tuple[ast.Call, ast.AST]]:
    """Every `say` (and error that is said), with the function in which it stands."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.args:
            if child.func.id in SAYS:
                yield child, around
        inner = child if isinstance(child, ast.FunctionDef | ast.Lambda) else around
        yield from calls(child, inner)


@cache
def all_said() -> tuple[Said, ...]:
    found = []
    for module in modules():
        for call, function in module.calls:
            local = assigned(function)
            place = f"{module.name}:{ast.unparse(call.args[0])}"
            keys = keys_of(call.args[0], local)
            passed = frozenset(each.arg for each in call.keywords if each.arg)
            is_open = False
            for each in call.keywords:
                if each.arg is None:
                    more = slots_of(each.value, module, local)
                    is_open |= more is None
                    passed |= more or frozenset()
            if keys is None:
                assert place in UNREADABLE, place
                continue
            found.append(Said(place, tuple(keys), passed, is_open))
    return tuple(found)


UNREADABLE = {
    "cli/helping.py:key": "what commands say of themselves, without slots",
    "cli/running.py:error.key": "a RosterError, read where it is raised",
    "handlers/members/roster_screens.py:error.key": "likewise",
    "conversations/engine/kinds/choice.py:f'{stem}.{each}'": "options, below",
    "conversations/engine/kinds/choice.py:f'{self.shared or words}.{value}'": "options, below",
    "conversations/engine/kinds/choice.py:f'{self.shared or words}.{option}'": "options, below",
    "conversations/engine/lines.py:f'{course.flow.words(step)}.name'": "a step's name, below",
    "conversations/engine/course.py:f'{self.words}.ask'": "a step's own question, below",
    "conversations/engine/showing.py:f'{course.flow.words(step)}.ask'": "likewise",
    "conversations/engine/showing.py:key": "the ways out, a table beside it",
    "conversations/founding/questions.py:f'{stem}.yes' if value else f'{stem}.no'": "options, below",
    "handlers/founding/nudges.py:f'{stem}.{option}'": "options, below",
    "handlers/founding/nudges.py:f'{stem}.ask'": "a founding step's question asked by a nudge, below",
    "handlers/office/report_words.py:key": "words of the report's tables",
    "web/chat.py:key": "words of the page",
    "web/demo.py:key": "words of the demonstration's page",
}
"""Keys that come from elsewhere, and why they need no look here."""
OPEN: dict[str, set[str]] = {
    "handlers/events/screens.py:'events.counts'": set(SAID),
    "handlers/founding/lines.py:f'founding.missing.{name}'": {
        "names", "count", "size", "posts", "areas", "present", "needed", "day",
    },
    "handlers/own_data/keeping_screens.py:f'members.{what}'": {"until"},
}  # fmt: skip
"""What is unpacked there, where that can't be read."""
BRANCHED_OFF = {
    "conversations/engine/kinds/people.py:f\"kinds.phone.{reading.problem or 'several'}\"": {
        "kinds.phone.digits"
    },
}
"""Keys that a composed one could be, but for a branch before it."""


def test_a_message_is_given_what_its_words_use() -> None:
    # One test and not one for each place: every process of a run would read the whole program first.
    assert all_said()
    for said in all_said():
        keys = set(said.keys) - BRANCHED_OFF.get(said.place, set())
        assert keys, said.place
        assert said.open == (said.place in OPEN), said.place
        passed = said.passed | OPEN.get(said.place, set())
        for key in keys:
            assert used(key) <= passed, (said.place, key, used(key) - passed)
        asked = frozenset().union(*map(used, keys))
        # What is said to another brings its own word for the bot.
        assert said.passed - OWN <= asked, (said.place, said.passed - asked, keys)


def test_what_can_not_be_read_is_named_and_nothing_else() -> None:
    places = {said.place for said in all_said()}
    assert not set(UNREADABLE) & places
    assert set(OPEN) | set(BRANCHED_OFF) <= places


# Questions of flows: the engine asks them with what the step's `slots` returns


def slots_given(step: Step) -> frozenset[str]:
    """The names that a step passes to its question."""
    code = step.slots.__code__
    module = next(each for each in modules() if str(PACKAGE / each.name) == code.co_filename)
    if code.co_name != "<lambda>":
        found = returned(module.functions[code.co_name], module)
    else:
        (node,) = (
            each
            for each in ast.walk(module.tree)
            if isinstance(each, ast.Lambda) and each.lineno == code.co_firstlineno
        )
        found = slots_of(node.body, module, {})
    assert found is not None, step.key
    return found


QUESTIONS = [
    (flow.words(one, parent), one)
    for flow in FLOWS
    for step in flow.steps
    for parent, one in [(None, step), *((step, inner) for inner in step.items)]
]


@pytest.mark.parametrize(("words", "step"), QUESTIONS, ids=lambda value: str(value)[:60])
def test_a_question_is_given_what_its_words_use(words: str, step: Step) -> None:
    passed = slots_given(step)
    if step.is_list:
        passed |= {"count", "lowest", "next"}
    assert used(f"{words}.ask") <= passed, used(f"{words}.ask") - passed
    for key in (f"{words}.name", *step.kind.message_keys(words)):
        assert key not in _words("vi") or not used(key), key
