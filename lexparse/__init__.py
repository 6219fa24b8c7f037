"""Reads acts of Kazakhstan and says who must do what by when.

Four verbs, one value between each: ``read`` (bytes to ``Document``), ``outline`` (to
``Outline``), ``extract`` (to ``Parse``), and ``parse``, which is the three in a row.
"""

from __future__ import annotations

# The name that type checkers know; importing it from typing would double the time to start.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from lexparse.grammar.header import Given
    from lexparse.records import Parse
    from lexparse.structure.outline import Outline
    from lexparse.text.document import Document

__version__ = "0.1.0"
__all__ = ["extract", "outline", "parse", "read"]

# The parts are imported when they are used, so that `lexparse --help` answers at once.


def read(source: bytes | str | Path, name: str = "") -> Document:
    """Return the text of an act with the origin of every character.

    Raises ``lexparse.readers.UnreadableError`` for empty, binary or oversized input.
    """
    from lexparse.readers import read as read_source

    return read_source(source, name)


def outline(document: Document) -> Outline:
    """Return the structure of ``document``; never raises."""
    from lexparse.structure.outline import outline as outline_document

    return outline_document(document)


def extract(structure: Outline, given: Given | None = None) -> Parse:
    """Return the records of an act; ``given`` fills an identity that the text does not state."""
    from lexparse.extraction import extract as extract_records

    return extract_records(structure, given)


def parse(source: bytes | str | Path, name: str = "", given: Given | None = None) -> Parse:
    """Read, outline and extract in one go.

    Raises ``lexparse.readers.UnreadableError`` for empty, binary or oversized input.
    """
    return extract(outline(read(source, name)), given)
