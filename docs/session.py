"""Writes the session of the README: real commands on the examples, with what they print: `python docs/session.py`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START, END = "<!-- session: written by docs/session.py -->\n", "<!-- end of session -->\n"

COMMANDS = [
    "kg build examples --graph demo",
    "kg query holder --graph demo --param place=晋中市 --param post=市长 --param on=2022-06-01",
    "kg query outcomes --graph demo --param programme=衢州保姆",
    (
        'kg cypher \'MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office {post: "市长"}), '
        "(t)-[e:EVIDENCED_BY]->(q:Passage) RETURN DISTINCT p.name AS person, o.name AS office, e.status AS status, "
        "q.quote AS quote ORDER BY office, person, quote LIMIT 5' --graph demo"
    ),
    (
        "kg sparql 'SELECT ?who ?where ?day WHERE { ?visit a kg:DerivedLink ; rdf:predicate kg:visited ; "
        "rdf:subject/rdfs:label ?who ; rdf:object/rdfs:label ?where ; kg:earliest ?day } "
        "ORDER BY ?day ?who ?where LIMIT 5' --graph demo"
    ),
]

LIBRARY = """\
```python
import kg

with kg.open("demo") as graph:
    for row in graph.query("career", person="邵文彬"):
        print(row["office"], row["statuses"], row["latest_begin"], row["latest_end"])
```
"""


def run(command: str, folder: Path) -> str:
    """Return what a command prints on standard output, as a user in `folder` sees it."""
    done = subprocess.run(  # noqa: S602  # the commands above, as typed into a shell
        command.replace("kg ", f"{sys.executable} -m kg ", 1),
        shell=True, cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def session() -> str:
    """Return the session: commands and their real answers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        shown = "\n".join(f"$ {command}\n{run(command, folder)}" for command in COMMANDS)
        script = LIBRARY.split("```python\n")[1].split("```", maxsplit=1)[0]
        printed = subprocess.run(  # noqa: S603  # the script above
            [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
        ).stdout
    return (
        f"{START}```console\n{shown}```\n\nThe prefixes are known; the same graph is a library:\n\n{LIBRARY}\n"
        f"```\n{printed}```\n{END}"
    )


def readme() -> str:
    """Return the README with a fresh session."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    return before + session() + rest.partition(END)[2]


if __name__ == "__main__":
    (ROOT / "README.md").write_text(readme(), encoding="utf-8")
