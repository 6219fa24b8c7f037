"""Offset maps lead each way, through each other, and over rows whose source does not ascend."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lexparse.text.offsets import OffsetMap


def test_runs_that_meet_are_one() -> None:
    origin = OffsetMap.of([(0, 5, 3), (3, 8, 2), (5, 20, 1)], 6, 30)
    assert (origin.texts, origin.sources, origin.lengths) == ((0, 5), (5, 20), (5, 1))


def test_an_inserted_character_maps_to_the_one_before() -> None:
    origin = OffsetMap.of([(0, 0, 2), (4, 6, 2)], 6, 8)
    assert [origin.source(at) for at in range(6)] == [0, 1, 1, 1, 6, 7]
    assert origin.source_stop(4) == 2


def test_a_character_may_stand_for_several() -> None:
    origin = OffsetMap.of_wide([(0, 0, 1, 6), (1, 6, 2, 8)], 3, 8)
    assert origin.source_stop(1) == 6
    assert origin.extent(0, 2) == (0, 7)
    assert [origin.text(at) for at in (0, 3, 6, 7)] == [0, 1, 1, 2]


def test_a_broken_row_is_covered_whole_and_found_both_ways() -> None:
    # "6" stands behind its row's first lines in the source and before them in the text.
    origin = OffsetMap.of([(0, 10, 1), (4, 0, 5), (10, 12, 4)], 14, 16)
    assert origin.extent(0, 14) == (0, 16)
    assert origin.text(10) == 0
    assert origin.text(2) == 6
    assert origin.text(13) == 11


def test_the_identity_changes_nothing() -> None:
    origin = OffsetMap.identity(4)
    assert [origin.source(at) for at in range(4)] == [0, 1, 2, 3]
    assert OffsetMap.identity(0).source(0) == 0


@st.composite
def cuts(draw: st.DrawFn, length: int) -> list[int]:
    """Offsets of ``range(length)`` that are kept, in order."""
    return sorted(draw(st.sets(st.integers(0, max(length - 1, 0)), max_size=length)))


@given(st.data())
def test_a_map_over_a_map_is_the_way_through_both(data: st.DataObject) -> None:
    middle = data.draw(cuts(20))
    outer = data.draw(cuts(len(middle))) if middle else []
    below = OffsetMap.of(((at, kept, 1) for at, kept in enumerate(middle)), len(middle), 20)
    above = OffsetMap.of(((at, kept, 1) for at, kept in enumerate(outer)), len(outer), len(middle))
    through = above.over(below)
    assert [through.source(at) for at in range(len(outer))] == [middle[kept] for kept in outer]
