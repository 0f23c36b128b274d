"""Rows: the graph as two streams, the one contract between assembling and every destination."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | list[str] | None
"""Dates travel as ISO days (`2021-04-08`) in properties that the schema types as DATE."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph: `id` is `class/hash`, `label` one of the schema's."""

    label: str
    id: str
    props: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the graph; `id` is a hash of type, ends and what distinguishes it, so that loading twice is once."""

    type: str
    id: str
    source: str
    target: str
    source_label: str
    target_label: str
    props: dict[str, Value] = field(default_factory=dict)
