"""Tables of people and offices (姓名, 职务, 任免) as sentences: the page's characters, and marks between them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.repair import Piece
from ontology import read_table

CELLS = "\t"
_ROW = re.compile(r"[^\r\n]*\t[^\r\n]*")
_OFFICES = ("unit", "post", "current", "former", "proposed", "appointed", "removed")
_STATED = ("current", "former", "proposed")
# What in a column's head says of its offices: 拟任 of 拟任职务.
_SAYS = {
    "current": re.compile("现任|任现职"), "former": re.compile("原任|曾任"), "proposed": re.compile("拟任|拟提名|拟聘"),
    "appointed": re.compile("任命|聘任|任"), "removed": re.compile("免去|解聘|免"),
}  # fmt: skip
_ACTION = re.compile("拟任命?|任命|任职|聘任|任|免去|免职|解聘|免")
_WRITTEN = re.compile(r"(?P<says>拟任|现任|原任|任命|聘任|任|免去|解聘|免)(?:命)?为?[:：]?(?=[^\s免命])")
_OVER = re.compile("(?:一职|的?职务)$")
_LIST_HEAD = re.compile("(?:^|[、，：:决定])(?P<says>任命|聘任|免去|解聘|任|免)(?:名单|下列人员|以下人员)?[:：]?$")
_NONE = re.compile(r"[\s/／—－-]*|无|暂无|空缺")


class Cell(NamedTuple):
    """A cell: `raw[start:end]` of its page."""

    start: int
    end: int


def table_rows(raw: str, begin: int) -> dict[int, list[Piece]]:
    """Return the pieces of rows that tell of people and offices, by where the row's line starts; heads have none."""
    out: dict[int, list[Piece] | None] = {}
    columns: list[tuple[str, Cell]] = []
    above: dict[int, Cell] = {}
    last = -1
    for found in _ROW.finditer(raw, begin):
        cells = _cells(found)
        if raw[last : found.start()].strip("\r\n") or last < 0:
            columns, above = [], {}
        last = found.end()
        heads = _columns(raw, cells)
        if heads:
            columns, above = heads, {}
            out[found.start()] = []
        elif columns:
            row = {at: cell for at, cell in enumerate(cells) if not _NONE.fullmatch(raw, cell.start, cell.end)}
            above = {at: row.get(at) or above[at] for at in {*row, *above} if at in row or _is_carried(columns, at)}
            out[found.start()] = _sentence(raw, columns, above, _list_head(raw, begin, found.start()))
    return {start: pieces for start, pieces in out.items() if pieces is not None}


def _cells(found: re.Match[str]) -> list[Cell]:
    cells = []
    at = found.start()
    for text in found.group().split(CELLS):
        lead = len(text) - len(text.lstrip())
        cells.append(Cell(at + lead, at + max(lead, len(text.rstrip()))))
        at += len(text) + 1
    return cells


@cache
def _heads() -> list[tuple[str, re.Pattern[str]]]:
    return [(row["column"], re.compile(row["pattern"])) for row in read_table("web_columns")]


def _columns(raw: str, cells: list[Cell]) -> list[tuple[str, Cell]]:
    """Return what each column is, if the cells are the heads of a table of people and offices."""
    columns = []
    for cell in cells:
        text = "".join(raw[cell.start : cell.end].split())
        columns.append((next((name for name, pattern in _heads() if pattern.fullmatch(text)), ""), cell))
    names = [name for name, _ in columns]
    return columns if "name" in names and any(name in _OFFICES for name in names) else []


def _is_carried(columns: list[tuple[str, Cell]], at: int) -> bool:
    """Say whether an empty cell means what stands above it, as where one cell spans several rows."""
    return at < len(columns) and columns[at][0] in {"unit", "action"}


def _list_head(raw: str, begin: int, row: int) -> Cell | None:
    """Return the word that opens the list above a table (任命：), if the line above it is that."""
    lines = [found for found in re.finditer(r"[^\r\n]+", raw[begin:row]) if CELLS not in found.group()]
    if not lines:
        return None
    found = _LIST_HEAD.search(lines[-1].group())
    if found is None:
        return None
    at = begin + lines[-1].start()
    return Cell(at + found.start("says"), at + found.end("says"))


