"""The outside acts, read where they lie: none raises, identity agrees with their metadata."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import lexparse
from lexparse.evaluation.annotation import ACTS_VARIABLE, acts_folder
from lexparse.evaluation.score import fold
from lexparse.export.plain import plain
from lexparse.grammar.meta import read_requisite

FOLDER = acts_folder()
ACTS = sorted(FOLDER.glob("*/kaz*.md")) if FOLDER.is_dir() else []
SCHEMA = json.loads((files("lexparse") / "record-schema.json").read_text("utf-8"))
FORMS = {
    "ПОСТ": "resolution",
    "УКАЗ": "decree",
    "ПРИК": "order",
    "РЕШ": "decision",
    "РАСП": "directive",
}
AGREEMENT = 0.95
needs_acts = pytest.mark.skipif(not ACTS, reason=f"set {ACTS_VARIABLE} to the folder of acts")


@cache
def parsed(act: Path) -> Any:
    """Return the parse of one act as plain JSON."""
    return plain(lexparse.parse(act))


def meta(act: Path) -> Any:
    """Return the metadata beside an act, that of its version first; ``None`` if there is none."""
    version = act.name.removesuffix(".md").partition(".")[2]
    for name in (
        f"meta.{version}.yaml",
        "meta.yaml",
        *sorted(p.name for p in act.parent.glob("meta.*")),
    ):
        if (act.parent / name).is_file():
            return yaml.safe_load((act.parent / name).read_text("utf-8"))
    return None


def letters(value: Any) -> str:
    """Return a title's letters and figures only: mirrors differ in quotes, dashes and spaces."""
    return "".join(c for c in str(fold(value)) if c.isalnum())


def same_number(value: Any) -> str:
    """Return a number whose letter is the same in both languages: өкім is распоряжение."""
    return re.sub("өкім$|ө$|р$", "", letters(value))


@needs_acts
@pytest.mark.parametrize("act", ACTS, ids=lambda act: f"{act.parent.name}-{act.stem}")
def test_an_outside_act_is_read(act: Path) -> None:
    """No act raises, its JSON is valid, and every span lies in the text."""
    records = parsed(act)
    jsonschema.validate(records, SCHEMA)
    text = lexparse.read(act).text
    for kind in ("tasks", "definitions", "references", "notes", "findings"):
        for record in records[kind]:
            assert 0 <= record["start"] <= record["stop"] <= len(text)


@needs_acts
def test_title_and_kind_agree_with_the_metadata() -> None:
    """Title and kind agree on at least 95 % of the acts that have metadata."""
    pairs = [(parsed(act)["act"], about) for act in ACTS if (about := meta(act))]
    titles = [letters(act["title"]) == letters(about["title"]["kaz"]) for act, about in pairs]
    kinds = [act["kind"] == FORMS.get(about["form"]) for act, about in pairs]
    assert sum(titles) >= AGREEMENT * len(pairs)
    assert sum(kinds) >= AGREEMENT * len(pairs)


@needs_acts
def test_number_and_date_agree_where_the_text_states_them() -> None:
    """A number or date that was read is the one of the metadata's requisite line."""
    stated = agreed = 0
    for act in ACTS:
        about, read = meta(act), parsed(act)["act"]
        if not about:
            continue
        wanted = read_requisite(about["requisite"])
        for name, value in (("number", wanted.number), ("date", wanted.date)):
            if read[name] and value:
                stated += 1
                # A joint act has as many identities as issuers; the metadata names one first.
                own = [one[name] for one in (read, *read["joint"])]
                agreed += same_number(value) in {same_number(one) for one in own}
    assert agreed >= AGREEMENT * stated


@needs_acts
def test_repeal_is_read_only_where_it_is_true() -> None:
    """An act that reads as repealed is repealed by its metadata too."""
    for act in ACTS:
        about = meta(act)
        if about and parsed(act)["act"]["status"] == "repealed":
            assert "тратил" in about["requisite"]
