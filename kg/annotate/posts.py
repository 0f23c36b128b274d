"""Posts as the lexicon has them: the function alone, with the words of rank that may stand before it (常务副, 代)."""

from __future__ import annotations

from functools import cache

from kg.language.lexicon import Lexicon
from kg.values import replace, value
from ontology import read_table

REGION, OFFICE = "自治区", "行署"


@value
class Post:
    """A post of the lexicon; `text` is what a tenure of it says (代市长 is 市长, acting).

    `implied` is the body that it means where none is named, `kinds` the kinds of body it may be of, `weak` an everyday
    word as well, `silent` a calling rather than an office: somebody stands behind it, but holds none.
    """

    text: str
    status: str
    implied: str
    kinds: frozenset[str]
    weak: bool
    silent: bool
    deputy: bool


@cache
def posts() -> dict[str, Post]:
    """Return every post by its form, ranks before it included."""
    forms: dict[str, Post] = {}
    ranks = [row for row in read_table("ranks") if row["place"] == "post" or row["status"] == "acting"]
    for row in read_table("posts"):
        kinds = frozenset(filter(None, row["kinds"].split(",")))
        text = row["post"].removeprefix(REGION).removeprefix(OFFICE)
        plain = Post(text, "holds", row["implied"], kinds, row["weak"] != "", row["weak"] == "s", deputy=False)
        forms[row["post"]] = plain
        for rank in ranks if row["deputies"] == "y" else ():
            forms.setdefault(rank["word"] + row["post"], _ranked(plain, rank["word"], rank["status"]))
    return forms


def _ranked(post: Post, rank: str, status: str) -> Post:
    kept = ("副" if rank.endswith("副") else "") if status == "acting" else rank
    name = kept + post.text
    return replace(post, text=name, status=status or "holds", deputy=name != post.text)


@cache
def post_lexicon() -> Lexicon[Post | None]:
    """Return the lexicon of posts; longer words that begin like one and are none lead to None."""
    none: dict[str, Post | None] = dict.fromkeys((row["word"] for row in read_table("post_compounds")), None)
    return Lexicon({**posts(), **none})


@cache
def status_of(word: str) -> str:
    """Return what a word of status before a title says of the tenure (原: former)."""
    said = {row["word"]: row["status"] for row in read_table("ranks")}
    return "former" if word == "时" else said.get(word) or "holds"
