"""Hostile input costs no more time a character than an act does."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from lexparse.readers import UnreadableError, read

HOSTILE = {
    "cells": "<td>",
    "rows": "<tr><td>х",
    "spans": "<tr><td colspan=128 rowspan=60000>х",
    "tables": "<table>\n\n",
    "quotes": ">",
    "fences": "```\n",
    "emphasis": "**а ",
    "angles": "<",
    "comments": "<!--",
    "entities": "&quot;",
    "strokes": "|",
    "drawn": "а|б\n",
    "tabs": "\t",
    "spaces": " ",
    "newlines": "\n",
    "backslashes": "\\",
    "lookalikes": "аi",
    "humps": "аIб",
    "numbers": "№ N",
    "accents": "и\u0306\u0306",
    "hyphens": "\u00ad\n",
    "rules": "_",
    "list": "1.",
    "capitals": "А",
    "marks": "\u0301\u0316",
    "unfinished": "қазақстан\n\n",
}


def seconds(source: str) -> float:
    start = time.process_time()
    with suppress(UnreadableError):
        read(source)
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("head", ["", "# т\n\nә\n\n"], ids=["plain", "markdown"])
def test_hostile_input_is_linear(piece: str, head: str) -> None:
    small = seconds(head + piece * (10_000 // len(piece)) + "х")
    large = seconds(head + piece * (80_000 // len(piece)) + "х")
    # Eight times the text may cost eight times the time; a square law would cost sixty-four.
    assert large < 24 * small + 0.25
