"""One modification at work: the version that it is to change, and the edits that do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lexparse.amend.edit import Edit, Wording, wording_at
from lexparse.amend.effect import Effect
from lexparse.amend.lookup import lookup
from lexparse.amend.place import Place, RefusedError
from lexparse.amend.version import Version
from lexparse.records import Modification, Provision, Step
from lexparse.text.document import CELL_BREAK
from lexparse.text.span import Span

COUNTED = frozenset({"indent", "alinea", "sentence"})
DIVISIONS = frozenset({"part", "chapter", "section"})
# What holds numbered units without being part of how they are numbered.
OPEN = DIVISIONS | {"table", "legend", "alinea", "indent"}
FINAL_MARKS = ".;:,"


@dataclass(frozen=True, slots=True)
class Carried:
    """The edits of one modification and the unit ``eid`` that they change.

    ``at`` tells for each edit where its wording stands in the amending act. ``counted`` is the
    unit and the ordinal of a target that is only counted in it.
    """

    edits: tuple[Edit, ...]
    eid: str | None
    at: tuple[int | None, ...] = ()
    counted: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """An effect with the version that it is to change.

    ``leaving`` are the units that the same act takes out or renumbers, with their new numbers:
    the old ones are free.
    """

    version: Version
    effect: Effect
    leaving: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The version's text."""
        return self.version.document.text

    @property
    def one(self) -> Modification:
        """The modification."""
        return self.effect.modification

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of its target."""
        return self.one.target.steps if self.one.target else ()

    def place(self, steps: Sequence[Step] | None = None) -> Place:
        """Return where the target stands. Raises ``RefusedError``."""
        return lookup(self.text, self.version.provisions, self.steps if steps is None else steps)

    def wording(self) -> Wording:
        """Return the new wording with the layout that it has in the amending act."""
        new = self.one.new or ""
        read = wording_at(self.effect.document, self.one.new_start, self.one.new_stop)
        return read if read.text == new else Wording(new)

    def carried(self, place: Place, *edits: Edit) -> Carried:
        """Return ``edits`` as what this modification does to ``place``."""
        at = self.one.new_start if self.one.new_stop else None
        counted = (place.unit.eid, place.counted) if place.unit and place.counted else None
        return Carried(
            edits, place.unit.eid if place.unit else None, tuple(at for _ in edits), counted
        )


def whole(unit: Provision, kind: str | None = None) -> Place:
    """Return a unit as a place."""
    span = Span(unit.start, unit.stop)
    return Place(kind or unit.kind, *span, span, unit, unit.children)


def around(provisions: Sequence[Provision], unit: Provision) -> Place:
    """Return the place in whose numbering ``unit`` stands: divisions have none of their own."""
    holder: Provision | None = None
    level = provisions
    while inside := [one for one in level if one.start <= unit.start < one.stop]:
        if inside[0].eid == unit.eid:
            break
        holder = holder if inside[0].kind in OPEN else inside[0]
        level = inside[0].children
    return whole(holder) if holder else lookup("", provisions, ())


def numbered(below: Sequence[Provision], kind: str) -> Iterator[Provision]:
    """Yield the numbered units of ``kind`` right below a place, in document order."""
    for one in below:
        if one.kind == kind and one.num:
            yield one
        if one.kind in OPEN:
            yield from numbered(one.children, kind)


def one_line(words: str) -> str:
    """Return words as they stand in one line. Raises ``RefusedError`` for cells among them."""
    if CELL_BREAK in words or "\t" in words:
        raise RefusedError("row-shape", "the new words hold cells")
    return " ".join(words.split("\n"))
