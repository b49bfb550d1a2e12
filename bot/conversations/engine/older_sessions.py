"""Sessions that an older version of the program stored, each brought to the version after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversations.engine.session import Answers


def _from_a_dict(raw: Answers) -> Answers:
    """Version 0 had no number: a dict that the engine changed in place."""

    def entry(inside: Answers) -> Answers:
        return {key: inside[key] for key in ("at", "item", "draft", "passed")}

    inside = raw["list"]
    if inside is not None:
        if inside["mode"] == "item":
            inside = {"entry": entry(inside)}
        else:
            left = inside.get("left")
            inside = {
                "mode": inside["mode"],
                "left": left and entry(left),
                "removed": inside.get("removed"),
                "paused": inside.get("paused", False),
            }
    picked = raw.get("picked")
    return {
        **{
            key: raw[key]
            for key in (
                "flow", "name", "began", "asked", "args", "answers", "skipped", "at", "pending",
                "failures", "fixing",
            )
        },
        "version": 1,
        "closed": raw.get("closed", []),
        "inside": inside,
        "picked": picked and {"place": picked[0], "options": picked[1]},
        "seen": raw.get("seen"),
        "choosing": raw.get("choosing", False),
        "held": raw.get("held"),
        "proofs": raw.get("proofs", {}),
        "left_open": raw.get("left_open", []),
    }  # fmt: skip


def _place_asked_in_one(raw: Answers) -> Answers:
    """Place and number of a further person became one question, and a list may be signed in part."""
    answers = dict(raw["answers"])
    found = {**raw, "version": 2, "answers": answers}
    if raw["flow"] == "registration":
        if answers.get("shared_from"):
            answers.setdefault("further", True)
        if answers.pop("shared", None) == "other" and answers.get("address"):
            answers["place"] = answers["address"]
        if raw.get("at") == "shared":
            found |= {"at": "place", "pending": None}
    if raw["flow"] == "roster_list" and isinstance(answers.get("signed"), bool):
        answers["signed"] = "all" if answers["signed"] else "none"
    return found


MIGRATIONS: Mapping[int, Callable[[Answers], Answers]] = {0: _from_a_dict, 1: _place_asked_in_one}
"""What brings a version to the next one."""
