"""Record the figures of today: ``python corpora/figures.py`` writes ``corpora/figures.json``."""

from __future__ import annotations

import json
from pathlib import Path

import lexparse
from lexparse.evaluation.annotation import Annotation, annotated_acts
from lexparse.evaluation.score import score
from lexparse.export.plain import plain

FOLDER = Path("corpora")


def figures() -> dict[str, dict[str, float]]:
    """Return F1 of each kind and field for every annotated act whose text is at hand."""
    found = {}
    for one in annotated_acts(FOLDER):
        if isinstance(one, Annotation):
            parse = plain(lexparse.parse(one.act.read_bytes(), one.act.name))
            scores = score(parse, one.records)
            found[one.name] = {kind: round(s.f1, 4) for kind, s in sorted(scores.items())}
    return found


if __name__ == "__main__":
    words = json.dumps(figures(), ensure_ascii=False, indent=1, sort_keys=True)
    (FOLDER / "figures.json").write_text(words + "\n", "utf-8")
