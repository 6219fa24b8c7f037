"""Hostile input is read or refused, and never breaks; how its time grows is ``make bench``'s."""

from __future__ import annotations

import pytest

from benchmarks.hostile import HEADS, HOSTILE, LARGE, text
from lexparse.readers import UnreadableError, read


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("head", HEADS)
def test_hostile_input_is_read_or_refused(name: str, head: str) -> None:
    try:
        document = read(text(name, head, LARGE))
    except UnreadableError as refused:
        assert str(refused)
        return
    assert all(0 <= block.start <= block.stop <= len(document.text) for block in document.blocks)
