"""What the lexicon's tables give as kinds are concepts of the ontology's schemes."""

from __future__ import annotations

import pytest

from ontology import read_table
from ontology.generate import get_mapping

SCHEMES = get_mapping()["schemes"]


@pytest.mark.parametrize(
    ("table", "column", "scheme"),
    [
        ("body_kinds", "kind", "organization-kind"),
        ("event_triggers", "kind", "event-kind"),
        ("event_nouns", "kind", "event-kind"),
        ("programme_heads", "kind", "programme-kind"),
    ],
)
def test_kinds_in_a_table_are_concepts(table: str, column: str, scheme: str) -> None:
    """A word leads to a kind that the ontology has; an empty cell leads to none."""
    kinds = {row[column] for row in read_table(table)} - {"", "-"}
    assert kinds
    assert kinds <= set(SCHEMES[scheme]["concepts"])
