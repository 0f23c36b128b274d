"""Full text in Chinese, by pairs of characters, under the same names in either Cypher store.

Each index is asked with CALL db.index.fulltext.queryNodes(NAME, TEXT) YIELD node, score.
"""

from __future__ import annotations

FULLTEXT = {
    "person_text": ("Person", "name"),
    "organization_text": ("Organization", "name"),
    "office_text": ("Office", "name"),
    "place_text": ("Place", "name"),
    "programme_text": ("Programme", "name"),
    "event_text": ("Event", "name"),
    "article_text": ("Article", "headline"),
    "passage_text": ("Passage", "quote"),
}
"""The label and the property of each index, by its name."""
NEO4J_ANALYSER = "cjk"
LUCENE_ANALYSER = "org.apache.lucene.analysis.cjk.CJKAnalyzer"
"""The same one, as the embedded store knows it."""


def embedded_statements() -> list[str]:
    """Return the statements, in the embedded store's SQL, that index what is there already."""
    return [
        f'CREATE INDEX {name} ON `{label}` (`{key}`) FULL_TEXT METADATA {{"analyzer": "{LUCENE_ANALYSER}"}}'
        for name, (label, key) in FULLTEXT.items()
    ]


def neo4j_statements() -> dict[str, str]:
    """Return the statements, in Cypher, that make the indexes where they are not there yet, by the indexes' names."""
    return {
        name: f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:`{label}`) ON EACH [n.`{key}`] "
        f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{NEO4J_ANALYSER}'}}}}"
        for name, (label, key) in FULLTEXT.items()
    }
