"""The command line: `kg`. Parses, calls the library, prints; decides nothing."""

from __future__ import annotations

import codecs
import io
import os
import sys

from kg.cli.signals import INTERRUPTED, end_when_told

PIPE_CLOSED = 141
UTF8_VARIABLE = "PYTHONUTF8"


def main() -> None:
    """Run `kg` and exit: 0 done, 1 could not or found something, 2 wrong call, 130 interrupted."""
    _speak_utf8()
    try:
        end_when_told()
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:  # while what a command needs is still being imported
        code = INTERRUPTED
    except OSError as error:
        code = _give_up_on_stdout(error)
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
        told = error.format_message().replace("Value error, ", "").rstrip(".")
        command = getattr(getattr(error, "ctx", None), "command_path", "kg")
        return _say(f"{told} (see {command} --help)", error.exit_code)
    except (KeyboardInterrupt, Abort):
        return INTERRUPTED
    except OSError as error:
        return _give_up_on_stdout(error)
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Let no name stop a command: where the locale knows ASCII alone, a Chinese folder could not even be opened."""
    if codecs.lookup(sys.getfilesystemencoding()).name == "ascii" and os.environ.get(UTF8_VARIABLE) != "1":
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, UTF8_VARIABLE: "1"})  # noqa: S606  # this very call
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _give_up_on_stdout(error: OSError) -> int:
    # The interpreter flushes once more at exit: give it somewhere to flush to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return PIPE_CLOSED
    where = "standard output" if error.filename is None else error.filename
    return _say(f"cannot write to {where}: {error.strerror or error}: make room or choose another place", 1)


def _say(message: str, code: int) -> int:
    sys.stderr.write(f"kg: {message}\n")
    return code
