"""A graph in memory to draw: the shared small graph, or rows of a test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.entity import Link, Node
from kg.ids import text_sha256
from tests.unit.fixture_rows import LINKS, NODES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence


class RowsInMemory:
    """A graph of given rows and page texts."""

    def __init__(self, nodes: Sequence[Node], links: Sequence[Link], texts: Sequence[str] = ()) -> None:
        """Keep the rows; texts are found by their hash."""
        self._nodes, self._links = list(nodes), list(links)
        self._texts = {text_sha256(text): text for text in texts}

    def nodes(self) -> list[Node]:
        """Return the nodes."""
        return self._nodes

    def links(self, *types: str) -> list[Link]:
        """Return the links of the given types, or all."""
        return [link for link in self._links if not types or link.type in types]

    def text(self, sha256: str) -> str | None:
        """Return a page's text."""
        return self._texts.get(sha256)


def small_graph() -> RowsInMemory:
    """Return the small graph of invented people."""
    return RowsInMemory(NODES, LINKS, list(TEXTS.values()))


HOSTILE = (
    "<img src=x onerror=\"window.broken='img'\">",
    "</script><script>window.broken='script'</script>",
    "<a href=\"javascript:window.broken='link'\">href</a>",
    "*粗*_斜_`码`{{ 7*7 }}@@DATA@@\u2028\u2029&amp;",
)
"""Names that would break a page which takes them for markup."""


def hostile_graph() -> RowsInMemory:
    """Return a graph whose every name, quote, headline, source and reason is hostile."""
    text = "前文。" + "".join(HOSTILE) + "。后文。"
    sha = text_sha256(text)
    nodes, links = [], []
    for at, name in enumerate(HOSTILE):
        person, place, event = f"person/{at}", f"place/{at}", f"event/{at}"
        passage, article, source = f"text/{sha}#char={at},{at + 9}", f"article/{at}", f"source/{at}"
        for label, node_id, props in (
            ("Person", person, {}),
            ("Place", place, {"code": name, "level": name}),
            ("Event", event, {"kind": name, "topic": name, "date_text": name, "confidence": 0.9}),
            ("Passage", passage, {"quote": name, "char_start": 3, "char_end": 9, "text_sha256": sha, "part": "body"}),
            ("Article", article, {"headline": name, "date_text": name}),
            ("Source", source, {}),
            ("Rejection", f"rejection/{at}", {"reason": name}),
        ):
            nodes.append(Node(label, node_id, {"id": node_id, "name": name, "names": [name, f"{name}2"], **props}))
        for kind, one, two, ends, props in (
            ("PARTICIPATED", person, event, ("Person", "Event"), {"role": name}),
            ("HAPPENED_AT", event, place, ("Event", "Place"), {"as": name}),
            ("VISITED", person, place, ("Person", "Place"), {"fact_id": event, "derived": True}),
            ("EVIDENCED_BY", event, passage, ("Event", "Passage"), {"status": name, "confidence": 0.9}),
            ("IN", passage, article, ("Passage", "Article"), {}),
            ("PUBLISHED_BY", article, source, ("Article", "Source"), {}),
        ):
            links.append(Link(kind, f"{kind}/{at}", one, two, *ends, props))
    return RowsInMemory(nodes, links, [text])
