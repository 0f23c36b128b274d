"""What the page about Neo4j shows in Cypher can be asked as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import kg

PAGE = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "neo4j.md"


def test_cypher_on_the_page_has_rows_in_the_embedded_store_too(examples_graph: Path) -> None:
    """One statement serves both stores, full text in Chinese included."""
    found = re.findall(r"^```cypher\n(.*?)^```", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert len(found) >= 2
    with kg.open(examples_graph) as graph:
        for statement in found:
            assert graph.cypher(statement), statement
