"""Nothing of an amending act is passed over: what no modification accounts for is a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

import lexparse
from lexparse.evaluation.commands import Commanding, commanding_acts, score_commands
from lexparse.evaluation.pairs import pairs_in
from lexparse.records import Parse, Provision
from lexparse.structure.markers import marker
from lexparse.structure.walk import units

AMENDING = [
    pair.folder / name
    for pair in pairs_in(Path("corpora/amendments"))
    for name in pair.about["amending"]
]
OUTSIDE = list(commanding_acts(Path("corpora/commands")))
HELD = [one for one in OUTSIDE if isinstance(one, Commanding)]


def residual(parse: Parse, text: str) -> list[str]:
    """Return the words of amending units that stand in no modification and in no finding."""
    spans = [(one.start, one.stop) for one in parse.modifications]
    spans += [span for one in parse.modifications for span in one.context]
    spans += [(one.start, one.stop) for one in parse.findings]
    # Editorial notes command nothing, whatever they quote.
    everything = [one for root in parse.provisions for one in root.walk()]
    spans += [(one.start, one.stop) for one in everything if one.kind == "note"]
    return [
        text[start:stop]
        for unit, _ in units(parse.provisions)
        if any(unit.start <= one.start < unit.stop for one in parse.modifications)
        for start, stop in _lines(text, unit)
        if not any(first <= start and stop <= last for first, last in spans)
    ]


def _lines(text: str, unit: Provision) -> list[tuple[int, int]]:
    """Return the lines of a unit without their printed numbers."""
    found, at = [], unit.start
    for line in text[unit.start : unit.stop].split("\n"):
        opening = marker(text, at, at + len(line)) if line.strip() else None
        first = opening.stop if opening and opening.num else at
        words = text[first : at + len(line)].strip()
        if words:
            start = text.index(words, first)
            found.append((start, start + len(words)))
        at += len(line) + 1
    return found


@pytest.mark.parametrize("file", AMENDING, ids=lambda file: "/".join(file.parts[-2:]))
def test_every_line_of_an_amending_act_is_accounted_for(file: Path) -> None:
    document = lexparse.read(file)
    assert not residual(lexparse.extract(lexparse.outline(document)), document.text)


@pytest.mark.skipif(not HELD, reason="the outside acts are not here")
def test_every_line_of_outside_amending_acts_is_accounted_for() -> None:
    for one in HELD:
        document = lexparse.read(one.act)
        assert not residual(lexparse.extract(lexparse.outline(document)), document.text), one.name


@pytest.mark.skipif(not HELD, reason="the outside acts are not here")
def test_commands_of_outside_acts_are_read_as_a_reader_read_them() -> None:
    """Each annotated command is found with its operation and act, and none besides."""
    for one in HELD:
        found = score_commands(one)["modifications"]
        assert (found.missed, found.false) == ([], []), one.name


def test_every_outside_act_with_commands_is_annotated() -> None:
    assert len(OUTSIDE) >= 16
