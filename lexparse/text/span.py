"""Half-open character spans, the pointer that every value keeps to where it was read."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``[start, stop)`` of a document's text; offsets count code points."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """Return the characters that the span covers."""
        return text[self.start : self.stop]

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies inside this span, borders included."""
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.stop and other.start < self.stop


def trimmed(text: str, start: int, stop: int) -> Span:
    """Return ``[start, stop)`` without the white space at either end; empty spans collapse."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)
