"""Identifiers: content hashes of what identifies a thing, the same on every machine and in any order."""

from __future__ import annotations

import hashlib
import unicodedata
from urllib.parse import quote


def digest(*parts: object) -> str:
    """Return 16 hex digits of SHA-256 over the parts, joined by an unlikely separator."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a page's text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def entity_id(label: str, *parts: object) -> str:
    """Return `label/hash` for a thing identified by `parts`."""
    return f"{id_start(label)}{digest(*parts)}"


def id_start(label: str) -> str:
    """Return what the ids of all nodes of a label begin with."""
    return "text/" if label == "Passage" else f"{label.lower()}/"


def article_id(text: str, published: str | None, source: str | None) -> str:
    """Return the identity of a text page's article: no path and no order is in it."""
    normal = "".join(unicodedata.normalize("NFC", text).split())
    return digest(normal, published, source)


def article_node_id(record_id: str) -> str:
    """Return the node id of an article; an object's own id may hold any character."""
    return f"article/{quote(record_id, safe='')}"


def passage_id(sha256: str, start: int, end: int) -> str:
    """Return the id of a passage, whose IRI is an RFC 5147 fragment of its text."""
    return f"text/{sha256}#char={start},{end}"


def iri(base: str, node_id: str) -> str:
    """Return the IRI of a node or link id under `base`."""
    return base + node_id if node_id.startswith("text/") else f"{base}id/{node_id}"
