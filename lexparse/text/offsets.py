"""The map from a normalised text back to its source, as runs of equal length."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

# text offset, source offset, length, and where the source behind the run's last character ends
Run = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs ``(text offset, source offset)``: inside a run both advance by one a character.

    A character that a reader put in (a cell break, a line end) belongs to the run before it
    and maps to that run's last source character, so every text offset has a source offset.
    ``stops`` says where the source of each run's last character ends: one character may stand
    for several (``&quot;``, a letter and its accent, a line end with its indentation).
    ``length`` is the text's length, ``source_length`` the source's, both in code points.

    Source offsets ascend with text offsets, but for table rows that a page end broke: there
    the text follows the cells, the source the page.
    """

    texts: tuple[int, ...]
    sources: tuple[int, ...]
    lengths: tuple[int, ...]
    length: int
    source_length: int
    stops: tuple[int, ...] = ()

    @classmethod
    def of(cls, runs: Iterable[tuple[int, int, int]], length: int, source_length: int) -> OffsetMap:
        """Build from ``(text offset, source offset, run length)`` in text order."""
        wide = ((text, source, size, source + size) for text, source, size in runs)
        return cls.of_wide(wide, length, source_length)

    @classmethod
    def of_wide(cls, runs: Iterable[Run], length: int, source_length: int) -> OffsetMap:
        """Build from runs in text order whose last character may stand for several."""
        merged: list[Run] = []
        last_text = last_source = last_size = last_stop = 0
        for text, source, size, stop in runs:
            if not size:
                continue
            follows = last_text + last_size == text and last_stop == source
            if merged and follows and last_source + last_size == last_stop:
                last_size += size
                last_stop = stop
                merged[-1] = (last_text, last_source, last_size, last_stop)
                continue
            last_text, last_source, last_size, last_stop = text, source, size, stop
            merged.append((text, source, size, stop))
        texts, sources, lengths, stops = zip(*merged, strict=True) if merged else ((), (), (), ())
        return cls(texts, sources, lengths, length, source_length, stops)

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that was not changed."""
        return cls.of([(0, 0, length)], length, length)

    def source(self, offset: int) -> int:
        """Return the source offset of the character at ``offset``."""
        if not self.texts or offset < self.texts[0]:
            return 0
        run = bisect_right(self.texts, offset) - 1
        inside = min(offset - self.texts[run], self.lengths[run] - 1)
        return self.sources[run] + inside

    def source_stop(self, stop: int) -> int:
        """Return the source offset just behind the character before ``stop``."""
        if stop <= 0 or not self.texts or stop <= self.texts[0]:
            return 0
        run = bisect_right(self.texts, stop - 1) - 1
        inside = stop - 1 - self.texts[run]
        if inside < self.lengths[run] - 1 or not self.stops:
            return self.sources[run] + min(inside, self.lengths[run] - 1) + 1
        return self.stops[run]

    def extent(self, start: int, stop: int) -> tuple[int, int]:
        """Return the source span that holds every character of ``text[start:stop]``."""
        if stop <= start:
            return self.source(start), self.source(start)
        low, high = self.source(start), self.source_stop(stop)
        first = max(bisect_right(self.texts, start) - 1, 0)
        for run in range(first + 1, bisect_right(self.texts, stop - 1)):
            low = min(low, self.sources[run])
            high = max(high, self.source_stop(self.texts[run]))
        return low, high

    def text(self, source_offset: int) -> int:
        """Return the text offset of the source character, or of the next one that is kept."""
        run = bisect_right(self.sources, source_offset) - 1
        # In a row that a page end broke the source does not ascend: look the run up.
        if run < 0 or not self._holds(run, source_offset):
            run = next((at for at in self._broken() if self._holds(at, source_offset)), run)
        if run < 0:
            return self.texts[0] if self.texts else 0
        inside = source_offset - self.sources[run]
        if inside < self.lengths[run]:
            return self.texts[run] + inside
        return self.texts[run + 1] if run + 1 < len(self.texts) else self.length

    def over(self, below: OffsetMap) -> OffsetMap:
        """Return the map through both: this text's, to the source of ``below``."""
        if below.sources == (0,) and below.lengths == (below.length,) == (below.source_length,):
            return self
        return OffsetMap.of_wide(self._through(below), self.length, below.source_length)

    def _holds(self, run: int, source_offset: int) -> bool:
        stop = self.stops[run] if self.stops else self.sources[run] + self.lengths[run]
        return self.sources[run] <= source_offset < stop

    def _broken(self) -> Iterable[int]:
        pairs = zip(self.sources, self.sources[1:], strict=False)
        if all(one < other for one, other in pairs):
            return ()
        return range(len(self.sources))

    def _through(self, below: OffsetMap) -> Iterable[Run]:
        stops = self.stops or tuple(map(sum, zip(self.sources, self.lengths, strict=True)))
        for text, middle, size, stop in zip(
            self.texts, self.sources, self.lengths, stops, strict=True
        ):
            done = 0
            while done < size:
                offset = middle + done
                run = max(bisect_right(below.texts, offset) - 1, 0)
                inside = offset - below.texts[run]
                take = min(size - done, max(below.lengths[run] - inside, 1))
                last = stop if done + take == size else offset + take
                yield text + done, below.source(offset), take, below.source_stop(last)
                done += take
