"""A document as a test reads it: a string a line, a list of rows a table."""

from __future__ import annotations

from lexparse.readers import read
from lexparse.text.document import Line


def layout(source: str) -> list[str | list[list[str]]]:
    """Return the words of each block of ``source``."""
    document = read(source)
    out: list[str | list[list[str]]] = []
    for block in document.blocks:
        if isinstance(block, Line):
            out.append(document.text[block.start : block.stop])
        else:
            out.append(
                [
                    [document.text[cell.start : cell.stop] for cell in row.cells]
                    for row in block.rows
                ]
            )
    return out
