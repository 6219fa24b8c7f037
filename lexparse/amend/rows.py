"""Rows: new ones have the cells of the table that they come into."""

from __future__ import annotations

import re

from lexparse.amend.edit import Edit, Wording
from lexparse.amend.job import FINAL_MARKS, Carried, Job
from lexparse.amend.place import Place, RefusedError
from lexparse.records import Provision
from lexparse.text.document import CELL_BREAK

# `ҮА - Қазақстан Республикасы Үкіметінің Аппараты` as a row of a legend with two cells.
DASHED = re.compile(r"\s+-\s+")


def row_anew(job: Job, place: Place, new: str) -> Carried:
    """Replace one row by one row; a line of a list keeps the mark at its end."""
    if place.unit is None or not place.unit.children:
        if "\n" in new or CELL_BREAK in new:
            raise RefusedError("row-shape", "several lines or cells in the place of one line")
        # The mark at the line's end is the list's; one that ends unclosed wording is the command's.
        unclosed = (job.one.family or "").endswith("/marks") and new.endswith(";")
        own = place.inner.stop < place.stop
        words = new.rstrip(FINAL_MARKS) if own or unclosed else new
        return job.carried(place, Edit(*place.inner, Wording(words)))
    row = shaped(new, place.unit)
    if "\n" in row:
        raise RefusedError("row-shape", "several rows in the place of one")
    return job.carried(place, Edit(place.start, place.stop, Wording(row)))


def shaped(new: str, model: Provision) -> str:
    """Return rows with as many cells as ``model`` has. Raises ``RefusedError``."""
    return "\n".join(_shaped(line, len(model.children)) for line in new.split("\n"))


def _shaped(line: str, width: int) -> str:
    cells = line.split(CELL_BREAK)
    if len(cells) == 1 and width == 2:
        cells = DASHED.split(line, maxsplit=1)
    if len(cells) != width:
        raise RefusedError("row-shape", f"the new row has {len(cells)} cells and not {width}")
    return CELL_BREAK.join(cells)


def as_rows(new: Wording, beside: Place) -> Wording:
    """Return new wording as rows of the table that ``beside`` is a row of, if it is one."""
    if beside.kind != "row" or beside.unit is None or not beside.unit.children:
        return new
    return Wording(shaped(new.text, beside.unit))
