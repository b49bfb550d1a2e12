"""The command line: `ishc-bot`, or `python -m bot` with the working folder as the bot's own."""

from __future__ import annotations

import sys

from bot.home import CHECKOUT, as_typed, become_keeper, settle_home


def installed() -> None:
    """The entry of the installed command: its folder is the bot's, wherever it is called."""
    settle_home()
    main()


def main() -> None:
    """The program's entry; after an update that needs more than is installed it says how to go on."""
    become_keeper()
    try:
        from bot.cli import main as command_line

        command_line()
    except ModuleNotFoundError as error:
        _tell_missing(str(error.name))
        sys.exit(1)


def _tell_missing(library: str) -> None:
    """The doctor speaks though nothing can be loaded: of what is to be done, in both languages."""
    mends = f"make -C {CHECKOUT} install"
    if sys.argv[1:2] == ["doctor"]:
        print(  # noqa: T201
            f"[lỗi] Thư viện: thiếu {library}. Chạy `{mends}` rồi kiểm tra lại. "
            f"/ [fault] Libraries: {library} is missing. Run `{mends}`, then look again."
        )
    print(  # noqa: T201
        as_typed(
            f"the library {library} is not installed: run `{mends}` to install what is missing; "
            "`ishc-bot …` finds the Python that has it"
        ),
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
