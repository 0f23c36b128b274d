"""CSV for `neo4j-admin database import full`: a file for each label and type, and the command that imports them.

Nothing of a value is lost or added: text is quoted, its quotes doubled, its line ends kept; what is not there is an
empty cell without quotes; the parts of a list stand between characters that no list of the graph has.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kg.errors import GraphFolderError
from loaders.neo4j_load import schema_statements
from loaders.neo4j_marker import mark_statement, marker_of
from loaders.port import link_types, node_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.entity import Link, Node, Value
    from loaders.rows import Rows

COMMAND = "import.sh"
SCHEMA = "schema.cypher"
_TYPES = {
    "STRING": "string",
    "STRING[]": "string[]",
    "INTEGER": "long",
    "FLOAT": "double",
    "BOOLEAN": "boolean",
    "DATE": "date",
}
_SEPARATORS = "\x1f\x1e\x1d\x1c\x1b"
_SCRIPT = """\
#!/bin/sh
# Imports this folder into a database that does not exist yet; with --overwrite-destination, in place of one that does:
#   NEO4J_ADMIN=/path/to/neo4j-admin sh import.sh [DATABASE] [OPTION …]
# The server must be stopped (or the database, on a server that holds several). Then start it, and make the indexes:
#   cypher-shell -f {schema}
set -eu
export LC_ALL="${{LC_ALL:-C.UTF-8}}"  # else Java cannot enter a folder whose name is not ASCII
cd "$(dirname "$0")"
database=${{1:-neo4j}}
[ $# -eq 0 ] || shift
exec "${{NEO4J_ADMIN:-neo4j-admin}}" {command} "$@" -- "$database"
"""


def write_neo4j_admin(rows: Rows, folder: Path) -> str:
    """Write the CSV files, `import.sh` and `schema.cypher` into a folder and return the command that imports them."""
    separator, empty = _look_at_lists(rows)
    options: list[str] = []
    for label, nodes in groupby(rows.nodes(), key=lambda node: node.label):
        types = node_types(label)
        name = _write(folder, f"nodes_{label}.csv", _node_header(types), _node_lines(nodes, types, separator))
        options.append(f"--nodes={name}")
    for kind, links in groupby(rows.links(), key=lambda link: link.type):
        types = link_types(kind)
        name = _write(folder, f"links_{kind}.csv", _link_header(types), _link_lines(links, types, separator))
        options.append(f"--relationships={name}")
    command = _command(options, separator)
    (folder / COMMAND).write_text(_SCRIPT.format(schema=SCHEMA, command=command), encoding="utf-8")
    statements = [
        *schema_statements().values(),
        mark_statement(marker_of(rows.folder)),
        *(_set_empty(label, names) for label, names in sorted(empty.items())),
    ]
    (folder / SCHEMA).write_text("".join(f"{statement};\n" for statement in statements), encoding="utf-8")
    return f"neo4j-admin {command} -- neo4j"


def _command(files: list[str], separator: str) -> str:
    settings = ("--id-type=string", "--strict=true", f"--array-delimiter=U+{ord(separator):04X}")
    return " ".join(("database import full", *settings, "--multiline-fields=true", *files))


def _write(folder: Path, name: str, header: list[str], lines: Iterator[list[str]]) -> str:
    path = folder / name
    if path.exists():
        raise GraphFolderError(f"{name}: rows are not sorted: run kg build again")
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(header) + "\n")
        file.writelines(",".join(line) + "\n" for line in lines)
    return name


def _node_header(types: dict[str, str]) -> list[str]:
    return ["id:ID", ":LABEL", *(_typed(types))]


def _link_header(types: dict[str, str]) -> list[str]:
    return ["id:string", ":START_ID", ":END_ID", ":TYPE", *(_typed(types))]


def _typed(types: dict[str, str]) -> Iterator[str]:
    return (f"{name}:{_TYPES[kind]}" for name, kind in types.items() if name != "id")


def _node_lines(nodes: Iterable[Node], types: dict[str, str], separator: str) -> Iterator[list[str]]:
    for node in nodes:
        yield [_quoted(node.id), _quoted(node.label), *_cells(node.props, types, separator)]


def _link_lines(links: Iterable[Link], types: dict[str, str], separator: str) -> Iterator[list[str]]:
    for link in links:
        ends = map(_quoted, (link.id, link.source, link.target, link.type))
        yield [*ends, *_cells(link.props, types, separator)]


def _cells(props: dict[str, Value], types: dict[str, str], separator: str) -> Iterator[str]:
    return (_cell(props.get(name), separator) for name in types if name != "id")


def _cell(value: Value, separator: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return _quoted(separator.join(value))
        case str():
            return _quoted(value)
        case _:
            return str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _set_empty(label: str, names: set[str]) -> str:
    """Return what sets lists that are empty: the import takes an empty cell of a list for none at all."""
    settings = ", ".join(f"n.`{name}` = coalesce(n.`{name}`, [])" for name in sorted(names))
    return f"MATCH (n:`{label}`) CALL {{ WITH n SET {settings} }} IN TRANSACTIONS OF 10000 ROWS"


def _look_at_lists(rows: Rows) -> tuple[str, dict[str, set[str]]]:
    """Return a control character that is in no list of the graph, and the properties of labels that are empty lists."""
    used: set[str] = set()
    empty: dict[str, set[str]] = {}
    for node in rows.nodes():
        for name, value in node.props.items():
            if value == []:
                empty.setdefault(node.label, set()).add(name)
            elif isinstance(value, list):
                used.update(character for character in _SEPARATORS if character in "".join(value))
    used.update(
        character
        for link in rows.links()
        for value in link.props.values()
        if isinstance(value, list)
        for character in _SEPARATORS
        if character in "".join(value)
    )
    free = next((character for character in _SEPARATORS if character not in used), None)
    if free is None:
        raise GraphFolderError("lists of the graph hold every control character that could part them: clean its pages")
    return free, empty
