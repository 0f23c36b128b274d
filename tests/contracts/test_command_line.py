"""Every command explains itself, and a wrong call is one line and exit code 2."""

from __future__ import annotations

import re

import pytest

from kg.cli import run
from kg.cli.app import app
from kg.counted import counted

COMMANDS = sorted(command.name or command.callback.__name__ for command in app.registered_commands if command.callback)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_begins_with_a_verb_and_ends_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The first sentence says what the command does; the last lines can be pasted."""
    assert run([command, "--help"]) == 0
    text = capsys.readouterr().out
    first = next(line.strip() for line in text.splitlines()[1:] if line.strip())
    assert re.match(r"(Extract|Build|Remove|Show|Answer|Ask|Load|Export|Draw|Check|Evaluate|Open)\b", first)
    assert re.search(r"Example: .*kg " + command, text)


def test_all_commands_are_there() -> None:
    """The commands are those that the README names."""
    assert COMMANDS == [
        "build", "check", "cypher", "draw", "evaluate", "export", "extract", "info", "load", "query", "read", "remove",
        "schema", "serve", "sparql",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "call",
    [
        ["nonsense"],
        ["build"],
        ["info", "--graf", "x"],
        ["query", "holder"],
        ["cypher", "RETURN 1", "--graph", "x", "--param", "novalue"],
        ["cypher", "RETURN 1", "--graph", "x", "--param", "a=1", "--param", "a=2"],
        ["cypher", "RETURN 1", "--graph", "x", "--param", "a=2021-02-30"],
        ["export", "--graph", "x", "--format", "pdf", "-o", "y"],
    ],
)
def test_a_wrong_call_is_one_line_and_exit_code_2(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Usage errors never print a stack or a page of help."""
    assert run(call) == 2
    err = capsys.readouterr().err
    assert err.startswith("kg: ")
    assert err.count("\n") == 1


def test_a_wrong_call_names_the_help_of_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The way out is the help of the command that was called, in words without a library's."""
    assert run(["query", "holder", "--graph", "x", "--engine", "sql"]) == 2
    expected = "kg: Invalid value for '--engine': 'sql' is not one of 'cypher', 'sparql' (see kg query --help)\n"
    assert capsys.readouterr().err == expected


def test_one_is_singular() -> None:
    """One article is no articles."""
    assert [counted(number, "article") for number in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]
