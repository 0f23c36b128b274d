"""CSV: a zip with one table for each label and each type of link, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import zipfile
from itertools import groupby
from typing import IO, TYPE_CHECKING

from kg.cells import inert
from kg.errors import GraphFolderError
from loaders.port import link_types, node_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.entity import Value
    from loaders.rows import Rows

ENDS = ("source_label", "source", "target_label", "target")
BETWEEN = ";"
# The oldest day that a zip can hold: a clock would change the bytes.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def write_csv(rows: Rows, out: IO[bytes]) -> None:
    """Write `nodes_LABEL.csv` and `links_TYPE.csv` into a zip; rows come sorted by label or type."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for label, nodes in groupby(rows.nodes(), key=lambda node: node.label):
            keys = list(node_types(label))
            _write_table(archive, f"nodes_{label}.csv", keys, ([node.props.get(key) for key in keys] for node in nodes))
        for kind, links in groupby(rows.links(), key=lambda link: link.type):
            keys = list(link_types(kind))
            lines: Iterator[list[Value]] = (
                [link.source_label, link.source, link.target_label, link.target, *map(link.props.get, keys)]
                for link in links
            )
            _write_table(archive, f"links_{kind}.csv", [*ENDS, *keys], lines)


def _write_table(archive: zipfile.ZipFile, name: str, columns: list[str], rows: Iterable[list[Value]]) -> None:
    if name in archive.namelist():
        raise GraphFolderError(f"{name}: rows are not sorted: run kg build again")
    info = zipfile.ZipInfo(name, date_time=_NO_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    with archive.open(info, "w", force_zip64=True) as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="") as text:
        # RFC 4180: with both characters in the line end, a cell that holds either is quoted.
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Value) -> str | float:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return inert(BETWEEN.join(value))
        case _:
            return inert(value)
