"""Golden outlines of the bundled acts: what a lawyer would read as their structure.

``make golden`` writes them anew on purpose; CI only compares.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import lexparse
from lexparse.export.outlined import as_outline

GOLDEN = Path("tests/golden")
ACTS = sorted(p for p in Path("corpora").rglob("act.*") if p.suffix in {".txt", ".md"})


def outlined(act: Path) -> str:
    """Return an act's outline as the golden file holds it."""
    return as_outline(lexparse.outline(lexparse.read(act)).provisions) + "\n"


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.parent.name)
def test_outline_is_the_golden_one(act: Path) -> None:
    """The structure of a bundled act does not change unseen."""
    golden = GOLDEN / f"{act.parent.name}.outline.txt"
    assert outlined(act) == golden.read_text("utf-8")


def write() -> None:
    """Write every golden outline anew."""
    GOLDEN.mkdir(exist_ok=True)
    for act in ACTS:
        (GOLDEN / f"{act.parent.name}.outline.txt").write_text(outlined(act), "utf-8")


if __name__ == "__main__":
    write()
