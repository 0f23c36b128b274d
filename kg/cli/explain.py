"""A named question explained: what it asks, takes and gives, and its text in both languages."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from kg.cli.rows import Format, write_rows

if TYPE_CHECKING:
    from queries import Parameter, Question


def explain(question: Question, how: Format | None) -> None:
    """Print a question's explanation: to be read, or as one JSON object."""
    if how in {Format.JSON, Format.JSONL}:
        sys.stdout.write(json.dumps(to_dict(question), ensure_ascii=False, indent=1) + "\n")
        return
    topic = question.topic
    _line(f"{question.name} {question.title_zh} — {question.title_en}")
    _line(f"topic: {topic.name} {topic.title_zh} — {topic.title_en}\n")
    _line(question.question_zh)
    _line(f"{question.question_en}\n")
    given = [
        (one.name, _type(one), one.default, one.example, one.title_zh, one.title_en) for one in question.parameters
    ]
    write_rows(("parameter", "type", "default", "example", "含义", "meaning"), given, Format.TABLE)
    _line("")
    columns = [(one.name, one.kind.value, one.title_zh, one.title_en) for one in question.columns]
    write_rows(("column", "type", "含义", "meaning"), columns, Format.TABLE)
    example = next((f" --param {one.name}={one.example}" for one in question.parameters), "")
    _line(f"\nexample: kg query {question.name} --graph DIR{example}")
    _line(f"\nCypher\n\n{question.cypher}\nSPARQL\n\n{question.sparql.rstrip()}")


def to_dict(question: Question) -> dict[str, Any]:
    """Return a question's explanation as plain values."""
    return {
        "name": question.name,
        "topic": question.topic.name,
        "title": {"zh": question.title_zh, "en": question.title_en},
        "question": {"zh": question.question_zh, "en": question.question_en},
        "parameters": [
            {
                "name": one.name,
                "type": one.kind.value,
                "labels": list(one.labels),
                "default": one.default or None,
                "example": one.example,
                "meaning": {"zh": one.title_zh, "en": one.title_en},
            }
            for one in question.parameters
        ],
        "columns": [
            {"name": one.name, "type": one.kind.value, "meaning": {"zh": one.title_zh, "en": one.title_en}}
            for one in question.columns
        ],
        "cypher": question.cypher,
        "sparql": question.sparql,
    }


def _type(parameter: Parameter) -> str:
    """Return a parameter's type; of a thing, what it may be."""
    if not parameter.labels:
        return f"{parameter.kind} ({parameter.scheme})" if parameter.scheme else parameter.kind.value
    return parameter.labels[0] if len(parameter.labels) == 1 else "anything"


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")
