"""``python -m benchmarks.hostile``: eight times the hostile text over once, the worst of them.

Eight is flat, sixty-four a square law; each is the least of the rounds in processor time.
"""

from __future__ import annotations

import time
from contextlib import suppress

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
HEADS = {"plain": "", "markdown": "# т\n\nә\n\n"}
SMALL, LARGE = 10_000, 80_000
ROUNDS = 3


def text(name: str, head: str, size: int) -> str:
    """Return about ``size`` characters of one hostile kind."""
    piece = HOSTILE[name]
    return HEADS[head] + piece * (size // len(piece)) + "х"


def seconds(source: str) -> float:
    """Return the processor time that reading takes."""
    start = time.process_time()
    with suppress(UnreadableError):
        read(source)
    return time.process_time() - start


def growth(name: str, head: str) -> float:
    """Return how many times longer the large text takes than the small one."""
    small, large = (
        min(seconds(text(name, head, size)) for _ in range(ROUNDS)) for size in (SMALL, LARGE)
    )
    return large / small


def main() -> None:
    """Print the five kinds that grow most."""
    found = {f"{name}, {head}": growth(name, head) for name in HOSTILE for head in HEADS}
    for name, figure in sorted(found.items(), key=lambda pair: -pair[1])[:5]:
        print(f"{'hostile: ' + name:<48} {figure:6.2f}   asked about 8")


if __name__ == "__main__":
    main()
