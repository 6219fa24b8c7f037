"""The command line: formats, exit codes, and bad input that ends with one clear sentence."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from lexparse.cli import main

CORPORA = Path("corpora")
ACTS = sorted(path for path in CORPORA.rglob("act.*") if path.suffix in {".txt", ".md"})
SCHEMA = json.loads((files("lexparse") / "record-schema.json").read_text("utf-8"))
PLAN = CORPORA / "seeds" / "000" / "act.txt"
RUSSIAN = (
    "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n\n1. Министерству финансов Республики "
    "Казахстан до 1 марта 2024 года принять меры, вытекающие из настоящего постановления.\n"
)
ENGLISH = "The Government of the Republic resolves:\n\n1. The Ministry of Finance shall report.\n"


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.parent.name)
def test_every_parse_is_valid(act: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON of every bundled act validates against the record schema."""
    assert main(["parse", str(act)]) == 0
    printed = capsys.readouterr()
    jsonschema.validate(json.loads(printed.out), SCHEMA)
    assert "coverage" in printed.err


def test_text_is_the_whole_wording(capsys: pytest.CaptureFixture[str]) -> None:
    """`--format text` prints rows with a bar between the cells."""
    assert main(["parse", str(PLAN), "--format", "text"]) == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("2.\t|\t")]
    assert len(rows) == 1
    assert rows[0].count("\t|\t") == 6


def test_outline_has_a_line_for_each_unit(capsys: pytest.CaptureFixture[str]) -> None:
    """`--format outline` shows eIds as a lawyer cites them."""
    assert main(["parse", str(PLAN), "--format", "outline"]) == 0
    lines = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert {"para_4", "att_1__row_33", "para_4__note_1"} <= set(lines)


def test_identity_from_the_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the text does not state is null with a finding, or taken from the options."""
    file = tmp_path / "act.md"
    file.write_text("# Шаралар туралы\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n", "utf-8")
    assert main(["parse", str(file)]) == 0
    bare = json.loads(capsys.readouterr().out)
    assert bare["act"]["number"] is None
    assert "number-not-stated" in {finding["code"] for finding in bare["findings"]}
    main(["parse", str(file), "--number", "274", "--date", "2022-04-29"])
    given = json.loads(capsys.readouterr().out)["act"]
    assert (given["number"], given["adilet_id"]) == ("274", "P2200000274")


def test_identity_from_a_file_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A `meta.yaml` beside the act fills what the text lacks, and a finding says so."""
    file = tmp_path / "act.md"
    file.write_text("# Шаралар туралы\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n", "utf-8")
    requisite = (
        "Постановление Правительства Республики Казахстан от 5 мая 2021 года № 77. Утратило силу"
    )
    (tmp_path / "meta.yaml").write_text(f"requisite: {requisite}\n", "utf-8")
    main(["parse", str(file)])
    parsed = json.loads(capsys.readouterr().out)
    assert (parsed["act"]["number"], parsed["act"]["date"]) == ("77", "2021-05-05")
    assert "identity-given" in {finding["code"] for finding in parsed["findings"]}


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, "ru"), (ENGLISH, "en")])
def test_other_languages_give_no_tasks(
    text: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Russian or English text gives its language and no tasks."""
    file = tmp_path / "act.txt"
    file.write_text(text, "utf-8")
    assert main(["parse", str(file)]) == 0
    parsed = json.loads(capsys.readouterr().out)
    assert (parsed["act"]["language"], parsed["tasks"]) == (language, [])


@pytest.mark.parametrize(
    "source", [b"", b" \n\n ", bytes(range(256)) * 40, b"PK\x03\x04" + b"\x00" * 900, b"\x00" * 64],
    ids=["empty", "blank", "binary", "archive", "zeros"],
)  # fmt: skip
def test_unreadable_input_is_refused(
    source: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input ends with exit code 1 and one sentence, never a traceback."""
    file = tmp_path / "act.txt"
    file.write_bytes(source)
    assert main(["parse", str(file)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.strip().splitlines()) == 1


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is not there is said in one sentence."""
    assert main(["parse", "nowhere.txt"]) == 1
    assert "nowhere.txt" in capsys.readouterr().err


@pytest.mark.parametrize("share", [0.1, 0.33, 0.5, 0.9])
def test_half_a_file_is_read_with_findings(share: float, tmp_path: Path) -> None:
    """A file cut in mid-character is still read; what it holds is not doubled or invented."""
    source = PLAN.read_bytes()
    file = tmp_path / "act.txt"
    file.write_bytes(source[: int(len(source) * share) | 1])
    assert main(["parse", str(file)]) == 0


def test_explain_names_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """`explain` shows lemma and case of each token and every rule that fired."""
    sentence = "мемлекеттік тіркелгеннен кейін он жұмыс күні ішінде"
    assert main(["explain", sentence, "--format", "json"]) == 0
    explained = json.loads(capsys.readouterr().out)
    assert {token["text"] for token in explained["tokens"]} >= {"он", "жұмыс"}
    deadline = next(one for one in explained["found"] if one["kind"] == "deadline")
    assert deadline["value"]["amount"] == 10
    assert deadline["value"]["unit"] == "working_day"


def test_evaluate_prints_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """`evaluate` prints precision, recall and F1 for each kind and field."""
    assert main(["evaluate", str(CORPORA / "seeds"), "--format", "json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["tasks"]["f1"] > 0.9
    assert {"deadlines.due", "responsible.name", "definitions", "notes"} <= set(figures)


def test_tasks_prints_a_table_and_saves_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`tasks` shows who must do what by when and says where the records are."""
    assert main(["tasks", str(PLAN), "--records", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "2022-06-14" in printed
    assert str(tmp_path) in printed
    assert len(json.loads((tmp_path / "000.json").read_text("utf-8"))["tasks"]) == 36


def test_acts_of_one_name_keep_their_records_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a neighbour nor an act of the same name in another folder is written over."""
    for name in ("one.txt", "two.txt", "next/one.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PLAN.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert main(["tasks", "one.txt", "two.txt", "next/one.txt", "--records", "out"]) == 0
    saved = sorted(path.name for path in Path("out").iterdir())
    assert saved == ["one-2.json", "one.json", "two.json"]


def test_records_that_cannot_be_written_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file where the folder should be is named."""
    file = tmp_path / "taken"
    file.write_text("", "utf-8")
    assert main(["tasks", str(PLAN), "--records", str(file)]) == 1
    assert str(file) in capsys.readouterr().err


def test_no_command_prints_help() -> None:
    """Wrong usage ends with exit code 2."""
    assert main([]) == 2
