"""Two acts in one text, as HTML: what is gone in ``<del>``, what came in ``<ins>``.

A fragment for a page that has its own style: no script, no style, every text escaped. Units
bear ``data-change`` where they differ, ``data-old`` and ``data-new`` with their eIds.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from operator import attrgetter

from lexparse.compare import Comparison, compare
from lexparse.export.laid import Line, Piece, cells, columns, lines, mark, pieces
from lexparse.records import Parse

TAGS = {"gone": "del", "came": "ins"}
HEADINGS = {"title", "heading", "part", "chapter", "section", "article"}


def as_redline(old: Parse, new: Parse, compared: Comparison | None = None) -> str:
    """Return an HTML fragment of both acts with the changes of ``compared`` marked."""
    compared = compared or compare(old, new)
    language = escape(new.act.language or "kk")
    body = "\n".join(_blocks(lines(old, new, compared)))
    return f'<article class="redline" lang="{language}">\n{body}\n</article>\n'


def _blocks(shown: Iterator[Line]) -> Iterator[str]:
    for row, group in groupby(shown, key=attrgetter("is_row")):
        if row:
            rows = list(group)
            width = columns(rows)
            yield "\n".join(("<table>", *(_row(one, width) for one in rows), "</table>"))
        else:
            yield from map(_paragraph, group)


def _paragraph(one: Line) -> str:
    tag = "h3" if one.place.kind in HEADINGS else "p"
    words = "".join(map(_marked, (*mark(one), *pieces(one))))
    return f"<{tag}{_attributes(one)}>{words}</{tag}>"


def _row(one: Line, width: int) -> str:
    tag = "th" if one.place.kind == "head" else "td"
    parts = [f"<{tag}>{''.join(map(_marked, cell))}</{tag}>" for cell in cells(one, width)]
    return f"<tr{_attributes(one)}>{''.join(parts)}</tr>"


def _marked(piece: Piece) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    tag = TAGS.get(piece.state)
    return f"<{tag}>{text}</{tag}>" if tag and text else text


def _attributes(one: Line) -> str:
    named = {
        "class": one.place.kind,
        "data-change": one.change.kind if one.change else None,
        "data-old": one.old.eid if one.old else None,
        "data-new": one.new.eid if one.new else None,
    }
    return "".join(f' {name}="{escape(value)}"' for name, value in named.items() if value)