def _sentence(
    raw: str, columns: list[tuple[str, Cell]], row: dict[int, Cell], opened: Cell | None
) -> list[Piece] | None:
    """Return a row's sentences (王建国，男，现任…，拟任…。 or 免：王建国，…。); None: it lacks a name or an office."""
    by_name: dict[str, list[tuple[Cell, Cell]]] = {}
    for at, cell in row.items():
        if at < len(columns):
            by_name.setdefault(columns[at][0], []).append((columns[at][1], cell))
    if "name" not in by_name or not any(name in by_name for name in _OFFICES):
        return None
    person = _name(raw, by_name["name"][0][1])
    told: list[Piece] = []
    for kind in _STATED:
        for head, cell in by_name.get(kind, ()):
            told += [*(_put("，", told[-1].end) if told else []), *_says(raw, kind, head, cell)]
    others = sorted(cell for _, cell in by_name.get("", ()))
    out: list[Piece] = []
    if told:
        out += person
        first = min(cell.start for kind in _STATED for _, cell in by_name.get(kind, ()))
        while others and others[0].start < first:
            out += [*_put("，", out[-1].end), Piece(*others.pop(0))]
        out += [*_put("，", out[-1].end), *told, *_put("。", told[-1].end)]
    for action, office in _acts(raw, by_name, opened):
        lead = [Piece(*action), *_put("：", action.end)] if action else []
        out += [*lead, *person, *_put("，", person[-1].end), *office, *_put("。", office[-1].end)]
    for cell in others:
        out += [Piece(*cell), *_put("。", cell.end)]
    return out


def _acts(
    raw: str, by_name: dict[str, list[tuple[Cell, Cell]]], opened: Cell | None
) -> list[tuple[Cell | None, list[Piece]]]:
    """Return the offices that a row gives, takes or states, each with the word that says which."""
    acts: list[tuple[Cell | None, list[Piece]]] = []
    for kind in ("appointed", "removed"):
        for head, cell in by_name.get(kind, ()):
            said, office = _written(raw, cell)
            acts.append((said or _within(raw, head, _SAYS[kind]), [Piece(*office)]))
    units = [Piece(*cell) for _, cell in by_name.get("unit", ())]
    for _, cell in by_name.get("post", ()):
        said, office = _written(raw, cell)
        action = next((_within(raw, one, _ACTION) for _, one in by_name.get("action", ())), None)
        acts.append((said or action or opened, [*units, Piece(*office)]))
    return acts


def _written(raw: str, cell: Cell) -> tuple[Cell | None, Cell]:
    """Return the word in an office's cell that says what becomes of it (免去…职务), and the office."""
    found = _WRITTEN.match(raw, cell.start, cell.end)
    start = found.end() if found else cell.start
    over = _OVER.search(raw, start, cell.end)
    end = over.start() if over and over.start() > start else cell.end
    return (Cell(found.start("says"), found.end("says")) if found else None), Cell(start, end)


def _says(raw: str, kind: str, head: Cell, cell: Cell) -> list[Piece]:
    """Return an office with what its column says of it before it, unless the cell says so itself."""
    said, _ = _written(raw, cell)
    word = None if said else _within(raw, head, _SAYS[kind])
    return [*([Piece(*word)] if word else []), Piece(*cell)]


def _within(raw: str, cell: Cell, pattern: re.Pattern[str]) -> Cell | None:
    found = pattern.search(raw, cell.start, cell.end)
    return Cell(*found.span()) if found else None


def _name(raw: str, cell: Cell) -> list[Piece]:
    """Return a name without the spaces that pad it."""
    return [Piece(found.start(), found.end()) for found in re.compile(r"\S+").finditer(raw, cell.start, cell.end)]


def _put(mark: str, at: int) -> list[Piece]:
    return [Piece(at, at, mark)]
