"""Rows and lines that a command names: by printed number, by their words, by an abbreviation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lexparse.amend.naming import folded, same_name
from lexparse.amend.place import Place, RefusedError
from lexparse.records import Provision, Step
from lexparse.structure.markers import eid_number
from lexparse.text.span import Span

DIVISIONS = {"part", "chapter", "section"}
HOLDERS = DIVISIONS | {"table", "legend"}
ROWS = {"row", "head", "band"}
LINES = {"alinea", "indent", "paragraph", "subparagraph", "heading", "point"}


def unit_place(unit: Provision, kind: str | None = None) -> Place:
    """Return a numbered unit as a place: its wording stands behind its number."""
    inner = Span(unit.text_start, unit.text_stop)
    return Place(kind or unit.kind, unit.start, unit.stop, inner, unit, unit.children)


def number_of(printed: str | None) -> str:
    """Return a printed number as an eId writes it."""
    return eid_number(printed) if printed else ""


def opened(below: Iterable[Provision]) -> Iterator[Provision]:
    """Yield the units of a place, those inside its divisions among them."""
    for one in below:
        yield one
        if one.kind in HOLDERS:
            yield from opened(one.children)


def named_lines(text: str, below: Sequence[Provision], step: Step) -> Iterator[Place]:
    """A line known by its quoted words: the mark at its end is not part of them."""
    for one in _open_lines(below):
        words = text[one.start : one.text_stop]
        if same_name(words, step.name or "") or same_name(one.text or "", step.name or ""):
            yield _named_line(text, one, step)


def _named_line(text: str, one: Provision, step: Step) -> Place:
    start, stop = one.start, one.text_stop
    if not same_name(text[start:stop], step.name or ""):
        start = one.text_start
    kept = (step.name or "").rstrip()[-1:]
    while stop > start and text[stop - 1] in ".,;:" and text[stop - 1] != kept:
        stop -= 1
    return Place(step.kind, one.start, one.stop, Span(start, stop), one)


def _open_lines(below: Iterable[Provision]) -> Iterator[Provision]:
    for one in below:
        if one.kind in LINES or (one.kind in ROWS and not one.children):
            yield one
        if one.kind not in {"attachment", "quoted"}:
            yield from _open_lines(one.children)


def tables(_: str, over: Place, step: Step) -> Iterator[Place]:
    """Yield the tables of a place, by their order if the step counts them."""
    found = [one for one in opened(over.below) if one.kind == "table"]
    yield from (unit_place(one) for at, one in enumerate(found, 1) if step.num in {None, str(at)})


def rows_of(text: str, over: Place, step: Step) -> Iterator[Place]:
    """Yield the rows that bear the number or the name; in a list, the numbered lines."""
    if step.strength == "weak":
        raise RefusedError("not-understood", "a row that is only counted is not looked up")
    if step.name is not None:
        yield from _named_rows(text, over, step)
        return
    below = _without_attachments(over)
    rows = [one for one in opened(below) if one.kind == "row" and number_of(one.num) == step.num]
    if not rows:
        rows = [one for one in opened(below) if one.kind == "paragraph" and one.num == step.num]
    yield from (unit_place(one, "row") for one in rows)


def _without_attachments(over: Place) -> list[Provision]:
    return [one for one in over.below if one.kind != "attachment"]


def _named_rows(text: str, over: Place, step: Step) -> Iterator[Place]:
    """A row by its words, by those behind its number or by one cell of it; a line of a list."""
    name = step.name or ""
    below = _without_attachments(over)
    rows = [one for one in opened(below) if one.kind in {"row", "band"} and one.children]
    whole = [one for one in rows if name_of_row(text, one, name)]
    lines = list(named_lines(text, below, step))
    if not whole and not lines:
        lines = list(_abbreviated(text, below, step))
    if not whole and not lines:
        whole = [one for one in rows if any(same_name(c.text or "", name) for c in one.children)]
    for one in whole:
        yield Place("row", one.start, one.stop, Span(one.start, one.stop), one, one.children)
    yield from lines


def _abbreviated(text: str, below: Sequence[Provision], step: Step) -> Iterator[Place]:
    """A line of a legend by its abbreviation: ``«АШМ» деген жол`` is ``АШМ - … министрлігі``."""
    for one in _open_lines(below):
        head, dash, _ = text[one.start : one.text_stop].partition(" - ")
        if dash and same_name(head, step.name or ""):
            stop = one.text_stop
            while text[stop - 1] in ".,;:":
                stop -= 1
            yield Place(step.kind, one.start, one.stop, Span(one.start, stop), one)


def name_of_row(text: str, row: Provision, name: str) -> bool:
    """Tell whether ``name`` is the row's wording, with its number or without."""
    behind = row.children[1].start if len(row.children) > 1 else row.start
    return folded(name) in {folded(text[row.start : row.stop]), folded(text[behind : row.stop])}


def columns(_: str, over: Place, step: Step) -> Iterator[Place]:
    """Yield the cell of a row in the column of that number."""
    if over.kind != "row" or over.unit is None:
        raise RefusedError("not-understood", "a column without its row")
    for one in over.unit.children:
        if one.kind == "cell" and step.name is None and one.num == step.num:
            yield _cell(one)


def _cell(one: Provision) -> Place:
    return Place("cell", one.start, one.stop, Span(one.start, one.stop), one)


def named_columns(text: str, act: Place, row: Place, step: Step) -> Iterator[Place]:
    """``«Аяқталу нысаны» деген баған``: the cell below the heading of that name."""
    tables = [one for root in act.below for one in root.walk() if one.kind == "table"]
    table = next((one for one in tables if one.start <= row.start < one.stop), None)
    heads = [one for one in table.children if one.kind == "head"] if table else []
    named = {
        cell.num
        for head in heads
        for cell in head.children
        if same_name(text[cell.start : cell.stop], step.name or "")
    }
    for one in row.unit.children if row.unit else ():
        if one.kind == "cell" and one.num in named:
            yield _cell(one)
