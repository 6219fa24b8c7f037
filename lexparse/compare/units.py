r"""An act as the sequence of its units, and changes carried out on such a sequence.

A unit is a provision with wording or a printed number of its own; a table row is one unit, its
cells parted by ``\t|\t``. Attachments and tables hold units and are none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lexparse.compare.changes import Change, Place
from lexparse.compare.words import CELL_BREAK
from lexparse.records import Parse, Provision

ROWS = {"row", "head", "band"}
HOLDERS = {"attachment", "table", "legend"}


@dataclass(frozen=True, slots=True, eq=False)
class Holder:
    """What a unit stands in; ``position`` where that is a unit itself."""

    kind: str
    position: int | None
    outer: Holder | None


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one act in document order, each with its wording and what it stands in."""

    items: list[Provision] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    eids: list[str] = field(default_factory=list)
    # Where a stretch of units with the same holder begins.
    held_from: list[int] = field(default_factory=list)
    holders: list[Holder | None] = field(default_factory=list)

    @classmethod
    def of(cls, parse: Parse) -> Units:
        """Return the units of ``parse``."""
        units = cls()
        units.collect(parse.provisions, None)
        return units

    def __len__(self) -> int:
        """Count the units."""
        return len(self.items)

    def collect(self, provisions: Sequence[Provision], holder: Holder | None) -> None:
        """Append the units among ``provisions`` and below them."""
        self._hold(holder)
        texts = [unit.text or "" for unit in provisions]
        if all(texts) and not any(unit.children for unit in provisions):
            self.items.extend(provisions)
            self.texts.extend(texts)
            self.eids.extend([unit.eid for unit in provisions])
            return
        for unit in provisions:
            if not unit.children or unit.kind in ROWS:
                self._append(unit)
            else:
                here = Holder(unit.kind, self._append(unit), holder)
                self.collect(unit.children, here)
                self._hold(holder)

    def _append(self, unit: Provision) -> int | None:
        """Append ``unit`` if it is one, and return its position."""
        row = unit.children and unit.kind in ROWS
        if not (row or unit.text or (unit.num and unit.kind not in HOLDERS)):
            return None
        self.items.append(unit)
        cells = [cell.text or "" for cell in unit.children] if row else [unit.text or ""]
        self.texts.append(CELL_BREAK.join(cells))
        self.eids.append(unit.eid)
        return len(self.items) - 1

    def holder(self, position: int) -> Holder | None:
        """Return what the unit at ``position`` stands in."""
        return self.holders[bisect_right(self.held_from, position) - 1]

    def _hold(self, holder: Holder | None) -> None:
        self.held_from.append(len(self.items))
        self.holders.append(holder)

    def place(self, position: int) -> Place:
        """Return where the unit at ``position`` stands."""
        unit = self.items[position]
        whole = unit.kind in ROWS and unit.children
        start = unit.start if whole else unit.text_start
        stop = unit.stop if whole else unit.text_stop
        return Place(unit.eid, start, stop, self.texts[position], unit.kind, unit.num, position)


def replay(old: Parse | Sequence[str], changes: Iterable[Change]) -> list[str]:
    """Return the wordings that ``changes`` make of the units of ``old``.

    ``replay(a, compare(a, b).changes)`` are the wordings of the units of ``b``.
    """
    texts = list(Units.of(old).texts if isinstance(old, Parse) else old)
    gone: set[int] = set()
    come: dict[int, str] = {}
    for one in changes:
        if one.kind in {"deleted", "moved"} and one.old:
            gone.add(_position(one.old))
        if one.kind in {"inserted", "moved"} and one.new:
            come[_position(one.new)] = one.new.text
        if one.kind == "changed" and one.old and one.new:
            texts[_position(one.old)] = one.new.text
    kept = iter([text for position, text in enumerate(texts) if position not in gone])
    size = len(texts) - len(gone) + len(come)
    return [come[at] if at in come else next(kept) for at in range(size)]


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of both acts laid into one: a side that is ``None`` does not stand here."""

    old: Place | None
    new: Place | None
    change: Change | None = None


def laid(old: Units, new: Units, changes: Sequence[Change]) -> Iterator[Shown]:
    """Yield the units of both acts in one order: what is gone stands before what came.

    A moved unit is yielded twice, where it stood and where it stands.
    """
    from_old = {_position(one.old): one for one in changes if one.old}
    from_new = {_position(one.new): one for one in changes if one.new}
    at = to = 0
    while at < len(old) or to < len(new):
        gone, came = from_old.get(at), from_new.get(to)
        if at < len(old) and gone and gone.kind in {"deleted", "moved"}:
            yield Shown(gone.old, None, gone)
            at += 1
        elif to < len(new) and came and came.kind in {"inserted", "moved"}:
            yield Shown(None, came.new, came)
            to += 1
        else:
            yield Shown(old.place(at), new.place(to), came)
            at, to = at + 1, to + 1


def _position(place: Place) -> int:
    assert place.position is not None  # noqa: S101 (a unit's place has its position)
    return place.position
