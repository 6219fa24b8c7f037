"""The outside acts, read where they lie: none raises, identity agrees with their metadata.

Each disagreement is explained here: what the text does not print is not read, and the two tables
name what looks like a disagreement and is none.
"""

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
WHOLLY_REPEALED = re.compile(
    r"Ескерту\W+(?:Бұйрық\w*\s+|Қаулы\w*\s+)?[Кк]үші\s+жойыл|күшін\s+жойған"
)
# The day and number that the text prints are those of the protocol that the decision rests on.
OF_ANOTHER = {"182668"}
# Lost force but for its first paragraph: in force, with what is left.
IN_PART = {"14307"}
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


def requisite(act: Path) -> dict[str, str]:
    """Return the number and date that the metadata's requisite line states."""
    about = meta(act)
    stated = read_requisite(about["requisite"]) if about else None
    named = {"number": stated.number, "date": stated.date} if stated else {}
    return {name: value for name, value in named.items() if value}


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
def test_a_number_or_date_that_is_read_is_the_true_one() -> None:
    """Of the metadata the requisite line decides; a joint act has an identity for each issuer."""
    wrong = []
    for act in ACTS:
        read = parsed(act)["act"]
        for name, wanted in requisite(act).items():
            own = {same_number(one[name]) for one in (read, *read["joint"])}
            if read[name] and same_number(wanted) not in own:
                wrong.append((act.parent.name, name, read[name], wanted))
    assert not wrong


@needs_acts
def test_a_number_or_date_that_is_not_read_is_not_printed() -> None:
    """Mirrors leave them out; a blank where the act prints them would be a miss."""
    missed = []
    for act in ACTS:
        read, text = parsed(act)["act"], act.read_text("utf-8")
        wanted = requisite(act)
        year, _, day = wanted.get("date", "0-0-0").split("-")
        number = re.escape(wanted.get("number", "-"))
        identity = rf"{year}\s*(?:жылғы|ж\.)\s*{int(day)}\s[^.;]{{0,40}}?(?:№|N)\s*{number}(?!\d)"
        printed = re.search(identity, text)
        if printed and not (read["number"] and read["date"]) and act.parent.name not in OF_ANOTHER:
            missed.append((act.parent.name, printed[0]))
    assert not missed


@needs_acts
def test_repeal_is_read_where_the_text_says_it_and_only_where_it_is_true() -> None:
    """The metadata is of today; the text of a version says repeal only if a note does."""
    wrong = []
    for act in ACTS:
        about, read = meta(act), parsed(act)["act"]["status"] == "repealed"
        if not about:
            continue
        true = "тратил" in about["requisite"] and act.parent.name not in IN_PART
        said = bool(WHOLLY_REPEALED.search(act.read_text("utf-8")))
        if read != (true and said):
            wrong.append((act.parent.name, act.name, read, true, said))
    assert not wrong
