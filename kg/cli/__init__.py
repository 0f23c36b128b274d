"""The command line: `kg`. Parses, calls the library, prints; decides nothing."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130
PIPE_CLOSED = 141


def main() -> None:
    """Run `kg` and exit: 0 done, 1 could not or found something, 2 wrong call, 130 interrupted."""
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = _give_up_on_stdout(PIPE_CLOSED)
    except OSError as error:
        code = _give_up_on_stdout(_say(f"cannot write to standard output: {error.strerror}: make room", 1))
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one call of `kg` and return its exit code; errors become one line on standard error."""
    from typer import Abort, TyperException

    from kg.cli.app import app
    from kg.errors import KgError, UsageError

    try:
        code = app(arguments or ["--help"], prog_name="kg", standalone_mode=False)
    except UsageError as error:
        return _say(str(error), 2)
    except KgError as error:
        return _say(str(error), 1)
    except TyperException as error:
        return _say(f"{error.format_message()} (see kg --help)", error.exit_code)
    except (KeyboardInterrupt, Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return _give_up_on_stdout(PIPE_CLOSED)
    return code if isinstance(code, int) else 0


def _give_up_on_stdout(code: int) -> int:
    # The interpreter flushes once more at exit: give it somewhere to flush to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _say(message: str, code: int) -> int:
    sys.stderr.write(f"kg: {message}\n")
    return code
