"""The tree under construction: open units by depth, then frozen provisions with their eIds.

What holds of the frozen tree: eIds are unique; a unit's span covers its children's; children
follow one another; a unit's own text and its children's together hold every character.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lexparse.records import Provision
from lexparse.structure.markers import EID_PART, LEVELS, eid_number

# Divisions are not part of the eId of what they hold: paragraphs are numbered through the act.
ROW_PARTS = {"head", "band", "row"}
TRANSPARENT = {"part", "chapter", "section", "table", "quoted"}


@dataclass(slots=True)
class Node:
    """One unit while the outline is being built; offsets as in ``Provision``."""

    kind: str
    start: int
    stop: int
    num: str | None = None
    heading: str | None = None
    text_start: int = 0
    text_stop: int = 0
    form: bool = False
    children: list[Node] = field(default_factory=list)

    @property
    def level(self) -> int:
        """Depth of nesting; containers and leaves outside the numbering are 0."""
        return LEVELS.get(self.kind, 0)

    def add(self, child: Node) -> Node:
        """Append ``child`` and return it."""
        self.children.append(child)
        return child


def leaf(kind: str, start: int, stop: int, num: str | None = None) -> Node:
    """Return a node whose own text is its whole span."""
    return Node(kind, start, stop, num, None, start, stop)


def freeze(text: str, nodes: list[Node], prefix: str = "") -> tuple[Provision, ...]:
    """Return the provisions of ``nodes`` with eIds below ``prefix``."""
    return _Freezer(text).freeze(nodes, prefix)


class _Freezer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.taken: set[str] = set()
        self.counts: dict[tuple[str, str], int] = {}

    def freeze(self, nodes: list[Node], prefix: str, fallback: str = "") -> tuple[Provision, ...]:
        return tuple(self._one(node, prefix, fallback) for node in nodes)

    def _one(self, node: Node, prefix: str, fallback: str) -> Provision:
        eid = self._eid(node, prefix, fallback)
        inner = prefix if node.kind in TRANSPARENT else eid
        children = self.freeze(node.children, inner, eid)
        stop = max([node.stop, *(child.stop for child in children)])
        return Provision(
            eid=eid,
            kind=node.kind,
            num=node.num,
            heading=node.heading,
            text=self.text[node.text_start : node.text_stop],
            start=node.start,
            stop=stop,
            text_start=node.text_start,
            text_stop=node.text_stop,
            form=node.form,
            children=children,
        )

    def _eid(self, node: Node, prefix: str, fallback: str) -> str:
        part = EID_PART.get(node.kind, node.kind)
        num = eid_number(node.num) if node.num else self._ordinal(prefix, fallback, part)
        bases = (
            (fallback,) if fallback and not node.num and part in ROW_PARTS else (prefix, fallback)
        )
        for base in dict.fromkeys(bases):
            eid = f"{base}__{part}_{num}" if base else f"{part}_{num}"
            if eid not in self.taken:
                self.taken.add(eid)
                return eid
        return self._again(eid)

    def _ordinal(self, prefix: str, fallback: str, part: str) -> str:
        # Unnumbered rows and quoted blocks are counted where they stand, not in the act.
        place = (fallback or prefix, part) if part in ROW_PARTS else (prefix, part)
        self.counts[place] = self.counts.get(place, 0) + 1
        return str(self.counts[place])

    def _again(self, eid: str) -> str:
        """A number printed twice: the second bears ``_2``, as the source cannot tell them apart."""
        count = 2
        while f"{eid}_{count}" in self.taken:
            count += 1
        self.taken.add(f"{eid}_{count}")
        return f"{eid}_{count}"
