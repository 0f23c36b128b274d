"""What exists: classes, kinds, posts, bodies, verbs, units and divisions, as data."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
BASE_LINE = re.compile(r"^@base <([^>]*)>", re.MULTILINE)


@cache
def default_base() -> str:
    """Return the base IRI that `core.ttl` names."""
    found = BASE_LINE.search((HERE / "core.ttl").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError("ontology/core.ttl names no @base")
    return found[1]


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of `lexicon/NAME.tsv`: first line the columns, `#` comment lines and blank lines left out."""
    path = HERE / "lexicon" / f"{name}.tsv"
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
    return [
        {k: (v or "").strip() for k, v in row.items()}
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]
