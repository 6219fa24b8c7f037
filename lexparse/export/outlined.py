"""An act's structure as a lawyer reads it: one line a unit, indented by depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lexparse.records import Provision

WORDS = 90


def as_outline(provisions: Iterable[Provision]) -> str:
    """Return one line for each provision: eId, number and first words; cells are left out."""
    return "\n".join(line for provision in provisions for line in _lines(provision, 0))


def _lines(provision: Provision, depth: int) -> Iterator[str]:
    if provision.kind == "cell":
        return
    words = " ".join((provision.heading or provision.text or "").split())
    if provision.kind in {"row", "head", "band"}:
        words = " | ".join(" ".join((cell.text or "").split()) for cell in provision.children)
    shown = words if len(words) <= WORDS else words[: WORDS - 1] + "…"
    mark = " (form)" if provision.form else ""
    yield f"{'  ' * depth}{provision.eid}{mark}  {shown}".rstrip()
    for child in provision.children:
        yield from _lines(child, depth + 1)
