"""How well woven pages come apart, by three weavers of different conventions.

    python benchmarks/weaving.py ARTICLES.json... [--pages 200] [--first 0] [--gold FOLDER]

Each file holds articles as objects with `id`, `headline` and `text`; without a file the tests' invented news are woven.
`--gold` is a folder of the same names whose objects have `bylines`. A headline counts if it is, but for white space,
the one of the article that most of the body went to.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from news import invented_news  # noqa: E402
from weaving import Material, weave  # noqa: E402
from weaving_bands import weave_bands  # noqa: E402
from weaving_legs import weave_legs  # noqa: E402
from woven_scores import Scores  # noqa: E402

from kg.ids import text_sha256  # noqa: E402
from kg.page import Metadata, Page  # noqa: E402
from kg.segment import segment  # noqa: E402

WEAVERS = {"mixed": weave, "legs": weave_legs, "bands": weave_bands}


def read_material(path: Path, gold: Path | None) -> list[Material]:
    """Return a file's articles, with the bylines that the gold of the same name gives them."""
    credited: dict[str, tuple[str, ...]] = {}
    if gold is not None and (gold / path.name).exists():
        for one in json.loads((gold / path.name).read_text(encoding="utf-8")):
            names = [byline["name"] for byline in one.get("bylines", [])]
            credited[one["id"]] = tuple(name if isinstance(name, str) else name[0] for name in names)
    return [
        Material(one["id"], one["headline"], tuple(filter(None, one["text"].split("\n"))), credited.get(one["id"], ()))
        for one in json.loads(path.read_text(encoding="utf-8"))
    ]


def main() -> None:
    """Weave, segment and print the figures of each weaver."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    material = [one for path in given.files for one in read_material(path, given.gold)] or invented_news()
    for name, weaver in WEAVERS.items():
        scores = Scores()
        for seed in range(given.first, given.first + given.pages):
            woven = weaver(material, seed)
            page = Page(f"{name}-{seed}", woven.raw, text_sha256(woven.raw), Metadata(), "text")
            scores.add(woven, segment(page))
        print(f"{name}: {scores}")


if __name__ == "__main__":
    main()
