"""What a named question is: its words, parameters and columns, and its text in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


class Kind(StrEnum):
    """The type of a parameter or a column."""

    TEXT = "text"
    LIST = "list"
    """Texts: a parameter takes them between commas, a column holds them sorted."""
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    THING = "thing"
    """A parameter that takes the name or the id of something in the graph."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question; one that is left empty means all."""

    name: str
    kind: Kind
    title_zh: str
    title_en: str
    example: str
    default: str = ""
    labels: tuple[str, ...] = ()
    """For a thing: what it may be."""
    end_of_period: bool = False
    """For a date: a month or a year stands for its last day, not its first."""
    scheme: str = ""
    """For a text or a list: the scheme of the ontology that its values are of; they may be given by their names."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer."""

    name: str
    kind: Kind
    title_zh: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a group of questions is about; their texts lie in the folder of its name."""

    name: str
    title_zh: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named question. Both texts give the same columns and, on the same graph, the same rows."""

    topic: Topic
    name: str
    title_zh: str
    title_en: str
    question_zh: str
    question_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    whole: bool = False
    """Whether it weighs the whole graph where it is asked without parameters, and so takes longer."""

    @property
    def cypher(self) -> str:
        """Return the question in Cypher."""
        return read_text(f"{self.topic.name}/{self.name}.cypher")

    @property
    def sparql(self) -> str:
        """Return the question in SPARQL, with VALUES lines where parameters go."""
        return read_text(f"{self.topic.name}/{self.name}.rq")


_TYPES = {
    Kind.TEXT: "STRING",
    Kind.LIST: "STRING[]",
    Kind.DATE: "DATE",
    Kind.INTEGER: "INTEGER",
    Kind.NUMBER: "FLOAT",
    Kind.THING: "STRING",
}


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Table):
    """The rows of an answer, each with a value for every column; `kinds` are the columns' types."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    kinds: tuple[Kind, ...]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield the rows by column name."""
        return iter(self.to_dicts())

    @property
    def types(self) -> dict[str, str]:
        """Return the type of each column, in the words of the schema: STRING, STRING[], DATE, INTEGER, FLOAT."""
        return {name: _TYPES[kind] for name, kind in zip(self.columns, self.kinds, strict=True)}


@cache
def read_text(name: str) -> str:
    """Return the text of a query file, named from this folder."""
    return (HERE / name).read_text(encoding="utf-8")
