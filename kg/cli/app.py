"""The application object, the options that commands share, and the commands by group."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="kg",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

GraphDir = Annotated[Path, typer.Option("--graph", metavar="DIR", help="The graph's folder.")]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Text, PDF, HTML or JSON: files, folders, .zip, .tar, .gz or .zst of them, patterns in quotes, or - for "
        "standard input.",
    ),
]
Source = Annotated[str | None, typer.Option(metavar="NAME", help="The paper, where the input does not say.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="The day of issue, e.g. 2021-04-12.")]
Place = Annotated[str | None, typer.Option(metavar="NAME", help="The paper's seat, e.g. 吕梁市.")]
Params = Annotated[list[str] | None, typer.Option("--param", metavar="K=V", help="A parameter; may be repeated.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {version('guanbao')}")
        raise typer.Exit


@app.callback()
def kg(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn Chinese official news into a knowledge graph that can be asked, drawn and published.

    Start with: kg build PAGES --graph DIR
    """


for group in ("read", "make", "describe", "ask", "publish", "serve", "judge"):
    import_module(f"kg.cli.{group}")
