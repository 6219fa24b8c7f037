"""Words that differ inside one unit: tokens, each with the white space before it.

In a table row the cells are compared one by one, so that no change runs over a cell's border.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Postfix, Prefix

from lexparse.compare.alignment import align, gaps
from lexparse.compare.changes import WordChange

CELL_BREAK = "\t|\t"  # as in lexparse.text.document, which this layer does not need
# `26-1-тармағының` and `скрам-кестені` are one word; a mark stands alone
TOKEN = re.compile(r"\s*(?:\w+(?:-\w+)*|[^\w\s])|\s+\Z")


def word_changes(
    old: str, new: str, old_start: int = 0, new_start: int = 0
) -> tuple[WordChange, ...]:
    """Return the least changes of words that make ``new`` of ``old``, in order."""
    if CELL_BREAK not in old:
        return tuple(_changes(old, new, old_start, new_start))
    found: list[WordChange] = []
    for one, two in _cells(old, new):
        found += _changes(one, two, old_start, new_start)
        old_start += len(one) + len(CELL_BREAK)
        new_start += len(two) + len(CELL_BREAK)
    return tuple(found)


def rewritten(old: str, words: tuple[WordChange, ...], old_start: int = 0) -> str:
    """Return ``old`` with ``words`` carried out."""
    parts, at = [], 0
    for one in words:
        parts += [old[at : one.old_start - old_start], one.new]
        at = one.old_stop - old_start
    return "".join((*parts, old[at:]))


def _cells(old: str, new: str) -> list[tuple[str, str]]:
    one, two = old.split(CELL_BREAK), new.split(CELL_BREAK)
    return list(zip(one, two, strict=True)) if len(one) == len(two) else [(old, new)]


def _changes(old: str, new: str, old_start: int, new_start: int) -> Iterator[WordChange]:
    if old == new:
        return
    head, tail = _shared(old, new)
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    if gone[1:].isalnum() and come[1:].isalnum():
        # One word for another, as most changes are: there is nothing to align.
        yield _change(gone, come, old_start + head, new_start + head)
        return
    one, two = TOKEN.findall(gone), TOKEN.findall(come)
    at, to = _offsets(one, old_start + head), _offsets(two, new_start + head)
    for first, behind, new_first, new_behind in gaps(align(one, two), len(one), len(two)):
        gone, come = "".join(one[first:behind]), "".join(two[new_first:new_behind])
        yield _change(gone, come, at[first], to[new_first])


def _change(old: str, new: str, at: int, to: int) -> WordChange:
    """Return the change without the white space that both sides begin with."""
    blank = 0
    while old[blank : blank + 1].isspace() and old[blank] == new[blank : blank + 1]:
        blank += 1
    return WordChange(
        old[blank:], new[blank:], at + blank, at + len(old), to + blank, to + len(new)
    )


def _shared(old: str, new: str) -> tuple[int, int]:
    """Return how many characters at the head and at the tail are the same whole tokens.

    A token begins with the white space before it, so both are cut at a space.
    """
    head = max(old.rfind(" ", 0, Prefix.similarity(old, new)), 0)
    while head > 0 and old[head - 1].isspace():
        head -= 1
    tail = min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
    longer = len(new) - len(old)
    at = old.find(" ", len(old) - tail)
    while at > 0 and (old[at - 1].isspace() or new[at - 1 + longer].isspace()):
        at = old.find(" ", at + 1)
    return head, len(old) - at if at >= 0 else 0


def _offsets(tokens: list[str], start: int) -> list[int]:
    offsets = [start]
    for token in tokens:
        start += len(token)
        offsets.append(start)
    return offsets
