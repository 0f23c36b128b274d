"""The page on the grammar of offices: what its tables hold, and every case that its tests read."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

from ontology import read_table

CASES = Path(__file__).resolve().parents[1] / "tests" / "unit" / "annotate" / "office_cases.tsv"
_SAMPLES = 12
_TABLES = (
    ("posts", "post", "posts: the function alone (部长, director)"),
    ("ranks", "word", "words before a post: of rank, or of status (副, deputy; 原, former)"),
    ("body_heads", "head", "bodies that every place has, behind its name or level (临汾市**委**)"),
    ("departments", "stem", "what a department is for, before 局, 委, 厅, 办 or 中心"),
    ("bare_departments", "body", "departments named without their place beside a title that has one"),
    ("bodies", "body", "bodies with a name of their own"),
    ("institutions", "ending", "endings of bodies whose own name stands before (公司, company; 大学, university)"),
    ("body_forms", "form", "long forms inside a body's name that have a short one"),
    ("body_aliases", "alias", "other names of a body"),
    ("countries", "name", "states"),
    ("surnames", "surname", "surnames"),
    ("common_posts", "post", "posts that a body gives to so many that they tell nobody apart"),
)
_LEGEND = "A tenure is person, body and post, then status and day where it is more than held."
_INTRO = """# Offices

Who holds which post is read by a grammar: place × body × department × rank × post, alone, in chains and in lists. Its
words are the tables of `ontology/lexicon/`; what it must read, and what it must leave alone, are the cases below, which
a test runs through the whole extraction. All people in them are invented.
"""


def page(head: str) -> str:
    """Return the page of the reference, below the note that it is generated."""
    return "\n".join([head, _INTRO, *_words(), *_implied(), *_ranks(), *_cases()])


def _table(*columns: str) -> list[str]:
    return [_row(*columns), _row(*["---"] * len(columns))]


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _words() -> list[str]:
    lines = ["## The words it knows\n", *_table("table", "rows", "what it holds", "the first of them")]
    for name, column, title in _TABLES:
        words = [row[column] for row in read_table(name)]
        lines.append(_row(f"`{name}.tsv`", str(len(words)), title, "、".join(words[:_SAMPLES])))
    return [*lines, ""]


def _implied() -> list[str]:
    """Return the posts that mean a body where none is named, by that body."""
    posts: dict[str, list[str]] = {}
    for row in read_table("posts"):
        if row["implied"]:
            posts.setdefault(row["implied"], []).append(row["post"])
    lines = [
        "## Posts that imply their body\n\n`{}` is the place before the post, or the paper's seat.\n",
        *_table("body", "posts"),
    ]
    return [*lines, *(_row(f"`{body}`", "、".join(of)) for body, of in posts.items()), ""]


def _ranks() -> list[str]:
    """Return the words before a post, by what they do."""
    words: dict[str, list[str]] = {}
    for row in read_table("ranks"):
        effect = "becomes part of the post" if row["place"] == "post" else f"status `{row['status']}`"
        words.setdefault(effect, []).append(row["word"])
    return [
        "## Words of rank and status\n",
        *_table("effect", "words"),
        *(_row(effect, "、".join(of)) for effect, of in words.items()),
        "",
    ]


def _cases() -> list[str]:
    """Return every case, a table for each construction."""
    lines = [one for one in CASES.read_text(encoding="utf-8").splitlines() if not one.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    still_open = sum(bool(row["open"]) for row in rows)
    out = [f"## What it reads\n\n{len(rows)} cases; {still_open} are not read rightly yet and say why. {_LEGEND}\n"]
    for name, group in groupby(rows, key=lambda row: row["construction"]):
        out += [f"### {name[0].upper()}{name[1:]}\n", *_table("paper of", "text", "tenures"), *map(_case, group), ""]
    return out


def _case(row: dict[str, str]) -> str:
    text = f"**{row['headline']}** {row['text']}" if row["headline"] else row["text"]
    told = "<br>".join(map(_tenure, filter(None, row["expected"].split(";")))) or "none"
    return _row(row["seat"] or "–", text, told + (f"<br>*not yet: {row['open']}*" if row["open"] else ""))


def _tenure(cell: str) -> str:
    person, *slots = cell.removeprefix("?").split("|")
    body, post, status, day = [*(slot.split("/")[0] for slot in slots), "", ""][:4]
    return " ".join(filter(None, (person, body, post, "" if status == "holds" else status, day)))
