"""What a query to the quads may not do: change them, or reach out of this machine."""

from __future__ import annotations

import re

from kg.errors import StoreError

# IRIs, strings, comments, variables and prefixed names are passed over, so that ?service or kg:load is no keyword.
_TOKEN = re.compile(
    r"""(?P<other>
      <[^<>"{}|^`\\\s]*>
    | \"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
    | \#[^\n]*
    | [?$@]\w+
    | [\w.-]*:[\w.:%-]*
    )|(?P<word>[A-Za-z]\w*)""",
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_CYPHER = frozenset({"MATCH", "OPTIONAL", "UNWIND", "RETURN", "CALL", "MERGE"})
_QUERIES = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def refuse_harm(sparql: str) -> None:
    """Refuse an update or a federated query.

    Raises:
        StoreError: the text would change the quads or ask another server.
    """
    words = [found["word"].upper() for found in _TOKEN.finditer(sparql) if found["word"]]
    if "SERVICE" in words:
        raise StoreError("SERVICE asks another server, which kg never does: ask about this graph only")
    if words and words[0] in _CYPHER:
        raise StoreError(f"{words[0]} begins a question in Cypher: ask it with kg cypher")
    opening = next((word for word in words if word in _UPDATES | _QUERIES), None)
    if opening in _UPDATES:
        raise StoreError(
            f"{opening} changes data, but quads come from kg build: ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
        )
