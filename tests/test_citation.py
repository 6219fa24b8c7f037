"""How units are cited: the printed number with the unit's Kazakh word."""

from __future__ import annotations

import pytest

from lexparse.export.citation import cite


@pytest.mark.parametrize(
    ("eid", "words"),
    [
        ("para_4", "4-тармақ"),
        ("para_2__subpara_1", "2-тармақ, 1) тармақша"),
        ("att_1__row_22", "1-қосымша, 22-жол"),
        ("att_1__para_8__al_3", "1-қосымша, 8-тармақ, 3-бөлік"),
        ("preamble_1", "preamble_1"),
        (None, ""),
    ],
)
def test_a_unit_is_cited(eid: str | None, words: str) -> None:
    """The widest unit comes first, as in `1-қосымша, 22-жол`."""
    assert cite(eid) == words
