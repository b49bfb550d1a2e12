"""`python -m bot`: the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """The program's entry; after an update that needs more than is installed it says how to go on."""
    try:
        from bot.cli import main as command_line

        command_line()
    except ModuleNotFoundError as error:
        print(  # noqa: T201
            f"the library {error.name} is not installed: `make run` installs what is missing, "
            "and .venv/bin/python is the Python that has it",
            file=sys.stderr,
        )
        sys.exit(1)


if __name__ == "__main__":
    main()
