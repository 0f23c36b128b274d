"""Parameters of a SPARQL query: its VALUES lines, written anew with the values escaped.

A line `VALUES ?x { … }  # $name` takes the values of parameter `name`, `LIMIT 100 # $limit` the limit. The values are
ordinary data of the query, so they hold in filters, sub-selects and EXISTS alike, and a file can be run as it stands.
A line that ends in `# if $name` stands only where that parameter has a value: it finds nothing more without one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from queries.question import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_VALUES = re.compile(r"VALUES \?(\w+) \{[^{}\n]*\}[ ]*# \$(\w+)")
_CONDITION = re.compile(r"^.*# if \$(\w+)\n", re.MULTILINE)
_LIMIT = re.compile(r"LIMIT \d+ # \$limit")
_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")


def fill(text: str, values: Mapping[str, Any], kinds: Mapping[str, Kind]) -> str:
    """Return the query with values in the place of its parameters."""

    def line(match: re.Match[str]) -> str:
        # Without a value the line would bind nothing, and only keep the engine from planning well.
        terms = _terms(values[match[2]], kinds[match[2]])
        return f"VALUES ?{match[1]} {{ {terms} }}" if terms else ""

    # The files join lists by 、, which is well read where a file is run as it stands, but names may hold one too.
    apart = text.replace('"、"', '"\\u001F"')
    apart = _CONDITION.sub(lambda match: match[0] if _terms(values[match[1]], kinds[match[1]]) else "", apart)
    return _LIMIT.sub(lambda _: f"LIMIT {int(values['limit'])}", _VALUES.sub(line, apart))


def parameters_of(text: str) -> set[str]:
    """Return the names of the parameters that a query takes."""
    return {name for _, name in _VALUES.findall(text)} | ({"limit"} if _LIMIT.search(text) else set())


def _terms(value: object, kind: Kind) -> str:
    parts = value if isinstance(value, list) else [value]
    terms = [str(_term(part, kind)) for part in parts if part is not None]
    return " ".join(terms)


def _term(value: object, kind: Kind) -> Literal:
    # str() of a literal is its N-Triples form, in which quotes, backslashes and line ends are escaped.
    match kind:
        case Kind.DATE:
            return Literal(str(value), datatype=_DATE)
        case Kind.INTEGER | Kind.NUMBER if isinstance(value, (int, float)):
            return Literal(value)
        case _:
            return Literal(str(value))
