"""Hostile input is read or refused, and never breaks; how its time grows is ``make bench``'s."""

from __future__ import annotations

from contextlib import suppress

import pytest

from benchmarks.hostile import HEADS, HOSTILE, LARGE, text
from lexparse.readers import UnreadableError, read
from lexparse.text.document import Block


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("head", HEADS)
def test_hostile_input_is_read_or_refused(name: str, head: str) -> None:
    blocks: tuple[Block, ...] = ()
    length = 0
    with suppress(UnreadableError):
        document = read(text(name, head, LARGE))
        blocks, length = document.blocks, len(document.text)
    assert all(0 <= block.start <= block.stop <= length for block in blocks)
