"""Versions of outside acts: compare finds what the notes name, and every difference has a class."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lexparse.evaluation.versions import NOTED, VersionPair, version_pairs

FOLDER = Path("corpora/versions")
PAIRS = list(version_pairs(FOLDER))
CLASSES = {"amended", "repealed", "note", "printed", "corrected", "signature"}


@pytest.mark.skipif(not PAIRS, reason="the outside acts are not here")
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_what_a_note_names_is_found_with_its_act(pair: VersionPair) -> None:
    """Each amended or repealed unit is a change, and the act of its note is given for it."""
    changes = [(one, pair.of(one)) for one in pair.compared().changes]
    for wanted in pair.differences:
        if wanted["class"] in NOTED:
            mine = [change for change, found in changes if wanted in found]
            named = {(by.date, by.number) for change in mine for by in change.by}
            assert (wanted["by"]["date"], wanted["by"]["number"]) in named, wanted["why"]


@pytest.mark.skipif(not PAIRS, reason="the outside acts are not here")
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_every_change_has_a_class(pair: VersionPair) -> None:
    """No change is found where a reader saw none."""
    assert not [one for one in pair.compared().changes if not pair.of(one)]


def test_every_difference_of_the_version_pairs_is_classified() -> None:
    acts = [json.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json"))]
    assert {act["act"] for act in acts} == {"104256", "139119", "14307", "22329", "2689", "72409"}
    found = [one["class"] for act in acts for pair in act["pairs"] for one in pair["differences"]]
    assert set(found) <= CLASSES
