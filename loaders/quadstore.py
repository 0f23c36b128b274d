"""Quads in pyoxigraph on disk: one bulk load into a fresh folder, then any number of readers."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Triple, Variable

from kg.errors import StoreError, UsageError
from loaders.mapping import get_mapping
from loaders.quads import iter_quads
from loaders.sparql import refuse_harm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from pyoxigraph import BlankNode

Plain: TypeAlias = str | int | float | bool | dt.date | None
BATCH = 250_000
"""Quads sorted in memory at a time: all at once is no faster; fewer make a larger store."""
_AT = re.compile(r"error at (\d+):(\d+): (.*)")
_NOT_SELECTED = re.compile(r"variable (\?\w+) in its SELECT")
_CLASSES = re.compile(r"\[(?:'[^']*'|[^\]'])*\]")
_WORDS = 30
_XSD = "http://www.w3.org/2001/XMLSchema#"
_PARSERS: dict[str, Callable[[str], Plain]] = {
    **{_XSD + name: int for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")},
    **{_XSD + name: float for name in ("decimal", "double", "float")},
    _XSD + "date": dt.date.fromisoformat,
    _XSD + "boolean": lambda text: text in {"true", "1"},
}


def load_quads(rows_folder: Path, store_folder: Path, base: str | None = None) -> int:
    """Load a generation's rows into a new store and return how many quads it holds.

    Raises:
        StoreError: the folder is in use or not empty, or the disk is full or read-only.
    """
    folder = Path(store_folder)
    if folder.exists() and any(folder.iterdir()):
        raise StoreError(f"{folder} is not empty: quads are loaded into a fresh folder")
    try:
        store = Store(str(folder))
        quads = iter_quads(rows_folder, base)
        while batch := list(islice(quads, BATCH)):
            store.bulk_extend(batch)
        store.flush()
        return len(store)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"cannot write quads to {folder}: {_line(error)}") from error


class QuadStore:
    """A store opened to be read; several processes may do so at once."""

    def __init__(self, path: Path) -> None:
        """Open the store at `path`.

        Raises:
            StoreError: there is none, or it is damaged.
        """
        try:
            self._store = Store.read_only(str(path))
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(f"cannot open the quads at {path}: {_line(error)}: run kg build again") from error
        self.base = self._read_base()

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the store."""
        self.close()

    def close(self) -> None:
        """Let go of the store's files."""
        with suppress(AttributeError):
            del self._store

    def run(self, sparql: str, params: Mapping[str, object] | None = None) -> list[dict[str, Plain]]:
        """Return the rows of a query as plain values; every prefix of the ontology is known.

        `params` bind variables by name; the engine needs each of them in the SELECT.

        The default graph is the union of all graphs. ASK gives one row with `answer`; CONSTRUCT and DESCRIBE give
        rows with `subject`, `predicate`, `object`.

        Raises:
            StoreError: the query is wrong, would change data, or would ask another server.
        """
        refuse_harm(sparql)
        mapping = get_mapping(self.base)
        try:
            found = self._store.query(
                sparql,
                base_iri=self.base,
                prefixes=mapping.prefixes,
                use_default_graph_as_union=True,
                substitutions={Variable(name): _literal(name, value) for name, value in (params or {}).items()},
            )
            if isinstance(found, QueryBoolean):
                return [{"answer": bool(found)}]
            if isinstance(found, QuerySolutions):
                names = [variable.value for variable in found.variables]
                return [{name: to_plain(row[name]) for name in names} for row in found]
            return [
                {"subject": to_plain(t.subject), "predicate": to_plain(t.predicate), "object": to_plain(t.object)}
                for t in found
            ]
        except SyntaxError as error:
            raise StoreError(f"SPARQL {_place(sparql, _line(error))}") from error
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(f"SPARQL failed: {_unprojected(_line(error))}") from error

    def _read_base(self) -> str:
        kind, ontology = get_mapping().term("rdf:type"), get_mapping().term("owl:Ontology")
        for quad in self._store.quads_for_pattern(None, kind, ontology):
            if isinstance(quad.subject, NamedNode):
                return quad.subject.value.removesuffix("ns")
        return get_mapping().base


def to_plain(term: NamedNode | BlankNode | Literal | Triple | None) -> Plain:
    """Return a term as a plain value; a literal whose text does not fit its type stays text."""
    match term:
        case None:
            return None
        case Literal():
            with suppress(ValueError):
                return _PARSERS.get(term.datatype.value, str)(term.value)
            return term.value
        case NamedNode():
            return term.value
        case _:
            return str(term)


def _literal(name: str, value: object) -> Literal:
    if isinstance(value, dt.date):
        return Literal(value.isoformat(), datatype=NamedNode(f"{_XSD}date"))
    if isinstance(value, str | int | float | bool):
        return Literal(value)
    raise UsageError(f"parameter {name} cannot be {value!r}: give a text, a number, true, false or a day")


def _place(sparql: str, message: str) -> str:
    """Return an error of the parser with the words where it stopped."""
    found = _AT.fullmatch(message)
    if found is None:
        return message
    line, column = int(found[1]), int(found[2])
    rest = " ".join("".join(sparql.splitlines(keepends=True)[line - 1 :])[column - 1 :].split())
    where = f"before {rest[:_WORDS]!r}" if rest else "at its end"
    return f"does not parse {where} (line {line}, column {column}){_expected(found[3])}"


def _unprojected(message: str) -> str:
    """Return an error of the engine, in better words where a parameter is not in the SELECT."""
    found = _NOT_SELECTED.search(message)
    return f"parameter {found[1]} must stand in the SELECT of the query: add it there" if found else message


def _expected(message: str) -> str:
    """Return the rest of an error without the character classes that the parser lists."""
    if "Prefix not found" in message:
        return f": the prefix is not known; those that are: {', '.join(get_mapping().prefixes)}"
    words = [word for word in _CLASSES.sub("", message).removeprefix("expected one of ").split(", ") if word.strip()]
    words = [word.removeprefix("expected ") for word in words if word not in {"expected ", "LATERAL", "SERVICE"}]
    return f": expected {' or '.join(words)}" if words else ""


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())
