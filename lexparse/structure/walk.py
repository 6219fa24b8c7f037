"""Ways through the tree of provisions that grammars share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lexparse.records import Provision

ITEM_KINDS = {"subparagraph", "point", "indent", "alinea", "paragraph", "article"}
LISTED = {"subparagraph", "point", "indent"}
DIVISIONS = {"part", "chapter", "section"}


def lead_ins(unit: Provision) -> Iterator[tuple[Provision, list[Provision]]]:
    """Yield ``unit`` and each later block of it with the list that it leads in, if any.

    A paragraph's second block may lead in the paragraph's own numbered items: ``8. … .`` then
    ``… мынадай: 1) …; 2) …``; both stand below the paragraph in the tree.
    """
    children = [child for child in unit.children if child.kind in ITEM_KINDS]
    items = _run(unit, children)
    yield unit, items
    children = children[len(items) :]
    while children:
        head, children = children[0], children[1:]
        items = [] if any(c.kind in LISTED for c in head.children) else _run(head, children)
        if items:
            yield head, items
            children = children[len(items) :]
        else:
            yield from lead_ins(head)


def _run(lead: Provision, following: list[Provision]) -> list[Provision]:
    if not (lead.text or "").rstrip().endswith(":"):
        return []
    items: list[Provision] = []
    for child in following:
        if child.kind not in LISTED or (items and child.kind != items[0].kind):
            break
        items.append(child)
    return items


def last_words(item: Provision) -> tuple[int, int]:
    """Return the span of the innermost last unit of ``item``: there its predicate stands."""
    while nested := [child for child in item.children if child.kind in ITEM_KINDS]:
        item = nested[-1]
    return item.text_start, item.text_stop


def units(provisions: Iterable[Provision], heading: str = "") -> Iterator[tuple[Provision, str]]:
    """Yield the outermost numbered units and plain alineas, each with the heading it stands under.

    Divisions and attachments are opened; blank forms are not.
    """
    for provision in provisions:
        if provision.kind == "heading":
            heading = provision.text or ""
        elif provision.kind in ITEM_KINDS:
            yield provision, heading
        elif provision.kind in DIVISIONS | {"attachment"} and not provision.form:
            own = heading if provision.kind == "attachment" else provision.heading or ""
            yield from units(provision.children, own)


def eid_at(roots: Sequence[Provision], place: int) -> str | None:
    """Return the eId of the innermost unit at ``place``; quoted wording is none of the act's."""
    found = None
    level = roots
    while inside := [one for one in level if one.start <= place < one.stop]:
        found = next((one.eid for one in inside if one.kind != "quoted"), found)
        level = inside[-1].children
    return found
