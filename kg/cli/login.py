"""Who logs in to a server, and with which password: it comes from the environment, and is never printed."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from kg.errors import UsageError

PASSWORD_VARIABLE = "NEO4J_PASSWORD"  # noqa: S105  # the name of a variable, not a password

User = Annotated[str, typer.Option(metavar="NAME", envvar="NEO4J_USER", help="Who logs in.")]
Database = Annotated[str, typer.Option(metavar="NAME", help="Which database of the server.")]


def get_password() -> str:
    """Return the password in NEO4J_PASSWORD.

    Raises:
        UsageError: there is none.
    """
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is None:
        raise UsageError(f"no password: set {PASSWORD_VARIABLE}")
    return given


def ask_password() -> str:
    """Return the password in NEO4J_PASSWORD, or what is typed at a terminal.

    Raises:
        UsageError: there is none, and no terminal to ask at.
    """
    if os.environ.get(PASSWORD_VARIABLE) is not None:
        return get_password()
    if not sys.stdin.isatty():
        raise UsageError(f"no password: set {PASSWORD_VARIABLE}, or run from a terminal to be asked for it")
    return str(typer.prompt("Password", hide_input=True, err=True))
