"""Versions of outside acts whose every difference a reader has classified, against ``compare``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lexparse.compare import Change, Comparison, Place, compare
from lexparse.evaluation.annotation import acts_folder
from lexparse.extraction import extract
from lexparse.readers import read
from lexparse.structure.outline import outline
from lexparse.text.document import Document

Record = Mapping[str, Any]
# Classes that a note of the newer version names an act for.
NOTED = {"amended", "repealed"}


@dataclass(frozen=True, slots=True)
class VersionPair:
    """Two versions of one act with a reader's classes of all that differs."""

    act: str
    old: Document
    new: Document
    differences: tuple[Record, ...]

    @property
    def name(self) -> str:
        """The act and its two files."""
        return f"{self.act}: {self.old.name} → {self.new.name}"

    def compared(self) -> Comparison:
        """Return what ``compare`` finds between the two."""
        return compare(extract(outline(self.old)), extract(outline(self.new)))

    def of(self, change: Change) -> list[Record]:
        """Return the classified differences that a change lies in."""
        old, new = _source(self.old, change.old), _source(self.new, change.new)
        return [one for one in self.differences if _meet(old, one["old"]) or _meet(new, one["new"])]


def version_pairs(folder: Path) -> Iterator[VersionPair]:
    """Yield the annotated pairs of ``folder`` whose texts are at hand."""
    for file in sorted(folder.glob("*.json")):
        tree = json.loads(file.read_text("utf-8"))
        for pair in tree["pairs"]:
            files = [acts_folder() / tree["act"] / pair[side] for side in ("old", "new")]
            if all(one.is_file() for one in files):
                old, new = (read(one.read_bytes(), one.name) for one in files)
                yield VersionPair(tree["act"], old, new, tuple(pair["differences"]))


def _source(document: Document, place: Place | None) -> tuple[int, int] | None:
    return document.origin.extent(place.start, place.stop) if place else None


def _meet(one: tuple[int, int] | None, other: list[int] | None) -> bool:
    """Tell whether two spans meet; what was put in between touches at one end."""
    if one is None or other is None:
        return False
    return other[0] <= one[1] and one[0] <= other[1]
