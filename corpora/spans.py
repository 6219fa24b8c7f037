"""Turn an annotation's quotes into spans, for acts whose texts are not part of the project.

``python corpora/spans.py DRAFT.json ACT RECORDS.json`` writes the annotation with every quote as
``[start, stop]`` in characters of the act's file, and that file's checksum.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from lexparse.evaluation.annotation import TEXTUAL

Tree = Any
# Titles are official metadata and stay as words.
SPANNED = TEXTUAL - {"title"} | {"abbreviation"}
# A record's own words, which its other quotes lie in.
OWN = ("text",)


def spanned(tree: Tree, source: str, within: tuple[int, int] | None = None, key: str = "") -> Tree:
    """Return ``tree`` with the textual fields as spans of ``source``.

    Raises ``ValueError`` for a quote that the source does not hold.
    """
    if key == "about":
        return tree
    if isinstance(tree, dict) and "quote" not in tree:
        own = next((located(tree[name], source, within) for name in OWN if tree.get(name)), within)
        return {name: spanned(value, source, own, name) for name, value in tree.items()}
    if key in SPANNED and tree is not None:
        return list(located(tree, source, within))
    if isinstance(tree, list):
        return [spanned(item, source, within) for item in tree]
    return tree


def located(quote: Tree, source: str, within: tuple[int, int] | None) -> tuple[int, int]:
    """Return where ``quote`` stands; a quote said twice is the one inside ``within``."""
    if isinstance(quote, dict):
        words, nth = quote["quote"], quote.get("nth", 1)
        start = -1
        for _ in range(nth):
            start = _found(_first(words), source, start + 1)
        return start, _stop(words, source, start)
    if within and source.count(_first(quote)) > 1:
        inside = source.find(_first(quote), within[0], within[1])
        if inside >= 0:
            return inside, _stop(quote, source, inside)
    start = _found(_first(quote), source, 0)
    return start, _stop(quote, source, start)


def _first(words: str | list[str]) -> str:
    return words if isinstance(words, str) else words[0]


def _stop(words: str | list[str], source: str, start: int) -> int:
    if isinstance(words, str):
        return start + len(words)
    return _found(words[1], source, start) + len(words[1])


def _found(words: str, source: str, start: int) -> int:
    at = source.find(words, start)
    if at < 0:
        raise ValueError(f"the act does not hold «{words[:60]}»")
    return at


def main(draft: str, act: str, records: str) -> None:
    """Write the records of ``draft`` as spans of ``act``."""
    source = Path(act).read_text("utf-8-sig")
    tree = spanned(json.loads(Path(draft).read_text("utf-8")), source)
    tree["about"]["sha256"] = hashlib.sha256(source.encode()).hexdigest()
    Path(records).write_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
