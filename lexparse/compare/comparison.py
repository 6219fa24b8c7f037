"""``compare``: two acts in, their differences out.

What holds afterwards: ``compare(a, a)`` is empty; units inserted and deleted are as few as can
be; carrying the changes out on the units of ``a`` gives those of ``b`` (``replay``); seen from
the other side the same units differ.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from lexparse.compare.causes import Causes
from lexparse.compare.changes import Change, ChangeKind, Comparison, DutyChange, Place, WordChange
from lexparse.compare.duties import duty_changes
from lexparse.compare.numbering import Stretch, readdressed, renumberings
from lexparse.compare.pairing import Pairing, pair
from lexparse.compare.units import Units
from lexparse.compare.words import word_changes
from lexparse.records import Modification, Parse


def compare(old: Parse, new: Parse, commands: Iterable[Modification] = ()) -> Comparison:
    """Return what differs between two versions of an act, or between two acts.

    ``commands`` of amending acts are named as causes where their targets say so.
    """
    one, two = Units.of(old), Units.of(new)
    pairing = pair(one, two)
    stretches = readdressed(one, two, pairing)
    changes = _ordered(_changes(one, two, pairing, stretches), pairing)
    duties: list[DutyChange] = []
    if old.tasks or new.tasks:
        duties = duty_changes(old, new, _followed(one, two, pairing, stretches))
    causes = Causes.of(old, new, commands)
    return Comparison(tuple(map(causes.named, changes)), tuple(map(causes.named, duties)))


def _changes(
    old: Units, new: Units, pairing: Pairing, stretches: list[Stretch]
) -> Iterator[Change]:
    for at in pairing.gone:
        yield Change("deleted", old.place(at), None)
    for to in pairing.come:
        yield Change("inserted", None, new.place(to))
    for at, to in pairing.reworded:
        yield _reworded("changed", old.place(at), new.place(to))
    for at, to in pairing.elsewhere:
        yield _reworded("moved", old.place(at), new.place(to))
    for one in stretches:
        if not one.stays:
            for k in range(one.size):
                yield Change("moved", old.place(one.at + k), new.place(one.to + k))
    yield from renumberings(old, new, stretches)


def _reworded(kind: ChangeKind, old: Place, new: Place) -> Change:
    words = word_changes(old.text, new.text, old.start, new.start)
    printed = bool(words) and all(map(_is_printed, words))
    return Change(kind, old, new, words, printed=printed)


def _is_printed(words: WordChange) -> bool:
    """Tell whether letters and figures are the same: ``«`` → ``"``, ``квотасы`` → ``КВОТАСЫ``."""
    return _bare(words.old) == _bare(words.new)


def _bare(text: str) -> str:
    kept = text if text.isalnum() else "".join(filter(str.isalnum, text))
    return kept.casefold()


def _ordered(changes: Iterable[Change], pairing: Pairing) -> list[Change]:
    """Sort by the new act; what is gone stands where it would stand there."""
    kept = sorted([*((at, to) for at, to, _ in pairing.runs), *pairing.reworded])
    olds = [at for at, _ in kept]
    stops = {at: to + size for at, to, size in pairing.runs}

    def place(one: Change) -> tuple[int, int, int]:
        if one.new:
            return one.new.position or 0, 1, 0
        gone = one.place.position or 0
        index = bisect_left(olds, gone) - 1
        if index < 0:
            return 0, 0, gone
        before, to = kept[index]
        return stops.get(before, to + 1), 0, gone

    return sorted(changes, key=place)


def _followed(
    old: Units, new: Units, pairing: Pairing, stretches: list[Stretch]
) -> dict[str, str | None]:
    """Return the new eId of each old unit whose eId now means another unit or none."""
    followed: dict[str, str | None] = {old.eids[at]: None for at in pairing.gone}
    for one in stretches:
        before = old.eids[one.at : one.at + one.size]
        followed.update(zip(before, new.eids[one.to : one.to + one.size], strict=True))
    followed.update(
        (old.eids[at], new.eids[to]) for at, to in (*pairing.reworded, *pairing.elsewhere)
    )
    return followed
