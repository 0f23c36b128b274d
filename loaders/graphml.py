"""GraphML for Gephi, yEd, Cytoscape and networkx, streamed: lists are joined, what has no value is left out."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kg.schema import get_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.entity import Value
    from loaders.rows import Rows

TYPES = {"INTEGER": "long", "FLOAT": "double", "BOOLEAN": "boolean"}
BETWEEN = ";"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def write_graphml(rows: Rows, out: IO[bytes]) -> None:
    """Write rows as GraphML; a node's label is under `label`, a link's type under `type`."""
    out.write(_HEAD.encode())
    out.writelines(line.encode() for line in _keys())
    out.write(b'<graph edgedefault="directed">\n')
    for node in rows.nodes():
        out.write(f"<node id={_quoted(node.id)}>{_data('n', {'label': node.label, **node.props})}</node>\n".encode())
    for link in rows.links():
        ends = f"id={_quoted(link.id)} source={_quoted(link.source)} target={_quoted(link.target)}"
        out.write(f"<edge {ends}>{_data('e', {'type': link.type, **link.props})}</edge>\n".encode())
    out.write(b"</graph>\n</graphml>\n")


def _keys() -> Iterator[str]:
    schema = get_schema()
    nodes = {"label": "STRING"} | {key: kind for props in schema.nodes.values() for key, kind in props.items()}
    links = {"type": "STRING"} | {key: kind for link in schema.links.values() for key, kind in link.props.items()}
    for prefix, owner, keys in (("n", "node", nodes), ("e", "edge", links)):
        for key, kind in keys.items():
            yield (
                f'<key id="{prefix}_{key}" for="{owner}" attr.name="{key}" attr.type="{TYPES.get(kind, "string")}"/>\n'
            )


def _data(prefix: str, props: dict[str, Value]) -> str:
    return "".join(
        f"<data key={_quoted(f'{prefix}_{key}')}>{escape(_text(value))}</data>"
        for key, value in props.items()
        if value is not None
    )


def _text(value: Value) -> str:
    match value:
        case bool():
            text = "true" if value else "false"
        case list():
            text = BETWEEN.join(value)
        case _:
            text = str(value)
    return _NOT_XML.sub("\ufffd", text)


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
